//! What checks of outgoing texts see: a post as it goes out on one channel, and what the network
//! makes of it.
//!
//! Texts are put together and scanned once for all these checks. A fault that a post has on several
//! of its channels, word for word, is told once.

use super::Facts;
use super::disclosure::verdict::Verdict;
use super::tone::{self, Heard};
use crate::diagnostic::{Finding, Level, Place};
use crate::lang::{Lang, Text, list};
use crate::model::{
    Channel, EffectiveContent, Kind, Limits, MediaKind, Outgoing, Placement, PlacementIx, Post,
    Status, Workspace,
};
use crate::networks::{self, Entities, Grade, Network, Shown, Variant};
use crate::source::{At, Literal, Loc};
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// The most findings of one rule in one text: whoever has more has seen enough.
pub(super) const ENOUGH: usize = 50;

/// A post as it goes out on one channel.
#[derive(Debug)]
pub struct Said<'a> {
    /// The calendar.
    pub facts: &'a Facts<'a>,
    /// Which placement.
    pub ix: PlacementIx,
    /// The placement.
    pub placement: &'a Placement,
    /// Its post.
    pub post: &'a Post,
    /// Its channel.
    pub channel: &'a Channel,
    /// The channel's network.
    pub network: &'static Network,
    /// What it says and shows.
    pub content: EffectiveContent<'a>,
    /// Its text, or the parts of its thread; empty when nothing is written yet.
    pub parts: Vec<Part<'a>>,
    /// What it says of its partner; several rules tell of it.
    pub(super) verdict: OnceCell<Verdict>,
    /// What it says against the tone.
    heard: OnceCell<Vec<Heard>>,
}

/// One text of a post, whole: signature, link and hashtags included.
#[derive(Debug)]
pub struct Part<'a> {
    /// The text, with the places it comes from.
    pub out: Outgoing<'a>,
    /// What the network recognises in it.
    pub entities: Entities,
}

impl<'a> Said<'a> {
    fn new(facts: &'a Facts<'a>, ix: PlacementIx, placement: &'a Placement) -> Option<Self> {
        let is_repost = facts.ws.post_of(placement).kind == Kind::Repost;
        let told = is_underway(placement.status.value) && !is_repost;
        told.then(|| Self::of(facts, ix)).flatten()
    }

    /// A post on a channel, wherever it stands; nothing when its network is not known.
    pub(super) fn of(facts: &'a Facts<'a>, ix: PlacementIx) -> Option<Self> {
        let ws = facts.ws;
        let placement = ws.placement(ix);
        let post = ws.post_of(placement);
        let channel = ws.channel(placement.channel);
        let network = networks::find(&channel.network.value)?;
        let parts = ws.outgoing(placement).into_iter();
        let parts = parts
            .map(|out| Part { entities: networks::entities(network, &out.text), out })
            .collect();
        let content = ws.content(placement);
        let (verdict, heard) = (OnceCell::new(), OnceCell::new());
        Some(Self { facts, ix, placement, post, channel, network, content, parts, verdict, heard })
    }

    /// What it says against the tone of the brand.
    pub(super) fn heard(&self) -> &[Heard] {
        self.heard.get_or_init(|| tone::hear(self, self.facts.voice()))
    }

    /// A finding about this post on this channel.
    #[must_use]
    pub fn finding(&self, rule: &'static str, at: At, message: Text) -> Finding {
        Finding::new(rule, at, message)
            .of_post(&self.post.id.name)
            .on_channel(&self.channel.id.value)
    }

    /// Where the bytes `range` of one of its texts are written: the first of them that the post
    /// wrote itself. Else where its words begin, else the post.
    #[must_use]
    pub fn place(&self, part: &Part<'_>, range: &Range<usize>) -> At {
        let signature = self.facts.ws.tone.signature.as_ref();
        let own = |words: &Loc<String>| signature.is_none_or(|s| !std::ptr::eq(s, words));
        let mut origins = part.out.origins(range).into_iter();
        match origins.find(|(words, _)| own(words)) {
            Some((words, bytes)) => self.within(words, bytes),
            None => self.beginning(),
        }
    }

