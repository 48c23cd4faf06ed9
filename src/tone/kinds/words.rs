//! Words of a text as messages show them.

use crate::lang::{Lang, list_or, quote};
use std::ops::Range;

/// The most characters of a text that a message shows.
const SHOWN: usize = 60;

/// The words at some bytes of a text, on one line and not too long.
pub(super) fn shown(text: &str, range: &Range<usize>) -> String {
    let words = text.get(range.clone()).unwrap_or_default();
    let mut line = String::new();
    for (number, c) in words.chars().enumerate() {
        if number >= SHOWN {
            line.push('…');
            break;
        }
        let space = c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
        line.push(if space { ' ' } else { c });
    }
    line
}

/// Words between quotation marks, of which one is chosen; of very many the first are shown.
pub(super) fn any_of(lang: Lang, words: &[impl AsRef<str>]) -> String {
    let mut all: Vec<String> =
        words.iter().take(6).map(|word| quote(lang, word.as_ref())).collect();
    if words.len() > 6 {
        all.push("…".to_owned());
        return all.join(", ");
    }
    list_or(lang, &all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_shown_on_one_line() {
        assert_eq!(shown("un\nmot", &(0..6)), "un mot");
        assert_eq!(shown(&"é".repeat(200), &(0..400)).chars().count(), 61);
        assert_eq!(any_of(Lang::Fr, &["a", "b"]), "«\u{a0}a\u{a0}» ou «\u{a0}b\u{a0}»");
        assert!(any_of(Lang::En, &["a"; 9]).ends_with("…"));
    }
}
