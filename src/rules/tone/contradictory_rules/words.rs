//! Words that one rule asks for and another takes away.

use super::super::meet::running;
use super::{clash, opposed};
use crate::diagnostic::Finding;
use crate::lang::{Lang, Text, quote};
use crate::model::tone::{LetterCase, Needs};
use crate::model::{Demand, ToneRule, Workspace};
use crate::source::Loc;
use crate::text::phrases::{key, says, written};
use std::collections::{HashMap, HashSet};

/// A word that a rule takes away.
struct Banned<'t> {
    rule: &'t ToneRule,
    term: &'t Loc<String>,
    key: String,
    case: LetterCase,
    /// What it is to be replaced by; `None`: by nothing.
    instead: Option<&'t str>,
}

/// The words that are taken away, by their first [`LONG`] words.
type Bans<'t> = HashMap<String, Vec<Banned<'t>>>;

/// How many words of a phrase it is filed under.
const LONG: usize = 6;

/// What a phrase is filed under: these words, without the signs that end them.
fn start_of(words: &[&str]) -> String {
    words.join(" ").trim_end_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

/// Looks for words that are asked for and taken away.
pub(super) fn check(ws: &Workspace) -> Vec<Finding> {
    let bans = bans(ws);
    let mut found = swaps(ws, &bans);
    found.extend(two_ways(ws, &bans));
    found.extend(running(ws).filter_map(|rule| required(ws, rule, &bans)));
    found
}

fn bans(ws: &Workspace) -> Bans<'_> {
    let mut bans = Bans::new();
    for rule in running(ws) {
        for (term, case, instead) in taken_away(rule) {
            let key = key(&term.value);
            let words: Vec<&str> = key.split(' ').take(LONG).collect();
            bans.entry(start_of(&words)).or_default().push(Banned {
                rule,
                term,
                key,
                case,
                instead,
            });
        }
    }
    bans
}

/// The words that a rule takes away, and what is to be written instead.
fn taken_away(rule: &ToneRule) -> Vec<(&Loc<String>, LetterCase, Option<&str>)> {
    match &rule.demand {
        Demand::Forbid(forbid) => plain(&forbid.terms, forbid.matching.case),
        Demand::Claims(claims) if claims.needs != Some(Needs::Proof) => {
            plain(&claims.terms, claims.matching.case)
        }
        Demand::Replace(replace) => {
            let case = replace.matching.case;
            replace.swap.iter().map(|(from, to)| (from, case, Some(to.value.as_str()))).collect()
        }
        _ => swaps_of(rule).map(|(from, to)| (from, LetterCase::Any, Some(&*to.value))).collect(),
    }
}

fn plain(terms: &[Loc<String>], case: LetterCase) -> Vec<(&Loc<String>, LetterCase, Option<&str>)> {
    terms.iter().map(|term| (term, case, None)).collect()
}

fn swaps_of(rule: &ToneRule) -> impl Iterator<Item = &(Loc<String>, Loc<String>)> {
    match &rule.demand {
        Demand::Replace(replace) => replace.swap.iter(),
        Demand::Inclusive(inclusive) => inclusive.swap.iter(),
        _ => [].iter(),
    }
}

fn choices(to: &str) -> impl Iterator<Item = &str> {
    to.split('|').map(str::trim).filter(|choice| !choice.is_empty())
}

/// The words that are taken away where these stand in a text that a rule is about.
fn banned_in<'b, 't>(
    ws: &Workspace,
    rule: &ToneRule,
    words: &str,
    bans: &'b Bans<'t>,
) -> Vec<&'b Banned<'t>> {
    let text = key(words);
    let parts: Vec<&str> = text.split(' ').collect();
    let mut starts: HashSet<String> = HashSet::new();
    for from in 0..parts.len() {
        for to in from + 1..=parts.len().min(from + LONG) {
            let start = start_of(&parts[from..to]);
            starts.insert(after_elision(&start).to_owned());
            starts.insert(start);
        }
    }
    let candidates = starts.iter().filter_map(|start| bans.get(start)).flatten();
    let mut found: Vec<&Banned<'_>> = candidates
        .filter(|ban| says(&text, &ban.key) && opposed(ws, rule, ban.rule))
        .filter(|ban| ban.case != LetterCase::Exact || words.contains(&ban.term.value))
        .filter(|ban| {
            ban.instead.is_none_or(|to| choices(to).all(|choice| !words.contains(choice)))
        })
        .filter(|ban| {
            let mut excuses = ban.rule.except.iter().chain(&ws.tone.vocabulary);
            !excuses.any(|excuse| says(&text, &key(&excuse.value)))
        })
        .collect();
    found.sort_by_key(|ban| (ban.term.at.source, ban.term.at.span.start));
    found
}

