//! The slots that a placement may be suggested: the plan, the grid, rules 1 to 4, and the events
//! and campaigns it must come after or before.
//!
//! A series guides suggestions: unless the human named a day, its days bind, and its time where the
//! human gave none. (A plan that has such a post elsewhere is not wrong, and is not what the
//! certificate speaks of.)

use crate::model::{LaneIx, Placement, PlacementIx, Series, Standing, Workspace};
use crate::time::{Clock, Days, Instant, When};
use crate::verify::board::in_plan;
use crate::verify::links::keeps_anchors;
use crate::verify::slot::{Rules, opens};
use crate::verify::{Assignment, Keep};
use chrono::{NaiveDate, NaiveTime};

/// The slots of one placement.
#[derive(Clone, Debug, Default)]
pub(super) struct Legal {
    /// In order.
    pub(super) starts: Vec<Instant>,
    /// The slot chosen before, when leaving it costs something; it may be none of the starts.
    pub(super) chosen: Option<Instant>,
}

/// The grid as every lane sees it.
pub(super) struct Grid<'w> {
    ws: &'w Workspace,
    plan: Assignment<'w>,
    /// Steps that are open to a lane, with their days on the channel's clock, by day.
    lanes: Vec<Vec<(NaiveDate, Instant)>>,
}

impl<'w> Grid<'w> {
    pub(super) fn new(ws: &'w Workspace, plan: &Assignment<'w>) -> Self {
        let steps = steps(ws, plan);
        let lanes = ws.each_lane().map(|(ix, _)| open_to(ws, plan, ix, &steps)).collect();
        Self { ws, plan: *plan, lanes }
    }

    /// The slots of a placement.
    pub(super) fn of(&self, ix: PlacementIx, rules: &mut Rules<'w>) -> Legal {
        let placement = self.ws.placement(ix);
        let guide = guide(self.ws, placement);
        let time = placement.time().or(guide.and_then(|series| series.time));
        let mut starts = match time {
            Some(time) => self.at(placement, time),
            None => self.between(placement),
        };
        let zone = self.ws.channel(placement.channel).zone;
        starts.retain(|start| {
            guide.is_none_or(|series| series.is_due(zone.local(*start).date()))
                && rules.closed(ix, *start).is_empty()
                && keeps_anchors(self.ws, ix, *start)
        });
        let mut chosen = None;
        if let (Standing::Chosen(start), Keep::KeepSlots) = (placement.standing, self.plan.keep)
            && rules.closed(ix, start).is_empty()
        {
            chosen = Some(start);
            if keeps_anchors(self.ws, ix, start) {
                starts.push(start);
            }
        }
        starts.sort_unstable();
        starts.dedup();
        Legal { starts, chosen }
    }

    /// One time of every day that is wanted.
    fn at(&self, placement: &Placement, time: NaiveTime) -> Vec<Instant> {
        let zone = self.ws.channel(placement.channel).zone;
        let (from, to) = wanted(placement, self.plan.from, self.plan.to);
        from.iter_days()
            .take_while(|day| *day <= to)
            .map(|day| zone.resolve(day.and_time(time)))
            .filter(|resolved| resolved.kind != Clock::Gap)
            .map(|resolved| resolved.instant)
            .collect()
    }

    /// Every open step of the days that are wanted.
    fn between(&self, placement: &Placement) -> Vec<Instant> {
        let steps = &self.lanes[placement.lane.get()];
        let (from, to) = wanted(placement, self.plan.from, self.plan.to);
        let first = steps.partition_point(|(day, _)| *day < from);
        let last = steps.partition_point(|(day, _)| *day <= to);
        let (after, before) = placement.window.unwrap_or_default();
        let within = |start: Instant| {
            after.is_none_or(|after| after <= start) && before.is_none_or(|before| start <= before)
        };
        let days = steps.get(first..last).unwrap_or_default();
        days.iter().map(|(_, start)| *start).filter(|start| within(*start)).collect()
    }
}

/// The series that guides a placement.
fn guide<'w>(ws: &'w Workspace, placement: &Placement) -> Option<&'w Series> {
    let series = ws.post_of(placement).series.as_ref()?;
    let named = placement.date().is_some_and(When::is_day);
    (!named).then(|| ws.series(series.value))
}

/// The days of the plan that a placement may fall on, as far as its date says.
fn wanted(placement: &Placement, from: NaiveDate, to: NaiveDate) -> (NaiveDate, NaiveDate) {
    placement.date().map_or((from, to), |date| (date.first().max(from), date.last().min(to)))
}

/// Every step from midnight on the calendar's clock; none in a gap, the first of two in a fold.
fn steps(ws: &Workspace, plan: &Assignment<'_>) -> Vec<Instant> {
    let zone = ws.calendar.zone;
    let step = ws.plan.grid.max(1).saturating_mul(60);
    let times: Vec<NaiveTime> = (0..86_400_u32.div_ceil(step))
        .filter_map(|n| NaiveTime::from_num_seconds_from_midnight_opt(n * step, 0))
        .collect();
    plan.from
        .iter_days()
        .take_while(|day| *day <= plan.to)
        .flat_map(|day| times.iter().map(move |time| zone.resolve(day.and_time(*time))))
        .filter(|resolved| resolved.kind != Clock::Gap)
        .map(|resolved| resolved.instant)
        .collect()
}

/// The steps that no rule of a lane closes, whatever the post.
fn open_to(
    ws: &Workspace,
    plan: &Assignment<'_>,
    lane: LaneIx,
    steps: &[Instant],
) -> Vec<(NaiveDate, Instant)> {
    let lane = ws.lane(lane);
    let zone = ws.channel(lane.channel).zone;
    let mut open: Vec<(NaiveDate, Instant)> = steps
        .iter()
        .filter(|start| **start >= plan.now && in_plan(ws, plan, lane.channel, **start))
        .map(|start| (zone.local(*start), *start))
        .filter(|(local, _)| {
            let windows = &lane.windows;
            (windows.is_empty() || windows.iter().any(|w| opens(w.days, w.span, *local)))
                && opens(Days::DAILY, ws.plan.hours, *local)
        })
        .map(|(local, start)| (local.date(), start))
        .collect();
    open.sort_unstable();
    open
}
