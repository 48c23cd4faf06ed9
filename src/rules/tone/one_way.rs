//! One way of writing over all posts of a campaign, or of the calendar: rules of kind
//! `consistency` whose `per` says so.

use super::finding_of;
use super::heard::circumstances;
use crate::diagnostic::Finding;
use crate::lang::Lang;
use crate::model::tone::Per;
use crate::model::{CampaignIx, Demand, Status, ToneRule};
use crate::rules::{Facts, Said};
use crate::source::At;
use crate::tone::{Divergence, Part, Passage, Way, divergent, ways_differ};
use std::collections::{BTreeMap, HashSet};

/// One finding for each writing that is not that of most posts.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let rules = facts.voice().rules().iter().enumerate();
    let wide = rules.filter_map(|(number, rule)| match &rule.demand {
        Demand::Consistency(wanted) if wanted.per != Per::Post => Some((number, rule, wanted.per)),
        _ => None,
    });
    wide.flat_map(|(number, rule, per)| over(facts, number, rule, per)).collect()
}

/// A writing in the text of a post.
struct Seen {
    at: At,
    words: String,
    post: String,
    /// Whether it can still be mended.
    is_open: bool,
}

/// The texts of one campaign, or of all: their ways of writing, and where these are.
#[derive(Default)]
struct Texts {
    ways: Vec<Vec<Way>>,
    seen: Vec<Vec<Seen>>,
    /// Places that were read: words speak once, however many channels they are on.
    known: HashSet<(usize, At)>,
}

fn over(facts: &Facts<'_>, number: usize, rule: &ToneRule, per: Per) -> Vec<Finding> {
    let mut groups: BTreeMap<Option<CampaignIx>, Texts> = BTreeMap::new();
    for (ix, placement) in facts.ws.each_placement() {
        if matches!(placement.status.value, Status::Idea | Status::Cancelled) {
            continue;
        }
        let Some(said) = Said::of(facts, ix) else { continue };
        let campaign = said.post.campaign.as_ref().map(|campaign| campaign.value);
        let key = match (per, campaign) {
            (Per::Campaign, None) => continue,
            (Per::Campaign, campaign) => campaign,
            _ => None,
        };
        read(&said, number, groups.entry(key).or_default());
    }
    groups.values().flat_map(|texts| told(rule, texts)).collect()
}

/// Adds the ways of writing of a post.
fn read(said: &Said<'_>, number: usize, texts: &mut Texts) {
    let about = circumstances(said);
    let lang = about.lang.and_then(Lang::from_tag);
    for part in &said.parts {
        let passage = Passage::new(&part.out.text, Part::Text, lang, &part.entities);
        let mut ways = said.facts.voice().ways(number, &passage, &about);
        ways.retain(|way| texts.known.insert((way.group, said.place(part, &way.range))));
        let seen = ways.iter().map(|way| Seen {
            at: said.place(part, &way.range),
            words: part.out.text[way.range.clone()].to_owned(),
            post: said.post.id.name.clone(),
            is_open: said.placement.status.value != Status::Published,
        });
        texts.seen.push(seen.collect());
        texts.ways.push(ways);
    }
}

fn told(rule: &ToneRule, texts: &Texts) -> Vec<Finding> {
    let seen = |(text, way): (usize, usize)| texts.seen.get(text).and_then(|seen| seen.get(way));
    let each = divergent(&texts.ways).into_iter().filter_map(|Divergence { here, model }| {
        let (here, model) = (seen(here)?, seen(model)?);
        here.is_open.then(|| {
            let [message, other, help] = ways_differ(&here.words, &model.words);
            finding_of(rule, here.at, message).help(help).other(model.at, other).of_post(&here.post)
        })
    });
    each.collect()
}
