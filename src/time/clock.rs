//! Times of day and spans of a day, which may run past midnight. It knows neither dates nor zones.

use super::digits;
use chrono::{NaiveTime, Timelike};

/// Seconds in a day of the clock.
const DAY: u32 = 86_400;

/// Why a text is no time of day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimeFault {
    /// As French writes it: `12h30`, `9 h`. Carries `12:30`, `09:00`.
    French {
        /// The same time as calendars write it.
        fixed: String,
    },
    /// On the twelve-hour clock: `9am`, `9:30 pm`. Carries `09:00`, `21:30`.
    TwelveHour {
        /// The same time as calendars write it.
        fixed: String,
    },
    /// Nearly right: `9:30`, `12.30`, spaces around. Carries `09:30`.
    Near {
        /// The same time as calendars write it.
        fixed: String,
    },
    /// `24:00`, which only the end of a span may be.
    OnlyAsEnd,
    /// Hours past 23, minutes or seconds past 59.
    NoSuchTime,
    /// Something else altogether.
    Shape,
}

/// Why two times make no span.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpanFault {
    /// It ends where it starts; all day is `00:00` to `24:00`.
    Empty,
    /// The start is past 23:59:59, or the end past 24:00.
    OutOfDay,
}

/// Reads `12:30` or `12:30:15`.
///
/// # Errors
/// See [`TimeFault`].
pub fn parse_time(text: &str) -> Result<NaiveTime, TimeFault> {
    match exact(text) {
        Err(TimeFault::Shape) => Err(nearly(text)),
        other => other,
    }
}

/// Reads the end of a span, in seconds from midnight: a time, or `24:00`.
///
/// # Errors
/// See [`TimeFault`].
pub fn parse_end(text: &str) -> Result<u32, TimeFault> {
    match parse_time(text) {
        Ok(time) => Ok(time.num_seconds_from_midnight()),
        Err(TimeFault::OnlyAsEnd) => Ok(DAY),
        Err(fault) => Err(fault),
    }
}

/// A span of the clock, half open; one that runs past midnight belongs to the day it starts on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DaySpan {
    from: u32,
    to: u32,
}

impl DaySpan {
    /// The span from one time to another, in seconds from midnight; a `to` before `from` is on the
    /// next day, 86 400 is the midnight that ends the day.
    ///
    /// # Errors
    /// See [`SpanFault`].
    pub const fn new(from: u32, to: u32) -> Result<Self, SpanFault> {
        if from >= DAY || to > DAY {
            Err(SpanFault::OutOfDay)
        } else if from == to {
            Err(SpanFault::Empty)
        } else if to < from {
            Ok(Self { from, to: to + DAY })
        } else {
            Ok(Self { from, to })
        }
    }

    /// Midnight to midnight.
    #[must_use]
    pub const fn all_day() -> Self {
        Self { from: 0, to: DAY }
    }

    /// Its start, in seconds from midnight.
    #[must_use]
    pub const fn from(self) -> u32 {
        self.from
    }

    /// Its end, in seconds from the midnight that starts its day: past 86 400 when it runs into the
    /// next day.
    #[must_use]
    pub const fn to(self) -> u32 {
        self.to
    }

    /// How long it is, in seconds.
    #[must_use]
    pub const fn seconds(self) -> u32 {
        self.to - self.from
    }

    /// Whether a second of its own day is in it.
    #[must_use]
    pub const fn contains(self, second: u32) -> bool {
        second < DAY && self.from <= second && second < self.to
    }

    /// Whether a second of the day after is in it.
    #[must_use]
    pub const fn spill_contains(self, second: u32) -> bool {
        second < DAY && self.spills() && second < self.to - DAY
    }

    /// Whether it runs into the next day.
    #[must_use]
    pub const fn spills(self) -> bool {
        self.to > DAY
    }
}

fn exact(text: &str) -> Result<NaiveTime, TimeFault> {
    let mut parts = text.split(':').map(|part| digits(part, 2));
    let (Some(Some(hour)), Some(Some(minute))) = (parts.next(), parts.next()) else {
        return Err(TimeFault::Shape);
    };
    let second = match (parts.next(), parts.next()) {
        (None, _) => 0,
        (Some(Some(second)), None) => second,
        _ => return Err(TimeFault::Shape),
    };
    match (hour, minute, second) {
        (24, 0, 0) => Err(TimeFault::OnlyAsEnd),
        _ => NaiveTime::from_hms_opt(hour, minute, second).ok_or(TimeFault::NoSuchTime),
    }
}

/// Why a text of the wrong shape is no time, and the time it was meant to be.
fn nearly(text: &str) -> TimeFault {
    let text: String =
        text.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let halves = [("a.m.", 0), ("p.m.", 12), ("am", 0), ("pm", 12)];
    for (suffix, later) in halves {
        if let Some(time) = text.strip_suffix(suffix) {
            return twelve_hour(time, later);
        }
    }
    if let Some((hour, minute)) = text.split_once('h') {
        let minute = ["min", "mn", "m"]
            .into_iter()
            .find_map(|unit| minute.strip_suffix(unit))
            .unwrap_or(minute);
        return fixed(hour, minute, |fixed| TimeFault::French { fixed });
    }
    match text.split_once([':', '.']) {
        Some((hour, minute)) if !minute.is_empty() => {
            fixed(hour, minute, |fixed| TimeFault::Near { fixed })
        }
        _ => TimeFault::Shape,
    }
}

