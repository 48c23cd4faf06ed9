//! The terms of all rules, looked for at once.
//!
//! One automaton holds the words of every list of every rule: what is forbidden, swapped, required,
//! excepted, the brand's vocabulary. It runs once over the folded text; what it finds is held
//! against word boundaries, accents and case, and handed out rule by rule.

use super::Passage;
use crate::model::ToneRule;
use crate::source::Loc;
use std::ops::Range;

/// What a list of terms is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// `terms`, `swap` (its left sides), `any_of`, `labels`: what the rule is about.
    Main,
    /// `except`.
    Except,
    /// `when.terms`.
    When,
    /// `not_only`.
    NotOnly,
    /// One group of `either`, by its number.
    Either(u32),
    /// The brand's vocabulary, whatever the case of its letters.
    Vocabulary,
}

/// The lists of all rules, made ready.
#[derive(Debug)]
pub struct Lexicon {}

impl Lexicon {
    /// The lists of these rules and the brand's vocabulary.
    #[must_use]
    pub fn new(rules: &[ToneRule], vocabulary: &[Loc<String>]) -> Self {
        let _ = (rules, vocabulary);
        Self {}
    }

    /// Every term of a text.
    #[must_use]
    pub fn scan(&self, passage: &Passage<'_>) -> Found {
        let _ = passage;
        Found::default()
    }
}

/// A term in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Which term of its list.
    pub term: usize,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// How it is written there.
    pub form: Form,
}

/// How a term is written in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// As in the list, case apart.
    Base,
    /// With the mark of the plural at its end.
    Plural,
    /// Inflected otherwise.
    Other,
}

/// The terms of all rules that are in a text.
#[derive(Clone, Debug, Default)]
pub struct Found {
    lists: Vec<(usize, Role, Vec<Match>)>,
}

impl Found {
    /// Those of one list of one rule (by its number), in the order of the text; none overlap. What
    /// lies in a link, mention or hashtag is not among them.
    #[must_use]
    pub fn of(&self, rule: usize, role: Role) -> &[Match] {
        let list = self.lists.iter().find(|list| list.0 == rule && list.1 == role);
        list.map_or(&[], |list| &list.2)
    }

    /// Whether bytes lie in an exception of this rule, or in a word of the brand's vocabulary
    /// written with its exact case.
    #[must_use]
    pub fn is_excepted(&self, rule: usize, range: &Range<usize>) -> bool {
        let _ = (rule, range);
        false
    }
}
