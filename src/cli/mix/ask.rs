//! The questions of `mix --preset`: which of several presets, and which group each pillar is in.

use crate::cli::failure::Failure;
use crate::cli::init::questions::{Plain, stopped};
use crate::lang::{Lang, quote};
use crate::model::Pillar;
use crate::model::preset::{Preset, PresetGroup};
use crate::render::lines::one_line;
use dialoguer::Select;

/// Which of these presets is meant.
///
/// # Errors
/// When nobody answers.
pub(super) fn which(
    presets: &[&'static Preset],
    typed: &str,
    lang: Lang,
) -> Result<Option<&'static Preset>, Failure> {
    let prompt = match lang {
        Lang::En => format!("{} means three things. Which one?", quote(lang, &one_line(typed))),
        Lang::Fr => {
            format!("{} veut dire trois choses. Laquelle\u{202f}?", quote(lang, &one_line(typed)))
        }
    };
    let chosen = Select::with_theme(&Plain { lang })
        .with_prompt(prompt)
        .items(presets.iter().map(|preset| preset.about.get(lang)))
        .default(0)
        .interact()
        .map_err(stopped)?;
    Ok(presets.get(chosen).copied())
}

/// Which group of the preset a pillar is in.
///
/// # Errors
/// When nobody answers.
pub(super) fn group(
    preset: &'static Preset,
    pillar: &Pillar,
    lang: Lang,
) -> Result<Option<&'static PresetGroup>, Failure> {
    let name = quote(lang, &one_line(&pillar.name));
    let prompt = match lang {
        Lang::En => format!("In {}, where does the pillar {name} belong?", preset.name),
        Lang::Fr => format!("Dans {}, où ranger le pilier {name}\u{202f}?", preset.name),
    };
    let old = pillar.group.as_ref().map(|group| group.value.id);
    let default = preset.groups.iter().position(|group| Some(group.id) == old);
    let chosen = Select::with_theme(&Plain { lang })
        .with_prompt(prompt)
        .items(preset.groups.iter().map(|group| {
            let (name, about) = (group.name.get(lang), group.about.get(lang));
            match lang {
                Lang::En => format!("{name}: {about}"),
                Lang::Fr => format!("{name}\u{a0}: {about}"),
            }
        }))
        .default(default.unwrap_or(0))
        .interact()
        .map_err(stopped)?;
    Ok(preset.groups.get(chosen))
}
