//! A length of time, as calendars write it: `45min`, `20h`, `2d`, `1w`.

use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};

/// A signed number of seconds. A day is always 24 hours here, and a week 168.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lapse(i64);

/// The units of a calendar file, the longest first, in seconds.
const UNITS: [(&str, i64); 5] =
    [("w", 604_800), ("d", 86_400), ("h", 3_600), ("min", 60), ("s", 1)];

impl Lapse {
    /// No time at all.
    pub const ZERO: Self = Self(0);
    /// 60 seconds.
    pub const MINUTE: Self = Self(60);
    /// 60 minutes.
    pub const HOUR: Self = Self(3_600);
    /// 24 hours, whatever the clocks do.
    pub const DAY: Self = Self(86_400);
    /// 168 hours.
    pub const WEEK: Self = Self(604_800);
    /// The longest a calendar may write: 10 000 years of 366 days.
    pub const LONGEST: Self = Self(86_400 * 366 * 10_000);

    /// A lapse of that many seconds.
    #[must_use]
    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// A lapse of that many minutes.
    #[must_use]
    pub const fn minutes(minutes: i64) -> Self {
        Self(minutes.saturating_mul(60))
    }

    /// A lapse of that many hours.
    #[must_use]
    pub const fn hours(hours: i64) -> Self {
        Self(hours.saturating_mul(3_600))
    }

    /// A lapse of that many times 24 hours.
    #[must_use]
    pub const fn days(days: i64) -> Self {
        Self(days.saturating_mul(86_400))
    }

    /// Its seconds, negative for a lapse into the past.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        self.0
    }

    /// The same length, never negative.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// Reads a whole number and a unit, with nothing between: `45min`, `20h`, `2d`, `1w`.
    ///
    /// # Errors
    /// See [`LapseFault`].
    pub fn parse(text: &str) -> Result<Self, LapseFault> {
        let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
        let (number, unit) = text.split_at(end);
        if number.is_empty() {
            return Err(fault(text));
        }
        let Some((_, seconds)) = UNITS.iter().find(|(name, _)| *name == unit) else {
            return Err(fault(text));
        };
        number
            .parse::<i64>()
            .ok()
            .and_then(|n| n.checked_mul(*seconds))
            .map(Self)
            .filter(|lapse| *lapse <= Self::LONGEST)
            .ok_or(LapseFault::TooLong)
    }
}

/// Why a text is no length of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LapseFault {
    /// Nothing is written.
    Empty,
    /// A number without a unit: `20`.
    NoUnit,
    /// A unit calendars do not use, or spaces: `30m`, `2 jours`, `1h30`. `meant` is how a calendar
    /// writes the same length, when that is clear.
    Unit {
        /// The right way to write it, such as `30min`.
        meant: Option<String>,
    },
    /// A minus sign.
    Negative,
    /// A fraction: `1.5h`, `1,5h`.
    NotWhole,
    /// Longer than [`Lapse::LONGEST`].
    TooLong,
    /// Something else altogether.
    Shape,
}

/// Finds what is wrong with a text that is not a length of time.
fn fault(text: &str) -> LapseFault {
    let text = text.trim();
    if text.is_empty() {
        return LapseFault::Empty;
    }
    if let Some(rest) = text.strip_prefix(['-', '−']) {
        return match rest.trim_start().starts_with(|c: char| c.is_ascii_digit()) {
            true => LapseFault::Negative,
            false => LapseFault::Shape,
        };
    }
    let text = text.strip_prefix('+').unwrap_or(text);
    let after = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let number = &text[..text.len() - after.len()];
    if number.is_empty() {
        return LapseFault::Shape;
    }
    let mut unit = after.chars();
    match unit.next() {
        None => LapseFault::NoUnit,
        Some('.' | ',') if unit.next().is_some_and(|c| c.is_ascii_digit()) => LapseFault::NotWhole,
        Some(_) => LapseFault::Unit { meant: meant(number, after) },
    }
}

