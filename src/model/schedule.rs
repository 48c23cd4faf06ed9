//! What the planner answers: who goes where, why, and what is left.
//!
//! Reasons are data: a code and its operands. `render` words them, so the planner knows no
//! language.

use super::{ChannelIx, Forced, PillarIx, PlacementIx, PostIx, Status, Target, Whole};
use crate::lang::Text;
use crate::time::{Instant, Lapse, When};
use chrono::NaiveDate;

/// The plan of a stretch of days.
#[derive(Clone, Debug)]
pub struct Schedule {
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// The objective, locked placements included.
    pub objective: i64,
    /// No plan is worth more than this.
    pub bound: i64,
    /// Every placement that starts in the stretch, by start, channel, post.
    pub placed: Vec<Placed>,
    /// Candidates without a slot, in file order.
    pub left_out: Vec<LeftOut>,
    /// Slots still to fill, by start, then channel.
    pub free: Vec<Free>,
    /// The mix, window by window.
    pub mix: Vec<MixItem>,
    /// The cadence, lane by lane and week by week.
    pub cadence: Vec<CadenceItem>,
    /// Against the slots chosen before; nothing when none was on these days.
    pub changes: Option<Changes>,
    /// The proof of the bound, as `edito-certificate/1`, where it was asked for.
    pub certificate: Option<String>,
}

impl Schedule {
    /// Whether no better plan exists.
    #[must_use]
    pub const fn is_optimal(&self) -> bool {
        self.bound == self.objective
    }

    /// (bound − objective) / |objective|; 0 when they are equal, none when the objective is 0.
    #[must_use]
    pub fn gap(&self) -> Option<f64> {
        Self::gap_between(self.objective, self.bound)
    }

    /// The same of any objective and bound.
    #[must_use]
    pub fn gap_between(objective: i64, bound: i64) -> Option<f64> {
        if bound == objective {
            return Some(0.0);
        }
        // Two halves of 32 bits, because no lossless way leads from 64 bits to a float.
        let float = |n: i64| {
            let high = i32::try_from(n >> 32).unwrap_or(i32::MAX);
            let low = u32::try_from(n & 0xffff_ffff).unwrap_or(u32::MAX);
            f64::from(high) * 4_294_967_296.0 + f64::from(low)
        };
        let (apart, whole) = (bound.checked_sub(objective)?, objective.checked_abs()?);
        (whole != 0).then(|| float(apart) / float(whole))
    }
}

/// A placement in its slot.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The placement.
    pub placement: PlacementIx,
    /// When it starts.
    pub start: Instant,
    /// How it came there.
    pub state: PlacedState,
    /// The score of the slot, 0–100.
    pub score: u8,
    /// Why there.
    pub why: Vec<Reason>,
}

/// How a placement came to its slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlacedState {
    /// It is out.
    Published,
    /// The human fixed it, or it is scheduled.
    Locked,
    /// Its `slot` from before.
    Kept,
    /// Suggested now.
    Suggested,
}

/// A candidate without a slot.
#[derive(Clone, Debug)]
pub struct LeftOut {
    /// The placement.
    pub placement: PlacementIx,
    /// Why, and what would change it.
    pub reasons: Vec<Reason>,
}

/// What a plan makes of the slots chosen before.
#[derive(Clone, Debug, Default)]
pub struct Changes {
    /// The placements that stay where they were.
    pub kept: Vec<PlacementIx>,
    /// What is otherwise: moves, then slots that are lost, then new ones, each by time.
    pub list: Vec<Change>,
}

/// A placement whose slot is not the one chosen before.
#[derive(Clone, Debug)]
pub struct Change {
    /// The placement.
    pub placement: PlacementIx,
    /// Its slot from before.
    pub from: Option<Stop>,
    /// Its slot now.
    pub to: Option<Stop>,
    /// What closed the old slot or gained by leaving it; for a new slot, what speaks for it.
    pub reasons: Vec<Reason>,
}

/// A slot and its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop {
    /// When.
    pub start: Instant,
    /// 0–100.
    pub score: u8,
}

/// How a slot differs from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// Another slot.
    Moved,
    /// No slot any more.
    Removed,
    /// A slot, where there was none.
    Added,
}

