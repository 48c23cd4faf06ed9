//! How the bound counts the mix: classes of tasks, and counts that nobody can place.

use super::{Core, Counted, FixedCount, MixCore, NONE, id, ix};
use std::collections::{BTreeMap, BTreeSet};

impl MixCore {
    /// How many classes a cell has: the disjoint shares, and every other pillar.
    pub(in crate::planner) fn classes_each(&self) -> usize {
        self.classes.len() + 1
    }

    /// The class that shares put a placement in.
    pub(in crate::planner) fn class_of(&self, shares: &[u32]) -> usize {
        let found = self.classes.iter().position(|share| shares.contains(share));
        found.unwrap_or(self.classes.len())
    }
}

/// Gives every task its class, and works out which fixed counts may go elsewhere.
pub(super) fn settle(core: &mut Core) {
    let shared = shared_posts(core);
    for task in &mut core.tasks {
        let priced = task.counted != Counted::Not && !shared.contains(&task.post);
        task.class = if priced { id(core.mix.class_of(&task.shares)) } else { NONE };
    }
    core.mix.loose = loose(core, &shared);
}

/// Posts that count once and have several placements: nobody knows which one counts.
fn shared_posts(core: &Core) -> BTreeSet<u32> {
    let mut seen = BTreeSet::new();
    let mut twice = BTreeSet::new();
    if core.mix.once {
        let tasks = core.tasks.iter().map(|task| task.post);
        let fixed = core.mix.fixed.iter().map(|(post, _)| *post);
        twice.extend(tasks.chain(fixed).filter(|post| !seen.insert(*post)));
    }
    twice
}

/// Fixed placements whose count may go elsewhere, cell by cell and class by class: a task of their
/// post may come out before them.
fn loose(core: &Core, shared: &BTreeSet<u32>) -> Vec<i64> {
    let each = core.mix.classes_each();
    let mut loose = vec![0; core.mix.cells.len() * each];
    let open: BTreeSet<u32> = core.tasks.iter().map(|task| task.post).collect();
    let mut first: BTreeMap<u32, &FixedCount> = BTreeMap::new();
    for (post, fixed) in &core.mix.fixed {
        if shared.contains(post) && open.contains(post) {
            let earliest = first.entry(*post).or_insert(fixed);
            if (fixed.start, fixed.placement) < (earliest.start, earliest.placement) {
                *earliest = fixed;
            }
        }
    }
    for fixed in first.values() {
        if let Some(cell) = fixed.cells {
            loose[ix(cell) * each + core.mix.class_of(&fixed.shares)] += 1;
        }
    }
    loose
}
