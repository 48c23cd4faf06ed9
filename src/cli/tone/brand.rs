//! Whose tone it is: that of the calendar at hand, or of packs named on the command line.

use crate::cli::args::Tone;
use crate::cli::failure::Failure;
use crate::cli::readiness::understood;
use crate::cli::session::Session;
use crate::lang::{Lang, Text, list};
use crate::load::{self, Loaded, PACKS, pack};
use crate::model::Workspace;
use crate::text::nearest;

/// A workspace whose tone is heard, and the language to speak about it.
pub(super) struct Brand {
    /// The workspace.
    pub ws: Workspace,
    /// The language to speak.
    pub lang: Lang,
}

/// The tone to hear a text with; nothing when the calendar cannot be understood, and then its
/// faults were printed.
///
/// # Errors
/// When there is neither a calendar nor a pack, there are several, or a pack is not known.
pub(super) fn brand(args: &Tone, session: &mut Session<'_>) -> Result<Option<Brand>, Failure> {
    if !args.packs.is_empty() {
        return of_packs(&args.packs, session).map(Some);
    }
    let roots = match session.roots() {
        Err(_) if session.named().is_empty() => return Err(nobodys()),
        roots => roots?,
    };
    let [root] = roots.as_slice() else {
        return Err(several());
    };
    let ready = understood(root, args.format.unwrap_or_default(), session)?;
    Ok(ready.map(|(ws, lang)| Brand { ws, lang }))
}

/// A calendar of no posts that extends these packs. Texts whose words do not say their language are
/// taken for one in that of the packs, else in that of the calendar at hand.
fn of_packs(names: &[String], session: &mut Session<'_>) -> Result<Brand, Failure> {
    let at_hand = at_hand(session);
    let mut known = Vec::new();
    for name in names.iter().flat_map(|names| names.split(',')) {
        let name = name.trim();
        let found = pack(name).ok_or_else(|| unknown(name))?;
        known.push(format!("\"{}\"", found.name));
    }
    let text = format!(
        "[calendar]\nname = \"edito\"\ntimezone = \"UTC\"\n\n[tone]\nextends = [{}]\n",
        known.join(", ")
    );
    let folder = session.env.current_dir.clone();
    let loaded = load::from_text(&text, &folder, &mut session.sources)?;
    let lang = session.lang_of(at_hand.as_ref());
    // The text above is sound, whatever the packs.
    let mut ws = loaded.workspace.ok_or_else(nobodys)?;
    let of_rules = rules_lang(&ws).map(str::to_owned);
    let own = at_hand.and_then(|loaded| loaded.workspace).and_then(|own| own.calendar.lang);
    ws.calendar.lang = match (own, of_rules) {
        // The calendar's tag may say more: `fr-CA`.
        (Some(own), Some(rules)) if Lang::from_tag(&own) != Lang::from_tag(&rules) => Some(rules),
        (own, rules) => own.or(rules),
    };
    Ok(Brand { ws, lang })
}

/// The calendar at hand, where there is one that can be read.
fn at_hand(session: &mut Session<'_>) -> Option<Loaded> {
    let root = session.roots().ok()?.into_iter().next()?;
    session.load(&root).ok()
}

/// The language that the rules of a tone are for, where it is one alone.
pub(super) fn rules_lang(ws: &Workspace) -> Option<&str> {
    let only = ws.tone.rules.iter().filter(|rule| rule.level.is_some());
    let mut langs = only.filter_map(|rule| Some(rule.only.lang.as_ref()?.value.as_str()));
    let first = langs.next()?;
    langs.all(|lang| lang == first).then_some(first)
}

/// A pack that is printed as it is.
///
/// # Errors
/// When there is none of this name.
pub(super) fn printed(name: &str) -> Result<&'static str, Failure> {
    pack(name.trim()).map(|pack| pack.text).ok_or_else(|| unknown(name))
}

fn unknown(name: &str) -> Failure {
    let near = nearest(name, PACKS.iter().map(|pack| pack.name));
    let all = names();
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("there is no pack of rules `{name}`"),
            Lang::Fr => format!("il n’y a pas de jeu de règles `{name}`"),
        }),
        Text::of(|lang| match (lang, near) {
            (Lang::En, Some(near)) => format!("did you mean `{near}`?"),
            (Lang::Fr, Some(near)) => format!("vouliez-vous dire `{near}`\u{202f}?"),
            (Lang::En, None) => format!("there are {}", list(lang, &all)),
            (Lang::Fr, None) => format!("il y a {}", list(lang, &all)),
        }),
    )
}

fn names() -> Vec<String> {
    PACKS.iter().map(|pack| format!("`{}`", pack.name)).collect()
}

fn nobodys() -> Failure {
    let all = names();
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => "there is no calendar here, so no brand whose tone it would be".to_owned(),
            Lang::Fr => "il n’y a pas de calendrier ici, donc pas de marque dont ce serait le ton"
                .to_owned(),
        }),
        Text::of(|lang| {
            let all = list(lang, &all);
            match lang {
                Lang::En => format!(
                    "name a calendar with `--calendar`, or packs of rules with `--pack`: {all}"
                ),
                Lang::Fr => format!(
                    "désignez un calendrier avec `--calendar`, ou des jeux de règles avec `--pack`\u{a0}: {all}"
                ),
            }
        }),
    )
}

fn several() -> Failure {
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => {
                "a text has the tone of one brand, and several calendars are named".to_owned()
            }
            Lang::Fr => {
                "un texte a le ton d’une seule marque, et plusieurs calendriers sont désignés"
                    .to_owned()
            }
        }),
        Text::of(|lang| match lang {
            Lang::En => "give `--calendar` once".to_owned(),
            Lang::Fr => "donnez `--calendar` une seule fois".to_owned(),
        }),
    )
}
