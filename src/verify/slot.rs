//! Which slots a placement may take: the plan, the grid, and rules 1 to 4.

use super::board::in_plan;
use super::breach::Closed;
use super::links::keeps_anchors;
use super::roster::Roster;
use super::{Assignment, Keep};
use crate::model::{By, Effect, Occurrence, Placement, PlacementIx, Series, Standing, Workspace};
use crate::time::{DaySpan, Days, Instant};
use chrono::{Datelike, NaiveDateTime, Timelike};

/// The rules of single slots for one plan.
pub(super) struct Rules<'w> {
    ws: &'w Workspace,
    plan: Assignment<'w>,
    roster: Roster<'w>,
    /// Days that an event closes.
    shut: Vec<Occurrence>,
}

impl<'w> Rules<'w> {
    pub(super) fn new(ws: &'w Workspace, a: &Assignment<'w>) -> Self {
        let mut shut = ws.occurrences(a.from, a.to);
        shut.retain(|occurrence| occurrence.effect == Effect::Avoid);
        Self { ws, plan: *a, roster: Roster::new(ws), shut }
    }

    /// Whether a slot chosen before is one that its placement may take by itself: else nobody is
    /// held to it. What comes after or before an event is a matter of the placement alone.
    pub(super) fn allows(&mut self, ix: PlacementIx, start: Instant) -> bool {
        self.closed(ix, start).is_empty() && keeps_anchors(self.ws, ix, start)
    }

    /// Every reason why a placement may not start then; none: it may.
    pub(super) fn closed(&mut self, ix: PlacementIx, start: Instant) -> Vec<Closed> {
        let placement = self.ws.placement(ix);
        let local = self.ws.channel(placement.channel).zone.local(start);
        let mut why = Vec::new();
        if !in_plan(self.ws, &self.plan, placement.channel, start) {
            why.push(Closed::Outside);
        }
        self.time(placement, start, local, &mut why);
        self.wish(placement, start, local, &mut why);
        self.opening(placement, local, &mut why);
        self.stops(placement, start, local, &mut why);
        why.extend(self.alone(placement, start));
        why
    }

    /// The grid, or the time that stands in its place. Of a time that the clock shows twice, only
    /// the first is meant.
    fn time(
        &self,
        placement: &Placement,
        start: Instant,
        local: NaiveDateTime,
        why: &mut Vec<Closed>,
    ) {
        let zone = self.ws.channel(placement.channel).zone;
        let series = own_series(self.ws, placement);
        let wanted = placement.time().or(series.and_then(|series| series.time));
        if let Some(wanted) = wanted {
            if local.time() != wanted || zone.resolve(local).instant != start {
                why.push(Closed::Time { wanted });
            }
        } else if !self.is_chosen(placement, start)
            && !self.on_grid(start)
            && !is_series_time(self.ws, placement, local)
        {
            let minutes = self.ws.plan.grid;
            why.push(Closed::Grid { minutes });
        }
        if series.is_some_and(|series| !series.is_due(local.date())) {
            why.push(Closed::Series);
        }
    }

    /// A slot chosen before is one even off the grid, unless slots are forgotten.
    fn is_chosen(&self, placement: &Placement, start: Instant) -> bool {
        self.plan.keep != Keep::Forget && placement.standing == Standing::Chosen(start)
    }

    fn on_grid(&self, start: Instant) -> bool {
        let zone = self.ws.calendar.zone;
        let local = zone.local(start);
        let second = local.time().num_seconds_from_midnight();
        let step = self.ws.plan.grid.max(1) * 60;
        second.is_multiple_of(step) && zone.resolve(local).instant == start
    }

    /// Rule 1.
    fn wish(
        &self,
        placement: &Placement,
        start: Instant,
        local: NaiveDateTime,
        why: &mut Vec<Closed>,
    ) {
        let day = local.date();
        if placement.date().is_some_and(|date| !date.contains(day)) {
            why.push(Closed::Date);
        }
        if let Some((from, to)) = placement.window
            && (from.is_some_and(|from| start < from) || to.is_some_and(|to| to < start))
        {
            why.push(Closed::Span);
        }
        let campaign = self.ws.post_of(placement).campaign.as_ref();
        if campaign.is_some_and(|campaign| !self.ws.campaign(campaign.value).runs_on(day)) {
            why.push(Closed::Campaign);
        }
    }

    /// Rule 2.
    fn opening(&self, placement: &Placement, local: NaiveDateTime, why: &mut Vec<Closed>) {
        let windows = &self.ws.lane(placement.lane).windows;
        let open = |days, span| opens(days, span, local);
        if !windows.is_empty() && !windows.iter().any(|w| open(w.days, w.span)) {
            why.push(Closed::Window);
        }
        if !open(Days::DAILY, self.ws.plan.hours) {
            why.push(Closed::Hours);
        }
    }

    /// Rule 3.
    fn stops(
        &self,
        placement: &Placement,
        start: Instant,
        local: NaiveDateTime,
        why: &mut Vec<Closed>,
    ) {
        let format = placement.format.as_deref();
        let pauses = self
            .ws
            .pauses
            .iter()
            .filter(|pause| pause.stops(start, placement.channel, placement.pillar, format));
        why.extend(pauses.map(|pause| Closed::Pause { reason: pause.reason.clone() }));
        let day = local.date();
        let events = self.shut.iter().filter(|event| {
            event.first <= day
                && day <= event.last
                && (event.channels.is_empty() || event.channels.contains(&placement.channel))
        });
        why.extend(events.map(|event| Closed::Event { name: event.name.clone() }));
        if start < self.plan.now {
            let now = self.plan.now;
            why.push(Closed::Past { now });
        }
    }

    /// Rule 4.
    fn alone(&mut self, placement: &Placement, start: Instant) -> Option<Closed> {
        let presence = self.ws.plan.presence.as_ref()?;
        let owner = match presence.by {
            By::Nobody => return None,
            By::Anyone => None,
            By::Owner => placement.owner,
        };
        let after = presence.after;
        let fine = !self.roster.exists() || self.roster.covers(owner, start, after);
        (!fine).then_some(Closed::Presence { owner, after })
    }
}

/// Whether a span of these days holds a local time; past midnight it belongs to the day before.
pub(super) fn opens(days: Days, span: DaySpan, local: NaiveDateTime) -> bool {
    let second = local.time().num_seconds_from_midnight();
    let today = local.date().weekday();
    (days.contains(today) && span.contains(second))
        || (days.contains(today.pred()) && span.spill_contains(second))
}

/// The series whose days and time bind a placement: only where the human gave neither.
fn own_series<'w>(ws: &'w Workspace, placement: &Placement) -> Option<&'w Series> {
    let free = placement.date().is_none() && placement.time().is_none();
    let series = ws.post_of(placement).series.as_ref()?;
    free.then(|| ws.series(series.value))
}

/// Whether a local time is the one of the placement's series: a slot even off the grid.
fn is_series_time(ws: &Workspace, placement: &Placement, local: NaiveDateTime) -> bool {
    let series = ws.post_of(placement).series.as_ref().map(|series| ws.series(series.value));
    series.is_some_and(|series| series.time == Some(local.time()) && series.is_due(local.date()))
}
