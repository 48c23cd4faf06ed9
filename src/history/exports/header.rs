//! Which row of a table names its columns, and what each of them holds.

use super::aliases::{GENERIC, is_known};
use super::fields::{Field, plain_name};
use super::shapes::{OTHERS, SHAPES, Shape};
use crate::model::{HistoryFile, IntakeFault};
use crate::sheet::{Cell, Row, Table};
use std::ops::ControlFlow;

/// The header is among so many first rows.
const SEARCHED: usize = 20;

/// Rows after the header whose links may tell the network.
const SAMPLED: usize = 20;

/// The names of more columns than this help nobody.
const LISTED: usize = 24;

/// The columns of a table.
#[derive(Debug)]
pub(super) struct Header {
    /// How many rows come before the posts.
    pub skip: usize,
    /// The names as the file has them.
    pub names: Vec<String>,
    /// How many of them are known.
    pub known: usize,
    /// The export it is.
    pub shape: Option<&'static Shape>,
    /// By field: where it stands, the best column first.
    columns: Vec<Vec<usize>>,
    /// Folded names.
    plain: Vec<String>,
}

impl Header {
    /// Finds the header of a table; a file of one row has one too.
    pub(super) fn of(table: &Table<'_>, entry: &HistoryFile) -> Self {
        let mapped: Vec<String> =
            entry.columns.iter().map(|(_, name)| plain_name(&name.value)).collect();
        let mut best = Self::empty();
        let mut index = 0;
        table.each(|row| {
            let (names, plain) = names(&row);
            let knows = |name: &&String| is_known(name) || in_shapes(name) || mapped.contains(name);
            let known = plain.iter().filter(knows).count();
            let first = best.names.is_empty() && plain.iter().any(|name| !name.is_empty());
            let wider = plain.len() > best.names.len();
            // A title above the table may be called as a column is.
            let title = best.is_title() && filled(&plain) > 1 && known == best.known;
            if known > best.known || first || title || (best.known == 0 && wider) {
                best = Self { skip: index + 1, known, names, plain, ..Self::empty() };
            }
            index += 1;
            if index < SEARCHED { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        let links = links(table, best.skip);
        best.shape = SHAPES.iter().find(|shape| best.fits(shape, &links));
        best.assign(entry);
        best
    }

    fn empty() -> Self {
        let columns = vec![Vec::new(); Field::ALL.len()];
        let (names, plain) = (Vec::new(), Vec::new());
        Self { skip: 0, names, known: 0, shape: None, columns, plain }
    }

    /// Whether it is one cell alone.
    fn is_title(&self) -> bool {
        filled(&self.plain) == 1
    }

    /// How likely this is the table of the posts: an export that is known, known columns, columns.
    pub(super) fn rank(&self) -> (bool, usize, usize) {
        (self.shape.is_some(), self.known, self.names.len())
    }

    /// The best column of a field.
    pub(super) fn column(&self, field: Field) -> Option<usize> {
        self.columns(field).first().copied()
    }

    /// Every column of a field.
    pub(super) fn columns(&self, field: Field) -> &[usize] {
        self.columns.get(field.index()).map_or(&[], Vec::as_slice)
    }

    /// The name of a column, as the file has it.
    pub(super) fn name(&self, column: usize) -> &str {
        self.names.get(column).map_or("", String::as_str)
    }

    /// The folded name of the column of a field.
    pub(super) fn plain_name_of(&self, field: Field) -> &str {
        let name = self.column(field).and_then(|column| self.plain.get(column));
        name.map_or("", String::as_str)
    }

    /// Where a column of this folded name stands again, further to the right.
    pub(super) fn again(&self, name: &str, after: usize) -> Option<usize> {
        let found = self.plain.iter().enumerate().skip(after + 1).find(|(_, plain)| *plain == name);
        found.map(|(column, _)| column)
    }

    /// Why no post can be read from this table, if so.
    pub(super) fn fault(&self, entry: &HistoryFile) -> Option<IntakeFault> {
        for (field, name) in &entry.columns {
            if Field::of(&field.value).is_none() {
                return Some(IntakeFault::UnknownField(field.value.clone()));
            }
            if !self.plain.contains(&plain_name(&name.value)) {
                let (field, name) = (field.value.clone(), name.value.clone());
                return Some(IntakeFault::UnknownColumn(field, name, self.listed()));
            }
        }
        let has = |field| self.column(field).is_some();
        let time = has(Field::Time) || has(Field::Date);
        let figures =
            Field::ALL.into_iter().any(|f| (f.is_part() || f == Field::Engagement) && has(f));
        // Likes outweigh the rest: without them an export of a network would be another measure.
        let of_parts = has(Field::Comments) || has(Field::Shares);
        if time
            && of_parts
            && !has(Field::Likes)
            && self.shape.is_some()
            && entry.columns.is_empty()
        {
            return Some(IntakeFault::NoColumn(Field::PARTS, self.listed()));
        }
        if time && figures && (self.shape.is_some() || !entry.columns.is_empty()) {
            return None;
        }
        let other = OTHERS.iter().find(|(_, needs)| self.has_all(needs));
        match other {
            Some((other, _)) if !time || self.is_of_no_posts() => {
                Some(IntakeFault::OtherTable(other))
            }
            _ if !time && !figures => {
                Some(IntakeFault::NoColumn("time and engagement", self.listed()))
            }
            _ if !time => Some(IntakeFault::NoColumn("time", self.listed())),
            _ if !figures => Some(IntakeFault::NoColumn("engagement", self.listed())),
            _ => None,
        }
    }

    /// Whether nothing in it tells one post from another.
    fn is_of_no_posts(&self) -> bool {
        ![Field::Id, Field::Url, Field::Title, Field::Type]
            .iter()
            .any(|f| self.column(*f).is_some())
    }

    /// The columns that have a name, for people.
    fn listed(&self) -> Vec<String> {
        let named = self.names.iter().filter(|name| !name.is_empty());
        named.take(LISTED).cloned().collect()
    }

    fn has_all(&self, needs: &[&[&str]]) -> bool {
        needs.iter().all(|group| group.iter().any(|name| self.find(name).is_some()))
    }

    fn fits(&self, shape: &Shape, links: &str) -> bool {
        self.has_all(shape.needs) && (shape.host.is_empty() || links.contains(shape.host))
    }

    /// Where the column of this folded name stands.
    pub(super) fn position(&self, name: &str) -> Option<usize> {
        self.find(name)
    }

    fn find(&self, name: &str) -> Option<usize> {
        self.plain.iter().position(|plain| plain == name)
    }

    fn found(&self, names: &[&str]) -> Vec<usize> {
        names.iter().filter_map(|name| self.find(name)).collect()
    }

    /// Gives every field its columns: as `columns` says, else as the export has them, else by any name.
    fn assign(&mut self, entry: &HistoryFile) {
        for field in Field::ALL {
            let own = entry.columns.iter().filter(|(key, _)| key.value == field.key());
            let own: Vec<usize> =
                own.filter_map(|(_, name)| self.find(&plain_name(&name.value))).collect();
            self.columns[field.index()] = if own.is_empty() { self.by_name(field) } else { own };
        }
        self.settle_figures(entry);
    }

    fn by_name(&self, field: Field) -> Vec<usize> {
        let shaped = self.shape.map(|shape| {
            let names = shape.columns.iter().find(|(of, _)| *of == field);
            names.map_or_else(Vec::new, |(_, names)| {
                let own = self.found(names);
                // In a language that nobody described, the names that anybody may use fill up.
                if own.is_empty() { self.found(GENERIC[field.index()].1) } else { own }
            })
        });
        shaped.unwrap_or_else(|| self.found(GENERIC[field.index()].1))
    }

    /// Engagement is one column or the sum of its parts, never both: what `columns` says; a column
    /// of exactly that name where no export is recognised; the parts where there are likes and
    /// something else; else the one column.
    fn settle_figures(&mut self, entry: &HistoryFile) {
        let says = |field: Field| entry.columns.iter().any(|(key, _)| key.value == field.key());
        let parts = [Field::Likes, Field::Comments, Field::Shares];
        let engagement = self.column(Field::Engagement).is_some();
        let own = self.shape.is_none() && self.plain_name_of(Field::Engagement) == "engagement";
        let there = parts.iter().filter(|part| self.column(**part).is_some()).count();
        let sum = self.column(Field::Likes).is_some() && there > 1;
        let by_parts = !says(Field::Engagement)
            && (parts.into_iter().any(says) || !engagement || (sum && !own));
        let unused: &[Field] = if by_parts { &[Field::Engagement] } else { &parts };
        for field in unused {
            self.columns[field.index()].clear();
        }
        if by_parts && parts.into_iter().any(says) {
            // Who names some parts names all that count.
            for field in parts.into_iter().filter(|field| !says(*field)) {
                self.columns[field.index()].clear();
            }
        }
    }
}

/// How many cells hold anything.
fn filled(plain: &[String]) -> usize {
    plain.iter().filter(|name| !name.is_empty()).count()
}

fn in_shapes(name: &str) -> bool {
    let named = |shape: &Shape| shape.columns.iter().any(|(_, names)| names.contains(&name));
    SHAPES.iter().any(named)
}

/// What stands in the cells of a row, as written and folded; long texts are no names.
fn names(row: &Row<'_>) -> (Vec<String>, Vec<String>) {
    let mut names = Vec::with_capacity(row.len());
    let mut plain = Vec::with_capacity(row.len());
    for cell in row.each() {
        let text = match cell {
            Cell::Text(text) if text.len() <= 80 => text.trim().to_owned(),
            _ => String::new(),
        };
        plain.push(plain_name(&text));
        names.push(text);
    }
    (names, plain)
}

/// The cells of the first posts that look like links, in one text.
fn links(table: &Table<'_>, skip: usize) -> String {
    let mut links = String::new();
    let mut index = 0;
    table.each(|row| {
        if index >= skip {
            for cell in row.each() {
                if let Cell::Text(text) = cell {
                    let text = text.trim_start();
                    if text.len() < 400 && text.starts_with("http") {
                        links.push_str(text);
                        links.push(' ');
                    }
                }
            }
        }
        index += 1;
        if index < skip + SAMPLED { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    links
}
