//! From posts and dates to numbers.

use super::super::mixture::{Mixture, NOON};
use super::super::problem::{Mark, Problem};
use super::super::slots::week_number;
use super::super::state::period_key;
use super::{
    Alternation, Cell, Channel, Core, Counted, Fixed, FixedCount, Lane, MixCore, NONE, Quota, Task,
    Tie, classes, id, ix, thin,
};
use crate::model::{Alternate, Count, LaneIx, MixWindow, PlacementIx, Scope};
use crate::time::Instant;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, HashMap};

impl Core {
    /// The numbers of a problem.
    pub(in crate::planner) fn new(problem: &Problem<'_>) -> Self {
        let ws = problem.ws;
        let mut fixed: Vec<i64> = marks(problem).map(|mark| mark.start.unix()).collect();
        fixed.sort_unstable();
        let presence = ws.plan.presence.as_ref();
        let places = Places::new(problem);
        let mut core = Self {
            lanes: lanes(problem, &places, &Counts::new(problem)),
            tasks: Vec::with_capacity(problem.tasks.len()),
            channels: channels(problem),
            spacing: ws.plan.spacing.seconds().max(60),
            capacity: presence.and_then(|p| {
                let most = usize::try_from(p.capacity?).unwrap_or(usize::MAX);
                Some((p.after.seconds(), most))
            }),
            fixed,
            topic_gap: ws.plan.topic_gap.seconds(),
            topics: Vec::new(),
            ties: Vec::new(),
            quotas: Vec::new(),
            mix: mix(problem),
            alternate: match ws.plan.alternate {
                Alternate::Always => Alternation::Always,
                Alternate::Prefer if ws.plan.weights.alternate > 0 => {
                    Alternation::Costs(100 * ws.plan.weights.alternate)
                }
                _ => Alternation::Never,
            },
            cadence: 100 * ws.plan.weights.cadence,
            constant: constant(problem),
            unit: gcd(100, ws.plan.weights.mix),
        };
        core.add_tasks(problem);
        core.add_ties(problem);
        core.add_quotas(problem);
        classes::settle(&mut core);
        thin::fill(&mut core, problem, &places);
        core
    }

    fn add_tasks(&mut self, problem: &Problem<'_>) {
        let ws = problem.ws;
        let stay = 100 * ws.plan.weights.moves;
        let mut topics: HashMap<&str, u32> = HashMap::new();
        for (number, data) in problem.tasks.iter().enumerate() {
            let placement = ws.placement(data.placement);
            let post = problem.post(data.placement);
            let lane = &self.lanes[placement.lane.get()];
            let at = |start: Instant| id(lane.starts.partition_point(|s| *s < start.unix()));
            let topic = post.topic.as_ref().map_or(NONE, |topic| {
                let next = id(topics.len());
                *topics.entry(topic.value.as_str()).or_insert(next)
            });
            if topic != NONE {
                self.topics.resize_with(topics.len(), Vec::new);
                self.topics[ix(topic)].push(id(number));
            }
            let (counted, shares) = counting(problem, data.placement);
            self.tasks.push(Task {
                lane: id(placement.lane.get()),
                post: id(placement.post.get()),
                placement: id(data.placement.get()),
                weight: 100 * i64::from(post.priority),
                pillar: placement.pillar.map_or(NONE, |pillar| id(pillar.get())),
                topic,
                positions: Vec::new(),
                chosen: data.chosen.map(|start| (at(start), stay)),
                ties: Vec::new(),
                quotas: Vec::new(),
                shares,
                class: NONE,
                counted,
            });
        }
    }

    fn add_ties(&mut self, problem: &Problem<'_>) {
        let number: HashMap<PlacementIx, u32> =
            problem.tasks.iter().enumerate().map(|(i, task)| (task.placement, id(i))).collect();
        for (b, data) in problem.tasks.iter().enumerate() {
            for tie in problem.ties.get(&data.placement).into_iter().flatten() {
                if tie.b != data.placement {
                    continue;
                }
                if let Some(&a) = number.get(&tie.a) {
                    let (min, max) = (tie.min.seconds(), tie.max.map(|max| max.seconds()));
                    let index = id(self.ties.len());
                    self.ties.push(Tie { a, b: id(b), min, max });
                    self.tasks[ix(a)].ties.push(index);
                    self.tasks[b].ties.push(index);
                }
            }
        }
    }

