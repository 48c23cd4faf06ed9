//! The questions of `mix --preset`: which of several presets, which group each pillar is in, and
//! whether what came of the answers is to be written.
//!
//! Questions are plain lines of their own: the list below one is drawn again at each key, and would
//! take with it what shares a line with it.

use super::preset::{Sorted, by_group, wanted};
use crate::cli::failure::Failure;
use crate::cli::init::questions::{Plain, confirm, show, stopped};
use crate::cli::session::Session;
use crate::cli::words::prompts;
use crate::lang::{Lang, list, quote};
use crate::model::Pillar;
use crate::model::preset::{Preset, PresetGroup};
use crate::render::lines::{cut, hang, one_line};
use crate::render::wrap::wrap;
use dialoguer::Select;

/// Which of these presets is meant; nothing when the person stops.
///
/// # Errors
/// When nobody answers.
pub(super) fn which(
    presets: &[&'static Preset],
    typed: &str,
    lang: Lang,
    session: &Session<'_>,
) -> Result<Option<&'static Preset>, Failure> {
    let typed = quote(lang, &one_line(typed));
    let question = match lang {
        Lang::En => format!("{typed} means three things. Which one?"),
        Lang::Fr => format!("{typed} veut dire trois choses. Laquelle\u{202f}?"),
    };
    let how = prompts::HOW_TO_CHOOSE.get(lang);
    show(&paragraphs(&[how, &question], session.width()));
    let items: Vec<&str> = presets.iter().map(|preset| preset.about.get(lang)).collect();
    let chosen = choice(&items, 0, lang, session)?;
    show("\n");
    Ok(chosen.and_then(|chosen| presets.get(chosen).copied()))
}

/// The groups of a preset with what belongs in each, and how to choose one.
pub(super) fn groups(preset: &Preset, lang: Lang, width: usize) -> String {
    let name = preset.name;
    let head = match lang {
        Lang::En => format!("The groups of {name}:"),
        Lang::Fr => format!("Les groupes de {name}\u{a0}:"),
    };
    let mut lines = wrap(&head, width);
    for group in preset.groups {
        let (name, about) = (group.name.get(lang), group.about.get(lang));
        let wanted = wanted(preset, group, lang);
        let text = match lang {
            Lang::En => format!("{name} ({wanted}): {about}"),
            Lang::Fr => format!("{name} ({wanted})\u{a0}: {about}"),
        };
        lines.extend(hang("  ", &text, width));
    }
    format!("{}\n{}", lines.join("\n"), paragraphs(&[prompts::HOW_TO_CHOOSE.get(lang)], width))
}

/// Which group of the preset a pillar is in; nothing when the person stops.
///
/// # Errors
/// When nobody answers.
pub(super) fn group(
    preset: &'static Preset,
    pillar: &Pillar,
    lang: Lang,
    session: &Session<'_>,
) -> Result<Option<&'static PresetGroup>, Failure> {
    let name = quote(lang, &one_line(&pillar.name));
    let question = match lang {
        Lang::En => format!("In {}, where does the pillar {name} belong?", preset.name),
        Lang::Fr => format!("Dans {}, où ranger le pilier {name}\u{202f}?", preset.name),
    };
    show(&paragraphs(&["", &question], session.width()));
    let old = pillar.group.as_ref().map(|group| group.value.id);
    let default = preset.groups.iter().position(|group| Some(group.id) == old);
    let items: Vec<&str> = preset.groups.iter().map(|group| group.name.get(lang)).collect();
    let chosen = choice(&items, default.unwrap_or(0), lang, session)?;
    Ok(chosen.and_then(|chosen| preset.groups.get(chosen)))
}

/// Whether these groups are to be written, after they were shown.
///
/// # Errors
/// When nobody answers.
pub(super) fn sure(
    preset: &Preset,
    sorted: &[Sorted],
    lang: Lang,
    session: &Session<'_>,
) -> Result<bool, Failure> {
    show(&summary(preset, sorted, lang, session.width()));
    confirm(prompts::WRITE_MIX, (lang, session.width()))
}

