//! Regular expressions of a style: which of them are but a few words, and which we can run.
//!
//! A rule of words is easier to read, to change and to run than a pattern, so `(?:colou?r)s?` becomes
//! four words. What looks around (`(?!…)`) becomes words with exceptions where both are few.

use regex_syntax::hir::{Class, Hir, HirKind, Look};

/// Most words that a pattern may stand for.
const MOST: usize = 32;

/// A pattern that is but a few words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Words {
    /// The words, each once.
    pub(super) words: Vec<String>,
    /// Phrases around them that the pattern leaves alone.
    pub(super) except: Vec<String>,
    /// Whether the pattern itself asks for the ends of words, on both sides.
    pub(super) edges: Edges,
}

/// The ends of a pattern.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Edges {
    /// Nothing is asked of them.
    #[default]
    Free,
    /// `\b` on both sides.
    Words,
}

/// Why a pattern cannot be run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// `(?=`, `(?!`, `(?<=`, `(?<!`.
    LookAround,
    /// `\1`.
    BackReference,
    /// Anything else: in the words of the engine.
    Other(String),
}

/// The words that a pattern stands for, where it stands for few; each can be a term of a rule.
pub(super) fn words(pattern: &str) -> Option<Words> {
    let around = Around::of(pattern)?;
    let hir = regex_syntax::parse(around.core).ok()?;
    let (hir, edges) = without_edges(&hir);
    let mut words = few(&hir)?;
    let mut except = Vec::new();
    for (place, inside) in [(Place::Before, around.before), (Place::After, around.after)] {
        let Some(inside) = inside else { continue };
        for near in few(&regex_syntax::parse(inside).ok()?)? {
            except.extend(words.iter().map(|word| match place {
                Place::Before => format!("{near}{word}"),
                Place::After => format!("{word}{near}"),
            }));
        }
    }
    if around.core != pattern {
        // The space belonged to what stands around.
        words = words.iter().map(|word| word.trim().to_owned()).collect();
    }
    let (words, except) = (tidy(words), tidy(except));
    let fit = !words.is_empty() && words.len() <= MOST && except.len() <= MOST;
    let plain = words.iter().chain(&except).all(|word| is_term(word));
    (fit && plain).then_some(Words { words, except, edges })
}

/// Whether words can be a term: they begin and end with a letter or a figure.
pub(super) fn is_term(words: &str) -> bool {
    let ends = [words.chars().next(), words.chars().next_back()];
    ends.iter().all(|end| end.is_some_and(char::is_alphanumeric))
        && !words.contains("  ")
        && !words.chars().any(|c| c.is_control() || c == '|')
}

/// Holds a pattern against the engine.
///
/// # Errors
/// When the engine will not have it.
pub(super) fn accept(pattern: &str) -> Result<(), Refused> {
    match regex::Regex::new(pattern) {
        Ok(_) => Ok(()),
        Err(error) => Err(refused(pattern, &error)),
    }
}

fn refused(pattern: &str, error: &regex::Error) -> Refused {
    use regex_syntax::ast::ErrorKind;
    match regex_syntax::Parser::new().parse(pattern) {
        Err(regex_syntax::Error::Parse(parse)) => match parse.kind() {
            ErrorKind::UnsupportedLookAround => Refused::LookAround,
            ErrorKind::UnsupportedBackreference => Refused::BackReference,
            kind => Refused::Other(kind.to_string()),
        },
        Err(regex_syntax::Error::Translate(translate)) => {
            Refused::Other(translate.kind().to_string())
        }
        _ => Refused::Other(error.to_string()),
    }
}

/// A word in a pattern, letter by letter.
pub(super) fn escaped(word: &str) -> String {
    regex_syntax::escape(word)
}

#[derive(Clone, Copy)]
enum Place {
    Before,
    After,
}

/// A pattern without what it asks of its surroundings.
struct Around<'p> {
    core: &'p str,
    before: Option<&'p str>,
    after: Option<&'p str>,
}

