//! What is still open at a node: positions of tasks, who must be placed, counts of the mix.

use super::super::core::Core;

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
            classes: vec![Range::ANY; core.mix.cells.len() * core.mix.classes_each()],
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
