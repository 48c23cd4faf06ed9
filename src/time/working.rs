//! Working days: Monday to Friday, less the public holidays of a region.
//!
//! Days off by local custom, which not every employer keeps, are worked here. A country whose
//! holidays are not computed has no region: Monday to Friday, less what [`Workdays::off`] was told.

use super::Region;
use super::holidays::is_official;
use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::BTreeSet;

/// Which days are worked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Workdays {
    region: Option<Region>,
    off: BTreeSet<NaiveDate>,
}

impl Workdays {
    /// Monday to Friday, less the public holidays of the region.
    #[must_use]
    pub const fn new(region: Option<Region>) -> Self {
        Self { region, off: BTreeSet::new() }
    }

    /// The same, less these days.
    #[must_use]
    pub fn off(mut self, days: impl IntoIterator<Item = NaiveDate>) -> Self {
        self.off.extend(days);
        self
    }

    /// Whether a day is worked.
    #[must_use]
    pub fn is_worked(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
            && !self.off.contains(&day)
            && !self.region.is_some_and(|region| is_official(region, day))
    }

    /// The `n`-th working day before a day; of 0, the day itself when it is worked, else the last
    /// one that was. Where the calendar begins, its first day.
    #[must_use]
    pub fn back(&self, day: NaiveDate, n: u32) -> NaiveDate {
        let mut at = day;
        let mut left = n;
        if n == 0 {
            if self.is_worked(day) {
                return day;
            }
            left = 1;
        }
        while left > 0 {
            let Some(eve) = at.pred_opt() else { return at };
            at = eve;
            if self.is_worked(at) {
                left -= 1;
            }
        }
        at
    }

    /// How many working days there are after a day, up to another one and with it; 0 when that one
    /// is not after the first.
    #[must_use]
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        u32::try_from(days.filter(|day| self.is_worked(*day)).count()).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRANCE: Option<Region> = Some(Region::Metropole);

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn weekends_and_holidays_are_no_working_days() {
        for (slot, n, region, expected) in [
            // 11 November 2026 is a Wednesday.
            ("2026-11-12", 1, FRANCE, "2026-11-10"),
            ("2026-11-12", 1, None, "2026-11-11"),
            ("2026-11-13", 3, FRANCE, "2026-11-09"),
            ("2026-11-16", 5, FRANCE, "2026-11-06"),
            ("2026-11-16", 5, None, "2026-11-09"),
            // Christmas 2026 is a Friday; Boxing Day, kept in Alsace, a Saturday.
            ("2026-12-28", 1, FRANCE, "2026-12-24"),
            ("2026-12-28", 1, None, "2026-12-25"),
            ("2025-12-29", 1, Some(Region::AlsaceMoselle), "2025-12-24"),
            ("2025-12-29", 1, FRANCE, "2025-12-26"),
            // Easter Monday 2026 is 6 April; Good Friday is kept in Alsace.
            ("2026-04-07", 1, FRANCE, "2026-04-03"),
            ("2026-04-07", 1, Some(Region::AlsaceMoselle), "2026-04-02"),
            // Over New Year: 1 January 2027 is a Friday.
            ("2027-01-04", 1, FRANCE, "2026-12-31"),
        ] {
            assert_eq!(
                Workdays::new(region).back(day(slot), n),
                day(expected),
                "{slot} {n} {region:?}"
            );
        }
    }

    #[test]
    fn no_day_before_is_the_day_or_the_last_that_was_worked() {
        assert_eq!(Workdays::new(FRANCE).back(day("2026-11-12"), 0), day("2026-11-12"));
        assert_eq!(Workdays::new(FRANCE).back(day("2026-11-11"), 0), day("2026-11-10"));
        assert_eq!(Workdays::new(FRANCE).back(day("2026-11-15"), 0), day("2026-11-13"));
        assert_eq!(Workdays::new(FRANCE).back(day("2026-11-15"), 1), day("2026-11-13"));
    }

    #[test]
    fn days_of_ones_own_and_the_way_forward() {
        let days = Workdays::new(FRANCE).off([day("2026-11-10")]);
        assert_eq!(days.back(day("2026-11-12"), 1), day("2026-11-09"));
        // 9 to 13 November: 12 and 13 are left.
        assert_eq!(days.between(day("2026-11-09"), day("2026-11-13")), 2);
        assert_eq!(days.between(day("2026-11-13"), day("2026-11-13")), 0);
        assert_eq!(days.between(day("2026-11-13"), day("2026-11-09")), 0);
    }

    #[test]
    fn going_back_and_counting_agree() {
        let days = Workdays::new(FRANCE);
        let worked = day("2026-01-01").iter_days().take(730).filter(|day| days.is_worked(*day));
        for slot in worked {
            for n in [1, 5, 10, 23] {
                assert_eq!(days.between(days.back(slot, n), slot), n, "{slot} {n}");
            }
        }
    }

    #[test]
    fn the_ends_of_time_stop_nothing() {
        assert_eq!(Workdays::new(FRANCE).back(NaiveDate::MIN, 4), NaiveDate::MIN);
        assert_eq!(Workdays::default().between(NaiveDate::MAX, NaiveDate::MAX), 0);
    }
}
