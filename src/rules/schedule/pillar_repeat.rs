//! `pillar-repeat`: two posts of one pillar in a row, where the plan would rather have them alternate.

use super::near::{Pair, neighbours};
use super::words::{beside, finding, name, setting, when};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, quote};
use crate::model::Alternate;
use crate::rules::Facts;

/// The rule.
pub static RULE: Rule = Rule {
    id: "pillar-repeat",
    group: Group::Schedule,
    level: Level::Hint,
    since: "0.1.0",
    what: Phrase {
        en: "Two posts in a row on one channel have the same pillar (`alternate_pillars = \"prefer\"`).",
        fr: "Deux publications de suite sur un canal ont le même pilier (`alternate_pillars = \"prefer\"`).",
    },
    why: Phrase {
        en: "A channel that alternates keeps its followers curious.",
        fr: "Un canal qui alterne garde ses abonnés curieux.",
    },
    remedy: Phrase {
        en: "Put a post of another pillar between the two; `alternate_pillars = \"never\"` in `[plan]` switches the hint off.",
        fr: "Placez entre les deux une publication d’un autre pilier\u{202f}; `alternate_pillars = \"never\"` dans `[plan]` supprime ce conseil.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[mix.pillars.backstage]
name = "Backstage"

[[post]]
id = "framing"
title = "Framing a Klimt"
pillar = "backstage"
at = 2026-11-24T12:30:00

[[post]]
id = "hanging"
title = "Hanging a Klimt"
pillar = "backstage"        # again
at = 2026-11-26T12:30:00
"#,
};

/// Repeats, when the plan only prefers to alternate.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    match facts.ws.plan.alternate {
        Alternate::Prefer => repeats(facts, &RULE, "prefer"),
        Alternate::Always | Alternate::Never => Vec::new(),
    }
}

/// Every two neighbours of a channel, whatever their lanes, with the same pillar. A post without a
/// pillar breaks a run.
pub(super) fn repeats(facts: &Facts<'_>, rule: &'static Rule, word: &str) -> Vec<Finding> {
    let mut channels = vec![Vec::new(); facts.ws.channels.len()];
    for dated in &facts.timeline {
        channels[facts.placement(dated).channel.get()].push(*dated);
    }
    let pairs = channels.iter().flat_map(|channel| neighbours(facts, channel));
    pairs
        .filter(|pair| {
            let pillar = facts.placement(&pair.subject).pillar;
            pillar.is_some() && pillar == facts.placement(&pair.other).pillar
        })
        .map(|pair| report(facts, rule, word, &pair))
        .collect()
}

fn report(facts: &Facts<'_>, rule: &'static Rule, word: &str, pair: &Pair) -> Finding {
    let pillar = facts
        .placement(&pair.subject)
        .pillar
        .map(|ix| facts.ws.pillar(ix).name.clone())
        .unwrap_or_default();
    let message = Text::of(|lang| {
        let own = name(lang, facts, pair.subject.placement);
        let other = crate::rules::titles::title(lang, facts.ws, pair.other.placement);
        let (pillar, moment) = (quote(lang, &pillar), when(lang, &pair.subject));
        let later = pair.subject.start >= pair.other.start;
        match (lang, later) {
            (Lang::En, true) => format!("{own}, {moment}: {pillar} again, right after {other}"),
            (Lang::En, false) => {
                format!("{own}, {moment}: {pillar} just before {other}, the same pillar")
            }
            (Lang::Fr, true) => {
                format!("{own}, {moment}\u{a0}: encore {pillar}, juste après {other}")
            }
            (Lang::Fr, false) => {
                format!("{own}, {moment}\u{a0}: {pillar} juste avant {other}, même pilier")
            }
        }
    });
    let found = finding(facts, rule, pair.subject.placement, message)
        .note(setting(&format!("alternate_pillars = \"{word}\""), "plan"))
        .help(Phrase {
            en: "put a post of another pillar between the two, or swap one of them with another day’s",
            fr: "placez entre les deux une publication d’un autre pilier, ou échangez l’une d’elles avec celle d’un autre jour",
        });
    beside(found, facts, &pair.other)
}
