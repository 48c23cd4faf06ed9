//! What can be wrong with a plan, as data. Words are next door.

use crate::lang::Text;
use crate::model::{ChannelIx, LaneIx, Per, PersonIx, PlacementIx, Side, Workspace};
use crate::time::{Instant, Lapse};
use chrono::{NaiveDate, NaiveTime};

/// A placement and when it starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The placement.
    pub placement: PlacementIx,
    /// When it starts.
    pub start: Instant,
}

impl Slot {
    /// A placement at an instant.
    #[must_use]
    pub const fn new(placement: PlacementIx, start: Instant) -> Self {
        Self { placement, start }
    }
}

/// One rule broken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Breach {
    /// It is nothing that may be placed: an idea, cancelled, without a date, or fixed without an
    /// instant.
    NotCandidate(Slot),
    /// It is fixed elsewhere: locked, or in a slot chosen outside the plan.
    Moved {
        /// Where the plan has it.
        slot: Slot,
        /// Where it stays.
        fixed: Instant,
    },
    /// R1: two starts.
    Twice {
        /// The first.
        slot: Slot,
        /// The other.
        other: Instant,
    },
    /// A slot that the placement may not take.
    Slot {
        /// Which.
        slot: Slot,
        /// The rule that closes it.
        why: Closed,
    },
    /// R2: two placements of a lane too near.
    Gap(Near),
    /// R3: too many on one day of a lane.
    PerDay {
        /// The lane.
        lane: LaneIx,
        /// The day, on the channel's clock.
        day: NaiveDate,
        /// The most.
        max: u32,
        /// Who is there.
        placements: Vec<PlacementIx>,
    },
    /// R4: too many in one week of a lane.
    PerWeek {
        /// The lane.
        lane: LaneIx,
        /// The Monday of the week, on the channel's clock.
        monday: NaiveDate,
        /// The most, the reserve taken off.
        max: u32,
        /// Who is there.
        placements: Vec<PlacementIx>,
    },
    /// R5: any two placements too near.
    Spacing(Near),
    /// R6: two placements of a topic too near.
    Topic(Near),
    /// R7: too many starts for those on duty.
    Capacity {
        /// The most.
        capacity: u32,
        /// Within this time from the first start.
        after: Lapse,
        /// Who starts.
        slots: Vec<Slot>,
    },
    /// R8: what must come before is not placed.
    Orphan {
        /// The placement.
        slot: Slot,
        /// What must come before it.
        before: PlacementIx,
    },
    /// R8: two linked placements at a wrong distance.
    Link {
        /// What comes before.
        first: Slot,
        /// What comes after.
        second: Slot,
        /// Least distance, signed.
        min: Lapse,
        /// Greatest distance.
        max: Option<Lapse>,
    },
    /// R8: a placement at a wrong distance of an event or of the start of a campaign.
    Anchor {
        /// The placement.
        slot: Slot,
        /// The name of the event or campaign.
        name: String,
        /// The instant that counts for it.
        anchor: Instant,
        /// Whether the placement belongs after it or before it.
        side: Side,
        /// How far the placement is on the right side of it; negative on the wrong side.
        distance: Lapse,
        /// Least distance.
        min: Lapse,
        /// Greatest distance.
        max: Option<Lapse>,
    },
    /// R9: two in a row on a channel with the same pillar.
    Alternate {
        /// The channel.
        channel: ChannelIx,
        /// The first.
        first: Slot,
        /// The second.
        second: Slot,
    },
    /// R10: more than a quota.
    Quota {
        /// First day of the period, on the calendar's clock.
        day: NaiveDate,
        /// Which period.
        per: Per,
        /// The most.
        at_most: u32,
        /// Who counts.
        placements: Vec<PlacementIx>,
    },
}

/// Two placements too near each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Near {
    /// The first.
    pub first: Slot,
    /// The second.
    pub second: Slot,
    /// The least distance.
    pub least: Lapse,
}

/// Why a placement may not take a slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Closed {
    /// Its date lies outside the plan, on one of the two clocks.
    Outside,
    /// It is no slot of the grid.
    Grid {
        /// The step in minutes.
        minutes: u32,
    },
    /// The human, or the series, wants another time of day.
    Time {
        /// Which, on the channel's clock.
        wanted: NaiveTime,
    },
    /// The series is not due on that day.
    Series,
    /// Rule 1: outside its date.
    Date,
    /// Rule 1: outside its own window.
    Span,
    /// Rule 1: outside its campaign.
    Campaign,
    /// Rule 2: outside the windows of its channel.
    Window,
    /// Rule 2: outside `[plan] hours`.
    Hours,
    /// Rule 3: a pause.
    Pause {
        /// Its reason.
        reason: String,
    },
    /// Rule 3: a day that an event closes.
    Event {
        /// Its name.
        name: Text,
    },
    /// Rule 3: the past.
    Past {
        /// Where it ends.
        now: Instant,
    },
    /// Rule 4: nobody on duty.
    Presence {
        /// The owner who should be; absent: anybody.
        owner: Option<PersonIx>,
        /// How long somebody must be there.
        after: Lapse,
    },
}

impl Breach {
    /// The code of machine output; the same words as the reasons of a plan where both know a rule.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotCandidate(_) => "not-candidate",
            Self::Moved { .. } => "moved",
            Self::Twice { .. } => "twice",
            Self::Slot { why, .. } => why.code(),
            Self::Gap(_) => "gap",
            Self::PerDay { .. } => "per-day",
            Self::PerWeek { .. } => "per-week",
            Self::Spacing(_) => "spacing",
            Self::Topic(_) => "topic",
            Self::Capacity { .. } => "capacity",
            Self::Orphan { .. } | Self::Link { .. } | Self::Anchor { .. } => "after",
            Self::Alternate { .. } => "alternate",
            Self::Quota { .. } => "quota",
        }
    }

    /// The breach in words, times on the clocks of the channels.
    #[must_use]
    pub fn text(&self, ws: &Workspace) -> Text {
        super::words::breach(self, ws)
    }
}

impl Closed {
    /// The code of machine output.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Outside => "outside",
            Self::Grid { .. } => "grid",
            Self::Time { .. } => "time",
            Self::Series => "series",
            Self::Date | Self::Span | Self::Campaign => "date",
            Self::Window => "window",
            Self::Hours => "hours",
            Self::Pause { .. } => "pause",
            Self::Event { .. } => "event",
            Self::Past { .. } => "past",
            Self::Presence { .. } => "presence",
        }
    }
}
