//! A plan under construction: who is where, what every rule counts, and what it is worth.
//!
//! Whatever is put in or taken out changes the worth by exactly what the objective says.

use super::mixture::Mixture;
use super::problem::{Mark, Problem};
use super::slots::{Slot, week_number};
use crate::model::{Alternate, ChannelIx, LaneIx, Per, PillarIx, PlacementIx};
use crate::time::Instant;
use chrono::{Datelike, NaiveDate};
use std::collections::HashMap;

/// A placement on the time line of a lane, a topic, or everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry {
    pub(super) start: Instant,
    pub(super) placement: PlacementIx,
}

/// The terms of the objective that a placement in a slot changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Terms {
    pub(super) score: i64,
    pub(super) cadence: i64,
    pub(super) mix: i64,
    pub(super) alternate: i64,
    pub(super) moves: i64,
}

impl Terms {
    /// Their sum.
    pub(super) fn total(self) -> i64 {
        self.score + self.cadence + self.mix + self.alternate + self.moves
    }
}

/// A plan under construction.
#[derive(Clone, Debug)]
pub(super) struct State<'p, 'a> {
    pub(super) problem: &'p Problem<'a>,
    /// The slot of each task, by index into its slots.
    pub(super) chosen: Vec<Option<usize>>,
    pub(super) timeline: Vec<Entry>,
    pub(super) lanes: Vec<Vec<Entry>>,
    /// All lanes of a channel together: who follows whom.
    pub(super) channels: Vec<Vec<Entry>>,
    pub(super) topics: HashMap<&'a str, Vec<Entry>>,
    pub(super) per_day: HashMap<(LaneIx, NaiveDate), u32>,
    pub(super) per_week: HashMap<(LaneIx, i32), u32>,
    /// Placements of a lane's week on days of the plan: what the cadence counts.
    pub(super) in_plan: HashMap<(LaneIx, i32), i64>,
    pub(super) quotas: Vec<HashMap<i64, u32>>,
    pub(super) mixture: Mixture<'a>,
    /// Which placements have an instant.
    pub(super) starts: HashMap<PlacementIx, Instant>,
    /// The task of a placement.
    task_of: HashMap<PlacementIx, usize>,
    worth: i64,
}

impl<'p, 'a> State<'p, 'a> {
    /// The plan that holds only what is fixed.
    pub(super) fn new(problem: &'p Problem<'a>) -> Self {
        let ws = problem.ws;
        let mut state = Self {
            problem,
            chosen: vec![None; problem.tasks.len()],
            timeline: Vec::new(),
            lanes: vec![Vec::new(); ws.lanes.len()],
            channels: vec![Vec::new(); ws.channels.len()],
            topics: HashMap::new(),
            per_day: HashMap::new(),
            per_week: HashMap::new(),
            in_plan: HashMap::new(),
            quotas: vec![HashMap::new(); ws.mix.quotas.len()],
            mixture: Mixture::new(ws, &problem.request),
            starts: HashMap::new(),
            task_of: problem
                .tasks
                .iter()
                .enumerate()
                .map(|(i, task)| (task.placement, i))
                .collect(),
            worth: 0,
        };
        for mark in problem.locked.iter().chain(&problem.constants) {
            state.put(mark);
        }
        for &(ix, day) in &problem.on_days {
            state.put_on_day(ix, day);
        }
        state.worth = state.fixed_worth();
        state
    }

    /// The objective of what is fixed, every chosen slot still counted as left. Two locked
    /// placements repeat nothing that this plan could mend: they cost nothing.
    fn fixed_worth(&self) -> i64 {
        let problem = self.problem;
        let weights = &problem.ws.plan.weights;
        let score: i64 = problem
            .locked
            .iter()
            .map(|m| problem.value(m.placement, problem.locked_score(m).0))
            .sum();
        let missing: i64 =
            problem.minima.iter().map(|(key, &min)| (min - self.cadence_count(*key)).max(0)).sum();
        let left = problem.tasks.iter().filter(|task| task.chosen.is_some()).count();
        score
            - self.mixture.cost()
            - 100 * weights.cadence * missing
            - 100 * weights.moves * i64::try_from(left).unwrap_or(i64::MAX)
    }

