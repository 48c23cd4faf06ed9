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
    // Either case of every letter would be many words of the same.
    if pattern.contains("(?i") {
        return None;
    }
    let mut all: Option<Words> = None;
    for alternative in alternatives(pattern) {
        let one = words_of_one(alternative)?;
        all = Some(match all {
            None => one,
            Some(so_far) if so_far.edges == one.edges => Words {
                words: tidy([so_far.words, one.words].concat()),
                except: tidy([so_far.except, one.except].concat()),
                edges: one.edges,
            },
            Some(_) => return None,
        });
        let many = |found: &Words| found.words.len() > MOST || found.except.len() > MOST;
        if all.as_ref().is_some_and(many) {
            return None;
        }
    }
    all
}

fn words_of_one(pattern: &str) -> Option<Words> {
    let around = Around::of(pattern)?;
    let (hir, edges) = without_edges(&regex_syntax::parse(around.core).ok()?);
    let mut words = few(&hir)?;
    let mut except = Vec::new();
    if let Some(Side { sign: Sign::Not, inside }) = around.before {
        for near in few(&regex_syntax::parse(inside).ok()?)? {
            except.extend(words.iter().map(|word| format!("{near}{word}")));
        }
    }
    if let Some(Side { sign: Sign::Not, inside }) = around.after {
        for near in few(&regex_syntax::parse(inside).ok()?)? {
            except.extend(words.iter().map(|word| format!("{word}{near}")));
        }
    }
    if around.core != pattern {
        // The space belonged to what stands around.
        words = words.iter().map(|word| word.trim().to_owned()).collect();
    }
    except = except.iter().map(|phrase: &String| phrase.trim().to_owned()).collect();
    let (words, except) = (tidy(words), tidy(except));
    let wanted = [&around.before, &around.after]
        .into_iter()
        .any(|side| side.as_ref().is_some_and(|side| side.sign == Sign::Must));
    // An exception that is the word itself would leave nothing.
    let fine = |phrase: &String| is_phrase(phrase) && !words.contains(phrase);
    let fits = !wanted && !words.is_empty() && words.iter().all(|word| is_term(word));
    (fits && except.iter().all(fine)).then_some(Words { words, except, edges })
}

/// A pattern that can be run, with the ends of words asked for or not. What must stand beside it
/// (`(?=…)`, `(?<=…)`) becomes a part of what is found.
pub(super) fn whole(pattern: &str, edges: Edges) -> String {
    let edge = if edges == Edges::Words { r"\b" } else { "" };
    let plain = || match edges {
        Edges::Words => format!(r"\b(?:{pattern})\b"),
        Edges::Free => pattern.to_owned(),
    };
    let mut parts = Vec::new();
    let mut rewritten = false;
    for alternative in alternatives(pattern) {
        let Some(around) = Around::of(alternative) else { return plain() };
        let side = |side: &Option<Side<'_>>| match side {
            Some(Side { sign: Sign::Must, inside }) => Some(format!("(?:{inside})")),
            Some(Side { sign: Sign::Not, .. }) => None,
            None => Some(String::new()),
        };
        let (Some(before), Some(after)) = (side(&around.before), side(&around.after)) else {
            return plain();
        };
        rewritten |= around.core != alternative;
        parts.push(format!("{before}{edge}(?:{}){edge}{after}", around.core));
    }
    if rewritten { parts.join("|") } else { plain() }
}

/// Whether words can be a term: they begin and end with a letter or a figure.
pub(super) fn is_term(words: &str) -> bool {
    let ends = [words.chars().next(), words.chars().next_back()];
    ends.iter().all(|end| end.is_some_and(char::is_alphanumeric))
        && !words.contains("  ")
        && !words.chars().any(|c| c.is_control() || c == '|')
}

/// Whether words can be an exception: they may begin and end with a sign.
fn is_phrase(words: &str) -> bool {
    !words.is_empty() && words.trim() == words && !words.chars().any(char::is_control)
}

/// Whether a pattern is one for words, whatever they are: `\w+`, `[^\s]+`, `\b[a-z']+\b`.
pub(super) fn is_any_word(pattern: &str) -> bool {
    let Ok(hir) = regex_syntax::parse(pattern) else { return false };
    let mut core = without_edges(&hir).0;
    if let HirKind::Capture(capture) = core.kind() {
        core = (*capture.sub).clone();
    }
    let HirKind::Repetition(many) = core.kind() else { return false };
    let HirKind::Class(Class::Unicode(class)) = many.sub.kind() else { return false };
    let has = |c: char| class.ranges().iter().any(|range| range.start() <= c && c <= range.end());
    many.max.is_none() && has('a') && has('z') && !has(' ')
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

/// Whether something must stand beside a pattern, or must not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Must,
    Not,
}

