//! Files as read, and places in them.
//!
//! A place is a span of bytes; lines and columns are worked out only when somebody looks. This
//! module knows neither TOML tables nor calendars.

mod literal;

pub use literal::Literal;

/// One of the files of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SourceId(u32);

/// A half-open range of bytes in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets; files are at most 32 MiB, so offsets always fit.
    #[must_use]
    pub fn new(range: std::ops::Range<usize>) -> Self {
        let fit = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: fit(range.start), end: fit(range.end.max(range.start)) }
    }

    /// The range of bytes, for slicing.
    #[must_use]
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A place in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct At {
    /// The file.
    pub source: SourceId,
    /// The bytes.
    pub span: Span,
}

impl At {
    /// The bytes `range` of this file, counted from the start of the file.
    #[must_use]
    pub fn with(self, range: std::ops::Range<usize>) -> Self {
        Self { source: self.source, span: Span::new(range) }
    }
}

/// A value and where it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loc<T> {
    /// What was written.
    pub value: T,
    /// Where.
    pub at: At,
}

impl<T> Loc<T> {
    /// A value at a place.
    pub const fn new(value: T, at: At) -> Self {
        Self { value, at }
    }

    /// The same place with another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Loc<U> {
        Loc { value: f(self.value), at: self.at }
    }

    /// A borrowed value at the same place.
    pub const fn as_ref(&self) -> Loc<&T> {
        Loc { value: &self.value, at: self.at }
    }
}

/// One file: its name for people and its text.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    text: String,
    lines: Vec<u32>,
    /// Bytes of the byte-order mark that the file on disk begins with.
    offset: u32,
}

/// A line and a column, both from 1; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

impl Source {
    /// The path to show: relative to the repository or the current folder, with `/`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The whole text, without its byte-order mark.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The bytes of `span`, cut to whole characters.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        let span = self.snap(span);
        self.text.get(span.range()).unwrap_or_default()
    }

    /// The nearest span that lies in the text and on character boundaries.
    #[must_use]
    pub fn snap(&self, span: Span) -> Span {
        let down = |n: u32| {
            let mut n = (n as usize).min(self.text.len());
            while !self.text.is_char_boundary(n) {
                n -= 1;
            }
            n
        };
        let start = down(span.start);
        let mut end = (span.end as usize).clamp(start, self.text.len());
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        Span::new(start..end)
    }

    /// The same bytes, counted in the file as it is on disk: a byte-order mark counts there.
    #[must_use]
    pub const fn on_disk(&self, span: Span) -> Span {
        Span {
            start: span.start.saturating_add(self.offset),
            end: span.end.saturating_add(self.offset),
        }
    }

    /// The whole text as it is on disk: with its byte-order mark, if it has one.
    #[must_use]
    pub fn whole(&self) -> String {
        let mark = if self.offset == 0 { "" } else { "\u{feff}" };
        format!("{mark}{}", self.text)
    }

    /// The line and column of a byte.
    #[must_use]
    pub fn position(&self, byte: u32) -> Position {
        let byte = self.snap(Span { start: byte, end: byte }).start;
        let line = self.lines.partition_point(|&start| start <= byte);
        let start = self.lines.get(line.wrapping_sub(1)).copied().unwrap_or(0);
        let column = self.slice(Span { start, end: byte }).chars().count() + 1;
        Position { line: line.max(1), column }
    }

    /// The bytes of a line (from 1), without its line end; none past the last line.
    #[must_use]
    pub fn line_span(&self, line: usize) -> Span {
        let start = self.lines.get(line.wrapping_sub(1));
        let start = start.map_or(self.text.len(), |&start| start as usize);
        let rest = self.text.get(start..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        Span::new(start..start + line.trim_end_matches('\r').len())
    }

    /// The text of a line (from 1), without its line end.
    #[must_use]
    pub fn line(&self, line: usize) -> &str {
        self.slice(self.line_span(line))
    }
}

/// Every file of a run, in the order they were read.
#[derive(Clone, Debug, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Takes a file in. A leading byte-order mark is dropped: offsets count after it.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<String>) -> SourceId {
        let mut text = text.into();
        let mut offset = 0;
        if text.starts_with('\u{feff}') {
            text.drain(..'\u{feff}'.len_utf8());
            offset = 3;
        }
        let starts = line_starts(&text);
        self.0.push(Source { name: name.into(), text, lines: starts, offset });
        SourceId(u32::try_from(self.0.len() - 1).unwrap_or(u32::MAX))
    }

    /// A file of this run.
    ///
    /// # Panics
    /// When the id comes from another run: a bug.
    #[must_use]
    pub fn get(&self, id: SourceId) -> &Source {
        self.0.get(id.0 as usize).expect("internal error: a source of another run")
    }

    /// Every file, in the order they were read.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        (0..).map(SourceId).zip(&self.0)
    }

    /// How many files there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// No file at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn line_starts(text: &str) -> Vec<u32> {
    let ends = memchr::memchr_iter(b'\n', text.as_bytes());
    std::iter::once(0).chain(ends.map(|i| u32::try_from(i + 1).unwrap_or(u32::MAX))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(text: &str) -> (Sources, SourceId) {
        let mut sources = Sources::default();
        let id = sources.add("a.toml", text);
        (sources, id)
    }

    #[test]
    fn columns_count_characters() {
        let (sources, id) = source("né = 1\r\nété = 2\r\n");
        let file = sources.get(id);
        let at = u32::try_from(file.text().find('2').unwrap()).unwrap();
        assert_eq!(file.position(at), Position { line: 2, column: 7 });
        assert_eq!(file.line(2), "été = 2");
        assert_eq!(file.slice(file.line_span(2)), "été = 2");
        assert_eq!(file.line_span(9).start, file.line_span(9).end);
        assert_eq!(file.position(9_999), Position { line: 3, column: 1 });
    }

    #[test]
    fn spans_are_snapped_to_characters() {
        let (sources, id) = source("été");
        let file = sources.get(id);
        assert_eq!(file.snap(Span { start: 1, end: 3 }), Span { start: 0, end: 3 });
        assert_eq!(file.slice(Span { start: 1, end: 99 }), "été");
    }

    #[test]
    fn a_byte_order_mark_is_dropped() {
        let (sources, id) = source("\u{feff}a = 1");
        let file = sources.get(id);
        assert_eq!(file.text(), "a = 1");
        let span = Span::new(4..5);
        assert_eq!(file.slice(span), "1");
        assert_eq!(file.on_disk(span), Span::new(7..8));
    }
}
