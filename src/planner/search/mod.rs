//! The search: plans from prices, prices from plans.
//!
//! [`Ascent`] finds prices and so a bound; a [`dive`] along them finds a plan; what cannot be part
//! of a better plan is filtered away; a small rest is settled by branching ([`tree`]), a large one
//! by [`slice`]s that think again while everybody else stays. Work is counted in steps (one number
//! of one table), never in time.

mod dive;
pub(super) mod ledger;
mod moves;
mod repair;
mod slice;
pub(super) mod tree;

use super::Effort;
use super::board::Board;
use super::bound::{Ascent, Domain, Line, Prices, Relaxed, View};
use super::core::{Core, NONE, id, ix};
use super::float::float;
use crate::time::Instant;
use ledger::{Ledger, Wanted};
use slice::Slice;
use std::cmp::Ordering;
use tree::Tree;

/// What is left of the budget, and who may stop before.
pub(super) struct Steps<'s> {
    left: u64,
    stop: &'s dyn Fn() -> bool,
}

impl<'s> Steps<'s> {
    /// So many steps, and so many more for each task; of a long plan's tasks, more.
    fn of(effort: Effort, tasks: usize, stop: &'s dyn Fn() -> bool) -> Self {
        let (base, each, more) = match effort {
            Effort::Quick => (6_000_000, 400_000, 400_000),
            Effort::Normal if tasks <= CROWD => (150_000_000, 500_000, 0),
            Effort::Normal => (250_000_000, 500_000, 1_200_000),
            Effort::Max => (2_000_000_000, 30_000_000, 30_000_000),
        };
        let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
        let left = base + each * count(tasks.min(LONG)) + more * count(tasks.saturating_sub(LONG));
        let most = if effort == Effort::Max { u64::MAX } else { MOST };
        Self { left: left.min(most), stop }
    }

    pub(super) fn spend(&mut self, steps: u64) {
        self.left = self.left.saturating_sub(steps);
    }

    /// Puts so many percent of what is left aside.
    fn reserve(&mut self, percent: u64) -> u64 {
        let part = self.left / 100 * percent;
        self.left -= part;
        part
    }

    pub(super) fn left(&self) -> bool {
        self.left > 0 && !(self.stop)()
    }
}

/// What a search found.
pub(super) struct Outcome {
    /// When each task starts, if it does.
    pub(super) starts: Vec<Option<Instant>>,
    /// No plan is worth more.
    pub(super) bound: i64,
    /// How that is proven.
    pub(super) ledger: Ledger,
    /// All starts, as the prices of the proof count them.
    pub(super) instants: Vec<i64>,
}

/// A climb at the root and the dives that follow it.
struct Leg {
    /// First rate (in hundredths of the largest value), last rate, price steps.
    climb: (f64, f64, u32),
    /// Rates of the dives.
    dives: &'static [f64],
}

/// How the search goes, by effort and size.
const fn way(effort: Effort, tasks: usize) -> &'static [Leg] {
    match effort {
        Effort::Quick => &[Leg { climb: (20.0, 0.4, 40), dives: &[1_000.0, 3_000.0] }],
        Effort::Normal if tasks > HUGE => &[Leg { climb: (20.0, 0.4, 50), dives: &[3_000.0] }],
        Effort::Normal if tasks > CROWD => &[
            Leg { climb: (20.0, 0.2, 100), dives: &[3_000.0, 1_000.0] },
            Leg { climb: (2.0, 0.1, 30), dives: &[] },
        ],
        Effort::Normal => &[
            Leg { climb: (20.0, 0.4, 45), dives: &[1_000.0] },
            Leg { climb: (4.0, 0.06, 60), dives: &[1_000.0] },
        ],
        Effort::Max => &[
            Leg { climb: (20.0, 0.2, 120), dives: &[3_000.0, 1_000.0, 300.0] },
            Leg { climb: (4.0, 0.03, 160), dives: &[3_000.0, 1_000.0] },
            Leg { climb: (1.0, 0.03, 160), dives: &[1_000.0] },
        ],
    }
}

