//! Slots still to fill: a lane's week short of its least number, a feature's day without a post.

use super::problem::Problem;
use super::slots::{Place, Slot, week_number};
use super::state::{State, period_key};
use crate::model::{ChannelIx, Free, FreeCause, LaneIx, PillarIx, Series, Target};
use crate::time::{Clock, Instant, Lapse};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The free slots of a plan, by start, then channel.
pub(super) fn of(state: &State<'_, '_>) -> Vec<Free> {
    let mut desk = Desk { state, taken: Vec::new(), free: Vec::new() };
    desk.fill_cadence();
    desk.fill_series();
    desk.free.sort_by_key(|free| (free.start, free.channel));
    desk.free
}

/// A free slot already suggested.
struct Taken {
    lane: LaneIx,
    start: Instant,
    day: NaiveDate,
    pillar: Option<PillarIx>,
}

struct Desk<'s, 'p, 'a> {
    state: &'s State<'p, 'a>,
    taken: Vec<Taken>,
    free: Vec<Free>,
}

impl Desk<'_, '_, '_> {
    /// The best legal slots that bring each lane's week to its least number.
    fn fill_cadence(&mut self) {
        let mut keys: Vec<(LaneIx, i32)> = self.state.problem.minima.keys().copied().collect();
        keys.sort_unstable();
        for (lane, week) in keys {
            let min = self.state.problem.minima.get(&(lane, week)).copied().unwrap_or(0);
            let have = self.state.in_plan.get(&(lane, week)).copied().unwrap_or(0);
            let mut slots: Vec<Slot> = self.state.problem.lane_slots[lane.get()]
                .iter()
                .filter(|slot| slot.place == Place::OnGrid && week_number(slot.local.date()) == week)
                .copied()
                .collect();
            slots.sort_by_key(|slot| (Reverse(slot.score), slot.start));
            let mut missing = min - have;
            for slot in slots {
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
        for series in &problem.ws.series {
            for &channel in &series.channels {
                let request = problem.request;
                let due = request.from.iter_days().take_while(|day| *day <= request.to);
                let due: Vec<NaiveDate> = due.filter(|day| series.is_due(*day)).collect();
                for day in due {
                    if !self.has_post(series, channel, day) {
                        self.offer_series(series, channel, day);
                    }
                }
            }
        }
    }

    fn has_post(&self, series: &Series, channel: ChannelIx, day: NaiveDate) -> bool {
        let ws = self.state.problem.ws;
        ws.each_placement().any(|(ix, placement)| {
            let same = ws
                .post_of(placement)
                .series
                .as_ref()
                .is_some_and(|own| ws.series(own.value).id.value == series.id.value);
            let zone = ws.channel(channel).zone;
            let on_day = match self.state.starts.get(&ix) {
                Some(start) => zone.local(*start).date() == day,
                None => placement.date().is_some_and(|date| date.contains(day)),
            };
            same && placement.channel == channel && on_day
        })
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
            None => {
                let mut slots: Vec<Slot> = problem.lane_slots[lane.get()]
                    .iter()
                    .filter(|slot| slot.place == Place::OnGrid && slot.local.date() == day)
                    .copied()
                    .collect();
                slots.sort_by_key(|slot| (Reverse(slot.score), slot.start));
                slots
            }
        };
        if let Some(slot) = slots.iter().find(|slot| self.fits(lane, slot)) {
            let pillar = series.pillar.as_ref().map(|pillar| pillar.value);
            self.take(lane, slot, pillar, FreeCause::Series(series.id.value.clone()));
        }
    }

    fn take(&mut self, lane: LaneIx, slot: &Slot, pillar: Option<PillarIx>, cause: FreeCause) {
        let data = self.state.problem.ws.lane(lane);
        self.taken.push(Taken { lane, start: slot.start, day: slot.local.date(), pillar });
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
        let (day, week) = (slot.local.date(), week_number(slot.local.date()));
        let own = || self.taken.iter().filter(|taken| taken.lane == lane);
        let extra_day = own().filter(|taken| taken.day == day).count();
        let extra_week = own().filter(|taken| week_number(taken.day) == week).count();
        let below = |count: Option<&u32>, extra: usize, max: Option<u32>| {
            let count = usize::try_from(count.copied().unwrap_or(0)).unwrap_or(usize::MAX);
            max.is_none_or(|max| count + extra < usize::try_from(max).unwrap_or(usize::MAX))
        };
        let lane_starts =
            state.lanes[lane.get()].iter().map(|e| e.start).chain(own().map(|t| t.start));
        let all =
            || state.timeline.iter().map(|e| e.start).chain(self.taken.iter().map(|t| t.start));
        below(state.per_day.get(&(lane, day)), extra_day, cadence.per_day)
            && below(state.per_week.get(&(lane, week)), extra_week, state.problem.cap(lane))
            && far(lane_starts, slot.start, cadence.gap)
            && far(all(), slot.start, state.problem.ws.plan.spacing)
            && self.has_capacity(slot.start, all().collect())
    }

    /// R7 with one more start.
    fn has_capacity(&self, start: Instant, mut starts: Vec<Instant>) -> bool {
        let Some(presence) = &self.state.problem.ws.plan.presence else {
            return true;
        };
        let Some(capacity) = presence.capacity.and_then(|n| usize::try_from(n).ok()) else {
            return true;
        };
        starts.retain(|other| other.since(start).abs() < presence.after);
        starts.push(start);
        starts.sort_unstable();
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
            let fits =
                |taken: &&Taken| taken.pillar.is_some_and(|pillar| share.pillars.contains(&pillar));
            i64::try_from(self.taken.iter().filter(fits).count()).unwrap_or(0)
        };
        let total = counts.total + i64::try_from(self.taken.len()).unwrap_or(0) + 1;
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
        let taken = self.taken.iter().filter(|taken| taken.pillar == Some(pillar)).count();
        let taken = u32::try_from(taken).unwrap_or(u32::MAX);
        let mut quotas = problem.ws.mix.quotas.iter().zip(&self.state.quotas);
        let full = quotas.any(|(quota, counts)| {
            let count = counts.get(&period_key(quota.per, day)).copied().unwrap_or(0);
            quota.counts(Some(pillar), format) && count.saturating_add(taken) >= quota.at_most
        });
        !paused && !full
    }
}

fn far(mut starts: impl Iterator<Item = Instant>, start: Instant, least: Lapse) -> bool {
    starts.all(|other| other.since(start).abs() >= least)
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
