//! `no-instant`: a post that is scheduled or out, and nobody wrote when.

use super::standing::counts;
use super::words::{finding, name};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, date_short};
use crate::model::{PlacementIx, Standing};
use crate::rules::Facts;
use chrono::NaiveDate;

/// The rule.
pub static RULE: Rule = Rule {
    id: "no-instant",
    group: Group::Schedule,
    level: Level::Hint,
    since: "0.1.0",
    what: Phrase {
        en: "A post is `scheduled` or `published` and has a day at most, no time.",
        fr: "Une publication est `scheduled` ou `published`, avec un jour tout au plus et sans heure.",
    },
    why: Phrase {
        en: "It counts on that day, but its distance to other posts can’t be judged, and nothing can be learnt from it.",
        fr: "Elle compte pour ce jour, mais on ne peut ni juger sa distance aux autres ni en tirer de leçon.",
    },
    remedy: Phrase {
        en: "Write when it goes out: `at`, or `published = { at = … }`.",
        fr: "Écrivez quand elle part\u{a0}: `at`, ou `published = { at = … }`.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "quiz"
title = "Guess the painter"
status = "scheduled"
date = 2026-11-25    # at what time?
"#,
};

/// Every settled placement without an instant.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    facts
        .ws
        .each_placement()
        .filter(|(_, placement)| counts(facts, placement))
        .filter_map(|(ix, placement)| match placement.standing {
            Standing::OnDay(day) => Some(report(facts, ix, Some(day))),
            Standing::Undated => Some(report(facts, ix, None)),
            _ => None,
        })
        .collect()
}

fn report(facts: &Facts<'_>, ix: PlacementIx, day: Option<NaiveDate>) -> Finding {
    let placement = facts.ws.placement(ix);
    let status = placement.status.value.key();
    let channel = facts.ws.channel(placement.channel).id.value.clone();
    let message = Text::of(|lang| {
        let name = name(lang, facts, ix);
        match (lang, day.map(|day| date_short(lang, day))) {
            (Lang::En, Some(day)) => format!("{name} is `{status}` for {day}, without a time"),
            (Lang::En, None) => format!("{name} is `{status}`, and nothing says when"),
            (Lang::Fr, Some(day)) => format!("{name} est `{status}` pour le {day}, sans heure"),
            (Lang::Fr, None) => format!("{name} est `{status}`, et rien ne dit quand"),
        }
    });
    let found = finding(facts, &RULE, ix, message).help(Text::of(|lang| match lang {
        Lang::En => format!("write the moment: `at` in `[post.on.{channel}]`"),
        Lang::Fr => format!("écrivez le moment\u{a0}: `at` dans `[post.on.{channel}]`"),
    }));
    match day {
        None => found,
        Some(_) => found.note(Phrase {
            en: "until then it counts on that day, and its distance to other posts is not checked",
            fr: "d’ici là, elle compte pour ce jour, et sa distance aux autres n’est pas vérifiée",
        }),
    }
}
