//! The relaxed problem of a node: its value at given prices, what it chooses, what it closes.

use super::cell::{CellView, Class, Wish};
use super::domain::{Domain, class_of, class_of_shares, classes, positions, shared_posts};
use super::lane::{Kind, LaneView, NEVER, Tables};
use super::prices::{Cut, CutKind, Line, Prices, Stretch};
use super::super::core::{Core, Counted, NONE, id, ix};
use std::collections::{BTreeMap, BTreeSet};

/// The relaxed problem of a node.
#[derive(Debug)]
pub(in crate::planner) struct View<'c> {
    pub(in crate::planner) core: &'c Core,
    pub(in crate::planner) line: &'c Line,
    lanes: Vec<LaneView>,
    /// What the items of each lane are worth to everybody, and where they stand.
    items: Vec<Vec<Item>>,
    /// The classes of the mix that the tasks of each lane are of.
    lane_classes: Vec<Vec<u32>>,
    /// The tasks of each lane that have an open position.
    members: Vec<Vec<Member>>,
    cells: Vec<CellView>,
    pub(super) cuts: Vec<Cut>,
    /// The terms of each task: (cut, term).
    terms: Vec<Vec<(u32, u32)>>,
    pub(super) must: Vec<bool>,
    pub(super) classes: usize,
}

/// An item of a lane, as every task sees it.
#[derive(Clone, Copy, Debug)]
struct Item {
    score: i64,
    instant: u32,
    /// The cell of the mix that counts what stands there, when days decide.
    cell: u32,
}

/// A task in its lane.
#[derive(Debug)]
struct Member {
    task: u32,
    class: u32,
    /// Its pillar among those of the lane's programme.
    pillar: u32,
    weight: i64,
    /// Its open items, in order.
    items: Vec<u32>,
}

/// The relaxed plan at some prices.
#[derive(Debug, Default)]
pub(in crate::planner) struct Relaxed {
    /// The upper bound; nothing when no plan of this node exists.
    pub(in crate::planner) value: Option<i64>,
    /// Every choice of the lanes: task and position, lane by lane in order of time.
    pub(in crate::planner) chosen: Vec<(u32, u32)>,
    pub(super) uses: Vec<i64>,
    pub(super) spacing: Vec<i64>,
    pub(super) capacity: Vec<i64>,
    /// What the lanes use of each class less what the cells wish.
    pub(super) mix: Vec<i64>,
    pub(super) cuts: Vec<i64>,
    /// What the lanes use of each class.
    used: Vec<i64>,
    most: Vec<i64>,
    scratch: Scratch,
}

impl Relaxed {
    /// What the lanes use of each class of each cell.
    pub(super) fn class_use(&self) -> &[i64] {
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
    wish: Vec<Wish>,
}

impl<'c> View<'c> {
    /// The relaxed problem of a node.
    pub(in crate::planner) fn new(
        core: &'c Core,
        line: &'c Line,
        domain: &Domain,
        cuts: Vec<Cut>,
    ) -> Self {
        let class_of = class_of(core);
        let mut view = Self {
            core,
            line,
            lanes: Vec::new(),
            items: Vec::new(),
            lane_classes: Vec::new(),
            members: Vec::new(),
            cells: Vec::new(),
            cuts: Vec::new(),
            terms: vec![Vec::new(); core.tasks.len()],
            must: domain.must.clone(),
            classes: classes(core),
        };
        let mut by_lane: Vec<Vec<u32>> = vec![Vec::new(); core.lanes.len()];
        for (task, slots) in domain.slots.iter().enumerate() {
            if !slots.is_empty() {
                by_lane[ix(core.tasks[task].lane)].push(id(task));
            }
        }
        for (lane, tasks) in by_lane.iter().enumerate() {
            view.add_lane(domain, id(lane), tasks, &class_of);
        }
        view.add_cells(domain, &class_of);
        cuts.into_iter().for_each(|cut| view.add_cut(cut));
        view
    }

