//! What a finding is: pure data.
//!
//! A rule returns findings and knows neither its level nor the screen; the levels come from the
//! rule table and from `[rules]`, the words from [`crate::lang`], the look from `render`.

use crate::lang::{Phrase, Text};
use crate::source::{At, SourceId};
use std::borrow::Cow;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth knowing; never a reason to stop.
    Hint,
    /// Probably wrong.
    Warning,
    /// Wrong: the calendar can't go out like this.
    Error,
}

impl Level {
    /// Every level, mildest first.
    pub const ALL: [Self; 3] = [Self::Hint, Self::Warning, Self::Error];

    /// The word of the file format and of machine output.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The word for people.
    #[must_use]
    pub const fn word(self) -> Phrase {
        match self {
            Self::Hint => Phrase { en: "hint", fr: "conseil" },
            Self::Warning => Phrase { en: "warning", fr: "avertissement" },
            Self::Error => Phrase { en: "error", fr: "erreur" },
        }
    }
}

/// The family a rule belongs to; also the order of the rule list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The text of the file: TOML itself.
    Syntax,
    /// Keys, types and values.
    Structure,
    /// Names that must stand for something.
    References,
    /// When posts go out.
    Schedule,
    /// Where posts stand.
    Workflow,
    /// What networks take and refuse.
    Networks,
    /// What posts say and show.
    Content,
    /// Commercial content that says what it is.
    Disclosure,
    /// The brand's tone rules themselves; what they find is called after them.
    Tone,
    /// Shares of pillars and quotas.
    Mix,
    /// The checking itself: levels and exceptions.
    Housekeeping,
}

impl Group {
    /// Every group, in order.
    pub const ALL: [Self; 11] = [
        Self::Syntax,
        Self::Structure,
        Self::References,
        Self::Schedule,
        Self::Workflow,
        Self::Networks,
        Self::Content,
        Self::Disclosure,
        Self::Tone,
        Self::Mix,
        Self::Housekeeping,
    ];

    /// The heading for people.
    #[must_use]
    pub const fn title(self) -> Phrase {
        match self {
            Self::Syntax => Phrase { en: "Syntax", fr: "Syntaxe" },
            Self::Structure => Phrase { en: "Structure", fr: "Structure" },
            Self::References => Phrase { en: "References", fr: "Renvois" },
            Self::Schedule => Phrase { en: "Schedule", fr: "Calendrier" },
            Self::Workflow => Phrase { en: "Workflow", fr: "Circuit de validation" },
            Self::Networks => Phrase { en: "Networks", fr: "Réseaux" },
            Self::Disclosure => Phrase { en: "Disclosure", fr: "Transparence" },
            Self::Tone => Phrase { en: "Tone of voice", fr: "Ton de la marque" },
            Self::Content => Phrase { en: "Content", fr: "Contenu" },
            Self::Mix => Phrase { en: "Content mix", fr: "Mix éditorial" },
            Self::Housekeeping => Phrase { en: "Housekeeping", fr: "Entretien" },
        }
    }

    /// Whether its rules judge how the brand's own rules are written, and no post, so that no post
    /// can allow what they find. (What a rule of tone finds in a post goes by that rule's name.)
    #[must_use]
    pub const fn is_of_settings(self) -> bool {
        matches!(self, Self::Tone)
    }

    /// Faults of these groups mean that the file can't be understood: they are always errors
    /// (or what the rule table says), and every command but `check` stops on an error of theirs.
    #[must_use]
    pub const fn is_reading(self) -> bool {
        matches!(self, Self::Syntax | Self::Structure | Self::References)
    }
}

/// What a rule is; the table of them is in `rules`.
#[derive(Debug)]
pub struct Rule {
    /// Kebab-case; names the fault and reads well after "allow".
    pub id: &'static str,
    /// Its family.
    pub group: Group,
    /// The level unless `[rules]` says otherwise.
    pub level: Level,
    /// The version that brought it.
    pub since: &'static str,
    /// The fault, in a sentence.
    pub what: Phrase,
    /// Why it matters to a community manager.
    pub why: Phrase,
    /// What to do about it.
    pub remedy: Phrase,
    /// TOML that has the fault.
    pub example: &'static str,
}

/// A place that a finding speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// A file as a whole: something that is not in it, say.
    File(SourceId),
    /// Some bytes of a file.
    Span(At),
}

impl Place {
    /// The file.
    #[must_use]
    pub const fn source(self) -> SourceId {
        match self {
            Self::File(source) => source,
            Self::Span(at) => at.source,
        }
    }
}

impl From<At> for Place {
    fn from(at: At) -> Self {
        Self::Span(at)
    }
}

/// A mend: other letters in the place of some bytes of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The bytes.
    pub at: At,
    /// What to write there, as the file writes it.
    pub text: String,
}

/// One thing to say about a calendar.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule's id: of the table, or of a user's own rule.
    pub rule: Cow<'static, str>,
    /// Where.
    pub place: Place,
    /// What is wrong: a lower-case phrase.
    pub message: Text,
    /// A few words beside the place.
    pub label: Option<Text>,
    /// Other places that explain it.
    pub others: Vec<(At, Text)>,
    /// More to know: the setting that made it fire, say.
    pub notes: Vec<Text>,
    /// What to do.
    pub help: Option<Text>,
    /// The level of this very finding, where it is not its rule's: a figure that is not sure, say.
    /// `[rules]` outweighs it.
    pub level: Option<Level>,
    /// A mend that changes no meaning.
    pub fix: Option<Mend>,
    /// The post it is about.
    pub post: Option<String>,
    /// The channel it is about.
    pub channel: Option<String>,
}

impl Finding {
    /// A finding with a message alone.
    pub fn new(rule: &'static str, place: impl Into<Place>, message: Text) -> Self {
        Self {
            rule: Cow::Borrowed(rule),
            place: place.into(),
            message,
            label: None,
            others: Vec::new(),
            notes: Vec::new(),
            help: None,
            level: None,
            fix: None,
            post: None,
            channel: None,
        }
    }

    /// With a few words beside the place.
    #[must_use]
    pub fn label(mut self, text: impl Into<Text>) -> Self {
        self.label = Some(text.into());
        self
    }

    /// With another place that explains it.
    #[must_use]
    pub fn other(mut self, at: At, text: impl Into<Text>) -> Self {
        self.others.push((at, text.into()));
        self
    }

    /// With something more to know.
    #[must_use]
    pub fn note(mut self, text: impl Into<Text>) -> Self {
        self.notes.push(text.into());
        self
    }

    /// With what to do.
    #[must_use]
    pub fn help(mut self, text: impl Into<Text>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// With a level of its own.
    #[must_use]
    pub const fn at_level(mut self, level: Level) -> Self {
        self.level = Some(level);
        self
    }

    /// About this post.
    #[must_use]
    pub fn of_post(mut self, id: &str) -> Self {
        self.post = Some(id.to_owned());
        self
    }

    /// About this channel.
    #[must_use]
    pub fn on_channel(mut self, id: &str) -> Self {
        self.channel = Some(id.to_owned());
        self
    }
}

/// A finding and the level it has in this calendar.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The finding.
    pub finding: Finding,
    /// Its level here.
    pub level: Level,
}
