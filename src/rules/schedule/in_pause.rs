//! `in-pause`: a post that goes out while publishing is paused.

use super::standing::{ahead, day_end, day_start};
use super::words::{finding, name};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{self, Lang, Phrase, Text, quote};
use crate::model::{Pause, Placement, PlacementIx, Standing};
use crate::rules::Facts;
use crate::time::{Instant, Lapse};

/// The rule.
pub static RULE: Rule = Rule {
    id: "in-pause",
    group: Group::Schedule,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A post would go out during a `[[pause]]`.",
        fr: "Une publication partirait pendant une `[[pause]]`.",
    },
    why: Phrase {
        en: "A pause is there for a crisis or for mourning: a cheerful post in the middle of it does harm.",
        fr: "Une pause répond à une crise ou à un deuil\u{a0}: une publication enjouée à ce moment-là fait du tort.",
    },
    remedy: Phrase {
        en: "Move the post after the pause, or end the pause with `to`.",
        fr: "Déplacez la publication après la pause, ou mettez fin à la pause avec `to`.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[pause]]
from = 2026-11-25T08:00:00
to = 2026-11-26T08:00:00
reason = "National mourning"

[[post]]
id = "quiz"
title = "Guess the painter"
at = 2026-11-25T12:00:00
"#,
};

/// Every post that is still to go out, and would during a pause.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    if facts.ws.pauses.is_empty() {
        return Vec::new();
    }
    ahead(facts)
        .filter_map(|(ix, placement)| {
            let (first, last) = fixed(facts, placement)?;
            let stops = |pause: &&Pause| {
                let stops = |at| {
                    let format = placement.format.as_deref();
                    pause.stops(at, placement.channel, placement.pillar, format)
                };
                stops(first) && stops(last)
            };
            let pause = facts.ws.pauses.iter().find(stops)?;
            Some(report(facts, ix, placement, pause))
        })
        .collect()
}

/// The instant of a placement; the whole day when only that is known.
fn fixed(facts: &Facts<'_>, placement: &Placement) -> Option<(Instant, Instant)> {
    let zone = facts.zone(placement);
    match placement.standing {
        Standing::OnDay(day) => {
            Some((day_start(zone, day), day_end(zone, day) - Lapse::from_seconds(1)))
        }
        _ => placement.instant().map(|at| (at, at)),
    }
}

fn report(facts: &Facts<'_>, ix: PlacementIx, placement: &Placement, pause: &Pause) -> Finding {
    let zone = facts.zone(placement);
    let message = Text::of(|lang| {
        let name = name(lang, facts, ix);
        let reason = quote(lang, &pause.reason);
        let moment = match (placement.instant(), placement.standing) {
            (Some(at), _) => lang::instant(lang, zone.local(at)),
            (None, Standing::OnDay(day)) => lang::date_short(lang, day),
            (None, _) => String::new(),
        };
        match lang {
            Lang::En => format!("{name} goes out {moment}, during the pause {reason}"),
            Lang::Fr => format!("{name} part le {moment}, pendant la pause {reason}"),
        }
    });
    let until = pause.to.map(|to| facts.ws.calendar.zone.local(to));
    finding(facts, &RULE, ix, message)
        .other(
            pause.at,
            Text::of(|lang| match (lang, until) {
                (Lang::En, Some(to)) => format!("paused until {}", lang::instant(lang, to)),
                (Lang::Fr, Some(to)) => format!("pause jusqu’au {}", lang::instant(lang, to)),
                (Lang::En, None) => "paused until further notice".to_owned(),
                (Lang::Fr, None) => "pause jusqu’à nouvel ordre".to_owned(),
            }),
        )
        .help(Phrase {
            en: "move it after the pause, and take it out of your scheduler if it waits there",
            fr: "déplacez-la après la pause, et retirez-la de votre outil de programmation si elle y attend",
        })
}
