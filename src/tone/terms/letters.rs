//! The letters of a term and of a text, with what folding takes from them: accents and capitals.

use crate::model::tone::LetterCase;
use crate::text::{Plain, accents, is_accent, plain};

/// A letter or sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    /// What folding makes of it.
    pub(super) base: char,
    /// Its accents.
    pub(super) accents: u32,
    /// How it is written.
    pub(super) size: Size,
}

/// How a letter is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Size {
    /// Either way: a letter that inflection adds.
    Any,
    Small,
    Capital,
}

/// The letters and signs of a text, runs of spaces as one.
pub(super) fn letters(text: &str) -> Vec<Letter> {
    let mut all: Vec<Letter> = Vec::with_capacity(text.len());
    for c in text.chars() {
        let size = if c.is_uppercase() { Size::Capital } else { Size::Small };
        match plain(c) {
            Plain::One(base) => all.push(Letter { base, accents: accents(c), size }),
            Plain::Several(bases) => {
                all.extend(bases.chars().map(|base| Letter { base, accents: 0, size }));
            }
            Plain::Space if all.last().is_none_or(|last| last.base != ' ') => {
                all.push(Letter { base: ' ', accents: 0, size: Size::Any });
            }
            Plain::Space => {}
            Plain::Nothing => {
                if let Some(last) = all.last_mut().filter(|_| is_accent(c)) {
                    last.accents += accents(c);
                }
            }
        }
    }
    all
}

/// Whether a text, alike when folded, is a term when accents and, if asked for, capitals are looked
/// at. The text must have the accents of the term, though a capital may have lost them, and no others.
pub(super) fn agree(term: &[Letter], text: &str, case: LetterCase) -> bool {
    let plain = case != LetterCase::Exact && term.iter().all(|letter| letter.accents == 0);
    if plain && text.is_ascii() {
        return true;
    }
    let text = letters(text);
    let mut written = text.iter().filter(|letter| letter.base.is_alphanumeric());
    let wanted = term.iter().filter(|letter| letter.base.is_alphanumeric());
    for wanted in wanted {
        let Some(letter) = written.next() else {
            return false;
        };
        let lost = letter.accents == 0 && letter.size == Size::Capital;
        let sized = case != LetterCase::Exact
            || wanted.size == Size::Any
            || wanted.size == letter.size
            || !letter.base.is_alphabetic();
        if letter.base != wanted.base || letter.accents != wanted.accents && !lost || !sized {
            return false;
        }
    }
    written.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_of_a_term_are_in_the_text_unless_on_a_capital() {
        let agrees = |term: &str, text: &str| agree(&letters(term), text, LetterCase::Any);
        assert!(agrees("dernière", "DERNIERE") && agrees("dernière", "Dernie\u{300}re"));
        assert!(agrees("à voir", "A  voir") && agrees("cœur", "coeur") && agrees("coeur", "cœur"));
        assert!(!agrees("près", "prés") && !agrees("prés", "près"));
        assert!(!agrees("cote", "côté") && !agrees("côté", "cote") && !agrees("cote", "CÔTE"));
    }

    #[test]
    fn case_matters_where_asked_for() {
        let agrees = |term: &str, text: &str| agree(&letters(term), text, LetterCase::Exact);
        assert!(agrees("LinkedIn", "LinkedIn") && !agrees("LinkedIn", "Linkedin"));
        assert!(agrees("n° 1", "n°1"));
    }
}
