//! A plan, shown: for a terminal, as Markdown, as JSON.
//!
//! [`view`] puts everything into words once; [`table`] and [`markdown`] lay the words out.
//! [`json`] is `edito-plan/1` and takes its data from the plan itself.

pub mod chances;
pub mod changes;
pub mod dates;
pub mod grid;
mod hours;
pub mod json;
pub mod list;
pub mod markdown;
pub mod next;
pub mod numbers;
pub mod overdue;
mod paused;
pub mod people;
pub mod reactive;
#[cfg(test)]
pub(crate) mod sample;
mod strain;
pub mod table;
mod untimed;
pub mod view;

use crate::lang::Lang;
use crate::model::{Because, Beyond, ChannelIx, LeftOut, Reactive, Reason, Schedule, Workspace};
use crate::time::Instant;
use chrono::NaiveDate;

/// A plan and what it takes to show it.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The workspace it plans.
    pub ws: &'a Workspace,
    /// The plan.
    pub schedule: &'a Schedule,
    /// The channels to show, in the order of the file.
    pub channels: &'a [ChannelIx],
    /// The language to speak.
    pub lang: Lang,
    /// Errors to mention: one line each, worded already.
    pub problems: &'a [String],
    /// When it is looked at.
    pub now: Instant,
    /// Whether what only helps is said too.
    pub voice: Voice,
    /// What an urgent post would do to it, when that is asked.
    pub reactive: Option<&'a Reactive>,
    /// What is to be said of how it was found.
    pub remark: Option<&'a str>,
}

impl Shown<'_> {
    /// The day on the calendar's clock.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.ws.calendar.zone.local(self.now).date()
    }

    /// Whether the plan starts more than a week after today: what is late today is then another
    /// plan's business.
    #[must_use]
    pub fn is_far(&self) -> bool {
        self.schedule.from.signed_duration_since(self.today()).num_days() > 7
    }
}

/// How much is said beside the plan itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Voice {
    /// What the marks mean and what to do next, too.
    #[default]
    Full,
    /// The plan alone (`--quiet`).
    Quiet,
}

/// The part of a plan that is about these channels. Shares of the mix that count all channels
/// together stay.
#[must_use]
pub fn only(schedule: &Schedule, ws: &Workspace, channels: &[ChannelIx]) -> Schedule {
    let mut part = schedule.clone();
    let of = |ix| channels.contains(&ws.placement(ix).channel);
    part.placed.retain(|placed| of(placed.placement));
    part.left_out.retain(|left| of(left.placement));
    part.free.retain(|free| channels.contains(&free.channel));
    part.mix.retain(|item| item.channel.is_none_or(|ix| channels.contains(&ix)));
    part.cadence.retain(|item| channels.contains(&item.channel));
    if let Some(changes) = &mut part.changes {
        changes.kept.retain(|ix| of(*ix));
        changes.list.retain(|change| of(change.placement));
    }
    part
}

/// Whether a plan has nothing to say: nothing placed, locked, left out or free. What is asked for
/// on other days alone is not left out.
#[must_use]
pub fn is_silent(schedule: &Schedule) -> bool {
    schedule.placed.is_empty()
        && schedule.left_out.iter().all(is_for_other_days)
        && schedule.free.is_empty()
}

/// Whether a placement has no slot only because it is asked for on days that are not planned.
#[must_use]
pub fn is_for_other_days(left: &LeftOut) -> bool {
    let outside =
        |reason: &Reason| matches!(reason.cause, Because::Date { beyond: Beyond::Outside, .. });
    !left.reasons.is_empty() && left.reasons.iter().all(outside)
}

/// Symbols or plain letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ink {
    /// Lines and symbols.
    #[default]
    Unicode,
    /// ASCII only, but for the words.
    Ascii,
}

impl Ink {
    /// What a line that is cut off ends with.
    #[must_use]
    pub const fn ellipsis(self) -> &'static str {
        match self {
            Self::Unicode => "…",
            Self::Ascii => "~",
        }
    }
}
