//! `explain`: what a rule is, and what a network allows.

mod tone;

use super::args::Explain;
use super::failure::Failure;
use super::session::Session;
use crate::lang::{Lang, Text, quote};
use crate::networks;
use crate::render::network;
use crate::render::rules::{list, page};
use crate::rules;
use crate::text::nearest;

/// The widest a page gets, in columns: longer lines are hard to read.
const WIDEST: usize = 88;

/// The words that ask for a network; no rule is named so.
const NETWORK: [&str; 3] = ["network", "réseau", "reseau"];

/// Prints a rule or a network, or the list of all.
///
/// # Errors
/// When no rule or network has this name.
pub fn run(args: &Explain, session: &mut Session<'_>) -> Result<u8, Failure> {
    let lang = session.lang();
    let width = session.width().min(WIDEST);
    let all = || rules::TABLE.iter().map(|entry| entry.rule);
    let text = match args.rule.as_deref().map(str::trim) {
        Some(word) if NETWORK.contains(&word) => of_network(&args.name.join(" "), lang, width)?,
        Some(_) if !args.name.is_empty() => return Err(one_at_a_time()),
        None => format!("{}{}", list(all(), lang, width), tone::packs(lang, width)),
        Some(id) if id.starts_with("tone.") => tone::page(id, session)?,
        Some(id) => match rules::find(id) {
            Some(rule) => page(rule, lang, width),
            None => return Err(no_rule(id, all().map(|rule| rule.id))),
        },
    };
    session.print(&text);
    Ok(0)
}

/// What is no rule may be a network.
fn no_rule<'r>(id: &str, known: impl Iterator<Item = &'r str>) -> Failure {
    let Some(network) = networks::meant(id) else {
        return unknown_rule(id, known);
    };
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("there is no rule `{}`, but a network", network.key),
            Lang::Fr => format!("il n’y a pas de règle `{}`, mais un réseau", network.key),
        }),
        Text::of(|lang| match lang {
            Lang::En => format!("write `edito explain network {}`", network.key),
            Lang::Fr => format!("écrivez `edito explain network {}`", network.key),
        }),
    )
}

fn of_network(typed: &str, lang: Lang, width: usize) -> Result<String, Failure> {
    if typed.trim().is_empty() {
        return Ok(network::list(networks::all(), lang, width));
    }
    match networks::meant(typed) {
        Some(known) => Ok(network::page(known, lang, width)),
        None => Err(unknown_network(typed)),
    }
}

fn unknown_network(typed: &str) -> Failure {
    let typed = typed.trim().to_owned();
    let names: Vec<String> = networks::all()
        .iter()
        .flat_map(|network| [network.key.replace('_', " "), network.name.to_lowercase()])
        .collect();
    let near = nearest(&typed.replace(['_', '-'], " "), names.iter().map(String::as_str))
        .and_then(networks::meant)
        .map(|network| network.key);
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("{} is no network known here", quote(lang, &typed)),
            Lang::Fr => format!("{} n’est pas un réseau connu ici", quote(lang, &typed)),
        }),
        Text::of(|lang| match (lang, near) {
            (Lang::En, Some(near)) => format!("did you mean `{near}`?"),
            (Lang::Fr, Some(near)) => format!("vouliez-vous dire `{near}`\u{202f}?"),
            (Lang::En, None) => "`edito explain network` lists them all".to_owned(),
            (Lang::Fr, None) => "`edito explain network` les énumère tous".to_owned(),
        }),
    )
}

fn one_at_a_time() -> Failure {
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => "a rule is explained by itself".to_owned(),
            Lang::Fr => "une règle s’explique seule".to_owned(),
        }),
        Text::of(|lang| match lang {
            Lang::En => "write `edito explain RULE` or `edito explain network NAME`".to_owned(),
            Lang::Fr => "écrivez `edito explain RÈGLE` ou `edito explain network NOM`".to_owned(),
        }),
    )
}

/// Why `id` can't be used as a rule: a brand's own one, or none at all.
pub(super) fn unknown_rule<'r>(id: &str, known: impl Iterator<Item = &'r str>) -> Failure {
    let id = id.to_owned();
    let near = nearest(&id, known).map(str::to_owned);
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("there is no rule `{id}`"),
            Lang::Fr => format!("il n’y a pas de règle `{id}`"),
        }),
        Text::of(|lang| match (lang, &near) {
            (Lang::En, Some(near)) => format!("did you mean `{near}`?"),
            (Lang::Fr, Some(near)) => format!("vouliez-vous dire `{near}`\u{202f}?"),
            (Lang::En, None) => "`edito explain` lists them all".to_owned(),
            (Lang::Fr, None) => "`edito explain` les énumère toutes".to_owned(),
        }),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::env::Env;
    use crate::cli::run::run;

    #[test]
    fn an_unknown_rule_is_answered_with_the_nearest() {
        let known = ["duplicate-id", "missing-alt-text"];
        let text = unknown_rule("duplicate-di", known.into_iter()).render(Lang::Fr);
        assert!(text.contains("vouliez-vous dire `duplicate-id`\u{202f}?"), "{text}");
        let text = unknown_rule("nothing-like-it", known.into_iter()).render(Lang::En);
        assert!(text.contains("`edito explain` lists them all"), "{text}");
    }

    #[test]
    fn every_rule_of_the_table_has_a_page_and_a_place_in_the_list() {
        let env = Env::bare();
        let ask = |words: &[&str]| {
            let argv: Vec<_> = words.iter().map(std::ffi::OsString::from).collect();
            let reply = run(&argv, &env);
            (reply.code, String::from_utf8(reply.stdout).unwrap())
        };
        let (code, all) = ask(&["edito", "explain"]);
        assert_eq!(code, 0);
        assert!(all.contains("edito explain RULE"));
        for entry in rules::TABLE {
            let id = entry.rule.id;
            assert!(all.contains(id), "{id}");
            let (code, page) = ask(&["edito", "explain", id]);
            assert_eq!(code, 0);
            assert!(page.contains(id) && page.contains("Why it matters"), "{page}");
        }
        assert_eq!(ask(&["edito", "explain", "no-such-rule"]).0, 2);
    }
    #[test]
    fn a_network_is_found_in_any_spelling_and_an_unknown_one_answered_with_the_nearest() {
        let ask = |words: &[&str]| {
            let argv: Vec<_> = words.iter().map(std::ffi::OsString::from).collect();
            let reply = run(&argv, &Env::bare());
            let text = [reply.stdout, reply.stderr].concat();
            (reply.code, String::from_utf8(text).unwrap())
        };
        let (code, page) = ask(&["edito", "explain", "network", "google", "business"]);
        assert!(code == 0 && page.contains("google_business"), "{page}");
        let (code, list) = ask(&["edito", "explain", "network"]);
        assert!(code == 0 && networks::keys().iter().all(|key| list.contains(key)), "{list}");
        let (code, said) = ask(&["edito", "explain", "network", "Instagran"]);
        assert!(code == 2 && said.contains("did you mean `instagram`?"), "{said}");
        let (_, said) = ask(&["edito", "explain", "network", "Google Busines Profil"]);
        assert!(said.contains("did you mean `google_business`?"), "{said}");
        let (code, said) = ask(&["edito", "explain", "network", "agenda"]);
        assert!(code == 2 && said.contains("`edito explain network` lists them all"), "{said}");
        let (code, said) = ask(&["edito", "explain", "placeholder", "instagram"]);
        assert!(code == 2 && said.contains("edito explain network NAME"), "{said}");
        assert!(NETWORK.iter().all(|word| rules::find(word).is_none()));
    }
}
