//! `overloaded`: more in a week than somebody said they can carry.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count, span_of_days};
use crate::model::{PersonIx, PostIx, is_planned};
use crate::rules::Facts;
use crate::time::Week;
use crate::workflow::{Certainty, Desk, person};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The rule.
pub static RULE: Rule = Rule {
    id: "overloaded",
    group: Group::Workflow,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "In a week to come, more posts of somebody’s go out, or have a step of theirs due, than their `per_week`.",
        fr: "Dans une semaine à venir, une personne a plus de publications qui partent, ou d’étapes à rendre, que son `per_week`.",
    },
    why: Phrase {
        en: "Too much in a week is done in haste, and what is done in haste is read by everybody.",
        fr: "Une semaine trop pleine se fait dans la hâte, et la hâte se lit.",
    },
    remedy: Phrase {
        en: "Give some of the posts to somebody else (`author`, `owner`), move some to another week, or raise `per_week`.",
        fr: "Confiez des publications à quelqu’un d’autre (`author`, `owner`), déplacez-en, ou relevez `per_week`.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[people.lea]
name = "Léa"
per_week = 1

[[post]]
id = "quiz"
title = "Guess the painter"
author = "lea"
date = 2026-11-24

[[post]]
id = "klimt"
title = "Klimt arrives"
author = "lea"
date = 2026-11-26
"#,
};

/// What somebody has in a week.
#[derive(Default)]
struct Load {
    /// Posts that go out.
    out: BTreeSet<PostIx>,
    /// Posts with a step that is due.
    due: BTreeSet<PostIx>,
}

/// Looks for people with too much in a week.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let ws = facts.ws;
    if ws.people.iter().all(|person| person.per_week.is_none()) {
        return Vec::new();
    }
    let desk = Desk::new(ws, facts.now);
    loads(&desk)
        .into_iter()
        .filter_map(|((who, monday), load)| {
            let most = ws.person(who).per_week.as_ref()?;
            let limit = usize::try_from(most.value).unwrap_or(usize::MAX);
            let heavy = load.out.len() > limit || load.due.len() > limit;
            if !heavy {
                return None;
            }
            finding(facts, (who, monday), &load, limit)
        })
        .collect()
}

/// By person and Monday, what they have from this week on. A post whose day is open counts where
/// all its days are in one week.
fn loads(desk: &Desk<'_>) -> BTreeMap<(PersonIx, NaiveDate), Load> {
    let ws = desk.ws;
    let monday = |day: NaiveDate| Week::of(day).monday();
    let mut loads: BTreeMap<(PersonIx, NaiveDate), Load> = BTreeMap::new();
    // What is scheduled goes out as well; it has no steps any more.
    for (ix, placement) in ws.each_placement().filter(|(_, placement)| is_planned(placement)) {
        let Some(slot) = desk.slot(ix) else { continue };
        let author = ws.post_of(placement).author.as_ref().map(|author| author.value);
        let week = match slot.certainty {
            Certainty::Earliest(last) if monday(last) != monday(slot.day) => None,
            _ => Some(monday(slot.day)),
        };
        for who in [author, placement.owner].into_iter().flatten() {
            if let Some(week) = week {
                loads.entry((who, week)).or_default().out.insert(placement.post);
            }
        }
        for step in desk.steps(ix, slot) {
            let day = step.due.max(desk.today);
            if let Some(who) = desk.turn(ix, step.kind, step.due).who {
                loads.entry((who, monday(day))).or_default().due.insert(placement.post);
            }
        }
    }
    loads
}

fn finding(
    facts: &Facts<'_>,
    (who, monday): (PersonIx, NaiveDate),
    load: &Load,
    limit: usize,
) -> Option<Finding> {
    let ws = facts.ws;
    let week = Week::of(monday);
    let at = ws.person(who).per_week.as_ref()?.at;
    let message = Text::of(|lang| {
        let name = person(ws, who);
        let days = span_of_days(lang, week.monday(), week.sunday());
        let number = week.number();
        let out = load.out.len() > limit;
        match (lang, out) {
            (Lang::En, true) => format!(
                "{name} has {} in week {number} ({days}), {limit} at most",
                count(lang, load.out.len(), "post going out", "posts going out")
            ),
            (Lang::En, false) => format!(
                "{name} has {} to work on in week {number} ({days}), {limit} at most",
                count(lang, load.due.len(), "post", "posts")
            ),
            (Lang::Fr, true) => format!(
                "{name} a {} en semaine {number} ({days}), pour {limit} au plus",
                count(lang, load.out.len(), "publication qui part", "publications qui partent")
            ),
            (Lang::Fr, false) => format!(
                "{name} a {} à faire avancer en semaine {number} ({days}), pour {limit} au plus",
                count(lang, load.due.len(), "publication", "publications")
            ),
        }
    });
    Some(Finding::new(RULE.id, at, message).help(Phrase {
        en: "give some to somebody else, or move some to another week",
        fr: "confiez-en à quelqu’un d’autre, ou déplacez-en à une autre semaine",
    }))
}