    /// Where the bytes `range` of a value are written.
    #[must_use]
    pub fn within(&self, words: &Loc<String>, range: Range<usize>) -> At {
        Literal::new(self.facts.sources.get(words.at.source), words.at).locate(range)
    }

    /// Where its words are written, else its title, else the post.
    #[must_use]
    pub fn beginning(&self) -> At {
        let words = self.content.words().or(self.content.title);
        words.map_or(self.post.at, |words| words.at)
    }

    /// Whether anything of it is written, or somebody else already reads it: what it lacks can be
    /// told.
    #[must_use]
    pub fn is_written(&self) -> bool {
        self.content.has_words() || self.placement.status.value >= Status::Review
    }

    /// The level of what is missing: a warning while it is being written.
    #[must_use]
    pub fn level_of_lack(&self, grade: Grade) -> Level {
        let draft = self.placement.status.value < Status::Review;
        if draft { Level::Warning } else { level(grade) }
    }

    /// Its format in small letters.
    #[must_use]
    pub fn format(&self) -> Option<String> {
        self.content.format.map(|format| format.value.trim().to_lowercase())
    }

    /// The kind of post that it is, as far as limits depend on it.
    #[must_use]
    pub fn kind(&self) -> Option<&'static Variant> {
        let still = |kind: MediaKind| matches!(kind, MediaKind::Image | MediaKind::Gif);
        let shown = match self.content.media {
            [] => Shown::Nothing,
            media if media.iter().all(|media| still(media.kind())) => Shown::Images,
            _ => Shown::Others,
        };
        self.network.kind(self.format().as_deref(), shown)
    }

    /// The user's own limit: of the format's table, else of the channel.
    #[must_use]
    pub fn own_limit(&self, pick: impl Fn(&Limits) -> &Option<Loc<u32>>) -> Option<u32> {
        let ws = self.facts.ws;
        let lane = ws.lane(self.placement.lane);
        let of_channel = || {
            // A lane without a format is the channel's own.
            lane.format.as_ref()?;
            let mut lanes = ws.each_lane().map(|(_, lane)| lane);
            lanes.find(|other| other.channel == lane.channel && other.format.is_none())
        };
        let own = pick(&lane.limits).as_ref();
        let own = own.or_else(|| of_channel().and_then(|lane| pick(&lane.limits).as_ref()));
        own.map(|limit| limit.value)
    }

    /// How many of its media are of these kinds.
    #[must_use]
    pub fn count(&self, kinds: &[MediaKind]) -> usize {
        self.content.media.iter().filter(|media| kinds.contains(&media.kind())).count()
    }
}

/// Error where a figure of this grade is sure, warning where it is not.
pub(super) const fn level(grade: Grade) -> Level {
    if grade.is_sure() { Level::Error } else { Level::Warning }
}

/// Whether what is wrong with it can still be mended.
const fn is_underway(status: Status) -> bool {
    !matches!(status, Status::Idea | Status::Published | Status::Cancelled)
}

/// Runs checks on every post as it goes out on each of its channels.
pub(super) fn check(facts: &Facts<'_>, checks: &[fn(&Said<'_>) -> Vec<Finding>]) -> Vec<Finding> {
    let apart = allowed_apart(facts.ws);
    let mut all = Vec::new();
    let mut of_post: Vec<(Finding, &'static str)> = Vec::new();
    let mut post = None;
    // The placements of a post follow each other.
    for (ix, placement) in facts.ws.each_placement() {
        if post.replace(placement.post) != Some(placement.post) {
            all.extend(told_once(std::mem::take(&mut of_post), &apart));
        }
        if let Some(said) = Said::new(facts, ix, placement) {
            let name = said.network.name;
            let found = checks.iter().flat_map(|check| check(&said));
            of_post.extend(found.map(|finding| (finding, name)));
        }
    }
    all.extend(told_once(of_post, &apart));
    all
}

/// The post, rule and channel of every exception that is for one channel alone.
type Apart<'a> = HashSet<(&'a str, &'a str, &'a str)>;

fn allowed_apart(ws: &Workspace) -> Apart<'_> {
    let mut apart = Apart::new();
    for post in &ws.posts {
        for allow in &post.allow {
            if let Some(channel) = allow.channel {
                let channel = ws.channel(channel).id.value.as_str();
                apart.insert((&post.id.name, &allow.rule.value, channel));
            }
        }
    }
    apart
}

