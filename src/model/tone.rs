//! Brand tone rules as data; the engine that runs them is another room.

use super::{ChannelIx, PillarIx};
use crate::diagnostic::Level;
use crate::source::{At, Loc};

/// tone.toml.
#[derive(Clone, Debug, Default)]
pub struct Tone {
    /// Shipped packs.
    pub extends: Vec<Loc<String>>,
    /// How people are spoken to.
    pub address: Option<Loc<Address>>,
    /// Least score of a post, 0–100.
    pub gate: Option<Loc<u32>>,
    /// Words with an exact case, never flagged elsewhere.
    pub vocabulary: Vec<Loc<String>>,
    /// Rules of packs that are switched off.
    pub off: Vec<Loc<String>>,
    /// Words that end every text.
    pub signature: Option<Loc<String>>,
    /// Own rules.
    pub rules: Vec<ToneRule>,
}

/// `address`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// Tutoiement.
    Tu,
    /// Vouvoiement.
    Vous,
    /// Either, but one of them in a text.
    Consistent,
    /// No rule.
    Any,
}

/// `[[rule]]`.
#[derive(Clone, Debug)]
pub struct ToneRule {
    /// Its name in the file.
    pub id: Loc<String>,
    /// What it does: one of [`RULE_KINDS`].
    pub kind: Loc<String>,
    /// Its level; `None` is off.
    pub level: Option<Level>,
    /// What it says, in the brand's words.
    pub message: Option<String>,
    /// Why the brand wants it.
    pub why: Option<String>,
    /// Words and phrases.
    pub terms: Vec<Loc<String>>,
    /// Regular expressions.
    pub patterns: Vec<Loc<String>>,
    /// What to write instead of what.
    pub swap: Vec<(Loc<String>, Loc<String>)>,
    /// Phrases that are fine all the same.
    pub except: Vec<Loc<String>>,
    /// Where it runs.
    pub only: Only,
    /// What a `count` rule counts, and over what.
    pub count: Counting,
    /// Texts that pass.
    pub good: Vec<Loc<String>>,
    /// Texts that do not.
    pub bad: Vec<Loc<String>>,
    /// Where it is written.
    pub at: At,
}

/// `only = { … }`; an empty list means everywhere.
#[derive(Clone, Debug, Default)]
pub struct Only {
    /// Channels.
    pub channels: Vec<ChannelIx>,
    /// Pillars.
    pub pillars: Vec<PillarIx>,
    /// Formats.
    pub formats: Vec<String>,
    /// Language.
    pub lang: Option<String>,
    /// Statuses.
    pub status: Vec<String>,
}

/// `of`, `per`, `min`, `max`, `without` of a `count` rule.
#[derive(Clone, Debug, Default)]
pub struct Counting {
    /// What is counted.
    pub of: Option<String>,
    /// Over what: post, sentence or line.
    pub per: Option<String>,
    /// Least.
    pub min: Option<u32>,
    /// Most.
    pub max: Option<u32>,
    /// What is left out of the count.
    pub without: Vec<String>,
}

/// Every kind of tone rule.
pub const RULE_KINDS: [&str; 19] = [
    "forbid",
    "replace",
    "require",
    "disclosure",
    "claims",
    "address",
    "person",
    "inclusive",
    "caps",
    "punctuation",
    "typography",
    "emoji",
    "hashtag",
    "styled-unicode",
    "count",
    "repeat",
    "consistency",
    "readability",
    "language",
];
