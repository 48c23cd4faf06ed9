//! The lines of a file that a finding points at, cut to the width of the screen.
//!
//! What comes out is safe to print: control characters and direction marks are shown as `�`, tabs
//! as spaces, and marks are counted in the text that is shown. Knows nothing of levels or colours.

use crate::render::columns;
use crate::source::{Source, Span};
use crate::text::is_unsafe;
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// Lines further apart than this are shown in excerpts of their own.
const FAR: usize = 60;
/// Lines this near to a mark may be shown with it.
const NEAR: usize = 3;
/// Columns shown before a mark that is itself too wide.
const LEAD: usize = 12;
/// Bytes of a line that are looked at before and after the beginning of a mark. No screen is that
/// wide, and a line may be as long as a file.
const REACH: usize = 4_096;

/// Bytes of a file to point at, with a few safe words on one line.
#[derive(Clone, Debug)]
pub(super) struct Mark<K> {
    /// The bytes; a mark over several lines points at its first line only.
    pub span: Span,
    /// What kind of mark it is, for the renderer.
    pub kind: K,
    /// What stands beside it; may be empty.
    pub label: String,
}

/// Some lines of a file, as they are shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt<K> {
    /// The lines, joined by line feeds.
    pub text: String,
    /// The number of the first one.
    pub first_line: usize,
    /// Where its first mark begins in the file.
    pub start: u32,
    /// The marks, on character boundaries of `text`.
    pub marks: Vec<Shown<K>>,
}

/// A mark in the text that is shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Shown<K> {
    /// Bytes of the excerpt.
    pub range: Range<usize>,
    /// Its kind.
    pub kind: K,
    /// What stands beside it.
    pub label: String,
    /// Where there is room for the label.
    pub room: Room,
}

/// Where a label fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Room {
    /// To the right of the mark.
    Beside,
    /// Below the start of the mark.
    Below,
    /// Not in the excerpt.
    Elsewhere,
}

/// How excerpts are cut.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame {
    /// Columns for the text of a line.
    pub columns: usize,
    /// What stands for the rest of a line.
    pub dots: &'static str,
}

/// The excerpts that show these marks of one file; the first mark is in the first.
pub(super) fn excerpts<K: Copy>(
    source: &Source,
    marks: &[Mark<K>],
    frame: Frame,
) -> Vec<Excerpt<K>> {
    let mut groups: Vec<Vec<Placed<'_, K>>> = Vec::new();
    for mark in marks {
        let placed = Placed::new(source, mark);
        let home = groups
            .iter_mut()
            .find(|group| group.iter().all(|other| placed.goes_with(other, frame)));
        match home {
            Some(group) => group.push(placed),
            None => groups.push(vec![placed]),
        }
    }
    groups.into_iter().map(|group| excerpt(source, group, frame)).collect()
}

/// A mark and the line it is on.
struct Placed<'m, K> {
    mark: &'m Mark<K>,
    line: usize,
    /// The part of the line that is looked at.
    piece: Piece<'m>,
    /// Bytes of that part.
    range: Range<usize>,
    /// Columns of the line.
    width: usize,
}

/// A line, or what is looked at of a very long one.
#[derive(Clone, Copy)]
struct Piece<'s> {
    text: &'s str,
    before: Rest,
    after: Rest,
}

/// Whether a line goes on beyond a piece of it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rest {
    None,
    Some,
}

impl<'s> Piece<'s> {
    /// What is looked at around a byte of the file, and where it begins there.
    fn around(source: &'s Source, line: usize, byte: usize) -> (Self, usize) {
        let whole = source.line_span(line);
        let bounds = whole.range();
        let from = byte.saturating_sub(REACH).max(bounds.start);
        let to = byte.saturating_add(REACH).min(bounds.end);
        let seen = source.snap(Span::new(from..to.max(from)));
        let rest = |gone: bool| if gone { Rest::Some } else { Rest::None };
        let piece = Self {
            text: source.slice(seen),
            before: rest(seen.start > whole.start),
            after: rest(seen.end < whole.end),
        };
        (piece, seen.range().start)
    }
}