/// One finding for the same words about the same place of a post, whatever the number of channels;
/// then it is about none of them in particular, and names all their networks. What an exception for
/// one channel may take away stays apart.
fn told_once(findings: Vec<(Finding, &'static str)>, apart: &Apart<'_>) -> Vec<Finding> {
    let mut at_place: HashMap<Place, Vec<usize>> = HashMap::new();
    let mut once: Vec<Told> = Vec::with_capacity(findings.len());
    let networks: HashSet<&'static str> = findings.iter().map(|(_, network)| *network).collect();
    for (finding, network) in findings {
        // Where there is one network, no message is another's but for its name.
        let words = if networks.len() > 1 { words(&finding.message, network) } else { None };
        let told = Told { finding, words, networks: vec![network] };
        let alike = at_place.entry(told.finding.place).or_default();
        let first = alike.iter().copied().find(|first| once[*first].is_same(&told, apart));
        match first {
            Some(first) => once[first].again(&told.finding, network),
            None => {
                alike.push(once.len());
                once.push(told);
            }
        }
    }
    once.into_iter().map(Told::finding).collect()
}

/// The channel of a finding that an exception for that channel may take away.
fn alone<'f>(finding: &'f Finding, apart: &Apart<'_>) -> Option<&'f str> {
    let post = finding.post.as_deref().unwrap_or_default();
    let channel = finding.channel.as_deref()?;
    apart.contains(&(post, &*finding.rule, channel)).then_some(channel)
}

/// A finding, and the networks that it is about.
struct Told {
    finding: Finding,
    /// Its words without the name of a network, where they say "on" which it is.
    words: Option<Text>,
    networks: Vec<&'static str>,
}

/// Where the names of networks belong.
const BLANK: &str = "\u{1}";

/// A message without the name of its network, if it says "on" which one it is in every language.
fn words(message: &Text, network: &str) -> Option<Text> {
    let named = |lang: Lang| match lang {
        Lang::En => format!("on {network}"),
        Lang::Fr => format!("sur {network}"),
    };
    let says = |lang: Lang| {
        let named = named(lang);
        let mut rest = message.get(lang).split(&named).skip(1).peekable();
        rest.peek().is_some() && rest.all(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let blank = |lang: Lang| named(lang).replace(network, BLANK);
    Lang::ALL
        .into_iter()
        .all(says)
        .then(|| Text::of(|lang| message.get(lang).replace(&named(lang), &blank(lang))))
}

impl Told {
    /// Whether two say the same about the same place of a post, on channels that need not be told
    /// apart.
    fn is_same(&self, other: &Self, apart: &Apart<'_>) -> bool {
        let (one, two) = (&self.finding, &other.finding);
        one.rule == two.rule
            && one.level == two.level
            && one.place == two.place
            && one.post == two.post
            && self.words.as_ref().unwrap_or(&one.message)
                == other.words.as_ref().unwrap_or(&two.message)
            && alone(one, apart) == alone(two, apart)
    }

    fn again(&mut self, finding: &Finding, network: &'static str) {
        if self.finding.channel != finding.channel {
            self.finding.channel = None;
        }
        if !self.networks.contains(&network) {
            self.networks.push(network);
        }
    }

    fn finding(self) -> Finding {
        let mut finding = self.finding;
        if let Some(words) = self.words.filter(|_| self.networks.len() > 1) {
            finding.message =
                Text::of(|lang| words.get(lang).replace(BLANK, &list(lang, &self.networks)));
        }
        finding
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::{Facts, check, judge};
    use crate::source::Sources;
    use crate::time::Instant;

    /// What is said of hashtags in a calendar with three accounts: post and channel.
    fn told(posts: &str) -> Vec<(String, Option<String>)> {
        let text = format!(
            "[calendar]\ntimezone = \"Europe/Paris\"\n[channels.un]\nnetwork = \"mastodon\"\n\
             [channels.deux]\nnetwork = \"mastodon\"\n[channels.trois]\nnetwork = \"mastodon\"\n\
             {posts}"
        );
        let mut sources = Sources::default();
        let loaded =
            crate::load::from_text(&text, std::path::Path::new("."), &mut sources).unwrap();
        let ws = loaded.workspace.expect("it reads");
        let now = Instant::parse_rfc3339("2026-11-20T09:00:00+01:00").unwrap();
        let facts = Facts::new(&ws, &sources, now);
        let report = judge(check(&facts), Some(&facts));
        let rules = ["hashtag-cut", "unused-allow"];
        let findings = report.findings.into_iter().map(|judged| judged.finding);
        let findings = findings.filter(|finding| rules.contains(&&*finding.rule));
        findings.map(|finding| (finding.post.unwrap(), finding.channel)).collect()
    }

    fn post(allow: &str) -> String {
        format!(
            "[[post]]\nid = \"a\"\ndate = 2026-11-26\nchannels = [\"un\", \"deux\", \"trois\"]\n\
             text = \"Un #mot-clé\"\nallow = [{allow}]\n"
        )
    }

    #[test]
    fn one_fault_on_all_channels_is_told_once() {
        assert_eq!(told(&post("")), [("a".to_owned(), None)]);
    }

    #[test]
    fn exceptions_of_one_channel_are_for_that_channel() {
        let allow = |channel: &str| {
            format!("{{ rule = \"hashtag-cut\", why = \"essai\", channel = \"{channel}\" }}")
        };
        assert_eq!(told(&post(&allow("un"))), [("a".to_owned(), None)]);
        let two = format!("{}, {}", allow("un"), allow("trois"));
        assert_eq!(told(&post(&two)), [("a".to_owned(), Some("deux".to_owned()))]);
        let three = format!("{two}, {}", allow("deux"));
        assert_eq!(told(&post(&three)), []);
    }

    #[test]
    fn posts_that_share_words_each_have_their_finding() {
        let series = "[[series]]\nid = \"s\"\ndays = [\"thu\"]\nchannels = [\"un\"]\n\
                      hashtags = [\"mot-clé\"]\n";
        let post = |id: &str, day: u8| {
            format!(
                "[[post]]\nid = \"{id}\"\nseries = \"s\"\ndate = 2026-11-{day}\ntext = \"{id}\"\n"
            )
        };
        let found = told(&format!("{series}{}{}", post("a", 19), post("b", 26)));
        let own = |id: &str| (id.to_owned(), Some("un".to_owned()));
        assert_eq!(found, [own("a"), own("b")]);
    }

    /// Each of these took minutes where a check looked at the rest of the text again and again.
    #[test]
    fn hostile_texts_are_read_in_one_go() {
        let filled = |unit: &str| unit.repeat(20_000 / unit.len());
        let mut texts = vec![format!("https://a.fr/{}", filled(")"))];
        texts.extend(
            [
                "https://a.fr、",
                "http:/é,",
                "(https://a.é",
                "(www.",
                "www.a.fr ",
                "fini.La https://a.fr ",
                "https://a.fr #a ",
                "#abcdefghijklmnopqrst ",
                "𝗚𝗿 abcdefghij ",
                "01 23 45 67 89\\n",
                "Ad. Publicité ",
                "code promo ",
                "code ABC1 ",
                "https://a.fr/?ref=a ",
                "sponsored by merci à ",
            ]
            .map(filled),
        );
        for network in ["x", "mastodon", "bluesky", "instagram", "google_business"] {
            for text in &texts {
                let text = format!(
                    "[calendar]\ntimezone = \"Europe/Paris\"\n[channels.un]\nnetwork = \"{network}\"\n\
                     [[post]]\nid = \"a\"\ndate = 2026-11-26\ntext = \"{text}\"\n\
                     [[post]]\nid = \"b\"\ndate = 2026-11-27\ntext = \"{text}\"\n\
                     partnership = {{ with = \"Acme\", kind = \"paid\" }}\n"
                );
                let mut sources = Sources::default();
                let loaded =
                    crate::load::from_text(&text, std::path::Path::new("."), &mut sources).unwrap();
                let ws = loaded.workspace.expect("it reads");
                let now = Instant::parse_rfc3339("2026-11-20T09:00:00+01:00").unwrap();
                let found = check(&Facts::new(&ws, &sources, now)).len();
                assert!(found < 400, "{network}: {found} findings");
            }
        }
    }
}
