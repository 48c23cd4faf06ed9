//! A plan under construction, in numbers: what is legal, what it gains, what it is worth.
//!
//! Everything here is exact: [`Board::worth`] is the objective, and a task goes only where
//! [`Board::fits`] says so. The bound and the search both lean on it; reasons are not its business.

mod mix;
mod moves;

use super::core::apart::{far, has_room};
use super::core::{Alternation, Cell, Core, Fixed, NONE, id, ix};
use super::state::Step;
use std::collections::HashMap;

/// Seconds of a day: how the time line is cut into buckets.
const DAY: i64 = 86_400;

/// Who stands on a channel: a task, or somebody fixed.
const FIXED: u32 = NONE;

/// A start on a channel with its pillar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Stand {
    start: i64,
    task: u32,
    pillar: u32,
}

/// What a predecessor that is not placed means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Missing {
    Forbids,
    Waits,
}

/// Counts of one cell of the mix.
#[derive(Clone, Debug)]
struct Counts {
    shares: Vec<i64>,
    total: i64,
}

/// A plan under construction.
#[derive(Clone, Debug)]
pub(super) struct Board<'c> {
    pub(super) core: &'c Core,
    /// The position of each task, or `NONE`.
    pub(super) at: Vec<u32>,
    /// How many tasks are placed.
    pub(super) placed: usize,
    lanes: Vec<Vec<i64>>,
    channels: Vec<Vec<Stand>>,
    /// All starts, day by day.
    line: Vec<Vec<i64>>,
    first_day: i64,
    days: Vec<Vec<u32>>,
    weeks: Vec<Vec<u32>>,
    topics: Vec<Vec<i64>>,
    quotas: Vec<Vec<u32>>,
    cells: Vec<Counts>,
    /// Starts of each post, when posts count once: (start, placement, task or `FIXED`, position or
    /// number of what is fixed).
    posts: HashMap<u32, Vec<(i64, u32, u32, u32)>>,
    worth: i64,
}

impl<'c> Board<'c> {
    /// The plan that holds only what is fixed.
    pub(in crate::planner) fn new(core: &'c Core) -> Self {
        let starts = || core.lanes.iter().flat_map(|lane| &lane.starts).chain(&core.fixed);
        let first = starts().min().copied().unwrap_or(0).div_euclid(DAY) - 1;
        let last = starts().max().copied().unwrap_or(0).div_euclid(DAY) + 1;
        let mut line = vec![Vec::new(); usize::try_from(last - first + 1).unwrap_or(0)];
        for start in &core.fixed {
            line[usize::try_from(start.div_euclid(DAY) - first).unwrap_or(0)].push(*start);
        }
        let stand = |f: &Fixed| Stand { start: f.start, task: FIXED, pillar: f.pillar };
        let counts = |cell: &Cell| Counts { shares: cell.shares.clone(), total: cell.total };
        let mut posts: HashMap<u32, Vec<(i64, u32, u32, u32)>> = HashMap::new();
        for (number, (post, fixed)) in core.mix.fixed.iter().enumerate() {
            let entry = (fixed.start, fixed.placement, FIXED, id(number));
            posts.entry(*post).or_default().push(entry);
        }
        posts.values_mut().for_each(|list| list.sort_unstable());
        let cells: Vec<Counts> = core.mix.cells.iter().map(counts).collect();
        let mix: i64 =
            cells.iter().enumerate().map(|(i, c)| core.cell_cost(i, &c.shares, c.total)).sum();
        Self {
            core,
            at: vec![NONE; core.tasks.len()],
            placed: 0,
            lanes: vec![Vec::new(); core.lanes.len()],
            channels: core.channels.iter().map(|c| c.fixed.iter().map(stand).collect()).collect(),
            line,
            first_day: first,
            days: core.lanes.iter().map(|lane| vec![0; lane.day_room.len()]).collect(),
            weeks: core.lanes.iter().map(|lane| vec![0; lane.week_room.len()]).collect(),
            topics: vec![Vec::new(); core.topics.len()],
            quotas: core.quotas.iter().map(|quota| vec![0; quota.room.len()]).collect(),
            cells,
            posts,
            worth: core.constant - mix,
        }
    }

    /// What the plan is worth: the objective.
    pub(in crate::planner) const fn worth(&self) -> i64 {
        self.worth
    }

    /// Whether a task that is out may take a position.
    pub(in crate::planner) fn fits(&self, task: u32, position: u32) -> bool {
        let core = self.core;
        let start = core.start(task, position);
        self.has_room(task, position)
            && self.keeps_ties(task, start, Missing::Forbids)
            && (core.alternate != Alternation::Always || !self.repeats_beside(task, start))
    }

