//! `posts-too-close`: two posts of any channels nearer than `[plan] spacing`.

use super::near::{Pair, closer_than, distance, is_one_wish};
use super::words::{beside, finding, setting};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::rules::Facts;

/// The rule.
pub static RULE: Rule = Rule {
    id: "posts-too-close",
    group: Group::Schedule,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "Two posts, on whatever channels, go out nearer to each other than `spacing`.",
        fr: "Deux publications, sur n’importe quels canaux, partent plus près l’une de l’autre que `spacing`.",
    },
    why: Phrase {
        en: "Two posts at once compete for the same people, and you can’t answer comments on both.",
        fr: "Deux publications simultanées se disputent le même public, et personne ne peut répondre aux commentaires des deux.",
    },
    remedy: Phrase {
        en: "Move one of the two, or make `spacing` in `[plan]` shorter.",
        fr: "Déplacez l’une des deux, ou réduisez `spacing` dans `[plan]`.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[plan]
spacing = "15min"

[channels.instagram]
network = "instagram"

[channels.linkedin]
network = "linkedin"

[[post]]
id = "teaser"
title = "Klimt is coming"
channels = ["instagram"]
at = 2026-11-24T12:30:00

[[post]]
id = "tickets"
title = "Tickets are on sale"
channels = ["linkedin"]
at = 2026-11-24T12:40:00    # ten minutes later
"#,
};

/// Every two neighbours in time that are too close.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    closer_than(facts, &facts.timeline, facts.ws.plan.spacing)
        .iter()
        .filter(|pair| !is_one_wish(facts, pair))
        .map(|pair| report(facts, pair))
        .collect()
}

fn report(facts: &Facts<'_>, pair: &Pair) -> Finding {
    let spacing = facts.ws.plan.spacing;
    let found = finding(facts, &RULE, pair.subject.placement, distance(facts, pair))
        .note(setting(&format!("spacing = \"{spacing}\""), "plan"))
        .help(help(facts, pair));
    beside(found, facts, &pair.other)
}

fn help(facts: &Facts<'_>, pair: &Pair) -> Text {
    let (own, other) = (facts.placement(&pair.subject), facts.placement(&pair.other));
    let spacing = facts.ws.plan.spacing;
    let channel = facts.ws.channel(own.channel).id.value.clone();
    let one_post = own.post == other.post;
    Text::of(|lang| match (lang, one_post) {
        (Lang::En, true) => format!(
            "give this channel a time of its own, at least {spacing} away: `at` in `[post.on.{channel}]`"
        ),
        (Lang::Fr, true) => format!(
            "donnez à ce canal son propre horaire, à {spacing} au moins\u{a0}: `at` dans `[post.on.{channel}]`"
        ),
        (Lang::En, false) => format!("move one of them so that they are at least {spacing} apart"),
        (Lang::Fr, false) => {
            format!("déplacez l’une des deux pour laisser au moins {spacing} entre elles")
        }
    })
}
