//! The classes of characters in X's grammar of links and tags.

use crate::networks::ranges::Ranges;
use std::sync::LazyLock;

static HASHTAG_LETTERS: LazyLock<Ranges> =
    LazyLock::new(|| Ranges::read(include_str!("../../../data/hashtag-letters.txt")));

/// Punctuation that ends a domain or a cashtag.
pub(super) const fn is_punctuation(c: char) -> bool {
    matches!(c, '!' | '#'..='/' | ':'..='@' | '['..='_' | '{'..='~')
}

/// The blanks of X.
pub(super) const fn is_space(c: char) -> bool {
    matches!(
        c,
        '\t'..='\r'
            | ' '
            | '\u{85}'
            | '\u{a0}'
            | '\u{1680}'
            | '\u{180e}'
            | '\u{2000}'..='\u{200a}'
            | '\u{2028}'
            | '\u{2029}'
            | '\u{202f}'
            | '\u{205f}'
            | '\u{3000}'
    )
}

/// Characters no text may hold.
const fn is_refused(c: char) -> bool {
    matches!(c, '\u{fffe}' | '\u{feff}' | '\u{ffff}')
}

/// Marks that turn the direction of writing.
const fn is_direction(c: char) -> bool {
    matches!(
        c,
        '\u{202a}'..='\u{202e}'
            | '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2066}'..='\u{2069}'
    )
}

/// What a label of a domain may begin and end with. X takes nearly anything: quotation marks, emoji.
pub(super) const fn is_domain(c: char) -> bool {
    if c.is_ascii_alphanumeric() {
        return true;
    }
    !(is_punctuation(c) || is_space(c) || is_refused(c) || is_direction(c))
}

/// What a host is made of, its dots included.
pub(super) const fn is_host(c: char) -> bool {
    matches!(c, '.' | '-' | '_') || is_domain(c)
}

/// What may stand right before a link.
pub(super) const fn goes_before_link(c: char) -> bool {
    !(c.is_ascii_alphanumeric() || matches!(c, '@' | '#' | '$' | '＠' | '＃') || is_refused(c))
}

/// Latin letters with accents, and accents alone.
pub(super) const fn is_accented(c: char) -> bool {
    matches!(
        c,
        '\u{c0}'..='\u{d6}'
            | '\u{d8}'..='\u{f6}'
            | '\u{f8}'..='\u{24f}'
            | '\u{253}'
            | '\u{254}'
            | '\u{256}'
            | '\u{257}'
            | '\u{259}'
            | '\u{25b}'
            | '\u{263}'
            | '\u{268}'
            | '\u{26f}'
            | '\u{272}'
            | '\u{289}'
            | '\u{28b}'
            | '\u{2bb}'
            | '\u{300}'..='\u{36f}'
            | '\u{1e00}'..='\u{1eff}'
    )
}

/// The same in any case. The reference reads links without regard to case, so the other case of each
/// belongs to them, and the Greek iota, which is the capital of one of the accents.
const fn is_accented_in_any_case(c: char) -> bool {
    is_accented(c)
        || matches!(
            c,
            '\u{260}'
                | '\u{269}'
                | '\u{275}'
                | '\u{280}'
                | '\u{283}'
                | '\u{288}'
                | '\u{28a}'
                | '\u{28c}'
                | '\u{292}'
                | '\u{399}'
                | '\u{3b9}'
                | '\u{1fbe}'
                | '\u{2c65}'
                | '\u{2c66}'
                | '\u{2c7e}'
                | '\u{2c7f}'
                | '\u{a7dc}'
        )
}

/// What a domain without a scheme is made of, besides its dots.
pub(super) const fn is_plain_domain(c: char) -> bool {
    c == '-' || c.is_ascii_alphanumeric() || is_accented_in_any_case(c)
}

/// Letters of a path in any script X reads there: Latin and Cyrillic.
const fn is_path_letter(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '\u{400}'..='\u{4ff}' | '\u{1c80}'..='\u{1c87}')
        || is_accented_in_any_case(c)
}

/// What a path is made of, besides pairs of parentheses.
pub(super) const fn is_path(c: char) -> bool {
    matches!(
        c,
        '!' | '#'..='\'' | '*'..='/' | ':' | ';' | '=' | '@' | '[' | ']' | '_' | '|' | '~' | '\u{2013}'
    ) || is_path_letter(c)
}

/// What a path may end with, besides a closing parenthesis.
pub(super) const fn ends_path(c: char) -> bool {
    matches!(c, '#' | '+' | '-' | '/' | '=' | '_') || is_path_letter(c)
}

/// What a query is made of.
pub(super) const fn is_query(byte: u8) -> bool {
    matches!(
        byte,
        b'!' | b'#'..=b';' | b'=' | b'?'..=b'[' | b']' | b'_' | b'a'..=b'z' | b'|' | b'~'
    )
}

/// What a query may end with.
pub(super) const fn ends_query(byte: u8) -> bool {
    matches!(byte, b'#' | b'&' | b'-' | b'/' | b'=' | b'_') || byte.is_ascii_alphanumeric()
}

/// Letters and marks: a hashtag has at least one.
pub(super) fn is_hashtag_letter(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() } else { HASHTAG_LETTERS.has(c) }
}

/// What a hashtag is made of: letters, marks, digits and some signs inside words.
pub(super) fn is_hashtag(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '_';
    }
    is_sign_in_words(c) || HASHTAG_LETTERS.has(c) || is_digit(c)
}

const fn is_sign_in_words(c: char) -> bool {
    matches!(
        c,
        '\u{b7}'
            | '\u{5be}'
            | '\u{5f3}'
            | '\u{5f4}'
            | '\u{f0b}'
            | '\u{f0c}'
            | '\u{200c}'
            | '\u{200d}'
            | '\u{3003}'
            | '\u{301c}'
            | '\u{309b}'
            | '\u{309c}'
            | '\u{30a0}'
            | '\u{30fb}'
            | '\u{a67e}'
            | '\u{ff5e}'
    )
}

/// Zeros of the scripts whose ten digits a hashtag may hold.
const ZEROS: [u32; 48] = [
    0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6,
    0xe50, 0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50,
    0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
    0x104a0, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x114d0, 0x11650, 0x116c0, 0x118e0,
    0x16a60, 0x16b50,
];

fn is_digit(c: char) -> bool {
    let c = u32::from(c);
    // Mathematical digits: five alphabets in a row.
    let is_one_of_ten = ZEROS.iter().any(|zero| (*zero..zero + 10).contains(&c));
    is_one_of_ten || (0x1d7ce..=0x1d7ff).contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(is: impl Fn(char) -> bool) -> usize {
        ('\0'..=char::MAX).filter(|c| is(*c)).count()
    }

    #[test]
    fn each_class_has_its_size() {
        assert_eq!(all(|c| !is_domain(c)), 71);
        assert_eq!(all(is_hashtag_letter), 104_771);
        assert_eq!(all(is_hashtag), 105_328);
        assert_eq!(all(is_plain_domain), 859);
        assert_eq!(all(is_path), 1144);
        assert_eq!(all(ends_path), 1128);
        assert_eq!(all(|c| u8::try_from(c).is_ok_and(is_query)), 86);
        assert_eq!(all(|c| u8::try_from(c).is_ok_and(ends_query)), 68);
        assert_eq!(all(|c| !goes_before_link(c)), 70);
    }
}
