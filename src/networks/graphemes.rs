//! Letters as people see them: extended grapheme clusters (Unicode Standard Annex 29).
//!
//! Most letters are one character. Between two characters that never join a neighbour of the same
//! sort a letter always ends, so only the stretches around all others need the full rules.

use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Calls `each` with the bytes of every extended grapheme cluster of a text, in order.
pub fn each(text: &str, mut each: impl FnMut(Range<usize>)) {
    let mut open = 0;
    let mut alone = true;
    let mut before = false;
    let mut at = 0;
    while at < text.len() {
        let plain = text.as_bytes()[at..].iter().take_while(|byte| is_plain(**byte)).count();
        let Some(c) = text[at..].chars().next() else { break };
        let loner = plain > 0 || is_loner(c);
        if loner && before {
            close(text, open..at, alone, &mut each);
            (open, alone) = (at, true);
        } else {
            alone = at == open;
        }
        before = loner;
        if plain > 1 {
            // All but the first and the last of the run stand between two of their sort.
            close(text, open..at + 1, alone, &mut each);
            (at + 1..at + plain - 1).for_each(|at| each(at..at + 1));
            (open, alone) = (at + plain - 1, true);
        }
        at += plain.max(c.len_utf8());
    }
    if open < text.len() {
        close(text, open..text.len(), alone, &mut each);
    }
}

/// The same with what each counts on Threads: an emoji its UTF-8 bytes, all else 1.
pub(super) fn with_emoji_bytes(text: &str, mut weigh: impl FnMut(Range<usize>, usize)) {
    each(text, |range| {
        let letter = &text[range.clone()];
        let emoji = letter.len() > 1 && super::emoji::is_emoji(letter);
        weigh(range, if emoji { letter.len() } else { 1 });
    });
}

/// ASCII but the carriage return, which joins a line feed.
const fn is_plain(byte: u8) -> bool {
    byte.is_ascii() && byte != b'\r'
}

/// Tells the letters of a stretch; of one character there is only one.
fn close(text: &str, stretch: Range<usize>, alone: bool, each: &mut impl FnMut(Range<usize>)) {
    if alone {
        return each(stretch);
    }
    for (start, letter) in text[stretch.clone()].grapheme_indices(true) {
        let start = stretch.start + start;
        each(start..start + letter.len());
    }
}

/// Whether a character never joins another of these. That it may join a mark, a joiner, a jamo or a
/// selector does not matter: those are not here, and neither is the carriage return.
const fn is_loner(c: char) -> bool {
    match c {
        '\0'..='\u{2ff}' => c != '\r',
        // Greek, Cyrillic, Armenian, Hebrew, Arabic, Thai, Georgian, Latin with accents.
        '\u{370}'..='\u{482}'
        | '\u{48a}'..='\u{590}'
        | '\u{5d0}'..='\u{5ff}'
        | '\u{606}'..='\u{60f}'
        | '\u{61d}'..='\u{64a}'
        | '\u{660}'..='\u{66f}'
        | '\u{671}'..='\u{6d5}'
        | '\u{e01}'..='\u{e30}'
        | '\u{10a0}'..='\u{10ff}'
        | '\u{1e00}'..='\u{200a}'
        // Punctuation, currencies, arrows, symbols.
        | '\u{2010}'..='\u{2027}'
        | '\u{202f}'..='\u{205f}'
        | '\u{2070}'..='\u{20cf}'
        | '\u{20f1}'..='\u{2cee}'
        | '\u{2e00}'..='\u{3029}'
        // Kana, ideographs, Hangul syllables, full width.
        | '\u{3030}'..='\u{3098}'
        | '\u{309b}'..='\u{a66e}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{fb1d}'
        | '\u{ff01}'..='\u{ff9d}'
        // Emoji, but neither flags nor skin tones.
        | '\u{1f200}'..='\u{1f3fa}'
        | '\u{1f400}'..='\u{1faff}' => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(text: &str) -> Vec<&str> {
        let mut all = Vec::new();
        each(text, |range| all.push(&text[range]));
        all
    }

    #[test]
    fn letters_are_what_people_see() {
        assert_eq!(letters(""), Vec::<&str>::new());
        assert_eq!(letters("e\u{301}té"), ["e\u{301}", "t", "é"]);
        assert_eq!(letters("a\r\nb"), ["a", "\r\n", "b"]);
        assert_eq!(letters("👨\u{200d}👩\u{200d}👧!"), ["👨\u{200d}👩\u{200d}👧", "!"]);
        assert_eq!(letters("🇫🇷🇧🇪1\u{fe0f}\u{20e3}"), ["🇫🇷", "🇧🇪", "1\u{fe0f}\u{20e3}"]);
    }

    /// Each loner against what would show that it is a mark, a prefix, a flag, a jamo, a line end
    /// or a consonant that joins.
    #[test]
    fn loners_join_no_loner() {
        let count = |text: &str| text.graphemes(true).count();
        for c in ('\0'..=char::MAX).filter(|c| is_loner(*c)) {
            let after = ["a", "가", "🇫", "क\u{94d}", "😀"];
            let before = ["a", "가", "\n", "क", "😀"];
            let text = |a: &str, b: char| format!("{a}{b}");
            assert!(after.iter().all(|a| count(&text(a, c)) == 2), "after: {c:?}");
            assert!(before.iter().all(|b| count(&format!("{c}{b}")) == 2), "before: {c:?}");
        }
    }

    #[test]
    fn random_texts_are_cut_as_the_full_rules_cut_them() {
        let some: Vec<char> = "ae é’\u{a0}\u{202f}\r\n#1«»…😀👍❤✈©™🏳中あ각क\u{94d}\u{937}\u{93f}\u{301}\
                               \u{200d}\u{200c}\u{fe0f}\u{fe0e}\u{20e3}\u{1f3fd}\u{1f1eb}\u{1f1f7}\
                               \u{1100}\u{1161}\u{11a8}\u{600}\u{6dd}\u{e33}\u{200b}\u{200e}\u{ff9e}\
                               \u{2640}\u{e0067}\u{e007f}\u{3099}\u{feff}\u{ad}\u{d4e}\u{61c}"
            .chars()
            .collect();
        let mut random = fastrand::Rng::with_seed(4);
        for _ in 0..20_000 {
            let long = random.usize(0..24);
            let text: String = (0..long)
                .map(|_| match random.u8(0..4) {
                    0 => random.char('\0'..=char::MAX),
                    _ => some[random.usize(0..some.len())],
                })
                .collect();
            assert_eq!(letters(&text), text.graphemes(true).collect::<Vec<_>>(), "{text:?}");
        }
    }
}
