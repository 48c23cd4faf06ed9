//! Words of a text, with the way back to its bytes.
//!
//! A word here is an unbroken run of letters, digits and marks. What stands between two of them is
//! kept as [`Glue`], so that a reader can put together what it takes for one: `rendez-vous`,
//! `t’inscrire`, `client·es`, `don't`.

use super::plain::{is_accent, is_invisible};
use std::ops::Range;

/// What stands right before a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glue {
    /// Spaces, signs, or the start of the text: another word begins.
    Apart,
    /// A hyphen alone between two words.
    Hyphen,
    /// An apostrophe alone between two words.
    Apostrophe,
    /// A full stop alone between two words: `utilisateur.rice`, `etc.)` has none.
    Stop,
    /// A middle dot alone between two words: `client·es`.
    Middot,
}

/// A word of a text.
#[derive(Clone, Debug)]
pub struct Word {
    start: u32,
    end: u32,
    lower: (u32, u32),
    /// What stands before it.
    pub glue: Glue,
    /// How its letters are written.
    pub letters: Letters,
}

/// How the letters of a word are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// No letter at all: digits.
    None,
    /// Small letters.
    Small,
    /// A capital, then small letters; or a single capital.
    Initial,
    /// Capitals, two at least.
    Capitals,
    /// Any other: `iPhone`, `SNCFconnect`.
    Mixed,
}

impl Word {
    /// Its bytes in the text.
    #[must_use]
    pub const fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The words of a text.
#[derive(Clone, Debug, Default)]
pub struct Words {
    list: Vec<Word>,
    lower: String,
    capitals: usize,
}

impl Words {
    /// The words of a text; texts are at most 4 GiB.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let list = Vec::with_capacity(text.len() / 6 + 1);
        let mut words = Self { list, lower: String::with_capacity(text.len()), capitals: 0 };
        let mut after: Option<usize> = None;
        let mut start = word_start(text, 0);
        while start < text.len() {
            let end = word_end(text, start);
            let glue = after.map_or(Glue::Apart, |after| glue(&text[after..start]));
            words.push(&text[start..end], start, glue);
            after = Some(end);
            start = word_start(text, end);
        }
        words
    }

    fn push(&mut self, word: &str, start: usize, glue: Glue) {
        let fit = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let from = self.lower.len();
        let letters = self.spell(word);
        self.capitals += usize::from(letters == Letters::Capitals);
        self.list.push(Word {
            start: fit(start),
            end: fit(start + word.len()),
            lower: (fit(from), fit(self.lower.len())),
            glue,
            letters,
        });
    }

    /// Keeps a word in small letters; how it is written. Most words are of small plain letters.
    fn spell(&mut self, word: &str) -> Letters {
        let kinds = word.bytes().fold(0, |kinds, byte| kinds | KINDS[usize::from(byte)]);
        if kinds & !(SMALL | DIGIT) != 0 {
            lower_into(word, &mut self.lower);
            return letters(word);
        }
        self.lower.push_str(word);
        if kinds & SMALL == 0 { Letters::None } else { Letters::Small }
    }

    /// The words, in order.
    #[must_use]
    pub fn list(&self) -> &[Word] {
        &self.list
    }

    /// How many of them are in capitals.
    #[must_use]
    pub const fn capitals(&self) -> usize {
        self.capitals
    }

    /// A word in small letters, composed (NFC), accents kept.
    #[must_use]
    pub fn lower(&self, word: &Word) -> &str {
        let (from, to) = word.lower;
        self.lower.get(from as usize..to as usize).unwrap_or_default()
    }
}

const SMALL: u8 = 1;
const CAPITAL: u8 = 2;
const DIGIT: u8 = 4;
const BEYOND: u8 = 8;

/// What each byte is: letters and digits of ASCII, signs (0), parts of other characters.
const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        kinds[byte] = match byte {
            0x30..=0x39 => DIGIT,
            0x41..=0x5a => CAPITAL,
            0x61..=0x7a => SMALL,
            0x80.. => BEYOND,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};

/// Whether a character begins or goes on with a word.
#[must_use]
pub fn is_letter(c: char) -> bool {
    match c {
        // The letters of French, before the tables of Unicode are asked.
        '\u{c0}'..='\u{ff}' => !matches!(c, '×' | '÷'),
        '\u{2000}'..='\u{206f}' => false,
        _ if c.is_ascii() => c.is_ascii_alphanumeric(),
        _ => c.is_alphanumeric(),
    }
}

/// Where a word ends that begins before `at`.
fn word_end(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(kind) = bytes.get(at).map(|byte| KINDS[usize::from(*byte)]) {
        match kind {
            0 => break,
            BEYOND => match next_char(text, at).filter(|c| is_letter(*c) || is_mark(*c)) {
                Some(c) => at += c.len_utf8(),
                None => break,
            },
            _ => at += 1,
        }
    }
    at
}

