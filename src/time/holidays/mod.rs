//! Public holidays, computed. France only, with its regions; other countries import an ICS feed.
//!
//! It says when a holiday is and what it is called, never whether anyone posts on it.

mod region;
mod table;

pub use region::Region;

use crate::lang::Phrase;
use chrono::{Datelike, NaiveDate};

/// A public holiday of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Its day.
    pub date: NaiveDate,
    /// Its name.
    pub name: Phrase,
    /// Who keeps it.
    pub local: Local,
}

/// Where a holiday comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Local {
    /// The official list of the region, as Etalab publishes it.
    Official,
    /// A day off by local decision or custom, which not every employer keeps.
    Custom,
}

/// Whether holidays can be computed for a country (ISO 3166-1, two letters): `FR` for now.
#[must_use]
pub fn country_known(code: &str) -> bool {
    code.eq_ignore_ascii_case("FR")
}

/// The public holidays of a region in a year from 1900 to 9999, in order; none for other years.
///
/// Two may fall on one day (Ascension on 1 May 2008). Whit Monday stays a holiday in 2005–2007,
/// when it was worked as the day of solidarity.
#[must_use]
pub fn holidays(region: Region, year: i32) -> Vec<Holiday> {
    if !(1900..=9999).contains(&year) {
        return Vec::new();
    }
    let mut list: Vec<Holiday> = table::TABLE
        .iter()
        .filter(|row| row.kept_in(region) && row.years.contains(&year))
        .filter_map(|row| {
            Some(Holiday { date: row.rule.in_year(year)?, name: row.name, local: row.local })
        })
        .collect();
    list.sort_by_key(|holiday| holiday.date);
    list
}

/// Whether a day is a public holiday of the region's official list; days off by custom are not.
#[must_use]
pub fn is_official(region: Region, day: NaiveDate) -> bool {
    let year = day.year();
    (1900..=9999).contains(&year)
        && table::TABLE.iter().any(|row| {
            row.local == Local::Official
                && row.kept_in(region)
                && row.years.contains(&year)
                && row.rule.in_year(year) == Some(day)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `MM-DD` of the holidays of one kind.
    fn days(region: Region, year: i32, local: Local) -> String {
        let list = holidays(region, year);
        let kept = list.iter().filter(|holiday| holiday.local == local);
        let days = kept.map(|holiday| holiday.date.format("%m-%d").to_string());
        days.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn metropole() {
        for (year, expected) in [
            (1983, "01-01 04-04 05-01 05-08 05-12 05-23 07-14 08-15 11-01 11-11 12-25"),
            (2006, "01-01 04-17 05-01 05-08 05-25 06-05 07-14 08-15 11-01 11-11 12-25"),
            (2008, "01-01 03-24 05-01 05-01 05-08 05-12 07-14 08-15 11-01 11-11 12-25"),
            (2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25"),
            (2027, "01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25"),
        ] {
            assert_eq!(days(Region::Metropole, year, Local::Official), expected);
            assert_eq!(days(Region::Metropole, year, Local::Custom), "");
        }
    }

    #[test]
    fn alsace_moselle() {
        assert_eq!(
            days(Region::AlsaceMoselle, 2026, Local::Official),
            "01-01 04-03 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25 12-26"
        );
    }

    /// What a region's official list has beyond the metropolitan one.
    fn official_beyond(region: Region, year: i32) -> Vec<String> {
        let common = holidays(Region::Metropole, year);
        let list = holidays(region, year);
        let own = list.iter().filter(|holiday| !common.contains(holiday));
        let own = own.filter(|holiday| holiday.local == Local::Official);
        own.map(|holiday| holiday.date.format("%m-%d").to_string()).collect()
    }

    #[test]
    fn abolition_days_overseas() {
        for (region, year, expected) in [
            (Region::Mayotte, 2026, "04-27"),
            (Region::Martinique, 2026, "05-22"),
            (Region::Guadeloupe, 2026, "05-27"),
            (Region::SaintMartin, 2017, "05-27"),
            (Region::SaintMartin, 2026, "05-28"),
            (Region::Guyane, 2026, "06-10"),
            (Region::SaintBarthelemy, 2026, "10-09"),
            (Region::LaReunion, 2026, "12-20"),
            (Region::LaReunion, 1983, "12-20"),
        ] {
            assert_eq!(official_beyond(region, year), [expected], "{region:?} {year}");
        }
        assert!(official_beyond(Region::Martinique, 1983).is_empty());
    }

    #[test]
    fn local_customs() {
        for (region, year, expected) in [
            (Region::Guadeloupe, 2026, "03-12 04-03 07-21"),
            (Region::Martinique, 2026, "04-03 07-21"),
            (Region::SaintMartin, 2026, "07-21"),
            (Region::NouvelleCaledonie, 2026, "09-24"),
            (Region::PolynesieFrancaise, 2024, "03-05 03-29 06-29"),
            (Region::PolynesieFrancaise, 2026, "03-05 04-03 11-20"),
            (Region::WallisEtFutuna, 2026, "04-28 06-29 07-29"),
            (Region::Guyane, 2026, ""),
            (Region::SaintPierreEtMiquelon, 2026, ""),
        ] {
            assert_eq!(days(region, year, Local::Custom), expected, "{region:?}");
        }
    }

    #[test]
    fn in_order_and_within_the_year() {
        for region in Region::ALL {
            for year in 1900..=2200 {
                let list = holidays(region, year);
                assert!(list.is_sorted_by_key(|holiday| holiday.date));
                assert!(list.iter().all(|holiday| holiday.date.year() == year));
            }
            assert!(holidays(region, 1899).is_empty());
            assert!(holidays(region, i32::MAX).is_empty());
            assert!(!holidays(region, 9999).is_empty());
        }
    }

    #[test]
    fn official_days_are_those_of_the_list() {
        for region in Region::ALL {
            let list = holidays(region, 2026);
            let start = NaiveDate::from_yo_opt(2026, 1).unwrap();
            for day in start.iter_days().take(365) {
                let listed = list.iter().any(|h| h.date == day && h.local == Local::Official);
                assert_eq!(is_official(region, day), listed, "{region:?} {day}");
            }
        }
    }

    #[test]
    fn countries() {
        assert!(country_known("FR") && country_known("fr"));
        assert!(!country_known("BE") && !country_known("") && !country_known("FRA"));
    }
}
