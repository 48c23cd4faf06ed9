//! Cells kept in memory, row by row: what a workbook or a list becomes.

use super::{Cell, MAX_CELLS, MAX_COLUMNS, MAX_ROWS};

/// Cells in rows; a row knows its number in the file, and rows of nothing are not kept.
#[derive(Clone, Debug, Default)]
pub struct Grid {
    /// A row before all others, that stands in no line of the file.
    first: Vec<Cell<'static>>,
    cells: Vec<Cell<'static>>,
    /// The number of a row in the file, from 1, and where its cells end.
    rows: Vec<(usize, usize)>,
}

impl Grid {
    /// With a row before all others: the names of columns that the file does not have in a row.
    pub(super) fn with_first(self, first: Vec<Cell<'static>>) -> Self {
        Self { first, ..self }
    }

    /// How many rows it has.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Takes a cell of the row in the making. Cells may be skipped, none comes twice; whether there was room.
    pub(super) fn put(&mut self, column: usize, cell: Cell<'static>) -> bool {
        if column >= MAX_COLUMNS {
            return true;
        }
        let start = self.rows.last().map_or(0, |(_, end)| *end);
        let at = start + column;
        if at >= MAX_CELLS {
            return false;
        }
        if self.cells.len() <= at {
            self.cells.resize(at + 1, Cell::Empty);
        }
        self.cells[at] = cell;
        true
    }

    /// Ends the row in the making, the `line`th of the file; whether there is room for another.
    pub(super) fn end_row(&mut self, line: usize) -> bool {
        let start = self.rows.last().map_or(0, |(_, end)| *end);
        if self.cells.len() > start {
            self.rows.push((line, self.cells.len()));
        }
        self.rows.len() < MAX_ROWS
    }

    /// Every row with its number in the file.
    pub fn rows(&self) -> impl Iterator<Item = (usize, &[Cell<'static>])> {
        let starts = std::iter::once(0).chain(self.rows.iter().map(|(_, end)| *end));
        let rest =
            starts.zip(&self.rows).map(|(start, (line, end))| (*line, &self.cells[start..*end]));
        let first = Some((0, self.first.as_slice())).filter(|(_, cells)| !cells.is_empty());
        first.into_iter().chain(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_their_numbers_and_gaps() {
        let mut grid = Grid::default();
        assert!(grid.put(1, Cell::Number(2.0)));
        assert!(grid.end_row(3));
        assert!(grid.end_row(4));
        assert!(grid.put(0, Cell::Flag(true)) && grid.put(MAX_COLUMNS, Cell::Flag(false)));
        grid.end_row(5);
        let rows: Vec<_> = grid.rows().collect();
        let expected: [(usize, &[Cell<'static>]); 2] =
            [(3, &[Cell::Empty, Cell::Number(2.0)]), (5, &[Cell::Flag(true)])];
        assert_eq!(rows, expected);
    }
}
