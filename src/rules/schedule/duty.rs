//! When the team is on duty: stretches of instants, day by day, worked out once each.

use super::standing::{day_end, day_start};
use crate::model::{Duty, DutyDay, Person, PersonIx, Workspace};
use crate::time::{Instant, Zone};
use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta};
use std::collections::HashMap;

/// Stretches of instants, half open, in order, none touching the next.
type Stretches = Vec<(Instant, Instant)>;

/// The duties of a team, on the calendar's clock.
pub(super) struct Roster<'a> {
    ws: &'a Workspace,
    days: HashMap<(Option<PersonIx>, NaiveDate), Stretches>,
}

impl<'a> Roster<'a> {
    pub(super) fn new(ws: &'a Workspace) -> Self {
        Self { ws, days: HashMap::new() }
    }

    /// The first instant of `from..to` at which that person (or nobody at all) is on duty.
    pub(super) fn first_alone(
        &mut self,
        who: Option<PersonIx>,
        from: Instant,
        to: Instant,
    ) -> Option<Instant> {
        let zone = self.ws.calendar.zone;
        let mut alone = from;
        let mut day = zone.local(from).date();
        while alone < to {
            for &(start, end) in self.on(who, day) {
                if start <= alone && alone < end {
                    alone = end;
                }
            }
            let over = day_end(zone, day);
            if alone < over.min(to) {
                return Some(alone);
            }
            day = day.succ_opt()?;
        }
        None
    }

    fn on(&mut self, who: Option<PersonIx>, day: NaiveDate) -> &Stretches {
        let ws = self.ws;
        self.days.entry((who, day)).or_insert_with(|| match who {
            Some(person) => joined(on_day(ws.person(person), ws.calendar.zone, day)),
            None => {
                let all = ws.people.iter();
                joined(all.flat_map(|person| on_day(person, ws.calendar.zone, day)).collect())
            }
        })
    }
}

/// The stretches of one person on one local day: the duties of that day up to midnight, and what
/// those of the day before leave of the night. A duty belongs to the day it starts: who is away on
/// that day does none of it, who is away on the day after does all of it.
fn on_day(person: &Person, zone: Zone, day: NaiveDate) -> Stretches {
    let starts = |duty: &Duty, day: NaiveDate| falls_on(duty, day) && !person.is_away(day);
    let mut stretches = Vec::new();
    for duty in &person.duty {
        let (from, to) = (duty.span.from(), duty.span.to());
        if starts(duty, day) {
            let end = if to >= 86_400 { day_end(zone, day) } else { clock(zone, day, to) };
            stretches.push((clock(zone, day, from), end));
        }
        let spills = duty.span.spills() && day.pred_opt().is_some_and(|eve| starts(duty, eve));
        if spills {
            stretches.push((day_start(zone, day), clock(zone, day, to - 86_400)));
        }
    }
    stretches
}

fn falls_on(duty: &Duty, day: NaiveDate) -> bool {
    match duty.on {
        DutyDay::Weekly(days) => days.contains(day.weekday()),
        DutyDay::Dates(first, last) => (first..=last).contains(&day),
    }
}

/// A second of the local day as an instant.
fn clock(zone: Zone, day: NaiveDate, second: u32) -> Instant {
    let local = day.and_time(NaiveTime::MIN) + TimeDelta::seconds(i64::from(second));
    zone.resolve(local).instant
}

fn joined(mut stretches: Stretches) -> Stretches {
    stretches.sort_unstable();
    let mut joined: Stretches = Vec::with_capacity(stretches.len());
    for (start, end) in stretches {
        match joined.last_mut() {
            Some(last) if start <= last.1 => last.1 = last.1.max(end),
            _ => joined.push((start, end)),
        }
    }
    joined
}
