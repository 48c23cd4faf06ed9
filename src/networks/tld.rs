//! Top-level domains, from `data/tlds.txt`: a sorted list and a binary search.

use std::ops::Range;
use std::sync::LazyLock;

/// Which list a top-level domain stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Of a country or territory: `fr`, `中国`.
    Country,
    /// All others: `com`, `みんな`, `onion`.
    Generic,
}

struct Lists {
    /// Sorted by name.
    names: Vec<(&'static str, Class)>,
    /// Where in it the names begin that begin with each pair of ASCII letters, and where they end.
    pairs: Vec<Range<usize>>,
    /// Names that begin in ASCII and go on in other letters.
    mixed: Vec<&'static str>,
    /// Letters of the longest name.
    longest: usize,
}

static LISTS: LazyLock<Lists> = LazyLock::new(|| {
    let mut class = Class::Country;
    let mut names = Vec::with_capacity(1600);
    for line in include_str!("../../data/tlds.txt").lines() {
        match line {
            "[country]" => class = Class::Country,
            "[generic]" => class = Class::Generic,
            _ if line.is_empty() || line.starts_with('#') => {}
            name => names.push((name, class)),
        }
    }
    names.sort_by_key(|(name, _)| *name);
    let is_mixed = |name: &&str| name.as_bytes()[0].is_ascii() && !name.is_ascii();
    Lists {
        pairs: (0..26 * 26).map(|pair| names_of(&names, pair)).collect(),
        mixed: names.iter().map(|(name, _)| *name).filter(is_mixed).collect(),
        longest: names.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0),
        names,
    }
});

/// The list this word stands in, ASCII letters in any case.
pub(super) fn is_known(word: &str) -> Option<Class> {
    let mut lower = [0; 64];
    let lower = lower.get_mut(..word.len())?;
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    class_of(lower)
}

/// The names that begin with a pair of letters, counted from `aa`.
fn names_of(names: &[(&str, Class)], pair: usize) -> Range<usize> {
    let before = |(name, _): &(&str, Class)| pair_of(name.as_bytes()).is_some_and(|p| p < pair);
    let within = |(name, _): &(&str, Class)| pair_of(name.as_bytes()).is_some_and(|p| p <= pair);
    names.partition_point(before)..names.partition_point(within)
}

/// The place of a name's first two letters among all pairs of ASCII letters; they sort before all
/// other letters, and no name begins with one of each.
fn pair_of(name: &[u8]) -> Option<usize> {
    let place = |byte: u8| byte.is_ascii_lowercase().then(|| usize::from(byte - b'a'));
    Some(place(*name.first()?)? * 26 + place(*name.get(1)?)?)
}

fn class_of(name: &[u8]) -> Option<Class> {
    let lists = &LISTS;
    let few = match pair_of(name) {
        Some(pair) => &lists.names[lists.pairs[pair].clone()],
        None => &lists.names[..],
    };
    let found = few.binary_search_by(|(known, _)| known.as_bytes().cmp(name)).ok()?;
    Some(few[found].1)
}

/// How many bytes at the start of a text X takes for a top-level domain: a listed one that no ASCII
/// letter, digit, `@`, `+` or `-` follows, or else one in punycode (`xn--…`).
pub(super) fn prefix(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let first = *bytes.first()?;
    if !first.is_ascii() {
        return foreign(text);
    }
    if !first.is_ascii_alphabetic() {
        return None;
    }
    let word = bytes.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if bytes.get(word).is_some_and(|byte| !byte.is_ascii()) {
        let spelled = |name: &&&str| starts_with_folded(text, name);
        if let Some(name) = LISTS.mixed.iter().find(spelled) {
            return ends_at(text, name.len()).then_some(name.len());
        }
    }
    if ends_at(text, word) && is_known(&text[..word]).is_some() {
        return Some(word);
    }
    punycode(bytes)
}

