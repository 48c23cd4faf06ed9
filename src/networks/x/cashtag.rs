//! Cashtags of X: `$AAPL`, `$BRK.B`.

use super::chars::{is_punctuation, is_space};
use crate::networks::Spot;
use memchr::memchr;

/// Every cashtag, links not yet considered.
pub(super) fn all(text: &str) -> Vec<Spot> {
    let mut tags = Vec::new();
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(at) = memchr(b'$', &bytes[from..]).map(|more| from + more) {
        from = at + 1;
        let before = text[..at].chars().next_back();
        if !before.is_none_or(is_space) {
            continue;
        }
        if let Some(length) = symbol(&text[from..]) {
            let end = from + length;
            tags.push(Spot { range: at..end, value: text[from..end].to_owned() });
            from = end;
        }
    }
    tags
}

/// Bytes of the symbol at the start of a text: one to six letters, then perhaps `.` or `_` and one
/// or two letters, before a blank, punctuation or the end.
fn symbol(text: &str) -> Option<usize> {
    let letters = |from: usize, most: usize| {
        let rest = &text.as_bytes()[from..];
        rest.iter().take(most).take_while(|byte| byte.is_ascii_alphabetic()).count()
    };
    let main = letters(0, 6);
    let class = match text.as_bytes().get(main) {
        Some(b'.' | b'_') => letters(main + 1, 2),
        _ => 0,
    };
    let long = (class > 0).then_some(main + 1 + class);
    long.into_iter().chain([main]).find(|end| main > 0 && ends(&text[*end..]))
}

fn ends(rest: &str) -> bool {
    // The two blanks of X that a pattern's blank is not, and the one that only it is.
    let blank = |c: char| match c {
        '\u{85}' | '\u{180e}' => false,
        '\u{feff}' => true,
        _ => is_space(c) || is_punctuation(c),
    };
    rest.chars().next().is_none_or(blank)
}
