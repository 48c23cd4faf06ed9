//! What no plan can exceed.
//!
//! Every penalty is at least nothing, so scores less what the cadence misses are a bound. For each
//! lane the best that the two can come to, when a task goes out at most once, a day takes at most `per_day` and a week
//! at most its cap, is a flow: from each task to the days it may go out on, from days to weeks.
//! Its largest profit is found exactly, by successive best paths (Ford & Fulkerson 1962, with
//! the label-correcting search of Bellman and Ford), in whole numbers. Neither distances between
//! posts nor the mix are in it: the bound is sound, not tight.

use super::problem::{Problem, Task};
use super::slots::week_number;
use crate::model::LaneIx;
use chrono::NaiveDate;
use std::collections::{BTreeMap, VecDeque};

/// A proven upper bound of the objective.
pub(super) fn of(problem: &Problem<'_>) -> i64 {
    let locked: i64 =
        problem.locked.iter().map(|m| problem.value(m.placement, problem.locked_score(m).0)).sum();
    let lanes: i64 = problem.ws.each_lane().map(|(lane, _)| lane_bound(problem, lane)).sum();
    locked + lanes - short(problem)
}

/// What the posts missing to the weeks of every lane cost, before any task is placed.
fn short(problem: &Problem<'_>) -> i64 {
    let weeks = problem.minima.keys();
    let missing: i64 = weeks.map(|&(lane, week)| i64::from(missing(problem, lane, week))).sum();
    100 * problem.ws.plan.weights.cadence * missing
}

/// How many posts a lane's week is short of, with what is fixed on days of the plan.
fn missing(problem: &Problem<'_>, lane: LaneIx, week: i32) -> u32 {
    let min = problem.minima.get(&(lane, week)).copied().unwrap_or(0);
    let request = &problem.request;
    let in_plan = |day: NaiveDate| (request.from..=request.to).contains(&day);
    let have = fixed(problem, lane, |day| week_number(day) == week && in_plan(day));
    u32::try_from(min - i64::from(have)).unwrap_or(0)
}

fn lane_bound(problem: &Problem<'_>, lane: LaneIx) -> i64 {
    let in_lane = |task: &&Task| problem.ws.placement(task.placement).lane == lane;
    let options: Vec<BTreeMap<NaiveDate, i64>> = problem
        .tasks
        .iter()
        .filter(in_lane)
        .map(|task| {
            let mut best = BTreeMap::new();
            for slot in &task.slots {
                let value = problem.value(task.placement, slot.score);
                let most = best.entry(slot.local.date()).or_insert(value);
                *most = value.max(*most);
            }
            best
        })
        .collect();
    Flow::new(problem, lane, &options).largest_profit()
}

#[derive(Clone, Copy)]
struct Edge {
    to: usize,
    room: u32,
    profit: i64,
}

/// Edges stand in pairs: each even one is followed by its way back.
struct Flow {
    edges: Vec<Edge>,
    from: Vec<Vec<usize>>,
}

const SOURCE: usize = 0;
const SINK: usize = 1;

impl Flow {
    fn new(problem: &Problem<'_>, lane: LaneIx, options: &[BTreeMap<NaiveDate, i64>]) -> Self {
        let mut flow = Self { edges: Vec::new(), from: vec![Vec::new(); 2 + options.len()] };
        let (mut days, mut weeks) = (BTreeMap::new(), BTreeMap::new());
        for (i, option) in options.iter().enumerate() {
            flow.link(SOURCE, 2 + i, 1, 0);
            for (&day, &value) in option {
                let node = *days.entry(day).or_insert_with(|| flow.node());
                flow.link(2 + i, node, 1, value);
            }
        }
        let per_day = problem.ws.lane(lane).cadence.per_day;
        for (&day, &node) in &days {
            let week = week_number(day);
            let end = *weeks.entry(week).or_insert_with(|| flow.node());
            let taken = fixed(problem, lane, |other| other == day);
            flow.link(node, end, per_day.map_or(u32::MAX, |max| max.saturating_sub(taken)), 0);
        }
        for (&week, &node) in &weeks {
            let taken = fixed(problem, lane, |other| week_number(other) == week);
            let room = problem.cap(lane).map_or(u32::MAX, |cap| cap.saturating_sub(taken));
            // The first posts of a week that is short are worth what each missing one costs.
            let asked = room.min(missing(problem, lane, week));
            flow.link(node, SINK, asked, 100 * problem.ws.plan.weights.cadence);
            flow.link(node, SINK, room - asked, 0);
        }
        flow
    }

    fn node(&mut self) -> usize {
        self.from.push(Vec::new());
        self.from.len() - 1
    }

    fn link(&mut self, from: usize, to: usize, room: u32, profit: i64) {
        self.from[from].push(self.edges.len());
        self.edges.push(Edge { to, room, profit });
        self.from[to].push(self.edges.len());
        self.edges.push(Edge { to: from, room: 0, profit: -profit });
    }

    /// Sends one task after another along the path that gains most, until none gains.
    fn largest_profit(mut self) -> i64 {
        let mut profit = 0;
        while let Some((gain, path)) = self.best_path().filter(|(gain, _)| *gain > 0) {
            for edge in path {
                self.edges[edge].room -= 1;
                self.edges[edge ^ 1].room = self.edges[edge ^ 1].room.saturating_add(1);
            }
            profit += gain;
        }
        profit
    }

    fn best_path(&self) -> Option<(i64, Vec<usize>)> {
        let mut gain: Vec<Option<i64>> = vec![None; self.from.len()];
        let mut by: Vec<usize> = vec![usize::MAX; self.from.len()];
        let mut queue = VecDeque::from([SOURCE]);
        let mut queued = vec![false; self.from.len()];
        gain[SOURCE] = Some(0);
        while let Some(node) = queue.pop_front() {
            queued[node] = false;
            let Some(here) = gain[node] else { continue };
            for &index in &self.from[node] {
                let edge = self.edges[index];
                if edge.room > 0 && gain[edge.to].is_none_or(|known| known < here + edge.profit) {
                    gain[edge.to] = Some(here + edge.profit);
                    by[edge.to] = index;
                    if !std::mem::replace(&mut queued[edge.to], true) {
                        queue.push_back(edge.to);
                    }
                }
            }
        }
        let total = gain[SINK]?;
        let mut path = Vec::new();
        let mut node = SINK;
        while node != SOURCE {
            path.push(by[node]);
            node = self.edges[by[node] ^ 1].to;
        }
        Some((total, path))
    }
}

/// How many placements of a lane are fixed on days of the channel's clock that fit.
fn fixed(problem: &Problem<'_>, lane: LaneIx, fits: impl Fn(NaiveDate) -> bool) -> u32 {
    let timed =
        problem.locked.iter().chain(&problem.constants).map(|m| (m.placement, m.local.date()));
    let all = timed.chain(problem.on_days.iter().copied());
    let count =
        all.filter(|(ix, day)| problem.ws.placement(*ix).lane == lane && fits(*day)).count();
    u32::try_from(count).unwrap_or(u32::MAX)
}
