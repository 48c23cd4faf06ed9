//! A report for a terminal.

use super::Told;
use super::view::{Item, Part, RowView, TableView, View};
use crate::render::lines::{cut, hang, pad, width};
use crate::render::plan::Ink;
use anstyle::Style;

/// The widest name of a group, in columns, while there is room.
const WIDEST_NAME: usize = 34;

/// The report as styled lines of at most `columns` columns.
#[must_use]
pub fn render(told: &Told<'_>, columns: usize, ink: Ink) -> String {
    let view = View::of(told);
    let mut page = Page { out: String::new(), columns, ink };
    let (plain, bold, dim) = (Style::new(), Style::new().bold(), Style::new().dimmed());
    page.words(bold, "", &view.title);
    page.words(dim, "", &view.clock);
    page.out.push('\n');
    for sentence in &view.summary {
        page.words(plain, "", sentence);
    }
    for section in &view.sections {
        page.out.push('\n');
        page.words(bold, "", &section.heading);
        for part in &section.parts {
            match part {
                Part::Text(text) => page.words(plain, "  ", text),
                Part::Aside(text) => page.words(dim, "  ", text),
                Part::Items(items) => page.items(items),
                Part::Table(table) => page.table(table),
            }
        }
    }
    page.out
}

struct Page {
    out: String,
    columns: usize,
    ink: Ink,
}

impl Page {
    fn line(&mut self, style: Style, text: &str) {
        let text = text.trim_end_matches(' ');
        match text.is_empty() {
            true => self.out.push('\n'),
            false => self.out.push_str(&format!("{style}{text}{style:#}\n")),
        }
    }

    /// Words after `first`, which stays free on the lines that follow.
    fn words(&mut self, style: Style, first: &str, text: &str) {
        for line in hang(first, &self.plain(text), self.columns) {
            self.line(style, &line);
        }
    }

    /// With letters that plain terminals have, where that is asked.
    fn plain(&self, text: &str) -> String {
        match self.ink {
            Ink::Unicode => text.to_owned(),
            Ink::Ascii => text
                .replace(['\u{a0}', '\u{202f}'], " ")
                .replace(['–', '·', '\u{2212}'], "-")
                .replace('…', "..."),
        }
    }

