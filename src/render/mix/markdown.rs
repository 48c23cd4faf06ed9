//! A mix as Markdown, for a mail, a wiki or a pull request.

use super::Shown;
use super::view::{Table, View};
use crate::lang::Lang;
use crate::render::plan::markdown::{escape, words_of_ours};

/// The mix as headings and tables.
#[must_use]
pub fn render(shown: &Shown<'_>) -> String {
    let view = View::of(shown);
    let mut out = format!("# {}\n\n{}\n", escape(&view.heading), words_of_ours(&view.basis));
    if let Some(nothing) = &view.nothing {
        out.push_str(&format!("\n{}\n", words_of_ours(nothing)));
    }
    view.tables.iter().for_each(|one| table(&mut out, shown.lang, one));
    if !view.quotas.is_empty() {
        out.push_str("\n## Quotas\n\n");
        for row in &view.quotas {
            let text = format!("{}: {}, {}", row.name, row.figures, row.rest);
            let text = match shown.lang {
                Lang::En => text,
                Lang::Fr => format!("{}\u{a0}: {}, {}", row.name, row.figures, row.rest),
            };
            out.push_str(&format!("- {}\n", escape(&text)));
        }
    }
    out
}

fn table(out: &mut String, lang: Lang, table: &Table) {
    out.push_str(&format!("\n## {}\n\n{}\n\n", escape(&table.heading), escape(&table.total)));
    let columns = match lang {
        Lang::En => "| Share | Posts | Part | Wanted | Verdict |",
        Lang::Fr => "| Part | Publications | Proportion | Visé | Bilan |",
    };
    out.push_str(&format!("{columns}\n| --- | --- | --- | --- | --- |\n"));
    for row in &table.rows {
        let cells: [&str; 5] = [&row.name, &row.count, &row.share, &row.wanted, row.verdict];
        let cells = cells.map(escape);
        out.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    for line in &table.apart {
        out.push_str(&format!("\n{}\n", escape(line)));
    }
    let label = match lang {
        Lang::En => "To write next:",
        Lang::Fr => "À écrire ensuite\u{a0}:",
    };
    out.push_str(&format!("\n**{label} {}**\n", escape(&table.next.what)));
    if let Some(then) = &table.next.then {
        out.push_str(&format!("\n{}\n", escape(then)));
    }
}
