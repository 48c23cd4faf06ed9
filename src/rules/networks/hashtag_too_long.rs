//! `hashtag-too-long`: a hashtag that the network takes for plain words, or refuses.

use super::tags::ENOUGH;
use super::words::Limit;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::networks;
use crate::rules::Said;

/// A hashtag that the network takes for plain words, or refuses.
pub static RULE: Rule = Rule {
    id: "hashtag-too-long",
    group: Group::Networks,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A hashtag that is longer than the network takes.",
        fr: "Un mot-dièse plus long que ce que le réseau accepte.",
    },
    why: Phrase {
        en: "The network refuses the post, or makes no hashtag of it.",
        fr: "Le réseau refuse la publication, ou n’en fait pas un mot-dièse.",
    },
    remedy: Phrase {
        en: "Write a shorter one: nobody types a long hashtag.",
        fr: "Écrivez-en un plus court\u{a0}: personne ne tape un mot-dièse si long.",
    },
    example: on_network!(
        "threads",
        r##"[[post]]
id = "nuit"
date = 2026-11-26
text = "#LaGrandeNuitDesMuseesDeLaRegionHautsDeFranceEtDeLaBelgique"
"##
    ),
};

/// Measures every hashtag, in letters as people see them.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    let Some(figure) = &said.network.hashtag_length else {
        return Vec::new();
    };
    let (limit, name) = (Limit::Network(figure), said.network.name);
    let most = limit.most();
    let mut findings = Vec::new();
    for part in &said.parts {
        // A letter has at least one byte.
        let long = part.entities.hashtags.iter().filter(|spot| spot.value.len() > most);
        let long = long.map(|spot| (spot, networks::letters(&spot.value)));
        for (spot, length) in long.filter(|(_, length)| *length > most).take(ENOUGH) {
            let message = Text::of(|lang| match lang {
                Lang::En => format!("this hashtag has {length} letters, and {name} takes {most}"),
                Lang::Fr => format!("ce mot-dièse a {length} lettres, et {name} en accepte {most}"),
            });
            let at = said.place(part, &spot.range);
            let finding = said.finding(RULE.id, at, message).note(limit.origin(said.network));
            findings.push(finding.at_level(said.level(limit.grade())));
        }
    }
    findings
}
