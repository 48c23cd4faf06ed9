//! `on-avoided-day`: a post on a day that an event asks to avoid.

use super::standing::{ahead, days};
use super::words::{finding, name};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, date_short, list, quote};
use crate::model::{ChannelIx, Effect, Occurrence, PlacementIx};
use crate::rules::Facts;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// The rule.
pub static RULE: Rule = Rule {
    id: "on-avoided-day",
    group: Group::Schedule,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A post is due on a day of an event with `effect = \"avoid\"`, or on a public holiday or in school holidays that the calendar avoids.",
        fr: "Une publication est prévue un jour d’événement avec `effect = \"avoid\"`, ou un jour férié ou pendant des vacances scolaires que le calendrier évite.",
    },
    why: Phrase {
        en: "On such a day few people read, nobody answers, or the tone would be wrong.",
        fr: "Ce jour-là, peu de gens lisent, personne ne répond, ou le ton tomberait mal.",
    },
    remedy: Phrase {
        en: "Move the post to another day, or change the `effect` of the event.",
        fr: "Déplacez la publication à un autre jour, ou changez l’`effect` de l’événement.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[event]]
name = "Inventory"
date = 2026-11-25
effect = "avoid"

[[post]]
id = "quiz"
title = "Guess the painter"
at = 2026-11-25T12:00:00
"#,
};

/// Every post that is still to go out, on a day to avoid.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let due: Vec<(NaiveDate, PlacementIx, ChannelIx)> = ahead(facts)
        .filter_map(|(ix, placement)| {
            let (first, last) = days(facts, placement)?;
            (first == last).then_some((first, ix, placement.channel))
        })
        .collect();
    let avoided = avoided(facts, &due.iter().map(|&(day, ..)| day).collect());
    due.iter()
        .filter_map(|&(day, ix, channel)| {
            let here: Vec<&Occurrence> = avoided
                .get(&day)?
                .iter()
                .filter(|event| event.channels.is_empty() || event.channels.contains(&channel))
                .collect();
            (!here.is_empty()).then(|| report(facts, ix, day, &here))
        })
        .collect()
}

/// What asks to avoid each of these days; worked out year by year, so that one far date does not
/// cost the years between.
fn avoided(facts: &Facts<'_>, days: &BTreeSet<NaiveDate>) -> BTreeMap<NaiveDate, Vec<Occurrence>> {
    let mut avoided: BTreeMap<NaiveDate, Vec<Occurrence>> = BTreeMap::new();
    let mut rest = days.iter().copied().peekable();
    while let Some(first) = rest.next() {
        let mut last = first;
        while let Some(next) = rest.next_if(|day| day.year() == first.year()) {
            last = next;
        }
        let events = facts.ws.occurrences(first, last);
        for event in events.iter().filter(|event| event.effect == Effect::Avoid) {
            for day in days.range(event.first.max(first)..=event.last.min(last)) {
                avoided.entry(*day).or_default().push(event.clone());
            }
        }
    }
    avoided
}

fn report(facts: &Facts<'_>, ix: PlacementIx, day: NaiveDate, events: &[&Occurrence]) -> Finding {
    let message = Text::of(|lang| {
        let names: Vec<String> = events.iter().map(|e| quote(lang, e.name.get(lang))).collect();
        let (name, names, day) = (name(lang, facts, ix), list(lang, &names), date_short(lang, day));
        match lang {
            Lang::En => format!("{name} is due {day}, a day to avoid: {names}"),
            Lang::Fr => format!("{name} est prévue le {day}, un jour à éviter\u{a0}: {names}"),
        }
    });
    let mut found = finding(facts, &RULE, ix, message).help(Phrase {
        en: "move it to another day, or allow it here with a reason",
        fr: "déplacez-la à un autre jour, ou tolérez-la ici en donnant la raison",
    });
    for event in events {
        found = match event.at {
            Some(at) if event.event.is_some() => found.other(at, Text::same("effect = \"avoid\"")),
            Some(_) => found.note(super::words::setting("school = \"avoid\"", "calendar")),
            None => found.note(super::words::setting("holidays = \"avoid\"", "calendar")),
        };
    }
    found
}
