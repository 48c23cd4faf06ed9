//! Slots still to fill: a lane's week short of its least number, a feature's day without a post.

use super::problem::Problem;
use super::slots::{Place, Slot, week_days, week_number, within};
use super::state::{Entry, State, period_key};
use crate::model::{ChannelIx, Free, FreeCause, LaneIx, PillarIx, Series, Target};
use crate::time::{Clock, Instant, Lapse, When};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeSet, HashMap, HashSet};

/// The free slots of a plan, by start, then channel.
pub(super) fn of(state: &State<'_, '_>) -> Vec<Free> {
    let starts = |list: &Vec<Entry>| list.iter().map(|entry| entry.start).collect();
    let mut desk = Desk {
        state,
        free: Vec::new(),
        lanes: state.lanes.iter().map(starts).collect(),
        starts: starts(&state.timeline),
        days: HashMap::new(),
        weeks: HashMap::new(),
        pillars: vec![0; state.problem.ws.mix.pillars.len()],
    };
    desk.fill_cadence();
    desk.fill_series();
    desk.free.sort_by_key(|free| (free.start, free.channel));
    desk.free
}

/// The plan with the free slots suggested so far.
struct Desk<'s, 'p, 'a> {
    state: &'s State<'p, 'a>,
    free: Vec<Free>,
    /// Every start of each lane, and of all, in order.
    lanes: Vec<Vec<Instant>>,
    starts: Vec<Instant>,
    /// Free slots of each lane's day and week, and of each pillar.
    days: HashMap<(LaneIx, NaiveDate), u32>,
    weeks: HashMap<(LaneIx, i32), u32>,
    pillars: Vec<u32>,
}

