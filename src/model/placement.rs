//! A placement: one post on one channel, everything resolved.

use super::{ChannelIx, LaneIx, PersonIx, PillarIx, PostIx, Status, Wish};
use crate::source::{At, Loc};
use crate::time::{Instant, When};
use chrono::{NaiveDate, NaiveTime};

/// One post on one channel.
#[derive(Clone, Debug)]
pub struct Placement {
    /// The post.
    pub post: PostIx,
    /// The channel.
    pub channel: ChannelIx,
    /// The lane of the channel: its own, or the format's.
    pub lane: LaneIx,
    /// Where it stands on this channel.
    pub status: Loc<Status>,
    /// Its pillar.
    pub pillar: Option<PillarIx>,
    /// Who must act next on this channel.
    pub owner: Option<PersonIx>,
    /// Its format on this channel.
    pub format: Option<String>,
    /// When the human wants it here.
    pub wish: Wish,
    /// The stretch of instants of `wish.window`, both ends included.
    pub window: Option<(Option<Instant>, Option<Instant>)>,
    /// Whether and how it is fixed in time.
    pub standing: Standing,
    /// Where to point for anything about its date.
    pub at: At,
}

/// Whether and how a placement is fixed in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is out, at this instant.
    Published(Instant),
    /// It goes out at this instant and is never moved (`at`, scheduled).
    Locked(Instant),
    /// It is out or scheduled on this day, nobody wrote when.
    OnDay(NaiveDate),
    /// It is out or scheduled, and nothing says when.
    Undated,
    /// The planner chose this slot before.
    Chosen(Instant),
    /// Nothing is fixed.
    Open,
}

impl Placement {
    /// The instant that nobody may move.
    #[must_use]
    pub const fn locked(&self) -> Option<Instant> {
        match self.standing {
            Standing::Published(at) | Standing::Locked(at) => Some(at),
            _ => None,
        }
    }

    /// Whether nobody may move it.
    #[must_use]
    pub const fn is_locked(&self) -> bool {
        !matches!(self.standing, Standing::Chosen(_) | Standing::Open)
    }

    /// The instant it has now: locked, or chosen before.
    #[must_use]
    pub const fn instant(&self) -> Option<Instant> {
        match self.standing {
            Standing::Published(at) | Standing::Locked(at) | Standing::Chosen(at) => Some(at),
            _ => None,
        }
    }

    /// A placement that the planner may put somewhere: a plannable status, and a date or window.
    #[must_use]
    pub fn is_candidate(&self) -> bool {
        !self.is_locked()
            && self.status.value.is_plannable()
            && (self.wish.date.is_some() || self.wish.window.is_some())
    }

    /// The day or days the human wants.
    #[must_use]
    pub fn date(&self) -> Option<When> {
        self.wish.date.as_ref().map(|date| date.value)
    }

    /// The time the human wants.
    #[must_use]
    pub fn time(&self) -> Option<NaiveTime> {
        self.wish.time.as_ref().map(|time| time.value)
    }
}
