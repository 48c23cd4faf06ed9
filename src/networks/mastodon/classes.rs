//! Classes of characters of its addresses. Letters are compared without regard to case, which
//! makes the Kelvin sign a `k` and the long s an `s`.

/// A letter as it is compared.
pub(super) fn folded(c: char) -> char {
    match c {
        'K' => 'k',
        'ſ' => 's',
        _ if c.is_ascii() => c.to_ascii_lowercase(),
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

/// `[a-z0-9]`.
pub(super) fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, 'K' | 'ſ')
}

/// What a link may follow.
pub(super) fn may_precede(c: char) -> bool {
    !is_plain(c)
        && !matches!(c, '@' | '＠' | '$' | '#' | '＃' | '\u{fffe}' | '\u{feff}' | '\u{ffff}')
}

/// What a label of a domain begins and ends with: anything but punctuation of ASCII (a backslash is
/// none here), spaces, controls and marks of direction.
pub(super) fn is_domain(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '\\';
    }
    !c.is_whitespace()
        && !matches!(
            c,
            '\u{61c}'
                | '\u{180e}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{202a}'..='\u{202e}'
                | '\u{2066}'..='\u{2069}'
                | '\u{fffe}'
                | '\u{feff}'
                | '\u{ffff}'
        )
}

/// What a path is made of, parentheses aside.
pub(super) fn is_path(c: char) -> bool {
    !c.is_whitespace() && !matches!(c, '<' | '>' | '(' | ')' | '?')
}

/// What a path may end with.
pub(super) fn ends_path(c: char) -> bool {
    is_path(c) && !"!*\"'「」;:=,.$%[]~&|".contains(c)
}

/// What a pair of parentheses at the end of a path may hold.
pub(super) fn is_old_path(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || "!*';:=+,.$/%#[]-_~&|@".contains(c);
    }
    within(c, &OLD_PATH)
}

/// What a query is made of.
pub(super) fn is_query(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || "!?*'();:&=+$/%#[]-_.,~|@^".contains(c);
    }
    is_wide(c)
}

/// What a query may end with.
pub(super) fn ends_query(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || "_&=#/-".contains(c);
    }
    is_wide(c)
}

/// Every character from the no-break space on that a text may hold, tags and specials aside.
fn is_wide(c: char) -> bool {
    c >= '\u{a0}'
        && !matches!(c, '\u{fdd0}'..='\u{fdef}' | '\u{fff0}'..='\u{ffff}' | '\u{e0000}'..='\u{e0fff}')
        && u32::from(c) & 0xfffe != 0xfffe
}

/// What the name in the address of a chat is made of, percent signs and punctuation aside.
pub(super) fn is_unreserved(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || "-._~".contains(c);
    }
    within(c, &UNRESERVED)
}

/// Latin letters with accents, and marks: right behind a mention they undo it.
pub(super) fn is_accent(c: char) -> bool {
    within(c, &ACCENTS)
}

fn within(c: char, edges: &[u32]) -> bool {
    edges.partition_point(|edge| *edge <= u32::from(c)) % 2 == 1
}

/// Edges: an odd number at or below a character says that it belongs.
const ACCENTS: [u32; 32] = [
    0xc0, 0xd7, 0xd8, 0xf7, 0xf8, 0x250, 0x253, 0x255, 0x256, 0x258, 0x259, 0x25a, 0x25b, 0x25c,
    0x263, 0x264, 0x268, 0x269, 0x26f, 0x270, 0x272, 0x273, 0x289, 0x28a, 0x28b, 0x28c, 0x2bb,
    0x2bc, 0x300, 0x370, 0x1e00, 0x1f00,
];

/// Cyrillic, dashes and Latin letters with accents.
const OLD_PATH: [u32; 102] = [
    0xc0, 0xd7, 0xd8, 0xf7, 0xf8, 0x250, 0x253, 0x255, 0x256, 0x258, 0x259, 0x25a, 0x25b, 0x25c,
    0x260, 0x261, 0x263, 0x264, 0x268, 0x26a, 0x26f, 0x270, 0x272, 0x273, 0x275, 0x276, 0x280,
    0x281, 0x283, 0x284, 0x288, 0x28d, 0x292, 0x293, 0x2bb, 0x2bc, 0x300, 0x370, 0x399, 0x39a,
    0x3b9, 0x3ba, 0x400, 0x485, 0x487, 0x530, 0x58a, 0x58b, 0x5be, 0x5bf, 0x1400, 0x1401, 0x1806,
    0x1807, 0x1c80, 0x1c89, 0x1d2b, 0x1d2c, 0x1d78, 0x1d79, 0x1e00, 0x1f00, 0x1fbe, 0x1fbf, 0x2010,
    0x2016, 0x212a, 0x212c, 0x2c65, 0x2c67, 0x2c7e, 0x2c80, 0x2de0, 0x2e00, 0x2e17, 0x2e18, 0x2e1a,
    0x2e1b, 0x2e3a, 0x2e3c, 0x2e40, 0x2e41, 0x301c, 0x301d, 0x3030, 0x3031, 0x30a0, 0x30a1, 0xa640,
    0xa6a0, 0xfe2e, 0xfe30, 0xfe31, 0xfe33, 0xfe58, 0xfe59, 0xfe63, 0xfe64, 0xff0d, 0xff0e,
    0x10ead, 0x10eae,
];

/// Cyrillic and dashes.
const UNRESERVED: [u32; 54] = [
    0x17f, 0x180, 0x400, 0x485, 0x487, 0x530, 0x58a, 0x58b, 0x5be, 0x5bf, 0x1400, 0x1401, 0x1806,
    0x1807, 0x1c80, 0x1c89, 0x1d2b, 0x1d2c, 0x1d78, 0x1d79, 0x2010, 0x2016, 0x212a, 0x212b, 0x2de0,
    0x2e00, 0x2e17, 0x2e18, 0x2e1a, 0x2e1b, 0x2e3a, 0x2e3c, 0x2e40, 0x2e41, 0x301c, 0x301d, 0x3030,
    0x3031, 0x30a0, 0x30a1, 0xa640, 0xa6a0, 0xfe2e, 0xfe30, 0xfe31, 0xfe33, 0xfe58, 0xfe59, 0xfe63,
    0xfe64, 0xff0d, 0xff0e, 0x10ead, 0x10eae,
];
