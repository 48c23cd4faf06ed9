//! The facts of each network: `data/networks.toml`, read once when first asked for.
//!
//! A figure that is absent there is not known: no rule follows from it.

use super::Unit;
use chrono::NaiveDate;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// How well a figure is known. Only the first two make errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
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

/// Another figure, and who says it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// The figure.
    pub most: u32,
    /// Who says it: names of networks, programs and documents; no sentence.
    pub by: String,
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
    /// The newest source that was read.
    pub as_of: Option<NaiveDate>,
    /// How well its figures are known.
    pub grade: Grade,
    /// What was read.
    pub sources: Vec<String>,
    /// What its text limit counts.
    pub unit: Unit,
    /// What its title limit counts.
    pub title_unit: Unit,
    /// Length of a text.
    pub text: Option<Figure>,
    /// Length of a text in UTF-8 bytes, a second limit.
    pub bytes: Option<Figure>,
    /// Length from which a text is cut behind “more”, or stops being read: advice.
    pub text_advised: Option<u32>,
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
    /// Number of hashtags.
    pub hashtags: Option<Figure>,
    /// Number of hashtags that is still good: advice.
    pub hashtags_advised: Option<u32>,
    /// Length of one hashtag, in letters as people see them.
    pub hashtag_length: Option<Figure>,
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
    /// Whether images and films may stand in one post.
    pub mixed_media: bool,
    /// Length of the description of an image, in Unicode characters.
    pub alt_text: Option<Figure>,
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
    /// Whether the same text on two accounts is refused.
    pub same_text_refused: bool,
    /// Formats that the network does not have.
    pub no_formats: Vec<String>,
    /// Limits of some kinds of posts.
    pub variants: Vec<Variant>,
}

impl Network {
    /// The limits of a kind of post.
    #[must_use]
    pub fn variant(&self, name: &str) -> Option<&Variant> {
        self.variants.iter().find(|variant| variant.name == name)
    }
}

static NETWORKS: LazyLock<Vec<Network>> = LazyLock::new(|| {
    let written: Written = toml::from_str(include_str!("../../data/networks.toml"))
        .expect("internal error: the networks' data is read by a test");
    let mut all: Vec<Network> = written.network.into_iter().map(understood).collect();
    all.sort_by_key(|network| ORDER.iter().position(|key| *key == network.key));
    all
});

/// Every network, in the order of the documentation; `custom` is for any other place.
#[must_use]
pub fn all() -> &'static [Network] {
    &NETWORKS
}

/// The network of a word of the file; `_` and `-` are one.
#[must_use]
pub fn find(key: &str) -> Option<&'static Network> {
    all().iter().find(|network| same(network.key, key))
}

/// Whether a word of the file names a network.
#[must_use]
pub fn is_known(key: &str) -> bool {
    ORDER.iter().any(|known| same(known, key))
}

/// Whether posts of this network carry their link apart from the text. There a link is not repeated
/// at the end of the text; on all others the text is the only place for it.
#[must_use]
pub fn has_link_field(key: &str) -> bool {
    find(key).is_some_and(|network| network.link_field)
}

fn same(key: &str, other: &str) -> bool {
    key.len() == other.len()
        && key.bytes().zip(other.bytes()).all(|(a, b)| a == b || (a == b'_' && b == b'-'))
}

/// The network a person means: any case, and words parted by spaces, `-` or `_`; its key or its
/// name ("Google Business", "LinkedIn").
#[must_use]
pub fn meant(typed: &str) -> Option<&'static Network> {
    let plain = |word: &str| {
        let words = word.split(|c: char| c.is_whitespace() || c == '-' || c == '_');
        words.collect::<String>().to_lowercase()
    };
    let typed = plain(typed);
    all().iter().find(|network| [network.key, network.name].map(plain).contains(&typed))
}

/// The order of the documentation: what community managers use most comes first.
const ORDER: [&str; 26] = [
    "instagram",
    "facebook",
    "linkedin",
    "x",
    "tiktok",
    "youtube",
    "threads",
    "bluesky",
    "mastodon",
    "pinterest",
    "telegram",
    "reddit",
    "discord",
    "google_business",
    "lemmy",
    "devto",
    "medium",
    "hashnode",
    "wordpress",
    "newsletter",
    "slack",
    "vk",
    "twitch",
    "tumblr",
    "snapchat",
    "custom",
];

/// The file as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    network: BTreeMap<String, WrittenNetwork>,
}

