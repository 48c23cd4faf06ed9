//! `too-many-a-week`: more posts in a week than the cadence of the channel allows.

use super::counts::{Mark, by_lane, crowd, grouped, too_many};
use super::words::{setting, table};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count, span_of_days};
use crate::model::{LaneIx, PlacementIx};
use crate::rules::Facts;
use crate::time::Week;

/// The rule.
pub static RULE: Rule = Rule {
    id: "too-many-a-week",
    group: Group::Schedule,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "More posts go out in one week than the `per_week.max` of the channel.",
        fr: "Un canal publie plus de fois dans la semaine que son `per_week.max`.",
    },
    why: Phrase {
        en: "The maximum protects your followers’ patience, and the team’s time.",
        fr: "Le maximum protège la patience de vos abonnés et le temps de l’équipe.",
    },
    remedy: Phrase {
        en: "Move a post to another week, or raise `per_week.max` in the channel’s cadence.",
        fr: "Déplacez une publication à une autre semaine, ou augmentez `per_week.max` dans la cadence du canal.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"
cadence = { per_week = { max = 2 } }

[[post]]
id = "teaser"
title = "Klimt is coming"
at = 2026-11-23T12:00:00

[[post]]
id = "tickets"
title = "Tickets are on sale"
at = 2026-11-25T12:00:00

[[post]]
id = "framing"
title = "Framing a Klimt"
at = 2026-11-27T12:00:00    # the third of the week
"#,
};

/// One finding for each week of a lane with too many posts.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (lane, marks) in by_lane(facts) {
        let Some(most) = facts.ws.lane(lane).cadence.max else {
            continue;
        };
        for (week, group) in grouped(&marks, Week::of) {
            let bound = usize::try_from(most).unwrap_or(usize::MAX);
            if let Some(subject) = too_many(facts, &group, bound) {
                findings.push(report(facts, lane, week, subject, &group, most));
            }
        }
    }
    findings
}

fn report(
    facts: &Facts<'_>,
    lane: LaneIx,
    week: Week,
    subject: PlacementIx,
    group: &[Mark],
    most: u32,
) -> Finding {
    let channel = facts.lane_name(lane);
    let message = Text::of(|lang| {
        let days = span_of_days(lang, week.monday(), week.sunday());
        match lang {
            Lang::En => {
                let posts = count(lang, group.len(), "post", "posts");
                format!(
                    "{posts} on {channel} in the week of {days}, where {most} a week is the most"
                )
            }
            Lang::Fr => {
                let posts = count(lang, group.len(), "publication", "publications");
                format!(
                    "{posts} sur {channel} la semaine {days}, pour un maximum de {most} par semaine"
                )
            }
        }
    });
    crowd(facts, &RULE, subject, group, message)
        .note(setting(
            &format!("cadence = {{ per_week = {{ max = {most} }} }}"),
            &table(facts, lane),
        ))
        .help(Phrase {
            en: "move one of these posts to another week",
            fr: "déplacez l’une de ces publications à une autre semaine",
        })
}