/// A name in letters that are not ASCII: nothing parts it from what follows, so the longest counts;
/// generic ones are tried before those of countries.
fn foreign(text: &str) -> Option<usize> {
    let folded = |c: &char| fold(*c);
    let first = fold(text.chars().next()?);
    let names = &LISTS.names;
    let from = names.partition_point(|(name, _)| name.chars().next() < Some(first));
    if !names.get(from).is_some_and(|(name, _)| name.starts_with(first)) {
        return None;
    }
    let letters: Vec<char> = text.chars().take(LISTS.longest).collect();
    let name: String = letters.iter().map(folded).collect();
    [Class::Generic, Class::Country].into_iter().find_map(|class| {
        (1..=letters.len()).rev().find_map(|count| {
            let own: usize = letters[..count].iter().map(|c| c.len_utf8()).sum();
            let end: usize = letters[..count].iter().map(|c| fold(*c).len_utf8()).sum();
            let is_one = class_of(&name.as_bytes()[..end]) == Some(class);
            (is_one && ends_at(text, own)).then_some(own)
        })
    })
}

/// Whether a listed name may end here.
fn ends_at(text: &str, at: usize) -> bool {
    let next = text.as_bytes().get(at);
    next.is_none_or(|byte| !byte.is_ascii_alphanumeric() && !matches!(byte, b'@' | b'+' | b'-'))
}

fn punycode(bytes: &[u8]) -> Option<usize> {
    let rest = bytes.get(4..).filter(|_| bytes[..4].eq_ignore_ascii_case(b"xn--"))?;
    let more =
        rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-').count();
    (more > 0).then_some(4 + more)
}

fn starts_with_folded(text: &str, name: &str) -> bool {
    let mut letters = text.chars();
    name.chars().all(|wanted| letters.next().is_some_and(|c| fold(c) == wanted))
}

/// The letter by which the lists know a letter, whatever its case.
fn fold(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let upper = only(c.to_uppercase()).unwrap_or(c);
    only(upper.to_lowercase()).unwrap_or(upper)
}

/// The one letter of another case, where it is one and no ASCII letter.
fn only(mut case: impl Iterator<Item = char>) -> Option<char> {
    let one = case.next().filter(|c| !c.is_ascii());
    one.filter(|_| case.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_whole_and_sorted() {
        let names = &LISTS.names;
        assert_eq!(names.len(), 1574);
        assert!(names.is_sorted_by(|a, b| a.0 < b.0));
        assert_eq!(LISTS.mixed.len(), 2);
        let ascii = names.iter().filter(|(name, _)| name.as_bytes()[0].is_ascii()).count();
        assert_eq!(LISTS.pairs.iter().map(Range::len).sum::<usize>(), ascii);
        for (name, class) in names {
            assert_eq!(name.chars().map(fold).collect::<String>(), *name);
            assert_eq!(is_known(name), Some(*class));
            assert_eq!(prefix(name), Some(name.len()), "{name}");
        }
    }

    #[test]
    fn words_are_known_in_any_case() {
        assert_eq!(is_known("FR"), Some(Class::Country));
        assert_eq!(is_known("Paris"), Some(Class::Generic));
        assert_eq!(is_known(""), None);
        assert_eq!(is_known("fini"), None);
        assert_eq!(is_known(&"a".repeat(300)), None);
    }

    #[test]
    fn a_name_ends_before_what_cannot_go_on() {
        for (text, length) in [
            ("fr", Some(2)),
            ("fr.", Some(2)),
            ("FR/page", Some(2)),
            ("fr’hui", Some(2)),
            ("fré", Some(2)),
            ("fr_", Some(2)),
            ("fr-be", None),
            ("fr@", None),
            ("fr+", None),
            ("frr", None),
            ("fr1", None),
            ("VermÖgensberater ", Some(17)),
            ("verm", None),
            ("嘉里大酒店", Some(15)),
            ("嘉里x", None),
            ("嘉里。", Some(6)),
            ("भारतम्", Some(18)),
            ("РФ", Some(4)),
            ("рфx", None),
            ("XN--p1ai-", Some(9)),
            ("xn--", None),
            ("xn--é", None),
            ("", None),
            (" fr", None),
        ] {
            assert_eq!(prefix(text), length, "{text}");
        }
    }
}
