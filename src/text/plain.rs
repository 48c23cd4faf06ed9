//! The plain letters of a character: what folding makes of it.
//!
//! One table for everybody who compares words without regard to case, accents, sorts of spaces,
//! apostrophes and hyphens. It knows characters alone: no text, no language.

use unicode_normalization::char::decompose_canonical;

/// What a character is to somebody who compares words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plain {
    /// A letter or sign: small, without accents.
    One(char),
    /// Several letters written as one: œ is `oe`.
    Several(&'static str),
    /// A space or a line end of any sort.
    Space,
    /// Nothing by itself: an accent apart, a soft hyphen, a zero-width character.
    Nothing,
}

/// What a character is to somebody who compares words.
///
/// ```
/// use edito::text::{Plain, plain};
/// assert_eq!(plain('É'), Plain::One('e'));
/// assert_eq!(plain('œ'), Plain::Several("oe"));
/// assert_eq!(plain('\u{202f}'), Plain::Space);
/// assert_eq!(plain('\u{301}'), Plain::Nothing);
/// ```
#[must_use]
pub fn plain(c: char) -> Plain {
    match c {
        '\t'..='\r' | ' ' => Plain::Space,
        '\0'..='\u{7f}' => Plain::One(c.to_ascii_lowercase()),
        'à' | 'â' | 'À' | 'Â' => Plain::One('a'),
        'é' | 'è' | 'ê' | 'ë' | 'É' | 'È' | 'Ê' => Plain::One('e'),
        'ç' | 'Ç' => Plain::One('c'),
        '\u{2018}' | '\u{2019}' | '\u{2bc}' => Plain::One('\''),
        '\u{2010}' | '\u{2011}' => Plain::One('-'),
        'º' => Plain::One('°'),
        _ if is_accent(c) || is_invisible(c) => Plain::Nothing,
        _ if c.is_whitespace() => Plain::Space,
        _ => several(c).map_or_else(|| Plain::One(base(c)), Plain::Several),
    }
}

/// Whether a character is an accent that stands apart from the letter before it.
#[must_use]
pub const fn is_accent(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}'
    )
}

/// Whether a character is not seen: soft hyphen, zero-width characters, marks of direction,
/// variation selectors.
#[must_use]
pub const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{e0100}'..='\u{e01ef}'
    )
}

/// The accents of a character, as a number that is the same for the same accents; 0 for none. Those
/// of accents that stand apart add up with it.
#[must_use]
pub fn accents(c: char) -> u32 {
    if c.is_ascii() {
        return 0;
    }
    if is_accent(c) {
        return u32::from(c);
    }
    if matches!(c, 'ø' | 'Ø' | 'đ' | 'Đ' | 'ł' | 'Ł' | 'ð' | 'Ð') {
        return 0x338;
    }
    let mut sum = 0;
    if is_composed(c) {
        decompose_canonical(c, |part| {
            sum += if is_accent(part) { u32::from(part) } else { 0 };
        });
    }
    sum
}

fn several(c: char) -> Option<&'static str> {
    Some(match c {
        'œ' | 'Œ' => "oe",
        'æ' | 'Æ' => "ae",
        'ß' | 'ẞ' => "ss",
        'þ' | 'Þ' => "th",
        'ĳ' | 'Ĳ' => "ij",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' | 'ﬆ' => "st",
        _ => return None,
    })
}

/// The small letter without accents.
fn base(c: char) -> char {
    let mut first = None;
    match c {
        'ø' | 'Ø' => first = Some('o'),
        'đ' | 'Đ' | 'ð' | 'Ð' => first = Some('d'),
        'ł' | 'Ł' => first = Some('l'),
        'ı' => first = Some('i'),
        'ſ' => first = Some('s'),
        _ if is_composed(c) => decompose_canonical(c, |part| first = first.or(Some(part))),
        _ => {}
    }
    let first = first.unwrap_or(c);
    first.to_lowercase().next().unwrap_or(first)
}

/// Whether a character is of the alphabets whose letters are written with accents (Latin, Greek,
/// Cyrillic): the parts of others are no accents.
const fn is_composed(c: char) -> bool {
    matches!(c, '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_small_and_without_accents() {
        for (from, to) in [
            ('Z', 'z'),
            ('É', 'e'),
            ('ù', 'u'),
            ('ÿ', 'y'),
            ('Ñ', 'n'),
            ('ø', 'o'),
            ('İ', 'i'),
            ('ế', 'e'),
            ('Й', 'и'),
            ('ώ', 'ω'),
            ('漢', '漢'),
            ('각', '각'),
            ('’', '\''),
            ('‑', '-'),
            ('🎉', '🎉'),
        ] {
            assert_eq!(plain(from), Plain::One(to), "{from}");
        }
        for space in [' ', '\n', '\r', '\u{a0}', '\u{202f}', '\u{2009}', '\u{3000}', '\u{2028}'] {
            assert_eq!(plain(space), Plain::Space, "{space:?}");
        }
        for none in ['\u{301}', '\u{ad}', '\u{200b}', '\u{200d}', '\u{fe0f}', '\u{feff}'] {
            assert_eq!(plain(none), Plain::Nothing, "{none:?}");
        }
    }

    #[test]
    fn accents_are_the_same_composed_or_not() {
        assert_eq!(accents('é'), accents('\u{301}'));
        assert_eq!(accents('É'), accents('é'));
        assert_ne!(accents('é'), accents('è'));
        assert_eq!(accents('ế'), accents('\u{301}') + accents('\u{302}'));
        assert_eq!((accents('e'), accents('œ'), accents('漢')), (0, 0, 0));
    }
}
