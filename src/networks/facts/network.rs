//! What is known of a network, as data.

use crate::networks::Unit;
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;

/// How well a figure is known. Only the first two make errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Grade {
    /// The network's own documentation, schema or specification.
    Official,
    /// The network's own source code.
    Source,
    /// What schedulers enforce.
    Peers,
    /// Nobody who should know was read.
    Unverified,
}

impl Grade {
    /// Whether going past such a figure is surely refused.
    #[must_use]
    pub const fn is_sure(self) -> bool {
        matches!(self, Self::Official | Self::Source)
    }
}

/// A limit: the most that is allowed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The most.
    pub most: u32,
    /// How well it is known: its own grade, else the network's.
    pub grade: Grade,
    /// Other figures that are told, and by whom.
    pub disputed: Vec<Claim>,
}

impl Figure {
    /// The most, to be compared with a count.
    #[must_use]
    pub fn limit(&self) -> usize {
        usize::try_from(self.most).unwrap_or(usize::MAX)
    }
}

/// Another figure, and who says it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The figure.
    pub most: u32,
    /// Who says it: names of networks, programs and documents; no sentence.
    pub by: String,
}

/// Another unit that a length is said to be counted in, and who says it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitClaim {
    /// The unit.
    pub unit: Unit,
    /// Who says it, as in [`Claim::by`].
    pub by: String,
}

/// A fact that is no figure, or a figure for advice, and may be known less well than the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// [`Network::forbidden`].
    Forbidden,
    /// [`Network::media_min`].
    MediaMin,
    /// [`Network::mixed_media`].
    MixedMedia,
    /// [`Network::needs`].
    Needs,
    /// [`Network::phones_refused`].
    Phones,
    /// [`Network::same_text_refused`].
    SameText,
    /// [`Network::threads`].
    Threads,
    /// [`Network::title_min`].
    TitleMin,
    /// [`Network::title_required`].
    TitleRequired,
}

/// A label that a network can put on a post itself, beside what the text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Label {
    /// Somebody paid for the post, or gave something for it.
    Partnership,
    /// It was made or altered by artificial intelligence.
    Ai,
}

/// Who may change the network's figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Varies {
    /// Each server of it.
    Server,
    /// Each community on it.
    Community,
}

/// Limits of a poll.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Poll {
    /// Least number of answers.
    pub options_min: Option<u32>,
    /// Number of answers.
    pub options: Option<Figure>,
    /// Length of an answer.
    pub option: Option<Figure>,
    /// Length of the question.
    pub question: Option<Figure>,
}

/// What must be shown with a post.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Needs {
    /// Nothing.
    #[default]
    Nothing,
    /// An image or a film.
    Media,
    /// A film.
    Video,
}

/// Limits of a post of some kind, in place of the network's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variant {
    /// Its name: a `format` (story, article), or how it is paid (premium), or `caption` and `photo`
    /// for a text that goes with media or images.
    pub name: String,
    /// Length of the text; 0: none.
    pub text: Option<Figure>,
    /// Length of the title.
    pub title: Option<Figure>,
}

