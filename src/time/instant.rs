//! A moment, the same everywhere on Earth. It knows no zone and no calendar of posts.

use super::{Lapse, digits};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime};
use std::ops::{Add, Sub};

/// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted, within the years 1 to 9999.
///
/// Every way to make one, arithmetic too, stops at these bounds, so no later step can overflow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// 0001-01-01T00:00:00Z.
    pub const MIN: Self = Self(-62_135_596_800);
    /// 9999-12-31T23:59:59Z.
    pub const MAX: Self = Self(253_402_300_799);

    /// The instant `seconds` after the Unix epoch, or the nearest bound.
    #[must_use]
    pub const fn from_unix(seconds: i64) -> Self {
        if seconds < Self::MIN.0 {
            Self::MIN
        } else if seconds > Self::MAX.0 {
            Self::MAX
        } else {
            Self(seconds)
        }
    }

    /// Seconds since the Unix epoch.
    #[must_use]
    pub const fn unix(self) -> i64 {
        self.0
    }

    /// How long after `other` this is; negative when it is before.
    #[must_use]
    pub const fn since(self, other: Self) -> Lapse {
        // Both lie within the bounds, so the difference fits with room to spare.
        Lapse::from_seconds(self.0 - other.0)
    }

    /// The date and time in UTC.
    #[must_use]
    pub fn utc(self) -> NaiveDateTime {
        DateTime::from_timestamp(self.0, 0).unwrap_or_default().naive_utc()
    }

    /// Reads an offset date-time of RFC 3339: `2026-11-24T12:30:00+01:00`, `2026-11-24 11:30:00Z`.
    ///
    /// The seconds may be absent, as in TOML 1.1, and a fraction of a second is dropped. `None` for
    /// anything else, a date-time without an offset included.
    #[must_use]
    pub fn parse_rfc3339(text: &str) -> Option<Self> {
        let (date, rest) = (text.get(..10)?, text.get(10..)?);
        let rest = rest.strip_prefix(['T', 't', ' '])?;
        let (time, rest) = (rest.get(..5)?, rest.get(5..)?);
        let (second, rest) = match rest.strip_prefix(':') {
            Some(rest) => (digits(rest.get(..2)?, 2)?, fraction(rest.get(2..)?)?),
            None => (0, rest),
        };
        let local = parse_date(date)?.and_time(parse_clock(time, second)?);
        let seconds = local.and_utc().timestamp() - parse_offset(rest)?;
        Some(Self::from_unix(seconds))
    }
}

impl Add<Lapse> for Instant {
    type Output = Self;

    fn add(self, lapse: Lapse) -> Self {
        Self::from_unix(self.0.saturating_add(lapse.seconds()))
    }
}

impl Sub<Lapse> for Instant {
    type Output = Self;

    fn sub(self, lapse: Lapse) -> Self {
        Self::from_unix(self.0.saturating_sub(lapse.seconds()))
    }
}

fn parse_date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let year = digits(parts.next()?, 4)?;
    let (month, day) = (digits(parts.next()?, 2)?, digits(parts.next()?, 2)?);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).filter(|_| year > 0)
}

fn parse_clock(text: &str, second: u32) -> Option<NaiveTime> {
    let (hour, minute) = text.split_once(':')?;
    NaiveTime::from_hms_opt(digits(hour, 2)?, digits(minute, 2)?, second)
}

/// What follows a fraction of a second, if there is one; `None` when it has a point and no digit.
fn fraction(text: &str) -> Option<&str> {
    let Some(rest) = text.strip_prefix('.') else {
        return Some(text);
    };
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    (after.len() < rest.len()).then_some(after)
}

/// Seconds east of UTC.
fn parse_offset(text: &str) -> Option<i64> {
    if matches!(text, "Z" | "z") {
        return Some(0);
    }
    let (sign, rest) = match text.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, text.strip_prefix('-')?),
    };
    let (hours, minutes) = rest.split_once(':')?;
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
    (hours < 24 && minutes < 60).then(|| sign * i64::from(hours * 3600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unix(text: &str) -> Option<i64> {
        Instant::parse_rfc3339(text).map(Instant::unix)
    }

    #[test]
    fn reads_rfc3339() {
        let at = Some(1_795_519_800);
        assert_eq!(unix("2026-11-24T11:30:00Z"), at);
        assert_eq!(unix("2026-11-24 12:30:00+01:00"), at);
        assert_eq!(unix("2026-11-24t12:30:00.999+01:00"), at);
        assert_eq!(unix("2026-11-24T06:30-05:00"), at);
        assert_eq!(unix("1970-01-01T00:00:00-00:00"), Some(0));
    }

    #[test]
    fn refuses_the_rest() {
        for text in [
            "",
            "2026-11-24",
            "2026-11-24T12:30:00",
            "2026-02-29T12:30:00Z",
            "2026-11-24T24:00:00Z",
            "2026-11-24T12:30:00.Z",
            "2026-11-24T12:30:00+0100",
            "2026-11-24T12:30:00+24:00",
            "2026-11-24T12:30:00Zz",
            "0000-11-24T12:30:00Z",
            "２０２６-11-24T12:30:00Z",
            "é026-11-24T12:30:00Zé",
        ] {
            assert_eq!(unix(text), None, "{text}");
        }
    }

    #[test]
    fn stops_at_its_bounds() {
        assert_eq!(Instant::from_unix(i64::MAX), Instant::MAX);
        assert_eq!(Instant::from_unix(i64::MIN), Instant::MIN);
        let far = Lapse::from_seconds(i64::MAX);
        assert_eq!(Instant::MAX + far, Instant::MAX);
        assert_eq!(Instant::MIN - far, Instant::MIN);
        assert_eq!(Instant::MIN.utc().to_string(), "0001-01-01 00:00:00");
        assert_eq!(Instant::MAX.utc().to_string(), "9999-12-31 23:59:59");
        assert_eq!(unix("9999-12-31T23:59:59-01:00"), Some(Instant::MAX.unix()));
    }

    #[test]
    fn distances_are_signed() {
        let (a, b) = (Instant::from_unix(0), Instant::from_unix(90));
        assert_eq!(b.since(a).seconds(), 90);
        assert_eq!(a.since(b).seconds(), -90);
        assert_eq!(a + b.since(a), b);
    }
}
