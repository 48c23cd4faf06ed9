//! The days that are worked in the life of a brand: those of its country, less its own holidays.

use super::{EventKind, Workspace};
use crate::time::Workdays;
use chrono::{Days, NaiveDate};

/// How far before the day that is asked about the calendar's own days off are looked for.
const BEFORE: Days = Days::new(400);

/// How far after it.
const AFTER: Days = Days::new(1_500);

impl Workspace {
    /// Monday to Friday, less the public holidays of the calendar's region and its own events of the
    /// kind `holiday` that concern every channel. Those events are known from 400 days before `around`
    /// to 1,500 days after it.
    #[must_use]
    pub fn workdays(&self, around: NaiveDate) -> Workdays {
        let from = around.checked_sub_days(BEFORE).unwrap_or(NaiveDate::MIN);
        let to = around.checked_add_days(AFTER).unwrap_or(NaiveDate::MAX);
        let own = self
            .events
            .iter()
            .filter(|event| event.kind == EventKind::Holiday && event.channels.is_empty())
            .flat_map(|event| event.occurrences(from, to))
            .flat_map(|(first, last)| {
                let (first, last) = (first.max(from), last.min(to));
                first.iter_days().take_while(move |day| *day <= last)
            });
        Workdays::new(self.calendar.region).off(own)
    }
}
