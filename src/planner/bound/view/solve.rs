//! The value of a node at given prices: what the lanes choose, what the cells wish, what is paid.

use super::Member;
use super::View;
use crate::planner::bound::lane::{Kind, LaneView, NEVER, Tables};
use crate::planner::bound::prices::{Prices, Stretch};
use crate::planner::core::{Counted, NONE, ix};

/// The relaxed plan at some prices.
#[derive(Debug, Default)]
pub(in crate::planner) struct Relaxed {
    /// The upper bound; nothing when no plan of this node exists.
    pub(in crate::planner) value: Option<i64>,
    /// Every choice of the lanes: task and position, lane by lane in order of time.
    pub(in crate::planner) chosen: Vec<(u32, u32)>,
    pub(in crate::planner::bound) uses: Vec<i64>,
    pub(in crate::planner::bound) spacing: Vec<i64>,
    pub(in crate::planner::bound) capacity: Vec<i64>,
    /// What the lanes use of each class less what the cells wish.
    pub(in crate::planner::bound) mix: Vec<i64>,
    pub(in crate::planner::bound) cuts: Vec<i64>,
    /// What the lanes use of each class.
    used: Vec<i64>,
    scratch: Scratch,
}

impl Relaxed {
    /// What the lanes use of each class of each cell.
    pub(in crate::planner::bound) fn class_use(&self) -> &[i64] {
        &self.used
    }
}

#[derive(Debug, Default)]
struct Scratch {
    tables: Tables,
    costs: Vec<i64>,
    profits: Vec<Vec<i64>>,
    args: Vec<Vec<u32>>,
    sums: Vec<i64>,
    counts: Vec<i64>,
    path: Vec<(u32, u32)>,
    extra: Vec<i64>,
    through: Vec<i64>,
}

