//! Reasons: why this slot, why not that one, why none.
//!
//! The rest of the plan is held while one task is looked at, so every figure is what the plan at
//! least gains or loses.

use super::Request;
use super::problem::{Mark, Problem, Shut, Unary};
use super::slots::Slot;
use super::state::{State, Terms};
use crate::model::{
    Alternative, Because, Beyond, Explanation, LeftOut, Placed, PlacedState, PlacementIx, Reason,
    Schedule, ScoreOrigin, Standing, Workspace,
};
use std::cmp::Reverse;

/// How many better slots `why` shows.
const BETTER_SHOWN: usize = 8;

/// Why a placement has its slot, or none, in `base`, the plan of this request: nothing is searched.
#[must_use]
pub fn explained(
    ws: &Workspace,
    request: &Request,
    base: &Schedule,
    placement: PlacementIx,
) -> Explanation {
    let problem = Problem::new(ws, request);
    let mut state = State::new(&problem);
    for placed in &base.placed {
        let Some(task) = state.task_of(placed.placement) else {
            continue;
        };
        if let Some(slot) = problem.find(task, placed.start) {
            state.insert(task, slot);
        }
    }
    of(&problem, &state, placement)
}

/// Why a placement has its slot, or none.
pub(super) fn of(problem: &Problem<'_>, state: &State<'_, '_>, ix: PlacementIx) -> Explanation {
    let mut state = state.clone();
    if let Some(mark) = problem.locked.iter().find(|mark| mark.placement == ix) {
        return Explanation { placed: Some(locked(problem, mark)), ..Explanation::default() };
    }
    let Some(task) = state.task_of(ix) else {
        return Explanation::default();
    };
    match state.chosen[task] {
        Some(_) => Explanation {
            placed: Some(placed(&mut state, task)),
            left_out: None,
            better: better(&mut state, task),
            forced: Vec::new(),
        },
        None => Explanation {
            placed: None,
            left_out: Some(LeftOut { placement: ix, reasons: left_out(&state, task) }),
            better: Vec::new(),
            forced: Vec::new(),
        },
    }
}

/// A locked placement of the plan.
pub(super) fn locked(problem: &Problem<'_>, mark: &Mark) -> Placed {
    let placement = problem.ws.placement(mark.placement);
    let state = match placement.standing {
        Standing::Published(_) => PlacedState::Published,
        Standing::Chosen(_) => PlacedState::Kept,
        _ => PlacedState::Locked,
    };
    Placed {
        placement: mark.placement,
        start: mark.start,
        state,
        score: problem.locked_score(mark).0,
        why: vec![Reason::new(Because::Fixed(placement.status.value))],
    }
}

/// A task in its slot, with the terms of the objective that it moves.
pub(super) fn placed(state: &mut State<'_, '_>, task: usize) -> Placed {
    let problem = state.problem;
    let data = &problem.tasks[task];
    let Some(index) = state.chosen[task] else { unreachable!("internal error: not placed") };
    let slot = problem.slot(task, index);
    state.remove(task);
    let terms = state.terms(task, slot);
    let why = reasons(state, task, slot, terms);
    state.insert(task, index);
    let kept = data.chosen == Some(slot.start);
    let standing = if kept { PlacedState::Kept } else { PlacedState::Suggested };
    Placed { placement: data.placement, start: slot.start, state: standing, score: slot.score, why }
}

