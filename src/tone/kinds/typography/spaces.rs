//! Spaces around punctuation: in French before `; : ! ? » %` and after `«` and none before `, .`, in
//! English none before any.

use super::english::English;
use super::is_space;
use crate::lang::{Lang, Text, quote};
use crate::model::tone::Spaces;
use crate::tone::kinds::smiley;
use crate::tone::voice::Reading;
use crate::tone::{Hits, Passage};
use std::ops::Range;

const NARROW: char = '\u{202f}';
const WIDE: char = '\u{a0}';

/// French spaces.
pub(super) fn french(
    wanted: Spaces,
    reading: &Reading<'_>,
    english: &English<'_>,
    hits: &mut Hits<'_>,
) {
    let passage = reading.passage;
    let text = passage.text;
    // In Canada nothing stands before these.
    let close = reading.about.lang.is_some_and(is_canadian);
    for (at, byte) in text.bytes().enumerate() {
        let found = match byte {
            b'!' | b'?' | b';' if close => None,
            b'!' | b'?' => {
                after_words(text, at).filter(|gap| is_loud(text, at) && !is_of_name(text, gap, at))
            }
            b';' => after_words(text, at).filter(|_| is_semicolon(text, at)),
            b':' => after_words(text, at).filter(|gap| is_colon(text, at, gap)),
            b',' | b'.' => {
                if !detached(passage, at, hits) {
                    return;
                }
                None
            }
            b'%' => after_words(text, at).filter(|gap| is_percent(text, at, gap)),
            _ => None,
        };
        let Some(gap) = found else { continue };
        let sign = char::from(byte);
        let eye = Eye { wanted, passage, english };
        eye.judge(&Spot { sign, at, gap, opens: false }, hits);
        if hits.is_full() {
            return;
        }
    }
    if text.contains('«') {
        guillemets(&Eye { wanted, passage, english }, hits);
    }
}

fn is_canadian(lang: &str) -> bool {
    lang.split('-').skip(1).any(|part| part.eq_ignore_ascii_case("CA"))
}

/// A sign that wants a space on one of its sides.
struct Spot {
    sign: char,
    at: usize,
    /// What is there.
    gap: Range<usize>,
    /// Whether the space stands after the sign.
    opens: bool,
}

/// The spaces between a sign and the word before it; none where no word is before it: the start of
/// a line, another sign, an emoji, an opening bracket.
fn after_words(text: &str, at: usize) -> Option<Range<usize>> {
    let bare = text[..at].trim_end_matches(is_space);
    let last = bare.chars().next_back()?;
    let word = last.is_alphanumeric()
        || matches!(last, '\u{300}'..='\u{36f}')
        || matches!(
            last,
            ')' | ']' | '»' | '”' | '"' | '’' | '…' | '%' | '€' | '$' | '°' | '²' | '+'
        );
    word.then_some(bare.len()..at)
}

fn next(text: &str, at: usize) -> Option<char> {
    text[at + 1..].chars().next()
}

/// Tells of a comma or a full stop with a space before it; whether more may be told. A full stop
/// ends a line, or a capital follows it: `Paris . Lyon . Nice` keeps three names apart.
fn detached(passage: &Passage<'_>, at: usize, hits: &mut Hits<'_>) -> bool {
    let text = passage.text;
    if !text[..at].ends_with(is_space) {
        return true;
    }
    let Some(gap) = after_words(text, at).filter(|gap| text[gap.clone()].chars().count() == 1)
    else {
        return true;
    };
    let rest = &text[at + 1..];
    let mut after = rest.chars();
    let apart = match after.next() {
        None | Some('\n' | '\r') => true,
        Some(' ') if text[at..].starts_with(',') => true,
        Some(' ') => after.next().is_some_and(char::is_uppercase) && !is_row(text, at),
        _ => false,
    };
    let word = text[..gap.start].ends_with(|c: char| c.is_alphabetic() || c == ')' || c == '»');
    if !apart || !word || passage.is_masked(&(at..at + 1)) {
        return true;
    }
    let sign = &text[at..=at];
    let message = Text::of(|lang| match lang {
        Lang::En => format!("a space before {}", quote(lang, sign)),
        Lang::Fr => format!("une espace avant {}", quote(lang, sign)),
    });
    let Some(hit) = hits.add(gap.start..at + 1, message) else { return false };
    hit.help(Text::of(|lang| match lang {
        Lang::En => "write it right after the word".to_owned(),
        Lang::Fr => "collez ce signe au mot".to_owned(),
    }));
    hit.fix(gap.start..at + 1, sign);
    true
}

