//! Text with separators, as RFC 4180 has it and as spreadsheets write it.
//!
//! A cell may be quoted, and a quoted one holds separators, line ends and doubled quotes. Lines end
//! with LF, CR LF or CR. A quote that is never closed takes the rest of the text, once.

use super::{Cell, Cells, MAX_COLUMNS, MAX_ROWS, Place, Row, Spot};
use memchr::{memchr, memchr_iter, memchr3};
use std::borrow::Cow;
use std::ops::ControlFlow;

/// What may stand between two cells.
pub const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A text with separators.
#[derive(Clone, Copy, Debug)]
pub struct Delimited<'a> {
    text: &'a str,
    separator: u8,
    from: usize,
}

/// A cell: its bytes, and whether quotes are doubled in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    start: usize,
    end: usize,
    doubled: bool,
}

impl Span {
    pub(super) fn cell<'t>(&self, text: &'t str) -> Cell<'t> {
        let cell = text.get(self.start..self.end).unwrap_or_default();
        match (cell.is_empty(), self.doubled) {
            (true, _) => Cell::Empty,
            (false, false) => Cell::Text(Cow::Borrowed(cell)),
            (false, true) => Cell::Text(Cow::Owned(undoubled(cell))),
        }
    }
}

/// A text with one quote for each two.
fn undoubled(cell: &str) -> String {
    let mut plain = String::with_capacity(cell.len());
    let mut rest = cell;
    while let Some(quote) = memchr(b'"', rest.as_bytes()) {
        let (before, after) = rest.split_at(quote + 1);
        plain.push_str(before);
        rest = after.strip_prefix('"').unwrap_or(after);
    }
    plain.push_str(rest);
    plain
}

/// The separator that a text names in its first line (`sep=;`, as Excel understands it).
#[must_use]
pub fn named_separator(text: &str) -> Option<u8> {
    let line = text.lines().next()?.trim_matches('"');
    match line.as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] => Some(*separator),
        _ => None,
    }
    .filter(|separator| separator.is_ascii() && !matches!(separator, b'"' | b'\r' | b'\n'))
}

impl<'a> Delimited<'a> {
    /// A text with this separator, an ASCII character that is no quote and no line end. A line that
    /// names the separator is no row.
    #[must_use]
    pub fn new(text: &'a str, separator: u8) -> Self {
        let from = match named_separator(text) {
            Some(_) => memchr(b'\n', text.as_bytes()).map_or(text.len(), |end| end + 1),
            None => 0,
        };
        Self { text, separator, from }
    }

    /// Shows every row in order.
    pub(super) fn each(&self, mut visit: impl FnMut(Row<'_>) -> ControlFlow<()>) {
        let mut spans = Vec::with_capacity(64);
        let mut at = self.from;
        for _ in 0..MAX_ROWS {
            if at >= self.text.len() {
                return;
            }
            spans.clear();
            let start = at;
            at = self.row(at, &mut spans);
            let cells = Cells::Spans(self.text, spans.as_slice());
            let row = Row { place: Place(Spot::Byte(start)), cells };
            if visit(row).is_break() {
                return;
            }
        }
    }

    /// Lines after the last row that is shown.
    pub(super) fn beyond(&self) -> usize {
        let bytes = self.text.as_bytes();
        let ends = memchr_iter(b'\n', bytes).count() + memchr_iter(b'\r', bytes).count();
        // Nearly always: fewer line ends than rows would need.
        if ends < MAX_ROWS {
            return 0;
        }
        let mut spans = Vec::new();
        let mut at = self.from;
        for _ in 0..MAX_ROWS {
            if at >= bytes.len() {
                return 0;
            }
            spans.clear();
            at = self.row(at, &mut spans);
        }
        let rest = bytes.get(at..).unwrap_or_default();
        rest.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).count()
    }

    /// The line that holds this byte, from 1.
    pub(super) fn line_of(&self, byte: usize) -> usize {
        let before = &self.text.as_bytes()[..byte.min(self.text.len())];
        let feeds = memchr_iter(b'\n', before).count();
        // Of old, a line ended with CR alone.
        1 + if feeds > 0 { feeds } else { memchr_iter(b'\r', before).count() }
    }

