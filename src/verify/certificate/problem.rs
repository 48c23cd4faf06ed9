//! The relaxed problem: tasks with the slots that what is fixed leaves them, and the lanes and
//! cells that they meet in.

use super::cells::Cells;
use super::fixed::{Fixed, Tie, topic};
use super::lanes::{self, Lane};
use super::legal::Grid;
use crate::model::{LinkTo, PlacementIx, Side, Workspace};
use crate::time::{Instant, Lapse};
use crate::verify::board::{Board, Spot};
use crate::verify::objective::{missing, moved, score, scores};
use crate::verify::slot::Rules;
use crate::verify::verify;
use crate::verify::{Assignment, Keep};
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// A placement that may be given a slot.
pub(super) struct Task {
    pub(super) placement: PlacementIx,
    pub(super) lane: usize,
    /// What it is to its neighbours.
    pub(super) state: usize,
    /// Its slots in the list of all.
    pub(super) slots: Range<usize>,
    /// Its class of the mix, if it has a pillar.
    pub(super) class: Option<usize>,
    /// Whether it counts in the mix as a task.
    pub(super) counts: bool,
}

/// A task at one of its slots.
pub(super) struct Slot {
    pub(super) task: usize,
    /// Seconds since 1970.
    pub(super) start: i64,
    /// Its day on the channel's clock.
    pub(super) local_day: NaiveDate,
    /// Its day on the calendar's clock.
    pub(super) day: NaiveDate,
    /// What it adds by itself.
    pub(super) value: i64,
    /// The cell of the mix that counts it.
    pub(super) cell: Option<usize>,
}

/// A link between two tasks, in seconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Distances {
    pub(super) min: i64,
    pub(super) max: Option<i64>,
}

/// The problem that prices are put on.
pub(super) struct Relaxed<'w> {
    pub(super) ws: &'w Workspace,
    pub(super) fixed: Fixed<'w>,
    pub(super) tasks: Vec<Task>,
    pub(super) slots: Vec<Slot>,
    pub(super) lanes: Vec<Lane>,
    pub(super) cells: Cells<'w>,
    /// What every plan is worth before its tasks, the mix apart.
    pub(super) constant: i64,
    /// Links from the task before to the task after.
    pub(super) ties: BTreeMap<(usize, usize), Distances>,
    /// Tasks by placement.
    pub(super) task_of: HashMap<PlacementIx, usize>,
    days: (NaiveDate, NaiveDate),
    now: Instant,
    keep: Keep,
}

impl<'w> Relaxed<'w> {
    /// What a plan is worth, when it keeps every rule.
    pub(super) fn worth(&self, starts: &[(PlacementIx, Instant)]) -> Option<i64> {
        let ((from, to), now, keep) = (self.days, self.now, self.keep);
        let verdict = verify(self.ws, &Assignment { from, to, now, keep, starts });
        verdict.is_sound().then_some(verdict.objective)
    }

    /// The problem of the days from one to another.
    pub(super) fn new(
        ws: &'w Workspace,
        (from, to): (NaiveDate, NaiveDate),
        now: Instant,
        keep: Keep,
    ) -> Self {
        let plan = Assignment { from, to, now, keep, starts: &[] };
        let mut rules = Rules::new(ws, &plan);
        let (board, _) = Board::build(ws, &plan, &mut rules);
        let weights = ws.plan.weights;
        let constant = scores(ws, &plan, &board)
            - 100 * weights.cadence * missing(ws, &plan, &board)
            - 100 * weights.moves * moved(ws, &plan, &board, &mut rules);
        let mut problem = Self {
            ws,
            fixed: Fixed::new(ws, board),
            tasks: Vec::new(),
            slots: Vec::new(),
            lanes: Vec::new(),
            cells: Cells::new(ws, &plan),
            constant,
            ties: BTreeMap::new(),
            task_of: HashMap::new(),
            days: (from, to),
            now,
            keep,
        };
        problem.add_tasks(&plan, &mut rules);
        problem.cells.fill(&problem.fixed.board, &problem.tasks);
        problem.lanes = ws
            .each_lane()
            .map(|(ix, _)| {
                lanes::lane((ws, &plan), ix, &problem.fixed, &problem.tasks, &problem.slots)
            })
            .collect();
        problem
    }

    /// The task of a placement by its names.
    pub(super) fn state_of(&self, slot: usize) -> usize {
        self.tasks[self.slots[slot].task].state
    }

