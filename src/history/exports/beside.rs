//! Two tables side by side, as LinkedIn puts them: the same posts by engagement and by impressions,
//! each with its address.

use super::fields::Field;
use super::header::Header;
use super::number::count;
use crate::sheet::{Row, Table};
use std::collections::HashMap;
use std::ops::ControlFlow;

/// What the table to the right says of posts.
#[derive(Debug)]
pub(super) struct Beside {
    url: usize,
    reach: HashMap<String, f64>,
}

impl Beside {
    /// The table to the right, when the column of addresses comes twice.
    pub(super) fn of(table: &Table<'_>, header: &Header) -> Option<Self> {
        let url = header.column(Field::Url)?;
        let again = header.again(header.plain_name_of(Field::Url), url)?;
        let shown = header.column(Field::Impressions).filter(|column| *column > again)?;
        let (mut reach, mut index) = (HashMap::new(), 0);
        table.each(|row| {
            index += 1;
            if index > header.skip
                && let Some(number) = count(&row.cell(shown)).known()
            {
                reach.insert(row.cell(again).text().trim().to_owned(), number);
            }
            ControlFlow::Continue(())
        });
        Some(Self { url, reach })
    }

    /// Whether a row has nothing in the table to the left.
    pub(super) fn is_alone(&self, row: &Row<'_>) -> bool {
        row.cell(self.url).is_blank()
    }

    /// How often the post of an address was shown.
    pub(super) fn reach(&self, url: Option<&str>) -> Option<f64> {
        self.reach.get(url?.trim()).copied()
    }
}
