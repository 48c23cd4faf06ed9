//! Sentences of a text.

use std::ops::Range;

/// The sentences of a text, in order, without the blanks around them.
#[must_use]
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if matches!(c, '.' | '!' | '?' | '…' | '\n') {
            push(text, start..at + c.len_utf8(), &mut sentences);
            start = at + c.len_utf8();
        }
    }
    push(text, start..text.len(), &mut sentences);
    sentences
}

fn push(text: &str, range: Range<usize>, sentences: &mut Vec<Range<usize>>) {
    let words = text[range.clone()].trim();
    if words.chars().any(char::is_alphanumeric) {
        let start = range.start + text[range].find(words).unwrap_or_default();
        sentences.push(start..start + words.len());
    }
}
