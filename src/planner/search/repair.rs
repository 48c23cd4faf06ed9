//! From a relaxed plan to a plan.

use super::{Steps, moves};
use crate::planner::board::Board;
use crate::planner::core::{NONE, ix};

/// Puts in what it can of these choices, the worthiest first, then what gains of these tasks.
pub(super) fn plan(
    board: &mut Board<'_>,
    tasks: &[u32],
    chosen: &[(u32, u32)],
    steps: &mut Steps<'_>,
) {
    let core = board.core;
    let worth = |(task, position): &(u32, u32)| (-core.value(*task, *position), *task, *position);
    let mut choices: Vec<(i64, u32, u32)> = chosen.iter().map(worth).collect();
    choices.sort_unstable();
    for (_, task, position) in &choices {
        if board.at[ix(*task)] == NONE && board.may_fit(*task, *position) {
            board.insert(*task, *position);
        }
    }
    legalise(board);
    moves::fill(board, tasks, steps);
}

/// Takes out what breaks a rule that waits for others: R9, and R8 where a predecessor is missing.
pub(super) fn legalise(board: &mut Board<'_>) {
    while let Some(task) = board.broken() {
        board.remove(task);
    }
}
