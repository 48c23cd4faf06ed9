//! The date of Easter, on which half of the French holidays hang.

use chrono::NaiveDate;

/// Easter Sunday of a year of the Gregorian calendar, from 1583 to 9999.
///
/// The anonymous Gregorian computus as Jean Meeus gives it (Astronomical Algorithms, 1991, chapter
/// 8). Its steps have no agreed names: `moon` is the age of the paschal full moon, `sunday` the days
/// from it to the next Sunday.
#[must_use]
pub fn easter(year: i32) -> Option<NaiveDate> {
    if !(1583..=9999).contains(&year) {
        return None;
    }
    let golden = year % 19;
    let (century, rest) = (year / 100, year % 100);
    let leap_shift = century - century / 4 - (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + leap_shift + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let day = moon + sunday - 7 * late + 114;
    let month = u32::try_from(day / 31).ok()?;
    NaiveDate::from_ymd_opt(year, month, u32::try_from(day % 31 + 1).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, Weekday};

    #[test]
    fn known_years() {
        for (year, month, day) in [
            (1818, 3, 22),
            (1943, 4, 25),
            (1954, 4, 18),
            (1981, 4, 19),
            (2000, 4, 23),
            (2008, 3, 23),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2038, 4, 25),
            (2049, 4, 18),
            (2285, 3, 22),
        ] {
            assert_eq!(easter(year), NaiveDate::from_ymd_opt(year, month, day));
        }
    }

    #[test]
    fn always_a_sunday_between_22_march_and_25_april() {
        for year in 1583..=9999 {
            let date = easter(year).unwrap();
            assert_eq!((date.year(), date.weekday()), (year, Weekday::Sun));
            assert!(((3, 22)..=(4, 25)).contains(&(date.month(), date.day())));
        }
        assert_eq!((easter(1582), easter(i32::MAX), easter(i32::MIN)), (None, None, None));
    }
}