/// What follows `l'`, `d'` and the like.
fn after_elision(word: &str) -> &str {
    word.split_once('\'').map_or(word, |(_, rest)| rest)
}

/// What is to be written instead of a word, and may not be written either.
fn swaps(ws: &Workspace, bans: &Bans<'_>) -> Vec<Finding> {
    let mut told = HashSet::new();
    let mut found = Vec::new();
    for rule in running(ws) {
        for (from, to) in swaps_of(rule) {
            for choice in choices(&to.value) {
                for ban in banned_in(ws, rule, choice, bans) {
                    let mut pair = [place(from), place(ban.term)];
                    pair.sort_unstable();
                    if ban.term.at != from.at && told.insert(pair) {
                        let message = swapped(&from.value, choice, ban);
                        found.push(clash((rule, to.at), (ban.rule, ban.term.at), message));
                    }
                }
            }
        }
    }
    found
}

fn place(word: &Loc<String>) -> (crate::source::SourceId, u32) {
    (word.at.source, word.at.span.start)
}

fn swapped(from: &str, choice: &str, ban: &Banned<'_>) -> Text {
    let (instead, term) = (ban.instead.is_some(), &ban.term.value);
    Text::of(|lang| {
        let (from, choice, term) = (quote(lang, from), quote(lang, choice), quote(lang, term));
        match (lang, instead) {
            (Lang::En, true) => {
                format!("{from} is to become {choice}, and {term} is to be replaced in turn")
            }
            (Lang::Fr, true) => {
                format!("{from} doit devenir {choice}, et {term} doit être remplacé à son tour")
            }
            (Lang::En, false) => format!("{from} is to become {choice}, and {term} is not allowed"),
            (Lang::Fr, false) => format!("{from} doit devenir {choice}, et {term} n’est pas admis"),
        }
    })
}

/// One word that is to become two different things.
fn two_ways(ws: &Workspace, bans: &Bans<'_>) -> Vec<Finding> {
    let mut seen: HashMap<&str, Vec<&Banned<'_>>> = HashMap::new();
    let mut all: Vec<&Banned<'_>> =
        bans.values().flatten().filter(|ban| ban.instead.is_some()).collect();
    all.sort_by_key(|ban| place(ban.term));
    let mut found = Vec::new();
    for ban in all {
        let before = seen.entry(&ban.key).or_default();
        let mine: Vec<String> = choices(ban.instead.unwrap_or_default()).map(key).collect();
        let other = before.iter().find(|other| {
            let common = choices(other.instead.unwrap_or_default()).any(|c| mine.contains(&key(c)));
            !common && same_word(ban, other) && opposed(ws, ban.rule, other.rule)
        });
        if let Some(other) = other {
            let word = &ban.term.value;
            let message = Text::of(|lang| match lang {
                Lang::En => format!("{} is to become two different things", quote(lang, word)),
                Lang::Fr => format!("{} doit devenir deux choses différentes", quote(lang, word)),
            });
            found.push(clash((ban.rule, ban.term.at), (other.rule, other.term.at), message));
        }
        before.push(ban);
    }
    found
}

/// Whether some word is both: of those with one [`key`], two that mind capitals may differ.
fn same_word(one: &Banned<'_>, other: &Banned<'_>) -> bool {
    let strict = |ban: &Banned<'_>| ban.case == LetterCase::Exact;
    !(strict(one) && strict(other)) || written(&one.term.value) == written(&other.term.value)
}

