//! `refused-character`: a character that makes the network refuse the post.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::networks::{self, Fact, Field, Network};
use crate::rules::Said;
use crate::rules::said::level;
use crate::source::At;
use std::ops::Range;

/// A character that makes the network refuse the post.
pub static RULE: Rule = Rule {
    id: "refused-character",
    group: Group::Networks,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A character that the network takes nowhere in a text or title.",
        fr: "Un caractère que le réseau n’accepte ni dans un texte ni dans un titre.",
    },
    why: Phrase {
        en: "One of them is enough, and the network refuses the whole post.",
        fr: "Un seul suffit\u{a0}: le réseau refuse toute la publication.",
    },
    remedy: Phrase {
        en: "Write it otherwise: “less than”, an arrow “→”, another quote.",
        fr: "Écrivez-le autrement\u{a0}: «\u{a0}moins de\u{a0}», une flèche «\u{a0}→\u{a0}», d’autres guillemets.",
    },
    example: on_network!(
        "youtube",
        r#"[[post]]
id = "visite"
date = 2026-11-26
title = "La visite > le film"
"#
    ),
};

/// Looks for the first such character of the title, and of each text.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(title) = said.content.title.filter(|_| said.network.title.is_some()) {
        let found = first(said.network, Field::Title, &title.value);
        findings.extend(found.map(|range| {
            let c = &title.value[range.clone()];
            finding(said, said.within(title, range.clone()), c)
        }));
    }
    for part in &said.parts {
        let text = &part.out.text;
        let found = first(said.network, Field::Text, text);
        findings.extend(
            found.map(|range| finding(said, said.place(part, &range), &text[range.clone()])),
        );
    }
    findings
}

/// The first character of a text that is refused.
fn first(network: &Network, field: Field, text: &str) -> Option<Range<usize>> {
    let refused: Vec<char> = networks::refused(network, field).collect();
    if refused.is_empty() {
        return None;
    }
    let (start, c) = text.match_indices(refused.as_slice()).next()?;
    Some(start..start + c.len())
}

fn finding(said: &Said<'_>, at: At, c: &str) -> Finding {
    let code = c.chars().next().map_or(0, u32::from);
    let name = said.network.name;
    let shown = if code < 0x7f { format!("`{c}`") } else { format!("U+{code:04X}") };
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{name} refuses texts and titles with {shown}"),
        Lang::Fr => format!("{name} refuse les textes et les titres qui contiennent {shown}"),
    });
    let help = Text::of(|lang| match lang {
        Lang::En => "write it otherwise, or take it away".to_owned(),
        Lang::Fr => "écrivez-le autrement, ou retirez-le".to_owned(),
    });
    said.finding(RULE.id, at, message)
        .help(help)
        .at_level(level(said.network.grade_of(Fact::Forbidden)))
}