    fn add_quotas(&mut self, problem: &Problem<'_>) {
        let ws = problem.ws;
        let zone = ws.calendar.zone;
        for quota in &ws.mix.quotas {
            let number = id(self.quotas.len());
            let mut taken: BTreeMap<i64, u32> = BTreeMap::new();
            let counts = |placement: PlacementIx| {
                let placement = ws.placement(placement);
                quota.counts(placement.pillar, placement.format.as_deref())
            };
            let days = marks(problem)
                .map(|mark| (mark.placement, zone.local(mark.start).date()))
                .chain(problem.on_days.iter().copied());
            for (_, day) in days.filter(|(placement, _)| counts(*placement)) {
                *taken.entry(period_key(quota.per, day)).or_default() += 1;
            }
            let mut data = Quota::default();
            let mut last = None;
            for day in problem.days() {
                let key = period_key(quota.per, day);
                if last.replace(key) != Some(key) {
                    let midnight = zone.resolve(day.and_time(chrono::NaiveTime::MIN)).instant;
                    data.from.push(midnight.unix());
                    let taken = taken.get(&key).copied().unwrap_or(0);
                    data.room.push(quota.at_most.saturating_sub(taken));
                }
            }
            for (i, task) in problem.tasks.iter().enumerate() {
                if counts(task.placement) {
                    data.tasks.push(id(i));
                    self.tasks[i].quotas.push(number);
                }
            }
            self.quotas.push(data);
        }
    }
}

/// Everything fixed that has an instant.
fn marks<'p>(problem: &'p Problem<'_>) -> impl Iterator<Item = &'p Mark> {
    problem.locked.iter().chain(&problem.constants)
}

/// The positions of each lane: which of its slots any of its tasks may take.
pub(super) struct Places {
    /// By lane and slot: the position, or `NONE`.
    of: Vec<Vec<u32>>,
}

impl Places {
    fn new(problem: &Problem<'_>) -> Self {
        let mut of: Vec<Vec<u32>> =
            problem.lane_slots.iter().map(|slots| vec![NONE; slots.len()]).collect();
        for task in 0..problem.tasks.len() {
            let lane = &mut of[problem.of(task).lane.get()];
            problem.open(task).iter().for_each(|slot| lane[ix(*slot)] = 0);
        }
        for lane in &mut of {
            lane.iter_mut().filter(|place| **place == 0).zip(0..).for_each(|(p, next)| *p = next);
        }
        Self { of }
    }

    /// The position of a slot.
    pub(super) fn of(&self, lane: u32, slot: u32) -> u32 {
        self.of[ix(lane)][ix(slot)]
    }
}

/// What is fixed, counted by lane and day or week of the channel's clock.
#[derive(Default)]
struct Counts {
    days: HashMap<(LaneIx, NaiveDate), u32>,
    weeks: HashMap<(LaneIx, i32), u32>,
    /// On days of the plan alone.
    in_plan: HashMap<(LaneIx, i32), i64>,
}

impl Counts {
    fn new(problem: &Problem<'_>) -> Self {
        let mut counts = Self::default();
        let timed = marks(problem).map(|mark| (mark.placement, mark.local.date()));
        for (placement, day) in timed.chain(problem.on_days.iter().copied()) {
            let lane = problem.ws.placement(placement).lane;
            let week = (lane, week_number(day));
            *counts.days.entry((lane, day)).or_default() += 1;
            *counts.weeks.entry(week).or_default() += 1;
            if (problem.request.from..=problem.request.to).contains(&day) {
                *counts.in_plan.entry(week).or_default() += 1;
            }
        }
        counts
    }
}

