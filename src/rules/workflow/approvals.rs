//! `unapproved-post` and `approval-missing`: a post went on without the approvals it needs.
//!
//! An approval whose seal is broken is counted here: `broken-seal` says what is wrong with it.

use super::broken_seal::present_seal;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count, list};
use crate::load::hash_file;
use crate::model::{Approval, ApprovalMode, PersonIx, Post, PostIx, Sealed, Status, Workspace};
use crate::rules::Facts;
use crate::seal::seal;
use crate::source::Loc;
use crate::workflow::{self, Void};

/// A post went on without the approvals it needs.
pub static UNAPPROVED: Rule = Rule {
    id: "unapproved-post",
    group: Group::Workflow,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A post is approved, scheduled or published without the approvals that the calendar requires.",
        fr: "Une publication est approuvée, programmée ou publiée sans les validations que le calendrier exige.",
    },
    why: Phrase {
        en: "Nobody with the right to say yes has said it.",
        fr: "Aucune des personnes habilitées n’a donné son accord.",
    },
    remedy: Phrase {
        en: "When somebody entitled has read it, add `approval = [{ by = …, on = …, seal = … }]` to the post, with the seal that the finding gives; or take the status back to `review`.",
        fr: "Une fois relue par une personne habilitée, ajoutez `approval = [{ by = …, on = …, seal = … }]` à la publication, avec le sceau que donne le constat ; ou revenez au statut `review`.",
    },
    example: example!(
        r#"[approval]
mode = "required"

[people.marc]
name = "Marc"

[[post]]
id = "klimt"
title = "Klimt arrive"
date = 2026-11-24
text = "Klimt arrive au musée."
owner = "marc"
status = "approved"
"#
    ),
};

/// The same where approvals are only recommended.
pub static MISSING: Rule = Rule {
    id: "approval-missing",
    group: Group::Workflow,
    level: Level::Hint,
    since: "0.1.0",
    what: Phrase {
        en: "A post is approved or scheduled without approvals, where they are optional.",
        fr: "Une publication est approuvée ou programmée sans validation, là où elle est facultative.",
    },
    why: Phrase {
        en: "A second pair of eyes finds what the author no longer sees.",
        fr: "Un autre regard trouve ce que l’auteur ne voit plus.",
    },
    remedy: Phrase {
        en: "When somebody has read it, add `approval = [{ by = …, on = …, seal = … }]` to the post, with the seal that the finding gives.",
        fr: "Une fois relue, ajoutez `approval = [{ by = …, on = …, seal = … }]` à la publication, avec le sceau que donne le constat.",
    },
    example: example!(
        r#"[approval]
mode = "optional"

[people.marc]
name = "Marc"

[[post]]
id = "klimt"
title = "Klimt arrive"
date = 2026-11-24
text = "Klimt arrive au musée."
owner = "marc"
status = "approved"
"#
    ),
};

/// Posts without the approvals that are required.
pub fn unapproved(facts: &Facts<'_>) -> Vec<Finding> {
    short_of(facts.ws, ApprovalMode::Required, UNAPPROVED.id)
}

/// Posts without the approvals that are recommended.
pub fn missing(facts: &Facts<'_>) -> Vec<Finding> {
    short_of(facts.ws, ApprovalMode::Optional, MISSING.id)
}

/// The first status of a post that only approvals open.
pub(super) fn approved_status(ws: &Workspace, ix: PostIx) -> Option<&Loc<Status>> {
    let needs = |status: &&Loc<Status>| {
        matches!(status.value, Status::Approved | Status::Scheduled | Status::Published)
    };
    let placements = ws.placements_of(ix);
    if placements.is_empty() {
        return Some(&ws.post(ix).status).filter(needs);
    }
    placements.iter().map(|p| &p.status).find(needs)
}

fn short_of(ws: &Workspace, mode: ApprovalMode, rule: &'static str) -> Vec<Finding> {
    if ws.approval.mode != mode {
        return Vec::new();
    }
    ws.each_post()
        .filter_map(|(ix, post)| {
            let status = approved_status(ws, ix)?;
            // What is out is out: advice comes too late for it.
            let late = mode == ApprovalMode::Optional && status.value == Status::Published;
            (!late).then(|| finding(ws, (ix, post), status, rule)).flatten()
        })
        .collect()
}