impl Change {
    /// How the slot differs.
    #[must_use]
    pub const fn kind(&self) -> ChangeKind {
        match (self.from, self.to) {
            (Some(_), Some(_)) => ChangeKind::Moved,
            (Some(_), None) => ChangeKind::Removed,
            (None, _) => ChangeKind::Added,
        }
    }
}

/// A slot still to fill.
#[derive(Clone, Debug)]
pub struct Free {
    /// The channel.
    pub channel: ChannelIx,
    /// The format, for a lane of its own.
    pub format: Option<String>,
    /// When.
    pub start: Instant,
    /// The pillar that the mix is shortest of.
    pub pillar: Option<PillarIx>,
    /// The score of the slot.
    pub score: u8,
    /// What asks for it.
    pub cause: FreeCause,
    /// An evergreen post that may come back there.
    pub comeback: Option<Comeback>,
}

/// An evergreen post that has rested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comeback {
    /// The post.
    pub post: PostIx,
    /// The last day on which its words went out on that channel.
    pub last: NaiveDate,
}

/// What asks for a free slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FreeCause {
    /// The lane's week is short of its least number.
    Cadence,
    /// A regular feature has no post on its day: its id.
    Series(String),
}

/// A share of the mix over one window.
#[derive(Clone, Debug)]
pub struct MixItem {
    /// The pillars counted together.
    pub pillars: Vec<PillarIx>,
    /// First day of the window.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// The channel, when each is counted alone.
    pub channel: Option<ChannelIx>,
    /// Which way it is bound.
    pub bound: Target,
    /// Tenths of a percent.
    pub tenths: i64,
    /// Planned, not out yet.
    pub planned: usize,
    /// Out.
    pub published: usize,
    /// All that count in the window.
    pub of: usize,
    /// What to make of it.
    pub judgement: Judgement,
}

/// What to make of a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judgement {
    /// On target.
    On,
    /// Too little.
    Under,
    /// Too much.
    Over,
    /// Under ten: too few to say.
    TooFew,
}

/// A lane's week against its cadence.
#[derive(Clone, Debug)]
pub struct CadenceItem {
    /// The channel.
    pub channel: ChannelIx,
    /// The format, for a lane of its own.
    pub format: Option<String>,
    /// Monday of the week.
    pub monday: NaiveDate,
    /// How many go out, on days of the plan.
    pub count: usize,
    /// The least asked for on those days.
    pub min: Option<u32>,
    /// The most that week, the reserve taken off.
    pub max: Option<u32>,
}

/// Another placement that a reason names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Other {
    /// The placement.
    pub placement: PlacementIx,
    /// When it starts.
    pub start: Instant,
}

/// One reason, with the change of the objective where it is known.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// What.
    pub cause: Because,
    /// What the objective gains or loses.
    pub delta: Option<i64>,
    /// What would change it: lifting this rule would allow this slot.
    pub would_allow: Option<Instant>,
}

impl Reason {
    /// A reason alone.
    #[must_use]
    pub const fn new(cause: Because) -> Self {
        Self { cause, delta: None, would_allow: None }
    }
}

