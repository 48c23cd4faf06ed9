//! Characters that look like Latin letters in another type: bold, italic, framed, wide, small
//! capitals. Which they are, and the letters they look like (Unicode Standard, blocks Mathematical
//! Alphanumeric Symbols, Letterlike Symbols, Enclosed Alphanumerics and its Supplement, Halfwidth
//! and Fullwidth Forms, Phonetic Extensions).

use memchr::{memchr2_iter, memchr3};
use std::ops::Range;

/// Runs of such words: words of two letters or more, with the blanks and marks between them. A
/// single one is a variable, a list's letter or an emoji.
#[must_use]
pub fn runs(text: &str) -> Vec<Range<usize>> {
    if !may_have_any(text.as_bytes()) {
        return Vec::new();
    }
    let wide_is_plain = text.chars().any(is_east_asian);
    let is_styled = |c: char| match letter(c) {
        Some((_, Style::Wide)) => !wide_is_plain,
        Some(_) => true,
        None => false,
    };
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut word: Option<(Range<usize>, usize)> = None;
    for (start, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let end = start + c.len_utf8();
        match (&mut word, is_styled(c)) {
            (Some((range, letters)), true) => {
                range.end = end;
                *letters += 1;
            }
            (None, true) => word = Some((start..end, 1)),
            // Accents over such letters.
            (Some((range, _)), false) if matches!(c, '\u{300}'..='\u{36F}') => range.end = end,
            (_, false) => {
                let ended =
                    word.take().filter(|(range, n)| *n > 1 && is_word(&text[range.clone()]));
                if let Some((range, _)) = ended {
                    add(text, &mut runs, range);
                }
            }
        }
    }
    runs
}

/// A word after the others: of the last run when only blanks and marks stand between.
fn add(text: &str, runs: &mut Vec<Range<usize>>, word: Range<usize>) {
    let near = |run: &Range<usize>| {
        let between = &text[run.end..word.start];
        between.len() <= 8 && between.chars().all(|c| joins(c) || letter(c).is_some())
    };
    match runs.last_mut() {
        Some(last) if near(last) => last.end = word.end,
        _ => runs.push(word),
    }
}

fn joins(c: char) -> bool {
    (c.is_whitespace() && c != '\n')
        || matches!(c, '\'' | '’' | '-' | ',' | '.' | '!' | '?' | '&' | 'é' | 'è' | 'ê' | 'à' | 'ç')
}

/// Small capitals are letters of phonetics too: a word needs two that stand nowhere else, and
/// digits alone are a number.
fn is_word(word: &str) -> bool {
    let mut small = 0;
    let mut sure = 0;
    let mut letters = 0;
    for c in word.chars() {
        match letter(c) {
            Some((_, Style::SmallCapital)) => {
                small += 1;
                sure += usize::from(matches!(c, '\u{1D00}'..='\u{1D7F}'));
            }
            Some((plain, _)) => letters += usize::from(plain.is_ascii_alphabetic()),
            None => {}
        }
    }
    if small > 0 && letters == 0 { sure > 1 } else { letters > 1 }
}

/// The same words in plain letters.
#[must_use]
pub fn plain(words: &str) -> String {
    words.chars().map(|c| letter(c).map_or(c, |(plain, _)| plain)).collect()
}

/// What makes a letter look otherwise, as far as it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Mathematical,
    Enclosed,
    Wide,
    SmallCapital,
}

/// Whether any byte begins such a character.
fn may_have_any(bytes: &[u8]) -> bool {
    // F0: beyond the basic plane; EF: fullwidth; E1: small capitals.
    let mut rest = bytes;
    while let Some(at) = memchr3(0xF0, 0xEF, 0xE1, rest) {
        let next = rest.get(at + 1).copied().unwrap_or_default();
        let third = rest.get(at + 2).copied().unwrap_or_default();
        match (rest[at], next) {
            // U+1D400 to U+1D7FF; U+1F100 to U+1F1BF.
            (0xF0, 0x9D) | (0xEF, 0xBC | 0xBD) | (0xE1, 0xB4) => return true,
            (0xF0, 0x9F) if matches!(third, 0x84..=0x86) => return true,
            _ => {}
        }
        rest = &rest[at + 1..];
    }
    // U+2480 to U+24FF: E2 92 and E2 93.
    memchr2_iter(0x92, 0x93, bytes).any(|at| at > 0 && bytes[at - 1] == 0xE2)
}

/// The letter or digit that a character looks like.
fn letter(c: char) -> Option<(char, Style)> {
    let code = u32::from(c);
    let nth = |first: u32, base: u8| {
        let offset = u8::try_from(code - first).ok()?;
        Some(char::from(base + offset))
    };
    let of = |first: u32, base: u8, style: Style| Some((nth(first, base)?, style));
    match code {
        0x1D400..=0x1D6A3 => {
            let offset = u8::try_from((code - 0x1D400) % 52).ok()?;
            let plain = if offset < 26 { b'A' + offset } else { b'a' + offset - 26 };
            Some((char::from(plain), Style::Mathematical))
        }
        0x1D7CE..=0x1D7FF => {
            let digit = u8::try_from((code - 0x1D7CE) % 10).ok()?;
            Some((char::from(b'0' + digit), Style::Mathematical))
        }
        0x249C..=0x24B5 => of(0x249C, b'a', Style::Enclosed),
        0x24B6..=0x24CF => of(0x24B6, b'A', Style::Enclosed),
        0x24D0..=0x24E9 => of(0x24D0, b'a', Style::Enclosed),
        0x1F110..=0x1F129 => of(0x1F110, b'A', Style::Enclosed),
        0x1F130..=0x1F149 => of(0x1F130, b'A', Style::Enclosed),
        0x1F150..=0x1F169 => of(0x1F150, b'A', Style::Enclosed),
        0x1F170..=0x1F189 => of(0x1F170, b'A', Style::Enclosed),
        0xFF10..=0xFF19 => of(0xFF10, b'0', Style::Wide),
        0xFF21..=0xFF3A => of(0xFF21, b'A', Style::Wide),
        0xFF41..=0xFF5A => of(0xFF41, b'a', Style::Wide),
        _ => LETTERLIKE
            .iter()
            .find(|(like, _)| *like == c)
            .map(|(_, plain)| (*plain, Style::Mathematical))
            .or_else(|| {
                let small = SMALL_CAPITALS.iter().find(|(like, _)| *like == c);
                small.map(|(_, plain)| (*plain, Style::SmallCapital))
            }),
    }
}