impl View<'_> {
    /// The bound at these prices, with what the relaxed plan uses.
    pub(in crate::planner) fn solve(&self, prices: &Prices, out: &mut Relaxed) {
        let core = self.core;
        out.chosen.clear();
        out.uses.clear();
        out.uses.resize(core.tasks.len(), 0);
        out.mix.clear();
        out.mix.resize(self.cells.len() * self.classes, 0);
        let scratch = &mut out.scratch;
        self.line.costs(prices, &mut scratch.costs);
        scratch.profits.resize_with(self.lanes.len(), Vec::new);
        scratch.args.resize_with(self.lanes.len(), Vec::new);
        scratch.counts.clear();
        scratch.counts.resize(self.line.instants.len(), 0);
        let mut value = core.constant;
        for lane in 0..self.lanes.len() {
            self.fill(lane, prices, scratch);
            let view = &self.lanes[lane];
            let most = view.most(&scratch.profits[lane], &mut scratch.tables);
            value += most;
            view.trace(&scratch.profits[lane], &scratch.tables, &mut scratch.path);
            let pillars = view.pillars.len();
            for (item, pillar) in &scratch.path {
                let task = scratch.args[lane][ix(*item) * pillars + ix(*pillar)];
                let Kind::Position(position) = view.kinds[ix(*item)] else { continue };
                out.chosen.push((task, position));
                out.uses[ix(task)] += 1;
                scratch.counts[ix(self.line.of[lane][ix(position)])] += 1;
            }
        }
        for (task, position) in &out.chosen {
            if let Some(cell) = self.priced_cell(*task, *position) {
                out.mix[cell] += 1;
            }
        }
        out.used.clone_from(&out.mix);
        out.value = self.settle(prices, value, out);
    }

    /// Adds the cells and what the prices bring in whatever is chosen.
    fn settle(&self, prices: &Prices, mut value: i64, out: &mut Relaxed) -> Option<i64> {
        let scratch = &mut out.scratch;
        self.line.held(&scratch.counts, Stretch::Spacing, &mut out.spacing);
        self.line.held(&scratch.counts, Stretch::Capacity, &mut out.capacity);
        value += prices.task.iter().sum::<i64>() + prices.spacing.iter().sum::<i64>();
        value += prices.capacity.iter().zip(&self.line.room).map(|(p, room)| p * room).sum::<i64>();
        value += prices.cuts.iter().zip(&self.cuts).map(|(p, cut)| p * cut.most).sum::<i64>();
        for (number, cell) in self.cells.iter().enumerate() {
            let from = number * self.classes;
            let wish = cell.best(&prices.mix[from..from + self.classes])?;
            value += wish.value;
            for (class, count) in wish.counts.iter().enumerate() {
                out.mix[from + class] -= count;
            }
        }
        out.cuts.clear();
        out.cuts.resize(self.cuts.len(), 0);
        for (task, position) in &out.chosen {
            let start = self.core.start(*task, *position);
            for (cut, term) in &self.terms[ix(*task)] {
                let term = &self.cuts[ix(*cut)].terms[ix(*term)];
                if (term.from..=term.to).contains(&start) {
                    out.cuts[ix(*cut)] += term.by;
                }
            }
        }
        Some(value)
    }

    /// The price of the mix that a task at a position is paid: the index of its cell and class.
    fn priced_cell(&self, task: u32, position: u32) -> Option<usize> {
        let class = self.core.tasks[ix(task)].class;
        let cell = self.core.cell(task, position).filter(|_| class != NONE)?;
        Some(cell * self.classes + ix(class))
    }

    /// The best profit, and whose, of each item and pillar of a lane.
    fn fill(&self, lane: usize, prices: &Prices, scratch: &mut Scratch) {
        let view = &self.lanes[lane];
        let pillars = view.pillars.len();
        let (profits, args) = (&mut scratch.profits[lane], &mut scratch.args[lane]);
        profits.clear();
        profits.resize(view.len() * pillars, NEVER);
        args.clear();
        args.resize(view.len() * pillars, NONE);
        let items = view.len();
        // One row for each class at its mix price, one more for those the mix does not pay.
        let rows = &mut scratch.sums;
        rows.resize((self.classes + 1) * items, 0);
        let list = &self.items[lane];
        for (item, data) in list.iter().enumerate() {
            let cost = scratch.costs.get(ix(data.instant)).copied().unwrap_or(0);
            rows[self.classes * items + item] = -cost;
            for class in &self.lane_classes[lane] {
                let paid = match data.cell {
                    NONE => 0,
                    cell => prices.mix[ix(cell) * self.classes + ix(*class)],
                };
                rows[ix(*class) * items + item] = paid - cost;
            }
        }
        for member in &self.members[lane] {
            let (row, paid) = match self.core.tasks[ix(member.task)].counted {
                _ if member.class == NONE => (self.classes, 0),
                Counted::ByDay => (ix(member.class), 0),
                Counted::In(_) => {
                    let cell = self.core.cell(member.task, 0);
                    let paid = cell.map(|c| prices.mix[c * self.classes + ix(member.class)]);
                    (self.classes, paid.unwrap_or(0))
                }
                Counted::Not => (self.classes, 0),
            };
            let row = &scratch.sums[row * items..(row + 1) * items];
            let own = paid - prices.task[ix(member.task)];
            let special = self.extras(member, view, prices, &mut scratch.extra);
            for (n, item) in member.items.iter().enumerate() {
                let mut profit = member.weight * list[ix(*item)].score + row[ix(*item)] + own;
                if special {
                    profit += scratch.extra[n];
                }
                let place = ix(*item) * pillars + ix(member.pillar);
                if profit > profits[place] {
                    profits[place] = profit;
                    args[place] = member.task;
                }
            }
        }
    }

    /// What the cuts and a chosen slot add to each item of a task; whether anything.
    fn extras(
        &self,
        member: &Member,
        view: &LaneView,
        prices: &Prices,
        out: &mut Vec<i64>,
    ) -> bool {
        let data = &self.core.tasks[ix(member.task)];
        let terms = &self.terms[ix(member.task)];
        let priced = terms.iter().any(|(cut, _)| prices.cuts[ix(*cut)] != 0);
        if !priced && data.chosen.is_none() {
            return false;
        }
        out.clear();
        out.resize(member.items.len(), 0);
        let position = |item: &u32| match view.kinds[ix(*item)] {
            Kind::Position(position) => position,
            Kind::Fixed(..) => NONE,
        };
        let starts = &self.core.lanes[ix(data.lane)].starts;
        if let Some((chosen, worth)) = data.chosen
            && let Ok(n) = member.items.binary_search_by_key(&chosen, position)
        {
            out[n] += worth;
        }
        for (cut, term) in terms.iter().filter(|(cut, _)| prices.cuts[ix(*cut)] != 0) {
            let term = &self.cuts[ix(*cut)].terms[ix(*term)];
            let price = term.by * prices.cuts[ix(*cut)];
            let at = |item: &u32| starts[ix(position(item))];
            let first = member.items.partition_point(|item| at(item) < term.from);
            let next = member.items.partition_point(|item| at(item) <= term.to);
            out[first..next.max(first)].iter_mut().for_each(|extra| *extra -= price);
        }
        true
    }

    /// The open positions that a plan worth `least` or more can use, at these prices; nothing when
    /// no such plan exists at all.
    pub(in crate::planner) fn filter(
        &self,
        prices: &Prices,
        least: i64,
        out: &mut Relaxed,
    ) -> Option<Vec<Vec<u32>>> {
        self.solve(prices, out);
        let value = out.value?;
        if value < least {
            return None;
        }
        let mut kept: Vec<Vec<u32>> = vec![Vec::new(); self.core.tasks.len()];
        for (lane, view) in self.lanes.iter().enumerate() {
            let scratch = &mut out.scratch;
            let most = view.most(&scratch.profits[lane], &mut scratch.tables);
            let through = &mut scratch.through;
            view.through(&scratch.profits[lane], &mut scratch.tables, through);
            let rest = value - most;
            self.keep(lane, prices, rest, least, scratch, &mut kept);
        }
        Some(kept)
    }

    fn keep(
        &self,
        lane: usize,
        prices: &Prices,
        rest: i64,
        least: i64,
        scratch: &mut Scratch,
        kept: &mut [Vec<u32>],
    ) {
        let view = &self.lanes[lane];
        let pillars = view.pillars.len();
        for member in &self.members[lane] {
            for item in &member.items {
                let Kind::Position(position) = view.kinds[ix(*item)] else { continue };
                let profit = self.profit(member.task, position, prices, &scratch.costs);
                let through = scratch.through[ix(*item) * pillars + ix(member.pillar)];
                if through > NEVER / 2 && rest + through + profit >= least {
                    kept[ix(member.task)].push(position);
                }
            }
        }
    }

    /// The reduced profit of a task at a position.
    fn profit(&self, task: u32, position: u32, prices: &Prices, costs: &[i64]) -> i64 {
        let lane = ix(self.core.tasks[ix(task)].lane);
        let start = self.core.start(task, position);
        let mut profit = self.core.value(task, position) - prices.task[ix(task)];
        profit -= costs[ix(self.line.of[lane][ix(position)])];
        if let Some(cell) = self.priced_cell(task, position) {
            profit += prices.mix[cell];
        }
        for (cut, term) in &self.terms[ix(task)] {
            let term = &self.cuts[ix(*cut)].terms[ix(*term)];
            if (term.from..=term.to).contains(&start) {
                profit -= term.by * prices.cuts[ix(*cut)];
            }
        }
        profit
    }
}
