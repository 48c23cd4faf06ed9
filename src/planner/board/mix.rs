//! What the mix makes of a task that comes in.

use super::{Board, FIXED};
use crate::planner::core::{NONE, id, ix};
use crate::planner::mixture::away;

impl<'c> Board<'c> {
    /// What the mix would cost more.
    pub(in crate::planner) fn mix_change(&self, task: u32, position: u32) -> i64 {
        let core = self.core;
        if core.mix.once {
            return self.change_cost(&self.changes(task, position));
        }
        let Some(cell) = core.cell(task, position) else {
            return 0;
        };
        let (now, own) = (&self.cells[cell], &core.tasks[ix(task)].shares);
        let lives = &core.mix.cells[cell].lives;
        let mut change = 0;
        for (share, bound) in core.mix.bounds.iter().enumerate().filter(|(i, _)| lives[*i]) {
            let n = now.shares[share];
            let more = n + i64::from(own.contains(&id(share)));
            change += away(*bound, more, now.total + 1) - away(*bound, n, now.total);
        }
        core.mix.weight * change
    }

    fn change_cost(&self, changes: &[(usize, &[u32], i64)]) -> i64 {
        let mut touched: Vec<usize> = changes.iter().map(|change| change.0).collect();
        touched.sort_unstable();
        touched.dedup();
        let mut cost = 0;
        for cell in touched {
            let mut after = self.cells[cell].clone();
            for (_, shares, by) in changes.iter().filter(|change| change.0 == cell) {
                after.total += by;
                shares.iter().for_each(|share| after.shares[ix(*share)] += by);
            }
            let before = &self.cells[cell];
            cost += self.core.cell_cost(cell, &after.shares, after.total);
            cost -= self.core.cell_cost(cell, &before.shares, before.total);
        }
        cost
    }

    /// What a task coming in means to the cells: (cell, shares, by how much).
    pub(super) fn changes(&self, task: u32, position: u32) -> Vec<(usize, &'c [u32], i64)> {
        let core = self.core;
        let data = &core.tasks[ix(task)];
        let mut changes: Vec<(usize, &'c [u32], i64)> = Vec::new();
        let own = core.cell(task, position).map(|cell| (cell, data.shares.as_slice(), 1));
        if !core.mix.once || data.pillar == NONE {
            changes.extend(own);
            return changes;
        }
        let start = core.start(task, position);
        match self.posts.get(&data.post).and_then(|list| list.first()) {
            None => changes.extend(own),
            Some(&(first, rank, other, number)) if (start, data.placement) < (first, rank) => {
                let moved = if other == FIXED {
                    let fixed = &core.mix.fixed[ix(number)].1;
                    fixed.cells.map(|cell| (ix(cell), fixed.shares.as_slice(), -1))
                } else {
                    let shares = core.tasks[ix(other)].shares.as_slice();
                    core.cell(other, number).map(|cell| (cell, shares, -1))
                };
                changes.extend(moved);
                changes.extend(own);
            }
            Some(_) => {}
        }
        changes
    }
}