/// The terms of the objective that a task in a slot moves, as reasons; the task itself is out.
pub(super) fn reasons(
    state: &State<'_, '_>,
    task: usize,
    slot: &Slot,
    terms: Terms,
) -> Vec<Reason> {
    let problem = state.problem;
    let data = &problem.tasks[task];
    let best = problem.slots(task).map(|slot| slot.score).max().unwrap_or(slot.score);
    let with = |cause: Because, delta: i64| Reason { cause, delta: Some(delta), would_allow: None };
    let origin = origin(problem, task, slot, best);
    let mut why = vec![with(Because::Score { score: slot.score, best, origin }, terms.score)];
    if let Some(date) = problem.of(task).date().filter(|date| date.is_day()) {
        why.push(Reason::new(Because::Date { wanted: Some(date), beyond: Beyond::Within }));
    }
    if terms.cadence > 0 {
        let lane = problem.of(task).lane;
        let key = (lane, super::slots::week_number(slot.local.date()));
        let min = problem.minima.get(&key).copied().unwrap_or(0);
        let missing = min - state.in_plan.get(&key).copied().unwrap_or(0);
        why.push(with(
            Because::Cadence { missing: u32::try_from(missing).unwrap_or(0) },
            terms.cadence,
        ));
    }
    if terms.mix != 0 {
        why.push(with(Because::Mix, terms.mix));
    }
    if terms.alternate < 0
        && let Some(other) = state.repeated_by(task, slot)
    {
        why.push(with(Because::Alternate { other }, terms.alternate));
    }
    if let Some(from) = data.chosen {
        let weight = 100 * problem.ws.plan.weights.moves;
        let delta = if from == slot.start { terms.moves } else { -weight };
        why.push(with(Because::Move { from }, delta));
    }
    why
}

/// Fewer posts than the average ones that every hour starts with are little.
const LITTLE: f64 = 25.0;

/// Where the score of a slot comes from: of the best that its past makes so, whether it is only
/// because little is known of it. Then another open slot promises more, and scores less.
fn origin(problem: &Problem<'_>, task: usize, slot: &Slot, best: u8) -> ScoreOrigin {
    let ScoreOrigin::History { hour } = slot.origin else {
        return slot.origin;
    };
    let Some(timing) = problem.ws.timing(problem.of(task).channel) else {
        return slot.origin;
    };
    let at = |list: &[f64], hour: u8| list.get(usize::from(hour)).copied().unwrap_or_default();
    let promise = at(&timing.score, hour);
    let promises_more = |other: &Slot| match other.origin {
        ScoreOrigin::History { hour } => at(&timing.score, hour) > promise,
        _ => false,
    };
    let explores = slot.score == best
        && at(&timing.n_eff, hour) < LITTLE
        && problem.slots(task).any(|other| other.score < slot.score && promises_more(other));
    if explores { ScoreOrigin::Exploration { hour } } else { slot.origin }
}

/// The slots with a better score, best first, and what closes each.
fn better(state: &mut State<'_, '_>, task: usize) -> Vec<Alternative> {
    let problem = state.problem;
    let Some(index) = state.chosen[task] else {
        return Vec::new();
    };
    let own = problem.slot(task, index);
    state.remove(task);
    let current = state.terms(task, own).total();
    let open = problem.slots(task).filter(|slot| slot.score > own.score).map(|slot| {
        let reasons = match state.blocked(task, slot) {
            Some(block) => vec![Reason::new(block.because)],
            None => {
                let terms = state.terms(task, slot);
                let mut reasons = reasons(state, task, slot, terms);
                let loss = terms.total() - current;
                reasons.insert(
                    0,
                    Reason { cause: Because::Worth, delta: Some(loss), would_allow: None },
                );
                reasons
            }
        };
        Alternative { start: slot.start, score: slot.score, reasons, whole: None }
    });
    let closures = problem.closures(task);
    let shut = closures.iter().filter(|shut| shut.slot.score > own.score).map(|shut| {
        let reasons =
            shut.by.iter().take(1).map(|by| Reason::new(unary(state, task, by))).collect();
        Alternative { start: shut.slot.start, score: shut.slot.score, reasons, whole: None }
    });
    let mut all: Vec<Alternative> = open.chain(shut).collect();
    state.insert(task, index);
    all.sort_by_key(|alternative| (Reverse(alternative.score), alternative.start));
    all.truncate(BETTER_SHOWN);
    all
}

