//! Regular expressions of rules: what is wrong with one, and where they match.
//!
//! They run in time linear in the text, whatever they are: no look-around, no back-references. None
//! is compiled before a text has all the letters that its matches must have.

mod needed;

use super::Passage;
use crate::model::tone::LetterCase;
use crate::model::{Demand, ToneRule};
use crate::source::Loc;
use needed::Needed;
use regex::{Regex, RegexBuilder};
use regex_syntax::ast::{self, ErrorKind};
use std::cell::OnceCell;
use std::ops::Range;

/// The most memory of a compiled pattern, in bytes.
const SIZE: usize = 2 << 20;

/// What is wrong with a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PatternFault {
    /// It looks ahead or behind (`(?=…)`, `(?<!…)`) at this byte: not in linear time.
    LookAround {
        /// The byte of the pattern.
        at: usize,
    },
    /// It asks at this byte for what another part matched (`\1`): not in linear time.
    BackReference {
        /// The byte of the pattern.
        at: usize,
    },
    /// It is too large to be run: repetitions of repetitions.
    TooLarge,
    /// It is no regular expression.
    Syntax {
        /// The byte of the pattern.
        at: usize,
        /// A few words on it, in English.
        message: String,
    },
}

/// A pattern, compiled: letters, digits, spaces and word boundaries are those of Unicode.
///
/// # Errors
/// What is wrong with it.
pub fn pattern(written: &str, case: LetterCase) -> Result<Regex, PatternFault> {
    RegexBuilder::new(written)
        .case_insensitive(match case {
            LetterCase::Any => !names_capitals(written),
            LetterCase::Ignored => true,
            LetterCase::Exact => false,
        })
        .size_limit(SIZE)
        .dfa_size_limit(SIZE)
        .build()
        .map_err(|error| fault(written, &error))
}

/// What a pattern is satisfied with where it finds no character at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nothing {
    /// It never finds any: `^$`.
    Always,
    /// It finds some where there are some, and is content without: `x*`.
    Sometimes,
}

/// Whether a pattern matches where there is nothing, which is never told of.
#[must_use]
pub fn matches_nothing(written: &str) -> Option<Nothing> {
    let parsed = regex_syntax::parse(written).ok()?;
    let lengths = parsed.properties();
    match (lengths.minimum_len(), lengths.maximum_len()) {
        (_, Some(0)) => Some(Nothing::Always),
        (Some(0), _) => Some(Nothing::Sometimes),
        _ => None,
    }
}

/// Whether a pattern names capitals: `[A-Z]`, `\p{Lu}`, `[[:upper:]]`.
fn names_capitals(written: &str) -> bool {
    const NAMED: [&str; 5] = ["\\p{Lu}", "\\p{Uppercase", "\\p{Upper", "\\p{lu}", "[:upper:]"];
    // A pattern that sets the case of some of it itself has thought of it.
    let sets = written.contains("(?i") || written.contains("(?-i");
    let mut ranges = written.match_indices("A-Z");
    let is_capital = |at: usize| {
        let (before, after) = written.split_at(at);
        let class = after.split(']').next().unwrap_or_default();
        !class.contains("a-z") && !before.rsplit('[').next().unwrap_or_default().contains("a-z")
    };
    !sets
        && (NAMED.iter().any(|name| written.contains(name)) || ranges.any(|(at, _)| is_capital(at)))
}

fn fault(written: &str, error: &regex::Error) -> PatternFault {
    match (regex_syntax::parse(written), error) {
        (Err(regex_syntax::Error::Parse(error)), _) => of_syntax(&error),
        (Err(regex_syntax::Error::Translate(error)), _) => PatternFault::Syntax {
            at: error.span().start.offset,
            message: error.kind().to_string(),
        },
        (_, regex::Error::Syntax(message)) => {
            let message = message.lines().last().unwrap_or_default();
            let message = message.trim_start_matches("error: ").to_owned();
            PatternFault::Syntax { at: 0, message }
        }
        _ => PatternFault::TooLarge,
    }
}

