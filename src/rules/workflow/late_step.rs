//! `late-step`: a step of a post should have been done by now.
//!
//! One finding a post, of its most overdue step; one for each channel only where they differ in the
//! step or in who is next. What has no day any more is `past-date`'s.

use super::lines::named;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count, date_short};
use crate::model::{ApprovalMode, PostIx, StepKind, Workspace};
use crate::rules::{Facts, titles};
use crate::workflow::{Certainty, Desk, Step, Turn, step_with_article};
use std::collections::BTreeMap;

/// The rule.
pub static RULE: Rule = Rule {
    id: "late-step",
    group: Group::Workflow,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A step of a post (brief, draft, review, approval) should have been done by now, as `[plan] lead` counts.",
        fr: "Une étape d’une publication (brief, brouillon, relecture, validation) devrait déjà être faite, d’après `[plan] lead`.",
    },
    why: Phrase {
        en: "A post that is late at its draft is late at its approval too, and goes out in a hurry, or not at all.",
        fr: "Un brouillon en retard retarde la validation\u{a0}: la publication part dans l’urgence, ou ne part pas.",
    },
    remedy: Phrase {
        en: "Do the step and raise the `status`; or give the post a later date; or change `lead`. While the date is still a range, this is a hint as long as its last day leaves time enough.",
        fr: "Faites l’étape et mettez le `status` à jour\u{202f}; ou repoussez la date\u{202f}; ou changez `lead`. Tant que la date est une période dont le dernier jour laisse encore le temps, ce n’est qu’un conseil.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"
country = "FR"

[plan]
lead = { draft = "5d", approval = "2d" }   # working days

[channels.instagram]
network = "instagram"

[people.lea]
name = "Léa"

[[post]]
id = "klimt"
title = "Klimt arrives"
author = "lea"
at = 2026-11-24T12:30:00    # the draft was due on 17 November
"#,
};

/// Looks for steps whose day has passed.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let ws = facts.ws;
    if ws.plan.lead.is_empty() {
        return Vec::new();
    }
    let desk = Desk::new(ws, facts.now);
    let mut posts: BTreeMap<PostIx, Vec<(Step, Turn)>> = BTreeMap::new();
    for ix in desk.ahead() {
        let Some(slot) = desk.slot(ix) else { continue };
        let late = desk.steps(ix, slot).into_iter().find(|step| step.late.is_some());
        if let Some(step) = late {
            let turn = desk.turn(ix, step.kind, step.due);
            posts.entry(ws.placement(ix).post).or_default().push((step, turn));
        }
    }
    posts.into_values().flat_map(|late| of_post(facts, &desk, late)).collect()
}

/// The findings of one post: one where all its channels agree, else one for each way they differ.
fn of_post(facts: &Facts<'_>, desk: &Desk<'_>, late: Vec<(Step, Turn)>) -> Vec<Finding> {
    let mut ways: Vec<(Step, Turn)> = Vec::new();
    for (step, turn) in late {
        let same = |(other, by): &&mut (Step, Turn)| other.kind == step.kind && by.who == turn.who;
        match ways.iter_mut().find(same) {
            Some(first) if step.due < first.0.due => *first = (step, turn),
            Some(_) => {}
            None => ways.push((step, turn)),
        }
    }
    let alone = ways.len() == 1;
    ways.iter()
        .map(|(step, turn)| {
            let finding = finding(facts, desk, step, turn);
            let channel = facts.ws.placement(step.placement).channel;
            match alone {
                true => finding,
                false => finding.on_channel(&facts.ws.channel(channel).id.value),
            }
        })
        .collect()
}

fn finding(facts: &Facts<'_>, desk: &Desk<'_>, step: &Step, turn: &Turn) -> Finding {
    let ws = facts.ws;
    let placement = ws.placement(step.placement);
    let message = Text::of(|lang| {
        let said = said(lang, ws, step);
        match (next(lang, desk, turn), lang) {
            (Some(next), Lang::En) => format!("{said}: {next}"),
            (Some(next), Lang::Fr) => format!("{said}\u{a0}: {next}"),
            (None, _) => said,
        }
    });
    let mut finding = Finding::new(RULE.id, placement.at, message)
        .of_post(&ws.post_of(placement).id.name)
        .help(help(ws, step.kind));
    if !desk.is_surely_late(step) {
        finding.level = Some(Level::Hint);
    }
    let words = format!("lead = {{ {} = {} }}", step.kind.key(), written(facts, step));
    let setting = Text::of(|lang| match lang {
        Lang::En => format!("set by `{words}` in `[plan]`, in working days"),
        Lang::Fr => format!("réglage\u{a0}: `{words}` dans `[plan]`, en jours ouvrés"),
    });
    finding.note(setting)
}

/// The days of a step as the user wrote them: `"2w"`, not the ten days that they are.
fn written(facts: &Facts<'_>, step: &Step) -> String {
    match facts.ws.plan.lead.place_of(step.kind) {
        Some(at) => facts.sources.get(at.source).slice(at.span).trim().to_owned(),
        None => format!("\"{}d\"", step.lead),
    }
}

