//! Takes away the positions that fixed placements close by themselves.

use super::super::problem::Problem;
use super::{Core, NONE, ix};
use std::collections::HashMap;

/// Leaves each task the positions that keep R2–R8 and R10 towards everything fixed, and R8 towards
/// some position of each predecessor.
pub(super) fn against_fixed(core: &mut Core, problem: &Problem<'_>) {
    let facts = Facts::new(core, problem);
    let kept: Vec<Vec<u32>> = core
        .tasks
        .iter()
        .enumerate()
        .map(|(number, task)| {
            let rest = task.positions.iter().copied();
            rest.filter(|position| facts.allow(core, number, *position)).collect()
        })
        .collect();
    for (task, kept) in core.tasks.iter_mut().zip(kept) {
        task.positions = kept;
    }
    while follow_ties(core) {}
}

/// What is fixed, by what it closes.
struct Facts {
    /// Fixed starts of each lane.
    lanes: Vec<Vec<i64>>,
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

    fn allow(&self, core: &Core, number: usize, position: u32) -> bool {
        let task = &core.tasks[number];
        let lane = &core.lanes[ix(task.lane)];
        let start = lane.starts[ix(position)];
        let (from, to) = self.stretches[number];
        let topic = task.topic;
        lane.day_room[ix(lane.days[ix(position)])] > 0
            && lane.week_room[ix(lane.weeks[ix(position)])] > 0
            && (from..=to).contains(&start)
            && far(&self.lanes[ix(task.lane)], start, lane.gap)
            && far(&core.fixed, start, core.spacing)
            && (topic == NONE || far(&self.topics[ix(topic)], start, core.topic_gap))
            && core.capacity.is_none_or(|(after, most)| has_room(&core.fixed, start, after, most))
            && task.quotas.iter().all(|quota| {
                let quota = &core.quotas[ix(*quota)];
                quota.room.get(quota.period(start)).is_none_or(|room| *room > 0)
            })
    }
}

/// Whether nothing in a sorted list is nearer than `least`.
fn far(list: &[i64], start: i64, least: i64) -> bool {
    let at = list.partition_point(|other| *other <= start.saturating_sub(least));
    list.get(at).is_none_or(|other| *other >= start.saturating_add(least))
}

/// R7: whether no stretch that holds the start is full with fixed starts alone.
fn has_room(fixed: &[i64], start: i64, after: i64, most: usize) -> bool {
    let from = fixed.partition_point(|other| *other <= start - after);
    let to = fixed.partition_point(|other| *other < start + after);
    let near = &fixed[from..to];
    if near.len() < most {
        return true;
    }
    let mut all = near.to_vec();
    let own = all.partition_point(|other| *other <= start);
    all.insert(own, start);
    !(0..=own).any(|first| {
        first + most >= own && all.get(first + most).is_some_and(|last| last - all[first] < after)
    })
}

/// Drops positions without a fitting position of a predecessor; whether any was.
fn follow_ties(core: &mut Core) -> bool {
    let mut dropped = false;
    for tie in core.ties.clone() {
        let starts = |task: u32| {
            let lane = &core.lanes[ix(core.tasks[ix(task)].lane)];
            move |position: &u32| lane.starts[ix(*position)]
        };
        let before: Vec<i64> = core.tasks[ix(tie.a)].positions.iter().map(starts(tie.a)).collect();
        let start = starts(tie.b);
        let fits = |position: &u32| {
            let start = start(position);
            let last = before.partition_point(|a| *a <= start - tie.min);
            last > 0 && tie.max.is_none_or(|max| before[last - 1] >= start.saturating_sub(max))
        };
        let kept: Vec<u32> = core.tasks[ix(tie.b)].positions.iter().copied().filter(fits).collect();
        dropped |= kept.len() < core.tasks[ix(tie.b)].positions.len();
        core.tasks[ix(tie.b)].positions = kept;
    }
    dropped
}