impl<'m, K> Placed<'m, K> {
    fn new(source: &'m Source, mark: &'m Mark<K>) -> Self {
        let span = source.snap(mark.span);
        let line = source.position(span.start).line;
        let (piece, begins) = Piece::around(source, line, span.range().start);
        let within = |byte: usize| byte.saturating_sub(begins).min(piece.text.len());
        let range = within(span.range().start)..within(span.range().end);
        let whole = piece.before == Rest::None && piece.after == Rest::None;
        let width =
            if whole { cells(piece.text).iter().map(|cell| cell.wide).sum() } else { usize::MAX };
        Self { mark, line, piece, range, width }
    }

    /// Whether both can be seen in one excerpt.
    fn goes_with(&self, other: &Self, frame: Frame) -> bool {
        if self.line == other.line {
            self.width <= frame.columns
        } else {
            self.line.abs_diff(other.line) <= FAR
        }
    }
}

fn excerpt<K: Copy>(source: &Source, group: Vec<Placed<'_, K>>, frame: Frame) -> Excerpt<K> {
    let first = group.iter().map(|placed| placed.line).min().unwrap_or(1);
    let last = group.iter().map(|placed| placed.line).max().unwrap_or(1);
    let start = group.first().map_or(0, |placed| placed.mark.span.start);
    let mut text = String::new();
    let mut marks = Vec::with_capacity(group.len());
    for line in first..=last {
        if line > first {
            text.push('\n');
        }
        let near = group.iter().any(|placed| placed.line.abs_diff(line) <= NEAR);
        if !near {
            continue;
        }
        let here = || group.iter().filter(|placed| placed.line == line);
        let focus = here().next().map(|placed| Focus {
            range: placed.range.clone(),
            label: columns(&placed.mark.label),
        });
        let piece = here().next().map_or_else(
            || Piece::around(source, line, source.line_span(line).range().start).0,
            |placed| placed.piece,
        );
        let row = Row::cut(piece, focus.as_ref(), frame);
        for placed in here() {
            let range = row.bytes(&placed.range);
            let label = columns(&placed.mark.label);
            let room = row.room(&range, label, frame);
            marks.push(Shown {
                range: text.len() + range.start..text.len() + range.end,
                kind: placed.mark.kind,
                label: placed.mark.label.clone(),
                room,
            });
        }
        text.push_str(&row.text);
        if row.text.is_empty() && line == last {
            // The drawing crate takes a mark on an empty last line for one at the end of the line
            // before.
            text.push(' ');
        }
    }
    Excerpt { text, first_line: first, start, marks }
}

/// A character as it is shown.
#[derive(Clone, Copy)]
struct Cell {
    shown: char,
    /// Where it begins in the line.
    byte: usize,
    /// Its columns.
    wide: usize,
}

/// The character, or `�` for what must not reach the screen, and for zero-width spaces: nobody
/// sees in an editor why a name that holds one is unknown.
pub(super) fn visible(c: char) -> char {
    match c {
        '\u{200b}' | '\u{2060}' => '\u{fffd}',
        c if is_unsafe(c) => '\u{fffd}',
        c => c,
    }
}

fn cells(line: &str) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(line.len());
    for (byte, c) in line.char_indices() {
        let (shown, times) = match c {
            '\t' => (' ', 2),
            c => (visible(c), 1),
        };
        let wide = shown.width().unwrap_or(1);
        cells.extend(std::iter::repeat_n(Cell { shown, byte, wide }, times));
    }
    cells
}

/// The part of a line that must be seen.
struct Focus {
    range: Range<usize>,
    /// Columns of the label.
    label: usize,
}

/// A line as it is shown.
struct Row {
    text: String,
    /// For each cell that is shown: its byte in the file's line and in `text`.
    places: Vec<(usize, usize)>,
    /// The end of the last cell in `text`, before the dots.
    end: usize,
}

