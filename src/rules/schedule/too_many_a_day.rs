//! `too-many-a-day`: more posts on a day than the cadence of the channel allows.

use super::counts::{Mark, by_lane, crowd, grouped, too_many};
use super::words::{setting, table};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count, date_short};
use crate::model::{LaneIx, PlacementIx};
use crate::rules::Facts;
use chrono::NaiveDate;

/// The rule.
pub static RULE: Rule = Rule {
    id: "too-many-a-day",
    group: Group::Schedule,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "More posts go out on one day than the `per_day` of the channel.",
        fr: "Un canal publie plus de fois dans la journée que son `per_day`.",
    },
    why: Phrase {
        en: "Networks show people only a few posts of one account a day: the last ones are wasted.",
        fr: "Les réseaux ne montrent que quelques publications d’un compte par jour\u{a0}: les dernières sont perdues.",
    },
    remedy: Phrase {
        en: "Move a post to another day, or raise `per_day` in the channel’s cadence.",
        fr: "Déplacez une publication à un autre jour, ou augmentez `per_day` dans la cadence du canal.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"
cadence = { per_day = 1 }

[[post]]
id = "teaser"
title = "Klimt is coming"
at = 2026-11-24T09:00:00

[[post]]
id = "tickets"
title = "Tickets are on sale"
at = 2026-11-24T18:00:00    # the same day
"#,
};

/// One finding for each day of a lane with too many posts.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (lane, marks) in by_lane(facts) {
        let Some(most) = facts.ws.lane(lane).cadence.per_day else {
            continue;
        };
        for (day, group) in grouped(&marks, |day| day) {
            let bound = usize::try_from(most).unwrap_or(usize::MAX);
            if let Some(subject) = too_many(facts, &group, bound) {
                findings.push(report(facts, lane, day, subject, &group, most));
            }
        }
    }
    findings
}

fn report(
    facts: &Facts<'_>,
    lane: LaneIx,
    day: NaiveDate,
    subject: PlacementIx,
    group: &[Mark],
    most: u32,
) -> Finding {
    let channel = facts.lane_name(lane);
    let message = Text::of(|lang| {
        let day = date_short(lang, day);
        match lang {
            Lang::En => {
                let posts = count(lang, group.len(), "post", "posts");
                format!("{posts} on {channel} on {day}, where {most} a day is the most")
            }
            Lang::Fr => {
                let posts = count(lang, group.len(), "publication", "publications");
                format!("{posts} sur {channel} le {day}, pour un maximum de {most} par jour")
            }
        }
    });
    crowd(facts, &RULE, subject, group, message)
        .note(setting(&format!("cadence = {{ per_day = {most} }}"), &table(facts, lane)))
        .help(Phrase {
            en: "move one of these posts to another day",
            fr: "déplacez l’une de ces publications à un autre jour",
        })
}