/// `30` and `m` make `30min`; `1` and `h30` make `90min`.
fn meant(number: &str, unit: &str) -> Option<String> {
    let unit = unit.trim().trim_end_matches('.').to_lowercase();
    let number: u32 = number.parse().ok()?;
    let key = match unit.as_str() {
        "m" | "mn" | "min" | "mins" | "minute" | "minutes" => "min",
        "h" | "hr" | "hrs" | "hour" | "hours" | "heure" | "heures" => "h",
        "d" | "j" | "day" | "days" | "jour" | "jours" => "d",
        "w" | "wk" | "week" | "weeks" | "sem" | "semaine" | "semaines" => "w",
        "s" | "sec" | "second" | "seconds" | "seconde" | "secondes" => {
            let whole = number.is_multiple_of(60);
            return Some(if whole { format!("{}min", number / 60) } else { format!("{number}s") });
        }
        _ => {
            let minutes = unit.strip_prefix('h')?.trim();
            let minutes: u32 = minutes.trim_end_matches("min").trim().parse().ok()?;
            let total = number.checked_mul(60)?.checked_add(minutes)?;
            return (minutes < 60).then(|| format!("{total}min"));
        }
    };
    Some(format!("{number}{key}"))
}

impl fmt::Display for Lapse {
    /// Writes the notation of calendars in the largest whole unit: `90min`, `20h`, `2d`, `1w`.
    ///
    /// A lapse that is not in whole minutes is written in seconds: `75s`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == 0 {
            return f.write_str("0min");
        }
        let (name, seconds) =
            UNITS.into_iter().find(|(_, seconds)| self.0 % seconds == 0).unwrap_or(("s", 1));
        write!(f, "{}{name}", self.0 / seconds)
    }
}

impl Add for Lapse {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Lapse {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Mul<i64> for Lapse {
    type Output = Self;

    fn mul(self, times: i64) -> Self {
        Self(self.0.saturating_mul(times))
    }
}

impl Neg for Lapse {
    type Output = Self;

    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_and_writes() {
        for (text, seconds, written) in [
            ("45min", 2_700, "45min"),
            ("90min", 5_400, "90min"),
            ("60min", 3_600, "1h"),
            ("20h", 72_000, "20h"),
            ("48h", 172_800, "2d"),
            ("2d", 172_800, "2d"),
            ("1w", 604_800, "1w"),
            ("90d", 7_776_000, "90d"),
            ("0min", 0, "0min"),
            ("007d", 604_800, "1w"),
        ] {
            let lapse = Lapse::parse(text).unwrap();
            assert_eq!(lapse.seconds(), seconds, "{text}");
            assert_eq!(lapse.to_string(), written);
        }
        assert_eq!(Lapse::days(-2).to_string(), "-2d");
        assert_eq!(Lapse::from_seconds(75).to_string(), "75s");
    }

    #[test]
    fn says_what_was_meant() {
        for (text, meant) in [
            ("30m", Some("30min")),
            ("30 min", Some("30min")),
            ("2j", Some("2d")),
            ("2 jours", Some("2d")),
            ("3 Semaines", Some("3w")),
            ("1h30", Some("90min")),
            ("1 h 05 min", Some("65min")),
            ("120 sec", Some("2min")),
            ("90 secondes", Some("90s")),
            ("2 lunes", None),
            ("2é", None),
        ] {
            let meant = meant.map(str::to_owned);
            assert_eq!(Lapse::parse(text), Err(LapseFault::Unit { meant }), "{text}");
        }
    }

    #[test]
    fn tells_faults_apart() {
        for (text, fault) in [
            ("", LapseFault::Empty),
            ("  ", LapseFault::Empty),
            ("20", LapseFault::NoUnit),
            ("-2d", LapseFault::Negative),
            ("1.5h", LapseFault::NotWhole),
            ("1,5h", LapseFault::NotWhole),
            ("99999999999999999999d", LapseFault::TooLong),
            ("9223372036854775807w", LapseFault::TooLong),
            ("-", LapseFault::Shape),
            ("d", LapseFault::Shape),
            ("é", LapseFault::Shape),
        ] {
            assert_eq!(Lapse::parse(text), Err(fault), "{text}");
        }
    }

    #[test]
    fn arithmetic_saturates() {
        let most = Lapse::from_seconds(i64::MAX);
        assert_eq!(most + Lapse::DAY, most);
        assert_eq!(most * 2, most);
        assert_eq!(Lapse::minutes(i64::MAX), most);
        assert_eq!((-Lapse::from_seconds(i64::MIN)).seconds(), i64::MAX);
    }
}
