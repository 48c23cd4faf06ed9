//! Signs: capitals, punctuation, typography, emoji, hashtags.

use super::terms::Position;
use crate::model::Mark;
use crate::source::Loc;

/// `kind = "caps"`.
#[derive(Clone, Debug, Default)]
pub struct Caps {
    /// The most words in capitals in a row.
    pub max_words: Option<u32>,
    /// The most letters in capitals, in percent.
    pub max_ratio: Option<u32>,
    /// Letters that make a word count; 2 unless set.
    pub min_len: Option<u32>,
    /// Capitals that are fine.
    pub acronyms: Vec<Loc<String>>,
}

/// `kind = "punctuation"`.
#[derive(Clone, Debug, Default)]
pub struct Punctuation {
    /// The most exclamation marks in a text.
    pub max_exclamations: Option<u32>,
    /// The most exclamation and question marks in a row.
    pub max_run: Option<u32>,
    /// How an ellipsis is written.
    pub ellipsis: Option<Ellipsis>,
    /// Signs that are not written.
    pub forbid: Vec<Loc<String>>,
}

/// How an ellipsis is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ellipsis {
    /// `…`.
    Character,
    /// `...`.
    Dots,
}

/// `kind = "typography"`; what is absent is not judged.
#[derive(Clone, Debug, Default)]
pub struct Typography {
    /// Spaces before `; : ! ? »` and after `«` in French; none before them in English.
    pub spaces: Option<Spaces>,
    /// Apostrophes.
    pub apostrophe: Option<Apostrophe>,
    /// Quotation marks.
    pub marks: Option<Marks>,
    /// `capitals = "accented"`: accents on capitals.
    pub capitals: Mark,
    /// `ligatures = true`: œ and æ.
    pub ligatures: Mark,
    /// `double_spaces = false`: no two spaces in a row.
    pub single_spaces: Mark,
    /// `units = true`: a no-break space between a number and its unit.
    pub units: Mark,
}

/// `spaces`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Spaces {
    /// A no-break space, wide or narrow.
    Nbsp,
    /// Narrow before `; ! ?`, wide elsewhere.
    Narrow,
    /// Any space at all, but one.
    Any,
}

/// `apostrophe`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Apostrophe {
    /// ’
    Curly,
    /// '
    Straight,
}

/// `marks`: quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marks {
    /// « »
    Guillemets,
    /// “ ”
    Curly,
    /// " "
    Straight,
}

/// `kind = "emoji"`.
#[derive(Clone, Debug, Default)]
pub struct Emoji {
    /// Least in a text.
    pub min: Option<u32>,
    /// Most in a text.
    pub max: Option<u32>,
    /// Most in a row.
    pub max_run: Option<u32>,
    /// `position = "end"`: none before the last words.
    pub position: Position,
    /// The only ones that are fine; empty: all.
    pub allow: Vec<Loc<String>>,
    /// Those that are not.
    pub forbid: Vec<Loc<String>>,
    /// `not_bullets = true`: none at the start of the lines of a list.
    pub not_bullets: Mark,
    /// `no_duplicate = true`: none twice.
    pub no_duplicate: Mark,
}

/// `kind = "hashtag"`.
#[derive(Clone, Debug, Default)]
pub struct Hashtag {
    /// Least in a text.
    pub min: Option<u32>,
    /// Most in a text.
    pub max: Option<u32>,
    /// Those that must be there.
    pub required: Vec<Loc<String>>,
    /// Those that must not.
    pub forbid: Vec<Loc<String>>,
    /// How they are written.
    pub case: Option<TagCase>,
    /// `position = "end"`: none before the last words.
    pub position: Position,
    /// `no_duplicate = true`: none twice.
    pub no_duplicate: Mark,
}

/// `case` of hashtags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagCase {
    /// `#MadeInFrance`.
    Camel,
    /// `#madeinfrance`.
    Lower,
}
