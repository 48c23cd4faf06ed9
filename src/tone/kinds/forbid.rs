//! Words that are not said.

use super::words::shown;
use crate::lang::{Lang, Text, quote};
use crate::model::tone::Forbid;
use crate::source::Loc;
use crate::tone::Hits;
use crate::tone::terms::{Form, Match, Role};
use crate::tone::voice::Reading;
use std::ops::Range;

/// More than the hits of a rule, so that exceptions among them leave enough.
const MOST: usize = 500;

/// Finds what a text says against the rule: each term and each match of a pattern once, the first and
/// longest of those that overlap.
pub(in crate::tone) fn find(wanted: &Forbid, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    for (range, term) in said(reading) {
        if reading.found.is_excepted(reading.index, &range) {
            continue;
        }
        let words = shown(reading.passage.text, &range);
        let listed = term
            .filter(|found| found.form != Form::Base)
            .and_then(|found| wanted.terms.get(found.term))
            .map(|term: &Loc<String>| term.value.as_str());
        let hit = hits.add(
            range,
            Text::of(|lang| match lang {
                Lang::En => format!("{} is a wording to avoid", quote(lang, &words)),
                Lang::Fr => format!("{} est une formule à éviter", quote(lang, &words)),
            }),
        );
        let Some(hit) = hit else {
            return;
        };
        hit.help(Text::of(|lang| match (lang, listed) {
            (Lang::En, None) => "say it another way, or leave it out".to_owned(),
            (Lang::Fr, None) => "dites-le autrement, ou retirez-le".to_owned(),
            (Lang::En, Some(term)) => {
                format!("say it another way, or leave it out; the rule names {}", quote(lang, term))
            }
            (Lang::Fr, Some(term)) => format!(
                "dites-le autrement, ou retirez-le\u{202f}; la règle cite {}",
                quote(lang, term)
            ),
        }));
    }
}

/// The terms and the matches of the patterns of a rule, with the term where it is one.
pub(super) fn said<'r>(reading: &Reading<'r>) -> Vec<(Range<usize>, Option<&'r Match>)> {
    let terms = reading.found.of(reading.index, Role::Main).iter();
    let mut all: Vec<_> = terms.map(|found| (found.range.clone(), Some(found))).collect();
    let patterns = reading.patterns.matches(reading.passage, MOST);
    if !patterns.is_empty() {
        all.extend(patterns.into_iter().map(|range| (range, None)));
        all.sort_by_key(|(range, _)| (range.start, usize::MAX - range.end));
        let mut past = 0;
        all.retain(|(range, _)| {
            let free = range.start >= past;
            past = if free { range.end } else { past };
            free
        });
    }
    all
}

#[cfg(test)]
mod tests {
    use crate::lang::Lang;
    use crate::model::Demand;
    use crate::model::tone::Forbid;
    use crate::tone::trial::{hits, locs, rule, said};

    fn wanted() -> Forbid {
        Forbid {
            terms: locs(&["incontournable", "game changer"]),
            patterns: locs(&[r"\bn[°o]\s?1\b"]),
            ..Forbid::default()
        }
    }

    #[test]
    fn words_and_patterns_are_found_but_not_exceptions() {
        let mut rule = rule(Demand::Forbid(wanted()));
        rule.except = locs(&["incontournables du Louvre"]);
        let text = "Les incontournables du Louvre, l’incontournable n° 1, ce game-changer";
        let found = hits(rule, text, Lang::Fr);
        assert_eq!(said(&found, text), ["incontournable", "n° 1", "game-changer"]);
    }

    #[test]
    fn messages_name_the_words_and_the_term() {
        let found = hits(rule(Demand::Forbid(wanted())), "Des INCONTOURNABLES", Lang::Fr);
        let fr = found[0].message.get(Lang::Fr);
        assert_eq!(fr, "«\u{a0}INCONTOURNABLES\u{a0}» est une formule à éviter");
        let help = found[0].help.as_ref().map(|help| help.get(Lang::En));
        assert_eq!(
            help,
            Some("say it another way, or leave it out; the rule names “incontournable”")
        );
    }

    #[test]
    fn enough_is_enough() {
        let text = "incontournable ".repeat(10_000);
        assert_eq!(hits(rule(Demand::Forbid(wanted())), &text, Lang::Fr).len(), 50);
    }
}
