//! Recurrence: from a rule to its dates between two days.
//!
//! A rule is a frequency, which cuts time into periods (days, weeks, months, years), and filters,
//! which keep some days of each period. All of it happens on the clock of the event, on which a
//! weekly nine o'clock stays nine o'clock.
//!
//! This is written here rather than taken from the `rrule` crate, which panics on rules such as
//! `BYDAY=é1`, refuses a date as `UNTIL` of a timed event, and walks a rule from its beginning
//! instead of jumping to the days asked for.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Weekday};

use super::days::{days_in_month, nth_of, week_of_year, week_start};
use super::rule::{Every, Rule};

/// What an expansion may cost.
pub(super) struct Allowance {
    /// Days that may still be looked at, over the whole feed.
    pub days: u64,
    /// Dates that one rule may give.
    pub dates: usize,
}

/// The dates of a rule.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Dates {
    /// In order, on the clock of the event.
    pub dates: Vec<NaiveDateTime>,
    /// Whether the allowance ran out before the rule did.
    pub cut_short: Option<CutShort>,
}

/// The allowance ran out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CutShort;

impl Rule {
    /// The dates from `from` to `to`, both included, of a series that begins at `start`, which
    /// is its first instance whether the rule would give it or not (RFC 5545, 3.8.5.3).
    /// `until` is [`Rule::until`] on the clock of `start`; a series that ends before it begins
    /// is empty.
    pub fn dates(
        &self,
        start: NaiveDateTime,
        until: Option<NaiveDateTime>,
        window: (NaiveDate, NaiveDate),
        allowance: &mut Allowance,
    ) -> Dates {
        let mut found = Dates::default();
        let past_the_end = |at: NaiveDateTime| until.is_some_and(|until| at > until);
        if past_the_end(start) {
            return found;
        }
        let rule = self.completed(start);
        let (from, to) = window;
        if (from..=to).contains(&start.date()) {
            found.dates.push(start);
        }
        let mut instances: u32 = 1;
        let mut index = rule.first_period(start.date(), from);
        while let Some((first, length)) = rule.period(start.date(), index) {
            if first > to || past_the_end(first.and_time(NaiveTime::MIN)) {
                return found;
            }
            let Some(days) = allowance.days.checked_sub(length) else {
                break;
            };
            allowance.days = days;
            for day in rule.days_of(first, length) {
                let at = day.and_time(rule.time(start));
                if at <= start {
                    continue;
                }
                instances = instances.saturating_add(1);
                let counted_out = rule.count.is_some_and(|count| instances > count);
                if counted_out || day > to || past_the_end(at) {
                    return found;
                }
                if day >= from {
                    if found.dates.len() >= allowance.dates {
                        found.cut_short = Some(CutShort);
                        return found;
                    }
                    found.dates.push(at);
                }
            }
            index += 1;
        }
        // The periods ran out: of the allowance, or of the years a date can have.
        let out_of_years = rule.period(start.date(), index).is_none();
        found.cut_short = (!out_of_years).then_some(CutShort);
        found
    }

    /// The rule with what it leaves to its start: the day of the month, of the week, the month.
    fn completed(&self, start: NaiveDateTime) -> Self {
        let mut rule = self.clone();
        let free = rule.weeks.is_empty()
            && rule.year_days.is_empty()
            && rule.month_days.is_empty()
            && rule.week_days.is_empty();
        let month_day = i32::try_from(start.day()).unwrap_or_default();
        match rule.every {
            Every::Year if free => {
                if rule.months.is_empty() {
                    rule.months.push(i32::try_from(start.month()).unwrap_or_default());
                }
                rule.month_days.push(month_day);
            }
            Every::Year if rule.week_days.is_empty() && !rule.weeks.is_empty() => {
                rule.week_days.push((None, start.weekday()));
            }
            Every::Month if free => rule.month_days.push(month_day),
            Every::Week if free => rule.week_days.push((None, start.weekday())),
            _ => {}
        }
        rule
    }

    fn time(&self, start: NaiveDateTime) -> NaiveTime {
        let hour = self.hour.unwrap_or_else(|| start.hour());
        let minute = self.minute.unwrap_or_else(|| start.minute());
        NaiveTime::from_hms_opt(hour, minute, start.second()).unwrap_or_else(|| start.time())
    }

