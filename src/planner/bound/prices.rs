//! Prices on what plans share: the multipliers of the relaxed rules.

use super::super::core::{Core, id, ix};

/// All starts of the problem on one line, and the stretches that R5 and R7 look at.
#[derive(Debug)]
pub(in crate::planner) struct Line {
    pub(in crate::planner) instants: Vec<i64>,
    /// The instant of each position of each lane.
    pub(super) of: Vec<Vec<u32>>,
    /// For each instant, the first whose stretch of R5, or R7, still holds it.
    spacing_from: Vec<u32>,
    capacity_from: Vec<u32>,
    /// What R7 leaves in the stretch that starts at each instant.
    pub(super) room: Vec<i64>,
}

impl Line {
    /// The line of a problem.
    pub(in crate::planner) fn new(core: &Core) -> Self {
        let mut instants: Vec<i64> =
            core.lanes.iter().flat_map(|lane| lane.starts.iter().copied()).collect();
        instants.sort_unstable();
        instants.dedup();
        let index = |start: &i64| id(instants.partition_point(|other| other < start));
        let of = core.lanes.iter().map(|lane| lane.starts.iter().map(index).collect()).collect();
        let from = |reach: i64| {
            let first = |t: &i64| id(instants.partition_point(|other| *other <= t - reach));
            instants.iter().map(first).collect::<Vec<u32>>()
        };
        let room = match core.capacity {
            None => Vec::new(),
            Some((after, most)) => {
                let left = |t: &i64| {
                    let first = core.fixed.partition_point(|other| other < t);
                    let last = core.fixed.partition_point(|other| *other < t + after);
                    i64::try_from(most.saturating_sub(last - first)).unwrap_or(i64::MAX)
                };
                instants.iter().map(left).collect()
            }
        };
        let spacing_from = from(core.spacing);
        let capacity_from = core.capacity.map_or_else(Vec::new, |(after, _)| from(after));
        Self { of, spacing_from, capacity_from, room, instants }
    }

    /// What standing at each instant costs.
    pub(super) fn costs(&self, prices: &Prices, out: &mut Vec<i64>) {
        out.clear();
        out.resize(self.instants.len(), 0);
        add_stretches(&self.spacing_from, &prices.spacing, out);
        add_stretches(&self.capacity_from, &prices.capacity, out);
    }

    /// How many starts each stretch of R5, or R7, holds.
    pub(super) fn held(&self, counts: &[i64], stretch: Stretch, out: &mut Vec<i64>) {
        let from = match stretch {
            Stretch::Spacing => &self.spacing_from,
            Stretch::Capacity => &self.capacity_from,
        };
        out.clear();
        out.resize(from.len() + 1, 0);
        // A start at i is held by the stretches from `from[i]` to i.
        for (i, first) in from.iter().enumerate() {
            if counts[i] != 0 {
                out[ix(*first)] += counts[i];
                out[i + 1] -= counts[i];
            }
        }
        let mut sum = 0;
        for held in out.iter_mut() {
            sum += *held;
            *held = sum;
        }
        out.pop();
    }
}

/// Which stretches.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stretch {
    Spacing,
    Capacity,
}

fn add_stretches(from: &[u32], prices: &[i64], out: &mut [i64]) {
    if from.is_empty() {
        return;
    }
    let mut sums = Vec::with_capacity(prices.len() + 1);
    let mut sum = 0;
    sums.push(0);
    for price in prices {
        sum += price;
        sums.push(sum);
    }
    for (i, first) in from.iter().enumerate() {
        out[i] += sums[i + 1] - sums[ix(*first)];
    }
}

/// A rule between tasks that was made a price when it was first broken: Σ coefficient · x ≤ most.
#[derive(Clone, Debug)]
pub(in crate::planner) struct Cut {
    pub(in crate::planner) kind: CutKind,
    pub(super) terms: Vec<Term>,
    pub(super) most: i64,
}

/// Which rule a cut is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(in crate::planner) enum CutKind {
    /// R6: a topic, and the start of the stretch.
    Topic(u32, i64),
    /// R8: a tie; successors up to then need a predecessor `min` before. `i64::MAX`: ever.
    Min(u32, i64),
    /// R8: a tie; successors from then on need a predecessor not more than `max` before.
    Max(u32, i64),
    /// R10: a quota and its period.
    Quota(u32, u32),
}

/// The starts of a task that a cut counts: both ends included.
#[derive(Clone, Copy, Debug)]
pub(super) struct Term {
    pub(super) task: u32,
    pub(super) from: i64,
    pub(super) to: i64,
    pub(super) by: i64,
}

impl Cut {
    pub(super) fn new(core: &Core, kind: CutKind) -> Self {
        let term = |task: u32, from: i64, to: i64, by: i64| Term { task, from, to, by };
        let (terms, most) = match kind {
            CutKind::Topic(topic, t) => {
                let end = t + core.topic_gap - 1;
                (core.topics[ix(topic)].iter().map(|task| term(*task, t, end, 1)).collect(), 1)
            }
            CutKind::Min(tie, t) => {
                let tie = core.ties[ix(tie)];
                let a = if t == i64::MAX { t } else { t - tie.min };
                (vec![term(tie.b, i64::MIN, t, 1), term(tie.a, i64::MIN, a, -1)], 0)
            }
            CutKind::Max(tie, t) => {
                let tie = core.ties[ix(tie)];
                let a = t.saturating_sub(tie.max.unwrap_or(i64::MAX));
                (vec![term(tie.b, t, i64::MAX, 1), term(tie.a, a, i64::MAX, -1)], 0)
            }
            CutKind::Quota(quota, period) => {
                let quota = &core.quotas[ix(quota)];
                let from = quota.from[ix(period)];
                let to = quota.from.get(ix(period) + 1).map_or(i64::MAX, |next| next - 1);
                let tasks = quota.tasks.iter();
                (
                    tasks.map(|task| term(*task, from, to, 1)).collect(),
                    i64::from(quota.room[ix(period)]),
                )
            }
        };
        Self { kind, terms, most }
    }
}

/// Whole prices, in units of the objective.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::planner) struct Prices {
    /// A task that is used twice.
    pub(in crate::planner) task: Vec<i64>,
    /// R5, R7: the stretch that starts at each instant.
    pub(in crate::planner) spacing: Vec<i64>,
    pub(in crate::planner) capacity: Vec<i64>,
    /// The mix: cell by cell, class by class; any sign.
    pub(in crate::planner) mix: Vec<i64>,
    /// The cuts, in the order they were made.
    pub(in crate::planner) cuts: Vec<i64>,
}
