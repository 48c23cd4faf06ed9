//! `off-mix`: shares of the present window that miss their targets.
//!
//! A share is judged in posts. With n posts in the window, c of them in the share and a target of
//! t percent, it is on target when |100·c − t·n| < 100: no single post more or less would bring it
//! nearer. Targets have a tenth of a percent, so everything here is counted in tenths. Under ten
//! posts nothing is said: too few to tell.

use super::days::{Counted, counted};
use super::window::{Window, over, windows};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, list, percent};
use crate::model::{Bound, ChannelIx, Count, PlacementIx, PostIx, Scope, Share, Target, Workspace};
use crate::rules::Facts;
use crate::time::Instant;
use chrono::NaiveTime;
use std::collections::HashMap;

/// Shares of the present window that miss their targets.
pub static RULE: Rule = Rule {
    id: "off-mix",
    group: Group::Mix,
    level: Level::Hint,
    since: "0.1.0",
    what: Phrase {
        en: "A share of the content mix is off its target, by a post or more.",
        fr: "Une part du mix éditorial manque sa cible d’une publication ou plus.",
    },
    why: Phrase {
        en: "Week after week, a calendar slides towards what is easiest to write.",
        fr: "Semaine après semaine, un calendrier glisse vers ce qui est le plus facile à écrire.",
    },
    remedy: Phrase {
        en: "Plan more posts of the pillars that lack them, or change the target.",
        fr: "Prévoyez plus de publications des piliers qui en manquent, ou changez la cible.",
    },
    example: example!(
        r#"[mix]
window = "campaign"
pillars = { promo = {}, quiz = {} }
share = [{ pillars = ["quiz"], at_least = 50 }]

[campaigns.klimt]

[[post]]
id = "a"
title = "A"
campaign = "klimt"
pillar = "promo"
date = 2026-11-02

[[post]]
id = "b"
title = "B"
campaign = "klimt"
pillar = "promo"
date = 2026-11-03

[[post]]
id = "c"
title = "C"
campaign = "klimt"
pillar = "promo"
date = 2026-11-04

[[post]]
id = "d"
title = "D"
campaign = "klimt"
pillar = "promo"
date = 2026-11-05

[[post]]
id = "e"
title = "E"
campaign = "klimt"
pillar = "promo"
date = 2026-11-06

[[post]]
id = "f"
title = "F"
campaign = "klimt"
pillar = "promo"
date = 2026-11-09

[[post]]
id = "g"
title = "G"
campaign = "klimt"
pillar = "promo"
date = 2026-11-10

[[post]]
id = "h"
title = "H"
campaign = "klimt"
pillar = "promo"
date = 2026-11-11

[[post]]
id = "i"
title = "I"
campaign = "klimt"
pillar = "promo"
date = 2026-11-12

[[post]]
id = "j"
title = "J"
campaign = "klimt"
pillar = "promo"
date = 2026-11-13
"#
    ),
};

/// Fewest posts of a window that say something.
const ENOUGH: usize = 10;

/// Judges every share over its present window.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let ws = facts.ws;
    if ws.mix.shares.is_empty() {
        return Vec::new();
    }
    let all = match ws.mix.count {
        Count::Placements => counted(facts),
        Count::Posts => once(ws, counted(facts)),
    };
    let mut findings = Vec::new();
    for window in windows(facts) {
        let within: Vec<Counted> =
            all.iter().copied().filter(|counted| window.holds(ws, counted)).collect();
        for scope in scopes(ws) {
            let seen = in_scope(ws, &within, scope);
            if seen.len() < ENOUGH {
                continue;
            }
            let shares = ws.mix.shares.iter().filter(|share| window.knows(ws, share));
            let misses = shares.filter_map(|share| {
                let count = count_of(ws, share, &seen);
                let miss = !is_met(share.bound, count, seen.len());
                miss.then(|| finding(ws, share, count, seen.len(), scope, &window))
            });
            findings.extend(misses);
        }
    }
    findings
}

/// All channels together, or each alone.
fn scopes(ws: &Workspace) -> Vec<Option<ChannelIx>> {
    match ws.mix.scope {
        Scope::All => vec![None],
        Scope::Channel => ws.each_channel().map(|(ix, _)| Some(ix)).collect(),
    }
}

