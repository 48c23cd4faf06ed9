//! A trial on the past, as Markdown.

use super::super::markdown::{files, line};
use super::{Tried, View, heads};
use crate::render::plan::markdown::escape;

/// The page as headings and tables.
#[must_use]
pub fn render(tried: &Tried<'_>) -> String {
    let view = View::of(tried);
    let mut out = format!("# {}\n\n{}\n", escape(&view.title), escape(view.lead));
    for trial in &view.channels {
        out.push_str(&format!("\n## {}\n\n{}\n", escape(&trial.name), escape(&trial.about)));
        out.push_str(&format!("\n{}\n", escape(&trial.verdict)));
        if !trial.rows.is_empty() {
            let (r2, likes) = heads(tried.lang, trial.known);
            out.push('\n');
            line(&mut out, &[String::new(), r2.to_owned(), likes.to_owned()]);
            line(&mut out, &["---", "---:", "---"].map(str::to_owned));
            for (name, r2, gain) in &trial.rows {
                line(&mut out, &[name, r2, gain].map(|cell| escape(cell)));
            }
        }
        trial.note.iter().for_each(|note| out.push_str(&format!("\n{}\n", escape(note))));
    }
    view.notes.iter().for_each(|note| out.push_str(&format!("\n{}\n", escape(note))));
    files(&mut out, tried.lang, &view.files);
    out
}
