//! The lanes of the relaxed problem: where their slots are, and what their days, weeks and
//! neighbours allow or cost. Nothing here depends on prices.

use super::fixed::{Fixed, spacing};
use super::problem::{Slot, Task};
use crate::model::{Alternate, LaneIx, PillarIx, Workspace};
use crate::time::Week;
use crate::verify::Assignment;
use crate::verify::caps::weekly;
use crate::verify::objective::weeks;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// What two neighbours of one pillar mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Repeat {
    /// Nothing.
    Free,
    /// A loss.
    Cost(i64),
    /// They may not be.
    Forbidden,
}

/// The neighbour is fixed, or there is none.
pub(super) const SETTLED: usize = 0;
/// The neighbour is a task without a pillar; those with one follow.
pub(super) const PLAIN: usize = 1;

/// A lane with its slots.
pub(super) struct Lane {
    /// Least seconds from one start to the next.
    pub(super) step: i64,
    /// In order.
    pub(super) positions: Vec<Position>,
    /// Slots, position by position.
    pub(super) slots: Vec<usize>,
    /// Fixed neighbours, in order, with their pillars: none where neighbours mean nothing.
    pub(super) fixed: Vec<(i64, Option<usize>)>,
    /// How many kinds of neighbours are told apart.
    pub(super) states: usize,
    pub(super) repeat: Repeat,
    /// What each missing post costs.
    pub(super) bonus: i64,
    /// How many more a day takes, by day.
    days: Option<BTreeMap<i32, usize>>,
    /// How many more a week takes, by week.
    weeks: Option<BTreeMap<i32, usize>>,
    /// Posts missing to a week, by week.
    missing: BTreeMap<i32, usize>,
}

/// One start of a lane.
pub(super) struct Position {
    pub(super) start: i64,
    /// Its day on the channel's clock.
    pub(super) day: i32,
    /// Its week there.
    pub(super) week: i32,
    /// Where its slots begin in the list.
    pub(super) first: usize,
    /// Where they end.
    pub(super) last: usize,
}

impl Lane {
    /// How many more tasks a day takes, if anything limits them.
    pub(super) fn room_of_day(&self, day: i32) -> Option<usize> {
        self.days.as_ref().map(|days| days.get(&day).copied().unwrap_or(0))
    }

    /// How many more tasks a week takes, if anything limits them.
    pub(super) fn room_of_week(&self, week: i32) -> Option<usize> {
        self.weeks.as_ref().map(|weeks| weeks.get(&week).copied().unwrap_or(0))
    }

    /// How many posts a week is short of.
    pub(super) fn missing_in(&self, week: i32) -> usize {
        self.missing.get(&week).copied().unwrap_or(0)
    }
}

/// The pillars that neighbours of a lane's channel may have, where neighbours mean something: a
/// lane alone on its channel.
pub(super) fn pillars(ws: &Workspace, lane: LaneIx) -> Option<Vec<PillarIx>> {
    let channel = ws.lane(lane).channel;
    let alone = ws.lanes.iter().filter(|other| other.channel == channel).count() == 1;
    let matters = match ws.plan.alternate {
        Alternate::Always => true,
        Alternate::Prefer => ws.plan.weights.alternate > 0,
        Alternate::Never => false,
    };
    (alone && matters).then(|| {
        let own = ws.placements.iter().filter(|placement| placement.channel == channel);
        let mut pillars: Vec<PillarIx> = own.filter_map(|placement| placement.pillar).collect();
        pillars.sort_unstable();
        pillars.dedup();
        pillars
    })
}

/// The state of a neighbour with this pillar.
pub(super) fn state(pillars: Option<&[PillarIx]>, pillar: Option<PillarIx>) -> usize {
    let Some(pillars) = pillars else { return SETTLED };
    let at = pillar.and_then(|pillar| pillars.binary_search(&pillar).ok());
    at.map_or(PLAIN, |at| PLAIN + 1 + at)
}