    /// What the plan is worth.
    pub(super) const fn objective(&self) -> i64 {
        self.worth
    }

    fn cadence_count(&self, key: (LaneIx, i32)) -> i64 {
        self.in_plan.get(&key).copied().unwrap_or(0)
    }

    /// The task of a placement, if it is one.
    pub(super) fn task_of(&self, placement: PlacementIx) -> Option<usize> {
        self.task_of.get(&placement).copied()
    }

    /// The slot of a task.
    pub(super) fn slot(&self, task: usize) -> Option<&'p Slot> {
        self.chosen[task].map(|slot| self.problem.slot(task, slot))
    }

    /// What putting a task in a slot would change, term by term.
    pub(super) fn terms(&self, task: usize, slot: &Slot) -> Terms {
        let problem = self.problem;
        let ix = problem.tasks[task].placement;
        let placement = problem.ws.placement(ix);
        let weights = &problem.ws.plan.weights;
        let key = (placement.lane, week_number(slot.local.date()));
        let min = problem.minima.get(&key).copied().unwrap_or(0);
        let short = self.cadence_count(key) < min;
        let entry = Entry { start: slot.start, placement: ix };
        Terms {
            score: problem.value(ix, slot.score),
            cadence: if short { 100 * weights.cadence } else { 0 },
            mix: -self.mixture.cost_of(ix, slot.start),
            alternate: match problem.ws.plan.alternate {
                Alternate::Prefer => {
                    -100 * weights.alternate * self.repeats_added(placement.channel, entry)
                }
                _ => 0,
            },
            moves: if problem.tasks[task].chosen == Some(slot.start) {
                100 * weights.moves
            } else {
                0
            },
        }
    }

    /// Puts a task in one of its slots.
    pub(super) fn insert(&mut self, task: usize, slot: usize) {
        let problem = self.problem;
        let data = problem.slot(task, slot);
        self.worth += self.terms(task, data).total();
        let ix = problem.tasks[task].placement;
        self.put(&Mark { placement: ix, start: data.start, local: data.local });
        self.chosen[task] = Some(slot);
    }

    /// Takes a task out of its slot.
    pub(super) fn remove(&mut self, task: usize) {
        let Some(slot) = self.chosen[task].take() else {
            return;
        };
        let problem = self.problem;
        let data = problem.slot(task, slot);
        let ix = problem.tasks[task].placement;
        self.take(&Mark { placement: ix, start: data.start, local: data.local });
        self.worth -= self.terms(task, data).total();
    }

    fn put(&mut self, mark: &Mark) {
        let placement = self.problem.ws.placement(mark.placement);
        let entry = Entry { start: mark.start, placement: mark.placement };
        sorted_insert(&mut self.timeline, entry);
        sorted_insert(&mut self.lanes[placement.lane.get()], entry);
        sorted_insert(&mut self.channels[placement.channel.get()], entry);
        if let Some(topic) = &self.problem.post(mark.placement).topic {
            sorted_insert(self.topics.entry(topic.value.as_str()).or_default(), entry);
        }
        self.count(mark.placement, mark.local.date(), self.calendar_day(mark.start), Step::In);
        self.mixture.add(mark.placement, mark.start);
        self.starts.insert(mark.placement, mark.start);
    }

    fn take(&mut self, mark: &Mark) {
        let placement = self.problem.ws.placement(mark.placement);
        let entry = Entry { start: mark.start, placement: mark.placement };
        sorted_remove(&mut self.timeline, entry);
        sorted_remove(&mut self.lanes[placement.lane.get()], entry);
        sorted_remove(&mut self.channels[placement.channel.get()], entry);
        if let Some(topic) = &self.problem.post(mark.placement).topic
            && let Some(list) = self.topics.get_mut(topic.value.as_str())
        {
            sorted_remove(list, entry);
        }
        self.count(mark.placement, mark.local.date(), self.calendar_day(mark.start), Step::Out);
        self.mixture.remove(mark.placement, mark.start);
        self.starts.remove(&mark.placement);
    }

    fn put_on_day(&mut self, ix: PlacementIx, day: NaiveDate) {
        self.count(ix, day, day, Step::In);
        self.mixture.add_on_day(ix, day);
    }

    /// A start's day on the calendar's clock.
    pub(super) fn calendar_day(&self, start: Instant) -> NaiveDate {
        self.problem.ws.calendar.zone.local(start).date()
    }

    /// `local` is the day on the channel's clock, `day` on the calendar's.
    fn count(&mut self, ix: PlacementIx, local: NaiveDate, day: NaiveDate, step: Step) {
        let ws = self.problem.ws;
        let placement = ws.placement(ix);
        let week = (placement.lane, week_number(local));
        step.count(self.per_day.entry((placement.lane, local)).or_default());
        step.count(self.per_week.entry(week).or_default());
        let request = &self.problem.request;
        if (request.from..=request.to).contains(&local) {
            let count = self.in_plan.entry(week).or_default();
            *count += match step {
                Step::In => 1,
                Step::Out => -1,
            };
        }
        for (quota, counts) in ws.mix.quotas.iter().zip(&mut self.quotas) {
            if quota.counts(placement.pillar, placement.format.as_deref()) {
                step.count(counts.entry(period_key(quota.per, day)).or_default());
            }
        }
    }

    /// How many repeats of a pillar an entry adds between its neighbours, less the one it breaks.
    fn repeats_added(&self, channel: ChannelIx, entry: Entry) -> i64 {
        let list = &self.channels[channel.get()];
        let at = list.partition_point(|other| *other < entry);
        let before = at.checked_sub(1).map(|i| list[i]);
        let after = list.get(at).copied();
        let pair = |a: Option<Entry>, b: Option<Entry>| match (a, b) {
            (Some(a), Some(b)) => i64::from(self.repeats(a.placement, b.placement)),
            _ => 0,
        };
        pair(before, Some(entry)) + pair(Some(entry), after) - pair(before, after)
    }

    /// Whether two neighbours share a pillar, and at least one of them may move.
    pub(super) fn repeats(&self, a: PlacementIx, b: PlacementIx) -> bool {
        let pillar = |ix: PlacementIx| -> Option<PillarIx> { self.problem.ws.placement(ix).pillar };
        let movable = self.task_of.contains_key(&a) || self.task_of.contains_key(&b);
        movable && pillar(a).is_some() && pillar(a) == pillar(b)
    }
}

