//! A slice: some tasks think again while all others stay where they are.

use super::{Steps, dive, moves};
use crate::planner::board::Board;
use crate::planner::bound::{Ascent, Domain, Relaxed, View};
use crate::planner::core::{NONE, id, ix};

/// Lets the tasks of a stretch of time think again; whether the plan got better. It never gets
/// worse.
pub(super) fn again<'c>(
    prices: &Ascent,
    view: &View<'c>,
    board: &mut Board<'c>,
    (from, to): (i64, i64),
    steps: &mut Steps<'_>,
) -> bool {
    let core = view.core;
    let before = board.worth();
    let old = board.at.clone();
    let within = |task: u32, position: u32| (from..to).contains(&core.start(task, position));
    let mut domain = Domain::whole(core);
    let mut free = Vec::new();
    for task in 0..id(core.tasks.len()) {
        match board.at[ix(task)] {
            NONE => free.push(task),
            position if within(task, position) => free.push(task),
            position => {
                domain.slots[ix(task)] = vec![position];
                domain.must[ix(task)] = true;
            }
        }
    }
    for task in &free {
        board.remove(*task);
    }
    for task in &free {
        domain.slots[ix(*task)].retain(|position| within(*task, *position) && board.may_fit(*task, *position));
    }
    let (mut part, mut ascent) = prices.part(view, &domain);
    let mut out = Relaxed::default();
    if !ascent.climb(&mut part, &mut out, (3_000.0, 100.0, 25), before + core.unit, steps) {
        dive::run(&domain, &ascent, &part, board, steps, 300.0);
        moves::polish(board, &free, steps);
    }
    if board.worth() < before {
        board.restore(&old);
    }
    board.worth() > before
}