/// A lane with its slots.
pub(super) fn lane(
    (ws, plan): (&Workspace, &Assignment<'_>),
    ix: LaneIx,
    fixed: &Fixed<'_>,
    tasks: &[Task],
    slots: &[Slot],
) -> Lane {
    let lane = ws.lane(ix);
    let pillars = pillars(ws, ix);
    let mut own: Vec<usize> = tasks
        .iter()
        .filter(|task| task.lane == ix.get())
        .flat_map(|task| task.slots.clone())
        .collect();
    own.sort_by_key(|slot| (slots[*slot].start, *slot));
    let positions = positions(&own, slots);
    let reserve = ws.mix.reserve;
    let room = |max: u32, taken: u32| usize::try_from(max.saturating_sub(taken)).unwrap_or(0);
    let days = lane.cadence.per_day.map(|max| {
        let each = own.iter().map(|slot| slots[*slot].local_day);
        each.map(|day| (number(day), room(max, fixed.on_day(ix.get(), day)))).collect()
    });
    let weeks = weekly(lane, reserve).map(|max| {
        let each = own.iter().map(|slot| Week::of(slots[*slot].local_day).monday());
        each.map(|day| (number(day), room(max, fixed.in_week(ix.get(), day)))).collect()
    });
    Lane {
        step: lane.cadence.gap.max(spacing(ws)).seconds(),
        positions,
        slots: own,
        fixed: neighbours(ws, ix, fixed, pillars.as_deref()),
        states: pillars.as_ref().map_or(1, |pillars| PLAIN + 1 + pillars.len()),
        repeat: match (&pillars, ws.plan.alternate) {
            (Some(_), Alternate::Always) => Repeat::Forbidden,
            (Some(_), Alternate::Prefer) => Repeat::Cost(100 * ws.plan.weights.alternate),
            _ => Repeat::Free,
        },
        bonus: 100 * ws.plan.weights.cadence,
        days,
        weeks,
        missing: missing(ws, plan, ix, fixed),
    }
}

/// A day as a number.
fn number(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}

fn positions(own: &[usize], slots: &[Slot]) -> Vec<Position> {
    let mut positions: Vec<Position> = Vec::new();
    for (at, slot) in own.iter().enumerate() {
        let slot = &slots[*slot];
        match positions.last_mut() {
            Some(last) if last.start == slot.start => last.last = at + 1,
            _ => positions.push(Position {
                start: slot.start,
                day: number(slot.local_day),
                week: number(Week::of(slot.local_day).monday()),
                first: at,
                last: at + 1,
            }),
        }
    }
    positions
}

/// The fixed ones of the lane's channel.
fn neighbours(
    ws: &Workspace,
    lane: LaneIx,
    fixed: &Fixed<'_>,
    pillars: Option<&[PillarIx]>,
) -> Vec<(i64, Option<usize>)> {
    let Some(pillars) = pillars else { return Vec::new() };
    let channel = ws.lane(lane).channel;
    let own = fixed.board.line().filter(|(_, item)| item.channel == channel);
    own.map(|(start, item)| {
        let state = state(Some(pillars), ws.placement(item.placement).pillar);
        (start.unix(), Some(state).filter(|state| *state > PLAIN))
    })
    .collect()
}

/// What the weeks of a lane are short of, before any task.
fn missing(
    ws: &Workspace,
    plan: &Assignment<'_>,
    ix: LaneIx,
    fixed: &Fixed<'_>,
) -> BTreeMap<i32, usize> {
    let min = i64::from(ws.lane(ix).cadence.min.unwrap_or(0));
    weeks(plan.from, plan.to)
        .map(|(week, days)| {
            let there = fixed.board.items.iter().filter(|item| {
                let own = item.lane == ix && Week::of(item.local_day) == week;
                own && plan.holds(item.local_day)
            });
            let there = i64::try_from(there.count()).unwrap_or(i64::MAX);
            let short = usize::try_from(min * days / 7 - there).unwrap_or(0);
            (number(week.monday()), short)
        })
        .collect()
}