    const fn bullet(&self) -> &'static str {
        match self.ink {
            Ink::Unicode => "•",
            Ink::Ascii => "-",
        }
    }

    const fn below(&self) -> &'static str {
        match self.ink {
            Ink::Unicode => "↳",
            Ink::Ascii => "-",
        }
    }

    fn items(&mut self, items: &[Item]) {
        let count = items.iter().map(|item| item.cells.len()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..count)
            .map(|i| {
                let cells = items.iter().filter_map(|item| item.cells.get(i));
                let widest = cells.map(|cell| width(&self.plain(cell))).max().unwrap_or(0);
                widest.min(self.columns / 3)
            })
            .collect();
        let dim = Style::new().dimmed();
        for item in items {
            let mut first = format!("  {} ", self.bullet());
            for (cell, most) in item.cells.iter().zip(&widths) {
                let cell = cut(&self.plain(cell), *most, self.ink.ellipsis());
                first.push_str(&format!("{}  ", pad(&cell, *most)));
            }
            let mut lines = hang(&first, &self.plain(&item.text), self.columns);
            let last = lines.pop().unwrap_or_default();
            for line in &lines {
                self.line(Style::new(), line);
            }
            match &item.id {
                Some(id) if width(&last) + 2 + width(id) <= self.columns => {
                    self.out.push_str(&format!("{last}  {dim}{id}{dim:#}\n"));
                }
                Some(id) => {
                    self.line(Style::new(), &last);
                    for line in hang(&" ".repeat(width(&first)), id, self.columns) {
                        self.line(dim, &line);
                    }
                }
                None => self.line(Style::new(), &last),
            }
        }
    }

    fn table(&mut self, table: &TableView) {
        let figures = table.heads.len().saturating_sub(2);
        let widths: Vec<usize> = (0..figures)
            .map(|i| {
                let cells = table.rows.iter().filter_map(|row| row.figures.get(i));
                let cells = cells.map(|cell| width(&self.plain(cell)));
                cells.chain([width(&table.heads[i + 1])]).max().unwrap_or(0)
            })
            .collect();
        let taken: usize = widths.iter().map(|width| width + 2).sum();
        let room = self.columns.saturating_sub(taken + 2).max(8);
        let name = table.rows.iter().map(|row| width(&self.plain(&row.name))).max().unwrap_or(0);
        let name = name.min(WIDEST_NAME).min(room);
        let head = RowView {
            name: String::new(),
            figures: table.heads.get(1..=figures).unwrap_or_default().to_vec(),
            verdict: String::new(),
        };
        let dim = Style::new().dimmed();
        let text = self.row(&head, name, &widths);
        self.line(dim, &text);
        for row in &table.rows {
            let text = self.row(row, name, &widths);
            let verdict = self.plain(&row.verdict);
            let beside = format!("{text}  {verdict}");
            match () {
                () if verdict.is_empty() => self.line(Style::new(), &text),
                () if width(&beside) <= self.columns => self.line(Style::new(), &beside),
                () => {
                    self.line(Style::new(), &text);
                    let first = format!("    {} ", self.below());
                    self.words(Style::new(), &first, &verdict);
                }
            }
        }
    }

    fn row(&self, row: &RowView, name: usize, widths: &[usize]) -> String {
        let shown = cut(&self.plain(&row.name), name, self.ink.ellipsis());
        let mut text = format!("  {}", pad(&shown, name));
        for (figure, most) in row.figures.iter().zip(widths) {
            let figure = self.plain(figure);
            let blank = " ".repeat(most.saturating_sub(width(&figure)));
            text.push_str(&format!("  {blank}{figure}"));
        }
        // Narrow terminals cut figures rather than overflow.
        cut(&text, self.columns, self.ink.ellipsis())
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::Trial;
    use super::*;
    use crate::lang::Lang;
    use crate::report::trial::{busy, workspace};

    fn text(told: &Told<'_>, columns: usize, ink: Ink) -> String {
        anstream::adapter::strip_str(&render(told, columns, ink)).to_string()
    }

    #[test]
    fn nothing_overflows_and_hostile_names_are_safe() {
        let mut ws = busy(2.0);
        ws.mix.pillars[0].name =
            "展覧会 \u{1b}[31mMotTrèsTrèsTrèsLongSansEspaceAucune\u{202e}".to_owned();
        for outing in ws.past.outings.iter_mut().step_by(4) {
            outing.kind = "<b>\u{1b}[2J| x`y`".to_owned();
        }
        let trial = Trial::of(ws, "2026-09-01");
        for lang in Lang::ALL {
            for columns in [60, 80, 100, 140] {
                for ink in [Ink::Unicode, Ink::Ascii] {
                    let text = text(&trial.told(lang), columns, ink);
                    for line in text.lines() {
                        assert!(width(line) <= columns, "{} > {columns}: {line}", width(line));
                        assert!(!line.contains(['\u{1b}', '\u{202e}']), "{line:?}");
                        assert_eq!(line, line.trim_end(), "{line:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn ascii_draws_with_letters() {
        let trial = Trial::of(busy(2.0), "2026-09-01");
        let text = text(&trial.told(Lang::En), 80, Ink::Ascii);
        let decor = ['•', '↳', '·', '–', '−', '…', '\u{a0}', '\u{202f}'];
        assert!(!text.contains(decor), "{text}");
        assert!(text.contains("- +"), "{text}");
    }

    #[test]
    fn the_words_follow_what_is_known() {
        let trial = Trial::of(busy(2.0), "2026-09-01");
        let said = text(&trial.told(Lang::Fr), 200, Ink::Unicode);
        assert!(said.contains("voici ce qui ressort\u{a0}: «\u{a0}reel\u{a0}» +"), "{said}");
        assert!(said.contains("57 d’entre elles ne sont pas dans le calendrier."), "{said}");
        assert!(said.contains("2 sponsorisées et 1 de moins de 72 heures."), "{said}");
        let trial = Trial::of(busy(1.0), "2026-09-01");
        let said = text(&trial.told(Lang::En), 200, Ink::Unicode);
        assert!(said.contains("Nothing stands out"), "{said}");
        let trial = Trial::of(busy(1.0), "2026-11-14");
        let said = text(&trial.told(Lang::En), 200, Ink::Unicode);
        assert!(said.contains("Too few posts to compare") && !said.contains('%'), "{said}");
        let trial = Trial::of(workspace(""), "2026-11-14");
        let said = text(&trial.told(Lang::Fr), 200, Ink::Unicode);
        assert!(said.contains("docs/history.md") && said.contains("Rien n’est prévu."), "{said}");
    }
}