/// Where the next word begins; the end where there is none.
fn word_start(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    while let Some(kind) = bytes.get(at).map(|byte| KINDS[usize::from(*byte)]) {
        match kind {
            0 => at += 1,
            BEYOND => match next_char(text, at).filter(|c| !is_letter(*c)) {
                Some(c) => at += c.len_utf8(),
                None => break,
            },
            _ => break,
        }
    }
    at
}

fn next_char(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// Whether a character belongs to the letter before it: an accent apart, a soft hyphen, a variation selector.
fn is_mark(c: char) -> bool {
    !c.is_ascii() && (is_accent(c) || is_invisible(c))
}

fn glue(between: &str) -> Glue {
    match between {
        "-" | "\u{2010}" | "\u{2011}" => Glue::Hyphen,
        "'" | "\u{2019}" | "\u{2bc}" | "\u{2018}" => Glue::Apostrophe,
        "." => Glue::Stop,
        "\u{b7}" | "\u{2022}" | "\u{30fb}" | "\u{2027}" | "\u{22c5}" => Glue::Middot,
        _ => Glue::Apart,
    }
}

fn lower_into(word: &str, out: &mut String) {
    if word.is_ascii() {
        let from = out.len();
        out.push_str(word);
        out[from..].make_ascii_lowercase();
        return;
    }
    let from = out.len();
    for c in word.chars() {
        match c {
            '\u{df}'..='\u{ff}' | 'œ' => out.push(c),
            '\0'..='\u{7f}' => out.push(c.to_ascii_lowercase()),
            '\u{c0}'..='\u{17f}' => out.extend(c.to_lowercase()),
            _ => {
                out.truncate(from);
                return lower_any(word, out);
            }
        }
    }
}

/// As [`lower_into`], for letters beyond those of French.
fn lower_any(word: &str, out: &mut String) {
    use unicode_normalization::UnicodeNormalization;
    let seen = word.chars().filter(|c| !is_invisible(*c));
    if word.contains(is_accent) {
        out.extend(seen.nfc().flat_map(char::to_lowercase));
    } else {
        out.extend(seen.flat_map(char::to_lowercase));
    }
}

fn letters(word: &str) -> Letters {
    if word.is_ascii() && !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        let letter = word.bytes().any(|byte| byte.is_ascii_lowercase());
        return if letter { Letters::Small } else { Letters::None };
    }
    let (mut small, mut capital, mut first) = (0_usize, 0_usize, false);
    for c in word.chars() {
        let (upper, letter) = if c.is_ascii() {
            (c.is_ascii_uppercase(), c.is_ascii_alphabetic())
        } else if matches!(c, '\u{df}'..='\u{ff}') {
            (false, true)
        } else {
            (c.is_uppercase(), c.is_alphabetic())
        };
        if upper {
            first |= small + capital == 0;
            capital += 1;
        } else if letter {
            small += 1;
        }
    }
    match (small, capital) {
        (0, 0) => Letters::None,
        (_, 0) => Letters::Small,
        (_, 1) if first => Letters::Initial,
        (0, _) => Letters::Capitals,
        _ => Letters::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(String, Glue)> {
        let words = Words::of(text);
        words.list().iter().map(|word| (words.lower(word).to_owned(), word.glue)).collect()
    }

    #[test]
    fn words_are_cut_at_signs_and_keep_what_joins_them() {
        use Glue::{Apart, Apostrophe, Hyphen, Middot, Stop};
        let expect = |text: &str, words: &[(&str, Glue)]| {
            let words: Vec<_> = words.iter().map(|(w, g)| ((*w).to_owned(), *g)).collect();
            assert_eq!(cut(text), words, "{text}");
        };
        expect("Rendez-vous ici", &[("rendez", Apart), ("vous", Hyphen), ("ici", Apart)]);
        expect("t’inscrire", &[("t", Apart), ("inscrire", Apostrophe)]);
        expect("client·es", &[("client", Apart), ("es", Middot)]);
        expect("E\u{301}te\u{301} !", &[("été", Apart)]);
        expect("rice.s. Fin", &[("rice", Apart), ("s", Stop), ("fin", Apart)]);
    }

    #[test]
    fn letters_tell_how_a_word_is_written() {
        let of = |word: &str| Words::of(word).list()[0].letters;
        assert_eq!(of("ÉTÉ"), Letters::Capitals);
        assert_eq!(of("Été"), Letters::Initial);
        assert_eq!(of("À"), Letters::Initial);
        assert_eq!(of("iPhone"), Letters::Mixed);
        assert_eq!(of("2026"), Letters::None);
        assert_eq!(of("S1P"), Letters::Capitals);
    }
}