fn finding(
    ws: &Workspace,
    (ix, post): (PostIx, &Post),
    status: &Loc<Status>,
    rule: &'static str,
) -> Option<Finding> {
    let wanted = usize::try_from(ws.approval.count.max(1)).unwrap_or(usize::MAX);
    let mut approvers: Vec<PersonIx> = Vec::new();
    let mut void: Vec<(&Sealed, Void)> = Vec::new();
    for approval in &post.approvals {
        match workflow::void(ws, post, approval) {
            None => approvers.push(approval.by.value),
            Some(why) => void.push((approval, why)),
        }
    }
    approvers.sort_unstable();
    approvers.dedup();
    let have = approvers.len();
    if have >= wanted {
        return None;
    }
    let key = status.value.key();
    let message = Text::of(|lang| match (lang, have) {
        (Lang::En, 0) => format!("this post is `{key}`, and nobody has approved it"),
        (Lang::Fr, 0) => format!("cette publication est `{key}`, et personne ne l’a validée"),
        (Lang::En, _) => format!(
            "this post is `{key}` with {} of {wanted}",
            count(lang, have, "approval", "approvals")
        ),
        (Lang::Fr, _) => format!(
            "cette publication est `{key}` avec {} sur {wanted}",
            count(lang, have, "validation", "validations")
        ),
    });
    let mut finding = Finding::new(rule, status.at, message)
        .note(present_seal(&seal(ws, ix, &hash_file)))
        .help(help(status.value))
        .of_post(&post.id.name);
    if let Some(at) = ws.approval.at {
        finding = finding.other(at, required(&ws.approval));
    }
    for (approval, why) in void {
        finding = finding.other(approval.at, words(why, &ws.approval));
    }
    Some(finding)
}

/// A post that is out cannot go back to review.
fn help(status: Status) -> Text {
    const LINE: &str = "approval = [{ by = \"…\", on = …, seal = \"…\" }]";
    Text::of(|lang| match (lang, status) {
        (Lang::En, Status::Published) => format!("add `{LINE}` once it was read"),
        (Lang::Fr, Status::Published) => format!("ajoutez `{LINE}` une fois la publication relue"),
        (Lang::En, _) => format!("add `{LINE}` once it was read, or take it back to `review`"),
        (Lang::Fr, _) => {
            format!("ajoutez `{LINE}` une fois la publication relue, ou revenez à `review`")
        }
    })
}

fn required(approval: &Approval) -> Text {
    let roles: Vec<String> = approval.roles.iter().map(|role| format!("`{role}`")).collect();
    let wanted = usize::try_from(approval.count.max(1)).unwrap_or(usize::MAX);
    Text::of(|lang| {
        let number = match lang {
            Lang::En => count(lang, wanted, "approval", "approvals"),
            Lang::Fr => count(lang, wanted, "validation", "validations"),
        };
        match (lang, roles.is_empty()) {
            (Lang::En, true) => format!("{number} asked for here"),
            (Lang::Fr, true) => format!("{number} à obtenir, d’après ce réglage"),
            (Lang::En, false) => format!("{number} by {} asked for here", list(lang, &roles)),
            (Lang::Fr, false) => {
                format!("{number} par {} à obtenir, d’après ce réglage", list(lang, &roles))
            }
        }
    })
}

fn words(why: Void, approval: &Approval) -> Text {
    let roles: Vec<String> = approval.roles.iter().map(|role| format!("`{role}`")).collect();
    Text::of(|lang| match (lang, why) {
        (Lang::En, Void::Author) => {
            "does not count: the author’s own, without an `emergency` reason".to_owned()
        }
        (Lang::Fr, Void::Author) => {
            "ne compte pas\u{a0}: c’est celle de l’auteur, sans raison d’urgence (`emergency`)"
                .to_owned()
        }
        (Lang::En, Void::Unsealed) => {
            "does not count: without a seal it does not say what was approved".to_owned()
        }
        (Lang::Fr, Void::Unsealed) => {
            "ne compte pas\u{a0}: sans sceau, elle ne dit pas ce qui a été validé".to_owned()
        }
        (Lang::En, Void::Role) => format!("does not count: not of the role {}", list(lang, &roles)),
        (Lang::Fr, Void::Role) => {
            format!("ne compte pas\u{a0}: il y faut le rôle {}", list(lang, &roles))
        }
    })
}