/// Letters of mathematics that stand outside their block.
const LETTERLIKE: [(char, char); 24] = [
    ('ℂ', 'C'),
    ('ℊ', 'g'),
    ('ℋ', 'H'),
    ('ℌ', 'H'),
    ('ℍ', 'H'),
    ('ℎ', 'h'),
    ('ℐ', 'I'),
    ('ℑ', 'I'),
    ('ℒ', 'L'),
    ('ℕ', 'N'),
    ('ℙ', 'P'),
    ('ℚ', 'Q'),
    ('ℛ', 'R'),
    ('ℜ', 'R'),
    ('ℝ', 'R'),
    ('ℤ', 'Z'),
    ('ℨ', 'Z'),
    ('ℬ', 'B'),
    ('ℭ', 'C'),
    ('ℯ', 'e'),
    ('ℰ', 'E'),
    ('ℱ', 'F'),
    ('ℳ', 'M'),
    ('ℴ', 'o'),
];

const SMALL_CAPITALS: [(char, char); 24] = [
    ('ᴀ', 'A'),
    ('ʙ', 'B'),
    ('ᴄ', 'C'),
    ('ᴅ', 'D'),
    ('ᴇ', 'E'),
    ('ꜰ', 'F'),
    ('ɢ', 'G'),
    ('ʜ', 'H'),
    ('ɪ', 'I'),
    ('ᴊ', 'J'),
    ('ᴋ', 'K'),
    ('ʟ', 'L'),
    ('ᴍ', 'M'),
    ('ɴ', 'N'),
    ('ᴏ', 'O'),
    ('ᴘ', 'P'),
    ('ʀ', 'R'),
    ('ꜱ', 'S'),
    ('ᴛ', 'T'),
    ('ᴜ', 'U'),
    ('ᴠ', 'V'),
    ('ᴡ', 'W'),
    ('ʏ', 'Y'),
    ('ᴢ', 'Z'),
];

/// Scripts whose writers use wide Latin letters as such.
const fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(String, String)> {
        let each = |run: Range<usize>| (text[run.clone()].to_owned(), plain(&text[run]));
        runs(text).into_iter().map(each).collect()
    }

    #[test]
    fn every_style_gives_its_plain_words_back() {
        for (styled, words) in [
            ("𝗚𝗿𝗮𝘀", "Gras"),
            ("𝐁𝐨𝐥𝐝", "Bold"),
            ("𝘐𝘵𝘢𝘭𝘪𝘤", "Italic"),
            ("𝒮𝒸𝓇𝒾𝓅𝓉", "Script"),
            ("ℋℯ𝓁𝓁ℴ", "Hello"),
            ("𝔉𝔯𝔞𝔨𝔱𝔲𝔯", "Fraktur"),
            ("𝕆𝕦𝕥𝕝𝕚𝕟𝕖", "Outline"),
            ("𝙼𝚘𝚗𝚘", "Mono"),
            ("ⓑⓤⓛⓛⓔ", "bulle"),
            ("🅢🅘🅖🅝", "SIGN"),
            ("🄵🅁🄰🄼🄴", "FRAME"),
            ("Ｗｉｄｅ", "Wide"),
            ("ᴘᴇᴛɪᴛ", "PETIT"),
            ("𝟮𝟬𝟮𝟲 𝗲𝗻 𝗴𝗿𝗮𝘀", "en gras"),
        ] {
            let found = found(&format!("Ici {styled}, puis la suite."));
            assert_eq!(found.len(), 1, "{styled}");
            assert_eq!(found[0].1, words, "{styled}");
        }
    }

    #[test]
    fn words_that_follow_each_other_are_one_run() {
        let text = "𝗘𝗻𝘁𝗿𝗲́𝗲 𝗹𝗶𝗯𝗿𝗲, c’est 𝗶𝗰𝗶";
        let runs: Vec<String> = found(text).into_iter().map(|(_, plain)| plain).collect();
        assert_eq!(runs, ["Entre\u{301}e libre", "ici"]);
    }

    #[test]
    fn letters_that_mean_something_are_left_alone() {
        for text in [
            "Entrée libre, 12 € – « tout compris » ’’ …",
            "Le groupe 🅰️ joue contre le 🅱️ ; 🆎 🅾️ 🅿️ Ⓜ️",
            "Ⓐ premier Ⓑ second ⓒ ⓘ",
            "Soit 𝑥 ∈ ℝ et 𝑦 ∈ ℕ, 𝑥 + 𝑦 = 2",
            "① ② ③ ⑫",
            "1ᵉʳ, 2ᵉ, Mᵐᵉ, nᵒ 5, 4ᵗʰ, m², H₂O",
            "ＳＮＳで話題のＤＶＤ",
            "[ʁɪʀɪ] ʙɪɴ",
            "🇫🇷 🇧🇪 👩‍👩‍👧 1️⃣",
            "™ © ® ℃ № ℓ ½ ﬁn",
            "한국어 ＡＢＣ",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }
}
