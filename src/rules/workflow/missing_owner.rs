//! `missing-owner`: a draft that nobody has to finish.
//!
//! From `review` on an owner is asked for by `status-gate`, so this rule is about drafts alone: one
//! fault is said once.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::model::Status;
use crate::rules::Facts;

/// A draft that nobody has to finish.
pub static RULE: Rule = Rule {
    id: "missing-owner",
    group: Group::Workflow,
    level: Level::Hint,
    since: "0.1.0",
    what: Phrase {
        en: "A draft without an owner, in a calendar that knows its team.",
        fr: "Un brouillon sans responsable, dans un calendrier qui connaît son équipe.",
    },
    why: Phrase {
        en: "What belongs to nobody is finished by nobody.",
        fr: "Ce qui n’est à personne n’est terminé par personne.",
    },
    remedy: Phrase {
        en: "Add `owner = \"…\"`: the person who must act next.",
        fr: "Ajoutez `owner = \"…\"`\u{a0}: la personne qui doit agir ensuite.",
    },
    example: example!(
        r#"[people.lea]
name = "Léa"

[[post]]
id = "klimt"
title = "Klimt arrive"
status = "draft"
text = "Klimt arrive au musée."
"#
    ),
};

/// Looks for drafts without an owner.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let ws = facts.ws;
    if ws.people.is_empty() {
        return Vec::new();
    }
    let orphan =
        |p: &&crate::model::Placement| p.status.value == Status::Draft && p.owner.is_none();
    ws.each_post()
        .filter_map(|(ix, post)| {
            let placement = ws.placements_of(ix).iter().find(orphan)?;
            let example = ws.people.first().map(|person| person.id.value.clone())?;
            let message = Text::of(|lang| match lang {
                Lang::En => "nobody owns this draft".to_owned(),
                Lang::Fr => "ce brouillon n’a pas de responsable".to_owned(),
            });
            let finding = Finding::new(RULE.id, placement.status.at, message)
                .help(Text::of(|lang| match lang {
                    Lang::En => format!("say who must act next: `owner = \"{example}\"`"),
                    Lang::Fr => {
                        format!("dites qui doit agir ensuite\u{a0}: `owner = \"{example}\"`")
                    }
                }))
                .of_post(&post.id.name);
            Some(finding)
        })
        .collect()
}
