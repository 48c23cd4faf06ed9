//! What the planner answers to "what if": an urgent post, a placement forced to an instant.
//!
//! Figures come from planning again, so they are about the plan as a whole.

use super::{Change, ChannelIx, PlacementIx, Reason, Workspace};
use crate::time::Instant;
use chrono::NaiveDate;

/// A placement forced to an instant.
#[derive(Clone, Debug)]
pub struct Forced {
    /// The instant.
    pub start: Instant,
    /// The rules it breaks beside the plan at hand: who or what is in its way.
    pub in_the_way: Vec<Reason>,
    /// What comes of it.
    pub outcome: Outcome,
}

/// What comes of forcing a placement.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Its own rules forbid it, or what is fixed does: nothing that may move would help.
    Forbidden(Vec<Reason>),
    /// The instant is no slot.
    OffGrid {
        /// The grid is that many minutes wide.
        grid: u32,
        /// Its last slot before and its first after, where there is one that day.
        near: Vec<Instant>,
    },
    /// The week planned again around it.
    Planned(Whole),
}

/// A plan made again, against the one at hand.
#[derive(Clone, Debug)]
pub struct Whole {
    /// What the plan at hand is worth.
    pub before: i64,
    /// What the other is worth.
    pub after: i64,
    /// What else is elsewhere in it.
    pub changes: Vec<Change>,
}

/// What an urgent post would do to a plan.
#[derive(Clone, Debug)]
pub struct Reactive {
    /// Its day.
    pub day: NaiveDate,
    /// The calendar with the urgent post in it: changes and reasons name it.
    pub ws: Workspace,
    /// What the plan without it is worth.
    pub objective: i64,
    /// Each channel asked for, in file order.
    pub channels: Vec<UrgentOn>,
    /// The best of them, as a position in the list; nothing when none has a slot that day.
    pub best: Option<usize>,
}

/// An urgent post on one channel.
#[derive(Clone, Debug)]
pub struct UrgentOn {
    /// The channel.
    pub channel: ChannelIx,
    /// The urgent post there, in [`Reactive::ws`].
    pub placement: PlacementIx,
    /// The best slot of the day, what it brings and what it costs weighed together.
    pub slot: Option<UrgentSlot>,
    /// The best slot for which nothing has to move, where that is another one.
    pub calm: Option<UrgentSlot>,
    /// Why there is no slot.
    pub reasons: Vec<Reason>,
}

/// A slot for an urgent post.
#[derive(Clone, Debug)]
pub struct UrgentSlot {
    /// When.
    pub start: Instant,
    /// Its score, 0–100.
    pub score: u8,
    /// Whether the week would be full without the reserve.
    pub reserve: Reserve,
    /// What the rest of the plan loses; below 0 where it gains.
    pub cost: i64,
    /// What moves, loses its slot or comes in.
    pub changes: Vec<Change>,
}

/// Whether an urgent post lives on the reserve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reserve {
    /// The week had room anyway.
    Untouched,
    /// It takes what was kept free.
    Used,
}
