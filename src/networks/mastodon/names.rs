//! Hashtags and mentions, as its server reads them.

use super::classes::{is_accent, is_plain};
use crate::networks::Spot;
use crate::networks::classes::is_word;

/// The most characters of the server in a mention.
const LONGEST_SERVER: usize = 253;

/// Hashtags: behind white space, letters and digits with `_`, a middle dot or a joiner inside, not
/// digits alone.
pub(super) fn hashtags(text: &str) -> Vec<Spot> {
    let mut all = Vec::new();
    let mut taken = 0;
    for (start, sign) in text.match_indices(['#', '＃']) {
        let free = text[..start].chars().next_back().is_none_or(char::is_whitespace);
        if start < taken || !free {
            continue;
        }
        let from = start + sign.len();
        let Some(name) = tag(&text[from..]) else { continue };
        taken = from + name.len();
        let name = without_scheme(name, &text[taken..]);
        all.push(Spot { range: start..from + name.len(), value: name.to_owned() });
    }
    all
}

/// The name at the start.
fn tag(rest: &str) -> Option<&str> {
    let is_separator = |c: char| matches!(c, '_' | '·' | '・' | '\u{200c}');
    let run = &rest[..rest.find(|c| !is_word(c) && !is_separator(c)).unwrap_or(rest.len())];
    let long = run.trim_end_matches(|c| !is_word(c));
    let mut inside = long.chars();
    let first = inside.next()?;
    inside.next_back();
    if is_word(first) && inside.any(|c| c.is_alphabetic() || is_separator(c)) {
        return Some(long);
    }
    let word = &run[..run.find(|c| !is_word(c)).unwrap_or(run.len())];
    word.contains(char::is_alphabetic).then_some(word)
}

/// The scheme of a link that is glued to a hashtag is the link's.
fn without_scheme<'a>(name: &'a str, after: &str) -> &'a str {
    if !after.starts_with("://") {
        return name;
    }
    let cut = name.strip_suffix("https").or_else(|| name.strip_suffix("http"));
    cut.filter(|cut| !cut.is_empty()).unwrap_or(name)
}

/// Mentions, `@name` or `@name@server`: behind anything but a letter, `/` or `=`.
pub(super) fn mentions(text: &str) -> Vec<Spot> {
    let mut all = Vec::new();
    let mut taken = 0;
    for (start, _) in text.match_indices('@') {
        let before = text[..start].chars().next_back();
        if start < taken || before.is_some_and(|c| is_word(c) || matches!(c, '=' | '/')) {
            continue;
        }
        let rest = &text[start + 1..];
        let name = dotted(rest, |c| is_plain(c) || c == '_');
        if name == 0 {
            continue;
        }
        let server = rest[name..].strip_prefix('@').map_or(0, |server| dotted(server, is_word));
        let long = if server > 0 { name + 1 + server } else { name };
        taken = start + 1 + long;
        let too_long = server > 0 && rest[name + 1..long].chars().count() > LONGEST_SERVER;
        if !too_long && !undone(&rest[long..]) {
            all.push(Spot { range: start..taken, value: rest[..long].to_owned() });
        }
    }
    all
}

/// How long a run of such letters is, with full stops and hyphens inside.
fn dotted(rest: &str, is_letter: fn(char) -> bool) -> usize {
    let mut end = 0;
    for (at, c) in rest.char_indices() {
        if is_letter(c) {
            end = at + c.len_utf8();
        } else if at == 0 || !matches!(c, '.' | '-') {
            break;
        }
    }
    end
}

/// Whether what follows says that it is no mention.
fn undone(after: &str) -> bool {
    after.starts_with("://")
        || after.starts_with(['@', '＠'])
        || after.chars().next().is_some_and(is_accent)
}
