//! `hashtag-too-long`: a hashtag that the network takes for plain words, or refuses.

use super::words::Limit;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::networks;
use crate::rules::Said;
use crate::rules::said::ENOUGH;
use std::ops::Range;

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

/// Measures every hashtag, in letters as people see them: also what the network, for its length,
/// makes no hashtag of.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    let Some(figure) = &said.network.hashtag_length else {
        return Vec::new();
    };
    let (limit, name) = (Limit::Network(figure), said.network.name);
    let most = limit.most();
    let mut findings = Vec::new();
    for part in &said.parts {
        // A letter has at least one byte.
        let long = tags(&part.out.text).filter(|range| range.len() > most);
        let long = long.map(|range| (networks::letters(&part.out.text[range.clone()]) - 1, range));
        for (length, range) in long.filter(|(length, _)| *length > most).take(ENOUGH) {
            let message = Text::of(|lang| match lang {
                Lang::En => format!("this hashtag has {length} letters, and {name} takes {most}"),
                Lang::Fr => format!("ce mot-dièse a {length} lettres, et {name} en accepte {most}"),
            });
            let at = said.place(part, &range);
            let finding = said.finding(RULE.id, at, message).note(limit.origin(said.network, None));
            findings.push(finding.at_level(limit.level()));
        }
    }
    findings
}

/// What people mean as hashtags: a sign at the start of a word, and the letters, digits and `_`
/// behind it.
fn tags(text: &str) -> impl Iterator<Item = Range<usize>> {
    text.match_indices(['#', '＃']).filter_map(|(start, sign)| {
        let before = text[..start].chars().next_back();
        let name = &text[start + sign.len()..];
        let long = name.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(name.len());
        let begins = before.is_none_or(|c| c.is_whitespace() || c == '(');
        begins.then(|| start..start + sign.len() + long)
    })
}
