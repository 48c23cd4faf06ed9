//! What may be hostile in a workbook, looked at before it is read: how large it gets when unpacked,
//! what it says of its own size, chains of blocks that never end.

use super::{MAX_CELLS, NotATable};
use std::io::{Cursor, Read};

/// What all parts of a ZIP may unpack to, in bytes.
const MAX_UNPACKED: u64 = 512 * 1024 * 1024;

/// Parts of a ZIP.
const MAX_PARTS: usize = 10_000;

/// Cells that a repetition of an ODS may make.
const MAX_REPEATED: u64 = 4_000_000;

/// What sort of workbook it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Xlsx,
    Ods,
    Xls,
}

/// The sort of a workbook that is safe to read.
pub(super) fn sort(bytes: &[u8]) -> Result<Sort, NotATable> {
    if bytes.starts_with(b"PK") {
        return zip(bytes, MAX_UNPACKED);
    }
    match super::guard_xls::is_sane(bytes) {
        true => Ok(Sort::Xls),
        false => Err(NotATable::BrokenWorkbook),
    }
}

fn zip(bytes: &[u8], most: u64) -> Result<Sort, NotATable> {
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| NotATable::BrokenWorkbook)?;
    let has = |name: &str| archive.index_for_name(name).is_some();
    let sort = match (has("xl/workbook.xml"), has("content.xml")) {
        (true, _) => Sort::Xlsx,
        (_, true) => Sort::Ods,
        _ => return Err(NotATable::Archive),
    };
    if archive.len() > MAX_PARTS {
        return Err(NotATable::BrokenWorkbook);
    }
    let mut left = most;
    for part in 0..archive.len() {
        let file = archive.by_index(part).map_err(|_| NotATable::BrokenWorkbook)?;
        let is_content = sort == Sort::Ods && file.name().is_ok_and(|name| name == "content.xml");
        let mut content = Vec::new();
        let unpacked = count(file.take(left + 1), |block| {
            if is_content {
                content.extend_from_slice(block);
            }
        })?;
        left = left.checked_sub(unpacked).ok_or(NotATable::BrokenWorkbook)?;
        if !repeats_fit(&content) {
            return Err(NotATable::BrokenWorkbook);
        }
    }
    Ok(sort)
}

/// How much there is to read, block by block.
fn count(mut from: impl Read, mut see: impl FnMut(&[u8])) -> Result<u64, NotATable> {
    let mut block = vec![0; 64 * 1024];
    let mut sum = 0;
    loop {
        let read = from.read(&mut block).map_err(|_| NotATable::BrokenWorkbook)?;
        if read == 0 {
            return Ok(sum);
        }
        see(&block[..read]);
        sum += u64::try_from(read).unwrap_or(u64::MAX);
    }
}

/// Whether the rows and cells that an ODS repeats can be held.
///
/// A sheet ends with an empty row repeated a million times, and a row with an empty cell repeated a thousand times:
/// these cost nothing, because nothing follows. Others are written out by who reads them.
fn repeats_fit(content: &[u8]) -> bool {
    let (mut cells, mut widest) = (0_u64, 1_u64);
    for row in pieces(content, b"<table:table-row") {
        let number = repeated(row, b"number-rows-repeated=\"");
        let mut width = 0_u64;
        let mut before = 0_u64;
        for cell in pieces(row, b"-cell") {
            width = width.saturating_add(std::mem::take(&mut before));
            let number = repeated(cell, b"number-columns-repeated=\"");
            let empty = find(cell, b"office:value").is_none();
            if empty { before = number } else { width = width.saturating_add(number) }
        }
        widest = widest.max(width);
        let last = width == 0 && find(row, b"</table:table>").is_some();
        if !last {
            cells = cells.saturating_add(number.saturating_mul(widest));
        }
        if cells > MAX_REPEATED {
            return false;
        }
    }
    true
}

/// What stands behind each mark, up to the next.
fn pieces<'t>(text: &'t [u8], mark: &'t [u8]) -> impl Iterator<Item = &'t [u8]> {
    let starts = memchr::memmem::find_iter(text, mark).map(|at| at + mark.len());
    let ends = memchr::memmem::find_iter(text, mark).skip(1).chain(std::iter::once(text.len()));
    starts.zip(ends).map(|(start, end)| text.get(start..end).unwrap_or_default())
}

/// The number of an attribute in the tag that a piece begins with; 1 without it.
fn repeated(piece: &[u8], name: &[u8]) -> u64 {
    let tag = piece.split(|byte| *byte == b'>').next().unwrap_or_default();
    let Some(at) = find(tag, name) else { return 1 };
    let digits = tag[at + name.len()..].split(|byte| *byte == b'"').next().unwrap_or_default();
    let number = std::str::from_utf8(digits).ok().and_then(|digits| digits.parse().ok());
    number.unwrap_or(u64::MAX)
}

fn find(text: &[u8], mark: &[u8]) -> Option<usize> {
    memchr::memmem::find(text, mark)
}

/// Whether so many rows of so many columns can be held.
pub(super) fn holds(rows: usize, columns: usize, sheets: usize) -> bool {
    rows.saturating_mul(columns).saturating_mul(sheets.max(1)) <= 2 * MAX_CELLS
}

#[cfg(test)]
mod tests {
    use super::*;

    const XLSX: &[u8] = include_bytes!("../../tests/data/history/fanpage-karma.xlsx");
    const ODS: &[u8] = include_bytes!("../../tests/data/history/classeur.ods");

    #[test]
    fn a_workbook_is_unpacked_so_far_and_no_further() {
        assert_eq!(zip(XLSX, 1_000_000), Ok(Sort::Xlsx));
        assert_eq!(zip(XLSX, 10_000), Err(NotATable::BrokenWorkbook));
        assert_eq!(zip(ODS, 1_000_000), Ok(Sort::Ods));
        assert_eq!(zip(&XLSX[..XLSX.len() / 2], 1_000_000), Err(NotATable::BrokenWorkbook));
    }

    #[test]
    fn repetitions_are_counted_before_they_are_written_out() {
        let cell = |n: u64, value: &str| {
            format!("<table:table-cell table:number-columns-repeated=\"{n}\"{value}/>")
        };
        let row = |n: u64, cells: &str| {
            format!("<table:table-row table:number-rows-repeated=\"{n}\">{cells}</table:table-row>")
        };
        let value = " office:value=\"1\"";
        let end = "</table:table>";
        let fits = |text: String| repeats_fit(text.as_bytes());
        assert!(fits(row(1, &cell(3, value)) + &row(1_048_000, &cell(16_384, "")) + end));
        assert!(!fits(row(1_000_000, &cell(1000, value)) + end));
        assert!(!fits(row(1_048_000_000, &cell(1, "")) + &row(1, &cell(1, value)) + end));
        let wide = cell(1_000_000_000, "") + &cell(1, value);
        assert!(!fits(row(1, &wide) + end));
        assert!(!fits(row(1, &cell(u64::MAX, value)) + end));
    }
}