/// `the draft of “Klimt” was due on Tue 17 Nov (5 working days before it goes out on Tue 24 Nov)`.
fn said(lang: Lang, ws: &Workspace, step: &Step) -> String {
    let (due, day) = (date_short(lang, step.due), date_short(lang, step.slot.day));
    let title = titles::title(lang, ws, step.placement);
    let lead = usize::try_from(step.lead).unwrap_or(usize::MAX);
    let what = step_with_article(step.kind).get(lang);
    let known = step.slot.certainty == Certainty::Known;
    match (lang, known) {
        (Lang::En, known) => {
            let days = count(lang, lead, "working day", "working days");
            let out = match (known, step.lead) {
                (true, 0) => format!("the day it goes out, {day}"),
                (true, _) => format!("{days} before it goes out on {day}"),
                (false, 0) => format!("the first day on which it may go out, {day}"),
                (false, _) => format!("{days} before {day}, when it goes out at the earliest"),
            };
            format!("{what} of {title} was due on {due} ({out})")
        }
        (Lang::Fr, known) => {
            let days = count(lang, lead, "jour ouvré", "jours ouvrés");
            let out = match (known, step.lead) {
                (true, 0) => format!("le jour de la parution, le {day}"),
                (true, _) => format!("{days} avant la parution, le {day}"),
                (false, 0) => format!("le premier jour de parution possible, le {day}"),
                (false, _) => format!("{days} avant la parution, au plus tôt le {day}"),
            };
            let ready = match step.kind {
                StepKind::Brief | StepKind::Draft => "était à rendre",
                StepKind::Review | StepKind::Approval => "était attendue",
            };
            format!("{what} de {title} {ready} le {due} ({out})")
        }
    }
}

/// Who is next, and who stands in.
fn next(lang: Lang, desk: &Desk<'_>, turn: &Turn) -> Option<String> {
    let Some(who) = turn.who else {
        let team = !desk.ws.people.is_empty();
        return team.then(|| match lang {
            Lang::En => "nobody is named for it".to_owned(),
            Lang::Fr => "personne n’est désigné pour cela".to_owned(),
        });
    };
    if turn.away.is_some() {
        return Some(named(lang, desk, turn, who));
    }
    let name = crate::workflow::person(desk.ws, who);
    Some(match lang {
        Lang::En => format!("{name} is next"),
        Lang::Fr => format!("c’est à {name} d’agir"),
    })
}

fn help(ws: &Workspace, kind: StepKind) -> Phrase {
    match kind {
        StepKind::Brief => Phrase {
            en: "write what it is about in `notes`, or a first `text`; or give the post a later date",
            fr: "écrivez l’idée dans `notes`, ou un premier `text`\u{202f}; ou repoussez la date",
        },
        StepKind::Draft => Phrase {
            en: "write its `text` and set `status = \"draft\"`; or give the post a later date",
            fr: "écrivez son `text` et passez à `status = \"draft\"`\u{202f}; ou repoussez la date",
        },
        StepKind::Review => Phrase {
            en: "when it is ready to be read, set `status = \"review\"`; or give the post a later date",
            fr: "quand elle est prête à relire, passez à `status = \"review\"`\u{202f}; ou repoussez la date",
        },
        StepKind::Approval if ws.approval.mode == ApprovalMode::None => Phrase {
            en: "once it was read, set `status = \"approved\"`; or give the post a later date",
            fr: "une fois relue, passez à `status = \"approved\"`\u{202f}; ou repoussez la date",
        },
        StepKind::Approval => Phrase {
            en: "once it was read, write `approval = [{ by = …, on = …, seal = … }]`; or give the post a later date",
            fr: "une fois relue, écrivez `approval = [{ by = …, on = …, seal = … }]`\u{202f}; ou repoussez la date",
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;
    use crate::time::Instant;
    use std::path::Path;

    #[test]
    fn the_setting_is_quoted_as_it_is_written() {
        let text = "[calendar]\ntimezone = \"Europe/Paris\"\n[plan]\nlead = { brief = \"2w\" }\n\
            [channels.x]\nnetwork = \"x\"\n[[post]]\nid = \"a\"\ntitle = \"A\"\ndate = 2026-11-24\n";
        let mut sources = Sources::default();
        let loaded = crate::load::from_text(text, Path::new("."), &mut sources).unwrap();
        let ws = loaded.workspace.unwrap();
        let now = Instant::parse_rfc3339("2026-11-21T10:00:00Z").unwrap();
        let found = check(&Facts::new(&ws, &sources, now));
        let [finding] = found.as_slice() else { panic!("{found:?}") };
        let notes: Vec<&str> = finding.notes.iter().map(|note| note.get(Lang::Fr)).collect();
        assert_eq!(
            notes,
            ["réglage\u{a0}: `lead = { brief = \"2w\" }` dans `[plan]`, en jours ouvrés"]
        );
    }
}
