//! How hands and keyboards differ: apostrophes, spaces, quotation marks, line ends, decomposed
//! accents. What is meant stays the same.

use super::mark::{CLOSE, OPEN};
use fastrand::Rng;

/// How the spaces of French punctuation are typed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Space {
    Plain,
    NoBreak,
    Narrow,
    Absent,
}

/// A text as some hand would have typed it.
pub fn typed(lang: &str, text: &str, rng: &mut Rng) -> String {
    let curly = rng.u8(..10) < 6;
    let straight = rng.u8(..10) < 2;
    let space = match rng.u8(..10) {
        0..=3 => Space::Plain,
        4..=5 => Space::NoBreak,
        6..=8 => Space::Narrow,
        _ => Space::Absent,
    };
    let mut out = if lang == "fr" { spaced(text, space, straight) } else { text.to_owned() };
    if straight {
        out = out.replace(['«', '»', '“', '”'], "\"");
    }
    if curly {
        out = out.replace('\'', "’");
    }
    if rng.u8(..100) < 4 {
        out = decomposed(&out);
    }
    if rng.u8(..100) < 4 {
        out = out.replace('\n', "\r\n");
    }
    out
}

fn spaced(text: &str, space: Space, straight: bool) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    for (at, &c) in chars.iter().enumerate() {
        if c == ' ' {
            gap(&chars, at, space, straight, &mut out);
        } else {
            out.push(c);
        }
    }
    out
}

fn gap(chars: &[char], at: usize, space: Space, straight: bool, out: &mut String) {
    let before = chars[..at].iter().rev().copied().find(|c| !is_mark(*c)).unwrap_or(' ');
    let mut following = chars[at + 1..].iter().copied().filter(|c| !is_mark(*c));
    let (next, later) = (following.next().unwrap_or(' '), following.next().unwrap_or(' '));
    let unit = before.is_ascii_digit() && matches!(next, '€' | '%' | 'h') && !later.is_alphabetic();
    if before == '«' || next == '»' {
        if !straight && space != Space::Absent {
            out.push(if space == Space::Plain { ' ' } else { '\u{a0}' });
        }
    } else if matches!(next, '!' | '?' | ';') || (next == ':' && later != '/') {
        match space {
            Space::Plain => out.push(' '),
            Space::NoBreak => out.push('\u{a0}'),
            Space::Narrow => out.push(if next == ':' { '\u{a0}' } else { '\u{202f}' }),
            Space::Absent => {}
        }
    } else if unit && matches!(space, Space::NoBreak | Space::Narrow) {
        out.push('\u{a0}');
    } else {
        out.push(' ');
    }
}

fn is_mark(c: char) -> bool {
    (OPEN..='\u{e0ff}').contains(&c) || c == CLOSE
}

/// Letters and accents apart, as some systems store them.
fn decomposed(text: &str) -> String {
    const PAIRS: &[(char, &str)] = &[
        ('é', "e\u{301}"),
        ('è', "e\u{300}"),
        ('ê', "e\u{302}"),
        ('ë', "e\u{308}"),
        ('à', "a\u{300}"),
        ('â', "a\u{302}"),
        ('î', "i\u{302}"),
        ('ï', "i\u{308}"),
        ('ô', "o\u{302}"),
        ('ö', "o\u{308}"),
        ('û', "u\u{302}"),
        ('ù', "u\u{300}"),
        ('ü', "u\u{308}"),
        ('ç', "c\u{327}"),
        ('á', "a\u{301}"),
        ('É', "E\u{301}"),
        ('È', "E\u{300}"),
        ('Ê', "E\u{302}"),
        ('À', "A\u{300}"),
        ('Î', "I\u{302}"),
    ];
    let mut out = String::with_capacity(text.len() + 32);
    for c in text.chars() {
        match PAIRS.iter().find(|(composed, _)| *composed == c) {
            Some((_, parts)) => out.push_str(parts),
            None => out.push(c),
        }
    }
    out
}
