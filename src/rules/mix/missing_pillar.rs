//! `missing-pillar`: a planned post that counts in no share.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, list_or};
use crate::model::{PostIx, Status, Workspace};
use crate::rules::Facts;

/// A planned post that counts in no share.
pub static RULE: Rule = Rule {
    id: "missing-pillar",
    group: Group::Mix,
    level: Level::Hint,
    since: "0.1.0",
    what: Phrase {
        en: "A planned post without a pillar, in a calendar whose mix has targets.",
        fr: "Une publication planifiée sans pilier, dans un calendrier dont le mix a des cibles.",
    },
    why: Phrase {
        en: "It makes the whole larger and no share of it: every target drifts.",
        fr: "Elle grossit le total sans compter dans aucune part\u{a0}: toutes les cibles dérivent.",
    },
    remedy: Phrase { en: "Add `pillar = \"…\"`.", fr: "Ajoutez `pillar = \"…\"`." },
    example: example!(
        r#"[mix.pillars.promo]

[[mix.share]]
pillars = ["promo"]
at_most = 20

[[post]]
id = "klimt"
title = "Klimt arrive"
date = 2026-11-24
"#
    ),
};

/// Looks for planned posts without a pillar.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let ws = facts.ws;
    if ws.mix.shares.is_empty() {
        return Vec::new();
    }
    let names: Vec<String> =
        ws.mix.pillars.iter().map(|pillar| format!("`{}`", pillar.id.value)).collect();
    ws.each_post()
        .filter(|(ix, post)| post.pillar.is_none() && is_planned(ws, *ix))
        .map(|(_, post)| {
            let message = Text::of(|lang| match lang {
                Lang::En => "this post has no pillar and counts in no share".to_owned(),
                Lang::Fr => {
                    "cette publication n’a pas de pilier et ne compte dans aucune part".to_owned()
                }
            });
            Finding::new(RULE.id, post.at, message)
                .help(Text::of(|lang| match lang {
                    Lang::En => format!("add `pillar = \"…\"`: {}", list_or(lang, &names)),
                    Lang::Fr => {
                        format!("ajoutez `pillar = \"…\"`\u{a0}: {}", list_or(lang, &names))
                    }
                }))
                .of_post(&post.id.name)
        })
        .collect()
}

fn is_planned(ws: &Workspace, ix: PostIx) -> bool {
    let planned = |status: Status| !matches!(status, Status::Idea | Status::Cancelled);
    let placements = ws.placements_of(ix);
    if placements.is_empty() {
        return planned(ws.post(ix).status.value);
    }
    placements.iter().any(|p| planned(p.status.value))
}
