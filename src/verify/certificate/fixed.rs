//! What is fixed, and which slots it leaves to the tasks: R2 to R8 and R10 against it alone.

use crate::model::{PlacementIx, Presence, Workspace};
use crate::time::{Instant, Lapse, Week};
use crate::verify::board::{Board, Item, Spot};
use crate::verify::caps::{first_day, weekly};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A link between two placements: `min` ≤ start of `b` − start of `a` (≤ `max`).
#[derive(Clone, Copy, Debug)]
pub(super) struct Tie {
    pub(super) a: PlacementIx,
    pub(super) b: PlacementIx,
    pub(super) min: Lapse,
    pub(super) max: Option<Lapse>,
}

impl Tie {
    fn fits(&self, distance: Lapse) -> bool {
        self.min <= distance && self.max.is_none_or(|max| distance <= max)
    }
}

/// Everything fixed, as the rules count it.
pub(super) struct Fixed<'w> {
    ws: &'w Workspace,
    pub(super) board: Board,
    line: Vec<Instant>,
    lanes: Vec<Vec<Instant>>,
    topics: BTreeMap<&'w str, Vec<Instant>>,
    days: BTreeMap<(usize, NaiveDate), u32>,
    weeks: BTreeMap<(usize, NaiveDate), u32>,
    quotas: BTreeMap<(usize, NaiveDate), u32>,
}

impl<'w> Fixed<'w> {
    pub(super) fn new(ws: &'w Workspace, board: Board) -> Self {
        let mut fixed = Self {
            ws,
            line: Vec::new(),
            lanes: vec![Vec::new(); ws.lanes.len()],
            topics: BTreeMap::new(),
            days: BTreeMap::new(),
            weeks: BTreeMap::new(),
            quotas: BTreeMap::new(),
            board,
        };
        for (start, item) in fixed.board.line() {
            fixed.line.push(start);
            fixed.lanes[item.lane.get()].push(start);
            if let Some(topic) = topic(ws, item.placement) {
                fixed.topics.entry(topic).or_default().push(start);
            }
        }
        for item in &fixed.board.items {
            let (lane, monday) = (item.lane.get(), Week::of(item.local_day).monday());
            *fixed.days.entry((lane, item.local_day)).or_default() += 1;
            *fixed.weeks.entry((lane, monday)).or_default() += 1;
            for (index, day) in quotas(ws, item) {
                *fixed.quotas.entry((index, day)).or_default() += 1;
            }
        }
        fixed
    }

    /// Whether what is fixed leaves a task a slot, links apart.
    pub(super) fn admits(&self, ix: PlacementIx, start: Instant) -> bool {
        let placement = self.ws.placement(ix);
        let lane = self.ws.lane(placement.lane);
        let local = self.ws.channel(placement.channel).zone.local(start).date();
        let full = |taken: u32, max: Option<u32>| max.is_some_and(|max| taken >= max);
        let monday = Week::of(local).monday();
        !near(&self.lanes[placement.lane.get()], start, lane.cadence.gap)
            && !full(self.on_day(placement.lane.get(), local), lane.cadence.per_day)
            && !full(self.in_week(placement.lane.get(), monday), weekly(lane, self.ws.mix.reserve))
            && !near(&self.line, start, spacing(self.ws))
            && !topic(self.ws, ix)
                .and_then(|topic| self.topics.get(topic))
                .is_some_and(|starts| near(starts, start, self.ws.plan.topic_gap))
            && !self.is_crowded(start)
            && self.is_within_quotas(ix, self.ws.calendar.zone.local(start).date())
    }

    /// R8: whether a link that ends at a task, or starts from it, allows it a slot as far as the
    /// other end is fixed.
    pub(super) fn allows(&self, tie: &Tie, ix: PlacementIx, start: Instant) -> bool {
        let other = if tie.a == ix { tie.b } else { tie.a };
        match self.board.spot(other) {
            Spot::At(at, _) if tie.a == ix => tie.fits(at.since(start)),
            Spot::At(at, _) => tie.fits(start.since(at)),
            Spot::Unknown => true,
            // What comes before must be placed somewhere.
            Spot::Nowhere => tie.a == ix || self.ws.placement(other).is_candidate(),
        }
    }

    /// Fixed ones of a lane's day.
    pub(super) fn on_day(&self, lane: usize, day: NaiveDate) -> u32 {
        self.days.get(&(lane, day)).copied().unwrap_or(0)
    }

    /// Fixed ones of a lane's week.
    pub(super) fn in_week(&self, lane: usize, monday: NaiveDate) -> u32 {
        self.weeks.get(&(lane, monday)).copied().unwrap_or(0)
    }

    /// Fixed ones that a quota counts in a period.
    pub(super) fn in_quota(&self, index: usize, day: NaiveDate) -> u32 {
        self.quotas.get(&(index, day)).copied().unwrap_or(0)
    }

    /// Fixed starts from one instant until before another.
    pub(super) fn starts_between(&self, from: i64, to: i64) -> usize {
        let before = |at: i64| self.line.partition_point(|start| start.unix() < at);
        before(to).saturating_sub(before(from))
    }

    /// R7: some stretch that holds the start is full without it.
    fn is_crowded(&self, start: Instant) -> bool {
        let Some(Presence { capacity: Some(capacity), after, .. }) = &self.ws.plan.presence else {
            return false;
        };
        if *after <= Lapse::ZERO {
            return false;
        }
        let earliest = self.line.partition_point(|at| start.since(*at) >= *after);
        let before = self.line[earliest..].iter().take_while(|at| **at <= start);
        before.chain(std::iter::once(&start)).any(|from| {
            let until = from.unix().saturating_add(after.seconds());
            let there = self.starts_between(from.unix(), until);
            u32::try_from(there).map_or(true, |there| there >= *capacity)
        })
    }

    /// R10: whether every quota that counts a placement has room left.
    fn is_within_quotas(&self, ix: PlacementIx, day: NaiveDate) -> bool {
        let placement = self.ws.placement(ix);
        self.ws.mix.quotas.iter().enumerate().all(|(index, quota)| {
            !quota.counts(placement.pillar, placement.format.as_deref())
                || self.in_quota(index, first_day(quota.per, day)) < quota.at_most
        })
    }
}

/// Least distance of any two placements.
pub(super) fn spacing(ws: &Workspace) -> Lapse {
    ws.plan.spacing.max(Lapse::MINUTE)
}

/// The topic of a placement.
pub(super) fn topic(ws: &Workspace, ix: PlacementIx) -> Option<&str> {
    ws.post_of(ws.placement(ix)).topic.as_ref().map(|topic| topic.value.as_str())
}

/// Whether a start of a sorted list is nearer than this.
fn near(starts: &[Instant], start: Instant, least: Lapse) -> bool {
    let at = starts.partition_point(|other| *other < start);
    let after = starts.get(at).is_some_and(|other| other.since(start) < least);
    let before = at.checked_sub(1).is_some_and(|at| start.since(starts[at]) < least);
    after || before
}

/// The quotas that count an item, each with its period.
fn quotas<'w>(ws: &'w Workspace, item: &Item) -> impl Iterator<Item = (usize, NaiveDate)> + 'w {
    let (placement, day) = (ws.placement(item.placement), item.day);
    let quotas = ws.mix.quotas.iter().enumerate();
    quotas
        .filter(|(_, quota)| quota.counts(placement.pillar, placement.format.as_deref()))
        .map(move |(index, quota)| (index, first_day(quota.per, day)))
}
