//! The independent checker of a plan: every breach, and the objective worked out again.
//!
//! It shares no code with the search and knows nothing of it: it reads the calendar and a list of
//! starts, and applies the definition of the slot problem word for word. It looks at no clock and
//! reads no file; [`plan_file`] understands the text of a plan that somebody else read.
//!
//! What the definition leaves open is settled so: a cancelled placement is nowhere, whatever else
//! is written; a placement that is out or scheduled on a day without an instant counts on that day
//! in R3, R4, R10, the mix and the cadence, and as placed in R8, but is at no distance of anything;
//! slots chosen outside the plan are fixed whatever [`Keep`] says; `--keep` locks every slot chosen
//! in the plan that its placement may take by itself, `--replan` forgets it; nobody pays for leaving
//! a slot at a wrong distance of an event or a campaign, and none such is locked; gap, days and weeks are those of a lane, rows of pillars
//! those of a channel.

mod board;
mod breach;
mod caps;
pub mod certificate;
mod links;
mod mix;
mod objective;
mod pairs;
mod plan_fault;
pub mod plan_file;
mod roster;
mod slot;
mod words;
mod words_cap;
mod words_slot;

pub use breach::{Breach, Closed, Near, Slot};
pub use objective::score;

use crate::model::{PlacementIx, Workspace};
use crate::time::Instant;
use board::Board;
use chrono::NaiveDate;
use slot::Rules;

/// What happens to slots chosen before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    /// Leaving one costs `weights.move`.
    #[default]
    KeepSlots,
    /// They are locked (`plan --keep`).
    Locked,
    /// They are ignored (`plan --replan`).
    Forget,
}

/// A plan to judge.
#[derive(Clone, Copy, Debug)]
pub struct Assignment<'a> {
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// The end of the past.
    pub now: Instant,
    /// What happens to slots chosen before.
    pub keep: Keep,
    /// Every candidate that has a slot. Locked placements need not be listed; those that are must
    /// agree with the calendar.
    pub starts: &'a [(PlacementIx, Instant)],
}

impl Assignment<'_> {
    fn holds(&self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }
}

/// What is to be said of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Every breach: first those of single slots, then R2 to R10.
    pub breaches: Vec<Breach>,
    /// The objective, locked placements of the plan included.
    pub objective: i64,
}

impl Verdict {
    /// Whether no rule is broken.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.breaches.is_empty()
    }
}

/// Judges a plan against its calendar.
#[must_use]
pub fn verify(ws: &Workspace, a: &Assignment<'_>) -> Verdict {
    let mut rules = Rules::new(ws, a);
    let (board, mut breaches) = Board::build(ws, a, &mut rules);
    for (start, item) in board.line() {
        if item.is_free() {
            let slot = Slot::new(item.placement, start);
            let closed = rules.closed(item.placement, start);
            breaches.extend(closed.into_iter().map(|why| Breach::Slot { slot, why }));
        }
    }
    pairs::check(ws, &board, &mut breaches);
    caps::check(ws, &board, &mut breaches);
    links::check(ws, &board, &mut breaches);
    let objective = objective::of(ws, a, &board, &mut rules);
    Verdict { breaches, objective }
}

#[cfg(test)]
mod tests;
