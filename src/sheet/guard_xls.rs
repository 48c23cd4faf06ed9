//! Whether an XLS can be read without harm: its blocks form chains that end, and its sheets are no
//! larger than what can be held.
//!
//! An XLS is a small file system (a compound file: blocks, and a table that chains them) with a
//! stream of records in it.

use super::guard::holds;
use std::collections::HashMap;

/// Larger ones are of no network.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// Sheets of a workbook.
const MAX_SHEETS: usize = 64;

/// Numbers of blocks from here on are marks.
const MARKS: u32 = 0xffff_fffa;

/// Records of a cell that begin with its row and column.
const CELLS: [u16; 9] = [0x0006, 0x0201, 0x0203, 0x0204, 0x0205, 0x00bd, 0x00d6, 0x027e, 0x00fd];

/// Whether nothing in it asks for too much.
pub(super) fn is_sane(bytes: &[u8]) -> bool {
    bytes.len() <= MAX_BYTES && Compound::of(bytes).is_some_and(|compound| compound.is_sane())
}

struct Compound<'a> {
    bytes: &'a [u8],
    block: usize,
    fat: Vec<u32>,
    mini: Vec<u32>,
    ministream: Vec<u8>,
    directory: Vec<u8>,
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn size_at(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32_at(bytes, at)?).ok()
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> {
    bytes.chunks_exact(4).filter_map(|four| u32_at(four, 0))
}

impl<'a> Compound<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let block = match u16_at(bytes, 30)? {
            9 => 512,
            12 => 4096,
            _ => return None,
        };
        let blocks = bytes.len().div_ceil(block);
        // What is said of sizes: blocks of the directory, of the table, of the small table.
        let said = [40, 44, 64, 72].into_iter().map(|at| size_at(bytes, at));
        if !said.collect::<Option<Vec<_>>>()?.into_iter().all(|size| size <= blocks && size < 4096)
        {
            return None;
        }
        let mut compound = Self {
            bytes,
            block,
            fat: Vec::new(),
            mini: Vec::new(),
            ministream: Vec::new(),
            directory: Vec::new(),
        };
        for id in compound.blocks_of_table(blocks)? {
            let block = compound.block(id)?;
            compound.fat.extend(numbers(block));
        }
        if !ends(&compound.fat, blocks) {
            return None;
        }
        compound.directory = compound.chain(u32_at(bytes, 48)?)?;
        if size_at(bytes, 64)? > 0 {
            compound.ministream = compound.chain(u32_at(&compound.directory, 116)?)?;
            compound.mini = numbers(&compound.chain(u32_at(bytes, 60)?)?).collect();
            if !ends(&compound.mini, compound.ministream.len().div_ceil(64)) {
                return None;
            }
        }
        Some(compound)
    }

    /// The blocks that hold the table: 109 in the header, the rest in a chain of their own.
    fn blocks_of_table(&self, blocks: usize) -> Option<Vec<u32>> {
        let mut ids: Vec<u32> = numbers(self.bytes.get(76..512)?).collect();
        let mut next = u32_at(self.bytes, 68)?;
        for _ in 0..blocks {
            if next >= MARKS {
                ids.retain(|id| *id < MARKS);
                return Some(ids);
            }
            ids.extend(numbers(self.block(next)?));
            next = ids.pop()?;
        }
        None
    }

    fn block(&self, id: u32) -> Option<&'a [u8]> {
        let start = usize::try_from(id).ok()?.checked_add(1)?.checked_mul(self.block)?;
        let end = (start + self.block).min(self.bytes.len());
        self.bytes.get(start..end).filter(|block| !block.is_empty())
    }

    /// The blocks of a chain; the table is known to end.
    fn chain(&self, mut id: u32) -> Option<Vec<u8>> {
        let mut stream = Vec::new();
        while id < MARKS {
            stream.extend_from_slice(self.block(id)?);
            id = *self.fat.get(usize::try_from(id).ok()?)?;
        }
        Some(stream)
    }

    fn mini_chain(&self, mut id: u32) -> Option<Vec<u8>> {
        let mut stream = Vec::new();
        while id < MARKS {
            let at = usize::try_from(id).ok()?;
            let end = (at * 64 + 64).min(self.ministream.len());
            stream.extend_from_slice(self.ministream.get(at * 64..end)?);
            id = *self.mini.get(at)?;
        }
        Some(stream)
    }

    fn is_sane(&self) -> bool {
        for entry in self.directory.chunks_exact(128) {
            let (Some(start), Some(size)) = (u32_at(entry, 116), size_at(entry, 120)) else {
                return false;
            };
            let name: Vec<u8> =
                entry[..64].iter().copied().step_by(2).take_while(|b| *b != 0).collect();
            if size > self.bytes.len() || (self.block == 4096 && u32_at(entry, 124) != Some(0)) {
                return false;
            }
            if name == b"Workbook" || name == b"Book" {
                let stream = if size < 4096 { self.mini_chain(start) } else { self.chain(start) };
                if !stream.is_some_and(|stream| sheets_fit(&stream)) {
                    return false;
                }
            }
        }
        true
    }
}

