//! A first search: put in what gains most, then mend by moves that gain, until none does.
//!
//! Work is counted in steps (one slot of one task looked at), never in time, and every tie goes to
//! the earlier task in file order, then the earlier slot: the same input gives the same plan.

use super::Effort;
use super::problem::Problem;
use super::state::State;

/// Up to so many tasks, each choice weighs all tasks against each other; beyond, tasks come by
/// worth.
const REGRET_TASKS: usize = 120;

/// What is left of the budget.
pub(super) struct Steps<'s> {
    left: u64,
    stop: &'s (dyn Fn() -> bool + Sync),
}

impl<'s> Steps<'s> {
    /// So many steps, and so many more for each task.
    fn of(effort: Effort, tasks: usize, stop: &'s (dyn Fn() -> bool + Sync)) -> Self {
        let (base, each) = match effort {
            Effort::Quick => (8_000, 200),
            Effort::Normal => (40_000, 6_000),
            Effort::Max => (10_000_000, 20_000),
        };
        Self { left: base + each * u64::try_from(tasks).unwrap_or(0), stop }
    }

    pub(super) fn spend(&mut self, steps: usize) {
        self.left = self.left.saturating_sub(u64::try_from(steps).unwrap_or(u64::MAX));
    }

    pub(super) fn left(&self) -> bool {
        self.left > 0 && !(self.stop)()
    }
}

/// The best plan that the budget finds.
pub(super) fn run<'p, 'a>(
    problem: &'p Problem<'a>,
    effort: Effort,
    bound: i64,
    stop: &(dyn Fn() -> bool + Sync),
) -> State<'p, 'a> {
    let mut state = State::new(problem);
    let mut steps = Steps::of(effort, problem.tasks.len(), stop);
    keep_chosen(&mut state);
    if problem.tasks.len() <= REGRET_TASKS {
        by_regret(&mut state, &mut steps);
    } else {
        by_worth(&mut state);
    }
    while steps.left() && round(&mut state, &mut steps) {}
    super::shake::run(&mut state, &mut steps, bound);
    state
}

/// Slots chosen before go in first, where the rest still allows them.
fn keep_chosen(state: &mut State<'_, '_>) {
    for task in by_priority(state) {
        let data = &state.problem.tasks[task];
        let Some(chosen) = data.chosen else { continue };
        let Ok(slot) = data.slots.binary_search_by_key(&chosen, |slot| slot.start) else {
            continue;
        };
        if state.blocked(task, &data.slots[slot]).is_none() {
            state.insert(task, slot);
        }
    }
}

/// The tasks by priority, high first, then file order.
fn by_priority(state: &State<'_, '_>) -> Vec<usize> {
    let mut tasks: Vec<usize> = (0..state.problem.tasks.len()).collect();
    tasks.sort_by_key(|&task| {
        let placement = state.problem.tasks[task].placement;
        (std::cmp::Reverse(state.problem.post(placement).priority), task)
    });
    tasks
}

/// The best free slot of a task and what it gains, and the gain of the second best on another day.
pub(super) fn best(
    state: &State<'_, '_>,
    task: usize,
    steps: &mut Steps<'_>,
) -> Option<(usize, i64, i64)> {
    let slots = &state.problem.tasks[task].slots;
    steps.spend(slots.len() + 1);
    let mut best: Option<(usize, i64)> = None;
    let mut second = 0;
    for (i, slot) in slots.iter().enumerate() {
        if state.blocked(task, slot).is_some() {
            continue;
        }
        let gain = state.terms(task, slot).total();
        match best {
            Some((_, most)) if gain <= most => second = second.max(gain),
            Some((_, most)) => {
                second = second.max(most);
                best = Some((i, gain));
            }
            None => best = Some((i, gain)),
        }
    }
    best.map(|(slot, gain)| (slot, gain, second))
}

/// Again and again the task that would lose most by waiting goes to its best slot.
fn by_regret(state: &mut State<'_, '_>, steps: &mut Steps<'_>) {
    let mut waiting: Vec<usize> =
        (0..state.problem.tasks.len()).filter(|&task| state.chosen[task].is_none()).collect();
    loop {
        let mut pick: Option<(i64, i64, usize, usize)> = None;
        for &task in &waiting {
            let Some((slot, gain, second)) = best(state, task, steps) else {
                continue;
            };
            let regret = gain - second.max(0);
            if gain > 0 && pick.is_none_or(|(most, value, ..)| (regret, gain) > (most, value)) {
                pick = Some((regret, gain, task, slot));
            }
        }
        let Some((_, _, task, slot)) = pick else {
            return;
        };
        state.insert(task, slot);
        waiting.retain(|&other| other != task);
    }
}

