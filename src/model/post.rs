//! Posts as written, with every reference resolved and the fields of their series filled in.

use super::{CampaignIx, ChannelIx, EventIx, Media, PersonIx, PillarIx, PostIx, SeriesIx};
use crate::source::{At, Loc};
use crate::time::{Instant, Lapse, When, Zone};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// `[[post]]`.
#[derive(Clone, Debug)]
pub struct Post {
    /// Its name.
    pub id: PostId,
    /// The `[[post]]` line.
    pub at: At,
    /// Its kind.
    pub kind: Kind,
    /// Its channels, each once, with the place that names it.
    pub channels: Vec<Loc<ChannelIx>>,
    /// Its pillar.
    pub pillar: Option<Loc<PillarIx>>,
    /// Its campaign.
    pub campaign: Option<Loc<CampaignIx>>,
    /// The regular feature it fills.
    pub series: Option<Loc<SeriesIx>>,
    /// What it is about.
    pub topic: Option<Loc<String>>,
    /// Where it stands; for lack of a word, worked out from its date and channels.
    pub status: Loc<Status>,
    /// A free sub-state.
    pub stage: Option<String>,
    /// When the human wants it.
    pub wish: Wish,
    /// The human's exact instant, for all channels.
    pub instant: Option<Loc<Moment>>,
    /// What must go out before it.
    pub after: Vec<Link>,
    /// 1–5.
    pub priority: u8,
    /// Who wrote it.
    pub author: Option<Loc<PersonIx>>,
    /// Who must act next.
    pub owner: Option<Loc<PersonIx>>,
    /// What it says and shows.
    pub content: Content,
    /// For whom.
    pub audience: Option<String>,
    /// What for.
    pub goal: Option<String>,
    /// Where the facts come from.
    pub source: Option<String>,
    /// Never published.
    pub notes: Option<String>,
    /// Free labels.
    pub tags: Vec<String>,
    /// A disclosure label is due.
    pub partnership: Option<Loc<Partnership>>,
    /// It may come back.
    pub evergreen: Option<Evergreen>,
    /// Its approvals.
    pub approvals: Vec<Sealed>,
    /// Findings it may have.
    pub allow: Vec<Allow>,
    /// What differs on one of its channels.
    pub on: Vec<On>,
}

impl Post {
    /// What differs on this channel.
    #[must_use]
    pub fn on(&self, channel: ChannelIx) -> Option<&On> {
        self.on.iter().find(|on| on.channel.value == channel)
    }

    /// The title, else the first words of the text, else the id: for people.
    #[must_use]
    pub fn headline(&self) -> &str {
        if let Some(title) = &self.content.title {
            return title.value.trim();
        }
        let first = self.content.text.as_ref().and_then(|text| text.value.trim().lines().next());
        first.filter(|line| !line.is_empty()).unwrap_or(&self.id.name)
    }
}

/// The name of a post.
#[derive(Clone, Debug)]
pub struct PostId {
    /// As written, or the slug of the title.
    pub name: String,
    /// Where it is written; absent when it is a slug.
    pub at: Option<At>,
}

/// `kind` of a post.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// A post.
    #[default]
    Post,
    /// Several parts in a row.
    Thread,
    /// Somebody else's post again.
    Repost,
    /// … with words of one's own.
    Quote,
    /// An answer.
    Reply,
}

/// Where a post stands, in the order of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// A title.
    Idea,
    /// A channel and a date.
    Planned,
    /// A text, or a media brief.
    Draft,
    /// An owner who reads it.
    Review,
    /// Approved.
    Approved,
    /// In the network's or the scheduler's queue.
    Scheduled,
    /// Out.
    Published,
    /// Never to go out.
    Cancelled,
}

impl Status {
    /// Every status, in order.
    pub const ALL: [Self; 8] = [
        Self::Idea,
        Self::Planned,
        Self::Draft,
        Self::Review,
        Self::Approved,
        Self::Scheduled,
        Self::Published,
        Self::Cancelled,
    ];

    /// The word of the file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Idea => "idea",
            Self::Planned => "planned",
            Self::Draft => "draft",
            Self::Review => "review",
            Self::Approved => "approved",
            Self::Scheduled => "scheduled",
            Self::Published => "published",
            Self::Cancelled => "cancelled",
        }
    }

    /// The status of a word of the file.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.key() == key)
    }

    /// Whether the planner may give it a slot, should it have a date.
    #[must_use]
    pub const fn is_plannable(self) -> bool {
        matches!(self, Self::Planned | Self::Draft | Self::Review | Self::Approved)
    }

    /// Whether it is settled when it goes out.
    #[must_use]
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Scheduled | Self::Published)
    }
}

/// When the human wants a post: a date of any precision, a time, a window.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    /// The day or days.
    pub date: Option<Loc<When>>,
    /// The time of those days.
    pub time: Option<Loc<NaiveTime>>,
    /// Both ends included.
    pub window: Option<Loc<TimeWindow>>,
}

