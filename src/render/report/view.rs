//! A report in words, before anything is laid out.
//!
//! Text of the user's is made safe for a line here; what a page must escape, its layout does.

use super::{Told, goals, results, tables, weeks};
use crate::lang::{Lang, date_with_year, span_of_days};
use crate::render::lines::one_line;

/// A report in words.
#[derive(Clone, Debug)]
pub struct View {
    /// The brand and the days.
    pub title: String,
    /// Whose clock counts, and which channels alone are meant.
    pub clock: String,
    /// What matters, in a few sentences.
    pub summary: Vec<String>,
    /// The rest.
    pub sections: Vec<Section>,
}

/// A heading and what stands below it.
#[derive(Clone, Debug)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// What stands below it.
    pub parts: Vec<Part>,
}

/// A part of a section.
#[derive(Clone, Debug)]
pub enum Part {
    /// A sentence.
    Text(String),
    /// A sentence that explains.
    Aside(String),
    /// One line each.
    Items(Vec<Item>),
    /// Figures.
    Table(TableView),
}

/// An item of a list: words in columns, and what is to be said of it.
#[derive(Clone, Debug)]
pub struct Item {
    /// A moment, a channel …
    pub cells: Vec<String>,
    /// What it is about.
    pub text: String,
    /// The name to ask with, where there is one.
    pub id: Option<String>,
}

/// A table: names at the left, figures at the right, a verdict beside or below.
#[derive(Clone, Debug)]
pub struct TableView {
    /// The heads of the columns: names, figures …, verdicts.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<RowView>,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct RowView {
    /// The group.
    pub name: String,
    /// Its figures, as many as the table has columns of them.
    pub figures: Vec<String>,
    /// What came of holding it against the usual; empty where it is not.
    pub verdict: String,
}

impl View {
    /// A report in words.
    #[must_use]
    pub fn of(told: &Told<'_>) -> Self {
        let mut sections = tables::sections(told);
        sections.extend(goals::section(told));
        sections.extend(weeks::sections(told));
        sections.push(weeks::late(told));
        Self { title: title(told), clock: clock(told), summary: results::summary(told), sections }
    }
}

fn title(told: &Told<'_>) -> String {
    let (lang, report) = (told.lang, told.report);
    let brand = one_line(&told.ws.calendar.name);
    let days = span_of_days(lang, report.since, report.today.max(report.since));
    match lang {
        Lang::En => format!("{brand} · report, {days}"),
        Lang::Fr => format!("{brand} · bilan {}", of_days(told, &days)),
    }
}

/// French `du 1er au 21 novembre`; one day alone is `du 21 novembre`.
fn of_days(told: &Told<'_>, days: &str) -> String {
    match told.report.since < told.report.today {
        true => days.to_owned(),
        false => format!("du {}", date_with_year(told.lang, told.report.since)),
    }
}

fn clock(told: &Told<'_>) -> String {
    let zone = told.ws.calendar.zone.name();
    let names: Vec<String> = told
        .channels
        .iter()
        .map(|channel| crate::render::words::channel(told.ws, *channel, None))
        .collect();
    let only = match (names.len() < told.ws.channels.len(), told.lang) {
        (false, _) => String::new(),
        (true, Lang::En) => format!(" · only {}", crate::lang::list(told.lang, &names)),
        (true, Lang::Fr) => format!(" · {} seulement", crate::lang::list(told.lang, &names)),
    };
    match told.lang {
        Lang::En => format!("times of {zone}{only}"),
        Lang::Fr => format!("heures {}{only}", crate::lang::de(zone)),
    }
}
