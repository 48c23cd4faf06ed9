//! `closed-pillar`: a post on a day when its pillar does not exist.

use crate::balance::day;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, date_with_year};
use crate::model::{Pillar, Status};
use crate::rules::Facts;
use crate::source::At;
use chrono::NaiveDate;

/// A post on a day when its pillar does not exist.
pub static RULE: Rule = Rule {
    id: "closed-pillar",
    group: Group::Mix,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A post is dated outside the days of its pillar.",
        fr: "Une publication est datée hors des jours de son pilier.",
    },
    why: Phrase {
        en: "Outside its days a pillar has no share: the post escapes the mix.",
        fr: "Hors de ses jours, un pilier n’a pas de part\u{a0}: la publication échappe au mix.",
    },
    remedy: Phrase {
        en: "Move the post, give it another pillar, or change the pillar’s `from` and `to`.",
        fr: "Déplacez la publication, changez son pilier, ou modifiez `from` et `to` du pilier.",
    },
    example: example!(
        r#"[mix.pillars.noel]
from = 2026-12-01
to = 2026-12-26

[[post]]
id = "sapin"
title = "Le sapin est là"
pillar = "noel"
date = 2026-11-24
"#
    ),
};

/// Looks for posts outside the days of their pillar; each is said once.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let ws = facts.ws;
    ws.each_post()
        .filter_map(|(ix, post)| {
            let written = post.pillar.as_ref()?;
            let pillar = ws.pillar(written.value);
            let outside = |day: &NaiveDate| {
                pillar.from.is_some_and(|from| *day < from) || pillar.to.is_some_and(|to| to < *day)
            };
            let day = ws
                .placements_of(ix)
                .iter()
                .filter(|p| !matches!(p.status.value, Status::Idea | Status::Cancelled))
                .filter_map(|p| day(ws, p))
                .find(outside)?;
            Some(finding(written.at, pillar, day).of_post(&post.id.name))
        })
        .collect()
}

fn finding(at: At, pillar: &Pillar, day: NaiveDate) -> Finding {
    let id = &pillar.id.value;
    let message = Text::of(|lang| {
        let on = date_with_year(lang, day);
        match (lang, pillar.from.filter(|from| day < *from), pillar.to) {
            (Lang::En, Some(from), _) => {
                format!("`{id}` starts on {}, this post is of {on}", date_with_year(lang, from))
            }
            (Lang::Fr, Some(from), _) => format!(
                "`{id}` commence le {}, cette publication est du {on}",
                date_with_year(lang, from)
            ),
            (Lang::En, None, Some(to)) => {
                format!("`{id}` ended on {}, this post is of {on}", date_with_year(lang, to))
            }
            (Lang::Fr, None, Some(to)) => format!(
                "`{id}` s’est terminé le {}, cette publication est du {on}",
                date_with_year(lang, to)
            ),
            (Lang::En, None, None) => format!("`{id}` is closed on {on}"),
            (Lang::Fr, None, None) => format!("`{id}` est fermé le {on}"),
        }
    });
    Finding::new(RULE.id, at, message)
        .other(
            pillar.id.at,
            Text::of(|lang| match lang {
                Lang::En => "the pillar and its days".to_owned(),
                Lang::Fr => "le pilier et ses jours".to_owned(),
            }),
        )
        .help(Text::of(|lang| match lang {
            Lang::En => "move the post, or give it another pillar".to_owned(),
            Lang::Fr => "déplacez la publication, ou donnez-lui un autre pilier".to_owned(),
        }))
}
