//! Mentions of X: `@name`, and lists: `@name/list`.

use super::chars::is_accented;
use crate::networks::Spot;
use memchr::memchr2;

const LONGEST_NAME: usize = 20;
const LONGEST_LIST: usize = 25;

/// Every mention, links not yet considered. A list (`@name/list`) mentions its owner.
pub(super) fn all(text: &str) -> Vec<Spot> {
    let mut mentions = Vec::new();
    // Where the mention before ended: what it took stands before no other.
    let mut free = 0;
    let mut from = 0;
    while let Some((at, sign)) = next_sign(text, from) {
        from = at + sign;
        let name = name(&text.as_bytes()[from..]);
        if name == 0 || !may_begin(text, at, free) {
            continue;
        }
        let owner = from..from + name;
        let end = owner.end + list(&text.as_bytes()[owner.end..]);
        if !is_cut(&text[end..]) {
            mentions.push(Spot { range: at..owner.end, value: text[owner].to_owned() });
        }
        (free, from) = (end, end);
    }
    mentions
}

/// The next `@` or `＠`: its byte, and how many bytes it has.
fn next_sign(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut from = from;
    loop {
        // U+FF20 begins with EF.
        let at = from + memchr2(b'@', 0xef, &text.as_bytes()[from..])?;
        match text[at..].chars().next() {
            Some('@') => return Some((at, 1)),
            Some('＠') => return Some((at, 3)),
            other => from = at + other.map_or(1, char::len_utf8),
        }
    }
}

/// Whether a mention may begin at this sign: at the start, after most signs, or after `RT`.
fn may_begin(text: &str, at: usize, free: usize) -> bool {
    let before = &text[free..at];
    let Some(last) = before.chars().next_back() else { return at == 0 };
    if !is_word(last) && !matches!(last, '!' | '#' | '$' | '%' | '&' | '*' | '@' | '＠') {
        return true;
    }
    let Some(cut) = before.len().checked_sub(2).filter(|cut| before.is_char_boundary(*cut)) else {
        return false;
    };
    let (rest, word) = before.split_at(cut);
    let apart = match rest.chars().next_back() {
        None => free + cut == 0,
        Some(c) => !is_word(c) && !matches!(c, '+' | '~' | '.' | '-'),
    };
    apart && word.eq_ignore_ascii_case("rt")
}

const fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

fn name(text: &[u8]) -> usize {
    let word = |byte: &&u8| is_word(char::from(**byte));
    text.iter().take(LONGEST_NAME).take_while(word).count()
}

/// Bytes of `/list`, if any.
fn list(text: &[u8]) -> usize {
    match text {
        [b'/', first, rest @ ..] if first.is_ascii_alphabetic() => {
            let more = |byte: &&u8| is_word(char::from(**byte)) || **byte == b'-';
            2 + rest.iter().take(LONGEST_LIST - 1).take_while(more).count()
        }
        _ => 0,
    }
}

/// Whether what follows shows that it was no mention.
fn is_cut(rest: &str) -> bool {
    let first = rest.chars().next();
    first.is_some_and(|c| matches!(c, '@' | '＠') || is_accented(c)) || rest.starts_with("://")
}
