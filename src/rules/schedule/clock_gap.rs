//! `clock-gap`: a local time that does not exist, because the clocks jump over it.

use super::clock::{Odd, odd_times};
use super::words::{finding, name};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{self, Lang, Phrase, Text};
use crate::rules::Facts;
use crate::time::Clock;

/// The rule.
pub static RULE: Rule = Rule {
    id: "clock-gap",
    group: Group::Schedule,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A local time is written that the channel’s clock never shows: it is skipped when summer time begins.",
        fr: "Une heure locale est écrite que l’horloge du canal n’affiche jamais\u{a0}: elle est sautée au passage à l’heure d’été.",
    },
    why: Phrase {
        en: "The post goes out at another hour than the one you wrote.",
        fr: "La publication part à une autre heure que celle que vous avez écrite.",
    },
    remedy: Phrase {
        en: "Write a time before or after the jump.",
        fr: "Écrivez une heure avant ou après le saut.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "night"
title = "A night at the museum"
at = 2027-03-28T02:30:00    # from 02:00 the clocks jump to 03:00
"#,
};

/// Every local time in a gap.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    odd_times(facts, Clock::Gap).iter().map(|odd| report(facts, odd)).collect()
}

fn report(facts: &Facts<'_>, odd: &Odd) -> Finding {
    let zone = odd.zone.name();
    let taken = odd.zone.local(odd.instant);
    let message = Text::of(|lang| {
        let (name, written) = (name(lang, facts, odd.placement), lang::instant(lang, odd.local));
        match lang {
            Lang::En => {
                format!("{name}: {written} does not exist in {zone}, the clocks jump over it")
            }
            Lang::Fr => {
                format!(
                    "{name}\u{a0}: {written} n’existe pas dans le fuseau {zone}, l’horloge saute cette heure"
                )
            }
        }
    });
    let mut found = finding(facts, &RULE, odd.placement, message);
    found.place = odd.at.into();
    found
        .note(Text::of(|lang| match lang {
            Lang::En => format!("it is taken as {}", lang::instant(lang, taken)),
            Lang::Fr => format!("l’heure retenue est le {}", lang::instant(lang, taken)),
        }))
        .help(Phrase {
            en: "write a time before or after the jump",
            fr: "écrivez une heure avant ou après le saut",
        })
}
