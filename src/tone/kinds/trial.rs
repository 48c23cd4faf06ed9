//! One rule, one text, and the words that it finds: for the tests of the kinds that read French.

use crate::lang::Lang;
use crate::model::Demand;
use crate::networks::Entities;
use crate::tone::trial::{rule, voice};
use crate::tone::{Circumstances, Hit, Part, Passage};

/// What one rule finds in a text of a language.
pub(super) fn hear(demand: Demand, lang: Option<Lang>, text: &str) -> Vec<Hit> {
    let entities = Entities::default();
    let passage = Passage::new(text, Part::Text, lang, &entities);
    voice(vec![rule(demand)], &[]).read(&passage, &Circumstances::default())
}

/// The words that one rule finds in a text of a language, parted by `|`.
pub(super) fn words(demand: Demand, lang: Option<Lang>, text: &str) -> String {
    let hits = hear(demand, lang, text);
    hits.iter().map(|hit| &text[hit.range.clone()]).collect::<Vec<_>>().join("|")
}
