//! Brand tone rules as data; the engine that runs them is another room.

mod demand;
mod marks;
mod measures;
mod people;
mod terms;

pub use demand::Demand;
pub use marks::{
    Apostrophe, Caps, Ellipsis, Emoji, Hashtag, Marks, Punctuation, Spaces, TagCase, Typography,
};
pub use measures::{
    Consistency, Counted, Counting, Extent, Formula, Language, Per, Readability, Repeat, Without,
};
pub use people::{Address, AddressRule, Inclusive, InclusiveForm, Person};
pub use terms::{
    Bounds, Claims, Condition, Deal, Disclosure, Field, Forbid, Forms, LetterCase, Matching, Needs,
    Position, Replace, Require, Vocabulary,
};

use super::{ChannelIx, PillarIx, Status};
use crate::diagnostic::Level;
use crate::source::{At, Loc};

/// tone.toml, with the rules of the packs that it extends.
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
    /// The rules: those of packs first, in the order of `extends`, then the brand's own.
    pub rules: Vec<ToneRule>,
}

/// `[[rule]]`.
#[derive(Clone, Debug)]
pub struct ToneRule {
    /// Its name in its file.
    pub id: Loc<String>,
    /// The pack it comes from; `None` for the brand's own.
    pub pack: Option<&'static str>,
    /// Its level; `None` is off.
    pub level: Option<Level>,
    /// What it says, in the brand's words.
    pub message: Option<String>,
    /// Why the brand wants it.
    pub why: Option<String>,
    /// The law behind it.
    pub law: Option<String>,
    /// Where to read more.
    pub link: Option<String>,
    /// Phrases that are fine all the same.
    pub except: Vec<Loc<String>>,
    /// Whether words between quotation marks are read; absent: as its kind does.
    pub quotes: Option<Quotes>,
    /// Whether what it finds may be mended by the program.
    pub fix: Mending,
    /// Where it runs.
    pub only: Only,
    /// Texts that pass.
    pub good: Vec<Loc<String>>,
    /// Texts that do not.
    pub bad: Vec<Loc<String>>,
    /// What it asks for.
    pub demand: Demand,
    /// Where it is written.
    pub at: At,
}

impl ToneRule {
    /// A rule with its kind's own level and nothing else: the one that a setting stands for.
    #[must_use]
    pub fn new(id: &str, at: At, demand: Demand) -> Self {
        Self {
            id: Loc::new(id.to_owned(), at),
            pack: None,
            level: Some(Level::Warning),
            message: None,
            why: None,
            law: None,
            link: None,
            except: Vec::new(),
            quotes: None,
            fix: Mending::Safe,
            only: Only::default(),
            good: Vec::new(),
            bad: Vec::new(),
            demand,
            at,
        }
    }

    /// Its name without `tone.`: `jargon`, or `fr-typo.ellipsis` for a rule of a pack.
    #[must_use]
    pub fn name(&self) -> String {
        match self.pack {
            Some(pack) => format!("{pack}.{}", self.id.value),
            None => self.id.value.clone(),
        }
    }
}

/// `quotes` of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotes {
    /// Words between quotation marks are somebody else's.
    Skip,
    /// They are read like the rest.
    Check,
}

/// `fix` of a rule.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mending {
    /// Where it is safe.
    #[default]
    Safe,
    /// Never.
    Never,
}

/// `only = { … }`; an empty list means everywhere.
#[derive(Clone, Debug, Default)]
pub struct Only {
    /// Channels.
    pub channels: Vec<ChannelIx>,
    /// Networks, by their keys.
    pub networks: Vec<String>,
    /// Pillars.
    pub pillars: Vec<PillarIx>,
    /// Formats.
    pub formats: Vec<String>,
    /// Language: a BCP 47 tag; `fr` takes `fr-CA` too.
    pub lang: Option<Loc<String>>,
    /// Statuses.
    pub status: Vec<Status>,
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