/// Whether another full stop near this one has spaces on both sides too.
fn is_row(text: &str, at: usize) -> bool {
    const NEAR: usize = 40;
    let row = |part: &[u8]| memchr::memmem::find(part, b" . ").is_some();
    let bytes = text.as_bytes();
    row(&bytes[at.saturating_sub(NEAR)..at]) || row(&bytes[at + 1..bytes.len().min(at + NEAR)])
}

/// So many small letters before a sign are a word, and no part of a name or of code.
const WORD: usize = 3;

/// So many characters beside a sign tell code from words.
const LOOKED_AT: usize = 40;

/// Whether a word in small letters ends a text.
fn ends_with_word(text: &str) -> bool {
    let letters = text.chars().rev().take_while(|c| c.is_lowercase()).take(WORD).count();
    letters == WORD && !text.ends_with("localhost")
}

/// Whether a sign stands between two words with no space at all: `Bravo!Merci`, `Super;bien`.
fn is_squeezed(text: &str, at: usize, next: impl Fn(char) -> bool) -> bool {
    let is_code = |c: char| matches!(c, ';' | '=' | ':' | '/' | '{' | '}');
    let near = |c: &char| !c.is_whitespace();
    let mut letters = text[at + 1..].chars();
    letters.next().is_some_and(next)
        && letters.next().is_some_and(char::is_lowercase)
        && ends_with_word(&text[..at])
        // No code: `a;b;c`, `?a=b`.
        && !letters.take(LOOKED_AT).take_while(near).any(is_code)
        && !text[..at].chars().rev().take(LOOKED_AT).take_while(near).any(is_code)
}

/// Not the sign of an address, of a name or of code.
fn is_loud(text: &str, at: usize) -> bool {
    if is_squeezed(text, at, char::is_uppercase) {
        return true;
    }
    next(text, at).is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '=' | '[' | '/' | '&'))
}

/// Whether a mark is part of a name: `Yahoo!`, and `le groupe Therapy? à Nantes`, where a sentence
/// goes on after a capitalised word that did not begin it.
fn is_of_name(text: &str, gap: &Range<usize>, at: usize) -> bool {
    const KNOWN: [&str; 10] = [
        "Yahoo", "Jeopardy", "Therapy", "Panic", "Wham", "Mia", "Kahoot", "Joomla", "Oliver",
        "Dolly",
    ];
    const LONGEST: usize = 40;
    if !gap.is_empty() {
        return false;
    }
    let letters = text[..at].char_indices().rev().take(LONGEST);
    let start = letters.take_while(|(_, c)| c.is_alphanumeric()).last().map_or(at, |(at, _)| at);
    let word = &text[start..at];
    if KNOWN.contains(&word) {
        return true;
    }
    let mut rest = text[at + 1..].chars();
    let goes_on = rest.next() == Some(' ') && rest.next().is_some_and(char::is_lowercase);
    let mut before = text[..start].chars().rev();
    let inside = before.next() == Some(' ') && before.next().is_some_and(char::is_lowercase);
    goes_on && inside && word.starts_with(char::is_uppercase)
}