fn of_syntax(error: &ast::Error) -> PatternFault {
    let at = error.span().start.offset;
    match error.kind() {
        ErrorKind::UnsupportedLookAround => PatternFault::LookAround { at },
        ErrorKind::UnsupportedBackreference => PatternFault::BackReference { at },
        kind => PatternFault::Syntax { at, message: kind.to_string() },
    }
}

/// The patterns of a rule, compiled when they are needed.
#[derive(Debug)]
pub(super) struct Patterns {
    main: Vec<Lazy>,
    when: Vec<Lazy>,
}

impl Patterns {
    /// Those of a rule.
    pub(super) fn of(rule: &ToneRule) -> Self {
        let plain = LetterCase::Any;
        let (main, when, case): (&[Loc<String>], _, _) = match &rule.demand {
            Demand::Forbid(wanted) => (&wanted.patterns, None, wanted.matching.case),
            Demand::Claims(wanted) => (&wanted.patterns, None, wanted.matching.case),
            Demand::Require(wanted) => (&wanted.patterns, wanted.when.pattern.as_ref(), plain),
            Demand::Count(wanted) => (&wanted.patterns, None, plain),
            _ => (&[], None, plain),
        };
        let lazy = |written: &Loc<String>| Lazy::new(&written.value, case);
        Self { main: main.iter().map(lazy).collect(), when: when.into_iter().map(lazy).collect() }
    }

    /// The matches of the rule's own patterns in a text, `limit` at most: of those that overlap the
    /// first and longest. What shares a byte with a link, mention or hashtag is no match.
    pub(super) fn matches(&self, passage: &Passage<'_>, limit: usize) -> Vec<Range<usize>> {
        let mut all: Vec<Range<usize>> =
            self.main.iter().flat_map(|lazy| lazy.matches(passage, limit)).collect();
        all.sort_by_key(|range| (range.start, usize::MAX - range.end));
        let mut past = 0;
        all.retain(|range| {
            let free = range.start >= past;
            past = if free { range.end } else { past };
            free
        });
        all.truncate(limit);
        all
    }

    /// All matches of the rule's own patterns in a text, and whether these are all: of a long text
    /// only so many are looked for.
    pub(super) fn counted(&self, passage: &Passage<'_>) -> (Vec<Range<usize>>, bool) {
        let all = self.matches(passage, usize::MAX);
        let whole = all.len() < most(passage);
        (all, whole)
    }

    /// Whether the pattern of `when` matches; a rule without one is not held back.
    pub(super) fn holds(&self, passage: &Passage<'_>) -> bool {
        self.when.iter().all(|lazy| !lazy.matches(passage, 1).is_empty())
    }
}

/// How many matches of a pattern are looked for in a text. One may read all the text that is left
/// (`.*[^A-Z]|[A-Z]`): the longer it is, the fewer.
fn most(passage: &Passage<'_>) -> usize {
    const WORK: usize = 64 << 20;
    (WORK / passage.text.len().max(1)).clamp(64, 10_000)
}

/// A pattern that is compiled when a text may match it. One that is wrong matches nothing: what is
/// wrong with it was told when it was read.
#[derive(Debug)]
struct Lazy {
    written: String,
    case: LetterCase,
    needed: OnceCell<Needed>,
    compiled: OnceCell<Option<Regex>>,
}

impl Lazy {
    fn new(written: &str, case: LetterCase) -> Self {
        let (needed, compiled) = (OnceCell::new(), OnceCell::new());
        Self { written: written.to_owned(), case, needed, compiled }
    }

