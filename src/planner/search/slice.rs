//! Slices: some tasks think again while all others stay where they are.

use super::ledger::{Ledger, Wanted};
use super::tree::Tree;
use super::{Search, Steps, dive, moves};
use crate::planner::board::Board;
use crate::planner::bound::{Ascent, Domain, Relaxed, View};
use crate::planner::core::{NONE, ix};

/// Parts that the branching of a slice may cut.
const CUTS: u32 = 24;
/// Open positions up to which a slice is branched.
const BRANCHED: usize = 3_000;

/// Who thinks again: tasks placed in a stretch of time (or nowhere) on some lanes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slice<'l> {
    pub(super) from: i64,
    pub(super) to: i64,
    /// The lanes; empty: all.
    pub(super) lanes: &'l [u32],
}

impl Slice<'_> {
    fn holds(&self, board: &Board<'_>, task: u32, position: u32) -> bool {
        let core = board.core;
        let lane = core.tasks[ix(task)].lane;
        (self.from..self.to).contains(&core.start(task, position))
            && (self.lanes.is_empty() || self.lanes.contains(&lane))
    }
}

/// Lets the tasks of a slice think again, from the best plan on.
pub(super) fn again<'c>(
    search: &mut Search<'c>,
    slice: Slice<'_>,
    (whole, prices): (&View<'c>, &Ascent),
    board: &mut Board<'c>,
    steps: &mut Steps<'_>,
    rate: f64,
) {
    board.restore(&search.best);
    let (domain, free) = open(board, slice);
    if free.is_empty() {
        return;
    }
    let base = board.at.clone();
    let (mut part, mut ascent) = prices.part(whole, &domain);
    let mut out = Relaxed::default();
    if ascent.climb(&mut part, &mut out, (3_000.0, 100.0, 25), search.target(), steps) {
        return;
    }
    dive::run(&domain, &ascent, &part, board, steps, rate);
    moves::polish(board, &free, steps);
    search.keep(board);
    if let Some(slots) = part.filter(&ascent.best, search.target(), &mut out) {
        let domain = Domain { slots, ..domain };
        if domain.size() <= BRANCHED {
            let (part, ascent) = ascent.part(&part, &domain);
            let ledger = std::mem::replace(&mut search.ledger, Ledger::new(Wanted::No));
            let tree = Tree::new(domain, part, ascent, (&free, &base));
            tree.run(search, board, CUTS, steps);
            search.ledger = ledger;
        }
    }
}

/// Takes the tasks of a slice off the board; what is open to them, and who they are.
fn open(board: &mut Board<'_>, slice: Slice<'_>) -> (Domain, Vec<u32>) {
    let core = board.core;
    let mut domain = Domain::none(core);
    let mut free = Vec::new();
    for task in core.everybody() {
        match board.at[ix(task)] {
            NONE => free.push(task),
            position if slice.holds(board, task, position) => free.push(task),
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
        let positions = core.tasks[ix(*task)].positions.iter().copied();
        let fitting = positions.filter(|position| {
            slice.holds(board, *task, *position) && board.may_fit(*task, *position)
        });
        domain.slots[ix(*task)] = fitting.collect();
    }
    free.retain(|task| !domain.slots[ix(*task)].is_empty());
    (domain, free)
}
