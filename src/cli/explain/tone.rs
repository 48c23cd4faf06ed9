//! `explain tone.X`: a brand's own rule of tone, a rule of a pack, a pack, or a setting.
//!
//! A pack's rule needs no calendar. A brand's own is looked for in the calendar at hand.

use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::lang::{Lang, Text, list};
use crate::load::{self, Loaded, PACKS, Pack};
use crate::model::{ToneRule, Workspace};
use crate::render::tone_rule::{pack_page, page as rule_page, setting_page, signature_page};
use crate::render::wrap;
use crate::text::nearest;

/// The page of a name that begins with `tone.`.
///
/// # Errors
/// When nothing is called so, or a calendar cannot be read.
pub(super) fn page(id: &str, session: &mut Session<'_>) -> Result<String, Failure> {
    let name = id.strip_prefix("tone.").unwrap_or(id);
    let width = session.width().min(super::WIDEST);
    if let Some(text) = setting_page(name, session.lang(), width) {
        return Ok(text);
    }
    let pack = load::pack(name.split('.').next().unwrap_or_default());
    if let Some(pack) = pack {
        return of_pack(pack, name, session);
    }
    let mut known = Vec::new();
    for root in roots(session)? {
        let loaded = session.load(&root)?;
        let lang = session.lang_of(Some(&loaded));
        let Some(ws) = loaded.workspace else {
            continue;
        };
        match ws.tone.rules.iter().find(|rule| rule.name() == name) {
            Some(rule) => return Ok(rule_page(rule, &ws, &session.sources, lang, width)),
            None => known.extend(ws.tone.rules.iter().map(ToneRule::name)),
        }
    }
    match name {
        // A brand's own rule may be called so.
        "signature" => Ok(signature_page(session.lang(), width)),
        _ => Err(unknown(name, &known)),
    }
}

/// The packs, in a few lines.
pub(super) fn packs(lang: Lang, width: usize) -> String {
    let names: Vec<String> = PACKS.iter().map(|pack| format!("`{}`", pack.name)).collect();
    let names = list(lang, &names);
    let text = match lang {
        Lang::En => {
            format!("Packs of tone rules: {names}. `edito explain tone.PACK` tells their rules.")
        }
        Lang::Fr => format!(
            "Jeux de règles de ton\u{a0}: {names}. `edito explain tone.JEU` en donne les règles."
        ),
    };
    wrap(&text, width).into_iter().map(|line| format!("{line}\n")).collect()
}

/// A pack's page, or that of one of its rules.
fn of_pack(pack: &'static Pack, name: &str, session: &mut Session<'_>) -> Result<String, Failure> {
    let (lang, width) = (session.lang(), session.width().min(super::WIDEST));
    let ws = calendar_with(pack, session)?;
    if name == pack.name {
        return Ok(pack_page(pack, &ws.tone.rules, lang, width));
    }
    match ws.tone.rules.iter().find(|rule| rule.name() == name) {
        Some(rule) => Ok(rule_page(rule, &ws, &session.sources, lang, width)),
        None => Err(unknown(name, &ws.tone.rules.iter().map(ToneRule::name).collect::<Vec<_>>())),
    }
}

/// A calendar of nothing but this pack.
fn calendar_with(pack: &Pack, session: &mut Session<'_>) -> Result<Workspace, Failure> {
    let text = format!(
        "[calendar]\nname = \"edito\"\ntimezone = \"UTC\"\n\n[tone]\nextends = [\"{}\"]\n",
        pack.name
    );
    let folder = session.env.current_dir.clone();
    let Loaded { workspace, .. } = load::from_text(&text, &folder, &mut session.sources)?;
    // The text above is sound, whatever the pack.
    workspace.ok_or_else(|| unknown(pack.name, &[]))
}

/// The calendars at hand; none where nobody named one and none is near.
fn roots(session: &Session<'_>) -> Result<Vec<std::path::PathBuf>, Failure> {
    match session.roots() {
        Err(_) if session.named().is_empty() => Ok(Vec::new()),
        roots => roots,
    }
}

fn unknown(name: &str, known: &[String]) -> Failure {
    let packs = PACKS.iter().map(|pack| pack.name);
    let near = nearest(name, known.iter().map(String::as_str).chain(packs)).map(str::to_owned);
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("there is no tone rule `{name}` here"),
            Lang::Fr => format!("il n’y a pas de règle de ton `{name}` ici"),
        }),
        Text::of(|lang| {
            match (lang, &near) {
            (Lang::En, Some(near)) => format!("did you mean `tone.{near}`?"),
            (Lang::Fr, Some(near)) => format!("vouliez-vous dire `tone.{near}`\u{202f}?"),
            (Lang::En, None) => {
                "a brand’s own rules are found where its calendar is; name it with `--calendar`"
                    .to_owned()
            }
            (Lang::Fr, None) => {
                "les règles d’une marque se trouvent avec son calendrier\u{202f}; désignez-le avec `--calendar`"
                    .to_owned()
            }
        }
        }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::env::Env;
    use crate::cli::run::run;

    fn ask(words: &[&str]) -> (u8, String) {
        let argv: Vec<_> = ["edito", "explain"].iter().chain(words).map(Into::into).collect();
        let reply = run(&argv, &Env::bare());
        (reply.code, String::from_utf8([reply.stdout, reply.stderr].concat()).unwrap())
    }

    #[test]
    fn every_rule_of_every_pack_has_a_page_and_a_line_on_that_of_its_pack() {
        for pack in &PACKS {
            let (code, all) = ask(&[&format!("tone.{}", pack.name)]);
            assert_eq!(code, 0, "{all}");
            assert!(all.contains("--print-pack"), "{all}");
            let table: toml::Table = pack.text.parse().unwrap();
            for rule in table["rule"].as_array().unwrap() {
                let name = format!("tone.{}.{}", pack.name, rule["id"].as_str().unwrap());
                assert!(all.contains(&name), "{name}");
                let (code, page) = ask(&[&name]);
                assert!(code == 0 && page.contains("Does not pass"), "{page}");
                assert!(page.contains(&format!("rule = \"{name}\"")), "{page}");
            }
        }
    }

    #[test]
    fn settings_have_pages_and_unknown_names_the_nearest() {
        for name in ["tone.address", "tone.gate", "tone.vocabulary"] {
            let (code, page) = ask(&[name]);
            assert!(code == 0 && page.contains("In tone.toml"), "{page}");
        }
        let (code, page) = ask(&["tone.signature"]);
        assert!(code == 0 && page.contains("is a setting, not a rule"), "{page}");
        let (_, page) = ask(&["tone.fr-typo.ellipsis"]);
        assert!(page.contains("What it asks for"), "{page}");
        let (code, said) = ask(&["tone.fr-typo.elipsis"]);
        assert!(code == 2 && said.contains("did you mean `tone.fr-typo.ellipsis`?"), "{said}");
        let (code, said) = ask(&["tone.fr-tipo"]);
        assert!(code == 2 && said.contains("did you mean `tone.fr-typo`?"), "{said}");
        let (code, said) = ask(&["tone.jargon"]);
        assert!(code == 2 && said.contains("--calendar"), "{said}");
    }
}
