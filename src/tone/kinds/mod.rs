//! One file per kind of rule: what it finds in a text.

mod address;
mod again;
mod caps;
mod claims;
pub(super) mod consistency;
mod count;
mod disclosure;
mod emoji;
mod forbid;
mod hashtag;
mod inclusive;
mod language;
mod list;
mod person;
mod place;
#[cfg(test)]
mod probe;
mod punctuation;
mod readability;
mod repeat;
mod replace;
mod require;
mod smiley;
mod styled_unicode;
#[cfg(test)]
mod trial;
mod typography;
mod view;
mod vocabulary;
mod words;

use super::Hits;
use super::voice::Reading;
use crate::model::Demand;

/// Runs the rule of a reading.
pub(super) fn find(reading: &Reading<'_>, hits: &mut Hits<'_>) {
    match &reading.rule.demand {
        Demand::Forbid(wanted) => forbid::find(wanted, reading, hits),
        Demand::Replace(wanted) => replace::find(wanted, reading, hits),
        Demand::Require(wanted) => require::find(wanted, reading, hits),
        Demand::Disclosure(wanted) => disclosure::find(wanted, reading, hits),
        Demand::Claims(wanted) => claims::find(wanted, reading, hits),
        Demand::Address(wanted) => address::find(wanted, reading, hits),
        Demand::Person(wanted) => person::find(wanted, reading, hits),
        Demand::Inclusive(wanted) => inclusive::find(wanted, reading, hits),
        Demand::Caps(wanted) => caps::find(wanted, reading, hits),
        Demand::Punctuation(wanted) => punctuation::find(wanted, reading, hits),
        Demand::Typography(wanted) => typography::find(wanted, reading, hits),
        Demand::Emoji(wanted) => emoji::find(wanted, reading, hits),
        Demand::Hashtag(wanted) => hashtag::find(wanted, reading, hits),
        Demand::StyledUnicode => styled_unicode::find(reading, hits),
        Demand::Count(wanted) => count::find(wanted, reading, hits),
        Demand::Repeat(wanted) => repeat::find(wanted, reading, hits),
        Demand::Consistency(wanted) => consistency::find(wanted, reading, hits),
        Demand::Readability(wanted) => readability::find(wanted, reading, hits),
        Demand::Language(wanted) => language::find(wanted, reading, hits),
        Demand::Vocabulary(wanted) => vocabulary::find(wanted, reading, hits),
    }
}
