//! Prices put on the rules: what each slot is worth once it has paid for the rules it uses, and
//! what the rules hold in all.

use super::fault::NodeFault;
use super::file::{Distance, LARGEST, Prices};
use super::fixed::spacing;
use super::problem::{Relaxed, by_topic};
use crate::model::{PlacementIx, Workspace};
use crate::verify::caps::first_day;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The names of a calendar, and the order of its starts: what prices speak of.
pub(super) struct Index<'w> {
    placements: BTreeMap<(&'w str, &'w str), PlacementIx>,
    topics: BTreeMap<&'w str, Vec<usize>>,
    /// Every start of every task, once.
    starts: Vec<i64>,
    /// Which of the starts each slot has.
    at: Vec<usize>,
}

/// What prices make of a problem.
pub(super) struct Profits {
    /// By slot.
    pub(super) of: Vec<i64>,
    /// Price of each count of a cell, by cell, then class.
    pub(super) mix: Vec<i128>,
    /// Σ price · what the rule allows.
    pub(super) allowed: i128,
}

impl<'w> Index<'w> {
    pub(super) fn new(problem: &Relaxed<'w>) -> Self {
        let ws = problem.ws;
        let mut starts: Vec<i64> = problem.slots.iter().map(|slot| slot.start).collect();
        starts.sort_unstable();
        starts.dedup();
        let at = problem.slots.iter().map(|slot| starts.partition_point(|s| *s < slot.start));
        Self {
            placements: names(ws),
            topics: by_topic(ws, &problem.tasks),
            at: at.collect(),
            starts,
        }
    }

    /// The task of a name.
    pub(super) fn task(
        &self,
        problem: &Relaxed<'_>,
        post: &str,
        channel: &str,
    ) -> Result<usize, NodeFault> {
        let own = || (post.to_owned(), channel.to_owned());
        let ix = self.placements.get(&(post, channel)).ok_or_else(|| {
            let (post, channel) = own();
            NodeFault::Unknown { post, channel }
        })?;
        problem.task_of.get(ix).copied().ok_or_else(|| {
            let (post, channel) = own();
            NodeFault::NoTask { post, channel }
        })
    }
}

/// Every placement by the ids of its post and channel.
fn names(ws: &Workspace) -> BTreeMap<(&str, &str), PlacementIx> {
    ws.each_placement()
        .map(|(ix, placement)| {
            let post = ws.post_of(placement).id.name.as_str();
            ((post, ws.channel(placement.channel).id.value.as_str()), ix)
        })
        .collect()
}

/// Puts prices on a problem. `placed` are the tasks that a node places for sure: their price may
/// have any sign.
pub(super) fn profits(
    problem: &Relaxed<'_>,
    index: &Index<'_>,
    prices: &Prices,
    placed: &BTreeSet<usize>,
) -> Result<Profits, NodeFault> {
    let mut sums = Sums {
        problem,
        index,
        profits: problem.slots.iter().map(|slot| i128::from(slot.value)).collect(),
        allowed: 0,
    };
    sums.tasks(prices, placed)?;
    sums.stretches(prices)?;
    sums.topics(prices)?;
    sums.after(prices)?;
    sums.quotas(prices)?;
    let mix = sums.mix(prices)?;
    let of = sums.profits.iter().map(|profit| i64::try_from(*profit));
    let of: Result<Vec<i64>, _> = of.collect();
    Ok(Profits { of: of.map_err(|_| NodeFault::Number)?, mix, allowed: sums.allowed })
}

struct Sums<'p, 'w> {
    problem: &'p Relaxed<'w>,
    index: &'p Index<'w>,
    profits: Vec<i128>,
    allowed: i128,
}

impl Sums<'_, '_> {
    fn tasks(&mut self, prices: &Prices, placed: &BTreeSet<usize>) -> Result<(), NodeFault> {
        for (post, channel, price) in &prices.task {
            let task = self.index.task(self.problem, post, channel)?;
            let price = if placed.contains(&task) { any(*price)? } else { paid(*price, "task")? };
            self.allowed += price;
            for slot in self.problem.tasks[task].slots.clone() {
                self.profits[slot] -= price;
            }
        }
        Ok(())
    }

    /// Spacing and capacity: stretches of time that any task may be in.
    fn stretches(&mut self, prices: &Prices) -> Result<(), NodeFault> {
        let mut change = vec![0_i128; self.index.starts.len() + 1];
        let mut on = |from: i64, length: i64, price: i128| {
            let starts = &self.index.starts;
            let to = from.saturating_add(length);
            let first = starts.partition_point(|start| *start < from);
            let last = starts.partition_point(|start| *start < to).max(first);
            change[first] += price;
            change[last] -= price;
        };
        let least = spacing(self.problem.ws).seconds();
        for &(from, price) in &prices.spacing {
            let price = paid(price, "spacing")?;
            on(from, least, price);
            self.allowed += price;
        }
        for &(from, price) in &prices.capacity {
            let price = paid(price, "capacity")?;
            let presence = self.problem.ws.plan.presence.as_ref().ok_or(NodeFault::Capacity)?;
            let capacity = presence.capacity.ok_or(NodeFault::Capacity)?;
            let after = presence.after.seconds();
            on(from, after, price);
            let there = self.problem.fixed.starts_between(from, from.saturating_add(after));
            let there = i128::try_from(there).unwrap_or(i128::MAX);
            self.allowed += price * (i128::from(capacity) - there).max(0);
        }
        let mut sum = 0;
        let sums: Vec<i128> = change
            .iter()
            .map(|change| {
                sum += change;
                sum
            })
            .collect();
        for (profit, at) in self.profits.iter_mut().zip(&self.index.at) {
            *profit -= sums[*at];
        }
        Ok(())
    }