impl<'p> Around<'p> {
    /// Parts `(?<!…)` at the start and `(?!…)` at the end from the rest.
    fn of(pattern: &'p str) -> Option<Self> {
        let mut around = Self { core: pattern, before: None, after: None };
        if let Some(rest) = pattern.strip_prefix("(?<!") {
            let end = closing(rest)?;
            around.before = rest.get(..end);
            around.core = rest.get(end + 1..)?;
        }
        if around.core.ends_with(')')
            && let Some(at) = around.core.rfind("(?!")
        {
            let inside = &around.core[at + "(?!".len()..];
            // The group must be the very end, not a part of another group.
            if closing(inside) == inside.len().checked_sub(1) {
                around.after = inside.get(..inside.len() - 1);
                around.core = &around.core[..at];
            }
        }
        // An alternative would belong to one side alone: `a|b(?!c)`.
        let looks = around.before.is_some() || around.after.is_some();
        (!looks || !has_alternatives(around.core)).then_some(around)
    }
}

/// Where the group ends whose opening parenthesis is behind us.
fn closing(text: &str) -> Option<usize> {
    at_depth(text, |c, depth| c == ')' && depth == 0)
}

/// Whether a pattern has alternatives outside of any group.
fn has_alternatives(pattern: &str) -> bool {
    at_depth(pattern, |c, depth| c == '|' && depth == 0).is_some()
}