/// `window = { from, to }` of a post; both ends included, either may be absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeWindow {
    /// Not before.
    pub from: Option<Moment>,
    /// Not after.
    pub to: Option<Moment>,
}

/// An instant as written: on some clock, or with its offset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// On the channel's clock.
    Local(NaiveDateTime),
    /// With an offset: the same everywhere.
    Exact(Instant),
}

impl Moment {
    /// The instant on a clock. In a gap the offset before it counts, in a fold the first.
    #[must_use]
    pub fn instant(self, zone: Zone) -> Instant {
        match self {
            Self::Local(local) => zone.resolve(local).instant,
            Self::Exact(instant) => instant,
        }
    }
}

/// What must be a certain time before (or after) a post.
#[derive(Clone, Debug)]
pub struct Link {
    /// What.
    pub to: Loc<LinkTo>,
    /// Least distance; 0 if absent.
    pub min: Lapse,
    /// Greatest distance.
    pub max: Option<Lapse>,
    /// Whether this post comes after it or before it.
    pub side: Side,
}

/// On which side of the other a post must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// This post comes after the other (`after`).
    After,
    /// This post comes before the other (`before`).
    Before,
}

/// What a link names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkTo {
    /// Another post.
    Post(PostIx),
    /// An event of the calendar.
    Event(EventIx),
    /// The first day of a campaign.
    Campaign(CampaignIx),
}

/// What a post says and shows; in [`On`], what it says otherwise on one channel.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// For people and for networks that have titles.
    pub title: Option<Loc<String>>,
    /// The text; a `text_file` is read into it, and then the place is the whole file.
    pub text: Option<Loc<String>>,
    /// Where `text_file` is written.
    pub text_file: Option<Loc<String>>,
    /// Parts of a thread.
    pub parts: Option<Vec<Loc<String>>>,
    /// Counted with those in the text.
    pub hashtags: Option<Vec<Loc<String>>>,
    /// `@somebody`.
    pub mentions: Option<Vec<Loc<String>>>,
    /// The address it sends to.
    pub link: Option<Loc<String>>,
    /// Call to action.
    pub cta: Option<Loc<String>>,
    /// The first comment under it.
    pub first_comment: Option<Loc<String>>,
    /// A free word; the known ones have rules.
    pub format: Option<Loc<String>>,
    /// A BCP 47 tag.
    pub lang: Option<Loc<String>>,
    /// What it shows.
    pub media: Option<Vec<Media>>,
}

/// `partnership`.
#[derive(Clone, Debug)]
pub struct Partnership {
    /// With whom.
    pub with: Option<String>,
    /// paid, gift or affiliate.
    pub kind: String,
}

/// `evergreen`.
#[derive(Clone, Copy, Debug)]
pub struct Evergreen {
    /// Its rest.
    pub every: Lapse,
    /// How often it may come back.
    pub times: Option<u32>,
}

/// One of `approval`.
#[derive(Clone, Debug)]
pub struct Sealed {
    /// Who.
    pub by: Loc<PersonIx>,
    /// When.
    pub on: Option<NaiveDate>,
    /// `sha256:` and 64 hex digits.
    pub seal: Option<Loc<String>>,
    /// Why it could not wait.
    pub emergency: Option<Loc<String>>,
    /// Where it is written.
    pub at: At,
}

/// One of `allow`.
#[derive(Clone, Debug)]
pub struct Allow {
    /// The rule.
    pub rule: Loc<String>,
    /// Why it is fine here.
    pub why: String,
    /// The last day it counts.
    pub until: Option<Loc<NaiveDate>>,
    /// Only on this channel.
    pub channel: Option<ChannelIx>,
    /// Where it is written.
    pub at: At,
}

/// `[post.on.CHANNEL]`.
#[derive(Clone, Debug)]
pub struct On {
    /// The channel, at its key.
    pub channel: Loc<ChannelIx>,
    /// What it says otherwise.
    pub content: Content,
    /// When it is wanted otherwise.
    pub wish: Wish,
    /// The human's exact instant.
    pub instant: Option<Loc<Moment>>,
    /// The planner's choice.
    pub slot: Option<Loc<Moment>>,
    /// It is out.
    pub published: Option<Published>,
    /// Where it stands otherwise.
    pub status: Option<Loc<Status>>,
    /// A free sub-state.
    pub stage: Option<String>,
    /// Who must act next otherwise.
    pub owner: Option<Loc<PersonIx>>,
    /// Never published.
    pub notes: Option<String>,
}

/// `published = { at, url }`.
#[derive(Clone, Debug)]
pub struct Published {
    /// When.
    pub instant: Option<Loc<Moment>>,
    /// The proof.
    pub url: Option<Loc<String>>,
    /// Where it is written.
    pub at: At,
}