    /// The index of a period that is not after the first one of interest. A series that counts
    /// its instances has to be walked from its beginning.
    fn first_period(&self, start: NaiveDate, from: NaiveDate) -> i64 {
        if self.count.is_some() {
            return 0;
        }
        let days = from.signed_duration_since(start).num_days();
        let months = i64::from(from.year() - start.year()) * 12 + i64::from(from.month())
            - i64::from(start.month());
        let elapsed = match self.every {
            Every::Day => days,
            Every::Week => days.div_euclid(7),
            Every::Month => months,
            Every::Year => months.div_euclid(12),
        };
        (elapsed.div_euclid(i64::from(self.interval)) - 1).max(0)
    }

    /// First day and number of days of a period; `None` past the years of a date.
    fn period(&self, start: NaiveDate, index: i64) -> Option<(NaiveDate, u64)> {
        let steps = index.checked_mul(i64::from(self.interval))?;
        match self.every {
            Every::Day => Some((later(start, steps)?, 1)),
            Every::Week => {
                let week = week_start(start, self.week_begins)?;
                Some((later(week, steps.checked_mul(7)?)?, 7))
            }
            Every::Month => {
                let months = i64::from(start.month0()).checked_add(steps)?;
                let year = i64::from(start.year()).checked_add(months.div_euclid(12))?;
                let month = u32::try_from(months.rem_euclid(12)).ok()? + 1;
                let first = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, 1)?;
                Some((first, u64::from(days_in_month(first))))
            }
            Every::Year => {
                let year = i64::from(start.year()).checked_add(steps)?;
                let first = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, 1, 1)?;
                Some((first, if first.leap_year() { 366 } else { 365 }))
            }
        }
    }

    fn days_of(&self, first: NaiveDate, length: u64) -> Vec<NaiveDate> {
        let days: Vec<NaiveDate> = (0..length)
            .filter_map(|day| first.checked_add_days(Days::new(day)))
            .filter(|day| self.keeps(*day))
            .collect();
        if self.positions.is_empty() {
            return days;
        }
        let count = i32::try_from(days.len()).unwrap_or(i32::MAX);
        (1..=count)
            .zip(days)
            .filter(|(place, _)| {
                self.positions.contains(place) || self.positions.contains(&(place - count - 1))
            })
            .map(|(_, day)| day)
            .collect()
    }

    fn keeps(&self, day: NaiveDate) -> bool {
        let passes = |wanted: &[i32], place: u32, of: u32| {
            let (place, of) = (i32::try_from(place), i32::try_from(of));
            let (Ok(place), Ok(of)) = (place, of) else {
                return false;
            };
            wanted.is_empty() || wanted.contains(&place) || wanted.contains(&(place - of - 1))
        };
        let months = i32::try_from(day.month()).unwrap_or_default();
        let year = if day.leap_year() { 366 } else { 365 };
        (self.months.is_empty() || self.months.contains(&months))
            && passes(&self.month_days, day.day(), days_in_month(day))
            && passes(&self.year_days, day.ordinal(), year)
            && (self.week_days.is_empty() || self.week_days.iter().any(|it| self.falls(day, *it)))
            && (self.weeks.is_empty()
                || week_of_year(day, self.week_begins)
                    .is_some_and(|(week, of)| passes(&self.weeks, week, of)))
    }

    /// Whether a day is the weekday asked for; ordinals count within the month, or within the
    /// year when a yearly rule names no month, and mean nothing elsewhere.
    fn falls(&self, day: NaiveDate, (nth, weekday): (Option<i32>, Weekday)) -> bool {
        let year = if day.leap_year() { 366 } else { 365 };
        day.weekday() == weekday
            && nth.is_none_or(|nth| match self.every {
                Every::Month => nth_of(nth, day.day(), days_in_month(day)),
                Every::Year if !self.weeks.is_empty() => true,
                Every::Year if self.months.is_empty() => nth_of(nth, day.ordinal(), year),
                Every::Year => nth_of(nth, day.day(), days_in_month(day)),
                Every::Day | Every::Week => true,
            })
    }
}

fn later(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_add_days(Days::new(u64::try_from(days).ok()?)).filter(|day| day.year() <= 9999)
}

#[cfg(test)]
mod tests {
    use super::super::stamp::Stamp;
    use super::*;

    fn day(text: &str) -> NaiveDateTime {
        let at = Stamp::parse(text, None).unwrap();
        at.on(chrono_tz::Tz::UTC)
    }

    fn expand(rule: &str, start: &str, window: (&str, &str)) -> Dates {
        let rule = Rule::parse(rule).unwrap();
        let until = rule.until.map(|until| until.on(chrono_tz::Tz::UTC));
        let window = (day(window.0).date(), day(window.1).date());
        let mut allowance = Allowance { days: 1_000_000, dates: 50 };
        rule.dates(day(start), until, window, &mut allowance)
    }

