//! `past-date`: a post that should be out by now, and nothing says that it is.

use super::standing::{ahead, reach};
use super::words::{finding, name};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{self, Lang, Phrase, Text};
use crate::model::{PlacementIx, Status};
use crate::rules::Facts;
use crate::time::Instant;

/// The rule.
pub static RULE: Rule = Rule {
    id: "past-date",
    group: Group::Schedule,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "The last moment for a post has passed, and it is neither published nor cancelled.",
        fr: "Le dernier moment possible d’une publication est passé, et elle n’est ni publiée ni annulée.",
    },
    why: Phrase {
        en: "Either it went out and the calendar doesn’t know, or it was forgotten.",
        fr: "Soit elle est partie et le calendrier l’ignore, soit elle a été oubliée.",
    },
    remedy: Phrase {
        en: "Write `status = \"published\"` if it is out, give it a new date, or write `status = \"cancelled\"`.",
        fr: "Écrivez `status = \"published\"` si elle est en ligne, donnez-lui une nouvelle date, ou écrivez `status = \"cancelled\"`.",
    },
    example: r#"# now: 2026-11-24T09:00:00+01:00
[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "quiz"
title = "Guess the painter"
date = 2026-11-20    # four days ago
"#,
};

/// Every post whose last moment is past.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    ahead(facts)
        .filter_map(|(ix, placement)| {
            let (_, last) = reach(facts, placement)?;
            (last < facts.now).then(|| report(facts, ix, last))
        })
        .collect()
}

fn report(facts: &Facts<'_>, ix: PlacementIx, last: Instant) -> Finding {
    let placement = facts.ws.placement(ix);
    let local = facts.zone(placement).local(last);
    let exact = placement.instant().is_some();
    let message = Text::of(|lang| {
        let name = name(lang, facts, ix);
        let moment =
            if exact { lang::instant(lang, local) } else { lang::date_short(lang, local.date()) };
        let status = placement.status.value.key();
        match (lang, exact) {
            (Lang::En, true) => format!("{name} was due {moment} and is still `{status}`"),
            (Lang::En, false) => format!("{name} was due by {moment} and is still `{status}`"),
            (Lang::Fr, true) => {
                format!("{name} devait partir le {moment} et en est encore à `{status}`")
            }
            (Lang::Fr, false) => {
                format!(
                    "{name} devait partir au plus tard le {moment} et en est encore à `{status}`"
                )
            }
        }
    });
    finding(facts, &RULE, ix, message).help(match placement.status.value {
        Status::Scheduled => Phrase {
            en: "if it is out, write `status = \"published\"`; if not, give it a new date",
            fr: "si elle est en ligne, écrivez `status = \"published\"`\u{202f}; sinon, donnez-lui une nouvelle date",
        },
        _ => Phrase {
            en: "give it a new date, or write `status = \"published\"` or `\"cancelled\"`",
            fr: "donnez-lui une nouvelle date, ou écrivez `status = \"published\"` ou `\"cancelled\"`",
        },
    })
}
