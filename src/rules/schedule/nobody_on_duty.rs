//! `nobody-on-duty`: a post after which nobody is there to answer.

use super::duty::Roster;
use super::standing::ahead_in_time;
use super::words::{finding, name, setting, when};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{self, Lang, Phrase, Text};
use crate::model::{By, PersonIx, Presence};
use crate::rules::{Dated, Facts};
use crate::time::Instant;
use crate::workflow::{absent, person};
use chrono::NaiveDate;

/// The rule.
pub static RULE: Rule = Rule {
    id: "nobody-on-duty",
    group: Group::Schedule,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A post goes out, and for a part of the time that `presence` asks for nobody is on duty.",
        fr: "Une publication part, et pendant une partie du temps demandé par `presence`, personne n’est de service.",
    },
    why: Phrase {
        en: "The first comments come at once; unanswered, they set the tone of the rest.",
        fr: "Les premiers commentaires arrivent aussitôt\u{a0}: sans réponse, ils donnent le ton des suivants.",
    },
    remedy: Phrase {
        en: "Move the post, give somebody a `duty` at that time, or make `after` shorter.",
        fr: "Déplacez la publication, donnez à quelqu’un un `duty` à cette heure, ou réduisez `after`.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[plan]
presence = { after = "60min" }

[channels.instagram]
network = "instagram"

[people.lea]
name = "Léa"
duty = [{ days = "mon-fri", from = "09:00", to = "18:00" }]

[[post]]
id = "quiz"
title = "Guess the painter"
at = 2026-11-25T17:30:00    # Léa leaves half an hour later
"#,
};

/// Every post that is still to go out and would be left alone.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let Some(presence) = &facts.ws.plan.presence else {
        return Vec::new();
    };
    let duty = facts.ws.people.iter().any(|person| !person.duty.is_empty());
    if presence.by == By::Nobody || !duty {
        return Vec::new();
    }
    let mut roster = Roster::new(facts.ws);
    ahead_in_time(facts)
        .filter_map(|dated| {
            let who = match presence.by {
                By::Owner => facts.placement(dated).owner,
                By::Anyone | By::Nobody => None,
            };
            let alone = roster.first_alone(who, dated.start, dated.start + presence.after)?;
            Some(report(facts, dated, presence, who, alone))
        })
        .collect()
}

fn report(
    facts: &Facts<'_>,
    dated: &Dated,
    presence: &Presence,
    who: Option<PersonIx>,
    alone: Instant,
) -> Finding {
    let person = who.map(|ix| facts.ws.person(ix).name.clone());
    let from = facts.ws.calendar.zone.local(alone);
    let message = Text::of(|lang| {
        let (name, moment) = (name(lang, facts, dated.placement), when(lang, dated));
        let from = lang::instant(lang, from);
        match (lang, &person) {
            (Lang::En, None) => {
                format!("{name} goes out {moment}, and nobody is on duty from {from}")
            }
            (Lang::En, Some(who)) => {
                format!("{name} goes out {moment}, and {who} is not on duty from {from}")
            }
            (Lang::Fr, None) => {
                format!("{name} part le {moment}, et personne n’est de service à partir du {from}")
            }
            (Lang::Fr, Some(who)) => {
                format!("{name} part le {moment}, et {who} n’est pas de service à partir du {from}")
            }
        }
    });
    let away = absent(facts.ws, who, from.date());
    let by = match presence.by {
        By::Owner => "owner",
        By::Anyone | By::Nobody => "anyone",
    };
    let words = format!("presence = {{ after = \"{}\", by = \"{by}\" }}", presence.after);
    let mut finding = finding(facts, &RULE, dated.placement, message).note(setting(&words, "plan"));
    if !away.is_empty() {
        finding = finding.note(Text::of(|lang| gone(lang, facts, &away, from.date())));
    }
    finding.help(Phrase {
        en: "move the post, or give somebody a duty at that time",
        fr: "déplacez la publication, ou prévoyez quelqu’un à cette heure",
    })
}

/// `Léa is away on Thu 26 Nov`: whoever would be there otherwise.
fn gone(lang: Lang, facts: &Facts<'_>, away: &[PersonIx], day: NaiveDate) -> String {
    let names: Vec<String> = away.iter().map(|ix| person(facts.ws, *ix)).collect();
    let (who, day) = (lang::list(lang, &names), lang::date_short(lang, day));
    match (lang, names.len()) {
        (Lang::En, 1) => format!("{who} is away on {day}"),
        (Lang::En, _) => format!("{who} are away on {day}"),
        (Lang::Fr, 1) => format!("{who} n’est pas là le {day}"),
        (Lang::Fr, _) => format!("{who} ne sont pas là le {day}"),
    }
}