    /// Closes the slots that a link leaves without a partner, until none is left.
    pub(super) fn settle(&self, open: &mut [bool]) {
        let mut again = true;
        while again {
            again = false;
            for (&(a, b), distances) in &self.ties {
                let firsts: Vec<i64> = self.open_starts(a, open).map(|(_, start)| start).collect();
                let seconds: Vec<(usize, i64)> = self.open_starts(b, open).collect();
                for (slot, start) in seconds {
                    let latest = start.saturating_sub(distances.min);
                    let earliest = distances.max.map(|max| start.saturating_sub(max));
                    let at = firsts.partition_point(|first| *first <= latest);
                    let last = at.checked_sub(1).map(|at| firsts[at]);
                    let fits = |first: i64| earliest.is_none_or(|earliest| earliest <= first);
                    if !last.is_some_and(fits) {
                        open[slot] = false;
                        again = true;
                    }
                }
            }
        }
    }

    fn open_starts<'a>(
        &'a self,
        task: usize,
        open: &'a [bool],
    ) -> impl Iterator<Item = (usize, i64)> + 'a {
        let slots = self.tasks[task].slots.clone();
        slots.filter(|slot| open[*slot]).map(|slot| (slot, self.slots[slot].start))
    }

    fn add_tasks(&mut self, plan: &Assignment<'w>, rules: &mut Rules<'w>) {
        let ws = self.ws;
        let is_task = |ix: PlacementIx, board: &Board| {
            ws.placement(ix).is_candidate() && matches!(board.spot(ix), Spot::Nowhere)
        };
        let ties = ties(ws);
        let mut ties_of: HashMap<PlacementIx, Vec<Tie>> = HashMap::new();
        for tie in &ties {
            ties_of.entry(tie.a).or_default().push(*tie);
            ties_of.entry(tie.b).or_default().push(*tie);
        }
        let grid = Grid::new(ws, plan);
        let pillars: Vec<_> = ws.each_lane().map(|(ix, _)| lanes::pillars(ws, ix)).collect();
        for (ix, placement) in ws.each_placement() {
            if !is_task(ix, &self.fixed.board) {
                continue;
            }
            let legal = grid.of(ix, rules);
            let own = ties_of.get(&ix).map(Vec::as_slice).unwrap_or_default();
            let starts = legal.starts.iter().filter(|start| {
                self.fixed.admits(ix, **start)
                    && own.iter().all(|tie| self.fixed.allows(tie, ix, **start))
            });
            let first = self.slots.len();
            for start in starts {
                self.slots.push(slot(ws, self.tasks.len(), ix, *start, &self.cells));
                if let Some(slot) = self.slots.last_mut().filter(|_| legal.chosen == Some(*start)) {
                    slot.value += 100 * ws.plan.weights.moves;
                }
            }
            let lane = placement.lane.get();
            self.task_of.insert(ix, self.tasks.len());
            self.tasks.push(Task {
                placement: ix,
                lane,
                state: lanes::state(pillars[lane].as_deref(), placement.pillar),
                slots: first..self.slots.len(),
                class: self.cells.class_of(placement),
                counts: self.cells.counts_as_task(ix),
            });
        }
        for tie in ties {
            if let (Some(a), Some(b)) = (self.task_of.get(&tie.a), self.task_of.get(&tie.b)) {
                let own = Distances { min: tie.min.seconds(), max: tie.max.map(Lapse::seconds) };
                let both = self.ties.entry((*a, *b)).or_insert(own);
                both.min = both.min.max(own.min);
                both.max = both.max.into_iter().chain(own.max).min();
            }
        }
    }
}

fn slot(ws: &Workspace, task: usize, ix: PlacementIx, start: Instant, cells: &Cells<'_>) -> Slot {
    let placement = ws.placement(ix);
    let day = ws.calendar.zone.local(start).date();
    let priority = ws.post_of(placement).priority;
    Slot {
        task,
        start: start.unix(),
        local_day: ws.channel(placement.channel).zone.local(start).date(),
        day,
        value: 100 * i64::from(priority) * i64::from(score(ws, ix, start)),
        cell: cells.cell_of(placement, day),
    }
}

/// Every link of two placements of different posts, `before` read from the other end.
fn ties(ws: &Workspace) -> Vec<Tie> {
    let mut ties = Vec::new();
    for (own, post) in ws.each_post() {
        for link in &post.after {
            let LinkTo::Post(other) = link.to.value else { continue };
            let (first, second) = match link.side {
                Side::After => (other, own),
                Side::Before => (own, other),
            };
            for b in ws.placement_ids(second) {
                for a in ws.placement_ids(first).filter(|a| *a != b) {
                    ties.push(Tie { a, b, min: link.min, max: link.max });
                }
            }
        }
    }
    ties
}

/// Tasks by topic.
pub(super) fn by_topic<'w>(ws: &'w Workspace, tasks: &[Task]) -> BTreeMap<&'w str, Vec<usize>> {
    let mut topics: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, task) in tasks.iter().enumerate() {
        if let Some(topic) = topic(ws, task.placement) {
            topics.entry(topic).or_default().push(index);
        }
    }
    topics
}
