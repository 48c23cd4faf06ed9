//! Which sequences are emoji: all that Unicode recommends for interchange (RGI), and the looser forms
//! that X's reference code takes for one.

mod table;

use std::ops::Range;
use table::{Kind, TABLE, Tones};

/// Whose emoji.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    /// Unicode 17, and what the older code knows.
    Now,
    /// X's reference code, which stands at Unicode 11.
    Then,
}

const JOINER: char = '\u{200d}';
const EMOJI_STYLE: char = '\u{fe0f}';
const TEXT_STYLE: char = '\u{fe0e}';
const ENGLAND_SCOTLAND_WALES: [&str; 3] = ["gbeng", "gbsct", "gbwls"];

/// Bytes of the longest emoji that begins at this byte of a text.
pub(super) fn find(text: &str, at: usize) -> Option<usize> {
    text.get(at..).and_then(|rest| length(rest, Age::Now))
}

/// Whether a whole letter, as people see letters, is an emoji: nothing but emoji and what joins or
/// colours them.
pub(super) fn is_emoji(letter: &str) -> bool {
    let mut at = find(letter, 0).unwrap_or(0);
    while let Some(c) = letter.get(at..).and_then(|rest| rest.chars().next()) {
        match find(letter, at) {
            _ if at == 0 => return false,
            Some(length) => at += length,
            None if is_joint(c) => at += c.len_utf8(),
            None => return false,
        }
    }
    at > 0
}

fn is_joint(c: char) -> bool {
    matches!(c, JOINER | EMOJI_STYLE | '\u{e0020}'..='\u{e007f}') || is_tone(c)
}

/// The emoji of a text as people see them: a joined, coloured or styled one, a flag and a key of a
/// telephone are one each. `©`, `™` and `‼` are emoji only where their style says so.
#[must_use]
pub fn spots(text: &str) -> Vec<Range<usize>> {
    let mut spots = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(step) = bytes[at..].iter().position(|byte| !byte.is_ascii()) {
        at += step;
        let Some(c) = text[at..].chars().next() else { break };
        // What makes a key of the digit before it.
        let keyed = matches!(c, EMOJI_STYLE | '\u{20e3}');
        let key = at.checked_sub(1).filter(|key| keyed && bytes[*key].is_ascii());
        let start = key.unwrap_or(at);
        let found = find(text, start).filter(|long| !is_sign(&text[start..start + long]));
        let Some(long) = found else {
            at += c.len_utf8();
            continue;
        };
        at = start + long;
        at += joints(&text[at..]);
        spots.push(start..at);
    }
    spots
}

/// Whether it is shown as a sign of a text.
fn is_sign(emoji: &str) -> bool {
    matches!(emoji, "\u{203c}" | "\u{2049}" | "©" | "®" | "™" | "ℹ" | "〰" | "㊗" | "㊙")
}

/// Bytes of what still belongs to the emoji before: an unusual colour or joint, and the emoji that
/// it joins.
fn joints(rest: &str) -> usize {
    let mut at = 0;
    while let Some(c) = rest[at..].chars().next().filter(|c| is_joint(*c)) {
        at += c.len_utf8();
        if c == JOINER {
            at += find(rest, at).unwrap_or(0);
        }
    }
    at
}

/// Bytes of the longest emoji at the start of a text.
pub(super) fn length(text: &str, age: Age) -> Option<usize> {
    let mut letters = text.chars();
    let first = letters.next()?;
    match first {
        '#' | '*' | '0'..='9' => return keycap(&text[1..]).map(|more| 1 + more),
        '\u{1f1e6}'..='\u{1f1ff}' => return flag(first, letters.next()?, age),
        // Most letters of the world, sorted out at once.
        '\0'..='\u{a8}'
        | '\u{af}'..='\u{203b}'
        | '\u{204a}'..='\u{2121}'
        | '\u{2b56}'..='\u{302f}'
        | '\u{303e}'..='\u{3296}'
        | '\u{329a}'..='\u{e509}'
        | '\u{e50b}'..='\u{1f003}' => return None,
        '\u{1f3f4}' => {
            if let Some(tags) = tagged(&text[first.len_utf8()..]) {
                return Some(first.len_utf8() + tags);
            }
        }
        _ => {}
    }
    let kind = TABLE.kind(first)?;
    let rest = letters.as_str();
    let one = single(first, rest, kind, age);
    let styled = rest.strip_prefix(|c| c == EMOJI_STYLE || is_tone(c)).unwrap_or(rest);
    if styled.starts_with(JOINER) { joined(text, age).or(one) } else { one }
}

