//! `owner-away`: somebody is away on the day on which a step of theirs is due.
//!
//! One finding for a person and an absence, with every post that falls into it: a holiday is one
//! piece of news, not twelve. Approvals that nobody could give are `nobody-to-approve`'s, and
//! steps that are late already are `late-step`'s.

use super::lines::instead;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count, date_short, figure, list};
use crate::model::{PersonIx, PlacementIx, PostIx, StepKind};
use crate::rules::judge::is_allowed;
use crate::rules::{Facts, titles};
use crate::workflow::{Away, Desk, Named, Step, Turn, away, person, step_name};

/// The rule.
pub static RULE: Rule = Rule {
    id: "owner-away",
    group: Group::Workflow,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "The author or the owner of a post is away on the day on which a step of theirs is due, as `[plan] lead` counts.",
        fr: "L’auteur ou le responsable d’une publication est absent le jour où une étape lui revient, d’après `[plan] lead`.",
    },
    why: Phrase {
        en: "What waits for somebody who is away is done too late, or not at all.",
        fr: "Ce qui attend une personne absente se fait trop tard, ou pas du tout.",
    },
    remedy: Phrase {
        en: "Do it before the absence, or make somebody else the `author` or the `owner`: the finding names who has the same role and is there. While there is still a working day before the absence, this is a hint.",
        fr: "Faites-le avant l’absence, ou changez `author` ou `owner`\u{a0}: le constat nomme qui a le même rôle et sera là. Tant qu’il reste un jour ouvré avant l’absence, ce n’est qu’un conseil.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"
country = "FR"

[plan]
lead = { draft = "5d" }

[channels.instagram]
network = "instagram"

[people.lea]
name = "Léa"
roles = ["author"]
away = ["2026-12-14/2026-12-18"]

[people.ines]
name = "Inès"
roles = ["author"]

[[post]]
id = "coffret"
title = "A gift box"
author = "lea"
at = 2026-12-22T12:30:00    # the draft is due on 15 December
"#,
};

/// An absence, and what falls into it.
struct Gone {
    who: PersonIx,
    away: Away,
    turn: Turn,
    steps: Vec<Step>,
    /// The post alone that it is about, where that post makes an exception of its own.
    apart: Option<PostIx>,
}

/// Looks for steps that are due while their person is away.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let ws = facts.ws;
    if ws.plan.lead.is_empty() || ws.people.iter().all(|person| person.away.is_empty()) {
        return Vec::new();
    }
    let desk = Desk::new(ws, facts.now);
    let mut gone: Vec<Gone> = Vec::new();
    for ix in desk.ahead() {
        let Some(slot) = desk.slot(ix) else { continue };
        for step in desk.steps(ix, slot).into_iter().filter(|step| step.late.is_none()) {
            let apart = exception(facts, ix);
            add(&mut gone, step, desk.turn(ix, step.kind, step.due), apart);
        }
    }
    gone.sort_by_key(|gone| (gone.who, gone.away.from));
    gone.iter().map(|gone| finding(facts, &desk, gone)).collect()
}

/// The post of a placement, if it makes an exception of this rule: it is told apart then, so that the
/// exception is for it alone.
fn exception(facts: &Facts<'_>, ix: PlacementIx) -> Option<PostIx> {
    let placement = facts.ws.placement(ix);
    let channel = &facts.ws.channel(placement.channel).id.value;
    is_allowed(facts.ws.post(placement.post), RULE.id, channel, facts).then_some(placement.post)
}

/// Notes a step whose person is away, with the others of the same absence and the same stand-in.
fn add(gone: &mut Vec<Gone>, step: Step, turn: Turn, apart: Option<PostIx>) {
    let (Some(who), Some(away)) = (turn.who, turn.away) else { return };
    let by_role = turn.named == Named::ByRole;
    let nobody = turn.there.is_some_and(|(there, needed)| there < needed);
    if nobody || (by_role && turn.backup.is_some()) {
        return;
    }
    let same = |one: &&mut Gone| {
        one.who == who
            && one.away.from == away.from
            && one.turn.backup == turn.backup
            && one.apart == apart
    };
    match gone.iter_mut().find(same) {
        Some(one) => one.steps.push(step),
        None => gone.push(Gone { who, away, turn, steps: vec![step], apart }),
    }
}

fn finding(facts: &Facts<'_>, desk: &Desk<'_>, gone: &Gone) -> Finding {
    let ws = facts.ws;
    let message = Text::of(|lang| {
        let name = person(ws, gone.who);
        let absent = away(lang, &gone.away, desk.today);
        let what = fallen(lang, desk, &gone.steps);
        let other = match (instead(ws, &gone.turn), lang) {
            (Some(other), Lang::En) => format!("{other} can stand in"),
            (Some(other), Lang::Fr) => format!("{other} peut prendre le relais"),
            (None, Lang::En) => "nobody who is there has the same role".to_owned(),
            (None, Lang::Fr) => "personne de présent n’a le même rôle".to_owned(),
        };
        match lang {
            Lang::En => format!("{name} is {absent}, when {what}; {other}"),
            Lang::Fr => format!("{name} n’est {absent}\u{a0}: {what}\u{202f}; {other}"),
        }
    });
    let mut finding = Finding::new(RULE.id, ws.person(gone.who).id.at, message).help(Phrase {
        en: "do it before, or name somebody else as `author` or `owner`",
        fr: "faites-le avant, ou nommez quelqu’un d’autre (`author` ou `owner`)",
    });
    if let Some(post) = gone.apart {
        let channel = gone.steps.first().map(|step| ws.placement(step.placement).channel);
        finding = finding.of_post(&ws.post(post).id.name);
        if let Some(channel) = channel {
            finding = finding.on_channel(&ws.channel(channel).id.value);
        }
    }
    if let Some(day) = gone.away.last_there {
        finding.level = Some(Level::Hint);
        finding = finding.note(Text::of(|lang| match lang {
            Lang::En => format!("last working day before: {}", date_short(lang, day)),
            Lang::Fr => format!("dernier jour ouvré avant\u{a0}: {}", date_short(lang, day)),
        }));
    }
    finding
}

/// `the draft of “A” (Tue 15 Dec) and the review of “B” (Wed 16 Dec) are due`.
fn fallen(lang: Lang, desk: &Desk<'_>, steps: &[Step]) -> String {
    let mut seen: Vec<(PostIx, StepKind)> = Vec::new();
    let mut words: Vec<String> = Vec::new();
    for step in steps {
        let key = (desk.ws.placement(step.placement).post, step.kind);
        if seen.contains(&key) {
            continue;
        }
        seen.push(key);
        if words.len() < NAMED {
            let (title, due) =
                (titles::title(lang, desk.ws, step.placement), date_short(lang, step.due));
            words.push(format!("{} {title} ({due})", step_name(step.kind).get(lang)));
        }
    }
    let more = seen.len() - words.len();
    if more > 0 {
        words.push(match lang {
            Lang::En => format!("{more} more"),
            Lang::Fr => count(lang, more, "autre étape", "autres étapes"),
        });
    }
    let (words, one) = (list(lang, &words), seen.len() == 1);
    match (lang, one) {
        (Lang::En, true) => format!("this is due: {words}"),
        (Lang::En, false) => format!("these are due: {words}"),
        (Lang::Fr, true) => format!("une étape tombe alors, {words}"),
        (Lang::Fr, false) => {
            format!("{} étapes tombent alors, {words}", figure(lang, seen.len()))
        }
    }
}

/// How many steps are named before "and n more".
const NAMED: usize = 3;
