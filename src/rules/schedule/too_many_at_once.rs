//! `too-many-at-once`: more posts within a short time than those on duty can look after.

use super::standing::{counting, is_ahead};
use super::words::{beside, finding, name, setting, when};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count};
use crate::model::Presence;
use crate::rules::{Dated, Facts};

/// The rule.
pub static RULE: Rule = Rule {
    id: "too-many-at-once",
    group: Group::Schedule,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "More posts than the `capacity` of `presence` start within its `after`.",
        fr: "Plus de publications que la `capacity` de `presence` partent en l’espace de son `after`.",
    },
    why: Phrase {
        en: "Those on duty can’t read and answer the comments of all of them.",
        fr: "Les personnes de service ne peuvent pas lire et répondre partout à la fois.",
    },
    remedy: Phrase {
        en: "Move one of the posts, or raise `capacity`.",
        fr: "Déplacez l’une des publications, ou augmentez `capacity`.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[plan]
presence = { after = "60min", by = "nobody", capacity = 1 }

[channels.instagram]
network = "instagram"

[channels.linkedin]
network = "linkedin"

[[post]]
id = "quiz"
title = "Guess the painter"
channels = ["instagram"]
at = 2026-11-25T12:00:00

[[post]]
id = "tickets"
title = "Tickets are on sale"
channels = ["linkedin"]
at = 2026-11-25T12:30:00    # the second within the hour
"#,
};

/// One finding for each crowd, at the first post too many that is still to go out.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let Some(presence) = &facts.ws.plan.presence else {
        return Vec::new();
    };
    let Some(capacity) = presence.capacity else {
        return Vec::new();
    };
    let capacity = usize::try_from(capacity).unwrap_or(usize::MAX);
    let all = counting(facts, &facts.timeline);
    let mut findings = Vec::new();
    let mut first = 0;
    let mut told = Told::No;
    for last in 0..all.len() {
        while all[last].start.since(all[first].start) >= presence.after && first < last {
            first += 1;
        }
        let crowd = &all[first..=last];
        if crowd.len() <= capacity {
            told = Told::No;
        } else if told == Told::No
            && let Some(subject) = movable(facts, crowd)
        {
            findings.push(report(facts, presence, crowd, subject));
            told = Told::Yes;
        }
    }
    findings
}

/// Whether the present crowd is reported.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Yes,
    No,
}

fn movable<'c>(facts: &Facts<'_>, crowd: &'c [Dated]) -> Option<&'c Dated> {
    crowd.iter().rev().find(|dated| is_ahead(facts, facts.placement(dated)))
}

fn report(facts: &Facts<'_>, presence: &Presence, crowd: &[Dated], subject: &Dated) -> Finding {
    let (after, capacity) = (presence.after, presence.capacity.unwrap_or_default());
    let message = Text::of(|lang| {
        let (name, moment) = (name(lang, facts, subject.placement), when(lang, subject));
        match lang {
            Lang::En => {
                let posts = count(lang, crowd.len(), "post", "posts");
                format!(
                    "{name} goes out {moment}: {posts} within {after}, where {capacity} is the most"
                )
            }
            Lang::Fr => {
                let posts = count(lang, crowd.len(), "publication", "publications");
                format!(
                    "{name} part le {moment}\u{a0}: {posts} en {after}, pour un maximum de {capacity}"
                )
            }
        }
    });
    let words = format!("presence = {{ after = \"{after}\", capacity = {capacity} }}");
    let mut found =
        finding(facts, &RULE, subject.placement, message).note(setting(&words, "plan")).help(
            Phrase { en: "move one of these posts", fr: "déplacez l’une de ces publications" },
        );
    for other in crowd.iter().filter(|o| o.placement != subject.placement).take(5) {
        found = beside(found, facts, other);
    }
    found
}
