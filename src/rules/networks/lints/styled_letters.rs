//! `styled-letters`: characters that only look like bold or italic letters.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, quote};
use crate::networks::Unit;
use crate::rules::said::ENOUGH;
use crate::rules::{Part, Said};
use crate::text::styled;
use std::ops::Range;

/// Characters that only look like bold or italic letters.
pub static RULE: Rule = Rule {
    id: "styled-letters",
    group: Group::Networks,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "Words in characters that only look like bold, italic or framed letters (𝗯𝗼𝗹𝗱).",
        fr: "Des mots en caractères qui n’ont que l’air de lettres grasses, italiques ou encadrées (𝗴𝗿𝗮𝘀).",
    },
    why: Phrase {
        en: "They are signs of mathematics, not letters: screen readers skip them or spell them one by one, search does not find them, many phones show boxes, and X counts each of them twice.",
        fr: "Ce sont des signes mathématiques, pas des lettres\u{a0}: les lecteurs d’écran les sautent ou les épellent un par un, la recherche ne les trouve pas, bien des téléphones affichent des carrés, et X compte chacun pour deux.",
    },
    remedy: Phrase {
        en: "Write the words in plain letters.",
        fr: "Écrivez les mots en lettres ordinaires.",
    },
    example: on_network!(
        "linkedin",
        r#"[[post]]
id = "gratuit"
date = 2026-11-26
text = "Ce dimanche, entrée 𝗴𝗿𝗮𝘁𝘂𝗶𝘁𝗲 pour tous."
"#
    ),
};

/// One finding for each run of such words.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    let runs = said.parts.iter().flat_map(|part| {
        let runs = styled::runs(&part.out.text).into_iter();
        runs.map(move |run| (part, run))
    });
    runs.take(ENOUGH).map(|(part, run)| finding(said, part, &run)).collect()
}

fn finding(said: &Said<'_>, part: &Part<'_>, run: &Range<usize>) -> Finding {
    let written = &part.out.text[run.clone()];
    let plain = styled::plain(written);
    let plain = if plain.len() > LONG { shortened(&plain) } else { plain };
    let message = Text::of(|lang| {
        let words = quote(lang, &shortened(written));
        match lang {
            Lang::En => format!("{words} is no text: screen readers and search do not read it"),
            Lang::Fr => format!(
                "{words} n’est pas du texte\u{a0}: les lecteurs d’écran et la recherche ne le lisent pas"
            ),
        }
    });
    let finding = said.finding(RULE.id, said.place(part, run), message);
    let finding = finding.help(Text::of(|lang| match lang {
        Lang::En => format!("write it in plain letters: {}", quote(lang, &plain)),
        Lang::Fr => format!("écrivez-le en lettres ordinaires\u{a0}: {}", quote(lang, &plain)),
    }));
    if said.network.unit != Unit::Weighted {
        return finding;
    }
    finding.note(Text::of(|lang| match lang {
        Lang::En => "each of these characters counts 2 on X".to_owned(),
        Lang::Fr => "sur X, chacun de ces caractères compte 2".to_owned(),
    }))
}

/// Above so many bytes nobody copies the plain words from the help.
const LONG: usize = 1_000;

/// The first words of a long run.
fn shortened(written: &str) -> String {
    const MOST: usize = 40;
    let mut letters = written.chars();
    let mut head: String = letters.by_ref().take(MOST).collect();
    if letters.next().is_some() {
        head.push('…');
    }
    head
}
