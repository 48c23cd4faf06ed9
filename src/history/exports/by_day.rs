//! Exports of posts that are broken down by day: the same post on many rows, each with what one day
//! brought. Its greatest day is not what the post got, and its days are not posts.

use super::fields::Field;
use super::header::Header;
use super::stamp::stamp;
use crate::sheet::{Cell, Table};
use std::collections::HashMap;
use std::ops::ControlFlow;

/// What the column of the day is called, folded.
const DAYS: [&str; 3] = ["date", "datum", "fecha"];

/// Whether a table of Meta has a post on two days. Where it holds whole lives, the column says so in a
/// word (`Lifetime`).
pub(super) fn is_by_day(table: &Table<'_>, header: &Header) -> bool {
    let meta = header.shape.is_some_and(|shape| shape.id.starts_with("meta-"));
    let day = DAYS.iter().find_map(|name| header.position(name)).filter(|_| meta);
    let post = header.column(Field::Id).or_else(|| header.column(Field::Url));
    let (Some(day), Some(post)) = (day, post) else { return false };
    let (mut index, mut found) = (0, false);
    let mut days: HashMap<String, String> = HashMap::new();
    table.each(|row| {
        index += 1;
        let cell = row.cell(day);
        let dated = match &cell {
            Cell::Text(text) => {
                text.starts_with(|c: char| c.is_ascii_digit()) && stamp(&cell).is_some()
            }
            other => stamp(other).is_some(),
        };
        if index > header.skip && dated && !row.cell(post).is_blank() {
            let text = cell.text().into_owned();
            let first = days.entry(row.cell(post).text().into_owned()).or_insert(text.clone());
            found = *first != text;
        }
        if found { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    found
}
