//! The objective, term by term: whole numbers only.

use super::board::{Board, in_plan};
use super::slot::{Rules, opens};
use super::{Assignment, Keep, mix, pairs};
use crate::model::{Alternate, ChannelIx, Evidence, LaneIx, PlacementIx, Standing, Workspace};
use crate::time::{Instant, Week};
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};
use std::collections::BTreeMap;

/// The objective of a plan.
pub(super) fn of(ws: &Workspace, a: &Assignment<'_>, board: &Board, rules: &mut Rules<'_>) -> i64 {
    let weights = ws.plan.weights;
    scores(ws, a, board)
        - weights.mix * mix::distance(ws, a, board)
        - 100 * weights.cadence * missing(ws, a, board)
        - 100 * weights.moves * moved(ws, a, board, rules)
        - 100 * weights.alternate * repeated(ws, board)
}

/// The score of a slot for a placement, 0 to 100: the best of the windows that hold it and have
/// one; 0 outside every window of a lane that has scores; else what the past of the channel gives
/// its hour, where the evidence is weak or better; else that of a test slot, which visits every part
/// of the day over the weeks.
#[must_use]
pub fn score(ws: &Workspace, ix: PlacementIx, start: Instant) -> u8 {
    let placement = ws.placement(ix);
    let local = ws.channel(placement.channel).zone.local(start);
    let windows = &ws.lane(placement.lane).windows;
    let holding = || windows.iter().filter(|w| opens(w.days, w.span, local));
    if let Some(best) = holding().filter_map(|window| window.score).max() {
        return best;
    }
    if holding().next().is_none() && windows.iter().any(|window| window.score.is_some()) {
        return 0;
    }
    if let Some(learned) = learned(ws, placement.channel, local) {
        return learned;
    }
    let week = u64::from(Week::of(local.date()).number());
    let part = u64::from(local.time().hour() / 4);
    let weekday = u64::from(local.date().weekday().num_days_from_monday());
    let channel = u64::try_from(placement.channel.get()).unwrap_or(0);
    let residue = (3 * week + 5 * part + 2 * weekday + channel) % 11;
    u8::try_from(50 + residue - 5).unwrap_or(50)
}

/// 50 + 250 · (s + sd / 4) of the hour of the week, halves rounded away from zero, 1 to 100.
fn learned(ws: &Workspace, channel: ChannelIx, local: NaiveDateTime) -> Option<u8> {
    let timing = ws.past.timing.get(channel.get())?.as_ref()?;
    match timing.evidence {
        Evidence::None | Evidence::NoEffect => return None,
        Evidence::Weak | Evidence::Some | Evidence::Strong => {}
    }
    let hour = 24 * local.date().weekday().num_days_from_monday() + local.time().hour();
    let hour = usize::try_from(hour).ok()?;
    let value = 50.0 + 250.0 * (timing.score.get(hour)? + 0.25 * timing.sd.get(hour)?);
    let value = value.round().clamp(1.0, 100.0);
    (1..=100).find(|n| f64::from(*n) >= value).or(Some(1))
}

/// 100 · Σ priority · score, over what starts in the plan.
pub(super) fn scores(ws: &Workspace, a: &Assignment<'_>, board: &Board) -> i64 {
    let each = board.line().filter(|(start, item)| in_plan(ws, a, item.channel, *start)).map(
        |(start, item)| {
            let priority = ws.post_of(ws.placement(item.placement)).priority;
            i64::from(priority) * i64::from(score(ws, item.placement, start))
        },
    );
    100 * each.sum::<i64>()
}

/// Posts missing to the weeks of the lanes.
pub(super) fn missing(ws: &Workspace, a: &Assignment<'_>, board: &Board) -> i64 {
    let mut counts: BTreeMap<(LaneIx, Week), i64> = BTreeMap::new();
    for item in board.items.iter().filter(|item| a.holds(item.local_day)) {
        let week = Week::of(item.local_day);
        *counts.entry((item.lane, week)).or_default() += 1;
    }
    let mut missing = 0;
    for (week, days) in weeks(a.from, a.to) {
        for (ix, lane) in ws.each_lane() {
            let least = i64::from(lane.cadence.min.unwrap_or(0)) * days / 7;
            let there = counts.get(&(ix, week)).copied().unwrap_or(0);
            missing += (least - there).max(0);
        }
    }
    missing
}

/// The ISO weeks that a stretch of days touches, and how many of its days each holds.
pub(super) fn weeks(from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = (Week, i64)> {
    let first = Some(Week::of(from)).filter(|_| from <= to);
    std::iter::successors(first, |week| Some(week.next()))
        .take_while(move |week| week.monday() <= to)
        .map(move |week| {
            let (first, last) = (week.monday().max(from), week.sunday().min(to));
            (week, last.signed_duration_since(first).num_days() + 1)
        })
}

/// Slots chosen before, still allowed, that the plan leaves.
pub(super) fn moved(
    ws: &Workspace,
    a: &Assignment<'_>,
    board: &Board,
    rules: &mut Rules<'_>,
) -> i64 {
    if a.keep != Keep::KeepSlots {
        return 0;
    }
    let mut moved = 0;
    for (ix, placement) in ws.each_placement().filter(|(_, p)| p.is_candidate()) {
        let Standing::Chosen(slot) = placement.standing else {
            continue;
        };
        let stays = matches!(board.spot(ix), super::board::Spot::At(at, _) if at == slot);
        if !stays && rules.allows(ix, slot) {
            moved += 1;
        }
    }
    moved
}

/// Pairs in a row with the same pillar, where that costs something.
fn repeated(ws: &Workspace, board: &Board) -> i64 {
    match ws.plan.alternate {
        Alternate::Prefer => i64::try_from(pairs::repeats(ws, board).count()).unwrap_or(i64::MAX),
        Alternate::Always | Alternate::Never => 0,
    }
}
