//! Rules of recurrence as written (`RRULE`).
//!
//! Rules below the day (`HOURLY` and finer) are refused: nothing in an editorial calendar comes
//! back within a day. This module does not know what dates a rule gives.

use chrono::Weekday;

use super::stamp::Stamp;

/// How often a rule comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Every {
    Day,
    Week,
    Month,
    Year,
}

/// A recurrence rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub every: Every,
    pub interval: u32,
    /// Instances in all, the first included.
    pub count: Option<u32>,
    /// The last moment an instance may begin.
    pub until: Option<Stamp>,
    pub week_begins: Weekday,
    pub months: Vec<i32>,
    pub weeks: Vec<i32>,
    pub year_days: Vec<i32>,
    pub month_days: Vec<i32>,
    /// With the ordinal, if any: `-1FR`.
    pub week_days: Vec<(Option<i32>, Weekday)>,
    pub positions: Vec<i32>,
    pub hour: Option<u32>,
    pub minute: Option<u32>,
}

impl Rule {
    /// Reads `FREQ=WEEKLY;BYDAY=TU,TH`; `None` if any part is wrong or not supported.
    pub fn parse(text: &str) -> Option<Self> {
        let mut rule = Self::daily();
        let mut every = None;
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('=')?;
            let value = value.trim().to_ascii_uppercase();
            let key = key.trim().to_ascii_uppercase();
            match key.as_str() {
                "FREQ" => every = Some(frequency(&value)?),
                "WKST" => rule.week_begins = week_day(&value)?,
                "UNTIL" => rule.until = Some(Stamp::parse(&value, None)?),
                "INTERVAL" => rule.interval = value.parse().ok().filter(|n| *n > 0)?,
                // Seen in the wild for "no limit".
                "COUNT" if value == "-1" => {}
                "COUNT" => rule.count = Some(value.parse().ok().filter(|n| *n > 0)?),
                _ => rule.filter(&key, &value)?,
            }
        }
        rule.every = every?;
        Some(rule)
    }

    const fn daily() -> Self {
        Self {
            every: Every::Day,
            interval: 1,
            count: None,
            until: None,
            week_begins: Weekday::Mon,
            months: Vec::new(),
            weeks: Vec::new(),
            year_days: Vec::new(),
            month_days: Vec::new(),
            week_days: Vec::new(),
            positions: Vec::new(),
            hour: None,
            minute: None,
        }
    }

    fn filter(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "BYMONTH" => self.months = numbers(value, 1, 12)?,
            "BYWEEKNO" => self.weeks = signed(value, 53)?,
            "BYYEARDAY" => self.year_days = signed(value, 366)?,
            "BYMONTHDAY" => self.month_days = signed(value, 31)?,
            "BYSETPOS" => self.positions = signed(value, 366)?,
            "BYDAY" => self.week_days = value.split(',').map(ordinal_day).collect::<Option<_>>()?,
            // One time a day: more of them would be several events on the same day.
            "BYHOUR" => self.hour = Some(value.parse().ok().filter(|hour| *hour < 24)?),
            "BYMINUTE" => self.minute = Some(value.parse().ok().filter(|minute| *minute < 60)?),
            "BYSECOND" => {
                value.parse::<u32>().ok()?;
            }
            "RSCALE" if value == "GREGORIAN" => {}
            _ if key.starts_with("X-") => {}
            _ => return None,
        }
        Some(())
    }
}

fn frequency(value: &str) -> Option<Every> {
    match value {
        "DAILY" => Some(Every::Day),
        "WEEKLY" => Some(Every::Week),
        "MONTHLY" => Some(Every::Month),
        "YEARLY" => Some(Every::Year),
        _ => None,
    }
}

fn week_day(value: &str) -> Option<Weekday> {
    Some(match value {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return None,
    })
}

fn ordinal_day(value: &str) -> Option<(Option<i32>, Weekday)> {
    let value = value.trim();
    let at = value.len().checked_sub(2)?;
    let (nth, day) = value.split_at_checked(at)?;
    let nth = match nth {
        "" => None,
        nth => Some(signed(nth, 53)?.first().copied()?),
    };
    Some((nth, week_day(day)?))
}

fn signed(value: &str, most: i32) -> Option<Vec<i32>> {
    let numbers = numbers(value, -most, most)?;
    (!numbers.contains(&0)).then_some(numbers)
}

fn numbers(value: &str, least: i32, most: i32) -> Option<Vec<i32>> {
    let read = |number: &str| {
        let number = number.trim().parse().ok()?;
        (least..=most).contains(&number).then_some(number)
    };
    // No rule needs more numbers than a year has days, both ways.
    let numbers: Vec<i32> = value.split(',').take(800).map(read).collect::<Option<_>>()?;
    Some(numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_or_unsupported_rules_are_refused() {
        for text in [
            "",
            "FREQ",
            "FREQ=",
            "FREQ=HOURLY",
            "BYDAY=MO",
            "FREQ=DAILY;COUNT=0",
            "FREQ=DAILY;INTERVAL=0",
            "FREQ=DAILY;INTERVAL=-1",
            "FREQ=WEEKLY;BYDAY=é1",
            "FREQ=WEEKLY;BYDAY=1é",
            "FREQ=WEEKLY;BYDAY=",
            "FREQ=WEEKLY;BYDAY=0MO",
            "FREQ=YEARLY;BYMONTH=13",
            "FREQ=YEARLY;BYMONTHDAY=32",
            "FREQ=DAILY;UNTIL=never",
            "FREQ=DAILY;BYHOUR=9,17",
            "FREQ=DAILY;BYEASTER=1",
            "FREQ=DAILY;COUNT=99999999999",
            "FREQ=YEARLY;RSCALE=HEBREW",
        ] {
            assert_eq!(Rule::parse(text), None, "{text}");
        }
        assert!(Rule::parse(" freq=daily ;; X-A=b;").is_some());
    }
}