    fn list(rule: &str, start: &str, window: (&str, &str)) -> String {
        let found = expand(rule, start, window);
        assert_eq!(found.cut_short, None);
        let days: Vec<String> =
            found.dates.iter().map(|at| at.format("%m%d").to_string()).collect();
        days.join(" ")
    }

    const Y2024: (&str, &str) = ("20240101", "20241231");

    #[test]
    fn daily_and_weekly() {
        assert_eq!(list("FREQ=DAILY;COUNT=3", "20240228", Y2024), "0228 0229 0301");
        assert_eq!(list("FREQ=DAILY;INTERVAL=200", "20230101", Y2024), "0205 0823");
        assert_eq!(
            list("FREQ=WEEKLY;COUNT=4;BYDAY=TU,TH", "20240102", Y2024),
            "0102 0104 0109 0111"
        );
        // The example of RFC 5545 on what the beginning of the week changes.
        let rule = "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=";
        let window = ("19970801", "19970930");
        assert_eq!(list(&format!("{rule}MO"), "19970805", window), "0805 0810 0819 0824");
        assert_eq!(list(&format!("{rule}SU"), "19970805", window), "0805 0817 0819 0831");
    }

    #[test]
    fn monthly() {
        assert_eq!(list("FREQ=MONTHLY", "20240131", ("20240101", "20240531")), "0131 0331 0531");
        let last = "FREQ=MONTHLY;BYMONTHDAY=-1";
        assert_eq!(list(last, "20240131", ("20240101", "20240430")), "0131 0229 0331 0430");
        let fridays = "FREQ=MONTHLY;BYDAY=-1FR,1FR;COUNT=4";
        assert_eq!(list(fridays, "20240105", Y2024), "0105 0126 0202 0223");
        let working = "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3";
        assert_eq!(list(working, "20240131", Y2024), "0131 0229 0329");
        assert_eq!(list("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "20240913", Y2024), "0913 1213");
    }

    #[test]
    fn yearly() {
        let decade = ("20200101", "20291231");
        assert_eq!(list("FREQ=YEARLY", "20200229", decade), "0229 0229 0229");
        let thanksgiving = "FREQ=YEARLY;BYMONTH=11;BYDAY=4TH";
        assert_eq!(list(thanksgiving, "20221124", ("20230101", "20251231")), "1123 1128 1127");
        assert_eq!(
            list("FREQ=YEARLY;BYDAY=20MO", "19970519", ("19970101", "19991231")),
            "0519 0518 0517"
        );
        assert_eq!(
            list("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "19970512", ("19970101", "19991231")),
            "0512 0511 0517"
        );
        assert_eq!(list("FREQ=YEARLY;BYYEARDAY=1,-1", "20240101", Y2024), "0101 1231");
        // An event of 1583 costs nothing: the expansion begins near the window.
        assert_eq!(list("FREQ=YEARLY", "15830714", Y2024), "0714");
    }

    #[test]
    fn a_start_outside_its_rule_is_still_the_first_instance() {
        assert_eq!(list("FREQ=WEEKLY;BYDAY=MO;COUNT=2", "20240103", Y2024), "0103 0108");
    }

    #[test]
    fn until_is_included_and_may_empty_the_series() {
        assert_eq!(list("FREQ=DAILY;UNTIL=20240103", "20240101", Y2024), "0101 0102 0103");
        assert_eq!(list("FREQ=DAILY;UNTIL=20231231", "20240101", Y2024), "");
    }

    #[test]
    fn one_hour_may_be_given_again() {
        let found =
            expand("FREQ=DAILY;BYHOUR=9;BYMINUTE=30;BYSECOND=0;COUNT=2", "20240101T093000", Y2024);
        assert_eq!(found.dates, [day("20240101T093000"), day("20240102T093000")]);
    }

    #[test]
    fn endless_rules_are_cut() {
        let found = expand("FREQ=DAILY", "20240101", ("20240101", "20991231"));
        assert_eq!((found.dates.len(), found.cut_short), (50, Some(CutShort)));
        let found = expand("FREQ=YEARLY;COUNT=9;BYMONTH=2;BYMONTHDAY=30", "00010101", Y2024);
        assert_eq!((found.dates.len(), found.cut_short), (0, None));
        let far = ("99980101", "99991231");
        let found = expand("FREQ=DAILY;COUNT=4000000000", "00010101", far);
        assert_eq!((found.dates.len(), found.cut_short), (0, Some(CutShort)));
        let found = expand("FREQ=DAILY;INTERVAL=4294967295", "20240101", far);
        assert_eq!((found.dates.len(), found.cut_short), (0, None));
    }
}
