//! A dive: the surest choices of the relaxed plans are made, one lot after another, and the rest is
//! priced again.

use super::{HUGE, Steps, moves, repair};
use crate::planner::board::Board;
use crate::planner::bound::{Ascent, Domain, Relaxed, View};
use crate::planner::core::{NONE, ix};

/// Price steps between two lots.
const LOOKS: u32 = 10;
/// And in a plan that is huge.
const FEW: u32 = 4;

/// Goes on from the plan of a board, at these prices: its open tasks are placed one lot after
/// another.
pub(super) fn run<'c>(
    domain: &Domain,
    start: &Ascent,
    view: &View<'c>,
    board: &mut Board<'c>,
    steps: &mut Steps<'_>,
    rate: f64,
) {
    let core = view.core;
    let looks = if core.tasks.len() > HUGE { FEW } else { LOOKS };
    let mut tasks = core.everybody();
    tasks.retain(|task| board.at[ix(*task)] == NONE);
    let mut domain = domain.clone();
    let mut ascent = start.clone();
    let mut at: Option<View<'c>> = None;
    let mut out = Relaxed::default();
    loop {
        let lot = surest(&domain, &ascent, &tasks);
        if lot.is_empty() || !steps.left() {
            break;
        }
        for (task, position) in lot {
            if board.may_fit(task, position) {
                board.insert(task, position);
                domain.slots[ix(task)] = vec![position];
                domain.must[ix(task)] = true;
            } else {
                domain.slots[ix(task)].retain(|other| *other != position);
            }
        }
        for &task in &tasks {
            if board.at[ix(task)] == NONE {
                domain.slots[ix(task)].retain(|position| board.may_fit(task, *position));
            }
        }
        let (mut part, mut next) = ascent.part(at.as_ref().unwrap_or(view), &domain);
        next.climb(&mut part, &mut out, (rate, rate / 4.0, looks), i64::MIN, steps);
        next.use_now();
        at = Some(part);
        ascent = next;
    }
    // What was placed on trust (a predecessor to come, a neighbour to part two) may not stand.
    repair::legalise(board);
    moves::fill(board, &tasks, steps);
}

/// The choices that most relaxed plans agree on: a tenth of those left, more when they are sure.
fn surest(domain: &Domain, ascent: &Ascent, tasks: &[u32]) -> Vec<(u32, u32)> {
    let mut all: Vec<(f64, u32, u32)> = Vec::new();
    let mut waiting = 0;
    for &task in tasks {
        let slots = &domain.slots[ix(task)];
        if domain.must[ix(task)] || slots.is_empty() {
            continue;
        }
        let places = ascent.places.get(ix(task)).into_iter().flatten();
        let open = places.filter(|(place, _)| slots.binary_search(place).is_ok());
        let Some((position, mass)) = open.copied().max_by(|a, b| a.1.total_cmp(&b.1)) else {
            continue;
        };
        waiting += 1;
        if mass > 0.08 {
            all.push((mass, task, position));
        }
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let least = (waiting / 10).max(1);
    let sure = all.iter().take_while(|(mass, ..)| *mass > 0.9).count().min(waiting / 3 + 1);
    all.truncate(least.max(sure));
    all.into_iter().map(|(_, task, position)| (task, position)).collect()
}
