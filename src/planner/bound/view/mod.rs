//! The relaxed problem of a node: its value at given prices, what it chooses, what it closes.

mod broken;
mod solve;

pub(in crate::planner) use solve::Relaxed;

use super::cell::{CellView, Class};
use super::domain::Domain;
use super::lane::{Kind, LaneView};
use super::prices::{Cut, CutKind, Line};
use crate::planner::core::{Core, NONE, id, ix};
use std::collections::BTreeSet;

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
    pub(in crate::planner::bound) cuts: Vec<Cut>,
    /// The terms of each task: (cut, term).
    terms: Vec<Vec<(u32, u32)>>,
    pub(in crate::planner::bound) must: Vec<bool>,
    pub(in crate::planner::bound) classes: usize,
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

/// What an evaluation costs whatever its size.
const LOOK: usize = 2_000;

impl<'c> View<'c> {
    /// The relaxed problem of a node.
    pub(in crate::planner) fn new(
        core: &'c Core,
        line: &'c Line,
        domain: &Domain,
        cuts: Vec<Cut>,
    ) -> Self {
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
            classes: core.mix.classes_each(),
        };
        let mut by_lane: Vec<Vec<u32>> = vec![Vec::new(); core.lanes.len()];
        for (task, slots) in domain.slots.iter().enumerate() {
            if !slots.is_empty() {
                by_lane[ix(core.tasks[task].lane)].push(id(task));
            }
        }
        for (lane, tasks) in by_lane.iter().enumerate() {
            view.add_lane(domain, id(lane), tasks);
        }
        view.add_cells(domain);
        cuts.into_iter().for_each(|cut| view.add_cut(cut));
        view
    }

    fn add_lane(&mut self, domain: &Domain, lane: u32, tasks: &[u32]) {
        let core = self.core;
        let mut open = vec![false; core.lanes[ix(lane)].starts.len()];
        for task in tasks {
            domain.slots[ix(*task)].iter().for_each(|position| open[ix(*position)] = true);
        }
        let list: Vec<u32> = (0..id(open.len())).filter(|position| open[ix(*position)]).collect();
        let pillars: BTreeSet<u32> =
            tasks.iter().map(|task| core.tasks[ix(*task)].pillar).collect();
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
                class: data.class,
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

    fn add_cells(&mut self, domain: &Domain) {
        let core = self.core;
        let each = self.classes;
        let mut most = vec![0_i64; core.mix.cells.len() * each];
        let mut free: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); most.len()];
        for (task, slots) in domain.slots.iter().enumerate() {
            let mut cells: Vec<usize> =
                slots.iter().filter_map(|position| core.cell(id(task), *position)).collect();
            cells.dedup();
            for cell in cells {
                match core.tasks[task].class {
                    NONE => {
                        let class = core.mix.class_of(&core.tasks[task].shares);
                        free[cell * each + class].insert(core.tasks[task].post);
                    }
                    class => most[cell * each + ix(class)] += 1,
                }
            }
        }
        for (index, cell) in core.mix.cells.iter().enumerate() {
            let mut total = cell.total;
            let mut class = |number: usize| {
                let share = core.mix.classes.get(number).copied();
                let lives = share.is_some_and(|share| cell.lives[ix(share)]);
                let range = domain.classes[index * each + number];
                let loose = core.mix.loose[index * each + number];
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
            self.cells.push(CellView { classes, total, weight: core.mix.weight });
        }
    }

    /// Adds a rule to pay for.
    pub(in crate::planner::bound) fn add_cut(&mut self, cut: Cut) {
        for (number, term) in cut.terms.iter().enumerate() {
            self.terms[ix(term.task)].push((id(self.cuts.len()), id(number)));
        }
        self.cuts.push(cut);
    }

    /// Which rules the cuts are of.
    pub(in crate::planner) fn kinds(&self) -> Vec<CutKind> {
        self.cuts.iter().map(|cut| cut.kind).collect()
    }

    /// What one evaluation costs, in steps: numbers of the tables, items of the tasks, prices.
    pub(in crate::planner) fn work(&self) -> u64 {
        let lanes: usize = self.lanes.iter().map(LaneView::work).sum();
        let items: usize = self.members.iter().flatten().map(|member| member.items.len()).sum();
        let prices = 8 * self.line.instants.len() + 4 * self.core.tasks.len();
        u64::try_from(lanes + items + prices + LOOK).unwrap_or(u64::MAX)
    }

    /// How many prices of each kind there are: tasks, R5, R7, mix.
    pub(in crate::planner::bound) fn shape(&self) -> [usize; 4] {
        let instants = self.line.instants.len();
        let capacity = self.line.room.len();
        [self.core.tasks.len(), instants, capacity, self.cells.len() * self.classes]
    }
}