/// Each post where it goes out first, and nowhere else: not in a later window, nor on another
/// channel. A day without an instant stands for its noon, as in the planner.
fn once(ws: &Workspace, all: Vec<Counted>) -> Vec<Counted> {
    let start = |counted: &Counted| {
        let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
        let noon = || ws.calendar.zone.resolve(counted.day.and_time(noon)).instant;
        (counted.start.unwrap_or_else(noon), counted.placement)
    };
    let mut first: HashMap<PostIx, (Instant, PlacementIx)> = HashMap::new();
    for counted in &all {
        let own = start(counted);
        let known = first.entry(ws.placement(counted.placement).post).or_insert(own);
        *known = own.min(*known);
    }
    let is_first = |counted: &Counted| {
        let known = first.get(&ws.placement(counted.placement).post);
        known.is_some_and(|&(_, placement)| placement == counted.placement)
    };
    all.into_iter().filter(is_first).collect()
}

/// What counts on these channels.
fn in_scope(ws: &Workspace, within: &[Counted], scope: Option<ChannelIx>) -> Vec<Counted> {
    let here = |counted: &&Counted| {
        scope.is_none_or(|channel| channel == ws.placement(counted.placement).channel)
    };
    within.iter().filter(here).copied().collect()
}

fn count_of(ws: &Workspace, share: &Share, seen: &[Counted]) -> usize {
    seen.iter()
        .filter(|counted| {
            let placement = ws.placement(counted.placement);
            let format = placement.format.as_deref();
            placement.pillar.is_some_and(|pillar| share.counts(pillar, format))
        })
        .count()
}

/// Whether a share is within a post of what it wants.
fn is_met(bound: Bound, count: usize, n: usize) -> bool {
    let whole = |n: usize| i64::try_from(n).unwrap_or(i64::MAX / 1_000);
    let ahead = 1_000 * whole(count) - bound.tenths * whole(n);
    match bound.kind {
        Target::Target => ahead.abs() < 1_000,
        Target::AtLeast => ahead > -1_000,
        Target::AtMost => ahead < 1_000,
    }
}

fn finding(
    ws: &Workspace,
    share: &Share,
    count: usize,
    n: usize,
    scope: Option<ChannelIx>,
    window: &Window,
) -> Finding {
    let pillars: Vec<String> =
        share.pillars.iter().map(|&pillar| format!("`{}`", ws.pillar(pillar).id.value)).collect();
    let wanted = tenths(share.bound.tenths);
    let channel = scope.map(|channel| ws.channel(channel).id.value.clone());
    let message = Text::of(|lang| {
        let name = share.name.clone().unwrap_or_else(|| list(lang, &pillars));
        let share_of = percent(lang, (100 * count + n / 2) / n);
        let wanted = percent(lang, &wanted);
        match (lang, share.bound.kind) {
            (Lang::En, Target::Target) => {
                format!("{name}: {count} posts of {n} ({share_of}), the target is {wanted}")
            }
            (Lang::En, Target::AtLeast) => {
                format!("{name}: {count} posts of {n} ({share_of}), at least {wanted} wanted")
            }
            (Lang::En, Target::AtMost) => {
                format!("{name}: {count} posts of {n} ({share_of}), at most {wanted} wanted")
            }
            (Lang::Fr, Target::Target) => format!(
                "{name}\u{a0}: {count} publications sur {n} ({share_of}), pour une cible de {wanted}"
            ),
            (Lang::Fr, Target::AtLeast) => format!(
                "{name}\u{a0}: {count} publications sur {n} ({share_of}), il en faut au moins {wanted}"
            ),
            (Lang::Fr, Target::AtMost) => format!(
                "{name}\u{a0}: {count} publications sur {n} ({share_of}), il en faut au plus {wanted}"
            ),
        }
    });
    let finding =
        Finding::new(RULE.id, share.at, message).note(over(ws, window)).help(Text::of(|lang| {
            match lang {
                Lang::En => "plan more of what is missing, or change the target".to_owned(),
                Lang::Fr => "prévoyez plus de ce qui manque, ou changez la cible".to_owned(),
            }
        }));
    match channel {
        Some(channel) => finding.on_channel(&channel),
        None => finding,
    }
}