    /// Whether a task that is out might take a position once others are placed too: R9 may come
    /// right, and a predecessor may come in.
    pub(in crate::planner) fn may_fit(&self, task: u32, position: u32) -> bool {
        self.has_room(task, position)
            && self.keeps_ties(task, self.core.start(task, position), Missing::Waits)
    }

    /// R2–R7 and R10.
    fn has_room(&self, task: u32, position: u32) -> bool {
        let core = self.core;
        let data = &core.tasks[ix(task)];
        let (lane, at) = (&core.lanes[ix(data.lane)], ix(position));
        let start = lane.starts[at];
        let (day, week) = (ix(lane.days[at]), ix(lane.weeks[at]));
        self.days[ix(data.lane)][day] < lane.day_room[day]
            && self.weeks[ix(data.lane)][week] < lane.week_room[week]
            && far(&self.lanes[ix(data.lane)], start, lane.gap)
            && self.is_free(start)
            && (data.topic == NONE || far(&self.topics[ix(data.topic)], start, core.topic_gap))
            && data.quotas.iter().all(|quota| {
                let (counts, quota) = (&self.quotas[ix(*quota)], &core.quotas[ix(*quota)]);
                let period = quota.period(start);
                counts.get(period).is_none_or(|count| *count < quota.room[period])
            })
    }

    fn bucket(&self, start: i64) -> usize {
        usize::try_from(start.div_euclid(DAY) - self.first_day).unwrap_or(0)
    }

    /// R5 and R7.
    fn is_free(&self, start: i64) -> bool {
        let (after, most) = self.core.capacity.unwrap_or((0, usize::MAX));
        let reach = after.max(self.core.spacing);
        let first = self.bucket((start - reach).max(self.first_day * DAY));
        let last = self.bucket(start + reach).min(self.line.len() - 1);
        let (mut before, mut behind) = (0, 0);
        for other in self.line[first..=last].iter().flatten() {
            let distance = other - start;
            if distance.abs() < self.core.spacing {
                return false;
            }
            if distance.abs() < after {
                if distance < 0 { before += 1 } else { behind += 1 }
            }
        }
        before + behind < most || self.has_capacity(start, first, last)
    }

    /// R7, start by start.
    fn has_capacity(&self, start: i64, first: usize, last: usize) -> bool {
        let Some((after, most)) = self.core.capacity else {
            return true;
        };
        let all = self.line[first..=last].iter().flatten().copied();
        has_room(all.filter(|other| (other - start).abs() < after).collect(), start, after, most)
    }

    /// R8.
    fn keeps_ties(&self, task: u32, start: i64, missing: Missing) -> bool {
        let core = self.core;
        core.tasks[ix(task)].ties.iter().all(|tie| {
            let tie = core.ties[ix(*tie)];
            let leads = tie.a == task;
            let other = if leads { tie.b } else { tie.a };
            match self.at[ix(other)] {
                NONE => leads || missing == Missing::Waits,
                position => {
                    let at = core.start(other, position);
                    let distance = if leads { at - start } else { start - at };
                    distance >= tie.min && tie.max.is_none_or(|max| distance <= max)
                }
            }
        })
    }

    /// The neighbours that a task would have on its channel.
    fn neighbours(&self, task: u32, start: i64) -> (Option<Stand>, Option<Stand>) {
        let list = &self.channels[ix(self.core.lanes[ix(self.core.tasks[ix(task)].lane)].channel)];
        let at = list.partition_point(|other| (other.start, other.task) < (start, task));
        (at.checked_sub(1).map(|i| list[i]), list.get(at).copied())
    }

    fn stand(&self, task: u32, start: i64) -> Stand {
        Stand { start, task, pillar: self.core.tasks[ix(task)].pillar }
    }

    fn repeats_beside(&self, task: u32, start: i64) -> bool {
        let own = self.stand(task, start);
        let (before, after) = self.neighbours(task, start);
        before.into_iter().chain(after).any(|other| repeat(own, other))
    }

    /// How many repeats a task adds, less the one that it parts.
    fn repeats_added(&self, task: u32, start: i64) -> i64 {
        let own = self.stand(task, start);
        let (before, after) = self.neighbours(task, start);
        let count = |a: Option<Stand>, b: Option<Stand>| match (a, b) {
            (Some(a), Some(b)) => i64::from(repeat(a, b)),
            _ => 0,
        };
        count(before, Some(own)) + count(Some(own), after) - count(before, after)
    }

    /// What the plan would gain by a task at a position.
    pub(in crate::planner) fn gain(&self, task: u32, position: u32) -> i64 {
        self.gain_beside_mix(task, position) - self.mix_change(task, position)
    }