/// What stands beside a pattern.
#[derive(Clone, Copy)]
struct Side<'p> {
    sign: Sign,
    inside: &'p str,
}

/// A pattern without what it asks of its surroundings.
struct Around<'p> {
    core: &'p str,
    before: Option<Side<'p>>,
    after: Option<Side<'p>>,
}

impl<'p> Around<'p> {
    /// Parts `(?<!…)` or `(?<=…)` at the start, and `(?!…)` or `(?=…)` at the end, from the rest of
    /// a pattern without alternatives.
    fn of(pattern: &'p str) -> Option<Self> {
        let mut around = Self { core: pattern, before: None, after: None };
        for (open, sign) in [("(?<!", Sign::Not), ("(?<=", Sign::Must)] {
            if let Some(rest) = pattern.strip_prefix(open) {
                let end = closing(rest)?;
                around.before = Some(Side { sign, inside: rest.get(..end)? });
                around.core = rest.get(end + 1..)?;
            }
        }
        for (open, sign) in [("(?!", Sign::Not), ("(?=", Sign::Must)] {
            let Some(at) = around.core.rfind(open).filter(|_| around.core.ends_with(')')) else {
                continue;
            };
            let inside = &around.core[at + open.len()..];
            // The group must be the very end, and not a part of another one.
            if closing(inside) == inside.len().checked_sub(1) && depth(&around.core[..at]) == 0 {
                around.after = Some(Side { sign, inside: inside.get(..inside.len() - 1)? });
                around.core = &around.core[..at];
                break;
            }
        }
        Some(around)
    }
}

/// Where the group ends whose opening parenthesis is behind us.
fn closing(text: &str) -> Option<usize> {
    at_depth(text, |c, depth| c == ')' && depth == 0)
}

/// The alternatives of a pattern that stand in no group.
fn alternatives(pattern: &str) -> Vec<&str> {
    let (mut all, mut rest) = (Vec::new(), pattern);
    while let Some(at) = at_depth(rest, |c, depth| c == '|' && depth == 0) {
        all.push(&rest[..at]);
        rest = &rest[at + 1..];
    }
    all.push(rest);
    all
}

/// How many groups are open at the end of a text.
fn depth(text: &str) -> usize {
    let deepest = std::cell::Cell::new(0);
    // Asked at every character, so the last answer is that of the end.
    let end = at_depth(text, |c, depth| {
        deepest.set(match c {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        });
        false
    });
    end.map_or(deepest.get(), |_| 0)
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
        let found = words(r"it is(?!\.)|its(?! own)").unwrap();
        assert_eq!(found.words, ["it is", "its"]);
        assert_eq!(found.except, ["it is.", "its own"]);
        assert_eq!(words("(?<!, | in )which").unwrap().except, [", which", "in which"]);
        assert_eq!(words("(?<! )which"), None);
        for other in ["a(?=b)", r"a(?! b?)", r"(?<!\w)x", "x(?!y)z", "a(?! [bc)", "(a(?!b))"] {
            assert_eq!(words(other), None, "{other}");
        }
    }

    #[test]
    fn what_must_stand_beside_becomes_a_part() {
        assert_eq!(whole("a", Edges::Free), "a");
        assert_eq!(whole("a|b", Edges::Words), r"\b(?:a|b)\b");
        assert_eq!(whole("so(?=,)", Edges::Words), r"\b(?:so)\b(?:,)");
        assert_eq!(whole(r"(?<=\s)so|but", Edges::Free), r"(?:\s)(?:so)|(?:but)");
        assert_eq!(whole("a(?!b)", Edges::Words), r"\b(?:a(?!b))\b");
        assert_eq!(whole("(x(?=y))", Edges::Free), "(x(?=y))");
    }

    #[test]
    fn patterns_of_words_are_known() {
        for any in [r"\w+", r"[^\s]+", r"\b(\w+)\b", r"[^\s\.]+", "[a-z']+"] {
            assert!(is_any_word(any), "{any}");
        }
        for other in [r"\d+", ".+", r"\w", "(?:a|b)+", r"\w{1,3}"] {
            assert!(!is_any_word(other), "{other}");
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
