//! Lines that fit a width, in columns of a terminal.

use unicode_width::UnicodeWidthChar;

/// How many columns a text takes at most: character by character, since many terminals draw the
/// parts of a joined emoji one after the other. Styles must not be in it.
#[must_use]
pub fn columns(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(1)).sum()
}

/// The lines of a text, each at most `width` columns. Lines break at spaces, never at no-break
/// spaces nor at the plain ones that stand for them, inside « » and before `;`, `:`, `!`, `?`; a word wider than a line is broken where the line ends. There is at least one line.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(8);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in words(paragraph) {
            for piece in pieces(&word, width) {
                let gap = usize::from(!line.is_empty());
                if columns(&line) + gap + columns(&piece) > width && !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                }
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(&piece);
            }
        }
        lines.push(line);
    }
    lines
}

/// The words of a paragraph, with the signs that belong to them.
fn words(paragraph: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in paragraph.split([' ', '\t']).filter(|word| !word.is_empty()) {
        let closes = word.starts_with('»') || matches!(word, ";" | ":" | "!" | "?");
        match words.last_mut() {
            Some(last) if closes || last.ends_with('«') => {
                last.push(' ');
                last.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    words
}

/// A word in pieces that fit; marks that combine stay with their letter.
fn pieces(word: &str, width: usize) -> Vec<String> {
    if columns(word) <= width {
        return vec![word.to_owned()];
    }
    let mut pieces = vec![String::new()];
    let mut used = 0;
    for c in word.chars() {
        let wide = c.width().unwrap_or(1);
        if used + wide > width {
            pieces.push(String::new());
            used = 0;
        }
        used += wide;
        if let Some(last) = pieces.last_mut() {
            last.push(c);
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_at_spaces_and_never_at_no_break_spaces() {
        assert_eq!(
            wrap("une date\u{a0}: le 24 novembre", 14),
            ["une date\u{a0}: le", "24 novembre"]
        );
        assert_eq!(wrap("dire « oui » ou non ?", 9), ["dire", "« oui »", "ou non ?"]);
        assert_eq!(wrap("", 20), [""]);
        assert_eq!(wrap("a\n\nb", 20), ["a", "", "b"]);
    }

    #[test]
    fn long_words_are_broken_and_wide_letters_count_twice() {
        assert_eq!(wrap("abcdefghijkl", 8), ["abcdefgh", "ijkl"]);
        assert_eq!(wrap("日本語日本語", 8), ["日本語日", "本語"]);
        assert_eq!(wrap("e\u{301}te\u{301} 12345", 8), ["e\u{301}te\u{301}", "12345"]);
    }

    #[test]
    fn no_line_is_ever_too_wide() {
        let mut random = fastrand::Rng::with_seed(7);
        let letters = ['a', 'é', ' ', '日', '\u{301}', '👩', '\u{200d}', '\u{a0}', '\n'];
        for _ in 0..300 {
            let text: String =
                (0..random.usize(0..80)).map(|_| letters[random.usize(0..letters.len())]).collect();
            let width = random.usize(8..40);
            for line in wrap(&text, width) {
                assert!(columns(&line) <= width, "{line:?} in {width}");
            }
        }
    }
}
