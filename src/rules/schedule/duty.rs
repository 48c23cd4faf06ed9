//! When the team is on duty: stretches of instants, day by day, worked out once each.

use super::standing::day_end;
use crate::model::{PersonIx, Workspace};
use crate::time::Instant;
use crate::workflow::duty::{Stretches, joined, on_day};
use chrono::NaiveDate;
use std::collections::HashMap;

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
            Some(person) => on_day(ws.person(person), ws.calendar.zone, day),
            None => {
                let all = ws.people.iter();
                joined(all.flat_map(|person| on_day(person, ws.calendar.zone, day)).collect())
            }
        })
    }
}
