//! What is still open at a node: positions of tasks, who must be placed, counts of the mix.

use super::super::core::{Core, NONE, id, ix};

/// Least and most of a count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::planner) struct Range {
    pub(in crate::planner) least: i64,
    pub(in crate::planner) most: i64,
}

impl Range {
    const ANY: Self = Self { least: 0, most: i64::MAX / 4 };
}

/// What is open.
#[derive(Clone, Debug)]
pub(in crate::planner) struct Domain {
    /// Open positions of each task.
    pub(in crate::planner) slots: Vec<Vec<u32>>,
    /// Tasks that must be placed.
    pub(in crate::planner) must: Vec<bool>,
    /// Counts of each class of each cell.
    pub(in crate::planner) classes: Vec<Range>,
    /// Counts of each cell.
    pub(in crate::planner) cells: Vec<Range>,
}

impl Domain {
    /// Everything that the rules leave open.
    pub(in crate::planner) fn whole(core: &Core) -> Self {
        let slots = core.tasks.iter().map(|task| task.positions.clone()).collect();
        Self { slots, ..Self::none(core) }
    }

    /// Nothing: no task has a position.
    pub(in crate::planner) fn none(core: &Core) -> Self {
        Self {
            slots: vec![Vec::new(); core.tasks.len()],
            must: vec![false; core.tasks.len()],
            classes: vec![Range::ANY; core.mix.cells.len() * classes(core)],
            cells: vec![Range::ANY; core.mix.cells.len()],
        }
    }

    /// How many positions of tasks are open.
    pub(in crate::planner) fn size(&self) -> usize {
        self.slots.iter().map(Vec::len).sum()
    }

    /// Whether somebody must be placed who has nowhere to go.
    pub(in crate::planner) fn is_stuck(&self) -> bool {
        self.must.iter().zip(&self.slots).any(|(must, slots)| *must && slots.is_empty())
    }
}

/// How many classes a cell has: the disjoint shares, and every other pillar.
pub(super) fn classes(core: &Core) -> usize {
    core.mix.classes.len() + 1
}

/// The class of each task: its index in a cell; `NONE` when no price is paid for it.
pub(super) fn class_of(core: &Core) -> Vec<u32> {
    let shared = shared_posts(core);
    let class = |task: &super::super::core::Task| {
        let counted = task.counted != super::super::core::Counted::Not;
        if !counted || shared.contains(&task.post) {
            return NONE;
        }
        let found = core.mix.classes.iter().position(|share| task.shares.contains(share));
        id(found.unwrap_or(core.mix.classes.len()))
    };
    core.tasks.iter().map(class).collect()
}

/// Posts that count once and have several placements: nobody knows which one counts.
pub(super) fn shared_posts(core: &Core) -> std::collections::BTreeSet<u32> {
    let mut seen = std::collections::BTreeSet::new();
    let mut twice = std::collections::BTreeSet::new();
    if core.mix.once {
        let tasks = core.tasks.iter().map(|task| task.post);
        let fixed = core.mix.fixed.iter().map(|(post, _)| *post);
        twice.extend(tasks.chain(fixed).filter(|post| !seen.insert(*post)));
    }
    twice
}

/// The class that shares put a placement in.
pub(super) fn class_of_shares(core: &Core, shares: &[u32]) -> usize {
    let found = core.mix.classes.iter().position(|share| shares.contains(share));
    found.unwrap_or(core.mix.classes.len())
}

/// The largest index of a position, for tables by position.
pub(super) fn positions(core: &Core, lane: u32) -> usize {
    core.lanes[ix(lane)].starts.len()
}
