//! Branching: the plans of a problem, cut in two again and again until each part is closed.
//!
//! A part whose bound does not exceed the best plan holds nothing better. The part with the
//! largest bound comes first, so the largest bound that is left is a bound of the whole.

use super::ledger::Side;
use super::{Search, Steps, moves, repair};
use crate::planner::board::Board;
use crate::planner::bound::{Ascent, Domain, Relaxed, View};
use crate::planner::core::{NONE, id, ix};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// A part of the plans, still open.
struct Node<'c> {
    domain: Domain,
    ascent: Ascent,
    view: View<'c>,
    bound: i64,
    number: usize,
}

impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Node<'_> {}
impl PartialOrd for Node<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl Ord for Node<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bound.cmp(&other.bound).then(other.number.cmp(&self.number))
    }
}

/// How a part is cut in two.
#[derive(Clone, Copy, Debug)]
pub(in crate::planner) enum Split {
    /// Left out, or placed.
    Placed(u32),
    /// Before a position, or from it on.
    Before(u32, u32),
    /// At most so many of a class of a cell, or more: cell · classes + class.
    Class(usize, i64),
}

/// The parts still open.
pub(super) struct Tree<'c, 'f> {
    open: BinaryHeap<Node<'c>>,
    /// Those who think, and where everybody else stands.
    free: &'f [u32],
    base: &'f [u32],
}

impl<'c, 'f> Tree<'c, 'f> {
    /// One part: the plans of a domain, in which these tasks are free and all others stand.
    pub(super) fn new(
        domain: Domain,
        view: View<'c>,
        ascent: Ascent,
        (free, base): (&'f [u32], &'f [u32]),
    ) -> Self {
        let bound = ascent.bound.unwrap_or(i64::MAX);
        let root = Node { domain, ascent, view, bound, number: 0 };
        Self { open: BinaryHeap::from([root]), free, base }
    }

    /// Cuts parts in two, so many at most, while the budget lasts; what no plan exceeds.
    pub(super) fn run(
        mut self,
        search: &mut Search<'c>,
        board: &mut Board<'c>,
        mut cuts: u32,
        steps: &mut Steps<'_>,
    ) -> i64 {
        let mut out = Relaxed::default();
        while let Some(node) = self.open.pop() {
            let closed = node.bound < search.target();
            if closed || cuts == 0 || !steps.left() {
                let bound = node.bound;
                for node in self.open.drain().chain([node]) {
                    search.ledger.note(node.number, &node.ascent, &node.view);
                }
                return if closed { search.worth } else { bound };
            }
            cuts -= 1;
            self.branch(node, search, &mut out, board, steps);
        }
        search.worth
    }

    /// Closes a part or puts its two halves among the open ones.
    fn branch(
        &mut self,
        node: Node<'c>,
        search: &mut Search<'c>,
        out: &mut Relaxed,
        board: &mut Board<'c>,
        steps: &mut Steps<'_>,
    ) {
        search.ledger.note(node.number, &node.ascent, &node.view);
        let Some(slots) = node.view.filter(&node.ascent.best, search.target(), out) else {
            return;
        };
        let domain = Domain { slots, ..node.domain };
        let Some(split) = choose(&domain, &node.ascent) else {
            return self.judge(&domain, search, board);
        };
        search.ledger.split(node.number, split);
        for side in [Side::High, Side::Low] {
            let number = search.ledger.part(node.number, side);
            let child = cut(&domain, split, side);
            if child.is_stuck() {
                continue;
            }
            let (mut view, mut ascent) = node.ascent.part(&node.view, &child);
            if ascent.climb(&mut view, out, (1_000.0, 30.0, LOOKS), search.target(), steps) {
                search.ledger.note(number, &ascent, &view);
                continue;
            }
            let bound = ascent.bound.unwrap_or(i64::MAX).min(node.bound);
            self.try_plan(search, out, board, steps);
            self.open.push(Node { domain: child, ascent, view, bound, number });
        }
    }

    /// Everything is decided: one plan is left, or none that keeps the rules.
    fn judge(&self, domain: &Domain, search: &mut Search<'c>, board: &mut Board<'c>) {
        board.restore(self.base);
        for (task, slots) in domain.slots.iter().enumerate() {
            let task = id(task);
            match slots.as_slice() {
                [position] if board.at[ix(task)] == NONE => {
                    if !board.may_fit(task, *position) {
                        return;
                    }
                    board.insert(task, *position);
                }
                _ => {}
            }
        }
        if board.broken().is_none() {
            search.keep(board);
        }
    }

    /// A plan from the relaxed one, polished when it is promising.
    fn try_plan(
        &self,
        search: &mut Search<'c>,
        out: &Relaxed,
        board: &mut Board<'c>,
        steps: &mut Steps<'_>,
    ) {
        board.restore(self.base);
        repair::plan(board, self.free, &out.chosen, steps);
        let near = |share: i64| search.worth - search.worth.abs() / share;
        if board.worth() > near(100) {
            moves::settle(board, self.free, steps);
        }
        if board.worth() > near(400) {
            moves::polish(board, self.free, steps);
        }
        search.keep(board);
    }
}

/// Price steps at a part.
const LOOKS: u32 = 36;

/// What the relaxed plans agree on least.
fn choose(domain: &Domain, ascent: &Ascent) -> Option<Split> {
    let mut pick: Option<(f64, Split)> = None;
    let mut offer = |doubt: f64, split: Split| {
        if doubt > 0.0 && pick.as_ref().is_none_or(|(most, _)| doubt > *most) {
            pick = Some((doubt, split));
        }
    };
    let doubt = |share: f64| 0.5 - (share - share.floor() - 0.5).abs();
    for (cell, use_) in ascent.mix_use.iter().enumerate() {
        let range = domain.classes[cell];
        let floor = crate::planner::float::whole(use_.floor());
        if range.least <= floor && floor < range.most {
            offer(1.5 * doubt(*use_), Split::Class(cell, floor));
        }
    }
    for (task, slots) in domain.slots.iter().enumerate() {
        if slots.is_empty() {
            continue;
        }
        let uses = ascent.uses.get(task).copied().unwrap_or(0.0);
        if !domain.must[task] {
            offer(2.0 * doubt(uses.min(1.0)) + 1e-9, Split::Placed(id(task)));
        }
        if slots.len() > 1 {
            let places = ascent.places.get(task).map_or(&[][..], Vec::as_slice);
            let mass: f64 = places.iter().map(|(_, mass)| mass).sum();
            let mut left = 0.0;
            let mut best = (0.0, slots[slots.len() / 2]);
            let mut places = places.to_vec();
            places.sort_by_key(|(position, _)| *position);
            for pair in places.windows(2) {
                left += pair[0].1;
                let half = left.min(mass - left);
                if half > best.0 && slots[0] < pair[1].0 && pair[1].0 <= slots[slots.len() - 1] {
                    best = (half, pair[1].0);
                }
            }
            offer(best.0 + 1e-9, Split::Before(id(task), best.1));
        }
    }
    pick.map(|(_, split)| split)
}

/// One side of a split.
fn cut(domain: &Domain, split: Split, side: Side) -> Domain {
    let high = side == Side::High;
    let mut child = domain.clone();
    match split {
        Split::Placed(task) if high => child.must[ix(task)] = true,
        Split::Placed(task) => child.slots[ix(task)].clear(),
        Split::Before(task, position) => {
            child.slots[ix(task)].retain(|other| (*other >= position) == high);
        }
        Split::Class(cell, most) if high => child.classes[cell].least = most + 1,
        Split::Class(cell, most) => child.classes[cell].most = most,
    }
    child
}
