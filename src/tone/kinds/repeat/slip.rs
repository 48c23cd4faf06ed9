//! Whether a word that stands twice in a row is a slip.
//!
//! Doubling is a figure of speech too (`très très`), a grammar (`vous vous`, `had had`, `hand it in in
//! March`) and a way of making names (`Bora Bora`); none of these is a slip. What is a figure twice
//! may be a slip three times: `vous vous vous`.

use super::company::{Names, is_spared};
use super::lists::{EMPHATIC, FOLLOWED, GRAMMAR, ON_PURPOSE, SMALL};
use crate::text::{Glue, Letters, Word};
use crate::tone::Passage;
use std::ops::Range;

/// A place in a list of words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot<'p> {
    pub(super) passage: &'p Passage<'p>,
    pub(super) list: &'p [Word],
    /// The first of the two words.
    pub(super) at: usize,
}

impl<'p> Spot<'p> {
    pub(super) fn lower(&self, at: usize) -> &'p str {
        self.list.get(at).map_or("", |word| self.passage.words().lower(word))
    }

    /// What lies between a word and the one after it.
    fn gap(&self, first: usize) -> &'p str {
        match (self.list.get(first), self.list.get(first + 1)) {
            (Some(one), Some(two)) => &self.passage.text[one.range().end..two.range().start],
            _ => "",
        }
    }

    /// Whether nothing but blanks lies between a word and the one after it.
    pub(super) fn is_blank(&self, first: usize) -> bool {
        let gap = self.gap(first);
        !gap.is_empty() && gap.chars().all(char::is_whitespace)
    }

    /// The word before the two, if nothing but blanks or an apostrophe parts them.
    pub(super) fn before(&self) -> &'p str {
        match self.at.checked_sub(1) {
            Some(before) if self.is_blank(before) => self.lower(before),
            _ => "",
        }
    }

    /// The word after the two, if nothing but blanks parts them.
    pub(super) fn next(&self) -> &'p str {
        if self.is_blank(self.at + 1) { self.lower(self.at + 2) } else { "" }
    }

    /// Whether a line ends between two words that does not end in the middle of a sentence.
    fn is_parted(&self, first: usize) -> bool {
        let lines = self.gap(first).bytes().filter(|byte| *byte == b'\n').count();
        let small = self.list.get(first + 1).is_some_and(|second| second.letters == Letters::Small);
        lines > 1 || (lines == 1 && !small)
    }

    fn is_glued(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|word| word.glue != Glue::Apart)
    }

    fn bytes(&self, last: usize) -> Range<usize> {
        self.list[self.at].range().start..self.list[last].range().end
    }
}

/// Whether the word at a place and the same one after it are a slip.
pub(super) fn is_slip(spot: &Spot<'_>) -> bool {
    let at = spot.at;
    let (first, second) = (&spot.list[at], &spot.list[at + 1]);
    let word = spot.lower(at + 1);
    let plain = spot.is_blank(at)
        && !(spot.is_parted(at) || spot.is_glued(at) || spot.is_glued(at + 2))
        && is_word(second, word);
    if !plain || ON_PURPOSE.has(word) {
        return false;
    }
    let again = spot.lower(at + 2) == word && spot.is_blank(at + 1);
    let sung = again || at > 0 && spot.lower(at - 1) == word;
    let capital = first.letters != Letters::Small && second.letters == Letters::Initial;
    let names = if capital { Names::Written } else { Names::Unlikely };
    let slip = if GRAMMAR.has(word) {
        again
    } else if sung {
        SMALL.has(word) && word != "la"
    } else if EMPHATIC.has(word) {
        FOLLOWED.has(spot.next())
    } else {
        !is_spared(spot, word, names)
    };
    slip && !spot.passage.is_masked(&spot.bytes(at + 1))
}

/// The last word of an elided word and the same one after it: `c’est c’est`, `it's it's`.
pub(super) fn elided_slip(spot: &Spot<'_>) -> Option<usize> {
    let at = spot.at;
    let glue = |n: usize| spot.list.get(at + n).map(|word| word.glue);
    let shape = glue(0) == Some(Glue::Apart)
        && glue(1) == Some(Glue::Apostrophe)
        && glue(2) == Some(Glue::Apart)
        && glue(3) == Some(Glue::Apostrophe)
        && matches!(glue(4), None | Some(Glue::Apart));
    let slip = shape
        && spot.lower(at) == spot.lower(at + 2)
        && spot.lower(at + 1) == spot.lower(at + 3)
        && spot.is_blank(at + 1)
        && !spot.is_parted(at + 1)
        && spot.list[at + 3].letters != Letters::Initial
        && !spot.passage.is_masked(&spot.bytes(at + 3));
    slip.then_some(at + 3)
}

/// Not a number, a single letter (but `à`, `a`, `y` and `I`) or a word of another script.
pub(super) fn is_word(word: &Word, lower: &str) -> bool {
    let single = lower.chars().nth(1).is_none();
    let small = word.letters == Letters::Small && matches!(lower, "a" | "à" | "y");
    word.letters != Letters::None
        && (!single || small || lower == "i")
        && lower.chars().all(|c| c.is_alphabetic() && c < '\u{250}')
}
