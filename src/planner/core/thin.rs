//! Takes away the positions that fixed placements close by themselves.

use super::super::problem::Problem;
use super::apart::{far, has_room};
use super::compile::Places;
use super::{Core, Lane, NONE, id, ix};
use std::collections::HashMap;

/// Gives each task the positions that keep R2–R8 and R10 towards everything fixed, and R8 towards
/// some position of each predecessor.
pub(super) fn fill(core: &mut Core, problem: &Problem<'_>, places: &Places) {
    let facts = Facts::new(core, problem);
    let mut work = Vec::new();
    for number in 0..core.tasks.len() {
        let lane = core.tasks[number].lane;
        let all = problem.open(number).iter().map(|slot| places.of(lane, *slot));
        work.clear();
        facts.keep_allowed(core, number, all, &mut work);
        core.tasks[number].positions = work.as_slice().to_vec();
    }
    follow_ties(core);
}

/// What is fixed, by what it closes.
struct Facts {
    /// Whether each position of each lane is open to anybody at all.
    lanes: Vec<Vec<bool>>,
    /// Fixed starts of each topic of a task.
    topics: Vec<Vec<i64>>,
    /// For each task, distances to fixed placements: the start lies in one stretch.
    stretches: Vec<(i64, i64)>,
}

impl Facts {
    fn new(core: &Core, problem: &Problem<'_>) -> Self {
        let ws = problem.ws;
        let mut lanes = vec![Vec::new(); ws.lanes.len()];
        let mut by_topic: HashMap<&str, Vec<i64>> = HashMap::new();
        let mut starts = HashMap::new();
        for mark in problem.locked.iter().chain(&problem.constants) {
            let start = mark.start.unix();
            lanes[ws.placement(mark.placement).lane.get()].push(start);
            if let Some(topic) = &problem.post(mark.placement).topic {
                by_topic.entry(topic.value.as_str()).or_default().push(start);
            }
            starts.insert(mark.placement, start);
        }
        lanes.iter_mut().for_each(|list| list.sort_unstable());
        by_topic.values_mut().for_each(|list| list.sort_unstable());
        let lanes = core.lanes.iter().zip(&lanes).map(|(lane, fixed)| open(core, lane, fixed));
        let lanes = lanes.collect();
        let mut topics = vec![Vec::new(); core.topics.len()];
        let mut stretches = Vec::new();
        let tasks: std::collections::HashSet<_> =
            problem.tasks.iter().map(|task| task.placement).collect();
        for (number, data) in problem.tasks.iter().enumerate() {
            let topic = core.tasks[number].topic;
            if let (true, Some(name)) = (topic != NONE, &problem.post(data.placement).topic)
                && let Some(list) = by_topic.get(name.value.as_str())
            {
                topics[ix(topic)].clone_from(list);
            }
            let (mut from, mut to) = (i64::MIN, i64::MAX);
            for tie in problem.ties.get(&data.placement).into_iter().flatten() {
                let other = if tie.b == data.placement { tie.a } else { tie.b };
                let max = tie.max.map_or(i64::MAX, |max| max.seconds());
                match starts.get(&other) {
                    Some(&at) if tie.b == data.placement => {
                        from = from.max(at.saturating_add(tie.min.seconds()));
                        to = to.min(at.saturating_add(max));
                    }
                    Some(&at) => {
                        to = to.min(at.saturating_sub(tie.min.seconds()));
                        from = from.max(at.saturating_sub(max));
                    }
                    None if tie.b != data.placement => {}
                    None if problem.settled.contains(&other) || tasks.contains(&other) => {}
                    None => to = i64::MIN,
                }
            }
            stretches.push((from, to));
        }
        Self { lanes, topics, stretches }
    }

    /// Hands on the positions that a task may take.
    fn keep_allowed(
        &self,
        core: &Core,
        number: usize,
        all: impl Iterator<Item = u32>,
        kept: &mut Vec<u32>,
    ) {
        let task = &core.tasks[number];
        let lane = &core.lanes[ix(task.lane)];
        let open = &self.lanes[ix(task.lane)];
        let (from, to) = self.stretches[number];
        let topic: &[i64] = if task.topic == NONE { &[] } else { &self.topics[ix(task.topic)] };
        let quotas = task.quotas.iter().map(|quota| &core.quotas[ix(*quota)]);
        let full: Vec<_> = quotas.filter(|quota| quota.room.contains(&0)).collect();
        kept.extend(all.filter(|position| {
            let start = lane.starts[ix(*position)];
            open[ix(*position)]
                && (from..=to).contains(&start)
                && (topic.is_empty() || far(topic, start, core.topic_gap))
                && full
                    .iter()
                    .all(|quota| quota.room.get(quota.period(start)).is_none_or(|room| *room > 0))
        }));
    }
}

/// Whether each position of a lane keeps R2–R5 and R7 towards everything fixed.
fn open(core: &Core, lane: &Lane, fixed: &[i64]) -> Vec<bool> {
    let positions = lane.starts.iter().zip(lane.days.iter().zip(&lane.weeks));
    let open = positions.map(|(&start, (day, week))| {
        lane.day_room[ix(*day)] > 0
            && lane.week_room[ix(*week)] > 0
            && far(fixed, start, lane.gap)
            && far(&core.fixed, start, core.spacing)
            && core.capacity.is_none_or(|capacity| is_manned(&core.fixed, start, capacity))
    });
    open.collect()
}

/// R7: whether no stretch that holds the start is full with fixed starts alone.
fn is_manned(fixed: &[i64], start: i64, (after, most): (i64, usize)) -> bool {
    let from = fixed.partition_point(|other| *other <= start - after);
    let to = fixed.partition_point(|other| *other < start + after);
    let near = &fixed[from..to];
    near.len() < most || has_room(near.to_vec(), start, after, most)
}

/// Drops positions without a fitting position of a predecessor, and so on down the ties.
fn follow_ties(core: &mut Core) {
    let mut waiting: Vec<u32> = (0..id(core.ties.len())).rev().collect();
    let mut waits = vec![true; core.ties.len()];
    let mut before = Vec::new();
    while let Some(number) = waiting.pop() {
        waits[ix(number)] = false;
        let tie = core.ties[ix(number)];
        let starts = |task: u32| &core.lanes[ix(core.tasks[ix(task)].lane)].starts;
        before.clear();
        let own = starts(tie.a);
        before.extend(core.tasks[ix(tie.a)].positions.iter().map(|p| own[ix(*p)]));
        let mut positions = std::mem::take(&mut core.tasks[ix(tie.b)].positions);
        let had = positions.len();
        let own = &core.lanes[ix(core.tasks[ix(tie.b)].lane)].starts;
        positions.retain(|position| {
            let start = own[ix(*position)];
            let last = before.partition_point(|a| *a <= start - tie.min);
            last > 0 && tie.max.is_none_or(|max| before[last - 1] >= start.saturating_sub(max))
        });
        let dropped = positions.len() < had;
        core.tasks[ix(tie.b)].positions = positions;
        if dropped {
            for next in &core.tasks[ix(tie.b)].ties {
                if core.ties[ix(*next)].a == tie.b && !waits[ix(*next)] {
                    waits[ix(*next)] = true;
                    waiting.push(*next);
                }
            }
        }
    }
}
