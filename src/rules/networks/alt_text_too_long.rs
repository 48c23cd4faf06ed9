//! `alt-text-too-long`: a description of an image that the network cuts or refuses.

use super::words::{self, Limit, amount};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, figure};
use crate::networks::Unit;
use crate::rules::Said;

/// A description of an image that the network cuts or refuses.
pub static RULE: Rule = Rule {
    id: "alt-text-too-long",
    group: Group::Networks,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A description of an image that is longer than the network takes.",
        fr: "Une description d’image plus longue que ce que le réseau accepte.",
    },
    why: Phrase {
        en: "The network refuses the image, or cuts the description in the middle of a word.",
        fr: "Le réseau refuse l’image, ou coupe la description au milieu d’un mot.",
    },
    remedy: Phrase {
        en: "Say what the image shows in one or two sentences; a long text belongs in the post.",
        fr: "Dites ce que montre l’image en une ou deux phrases\u{202f}; un long texte a sa place dans la publication.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.main]
network = "mastodon"
limits = { alt_text = 20 }

[[post]]
id = "klimt"
date = 2026-11-26
text = "Klimt arrive."
media = [{ url = "https://musee.example/1.jpg", alt = "Un couple enlacé dans une étoffe dorée" }]
"#,
};

/// Measures every description, in Unicode characters.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    let own = words::own(said, |limits| &limits.alt_text);
    let limit = own.or_else(|| said.network.alt_text.as_ref().map(Limit::Network));
    let Some(limit) = limit else {
        return Vec::new();
    };
    let (name, most) = (limit.taker(said), limit.most());
    let mut findings = Vec::new();
    for alt in said.content.media.iter().filter_map(|media| media.alt.as_ref()) {
        let Some((over, _)) = alt.value.char_indices().nth(most) else {
            continue;
        };
        let length = alt.value.chars().count();
        let message = Text::of(|lang| {
            let length = amount(lang, length, Unit::CodePoints);
            let most = figure(lang, most);
            match lang {
                Lang::En => {
                    format!("this description has {length}, and {name} takes {most}")
                }
                Lang::Fr => {
                    format!("cette description a {length}, et {name} en accepte {most}")
                }
            }
        });
        let at = said.within(alt, over..alt.value.len());
        let finding =
            said.finding(RULE.id, at, message).note(limit.origin(said.network, Some("alt_text")));
        findings.push(finding.at_level(limit.level()));
    }
    findings
}
