//! Hashtags of X: `#` or `＃` and a run of letters, marks and digits with at least one letter.

use super::chars::{is_hashtag, is_hashtag_letter};
use crate::networks::Spot;
use memchr::memchr2;

/// Every hashtag, links not yet considered.
pub(super) fn all(text: &str) -> Vec<Spot> {
    let mut tags = Vec::new();
    // Where the tag before ended: what it took stands before no other tag.
    let mut free = 0;
    let mut from = 0;
    while let Some((at, sign)) = next_sign(text, from) {
        from = at + sign;
        if !may_begin(text, at, free) {
            continue;
        }
        let Some(length) = tag(&text[from..]) else { continue };
        let end = from + length;
        if !is_cut(&text[end..]) {
            tags.push(Spot { range: at..end, value: text[from..end].to_owned() });
        }
        (free, from) = (end, end);
    }
    tags
}

/// The next `#` or `＃`: its byte, and how many bytes it has.
fn next_sign(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut from = from;
    loop {
        // U+FF03 begins with EF.
        let at = from + memchr2(b'#', 0xef, &text.as_bytes()[from..])?;
        match text[at..].chars().next() {
            Some('#') => return Some((at, 1)),
            Some('＃') => return Some((at, 3)),
            other => from = at + other.map_or(1, char::len_utf8),
        }
    }
}

/// Whether a tag may begin at this sign: at the start, or after what could not belong to a tag.
fn may_begin(text: &str, at: usize, free: usize) -> bool {
    match text[free..at].chars().next_back() {
        None => at == 0,
        Some('\u{fe0e}' | '\u{fe0f}') => true,
        Some(before) => before != '&' && !is_hashtag(before),
    }
}

/// Bytes of the tag at the start of a text.
fn tag(text: &str) -> Option<usize> {
    // A keycap.
    if text.starts_with(['\u{fe0f}', '\u{20e3}']) {
        return None;
    }
    let end = text.find(|c| !is_hashtag(c)).unwrap_or(text.len());
    text[..end].contains(is_hashtag_letter).then_some(end)
}

/// Whether what follows shows that it was no tag.
fn is_cut(rest: &str) -> bool {
    rest.starts_with(['#', '＃']) || rest.starts_with("://")
}
