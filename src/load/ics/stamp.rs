//! Dates, times and lengths as a feed writes them, and the passage from one clock to another.
//!
//! A stamp is a whole day, a time on whatever clock the reader wears, or a time on the clock of
//! a zone. This module knows neither events nor rules.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone};
use chrono_tz::Tz;

/// A date or a date and time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stamp {
    /// A whole day.
    Day(NaiveDate),
    /// A time without a zone: the same figures everywhere.
    Floating(NaiveDateTime),
    /// A time on the clock of a zone.
    Zoned(NaiveDateTime, Tz),
}

impl Stamp {
    /// Reads `20240131`, `20240131T093000`, `20240131T083000Z`; hyphens, colons and missing
    /// seconds are forgiven. `zone` is what `TZID` said.
    pub fn parse(text: &str, zone: Option<Tz>) -> Option<Self> {
        let bare: String =
            text.trim().chars().filter(|letter| !matches!(letter, '-' | ':')).collect();
        let Some((day, clock)) = bare.split_once(['T', 't']) else {
            return date(&bare).map(Self::Day);
        };
        let (clock, utc) = match clock.strip_suffix(['Z', 'z']) {
            Some(clock) => (clock, true),
            None => (clock, false),
        };
        let at = moment(date(day)?, clock)?;
        Some(match zone {
            _ if utc => Self::Zoned(at, Tz::UTC),
            Some(zone) => Self::Zoned(at, zone),
            None => Self::Floating(at),
        })
    }

    /// The day as written, on the clock it was written for.
    pub fn day(self) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Floating(at) | Self::Zoned(at, _) => at.date(),
        }
    }

    /// The figures a clock of `zone` shows; a whole day begins at midnight.
    pub fn on(self, zone: Tz) -> NaiveDateTime {
        match self {
            Self::Day(day) => day.and_time(NaiveTime::MIN),
            Self::Floating(at) => at,
            Self::Zoned(at, from) => shift(at, from, zone),
        }
    }

    /// The day meant by a stamp that a feed sets beside whole days. Programs write the midnight
    /// of their own zone in UTC there: a midnight on the calendar's clock is that day.
    pub fn whole_day(self, calendar: Tz) -> NaiveDate {
        let local = self.on(calendar);
        if local.time() == NaiveTime::MIN { local.date() } else { self.day() }
    }
}

/// Takes a time from the clock of one zone to that of another.
///
/// A time skipped in spring is read with the offset before the change, a time that comes twice
/// in autumn is the first of the two (RFC 5545, 3.3.5).
pub(super) fn shift(at: NaiveDateTime, from: Tz, to: Tz) -> NaiveDateTime {
    if from == to {
        return at;
    }
    let utc = at.checked_sub_signed(offset(at, from)).unwrap_or(at);
    let ahead = to.offset_from_utc_datetime(&utc).fix().local_minus_utc();
    utc.checked_add_signed(TimeDelta::seconds(i64::from(ahead))).unwrap_or(utc)
}

/// How far ahead of UTC a zone is when its clock shows `at`.
fn offset(at: NaiveDateTime, zone: Tz) -> TimeDelta {
    // The longest gap on record is a day: Samoa, 30 December 2011.
    let before = (0..=25).find_map(|hours| {
        let earlier = at.checked_sub_signed(TimeDelta::hours(hours))?;
        zone.offset_from_local_datetime(&earlier).earliest()
    });
    let seconds = before.map_or(0, |offset| offset.fix().local_minus_utc());
    TimeDelta::seconds(i64::from(seconds))
}

/// Reads a length, `P1D`, `PT1H30M`, `-P1W`; `None` if it is none.
pub(super) fn length(text: &str) -> Option<TimeDelta> {
    let text = text.trim().to_ascii_uppercase();
    let (sign, text) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(&text)),
    };
    let mut seconds: i64 = 0;
    let mut digits = String::new();
    let mut parts = 0;
    let mut of_the_day = false;
    for letter in text.strip_prefix('P')?.chars() {
        let unit = match (letter, of_the_day) {
            ('0'..='9', _) => {
                digits.push(letter);
                continue;
            }
            ('T', false) if digits.is_empty() => {
                of_the_day = true;
                continue;
            }
            ('W', false) => 7 * 86_400,
            ('D', false) => 86_400,
            ('H', true) => 3_600,
            ('M', true) => 60,
            ('S', true) => 1,
            _ => return None,
        };
        let number: i64 = std::mem::take(&mut digits).parse().ok()?;
        seconds = seconds.checked_add(number.checked_mul(unit)?)?;
        parts += 1;
    }
    if parts == 0 || !digits.is_empty() {
        return None;
    }
    TimeDelta::try_seconds(seconds.checked_mul(sign)?)
}

