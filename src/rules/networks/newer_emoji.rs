//! `newer-emoji`: a text that fits only where emoji are counted by today's list.

use super::words;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, figure};
use crate::networks::{self, Field, Unit};
use crate::rules::{Part, Said};

/// A text that fits only where emoji are counted by today's list.
pub static RULE: Rule = Rule {
    id: "newer-emoji",
    group: Group::Networks,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A text that fits on X as X describes it, but not for programs that know no emoji of the last years.",
        fr: "Un texte qui tient sur X tel que X le décrit, mais pas pour les programmes qui ignorent les emojis de ces dernières années.",
    },
    why: Phrase {
        en: "X counts every emoji 2. The counting code that it published, and that many tools still use, takes newer ones apart and counts each piece: such a tool refuses the post.",
        fr: "X compte 2 pour chaque emoji. Le code de comptage qu’il a publié, et que beaucoup d’outils utilisent encore, découpe les plus récents et compte chaque morceau\u{a0}: un tel outil refuse la publication.",
    },
    remedy: Phrase {
        en: "Leave a few letters of room, or take an older emoji.",
        fr: "Gardez quelques caractères de marge, ou prenez un emoji plus ancien.",
    },
    example: on_network!(
        "x",
        r#"[[post]]
id = "merci"
date = 2026-11-26
text = """
🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻
🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻
🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻
🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻🫱🏽‍🫲🏻 merci !"""
"#
    ),
};

/// Counts texts that fit once more, the older way.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    if said.network.unit != Unit::Weighted {
        return Vec::new();
    }
    let Some(limit) = words::of_text(said) else {
        return Vec::new();
    };
    let most = limit.most();
    said.parts.iter().filter_map(|part| finding(said, part, most)).collect()
}

fn finding(said: &Said<'_>, part: &Part<'_>, most: usize) -> Option<Finding> {
    let text = &part.out.text;
    // Every newer emoji has a letter outside the basic plane: four bytes, the first from F0 on.
    if !text.bytes().any(|byte| byte >= 0xf0) {
        return None;
    }
    let older = networks::older_count(text);
    if older <= most {
        return None;
    }
    let length = networks::measure(said.network, Field::Text, text, "", None).length;
    if length > most {
        return None;
    }
    let message = Text::of(|lang| {
        let (length, older, most) = (figure(lang, length), figure(lang, older), figure(lang, most));
        match lang {
            Lang::En => format!(
                "this text counts {length} of {most}, but {older} for tools that don’t know its newer emoji"
            ),
            Lang::Fr => format!(
                "ce texte compte {length} sur {most}, mais {older} pour les outils qui ignorent ses emojis récents"
            ),
        }
    });
    let help = Text::of(|lang| match lang {
        Lang::En => "leave some room, or take an older emoji".to_owned(),
        Lang::Fr => "gardez de la marge, ou prenez un emoji plus ancien".to_owned(),
    });
    Some(said.finding(RULE.id, said.place(part, &(0..text.len())), message).help(help))
}
