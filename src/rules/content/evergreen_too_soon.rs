//! `evergreen-too-soon`: words that may come back do so before their rest is over, or too often.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count, date_with_year, lapse, ordinal};
use crate::model::{EvergreenOuting, Refrain, Standing, Status};
use crate::rules::{Facts, titles};
use chrono::NaiveDate;

/// The rule.
pub static RULE: Rule = Rule {
    id: "evergreen-too-soon",
    group: Group::Content,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "The words of a post with `evergreen` come back on a channel before `every` is over, or more often than `times`.",
        fr: "Le texte d’une publication `evergreen` revient sur un canal avant la fin de son repos `every`, ou plus souvent que `times`.",
    },
    why: Phrase {
        en: "A good post may be shown again to those who missed it, and tires those who did not.",
        fr: "Une bonne publication peut resservir à ceux qui l’ont manquée, mais elle lasse les autres.",
    },
    remedy: Phrase {
        en: "Move the repeat to a later day, write it anew, or change `every` or `times`.",
        fr: "Repoussez la reprise, réécrivez-la, ou changez `every` ou `times`.",
    },
    example: example!(
        r#"[[post]]
id = "bougies"
at = 2026-10-05T12:00:00
status = "published"
text = "Combien de bougies pour un bal ?"
evergreen = { every = "90d", times = 4 }

[[post]]
id = "bougies-2"
date = 2026-11-24
text = "Combien de bougies pour un bal ?"
"#
    ),
};

/// Every repeat that is still to go out, and should not yet.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for refrain in facts.ws.refrains(facts.now, &|_| None) {
        for (nth, pair) in refrain.outings.windows(2).enumerate() {
            let (before, again) = (pair[0], pair[1]);
            if is_out(facts, again) {
                continue;
            }
            let times = refrain.evergreen.times.and_then(|times| usize::try_from(times).ok());
            if !refrain.is_rested(before.day, again.day) {
                findings.extend(too_soon(facts, &refrain, before, again));
            } else if times.is_some_and(|times| nth >= times) {
                findings.extend(too_often(facts, &refrain, again, nth + 1));
            }
        }
    }
    findings
}

fn is_out(facts: &Facts<'_>, outing: EvergreenOuting) -> bool {
    let placement = facts.ws.placement(outing.placement);
    placement.status.value == Status::Published
        || matches!(placement.standing, Standing::Published(_))
}

fn too_soon(
    facts: &Facts<'_>,
    refrain: &Refrain,
    before: EvergreenOuting,
    again: EvergreenOuting,
) -> Option<Finding> {
    let every = refrain.evergreen.every.seconds();
    let apart = usize::try_from((again.day - before.day).num_days()).unwrap_or(0);
    let rested = before.day.checked_add_signed(chrono::TimeDelta::seconds(every + 86_399))?;
    let message = Text::of(|lang| {
        let (name, day) = (name(lang, facts, again), date_with_year(lang, again.day));
        match lang {
            Lang::En => format!(
                "{name}, {day}, comes {} after the same words: their rest is {}",
                count(lang, apart, "day", "days"),
                lapse(lang, every)
            ),
            Lang::Fr => format!(
                "{name}, le {day}, vient {} après le même texte\u{a0}: son repos est de {}",
                count(lang, apart, "jour", "jours"),
                lapse(lang, every)
            ),
        }
    });
    let last = facts.ws.placement(before.placement).at;
    let found = finding(facts, refrain, again, message).help(help(rested));
    Some(found.other(
        last,
        Text::of(|lang| match lang {
            Lang::En => format!("the last time: {}", date_with_year(lang, before.day)),
            Lang::Fr => format!("la fois précédente\u{a0}: {}", date_with_year(lang, before.day)),
        }),
    ))
}

fn help(rested: NaiveDate) -> Text {
    Text::of(|lang| match lang {
        Lang::En => {
            format!("move it to {} or later, or write it anew", date_with_year(lang, rested))
        }
        Lang::Fr => {
            format!("repoussez-la au {} ou après, ou réécrivez-la", date_with_year(lang, rested))
        }
    })
}

fn too_often(
    facts: &Facts<'_>,
    refrain: &Refrain,
    again: EvergreenOuting,
    nth: usize,
) -> Option<Finding> {
    let times = usize::try_from(refrain.evergreen.times?).ok()?;
    let nth = u32::try_from(nth).ok()?;
    let message = Text::of(|lang| {
        let (name, nth) = (name(lang, facts, again), ordinal(lang, nth));
        match lang {
            Lang::En => format!(
                "{name} brings back the same words for the {nth} time: they may come back {}",
                count(lang, times, "time", "times")
            ),
            Lang::Fr => format!(
                "{name} reprend le même texte pour la {} fois\u{a0}: il peut revenir {times} fois",
                nth.replace("1er", "1re")
            ),
        }
    });
    let help = Phrase {
        en: "write it anew, or raise `times`",
        fr: "réécrivez-la, ou augmentez `times`",
    };
    Some(finding(facts, refrain, again, message).help(help))
}

/// A finding where the date of the repeat is written.
fn finding(facts: &Facts<'_>, refrain: &Refrain, again: EvergreenOuting, message: Text) -> Finding {
    let placement = facts.ws.placement(again.placement);
    let origin = facts.ws.post(refrain.post).id.name.clone();
    Finding::new(RULE.id, placement.at, message)
        .of_post(&facts.ws.post_of(placement).id.name)
        .on_channel(&facts.ws.channel(refrain.channel).id.value)
        .note(Text::of(|lang| match lang {
            Lang::En => format!("set by `evergreen` of the post `{origin}`"),
            Lang::Fr => format!("réglage\u{a0}: `evergreen` de la publication `{origin}`"),
        }))
}

fn name(lang: Lang, facts: &Facts<'_>, outing: EvergreenOuting) -> String {
    titles::on_channel(lang, facts.ws, outing.placement)
}

#[cfg(test)]
mod tests {
    use crate::lang::Lang;
    use crate::rules::Facts;
    use crate::source::Sources;
    use crate::time::Instant;
    use std::path::Path;

    /// What the rule and `repeated-text` say in English.
    fn said(text: &str) -> (Vec<String>, usize) {
        let mut sources = Sources::default();
        let loaded = crate::load::from_text(text, Path::new("/"), &mut sources).unwrap();
        let ws = loaded.workspace.unwrap();
        let now = Instant::parse_rfc3339("2026-11-20T09:00:00+01:00").unwrap();
        let facts = Facts::new(&ws, &sources, now);
        let found = super::check(&facts);
        assert!(found.iter().all(|finding| finding.help.is_some()));
        let repeated = super::super::repeated_text::check(&facts).len();
        (found.iter().map(|f| f.message.get(Lang::En).to_owned()).collect(), repeated)
    }

    #[test]
    fn the_cases() {
        let bad = include_str!("../../../tests/rules/evergreen-too-soon/bad.toml");
        let (found, repeated) = said(bad);
        assert_eq!(
            found,
            [
                "“Bougies” (instagram), 24 November 2026, comes 50 days after the same words: their rest is 90 days",
                "“Lustres” (instagram) brings back the same words for the 2nd time: they may come back 1 time",
                "“Deux fois” (instagram), 30 November 2026, comes 3 days after the same words: their rest is 7 days",
            ]
        );
        assert_eq!(repeated, 0, "what an evergreen post says is its own rule's business");
        let ok = include_str!("../../../tests/rules/evergreen-too-soon/ok.toml");
        assert_eq!(said(ok), (Vec::new(), 0));
        let (example, _) = said(super::RULE.example);
        assert_eq!(example.len(), 1);
    }
}
