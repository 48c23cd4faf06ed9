//! On which day of the calendar each placement counts, and the periods that days fall in.

use crate::model::{Per, Placement, PlacementIx, Standing, Status, Workspace};
use crate::time::{Instant, Week};
use chrono::{Datelike, Days, NaiveDate};

/// A placement on its day of the calendar's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Counted {
    /// The day.
    pub day: NaiveDate,
    /// Its instant, when it has one.
    pub start: Option<Instant>,
    /// Which.
    pub placement: PlacementIx,
}

/// Every placement with a day, in order of time: the day of its instant, or the one day it is
/// written for. Ideas and what is cancelled have no day.
#[must_use]
pub fn counted(ws: &Workspace) -> Vec<Counted> {
    let mut all: Vec<Counted> = ws
        .each_placement()
        .filter(|(_, p)| !matches!(p.status.value, Status::Idea | Status::Cancelled))
        .filter_map(|(ix, p)| Some(Counted { day: day(ws, p)?, start: p.instant(), placement: ix }))
        .collect();
    all.sort_unstable();
    all
}

/// The day of a placement on the calendar's clock.
#[must_use]
pub fn day(ws: &Workspace, placement: &Placement) -> Option<NaiveDate> {
    if let Some(instant) = placement.instant() {
        return Some(ws.calendar.zone.local(instant).date());
    }
    match placement.standing {
        Standing::OnDay(day) => Some(day),
        _ => placement.date().filter(|when| when.is_day()).map(|when| when.first()),
    }
}

/// The ISO week of a day, both ends included.
pub(super) fn week(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    let week = Week::of(day);
    (week.monday(), week.sunday())
}

/// The calendar month of a day, both ends included.
pub(super) fn month(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    months(day, day.month(), 1)
}

/// The calendar quarter of a day, both ends included.
pub(super) fn quarter(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    months(day, (day.month() - 1) / 3 * 3 + 1, 3)
}

/// The year of a day, both ends included.
pub(super) fn year(day: NaiveDate) -> (NaiveDate, NaiveDate) {
    months(day, 1, 12)
}

/// The period of a quota that a day falls in, both ends included.
#[must_use]
pub fn period(per: Per, day: NaiveDate) -> (NaiveDate, NaiveDate) {
    match per {
        Per::Day => (day, day),
        Per::Week => week(day),
        Per::Month => month(day),
        Per::Year => year(day),
    }
}

/// `count` months of the year of a day, from the month `first` on.
fn months(day: NaiveDate, first: u32, count: u32) -> (NaiveDate, NaiveDate) {
    let start = NaiveDate::from_ymd_opt(day.year(), first, 1).unwrap_or(day);
    let end = start
        .checked_add_months(chrono::Months::new(count))
        .and_then(|next| next.checked_sub_days(Days::new(1)));
    (start, end.unwrap_or(NaiveDate::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_of_a_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let nov = day("2026-11-21");
        assert_eq!(week(nov), (day("2026-11-16"), day("2026-11-22")));
        assert_eq!(month(nov), (day("2026-11-01"), day("2026-11-30")));
        assert_eq!(quarter(nov), (day("2026-10-01"), day("2026-12-31")));
        assert_eq!(quarter(day("2026-03-31")), (day("2026-01-01"), day("2026-03-31")));
        assert_eq!(year(nov), (day("2026-01-01"), day("2026-12-31")));
    }
}
