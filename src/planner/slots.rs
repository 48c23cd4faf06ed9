//! The slots of a lane: every step of the grid on the days of the plan, and what closes it.

use super::Request;
use crate::history::slot_score;
use crate::model::{Effect, Lane, Occurrence, ScoreOrigin, Workspace};
use crate::time::{Clock, DaySpan, Instant, Week, Zone};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// A step of the grid as one lane sees it.
#[derive(Clone, Copy, Debug)]
pub(super) struct LaneSlot {
    pub(super) start: Instant,
    pub(super) local: NaiveDateTime,
    pub(super) score: u8,
    pub(super) origin: ScoreOrigin,
    pub(super) closed: Closed,
}

/// What closes a slot for a lane, whatever the post: any of these.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Closed {
    pub(super) window: bool,
    pub(super) hours: bool,
    pub(super) event: bool,
    pub(super) past: bool,
}

impl Closed {
    /// How many rules close it.
    pub(super) fn count(self) -> usize {
        [self.window, self.hours, self.event, self.past]
            .into_iter()
            .filter(|closed| *closed)
            .count()
    }
}

/// What every lane shares: the steps of the grid and the days that events close.
#[derive(Debug)]
pub(super) struct Grid {
    starts: Vec<Instant>,
    avoided: Vec<Occurrence>,
    now: Instant,
    from: NaiveDate,
    to: NaiveDate,
}

impl Grid {
    /// The grid of a plan: wall-clock times from midnight on the calendar's clock; a time that
    /// does not exist is skipped, of one that exists twice the first is taken.
    pub(super) fn new(ws: &Workspace, request: &Request) -> Self {
        let zone = ws.calendar.zone;
        let step = ws.plan.grid.max(1) * 60;
        let mut starts = Vec::new();
        for day in request.from.iter_days().take_while(|day| *day <= request.to) {
            let mut second = 0;
            while let Some(time) = NaiveTime::from_num_seconds_from_midnight_opt(second, 0) {
                let resolved = zone.resolve(day.and_time(time));
                if resolved.kind != Clock::Gap {
                    starts.push(resolved.instant);
                }
                second += step;
            }
        }
        // The days of a channel may start before and end after those of the calendar.
        let from = request.from.pred_opt().unwrap_or(request.from);
        let to = request.to.succ_opt().unwrap_or(request.to);
        let mut avoided = ws.occurrences(from, to);
        avoided.retain(|occurrence| occurrence.effect == Effect::Avoid);
        Self { starts, avoided, now: request.now, from: request.from, to: request.to }
    }

    /// The slots of a lane, in order.
    pub(super) fn of_lane(&self, ws: &Workspace, lane: &Lane) -> Vec<LaneSlot> {
        let zone = ws.channel(lane.channel).zone;
        self.starts
            .iter()
            .filter_map(|&start| {
                let local = zone.local(start);
                (self.from..=self.to)
                    .contains(&local.date())
                    .then(|| self.slot(ws, lane, start, local))
            })
            .collect()
    }

    /// One instant as a slot of a lane.
    pub(super) fn slot(
        &self,
        ws: &Workspace,
        lane: &Lane,
        start: Instant,
        local: NaiveDateTime,
    ) -> LaneSlot {
        let (score, origin) = slot_score(lane, lane.channel, local);
        let closed = Closed {
            window: !lane.windows.is_empty()
                && !lane
                    .windows
                    .iter()
                    .any(|w| opens(|day| w.days.contains(day.weekday()), w.span, local)),
            hours: !opens(|_| true, ws.plan.hours, local),
            event: self.avoided_by(lane, local.date()).is_some(),
            past: start < self.now,
        };
        LaneSlot { start, local, score, origin, closed }
    }

    /// The event that closes a day for a lane's channel.
    pub(super) fn avoided_by(&self, lane: &Lane, day: NaiveDate) -> Option<&Occurrence> {
        self.avoided.iter().find(|event| {
            (event.first..=event.last).contains(&day)
                && (event.channels.is_empty() || event.channels.contains(&lane.channel))
        })
    }

    /// Whether an instant belongs to the plan: on both clocks.
    pub(super) fn holds(&self, calendar: Zone, channel: Zone, start: Instant) -> bool {
        [calendar, channel]
            .iter()
            .all(|zone| (self.from..=self.to).contains(&zone.local(start).date()))
    }
}

/// Whether a stretch of some days holds a local time; past midnight it belongs to the day before.
fn opens(on: impl Fn(NaiveDate) -> bool, span: DaySpan, local: NaiveDateTime) -> bool {
    let second = local.time().num_seconds_from_midnight();
    (on(local.date()) && span.contains(second))
        || (span.spill_contains(second) && local.date().pred_opt().is_some_and(on))
}

/// The ISO week of a local time, as a number that grows by one a week.
pub(super) fn week_number(day: NaiveDate) -> i32 {
    Week::of(day).monday().num_days_from_ce().div_euclid(7)
}