/// The first character that is wanted at a depth of groups; what is escaped or in a class is none.
fn at_depth(text: &str, wanted: impl Fn(char, usize) -> bool) -> Option<usize> {
    let (mut depth, mut class) = (0_usize, false);
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => _ = chars.next(),
            ']' => class = false,
            _ if class => {}
            '[' => class = true,
            c if wanted(c, depth) => return Some(at),
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// A pattern without `\b` on both sides.
fn without_edges(hir: &Hir) -> (Hir, Edges) {
    let edge = |hir: &Hir| *hir.kind() == HirKind::Look(Look::WordUnicode);
    if let HirKind::Concat(parts) = hir.kind()
        && let [first, inner @ .., last] = parts.as_slice()
        && edge(first)
        && edge(last)
    {
        return (Hir::concat(inner.to_vec()), Edges::Words);
    }
    (hir.clone(), Edges::Free)
}

/// Every text that a pattern matches, where they are few.
fn few(hir: &Hir) -> Option<Vec<String>> {
    if is_space(hir) {
        return Some(vec![" ".to_owned()]);
    }
    match hir.kind() {
        HirKind::Empty => Some(vec![String::new()]),
        HirKind::Literal(literal) => Some(vec![String::from_utf8(literal.0.to_vec()).ok()?]),
        HirKind::Class(Class::Unicode(class)) => {
            let mut all = Vec::new();
            for range in class.ranges() {
                for c in range.start()..=range.end() {
                    if all.len() >= 6 {
                        return None;
                    }
                    all.push(c.to_string());
                }
            }
            Some(all)
        }
        HirKind::Repetition(many) => {
            // As many spaces as one likes are a space.
            let space = is_space(&many.sub) || *many.sub == Hir::literal(*b" ");
            let most = if space { 1 } else { many.max? };
            let one = few(&many.sub)?;
            let mut all = Vec::new();
            let mut so_far = vec![String::new()];
            for times in 0..=most {
                if times >= many.min.min(most) {
                    all.extend(so_far.iter().cloned());
                }
                so_far = product(&so_far, &one)?;
            }
            (all.len() <= MOST).then_some(all)
        }
        HirKind::Capture(capture) => few(&capture.sub),
        HirKind::Concat(parts) => {
            let mut all = vec![String::new()];
            for part in parts {
                all = product(&all, &few(part)?)?;
            }
            Some(all)
        }
        HirKind::Alternation(parts) => {
            let mut all = Vec::new();
            for part in parts {
                all.extend(few(part)?);
                if all.len() > MOST {
                    return None;
                }
            }
            Some(all)
        }
        HirKind::Class(Class::Bytes(_)) | HirKind::Look(_) => None,
    }
}

/// Whether a part of a pattern is `\s`.
fn is_space(hir: &Hir) -> bool {
    let HirKind::Class(Class::Unicode(class)) = hir.kind() else { return false };
    let has = |c: char| class.ranges().iter().any(|range| range.start() <= c && c <= range.end());
    has(' ') && has('\t') && has('\n') && !has('a') && !has('-')
}

fn product(left: &[String], right: &[String]) -> Option<Vec<String>> {
    let many = left.len().checked_mul(right.len()).filter(|many| *many <= MOST)?;
    let mut all = Vec::with_capacity(many);
    for start in left {
        all.extend(right.iter().map(|end| format!("{start}{end}")));
    }
    // A repetition of a long word would grow without end.
    all.iter().all(|word| word.len() <= 200).then_some(all)
}

/// Each once, in the order they came.
fn tidy(words: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::HashSet::new();
    words.into_iter().filter(|word| seen.insert(word.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(pattern: &str) -> Vec<String> {
        words(pattern).map(|found| found.words).unwrap_or_default()
    }

    #[test]
    fn few_words_are_written_out() {
        assert_eq!(plain("ours?"), ["our", "ours"]);
        assert_eq!(plain("(?:colou?r)s"), ["colors", "colours"]);
        assert_eq!(plain("air(?:m[ae]n|wom[ae]n)"), ["airman", "airmen", "airwoman", "airwomen"]);
        assert_eq!(plain(r"full\s+stop"), ["full stop"]);
        assert_eq!(plain(r"chat ?bot"), ["chatbot", "chat bot"]);
        assert_eq!(plain(r"a\.k\.a|aka"), ["a.k.a", "aka"]);
        assert_eq!(plain("foo"), ["foo"]);
        assert_eq!(plain("(a|b|c|d)(a|b|c|d)(a|b|c|d)"), Vec::<String>::new());
        for endless in ["[a-z]+", r"\w+ly", "a.c", "(?i)abc", r"e\.g\.", r"\d", "ab{3,900}c"] {
            assert_eq!(words(endless), None, "{endless}");
        }
    }

    #[test]
    fn edges_are_seen() {
        assert_eq!(words(r"\bme\b").unwrap().edges, Edges::Words);
        assert_eq!(words("me").unwrap().edges, Edges::Free);
        assert_eq!(words(r"\bme"), None);
    }

    #[test]
    fn surroundings_are_exceptions_where_they_are_few() {
        let found = words("all of (?!a sudden|these)").unwrap();
        assert_eq!(found.words, ["all of"]);
        assert_eq!(found.except, ["all of a sudden", "all of these"]);
        let found = words("memory(?! leaks?)").unwrap();
        assert_eq!(found.words, ["memory"]);
        assert_eq!(found.except, ["memory leak", "memory leaks"].map(str::to_owned).to_vec());
        let found = words("(?<!well |over )rated").unwrap();
        assert_eq!(found.except, ["well rated", "over rated"]);
        for other in ["a(?=b)", r"it is(?!\.)", "a|b(?! c)", r"(?<!\w)x", "x(?!y)z", "a(?! [bc)"] {
            assert_eq!(words(other), None, "{other}");
        }
    }

    #[test]
    fn the_engine_says_what_it_will_not_have() {
        assert_eq!(accept(r"\bword\b"), Ok(()));
        assert_eq!(accept("a(?=b)"), Err(Refused::LookAround));
        assert_eq!(accept(r"(\w+) \1"), Err(Refused::BackReference));
        assert!(matches!(accept("(a"), Err(Refused::Other(_))));
        assert!(matches!(accept(r"(?:\w{1000}){1000}"), Err(Refused::Other(_))));
    }

    #[test]
    fn terms_begin_and_end_with_letters() {
        for good in ["and/or", "24/7", "l’été", "a.k.a", "e-mail"] {
            assert!(is_term(good), "{good}");
        }
        for bad in ["", "...", "etc.", " a", "a  b", "a|b", "a\nb"] {
            assert!(!is_term(bad), "{bad}");
        }
    }
}
