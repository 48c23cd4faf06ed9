//! The rows of a table as posts in the making: each read, left out or broken.

use super::beside::Beside;
use super::fields::Field;
use super::header::Header;
use super::kinds::Kinds;
use super::number::{Count, count};
use super::place::Place;
use super::shapes::AtSign;
use super::stamp::{Hour, Stamp, TwoWays, stamp};
use super::{Scene, ids, truth};
use crate::model::{BrokenRow, ChannelIx, Intake, LeftOutRow};
use crate::sheet::{Cell, Row, Table};
use crate::time::Instant;
use memchr::memchr_iter;
use std::ops::ControlFlow;

/// Broken rows that are kept to be shown.
const SHOWN: usize = 5;

/// Letters of a title that are kept.
const TITLE: usize = 80;

/// A post whose time is not settled yet.
#[derive(Debug)]
pub(super) struct Draft {
    pub channel: ChannelIx,
    /// As written; nothing where only the id tells.
    pub stamp: Option<Stamp>,
    /// What the id tells.
    pub told: Option<Instant>,
    pub kind: String,
    pub engagement: f64,
    pub reach: Option<f64>,
    pub id: Option<String>,
    pub url: Option<String>,
    pub title: Option<String>,
    /// Where it is written, to be told if its day turns out not to exist.
    pub place: crate::sheet::Place,
}

impl Draft {
    /// The column of its time and what is written there, as far as it was kept.
    pub(super) fn written(&self, header: &Header) -> (String, String) {
        let column = header.column(Field::Time).or_else(|| header.column(Field::Date));
        let value = match self.stamp {
            Some(Stamp::Either(two, _)) => format!("{}/{}/{}", two.first, two.second, two.year),
            _ => String::new(),
        };
        (column.map_or("", |column| header.name(column)).to_owned(), value)
    }
}

/// What becomes of a row.
enum Fate {
    Post(Draft),
    Out(LeftOutRow),
    Broken(usize),
    /// A total, or the header again: no row at all.
    Nothing,
}

/// Reads every row of a table; what is left out is counted in the intake.
pub(super) fn read(
    table: &Table<'_>,
    header: &Header,
    place: &Place,
    scene: &Scene<'_>,
    intake: &mut Intake,
) -> Vec<Draft> {
    let beside = Beside::of(table, header);
    let reader = Reader { header, place, scene, beside, kinds: Kinds::default() };
    let mut drafts = Vec::new();
    let mut index = 0;
    table.each(|row| {
        index += 1;
        if index <= header.skip || row.is_blank() {
            return ControlFlow::Continue(());
        }
        let fate = reader.fate(&row);
        if !matches!(fate, Fate::Nothing) {
            intake.rows += 1;
        }
        match fate {
            Fate::Nothing => {}
            Fate::Out(reason) => leave_out(intake, reason),
            Fate::Broken(column) => {
                let value = row.cell(column).text();
                break_row(intake, header.name(column), &value, || table.line(row.place()));
            }
            Fate::Post(draft) => drafts.push(draft),
        }
        ControlFlow::Continue(())
    });
    let beyond = table.beyond();
    if beyond > 0 {
        intake.rows += beyond;
        intake.left_out.push((LeftOutRow::Beyond, beyond));
    }
    drafts
}

/// Counts a row that is left out.
pub(super) fn leave_out(intake: &mut Intake, reason: LeftOutRow) {
    match intake.left_out.iter_mut().find(|(of, _)| *of == reason) {
        Some((_, number)) => *number += 1,
        None => {
            intake.left_out.push((reason, 1));
            intake.left_out.sort_unstable();
        }
    }
}

/// Counts a row that can't be read, and keeps the first of them.
pub(super) fn break_row(
    intake: &mut Intake,
    column: &str,
    value: &str,
    line: impl FnOnce() -> usize,
) {
    leave_out(intake, LeftOutRow::Broken);
    if intake.broken.len() < SHOWN {
        let value = value.trim().chars().take(TITLE).collect();
        intake.broken.push(BrokenRow { line: line(), column: column.to_owned(), value });
    }
}

struct Reader<'a> {
    header: &'a Header,
    place: &'a Place,
    scene: &'a Scene<'a>,
    beside: Option<Beside>,
    kinds: Kinds,
}

