//! One text heard by itself, for `tone`: its findings with their levels, and its score.

use super::heard::{circumstances, typed};
use super::{Told, gate, name};
use crate::diagnostic::{Finding, Judged, Level};
use crate::lang::Lang;
use crate::model::{Demand, Only, Outgoing, PlacementIx, ToneRule};
use crate::networks;
use crate::rules::{Facts, Said};
use crate::source::{At, Literal, Loc};
use crate::tone::readability::{Verdict, verdict};
use crate::tone::{Circumstances, Family, Hit, Part, Passage, Score};
use std::ops::Range;

/// What the brand's tone has to say of a text.
#[derive(Clone, Debug, Default)]
pub struct Spoken {
    /// What it found, in the order of the text.
    pub findings: Vec<Judged>,
    /// What the text scores.
    pub score: Score,
    /// How many rules were left out: they are for some channels or networks alone, and nobody said
    /// where the text goes.
    pub left_out: usize,
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
    let about = circumstances(&said);
    let lang = about.lang.and_then(Lang::from_tag);
    let texts = said.parts.iter();
    let texts = texts.map(|part| Passage::new(&part.out.text, Part::Text, lang, &part.entities));
    let passages: Vec<Passage<'_>> = texts.collect();
    let too_short = too_short(rules, &passages, &about);
    Some(Spoken { score: gate::score(&said), findings, too_short, left_out: 0 })
}

/// Words in a file of their own, as the tone of a workspace hears them. A rule for some channels,
/// pillars or the like alone is left out where it is not known which the text is for.
#[must_use]
pub fn of_text(facts: &Facts<'_>, words: &Loc<String>, about: &Circumstances<'_>) -> Spoken {
    let out = Outgoing::body(words);
    let voice = facts.voice();
    let network = about.network.or_else(|| networks::find("custom"));
    let entities =
        network.map(|network| networks::entities(network, &out.text)).unwrap_or_default();
    let lang = about.lang.and_then(Lang::from_tag);
    let mut passage = Passage::new(&out.text, Part::Text, lang, &entities);
    let signature = facts.ws.tone.signature.as_ref();
    passage.signature = signature.and_then(|own| typed(&out.text, &own.value));
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
        let rule = voice.rules().get(hit.rule).filter(|rule| is_meant(&rule.only, about))?;
        let level = facts.levels().get(&name(rule)).copied().unwrap_or(rule.level)?;
        Some((rule, Judged { finding: told.finding(rule, hit), level }))
    };
    let judged: Vec<(&ToneRule, Judged)> = hits.iter().filter_map(judge).collect();
    let names: Vec<(String, Family, Level)> = judged
        .iter()
        .map(|(rule, judged)| (rule.name(), Family::of(&rule.demand), judged.level))
        .collect();
    let rules = voice.rules().iter().map(|rule| &rule.only);
    Spoken {
        left_out: rules.filter(|only| about.fit(only) && waits_for_place(only, about)).count(),
        score: Score::of(
            names.iter().map(|(name, family, level)| (name.as_str(), *family, *level)),
        ),
        findings: judged.into_iter().map(|(_, judged)| judged).collect(),
        too_short: too_short(voice.rules(), std::slice::from_ref(&passage), about),
    }
}

/// Whether everything that a rule is limited to is known of the text.
fn is_meant(only: &Only, about: &Circumstances<'_>) -> bool {
    (only.channels.is_empty() || about.channel.is_some())
        && (only.networks.is_empty() || about.network.is_some())
        && (only.pillars.is_empty() || about.pillar.is_some())
        && (only.formats.is_empty() || about.format.is_some())
        && (only.status.is_empty() || about.status.is_some())
}

/// Whether a rule is for some channels or networks alone, and nobody said where the text goes.
fn waits_for_place(only: &Only, about: &Circumstances<'_>) -> bool {
    (!only.channels.is_empty() && about.channel.is_none())
        || (!only.networks.is_empty() && about.network.is_none())
}

fn place(facts: &Facts<'_>, words: &Loc<String>, bytes: Range<usize>) -> At {
    Literal::new(facts.sources.get(words.at.source), words.at).locate(bytes)
}

/// The words there are and the words needed, where a rule of readability needs more than any of
/// these texts has.
fn too_short(
    rules: &[ToneRule],
    passages: &[Passage<'_>],
    about: &Circumstances<'_>,
) -> Option<(usize, usize)> {
    rules.iter().filter(|rule| about.fit(&rule.only)).find_map(|rule| {
        let Demand::Readability(wanted) = &rule.demand else {
            return None;
        };
        let verdicts = passages.iter().filter_map(|passage| verdict(passage, wanted));
        let short = verdicts.map(|verdict| match verdict {
            Verdict::TooShort { words } => Some(words),
            Verdict::Score(_) => None,
        });
        // One part of a thread that can be judged is enough.
        let most = short.collect::<Option<Vec<usize>>>()?.into_iter().max()?;
        Some((most, usize::try_from(wanted.min_words).ok()?))
    })
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