fn keycap(rest: &str) -> Option<usize> {
    let bare = rest.strip_prefix(EMOJI_STYLE).unwrap_or(rest);
    bare.starts_with('\u{20e3}').then_some(rest.len() - bare.len() + 3)
}

fn flag(first: char, second: char, age: Age) -> Option<usize> {
    let letter = |c: char| {
        let place = u32::from(c).checked_sub(0x1f1e6)?;
        u8::try_from(place).ok().filter(|place| *place < 26).map(|place| b'A' + place)
    };
    let pair = [letter(first)?, letter(second)?];
    let known = TABLE.is_old_flag(pair) || (age == Age::Now && TABLE.is_new_flag(pair));
    known.then_some(first.len_utf8() + second.len_utf8())
}

/// The tags after a black flag that make it a part of the United Kingdom.
fn tagged(rest: &str) -> Option<usize> {
    let mut tags = rest.chars();
    let plain = |c: char| char::from_u32(u32::from(c).checked_sub(0xe0000)?);
    let spelled: String = tags.by_ref().take(5).filter_map(plain).collect();
    let ended = tags.next() == Some('\u{e007f}');
    (ended && ENGLAND_SCOTLAND_WALES.contains(&spelled.as_str())).then_some(6 * 4)
}

/// One character with what styles and colours it; `rest` is what follows it.
fn single(first: char, rest: &str, kind: Kind, age: Age) -> Option<usize> {
    let now = age == Age::Now;
    let (styled, unstyled) = (rest.starts_with(EMOJI_STYLE), rest.starts_with(TEXT_STYLE));
    let style = if styled { EMOJI_STYLE.len_utf8() } else { 0 };
    let more = match kind {
        Kind::Alone => 0,
        Kind::AloneStyled => usize::from(now) * style,
        Kind::AloneToned => usize::from(now) * tone(rest),
        Kind::Hand => tone(rest),
        Kind::Text if !unstyled => style,
        Kind::TextHand if !unstyled => style + tone(&rest[style..]),
        Kind::Styled if styled => style,
        Kind::New if now => 0,
        Kind::NewHand if now => tone(rest),
        Kind::NewStyled if now && styled => style,
        _ => return None,
    };
    Some(first.len_utf8() + more)
}

fn is_tone(c: char) -> bool {
    matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}

/// Bytes of the skin tone at the start of a text.
fn tone(text: &str) -> usize {
    text.chars().next().filter(|c| is_tone(*c)).map_or(0, char::len_utf8)
}

/// The longest joined sequence at the start of a text.
fn joined(text: &str, age: Age) -> Option<usize> {
    let mut longest = None;
    let mut key = String::new();
    let (mut at, mut tones) = (0, Vec::new());
    // None has more than five parts.
    for part in 0..5 {
        let c = text[at..].chars().next()?;
        key.push(c);
        at += c.len_utf8();
        tones.push(None);
        if part > 0 && is_sequence(&key, &tones, age) {
            longest = Some(at);
        }
        let next = text[at..].chars().next();
        if let Some(next) = next.filter(|next| *next == EMOJI_STYLE || is_tone(*next)) {
            at += next.len_utf8();
            if next == EMOJI_STYLE || TABLE.kind(c) == Some(Kind::TextHand) {
                key.push(EMOJI_STYLE);
            }
            tones[part] = Some(next).filter(|next| is_tone(*next));
            if part > 0 && is_sequence(&key, &tones, age) {
                longest = Some(at);
            }
        }
        if !text[at..].starts_with(JOINER) {
            break;
        }
        key.push(JOINER);
        at += JOINER.len_utf8();
        if at == text.len() {
            break;
        }
    }
    longest
}

fn is_sequence(key: &str, tones: &[Option<char>], age: Age) -> bool {
    let Some(known) = TABLE.joined(key) else { return false };
    takes(known.then, tones) || (age == Age::Now && takes(known.now, tones))
}

