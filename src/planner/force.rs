//! What a forced move costs: the week planned again with one placement locked at an instant.
//!
//! It is planned twice: with the slots of the plan at hand as slots chosen before, so that no more
//! moves than must, and as if for the first time. What each is worth is counted in the problem as
//! it is, where the placement is not locked; the better one is told, the first where they are equal.

use super::explain::cause;
use super::problem::Problem;
use super::slots::Slot;
use super::state::State;
use super::whatif::hold;
use super::{Request, Slots};
use crate::model::{
    Because, Change, Forced, Outcome, PlacedState, PlacementIx, Reason, Schedule, Standing, Stop,
    Whole, Workspace,
};
use crate::time::{Instant, Lapse};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many slots are offered for a placement that is left out.
const OPENINGS: usize = 3;

/// Slots nearer than this to a better one are no other offer.
const APART: Lapse = Lapse::hours(3);

/// What forcing a placement to an instant would do to `base`, the plan of this request. `plan` plans
/// a calendar and stands up for the result. Nothing for a placement that this plan does not move.
///
/// # Errors
/// Those of `plan`.
pub fn force<E>(
    ws: &Workspace,
    request: &Request,
    base: &Schedule,
    asked: (PlacementIx, Instant),
    plan: &mut dyn FnMut(&Workspace, &Request) -> Result<Schedule, E>,
) -> Result<Option<Forced>, E> {
    let (ix, start) = asked;
    let problem = Problem::new(ws, request);
    let mut state = State::new(&problem);
    let forbidden = |reasons| {
        let outcome = Outcome::Forbidden(reasons);
        Ok(Some(Forced { start, in_the_way: Vec::new(), outcome }))
    };
    let closed = problem.closed_at(ix, start);
    let task = state.task_of(ix);
    // A candidate without a task has no day in this plan: its date says so.
    let moves = task.is_some() || ws.placement(ix).is_candidate();
    if moves && !closed.is_empty() {
        let reason = |by| Reason::new(cause(&problem, ix, by));
        return forbidden(closed.iter().map(reason).collect());
    }
    let Some(task) = task else {
        return Ok(None);
    };
    let Some(index) = problem.find(task, start) else {
        let outcome = Outcome::OffGrid { grid: ws.plan.grid, near: around(&problem, task, start) };
        return Ok(Some(Forced { start, in_the_way: Vec::new(), outcome }));
    };
    let slot = problem.slot(task, index);
    let fixed = fixed_in_the_way(&state, task, slot);
    if !fixed.is_empty() {
        return forbidden(fixed);
    }
    fill(&mut state, &starts(base, ix));
    let blocks = state.blocks(task, slot);
    let in_the_way: Vec<Reason> =
        blocks.into_iter().map(|block| Reason::new(block.because)).collect();
    let best = made_again(&problem, base, (task, index), plan)?;
    let outcome = match best {
        Some(whole) => Outcome::Planned(whole),
        None => Outcome::Forbidden(nowhere(&in_the_way)),
    };
    Ok(Some(Forced { start, in_the_way, outcome }))
}

/// The slots of a task next to an instant, on its day.
fn around(problem: &Problem<'_>, task: usize, start: Instant) -> Vec<Instant> {
    let zone = problem.zone(problem.of(task));
    let day = zone.local(start).date();
    let slots = || problem.slots(task).filter(|slot| slot.local.date() == day).map(|s| s.start);
    let before = slots().filter(|slot| *slot < start).max();
    let after = slots().filter(|slot| *slot > start).min();
    before.into_iter().chain(after).collect()
}

/// The week planned again with a task locked in one of its slots; nothing when no plan can have it there.
fn made_again<E>(
    problem: &Problem<'_>,
    base: &Schedule,
    (task, index): (usize, usize),
    plan: &mut dyn FnMut(&Workspace, &Request) -> Result<Schedule, E>,
) -> Result<Option<Whole>, E> {
    let (ws, request) = (problem.ws, &problem.request);
    let ix = problem.tasks[task].placement;
    let asked = (ix, problem.slot(task, index).start);
    let mut best: Option<Whole> = None;
    let again =
        [(held(ws, request, base, asked), Slots::Consider), (locked(ws, asked), request.slots)];
    for (copy, slots) in again {
        let schedule = plan(&copy, &Request { slots, ..*request })?;
        let Some(after) = worth(problem, &schedule, task, index) else {
            continue;
        };
        if best.as_ref().is_none_or(|best| after > best.after) {
            let changes = differences(base, &schedule, ix);
            best = Some(Whole { before: base.objective, after, changes });
        }
    }
    Ok(best)
}

