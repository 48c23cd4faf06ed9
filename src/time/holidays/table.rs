//! The French public holidays as rules, one row each.
//!
//! Days and first years are facts of the laws: 6 July 1880, 8 March 1886, 24 October 1922, 20 March
//! 1953, 11 April 1959 and 2 October 1981 (8 May), decree 83-1003 of 23 November 1983 (abolition
//! days), decree 2012-553 (Saint-Barthélemy), and the ordinance of 16 August 1892 (Alsace-Moselle).
//! Days of the official lists agree with Etalab, « Jours fériés en France », Licence Ouverte 2.0.

use super::{Local, Region};
use crate::lang::Phrase;
use crate::time::DateRule;
use std::ops::RangeInclusive;

/// A holiday: when, where and since when.
pub(super) struct Row {
    pub(super) name: Phrase,
    pub(super) rule: DateRule,
    pub(super) years: RangeInclusive<i32>,
    pub(super) local: Local,
    /// Empty for everywhere.
    regions: &'static [Region],
}

impl Row {
    pub(super) fn kept_in(&self, region: Region) -> bool {
        self.regions.is_empty() || self.regions.contains(&region)
    }
}

const ALWAYS: RangeInclusive<i32> = 1900..=9999;

const fn on(month: u32, day: u32) -> DateRule {
    DateRule::Fixed { month, day }
}

/// A row of every region.
const fn nation(
    rule: DateRule,
    years: RangeInclusive<i32>,
    fr: &'static str,
    en: &'static str,
) -> Row {
    Row { name: Phrase { en, fr }, rule, years, local: Local::Official, regions: &[] }
}

/// A row of some regions' official lists.
const fn official(
    regions: &'static [Region],
    rule: DateRule,
    years: RangeInclusive<i32>,
    (fr, en): (&'static str, &'static str),
) -> Row {
    Row { name: Phrase { en, fr }, rule, years, local: Local::Official, regions }
}

/// A row kept by local decision.
const fn custom(
    regions: &'static [Region],
    rule: DateRule,
    years: RangeInclusive<i32>,
    (fr, en): (&'static str, &'static str),
) -> Row {
    Row { name: Phrase { en, fr }, rule, years, local: Local::Custom, regions }
}

const ABOLITION: (&str, &str) = ("Abolition de l’esclavage", "Abolition of slavery");
const GOOD_FRIDAY: (&str, &str) = ("Vendredi saint", "Good Friday");
const SCHOELCHER: (&str, &str) = ("Fête de Victor Schœlcher", "Victor Schoelcher Day");

/// Every holiday.
pub(super) static TABLE: [Row; 34] = [
    nation(on(1, 1), ALWAYS, "Jour de l’An", "New Year’s Day"),
    nation(DateRule::Easter(1), ALWAYS, "Lundi de Pâques", "Easter Monday"),
    nation(on(5, 1), 1919..=9999, "Fête du Travail", "Labour Day"),
    nation(on(5, 8), 1953..=1959, "Victoire de 1945", "Victory in Europe Day"),
    nation(on(5, 8), 1982..=9999, "Victoire de 1945", "Victory in Europe Day"),
    nation(DateRule::Easter(39), ALWAYS, "Ascension", "Ascension Day"),
    nation(DateRule::Easter(50), ALWAYS, "Lundi de Pentecôte", "Whit Monday"),
    nation(on(7, 14), ALWAYS, "Fête nationale", "Bastille Day"),
    nation(on(8, 15), ALWAYS, "Assomption", "Assumption Day"),
    nation(on(11, 1), ALWAYS, "Toussaint", "All Saints’ Day"),
    nation(on(11, 11), 1922..=9999, "Armistice de 1918", "Armistice Day"),
    nation(on(12, 25), ALWAYS, "Noël", "Christmas Day"),
    official(&[Region::AlsaceMoselle], DateRule::Easter(-2), ALWAYS, GOOD_FRIDAY),
    official(
        &[Region::AlsaceMoselle],
        on(12, 26),
        ALWAYS,
        ("Saint-Étienne", "Saint Stephen’s Day"),
    ),
    official(&[Region::Mayotte], on(4, 27), 1984..=9999, ABOLITION),
    official(&[Region::Martinique], on(5, 22), 1984..=9999, ABOLITION),
    official(&[Region::Guadeloupe], on(5, 27), 1984..=9999, ABOLITION),
    official(&[Region::SaintMartin], on(5, 27), 1984..=2017, ABOLITION),
    official(&[Region::SaintMartin], on(5, 28), 2018..=9999, ABOLITION),
    official(&[Region::Guyane], on(6, 10), 1984..=9999, ABOLITION),
    official(&[Region::SaintBarthelemy], on(10, 9), 2012..=9999, ABOLITION),
    official(&[Region::LaReunion], on(12, 20), 1983..=9999, ABOLITION),
    custom(
        &[Region::Guadeloupe],
        DateRule::Easter(-24),
        ALWAYS,
        ("Mi-Carême", "Mid-Lent Thursday"),
    ),
    custom(
        &[Region::Guadeloupe, Region::Martinique, Region::PolynesieFrancaise],
        DateRule::Easter(-2),
        ALWAYS,
        GOOD_FRIDAY,
    ),
    custom(&[Region::Guadeloupe, Region::Martinique], on(7, 21), 1984..=9999, SCHOELCHER),
    custom(&[Region::SaintMartin], on(7, 21), 2012..=9999, SCHOELCHER),
    custom(
        &[Region::NouvelleCaledonie],
        on(9, 24),
        1953..=2003,
        ("Prise de possession", "Annexation Day"),
    ),
    custom(
        &[Region::NouvelleCaledonie],
        on(9, 24),
        2004..=9999,
        ("Fête de la citoyenneté", "Citizenship Day"),
    ),
    custom(
        &[Region::PolynesieFrancaise],
        on(3, 5),
        1978..=9999,
        ("Arrivée de l’Évangile", "Missionary Day"),
    ),
    custom(
        &[Region::PolynesieFrancaise],
        on(6, 29),
        1985..=2024,
        ("Fête de l’autonomie", "Autonomy Day"),
    ),
    custom(&[Region::PolynesieFrancaise], on(11, 20), 2025..=9999, ("Matāri‘i", "Matāri‘i")),
    custom(
        &[Region::WallisEtFutuna],
        on(4, 28),
        1962..=9999,
        ("Saint-Pierre-Chanel", "Saint Peter Chanel’s Day"),
    ),
    custom(
        &[Region::WallisEtFutuna],
        on(6, 29),
        1962..=9999,
        ("Saint-Pierre-et-Saint-Paul", "Saints Peter and Paul’s Day"),
    ),
    custom(
        &[Region::WallisEtFutuna],
        on(7, 29),
        1962..=9999,
        ("Fête du Territoire", "Territory Day"),
    ),
];
