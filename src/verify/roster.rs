//! Who is on duty when. Times are on the calendar's clock.

use crate::model::{DutyDay, Person, PersonIx, Workspace};
use crate::time::{Instant, Lapse};
use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};
use std::collections::BTreeMap;

/// A presence longer than this is as good as for ever.
const LONGEST: Lapse = Lapse::days(366);

type Stretches = Vec<(Instant, Instant)>;

/// The duties of the team, worked out day by day as they are asked for.
pub(super) struct Roster<'w> {
    ws: &'w Workspace,
    days: BTreeMap<(Option<PersonIx>, NaiveDate), Stretches>,
}

impl<'w> Roster<'w> {
    pub(super) const fn new(ws: &'w Workspace) -> Self {
        Self { ws, days: BTreeMap::new() }
    }

    /// Whether anybody has any duty in the calendar; without one, presence is no rule.
    pub(super) fn exists(&self) -> bool {
        self.ws.people.iter().any(|person| !person.duty.is_empty())
    }

    /// Whether somebody, or this person, is on duty for every second of a stretch that starts here.
    pub(super) fn covers(&mut self, who: Option<PersonIx>, from: Instant, length: Lapse) -> bool {
        let to = from + length.min(LONGEST);
        let mut reached = from;
        while reached < to {
            match self.until(who, reached) {
                Some(end) => reached = end,
                None => return false,
            }
        }
        true
    }

    /// The latest end of the stretches of duty that hold this instant. A stretch may run past
    /// midnight, so those of the day before count too.
    fn until(&mut self, who: Option<PersonIx>, at: Instant) -> Option<Instant> {
        let today = self.ws.calendar.zone.local(at).date();
        let days = [today.pred_opt(), Some(today)];
        let mut latest = None;
        for day in days.into_iter().flatten() {
            for &(from, to) in self.on(who, day) {
                if from <= at && at < to {
                    latest = latest.max(Some(to));
                }
            }
        }
        latest
    }

    /// The stretches that belong to a day.
    fn on(&mut self, who: Option<PersonIx>, day: NaiveDate) -> &Stretches {
        let ws = self.ws;
        self.days.entry((who, day)).or_insert_with(|| match who {
            Some(person) => stretches(ws, ws.person(person), day),
            None => ws.people.iter().flat_map(|person| stretches(ws, person, day)).collect(),
        })
    }
}

/// A stretch belongs to the day it starts on; one of a day away is not served at all.
fn stretches(ws: &Workspace, person: &Person, day: NaiveDate) -> Stretches {
    if person.is_away(day) {
        return Vec::new();
    }
    let at = |seconds: u32| {
        let midnight = day.and_time(NaiveTime::MIN);
        let local = midnight.checked_add_signed(TimeDelta::seconds(i64::from(seconds)));
        ws.calendar.zone.resolve(local.unwrap_or(midnight)).instant
    };
    person
        .duty
        .iter()
        .filter(|duty| match duty.on {
            DutyDay::Weekly(days) => days.contains(day.weekday()),
            DutyDay::Dates(first, last) => first <= day && day <= last,
        })
        .map(|duty| (at(duty.span.from()), at(duty.span.to())))
        .collect()
}