fn tenths(tenths: i64) -> String {
    if tenths % 10 == 0 {
        (tenths / 10).to_string()
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_met_within_a_post() {
        let met = |kind, tenths, count, n| is_met(Bound { kind, tenths }, count, n);
        // 20 % of 12 posts are 2.4: two or three are on target, one is not.
        assert!(met(Target::Target, 200, 2, 12));
        assert!(met(Target::Target, 200, 3, 12));
        assert!(!met(Target::Target, 200, 1, 12));
        // Exactly one post away is a miss.
        assert!(!met(Target::Target, 200, 3, 10));
        assert!(met(Target::AtLeast, 200, 9, 10));
        assert!(!met(Target::AtLeast, 500, 4, 10));
        assert!(met(Target::AtMost, 0, 0, 10));
        assert!(!met(Target::AtMost, 0, 1, 10));
        // A third, to the tenth.
        assert!(met(Target::Target, 333, 4, 12));
    }

    /// What the rule says on 21 November 2026 of a mix and its posts.
    fn said(mix: &str, posts: &[String]) -> Vec<String> {
        let text = format!(
            "[calendar]\ntimezone = \"Europe/Paris\"\n\
             [channels.a]\nnetwork = \"x\"\n[channels.b]\nnetwork = \"linkedin\"\n\
             {mix}\n{}",
            posts.concat()
        );
        let mut sources = crate::source::Sources::default();
        let loaded =
            crate::load::from_text(&text, std::path::Path::new("/"), &mut sources).unwrap();
        let ws = loaded.workspace.unwrap();
        let now = Instant::parse_rfc3339("2026-11-21T10:00:00+01:00").unwrap();
        let found = check(&Facts::new(&ws, &sources, now));
        found.iter().map(|finding| finding.message.get(Lang::En).to_owned()).collect()
    }

    /// A post of a pillar on both channels, on these days.
    fn post(i: usize, pillar: &str, a: &str, b: &str) -> String {
        format!(
            "[[post]]\nid = \"p{i}\"\ntitle = \"A\"\npillar = \"{pillar}\"\n\
             channels = [\"a\", \"b\"]\n[post.on.a]\nat = {a}\n[post.on.b]\nat = {b}\n"
        )
    }

    const PROMO: &str = "[mix.pillars]\npromo = {}\nquiz = {}\n\
        [[mix.share]]\npillars = [\"promo\"]\nat_most = 0\n";

    #[test]
    fn a_post_counts_only_in_the_window_where_it_is_first() {
        let mix = format!("[mix]\nwindow = \"month\"\ncount = \"posts\"\n{PROMO}");
        let again: Vec<String> = (0..10)
            .map(|i| post(i, "promo", "2026-11-10T09:00:00", "2026-10-10T09:00:00"))
            .collect();
        assert!(said(&mix, &again).is_empty());
        let own: Vec<String> = (0..10)
            .map(|i| post(i, "promo", "2026-11-10T09:00:00", "2026-12-10T09:00:00"))
            .collect();
        assert_eq!(said(&mix, &own), ["`promo`: 10 posts of 10 (100%), at most 0% wanted"]);
    }

    #[test]
    fn a_post_counts_only_on_the_channel_where_it_is_first() {
        let mix =
            format!("[mix]\nwindow = \"month\"\nscope = \"channel\"\ncount = \"posts\"\n{PROMO}");
        let posts: Vec<String> = (0..10)
            .map(|i| post(i, "promo", "2026-11-10T09:00:00", "2026-11-10T08:00:00"))
            .collect();
        assert_eq!(said(&mix, &posts).len(), 1);
    }

    #[test]
    fn a_share_of_pillars_that_do_not_exist_is_not_judged() {
        let mix = |last: &str| {
            format!(
                "[mix]\nwindow = \"month\"\n[mix.pillars]\nquiz = {{}}\n\
                 old = {{ to = {last} }}\n[[mix.share]]\npillars = [\"old\"]\nat_least = 50\n"
            )
        };
        let posts: Vec<String> =
            (0..5).map(|i| post(i, "quiz", "2026-11-10T09:00:00", "2026-11-11T09:00:00")).collect();
        assert!(said(&mix("2026-10-31"), &posts).is_empty());
        assert_eq!(said(&mix("2026-11-01"), &posts).len(), 1);
    }
}
