//! Words and phrases: those not said, said otherwise, required, proved.

use crate::source::Loc;

/// How terms are looked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// `ignore_case`: whether small and capital letters are the same; yes unless set.
    pub case: LetterCase,
    /// `word`: whether a term is whole words; yes unless set.
    pub bounds: Bounds,
    /// `inflect`: whether its plural and feminine are meant too; yes unless set.
    pub forms: Forms,
}

/// `ignore_case`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LetterCase {
    /// Small and capital letters are the same; a pattern that names capitals (`[A-Z]`) means them.
    #[default]
    Any,
    /// They are the same whatever a pattern names: the key is set.
    Ignored,
    /// As written.
    Exact,
}

/// `word`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Bounds {
    /// Whole words.
    #[default]
    Words,
    /// Parts of words too.
    Anywhere,
}

/// `inflect`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Forms {
    /// Plural and feminine are meant too.
    #[default]
    Inflected,
    /// The very form written.
    Exact,
}

/// `kind = "forbid"`.
#[derive(Clone, Debug, Default)]
pub struct Forbid {
    /// Words and phrases.
    pub terms: Vec<Loc<String>>,
    /// Regular expressions.
    pub patterns: Vec<Loc<String>>,
    /// How the terms are looked for.
    pub matching: Matching,
}

/// `kind = "replace"`.
#[derive(Clone, Debug, Default)]
pub struct Replace {
    /// What to write instead of what; several choices are parted by `|`.
    pub swap: Vec<(Loc<String>, Loc<String>)>,
    /// How the words are looked for.
    pub matching: Matching,
}

/// `kind = "claims"`.
#[derive(Clone, Debug, Default)]
pub struct Claims {
    /// Words and phrases.
    pub terms: Vec<Loc<String>>,
    /// Regular expressions.
    pub patterns: Vec<Loc<String>>,
    /// How the terms are looked for.
    pub matching: Matching,
    /// What makes the claim fine; absent: nothing does.
    pub needs: Option<Needs>,
}

/// `needs` of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// An address in the post's `source`.
    Proof,
}

/// `kind = "require"`.
#[derive(Clone, Debug, Default)]
pub struct Require {
    /// When it is required; empty: always.
    pub when: Condition,
    /// One of these words must be there.
    pub any_of: Vec<Loc<String>>,
    /// Or a match of one of these.
    pub patterns: Vec<Loc<String>>,
    /// Where.
    pub position: Position,
    /// Within this many characters from that end.
    pub within: Option<u32>,
}

/// `when = { … }`: all that is set must hold.
#[derive(Clone, Debug, Default)]
pub struct Condition {
    /// The post has this.
    pub field: Option<Field>,
    /// The text has one of these words.
    pub terms: Vec<Loc<String>>,
    /// The text has a match of this.
    pub pattern: Option<Loc<String>>,
}

/// A field of a post that a rule can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// `link`.
    Link,
    /// `media`.
    Media,
    /// `partnership`.
    Partnership,
    /// `hashtags`.
    Hashtags,
    /// `mentions`.
    Mentions,
    /// `cta`.
    Cta,
    /// `campaign`.
    Campaign,
    /// `source`.
    Source,
}

/// `position`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Position {
    /// Anywhere.
    #[default]
    Anywhere,
    /// The very beginning.
    Start,
    /// The first line.
    FirstLine,
    /// Before the network cuts the text.
    BeforeFold,
    /// The last line.
    LastLine,
    /// The very end.
    End,
}

/// `kind = "disclosure"`: the brand's own labels, beside those of the law.
#[derive(Clone, Debug, Default)]
pub struct Disclosure {
    /// For which partnerships; empty: all.
    pub when: Vec<Deal>,
    /// Labels of which one must be there.
    pub labels: Vec<Loc<String>>,
    /// Where.
    pub position: Position,
    /// Where the text is cut, in characters, for `before-fold`; absent: the network's.
    pub fold_chars: Option<u32>,
    /// Labels that are not enough alone.
    pub not_only: Vec<Loc<String>>,
}

/// What a disclosure is due for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deal {
    /// `partnership.kind = "paid"`.
    Paid,
    /// `partnership.kind = "gift"`.
    Gift,
    /// `partnership.kind = "affiliate"`.
    Affiliate,
    /// A picture made by a machine.
    AiImage,
}

/// The setting `vocabulary`, which no rule of a file can be.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// The names, each as it is written.
    pub words: Vec<Loc<String>>,
}
