//! What each kind of tone rule asks for.

use super::marks::{Caps, Emoji, Hashtag, Punctuation, Typography};
use super::measures::{Consistency, Counting, Language, Readability, Repeat};
use super::people::{AddressRule, Inclusive, Person};
use super::terms::{Claims, Disclosure, Forbid, Replace, Require, Vocabulary};

/// What a rule asks for, by its `kind`.
#[derive(Clone, Debug)]
pub enum Demand {
    /// Words that are not said.
    Forbid(Forbid),
    /// Words said otherwise.
    Replace(Replace),
    /// Words that must be there.
    Require(Require),
    /// A label of a commercial relation that must be there.
    Disclosure(Disclosure),
    /// Promises that need a proof, or that a law forbids.
    Claims(Claims),
    /// How people are spoken to.
    Address(AddressRule),
    /// Who speaks.
    Person(Person),
    /// Words for people of any gender.
    Inclusive(Inclusive),
    /// Capital letters.
    Caps(Caps),
    /// Exclamation marks, question marks, ellipses.
    Punctuation(Punctuation),
    /// Spaces, apostrophes, quotation marks, accents on capitals.
    Typography(Typography),
    /// Emoji.
    Emoji(Emoji),
    /// Hashtags.
    Hashtag(Hashtag),
    /// Letters that only look like letters.
    StyledUnicode,
    /// How much there is of something.
    Count(Counting),
    /// A word said twice in a row.
    Repeat(Repeat),
    /// Two ways of writing one thing.
    Consistency(Consistency),
    /// A formula of readability.
    Readability(Readability),
    /// The language of the text.
    Language(Language),
    /// Names with an exact case: what the setting `vocabulary` stands for.
    Vocabulary(Vocabulary),
}

impl Demand {
    /// The word of the file.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Forbid(_) => "forbid",
            Self::Replace(_) => "replace",
            Self::Require(_) => "require",
            Self::Disclosure(_) => "disclosure",
            Self::Claims(_) => "claims",
            Self::Address(_) => "address",
            Self::Person(_) => "person",
            Self::Inclusive(_) => "inclusive",
            Self::Caps(_) => "caps",
            Self::Punctuation(_) => "punctuation",
            Self::Typography(_) => "typography",
            Self::Emoji(_) => "emoji",
            Self::Hashtag(_) => "hashtag",
            Self::StyledUnicode => "styled-unicode",
            Self::Count(_) => "count",
            Self::Repeat(_) => "repeat",
            Self::Consistency(_) => "consistency",
            Self::Readability(_) => "readability",
            Self::Language(_) => "language",
            Self::Vocabulary(_) => "vocabulary",
        }
    }
}