/// Why a slot is taken, or is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Because {
    /// The score of the slot.
    Score {
        /// 0–100.
        score: u8,
        /// The best score that any of its slots has.
        best: u8,
        /// Where scores come from.
        origin: ScoreOrigin,
    },
    /// The date, the window or the campaign that the human gave.
    Date {
        /// The date, if it has one.
        wanted: Option<When>,
        /// It lies outside the stretch that is planned.
        beyond: Beyond,
    },
    /// The channel's windows.
    Window,
    /// `[plan] hours`.
    Hours,
    /// A pause: its reason.
    Pause(String),
    /// A day that an event closes: its name.
    Event(Text),
    /// The past.
    Past,
    /// Nobody on duty after it: the owner asked for, if any.
    Presence(Option<super::PersonIx>),
    /// R2: another post of the channel too near.
    Gap {
        /// Which.
        other: Other,
        /// The least distance.
        least: Lapse,
    },
    /// R3: the day is full.
    PerDay {
        /// The most a day.
        max: u32,
    },
    /// R4: the week is full.
    PerWeek {
        /// The most that week, the reserve taken off.
        max: u32,
        /// Percent kept free.
        reserve: u32,
    },
    /// R5: another post too near, on any channel.
    Spacing {
        /// Which.
        other: Other,
        /// The least distance.
        least: Lapse,
    },
    /// R6: another post of the topic too near.
    Topic {
        /// Which.
        other: Other,
        /// The least distance.
        least: Lapse,
    },
    /// R7: too many posts for those on duty.
    Capacity {
        /// The most at once.
        capacity: u32,
        /// Within this time.
        after: Lapse,
    },
    /// R8: a post that must come before, or after.
    After {
        /// Its id.
        post: String,
        /// When it goes out, if it does.
        start: Option<Instant>,
        /// Whether it is to be planned on these days at all.
        beyond: Beyond,
    },
    /// R9: its neighbour has the same pillar.
    Alternate {
        /// Which.
        other: Other,
    },
    /// R10: a quota is full.
    Quota {
        /// The most.
        at_most: u32,
        /// Over what.
        per: super::Per,
    },
    /// The mix comes nearer to its targets, or goes further.
    Mix,
    /// The lane's week needs posts.
    Cadence {
        /// How many were missing without it.
        missing: u32,
    },
    /// It would leave a slot chosen before.
    Move {
        /// The slot.
        from: Instant,
    },
    /// A legal slot exists, and the plan is better without it.
    Worth,
    /// No single rule.
    Several,
    /// Nothing is wrong: it is fixed.
    Fixed(Status),
}

/// Whether a wish lies beyond the stretch that is planned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beyond {
    /// It touches it.
    Within,
    /// It does not.
    Outside,
}

/// Where a score comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoreOrigin {
    /// The windows of the file.
    Windows,
    /// What the channel's past posts got near an hour.
    History {
        /// The hour of the week on the channel's clock, Monday 0 h = 0.
        hour: u8,
    },
    /// The same; and the slot is the best because little was tried there so far: others promise a
    /// little more, and are better known.
    Exploration {
        /// The hour of the week on the channel's clock, Monday 0 h = 0.
        hour: u8,
    },
    /// Nothing is known: a test slot.
    Test,
}

impl ScoreOrigin {
    /// The name of machine output.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Windows => "windows",
            Self::History { .. } | Self::Exploration { .. } => "history",
            Self::Test => "test",
        }
    }

    /// The hour whose past makes the score, Monday 0 h = 0.
    #[must_use]
    pub fn hour(self) -> Option<usize> {
        match self {
            Self::History { hour } | Self::Exploration { hour } => Some(usize::from(hour)),
            Self::Windows | Self::Test => None,
        }
    }
}

impl Because {
    /// The code of machine output: a closed list.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Score { .. } => "score",
            Self::Date { .. } | Self::Fixed(_) => "date",
            Self::Window => "window",
            Self::Hours => "hours",
            Self::Pause(_) => "pause",
            Self::Event(_) => "event",
            Self::Past => "past",
            Self::Presence(_) => "presence",
            Self::Gap { .. } => "gap",
            Self::PerDay { .. } => "per-day",
            Self::PerWeek { .. } => "per-week",
            Self::Spacing { .. } => "spacing",
            Self::Topic { .. } => "topic",
            Self::Capacity { .. } => "capacity",
            Self::After { .. } => "after",
            Self::Alternate { .. } => "alternate",
            Self::Quota { .. } => "quota",
            Self::Mix => "mix",
            Self::Cadence { .. } => "cadence",
            Self::Move { .. } => "move",
            Self::Worth => "worth",
            Self::Several => "several",
        }
    }
}

/// Why a placement has its slot, or none.
#[derive(Clone, Debug, Default)]
pub struct Explanation {
    /// Its slot and the reasons for it.
    pub placed: Option<Placed>,
    /// Why it has none.
    pub left_out: Option<LeftOut>,
    /// Slots with a better score, best first, and what closes each.
    pub better: Vec<Alternative>,
    /// The placement forced to instants: one that is asked about, or, for one that is left out, the
    /// slots that promise most.
    pub forced: Vec<Forced>,
}

/// A slot that a placement might have had.
#[derive(Clone, Debug)]
pub struct Alternative {
    /// When.
    pub start: Instant,
    /// Its score.
    pub score: u8,
    /// What closes it; without a closing rule, what the plan would lose.
    pub reasons: Vec<Reason>,
    /// The plan made again with the placement there, where that was done.
    pub whole: Option<Whole>,
}
