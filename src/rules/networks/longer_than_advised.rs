//! `longer-than-advised`: nothing is refused, and few read to the end.

use super::words::amount;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count};
use crate::networks::{self, Field};
use crate::rules::Said;
use crate::source::At;

/// Nothing is refused, and few read to the end.
pub static RULE: Rule = Rule {
    id: "longer-than-advised",
    group: Group::Networks,
    level: Level::Hint,
    since: "0.1.0",
    what: Phrase {
        en: "A text or title that is longer, or has more hashtags, than does it good on this network.",
        fr: "Un texte ou un titre plus long, ou avec plus de mots-dièse, que ce qui lui réussit sur ce réseau.",
    },
    why: Phrase {
        en: "The network takes it, but screens, mailboxes and readers cut it off.",
        fr: "Le réseau l’accepte, mais les écrans, les messageries et les lecteurs s’arrêtent avant la fin.",
    },
    remedy: Phrase {
        en: "Say the main thing first, and shorten the rest.",
        fr: "Dites l’essentiel d’abord, et raccourcissez le reste.",
    },
    example: on_network!(
        "newsletter",
        r#"[[post]]
id = "lettre"
date = 2026-11-26
title = "La lettre du musée : toutes les expositions, les nocturnes et les ateliers de l’hiver"
"#
    ),
};

/// Compares texts, titles and hashtags with what is advised. What is past the limit is another rule's.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let network = said.network;
    if let (Some(advised), Some(title)) = (network.title_advised, said.content.title) {
        let own = said.own_limit(|limits| &limits.title);
        let limit = own.or_else(|| network.title.as_ref().map(|figure| figure.most));
        let words = Phrase { en: "this title", fr: "ce titre" };
        let over = measured(said, Field::Title, title.value.trim_end(), advised, limit);
        findings.extend(over.map(|(length, over)| {
            let at = said.within(title, over..title.value.trim_end().len());
            long(said, at, words, length, advised)
        }));
    }
    if let Some(advised) = network.text_advised {
        let own = said.own_limit(|limits| &limits.text);
        let limit = own.or_else(|| network.text.as_ref().map(|figure| figure.most));
        let words = Phrase { en: "this text", fr: "ce texte" };
        for part in &said.parts {
            let text = &part.out.text;
            let over = measured(said, Field::Text, text, advised, limit);
            findings.extend(over.map(|(length, over)| {
                let at = said.place(part, &(over..text.len()));
                long(said, at, words, length, advised)
            }));
        }
    }
    findings.extend(hashtags(said));
    findings
}

/// Length, and where the advice is passed, when it is passed and the limit is not.
fn measured(
    said: &Said<'_>,
    field: Field,
    text: &str,
    advised: u32,
    limit: Option<u32>,
) -> Option<(usize, usize)> {
    let size = |n: u32| usize::try_from(n).unwrap_or(usize::MAX);
    // A letter has at least one byte.
    if text.len() <= size(advised) {
        return None;
    }
    let measure = networks::measure(said.network, field, text, "", Some(size(advised)));
    let over = measure.over?;
    limit.is_none_or(|limit| measure.length <= size(limit)).then_some((measure.length, over))
}

fn long(said: &Said<'_>, at: At, what: Phrase, length: usize, advised: u32) -> Finding {
    let (name, unit) = (said.network.name, said.network.unit);
    let message = Text::of(|lang| {
        let (length, what) = (amount(lang, length, unit), what.get(lang));
        let advised = crate::lang::number(lang, advised.into());
        match lang {
            Lang::En => format!("{what} counts {length}; on {name} it does best up to {advised}"),
            Lang::Fr => format!(
                "{what} compte {length}\u{202f}; sur {name}, mieux vaut ne pas dépasser {advised}"
            ),
        }
    });
    said.finding(RULE.id, at, message)
}

fn hashtags(said: &Said<'_>) -> Option<Finding> {
    let advised = usize::try_from(said.network.hashtags_advised?).ok()?;
    let part = said.parts.iter().find(|part| part.entities.hashtags.len() > advised)?;
    let spots = &part.entities.hashtags;
    let name = said.network.name;
    let message = Text::of(|lang| match lang {
        Lang::En => {
            let found = count(lang, spots.len(), "hashtag", "hashtags");
            format!("{found}; on {name} a text does best with up to {advised}")
        }
        Lang::Fr => {
            let found = count(lang, spots.len(), "mot-dièse", "mots-dièse");
            format!("{found}\u{202f}; sur {name}, mieux vaut ne pas dépasser {advised}")
        }
    });
    Some(said.finding(RULE.id, said.place(part, &spots.get(advised)?.range), message))
}
