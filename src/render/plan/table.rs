//! A plan for a terminal: heading, grid, list, figures, what to do next.

use super::grid::grids;
use super::list::{Pen, parts};
use super::view::View;
use super::{Ink, Shown, Voice};
use crate::render::lines::wrap;
use anstyle::{AnsiColor, Style};

/// The plan as styled lines of at most `columns` columns.
#[must_use]
pub fn render(shown: &Shown<'_>, columns: usize, ink: Ink) -> String {
    let view = View::of(shown);
    let pen = Pen { columns, ink, lang: shown.lang };
    let (bold, dim) = (Style::new().bold(), Style::new().dimmed());
    let mut out = String::new();
    let mut line = |style: Style, text: &str| {
        for line in wrap(&pen.plain(text), columns) {
            out.push_str(&format!("{style}{line}{style:#}\n"));
        }
    };
    line(bold, &format!("{} · {}", view.brand, view.span));
    let verdict = view.verdict.iter().map(|verdict| format!(" · {verdict}"));
    line(dim, &format!("{}{}", view.clock, verdict.collect::<String>()));
    if let Some(remark) = shown.remark {
        line(dim, remark);
    }
    let grids = grids(shown, &view, columns, ink);
    if !grids.is_empty() {
        out.push('\n');
        out.push_str(&grids);
    }
    out.push_str(&parts(shown, &view, pen));
    out.push_str(&problems(shown, columns));
    if shown.voice == Voice::Full {
        out.push('\n');
        for line in view.next.iter().flat_map(|step| wrap(step, columns)) {
            out.push_str(&format!("{bold}{line}{bold:#}\n"));
        }
    }
    match ink {
        Ink::Unicode => out,
        // As wide as the spaces that plain terminals lack.
        Ink::Ascii => out.replace(['\u{a0}', '\u{202f}'], " ").replace('−', "-"),
    }
}

fn problems(shown: &Shown<'_>, columns: usize) -> String {
    let red = Style::new().fg_color(Some(AnsiColor::Red.into()));
    let lines = shown.problems.iter().flat_map(|problem| wrap(problem, columns));
    let text: String = lines.map(|line| format!("{red}{line}{red:#}\n")).collect();
    match text.is_empty() {
        true => text,
        false => format!("\n{text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::model::Reason;
    use crate::render::lines::width;
    use crate::render::plan::sample::{causes, museum};

    fn text(shown: &Shown<'_>, columns: usize, ink: Ink) -> String {
        anstream::adapter::strip_str(&render(shown, columns, ink)).to_string()
    }

    #[test]
    fn nothing_overflows_in_any_language_or_width() {
        let mut museum = museum();
        museum.ws.posts.iter_mut().for_each(|post| {
            if let Some(title) = &mut post.content.title {
                title.value.push_str(" 展覧会のお知らせ 👩\u{200d}🍳🇫🇷 \u{1b}[31mMotTrèsTrèsTrèsLongSansEspaceAucune\u{202e}");
            }
        });
        let all: Vec<Reason> = causes(&museum).into_iter().map(Reason::new).collect();
        museum.schedule.placed[0].why.clone_from(&all);
        museum.schedule.left_out[0].reasons = all;
        for lang in Lang::ALL {
            for columns in [40, 80, 100, 140] {
                for ink in [Ink::Unicode, Ink::Ascii] {
                    let text = text(&museum.shown(lang), columns, ink);
                    for line in text.lines() {
                        assert!(width(line) <= columns, "{} > {columns}: {line}", width(line));
                        assert!(!line.contains(['\u{1b}', '\u{202e}']), "{line:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_museum_at_80_columns_in_french() {
        let museum = museum();
        let text = text(&museum.shown(Lang::Fr), 80, Ink::Unicode);
        for part in [
            "Musée des Lumières · semaine 48, du 23 au 29 novembre 2026",
            "aucun plan ne fait mieux",
            "mardi 24 novembre 2026",
            "■ 9 h 30",
            "Nocturne du jeudi\u{a0}: le musée à la lampe",
            "↳ meilleur créneau possible sur instagram (score 90)",
            "aucune donnée sur instagram\u{a0}: créneau d’essai",
            "2 publications sans créneau",
            "✗ Un coffret pour les fêtes, newsletter  coffret-fetes",
            "pause\u{a0}: Deuil national",
            "Créneaux à remplir",
            "Coulisses",
            "1 prévue (entre 2 et 4",
            "Black Friday",
        ] {
            assert!(text.contains(part), "{part}\n{text}");
        }
        let closing = text.rsplit("\n\n").next().unwrap();
        assert!(closing.starts_with("2 publications attendent"), "{closing}");
    }

    #[test]
    fn ascii_draws_with_letters() {
        let museum = museum();
        let text = text(&museum.shown(Lang::En), 80, Ink::Ascii);
        assert!(text.contains("#") && text.contains("L 09:30"), "{text}");
        let decor = ['◇', '■', '▇', '│', '→', '…', '↳', '·', '✗', '⚠', '–', '\u{a0}'];
        assert!(!text.contains(decor), "{text}");
    }

    #[test]
    fn a_quiet_plan_has_neither_legend_nor_closing_lines() {
        let museum = museum();
        let mut shown = museum.shown(Lang::Fr);
        let closing = "publications attendent";
        let full = text(&shown, 80, Ink::Unicode);
        assert!(full.contains("·\u{a0}à\u{a0}remplir"));
        assert!(full.contains(closing), "{full}");
        shown.voice = Voice::Quiet;
        let quiet = text(&shown, 80, Ink::Unicode);
        assert!(!quiet.contains("·\u{a0}à\u{a0}remplir") && !quiet.contains(closing), "{quiet}");
    }

    #[test]
    fn the_id_of_a_post_stands_beside_its_title() {
        let museum = museum();
        for columns in [80, 120] {
            let text = text(&museum.shown(Lang::Fr), columns, Ink::Unicode);
            for placed in &museum.schedule.placed {
                let id = crate::render::words::id(&museum.ws, placed.placement);
                assert!(text.contains(&id), "{id}\n{text}");
            }
        }
    }

    #[test]
    fn proof_is_never_claimed_without_it() {
        let mut museum = museum();
        museum.schedule.bound += 4_000;
        let text = text(&museum.shown(Lang::En), 140, Ink::Unicode);
        assert!(text.contains("a plan up to 1% better cannot be ruled out"), "{text}");
        assert!(!text.contains("no plan does better"));
    }
}
