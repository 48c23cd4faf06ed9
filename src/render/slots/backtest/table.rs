//! A trial on the past, for a terminal.

use super::super::page::Page;
use super::super::table::files;
use super::{Tried, View, heads};
use crate::render::plan::Ink;
use anstyle::Style;

/// The page as styled lines of at most `columns` columns.
#[must_use]
pub fn render(tried: &Tried<'_>, columns: usize, ink: Ink) -> String {
    let view = View::of(tried);
    let mut page = Page::new(columns, ink);
    let (bold, dim) = (Style::new().bold(), Style::new().dimmed());
    page.say(bold, &view.title);
    page.say(dim, view.lead);
    for trial in &view.channels {
        page.heading(&format!("{} · {}", trial.name, trial.about));
        page.say(Style::new(), &trial.verdict);
        if !trial.rows.is_empty() {
            page.gap();
            page.rows(heads(tried.lang, trial.known), &trial.rows);
        }
        if let Some(note) = trial.note {
            page.gap();
            page.say(dim, note);
        }
    }
    if !view.notes.is_empty() {
        page.gap();
        view.notes.iter().for_each(|note| page.say(dim, note));
    }
    files(&mut page, tried.lang, &view.files);
    page.done()
}