impl Reader<'_> {
    fn fate(&self, row: &Row<'_>) -> Fate {
        if self.is_no_row(row) {
            return Fate::Nothing;
        }
        let Some(channel) = self.place.channel(self.scene.ws, self.header, row) else {
            return Fate::Out(LeftOutRow::Elsewhere);
        };
        let kind = self.kind(row);
        if self.any(row, Field::Paid, truth::is_paid) || truth::is_paid_kind(&kind) {
            return Fate::Out(LeftOutRow::Paid);
        }
        if self.any(row, Field::Reply, truth::is_reply) || self.answers(row) {
            return Fate::Out(LeftOutRow::Reply);
        }
        let (url, id) = (self.link(row), self.id(row));
        let network = &self.scene.ws.channel(channel).network.value;
        let told = ids::time(
            url.as_deref().unwrap_or(""),
            id.as_deref().unwrap_or(""),
            network,
            self.scene.now,
        );
        let (stamp, column) = self.stamp(row);
        if stamp.is_none() && (told.is_none() || self.is_spoilt(row)) {
            return Fate::Broken(column);
        }
        let engagement = match self.engagement(row) {
            Ok(engagement) => engagement,
            Err(column) => return Fate::Broken(column),
        };
        Fate::Post(Draft {
            channel,
            stamp,
            told,
            kind,
            engagement,
            reach: match &self.beside {
                Some(beside) => beside.reach(url.as_deref()),
                None => self.reach(row),
            },
            id,
            url,
            title: self.title(row),
            place: row.place(),
        })
    }

    /// A total, or the names of the columns again.
    fn is_no_row(&self, row: &Row<'_>) -> bool {
        if self.beside.as_ref().is_some_and(|beside| beside.is_alone(row)) {
            return true;
        }
        let when = self.header.column(Field::Time).or_else(|| self.header.column(Field::Date));
        let Some(when) = when else { return false };
        let cell = row.cell(when);
        if cell.is_blank() {
            let first = row.each().find(|cell| !cell.is_blank());
            return first.is_some_and(|cell| truth::is_total(&cell.text()));
        }
        matches!(&cell, Cell::Text(text) if text.trim() == self.header.name(when))
    }

    /// Whether any column of a field holds what is asked for.
    fn any(&self, row: &Row<'_>, field: Field, is: fn(&Cell<'_>) -> bool) -> bool {
        self.header.columns(field).iter().any(|column| is(&row.cell(*column)))
    }

    fn answers(&self, row: &Row<'_>) -> bool {
        let by_at = self.header.shape.is_some_and(|shape| shape.at == AtSign::Reply);
        let title = self.header.column(Field::Title).filter(|_| by_at);
        title.is_some_and(|column| {
            let cell = row.cell(column);
            matches!(&cell, Cell::Text(text) if text.starts_with('@') || text.starts_with("RT @"))
        })
    }

    fn kind(&self, row: &Row<'_>) -> String {
        let Some(column) = self.header.column(Field::Type) else { return String::new() };
        match row.cell(column) {
            Cell::Text(text) if text.len() <= 80 => self.kinds.of(&text),
            _ => String::new(),
        }
    }

    /// The address, when it is one.
    fn link(&self, row: &Row<'_>) -> Option<String> {
        let column = self.header.column(Field::Url)?;
        let Cell::Text(text) = row.cell(column) else { return None };
        let text = text.trim();
        (text.len() <= 500 && text.contains('/')).then(|| text.to_owned())
    }

    /// The id, when no spreadsheet rounded it: `1.81E+18` stands for many posts.
    fn id(&self, row: &Row<'_>) -> Option<String> {
        let column = self.header.column(Field::Id)?;
        let cell = row.cell(column);
        if matches!(cell, Cell::Number(number) if number >= 9e15) {
            return None;
        }
        let text = cell.text();
        // Some exports guard their ids from spreadsheets: ="123", '123, id:123.
        let id = text.trim().trim_start_matches(['=', '"', '\'', '`']).trim_end_matches('"');
        (!id.is_empty() && id.len() <= 200 && !is_rounded(id)).then(|| id.to_owned())
    }

    /// When it went out, as written; and the column that says it.
    fn stamp(&self, row: &Row<'_>) -> (Option<Stamp>, usize) {
        let (time, date) = (self.header.column(Field::Time), self.header.column(Field::Date));
        let column = time.or(date).unwrap_or_default();
        let at = |column: Option<usize>| stamp(&row.cell(column?));
        let found = match at(time) {
            Some(Stamp::Clock(clock)) => at(date).and_then(|day| with_clock(day, clock)),
            None => at(date).filter(|day| !matches!(day, Stamp::Clock(_))),
            found => found,
        };
        (found, column)
    }

    /// Whether something stands where the time of a post should, in an export that says it there. In
    /// one that has days alone, the id says more than the column does.
    fn is_spoilt(&self, row: &Row<'_>) -> bool {
        self.header.column(Field::Time).is_some_and(|column| !row.cell(column).is_blank())
    }

    /// Reactions, comments and shares; else the column that can't be read.
    fn engagement(&self, row: &Row<'_>) -> Result<f64, usize> {
        let parts = [Field::Engagement, Field::Likes, Field::Comments, Field::Shares];
        let mut sum = None;
        let mut first = None;
        for column in parts.iter().filter_map(|part| self.header.column(*part)) {
            first = first.or(Some(column));
            match count(&row.cell(column)) {
                Count::Of(number) => sum = Some(sum.unwrap_or(0.0) + number),
                Count::Unsaid => {}
                Count::Unreadable => return Err(column),
            }
        }
        sum.ok_or(first.unwrap_or_default())
    }

    fn reach(&self, row: &Row<'_>) -> Option<f64> {
        [Field::Reach, Field::Impressions].iter().find_map(|field| {
            let columns = self.header.columns(*field);
            columns.iter().find_map(|column| count(&row.cell(*column)).known())
        })
    }

    /// The first words of the text, without the tags of a page.
    fn title(&self, row: &Row<'_>) -> Option<String> {
        let column = self.header.column(Field::Title)?;
        let Cell::Text(text) = row.cell(column) else { return None };
        let text = if text.trim_start().starts_with('<') { truth::untagged(&text) } else { text };
        let line = text.lines().map(str::trim).find(|line| !line.is_empty())?;
        Some(first_letters(line).to_owned())
    }
}