    fn topics(&mut self, prices: &Prices) -> Result<(), NodeFault> {
        let mut topics: BTreeMap<&str, BTreeMap<i64, i128>> = BTreeMap::new();
        for (topic, from, price) in &prices.topic {
            let price = paid(*price, "topic")?;
            self.allowed += price;
            *topics.entry(topic).or_default().entry(*from).or_default() += price;
        }
        let gap = self.problem.ws.plan.topic_gap.seconds();
        for (topic, prices) in topics {
            let ends: Vec<i64> = prices.keys().map(|from| from.saturating_add(gap)).collect();
            let mut sums = vec![0_i128];
            for price in prices.values() {
                sums.push(sums.last().copied().unwrap_or(0) + price);
            }
            let from: Vec<i64> = prices.keys().copied().collect();
            let tasks = self.index.topics.get(topic).map(Vec::as_slice).unwrap_or_default();
            for slot in tasks.iter().flat_map(|task| self.problem.tasks[*task].slots.clone()) {
                let start = self.problem.slots[slot].start;
                // Stretches begun, less those that are over.
                let begun = from.partition_point(|from| *from <= start);
                let over = ends.partition_point(|end| *end <= start).min(begun);
                self.profits[slot] -= sums[begun] - sums[over];
            }
        }
        Ok(())
    }

    fn after(&mut self, prices: &Prices) -> Result<(), NodeFault> {
        for (post_a, channel_a, post_b, channel_b, end, until, price) in &prices.after {
            let price = paid(*price, "after")?;
            let a = self.index.task(self.problem, post_a, channel_a)?;
            let b = self.index.task(self.problem, post_b, channel_b)?;
            let untied = || NodeFault::Untied {
                before: format!("{post_a}@{channel_a}"),
                after: format!("{post_b}@{channel_b}"),
            };
            let distances = self.problem.ties.get(&(a, b)).ok_or_else(untied)?;
            let distance = match end {
                Distance::Min => distances.min,
                Distance::Max => distances.max.ok_or_else(untied)?,
            };
            let holds = |start: i64, limit: i64| match (until, end) {
                (None, _) => true,
                (Some(_), Distance::Min) => start <= limit,
                (Some(_), Distance::Max) => start >= limit,
            };
            let limit = until.unwrap_or(0);
            let slots = &self.problem.slots;
            for slot in self.problem.tasks[b].slots.clone() {
                if holds(slots[slot].start, limit) {
                    self.profits[slot] -= price;
                }
            }
            for slot in self.problem.tasks[a].slots.clone() {
                if holds(slots[slot].start, limit.saturating_sub(distance)) {
                    self.profits[slot] += price;
                }
            }
        }
        Ok(())
    }

    fn quotas(&mut self, prices: &Prices) -> Result<(), NodeFault> {
        let quotas = &self.problem.ws.mix.quotas;
        let mut periods: BTreeMap<usize, BTreeMap<NaiveDate, i128>> = BTreeMap::new();
        for (index, day, price) in &prices.quota {
            let price = paid(*price, "quota")?;
            let quota = quotas.get(*index).ok_or(NodeFault::Quota(*index))?;
            // A day that no calendar has holds nobody: its price is lost, no more.
            let there = match day.parse::<NaiveDate>() {
                Ok(day) => {
                    *periods.entry(*index).or_default().entry(day).or_default() += price;
                    self.problem.fixed.in_quota(*index, day)
                }
                Err(_) => 0,
            };
            self.allowed += price * i128::from(quota.at_most.saturating_sub(there));
        }
        for (index, periods) in periods {
            let quota = &quotas[index];
            for task in &self.problem.tasks {
                let placement = self.problem.ws.placement(task.placement);
                if !quota.counts(placement.pillar, placement.format.as_deref()) {
                    continue;
                }
                for slot in task.slots.clone() {
                    let day = first_day(quota.per, self.problem.slots[slot].day);
                    self.profits[slot] -= periods.get(&day).copied().unwrap_or(0);
                }
            }
        }
        Ok(())
    }

    fn mix(&mut self, prices: &Prices) -> Result<Vec<i128>, NodeFault> {
        let cells = &self.problem.cells;
        let classes = cells.classes();
        let mut mix = vec![0_i128; cells.len() * classes];
        for (cell, class, price) in &prices.mix {
            let own = cells.class_named(*class).ok_or(NodeFault::Class(*class))?;
            let sum = mix.get_mut(cell * classes + own).filter(|_| *cell < cells.len());
            *sum.ok_or(NodeFault::Cell(*cell))? += any(*price)?;
        }
        for task in self.problem.tasks.iter().filter(|task| task.counts) {
            for slot in task.slots.clone() {
                if let Some((cell, class)) = self.problem.slots[slot].cell.zip(task.class) {
                    self.profits[slot] += mix[cell * classes + class];
                }
            }
        }
        Ok(mix)
    }
}

/// A price of any sign.
fn any(price: i64) -> Result<i128, NodeFault> {
    let fits = price.unsigned_abs() <= LARGEST.unsigned_abs();
    fits.then_some(i128::from(price)).ok_or(NodeFault::Number)
}

/// A price that pays for a rule.
fn paid(price: i64, what: &'static str) -> Result<i128, NodeFault> {
    if price < 0 { Err(NodeFault::Negative(what)) } else { any(price) }
}
