//! How much of something, and how it reads.

use crate::source::Loc;

/// `kind = "count"`.
#[derive(Clone, Debug)]
pub struct Counting {
    /// What is counted.
    pub of: Counted,
    /// Over what.
    pub per: Extent,
    /// Least.
    pub min: Option<u32>,
    /// Most.
    pub max: Option<u32>,
    /// What is left out of the count.
    pub without: Vec<Without>,
    /// The patterns of `of = "pattern"`.
    pub patterns: Vec<Loc<String>>,
}

/// `of`: what is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Letters as people see them.
    Char,
    /// Words.
    Word,
    /// Sentences.
    Sentence,
    /// Lines with something in them.
    Line,
    /// Emoji.
    Emoji,
    /// Exclamation marks.
    Exclamation,
    /// Question marks.
    Question,
    /// Commas.
    Comma,
    /// Ellipses, written either way.
    Ellipsis,
    /// Hashtags.
    Hashtag,
    /// Mentions.
    Mention,
    /// Links.
    Link,
    /// Words in capitals.
    CapsWord,
    /// Semicolons.
    Semicolon,
    /// Matches of the patterns.
    Pattern,
}

/// `per`: over what something is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// The whole text.
    #[default]
    Post,
    /// Each sentence.
    Sentence,
    /// Each line.
    Line,
}

/// `without`: what is left out of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Without {
    /// Hashtags.
    Hashtags,
    /// Mentions.
    Mentions,
    /// Links.
    Links,
    /// Emoji.
    Emoji,
    /// The signature.
    Signature,
    /// Words between quotation marks.
    Quotes,
}

/// `kind = "repeat"`.
#[derive(Clone, Debug)]
pub struct Repeat {
    /// How many words apart a word may not come back; 1: right after itself.
    pub window: u32,
}

/// `kind = "consistency"`.
#[derive(Clone, Debug)]
pub struct Consistency {
    /// Ways of writing one thing; of each group one alone is used.
    pub either: Vec<Vec<Loc<String>>>,
    /// Within what.
    pub per: Per,
}

/// Within what one way of writing is kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Per {
    /// A text.
    #[default]
    Post,
    /// All posts of a campaign.
    Campaign,
    /// All posts.
    Calendar,
}

/// `kind = "readability"`.
#[derive(Clone, Debug)]
pub struct Readability {
    /// The formula.
    pub formula: Formula,
    /// Least.
    pub min: Option<i64>,
    /// Most.
    pub max: Option<i64>,
    /// Words below which there is no verdict; 30 unless set.
    pub min_words: u32,
}

/// `formula`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    /// Kandel and Moles, French: higher is easier.
    KandelMoles,
    /// Björnsson's LIX, any language: lower is easier.
    Lix,
    /// Flesch reading ease, English: higher is easier.
    Flesch,
    /// Flesch–Kincaid grade, English: lower is easier.
    FleschKincaid,
}

/// `kind = "language"`.
#[derive(Clone, Debug, Default)]
pub struct Language {
    /// The language expected; absent: the one that the post says it has.
    pub expect: Option<String>,
}
