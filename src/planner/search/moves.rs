//! Moves that gain: in, elsewhere, out, in somebody's place.

use super::Steps;
use crate::planner::board::Board;
use crate::planner::core::{NONE, ix};

/// The best position of a task that is out, and what it gains.
fn best(board: &Board<'_>, task: u32, steps: &mut Steps<'_>) -> Option<(u32, i64)> {
    let core = board.core;
    let positions = &core.tasks[ix(task)].positions;
    steps.spend(u64::try_from(positions.len() + 1).unwrap_or(u64::MAX));
    let mut best: Option<(u32, i64)> = None;
    // What the mix makes of the task depends on the cell alone, unless posts count once.
    let mut mix: Option<(Option<usize>, i64)> = None;
    for position in positions {
        let cell = core.cell(task, *position);
        let change = match mix {
            Some((known, change)) if known == cell && !core.mix.once => change,
            _ => board.mix_change(task, *position),
        };
        mix = Some((cell, change));
        let gain = board.gain_beside_mix(task, *position) - change;
        if best.is_none_or(|(_, most)| gain > most) && board.fits(task, *position) {
            best = Some((*position, gain));
        }
    }
    best
}

/// Puts a task where it gains most, when it gains at all; whether it did.
fn put_in(board: &mut Board<'_>, task: u32, steps: &mut Steps<'_>) -> bool {
    match best(board, task, steps) {
        Some((position, gain)) if gain > 0 => {
            board.insert(task, position);
            true
        }
        _ => false,
    }
}

/// Puts in every one of these tasks that gains, those that gain most first, again and again.
pub(super) fn fill(board: &mut Board<'_>, tasks: &[u32], steps: &mut Steps<'_>) {
    loop {
        let mut offers: Vec<(i64, u32)> = Vec::new();
        for &task in tasks {
            if board.at[ix(task)] == NONE
                && let Some((_, gain)) = best(board, task, steps)
                && gain > 0
            {
                offers.push((-gain, task));
            }
        }
        offers.sort_unstable();
        let mut changed = false;
        for (_, task) in offers {
            changed |= put_in(board, task, steps);
        }
        if !changed || !steps.left() {
            return;
        }
    }
}

/// Rounds of moves of these tasks until none gains.
pub(super) fn polish(board: &mut Board<'_>, tasks: &[u32], steps: &mut Steps<'_>) {
    rounds(board, tasks, steps, enter);
}

/// Rounds of the cheap moves of these tasks, elsewhere, out or in, until none gains.
pub(super) fn settle(board: &mut Board<'_>, tasks: &[u32], steps: &mut Steps<'_>) {
    rounds(board, tasks, steps, |board, task, steps| _ = put_in(board, task, steps));
}

/// Rounds in which those who are in look elsewhere, and those who are out may enter.
fn rounds(
    board: &mut Board<'_>,
    tasks: &[u32],
    steps: &mut Steps<'_>,
    enter: fn(&mut Board<'_>, u32, &mut Steps<'_>),
) {
    loop {
        let before = board.worth();
        for &task in tasks {
            if !steps.left() {
                return;
            }
            match board.at[ix(task)] {
                NONE => enter(board, task, steps),
                position => relocate(board, task, position, steps),
            }
        }
        if board.worth() <= before {
            return;
        }
    }
}

/// Moves a placed task to its best position, or out, when that gains.
fn relocate(board: &mut Board<'_>, task: u32, old: u32, steps: &mut Steps<'_>) {
    let free = board.may_leave(task);
    let before = board.worth();
    board.remove(task);
    match best(board, task, steps) {
        Some((position, gain)) if gain > 0 || !free => board.insert(task, position),
        None if !free => return board.insert(task, old),
        _ => {}
    }
    if board.worth() < before || !free && !board.is_sound_around(task, old) {
        board.remove(task);
        board.insert(task, old);
    }
}

/// Puts a task in, or in the place of one that stands in its way, which goes elsewhere or out.
fn enter(board: &mut Board<'_>, task: u32, steps: &mut Steps<'_>) {
    if put_in(board, task, steps) {
        return;
    }
    for index in 0..board.core.tasks[ix(task)].positions.len() {
        let position = board.core.tasks[ix(task)].positions[index];
        if !steps.left() || replace(board, task, position, steps) {
            return;
        }
    }
}

/// Tries a position by sending one placed task away; whether that gained.
fn replace(board: &mut Board<'_>, task: u32, position: u32, steps: &mut Steps<'_>) -> bool {
    let before = board.worth();
    for rival in board.rivals(task, position) {
        let old = board.at[ix(rival)];
        if old == NONE || !board.may_leave(rival) {
            continue;
        }
        steps.spend(1);
        board.remove(rival);
        if board.fits(task, position) {
            board.insert(task, position);
            put_in(board, rival, steps);
            if board.worth() > before {
                return true;
            }
            board.remove(rival);
            board.remove(task);
        }
        board.insert(rival, old);
    }
    false
}
