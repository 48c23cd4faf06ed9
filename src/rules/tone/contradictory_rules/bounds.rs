//! A least that is more than a most.

use super::super::meet::running;
use super::{clash, opposed};
use crate::diagnostic::Finding;
use crate::lang::{Lang, Text, number};
use crate::model::tone::{Counted, Extent, Formula, Without};
use crate::model::{Demand, ToneRule, Workspace};
use crate::source::Loc;

/// What a rule counts, with its bounds.
struct Bound<'t> {
    rule: &'t ToneRule,
    of: Of<'t>,
    min: Option<i64>,
    max: Option<i64>,
}

/// What is counted.
#[derive(PartialEq)]
enum Of<'t> {
    Count(Counted, Extent, &'t [Without], Vec<&'t str>),
    Readability(Formula),
}

/// Looks for bounds that cross.
pub(super) fn check(ws: &Workspace) -> Vec<Finding> {
    let all: Vec<Bound<'_>> = running(ws).filter_map(bound).collect();
    let lower = all.iter().filter_map(|bound| Some((bound, bound.min?)));
    let pairs = lower.flat_map(|(low, min)| {
        let upper = all.iter().filter_map(|bound| Some((bound, bound.max?)));
        upper.map(move |(high, max)| (low, min, high, max))
    });
    pairs
        .filter(|(low, min, high, max)| {
            min > max && low.of == high.of && opposed(ws, low.rule, high.rule)
        })
        .map(|(low, min, high, max)| {
            let message = Text::of(|lang| match lang {
                Lang::En => {
                    format!("at least {}, and at most {}", number(lang, min), number(lang, max))
                }
                Lang::Fr => {
                    format!("au moins {}, et au plus {}", number(lang, min), number(lang, max))
                }
            });
            clash((low.rule, low.rule.id.at), (high.rule, high.rule.id.at), message)
        })
        .collect()
}

fn bound(rule: &ToneRule) -> Option<Bound<'_>> {
    let post = |of| Of::Count(of, Extent::Post, &[], Vec::new());
    let wide = |n: Option<u32>| n.map(i64::from);
    let (of, min, max) = match &rule.demand {
        Demand::Emoji(emoji) => (post(Counted::Emoji), wide(emoji.min), wide(emoji.max)),
        Demand::Hashtag(tags) => {
            // Those that must be there are that many at least.
            let required = i64::try_from(tags.required.len()).ok().filter(|n| *n > 0);
            (post(Counted::Hashtag), wide(tags.min).max(required), wide(tags.max))
        }
        Demand::Punctuation(marks) => {
            (post(Counted::Exclamation), None, wide(marks.max_exclamations))
        }
        // What must be said may have its own exclamation marks.
        Demand::Require(wanted) if wanted.patterns.is_empty() => {
            let marks = |word: &Loc<String>| word.value.matches('!').count();
            let least = wanted.any_of.iter().map(marks).min();
            let least = least.and_then(|n| i64::try_from(n).ok()).filter(|n| *n > 0);
            (post(Counted::Exclamation), least, None)
        }
        Demand::Count(count) => {
            let patterns = count.patterns.iter().map(|pattern| pattern.value.as_str()).collect();
            let of = Of::Count(count.of, count.per, &count.without, patterns);
            (of, wide(count.min), wide(count.max))
        }
        Demand::Readability(wanted) => (Of::Readability(wanted.formula), wanted.min, wanted.max),
        _ => return None,
    };
    Some(Bound { rule, of, min, max })
}
