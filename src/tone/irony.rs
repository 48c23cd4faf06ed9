//! Quotation marks around a word of the brand's own: « pépite », “no-brainer”.
//!
//! A word or two between quotation marks are said at arm's length, and said all the same. They are
//! somebody else's where a word of saying stands beside them (`Qui a dit « sans risque » ?`), and a
//! title where they begin with a capital.

use crate::text::{Letters, Words};
use std::ops::Range;

/// The most words that are said at arm's length.
const FEW: usize = 2;

/// Words of saying, sorted.
const SAYING: [&str; 36] = [
    "appelle",
    "appellent",
    "called",
    "calls",
    "dis",
    "disait",
    "disent",
    "dit",
    "dite",
    "dites",
    "expression",
    "guillemets",
    "lit",
    "lu",
    "mention",
    "mot",
    "mots",
    "nommé",
    "phrase",
    "quote",
    "quoted",
    "read",
    "reads",
    "répond",
    "said",
    "say",
    "saying",
    "says",
    "term",
    "terme",
    "termes",
    "word",
    "words",
    "wrote",
    "écrit",
    "écrivent",
];

/// Whether a quotation of a text, marks included, is no quotation but a way of saying.
#[must_use]
pub(super) fn is_own_saying(text: &str, words: &Words, quotation: &Range<usize>) -> bool {
    let list = words.list();
    let from = list.partition_point(|word| word.range().end <= quotation.start);
    let to = list.partition_point(|word| word.range().start < quotation.end);
    let inside = list.get(from..to).unwrap_or_default();
    let Some(first) = inside.first() else { return false };
    let apart = inside.iter().filter(|word| word.glue == crate::text::Glue::Apart).count();
    let titled = matches!(first.letters, Letters::Initial | Letters::Mixed)
        && text[first.range()].chars().nth(1).is_some();
    let near = list[from.saturating_sub(2)..from].iter().chain(list.iter().skip(to).take(2));
    let says = |word| SAYING.binary_search(&words.lower(word)).is_ok();
    apart <= FEW && !titled && !near.into_iter().any(says)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::quotations;

    fn own(text: &str) -> bool {
        let quotations = quotations(text);
        is_own_saying(text, &Words::of(text), &quotations[0])
    }

    #[test]
    fn a_word_at_arms_length_is_the_brands_own() {
        for text in [
            "Notre offre « sans risque » est là.",
            "Une « pépite » rare",
            "Le \"n°1\" du matelas",
            "Our crème is “clinically proven”.",
        ] {
            assert!(own(text), "{text}");
        }
    }

    #[test]
    fn quotations_and_titles_are_somebody_elses() {
        for text in [
            "Qui a dit « sans risque » ? Personne.",
            "« Une expo incontournable », écrit le journal.",
            "“The Hack” has been stuck in our heads.",
            "“A must-have in every kitchen.” Well.",
            "« incontournable », dit le journal.",
        ] {
            assert!(!own(text), "{text}");
        }
        assert!(SAYING.is_sorted());
    }
}