/// `9` and `30` make `09:30`; no minutes are none.
fn fixed(hour: &str, minute: &str, fault: impl Fn(String) -> TimeFault) -> TimeFault {
    let hour = digits(hour, 2).or_else(|| digits(hour, 1));
    let minute = match minute {
        "" => Some(0),
        some => digits(some, 2),
    };
    match (hour, minute) {
        (Some(24), Some(0)) => fault("24:00".to_owned()),
        (Some(h @ 0..=23), Some(m @ 0..=59)) => fault(format!("{h:02}:{m:02}")),
        (Some(_), Some(_)) => TimeFault::NoSuchTime,
        _ => TimeFault::Shape,
    }
}

fn twelve_hour(time: &str, later: u32) -> TimeFault {
    let (hour, minute) = time.split_once([':', '.']).unwrap_or((time, ""));
    match digits(hour, 2).or_else(|| digits(hour, 1)) {
        Some(hour @ 1..=12) => {
            let hour = (hour % 12 + later).to_string();
            fixed(&hour, minute, |fixed| TimeFault::TwelveHour { fixed })
        }
        Some(_) => TimeFault::NoSuchTime,
        None => TimeFault::Shape,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn time(text: &str) -> Result<String, TimeFault> {
        parse_time(text).map(|time| time.to_string())
    }

    #[test]
    fn reads_times() {
        assert_eq!(time("12:30"), Ok("12:30:00".to_owned()));
        assert_eq!(time("12:30:15"), Ok("12:30:15".to_owned()));
        assert_eq!(time("00:00"), Ok("00:00:00".to_owned()));
        assert_eq!(parse_end("24:00"), Ok(86_400));
        assert_eq!(parse_end("00:01"), Ok(60));
        assert_eq!(parse_end("25:00"), Err(TimeFault::NoSuchTime));
    }

    #[test]
    fn carries_the_corrected_time() {
        for (text, right) in [
            ("12h30", "12:30"),
            ("9h", "09:00"),
            ("9 H 05", "09:05"),
            ("24h", "24:00"),
            ("12 h 30 min", "12:30"),
        ] {
            let fixed = right.to_owned();
            assert_eq!(time(text), Err(TimeFault::French { fixed }), "{text}");
        }
        for (text, right) in
            [("9am", "09:00"), ("9:30 PM", "21:30"), ("12 a.m.", "00:00"), ("12pm", "12:00")]
        {
            let fixed = right.to_owned();
            assert_eq!(time(text), Err(TimeFault::TwelveHour { fixed }), "{text}");
        }
        for (text, right) in [("9:30", "09:30"), (" 12:30", "12:30"), ("12.30", "12:30")] {
            let fixed = right.to_owned();
            assert_eq!(time(text), Err(TimeFault::Near { fixed }), "{text}");
        }
    }

    #[test]
    fn tells_faults_apart() {
        for text in ["24:00", "24:00:00"] {
            assert_eq!(time(text), Err(TimeFault::OnlyAsEnd));
        }
        for text in ["25:00", "12:60", "12:30:60", "24:01", "12h75", "13pm", "0am", "29h"] {
            assert_eq!(time(text), Err(TimeFault::NoSuchTime), "{text}");
        }
        for text in [
            "",
            ":",
            "12",
            "midi",
            "h",
            "hé",
            "12:3",
            "12:30:1",
            "12:30:15:00",
            "+1:30",
            "１２:30",
            "\u{0}",
            "123h",
            "pm",
            "12:30.5",
        ] {
            assert_eq!(time(text), Err(TimeFault::Shape), "{text}");
        }
    }

    #[test]
    fn spans_within_a_day() {
        let span = DaySpan::new(36_000, 64_800).unwrap();
        assert!(!span.contains(35_999) && span.contains(36_000));
        assert!(span.contains(64_799) && !span.contains(64_800));
        assert!(!span.spills() && !span.spill_contains(0));
        let evening = DaySpan::new(79_200, 0).unwrap();
        assert_eq!((evening.to(), evening.spills()), (86_400, false));
        assert!(evening.contains(86_399) && !evening.contains(86_400));
    }

    #[test]
    fn spans_past_midnight() {
        let night = DaySpan::new(79_200, 7_200).unwrap();
        assert_eq!((night.from(), night.to(), night.seconds()), (79_200, 93_600, 14_400));
        assert!(night.contains(86_399) && !night.contains(7_199));
        assert!(night.spill_contains(0) && night.spill_contains(7_199));
        assert!(!night.spill_contains(7_200) && !night.spill_contains(u32::MAX));
    }

    #[test]
    fn spans_that_are_none() {
        assert_eq!(DaySpan::new(3_600, 3_600), Err(SpanFault::Empty));
        assert_eq!(DaySpan::new(0, 0), Err(SpanFault::Empty));
        assert_eq!(DaySpan::new(86_400, 3_600), Err(SpanFault::OutOfDay));
        assert_eq!(DaySpan::new(0, 86_401), Err(SpanFault::OutOfDay));
        assert_eq!(DaySpan::new(0, 86_400), Ok(DaySpan::all_day()));
        assert!(DaySpan::all_day().contains(0) && DaySpan::all_day().contains(86_399));
    }
}