impl Row {
    fn cut(piece: Piece<'_>, focus: Option<&Focus>, frame: Frame) -> Self {
        let cells = cells(piece.text);
        let total: usize = cells.iter().map(|cell| cell.wide).sum();
        let window =
            if total <= frame.columns { 0..cells.len() } else { window(&cells, focus, frame) };
        let mut text = String::new();
        if window.start > 0 || piece.before == Rest::Some {
            text.push_str(frame.dots);
        }
        let mut places = Vec::with_capacity(window.len());
        for cell in &cells[window.clone()] {
            places.push((cell.byte, text.len()));
            text.push(cell.shown);
        }
        let end = text.len();
        if window.end < cells.len() || piece.after == Rest::Some {
            text.push_str(frame.dots);
        }
        Self { text, places, end }
    }

    /// Where bytes of the file's line are shown; what is out of sight ends at the dots.
    fn bytes(&self, range: &Range<usize>) -> Range<usize> {
        let place = |byte: usize| {
            self.places.iter().find(|(from, _)| *from >= byte).map_or(self.end, |(_, to)| *to)
        };
        let start = place(range.start);
        let beyond = self.places.last().is_some_and(|(last, _)| range.end > *last);
        // A mark that goes on beyond the window runs under the dots.
        let end = if beyond { self.text.len() } else { place(range.end) };
        start..end.max(start)
    }

    fn room(&self, range: &Range<usize>, label: usize, frame: Frame) -> Room {
        let width = |range: Range<usize>| self.text.get(range).map_or(0, columns);
        let start = width(0..range.start);
        let mark = width(range.clone());
        if start + mark.max(1) + 1 + label <= frame.columns {
            Room::Beside
        } else if mark > 1 && start + label <= frame.columns {
            Room::Below
        } else {
            Room::Elsewhere
        }
    }
}

/// The cells to show of a line that is too wide: from its beginning when the focus is there, else
/// around the focus, with room for its label when that fits.
fn window(cells: &[Cell], focus: Option<&Focus>, frame: Frame) -> Range<usize> {
    let dots = columns(frame.dots);
    let width = |range: &[Cell]| range.iter().map(|cell| cell.wide).sum::<usize>();
    let start = match focus {
        None => 0,
        Some(focus) => {
            let index = |byte| cells.partition_point(|cell| cell.byte < byte);
            let (from, to) = (index(focus.range.start), index(focus.range.end));
            let (before, mark) = (width(&cells[..from]), width(&cells[from..to]));
            let space = frame.columns.saturating_sub(2 * dots);
            let wanted = mark.max(1) + 1 + focus.label;
            let lead = match (wanted <= space, mark <= space) {
                (true, _) => (space - wanted) / 2,
                (false, true) => LEAD.min(space - mark),
                (false, false) => LEAD,
            };
            let needed = if wanted <= space { wanted } else { mark.min(space - LEAD.min(space)) };
            if before + needed <= frame.columns.saturating_sub(dots) {
                0
            } else {
                let skipped = before.saturating_sub(lead);
                first_after(cells, skipped)
            }
        }
    };
    let left = if start > 0 { dots } else { 0 };
    let mut room = frame.columns.saturating_sub(left);
    if width(&cells[start..]) > room {
        room = room.saturating_sub(dots);
    }
    let mut used = 0;
    let shown = cells[start..].iter().take_while(|cell| {
        used += cell.wide;
        used <= room
    });
    start..start + shown.count()
}

