//! What the past says of hours, as Markdown.

use super::Shown;
use super::heat::{Holds, words};
use super::intake::FileRead;
use super::table::{gain_heads, hour_heads, outside};
use super::view::{Line, Told, View};
use crate::lang::{Lang, weekday_short};
use crate::render::plan::Ink;
use crate::render::plan::markdown::{escape, words_of_ours};

/// The page as headings and tables.
#[must_use]
pub fn render(shown: &Shown<'_>) -> String {
    let view = View::of(shown);
    let mut out = format!("# {}\n\n{}\n", escape(&view.title), escape(&view.clock));
    for told in &view.channels {
        channel(&mut out, shown.lang, told);
    }
    if let Some(without) = &view.without {
        out.push_str(&format!(
            "\n## {}\n\n{}\n",
            escape(&without.names),
            words_of_ours(&without.remedy)
        ));
    }
    view.notes.iter().for_each(|note| out.push_str(&format!("\n{}\n", escape(note))));
    files(&mut out, shown.lang, &view.files);
    out
}

fn channel(out: &mut String, lang: Lang, told: &Told) {
    let say = |en, fr| match lang {
        Lang::En => en,
        Lang::Fr => fr,
    };
    out.push_str(&format!("\n## {}\n\n", escape(&told.name)));
    out.push_str(&format!("{}\n\n{}\n", escape(&told.about), escape(&told.verdict)));
    for remark in &told.remarks {
        out.push_str(&format!("\n{}\n", words_of_ours(remark)));
    }
    heat(out, lang, told);
    if !told.best.is_empty() {
        out.push_str(&format!("\n### {}\n\n", told.best_head));
        told.best_note.iter().for_each(|note| out.push_str(&format!("{note}\n\n")));
        gains(out, hour_heads(lang), &told.best);
    }
    if !told.outside.is_empty() {
        out.push_str(&format!("\n### {}\n\n", outside(lang)));
        gains(out, hour_heads(lang), &told.outside);
    }
    if let Some(flat) = told.flat {
        out.push_str(&format!("\n{flat}\n"));
    }
    if !told.tries.is_empty() {
        let head = say("Worth a test", "À essayer");
        out.push_str(&format!("\n### {head}\n\n"));
        told.tries.iter().for_each(|one| out.push_str(&format!("- {}\n", escape(one))));
    }
    if !told.kinds.is_empty() {
        out.push_str(&format!("\n### {}\n\n", say("Types of post", "Les types de publication")));
        gains(out, gain_heads(lang), &told.kinds);
    }
    if let Some(flat) = &told.kinds_flat {
        out.push_str(&format!("\n{}\n", escape(flat)));
    }
}

/// The week as a table; a row a day.
fn heat(out: &mut String, lang: Lang, told: &Told) {
    let map = &told.heat;
    if let Some(caption) = told.caption {
        out.push_str(&format!("\n{caption}\n"));
    }
    out.push('\n');
    let heads = std::iter::once(String::new()).chain(map.heads.iter().cloned());
    line(out, &heads.collect::<Vec<_>>());
    line(out, &vec!["---".to_owned(); map.heads.len() + 1]);
    for (day, cells) in &map.rows {
        let name = weekday_short(lang, *day).to_owned();
        let cells = cells.iter().map(|cell| map.text(*cell, Ink::Unicode));
        line(out, &std::iter::once(name).chain(cells).collect::<Vec<_>>());
    }
    if map.holds == Holds::Steps {
        let steps: Vec<String> =
            words(lang).iter().zip(1..).map(|(word, step)| format!("{step} {word}")).collect();
        out.push_str(&format!("\n{}\n", steps.join(" · ")));
    }
}

/// Gains as a table.
pub(super) fn gains(
    out: &mut String,
    (posts, usual): (&'static str, &'static str),
    lines: &[Line],
) {
    line(out, &[String::new(), posts.to_owned(), usual.to_owned()]);
    line(out, &["---", "---:", "---"].map(str::to_owned));
    for one in lines {
        line(out, &[&one.name, &one.posts, &one.gain].map(|cell| escape(cell)));
    }
}

/// A line of a table.
pub(super) fn line(out: &mut String, cells: &[String]) {
    out.push_str(&format!("| {} |\n", cells.join(" | ")));
}

/// What was read of each file.
pub(super) fn files(out: &mut String, lang: Lang, files: &[FileRead]) {
    if files.is_empty() {
        return;
    }
    out.push_str(match lang {
        Lang::En => "\n## What was read\n\n",
        Lang::Fr => "\n## Ce qui a été lu\n\n",
    });
    for file in files {
        out.push_str(&format!("- {}\n", words_of_ours(&file.head)));
        file.notes.iter().for_each(|note| out.push_str(&format!("  - {}\n", escape(note))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Evidence;
    use crate::render::slots::sample::past;

    #[test]
    fn tables_are_whole_and_strangers_write_no_markup() {
        let mut past = past(Evidence::Some);
        past.ws.past.intakes[0].file = "a|<b>*c*.csv".to_owned();
        for lang in Lang::ALL {
            let text = render(&past.shown(lang));
            assert!(text.contains("a\\|&lt;b&gt;\\*c\\*.csv"), "{text}");
            let map: Vec<&str> =
                text.lines().filter(|line| line.starts_with('|')).take(9).collect();
            assert!(map.iter().all(|line| line.matches('|').count() == 16), "{map:?}");
            assert!(text.contains("| 31 | +22"), "{text}");
        }
    }
}
