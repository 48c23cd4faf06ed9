//! `no-threads`: several parts for a network that has no threads.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count};
use crate::networks::Fact;
use crate::rules::Said;
use crate::rules::said::level;

/// Several parts for a network that has no threads.
pub static RULE: Rule = Rule {
    id: "no-threads",
    group: Group::Networks,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A thread on a network that has none.",
        fr: "Un fil sur un réseau qui n’en a pas.",
    },
    why: Phrase {
        en: "Only the first part would go out, or all of them in one text that nobody wrote.",
        fr: "Seule la première partie paraîtrait, ou toutes dans un texte que personne n’a écrit.",
    },
    remedy: Phrase {
        en: "Write a text for this channel: `[post.on.CHANNEL] text = \"…\"`.",
        fr: "Écrivez un texte pour ce canal\u{a0}: `[post.on.CANAL] text = \"…\"`.",
    },
    example: on_network!(
        "linkedin",
        r#"[[post]]
id = "klimt"
date = 2026-11-26
parts = ["Klimt arrive.", "Et voici comment."]
"#
    ),
};

/// Looks for threads where there are none.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    let parts = said.content.parts;
    let Some(second) = parts.get(1).filter(|_| !said.network.threads) else {
        return Vec::new();
    };
    let (name, channel) = (said.network.name, &said.channel.id.value);
    let message = Text::of(|lang| {
        let n = match lang {
            Lang::En => count(lang, parts.len(), "part", "parts"),
            Lang::Fr => count(lang, parts.len(), "partie", "parties"),
        };
        match lang {
            Lang::En => format!("a thread of {n}, and {name} has no threads"),
            Lang::Fr => format!("un fil de {n}, et {name} n’a pas de fils"),
        }
    });
    let help = Text::of(|lang| match lang {
        Lang::En => format!("write one text for it: `[post.on.{channel}] text = \"…\"`"),
        Lang::Fr => format!("écrivez-lui un seul texte\u{a0}: `[post.on.{channel}] text = \"…\"`"),
    });
    let finding = said.finding(RULE.id, second.at, message).help(help);
    vec![finding.at_level(level(said.network.grade_of(Fact::Threads)))]
}