/// Tasks from which on a plan is long, and the most steps that are not `max`.
const LONG: usize = 300;
const MOST: u64 = 4_500_000_000;

/// Tasks from which on one dive is all there is time for.
pub(super) const HUGE: usize = 6_000;

/// Parts that the branching of the whole may cut.
const PARTS: u32 = 1_500;

/// Tasks from which on good prices matter more than many parts.
const CROWD: usize = 45;

/// The best plan that the budget finds, and what no plan exceeds.
pub(super) fn run(core: &Core, effort: Effort, wanted: Wanted, stop: &dyn Fn() -> bool) -> Outcome {
    let line = Line::new(core);
    let mut steps = Steps::of(effort, core.tasks.len(), stop);
    let mut search = Search {
        core,
        line: &line,
        best: vec![NONE; core.tasks.len()],
        worth: i64::MIN,
        ledger: Ledger::new(wanted),
    };
    search.begin(&mut steps);
    let bound = search.go(effort, &mut steps);
    let bound = round_down(core, bound, search.worth);
    let Search { best, ledger, .. } = search;
    let start = |(task, at): (usize, &u32)| {
        (*at != NONE).then(|| Instant::from_unix(core.start(id(task), *at)))
    };
    let starts = best.iter().enumerate().map(start).collect();
    Outcome { starts, bound, ledger, instants: line.instants }
}

/// The largest value a plan can have that is no more than a bound: objectives differ by units.
fn round_down(core: &Core, bound: i64, worth: i64) -> i64 {
    worth + (bound - worth).max(0) / core.unit * core.unit
}

struct Search<'c> {
    core: &'c Core,
    line: &'c Line,
    best: Vec<u32>,
    worth: i64,
    ledger: Ledger,
}

impl<'c> Search<'c> {
    /// First plans: nobody placed, everybody who fits, and where they were before.
    fn begin(&mut self, steps: &mut Steps<'_>) {
        let mut board = Board::new(self.core);
        self.keep(&board);
        let everybody = self.core.everybody();
        for task in &everybody {
            if let Some((position, _)) = self.core.tasks[ix(*task)].chosen
                && self.core.tasks[ix(*task)].positions.binary_search(&position).is_ok()
                && board.may_fit(*task, position)
            {
                board.insert(*task, position);
            }
        }
        repair::legalise(&mut board);
        moves::fill(&mut board, &everybody, steps);
        self.keep(&board);
    }

    /// Remembers a plan that is better than the best: worth more; as much with more placed; or as
    /// many, earlier, task by task in the order of the file.
    fn keep(&mut self, board: &Board<'_>) {
        let placed = |at: &[u32]| at.iter().filter(|at| **at != NONE).count();
        let better = match board.worth().cmp(&self.worth) {
            Ordering::Equal => match board.placed.cmp(&placed(&self.best)) {
                Ordering::Equal => self.is_earlier(&board.at),
                count => count == Ordering::Greater,
            },
            worth => worth == Ordering::Greater,
        };
        if better {
            self.worth = board.worth();
            self.best.clone_from(&board.at);
        }
    }

    /// Whether the first task that differs starts earlier than in the best plan.
    fn is_earlier(&self, at: &[u32]) -> bool {
        // Positions of a lane are in order of time, and nobody is later than any.
        at.cmp(self.best.as_slice()) == Ordering::Less
    }