/// Whether every chain of a table ends within so many blocks.
fn ends(table: &[u32], blocks: usize) -> bool {
    // 0: not seen, otherwise the number of the walk that saw it.
    let mut seen = vec![0_usize; table.len()];
    for start in 0..table.len() {
        let mut at = start;
        while seen[at] == 0 {
            seen[at] = start + 1;
            let next = table[at];
            if next >= MARKS {
                break;
            }
            let Ok(next) = usize::try_from(next) else { return false };
            if next >= table.len() || next >= blocks {
                return false;
            }
            at = next;
            if seen[at] == start + 1 {
                return false;
            }
        }
    }
    true
}

/// Records from a byte on: sort and content.
fn records(stream: &[u8], from: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = from;
    std::iter::from_fn(move || {
        let sort = u16_at(stream, at)?;
        let length = usize::from(u16_at(stream, at + 2)?);
        let content = stream.get(at + 4..at + 4 + length)?;
        at += 4 + length;
        Some((sort, content))
    })
}

/// Whether the sheets of a workbook can be held.
fn sheets_fit(stream: &[u8]) -> bool {
    let globals = records(stream, 0).take_while(|(sort, _)| *sort != 0x000a);
    let sheets: Vec<usize> = globals
        .filter(|(sort, _)| *sort == 0x0085)
        .filter_map(|(_, content)| size_at(content, 0))
        .collect();
    if sheets.len() > MAX_SHEETS {
        return false;
    }
    let mut known: HashMap<usize, bool> = HashMap::new();
    let number = sheets.len();
    sheets.into_iter().all(|from| {
        *known.entry(from).or_insert_with(|| {
            let (rows, columns) = extent(stream, from);
            holds(rows, columns, number)
        })
    })
}

/// How many rows and columns a sheet has, by its cells and by what it says.
fn extent(stream: &[u8], from: usize) -> (usize, usize) {
    let (mut rows, mut columns) = (0, 0);
    for (sort, content) in records(stream, from).take_while(|(sort, _)| *sort != 0x000a) {
        let (row, column) = match (sort, content.len()) {
            (0x0200, 14) => (size_at(content, 4), u16_at(content, 10).map(usize::from)),
            (0x0200, _) => {
                (u16_at(content, 2).map(usize::from), u16_at(content, 6).map(usize::from))
            }
            // The last of several columns stands at the end.
            (0x00bd, length) if length > 2 => {
                (u16_at(content, 0).map(usize::from), u16_at(content, length - 2).map(usize::from))
            }
            _ if CELLS.contains(&sort) => {
                (u16_at(content, 0).map(usize::from), u16_at(content, 2).map(usize::from))
            }
            _ => continue,
        };
        rows = rows.max(row.unwrap_or(usize::MAX).saturating_add(1));
        columns = columns.max(column.unwrap_or(usize::MAX).saturating_add(1));
    }
    (rows, columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    const XLS: &[u8] = include_bytes!("../../tests/data/history/linkedin-page.xls");

    #[test]
    fn a_workbook_of_excel_is_sane() {
        assert!(is_sane(XLS));
        for length in [0, 30, 511, 512, 1024] {
            assert!(!is_sane(&XLS[..length]), "{length}");
        }
    }

    #[test]
    fn chains_that_never_end_are_seen() {
        let free = 0xffff_ffff;
        assert!(ends(&[1, 2, 0xffff_fffe, free], 4));
        assert!(ends(&[2, 2, 0xffff_fffe], 3));
        assert!(!ends(&[1, 0], 2));
        assert!(!ends(&[0], 1));
        assert!(!ends(&[7], 1));
        // Linear: a million blocks in one chain, backwards.
        let long: Vec<u32> =
            (0..1_000_000_u32).map(|id| id.checked_sub(1).unwrap_or(free)).collect();
        assert!(ends(&long, long.len()));
    }

    #[test]
    fn what_a_sheet_says_of_itself_is_counted() {
        let record = |sort: u16, content: &[u8]| {
            let length = u16::try_from(content.len()).unwrap();
            [&sort.to_le_bytes()[..], &length.to_le_bytes(), content].concat()
        };
        let stream = |cell: &[u8]| {
            let sheet = record(0x0085, &[12, 0, 0, 0]);
            [sheet, record(0x000a, &[]), record(0x0203, cell), record(0x000a, &[])].concat()
        };
        assert!(sheets_fit(&stream(&[9, 0, 3, 0])));
        assert!(!sheets_fit(&stream(&[0xff, 0xff, 0xff, 0xff])));
        let dimensions = [0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0, 0, 1, 0, 0, 0];
        let stream =
            [record(0x0085, &[12, 0, 0, 0]), record(0x000a, &[]), record(0x0200, &dimensions)];
        assert!(!sheets_fit(&stream.concat()));
    }
}
