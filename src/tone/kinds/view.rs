//! The words of a text with their neighbours, for rules that read a word by its company.
//!
//! A place past either end has the empty word, so no reader needs to ask where the text ends.

use crate::lang::Text;
use crate::text::{Glue, Letters, Word, Words};
use crate::tone::voice::Reading;
use std::ops::Range;

/// The words of a text by their numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct View<'p> {
    text: &'p str,
    words: &'p Words,
    list: &'p [Word],
}

impl<'p> View<'p> {
    /// The words of a text.
    pub(super) fn new(text: &'p str, words: &'p Words) -> Self {
        Self { text, words, list: words.list() }
    }

    /// How many there are.
    pub(super) const fn len(&self) -> usize {
        self.list.len()
    }

    /// A word in small letters; empty past the end.
    pub(super) fn at(&self, i: usize) -> &'p str {
        self.list.get(i).map_or("", |word| self.words.lower(word))
    }

    /// The word `n` places before another, in small letters; empty before the first.
    pub(super) fn before(&self, i: usize, n: usize) -> &'p str {
        i.checked_sub(n).map_or("", |i| self.at(i))
    }

    /// The bytes of a word.
    pub(super) fn range(&self, i: usize) -> Range<usize> {
        self.list.get(i).map_or(self.text.len()..self.text.len(), Word::range)
    }

    /// The text.
    pub(super) const fn text(&self) -> &'p str {
        self.text
    }

    /// What joins a word to the one before it.
    pub(super) fn glue(&self, i: usize) -> Glue {
        self.list.get(i).map_or(Glue::Apart, |word| word.glue)
    }

    /// How a word's letters are written.
    pub(super) fn letters(&self, i: usize) -> Letters {
        self.list.get(i).map_or(Letters::None, |word| word.letters)
    }

    /// What stands between a word and the one before it, or the start of the text; past the last
    /// word, what ends the text.
    pub(super) fn gap(&self, i: usize) -> &'p str {
        let from = i.checked_sub(1).map_or(0, |before| self.range(before).end);
        self.text.get(from..self.range(i).start).unwrap_or_default()
    }

    /// Whether nothing but a space (or two) stands between a word and the one before it.
    pub(super) fn is_next(&self, i: usize) -> bool {
        let gap = self.gap(i);
        gap == " " || i > 0 && i < self.len() && !gap.is_empty() && gap.chars().all(is_blank)
    }

    /// The word after another where only a space parts them; empty otherwise.
    pub(super) fn then(&self, i: usize) -> &'p str {
        if self.is_next(i + 1) { self.at(i + 1) } else { "" }
    }

    /// Whether a word in capitals stands beside others in capitals: it shouts, it is no acronym.
    pub(super) fn shouts(&self, i: usize) -> bool {
        let capitals = |at: Option<usize>| {
            at.is_some_and(|at| self.letters(at) == Letters::Capitals && self.range(at).len() > 2)
        };
        let (before, after) = (i.checked_sub(1), self.is_next(i + 1).then_some(i + 1));
        capitals(before.filter(|_| self.is_next(i))) || capitals(after)
    }

    /// Whether a word is a part of a mail address, a domain or a name of an account, that no network
    /// made a link of: `salut.toi@exemple.fr`, `tu_et_moi`.
    pub(super) fn is_of_mail(&self, i: usize) -> bool {
        let (range, bytes) = (self.range(i), self.text.as_bytes());
        let joins = |byte: Option<&u8>| matches!(byte, Some(b'@' | b'_'));
        self.glue(i) == Glue::Stop && self.letters(i) == Letters::Small
            || self.glue(i + 1) == Glue::Stop && self.letters(i + 1) == Letters::Small
            || joins(bytes.get(range.end))
            || joins(range.start.checked_sub(1).and_then(|before| bytes.get(before)))
    }

    /// Whether a full stop, a line end or the like stands between a word and the one before it.
    pub(super) fn breaks(&self, i: usize) -> bool {
        i == 0 || self.gap(i).contains(['.', '!', '?', '…', '\n', ':'])
    }
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() && c != '\n' && c != '\r'
}

/// Whether bytes are a rule's business: in no link and no exception, and not quoted where a rule
/// leaves quotations alone.
pub(super) fn is_read(reading: &Reading<'_>, range: &Range<usize>) -> bool {
    !reading.passage.is_masked(range)
        && !reading.is_quoted(range)
        && !reading.found.is_excepted(reading.index, range)
}

/// A sentence whose operands are words of the text.
pub(super) fn quoting(word: &str, tell: impl Fn(crate::lang::Lang, &str) -> String) -> Text {
    Text::of(|lang| tell(lang, &crate::lang::quote(lang, word)))
}