    fn matches(&self, passage: &Passage<'_>, limit: usize) -> Vec<Range<usize>> {
        let needed = self.needed.get_or_init(|| Needed::of(&self.written));
        if !needed.is_in(passage.folded().text(), passage.pairs()) {
            return Vec::new();
        }
        let compiled = self.compiled.get_or_init(|| pattern(&self.written, self.case).ok());
        let all = compiled.iter().flat_map(|regex| regex.find_iter(passage.text));
        let all = all.take(most(passage));
        let ranges = all.map(|found| found.range());
        ranges.filter(|range| !range.is_empty() && !passage.is_masked(range)).take(limit).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tone::Forbid;
    use crate::tone::Part;
    use crate::tone::trial::{entities, locs, rule};

    fn matches<'t>(patterns: &[&str], text: &'t str) -> Vec<&'t str> {
        let forbid = Forbid { patterns: locs(patterns), ..Forbid::default() };
        let patterns = Patterns::of(&rule(Demand::Forbid(forbid)));
        let entities = entities(text);
        let passage = Passage::new(text, Part::Text, None, &entities);
        patterns.matches(&passage, 50).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn patterns_know_letters_with_accents() {
        assert_eq!(matches(&[r"\bn[°o]\s?1\b"], "Le N° 1, le n°10, le no 1"), ["N° 1", "no 1"]);
        assert_eq!(matches(&[r"\bt\b"], "l’été, t à t"), ["t", "t"]);
        assert_eq!(matches(&[r"É\w+", r"\bété\b"], "Cet ÉTÉ"), ["ÉTÉ"]);
        assert_eq!(matches(&["pub"], "pub sur https://pub.fr #pub"), ["pub"]);
        assert_eq!(matches(&["x*"], "abc"), Vec::<&str>::new());
    }

    #[test]
    fn capitals_that_are_named_are_capitals() {
        assert_eq!(matches(&[r"\b[A-Z]{4,}\b"], "OUVERT ou ouvert"), ["OUVERT"]);
        assert_eq!(matches(&[r"\b\p{Lu}{2,}\b"], "ÉTÉ, été"), ["ÉTÉ"]);
        assert_eq!(matches(&[r"[[:upper:]]{2}"], "ab AB"), ["AB"]);
        assert_eq!(matches(&[r"\b[A-Za-z]{2}\b"], "ab AB"), ["ab", "AB"]);
        assert_eq!(matches(&[r"\b[A-Z][a-z]+\b"], "Ici là ici"), ["Ici"]);
        assert!(pattern("[A-Z]", LetterCase::Ignored).unwrap().is_match("a"));
        assert_eq!(matches(&[r"(?i)\b[A-Z]{2}\b"], "ab AB"), ["ab", "AB"]);
        assert_eq!(matches(&[r"\bag (?-i:\p{Lu})"], "Ag A, ag b"), ["Ag A"]);
    }

    #[test]
    fn what_finds_nothing_is_known() {
        assert_eq!(matches_nothing("^$"), Some(Nothing::Always));
        assert_eq!(matches_nothing(r"\b"), Some(Nothing::Always));
        assert_eq!(matches_nothing("x*"), Some(Nothing::Sometimes));
        assert_eq!(matches_nothing("x+"), None);
        assert_eq!(matches_nothing("a("), None);
    }

    #[test]
    fn what_is_wrong_with_a_pattern_is_told() {
        let fault = |written: &str| pattern(written, LetterCase::Any).err();
        assert_eq!(fault(r"été(?=s)"), Some(PatternFault::LookAround { at: 5 }));
        assert_eq!(fault(r"(a)\1"), Some(PatternFault::BackReference { at: 3 }));
        assert_eq!(fault(r"(\w{1000}){1000}"), Some(PatternFault::TooLarge));
        assert!(matches!(fault("a("), Some(PatternFault::Syntax { at: 1, .. })));
        assert!(matches!(fault(r"\p{Grec}"), Some(PatternFault::Syntax { at: 0, .. })));
        assert_eq!(fault(r"\bok\b"), None);
        assert!(matches(&["a("], "a(").is_empty());
    }

    #[test]
    fn a_megabyte_is_matched_at_once() {
        let text = "a".repeat(1_000_000);
        assert!(matches(&[r"(a+)+b", r"\b(a|aa)+$x"], &text).is_empty());
    }
}
