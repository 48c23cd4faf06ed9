//! `missed-opportunity`: a date to seize comes near, and nothing is planned for it.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count, date_short, quote};
use crate::model::{Chance, OPPORTUNITY_LEAD};
use crate::rules::Facts;
use crate::time::Lapse;
use chrono::NaiveDate;

/// The rule.
pub static RULE: Rule = Rule {
    id: "missed-opportunity",
    group: Group::Schedule,
    level: Level::Hint,
    since: "0.1.0",
    what: Phrase {
        en: "An event with `effect = \"opportunity\"` comes near, and no post is planned on its days or about it. It is a warning from the day on which writing should have begun.",
        fr: "Un événement avec `effect = \"opportunity\"` approche, et aucune publication n’est prévue ces jours-là ou à son sujet. C’est un avertissement dès le jour où la rédaction devrait avoir commencé.",
    },
    why: Phrase {
        en: "A date that everybody talks about comes once a year, and a post made in haste seizes it badly.",
        fr: "Une date dont tout le monde parle ne revient que l’an prochain, et une publication faite à la hâte la saisit mal.",
    },
    remedy: Phrase {
        en: "Plan a post on the day, or one that names the event with `before`, `after` or with its id as `topic`. If the date is not for you, make its effect `info`.",
        fr: "Prévoyez une publication ce jour-là, ou une qui cite l’événement par `before`, `after` ou son identifiant comme `topic`. Si cette date n’est pas pour vous, donnez-lui l’effet `info`.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[event]]
id = "night"
name = "Night of the museums"
date = 2026-11-28
effect = "opportunity"
lead = "21d"
"#,
};

/// Every date to seize that is near and that nothing seizes.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let today = facts.today();
    let chances = facts.ws.chances(today, today, &|_| None);
    let missed = chances.iter().filter(|chance| chance.posts.is_empty());
    missed.filter_map(|chance| report(facts, chance, today)).collect()
}

fn report(facts: &Facts<'_>, chance: &Chance, today: NaiveDate) -> Option<Finding> {
    let event = &chance.occurrence;
    let message = Text::of(|lang| {
        let name = quote(lang, event.name.get(lang));
        let when = nearness(lang, today, event.first, event.last);
        match lang {
            Lang::En => format!("{name} {when}: nothing is planned for it"),
            Lang::Fr => format!("{name} {when}\u{a0}: rien n’est prévu"),
        }
    });
    let level = if today >= chance.begin { Level::Warning } else { Level::Hint };
    let found = Finding::new(RULE.id, event.at?, message)
        .at_level(level)
        .help(Text::of(|lang| help(lang, chance, today)));
    let event = event.event.map(|ix| facts.ws.event(ix));
    let id = event.and_then(|event| event.id.as_ref()).map(|id| id.value.clone());
    let lead = event.and_then(|event| event.lead);
    Some(found.note(Text::of(|lang| note(lang, chance, id.as_deref(), lead))))
}

/// `is in 12 days, on Sat 28 Nov`, `is today`, `began on Sat 28 Nov`.
fn nearness(lang: Lang, today: NaiveDate, first: NaiveDate, last: NaiveDate) -> String {
    let day = date_short(lang, first);
    let days = (first - today).num_days();
    match (lang, usize::try_from(days), first == last) {
        (Lang::En, Ok(0), _) => "is today".to_owned(),
        (Lang::Fr, Ok(0), _) => "a lieu aujourd’hui".to_owned(),
        (Lang::En, Ok(1), _) => format!("is tomorrow, {day}"),
        (Lang::Fr, Ok(1), _) => format!("a lieu demain, {day}"),
        (Lang::En, Ok(n), true) => format!("is in {n} days, on {day}"),
        (Lang::Fr, Ok(n), true) => format!("a lieu dans {n} jours, le {day}"),
        (Lang::En, Ok(n), false) => format!("begins in {n} days, on {day}"),
        (Lang::Fr, Ok(n), false) => format!("commence dans {n} jours, le {day}"),
        (Lang::En, Err(_), _) => format!("began on {day}"),
        (Lang::Fr, Err(_), _) => format!("a commencé le {day}"),
    }
}

fn help(lang: Lang, chance: &Chance, today: NaiveDate) -> String {
    let n = usize::try_from(chance.days_to_write).unwrap_or(usize::MAX);
    let begin = date_short(lang, chance.begin);
    match (lang, today <= chance.begin) {
        (Lang::En, true) => {
            let days = count(lang, n, "working day", "working days");
            format!("plan a post for it; with {days} to write, start by {begin}")
        }
        (Lang::Fr, true) => {
            let days = count(lang, n, "jour ouvré", "jours ouvrés");
            format!(
                "prévoyez une publication\u{202f}; avec {days} de rédaction, commencez au plus tard le {begin}"
            )
        }
        (Lang::En, false) => {
            let days = count(lang, n, "working day", "working days");
            format!(
                "plan something that is quickly made: with {days} to write, it was to be started by {begin}"
            )
        }
        (Lang::Fr, false) => {
            let days = count(lang, n, "jour ouvré", "jours ouvrés");
            format!(
                "prévoyez quelque chose de vite fait\u{a0}: avec {days} de rédaction, il fallait commencer le {begin}"
            )
        }
    }
}

/// What counts as seizing it, and how early it is spoken of.
fn note(lang: Lang, chance: &Chance, id: Option<&str>, lead: Option<Lapse>) -> String {
    let on = match (lang, chance.occurrence.first == chance.occurrence.last) {
        (Lang::En, true) => "on that day",
        (Lang::En, false) => "on those days",
        (Lang::Fr, true) => "ce jour-là",
        (Lang::Fr, false) => "ces jours-là",
    };
    let counts = match (lang, id) {
        (Lang::En, Some(id)) => {
            format!("a post counts {on}, or earlier with `topic = \"{id}\"`")
        }
        (Lang::Fr, Some(id)) => {
            format!("une publication compte {on}, ou plus tôt avec `topic = \"{id}\"`")
        }
        (Lang::En, None) => format!("a post counts {on}"),
        (Lang::Fr, None) => format!("une publication compte {on}"),
    };
    match (lang, lead) {
        (_, Some(_)) => counts,
        (Lang::En, None) => {
            format!("{counts}; you are told {OPPORTUNITY_LEAD} days ahead, or as `lead` says")
        }
        (Lang::Fr, None) => format!(
            "{counts}\u{202f}; le rappel vient {OPPORTUNITY_LEAD} jours avant, ou selon `lead`"
        ),
    }
}
