//! The problem in plain numbers: what the bound and the search work on.
//!
//! [`super::problem`] knows posts, people and dates; here a lane is a list of positions (starts
//! somebody may take), a task is a list of such positions, and every rule is an index or a number
//! of seconds. Whatever fixed placements close by themselves is closed already; what they count for
//! in R7 and R9 is kept beside.

pub(super) mod apart;
mod classes;
mod compile;
mod thin;

use crate::model::Bound;

/// No pillar, no position, no cell.
pub(super) const NONE: u32 = u32::MAX;

/// A `u32` as an index.
pub(super) fn ix(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// An index as a `u32`; there are never so many.
pub(super) fn id(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(NONE)
}

/// The problem in numbers.
#[derive(Debug)]
pub(super) struct Core {
    pub(super) lanes: Vec<Lane>,
    pub(super) tasks: Vec<Task>,
    pub(super) channels: Vec<Channel>,
    /// R5, in seconds, at least 60.
    pub(super) spacing: i64,
    /// R7: seconds and starts.
    pub(super) capacity: Option<(i64, usize)>,
    /// Starts of everything fixed, in order.
    pub(super) fixed: Vec<i64>,
    /// R6, in seconds, and the tasks of each topic.
    pub(super) topic_gap: i64,
    pub(super) topics: Vec<Vec<u32>>,
    /// R8 between tasks.
    pub(super) ties: Vec<Tie>,
    pub(super) quotas: Vec<Quota>,
    pub(super) mix: MixCore,
    pub(super) alternate: Alternation,
    /// 100 · weights.cadence.
    pub(super) cadence: i64,
    /// The objective of what is fixed when nothing is placed, the mix left out.
    pub(super) constant: i64,
    /// Every objective is a multiple of it.
    pub(super) unit: i64,
}

/// What two neighbours of one pillar mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Alternation {
    /// R9: forbidden.
    Always,
    /// It costs so much.
    Costs(i64),
    /// Nothing.
    Never,
}

/// A lane: its positions in order of time, and its counts.
#[derive(Debug, Default)]
pub(super) struct Lane {
    pub(super) channel: u32,
    /// R2, in seconds.
    pub(super) gap: i64,
    /// Starts, in unix seconds, each once.
    pub(super) starts: Vec<i64>,
    pub(super) scores: Vec<u8>,
    /// The day of each position, an index into `day_room`.
    pub(super) days: Vec<u32>,
    /// The week of each position, an index into `week_room`.
    pub(super) weeks: Vec<u32>,
    /// The mix window of each position.
    pub(super) windows: Vec<u32>,
    /// How many more R3 lets in; `NONE`: any number.
    pub(super) day_room: Vec<u32>,
    /// How many more R4 lets in.
    pub(super) week_room: Vec<u32>,
    /// How many the cadence misses with what is fixed.
    pub(super) week_missing: Vec<u32>,
}

/// A channel: what is fixed on it, in order of time.
#[derive(Debug, Default)]
pub(super) struct Channel {
    pub(super) lanes: Vec<u32>,
    pub(super) fixed: Vec<Fixed>,
}

/// A fixed start with its pillar.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fixed {
    pub(super) start: i64,
    pub(super) pillar: u32,
}

/// A placement that wants a position.
#[derive(Debug)]
pub(super) struct Task {
    pub(super) lane: u32,
    pub(super) post: u32,
    /// Its placement's number in the file: of two of a post at once, the lower counts.
    pub(super) placement: u32,
    /// 100 · priority: what one point of score is worth.
    pub(super) weight: i64,
    pub(super) pillar: u32,
    pub(super) topic: u32,
    /// Positions of its lane, in order.
    pub(super) positions: Vec<u32>,
    /// The position chosen before and what it is worth to stay.
    pub(super) chosen: Option<(u32, i64)>,
    /// Ties where it is `a` or `b`.
    pub(super) ties: Vec<u32>,
    /// Quotas that count it.
    pub(super) quotas: Vec<u32>,
    /// How the mix counts it.
    pub(super) shares: Vec<u32>,
    /// Its class in a cell; `NONE` when no price is paid for it.
    pub(super) class: u32,
    /// Whether the mix counts it at all, and the campaign's window when those are the windows.
    pub(super) counted: Counted,
}

