//! Whether a word stands where a label stands.
//!
//! One word (“Ad”, «\u{a0}Publicité\u{a0}») is a label where it stands alone: in brackets, or at the
//! beginning of a line (whoever it calls with `@` aside) or after a full stop or a dash, and then
//! nothing but the end of the line, a mark or a name follows. In the middle of a sentence it is a
//! word like any other, unless the sentence says that the post is it. Several words (“paid
//! partnership”) are a label anywhere, unless the sentence denies them.

use super::find::Form;
use super::fold::Folded;
use super::laws::Label;
use super::sentence::{is_declared, is_denied, is_refused, line_end, line_start};
use std::ops::Range;

/// What a capitalised word after a label makes of it, when it is no name.
const NO_NAMES: [&str; 32] = [
    "mensongere",
    "mensongeres",
    "trompeuse",
    "comparative",
    "ciblee",
    "clandestine",
    "subliminale",
    "sexiste",
    "politique",
    "non",
    "et",
    "ou",
    "est",
    "astra",
    "hoc",
    "nauseam",
    "libitum",
    "interim",
    "hominem",
    "vitam",
    "blocker",
    "blockers",
    "agency",
    "agencies",
    "tech",
    "free",
    "campaign",
    "campaigns",
    "industry",
    "awards",
    "sales",
    "break",
];
/// Words that begin the sentence after a label that has no mark.
const OPENERS: [&str; 15] = [
    "je",
    "j'ai",
    "on",
    "nous",
    "voici",
    "decouvrez",
    "aujourd'hui",
    "i",
    "i'm",
    "i've",
    "we",
    "my",
    "our",
    "here",
    "today",
];
/// What follows “in”, and what somebody did, between a label and whose it is.
const JOINED: [&str; 4] = ["partenariat", "collaboration", "partnership", "association"];
const MADE: [&str; 8] = [
    "realisee",
    "offerte",
    "proposee",
    "sponsorisee",
    "payee",
    "financee",
    "produite",
    "commandee",
];
/// Small words inside names.
const LINKS: [&str; 13] =
    ["de", "du", "des", "la", "le", "les", "et", "and", "of", "the", "x", "&", "en"];

/// How a label stands at a place of a text, if it does.
pub(super) fn form(text: &Folded, at: &Range<usize>, label: &Label) -> Option<Form> {
    let letters = text.letters();
    let before = at.start.checked_sub(1).map(|before| letters[before]);
    // A hashtag, a handle or part of an address.
    let glued = |c: char| "#@/.-&=?".contains(c) || (c == '\'' && !label.anywhere);
    if before.is_some_and(glued) {
        return None;
    }
    let first = is_called(&letters[..at.start]);
    match (first || opens(letters, at.start), follows(letters, at.end)) {
        (_, Follow::Question) => None,
        (true, Follow::Nothing) => Some(Form::Alone),
        (true, Follow::Name) => Some(Form::Prose),
        (true, Follow::Of) if first => Some(Form::Prose),
        (true, Follow::Words) if first && is_named(text, at.end) => Some(Form::Prose),
        (_, Follow::Nothing | Follow::Name) if is_declared(letters, at.start) => Some(Form::Prose),
        _ if label.anywhere && !is_refused(letters, at.start) => Some(Form::Prose),
        _ if label.is_phrase() && !is_denied(letters, at.start) => Some(Form::Prose),
        _ => None,
    }
}

/// Whether a statement begins here: a line, a bracket, or what follows a full stop or a dash.
fn opens(letters: &[char], start: usize) -> bool {
    let line = line_start(letters, start);
    let whole = line == 0 || letters[line - 1] == '\n';
    if whole && is_called(&letters[line..start]) {
        return true;
    }
    let mut spaced = false;
    for c in letters[..start].iter().rev() {
        match c {
            '\n' | '(' | '[' | '{' | '|' | '·' | '•' | '–' | '—' => return true,
            '.' | '!' | '?' | '…' => return spaced,
            '-' => return spaced,
            ' ' => spaced = true,
            '"' | '\'' | '«' | '“' | '”' | '*' | '_' | '>' | ')' | ']' | '»' => {}
            c if c.is_alphanumeric() || c.is_ascii_punctuation() => return false,
            // Emoji and other pictures.
            _ => {}
        }
    }
    true
}

/// Whether nothing stands here but mentions, hashtags, pictures and the number of a part (`1/3`,
/// `(2)`, a digit on a key), which say nothing.
fn is_called(before: &[char]) -> bool {
    let mut words = before.split(|c| matches!(c, ' ' | '\n'));
    let number = |c: &char| {
        c.is_ascii_digit() || matches!(c, '/' | '.' | '(' | ')' | '[' | ']' | '\u{20e3}')
    };
    words.all(|word| {
        matches!(word.first(), Some('@' | '#')) && word.len() > 1
            || word.iter().all(number)
            || !word.iter().any(|c| c.is_alphanumeric())
    })
}

