//! A mix for a terminal: a bar a share, quotas, what to write next.

use super::Shown;
use super::bar::{bar, signs};
use super::view::{Fill, QuotaRow, Row, Table, View};
use crate::lang::Lang;
use crate::model::Judgement;
use crate::render::lines::{cut, hang, pad, width, wrap};
use crate::render::plan::{Ink, Voice};
use anstyle::{AnsiColor, Style};

/// Cells of a bar, at most and at least.
const BAR: (usize, usize) = (20, 8);

/// The widest name beside a bar.
const NAME: usize = 30;

/// The mix as styled lines of at most `columns` columns.
#[must_use]
pub fn render(shown: &Shown<'_>, columns: usize, ink: Ink) -> String {
    let view = View::of(shown);
    let page = Page { lang: shown.lang, columns, ink };
    let (bold, dim) = (Style::new().bold(), Style::new().dimmed());
    let mut out = String::new();
    page.line(&mut out, bold, &view.heading);
    page.line(&mut out, dim, &view.basis);
    if let Some(nothing) = &view.nothing {
        page.line(&mut out, Style::new(), nothing);
    }
    for table in &view.tables {
        out.push('\n');
        page.table(&mut out, table);
    }
    if shown.voice == Voice::Full && !view.tables.is_empty() {
        out.push('\n');
        page.line(&mut out, dim, &page.legend());
    }
    if !view.quotas.is_empty() {
        out.push('\n');
        page.line(&mut out, bold, "Quotas");
        page.quotas(&mut out, &view.quotas);
    }
    if shown.voice == Voice::Full && !view.tables.is_empty() {
        let hint = match shown.lang {
            Lang::En => "`edito plan` shows the slots that are free.",
            Lang::Fr => "`edito plan` montre les créneaux libres.",
        };
        out.push('\n');
        page.line(&mut out, dim, hint);
    }
    match ink {
        Ink::Unicode => out,
        // As wide as the spaces that plain terminals lack.
        Ink::Ascii => out.replace(['\u{a0}', '\u{202f}'], " "),
    }
}

/// Where it is written.
#[derive(Clone, Copy)]
struct Page {
    lang: Lang,
    columns: usize,
    ink: Ink,
}

impl Page {
    /// A paragraph in one style.
    fn line(self, out: &mut String, style: Style, text: &str) {
        for line in wrap(&self.plain(text), self.columns) {
            out.push_str(&format!("{style}{line}{style:#}\n"));
        }
    }

    /// The same behind two spaces, further lines behind more.
    fn hung(self, out: &mut String, style: Style, first: &str, text: &str) {
        for line in hang(&self.plain(first), &self.plain(text), self.columns) {
            out.push_str(&format!("{style}{line}{style:#}\n"));
        }
    }

    /// Without the signs that plain terminals lack.
    fn plain(self, text: &str) -> String {
        match self.ink {
            Ink::Unicode => text.to_owned(),
            Ink::Ascii => text.replace(['–', '·'], "-").replace('×', "x"),
        }
    }

    fn table(self, out: &mut String, table: &Table) {
        let (bold, dim) = (Style::new().bold(), Style::new().dimmed());
        self.line(out, bold, &table.heading);
        self.hung(out, Style::new(), "  ", &table.total);
        self.rows(out, &table.rows);
        for line in &table.apart {
            self.hung(out, dim, "  ", line);
        }
        let label = match self.lang {
            Lang::En => "  To write next: ",
            Lang::Fr => "  À écrire ensuite\u{a0}: ",
        };
        self.hung(out, bold, label, &table.next.what);
        if let Some(then) = &table.next.then {
            self.hung(out, dim, "  ", then);
        }
    }

    fn rows(self, out: &mut String, rows: &[Row]) {
        let widest = |of: fn(&Row) -> usize| rows.iter().map(of).max().unwrap_or(0);
        let counts = widest(|row| width(&row.count));
        let shares = widest(|row| width(&row.share));
        let wanted = widest(|row| width(&row.wanted));
        let verdict = widest(|row| width(row.verdict));
        // The sign, the tick, and two spaces between all.
        let fixed = 2 + 2 + 2 + 1 + 2 + counts + 2 + shares + 2 + wanted + 2 + verdict;
        let free = self.columns.saturating_sub(fixed);
        let longest = widest(|row| width(&row.name)).min(NAME);
        let cells = free.saturating_sub(longest).clamp(BAR.1, BAR.0);
        let name = longest.min(free.saturating_sub(cells).max(10));
        let most = rows.iter().map(|row| (row.published + row.planned).max(row.target)).max();
        for row in rows {
            let left = |text: &str, most: usize| {
                format!("{}{text}", " ".repeat(most.saturating_sub(width(text))))
            };
            let style = style(row.judgement);
            let first = format!(
                "{} {}  {}  {}  {}  ",
                sign(row.judgement, self.ink),
                pad(&cut(&self.plain(&row.name), name, self.ink.ellipsis()), name),
                bar(row, cells, most.unwrap_or(0), self.ink),
                left(&row.count, counts),
                left(&row.share, shares),
            );
            let tail = format!("{}  {}", pad(&row.wanted, wanted), row.verdict);
            let lines = match width(&first) + width(&tail) <= self.columns {
                true => vec![format!("{first}{}", tail.trim_end())],
                false => hang(&first, &format!("{} {}", row.wanted, row.verdict), self.columns),
            };
            for line in lines {
                out.push_str(&format!("{style}{}{style:#}\n", line.trim_end()));
            }
        }
    }

    fn legend(self) -> String {
        let [solid, light, tick] = signs(self.ink);
        match self.lang {
            Lang::En => format!("{solid} published  {light} planned  {tick} what is wanted"),
            Lang::Fr => format!("{solid} publié  {light} prévu  {tick} ce qui est visé"),
        }
    }

    fn quotas(self, out: &mut String, rows: &[QuotaRow]) {
        let names = rows.iter().map(|row| width(&row.name)).max().unwrap_or(0).min(NAME);
        let figures = rows.iter().map(|row| width(&row.figures)).max().unwrap_or(0);
        for row in rows {
            let style = match row.state {
                Fill::Room => Style::new(),
                Fill::Full => AnsiColor::Yellow.on_default(),
                Fill::Over => AnsiColor::Red.on_default(),
            };
            let name = pad(&cut(&row.name, names, self.ink.ellipsis()), names);
            let first = format!("  {name}  ");
            let text = match width(&first) + figures + 2 + width(&row.rest) <= self.columns {
                true => vec![format!("{first}{}  {}", pad(&row.figures, figures), row.rest)],
                false => hang(&first, &format!("{}, {}", row.figures, row.rest), self.columns),
            };
            for line in text {
                out.push_str(&format!("{style}{}{style:#}\n", self.plain(&line)));
            }
        }
    }
}

/// What a share is, without colour.
const fn sign(judgement: Judgement, ink: Ink) -> &'static str {
    match (judgement, ink) {
        (Judgement::On, Ink::Unicode) => "✓",
        (Judgement::On, Ink::Ascii) => "+",
        (Judgement::Under | Judgement::Over, _) => "!",
        (Judgement::TooFew, _) => " ",
    }
}

const fn style(judgement: Judgement) -> Style {
    match judgement {
        Judgement::On => AnsiColor::Green.on_default(),
        Judgement::Under | Judgement::Over => AnsiColor::Yellow.on_default(),
        Judgement::TooFew => Style::new(),
    }
}
