//! Sets of weekdays, as calendars write them: `mon`, `mon-fri`, `daily`.

use super::words;
use chrono::Weekday;
use std::fmt;
use std::ops::{BitOr, BitOrAssign};

/// A set of weekdays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Days(u8);

/// The weekdays and their keys, Monday first.
const KEYS: [(Weekday, &str); 7] = [
    (Weekday::Mon, "mon"),
    (Weekday::Tue, "tue"),
    (Weekday::Wed, "wed"),
    (Weekday::Thu, "thu"),
    (Weekday::Fri, "fri"),
    (Weekday::Sat, "sat"),
    (Weekday::Sun, "sun"),
];

/// Words for several days at once, folded, with the key that says the same.
const SEVERAL: [(&str, &str); 16] = [
    ("daily", "daily"),
    ("all", "daily"),
    ("every day", "daily"),
    ("everyday", "daily"),
    ("all days", "daily"),
    ("tous les jours", "daily"),
    ("tous", "daily"),
    ("quotidien", "daily"),
    ("chaque jour", "daily"),
    ("weekdays", "mon-fri"),
    ("weekday", "mon-fri"),
    ("jours ouvres", "mon-fri"),
    ("en semaine", "mon-fri"),
    ("weekend", "sat-sun"),
    ("weekends", "sat-sun"),
    ("week-end", "sat-sun"),
];

/// Why a text is no set of weekdays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayFault {
    /// The part of the text that is at fault: the whole of it, or one side of a range.
    pub wrong: String,
    /// The key that was meant by that part, when it is clear: `mon` for `lundi` or `Monday`.
    pub meant: Option<&'static str>,
}

impl Days {
    /// No day.
    pub const NONE: Self = Self(0);
    /// Every day.
    pub const DAILY: Self = Self(0b111_1111);

    /// One day.
    #[must_use]
    pub fn only(day: Weekday) -> Self {
        Self(bit(day))
    }

    /// The days from one to another, both included; `fri` to `mon` goes over the weekend.
    #[must_use]
    pub fn from_to(from: Weekday, to: Weekday) -> Self {
        let mut days = Self::only(from);
        let mut day = from;
        while day != to {
            day = day.succ();
            days |= Self::only(day);
        }
        days
    }

    /// Reads `mon` … `sun`, a range of them, or `daily`.
    ///
    /// # Errors
    /// [`DayFault`], with the part at fault and the key it was meant to be.
    pub fn parse(text: &str) -> Result<Self, DayFault> {
        if text == "daily" {
            return Ok(Self::DAILY);
        }
        if let Some(day) = key(text) {
            return Ok(Self::only(day));
        }
        match text.split_once('-') {
            // `week-end` is a word, not a range.
            Some((from, to)) if several(text).is_none() => {
                let from = key(from).ok_or_else(|| fault(from))?;
                let to = key(to).ok_or_else(|| fault(to))?;
                Ok(Self::from_to(from, to))
            }
            _ => Err(fault(text)),
        }
    }

    /// The key of a weekday: `mon` … `sun`.
    #[must_use]
    pub fn key(day: Weekday) -> &'static str {
        KEYS.iter().find(|(known, _)| *known == day).map_or("", |(_, key)| key)
    }

    /// Whether a weekday is in it.
    #[must_use]
    pub fn contains(self, day: Weekday) -> bool {
        self.0 & bit(day) != 0
    }

    /// The days of both.
    #[must_use]
    pub const fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Its days, Monday first.
    pub fn iter(self) -> impl Iterator<Item = Weekday> {
        KEYS.into_iter().map(|(day, _)| day).filter(move |day| self.contains(*day))
    }

    /// How many days it has.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether it has none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl BitOr for Days {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.union(other)
    }
}

impl BitOrAssign for Days {
    fn bitor_assign(&mut self, other: Self) {
        *self = self.union(other);
    }
}

impl FromIterator<Weekday> for Days {
    fn from_iter<I: IntoIterator<Item = Weekday>>(days: I) -> Self {
        days.into_iter().fold(Self::NONE, |set, day| set | Self::only(day))
    }
}

impl fmt::Display for Days {
    /// The notation of calendars, with commas between parts: `mon-wed, fri`; `daily`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::DAILY {
            return f.write_str("daily");
        }
        let mut parts: Vec<(Weekday, Weekday)> = Vec::new();
        for day in self.iter() {
            match parts.last_mut() {
                Some((_, to)) if to.succ() == day => *to = day,
                _ => parts.push((day, day)),
            }
        }
        for (i, (from, to)) in parts.into_iter().enumerate() {
            let comma = if i > 0 { ", " } else { "" };
            match from == to {
                true => write!(f, "{comma}{}", Self::key(from))?,
                false => write!(f, "{comma}{}-{}", Self::key(from), Self::key(to))?,
            }
        }
        Ok(())
    }
}

fn bit(day: Weekday) -> u8 {
    1 << day.num_days_from_monday()
}

fn key(text: &str) -> Option<Weekday> {
    KEYS.iter().find(|(_, key)| *key == text).map(|(day, _)| *day)
}

fn several(text: &str) -> Option<&'static str> {
    let text = words::fold::phrase(text);
    SEVERAL.iter().find(|(word, _)| *word == text).map(|(_, key)| *key)
}

fn fault(text: &str) -> DayFault {
    let day = words::names::weekday(&words::fold::phrase(text));
    DayFault { wrong: text.to_owned(), meant: several(text).or_else(|| day.map(Days::key)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        Days::parse(text).unwrap().to_string()
    }

    #[test]
    fn reads_days_and_ranges() {
        for text in ["mon", "sun", "mon-fri", "sat-sun", "daily"] {
            assert_eq!(written(text), text);
        }
        assert_eq!(written("fri-mon"), "mon, fri-sun");
        assert_eq!(written("tue-tue"), "tue");
        assert_eq!(written("mon-sun"), "daily");
        assert_eq!(written("wed-tue"), "daily");
    }

    #[test]
    fn sets() {
        let days = Days::parse("mon").unwrap() | Days::parse("wed").unwrap();
        assert!(days.contains(Weekday::Wed) && !days.contains(Weekday::Tue));
        assert_eq!(days.iter().collect::<Vec<_>>(), [Weekday::Mon, Weekday::Wed]);
        assert_eq!(days.iter().collect::<Days>(), days);
        assert_eq!((days.len(), Days::NONE.is_empty()), (2, true));
        assert_eq!(Days::NONE.to_string(), "");
    }

    #[test]
    fn says_which_key_was_meant() {
        for (text, wrong, meant) in [
            ("lun", "lun", Some("mon")),
            ("lundi", "lundi", Some("mon")),
            ("Monday", "Monday", Some("mon")),
            ("Mon", "Mon", Some("mon")),
            ("lun-ven", "lun", Some("mon")),
            ("mon-vendredi", "vendredi", Some("fri")),
            ("week-end", "week-end", Some("sat-sun")),
            ("Tous les jours", "Tous les jours", Some("daily")),
            ("mon - fri", "mon ", Some("mon")),
            ("mar", "mar", Some("tue")),
            ("", "", None),
            ("-", "", None),
            ("xyz", "xyz", None),
            ("é-\u{0}", "é", None),
            ("mon-tue-wed", "tue-wed", None),
        ] {
            let wrong = wrong.to_owned();
            assert_eq!(Days::parse(text), Err(DayFault { wrong, meant }), "{text}");
        }
    }
}