/// One pass, the worthiest tasks first; a second one for those that waited for another.
fn by_worth(state: &mut State<'_, '_>) {
    let mut free = Steps { left: u64::MAX, stop: &|| false };
    for _ in 0..2 {
        for task in by_priority(state) {
            if state.chosen[task].is_none()
                && let Some((slot, gain, _)) = best(state, task, &mut free)
                && gain > 0
            {
                state.insert(task, slot);
            }
        }
    }
}

/// One round of moves over all tasks; whether anything got better.
fn round(state: &mut State<'_, '_>, steps: &mut Steps<'_>) -> bool {
    let before = state.objective();
    for task in 0..state.problem.tasks.len() {
        if !steps.left() {
            break;
        }
        if state.chosen[task].is_some() {
            relocate(state, task, steps);
        } else {
            insert_or_replace(state, task, steps);
        }
    }
    state.objective() > before
}

/// Moves a placed task to its best slot, or out, when that gains.
fn relocate(state: &mut State<'_, '_>, task: usize, steps: &mut Steps<'_>) {
    let Some(old) = state.chosen[task] else {
        return;
    };
    if !state.may_leave(task) {
        shift(state, task, steps);
        return;
    }
    let before = state.objective();
    state.remove(task);
    match best(state, task, steps) {
        Some((slot, gain, _)) if gain > 0 => state.insert(task, slot),
        _ => {}
    }
    if state.objective() < before {
        put_back(state, task, old);
    }
}

/// Moves a task that others lean on: only to slots that keep every rule.
fn shift(state: &mut State<'_, '_>, task: usize, steps: &mut Steps<'_>) {
    let Some(old) = state.chosen[task] else {
        return;
    };
    let before = state.objective();
    state.remove(task);
    match best(state, task, steps) {
        Some((slot, ..)) => state.insert(task, slot),
        None => return put_back(state, task, old),
    }
    if state.objective() <= before || !state.is_sound_around(task) {
        put_back(state, task, old);
    }
}

fn put_back(state: &mut State<'_, '_>, task: usize, slot: usize) {
    state.remove(task);
    state.insert(task, slot);
}

/// Puts a task in, or in the place of one that stands in its way, which goes elsewhere or out.
fn insert_or_replace(state: &mut State<'_, '_>, task: usize, steps: &mut Steps<'_>) {
    if let Some((slot, gain, _)) = best(state, task, steps)
        && gain > 0
    {
        return state.insert(task, slot);
    }
    let slots = state.problem.tasks[task].slots.len();
    for slot in 0..slots {
        if !steps.left() || replace(state, task, slot, steps) {
            return;
        }
    }
}

/// Tries a slot by sending away the placements in its way; whether that gained.
fn replace(state: &mut State<'_, '_>, task: usize, slot: usize, steps: &mut Steps<'_>) -> bool {
    let data = &state.problem.tasks[task].slots[slot];
    let before = state.objective();
    let rivals = rivals(state, task, slot);
    for rival in rivals {
        let Some(old) = state.chosen[rival] else {
            continue;
        };
        if !state.may_leave(rival) {
            continue;
        }
        steps.spend(1);
        state.remove(rival);
        if state.blocked(task, data).is_none() {
            state.insert(task, slot);
            if let Some((other, gain, _)) = best(state, rival, steps)
                && gain > 0
            {
                state.insert(rival, other);
            }
            if state.objective() > before {
                return true;
            }
            state.remove(rival);
            state.remove(task);
        }
        state.insert(rival, old);
    }
    false
}

/// The placed tasks that may stand in the way: the one a rule names, else those of the same lane
/// and week.
fn rivals(state: &State<'_, '_>, task: usize, slot: usize) -> Vec<usize> {
    let data = &state.problem.tasks[task].slots[slot];
    let blocks = state.blocks(task, data);
    let named: Vec<usize> =
        blocks.iter().filter_map(|b| b.with).filter_map(|ix| state.task_of(ix)).collect();
    if blocks.len() == named.len() && named.len() <= 1 {
        return named;
    }
    let lane = state.problem.of(task).lane;
    let week = super::slots::week_number(data.local.date());
    let mut rivals: Vec<usize> = state.lanes[lane.get()]
        .iter()
        .filter_map(|entry| state.task_of(entry.placement))
        .filter(|&other| {
            state.slot(other).is_some_and(|s| super::slots::week_number(s.local.date()) == week)
        })
        .collect();
    rivals.extend(named.into_iter().filter(|other| state.problem.of(*other).lane != lane));
    rivals
}
