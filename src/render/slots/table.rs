//! What the past says of hours, for a terminal.

use super::Shown;
use super::intake::{FileRead, FileStood};
use super::page::Page;
use super::view::{Line, Told, View};
use crate::lang::Lang;
use crate::render::plan::Ink;
use anstyle::{AnsiColor, Style};

/// The page as styled lines of at most `columns` columns.
#[must_use]
pub fn render(shown: &Shown<'_>, columns: usize, ink: Ink) -> String {
    let view = View::of(shown);
    let mut page = Page::new(columns, ink);
    let dim = Style::new().dimmed();
    page.say(Style::new().bold(), &view.title);
    page.say(dim, &view.clock);
    for told in &view.channels {
        channel(&mut page, shown.lang, told, columns, ink);
    }
    if let Some(without) = &view.without {
        page.heading(&without.names);
        page.hang(Style::new(), "  ", &without.remedy);
    }
    for note in &view.notes {
        page.gap();
        page.say(dim, note);
    }
    files(&mut page, shown.lang, &view.files);
    page.done()
}

fn channel(page: &mut Page, lang: Lang, told: &Told, columns: usize, ink: Ink) {
    let dim = Style::new().dimmed();
    let say = |en, fr| match lang {
        Lang::En => en,
        Lang::Fr => fr,
    };
    page.heading(&format!("{} · {}", told.name, told.about));
    page.say(Style::new(), &told.verdict);
    for remark in &told.remarks {
        page.say(dim, remark);
    }
    page.gap();
    if let Some(caption) = told.caption {
        page.say(Style::new(), caption);
    }
    for line in told.heat.lines(lang, columns, ink) {
        page.raw(&line);
    }
    for line in told.heat.legend(lang, columns, ink) {
        page.raw(&line);
    }
    let heads = hour_heads(lang);
    if !told.best.is_empty() {
        page.heading(told.best_head);
        if let Some(note) = told.best_note {
            page.hang(dim, "  ", note);
        }
        page.rows(heads, &rows(&told.best));
    }
    if !told.outside.is_empty() {
        page.heading(outside(lang));
        page.rows(heads, &rows(&told.outside));
    }
    if let Some(flat) = told.flat {
        page.gap();
        page.say(Style::new(), flat);
    }
    if !told.tries.is_empty() {
        page.heading(say("Worth a test", "À essayer"));
        let why = say(
            "few posts yet, and the channel is open: a test there teaches the most",
            "peu de publications, et le canal y est ouvert\u{a0}: c’est là qu’un essai apprend le plus",
        );
        page.hang(dim, "  ", why);
        page.hang(Style::new(), "  ", &told.tries.join(", "));
    }
    if !told.kinds.is_empty() {
        page.heading(say("Types of post", "Les types de publication"));
        page.rows(gain_heads(lang), &rows(&told.kinds));
    }
    if let Some(flat) = &told.kinds_flat {
        page.gap();
        page.say(Style::new(), flat);
    }
}

/// The heading over good hours that the plan can't use.
pub(super) const fn outside(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "Outside your hours, but worth knowing",
        Lang::Fr => "Hors de vos heures, mais bon à savoir",
    }
}

/// The heads over the posts near an hour, each by its weight, and gains.
pub(super) const fn hour_heads(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::En => ("nearby", "against your usual"),
        Lang::Fr => ("proches", "par rapport à votre habitude"),
    }
}

/// The heads over posts and gains.
pub(super) const fn gain_heads(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::En => ("posts", "against your usual"),
        Lang::Fr => ("publications", "par rapport à votre habitude"),
    }
}

fn rows(lines: &[Line]) -> Vec<(String, String, String)> {
    let row = |line: &Line| (line.name.clone(), line.posts.clone(), line.gain.clone());
    lines.iter().map(row).collect()
}

/// What was read of each file.
pub(super) fn files(page: &mut Page, lang: Lang, files: &[FileRead]) {
    if files.is_empty() {
        return;
    }
    page.heading(match lang {
        Lang::En => "What was read",
        Lang::Fr => "Ce qui a été lu",
    });
    let dim = Style::new().dimmed();
    for file in files {
        let style = match file.state {
            FileStood::Read => Style::new(),
            FileStood::Refused => AnsiColor::Yellow.on_default(),
        };
        page.hang(style, "  ", &file.head);
        for note in &file.notes {
            page.hang(dim, "    ", note);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Evidence;
    use crate::render::lines::width;
    use crate::render::slots::sample::past;

    fn text(grade: Evidence, lang: Lang, columns: usize, ink: Ink) -> String {
        let past = past(grade);
        anstream::adapter::strip_str(&render(&past.shown(lang), columns, ink)).to_string()
    }

    const GRADES: [Evidence; 5] =
        [Evidence::None, Evidence::NoEffect, Evidence::Weak, Evidence::Some, Evidence::Strong];

    #[test]
    fn nothing_overflows_in_any_language_width_or_grade() {
        for (grade, lang) in GRADES.iter().flat_map(|grade| Lang::ALL.map(|lang| (*grade, lang))) {
            for (columns, ink) in
                [(40, Ink::Unicode), (60, Ink::Ascii), (80, Ink::Unicode), (140, Ink::Ascii)]
            {
                let text = text(grade, lang, columns, ink);
                for line in text.lines() {
                    assert!(width(line) <= columns, "{} > {columns}: {line}", width(line));
                    assert_eq!(line.trim_end(), line);
                    assert!(!line.contains('\u{1b}'), "{line:?}");
                }
                let signs = ['·', '–', '\u{2212}', '…', '’', '\u{a0}', '\u{202f}', '“'];
                assert!(ink == Ink::Unicode || !text.contains(signs), "{text}");
            }
        }
    }
}
