//! One text heard by itself, for `tone`: its findings with their levels, and its score.

use super::{Told, gate, name};
use crate::diagnostic::{Finding, Judged, Level};
use crate::lang::Lang;
use crate::model::{Demand, Outgoing, PlacementIx, ToneRule};
use crate::networks;
use crate::rules::{Facts, Said};
use crate::source::{At, Literal, Loc};
use crate::text::Words;
use crate::tone::{Circumstances, Family, Hit, Part, Passage, Score};
use std::ops::Range;

/// What the brand's tone has to say of a text.
#[derive(Clone, Debug, Default)]
pub struct Spoken {
    /// What it found, in the order of the text.
    pub findings: Vec<Judged>,
    /// What the text scores.
    pub score: Score,
    /// Words of the text and words needed, where there are too few for its rule of readability.
    pub too_short: Option<(usize, usize)>,
}

/// A post on a channel as it goes out; nothing when the network of the channel is not known.
#[must_use]
pub fn of_placement(facts: &Facts<'_>, ix: PlacementIx) -> Option<Spoken> {
    let said = Said::of(facts, ix)?;
    let rules = facts.voice().rules();
    let told = said.heard().iter().filter_map(|heard| {
        let rule = rules.get(heard.hit.rule)?;
        let level = gate::level(&said, rule)?;
        Some(Judged { finding: super::finding(&said, rule, heard), level })
    });
    let findings = told.collect();
    let text: Vec<&str> = said.parts.iter().map(|part| part.out.text.as_str()).collect();
    let text = text.join("\n\n");
    let too_short = too_short(rules, &text, said.facts.ws.lang_of(said.placement));
    Some(Spoken { score: gate::score(&said), findings, too_short })
}

/// Words in a file of their own, as the tone of a workspace hears them.
#[must_use]
pub fn of_text(facts: &Facts<'_>, words: &Loc<String>, about: &Circumstances<'_>) -> Spoken {
    let out = Outgoing::body(words);
    let voice = facts.voice();
    let network = about.network.or_else(|| networks::find("custom"));
    let entities =
        network.map(|network| networks::entities(network, &out.text)).unwrap_or_default();
    let lang = about.lang.and_then(Lang::from_tag);
    let passage = Passage::new(&out.text, Part::Text, lang, &entities);
    let origin = |range: &Range<usize>| out.origins(range).into_iter().next();
    let told = Told {
        place: &|range| match origin(range).filter(|_| !range.is_empty()) {
            Some((words, bytes)) => place(facts, words, bytes),
            None => words.at,
        },
        written: &|range| origin(range).filter(|(_, bytes)| bytes.len() == range.len()),
        sources: facts.sources,
    };
    let hits = voice.read(&passage, about);
    let judge = |hit: &Hit| {
        let rule = voice.rules().get(hit.rule)?;
        let level = facts.levels().get(&name(rule)).copied().unwrap_or(rule.level)?;
        Some((rule, Judged { finding: told.finding(rule, hit), level }))
    };
    let judged: Vec<(&ToneRule, Judged)> = hits.iter().filter_map(judge).collect();
    let names: Vec<(String, Family, Level)> = judged
        .iter()
        .map(|(rule, judged)| (rule.name(), Family::of(&rule.demand), judged.level))
        .collect();
    Spoken {
        score: Score::of(
            names.iter().map(|(name, family, level)| (name.as_str(), *family, *level)),
        ),
        findings: judged.into_iter().map(|(_, judged)| judged).collect(),
        too_short: too_short(voice.rules(), &out.text, about.lang),
    }
}

fn place(facts: &Facts<'_>, words: &Loc<String>, bytes: Range<usize>) -> At {
    Literal::new(facts.sources.get(words.at.source), words.at).locate(bytes)
}

/// The words there are and the words needed, for the rule of readability that needs least.
fn too_short(rules: &[ToneRule], text: &str, lang: Option<&str>) -> Option<(usize, usize)> {
    let about = Circumstances { lang, ..Circumstances::default() };
    let needs = rules.iter().filter(|rule| about.fit(&rule.only)).filter_map(|rule| {
        let Demand::Readability(wanted) = &rule.demand else {
            return None;
        };
        usize::try_from(wanted.min_words).ok()
    });
    let needed = needs.min()?;
    let words = Words::of(text).list().len();
    (words < needed).then_some((words, needed))
}

impl Spoken {
    /// The heaviest level of its findings.
    #[must_use]
    pub fn worst(&self) -> Option<Level> {
        self.findings.iter().map(|judged| judged.level).max()
    }

    /// Its findings without their levels.
    pub fn told(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().map(|judged| &judged.finding)
    }
}
