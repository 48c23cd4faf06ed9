//! The examples of rules, tried: a rule finds nothing in its `good` texts and something in each of
//! its `bad` ones.
//!
//! Each rule runs alone, with the brand's vocabulary, on a text of no network and no channel; what
//! it waits for (`when`, `deals`) is taken to be so. A text has the language of the rule's `lang`,
//! else the one that its words tell.

use super::{Circumstances, Hit, Part, Passage, Voice, language};
use crate::lang::Lang;
use crate::model::tone::Deal;
use crate::model::{Demand, Tone, ToneRule};
use crate::networks::{self, Entities};
use crate::source::Loc;
use crate::text::Words;

/// What an example is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// `good`: the rule finds nothing.
    Good,
    /// `bad`: it finds something.
    Bad,
}

/// An example that is not what it is said to be.
#[derive(Clone, Debug)]
pub struct Failure<'t> {
    /// The rule.
    pub rule: &'t ToneRule,
    /// The text.
    pub example: &'t Loc<String>,
    /// What it is said to be.
    pub said: Said,
    /// What the rule finds in a good text; nothing for a bad one.
    pub hits: Vec<Hit>,
}

/// How many examples the rules of a tone have, those that are off apart.
#[must_use]
pub fn examples(tone: &Tone) -> usize {
    let on = tone.rules.iter().filter(|rule| rule.level.is_some());
    on.map(|rule| rule.good.len() + rule.bad.len()).sum()
}

/// The examples that are not what they are said to be, rule by rule. Rules that are off are not
/// tried.
#[must_use]
pub fn failures(tone: &Tone) -> Vec<Failure<'_>> {
    let on = tone.rules.iter().filter(|rule| rule.level.is_some());
    on.flat_map(|rule| failures_of(tone, rule)).collect()
}

/// The examples of one rule that are not what they are said to be.
#[must_use]
pub fn failures_of<'t>(tone: &Tone, rule: &'t ToneRule) -> Vec<Failure<'t>> {
    if rule.good.is_empty() && rule.bad.is_empty() {
        return Vec::new();
    }
    let alone =
        Tone { rules: vec![rule.clone()], vocabulary: tone.vocabulary.clone(), ..Tone::default() };
    let voice = Voice::new(&alone);
    let good = rule.good.iter().map(|text| (text, Said::Good));
    let bad = rule.bad.iter().map(|text| (text, Said::Bad));
    good.chain(bad)
        .filter_map(|(example, said)| {
            let hits = heard(&voice, rule, &example.value);
            let failed = match said {
                Said::Good => !hits.is_empty(),
                Said::Bad => hits.is_empty(),
            };
            failed.then_some(Failure { rule, example, said, hits })
        })
        .collect()
}

/// What the voice of one rule finds in a text.
fn heard(voice: &Voice, rule: &ToneRule, text: &str) -> Vec<Hit> {
    let tag = rule.only.lang.as_ref().map(|lang| lang.value.as_str());
    let lang = tag.map_or_else(|| language(&Words::of(text)), Lang::from_tag);
    let entities = networks::find("custom")
        .map_or_else(Entities::default, |network| networks::entities(network, text));
    voice.read(&Passage::new(text, Part::Text, lang, &entities), &supposed(rule, tag, lang))
}

/// What a rule waits for.
fn supposed<'a>(rule: &ToneRule, tag: Option<&'a str>, lang: Option<Lang>) -> Circumstances<'a> {
    let fields = match &rule.demand {
        Demand::Require(require) => require.when.field.into_iter().collect(),
        _ => Vec::new(),
    };
    let deals = match &rule.demand {
        Demand::Disclosure(wanted) if wanted.when.is_empty() => {
            vec![Deal::Paid, Deal::Gift, Deal::Affiliate, Deal::AiImage]
        }
        Demand::Disclosure(wanted) => wanted.when.clone(),
        _ => Vec::new(),
    };
    let lang = tag.or(lang.map(Lang::tag));
    Circumstances { lang, fields, deals, ..Circumstances::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;
    use crate::source::Sources;
    use std::path::Path;

    fn tone(text: &str) -> Tone {
        let text = format!("[calendar]\nname = \"A\"\ntimezone = \"UTC\"\n\n{text}");
        let mut sources = Sources::default();
        let loaded = load::from_text(&text, Path::new("."), &mut sources).unwrap();
        assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
        loaded.workspace.unwrap().tone
    }

    #[test]
    fn an_example_that_is_not_what_it_is_said_to_be_is_told() {
        let tone = tone(
            r#"[[tone.rule]]
id = "measure"
kind = "count"
of = "exclamation"
max = 1
good = ["Oui !", "Oui ! Non !"]
bad = ["Oui ! Non !", "Oui !"]
[[tone.rule]]
id = "off"
kind = "count"
level = "off"
of = "exclamation"
max = 1
good = ["Oui ! Non !"]
"#,
        );
        let failures = failures(&tone);
        let told: Vec<_> =
            failures.iter().map(|f| (f.said, f.example.value.as_str(), f.hits.len())).collect();
        assert_eq!(told, [(Said::Good, "Oui ! Non !", 1), (Said::Bad, "Oui !", 0)]);
        assert_eq!(examples(&tone), 4);
    }

    #[test]
    fn every_example_of_every_pack_is_what_it_is_said_to_be() {
        let mut wrong: Vec<String> = Vec::new();
        for pack in &load::PACKS {
            let tone = tone(&format!("[tone]\nextends = [\"{}\"]\n", pack.name));
            assert!(tone.rules.len() >= 5, "{}", pack.name);
            for rule in &tone.rules {
                let enough = rule.good.len() >= 2 && rule.bad.len() >= 2;
                assert!(enough && rule.why.is_some(), "{} is not finished", rule.name());
            }
            wrong.extend(failures(&tone).iter().map(|f| {
                let said: Vec<_> =
                    f.hits.iter().map(|hit| &f.example.value[hit.range.clone()]).collect();
                format!("{}: {:?}: {} {said:?}", f.rule.name(), f.said, f.example.value)
            }));
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
