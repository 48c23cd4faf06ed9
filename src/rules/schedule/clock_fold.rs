//! `clock-fold`: a local time that exists twice, because the clocks go back over it.

use super::clock::{Odd, odd_times};
use super::words::{finding, name};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{self, Lang, Phrase, Text};
use crate::rules::Facts;
use crate::time::Clock;

/// The rule.
pub static RULE: Rule = Rule {
    id: "clock-fold",
    group: Group::Schedule,
    level: Level::Hint,
    since: "0.1.0",
    what: Phrase {
        en: "A local time is written that the channel’s clock shows twice: it comes again when summer time ends.",
        fr: "Une heure locale est écrite que l’horloge du canal affiche deux fois\u{a0}: elle revient au passage à l’heure d’hiver.",
    },
    why: Phrase {
        en: "The first of the two is taken; you may have meant the second.",
        fr: "La première des deux est retenue\u{202f}; vous pensiez peut-être à la seconde.",
    },
    remedy: Phrase {
        en: "Write the offset, as in `2026-10-25T02:30:00+01:00`, or another time.",
        fr: "Précisez le décalage, comme `2026-10-25T02:30:00+01:00`, ou choisissez une autre heure.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "night"
title = "A night at the museum"
at = 2026-10-25T02:30:00    # at 03:00 the clocks go back to 02:00
"#,
};

/// Every local time in a fold.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    odd_times(facts, Clock::Fold).iter().map(|odd| report(facts, odd)).collect()
}

fn report(facts: &Facts<'_>, odd: &Odd) -> Finding {
    let zone = odd.zone.name();
    let exact = odd.zone.rfc3339(odd.instant);
    let message = Text::of(|lang| {
        let (name, written) = (name(lang, facts, odd.placement), lang::instant(lang, odd.local));
        match lang {
            Lang::En => {
                format!("{name}: {written} comes twice in {zone}, the clocks go back over it")
            }
            Lang::Fr => {
                format!(
                    "{name}\u{a0}: {written} arrive deux fois dans le fuseau {zone}, l’horloge recule"
                )
            }
        }
    });
    let mut found = finding(facts, &RULE, odd.placement, message);
    found.place = odd.at.into();
    found
        .note(Text::of(|lang| match lang {
            Lang::En => format!("the first is taken: {exact}"),
            Lang::Fr => format!("la première est retenue\u{a0}: {exact}"),
        }))
        .help(Phrase {
            en: "write the offset too, or choose another time",
            fr: "précisez le décalage, ou choisissez une autre heure",
        })
}
