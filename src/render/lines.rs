//! Lines that fit: columns of a terminal counted, cut, filled and wrapped.
//!
//! A column is a cell of the terminal: a Chinese character or an emoji takes two. Nothing here
//! knows what the text is about.

use crate::text::clean;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The columns a text takes.
#[must_use]
pub fn width(text: &str) -> usize {
    text.width()
}

/// Text of the user's on one line, safe for a screen: runs of white space become one space.
#[must_use]
pub fn one_line(text: &str) -> String {
    let safe = clean(text);
    let words: Vec<&str> = safe.split(['\n', '\t', ' ']).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The text in at most `most` columns; what is cut off shows as `mark` (`…`).
#[must_use]
pub fn cut(text: &str, most: usize, mark: &str) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let mark = if width(mark) <= most { mark } else { "" };
    let mut out = head(text, most - width(mark)).trim_end().to_owned();
    out.push_str(mark);
    out
}

/// The text filled with spaces to at least `least` columns.
#[must_use]
pub fn pad(text: &str, least: usize) -> String {
    format!("{text}{}", " ".repeat(least.saturating_sub(width(text))))
}

/// The text in lines of at most `most` columns, broken at spaces; a longer word is broken where
/// it must be. Never empty. No-break spaces hold.
#[must_use]
pub fn wrap(text: &str, most: usize) -> Vec<String> {
    let most = most.max(1);
    let mut lines = vec![String::new()];
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        add_word(&mut lines, word, most);
    }
    lines
}

fn add_word(lines: &mut Vec<String>, word: &str, most: usize) {
    if let Some(line) = lines.last_mut() {
        if line.is_empty() && width(word) <= most {
            line.push_str(word);
            return;
        }
        if !line.is_empty() && width(line) + 1 + width(word) <= most {
            line.push(' ');
            line.push_str(word);
            return;
        }
    }
    if lines.last().is_some_and(|line| !line.is_empty()) {
        lines.push(String::new());
    }
    let mut rest = word;
    while width(rest) > most {
        let piece = match head(rest, most) {
            "" => first_letter(rest),
            piece => piece,
        };
        if let Some(line) = lines.last_mut() {
            line.push_str(piece);
        }
        rest = &rest[piece.len()..];
        lines.push(String::new());
    }
    if let Some(line) = lines.last_mut() {
        line.push_str(rest);
    }
    if lines.len() > 1 && lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
}

/// The text after `first`, and after spaces on the lines that follow, each at most `most` columns.
#[must_use]
pub fn hang(first: &str, text: &str, most: usize) -> Vec<String> {
    let indent = width(first);
    let blank = " ".repeat(indent);
    wrap(text, most.saturating_sub(indent))
        .into_iter()
        .enumerate()
        .map(|(i, line)| match i {
            0 => format!("{first}{line}"),
            _ => format!("{blank}{line}"),
        })
        .collect()
}

/// The longest beginning that takes at most `most` columns, in whole letters.
fn head(text: &str, most: usize) -> &str {
    let mut end = 0;
    for (start, letter) in text.grapheme_indices(true) {
        let next = start + letter.len();
        if width(&text[..next]) > most {
            break;
        }
        end = next;
    }
    &text[..end]
}

fn first_letter(text: &str) -> &str {
    text.graphemes(true).next().unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cutting_counts_columns_and_keeps_letters_whole() {
        assert_eq!(cut("Klimt arrive", 8, "…"), "Klimt a…");
        assert_eq!(cut("展覧会のお知らせ", 8, "…"), "展覧会…");
        assert_eq!(cut("ab👩\u{200d}🍳cd", 4, "…"), "ab…");
        assert_eq!(cut("abc", 3, "…"), "abc");
        assert_eq!(cut("abc", 0, "…"), "");
    }

    #[test]
    fn wrapping_breaks_at_spaces_and_long_words() {
        assert_eq!(wrap("un deux trois", 7), ["un deux", "trois"]);
        assert_eq!(wrap("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(wrap("展覧会", 1), ["展", "覧", "会"]);
        assert_eq!(wrap("a\u{a0}b c", 3), ["a\u{a0}b", "c"]);
        assert_eq!(hang("* ", "un deux", 6), ["* un", "  deux"]);
    }

    #[test]
    fn user_text_becomes_one_safe_line() {
        assert_eq!(one_line("  a\n\tb \u{1b}[31m\r"), "a b �[31m�");
    }

    #[test]
    fn nothing_overflows() {
        let text = "👩‍🍳 été 展覧会 e\u{301}e\u{301} 🇫🇷🇫🇷 mot-très-très-long";
        for most in 2..30 {
            assert!(wrap(text, most).iter().all(|line| width(line) <= most));
            assert!(width(&cut(text, most, "…")) <= most);
        }
    }
}