    fn add_lane(&mut self, domain: &Domain, lane: u32, tasks: &[u32], class_of: &[u32]) {
        let core = self.core;
        let mut open = vec![false; positions(core, lane)];
        for task in tasks {
            domain.slots[ix(*task)].iter().for_each(|position| open[ix(*position)] = true);
        }
        let list: Vec<u32> = (0..id(open.len())).filter(|position| open[ix(*position)]).collect();
        let pillars: BTreeSet<u32> = tasks.iter().map(|task| core.tasks[ix(*task)].pillar).collect();
        let pillars: Vec<u32> = pillars.into_iter().collect();
        let view = LaneView::new(core, lane, &list, &pillars);
        let mut item_of = vec![NONE; open.len()];
        for (item, kind) in view.kinds.iter().enumerate() {
            if let Kind::Position(position) = kind {
                item_of[ix(*position)] = id(item);
            }
        }
        let member = |task: &u32| {
            let data = &core.tasks[ix(*task)];
            let pillar = view.pillars.iter().position(|p| *p == data.pillar).unwrap_or(0);
            Member {
                task: *task,
                class: class_of[ix(*task)],
                pillar: id(pillar),
                weight: data.weight,
                items: domain.slots[ix(*task)].iter().map(|p| item_of[ix(*p)]).collect(),
            }
        };
        let members: Vec<Member> = tasks.iter().map(member).collect();
        let classes: BTreeSet<u32> =
            members.iter().map(|member| member.class).filter(|class| *class != NONE).collect();
        self.lane_classes.push(classes.into_iter().collect());
        self.members.push(members);
        self.items.push(view.kinds.iter().map(|kind| self.item(lane, *kind)).collect());
        self.lanes.push(view);
    }

    fn item(&self, lane: u32, kind: Kind) -> Item {
        let Kind::Position(position) = kind else {
            return Item { score: 0, instant: NONE, cell: NONE };
        };
        let data = &self.core.lanes[ix(lane)];
        let cell = match (data.windows[ix(position)], self.core.mix.each) {
            (NONE, _) => NONE,
            (window, 1) => window,
            (window, each) => window * id(each) + data.channel,
        };
        Item {
            score: i64::from(data.scores[ix(position)]),
            instant: self.line.of[ix(lane)][ix(position)],
            cell: if self.core.mix.cells.is_empty() { NONE } else { cell },
        }
    }