/// Whether a spreadsheet rounded an id: `1.81E+18`.
fn is_rounded(id: &str) -> bool {
    let before = |plus: usize| id.as_bytes().get(plus.wrapping_sub(1));
    memchr_iter(b'+', id.as_bytes()).any(|plus| matches!(before(plus), Some(b'E' | b'e')))
}

/// As much of a line as a title holds.
fn first_letters(line: &str) -> &str {
    let head = line.as_bytes().get(..TITLE);
    let end = match head {
        None => line.len(),
        Some(head) if head.is_ascii() => TITLE,
        Some(_) => line.char_indices().nth(TITLE).map_or(line.len(), |(end, _)| end),
    };
    &line[..end]
}

/// A day with the time of day of another column.
fn with_clock(day: Stamp, clock: chrono::NaiveTime) -> Option<Stamp> {
    let hour = Some(Hour { time: clock, offset: None });
    match day {
        Stamp::Sure(day, _) | Stamp::Midnight(day) => Some(Stamp::Sure(day, hour)),
        Stamp::Either(two @ TwoWays { .. }, _) => Some(Stamp::Either(two, hour)),
        Stamp::Exact(_) => Some(day),
        Stamp::Clock(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_cut_after_eighty_letters() {
        for letter in ["a", "é", "🌻"] {
            for (written, kept) in [(0, 0), (79, 79), (80, 80), (81, 80), (300, 80)] {
                assert_eq!(first_letters(&letter.repeat(written)), letter.repeat(kept));
            }
        }
        // The letter that is not ASCII comes after the cut, or is the last before it.
        assert_eq!(first_letters(&("a".repeat(80) + "é")), "a".repeat(80));
        assert_eq!(first_letters(&("a".repeat(79) + "éé")), "a".repeat(79) + "é");
    }

    #[test]
    fn rounded_ids_are_known() {
        assert!(is_rounded("1.81E+18") && is_rounded("2e+5") && is_rounded("+E+"));
        assert!(!is_rounded("+e") && !is_rounded("E-+5") && !is_rounded("181") && !is_rounded(""));
    }
}
