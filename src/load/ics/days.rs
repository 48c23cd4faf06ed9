//! The arithmetic of days that recurrence rules ask for: places in months, weeks and years.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// How many days the month of a day has.
pub(super) fn days_in_month(day: NaiveDate) -> u32 {
    match day.month() {
        4 | 6 | 9 | 11 => 30,
        2 if day.leap_year() => 29,
        2 => 28,
        _ => 31,
    }
}

/// Whether the day at `place` (from 1) of a span of `of` days is the `nth` of its weekday there,
/// counted from the end when negative.
pub(super) fn nth_of(nth: i32, place: u32, of: u32) -> bool {
    let from_start = place.saturating_sub(1) / 7 + 1;
    let from_end = of.saturating_sub(place) / 7 + 1;
    let rank = if nth > 0 { from_start } else { from_end };
    rank == nth.unsigned_abs()
}

/// The first day of the week of a day.
pub(super) fn week_start(day: NaiveDate, begins: Weekday) -> Option<NaiveDate> {
    let back = day.weekday().days_since(begins);
    day.checked_sub_days(Days::new(u64::from(back)))
}

/// The number of the week of a day and the number of weeks of its year. The first week of a year
/// is the first with four of its days (RFC 5545, 3.3.10; ISO 8601 when weeks begin on Monday).
pub(super) fn week_of_year(day: NaiveDate, begins: Weekday) -> Option<(u32, u32)> {
    let week = week_start(day, begins)?;
    let year = week.checked_add_days(Days::new(3))?.year();
    let first = week_start(NaiveDate::from_ymd_opt(year, 1, 4)?, begins)?;
    let next = week_start(NaiveDate::from_ymd_opt(year + 1, 1, 4)?, begins)?;
    let weeks = |to: NaiveDate| u32::try_from(to.signed_duration_since(first).num_weeks()).ok();
    Some((weeks(week)? + 1, weeks(next)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_are_those_of_iso_when_they_begin_on_monday() {
        let mut day = NaiveDate::from_ymd_opt(1999, 12, 20).unwrap();
        for _ in 0..10_000 {
            let (week, weeks) = week_of_year(day, Weekday::Mon).unwrap();
            assert_eq!(week, day.iso_week().week(), "{day}");
            assert!(weeks == 52 || weeks == 53);
            day = day.succ_opt().unwrap();
        }
    }

    #[test]
    fn weekdays_are_counted_from_both_ends() {
        assert!(nth_of(1, 7, 31) && nth_of(2, 8, 31) && nth_of(5, 29, 31));
        assert!(nth_of(-1, 25, 31) && nth_of(-2, 24, 31) && !nth_of(-1, 24, 31));
    }

    #[test]
    fn february_is_as_long_as_its_year_says() {
        let day = |year| NaiveDate::from_ymd_opt(year, 2, 1).unwrap();
        assert_eq!([2024, 2023, 2100].map(|year| days_in_month(day(year))), [29, 28, 28]);
    }
}
