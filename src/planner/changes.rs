//! A plan against the slots chosen before: what stays, what moves, what is lost, what is new.
//!
//! Each reason is found with the rest of the plan held: the rule that closes the old slot now, else
//! the terms of the objective that gained by leaving it.

use super::explain::{cause, reasons};
use super::problem::Problem;
use super::slots::Slot;
use super::state::{State, Terms};
use crate::model::{
    Because, Beyond, Change, Changes, LeftOut, Placed, PlacedState, PlacementIx, Reason, Standing,
    Stop,
};
use crate::time::Instant;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

/// What a plan changes; nothing when no slot was chosen before on its days.
pub(super) fn of(
    state: &mut State<'_, '_>,
    placed: &[Placed],
    left_out: &[LeftOut],
) -> Option<Changes> {
    let problem = state.problem;
    let before = chosen_before(problem);
    if before.is_empty() {
        return None;
    }
    let now: HashMap<PlacementIx, &Placed> = placed.iter().map(|p| (p.placement, p)).collect();
    let left: HashMap<PlacementIx, &LeftOut> = left_out.iter().map(|l| (l.placement, l)).collect();
    let mut changes = Changes::default();
    for &(ix, start) in &before {
        match now.get(&ix) {
            Some(placed) if placed.start == start => changes.kept.push(ix),
            Some(placed) => changes.list.push(moved(state, ix, start, placed)),
            None => changes.list.push(removed(state, ix, start, left.get(&ix).copied())),
        }
    }
    let had: HashSet<PlacementIx> = before.iter().map(|(ix, _)| *ix).collect();
    let new = placed.iter().filter(|placed| placed.state == PlacedState::Suggested);
    changes.list.extend(new.filter(|placed| !had.contains(&placed.placement)).map(added));
    changes.list.sort_by_key(|change| {
        let when = change.from.or(change.to).map(|stop| stop.start);
        (change.kind(), when, change.placement)
    });
    Some(changes)
}

/// The candidates that had a slot on days of the plan, in file order.
fn chosen_before(problem: &Problem<'_>) -> Vec<(PlacementIx, Instant)> {
    let ws = problem.ws;
    ws.each_placement()
        .filter(|(_, placement)| placement.is_candidate())
        .filter_map(|(ix, placement)| match placement.standing {
            Standing::Chosen(start)
                if problem.grid.holds(ws.calendar.zone, problem.zone(placement), start) =>
            {
                Some((ix, start))
            }
            _ => None,
        })
        .collect()
}

/// An instant as a slot of a placement, whatever closes it.
fn slot_at(problem: &Problem<'_>, ix: PlacementIx, start: Instant) -> Slot {
    let placement = problem.ws.placement(ix);
    let local = problem.zone(placement).local(start);
    problem.grid.slot(problem.ws, problem.ws.lane(placement.lane), start, local)
}

fn added(placed: &Placed) -> Change {
    Change {
        placement: placed.placement,
        from: None,
        to: Some(Stop { start: placed.start, score: placed.score }),
        reasons: placed.why.clone(),
    }
}

fn moved(state: &mut State<'_, '_>, ix: PlacementIx, start: Instant, placed: &Placed) -> Change {
    let problem = state.problem;
    let old = slot_at(problem, ix, start);
    let closed = closed(problem, ix, start);
    Change {
        placement: ix,
        from: Some(Stop { start, score: old.score }),
        to: Some(Stop { start: placed.start, score: placed.score }),
        reasons: match closed.is_empty() {
            true => gained(state, ix, &old),
            false => closed,
        },
    }
}

fn removed(
    state: &State<'_, '_>,
    ix: PlacementIx,
    start: Instant,
    left: Option<&LeftOut>,
) -> Change {
    let problem = state.problem;
    let old = slot_at(problem, ix, start);
    let mut reasons = closed(problem, ix, start);
    match left {
        Some(left) => {
            if let (true, Some(task)) = (reasons.is_empty(), state.task_of(ix)) {
                reasons.extend(state.blocked(task, &old).map(|block| Reason::new(block.because)));
            }
            let known: Vec<&'static str> = reasons.iter().map(|r| r.cause.code()).collect();
            let says_more = |reason: &&Reason| {
                let vague = reason.cause == Because::Several && !known.is_empty();
                !vague && !known.contains(&reason.cause.code())
            };
            reasons.extend(left.reasons.iter().filter(says_more).cloned());
        }
        // No day that it asks for is planned here.
        None => {
            let wanted = problem.ws.placement(ix).date();
            reasons = vec![Reason::new(Because::Date { wanted, beyond: Beyond::Outside })];
        }
    }
    Change { placement: ix, from: Some(Stop { start, score: old.score }), to: None, reasons }
}

/// The unary rules that close a slot now.
fn closed(problem: &Problem<'_>, ix: PlacementIx, start: Instant) -> Vec<Reason> {
    let by = problem.closed_at(ix, start);
    by.iter().map(|by| Reason::new(cause(problem, ix, by))).collect()
}

/// Why a placed task left an open slot: who or what is in the way there, else the terms that
/// gained, the largest first. With `--replan` there may be none: the slots are equals.
fn gained(state: &mut State<'_, '_>, ix: PlacementIx, old: &Slot) -> Vec<Reason> {
    let Some(task) = state.task_of(ix) else {
        return Vec::new();
    };
    let (Some(index), Some(new)) = (state.chosen[task], state.slot(task).copied()) else {
        return Vec::new();
    };
    state.remove(task);
    let found = match state.blocked(task, old) {
        Some(block) => vec![Reason::new(block.because)],
        None => better_terms(state, task, old, &new),
    };
    state.insert(task, index);
    found
}

/// The terms that are better in the new slot than in the old, by how much.
fn better_terms(state: &State<'_, '_>, task: usize, old: &Slot, new: &Slot) -> Vec<Reason> {
    let (before, after) = (state.terms(task, old), state.terms(task, new));
    let of = |terms: &Terms, cause: &Because| match cause {
        Because::Score { .. } => terms.score,
        Because::Cadence { .. } => terms.cadence,
        Because::Mix => terms.mix,
        Because::Alternate { .. } => terms.alternate,
        _ => 0,
    };
    let mut causes: Vec<Because> =
        reasons(state, task, new, after).into_iter().map(|reason| reason.cause).collect();
    if before.mix < after.mix && after.mix == 0 {
        causes.push(Because::Mix);
    }
    causes.extend(state.repeated_by(task, old).map(|other| Because::Alternate { other }));
    let mut better: Vec<Reason> = Vec::new();
    for cause in causes {
        let delta = of(&after, &cause) - of(&before, &cause);
        let known = better.iter().any(|reason| reason.cause.code() == cause.code());
        if delta > 0 && !known {
            better.push(Reason { cause, delta: Some(delta), would_allow: None });
        }
    }
    better.sort_by_key(|reason| Reverse(reason.delta));
    better
}
