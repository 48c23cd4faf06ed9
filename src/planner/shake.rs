//! Ruin and recreate: a few placements leave, and they and some of those left out look for slots
//! again in another order. What does not lose is kept.
//!
//! Chance is a counter hashed (splitmix64) from a fixed seed, so that every run shakes alike.

use super::search::{Steps, best};
use super::state::State;

/// Most placements that leave at once.
const LARGEST_RUIN: usize = 10;

/// Shakes a plan until the budget is spent or nothing better can exist.
pub(super) fn run(state: &mut State<'_, '_>, steps: &mut Steps<'_>, bound: i64) {
    let tasks = state.problem.tasks.len();
    if tasks == 0 {
        return;
    }
    let mut chance = Chance(0x5eed);
    while steps.left() && state.objective() < bound {
        once(state, steps, &mut chance);
        steps.spend(1);
    }
}

fn once(state: &mut State<'_, '_>, steps: &mut Steps<'_>, chance: &mut Chance) {
    let tasks = state.problem.tasks.len();
    let before = state.objective();
    let seed = chance.below(tasks);
    let size = 1 + chance.below(LARGEST_RUIN.min(tasks));
    let mut left: Vec<(usize, usize)> = Vec::new();
    for task in near(state, seed, size, chance) {
        if let Some(slot) = state.chosen[task]
            && state.may_leave(task)
        {
            state.remove(task);
            left.push((task, slot));
        }
    }
    let mut waiting: Vec<usize> = left.iter().map(|(task, _)| *task).collect();
    let out: Vec<usize> =
        (0..tasks).filter(|&t| state.chosen[t].is_none() && !waiting.contains(&t)).collect();
    for _ in 0..size.min(out.len()) {
        let task = out[chance.below(out.len())];
        if !waiting.contains(&task) {
            waiting.push(task);
        }
    }
    chance.shuffle(&mut waiting);
    for &task in &waiting {
        if let Some((slot, gain, _)) = best(state, task, steps)
            && gain > 0
        {
            state.insert(task, slot);
        }
    }
    if state.objective() < before {
        waiting.iter().for_each(|&task| state.remove(task));
        left.iter().for_each(|&(task, slot)| state.insert(task, slot));
    }
}

/// Some placed tasks near one another: of one lane, or of the same days, or anyone.
fn near(state: &State<'_, '_>, seed: usize, size: usize, chance: &mut Chance) -> Vec<usize> {
    let lane = state.problem.of(seed).lane;
    let day = state.problem.tasks[seed].slots.first().map(|slot| slot.start);
    let like = chance.below(3);
    let mut all: Vec<usize> = (0..state.problem.tasks.len())
        .filter(|&task| state.chosen[task].is_some())
        .filter(|&task| match (like, day, state.slot(task)) {
            (0, ..) => state.problem.of(task).lane == lane,
            (1, Some(day), Some(slot)) => slot.start.since(day).abs().seconds() < 8 * 86_400,
            _ => true,
        })
        .collect();
    chance.shuffle(&mut all);
    all.truncate(size);
    all
}

/// Numbers that look like chance, the same on every run.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `n`, which is at least 1.
    fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n.max(1)).unwrap_or(1);
        usize::try_from(self.next() % n).unwrap_or(0)
    }

    fn shuffle(&mut self, list: &mut [usize]) {
        for i in (1..list.len()).rev() {
            list.swap(i, self.below(i + 1));
        }
    }
}