    /// What the plan would gain, the mix left out.
    pub(in crate::planner) fn gain_beside_mix(&self, task: u32, position: u32) -> i64 {
        let core = self.core;
        let data = &core.tasks[ix(task)];
        let lane = &core.lanes[ix(data.lane)];
        let week = ix(lane.weeks[ix(position)]);
        let mut gain = core.value(task, position);
        if self.weeks[ix(data.lane)][week] < lane.week_missing[week] {
            gain += core.cadence;
        }
        if let Alternation::Costs(cost) = core.alternate {
            gain -= cost * self.repeats_added(task, lane.starts[ix(position)]);
        }
        gain
    }

    /// Puts a task in.
    pub(in crate::planner) fn insert(&mut self, task: u32, position: u32) {
        self.worth += self.gain(task, position);
        let core = self.core;
        let data = &core.tasks[ix(task)];
        for (cell, shares, by) in self.changes(task, position) {
            self.cells[cell].total += by;
            shares.iter().for_each(|share| self.cells[cell].shares[ix(*share)] += by);
        }
        if core.mix.once && data.pillar != NONE {
            let entry = (core.start(task, position), data.placement, task, position);
            let list = self.posts.entry(data.post).or_default();
            let at = list.partition_point(|other| *other < entry);
            list.insert(at, entry);
        }
        self.stand_there(task, position, Step::In);
        self.at[ix(task)] = position;
        self.placed += 1;
    }

    /// Puts a task on every list and count of where it stands, or takes it off.
    fn stand_there(&mut self, task: u32, position: u32, step: Step) {
        let core = self.core;
        let data = &core.tasks[ix(task)];
        let (lane, at) = (&core.lanes[ix(data.lane)], ix(position));
        let start = lane.starts[at];
        step.count(&mut self.days[ix(data.lane)][ix(lane.days[at])]);
        step.count(&mut self.weeks[ix(data.lane)][ix(lane.weeks[at])]);
        list(step, &mut self.lanes[ix(data.lane)], start);
        let stand = self.stand(task, start);
        let channel = &mut self.channels[ix(lane.channel)];
        let place = channel.partition_point(|other| (other.start, other.task) < (start, task));
        match step {
            Step::In => channel.insert(place, stand),
            Step::Out => _ = channel.remove(place),
        }
        let bucket = self.bucket(start);
        list(step, &mut self.line[bucket], start);
        if data.topic != NONE {
            list(step, &mut self.topics[ix(data.topic)], start);
        }
        for quota in &data.quotas {
            let period = core.quotas[ix(*quota)].period(start);
            step.count(&mut self.quotas[ix(*quota)][period]);
        }
    }

    /// Takes a task out.
    pub(in crate::planner) fn remove(&mut self, task: u32) {
        let position = std::mem::replace(&mut self.at[ix(task)], NONE);
        if position == NONE {
            return;
        }
        self.placed -= 1;
        let core = self.core;
        let data = &core.tasks[ix(task)];
        if core.mix.once
            && let Some(list) = self.posts.get_mut(&data.post)
        {
            list.retain(|(_, _, other, _)| *other != task);
            if list.is_empty() {
                self.posts.remove(&data.post);
            }
        }
        self.stand_there(task, position, Step::Out);
        for (cell, shares, by) in self.changes(task, position) {
            self.cells[cell].total -= by;
            shares.iter().for_each(|share| self.cells[cell].shares[ix(*share)] -= by);
        }
        self.worth -= self.gain(task, position);
    }

    /// Takes every task out.
    pub(in crate::planner) fn clear(&mut self) {
        for task in 0..id(self.at.len()) {
            self.remove(task);
        }
    }

    /// Takes everybody out and puts these in.
    pub(in crate::planner) fn restore(&mut self, at: &[u32]) {
        for task in 0..id(at.len()) {
            if self.at[ix(task)] != at[ix(task)] {
                self.remove(task);
            }
        }
        for task in 0..id(at.len()) {
            if self.at[ix(task)] != at[ix(task)] {
                self.insert(task, at[ix(task)]);
            }
        }
    }
}

/// Whether two neighbours share a pillar and one of them may move.
fn repeat(a: Stand, b: Stand) -> bool {
    a.pillar != NONE && a.pillar == b.pillar && (a.task != FIXED || b.task != FIXED)
}

/// Puts a start in a sorted list, or takes it out.
fn list(step: Step, starts: &mut Vec<i64>, start: i64) {
    let at = starts.partition_point(|other| *other < start);
    match step {
        Step::In => starts.insert(at, start),
        Step::Out => _ = starts.remove(at),
    }
}