/// Why no plan has it there: a post that must go out before it finds no slot, as far as one rule says.
fn nowhere(in_the_way: &[Reason]) -> Vec<Reason> {
    let before = |reason: &&Reason| matches!(reason.cause, Because::After { .. });
    let found: Vec<Reason> = in_the_way.iter().filter(before).cloned().collect();
    match found.is_empty() {
        true => vec![Reason::new(Because::Several)],
        false => found,
    }
}

/// The slots that promise most for a placement, beside what is fixed: the best scores, not all at
/// the same time of day. Nothing when this plan does not move it.
#[must_use]
pub fn openings(ws: &Workspace, request: &Request, ix: PlacementIx) -> Vec<Instant> {
    let problem = Problem::new(ws, request);
    let state = State::new(&problem);
    let Some(task) = state.task_of(ix) else {
        return Vec::new();
    };
    let mut open: Vec<&Slot> = problem
        .slots(task)
        .filter(|slot| fixed_in_the_way(&state, task, slot).is_empty())
        .collect();
    open.sort_by_key(|slot| (Reverse(slot.score), slot.start));
    let mut chosen: Vec<Instant> = Vec::new();
    for slot in open {
        if chosen.iter().all(|other| slot.start.since(*other).abs() >= APART) {
            chosen.push(slot.start);
        }
    }
    chosen.truncate(OPENINGS);
    chosen
}

/// The rules a slot breaks with what is fixed alone. A post that must go out before and has no slot
/// yet may still get one.
fn fixed_in_the_way(state: &State<'_, '_>, task: usize, slot: &Slot) -> Vec<Reason> {
    let blocks = state.blocks(task, slot).into_iter();
    blocks
        .filter(|block| {
            let waits = block.with.is_some_and(|with| state.task_of(with).is_some());
            !(waits && matches!(block.because, Because::After { start: None, .. }))
        })
        .map(|block| Reason::new(block.because))
        .collect()
}

/// The calendar with the plan written into it, and one placement locked.
fn held(
    ws: &Workspace,
    request: &Request,
    base: &Schedule,
    asked: (PlacementIx, Instant),
) -> Workspace {
    let mut copy = locked(ws, asked);
    hold(&mut copy, base, request.slots);
    copy.placements[asked.0.get()].standing = Standing::Locked(asked.1);
    copy
}

fn locked(ws: &Workspace, (ix, start): (PlacementIx, Instant)) -> Workspace {
    let mut copy = ws.clone();
    copy.placements[ix.get()].standing = Standing::Locked(start);
    copy
}

/// Where a plan puts what nobody fixed, but for one placement.
fn starts(schedule: &Schedule, but: PlacementIx) -> BTreeMap<PlacementIx, Stop> {
    let free = schedule.placed.iter().filter(|placed| {
        matches!(placed.state, PlacedState::Suggested | PlacedState::Kept)
            && placed.placement != but
    });
    free.map(|p| (p.placement, Stop { start: p.start, score: p.score })).collect()
}

fn fill(state: &mut State<'_, '_>, starts: &BTreeMap<PlacementIx, Stop>) {
    for (ix, stop) in starts {
        let Some(task) = state.task_of(*ix) else {
            continue;
        };
        if let Some(slot) = state.problem.find(task, stop.start) {
            state.insert(task, slot);
        }
    }
}

/// What a plan is worth in the problem as it is, with the forced placement in its slot; nothing
/// when it leaves out a post that must go out before it.
fn worth(problem: &Problem<'_>, schedule: &Schedule, task: usize, slot: usize) -> Option<i64> {
    let mut state = State::new(problem);
    fill(&mut state, &starts(schedule, problem.tasks[task].placement));
    state.insert(task, slot);
    state.is_sound_around(task).then(|| state.objective())
}

/// What two plans put elsewhere, but for one placement; without reasons.
fn differences(base: &Schedule, other: &Schedule, but: PlacementIx) -> Vec<Change> {
    let (before, after) = (starts(base, but), starts(other, but));
    let moved = before.iter().map(|(ix, from)| (*ix, Some(*from), after.get(ix).copied()));
    let new = after.iter().filter(|(ix, _)| !before.contains_key(ix));
    let all = moved.chain(new.map(|(ix, to)| (*ix, None, Some(*to))));
    let mut list: Vec<Change> = all
        .filter(|(_, from, to)| from.map(|stop| stop.start) != to.map(|stop| stop.start))
        .map(|(placement, from, to)| Change { placement, from, to, reasons: Vec::new() })
        .collect();
    list.sort_by_key(|change| {
        let when = change.from.or(change.to).map(|stop| stop.start);
        (change.kind(), when, change.placement)
    });
    list
}
