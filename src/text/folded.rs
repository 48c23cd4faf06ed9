//! A text folded for comparison, with the way back to its bytes.
//!
//! Folding makes alike what people take for the same: small and capital letters, composed and
//! decomposed accents, straight and curly apostrophes, all sorts of spaces (a run of them is one),
//! all sorts of hyphens; œ is oe. Accents are dropped too: whoever compares words looks again at the
//! accents of what it found, because `côté` is not `cote`, but `DERNIERE` may be `dernière`.

use super::plain::{Plain, plain};
use std::ops::Range;

/// A folded text.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    text: String,
    /// For each folded byte, the first byte of the text that it stands for; one more for the end.
    /// Empty where each byte stands for itself.
    origin: Vec<u32>,
}

/// A text folded for comparison, where the way back does not matter: a word of a list.
///
/// ```
/// use edito::text::fold;
/// assert_eq!(fold("  L’Œuvre\u{a0} ÉTÉ "), "l'oeuvre ete");
/// ```
#[must_use]
pub fn fold(text: &str) -> String {
    Folded::new(text.trim()).text
}

impl Folded {
    /// A text, folded; texts are at most 4 GiB.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut folded = Self { text: String::with_capacity(text.len()), origin: Vec::new() };
        if is_simple(text) {
            folded.text.push_str(text);
            folded.text.make_ascii_lowercase();
            return folded;
        }
        folded.origin.reserve(text.len() + 1);
        let mut at = 0;
        while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
            let mut space = folded.text.ends_with(' ');
            let run = rest.bytes().take_while(|byte| {
                let before = std::mem::replace(&mut space, *byte == b' ');
                byte.is_ascii_graphic() || *byte == b' ' && !before
            });
            let run = run.count();
            if run > 0 {
                folded.run(&rest[..run], at);
                at += run;
            } else if let Some(c) = rest.chars().next() {
                folded.one(c, at);
                at += c.len_utf8();
            }
        }
        folded.origin.push(fit(text.len()));
        folded
    }

    /// Adds signs and letters of ASCII, and single spaces.
    fn run(&mut self, run: &str, at: usize) {
        let from = self.text.len();
        self.text.push_str(run);
        self.text[from..].make_ascii_lowercase();
        self.origin.extend(fit(at)..fit(at + run.len()));
    }

    /// Adds any character.
    fn one(&mut self, c: char, at: usize) {
        let from = self.text.len();
        match plain(c) {
            Plain::One(c) => self.text.push(c),
            Plain::Several(letters) => self.text.push_str(letters),
            Plain::Space if !self.text.ends_with(' ') => self.text.push(' '),
            Plain::Space | Plain::Nothing => {}
        }
        self.origin.resize(self.origin.len() + self.text.len() - from, fit(at));
    }

    /// The folded text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of the text that the folded bytes `range` stand for: whole characters, with the
    /// accents that stand apart from them.
    #[must_use]
    pub fn bytes(&self, range: Range<usize>) -> Range<usize> {
        if self.origin.is_empty() {
            let at = |n: usize| n.min(self.text.len());
            return at(range.start)..at(range.end);
        }
        let at = |n: usize| self.origin.get(n).or(self.origin.last()).copied().unwrap_or_default();
        let start = at(range.start);
        let mut end = at(range.end);
        if let Some(last) = range.end.checked_sub(1).filter(|last| *last >= range.start) {
            let (mut next, last) = (range.end, at(last));
            while end == last && next < self.origin.len() {
                next += 1;
                end = at(next);
            }
        }
        start as usize..end as usize
    }
}

/// Whether each byte of a text stands for itself: ASCII without runs of spaces.
fn is_simple(text: &str) -> bool {
    let mut space = false;
    text.is_ascii()
        && text.bytes().all(|byte| {
            let before = std::mem::replace(&mut space, byte == b' ');
            byte.is_ascii_graphic() || byte == b' ' && !before
        })
}

fn fit(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folds(text: &str, expected: &str) {
        assert_eq!(Folded::new(text).text(), expected, "{text:?}");
    }

    /// The bytes of `text` that its folded form writes as `part`.
    fn found<'t>(text: &'t str, part: &str) -> &'t str {
        let folded = Folded::new(text);
        let at = folded.text().find(part).expect(part);
        &text[folded.bytes(at..at + part.len())]
    }

    #[test]
    fn what_people_take_for_the_same_is_the_same() {
        folds("DERNIÈRE chance", "derniere chance");
        folds("E\u{301}te\u{301}", "ete");
        folds("l’œuvre, l'œuvre, lʼœuvre", "l'oeuvre, l'oeuvre, l'oeuvre");
        folds("a\u{202f}!\r\n\r\n b\tc", "a ! b c");
        folds("a\nb", "a b");
        folds("rendez\u{2011}vous", "rendez-vous");
        folds("co\u{ad}rps \u{200b}zé\u{fe0f}ro", "corps zero");
        folds("Straße Æther ﬁn", "strasse aether fin");
        folds("☕️👩\u{200d}🍳🇫🇷é", "☕👩🍳🇫🇷e");
        folds("İstanbul", "istanbul");
        folds("", "");
    }

    #[test]
    fn the_way_back_gives_whole_characters() {
        assert_eq!(found("Un E\u{301}te\u{301} !", "ete"), "E\u{301}te\u{301}");
        assert_eq!(found("le cœur", "coeu"), "cœu");
        assert_eq!(found("le cœur", "co"), "cœ");
        assert_eq!(found("le cœur", "eur"), "œur");
        assert_eq!(found("a \u{a0}\n b", " "), " \u{a0}\n ");
        assert_eq!(found("Plain ASCII", "ascii"), "ASCII");
        assert_eq!(found("Two  spaces", "two spaces"), "Two  spaces");
        assert_eq!(found("fin é", "e"), "é");
        assert_eq!(Folded::new("é").bytes(1..1), 2..2);
        assert_eq!(Folded::new("abc").bytes(1..9), 1..3);
    }

    #[test]
    fn a_long_text_of_anything_is_folded_at_once() {
        for one in ["a", "é", " ", "\u{301}", "œ", "\u{200b}"] {
            let text = one.repeat(300_000 / one.len());
            let folded = Folded::new(&text);
            assert_eq!(folded.bytes(0..folded.text().len()).end, text.len());
        }
    }
}
