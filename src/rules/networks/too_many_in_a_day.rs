//! `too-many-in-24-hours`: more posts than the network takes from one account.

use super::words::Limit;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count};
use crate::networks;
use crate::rules::{Dated, Facts};
use crate::time::Lapse;

/// More posts than the network takes from one account.
pub static RULE: Rule = Rule {
    id: "too-many-in-24-hours",
    group: Group::Networks,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "More posts of one channel within 24 hours than the network takes from an account.",
        fr: "Plus de publications d’un canal en 24 heures que le réseau n’en accepte d’un compte.",
    },
    why: Phrase {
        en: "The network refuses the ones too many until the oldest is a day old.",
        fr: "Le réseau refuse celles de trop jusqu’à ce que la plus ancienne ait un jour.",
    },
    remedy: Phrase {
        en: "Move some of them to another day. A `cadence` keeps the plan from it.",
        fr: "Déplacez-en à un autre jour. Une `cadence` en préserve le plan.",
    },
    example: r#"post = [
  { title = "Film 1", at = 2026-11-26T08:00:00 },
  { title = "Film 2", at = 2026-11-26T08:30:00 },
  { title = "Film 3", at = 2026-11-26T09:00:00 },
  { title = "Film 4", at = 2026-11-26T09:30:00 },
  { title = "Film 5", at = 2026-11-26T10:00:00 },
  { title = "Film 6", at = 2026-11-26T10:30:00 },
  { title = "Film 7", at = 2026-11-26T11:00:00 },
  { title = "Film 8", at = 2026-11-26T11:30:00 },
  { title = "Film 9", at = 2026-11-26T12:00:00 },
  { title = "Film 10", at = 2026-11-26T12:30:00 },
  { title = "Film 11", at = 2026-11-26T13:00:00 },
  { title = "Film 12", at = 2026-11-26T13:30:00 },
  { title = "Film 13", at = 2026-11-26T14:00:00 },
  { title = "Film 14", at = 2026-11-26T14:30:00 },
  { title = "Film 15", at = 2026-11-26T15:00:00 },
  { title = "Film 16", at = 2026-11-26T15:30:00 },
]

[calendar]
timezone = "Europe/Paris"

[channels.tiktok]
network = "tiktok"
"#,
};

/// One finding for each post that is one too many, at its date.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let ws = facts.ws;
    let mut findings = Vec::new();
    for (index, channel) in ws.channels.iter().enumerate() {
        let network = networks::find(&channel.network.value);
        let Some((network, limit)) =
            network.and_then(|n| Some((n, Limit::Network(n.per_day.as_ref()?))))
        else {
            continue;
        };
        let of_channel = |dated: &&Dated| facts.placement(dated).channel.get() == index;
        let posts: Vec<&Dated> = facts.timeline.iter().filter(of_channel).collect();
        let most = limit.most();
        for (first, last) in posts.iter().zip(posts.iter().skip(most)) {
            if last.start.since(first.start) >= Lapse::days(1) || last.start < facts.now {
                continue;
            }
            let name = network.name;
            let message = Text::of(|lang| match lang {
                Lang::En => {
                    let posts = count(lang, most + 1, "post", "posts");
                    format!("{posts} within 24 hours, and {name} takes {most} from an account")
                }
                Lang::Fr => {
                    let posts = count(lang, most + 1, "publication", "publications");
                    format!("{posts} en 24 heures, et {name} en accepte {most} par compte")
                }
            });
            let placement = facts.placement(last);
            let level = limit.level();
            findings.push(
                Finding::new(RULE.id, placement.at, message)
                    .of_post(&facts.post(last).id.name)
                    .on_channel(&channel.id.value)
                    .note(limit.origin(network, None))
                    .at_level(level),
            );
        }
    }
    findings
}
