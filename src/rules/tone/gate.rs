//! `gate` of the tone: the least score of a post that goes out.
//!
//! It is judged like the findings it counts: what `[rules]` turns off and what the post allows
//! costs nothing.

use super::name;
use crate::diagnostic::{Finding, Level};
use crate::lang::{Lang, Text, list};
use crate::model::{Status, ToneRule};
use crate::rules::judge::is_allowed;
use crate::rules::{Facts, Said};
use crate::tone::{Family, Score};

/// The rule's id; `[rules]` and `allow` know it by this name.
pub(super) const ID: &str = "tone.gate";

/// A finding when the post scores less than the gate. While it is being written it is a warning.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    let Some(gate) = &said.facts.ws.tone.gate else {
        return Vec::new();
    };
    let score = score(said);
    if score.passes(Some(gate.value)) {
        return Vec::new();
    }
    let draft = said.placement.status.value < Status::Review;
    let level = if draft { Level::Warning } else { Level::Error };
    let mut finding =
        said.finding(ID, said.beginning(), message(score.total(), gate.value)).at_level(level);
    finding = finding.note(costs(&score)).help(help(&said.post.id.name));
    let setting = Text::of(|lang| match lang {
        Lang::En => "the gate".to_owned(),
        Lang::Fr => "le seuil".to_owned(),
    });
    vec![finding.other(gate.at, setting)]
}

/// The least score of a text; nothing where `[rules]` turns the gate off, or the post (if it is one)
/// allows less.
pub(super) fn least(facts: &Facts<'_>, said: Option<&Said<'_>>) -> Option<u32> {
    let gate = facts.ws.tone.gate.as_ref()?;
    let off = facts.levels().get(ID).is_some_and(Option::is_none);
    let allowed = said.is_some_and(|said| is_allowed(said.post, ID, &said.channel.id.value, facts));
    (!off && !allowed).then_some(gate.value)
}

/// The score of a post on a channel.
pub(super) fn score(said: &Said<'_>) -> Score {
    let rules = said.facts.voice().rules();
    let found: Vec<(String, Family, Level)> = said
        .heard()
        .iter()
        .filter_map(|heard| {
            let rule = rules.get(heard.hit.rule)?;
            let level = level(said, rule)?;
            Some((rule.name(), Family::of(&rule.demand), level))
        })
        .collect();
    Score::of(found.iter().map(|(rule, family, level)| (rule.as_str(), *family, *level)))
}

/// The level of what a rule finds in a post; nothing when it is off or allowed there.
pub(super) fn level(said: &Said<'_>, rule: &ToneRule) -> Option<Level> {
    let name = name(rule);
    let level = said.facts.levels().get(&name).copied().unwrap_or(rule.level)?;
    let allowed = is_allowed(said.post, &name, &said.channel.id.value, said.facts);
    (!allowed).then_some(level)
}

fn message(score: u32, gate: u32) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("the tone scores {score} out of 100, under the gate of {gate}"),
        Lang::Fr => format!("le ton obtient {score} sur 100, sous le seuil de {gate}"),
    })
}

/// `words −16, address −8`.
fn costs(score: &Score) -> Text {
    let families = Family::ALL.into_iter().filter(|family| score.lost(*family) > 0);
    let families: Vec<Family> = families.collect();
    Text::of(|lang| {
        let of = |family: &Family| format!("{} −{}", family.word().get(lang), score.lost(*family));
        let said: Vec<String> = families.iter().map(of).collect();
        let said = list(lang, &said);
        match lang {
            Lang::En => format!("points lost: {said}"),
            Lang::Fr => format!("points perdus\u{a0}: {said}"),
        }
    })
}

fn help(post: &str) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("`edito tone --post {post}` shows what costs most"),
        Lang::Fr => format!("`edito tone --post {post}` montre ce qui coûte le plus"),
    })
}
