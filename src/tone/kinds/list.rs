//! A list of words, looked up at once.

use std::collections::HashSet;
use std::sync::OnceLock;

/// Words in small letters, parted by spaces; made ready when first asked.
#[derive(Debug)]
pub(super) struct List {
    words: &'static str,
    set: OnceLock<HashSet<&'static str>>,
}

impl List {
    /// A list of these words.
    pub(super) const fn of(words: &'static str) -> Self {
        Self { words, set: OnceLock::new() }
    }

    /// Whether a word is one of them.
    pub(super) fn has(&self, word: &str) -> bool {
        self.set.get_or_init(|| self.words.split_ascii_whitespace().collect()).contains(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole() {
        static SOME: List = List::of("un deux");
        assert!(SOME.has("un") && SOME.has("deux") && !SOME.has("u") && !SOME.has("un deux"));
        assert!(!SOME.has(""));
    }
}