impl Desk<'_, '_, '_> {
    /// The best legal slots that bring each lane's week to its least number.
    fn fill_cadence(&mut self) {
        let mut keys: Vec<(LaneIx, i32)> = self.state.problem.minima.keys().copied().collect();
        keys.sort_unstable();
        for (lane, week) in keys {
            let min = self.state.problem.minima.get(&(lane, week)).copied().unwrap_or(0);
            let have = self.state.in_plan.get(&(lane, week)).copied().unwrap_or(0);
            let mut missing = min - have;
            if missing <= 0 {
                continue;
            }
            for slot in best_first(self.state.problem, lane, week_days(week)) {
                if missing <= 0 {
                    break;
                }
                if self.fits(lane, &slot) {
                    let pillar = self.shortest_pillar(lane, &slot);
                    self.take(lane, &slot, pillar, FreeCause::Cadence);
                    missing -= 1;
                }
            }
        }
    }

    /// The days of features that have no post.
    fn fill_series(&mut self) {
        let problem = self.state.problem;
        let posts = Posts::new(self.state);
        for series in &problem.ws.series {
            for &channel in &series.channels {
                let request = problem.request;
                let due = request.from.iter_days().take_while(|day| *day <= request.to);
                let due: Vec<NaiveDate> = due.filter(|day| series.is_due(*day)).collect();
                for day in due {
                    if !posts.have(series, channel, day) {
                        self.offer_series(series, channel, day);
                    }
                }
            }
        }
    }

    fn offer_series(&mut self, series: &Series, channel: ChannelIx, day: NaiveDate) {
        let problem = self.state.problem;
        let lane = lane_of(problem, channel, series);
        let slots: Vec<Slot> = match series.time {
            Some(time) => {
                let zone = problem.ws.channel(channel).zone;
                let local = day.and_time(time);
                let resolved = zone.resolve(local);
                if resolved.kind == Clock::Gap {
                    return;
                }
                vec![problem.grid.slot(problem.ws, problem.ws.lane(lane), resolved.instant, local)]
            }
            None => best_first(problem, lane, (day, day)),
        };
        if let Some(slot) = slots.iter().find(|slot| self.fits(lane, slot)) {
            let pillar = series.pillar.as_ref().map(|pillar| pillar.value);
            self.take(lane, slot, pillar, FreeCause::Series(series.id.value.clone()));
        }
    }

    fn take(&mut self, lane: LaneIx, slot: &Slot, pillar: Option<PillarIx>, cause: FreeCause) {
        let data = self.state.problem.ws.lane(lane);
        let day = slot.local.date();
        insert(&mut self.lanes[lane.get()], slot.start);
        insert(&mut self.starts, slot.start);
        *self.days.entry((lane, day)).or_default() += 1;
        *self.weeks.entry((lane, week_number(day))).or_default() += 1;
        if let Some(pillar) = pillar {
            self.pillars[pillar.get()] += 1;
        }
        self.free.push(Free {
            channel: data.channel,
            format: data.format.clone(),
            start: slot.start,
            pillar,
            score: slot.score,
            cause,
        });
    }

    /// Whether a post of nobody could stand there: the unary rules, and those between placements
    /// that do not depend on what it says.
    fn fits(&self, lane: LaneIx, slot: &Slot) -> bool {
        let problem = self.state.problem;
        let data = problem.ws.lane(lane);
        let format = data.format.as_deref();
        let paused =
            problem.ws.pauses.iter().any(|p| p.stops(slot.start, data.channel, None, format));
        let present = problem.roster.as_ref().is_none_or(|roster| roster.covers(slot.start, None));
        slot.closed.is_open() && !paused && present && self.has_room(lane, slot)
    }

    fn has_room(&self, lane: LaneIx, slot: &Slot) -> bool {
        let state = self.state;
        let cadence = &state.problem.ws.lane(lane).cadence;
        let (day, week) = ((lane, slot.local.date()), (lane, week_number(slot.local.date())));
        let below = |count: Option<&u32>, extra: Option<&u32>, max: Option<u32>| {
            let count = count.copied().unwrap_or(0).saturating_add(extra.copied().unwrap_or(0));
            max.is_none_or(|max| count < max)
        };
        below(state.per_day.get(&day), self.days.get(&day), cadence.per_day)
            && below(state.per_week.get(&week), self.weeks.get(&week), state.problem.cap(lane))
            && far(&self.lanes[lane.get()], slot.start, cadence.gap)
            && far(&self.starts, slot.start, state.problem.ws.plan.spacing)
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
        let from = self.starts.partition_point(|other| start.since(*other) >= presence.after);
        let to = self.starts.partition_point(|other| other.since(start) < presence.after);
        let mut starts: Vec<Instant> = self.starts.get(from..to).unwrap_or_default().to_vec();
        insert(&mut starts, start);
        !starts.windows(capacity + 1).any(|crowd| match crowd {
            [first, .., last] => {
                last.since(*first) < presence.after && (*first..=*last).contains(&start)
            }
            _ => false,
        })
    }

    /// The pillar that the mix of the slot's window is shortest of, one that exists on that day.
    fn shortest_pillar(&self, lane: LaneIx, slot: &Slot) -> Option<PillarIx> {
        let day = slot.local.date();
        let ws = self.state.problem.ws;
        let mixture = &self.state.mixture;
        let cell = mixture.cell_on(ws.lane(lane).channel, day)?;
        let counts = &mixture.cells[cell];
        let added = |share: &crate::model::Share| {
            let all = self.pillars.iter().enumerate();
            let own = all.filter(|(pillar, _)| share.pillars.contains(&PillarIx::new(*pillar)));
            own.map(|(_, count)| i64::from(*count)).sum::<i64>()
        };
        let total = counts.total + i64::try_from(self.free.len()).unwrap_or(0) + 1;
        let open = |ix: &&PillarIx| {
            let pillar = ws.pillar(**ix);
            let exists =
                pillar.from.is_none_or(|from| from <= day) && pillar.to.is_none_or(|to| day <= to);
            exists && self.may_take(lane, slot, **ix)
        };
        let shares = ws
            .mix
            .shares
            .iter()
            .enumerate()
            .filter(|(_, share)| share.bound.kind != Target::AtMost);
        shares
            .filter_map(|(i, share)| {
                let pillar = share.pillars.iter().find(open)?;
                let short = share.bound.tenths * total - 1_000 * (counts.shares[i] + added(share));
                Some((short, Reverse(i), *pillar))
            })
            .max()
            .map(|(.., pillar)| pillar)
    }
}

