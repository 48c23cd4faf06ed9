//! The words that end every text: what they say against the tone is told once, where they are
//! written, and not in each post.

use super::of_text;
use super::spoken::is_meant;
use crate::diagnostic::{Finding, Place};
use crate::lang::Lang;
use crate::model::Outgoing;
use crate::networks;
use crate::rules::Facts;
use crate::tone::{Circumstances, Hit, Part, Passage};
use std::ops::Range;

/// What the signature says against the tone.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let Some(signature) = &facts.ws.tone.signature else {
        return Vec::new();
    };
    let spoken = of_text(facts, signature, &circumstances(facts));
    let findings = spoken.findings.into_iter().map(|judged| judged.finding);
    // What is told of all of it is about no words of it: what a text lacks, a post may well have.
    findings.filter(|finding| finding.place != Place::Span(signature.at)).collect()
}

/// A rule, by its number, and the bytes of the signature that are at fault.
pub(in crate::rules) type Fault = (usize, Range<usize>);

/// The faults that the signature has by itself.
pub(in crate::rules) fn faults(facts: &Facts<'_>) -> Vec<Fault> {
    let Some(signature) = &facts.ws.tone.signature else {
        return Vec::new();
    };
    let about = circumstances(facts);
    let text = Outgoing::body(signature).text;
    let network = networks::find("custom");
    let entities = network.map(|network| networks::entities(network, &text)).unwrap_or_default();
    let lang = about.lang.and_then(Lang::from_tag);
    let voice = facts.voice();
    let hits = voice.read(&Passage::new(&text, Part::Text, lang, &entities), &about).into_iter();
    // A rule for some pillars or channels alone is not told here, so it is in each post.
    let told = hits
        .filter(|hit| voice.rules().get(hit.rule).is_some_and(|rule| is_meant(&rule.only, &about)));
    told.map(|hit| (hit.rule, hit.range)).collect()
}

/// Whether a hit in a text that the signature ends is one that the signature has by itself.
pub(super) fn is_own(facts: &Facts<'_>, hit: &Hit, signature: Option<&Range<usize>>) -> bool {
    signature.is_some_and(|own| {
        let inside =
            !hit.range.is_empty() && own.start <= hit.range.start && hit.range.end <= own.end;
        inside && {
            let range = hit.range.start - own.start..hit.range.end - own.start;
            facts.signature_faults().contains(&(hit.rule, range))
        }
    })
}

fn circumstances<'a>(facts: &Facts<'a>) -> Circumstances<'a> {
    Circumstances { lang: facts.ws.calendar.lang.as_deref(), ..Circumstances::default() }
}