fn date(text: &str) -> Option<NaiveDate> {
    let [year, month, day] = [text.get(..4)?, text.get(4..6)?, text.get(6..)?].map(figures);
    let year = i32::try_from(year?).ok().filter(|year| *year > 0)?;
    NaiveDate::from_ymd_opt(year, month?, day?).filter(|_| text.len() == 8)
}

/// The time of a day; `240000` is the midnight after it, a leap second the second before it.
fn moment(day: NaiveDate, clock: &str) -> Option<NaiveDateTime> {
    let hour = figures(clock.get(..2)?)?;
    let minute = figures(clock.get(2..4)?)?;
    let second = match clock.get(4..)? {
        "" => 0,
        seconds if seconds.len() == 2 => figures(seconds)?.min(59),
        _ => return None,
    };
    if (hour, minute, second) == (24, 0, 0) {
        let next = day.checked_add_days(Days::new(1))?;
        return Some(next.and_time(NaiveTime::MIN));
    }
    day.and_hms_opt(hour, minute, second)
}

/// Digits only: the parser of the standard library would take a sign.
fn figures(text: &str) -> Option<u32> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARIS: Tz = Tz::Europe__Paris;

    fn at(text: &str) -> NaiveDateTime {
        Stamp::parse(text, None).unwrap().on(PARIS)
    }

    #[test]
    fn reads_days_and_times() {
        let day = NaiveDate::from_ymd_opt(2019, 1, 1).unwrap();
        assert_eq!(Stamp::parse("20190101", None), Some(Stamp::Day(day)));
        assert_eq!(Stamp::parse("2019-01-01", Some(PARIS)), Some(Stamp::Day(day)));
        let nine = day.and_hms_opt(9, 5, 0).unwrap();
        assert_eq!(Stamp::parse("20190101T0905", None), Some(Stamp::Floating(nine)));
        let paris = Some(Stamp::Zoned(nine, PARIS));
        assert_eq!(Stamp::parse("2019-01-01T09:05:00", Some(PARIS)), paris);
        let utc = Some(Stamp::Zoned(nine, Tz::UTC));
        assert_eq!(Stamp::parse("20190101T090500Z", Some(PARIS)), utc);
        assert_eq!(at("20190101T240000"), at("20190102T000000"));
        assert_eq!(at("20190101T235960"), at("20190101T235959"));
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in [
            "",
            "T",
            "20190229",
            "2019010",
            "201901011",
            "00000101",
            "+2019101",
            "20190101T",
            "20190101T9",
            "20190101T250000",
            "20190101T09000",
            "2019é101",
            "20190101Té00000",
            "20190101T090000+0100",
            "Z",
        ] {
            assert_eq!(Stamp::parse(text, None), None, "{text}");
        }
    }

    #[test]
    fn crosses_the_changes_of_the_clock() {
        assert_eq!(at("20240330T230000Z"), at("20240331T000000"));
        assert_eq!(at("20240331T010000Z"), at("20240331T030000"));
        let skipped = shift(at("20240331T023000"), PARIS, Tz::UTC);
        assert_eq!(skipped, at("20240331T013000"));
        let twice = shift(at("20241027T023000"), PARIS, Tz::UTC);
        assert_eq!(twice, at("20241027T003000"));
        let samoa = shift(at("20111230T120000"), Tz::Pacific__Apia, Tz::UTC);
        assert_eq!(samoa, at("20111230T220000"));
    }

    #[test]
    fn a_midnight_of_the_calendar_is_its_day() {
        let day = |text| Stamp::parse(text, None).unwrap().whole_day(PARIS).to_string();
        assert_eq!(day("20240430T220000Z"), "2024-05-01");
        assert_eq!(day("20240501T235959Z"), "2024-05-01");
        assert_eq!(day("20240501"), "2024-05-01");
    }

    #[test]
    fn reads_lengths() {
        assert_eq!(length("P1W"), Some(TimeDelta::days(7)));
        assert_eq!(length("p1dt2h3m4s"), Some(TimeDelta::seconds(93_784)));
        assert_eq!(length("-PT15M"), Some(TimeDelta::minutes(-15)));
        for text in ["", "P", "PT", "1D", "P1", "P1H", "PT1D", "PD", "P1M", "P1DT5"] {
            assert_eq!(length(text), None, "{text}");
        }
        assert_eq!(length("P99999999999999999999D"), None);
        assert_eq!(length("P9223372036854775807W"), None);
        assert_eq!(length("PT9223372036854775807S"), None);
    }
}
