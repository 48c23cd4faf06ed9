//! How well a text keeps to the tone: one number, and where its points went.
//!
//! The formula is whole numbers alone, so that it can be worked out by hand: a text starts at 100;
//! each finding takes [`cost`] points (an error 20, a warning 8, a hint 2); of one rule at most
//! [`COUNTED`] findings count; what is left is never below 0. A text without a finding is at 100.

use crate::diagnostic::Level;
use crate::lang::Phrase;
use crate::model::Demand;
use std::collections::HashMap;

/// The score of a text that says nothing against the tone.
pub const FULL: u32 = 100;

/// How many findings of one rule count: whoever says one thing ten times is told once.
pub const COUNTED: usize = 3;

/// What rules are about, so that a score says what to work on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Which words are used.
    Words,
    /// How people are spoken to, and of.
    Address,
    /// How loud it is.
    Emphasis,
    /// How it is written: typography, hashtags, letters.
    Marks,
    /// How easy it is to read.
    Clarity,
    /// What has to be said, or proven.
    Duties,
}

impl Family {
    /// Every family, in the order they are shown.
    pub const ALL: [Self; 6] =
        [Self::Words, Self::Address, Self::Emphasis, Self::Marks, Self::Clarity, Self::Duties];

    /// The family of a rule.
    #[must_use]
    pub const fn of(demand: &Demand) -> Self {
        match demand {
            Demand::Forbid(_)
            | Demand::Replace(_)
            | Demand::Consistency(_)
            | Demand::Repeat(_)
            | Demand::Vocabulary(_)
            | Demand::Language(_) => Self::Words,
            Demand::Address(_) | Demand::Person(_) | Demand::Inclusive(_) => Self::Address,
            Demand::Caps(_) | Demand::Punctuation(_) | Demand::Emoji(_) => Self::Emphasis,
            Demand::Typography(_) | Demand::Hashtag(_) | Demand::StyledUnicode => Self::Marks,
            Demand::Count(_) | Demand::Readability(_) => Self::Clarity,
            Demand::Require(_) | Demand::Disclosure(_) | Demand::Claims(_) => Self::Duties,
        }
    }

    /// The word of machine output.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Address => "address",
            Self::Emphasis => "emphasis",
            Self::Marks => "marks",
            Self::Clarity => "clarity",
            Self::Duties => "duties",
        }
    }

    /// The word for people.
    #[must_use]
    pub const fn word(self) -> Phrase {
        match self {
            Self::Words => Phrase { en: "words", fr: "mots" },
            Self::Address => Phrase { en: "address", fr: "adresse" },
            Self::Emphasis => Phrase { en: "emphasis", fr: "insistance" },
            Self::Marks => Phrase { en: "marks", fr: "signes" },
            Self::Clarity => Phrase { en: "clarity", fr: "clarté" },
            Self::Duties => Phrase { en: "duties", fr: "obligations" },
        }
    }
}

/// The points that a finding of this level takes.
#[must_use]
pub const fn cost(level: Level) -> u32 {
    match level {
        Level::Error => 20,
        Level::Warning => 8,
        Level::Hint => 2,
    }
}

/// A rule that took points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// The rule's name, without `tone.`.
    pub rule: String,
    /// Its family.
    pub family: Family,
    /// How many findings it has.
    pub found: usize,
    /// The points it took.
    pub points: u32,
}

/// The score of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// The rules that took points, the first found first.
    pub losses: Vec<Loss>,
}

impl Score {
    /// The score of a text with these findings: rule, family, level.
    #[must_use]
    pub fn of<'r>(found: impl IntoIterator<Item = (&'r str, Family, Level)>) -> Self {
        let mut losses: Vec<Loss> = Vec::new();
        let mut known: HashMap<&str, usize> = HashMap::new();
        for (rule, family, level) in found {
            let index = *known.entry(rule).or_insert_with(|| {
                losses.push(Loss { rule: rule.to_owned(), family, found: 0, points: 0 });
                losses.len() - 1
            });
            if let Some(loss) = losses.get_mut(index) {
                loss.found += 1;
                loss.points += if loss.found <= COUNTED { cost(level) } else { 0 };
            }
        }
        Self { losses }
    }

    /// The number: 0 to 100.
    #[must_use]
    pub fn total(&self) -> u32 {
        FULL.saturating_sub(self.losses.iter().map(|loss| loss.points).sum())
    }

    /// The points lost in a family; all of them together may be more than 100.
    #[must_use]
    pub fn lost(&self, family: Family) -> u32 {
        let own = self.losses.iter().filter(|loss| loss.family == family);
        own.map(|loss| loss.points).sum()
    }

    /// What to work on first: the rule that took most points, the first found of equals.
    #[must_use]
    pub fn worst(&self) -> Option<&Loss> {
        // `max_by_key` takes the last of equals.
        self.losses.iter().rev().max_by_key(|loss| loss.points)
    }

    /// Whether it is at a gate or above; without a gate everything passes.
    #[must_use]
    pub fn passes(&self, gate: Option<u32>) -> bool {
        gate.is_none_or(|gate| self.total() >= gate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clean_text_has_all_points() {
        let score = Score::default();
        assert_eq!((score.total(), score.worst()), (100, None));
        assert!(score.passes(None) && score.passes(Some(100)));
    }

    #[test]
    fn three_findings_of_a_rule_count() {
        let one = ("jargon", Family::Words, Level::Warning);
        assert_eq!(Score::of([one]).total(), 92);
        assert_eq!(Score::of(vec![one; 3]).total(), 76);
        let many = Score::of(vec![one; 40]);
        assert_eq!((many.total(), many.losses[0].found), (76, 40));
    }

    #[test]
    fn points_go_by_level_and_family_and_never_below_nought() {
        let score = Score::of([
            ("vert", Family::Duties, Level::Error),
            ("mesure", Family::Emphasis, Level::Hint),
            ("address", Family::Address, Level::Warning),
        ]);
        assert_eq!(score.total(), 70);
        assert_eq!(Family::ALL.map(|family| score.lost(family)), [0, 8, 2, 0, 0, 20]);
        assert_eq!(score.worst().map(|loss| loss.rule.as_str()), Some("vert"));
        assert!(score.passes(Some(70)) && !score.passes(Some(71)));
        let names = ["a", "b", "c", "d", "e", "f"];
        assert_eq!(Score::of(names.map(|n| (n, Family::Words, Level::Error))).total(), 0);
    }

    #[test]
    fn the_first_of_equals_is_the_worst() {
        let of = |rule| (rule, Family::Words, Level::Warning);
        assert_eq!(Score::of([of("a"), of("b")]).worst().map(|loss| loss.rule.as_str()), Some("a"));
    }
}