impl Desk<'_, '_, '_> {
    /// Whether no pause and no quota stops a post of this pillar there.
    fn may_take(&self, lane: LaneIx, slot: &Slot, pillar: PillarIx) -> bool {
        let problem = self.state.problem;
        let data = problem.ws.lane(lane);
        let format = data.format.as_deref();
        let paused = problem
            .ws
            .pauses
            .iter()
            .any(|pause| pause.stops(slot.start, data.channel, Some(pillar), format));
        let day = self.state.calendar_day(slot.start);
        let taken = self.pillars[pillar.get()];
        let mut quotas = problem.ws.mix.quotas.iter().zip(&self.state.quotas);
        let full = quotas.any(|(quota, counts)| {
            let count = counts.get(&period_key(quota.per, day)).copied().unwrap_or(0);
            quota.counts(Some(pillar), format) && count.saturating_add(taken) >= quota.at_most
        });
        !paused && !full
    }
}

/// The posts of features: where each channel has one, and where the human wants one.
struct Posts<'a> {
    of: HashMap<(&'a str, ChannelIx), Dates>,
}

/// When the posts of one feature on one channel go out, and when those without a slot want to.
#[derive(Default)]
struct Dates {
    out: HashSet<NaiveDate>,
    wanted: Vec<When>,
}

impl<'a> Posts<'a> {
    fn new(state: &State<'_, 'a>) -> Self {
        let ws = state.problem.ws;
        let mut of: HashMap<_, Dates> = HashMap::new();
        for (ix, placement) in ws.each_placement() {
            let Some(series) = &ws.post_of(placement).series else {
                continue;
            };
            let key = (ws.series(series.value).id.value.as_str(), placement.channel);
            let dates = of.entry(key).or_default();
            match state.starts.get(&ix) {
                Some(start) => {
                    dates.out.insert(ws.channel(placement.channel).zone.local(*start).date());
                }
                None => dates.wanted.extend(placement.date()),
            }
        }
        Self { of }
    }

    fn have(&self, series: &Series, channel: ChannelIx, day: NaiveDate) -> bool {
        self.of.get(&(series.id.value.as_str(), channel)).is_some_and(|dates| {
            dates.out.contains(&day) || dates.wanted.iter().any(|date| date.contains(day))
        })
    }
}

/// The slots of a lane's days, those with the best score first.
fn best_first(
    problem: &Problem<'_>,
    lane: LaneIx,
    (from, to): (NaiveDate, NaiveDate),
) -> Vec<Slot> {
    let slots = &problem.lane_slots[lane.get()];
    let (first, next) = within(slots, (from, to), |slot| slot.local);
    let own = slots[first..next]
        .iter()
        .filter(|slot| slot.place == Place::OnGrid && (from..=to).contains(&slot.local.date()));
    let mut own: Vec<Slot> = own.copied().collect();
    own.sort_by_key(|slot| (Reverse(slot.score), slot.start));
    own
}

fn insert(starts: &mut Vec<Instant>, start: Instant) {
    starts.insert(starts.partition_point(|other| *other < start), start);
}

/// Whether no start of a sorted list is nearer than `least`.
fn far(starts: &[Instant], start: Instant, least: Lapse) -> bool {
    let at = starts.partition_point(|other| *other < start);
    let before = at.checked_sub(1).map(|i| starts[i]);
    let near = before.into_iter().chain(starts.get(at).copied());
    near.map(|other| other.since(start).abs()).all(|distance| distance >= least)
}

/// The lane of a feature's posts on a channel.
fn lane_of(problem: &Problem<'_>, channel: ChannelIx, series: &Series) -> LaneIx {
    let format = series.format.as_ref().map(|format| format.value.as_str());
    let lanes: BTreeSet<LaneIx> = problem
        .ws
        .each_lane()
        .filter(|(_, lane)| {
            lane.channel == channel && lane.format.is_some() && lane.format.as_deref() == format
        })
        .map(|(ix, _)| ix)
        .collect();
    lanes.first().copied().unwrap_or(LaneIx::new(channel.get()))
}
