//! What still has room: the starts of a plan in order, and what free slots already add to them.

use super::super::slots::{Slot, week_number};
use super::super::state::{State, period_key};
use crate::model::{LaneIx, PillarIx, Share};
use crate::time::{Instant, Lapse};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// The starts of a plan and of the free slots taken so far.
pub(super) struct Room<'s, 'p, 'a> {
    state: &'s State<'p, 'a>,
    /// All starts, in order.
    all: Vec<Instant>,
    /// Those of each lane, in order.
    lanes: Vec<Vec<Instant>>,
    /// How many free slots each day and week of a lane took.
    days: BTreeMap<(LaneIx, NaiveDate), u32>,
    weeks: BTreeMap<(LaneIx, i32), u32>,
    /// The pillars that free slots gave to each cell of the mix.
    cells: BTreeMap<usize, BTreeMap<Option<PillarIx>, i64>>,
    /// How many of each quota and period free slots took.
    quotas: BTreeMap<(usize, i64), u32>,
}

impl<'s, 'p, 'a> Room<'s, 'p, 'a> {
    pub(super) fn new(state: &'s State<'p, 'a>) -> Self {
        let starts =
            |list: &Vec<super::super::state::Entry>| list.iter().map(|e| e.start).collect();
        Self {
            state,
            all: starts(&state.timeline),
            lanes: state.lanes.iter().map(starts).collect(),
            days: BTreeMap::new(),
            weeks: BTreeMap::new(),
            cells: BTreeMap::new(),
            quotas: BTreeMap::new(),
        }
    }

    /// A free slot is taken.
    pub(super) fn take(&mut self, lane: LaneIx, slot: &Slot, pillar: Option<PillarIx>) {
        let (ws, day) = (self.state.problem.ws, slot.local.date());
        insert(&mut self.all, slot.start);
        insert(&mut self.lanes[lane.get()], slot.start);
        *self.days.entry((lane, day)).or_default() += 1;
        *self.weeks.entry((lane, week_number(day))).or_default() += 1;
        let data = ws.lane(lane);
        if let Some(cell) = self.state.mixture.cell_on(data.channel, day) {
            *self.cells.entry(cell).or_default().entry(pillar).or_default() += 1;
        }
        let calendar_day = self.state.calendar_day(slot.start);
        for (i, quota) in ws.mix.quotas.iter().enumerate() {
            if quota.counts(pillar, data.format.as_deref()) {
                let key = (i, period_key(quota.per, calendar_day));
                *self.quotas.entry(key).or_default() += 1;
            }
        }
    }

    /// Whether a lane may have one more start there: R2 to R5 and R7.
    pub(super) fn is_there(&self, lane: LaneIx, slot: &Slot) -> bool {
        let problem = self.state.problem;
        let cadence = &problem.ws.lane(lane).cadence;
        let (day, week) = (slot.local.date(), week_number(slot.local.date()));
        let below = |placed: Option<&u32>, taken: Option<&u32>, max: Option<u32>| {
            let count =
                [placed, taken].into_iter().flatten().fold(0, |n: u32, m| n.saturating_add(*m));
            max.is_none_or(|max| count < max)
        };
        let on_day = self.state.per_day.get(&(lane, day));
        let in_week = self.state.per_week.get(&(lane, week));
        below(on_day, self.days.get(&(lane, day)), cadence.per_day)
            && below(in_week, self.weeks.get(&(lane, week)), problem.cap(lane))
            && far(&self.lanes[lane.get()], slot.start, cadence.gap)
            && far(&self.all, slot.start, problem.ws.plan.spacing.max(Lapse::MINUTE))
            && self.has_capacity(slot.start)
    }

    /// R7 with one more start.
    fn has_capacity(&self, start: Instant) -> bool {
        let Some(presence) = &self.state.problem.ws.plan.presence else {
            return true;
        };
        let Some(capacity) = presence.capacity.and_then(|n| usize::try_from(n).ok()) else {
            return true;
        };
        let from = self.all.partition_point(|other| start.since(*other) >= presence.after);
        let to = self.all.partition_point(|other| other.since(start) < presence.after);
        let mut near = self.all[from..to].to_vec();
        insert(&mut near, start);
        !near.windows(capacity + 1).any(|crowd| match crowd {
            [first, .., last] => {
                last.since(*first) < presence.after && (*first..=*last).contains(&start)
            }
            _ => false,
        })
    }

    /// How many free slots a cell of the mix got: in all, or for a share.
    pub(super) fn added(&self, cell: usize, share: Option<&Share>) -> i64 {
        let counts = |pillar: &Option<PillarIx>| {
            share.is_none_or(|share| pillar.is_some_and(|own| share.pillars.contains(&own)))
        };
        let Some(taken) = self.cells.get(&cell) else { return 0 };
        taken.iter().filter(|(pillar, _)| counts(pillar)).map(|(_, count)| *count).sum()
    }

    /// R10 with one more post of a pillar.
    pub(super) fn keeps_quotas(&self, lane: LaneIx, slot: &Slot, pillar: PillarIx) -> bool {
        let ws = self.state.problem.ws;
        let format = ws.lane(lane).format.as_deref();
        let day = self.state.calendar_day(slot.start);
        let mut quotas = ws.mix.quotas.iter().zip(&self.state.quotas).enumerate();
        quotas.all(|(i, (quota, counts))| {
            let key = period_key(quota.per, day);
            let taken = self.quotas.get(&(i, key)).copied().unwrap_or(0);
            let count = counts.get(&key).copied().unwrap_or(0);
            !quota.counts(Some(pillar), format) || count.saturating_add(taken) < quota.at_most
        })
    }
}

fn insert(list: &mut Vec<Instant>, start: Instant) {
    let at = list.partition_point(|other| *other < start);
    list.insert(at, start);
}

/// Whether the starts on both sides are far enough away.
fn far(starts: &[Instant], start: Instant, least: Lapse) -> bool {
    let at = starts.partition_point(|other| *other < start);
    let near = [at.checked_sub(1), Some(at)].into_iter().flatten().filter_map(|i| starts.get(i));
    near.into_iter().all(|other| other.since(start).abs() >= least)
}