/// What comes after a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Follow {
    /// The end of the line or of the statement.
    Nothing,
    /// Whose label it is: a comma, a bracket, or “with …”.
    Name,
    /// “From …”, which is whose label it is at the beginning of a text only.
    Of,
    /// A question mark.
    Question,
    /// A sentence that goes on.
    Words,
}

fn follows(letters: &[char], end: usize) -> Follow {
    let rest = &letters[end..line_end(letters, end)];
    let spaces = rest.iter().take_while(|c| **c == ' ').count();
    let rest = &rest[spaces..];
    let next = |n: usize| rest.get(n).copied();
    let Some(first) = next(0) else {
        return Follow::Nothing;
    };
    match first {
        // `ad.example`, `ad-free`.
        '.' if next(1).is_some_and(is_word) => Follow::Words,
        '-' if next(1).is_none_or(|c| c == ' ') => Follow::Nothing,
        '#' | '@' if spaces > 0 => Follow::Nothing,
        '*' | '_' | '"' | '\'' if next(1).is_none_or(|c| !is_word(c)) => Follow::Nothing,
        '?' => Follow::Question,
        '(' | '[' | '{' | '!' | '«' | '“' if matches!(next(1), Some('?')) => Follow::Question,
        ',' | ';' | '/' | '+' | '&' | '(' | '[' | '{' => Follow::Name,
        '"' | '>' | '<' | '=' | '~' | '*' | '_' if spaces > 0 => Follow::Name,
        c if is_mark(c) => Follow::Nothing,
        c if is_word(c) && spaces > 0 => whose(rest),
        c if is_word(c) || c.is_ascii_punctuation() => Follow::Words,
        // Emoji and other pictures.
        _ => Follow::Nothing,
    }
}

fn whose(rest: &[char]) -> Follow {
    let line: String = rest.iter().collect();
    let mut words = line.split([' ', '\'']).filter(|word| !word.is_empty());
    let Some(first) = words.next() else {
        return Follow::Words;
    };
    let next = words.next().unwrap_or_default();
    let starts = next.starts_with(|c: char| c.is_alphabetic() || c == '@');
    match first {
        "avec" | "pour" | "par" | "with" | "for" | "by" => Follow::Name,
        "de" | "d" | "du" | "from" if starts => Follow::Of,
        // «\u{a0}en partenariat avec\u{a0}», «\u{a0}payée par\u{a0}».
        "en" | "in" if JOINED.contains(&next) => Follow::Name,
        first if MADE.contains(&first) && ["avec", "par"].contains(&next) => Follow::Name,
        _ => Follow::Words,
    }
}

const fn is_mark(c: char) -> bool {
    matches!(c, ':' | '.' | '!' | '…' | '|' | '·' | '•' | '–' | '—' | ')' | ']' | '}' | '»' | '”')
}

/// Whether letters, digits and `_` go on with this one.
pub(super) fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Whether a capitalised name of at most four words follows, and then a mark or the end of the line.
fn is_named(text: &Folded, end: usize) -> bool {
    let letters = text.letters();
    let stop = line_end(letters, end);
    let (mut at, mut names) = (end, 0);
    for turn in 0..8 {
        at += letters[at..stop].iter().take_while(|c| **c == ' ').count();
        let length = letters[at..stop].iter().take_while(|c| is_of_name(**c)).count();
        if length == 0 || letters[at..at + length] == ['-'] {
            // A mark, a picture or the end; a question asks.
            return names > 0 && letters.get(at) != Some(&'?');
        }
        let word: String = letters[at..at + length].iter().collect();
        let plain = word.trim_end_matches('.');
        let capital = (at..at + length).take(3).any(|at| text.is_capital(at));
        if turn == 0 && OPENERS.contains(&plain) {
            return true;
        }
        if turn == 0 && (!capital || NO_NAMES.contains(&plain)) {
            return false;
        }
        let counts = capital || word.starts_with(|c: char| c.is_ascii_digit());
        if !counts && !LINKS.contains(&plain) || names == 4 && counts {
            return false;
        }
        names += usize::from(counts);
        at += length;
        // A full stop ends the name, unless letters are on both sides of it.
        if word.ends_with('.') {
            return true;
        }
    }
    false
}

fn is_of_name(c: char) -> bool {
    is_word(c) || matches!(c, '\'' | '-' | '.' | '&' | '+')
}