/// Each group with its pillars, and a warning where one has none.
fn summary(preset: &Preset, sorted: &[Sorted], lang: Lang, width: usize) -> String {
    let mut lines = vec![String::new()];
    for line in by_group(preset, sorted, lang, |group| group.name.get(lang)) {
        lines.extend(hang("  ", &line, width));
    }
    let is_empty = |group: &&PresetGroup| !sorted.iter().any(|(_, own)| own.id == group.id);
    let empty: Vec<String> = preset
        .groups
        .iter()
        .filter(is_empty)
        .map(|group| quote(lang, group.name.get(lang)))
        .collect();
    if !empty.is_empty() {
        let groups = list(lang, &empty);
        let warning = match (lang, empty.len()) {
            (Lang::En, 1) => format!("{groups} has no pillar: nothing will count there."),
            (Lang::En, _) => format!("{groups} have no pillar: nothing will count there."),
            (Lang::Fr, 1) => format!("{groups} n’a pas de pilier\u{a0}: rien n’y comptera."),
            (Lang::Fr, _) => format!("{groups} n’ont pas de pilier\u{a0}: rien n’y comptera."),
        };
        lines.extend(hang("! ", &warning, width));
    }
    lines.join("\n") + "\n"
}

/// What is chosen from a list, said again below the question; nothing after Escape.
fn choice(
    items: &[&str],
    default: usize,
    lang: Lang,
    session: &Session<'_>,
) -> Result<Option<usize>, Failure> {
    let width = session.width();
    let chosen = Select::with_theme(&Plain { lang })
        .items(items.iter().map(|item| fit(item, width)))
        .default(default)
        .interact_opt()
        .map_err(stopped)?;
    if let Some(item) = chosen.and_then(|chosen| items.get(chosen)) {
        show(&(hang("> ", item, width).join("\n") + "\n"));
    }
    Ok(chosen)
}

/// An answer on one line, behind the sign of the one that is chosen. The list counts bytes, not
/// columns, to know which answers take two lines, and would clear a line too many: accents and
/// no-break spaces count as what they weigh.
fn fit(text: &str, width: usize) -> String {
    let most = width.saturating_sub(3).max(10);
    let fits = |columns: &usize| cut(text, *columns, "…").len() <= most;
    let columns = (0..=most).rev().find(fits).unwrap_or(0);
    cut(text, columns, "…")
}

fn paragraphs(all: &[&str], width: usize) -> String {
    all.iter().flat_map(|text| wrap(text, width)).map(|line| line + "\n").collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::preset::{PRESETS, preset};
    use crate::render::lines::width as columns;

    #[test]
    fn an_answer_never_weighs_more_than_a_line() {
        for lang in Lang::ALL {
            let abouts = PRESETS.iter().map(|preset| preset.about.get(lang));
            let groups = PRESETS.iter().flat_map(|preset| preset.groups);
            for text in abouts.chain(groups.map(|group| group.about.get(lang))) {
                for width in [40, 80, 100] {
                    assert!(fit(text, width).len() <= width - 3, "{text}");
                }
            }
        }
        assert_eq!(fit("utile au public", 80), "utile au public");
        assert_eq!(fit(&"é".repeat(80), 80), format!("{}…", "é".repeat(37)));
    }

    #[test]
    fn the_groups_are_told_in_full_and_within_the_screen() {
        for lang in Lang::ALL {
            for preset in PRESETS {
                let said = groups(preset, lang, 80);
                assert!(said.lines().all(|line| columns(line) <= 80), "{said}");
                let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
                for group in preset.groups {
                    let about = group.about.get(lang).split_whitespace().collect::<Vec<_>>();
                    assert!(flat.contains(&about.join(" ")), "{said}");
                }
            }
        }
    }

    #[test]
    fn a_group_without_a_pillar_is_said_before_anything_is_written() {
        let preset = preset("70-20-10-curation").unwrap();
        let sorted = |pillar: &str, id: &str| (pillar.to_owned(), preset.group(id).unwrap());
        let all = [sorted("a", "value"), sorted("b", "value"), sorted("c", "value")];
        let said = summary(preset, &all, Lang::Fr, 80);
        assert!(said.contains("utile au public (70\u{202f}%)\u{a0}: a, b, c\n"), "{said}");
        assert!(said.contains("! «"), "{said}");
        assert!(said.contains("n’ont pas de pilier"), "{said}");
        let said = summary(preset, &[all[0].clone(), sorted("b", "curated")], Lang::En, 80);
        assert!(said.contains("! “promotion” has no pillar"), "{said}");
        let full = [all[0].clone(), sorted("b", "curated"), sorted("c", "promo")];
        assert!(!summary(preset, &full, Lang::En, 80).contains('!'));
    }
}
