//! What each kind of tone rule asks for.

use crate::model::Mark;
use crate::source::Loc;

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
    /// Small and capital letters are the same.
    #[default]
    Any,
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

/// `kind = "address"`.
#[derive(Clone, Debug)]
pub struct AddressRule {
    /// How people are spoken to.
    pub expect: Address,
}

/// How people are spoken to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Address {
    /// Tutoiement.
    Tu,
    /// Vouvoiement.
    Vous,
    /// Either, but one of them in a text.
    Consistent,
    /// Neither: nobody is spoken to.
    Nobody,
    /// No rule.
    Any,
}

/// `kind = "person"`.
#[derive(Clone, Debug, Default)]
pub struct Person {
    /// Persons that may speak; empty: any.
    pub allow: Vec<Loc<String>>,
    /// Persons that may not.
    pub forbid: Vec<Loc<String>>,
    /// The most sentences with a forbidden person, in percent; absent: none.
    pub max_ratio: Option<u32>,
}

/// `kind = "inclusive"`.
#[derive(Clone, Debug, Default)]
pub struct Inclusive {
    /// The form wanted; absent: no form is judged.
    pub form: Option<InclusiveForm>,
    /// The sign of the median form: `·` unless set.
    pub character: Option<Loc<String>>,
    /// What to write instead of what.
    pub swap: Vec<(Loc<String>, Loc<String>)>,
}

/// `form` of inclusive writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InclusiveForm {
    /// `client·es`.
    PointMedian,
    /// `clientes et clients`.
    Doublet,
    /// `la clientèle`.
    Epicene,
    /// None of these forms.
    Nothing,
}

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

/// The setting `vocabulary`, which no rule of a file can be.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// The names, each as it is written.
    pub words: Vec<Loc<String>>,
}
