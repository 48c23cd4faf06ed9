//! `topic-too-close`: the same topic again too soon, on any channel.

use super::near::{Pair, closer_than, distance, is_one_wish};
use super::words::{beside, finding, setting};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::rules::{Dated, Facts};
use crate::time::Lapse;
use std::collections::BTreeMap;

/// The rule.
pub static RULE: Rule = Rule {
    id: "topic-too-close",
    group: Group::Schedule,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "Two posts on the same `topic`, on whatever channels, are nearer than `topic_gap`.",
        fr: "Deux publications sur le même `topic`, sur n’importe quels canaux, sont plus proches que `topic_gap`.",
    },
    why: Phrase {
        en: "Many people follow you on more than one channel: the same subject twice in a row tires them.",
        fr: "Beaucoup de gens vous suivent sur plusieurs canaux\u{a0}: le même sujet deux fois de suite les lasse.",
    },
    remedy: Phrase {
        en: "Move one of the two, give it another topic, or make `topic_gap` in `[plan]` shorter.",
        fr: "Déplacez l’une des deux, donnez-lui un autre sujet, ou réduisez `topic_gap` dans `[plan]`.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[plan]
topic_gap = "4h"

[channels.instagram]
network = "instagram"

[channels.linkedin]
network = "linkedin"

[[post]]
id = "teaser"
title = "Klimt is coming"
topic = "klimt"
channels = ["instagram"]
at = 2026-11-24T10:00:00

[[post]]
id = "tickets"
title = "Tickets are on sale"
topic = "klimt"
channels = ["linkedin"]
at = 2026-11-24T12:00:00    # two hours later
"#,
};

/// Every two neighbours of a topic that are too close.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let least = facts.ws.plan.topic_gap;
    if least == Lapse::ZERO {
        return Vec::new();
    }
    let mut topics: BTreeMap<&str, Vec<Dated>> = BTreeMap::new();
    for dated in &facts.timeline {
        if let Some(topic) = &facts.post(dated).topic {
            topics.entry(&topic.value).or_default().push(*dated);
        }
    }
    let mut findings = Vec::new();
    for (topic, list) in topics {
        let pairs = closer_than(facts, &list, least);
        let clashes = pairs.iter().filter(|pair| !is_one_wish(facts, pair));
        findings.extend(clashes.map(|pair| report(facts, topic, pair)));
    }
    findings
}

fn report(facts: &Facts<'_>, topic: &str, pair: &Pair) -> Finding {
    let least = facts.ws.plan.topic_gap;
    let found = finding(facts, &RULE, pair.subject.placement, distance(facts, pair))
        .note(Text::of(|lang| match lang {
            Lang::En => format!("both have `topic = \"{topic}\"`"),
            Lang::Fr => format!("les deux ont `topic = \"{topic}\"`"),
        }))
        .note(setting(&format!("topic_gap = \"{least}\""), "plan"))
        .help(Text::of(|lang| match lang {
            Lang::En => format!("move one of them so that they are at least {least} apart"),
            Lang::Fr => {
                format!("déplacez l’une des deux pour laisser au moins {least} entre elles")
            }
        }));
    beside(found, facts, &pair.other)
}
