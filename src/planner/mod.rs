//! The best week: every placement without an instant gets a slot, or stays out for a reason.
//!
//! The problem and its objective are in `docs/planner.md`. [`problem`] compiles a workspace into
//! numbers, [`state`] is a plan under construction that knows its own worth, [`search`] improves
//! it by counted steps, [`bound`] says what no plan can exceed, [`explain`] gives the reasons.
//! The planner sees no findings, no files and no language, and never the clock.

mod board;
mod bound;
mod certificate;
mod changes;
mod comeback;
mod core;
mod duty;
mod explain;
mod extras;
mod float;
mod force;
mod free;
mod giveway;
mod mixture;
mod problem;
mod reactive;
mod rules;
mod search;
mod slots;
mod state;
mod wanted;
mod whatif;

use crate::model::{Schedule, Workspace};
use crate::time::Instant;
use chrono::NaiveDate;
use core::Core;
pub use explain::explained;
pub use force::{force, openings};
use problem::Problem;
pub use reactive::{Urgent, reactive};
use search::Outcome;
use search::ledger::Wanted;
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
    let (_, found) = solve(&problem, Wanted::No, stop);
    let state = placed(&problem, &found);
    extras::schedule(&problem, &state, found.bound)
}

/// The same, with the certificate of its bound.
#[must_use]
pub fn plan_certified(
    ws: &Workspace,
    request: &Request,
    stop: &(dyn Fn() -> bool + Sync),
) -> Schedule {
    let problem = Problem::new(ws, request);
    let (core, found) = solve(&problem, Wanted::Yes, stop);
    let state = placed(&problem, &found);
    let mut schedule = extras::schedule(&problem, &state, found.bound);
    schedule.certificate = Some(certificate::text(&problem, &core, &found, schedule.objective));
    schedule
}

/// The best plan that is found, and what no plan exceeds.
fn solve(problem: &Problem<'_>, wanted: Wanted, stop: &dyn Fn() -> bool) -> (Core, Outcome) {
    let core = Core::new(problem);
    let found = search::run(&core, problem.request.effort, wanted, stop);
    (core, found)
}

/// A plan as the explanations see it.
fn placed<'p, 'a>(problem: &'p Problem<'a>, found: &Outcome) -> State<'p, 'a> {
    let mut state = State::new(problem);
    for (task, start) in found.starts.iter().enumerate() {
        if let Some(slot) = start.and_then(|start| problem.find(task, start)) {
            state.insert(task, slot);
        }
    }
    state
}