    fn add_cells(&mut self, domain: &Domain, class_of: &[u32]) {
        let core = self.core;
        let each = self.classes;
        let mut most = vec![0_i64; core.mix.cells.len() * each];
        let mut free: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); most.len()];
        for (task, slots) in domain.slots.iter().enumerate() {
            let mut cells: Vec<usize> =
                slots.iter().filter_map(|position| core.cell(id(task), *position)).collect();
            cells.dedup();
            for cell in cells {
                match class_of[task] {
                    NONE => {
                        let class = class_of_shares(core, &core.tasks[task].shares);
                        free[cell * each + class].insert(core.tasks[task].post);
                    }
                    class => most[cell * each + ix(class)] += 1,
                }
            }
        }
        let loose = self.loosened();
        for (index, cell) in core.mix.cells.iter().enumerate() {
            let mut total = cell.total;
            let mut class = |number: usize| {
                let share = core.mix.classes.get(number).copied();
                let lives = share.is_some_and(|share| cell.lives[ix(share)]);
                let range = domain.classes[index * each + number];
                let loose = loose.get(&(index, number)).copied().unwrap_or(0);
                total -= loose;
                Class {
                    bound: share.filter(|_| lives).map(|share| core.mix.bounds[ix(share)]),
                    fixed: share.map_or(0, |share| cell.shares[ix(share)] - loose),
                    least: range.least,
                    most: range.most.min(most[index * each + number]),
                    free: loose + i64::try_from(free[index * each + number].len()).unwrap_or(0),
                }
            };
            let classes = (0..each).map(&mut class).collect();
            let super::domain::Range { least, most } = domain.cells[index];
            self.cells.push(CellView { classes, total, least, most, weight: core.mix.weight });
        }
    }

    /// Fixed placements whose count may go elsewhere, by cell and class: a task of their post may
    /// come out before them.
    fn loosened(&self) -> BTreeMap<(usize, usize), i64> {
        let core = self.core;
        let mut loose = BTreeMap::new();
        if !core.mix.once {
            return loose;
        }
        let open: BTreeSet<u32> = core.tasks.iter().map(|task| task.post).collect();
        let shared = shared_posts(core);
        let mut first: BTreeMap<u32, &super::super::core::FixedCount> = BTreeMap::new();
        for (post, fixed) in &core.mix.fixed {
            if shared.contains(post) && open.contains(post) {
                let earliest = first.entry(*post).or_insert(fixed);
                if fixed.start < earliest.start {
                    *earliest = fixed;
                }
            }
        }
        for fixed in first.values() {
            if let Some(cell) = fixed.cells {
                *loose.entry((ix(cell), class_of_shares(core, &fixed.shares))).or_default() += 1;
            }
        }
        loose
    }

    /// Adds a rule to pay for.
    pub(super) fn add_cut(&mut self, cut: Cut) {
        for (number, term) in cut.terms.iter().enumerate() {
            self.terms[ix(term.task)].push((id(self.cuts.len()), id(number)));
        }
        self.cuts.push(cut);
    }

    /// Which rules the cuts are of.
    pub(in crate::planner) fn kinds(&self) -> Vec<CutKind> {
        self.cuts.iter().map(|cut| cut.kind).collect()
    }

    /// What one evaluation costs, in steps.
    pub(in crate::planner) fn work(&self) -> u64 {
        let lanes: usize = self.lanes.iter().map(LaneView::work).sum();
        let items: usize = self.members.iter().flatten().map(|member| member.items.len()).sum();
        u64::try_from(lanes + items + self.line.instants.len()).unwrap_or(u64::MAX)
    }

    /// How many prices of each kind there are: tasks, R5, R7, mix.
    pub(super) fn shape(&self) -> [usize; 4] {
        let instants = self.line.instants.len();
        let capacity = self.line.room.len();
        [self.core.tasks.len(), instants, capacity, self.cells.len() * self.classes]
    }

    /// The bound at these prices, with what the relaxed plan uses.
    pub(in crate::planner) fn solve(&self, prices: &Prices, out: &mut Relaxed) {
        let core = self.core;
        out.chosen.clear();
        out.most.clear();
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
            out.most.push(most);
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
        scratch.wish.clear();
        for (number, cell) in self.cells.iter().enumerate() {
            let from = number * self.classes;
            let wish = cell.best(&prices.mix[from..from + self.classes])?;
            value += wish.value;
            for (class, count) in wish.counts.iter().enumerate() {
                out.mix[from + class] -= count;
            }
            scratch.wish.push(wish);
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
        let class = self.class(task)?;
        self.core.cell(task, position).map(|cell| cell * self.classes + class)
    }

    fn class(&self, task: u32) -> Option<usize> {
        let data = &self.core.tasks[ix(task)];
        let members = &self.members[ix(data.lane)];
        let at = members.binary_search_by_key(&task, |member| member.task).ok()?;
        (members[at].class != NONE).then_some(ix(members[at].class))
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
        for (n, item) in member.items.iter().enumerate() {
            let Kind::Position(position) = view.kinds[ix(*item)] else { continue };
            if let Some((chosen, worth)) = data.chosen
                && chosen == position
            {
                out[n] += worth;
            }
            if priced {
                let start = self.core.lanes[ix(data.lane)].starts[ix(position)];
                for (cut, term) in terms {
                    let term = &self.cuts[ix(*cut)].terms[ix(*term)];
                    if (term.from..=term.to).contains(&start) {
                        out[n] -= term.by * prices.cuts[ix(*cut)];
                    }
                }
            }
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

    /// Rules that the relaxed plan breaks and that nobody pays for yet.
    pub(super) fn broken(&self, out: &Relaxed) -> BTreeSet<CutKind> {
        let core = self.core;
        let known: BTreeSet<CutKind> = self.cuts.iter().map(|cut| cut.kind).collect();
        let mut found = BTreeSet::new();
        let mut by_topic: BTreeMap<u32, Vec<i64>> = BTreeMap::new();
        let mut starts: BTreeMap<u32, (i64, i64)> = BTreeMap::new();
        let mut quotas: BTreeMap<(u32, u32), i64> = BTreeMap::new();
        for (task, position) in &out.chosen {
            let (data, start) = (&core.tasks[ix(*task)], core.start(*task, *position));
            if data.topic != NONE {
                by_topic.entry(data.topic).or_default().push(start);
            }
            let both = starts.entry(*task).or_insert((start, start));
            *both = (both.0.min(start), both.1.max(start));
            for quota in &data.quotas {
                let period = core.quotas[ix(*quota)].period(start);
                *quotas.entry((*quota, id(period))).or_default() += 1;
            }
        }
        for (topic, mut starts) in by_topic {
            starts.sort_unstable();
            let near = starts.windows(2).filter(|pair| pair[1] - pair[0] < core.topic_gap);
            found.extend(near.map(|pair| CutKind::Topic(topic, pair[0])));
        }
        for ((quota, period), count) in quotas {
            if count > i64::from(core.quotas[ix(quota)].room[ix(period)]) {
                found.insert(CutKind::Quota(quota, period));
            }
        }
        for (number, tie) in core.ties.iter().enumerate() {
            let Some((first, last)) = starts.get(&tie.b) else { continue };
            let number = id(number);
            match starts.get(&tie.a) {
                None => found.extend([CutKind::Min(number, i64::MAX)]),
                Some((earliest, latest)) => {
                    if *earliest > first - tie.min {
                        found.insert(CutKind::Min(number, *first));
                    }
                    if tie.max.is_some_and(|max| *latest < last - max) {
                        found.insert(CutKind::Max(number, *last));
                    }
                }
            }
        }
        found.difference(&known).copied().collect()
    }
}
