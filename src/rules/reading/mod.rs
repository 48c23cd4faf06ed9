//! The rules whose faults are found while files are read: what they are and what to do about them.
//!
//! There is no check here; `load` finds the faults and names the rules by their ids.

pub mod keys;
pub mod preset;
pub mod references;
pub mod syntax;
pub mod times;
pub mod tone;
pub mod values;

use crate::diagnostic::{Group, Level, Rule};
use crate::lang::Phrase;

/// The words of a rule: what, why and remedy, each in English and French.
struct Words {
    what: [&'static str; 2],
    why: [&'static str; 2],
    remedy: [&'static str; 2],
}

const fn phrase(words: [&'static str; 2]) -> Phrase {
    Phrase { en: words[0], fr: words[1] }
}

/// A rule of the first version.
const fn found(
    id: &'static str,
    group: Group,
    level: Level,
    words: &Words,
    example: &'static str,
) -> Rule {
    Rule {
        id,
        group,
        level,
        since: "0.1.0",
        what: phrase(words.what),
        why: phrase(words.why),
        remedy: phrase(words.remedy),
        example,
    }
}