fn takes(allowed: Tones, tones: &[Option<char>]) -> bool {
    let count = tones.iter().flatten().count();
    let first = tones.first().copied().flatten();
    let last = tones.last().copied().flatten();
    let both = count == 2 && first.is_some() && last.is_some();
    match allowed {
        Tones::Never => false,
        Tones::Zero => count == 0,
        Tones::One => count == 0 || (count == 1 && first.is_some()),
        Tones::Two => count == 0 || both,
        Tones::Different => both && first != last,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where each emoji of a text ends, letter after letter.
    fn whole(text: &str, age: Age) -> bool {
        length(text, age) == Some(text.len())
    }

    #[test]
    fn what_both_know() {
        for emoji in [
            "😀",
            "❤",
            "❤\u{fe0f}",
            "☝🏽",
            "👍🏿",
            "1\u{fe0f}\u{20e3}",
            "#\u{20e3}",
            "©\u{fe0f}",
            "🇫🇷",
            "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
            "👩‍🚀",
            "👩🏾‍🚀",
            "👨‍👩‍👧‍👦",
            "👩‍❤️‍💋‍👨",
            "🏳️‍🌈",
            "⛹🏻‍♀️",
            "⛹️‍♀️",
            "👁‍🗨",
        ] {
            assert!(whole(emoji, Age::Now), "{emoji} now");
            assert!(whole(emoji, Age::Then), "{emoji} then");
        }
    }

    #[test]
    fn what_is_newer_than_the_reference_code() {
        for emoji in
            ["🫠", "🪿", "🧑‍🚀", "🧑🏻‍🤝‍🧑🏿", "👩🏻‍🤝‍👨🏿", "🏳️‍⚧️", "⚧️", "♾️", "👁️‍🗨️", "🇨🇶", "🫱🏻‍🫲🏿", "🤝🏽", "👩🏻‍❤️‍👨🏼", "🏃🏽‍♀️‍➡️"]
        {
            assert!(whole(emoji, Age::Now), "{emoji} now");
            assert!(!whole(emoji, Age::Then), "{emoji} then");
        }
    }

    #[test]
    fn what_is_no_whole_emoji() {
        for letters in
            ["é", "1", "©", "⚧", "❤\u{fe0e}", "漢", "🇫🇫", "🇫", "👩‍", "👩🏻‍🤝‍👨🏻", "👩‍⚖", "👩‍🌾🏻", "😀😀"]
        {
            assert!(!whole(letters, Age::Now), "{letters}");
        }
    }

    #[test]
    fn a_letter_that_people_see_as_one() {
        for letter in ["😀", "👩‍⚖", "👁‍🗨️", "❤", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "3\u{fe0f}\u{20e3}"]
        {
            assert!(is_emoji(letter), "{letter}");
        }
        for letter in ["a", "1", "é", "", "\u{200d}", "\u{fe0f}", "漢", "e\u{301}", "❤\u{fe0e}"]
        {
            assert!(!is_emoji(letter), "{letter}");
        }
    }

    #[test]
    fn the_emoji_of_a_text() {
        for (text, emoji) in [
            ("Bravo 🎉🎉, 👩🏾‍🚀 et 🇫🇷 !", "🎉|🎉|👩🏾‍🚀|🇫🇷"),
            ("1️⃣ un 2️⃣ deux", "1️⃣|2️⃣"),
            ("☕️👩‍🍳🇫🇷é", "☕️|👩‍🍳|🇫🇷"),
            ("❤️‍🔥 ✈ 👩‍🌾🏻", "❤️‍🔥|✈|👩‍🌾🏻"),
            ("12 € — « l’été » ‼ © Nom™ → n° 5… ★", ""),
            ("2026\u{fe0f} \u{fe0f}\u{20e3}", ""),
        ] {
            let found: Vec<&str> = spots(text).into_iter().map(|spot| &text[spot]).collect();
            assert_eq!(found.join("|"), emoji, "{text}");
        }
    }

    #[test]
    fn an_emoji_is_found_at_its_byte() {
        assert_eq!(find("été 😀!", "été ".len()), Some(4));
        assert_eq!(find("été 😀!", 0), None);
        assert_eq!(find("é", 1), None);
        assert_eq!(find("", 0), None);
    }
}