/// Why a task has no slot.
pub(super) fn left_out(state: &State<'_, '_>, task: usize) -> Vec<Reason> {
    let problem = state.problem;
    if problem.open(task).is_empty() {
        return closed(state, task);
    }
    let legal = problem.slots(task).filter(|slot| state.blocked(task, slot).is_none());
    let best = legal.max_by_key(|slot| (state.terms(task, slot).total(), Reverse(slot.start)));
    if let Some(slot) = best {
        return not_worth(state, task, slot);
    }
    let lifted = lifted(state, task);
    if !lifted.is_empty() {
        return lifted;
    }
    // One of the several by name: what stands in the way where the task is worth most.
    let best = problem.slots(task).max_by_key(|s| (state.terms(task, s).total(), Reverse(s.start)));
    let named = best.and_then(|slot| state.blocked(task, slot));
    let named = named.map(|block| Reason::new(block.because));
    std::iter::once(Reason::new(Because::Several)).chain(named).collect()
}

/// (a) No slot at all: the rules that alone close the last ones, each with the best it would open.
fn closed(state: &State<'_, '_>, task: usize) -> Vec<Reason> {
    let closures = state.problem.closures(task);
    let wanted = state.problem.of(task).date();
    let Some(fewest) = closures.iter().map(|shut| shut.by.len()).min() else {
        return vec![Reason::new(Because::Date { wanted, beyond: Beyond::Within })];
    };
    let mut reasons: Vec<(Vec<Unary>, &Shut)> = Vec::new();
    for shut in closures.iter().filter(|shut| shut.by.len() == fewest) {
        match reasons.iter_mut().find(|(by, _)| *by == shut.by) {
            Some((_, best)) if shut.slot.score > best.slot.score => *best = shut,
            Some(_) => {}
            None => reasons.push((shut.by.clone(), shut)),
        }
    }
    if fewest > 1 {
        reasons.truncate(1);
    }
    let each = reasons.iter().flat_map(|(by, shut)| by.iter().map(move |by| (by, shut)));
    each.map(|(by, shut)| Reason {
        cause: unary(state, task, by),
        delta: None,
        would_allow: (fewest == 1).then_some(shut.slot.start),
    })
    .collect()
}

/// (b) The rules between placements whose lifting, each alone, would place the task.
fn lifted(state: &State<'_, '_>, task: usize) -> Vec<Reason> {
    let mut reasons: Vec<Reason> = Vec::new();
    for slot in state.problem.slots(task) {
        let Some(block) = state.only_block(task, slot) else {
            continue;
        };
        let gain = state.terms(task, slot).total();
        if gain <= 0 {
            continue;
        }
        let reason =
            Reason { cause: block.because, delta: Some(gain), would_allow: Some(slot.start) };
        match reasons.iter_mut().find(|other| other.cause.code() == reason.cause.code()) {
            Some(other) if other.delta < reason.delta => *other = reason,
            Some(_) => {}
            None => reasons.push(reason),
        }
    }
    reasons.sort_by_key(|reason| Reverse(reason.delta));
    reasons
}

/// (c) A legal slot exists, and the plan is better without it.
fn not_worth(state: &State<'_, '_>, task: usize, slot: &Slot) -> Vec<Reason> {
    let terms = state.terms(task, slot);
    let worth =
        Reason { cause: Because::Worth, delta: Some(terms.total()), would_allow: Some(slot.start) };
    let mut all = vec![worth];
    all.extend(
        reasons(state, task, slot, terms).into_iter().filter(|r| r.delta.is_some_and(|d| d < 0)),
    );
    all
}

/// A unary rule as a reason.
fn unary(state: &State<'_, '_>, task: usize, by: &Unary) -> Because {
    cause(state.problem, state.problem.tasks[task].placement, by)
}

/// A unary rule that closes a slot for a placement, as a reason.
pub(super) fn cause(problem: &Problem<'_>, ix: PlacementIx, by: &Unary) -> Because {
    match by {
        Unary::Date => {
            let wanted = problem.ws.placement(ix).date();
            Because::Date { wanted, beyond: Beyond::Within }
        }
        Unary::Window => Because::Window,
        Unary::Hours => Because::Hours,
        Unary::Pause(reason) => Because::Pause(reason.clone()),
        Unary::Event(name) => Because::Event(name.clone()),
        Unary::Past => Because::Past,
        Unary::Presence(owner) => Because::Presence(*owner),
        Unary::Link(name) => {
            Because::After { post: name.clone(), start: None, beyond: Beyond::Within }
        }
    }
}