    fn go(&mut self, effort: Effort, steps: &mut Steps<'_>) -> i64 {
        let everybody = self.core.everybody();
        let mut domain = Domain::whole(self.core);
        let mut view = View::new(self.core, self.line, &domain, Vec::new());
        let mut ascent = Ascent::from(&view, &Prices::default());
        let mut out = Relaxed::default();
        let mut board = Board::new(self.core);
        let percent = 0.01 * float(self.core.largest_value());
        let mut bound = i64::MAX;
        for leg in way(effort, self.core.tasks.len()) {
            let (first, last, looks) = leg.climb;
            let rates = (percent * first, percent * last, looks);
            let closed = ascent.climb(&mut view, &mut out, rates, self.target(), steps);
            self.ledger.note(0, &ascent, &view);
            bound = bound.min(ascent.bound.unwrap_or(i64::MAX));
            if closed {
                return self.worth;
            }
            for rate in leg.dives {
                board.clear();
                dive::run(&domain, &ascent, &view, &mut board, steps, *rate);
                moves::polish(&mut board, &everybody, steps);
                self.keep(&board);
            }
            let Some(slots) = view.filter(&ascent.best, self.target(), &mut out) else {
                return self.worth;
            };
            domain.slots = slots;
            (view, ascent) = ascent.part(&view, &domain);
        }
        if effort == Effort::Quick {
            return bound;
        }
        let gap = bound.saturating_sub(self.worth);
        let crowd = self.core.tasks.len() > CROWD && gap > self.worth.abs() / 200;
        if domain.size() > WHOLE || crowd {
            let saved = steps.reserve(40);
            self.slices((&view, &ascent), &mut board, steps);
            steps.left += saved;
            let Some(slots) = view.filter(&ascent.best, self.target(), &mut out) else {
                return self.worth;
            };
            domain.slots = slots;
            (view, ascent) = ascent.part(&view, &domain);
            if ascent.climb(&mut view, &mut out, (1_000.0, 20.0, 60), self.target(), steps) {
                self.ledger.note(0, &ascent, &view);
                return self.worth;
            }
            bound = bound.min(ascent.bound.unwrap_or(i64::MAX));
        }
        ascent.bound = Some(bound);
        let base = vec![NONE; self.core.tasks.len()];
        let tree = Tree::new(domain, view, ascent, (&everybody, &base));
        let cuts = if effort == Effort::Max { u32::MAX } else { PARTS };
        tree.run(self, &mut board, cuts, steps)
    }

    /// What a plan must be worth to be better.
    fn target(&self) -> i64 {
        self.worth + self.core.unit
    }

    /// Slice by slice, the tasks think again, until the budget is spent or nothing changes.
    fn slices(
        &mut self,
        whole: (&View<'c>, &Ascent),
        board: &mut Board<'c>,
        steps: &mut Steps<'_>,
    ) {
        let (Some(&first), Some(&last)) = (self.line.instants.first(), self.line.instants.last())
        else {
            return;
        };
        let placed = self.best.iter().filter(|at| **at != NONE).count().max(1);
        let days = (last - first) / 86_400 + 1;
        let lanes = id(self.core.lanes.len());
        for round in 0.. {
            let before = self.worth;
            let rate = [1_000.0, 3_000.0][round % 2];
            // About so many placements think at once.
            let crowd = [24, 40, 16, 32][round % 4];
            let length =
                (days * 86_400 * crowd / i64::try_from(placed).unwrap_or(1)).max(2 * 86_400);
            let mut from = first - if round % 2 == 1 { length / 2 } else { 0 };
            while from < last && steps.left() {
                let slice = Slice { from, to: from + length, lanes: &[] };
                slice::again(self, slice, whole, board, steps, rate);
                from += length;
            }
            for lane in 0..if placed < 120 { lanes } else { 0 } {
                let pair = [lane, (lane + 1 + id(round)) % lanes];
                let slice = Slice { from: first, to: last + 1, lanes: &pair };
                slice::again(self, slice, whole, board, steps, rate);
            }
            if self.worth == before && round >= 3 || !steps.left() {
                return;
            }
        }
    }
}

/// Open positions up to which the whole problem is branched at once.
const WHOLE: usize = 6_000;
