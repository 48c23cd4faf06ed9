//! Two ways of writing one thing, in different posts: `consistency` over a campaign or the calendar.
//!
//! Within one text the rule speaks for itself; here the texts of several posts are held together. A
//! text that goes out on several channels counts once.

use super::Told;
use crate::diagnostic::Finding;
use crate::lang::Lang;
use crate::model::tone::Per;
use crate::model::{CampaignIx, Demand, ToneRule};
use crate::rules::{Facts, Said};
use crate::source::{At, Loc};
use crate::tone::{Divergence, Hit, Passage, Way, divergent, ways_differ};
use std::collections::{BTreeMap, HashSet};

/// The most findings of one rule: whoever has more has seen enough.
const ENOUGH: usize = crate::rules::said::ENOUGH;

/// What the rules over several posts find.
pub(in crate::rules) fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let rules = facts.voice().rules().iter().enumerate();
    let wide = rules.filter_map(|(index, rule)| match &rule.demand {
        Demand::Consistency(wanted) if wanted.per != Per::Post => Some((index, rule, wanted.per)),
        _ => None,
    });
    let wide: Vec<_> = wide.collect();
    if wide.is_empty() {
        return Vec::new();
    }
    let placements = facts.ws.each_placement();
    let posts: Vec<Said<'_>> =
        placements.filter_map(|(ix, placement)| Said::new(facts, ix, placement)).collect();
    wide.into_iter().flat_map(|(index, rule, per)| over(&posts, (index, rule), per)).collect()
}

/// A text with its ways of writing, and where each of them is written.
struct Text<'s, 'a> {
    said: &'s Said<'a>,
    part: usize,
    ways: Vec<Way>,
    places: Vec<At>,
}

/// What one rule finds, in each campaign or in all posts.
fn over(posts: &[Said<'_>], rule: (usize, &ToneRule), per: Per) -> Vec<Finding> {
    let mut groups: BTreeMap<Option<CampaignIx>, Vec<Text<'_, '_>>> = BTreeMap::new();
    let mut known = HashSet::new();
    for said in posts {
        let campaign = said.post.campaign.as_ref().map(|campaign| campaign.value);
        if per == Per::Campaign && campaign.is_none() {
            continue;
        }
        let group = groups.entry(campaign.filter(|_| per == Per::Campaign)).or_default();
        for part in 0..said.parts.len() {
            group.extend(text(said, part, rule.0, &mut known));
        }
    }
    let found = groups.values().flat_map(|texts| differing(texts, rule.1));
    found.take(ENOUGH).collect()
}

/// A text of a post, where it has ways of writing that no text before it has at the same places.
fn text<'s, 'a>(
    said: &'s Said<'a>,
    part: usize,
    rule: usize,
    known: &mut HashSet<(usize, At)>,
) -> Option<Text<'s, 'a>> {
    let words = said.parts.get(part)?;
    let about = super::heard::circumstances(said);
    let lang = about.lang.and_then(Lang::from_tag);
    let passage = Passage::new(&words.out.text, crate::tone::Part::Text, lang, &words.entities);
    let (mut ways, mut places) = (Vec::new(), Vec::new());
    for way in said.facts.voice().ways(rule, &passage, &about) {
        let place = said.place(words, &way.range);
        if known.insert((way.group, place)) {
            ways.push(way);
            places.push(place);
        }
    }
    (!ways.is_empty()).then_some(Text { said, part, ways, places })
}

/// One finding for each way that is not that of most.
fn differing(texts: &[Text<'_, '_>], rule: &ToneRule) -> Vec<Finding> {
    let ways: Vec<Vec<Way>> = texts.iter().map(|text| text.ways.clone()).collect();
    let found = divergent(&ways).into_iter().take(ENOUGH);
    found.filter_map(|divergence| finding(texts, &divergence, rule)).collect()
}

fn finding(texts: &[Text<'_, '_>], found: &Divergence, rule: &ToneRule) -> Option<Finding> {
    let text = texts.get(found.here.0)?;
    let place = *text.places.get(found.here.1)?;
    let model = texts.get(found.model.0)?.places.get(found.model.1)?;
    let [message, there, help] =
        ways_differ(&words(texts, found.here)?, &words(texts, found.model)?);
    let range = text.ways.get(found.here.1)?.range.clone();
    let hit = Hit { rule: 0, range, message, help: Some(help), other: None, fix: None };
    let told = Told {
        place: &|_| place,
        written: &|_| None::<(&Loc<String>, _)>,
        sources: text.said.facts.sources,
    };
    let finding = told.finding(rule, &hit).of_post(&text.said.post.id.name);
    Some(finding.other(*model, there))
}

/// The words of a way.
fn words(texts: &[Text<'_, '_>], (text, way): (usize, usize)) -> Option<String> {
    let text = texts.get(text)?;
    let part = text.said.parts.get(text.part)?;
    let words = part.out.text.get(text.ways.get(way)?.range.clone())?;
    Some(words.split_whitespace().collect::<Vec<_>>().join(" "))
}