    /// Cuts the row that starts at a byte; where the next one starts.
    fn row(&self, mut at: usize, spans: &mut Vec<Span>) -> usize {
        let bytes = self.text.as_bytes();
        loop {
            let (span, end) = if bytes.get(at) == Some(&b'"') {
                self.quoted(at + 1)
            } else {
                let end = self.end_of_plain(at);
                (Span { start: at, end, doubled: false }, end)
            };
            if spans.len() < MAX_COLUMNS {
                spans.push(span);
            }
            match bytes.get(end) {
                Some(byte) if *byte == self.separator => at = end + 1,
                Some(b'\r') if bytes.get(end + 1) == Some(&b'\n') => return end + 2,
                _ => return end + 1,
            }
        }
    }

    fn end_of_plain(&self, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        // Empty cells and ends of quoted ones are many: nothing is to be searched there.
        if rest.first().is_some_and(|byte| *byte == self.separator || *byte == b'\n') {
            return at;
        }
        memchr3(self.separator, b'\n', b'\r', rest).map_or(self.text.len(), |found| at + found)
    }

    /// The cell whose opening quote is behind us, and where it ends with all that follows its
    /// closing quote, which is dropped.
    fn quoted(&self, start: usize) -> (Span, usize) {
        let bytes = self.text.as_bytes();
        let (mut at, mut doubled) = (start, false);
        loop {
            let rest = bytes.get(at..).unwrap_or_default();
            let Some(quote) = memchr(b'"', rest).map(|found| at + found) else {
                let end = bytes.len();
                return (Span { start: start.min(end), end, doubled }, end);
            };
            if bytes.get(quote + 1) == Some(&b'"') {
                doubled = true;
                at = quote + 2;
            } else {
                return (Span { start, end: quote, doubled }, self.end_of_plain(quote + 1));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Table;
    use super::*;

    fn rows(text: &str, separator: u8) -> Vec<(usize, Vec<String>)> {
        let table = Table::Text(Delimited::new(text, separator));
        let mut rows = Vec::new();
        table.each(|row| {
            let cells = row.each().map(|cell| cell.text().into_owned()).collect();
            rows.push((table.line(row.place()), cells));
            ControlFlow::Continue(())
        });
        rows
    }

    #[test]
    fn quotes_hold_what_they_hold() {
        let text = "a,b\r\n\"x, \"\"y\"\"\nz\",2\r\n3\n,,\n";
        let expected = [
            (1, vec!["a", "b"]),
            (2, vec!["x, \"y\"\nz", "2"]),
            (4, vec!["3"]),
            (5, vec!["", "", ""]),
        ];
        let found = rows(text, b',');
        assert_eq!(found.len(), expected.len());
        for ((line, cells), (at, wanted)) in found.iter().zip(&expected) {
            assert_eq!((line, cells), (at, &wanted.iter().map(ToString::to_string).collect()));
        }
    }

    #[test]
    fn separators_are_named_or_not() {
        assert_eq!(named_separator("sep=;\r\na;b"), Some(b';'));
        assert_eq!(named_separator("sep=é\n"), None);
        assert_eq!(named_separator("sep=\"\n"), None);
        assert_eq!(named_separator("a,b"), None);
        assert_eq!(rows("sep=;\r\na;b\n", b';'), [(2, vec!["a".to_owned(), "b".to_owned()])]);
        assert_eq!(rows("a\rb\r", b',').len(), 2);
    }

    #[test]
    fn two_quotes_are_one_and_an_odd_one_stays() {
        for text in ["\"\"", "a\"\"b", "\"\"\"\"é", "\"\"\"", "é\"", "\"é\"\""] {
            assert_eq!(undoubled(text), text.replace("\"\"", "\""), "{text}");
        }
    }

    #[test]
    fn rows_that_are_not_looked_at_are_counted() {
        let long = "a\n".repeat(MAX_ROWS + 3);
        assert_eq!(Delimited::new(&long, b',').beyond(), 3);
        assert_eq!(Delimited::new("a\nb\n", b',').beyond(), 0);
    }

    #[test]
    fn hostile_texts_end() {
        for text in ["\"", "\"\"", "\"\"\"", ",", "\r", "\"a\"b,c", "é\"é,\u{0}", "sep=,"] {
            let found = rows(text, b',');
            assert!(found.len() <= 1, "{text:?}: {found:?}");
        }
        assert_eq!(rows("\"a\"b,c", b',')[0].1, ["a", "c"]);
        let wide = ",".repeat(MAX_COLUMNS * 2);
        assert_eq!(rows(&wide, b',')[0].1.len(), MAX_COLUMNS);
        // Linear: ten million bytes of quotes in one cell.
        let quotes = "\"".repeat(10_000_001);
        assert_eq!(rows(&quotes, b',').len(), 1);
    }
}
