//! The slots of a lane: every step of the grid on the days of the plan, and what closes it.

use super::Request;
use crate::history::slot_score;
use crate::model::{Effect, Lane, Occurrence, ScoreOrigin, Window, Workspace};
use crate::time::{Clock, DaySpan, Instant, Zone};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use std::collections::HashMap;

/// A step of the grid as one lane sees it; or another instant that somebody wants on that lane.
#[derive(Clone, Copy, Debug)]
pub(super) struct Slot {
    pub(super) start: Instant,
    pub(super) local: NaiveDateTime,
    pub(super) score: u8,
    pub(super) origin: ScoreOrigin,
    pub(super) closed: Closed,
    pub(super) place: Place,
}

/// Whether everybody may look at a slot, or only who asked for that very time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    OnGrid,
    OffGrid,
}

/// What closes a slot for a lane, whatever the post: any of these, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Closed(u8);

impl Closed {
    pub(super) const WINDOW: Self = Self(1);
    pub(super) const HOURS: Self = Self(2);
    pub(super) const EVENT: Self = Self(4);
    pub(super) const PAST: Self = Self(8);

    /// Whether nothing closes it.
    pub(super) const fn is_open(self) -> bool {
        self.0 == 0
    }

    /// Whether it is closed by this one among others.
    pub(super) const fn by(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
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

    /// The slots of a lane, in order, with the other instants that are wanted there.
    pub(super) fn of_lane(
        &self,
        ws: &Workspace,
        lane: &Lane,
        mut others: Vec<Instant>,
    ) -> Vec<Slot> {
        let zone = ws.channel(lane.channel).zone;
        let mut lens = Lens::new(self, ws, lane);
        others.sort_unstable();
        others.dedup();
        let mut others = others.into_iter().peekable();
        let mut slots = Vec::with_capacity(self.starts.len() + others.len());
        for &start in &self.starts {
            while let Some(other) = others.next_if(|other| *other < start) {
                let slot = lens.slot(other, zone.local(other));
                slots.push(Slot { place: Place::OffGrid, ..slot });
            }
            let local = zone.local(start);
            if (self.from..=self.to).contains(&local.date()) {
                others.next_if_eq(&start);
                slots.push(lens.slot(start, local));
            }
        }
        for other in others {
            let slot = lens.slot(other, zone.local(other));
            slots.push(Slot { place: Place::OffGrid, ..slot });
        }
        slots
    }

    /// One instant as a slot of a lane.
    pub(super) fn slot(
        &self,
        ws: &Workspace,
        lane: &Lane,
        start: Instant,
        local: NaiveDateTime,
    ) -> Slot {
        Lens::new(self, ws, lane).slot(start, local)
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

/// A lane as its slots are looked at one after another: what a time of the week or a day means is
/// worked out once.
struct Lens<'g> {
    grid: &'g Grid,
    ws: &'g Workspace,
    lane: &'g Lane,
    /// By second of the week.
    week: HashMap<u32, Habit>,
    /// The day last looked at, and whether an event closes it.
    day: Option<(NaiveDate, Closed)>,
}

/// What a time of the week means on a lane.
#[derive(Clone, Copy)]
struct Habit {
    closed: Closed,
    /// Where windows or the past say it; a test score depends on the week.
    score: Option<(u8, ScoreOrigin)>,
}

impl<'g> Lens<'g> {
    fn new(grid: &'g Grid, ws: &'g Workspace, lane: &'g Lane) -> Self {
        Self { grid, ws, lane, week: HashMap::new(), day: None }
    }

    fn slot(&mut self, start: Instant, local: NaiveDateTime) -> Slot {
        let second = local.weekday().num_days_from_monday() * 86_400
            + local.time().num_seconds_from_midnight();
        let habit = match self.week.get(&second) {
            Some(habit) => *habit,
            None => {
                let habit = self.habit(local);
                self.week.insert(second, habit);
                habit
            }
        };
        let (score, origin) = match habit.score {
            Some(known) => known,
            None => self.score(local),
        };
        let past = if start < self.grid.now { Closed::PAST } else { Closed::default() };
        let closed = habit.closed.and(self.event(local.date())).and(past);
        Slot { start, local, score, origin, closed, place: Place::OnGrid }
    }

    fn habit(&self, local: NaiveDateTime) -> Habit {
        let windows = &self.lane.windows;
        let opens_at = |w: &Window| opens(|day| w.days.contains(day.weekday()), w.span, local);
        let mut closed = Closed::default();
        if !windows.is_empty() && !windows.iter().any(opens_at) {
            closed = closed.and(Closed::WINDOW);
        }
        if !opens(|_| true, self.ws.plan.hours, local) {
            closed = closed.and(Closed::HOURS);
        }
        let (score, origin) = self.score(local);
        Habit { closed, score: (origin != ScoreOrigin::Test).then_some((score, origin)) }
    }

    fn score(&self, local: NaiveDateTime) -> (u8, ScoreOrigin) {
        slot_score(self.lane, self.ws.timing(self.lane.channel), local)
    }

    fn event(&mut self, day: NaiveDate) -> Closed {
        match self.day {
            Some((known, closed)) if known == day => closed,
            _ => {
                let avoided = self.grid.avoided_by(self.lane, day).is_some();
                let closed = if avoided { Closed::EVENT } else { Closed::default() };
                self.day = Some((day, closed));
                closed
            }
        }
    }
}

/// Whether a stretch of some days holds a local time; past midnight it belongs to the day before.
fn opens(on: impl Fn(NaiveDate) -> bool, span: DaySpan, local: NaiveDateTime) -> bool {
    let second = local.time().num_seconds_from_midnight();
    (on(local.date()) && span.contains(second))
        || (span.spill_contains(second) && local.date().pred_opt().is_some_and(on))
}

/// The stretch of a list in order of time that holds every slot of some days. A day more on either
/// side: where clocks go back over midnight, a day comes twice.
pub(super) fn within<T>(
    list: &[T],
    (from, to): (NaiveDate, NaiveDate),
    local: impl Fn(&T) -> NaiveDateTime,
) -> (usize, usize) {
    let from = from.pred_opt().unwrap_or(from);
    let to = to.succ_opt().unwrap_or(to);
    let first = list.partition_point(|slot| local(slot).date() < from);
    (first, list.partition_point(|slot| local(slot).date() <= to).max(first))
}

/// The ISO week of a local time, as a number that grows by one a week.
pub(super) fn week_number(day: NaiveDate) -> i32 {
    // The first day of the common era is a Monday.
    (day.num_days_from_ce() - 1).div_euclid(7)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Week;

    #[test]
    fn a_week_has_one_number_and_the_next_the_next() {
        let first = NaiveDate::from_ymd_opt(2023, 12, 20).unwrap();
        for day in first.iter_days().take(800) {
            let number = week_number(day);
            assert_eq!(number, week_number(Week::of(day).monday()), "{day}");
            let monday_after = Week::of(day).monday() + chrono::Days::new(7);
            assert_eq!(number + 1, week_number(monday_after), "{day}");
        }
    }

    #[test]
    fn days_are_found_though_clocks_go_back_over_midnight() {
        let slot = |text: &str| NaiveDateTime::parse_from_str(text, "%F %R").unwrap();
        let list = ["2026-11-01 23:00", "2026-11-02 00:00", "2026-11-01 23:30", "2026-11-02 00:30"];
        let list: Vec<NaiveDateTime> = list.into_iter().map(slot).collect();
        let day = |d: u32| NaiveDate::from_ymd_opt(2026, 11, d).unwrap();
        assert_eq!(within(&list, (day(1), day(1)), |slot| *slot), (0, 4));
        assert_eq!(within(&list, (day(2), day(2)), |slot| *slot), (0, 4));
        assert_eq!(within(&list, (day(4), day(5)), |slot| *slot), (4, 4));
    }
}
