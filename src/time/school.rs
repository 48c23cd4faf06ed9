//! The school holidays of France, as published: zones A, B and C, and Corsica.
//!
//! They can't be computed: a ministry sets them, a year or three ahead. `data/school-fr.txt` holds
//! them with their source. Outside the days that it knows nothing is said, which is not the same
//! as school.

use crate::lang::Phrase;
use chrono::NaiveDate;
use std::sync::LazyLock;

/// Whose school holidays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SchoolZone {
    /// Besançon, Bordeaux, Clermont-Ferrand, Dijon, Grenoble, Limoges, Lyon, Poitiers.
    A,
    /// Aix-Marseille, Amiens, Lille, Nancy-Metz, Nantes, Nice, Normandie, Orléans-Tours, Reims,
    /// Rennes, Strasbourg.
    B,
    /// Créteil, Montpellier, Paris, Toulouse, Versailles.
    C,
    /// Corsica.
    Corse,
}

impl SchoolZone {
    /// Every zone.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::Corse];

    /// The word of the file format.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::Corse => "Corse",
        }
    }

    /// The zone of a word of the file format.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|zone| zone.key() == word)
    }

    /// The zone for people: `zone A`, `Corsica`.
    #[must_use]
    pub const fn name(self) -> Phrase {
        match self {
            Self::A => Phrase { en: "zone A", fr: "zone A" },
            Self::B => Phrase { en: "zone B", fr: "zone B" },
            Self::C => Phrase { en: "zone C", fr: "zone C" },
            Self::Corse => Phrase { en: "Corsica", fr: "Corse" },
        }
    }
}

/// Days without school.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SchoolBreak {
    /// First day: the Saturday after the last lessons.
    pub first: NaiveDate,
    /// Last day, included: the eve of the first lessons.
    pub last: NaiveDate,
    /// Its name.
    pub name: Phrase,
}

/// The school holidays of a zone that touch `from..=to`, in order.
#[must_use]
pub fn school_breaks(zone: SchoolZone, from: NaiveDate, to: NaiveDate) -> Vec<SchoolBreak> {
    let touches =
        |row: &&Row| row.zones.contains(&zone) && row.days.first <= to && from <= row.days.last;
    let mut list: Vec<SchoolBreak> =
        TABLE.breaks.iter().filter(touches).map(|row| row.days).collect();
    list.sort_by_key(|days| days.first);
    list
}

/// The first and the last day of which it is known whether a zone has school.
#[must_use]
pub fn school_known(zone: SchoolZone) -> Option<(NaiveDate, NaiveDate)> {
    TABLE.known.iter().find(|(own, ..)| *own == zone).map(|&(_, first, last)| (first, last))
}

struct Row {
    zones: Vec<SchoolZone>,
    days: SchoolBreak,
}

#[derive(Default)]
struct Table {
    known: Vec<(SchoolZone, NaiveDate, NaiveDate)>,
    breaks: Vec<Row>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for line in lines() {
        table.read(line);
    }
    table
});

/// The lines that say something.
fn lines() -> impl Iterator<Item = &'static str> {
    let text = include_str!("../../data/school-fr.txt");
    text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

impl Table {
    /// Takes in a line; none when it can't be read, which a test rules out.
    fn read(&mut self, line: &str) -> Option<()> {
        let words: Vec<&str> = line.split_whitespace().collect();
        let day = |word: &str| word.parse::<NaiveDate>().ok();
        match words[..] {
            ["known", zone, first, last] => {
                self.known.push((SchoolZone::parse(zone)?, day(first)?, day(last)?));
            }
            [zones, first, last, name] => {
                let zones: Option<Vec<SchoolZone>> =
                    zones.split(',').map(SchoolZone::parse).collect();
                let days = SchoolBreak { first: day(first)?, last: day(last)?, name: named(name)? };
                self.breaks.push(Row { zones: zones?, days });
            }
            _ => return None,
        }
        Some(())
    }
}

fn named(word: &str) -> Option<Phrase> {
    Some(match word {
        "autumn" => Phrase { en: "Autumn school holidays", fr: "Vacances de la Toussaint" },
        "christmas" => Phrase { en: "Christmas school holidays", fr: "Vacances de Noël" },
        "winter" => Phrase { en: "Winter school holidays", fr: "Vacances d’hiver" },
        "spring" => Phrase { en: "Spring school holidays", fr: "Vacances de printemps" },
        "ascension" => Phrase { en: "Ascension bridge", fr: "Pont de l’Ascension" },
        "summer" => Phrase { en: "Summer school holidays", fr: "Vacances d’été" },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{Datelike, Days, Weekday};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn every_line_is_read() {
        let mut table = Table::default();
        for line in lines() {
            assert!(table.read(line).is_some(), "{line}");
        }
        assert_eq!(table.known.len(), SchoolZone::ALL.len());
        assert!(table.read("A 2026-01-01 2026-01-02 easter").is_none());
    }

    #[test]
    fn the_holidays_of_a_zone() {
        let list = |zone, from, to| {
            let list = school_breaks(zone, day(from), day(to));
            list.iter().map(|b| format!("{} {}", b.first, b.last)).collect::<Vec<_>>()
        };
        assert_eq!(list(SchoolZone::C, "2027-02-21", "2027-04-02"), ["2027-02-06 2027-02-21"]);
        assert_eq!(list(SchoolZone::B, "2027-02-21", "2027-02-21"), ["2027-02-20 2027-03-07"]);
        assert!(list(SchoolZone::A, "2026-11-02", "2026-12-18").is_empty());
    }

    #[test]
    fn a_zone_has_five_or_six_holidays_a_year_that_never_touch() {
        for zone in SchoolZone::ALL {
            let (first, last) = school_known(zone).unwrap();
            let list = school_breaks(zone, first, last);
            for pair in list.windows(2) {
                assert!(pair[0].last + Days::new(3) < pair[1].first, "{zone:?} {pair:?}");
            }
            for own in &list {
                assert!(own.first <= own.last && (first..=last).contains(&own.last));
                let bridge = own.name.en.starts_with("Ascension");
                let summer = own.name.en.starts_with("Summer");
                assert!(bridge || summer || own.first.weekday() == Weekday::Sat, "{own:?}");
                let length = (own.last - own.first).num_days() + 1;
                assert!(bridge && length == 2 || summer || (16..=17).contains(&length), "{own:?}");
            }
            let years = usize::try_from(last.year() - first.year()).unwrap();
            assert!((5 * years..=6 * years).contains(&list.len()), "{zone:?} {}", list.len());
        }
    }

    #[test]
    fn words_and_back() {
        for zone in SchoolZone::ALL {
            assert_eq!(SchoolZone::parse(zone.key()), Some(zone));
        }
        assert_eq!(SchoolZone::parse("D"), None);
    }
}