/// A figure as written: bare, or with what there is to say of it.
#[derive(Deserialize)]
#[serde(untagged)]
enum WrittenFigure {
    Bare(u32),
    Graded(GradedFigure),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GradedFigure {
    most: u32,
    grade: Option<Grade>,
    #[serde(default)]
    disputed: Vec<Claim>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenVariant {
    text: Option<WrittenFigure>,
    title: Option<WrittenFigure>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenNetwork {
    name: String,
    as_of: Option<toml::value::Datetime>,
    grade: Grade,
    sources: Vec<String>,
    unit: Unit,
    title_unit: Option<Unit>,
    text: Option<WrittenFigure>,
    bytes: Option<WrittenFigure>,
    text_advised: Option<u32>,
    title: Option<WrittenFigure>,
    title_min: Option<u32>,
    title_advised: Option<u32>,
    #[serde(default)]
    title_required: bool,
    comment: Option<WrittenFigure>,
    link_length: Option<WrittenFigure>,
    hashtags: Option<WrittenFigure>,
    hashtags_advised: Option<u32>,
    hashtag_length: Option<WrittenFigure>,
    mentions: Option<WrittenFigure>,
    links: Option<WrittenFigure>,
    cashtags: Option<WrittenFigure>,
    links_clickable: Option<bool>,
    #[serde(default)]
    link_field: bool,
    #[serde(default)]
    needs: Needs,
    media: Option<WrittenFigure>,
    media_min: Option<u32>,
    videos: Option<WrittenFigure>,
    mixed_media: Option<bool>,
    alt_text: Option<WrittenFigure>,
    #[serde(default)]
    forbidden: Vec<char>,
    #[serde(default)]
    phones_refused: bool,
    threads: Option<bool>,
    schedule_min_minutes: Option<WrittenFigure>,
    schedule_max_days: Option<WrittenFigure>,
    per_day: Option<WrittenFigure>,
    #[serde(default)]
    same_text_refused: bool,
    #[serde(default)]
    no_formats: Vec<String>,
    #[serde(default)]
    variants: BTreeMap<String, WrittenVariant>,
}

fn understood((key, written): (String, WrittenNetwork)) -> Network {
    let figure = |figure: Option<WrittenFigure>| figure.map(|figure| graded(figure, written.grade));
    Network {
        as_of: written.as_of.and_then(day),
        grade: written.grade,
        sources: written.sources,
        unit: written.unit,
        title_unit: written.title_unit.unwrap_or(written.unit),
        text: figure(written.text),
        bytes: figure(written.bytes),
        text_advised: written.text_advised,
        title: figure(written.title),
        title_min: written.title_min,
        title_advised: written.title_advised,
        title_required: written.title_required,
        comment: figure(written.comment),
        link_length: figure(written.link_length),
        hashtags: figure(written.hashtags),
        hashtags_advised: written.hashtags_advised,
        hashtag_length: figure(written.hashtag_length),
        mentions: figure(written.mentions),
        links: figure(written.links),
        cashtags: figure(written.cashtags),
        links_clickable: written.links_clickable.unwrap_or(true),
        link_field: written.link_field,
        needs: written.needs,
        media: figure(written.media),
        media_min: written.media_min,
        videos: figure(written.videos),
        mixed_media: written.mixed_media.unwrap_or(true),
        alt_text: figure(written.alt_text),
        forbidden: written.forbidden,
        phones_refused: written.phones_refused,
        threads: written.threads.unwrap_or(true),
        schedule_min_minutes: figure(written.schedule_min_minutes),
        schedule_max_days: figure(written.schedule_max_days),
        per_day: figure(written.per_day),
        same_text_refused: written.same_text_refused,
        no_formats: written.no_formats,
        variants: written
            .variants
            .into_iter()
            .map(|(name, v)| Variant { name, text: figure(v.text), title: figure(v.title) })
            .collect(),
        // Read once, for as long as the program runs.
        key: key.leak(),
        name: written.name.leak(),
    }
}

fn graded(figure: WrittenFigure, of_network: Grade) -> Figure {
    match figure {
        WrittenFigure::Bare(most) => Figure { most, grade: of_network, disputed: Vec::new() },
        WrittenFigure::Graded(f) => {
            Figure { most: f.most, grade: f.grade.unwrap_or(of_network), disputed: f.disputed }
        }
    }
}

fn day(written: toml::value::Datetime) -> Option<NaiveDate> {
    let date = written.date?;
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_may_write_a_network_in_any_way() {
        for (typed, key) in [
            ("Facebook", "facebook"),
            ("LinkedIn", "linkedin"),
            (" Google Business ", "google_business"),
            ("GOOGLE-BUSINESS", "google_business"),
            ("google_business", "google_business"),
            ("Google  Business Profile", "google_business"),
            ("X", "x"),
            ("dev-to", "devto"),
            ("DEV", "devto"),
        ] {
            assert_eq!(meant(typed).map(|network| network.key), Some(key), "{typed}");
        }
        assert_eq!(meant(""), None);
        assert_eq!(meant("facebok"), None);
    }

    #[test]
    fn names_are_found_in_both_spellings() {
        assert_eq!(find("google-business").map(|n| n.name), Some("Google Business Profile"));
        assert!(is_known("custom"));
        assert!(!is_known("Instagram"));
    }

    #[test]
    fn networks_with_a_field_for_the_link_are_known_networks() {
        assert!(all().iter().filter(|n| n.link_field).count() >= 8);
        assert!(has_link_field("google-business"));
        assert!(!has_link_field("instagram"));
    }
}
