//! The best week: every placement without an instant gets a slot, or stays out for a reason.
//!
//! The problem and its objective are in `docs/planner.md`. [`problem`] compiles a workspace into
//! numbers, [`state`] is a plan under construction that knows its own worth, [`search`] improves
//! it by counted steps, [`bound`] says what no plan can exceed, [`explain`] gives the reasons.
//! The planner sees no findings, no files and no language, and never the clock.

mod board;
mod bound;
mod changes;
mod core;
mod duty;
mod explain;
mod extras;
mod float;
mod force;
mod free;
mod mixture;
mod problem;
mod reactive;
mod rules;
mod search;
mod slots;
mod state;
mod wanted;
mod whatif;

use crate::model::{Explanation, PlacementIx, Schedule, Workspace};
use crate::time::Instant;
use chrono::NaiveDate;
use core::{Core, NONE};
pub use force::{force, openings};
use problem::Problem;
pub use reactive::{Urgent, reactive};
use state::State;

/// What is asked of the planner.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// First day, on the calendar's clock and on the channels'.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// Now: nothing is suggested before.
    pub now: Instant,
    /// What slots chosen before are worth.
    pub slots: Slots,
    /// How hard to search.
    pub effort: Effort,
}

/// What slots chosen before are worth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Slots {
    /// They stay unless a move is worth more than `weights.move`.
    #[default]
    Consider,
    /// They are locked.
    Keep,
    /// They are forgotten.
    Forget,
}

/// How hard to search: a number of steps, never a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effort {
    /// A good plan at once.
    Quick,
    /// The default.
    #[default]
    Normal,
    /// The largest budget.
    Max,
}

/// The plan of a stretch of days.
#[must_use]
pub fn plan(ws: &Workspace, request: &Request) -> Schedule {
    plan_until(ws, request, &|| false)
}

/// The best plan found until `stop` says so, or the work is done. What stops it may be a clock, and
/// then another run may give another plan; the planner itself looks at none.
#[must_use]
pub fn plan_until(ws: &Workspace, request: &Request, stop: &(dyn Fn() -> bool + Sync)) -> Schedule {
    let problem = Problem::new(ws, request);
    let (state, bound) = solve(&problem, stop);
    extras::schedule(&problem, &state, bound)
}

/// Why a placement has its slot, or none.
#[must_use]
pub fn why(ws: &Workspace, request: &Request, placement: PlacementIx) -> Explanation {
    let problem = Problem::new(ws, request);
    let (state, _) = solve(&problem, &|| false);
    explain::of(&problem, &state, placement)
}

/// The best plan that is found, and what no plan exceeds.
fn solve<'p, 'a>(problem: &'p Problem<'a>, stop: &dyn Fn() -> bool) -> (State<'p, 'a>, i64) {
    let core = Core::new(problem);
    let found = search::run(&core, problem.request.effort, stop);
    let mut state = State::new(problem);
    for (task, position) in found.at.iter().enumerate() {
        if *position != NONE {
            let start = core.start(core::id(task), *position);
            if let Some(slot) = problem.find(task, Instant::from_unix(start)) {
                state.insert(task, slot);
            }
        }
    }
    (state, found.bound)
}
