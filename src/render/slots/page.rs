//! A page under way for a terminal: styled lines that fit.

use crate::render::lines::{hang, pad, width, wrap};
use crate::render::plan::Ink;
use anstyle::Style;

/// A page under way.
#[derive(Clone, Debug)]
pub(super) struct Page {
    out: String,
    columns: usize,
    ink: Ink,
}

impl Page {
    pub(super) const fn new(columns: usize, ink: Ink) -> Self {
        Self { out: String::new(), columns, ink }
    }

    /// A sentence.
    pub(super) fn say(&mut self, style: Style, text: &str) {
        for line in wrap(text, self.columns) {
            self.out.push_str(&format!("{style}{line}{style:#}\n"));
        }
    }

    /// A heading after an empty line.
    pub(super) fn heading(&mut self, text: &str) {
        self.gap();
        self.say(Style::new().bold(), text);
    }

    /// A sentence after a mark, the rest of it under its first word.
    pub(super) fn hang(&mut self, style: Style, lead: &str, text: &str) {
        for line in hang(lead, text, self.columns) {
            self.out.push_str(&format!("{style}{line}{style:#}\n"));
        }
    }

    /// An empty line.
    pub(super) fn gap(&mut self) {
        self.out.push('\n');
    }

    /// A line that is laid out and styled already.
    pub(super) fn raw(&mut self, line: &str) {
        self.out.push_str(line);
        self.out.push('\n');
    }

    /// Rows of a name, a figure at the right of its column, and a text, with the heads of the last
    /// two dimmed above.
    pub(super) fn rows(&mut self, heads: (&str, &str), rows: &[(String, String, String)]) {
        let widest = |of: fn(&(String, String, String)) -> &String| {
            rows.iter().map(|row| width(of(row))).max().unwrap_or(0)
        };
        let figure = widest(|row| &row.1);
        // Wide enough for the head over the figures, where there is room.
        let name = widest(|row| &row.0).max(width(heads.0).saturating_sub(2 + figure));
        let dim = Style::new().dimmed();
        let edge = 2 + name + 2 + figure;
        let head =
            format!("{}{}  {}", " ".repeat(edge.saturating_sub(width(heads.0))), heads.0, heads.1);
        for line in wrap_head(&head, self.columns) {
            self.out.push_str(&format!("{dim}{line}{dim:#}\n"));
        }
        for (first, second, text) in rows {
            let gap = " ".repeat(figure.saturating_sub(width(second)));
            let lead = format!("  {}  {gap}{second}  ", pad(first, name));
            match width(&lead) + 20 < self.columns {
                true => self.hang(Style::new(), &lead, text),
                false => self.hang(Style::new(), "  ", &format!("{first} ({second}) {text}")),
            }
        }
    }

    /// The page; as letters where symbols are not wanted.
    pub(super) fn done(self) -> String {
        match self.ink {
            Ink::Unicode => self.out,
            Ink::Ascii => plain(&self.out),
        }
    }
}

/// A head that is too wide for its line has none of its own spaces.
fn wrap_head(head: &str, columns: usize) -> Vec<String> {
    match width(head) <= columns {
        true => vec![head.to_owned()],
        false => wrap(head, columns),
    }
}

/// Signs of type as plain terminals have them.
pub(super) fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
        .replace(['–', '\u{2212}', '·'], "-")
        .replace('…', "...")
        .replace(['’', '‘'], "'")
        .replace(['“', '”'], "\"")
}