/// A rule of which every choice is taken away.
fn required(ws: &Workspace, rule: &ToneRule, bans: &Bans<'_>) -> Option<Finding> {
    let wanted = match &rule.demand {
        Demand::Require(require) if require.patterns.is_empty() => &require.any_of,
        Demand::Disclosure(disclosure) => &disclosure.labels,
        _ => return None,
    };
    let barred: Option<Vec<_>> = wanted
        .iter()
        .map(|word| {
            banned_in(ws, rule, &word.value, bans).into_iter().next().map(|ban| (word, ban))
        })
        .collect();
    let (word, ban) = barred?.into_iter().next()?;
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{} is asked for, and not allowed", quote(lang, &word.value)),
        Lang::Fr => format!("{} est exigé, et n’est pas admis", quote(lang, &word.value)),
    });
    Some(clash((rule, word.at), (ban.rule, ban.term.at), message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;
    use crate::source::Sources;
    use std::path::Path;

    /// How many words two swaps, each of its own rule, send two ways.
    fn ways(one: &str, other: &str) -> usize {
        let rule = |id: &str, keys: &str| {
            format!("\n[[tone.rule]]\nid = \"{id}\"\nkind = \"replace\"\n{keys}\n")
        };
        let text = format!(
            "[calendar]\nname = \"A\"\ntimezone = \"UTC\"\n{}{}",
            rule("a", one),
            rule("b", other)
        );
        let loaded = load::from_text(&text, Path::new("."), &mut Sources::default()).unwrap();
        assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
        let ws = loaded.workspace.unwrap();
        two_ways(&ws, &bans(&ws)).len()
    }

    #[test]
    fn thousands_of_words_are_compared_at_once() {
        let pair = |n: usize| format!("\"le petit mot {n}\" = \"le petit autre {n}\"");
        let many: Vec<String> = (0..5_000).map(pair).collect();
        let rule = |id: &str| {
            format!(
                "[[tone.rule]]\nid = \"{id}\"\nkind = \"replace\"\nswap = {{ {} }}\n",
                many.join(", ")
            )
        };
        let text = format!("[calendar]\nname = \"A\"\ntimezone = \"UTC\"\n{}", rule("a"));
        let tags: Vec<String> = (0..5_000).map(|n| format!("\"#tag{n}\"")).collect();
        let tags = tags.join(", ");
        let text = format!(
            "{text}[[tone.rule]]\nid = \"t\"\nkind = \"hashtag\"\nrequired = [{tags}]\nforbid = [\"#x\"]\n"
        );
        let mut sources = Sources::default();
        let loaded = load::from_text(&text, Path::new("."), &mut sources).unwrap();
        let ws = loaded.workspace.unwrap();
        let now = crate::time::Instant::from_unix(1_800_000_000);
        let facts = crate::rules::Facts::new(&ws, &sources, now);
        assert!(super::super::check(&facts).is_empty());
        assert!(crate::rules::tone::unreachable_rule::check(&facts).is_empty());
    }

    #[test]
    fn a_phrase_is_found_in_a_longer_one() {
        let text = "[calendar]\nname = \"A\"\ntimezone = \"UTC\"\n\
            [[tone.rule]]\nid = \"a\"\nkind = \"forbid\"\nterms = [\"game changer\", \"offre\"]\n\
            [[tone.rule]]\nid = \"b\"\nkind = \"replace\"\n\
            swap = { x = \"un vrai game changer !\", y = \"voici l’offre.\" }\n";
        let loaded = load::from_text(text, Path::new("."), &mut Sources::default()).unwrap();
        let ws = loaded.workspace.unwrap();
        assert_eq!(swaps(&ws, &bans(&ws)).len(), 2);
    }

    #[test]
    fn capitals_tell_words_apart_where_both_rules_mind_them() {
        let strict = |swap: &str| format!("ignore_case = false\nswap = {{ {swap} }}");
        let lax = |swap: &str| format!("swap = {{ {swap} }}");
        let (small, tall) = ("\"orange\" = \"mandarine\"", "\"Orange\" = \"l’opérateur\"");
        assert_eq!(ways(&strict(small), &strict(tall)), 0);
        assert_eq!(ways(&lax(small), &strict(tall)), 1);
        assert_eq!(ways(&strict(small), &lax(tall)), 1);
        assert_eq!(ways(&lax(small), &lax(tall)), 1);
        let again = "\"Orange\" = \"le fruit\"";
        assert_eq!(ways(&strict(again), &strict(tall)), 1);
        assert_eq!(ways(&strict(tall), &strict(tall)), 0);
    }
}