fn is_semicolon(text: &str, at: usize) -> bool {
    let apart = next(text, at).is_none_or(char::is_whitespace);
    (apart || is_squeezed(text, at, char::is_lowercase))
        && !smiley::is_face(text, at)
        && !smiley::entity(text, at)
}

/// Not that of a time, a ratio, an address, a face or the name of an emoji.
fn is_colon(text: &str, at: usize, gap: &Range<usize>) -> bool {
    // `Le prix:5 €`
    if gap.is_empty()
        && next(text, at).is_some_and(|c| c.is_ascii_digit())
        && ends_with_word(&text[..at])
        && !text[at + 1..].trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(':')
    {
        return true;
    }
    let glued = next(text, at)
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '\\' | ':' | '=' | '_' | '-'));
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let before = digit(text[..gap.start].chars().next_back());
    let ratio = before && digit(text[at + 1..].trim_start_matches(is_space).chars().next());
    let apart = gap.is_empty() || !ratio;
    apart && !glued && !smiley::is_face(text, at)
}

fn is_percent(text: &str, at: usize, gap: &Range<usize>) -> bool {
    let number = text[..gap.start].ends_with(|c: char| c.is_ascii_digit());
    number && next(text, at).is_none_or(|c| !c.is_alphanumeric())
}

/// The guillemets that make pairs, within a paragraph.
fn guillemets(eye: &Eye<'_>, hits: &mut Hits<'_>) {
    let text = eye.passage.text;
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '«' => open.push(at),
            '»' => {
                let Some(from) = open.pop() else { continue };
                let inside = &text[from + 2..at];
                if inside.trim().is_empty() {
                    continue;
                }
                let head = inside.len() - inside.trim_start_matches(is_space).len();
                let tail = inside.trim_end_matches(is_space).len();
                let first =
                    Spot { sign: '«', at: from, gap: from + 2..from + 2 + head, opens: true };
                let last = Spot { sign: '»', at, gap: from + 2 + tail..at, opens: false };
                eye.judge(&first, hits);
                eye.judge(&last, hits);
            }
            '\n' => open.clear(),
            _ => {}
        }
        if hits.is_full() {
            return;
        }
    }
}

/// What is wrong with a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Missing,
    Several,
    Breaks,
    Width,
}

/// The space that belongs to a sign.
const fn good(sign: char) -> char {
    if matches!(sign, '!' | '?' | ';') { NARROW } else { WIDE }
}

fn fault(wanted: Spaces, sign: char, gap: &str) -> Option<Fault> {
    let mut spaces = gap.chars();
    let Some(space) = spaces.next() else { return Some(Fault::Missing) };
    if spaces.next().is_some() {
        return Some(Fault::Several);
    }
    let keeps = matches!(space, NARROW | WIDE);
    match wanted {
        Spaces::Any => None,
        _ if !keeps => Some(Fault::Breaks),
        Spaces::Nbsp => None,
        Spaces::Narrow => (sign != '%' && space != good(sign)).then_some(Fault::Width),
    }
}

/// What is wanted of a text, and what of it is English.
struct Eye<'e> {
    wanted: Spaces,
    passage: &'e Passage<'e>,
    english: &'e English<'e>,
}

