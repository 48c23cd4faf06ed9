//! The brand's tone: what `tone` hears in each post as it goes out, told at the very word.
//!
//! These rules are the user's own, or a pack's: they are not in the rule table. Their findings are
//! called `tone.ID`, `tone.PACK.ID`, or after the setting: `tone.address`.

mod meet;
pub mod contradictory_rules;
mod heard;
pub mod unknown_off;
pub mod unreachable_rule;

pub(super) use heard::{Heard, hear};

use super::said::Said;
use crate::diagnostic::{Finding, Mend};
use crate::lang::{Lang, Text};
use crate::model::{Mending, ToneRule};
use crate::source::{At, Literal, Loc};
use std::borrow::Cow;
use std::ops::Range;

/// One finding for each thing that a text says against the tone.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    let rules = said.facts.voice().rules();
    let told = |heard: &Heard| Some(finding(said, rules.get(heard.hit.rule)?, heard));
    said.heard().iter().filter_map(told).collect()
}

fn finding(said: &Said<'_>, rule: &ToneRule, heard: &Heard) -> Finding {
    let hit = &heard.hit;
    let message = rule.message.as_ref().map_or_else(|| hit.message.clone(), Text::same);
    let mut finding = said.finding("tone", heard.place(said, &hit.range), message);
    finding.rule = Cow::Owned(format!("tone.{}", rule.name()));
    finding.level = rule.level;
    finding.help = hit.help.clone();
    finding.notes.extend(reasons(rule));
    if let Some((range, words)) = &hit.other {
        finding = finding.other(heard.place(said, range), words.clone());
    }
    if rule.fix == Mending::Safe
        && let Some(fix) = &hit.fix
    {
        finding.fix =
            heard.written(said, &fix.range).and_then(|place| mend(said, &place, &fix.text));
    }
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

/// A mend of some bytes of a value, where they are written letter by letter and what replaces them
/// can be written so too.
fn mend(
    said: &Said<'_>,
    (words, bytes): &(&Loc<String>, Range<usize>),
    text: &str,
) -> Option<Mend> {
    let source = said.facts.sources.get(words.at.source);
    let literal = Literal::new(source, words.at);
    let at: At = literal.locate(bytes.clone());
    let written = words.value.get(bytes.clone())?;
    let fits = source.slice(at.span) == written && literal.holds(text);
    fits.then(|| Mend { at, text: text.to_owned() })
}