/// A network, and all that is known of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    /// Its word in the file.
    pub key: &'static str,
    /// Its name for people.
    pub name: &'static str,
    /// Other names that people use.
    pub aliases: Vec<String>,
    /// The newest source that was read.
    pub as_of: Option<NaiveDate>,
    /// How well its figures are known.
    pub grade: Grade,
    /// What was read.
    pub sources: Vec<String>,
    /// What its text limit counts.
    pub unit: Unit,
    /// Other units that are told of.
    pub unit_disputed: Vec<UnitClaim>,
    /// Who may change its figures.
    pub varies: Option<Varies>,
    /// What its title limit counts.
    pub title_unit: Unit,
    /// Length of a text.
    pub text: Option<Figure>,
    /// Length of a text in UTF-8 bytes, a second limit.
    pub bytes: Option<Figure>,
    /// Length that is still read: advice.
    pub text_advised: Option<u32>,
    /// Length that is shown before “more”: what matters belongs before it.
    pub fold: Option<u32>,
    /// Length of a title.
    pub title: Option<Figure>,
    /// Least length of a title.
    pub title_min: Option<u32>,
    /// Length of a good title: advice.
    pub title_advised: Option<u32>,
    /// Whether a post has no existence without a title.
    pub title_required: bool,
    /// Length of a comment.
    pub comment: Option<Figure>,
    /// Length of the address of a link.
    pub link_length: Option<Figure>,
    /// Whether `#` makes a hashtag in a text; elsewhere it is a channel, a heading or nothing.
    pub hashtags_linked: bool,
    /// Number of hashtags.
    pub hashtags: Option<Figure>,
    /// Number of hashtags that is still good: advice.
    pub hashtags_advised: Option<u32>,
    /// Length of one hashtag, in letters as people see them.
    pub hashtag_length: Option<Figure>,
    /// Number of keywords apart from the text (articles, films).
    pub tags: Option<Figure>,
    /// Length of all these keywords together.
    pub tags_length: Option<Figure>,
    /// Number of mentions.
    pub mentions: Option<Figure>,
    /// Number of links.
    pub links: Option<Figure>,
    /// Number of cashtags.
    pub cashtags: Option<Figure>,
    /// Whether a link in a text can be clicked.
    pub links_clickable: bool,
    /// Whether its posts carry a link apart from the text: a card, a button, the address of a pin.
    pub link_field: bool,
    /// What must be shown.
    pub needs: Needs,
    /// Number of images and films.
    pub media: Option<Figure>,
    /// Least number in a carousel or album.
    pub media_min: Option<u32>,
    /// Number of films.
    pub videos: Option<Figure>,
    /// Number of animated images.
    pub gifs: Option<Figure>,
    /// Whether images and films may stand in one post.
    pub mixed_media: bool,
    /// Length of the description of an image, in Unicode characters.
    pub alt_text: Option<Figure>,
    /// Limits of a poll.
    pub polls: Poll,
    /// Characters that are refused.
    pub forbidden: Vec<char>,
    /// Whether a telephone number in the text is refused.
    pub phones_refused: bool,
    /// Whether a post of several parts is possible.
    pub threads: bool,
    /// Least minutes between scheduling and going out.
    pub schedule_min_minutes: Option<Figure>,
    /// Most days ahead.
    pub schedule_max_days: Option<Figure>,
    /// Most posts in any 24 hours.
    pub per_day: Option<Figure>,
    /// Most posts in any quarter of an hour.
    pub per_quarter_hour: Option<Figure>,
    /// Most posts scheduled on the network itself for one day.
    pub scheduled_per_day: Option<Figure>,
    /// Most posts scheduled on the network itself at any time.
    pub scheduled_total: Option<Figure>,
    /// Whether the same text on two accounts is refused.
    pub same_text_refused: bool,
    /// Labels of the network's own.
    pub labels: Vec<Label>,
    /// Formats that the network does not have.
    pub no_formats: Vec<String>,
    /// Limits of some kinds of posts.
    pub variants: Vec<Variant>,
    pub(super) grades: BTreeMap<Fact, Grade>,
}

impl Network {
    /// Every figure of its own and of its kinds of posts.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        let own = [
            &self.text,
            &self.bytes,
            &self.title,
            &self.comment,
            &self.link_length,
            &self.hashtags,
            &self.hashtag_length,
            &self.tags,
            &self.tags_length,
            &self.mentions,
            &self.links,
            &self.cashtags,
            &self.media,
            &self.videos,
            &self.gifs,
            &self.alt_text,
            &self.polls.options,
            &self.polls.option,
            &self.polls.question,
            &self.schedule_min_minutes,
            &self.schedule_max_days,
            &self.per_day,
            &self.per_quarter_hour,
            &self.scheduled_per_day,
            &self.scheduled_total,
        ];
        let variants = self.variants.iter().flat_map(|variant| [&variant.title, &variant.text]);
        own.into_iter().chain(variants).flatten()
    }

    /// How well a fact that is no figure is known.
    #[must_use]
    pub fn grade_of(&self, fact: Fact) -> Grade {
        self.grades.get(&fact).copied().unwrap_or(self.grade)
    }

    /// The limits of a kind of post.
    #[must_use]
    pub fn variant(&self, name: &str) -> Option<&Variant> {
        self.variants.iter().find(|variant| variant.name == name)
    }
}
