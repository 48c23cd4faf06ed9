//! For tests: rules made of a demand, and what a text says against them.

use super::{Circumstances, Hit, Part, Passage, Voice};
use crate::lang::Lang;
use crate::model::{Demand, Tone, ToneRule};
use crate::networks::{self, Entities};
use crate::source::{At, Loc, Sources, Span};

/// A word somewhere in a file.
pub(super) fn loc(word: &str) -> Loc<String> {
    let at = At { source: Sources::default().add("tone.toml", ""), span: Span::new(0..0) };
    Loc::new(word.to_owned(), at)
}

/// Words somewhere in a file.
pub(super) fn locs(words: &[&str]) -> Vec<Loc<String>> {
    words.iter().map(|word| loc(word)).collect()
}

/// A rule that asks for this alone.
pub(super) fn rule(demand: Demand) -> ToneRule {
    ToneRule::new("r", loc("").at, demand)
}

/// The voice of these rules.
pub(super) fn voice(rules: Vec<ToneRule>, vocabulary: &[&str]) -> Voice {
    Voice::new(&Tone { rules, vocabulary: locs(vocabulary), ..Tone::default() })
}

/// What a text on Bluesky says against a rule.
pub(super) fn hits(rule: ToneRule, text: &str, lang: Lang) -> Vec<Hit> {
    read(&voice(vec![rule], &[]), text, lang, &Circumstances::default())
}

/// What a text on Bluesky says against a voice.
pub(super) fn read(voice: &Voice, text: &str, lang: Lang, about: &Circumstances<'_>) -> Vec<Hit> {
    let entities = entities(text);
    voice.read(&Passage::new(text, Part::Text, Some(lang), &entities), about)
}

/// What Bluesky recognises in a text.
pub(super) fn entities(text: &str) -> Entities {
    networks::find("bluesky")
        .map_or_else(Entities::default, |network| networks::entities(network, text))
}

/// The bytes of hits, as they are written.
pub(super) fn said<'t>(hits: &[Hit], text: &'t str) -> Vec<&'t str> {
    hits.iter().map(|hit| &text[hit.range.clone()]).collect()
}