/// The lanes, with the positions that their tasks may take.
fn lanes(problem: &Problem<'_>, places: &Places, counts: &Counts) -> Vec<Lane> {
    let windows = windows(problem);
    let ids = problem.ws.each_lane().map(|(lane, _)| lane);
    ids.map(|lane| lane_of(problem, lane, &places.of[lane.get()], counts, &windows)).collect()
}

fn lane_of(
    problem: &Problem<'_>,
    lane: LaneIx,
    places: &[u32],
    counts: &Counts,
    windows: &[(NaiveDate, NaiveDate)],
) -> Lane {
    let data = problem.ws.lane(lane);
    let zone = problem.ws.calendar.zone;
    let size = places.iter().filter(|place| **place != NONE).count();
    let mut out = Lane {
        channel: id(data.channel.get()),
        gap: data.cadence.gap.seconds(),
        starts: Vec::with_capacity(size),
        scores: Vec::with_capacity(size),
        days: Vec::with_capacity(size),
        weeks: Vec::with_capacity(size),
        windows: Vec::with_capacity(size),
        ..Lane::default()
    };
    let room = |max: Option<u32>, taken: Option<&u32>| {
        max.map_or(NONE, |max| max.saturating_sub(taken.copied().unwrap_or(0)))
    };
    let (mut last_day, mut last_week, mut last_window) = (None, None, (None, NONE));
    let used = problem.lane_slots[lane.get()].iter().zip(places).filter(|(_, p)| **p != NONE);
    for (slot, _) in used {
        let day = slot.local.date();
        if last_day.replace(day) != Some(day) {
            out.day_room.push(room(data.cadence.per_day, counts.days.get(&(lane, day))));
            let week = week_number(day);
            if last_week.replace(week) != Some(week) {
                let key = (lane, week);
                out.week_room.push(room(problem.cap(lane), counts.weeks.get(&key)));
                let have = counts.in_plan.get(&key).copied().unwrap_or(0);
                let min = problem.minima.get(&key).copied().unwrap_or(0);
                out.week_missing.push(u32::try_from(min - have).unwrap_or(0));
            }
        }
        let day = zone.local(slot.start).date();
        if last_window.0.replace(day) != Some(day) {
            let found = windows.iter().position(|(from, to)| (*from..=*to).contains(&day));
            last_window.1 = found.map_or(NONE, id);
        }
        out.starts.push(slot.start.unix());
        out.scores.push(slot.score);
        out.days.push(id(out.day_room.len() - 1));
        out.weeks.push(id(out.week_room.len() - 1));
        out.windows.push(last_window.1);
    }
    out
}

/// The windows of the mix that are days.
fn windows(problem: &Problem<'_>) -> Vec<(NaiveDate, NaiveDate)> {
    let mixture = Mixture::new(problem.ws, &problem.request);
    let plain = mixture.windows.iter().filter(|window| window.campaign.is_none());
    plain.map(|window| (window.from, window.to)).collect()
}

fn channels(problem: &Problem<'_>) -> Vec<Channel> {
    let ws = problem.ws;
    let mut channels: Vec<Channel> = Vec::new();
    channels.resize_with(ws.channels.len(), Channel::default);
    for (lane, data) in ws.each_lane() {
        channels[data.channel.get()].lanes.push(id(lane.get()));
    }
    for mark in marks(problem) {
        let placement = ws.placement(mark.placement);
        let pillar = placement.pillar.map_or(NONE, |pillar| id(pillar.get()));
        let fixed = Fixed { start: mark.start.unix(), pillar };
        channels[placement.channel.get()].fixed.push(fixed);
    }
    for channel in &mut channels {
        channel.fixed.sort_by_key(|fixed| fixed.start);
    }
    channels
}