/// How the mix counts a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Counted {
    /// It has no pillar, or its campaign no window.
    Not,
    /// In the window of its position.
    ByDay,
    /// In this window.
    In(u32),
}

/// R8: `min` ≤ start(b) − start(a) ≤ `max`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Tie {
    pub(super) a: u32,
    pub(super) b: u32,
    pub(super) min: i64,
    pub(super) max: Option<i64>,
}

/// R10: how many more each period takes.
#[derive(Debug, Default)]
pub(super) struct Quota {
    pub(super) room: Vec<u32>,
    /// The first second of each period, in order.
    pub(super) from: Vec<i64>,
    pub(super) tasks: Vec<u32>,
}

impl Quota {
    /// The period of a start.
    pub(super) fn period(&self, start: i64) -> usize {
        self.from.partition_point(|from| *from <= start).saturating_sub(1)
    }
}

/// The mix: windows, cells, classes.
#[derive(Debug, Default)]
pub(super) struct MixCore {
    pub(super) weight: i64,
    pub(super) bounds: Vec<Bound>,
    pub(super) cells: Vec<Cell>,
    /// One cell a window, or one for each channel.
    pub(super) each: usize,
    /// Posts count once, where they come out first.
    pub(super) once: bool,
    /// The fixed starts of each post, when posts count once.
    pub(super) fixed: Vec<(u32, FixedCount)>,
    /// Shares that no placement is counted in twice: the classes of the bound.
    pub(super) classes: Vec<u32>,
    /// Fixed placements whose count may go elsewhere, by cell · classes + class.
    pub(super) loose: Vec<i64>,
}

/// A fixed placement as the mix counts it.
#[derive(Clone, Debug)]
pub(super) struct FixedCount {
    pub(super) start: i64,
    /// Its placement's number in the file: of two of a post at once, the lower counts.
    pub(super) placement: u32,
    pub(super) cells: Option<u32>,
    pub(super) shares: Vec<u32>,
}

/// Counts of one window (and channel).
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    /// Placements of each share, fixed ones.
    pub(super) shares: Vec<i64>,
    /// With a pillar, fixed ones.
    pub(super) total: i64,
    /// Whether each share has a pillar in the window.
    pub(super) lives: Vec<bool>,
}

impl Core {
    /// The cell that counts a task at a position.
    pub(super) fn cell(&self, task: u32, position: u32) -> Option<usize> {
        let data = &self.tasks[ix(task)];
        let lane = &self.lanes[ix(data.lane)];
        let window = match data.counted {
            Counted::Not => return None,
            Counted::In(window) => window,
            Counted::ByDay => lane.windows[ix(position)],
        };
        (window != NONE).then(|| match self.mix.each {
            1 => ix(window),
            each => ix(window) * each + ix(lane.channel),
        })
    }

    /// What a task at a position is worth by its score and by staying where it was.
    pub(super) fn value(&self, task: u32, position: u32) -> i64 {
        let data = &self.tasks[ix(task)];
        let score = i64::from(self.lanes[ix(data.lane)].scores[ix(position)]);
        let stay = data.chosen.filter(|(at, _)| *at == position).map_or(0, |(_, worth)| worth);
        data.weight * score + stay
    }

    /// Every task.
    pub(super) fn everybody(&self) -> Vec<u32> {
        (0..id(self.tasks.len())).collect()
    }

    /// The most that one placement can be worth.
    pub(super) fn largest_value(&self) -> i64 {
        let weight = self.tasks.iter().map(|task| task.weight).max().unwrap_or(0);
        let score = self.lanes.iter().flat_map(|lane| &lane.scores).max().copied().unwrap_or(0);
        (weight * i64::from(score)).max(1_000)
    }

    /// When a position of a task's lane starts.
    pub(super) fn start(&self, task: u32, position: u32) -> i64 {
        self.lanes[ix(self.tasks[ix(task)].lane)].starts[ix(position)]
    }

    /// What a cell costs with so many of each share and in all.
    pub(super) fn cell_cost(&self, cell: usize, shares: &[i64], total: i64) -> i64 {
        let lives = &self.mix.cells[cell].lives;
        let each = self.mix.bounds.iter().zip(shares).zip(lives).filter(|(_, lives)| **lives);
        let away: i64 = each.map(|((bound, n), _)| super::mixture::away(*bound, *n, total)).sum();
        self.mix.weight * away
    }
}
