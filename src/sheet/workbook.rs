//! Workbooks: XLSX, XLS, ODS. What may be hostile in them is looked at first ([`super::guard`]).

use super::guard;
use super::hush::caught;
use super::{Cell, Grid, MAX_COLUMNS, NotATable};
use calamine::{Data, DataRef, Ods, Reader, Xls, Xlsx};
use std::borrow::Cow;
use std::io::Cursor;

/// Sheets of a workbook that are looked at.
const MAX_SHEETS: usize = 64;

/// One sheet of a workbook.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Its cells.
    pub grid: Grid,
}

/// The sheets of a workbook in a ZIP or of the old sort, in their order, those without a cell left out.
///
/// # Errors
/// When it is no workbook, is damaged or locked, or is larger than what is read.
pub fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, NotATable> {
    let read = || match guard::sort(bytes)? {
        guard::Sort::Xlsx => xlsx(bytes).ok_or(NotATable::BrokenWorkbook),
        guard::Sort::Ods => ods(bytes).ok_or(NotATable::BrokenWorkbook),
        guard::Sort::Xls => xls(bytes).ok_or(NotATable::BrokenWorkbook),
    };
    // The readers of these formats trust what a file says of itself here and there.
    let sheets = caught(read).unwrap_or(Err(NotATable::BrokenWorkbook))?;
    Ok(sheets.into_iter().filter(|sheet| sheet.grid.len() > 0).collect())
}

fn xlsx(bytes: &[u8]) -> Option<Vec<Sheet>> {
    let mut book = Xlsx::new(Cursor::new(bytes)).ok()?;
    let names: Vec<String> = book.sheet_names().into_iter().take(MAX_SHEETS).collect();
    let mut sheets = Vec::new();
    for name in names {
        let mut grid = Grid::default();
        // A sheet of a chart alone has no cells to read.
        if let Ok(mut cells) = book.worksheet_cells_reader(&name) {
            let mut row = None;
            while let Some(cell) = cells.next_cell().ok()? {
                let (at, column) = (index(cell.get_position().0), index(cell.get_position().1));
                // Rows come in order; one that does not is damaged.
                match row {
                    Some(current) if at < current => return None,
                    Some(current) if at > current && !grid.end_row(current + 1) => break,
                    _ => row = Some(at),
                }
                let value = shared(cell.get_value());
                if value != Cell::Empty && column < MAX_COLUMNS && !grid.put(column, value) {
                    return None;
                }
            }
            grid.end_row(row.unwrap_or_default() + 1);
        }
        sheets.push(Sheet { name, grid });
    }
    Some(sheets)
}

fn xls(bytes: &[u8]) -> Option<Vec<Sheet>> {
    let mut book = Xls::new(Cursor::new(bytes)).ok()?;
    Some(book.worksheets().into_iter().take(MAX_SHEETS).map(sheet).collect())
}

fn ods(bytes: &[u8]) -> Option<Vec<Sheet>> {
    let mut book = Ods::new(Cursor::new(bytes)).ok()?;
    Some(book.worksheets().into_iter().take(MAX_SHEETS).map(sheet).collect())
}

fn sheet((name, range): (String, calamine::Range<Data>)) -> Sheet {
    let mut grid = Grid::default();
    let (top, left) = range.start().map_or((0, 0), |(row, column)| (index(row), index(column)));
    for (row, cells) in range.rows().enumerate() {
        for (column, value) in cells.iter().enumerate() {
            let value = owned(value);
            if value != Cell::Empty && !grid.put(left + column, value) {
                return Sheet { name, grid };
            }
        }
        if !grid.end_row(top + row + 1) {
            break;
        }
    }
    Sheet { name, grid }
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX - 1)
}

fn shared(value: &DataRef<'_>) -> Cell<'static> {
    match value {
        DataRef::SharedString(text) => text_cell(text),
        other => owned(&Data::from(other.clone())),
    }
}

fn owned(value: &Data) -> Cell<'static> {
    match value {
        Data::Empty | Data::Error(_) => Cell::Empty,
        Data::Bool(flag) => Cell::Flag(*flag),
        Data::Int(number) => i32::try_from(*number).map_or_else(
            |_| Cell::Text(Cow::Owned(number.to_string())),
            |number| Cell::Number(f64::from(number)),
        ),
        Data::Float(number) => Cell::Number(*number),
        Data::DateTime(moment) if moment.is_duration() => Cell::Number(moment.as_f64()),
        Data::DateTime(moment) => moment_cell(*moment),
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text_cell(text),
    }
}

fn text_cell(text: &str) -> Cell<'static> {
    if text.is_empty() { Cell::Empty } else { Cell::Text(Cow::Owned(text.to_owned())) }
}

/// A day and time of a spreadsheet, to the minute and a half that its fractions are sure of.
fn moment_cell(moment: calamine::ExcelDateTime) -> Cell<'static> {
    let serial = moment.as_f64();
    if !(0.0..3_000_000.0).contains(&serial) {
        return Cell::Number(serial);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    chrono::NaiveDate::from_ymd_opt(i32::from(year), u32::from(month), u32::from(day))
        .and_then(|date| date.and_hms_opt(u32::from(hour), u32::from(minute), u32::from(second)))
        .map_or(Cell::Number(serial), Cell::Moment)
}
