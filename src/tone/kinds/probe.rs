//! Texts read by one rule, for the tests of the kinds.

use crate::lang::Lang;
use crate::model::Demand;
use crate::networks;
use crate::source::Loc;
use crate::tone::{Circumstances, Hit, Part, Passage, trial};

/// Words of a rule.
pub(super) fn words(words: &[&str]) -> Vec<Loc<String>> {
    trial::locs(words)
}

/// What a rule finds in a text of a language.
pub(super) fn hits(demand: &Demand, lang: Lang, text: &str) -> Vec<Hit> {
    let about = Circumstances { lang: Some(lang.tag()), ..Circumstances::default() };
    hits_about(demand, &about, Part::Text, text)
}

/// What a rule finds in some words of a post.
pub(super) fn hits_about(
    demand: &Demand,
    about: &Circumstances<'_>,
    part: Part,
    text: &str,
) -> Vec<Hit> {
    let voice = trial::voice(vec![trial::rule(demand.clone())], &[]);
    let network = about.network.or_else(|| networks::find("instagram")).expect("a network");
    let entities = networks::entities(network, text);
    let lang = about.lang.and_then(Lang::from_tag);
    let hits = voice.read(&Passage::new(text, part, lang, &entities), about);
    for hit in &hits {
        assert!(text.get(hit.range.clone()).is_some(), "{text}: {:?}", hit.range);
        for lang in Lang::ALL {
            let message = hit.message.get(lang);
            assert!(!message.is_empty() && !message.contains("  "), "{message}");
        }
    }
    hits
}

/// The words that a rule finds, joined by bars.
pub(super) fn found(demand: &Demand, lang: Lang, text: &str) -> String {
    let hits = hits(demand, lang, text);
    hits.iter().map(|hit| &text[hit.range.clone()]).collect::<Vec<_>>().join("|")
}

/// The text with everything mended.
pub(super) fn mended(demand: &Demand, lang: Lang, text: &str) -> String {
    let hits = hits(demand, lang, text);
    let mut text = text.to_owned();
    for fix in hits.iter().rev().filter_map(|hit| hit.fix.as_ref()) {
        text.replace_range(fix.range.clone(), &fix.text);
    }
    text
}
