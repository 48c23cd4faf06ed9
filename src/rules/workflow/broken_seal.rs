//! `broken-seal`: what was approved is not what the post says now.
//!
//! It asks `load` for the digests of assets, the one place of the rules where bytes of a file
//! matter; each file is read once, and only when an approval is sealed. A post that went back to
//! an earlier status is being rewritten: its old seals are nobody's business.

use super::approvals::approved_status;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::load::hash_file;
use crate::rules::Facts;
use crate::seal::seal;
use std::cell::RefCell;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// What was approved is not what the post says now.
pub static RULE: Rule = Rule {
    id: "broken-seal",
    group: Group::Workflow,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A post was changed after it was approved.",
        fr: "Une publication a été modifiée après sa validation.",
    },
    why: Phrase {
        en: "The yes was given to other words or another image.",
        fr: "L’accord portait sur d’autres mots ou une autre image.",
    },
    remedy: Phrase {
        en: "Have the present text read again and put its seal, which the finding gives, in the approval; or undo the change, or take the status back.",
        fr: "Faites relire le texte actuel et mettez son sceau, que donne le constat, dans la validation ; ou annulez la modification, ou revenez à un statut antérieur.",
    },
    example: example!(
        r#"[people.marc]
name = "Marc"

[[post]]
id = "klimt"
title = "Klimt arrive"
date = 2026-11-24
text = "Klimt arrive, et il est beau."
owner = "marc"
status = "approved"
approval = [{ by = "marc", on = 2026-11-20, seal = "sha256:0000000000000000000000000000000000000000000000000000000000000000" }]
"#
    ),
};

/// Compares the seals of approvals with the present content.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let ws = facts.ws;
    let digests: RefCell<HashMap<PathBuf, Option<String>>> = RefCell::default();
    let digest = |path: &Path| {
        let known = digests.borrow().get(path).cloned();
        known.unwrap_or_else(|| {
            let digest = hash_file(path);
            digests.borrow_mut().insert(path.to_owned(), digest.clone());
            digest
        })
    };
    let mut findings = Vec::new();
    for (ix, post) in ws.each_post() {
        let is_sealed = post.approvals.iter().any(|approval| approval.seal.is_some());
        if !is_sealed || approved_status(ws, ix).is_none() {
            continue;
        }
        let present = seal(ws, ix, &digest);
        for approval in &post.approvals {
            let Some(written) = approval.seal.as_ref().filter(|seal| seal.value != present) else {
                continue;
            };
            let person = ws.person(approval.by.value);
            let finding = finding(written.at, &person.name, &present);
            findings.push(finding.of_post(&post.id.name));
        }
    }
    findings
}

fn finding(at: crate::source::At, name: &str, present: &str) -> Finding {
    let message = Text::of(|lang| match lang {
        Lang::En => format!("this post was changed after {name} approved it"),
        Lang::Fr => format!("cette publication a changé depuis sa validation par {name}"),
    });
    let help = Text::of(|lang| match lang {
        Lang::En => {
            "undo the change, or have it read again and put the present seal here".to_owned()
        }
        Lang::Fr => {
            "annulez la modification, ou faites-la relire et mettez ici le sceau actuel".to_owned()
        }
    });
    Finding::new(RULE.id, at, message).note(present_seal(present)).help(help)
}

/// The seal of what a post says now.
pub(super) fn present_seal(seal: &str) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("seal of the present content: {seal}"),
        Lang::Fr => format!("sceau du contenu actuel\u{a0}: {seal}"),
    })
}
