//! `off-mix`: shares of the present window that miss their targets.
//!
//! A share is judged in posts, by the count of `edito mix` ([`crate::balance`]): posts with a pillar,
//! out or still to come. Under ten of them nothing is said: too few to tell.

use crate::balance::{Balance, Line, Window, balances};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, list, percent, span_of_days};
use crate::model::{Judgement, Target, Workspace};
use crate::rules::Facts;

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
date = 2026-11-23

[[post]]
id = "b"
title = "B"
campaign = "klimt"
pillar = "promo"
date = 2026-11-24

[[post]]
id = "c"
title = "C"
campaign = "klimt"
pillar = "promo"
date = 2026-11-25

[[post]]
id = "d"
title = "D"
campaign = "klimt"
pillar = "promo"
date = 2026-11-26

[[post]]
id = "e"
title = "E"
campaign = "klimt"
pillar = "promo"
date = 2026-11-27

[[post]]
id = "f"
title = "F"
campaign = "klimt"
pillar = "promo"
date = 2026-11-30

[[post]]
id = "g"
title = "G"
campaign = "klimt"
pillar = "promo"
date = 2026-12-01

[[post]]
id = "h"
title = "H"
campaign = "klimt"
pillar = "promo"
date = 2026-12-02

[[post]]
id = "i"
title = "I"
campaign = "klimt"
pillar = "promo"
date = 2026-12-03

[[post]]
id = "j"
title = "J"
campaign = "klimt"
pillar = "promo"
date = 2026-12-04
"#
    ),
};

/// Judges every share over its present window.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let ws = facts.ws;
    if ws.mix.shares.is_empty() {
        return Vec::new();
    }
    let all = balances(ws, facts.today());
    all.iter()
        .flat_map(|balance| balance.lines.iter().map(move |line| (balance, line)))
        .filter(|(_, line)| matches!(line.judgement, Judgement::Under | Judgement::Over))
        .map(|(balance, line)| finding(ws, balance, line))
        .collect()
}

fn finding(ws: &Workspace, balance: &Balance, line: &Line) -> Finding {
    let share = &ws.mix.shares[line.share];
    let (count, n, window) = (line.count(), balance.of, balance.window);
    let pillars: Vec<String> =
        share.pillars.iter().map(|&pillar| format!("`{}`", ws.pillar(pillar).id.value)).collect();
    let wanted = tenths(share.bound.tenths);
    let channel = balance.channel.map(|channel| ws.channel(channel).id.value.clone());
    let message = Text::of(|lang| {
        let name = share.title(lang).map_or_else(|| list(lang, &pillars), str::to_owned);
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
        Finding::new(RULE.id, share.at, message).note(over(ws, &window)).help(Text::of(|lang| {
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

/// Over what shares were counted, for people: the days, and which posts.
fn over(ws: &Workspace, window: &Window) -> Text {
    let days = |lang| match *window {
        Window::Days(first, last) => Some(span_of_days(lang, first, last)),
        Window::Campaign(ix) => {
            let campaign = ws.campaign(ix);
            campaign.from.zip(campaign.to).map(|(from, to)| span_of_days(lang, from, to))
        }
    };
    let campaign = match *window {
        Window::Days(..) => None,
        Window::Campaign(ix) => Some(ws.campaign(ix).name.clone()),
    };
    Text::of(|lang| {
        let days = days(lang);
        let days_of = days.as_ref().map(|days| format!(" ({days})")).unwrap_or_default();
        match (lang, &campaign) {
            (Lang::En, Some(name)) => format!(
                "counted over the campaign {name}{days_of}: posts with a pillar, out or still to come"
            ),
            (Lang::Fr, Some(name)) => format!(
                "compté sur la campagne {name}{days_of}\u{a0}: publications avec un pilier, parues ou à venir"
            ),
            (Lang::En, None) => format!(
                "counted over {}: posts with a pillar, out or still to come",
                days.unwrap_or_default()
            ),
            (Lang::Fr, None) => format!(
                "période comptée\u{a0}: {}, publications avec un pilier, parues ou à venir",
                days.unwrap_or_default()
            ),
        }
    })
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
    use crate::time::Instant;

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
             status = \"scheduled\"\nchannels = [\"a\", \"b\"]\n[post.on.a]\nat = {a}\n[post.on.b]\nat = {b}\n"
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

    /// Five promos out of ten posts with a pillar; five more without one, five overdue quizzes.
    #[test]
    fn the_count_is_that_of_the_mix() {
        let one = |i: usize, pillar: &str, rest: &str| {
            format!("[[post]]\nid = \"{pillar}{i}\"\ntitle = \"A\"\nchannels = [\"a\"]\n{rest}\n")
        };
        let mut posts = Vec::new();
        for i in 0..5 {
            posts.push(one(i, "promo", "pillar = \"promo\"\ndate = 2026-11-25"));
            posts.push(one(i, "quiz", "pillar = \"quiz\"\ndate = \"2026-W48\""));
            posts.push(one(i, "none", "date = 2026-11-25"));
            posts.push(one(i, "late", "pillar = \"quiz\"\ndate = 2026-11-10"));
        }
        let mix = format!("[mix]\nwindow = \"month\"\n{PROMO}");
        let said = said(&mix, &posts);
        assert_eq!(said, ["`promo`: 5 posts of 10 (50%), at most 0% wanted"]);
    }
}
