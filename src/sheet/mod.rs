//! Tables as people keep them: from the bytes of a file to rows of cells.
//!
//! CSV with any of its separators and in any of the encodings that spreadsheets save, workbooks
//! (XLSX, XLS, ODS) and lists in JSON all become a [`Table`]. What it is, is seen by its content;
//! nobody asks for its name. The room knows nothing of what a column means, and a file may be hostile:
//! whatever its bytes are, the work is linear in their number and bounded by [`MAX_COLUMNS`],
//! [`MAX_ROWS`] and [`MAX_CELLS`].

mod cell;
mod delimited;
mod encoding;
mod grid;
mod guard;
mod guard_xls;
mod json;
mod kind;
mod workbook;

pub use cell::Cell;
pub use delimited::{Delimited, SEPARATORS, named_separator};
pub use encoding::decode;
pub use grid::Grid;
pub use json::list;
pub use kind::{Kind, NotATable};
pub use workbook::{Sheet, is_guarded, sheets};

use std::ops::ControlFlow;

/// Columns that are looked at; what stands further to the right is as if absent.
pub const MAX_COLUMNS: usize = 1024;

/// Rows that are looked at.
pub const MAX_ROWS: usize = 2_000_000;

/// Cells of a workbook or of a list that are kept.
pub const MAX_CELLS: usize = 8_000_000;

/// A table whose rows can be gone through, more than once.
#[derive(Debug)]
pub enum Table<'a> {
    /// Text with separators; a cell is cut out when it is asked for.
    Text(Delimited<'a>),
    /// Cells that were read into memory.
    Grid(&'a Grid),
}

/// One row of a [`Table`].
#[derive(Clone, Copy, Debug)]
pub struct Row<'r> {
    place: Place,
    cells: Cells<'r>,
}

/// Where a row is; [`Table::line`] counts its line for who asks.
#[derive(Clone, Copy, Debug)]
pub struct Place(Spot);

#[derive(Clone, Copy, Debug)]
enum Spot {
    Byte(usize),
    Line(usize),
}

#[derive(Clone, Copy, Debug)]
enum Cells<'r> {
    Spans(&'r str, &'r [delimited::Span]),
    Kept(&'r [Cell<'static>]),
}

impl Table<'_> {
    /// Shows every row in order, at most [`MAX_ROWS`], until `visit` has had enough. Rows without
    /// any cell are shown too.
    pub fn each(&self, mut visit: impl FnMut(Row<'_>) -> ControlFlow<()>) {
        match self {
            Self::Text(text) => text.each(visit),
            Self::Grid(grid) => {
                for (line, cells) in grid.rows() {
                    let row = Row { place: Place(Spot::Line(line)), cells: Cells::Kept(cells) };
                    if visit(row).is_break() {
                        return;
                    }
                }
            }
        }
    }

    /// How many rows [`Table::each`] does not show, because there are more than [`MAX_ROWS`]; of text, how
    /// many lines.
    #[must_use]
    pub fn beyond(&self) -> usize {
        match self {
            Self::Text(text) => text.beyond(),
            Self::Grid(_) => 0,
        }
    }

    /// The line of a place in the file, or its row in the sheet, from 1.
    #[must_use]
    pub fn line(&self, place: Place) -> usize {
        match (self, place.0) {
            (_, Spot::Line(line)) => line,
            (Self::Text(text), Spot::Byte(byte)) => text.line_of(byte),
            (Self::Grid(_), Spot::Byte(_)) => 0,
        }
    }
}

impl<'r> Row<'r> {
    /// Where it is.
    #[must_use]
    pub const fn place(&self) -> Place {
        self.place
    }

    /// How many cells it has.
    #[must_use]
    pub const fn len(&self) -> usize {
        match self.cells {
            Cells::Spans(_, spans) => spans.len(),
            Cells::Kept(cells) => cells.len(),
        }
    }

    /// Whether it has none at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The cell of a column, from 0; an empty one where the row is too short.
    #[must_use]
    pub fn cell(&self, column: usize) -> Cell<'r> {
        match self.cells {
            Cells::Spans(text, spans) => {
                spans.get(column).map_or(Cell::Empty, |span| span.cell(text))
            }
            Cells::Kept(cells) => cells.get(column).map_or(Cell::Empty, Cell::borrowed),
        }
    }

    /// Every cell, in order.
    pub fn each(&self) -> impl Iterator<Item = Cell<'r>> + use<'r> {
        let row = *self;
        (0..row.len()).map(move |column| row.cell(column))
    }

    /// Whether nothing stands in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.each().all(|cell| cell.is_blank())
    }
}
