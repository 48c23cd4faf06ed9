//! Who gives way: what a plan is at least worth with one more task in a slot that others use.
//!
//! A guess to rank slots by, before the week is planned again for the best of them: whoever is in
//! the way is taken out, then put back where it does best, one by one, and nobody else moves.

use super::slots::Slot;
use super::state::State;
use std::cmp::Reverse;

/// The most tasks that are taken out for one.
const MOST: usize = 4;

/// What the plan is then worth; nothing where more would have to give way, or what is fixed.
pub(super) fn promise(state: &State<'_, '_>, task: usize, slot: &Slot) -> Option<i64> {
    let index = state.problem.find(task, slot.start)?;
    let mut state = state.clone();
    let mut out = Vec::new();
    while state.blocked(task, slot).is_some() {
        let victim = in_the_way(&mut state, task, slot).filter(|_| out.len() < MOST)?;
        state.remove(victim);
        out.push(victim);
    }
    state.insert(task, index);
    for victim in out {
        put_back(&mut state, victim);
    }
    Some(state.objective())
}

/// The task to take out: the one that a rule names, else the cheapest that makes room.
fn in_the_way(state: &mut State<'_, '_>, task: usize, slot: &Slot) -> Option<usize> {
    let before = state.blocks(task, slot);
    if let Some(with) = before.first()?.with {
        return state.task_of(with).filter(|other| state.chosen[*other].is_some());
    }
    let placed: Vec<(usize, usize)> =
        state.chosen.iter().enumerate().filter_map(|(i, slot)| Some((i, (*slot)?))).collect();
    let mut cheapest: Option<(i64, usize)> = None;
    for (other, index) in placed {
        let worth = state.objective();
        state.remove(other);
        let loss = worth - state.objective();
        let helps = state.blocks(task, slot).len() < before.len();
        state.insert(other, index);
        if helps && cheapest.is_none_or(|(least, _)| loss < least) {
            cheapest = Some((loss, other));
        }
    }
    cheapest.map(|(_, other)| other)
}

/// Puts a task in its best open slot, where that is worth anything.
fn put_back(state: &mut State<'_, '_>, task: usize) {
    let open = state.problem.slots(task).filter(|slot| state.blocked(task, slot).is_none());
    let worth = open.map(|slot| (state.terms(task, slot).total(), Reverse(slot.start)));
    if let Some((1.., Reverse(start))) = worth.max()
        && let Some(index) = state.problem.find(task, start)
    {
        state.insert(task, index);
    }
}
