//! What no plan can exceed.
//!
//! Every penalty is at least nothing, and no lane's week holds more than its cap: so the worth of
//! the locked placements, plus for each lane the best values of its tasks, as many as its weeks
//! can hold, is a bound. Each lane's weeks are pooled: a task may go to any of them.

use super::problem::Problem;
use super::slots::week_number;
use crate::model::LaneIx;
use std::collections::BTreeSet;

/// A proven upper bound of the objective.
pub(super) fn of(problem: &Problem<'_>) -> i64 {
    let locked: i64 =
        problem.locked.iter().map(|m| problem.value(m.placement, problem.locked_score(m).0)).sum();
    let lanes: i64 = problem.ws.each_lane().map(|(lane, _)| lane_bound(problem, lane)).sum();
    locked + lanes
}

fn lane_bound(problem: &Problem<'_>, lane: LaneIx) -> i64 {
    let tasks = || problem.tasks.iter().filter(|task| problem.ws.placement(task.placement).lane == lane);
    let mut values: Vec<i64> = tasks()
        .filter_map(|task| task.slots.iter().map(|s| problem.value(task.placement, s.score)).max())
        .collect();
    values.sort_unstable_by_key(|value| std::cmp::Reverse(*value));
    let weeks: BTreeSet<i32> =
        tasks().flat_map(|task| &task.slots).map(|slot| week_number(slot.local.date())).collect();
    let room = problem.cap(lane).map_or(usize::MAX, |cap| {
        let taken = |week: i32| {
            let fixed = problem.locked.iter().chain(&problem.constants);
            let of_lane = fixed.filter(|m| problem.ws.placement(m.placement).lane == lane);
            of_lane.filter(|m| week_number(m.local.date()) == week).count()
        };
        let cap = usize::try_from(cap).unwrap_or(usize::MAX);
        weeks.iter().map(|&week| cap.saturating_sub(taken(week))).sum()
    });
    values.into_iter().take(room).sum()
}
