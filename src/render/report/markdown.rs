//! A report as Markdown, for a mail, a wiki or a pull request.
//!
//! Text of the user's can't become markup: what Markdown or HTML would obey is escaped.

use super::Told;
use super::view::{Item, Part, TableView, View};
use crate::render::plan::markdown::{escape, table_line, words_of_ours};

/// The report as headings, lists and tables.
#[must_use]
pub fn render(told: &Told<'_>) -> String {
    let view = View::of(told);
    let mut out = format!("# {}\n\n{}\n", escape(&view.title), escape(&view.clock));
    for sentence in &view.summary {
        out.push_str(&format!("\n{}\n", words_of_ours(sentence)));
    }
    for section in &view.sections {
        out.push_str(&format!("\n## {}\n", escape(&section.heading)));
        for part in &section.parts {
            out.push('\n');
            match part {
                Part::Text(text) => out.push_str(&format!("{}\n", words_of_ours(text))),
                Part::Aside(text) => out.push_str(&format!("> {}\n", words_of_ours(text))),
                Part::Items(items) => items.iter().for_each(|one| item(&mut out, one)),
                Part::Table(view) => table(&mut out, view),
            }
        }
    }
    out
}

fn item(out: &mut String, item: &Item) {
    let mut text = item.cells.iter().map(|cell| escape(cell)).collect::<Vec<_>>().join(", ");
    if !text.is_empty() {
        text.push_str(" · ");
    }
    let id = item.id.iter().map(|id| format!(" `{id}`")).collect::<String>();
    out.push_str(&format!("- {text}{}{}\n", escape(&item.text), words_of_ours(&id)));
}

fn table(out: &mut String, table: &TableView) {
    let judged = table.rows.iter().any(|row| !row.verdict.is_empty());
    let columns = table.heads.len() - usize::from(!judged);
    let heads: Vec<String> = table.heads.iter().take(columns).map(|head| escape(head)).collect();
    let rule: Vec<&str> = (0..columns)
        .map(|i| if i == 0 || i + 1 == table.heads.len() { "---" } else { "--:" })
        .collect();
    out.push_str(&table_line(&heads));
    out.push_str(&table_line(&rule));
    for row in &table.rows {
        let mut cells = vec![escape(&row.name)];
        cells.extend(row.figures.iter().map(|figure| escape(figure)));
        cells.push(escape(&row.verdict));
        cells.truncate(columns);
        out.push_str(&table_line(&cells));
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::Trial;
    use super::*;
    use crate::lang::Lang;
    use crate::report::trial::busy;

    #[test]
    fn every_line_of_a_table_has_its_cells() {
        let trial = Trial::of(busy(2.0), "2026-09-01");
        for lang in Lang::ALL {
            let page = render(&trial.told(lang));
            assert!(page.starts_with("# Atelier &lt;Sel&gt; &amp; fils"), "{page}");
            for table in page.split("\n## ").filter(|part| part.contains("\n| ")) {
                let lines = table.lines().filter(|line| line.starts_with('|'));
                let bars = |line: &str| line.replace("\\|", "").matches('|').count();
                let counts: Vec<usize> = lines.map(bars).collect();
                assert!(
                    counts.len() > 2 && counts.windows(2).all(|two| two[0] == two[1]),
                    "{table}"
                );
            }
            assert!(page.contains("Noël \\| 2026") && page.contains("\\*vendus\\*"), "{page}");
        }
    }
}
