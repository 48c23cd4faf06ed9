//! The brand's tone: what `tone` hears in each post as it goes out, told at the very word.
//!
//! These rules are the user's own, or a pack's: they are not in the rule table. Their findings are
//! called `tone.ID`, `tone.PACK.ID`, or after the setting: `tone.address`.

pub mod bad_pattern;
pub mod contradictory_rules;
pub(super) mod gate;
mod heard;
mod meet;
pub(super) mod one_way;
mod own;
pub(super) mod signature;
mod spoken;
pub mod unknown_off;
pub mod unreachable_rule;

pub(super) use heard::{Heard, hear};
pub use own::of_tone;
pub use spoken::{Spoken, of_placement, of_text};

use super::said::Said;
use crate::diagnostic::{Finding, Mend};
use crate::lang::{Lang, Text};
use crate::model::{Mending, ToneRule};
use crate::source::{At, Literal, Loc, Sources};
use crate::tone::Hit;
use std::borrow::Cow;
use std::ops::Range;

/// One finding for each thing that a text says against the tone.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    let rules = said.facts.voice().rules();
    let told = |heard: &Heard| Some(finding(said, rules.get(heard.hit.rule)?, heard));
    said.heard().iter().filter_map(told).collect()
}

fn finding(said: &Said<'_>, rule: &ToneRule, heard: &Heard) -> Finding {
    let told = Told {
        place: &|range| heard.place(said, range),
        written: &|range| heard.written(said, range),
        sources: said.facts.sources,
    };
    told.finding(rule, &heard.hit).of_post(&said.post.id.name).on_channel(&said.channel.id.value)
}

/// What rules of tone are called in findings and in `[rules]`.
fn name(rule: &ToneRule) -> String {
    format!("tone.{}", rule.name())
}

/// A value and some bytes of it.
type Written<'a> = (&'a Loc<String>, Range<usize>);

/// Where what is heard is written.
struct Told<'t, 'a> {
    /// The place of some bytes of the words.
    place: &'t dyn Fn(&Range<usize>) -> At,
    /// The value that says them, where they are all of one.
    written: &'t dyn Fn(&Range<usize>) -> Option<Written<'a>>,
    sources: &'t Sources,
}

impl Told<'_, '_> {
    fn finding(&self, rule: &ToneRule, hit: &Hit) -> Finding {
        let mut finding = finding_of(rule, (self.place)(&hit.range), hit.message.clone());
        finding.help.clone_from(&hit.help);
        if let Some((range, words)) = &hit.other {
            finding = finding.other((self.place)(range), words.clone());
        }
        if rule.fix == Mending::Safe
            && let Some(fix) = &hit.fix
        {
            finding.fix = (self.written)(&fix.range).and_then(|place| self.mend(&place, &fix.text));
        }
        finding
    }

    /// A mend of some bytes of a value, where they are written letter by letter and what replaces
    /// them can be written so too.
    fn mend(&self, (words, bytes): &Written<'_>, text: &str) -> Option<Mend> {
        let source = self.sources.get(words.at.source);
        let literal = Literal::new(source, words.at);
        let at: At = literal.locate(bytes.clone());
        let written = words.value.get(bytes.clone())?;
        let fits = source.slice(at.span) == written && literal.holds(text);
        fits.then(|| Mend { at, text: text.to_owned() })
    }
}

/// A finding of a rule at a place: in the rule's own words, where it has some.
fn finding_of(rule: &ToneRule, at: At, message: Text) -> Finding {
    let message = rule.message.as_ref().map_or(message, Text::same);
    let mut finding = Finding::new("tone", at, message);
    finding.rule = Cow::Owned(name(rule));
    finding.level = rule.level;
    finding.notes.extend(reasons(rule));
    finding
}

/// Why the brand wants it, and where that is written.
fn reasons(rule: &ToneRule) -> Vec<Text> {
    let why = rule.why.iter().map(|why| {
        Text::of(|lang| match lang {
            Lang::En => format!("why: {why}"),
            Lang::Fr => format!("pourquoi\u{a0}: {why}"),
        })
    });
    let law = rule.law.iter().map(|law| {
        Text::of(|lang| match lang {
            Lang::En => format!("law: {law} (this is no legal advice)"),
            Lang::Fr => format!("texte\u{a0}: {law} (ceci n’est pas un conseil juridique)"),
        })
    });
    let link = rule.link.iter().map(Text::same);
    why.chain(law).chain(link).collect()
}
