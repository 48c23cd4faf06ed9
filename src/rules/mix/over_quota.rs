//! `over-quota`: more posts in a period than a quota allows.
//!
//! Periods that are over are left alone: nobody can mend them.

use crate::balance::{Counted, counted, matching, period};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count, list, span_of_days};
use crate::model::{Quota, Workspace};
use crate::rules::Facts;

/// More posts in a period than a quota allows.
pub static RULE: Rule = Rule {
    id: "over-quota",
    group: Group::Mix,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "More posts in a period than a quota of the mix allows.",
        fr: "Plus de publications dans une période qu’un quota du mix n’en permet.",
    },
    why: Phrase {
        en: "A quota is a promise to the audience: so many promotions a week and no more.",
        fr: "Un quota est une promesse faite au public\u{a0}: tant de promotions par semaine, pas plus.",
    },
    remedy: Phrase {
        en: "Move or cancel one of the posts, or raise `at_most`.",
        fr: "Déplacez ou annulez l’une des publications, ou augmentez `at_most`.",
    },
    example: example!(
        r#"[mix.pillars.promo]

[[mix.quota]]
pillars = ["promo"]
at_most = 1
per = "month"

[[post]]
id = "billets"
title = "Les billets sont en vente"
pillar = "promo"
at = 2099-11-24T12:00:00

[[post]]
id = "boutique"
title = "La boutique ouvre"
pillar = "promo"
at = 2099-11-26T12:00:00
"#
    ),
};

/// Counts every quota over every period that is not over.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let quotas = &facts.ws.mix.quotas;
    if quotas.is_empty() {
        return Vec::new();
    }
    let all = counted(facts.ws);
    quotas.iter().flat_map(|quota| of_quota(facts, quota, &all)).collect()
}

fn of_quota(facts: &Facts<'_>, quota: &Quota, all: &[Counted]) -> Vec<Finding> {
    let most = usize::try_from(quota.at_most).unwrap_or(usize::MAX);
    matching(facts.ws, quota, all)
        .chunk_by(|a, b| period(quota.per, a.day) == period(quota.per, b.day))
        .filter(|chunk| {
            let ends = chunk.first().map(|first| period(quota.per, first.day).1);
            ends.is_some_and(|end| facts.today() <= end)
        })
        .filter_map(|chunk| {
            let too_many = chunk.get(most)?;
            Some(finding(facts.ws, quota, too_many, chunk.len()))
        })
        .collect()
}

fn finding(ws: &Workspace, quota: &Quota, counted: &Counted, have: usize) -> Finding {
    let placement = ws.placement(counted.placement);
    let (first, last) = period(quota.per, counted.day);
    let most = quota.at_most;
    let what: Vec<String> = quota
        .pillars
        .iter()
        .map(|&pillar| format!("`{}`", ws.pillar(pillar).id.value))
        .chain(quota.formats.iter().map(|format| format!("`{format}`")))
        .collect();
    let message = Text::of(|lang| {
        let days = span_of_days(lang, first, last);
        let posts = match lang {
            Lang::En => count(lang, have, "post", "posts"),
            Lang::Fr => count(lang, have, "publication", "publications"),
        };
        match (lang, what.is_empty()) {
            (Lang::En, false) => {
                format!("{posts} of {} ({days}), at most {most}", list(lang, &what))
            }
            (Lang::En, true) => format!("{posts} ({days}), at most {most}"),
            (Lang::Fr, false) => {
                format!("{posts} {} ({days}), {most} au plus", list(lang, &what))
            }
            (Lang::Fr, true) => format!("{posts} ({days}), {most} au plus"),
        }
    });
    let here = Text::of(|lang| match lang {
        Lang::En => "this one is the first too many".to_owned(),
        Lang::Fr => "celle-ci est la première de trop".to_owned(),
    });
    let set = Text::of(|lang| match lang {
        Lang::En => "the quota".to_owned(),
        Lang::Fr => "le quota".to_owned(),
    });
    Finding::new(RULE.id, placement.at, message)
        .label(here)
        .other(quota.at, set)
        .help(Text::of(|lang| match lang {
            Lang::En => "move it to another period, or raise `at_most`".to_owned(),
            Lang::Fr => "déplacez-la dans une autre période, ou augmentez `at_most`".to_owned(),
        }))
        .of_post(&ws.post_of(placement).id.name)
        .on_channel(&ws.channel(placement.channel).id.value)
}
