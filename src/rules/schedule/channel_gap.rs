//! `channel-gap`: two posts of one channel nearer than its cadence allows.

use super::near::{Pair, closer_than, distance};
use super::words::{beside, finding, setting, table};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::model::LaneIx;
use crate::rules::Facts;

/// The rule.
pub static RULE: Rule = Rule {
    id: "channel-gap",
    group: Group::Schedule,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "Two posts of one channel go out nearer to each other than the `gap` of its cadence.",
        fr: "Deux publications d’un même canal partent plus près l’une de l’autre que le `gap` de sa cadence.",
    },
    why: Phrase {
        en: "The second post cuts the life of the first short: people see one of them, rarely both.",
        fr: "La seconde abrège la vie de la première\u{a0}: on voit l’une ou l’autre, rarement les deux.",
    },
    remedy: Phrase {
        en: "Move one of the two, or make the channel’s `gap` shorter.",
        fr: "Déplacez l’une des deux, ou réduisez le `gap` du canal.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"
cadence = { gap = "20h" }

[[post]]
id = "teaser"
title = "Klimt is coming"
at = 2026-11-24T18:00:00

[[post]]
id = "tickets"
title = "Tickets are on sale"
at = 2026-11-25T12:00:00    # 18 hours later
"#,
};

/// Every two neighbours of a lane that are too near.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (ix, lane) in facts.ws.each_lane() {
        let list = &facts.lanes[ix.get()];
        let pairs = closer_than(facts, list, lane.cadence.gap);
        findings.extend(pairs.iter().map(|pair| report(facts, ix, pair)));
    }
    findings
}

fn report(facts: &Facts<'_>, lane: LaneIx, pair: &Pair) -> Finding {
    let gap = facts.ws.lane(lane).cadence.gap;
    let found = finding(facts, &RULE, pair.subject.placement, distance(facts, pair))
        .note(setting(&format!("cadence = {{ gap = \"{gap}\" }}"), &table(facts, lane)))
        .help(Text::of(|lang| match lang {
            Lang::En => format!("move one of them so that they are at least {gap} apart"),
            Lang::Fr => {
                format!("déplacez l’une des deux pour laisser au moins {gap} entre elles")
            }
        }));
    beside(found, facts, &pair.other)
}
