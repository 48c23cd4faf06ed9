//! A part of all plans: slots that are left, tasks that are placed for sure, how many the mix
//! counts; and what no plan of it can exceed at given prices.

use super::fault::NodeFault;
use super::file::{Branch, Prices, Split};
use super::most::{Bounds, Most};
use super::problem::Relaxed;
use super::profits::{Index, Profits, profits};
use super::programme::{Excess, Found, Programme};
use crate::model::PlacementIx;
use crate::time::Instant;
use std::collections::{BTreeMap, BTreeSet};

/// What stops a check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Halt {
    /// Something is wrong with the node.
    Fault(NodeFault),
    /// Too much work.
    TooLarge,
}

impl From<NodeFault> for Halt {
    fn from(fault: NodeFault) -> Self {
        Self::Fault(fault)
    }
}

impl From<Excess> for Halt {
    fn from(excess: Excess) -> Self {
        match excess {
            Excess::Profit => Self::Fault(NodeFault::Number),
            Excess::Table => Self::TooLarge,
        }
    }
}

/// A part of all plans.
#[derive(Clone)]
pub(super) struct Part {
    pub(super) open: Vec<bool>,
    placed: BTreeSet<usize>,
    bounds: BTreeMap<(usize, Option<usize>), Bounds>,
}

impl Part {
    /// All plans.
    pub(super) fn whole(problem: &Relaxed<'_>) -> Self {
        let mut open = vec![true; problem.slots.len()];
        problem.settle(&mut open);
        Self { open, placed: BTreeSet::new(), bounds: BTreeMap::new() }
    }

    /// Cuts it down to one side of a split.
    pub(super) fn cut(
        &mut self,
        problem: &Relaxed<'_>,
        index: &Index<'_>,
        split: &Split,
        side: Branch,
    ) -> Result<(), NodeFault> {
        match split {
            Split::Placed(post, channel) => {
                let task = index.task(problem, post, channel)?;
                match side {
                    Branch::Low => self.shut(problem, task, |_| true),
                    Branch::High => _ = self.placed.insert(task),
                }
            }
            Split::Before(post, channel, at) => {
                let task = index.task(problem, post, channel)?;
                self.shut(problem, task, |start| (start >= *at) == (side == Branch::Low));
            }
            Split::Mix(cell, class, most) => {
                let named =
                    |name: i64| problem.cells.class_named(name).ok_or(NodeFault::Class(name));
                let class = class.map(named).transpose()?;
                if *cell >= problem.cells.len() {
                    return Err(NodeFault::Cell(*cell));
                }
                let bounds = self.bounds.entry((*cell, class)).or_insert(Bounds::FREE);
                match side {
                    Branch::Low => bounds.high = bounds.high.min(*most),
                    Branch::High => bounds.low = bounds.low.max(most.saturating_add(1)),
                }
            }
        }
        problem.settle(&mut self.open);
        Ok(())
    }

    /// Whether a task that must be placed has no slot left.
    pub(super) fn is_empty(&self, problem: &Relaxed<'_>) -> bool {
        let open = |task: &usize| problem.tasks[*task].slots.clone().any(|slot| self.open[slot]);
        !self.placed.iter().all(open)
    }

    /// The one plan that is left, when every task is either placed at its only slot or has none.
    pub(super) fn decided(&self, problem: &Relaxed<'_>) -> Option<Vec<(PlacementIx, Instant)>> {
        let mut starts = Vec::new();
        for (number, task) in problem.tasks.iter().enumerate() {
            let mut open = task.slots.clone().filter(|slot| self.open[*slot]);
            match (open.next(), open.next(), self.placed.contains(&number)) {
                (None, ..) => {}
                (Some(slot), None, true) => {
                    starts.push((task.placement, Instant::from_unix(problem.slots[slot].start)));
                }
                _ => return None,
            }
        }
        Some(starts)
    }

    fn shut(&mut self, problem: &Relaxed<'_>, task: usize, goes: impl Fn(i64) -> bool) {
        for slot in problem.tasks[task].slots.clone() {
            if goes(problem.slots[slot].start) {
                self.open[slot] = false;
            }
        }
    }

    /// What no plan of the part can exceed; nothing when it has no plan. Unless that is below
    /// `target`, slots that lead below it go.
    pub(super) fn bound(
        &mut self,
        problem: &Relaxed<'_>,
        index: &Index<'_>,
        prices: &Prices,
        target: i128,
        work: &mut Work,
    ) -> Result<Option<i128>, Halt> {
        let profits = profits(problem, index, prices, &self.placed)?;
        work.spend(problem.slots.len())?;
        let Some(rest) = self.rest(problem, &profits, work)? else {
            return Ok(None);
        };
        let state = |slot: usize| problem.state_of(slot);
        let mut lanes = Vec::with_capacity(problem.lanes.len());
        for lane in &problem.lanes {
            let programme = Programme::new(lane, &self.open, &profits.of, state)?;
            work.add(programme.work())?;
            lanes.push(programme);
        }
        let most: Vec<i64> = lanes.iter().map(Programme::most).collect();
        let bound = rest + most.iter().map(|most| i128::from(*most)).sum::<i128>();
        if bound < target {
            return Ok(Some(bound));
        }
        let mut shut = Vec::new();
        for programme in &lanes {
            let found: Found = programme.run();
            programme.each_through(&found, &self.open, &profits.of, state, |slot, worth| {
                let through = worth.map(|worth| bound - i128::from(found.most) + i128::from(worth));
                if through.is_none_or(|through| through < target) {
                    shut.push(slot);
                }
            });
        }
        drop(lanes);
        for slot in shut {
            self.open[slot] = false;
        }
        problem.settle(&mut self.open);
        Ok(Some(bound))
    }

    /// The bound without the lanes.
    fn rest(
        &self,
        problem: &Relaxed<'_>,
        profits: &Profits,
        work: &mut Work,
    ) -> Result<Option<i128>, Halt> {
        let cells = &problem.cells;
        let tally = cells.tally(&problem.tasks, &problem.slots, &self.open);
        let mut rest = i128::from(problem.constant) + profits.allowed;
        for cell in 0..cells.len() {
            let bounds = |class| self.bounds.get(&(cell, class)).copied().unwrap_or(Bounds::FREE);
            let weight = problem.ws.plan.weights.mix;
            let most = Most::new(cells, cell, &tally, bounds, &profits.mix, weight);
            work.add(most.work())?;
            match most.find() {
                Some(worth) => rest += worth,
                None => return Ok(None),
            }
        }
        Ok(Some(rest))
    }
}

/// How much may still be done, in steps.
pub(super) struct Work(u64);

impl Work {
    /// A minute or two.
    pub(super) const fn new() -> Self {
        Self(1 << 36)
    }

    /// Takes so many steps off.
    pub(super) fn spend(&mut self, steps: usize) -> Result<(), Halt> {
        self.add(u64::try_from(steps).unwrap_or(u64::MAX))
    }

    fn add(&mut self, steps: u64) -> Result<(), Halt> {
        self.0 = self.0.checked_sub(steps).ok_or(Halt::TooLarge)?;
        Ok(())
    }
}
