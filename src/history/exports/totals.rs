//! Tables of totals: one row for each day, and nothing that tells a post from another. Read as posts,
//! such a file would teach that there is one every day.

use super::fields::Field;
use super::header::Header;
use super::stamp::{DayOrder, Hour, Stamp, stamp};
use crate::sheet::{Cell, Row, Table};
use chrono::{NaiveDate, NaiveTime};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// Fewer days may be posts that happen to come daily.
const FEWEST: usize = 14;

/// Of so many days, one may be missing.
const GAP: usize = 20;

/// A cell with so many letters is a word, and no number with its unit.
const WORD: usize = 4;

/// The columns that tell a post from others.
const TELLING: [Field; 4] = [Field::Id, Field::Url, Field::Title, Field::Type];

/// Whether a table holds a row for each day, nearly without gaps, and neither a time of day nor any
/// id, link, type or text. A column of channels or accounts may be there: each has its own days.
pub(super) fn are(table: &Table<'_>, header: &Header) -> bool {
    let when = header.column(Field::Time).or_else(|| header.column(Field::Date));
    let told = TELLING.iter().any(|field| header.column(*field).is_some());
    let Some(when) = when.filter(|_| !told && header.shape.is_none()) else { return false };
    let whose: Vec<usize> = [Field::Channel, Field::Account]
        .iter()
        .flat_map(|field| header.columns(*field).iter().copied())
        .collect();
    let mut days: BTreeMap<String, Vec<Stamp>> = BTreeMap::new();
    let (mut index, mut plain) = (0, true);
    table.each(|row| {
        index += 1;
        if index > header.skip
            && let Some(day) = stamp(&row.cell(when))
        {
            plain = is_day(day) && !has_words(&row, when, &whose);
            let whose = whose.iter().map(|column| row.cell(*column).text().into_owned());
            days.entry(whose.collect::<Vec<_>>().join("\n")).or_default().push(day);
        }
        if plain { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    let orders = [DayOrder::DayFirst, DayOrder::MonthFirst];
    plain
        && days.values().any(|days| days.len() >= FEWEST)
        && orders.into_iter().any(|order| days.values().all(|days| in_a_row(days, order)))
}

/// Whether a time is a day alone; midnight is what tables of days have where an hour must be.
fn is_day(stamp: Stamp) -> bool {
    let none = |hour: Option<Hour>| hour.is_none_or(|hour| hour.time == NaiveTime::MIN);
    match stamp {
        Stamp::Midnight(_) => true,
        Stamp::Sure(_, hour) | Stamp::Either(_, hour) => none(hour),
        Stamp::Exact(at) => at.unix() % 86_400 == 0,
        Stamp::Clock(_) => false,
    }
}

/// Whether any cell beside the day and the account holds words, or a time of day.
fn has_words(row: &Row<'_>, when: usize, whose: &[usize]) -> bool {
    row.each().enumerate().any(|(column, cell)| {
        let aside = column == when || whose.contains(&column);
        match &cell {
            _ if aside => false,
            Cell::Text(text) if text.contains(':') => stamp(&cell).is_some(),
            Cell::Text(text) => text.chars().filter(|c| c.is_alphabetic()).count() >= WORD,
            Cell::Moment(_) => stamp(&cell).is_some_and(|stamp| !is_day(stamp)),
            _ => false,
        }
    })
}

/// Whether each of the days comes once and hardly any between them is missing.
fn in_a_row(stamps: &[Stamp], order: DayOrder) -> bool {
    let days: Option<Vec<NaiveDate>> = stamps.iter().map(|stamp| day(*stamp, order)).collect();
    let Some(mut days) = days else { return false };
    days.sort_unstable();
    let once = days.windows(2).all(|pair| pair[0] != pair[1]);
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return false };
    let span = usize::try_from((*last - *first).num_days() + 1).unwrap_or(usize::MAX);
    once && days.len() >= span - span / GAP
}

fn day(stamp: Stamp, order: DayOrder) -> Option<NaiveDate> {
    match stamp {
        Stamp::Sure(day, _) | Stamp::Midnight(day) => Some(day),
        Stamp::Either(two, _) => two.day(order),
        Stamp::Exact(at) => NaiveDate::from_ymd_opt(1970, 1, 1)?
            .checked_add_signed(chrono::TimeDelta::days(at.unix().div_euclid(86_400))),
        Stamp::Clock(_) => None,
    }
}