/// How the mix counts a placement.
fn counting(problem: &Problem<'_>, placement: PlacementIx) -> (Counted, Vec<u32>) {
    let ws = problem.ws;
    let data = ws.placement(placement);
    let Some(pillar) = data.pillar else {
        return (Counted::Not, Vec::new());
    };
    let shares = ws.mix.shares.iter().enumerate();
    let shares = shares.filter(|(_, share)| share.counts(pillar, data.format.as_deref()));
    let shares: Vec<u32> = shares.map(|(i, _)| id(i)).collect();
    let counted = match ws.mix.window {
        _ if ws.mix.shares.is_empty() => Counted::Not,
        MixWindow::Campaign => ws
            .post_of(data)
            .campaign
            .as_ref()
            .map_or(Counted::Not, |campaign| Counted::In(id(campaign.value.get()))),
        _ => Counted::ByDay,
    };
    (counted, shares)
}

fn mix(problem: &Problem<'_>) -> MixCore {
    let ws = problem.ws;
    let mut mixture = Mixture::new(ws, &problem.request);
    let mut fixed = Vec::new();
    let once = ws.mix.count == Count::Posts;
    let mut add = |placement: PlacementIx, start: Instant| {
        mixture.add(placement, start);
        let data = ws.placement(placement);
        if once && data.pillar.is_some() {
            let (_, shares) = counting(problem, placement);
            let day = ws.calendar.zone.local(start).date();
            let cells = mixture.cells_on(data, day).first().map(|cell| id(*cell));
            let number = id(placement.get());
            let count = FixedCount { start: start.unix(), placement: number, cells, shares };
            fixed.push((id(data.post.get()), count));
        }
    };
    marks(problem).for_each(|mark| add(mark.placement, mark.start));
    for &(placement, day) in &problem.on_days {
        add(placement, ws.calendar.zone.resolve(day.and_time(NOON)).instant);
    }
    let each = if ws.mix.scope == Scope::All { 1 } else { ws.channels.len() };
    let cells = mixture.cells.iter().enumerate().map(|(i, cell)| Cell {
        shares: cell.shares.clone(),
        total: cell.total,
        lives: ws
            .mix
            .shares
            .iter()
            .map(|s| mixture.exists(s, &mixture.windows[i / each]))
            .collect(),
    });
    MixCore {
        weight: ws.plan.weights.mix,
        bounds: ws.mix.shares.iter().map(|share| share.bound).collect(),
        cells: cells.collect(),
        each,
        once,
        fixed,
        classes: disjoint(problem),
        loose: Vec::new(),
    }
}

/// The shares, in file order, that no placement of the workspace is counted in twice.
fn disjoint(problem: &Problem<'_>) -> Vec<u32> {
    let mut classes: Vec<u32> = Vec::new();
    let signatures: BTreeSet<Vec<u32>> =
        problem.ws.each_placement().map(|(ix, _)| counting(problem, ix).1).collect();
    for share in 0..id(problem.ws.mix.shares.len()) {
        let meets =
            |other: &u32| signatures.iter().any(|s| s.contains(&share) && s.contains(other));
        if !classes.iter().any(meets) {
            classes.push(share);
        }
    }
    classes
}

/// The objective of what is fixed when no task is placed, the mix left out.
fn constant(problem: &Problem<'_>) -> i64 {
    let ws = problem.ws;
    let score: i64 = problem
        .locked
        .iter()
        .map(|mark| problem.value(mark.placement, problem.locked_score(mark).0))
        .sum();
    let mut have: HashMap<(LaneIx, i32), i64> = HashMap::new();
    let timed = marks(problem).map(|mark| (mark.placement, mark.local.date()));
    for (placement, day) in timed.chain(problem.on_days.iter().copied()) {
        if (problem.request.from..=problem.request.to).contains(&day) {
            *have.entry((ws.placement(placement).lane, week_number(day))).or_default() += 1;
        }
    }
    let have = |key: &(LaneIx, i32)| have.get(key).copied().unwrap_or(0);
    let missing: i64 = problem.minima.iter().map(|(key, min)| (min - have(key)).max(0)).sum();
    let chosen = problem.tasks.iter().filter(|task| task.chosen.is_some()).count();
    let chosen = i64::try_from(chosen).unwrap_or(i64::MAX);
    score - 100 * ws.plan.weights.cadence * missing - 100 * ws.plan.weights.moves * chosen
}

fn gcd(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { gcd(b, a % b) }
}