/// Whether something comes in or goes out.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    In,
    Out,
}

impl Step {
    /// One more, or one less.
    pub(super) fn count(self, count: &mut u32) {
        match self {
            Self::In => *count += 1,
            Self::Out => *count = count.saturating_sub(1),
        }
    }
}

/// The day, week, month or year of a quota, as a number.
pub(super) fn period_key(per: Per, day: NaiveDate) -> i64 {
    match per {
        Per::Day => i64::from(day.num_days_from_ce()),
        Per::Week => i64::from(week_number(day)),
        Per::Month => i64::from(day.year()) * 12 + i64::from(day.month0()),
        Per::Year => i64::from(day.year()),
    }
}

/// The first day of the period that holds a day.
pub(super) fn first_day(per: Per, day: NaiveDate) -> NaiveDate {
    match per {
        Per::Day => day,
        Per::Week => crate::time::Week::of(day).monday(),
        Per::Month => day.with_day(1).unwrap_or(day),
        Per::Year => day.with_ordinal(1).unwrap_or(day),
    }
}

fn sorted_insert(list: &mut Vec<Entry>, entry: Entry) {
    let at = list.partition_point(|other| *other < entry);
    list.insert(at, entry);
}

fn sorted_remove(list: &mut Vec<Entry>, entry: Entry) {
    if let Ok(at) = list.binary_search(&entry) {
        list.remove(at);
    }
}