/// The first cell at or after this column that is no combining mark.
fn first_after(cells: &[Cell], column: usize) -> usize {
    let mut used = 0;
    cells
        .iter()
        .position(|cell| {
            let here = used >= column && cell.wide > 0;
            used += cell.wide;
            here
        })
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;
    use unicode_width::UnicodeWidthStr;

    const FRAME: Frame = Frame { columns: 40, dots: "…" };

    fn shown(text: &str, spans: &[(Range<usize>, &str)]) -> Vec<Excerpt<()>> {
        let mut sources = Sources::default();
        let id = sources.add("a.toml", text);
        let marks: Vec<Mark<()>> = spans
            .iter()
            .map(|(range, label)| Mark {
                span: Span::new(range.clone()),
                kind: (),
                label: (*label).to_owned(),
            })
            .collect();
        excerpts(sources.get(id), &marks, FRAME)
    }

    fn pointed(excerpt: &Excerpt<()>) -> Vec<&str> {
        let marks = excerpt.marks.iter();
        marks.map(|mark| &excerpt.text[mark.range.clone()]).collect()
    }

    #[test]
    fn short_lines_are_whole() {
        let found = shown("a = 1\nété = 2\n", &[(6..11, "ici")]);
        assert_eq!(found[0].text, "été = 2");
        assert_eq!(found[0].first_line, 2);
        assert_eq!(pointed(&found[0]), ["été"]);
        assert_eq!(found[0].marks[0].room, Room::Beside);
    }

    #[test]
    fn a_long_line_is_cut_around_its_mark() {
        let line = format!("text = \"{}faute{}\"", "mot ".repeat(30), " fin".repeat(30));
        let at = line.find("faute").unwrap();
        let found = shown(&line, &[(at..at + 5, "ici")]);
        assert_eq!(pointed(&found[0]), ["faute"]);
        let text = &found[0].text;
        assert!(text.starts_with('…') && text.ends_with('…'), "{text}");
        assert!(text.width() <= 40, "{text}");
    }

    #[test]
    fn a_mark_wider_than_the_screen_runs_under_the_dots() {
        let line = format!("text = \"{}\"", "mot ".repeat(30));
        let found = shown(&line, &[(7..line.len(), "trop long")]);
        assert!(found[0].text.starts_with("text = "));
        assert!(pointed(&found[0])[0].ends_with('…'));
        assert_eq!(found[0].marks[0].room, Room::Below);
    }

    #[test]
    fn a_line_as_long_as_a_file_is_looked_at_near_its_mark_only() {
        let line = format!("{}é{}", "é".repeat(9_000), "日".repeat(9_000));
        let found = shown(&line, &[(18_000..18_002, "ici"), (20_000..20_003, "")]);
        assert_eq!(found.len(), 2);
        for excerpt in &found {
            let text = &excerpt.text;
            assert!(text.starts_with('…') && text.ends_with('…'), "{text}");
            assert!(text.width() <= 40, "{text}");
        }
        assert_eq!(pointed(&found[0]), ["é"]);
        assert_eq!(pointed(&found[1]), ["日"]);
        assert_eq!(found[1].start, 20_000);
    }

    #[test]
    fn a_mark_on_an_empty_last_line_is_on_that_line() {
        let found = shown("a = 1\n", &[(6..6, "ici"), (0..1, "")]);
        assert_eq!(found[0].text, "a = 1\n ");
        assert_eq!(found[0].marks[1].range, 6..6);
    }

    #[test]
    fn a_mark_of_several_lines_points_at_the_first() {
        let found = shown("t = \"\"\"\r\na\r\nb\"\"\"", &[(4..16, "")]);
        assert_eq!(found[0].text, "t = \"\"\"");
        assert_eq!(pointed(&found[0]), ["\"\"\""]);
    }

    #[test]
    fn controls_and_tabs_are_stood_in_for() {
        let found = shown("\tx = \"\u{1b}[31m\u{202e}\u{200b}e\u{301}\"", &[(1..2, "")]);
        assert_eq!(found[0].text, "  x = \"�[31m��e\u{301}\"");
        assert_eq!(pointed(&found[0]), ["x"]);
    }

    #[test]
    fn marks_far_apart_or_on_one_long_line_get_excerpts_of_their_own() {
        let text = format!("a = 1\n{}b = 2\n", "\n".repeat(100));
        let b = text.find('b').unwrap();
        assert_eq!(shown(&text, &[(b..b + 1, ""), (0..1, "")]).len(), 2);
        let long = "x".repeat(100);
        assert_eq!(shown(&long, &[(0..1, ""), (90..91, "")]).len(), 2);
        assert_eq!(shown("a b", &[(0..1, ""), (2..3, "")]).len(), 1);
    }
}
