//! Last week, this one, the next: what went out and what is to.

use super::fate::{Fate, Fates};
use crate::model::{PlacementIx, Workspace};
use crate::time::{Instant, Week};
use chrono::NaiveDate;

/// A week of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekReport {
    /// Which.
    pub which: Which,
    /// Its Monday.
    pub from: NaiveDate,
    /// Its Sunday.
    pub to: NaiveDate,
    /// What went out, by day and time.
    pub out: Vec<Entry>,
    /// Posts of the exports on these days that the calendar does not have.
    pub unlisted: usize,
    /// What was to go out by one of these days and did not, in file order.
    pub missed: Vec<Entry>,
    /// What is to go out, by day and time.
    pub to_come: Vec<Entry>,
    /// What is wanted within this week and has no slot, in file order.
    pub unslotted: Vec<Entry>,
}

/// Which week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one before this.
    Last,
    /// The one of today.
    This,
    /// The one after.
    Next,
}

/// A placement in a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The placement.
    pub placement: PlacementIx,
    /// Its day on the calendar's clock; of a post without a slot, the last it is wanted on.
    pub day: NaiveDate,
    /// Its instant, where it has one.
    pub at: Option<Instant>,
}

impl WeekReport {
    /// Whether nothing happens.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.unlisted == 0
            && [&self.out, &self.missed, &self.to_come, &self.unslotted]
                .iter()
                .all(|list| list.is_empty())
    }
}

/// The three weeks around today, ISO weeks on the calendar's clock.
pub(super) fn weeks(ws: &Workspace, fates: &Fates, unlisted: &[NaiveDate]) -> [WeekReport; 3] {
    let this = Week::of(fates.today);
    [(Which::Last, this.previous()), (Which::This, this), (Which::Next, this.next())]
        .map(|(which, week)| one(ws, fates, unlisted, which, week))
}

fn one(
    ws: &Workspace,
    fates: &Fates,
    unlisted: &[NaiveDate],
    which: Which,
    week: Week,
) -> WeekReport {
    let (from, to) = (week.monday(), week.sunday());
    let holds = |day: &NaiveDate| (from..=to).contains(day);
    let mut report = WeekReport {
        which,
        from,
        to,
        out: Vec::new(),
        unlisted: unlisted.iter().filter(|day| holds(day)).count(),
        missed: Vec::new(),
        to_come: Vec::new(),
        unslotted: Vec::new(),
    };
    for (placement, fate) in &fates.list {
        let (list, day, at) = match *fate {
            Fate::Out(day, at) => (&mut report.out, day, at),
            Fate::Missed(day) => (&mut report.missed, day, None),
            Fate::ToCome(day, at) => (&mut report.to_come, day, at),
            // What may still go out later is no business of this week's.
            Fate::Wanted(_, last) => (&mut report.unslotted, last, None),
        };
        if holds(&day) {
            list.push(Entry { placement: *placement, day, at });
        }
    }
    for list in [&mut report.out, &mut report.to_come] {
        list.sort_by_key(|entry| (entry.day, entry.at, ws.placement(entry.placement).channel));
    }
    report
}
