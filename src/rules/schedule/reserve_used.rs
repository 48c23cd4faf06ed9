//! `reserve-used`: a week whose planned posts eat into the share kept for the unforeseen.

use super::counts::{Mark, by_lane, crowd, grouped, too_many};
use super::words::{setting, table};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count, span_of_days};
use crate::model::{LaneIx, PlacementIx};
use crate::rules::Facts;
use crate::time::Week;

/// The rule.
pub static RULE: Rule = Rule {
    id: "reserve-used",
    group: Group::Schedule,
    level: Level::Hint,
    since: "0.1.0",
    what: Phrase {
        en: "A week stays below its maximum, but uses places that `reserve` keeps for what nobody foresaw.",
        fr: "Une semaine reste sous son maximum, mais occupe des places que `reserve` garde pour l’imprévu.",
    },
    why: Phrase {
        en: "When news breaks there is no room left, unless something else gives way.",
        fr: "Quand l’actualité s’invite, il n’y a plus de place, sauf à déprogrammer autre chose.",
    },
    remedy: Phrase {
        en: "Move a post to another week, or lower `reserve` in the mix.",
        fr: "Déplacez une publication à une autre semaine, ou réduisez `reserve` dans le mix.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[mix]
reserve = 40

[channels.instagram]
network = "instagram"
cadence = { per_week = { max = 3 } }

[[post]]
id = "teaser"
title = "Klimt is coming"
at = 2026-11-23T12:00:00

[[post]]
id = "tickets"
title = "Tickets are on sale"
at = 2026-11-25T12:00:00    # only one of three is free for planned posts
"#,
};

/// One finding for each week of a lane whose posts eat into the reserve.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (lane, marks) in by_lane(facts) {
        let Some(most) = facts.ws.lane(lane).cadence.max else {
            continue;
        };
        let kept = reduced(most, facts.ws.mix.reserve);
        let all = usize::try_from(most).unwrap_or(usize::MAX);
        let bound = usize::try_from(kept).unwrap_or(usize::MAX);
        for (week, group) in grouped(&marks, Week::of) {
            if group.len() > all {
                continue;
            }
            if let Some(subject) = too_many(facts, &group, bound) {
                findings.push(report(facts, lane, week, subject, &group, kept));
            }
        }
    }
    findings
}

/// A weekly maximum without the percent kept free, rounded down.
fn reduced(most: u32, reserve: u32) -> u32 {
    let kept = u64::from(most) * u64::from(100_u32.saturating_sub(reserve)) / 100;
    u32::try_from(kept).unwrap_or(most)
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
                    "{posts} on {channel} in the week of {days}, where {most} leave the reserve free"
                )
            }
            Lang::Fr => {
                let posts = count(lang, group.len(), "publication", "publications");
                format!(
                    "{posts} sur {channel} la semaine {days}, alors que {most} laisseraient la réserve libre"
                )
            }
        }
    });
    let max = facts.ws.lane(lane).cadence.max.unwrap_or_default();
    crowd(facts, &RULE, subject, group, message)
        .note(setting(
            &format!("reserve = {}", facts.ws.mix.reserve),
            "mix",
        ))
        .note(setting(
            &format!("cadence = {{ per_week = {{ max = {max} }} }}"),
            &table(facts, lane),
        ))
        .help(Phrase {
            en: "fine for news nobody foresaw; otherwise move one of these posts to another week",
            fr: "normal pour un imprévu\u{202f}; sinon, déplacez l’une de ces publications à une autre semaine",
        })
}

#[cfg(test)]
mod tests {
    use super::reduced;

    #[test]
    fn the_reserve_is_rounded_up() {
        assert_eq!(reduced(5, 20), 4);
        assert_eq!(reduced(4, 20), 3);
        assert_eq!(reduced(3, 0), 3);
        assert_eq!(reduced(3, 100), 0);
    }
}
