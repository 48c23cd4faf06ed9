//! A tone made ready to read.

use super::kinds::consistency::{self, Way};
use super::pattern::Patterns;
use super::terms::{Found, Lexicon};
use super::{Circumstances, Hit, Hits, Passage, Wanted, kinds};
use crate::model::{Demand, Quotes, Tone, ToneRule};
use std::ops::Range;

/// A tone made ready to read texts.
#[derive(Debug)]
pub struct Voice {
    rules: Vec<ToneRule>,
    lexicon: Lexicon,
    /// The patterns of each rule.
    patterns: Vec<Patterns>,
    wanted: Wanted,
}

/// What a rule looks at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading<'r> {
    /// The text.
    pub(super) passage: &'r Passage<'r>,
    /// Where it goes out.
    pub(super) about: &'r Circumstances<'r>,
    /// The terms of all rules that are in it.
    pub(super) found: &'r Found,
    /// The patterns of the rule.
    pub(super) patterns: &'r Patterns,
    /// The rule.
    pub(super) rule: &'r ToneRule,
    /// Its place in the voice.
    pub(super) index: usize,
}

impl Reading<'_> {
    /// Whether bytes stand in a quotation, which a rule leaves alone unless it says otherwise.
    pub(super) fn is_quoted(&self, range: &Range<usize>) -> bool {
        self.rule.quotes != Some(Quotes::Check) && self.passage.is_quoted(range)
    }
}

impl Voice {
    /// The rules of a tone that are not off.
    #[must_use]
    pub fn new(tone: &Tone) -> Self {
        let rules: Vec<ToneRule> =
            tone.rules.iter().filter(|rule| rule.level.is_some()).cloned().collect();
        let lexicon = Lexicon::new(&rules, &tone.vocabulary);
        let patterns = rules.iter().map(Patterns::of).collect();
        Self { rules, lexicon, patterns, wanted: Wanted::default() }
    }

    /// With this much of what each rule finds in a text.
    #[must_use]
    pub fn wanting(self, wanted: Wanted) -> Self {
        Self { wanted, ..self }
    }

    /// The rules, in the order that hits count them.
    #[must_use]
    pub fn rules(&self) -> &[ToneRule] {
        &self.rules
    }

    /// Whether it asks for anything.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.rules.is_empty()
    }

    /// The ways of writing that a rule of kind `consistency` tells apart, in a text: for rules over
    /// several texts, see [`super::divergent`]. None where the rule is not for this text.
    #[must_use]
    pub fn ways(&self, rule: usize, passage: &Passage<'_>, about: &Circumstances<'_>) -> Vec<Way> {
        let (Some(data), Some(patterns)) = (self.rules.get(rule), self.patterns.get(rule)) else {
            return Vec::new();
        };
        let Demand::Consistency(wanted) = &data.demand else {
            return Vec::new();
        };
        if !about.fit(&data.only) {
            return Vec::new();
        }
        let found = &self.lexicon.scan(passage);
        let reading = Reading { passage, about, found, patterns, rule: data, index: rule };
        let mut ways = consistency::ways(wanted, &reading);
        ways.retain(|way| !is_left(data, passage, &way.range));
        ways
    }

    /// What a text says against the rules that are for it, in the order of the text.
    #[must_use]
    pub fn read(&self, passage: &Passage<'_>, about: &Circumstances<'_>) -> Vec<Hit> {
        if passage.text.is_empty() {
            return Vec::new();
        }
        let mut all = Vec::new();
        let found = self.lexicon.scan(passage);
        for (index, (rule, patterns)) in self.rules.iter().zip(&self.patterns).enumerate() {
            if about.fit(&rule.only) {
                let reading = Reading { passage, about, found: &found, patterns, rule, index };
                kinds::find(&reading, &mut Hits::new(index, self.wanted, &mut all));
            }
        }
        all.retain(|hit| {
            self.rules.get(hit.rule).is_some_and(|rule| {
                !is_left(rule, passage, &hit.range) && !found.is_excepted(hit.rule, &hit.range)
            })
        });
        all.sort_by_key(|hit| (hit.range.start, hit.rule));
        all
    }
}

/// Whether bytes are left alone because they stand between quotation marks: what others say is
/// theirs, but how it is written and how much there is of something is the brand's business all the
/// same. A word or two between marks are no quotation where words and promises are judged.
fn is_left(rule: &ToneRule, passage: &Passage<'_>, range: &Range<usize>) -> bool {
    match (rule.quotes, &rule.demand) {
        (Some(Quotes::Check), _) => false,
        (Some(Quotes::Skip), _) => passage.is_quoted(range),
        (None, Demand::Forbid(_) | Demand::Claims(_)) => passage.is_said_by_others(range),
        (
            None,
            Demand::Address(_)
            | Demand::Person(_)
            | Demand::Replace(_)
            | Demand::Inclusive(_)
            | Demand::Repeat(_)
            | Demand::Caps(_),
        ) => passage.is_quoted(range),
        (None, _) => false,
    }
}