impl Eye<'_> {
    fn judge(&self, spot: &Spot, hits: &mut Hits<'_>) {
        let text = self.passage.text;
        let Some(fault) = fault(self.wanted, spot.sign, &text[spot.gap.clone()]) else { return };
        let end = spot.at + spot.sign.len_utf8();
        if self.passage.is_masked(&(spot.at..end)) || self.english.holds(spot.at) {
            return;
        }
        let (sign, good) = (spot.sign, good(spot.sign));
        let range = if spot.opens { spot.at..spot.gap.end } else { spot.gap.start..end };
        let Some(hit) = hits.add(range.clone(), message(fault, spot)) else { return };
        hit.help(Text::of(|lang| match (lang, good == NARROW) {
            (Lang::En, _) if self.wanted == Spaces::Any => "put one space".to_owned(),
            (Lang::Fr, _) if self.wanted == Spaces::Any => "mettez une espace".to_owned(),
            (Lang::En, true) => "write a narrow no-break space (U+202F)".to_owned(),
            (Lang::En, false) => "write a no-break space (U+00A0)".to_owned(),
            (Lang::Fr, true) => "mettez une espace fine insécable (U+202F)".to_owned(),
            (Lang::Fr, false) => "mettez une espace insécable (U+00A0)".to_owned(),
        }));
        // A word that is glued to the sign has its space too.
        let glued = !spot.opens && sign != '%' && text[end..].starts_with(char::is_alphanumeric);
        let after = if glued { " " } else { "" };
        let fixed =
            if spot.opens { format!("{sign}{good}") } else { format!("{good}{sign}{after}") };
        hit.fix(range, fixed);
    }
}

fn message(fault: Fault, spot: &Spot) -> Text {
    let sign = spot.sign;
    Text::of(|lang| {
        let side = match (lang, spot.opens) {
            (Lang::En, false) => "before",
            (Lang::En, true) => "after",
            (Lang::Fr, false) => "avant",
            (Lang::Fr, true) => "après",
        };
        match (lang, fault) {
            (Lang::En, Fault::Missing) => format!("no space {side} `{sign}`"),
            (Lang::Fr, Fault::Missing) => format!("il manque une espace {side} `{sign}`"),
            (Lang::En, Fault::Several) => format!("several spaces {side} `{sign}`"),
            (Lang::Fr, Fault::Several) => format!("plusieurs espaces {side} `{sign}`"),
            (Lang::En, Fault::Breaks) => {
                format!("the space {side} `{sign}` lets the line break there")
            }
            (Lang::Fr, Fault::Breaks) => {
                format!("l’espace {side} `{sign}` laisse la ligne se couper là")
            }
            (Lang::En, Fault::Width) => format!("the space {side} `{sign}` has not its width"),
            (Lang::Fr, Fault::Width) => format!("l’espace {side} `{sign}` n’a pas sa largeur"),
        }
    })
}

/// English: no space before punctuation.
pub(super) fn english(passage: &Passage<'_>, hits: &mut Hits<'_>) {
    const MOST: usize = 3;
    let text = passage.text;
    for (at, byte) in text.bytes().enumerate() {
        if !matches!(byte, b',' | b'.' | b';' | b':' | b'!' | b'?') {
            continue;
        }
        let spaced = text[..at].ends_with(is_space);
        let Some(gap) = after_words(text, at).filter(|_| spaced) else { continue };
        let closed = next(text, at)
            .is_none_or(|c| c.is_whitespace() || matches!(c, ')' | '”' | '"'))
            || matches!(byte, b'!' | b'?')
                && is_loud(text, at)
                && next(text, at).is_some_and(|c| matches!(c, '!' | '?'));
        let face = matches!(byte, b':' | b';') && smiley::is_face(text, at);
        let ratio = byte == b':' && !is_colon(text, at, &gap);
        let long = text[gap.clone()].chars().count() > MOST;
        if !closed || face || ratio || long || passage.is_masked(&(at..at + 1)) {
            continue;
        }
        let sign = char::from(byte);
        let message = Text::of(|lang| match lang {
            Lang::En => format!("a space before {}", quote(lang, &sign.to_string())),
            Lang::Fr => format!("une espace avant {}", quote(lang, &sign.to_string())),
        });
        let Some(hit) = hits.add(gap.start..at + 1, message) else { return };
        hit.help(Text::of(|lang| match lang {
            Lang::En => "write it right after the word".to_owned(),
            Lang::Fr => "en anglais, collez-le au mot".to_owned(),
        }));
        hit.fix(gap.start..at + 1, sign.to_string());
    }
}

#[cfg(test)]
mod tests;
