//! What pushes a text over its limit: its end, with what does not fit between two marks.

use super::Look;
use super::notes::{CLOSE, OPEN};
use crate::lang::{Lang, figure, quote};
use crate::render::lines::{cut, one_line};
use unicode_segmentation::UnicodeSegmentation;

/// Letters shown of what fits, before what does not.
const BEFORE: usize = 32;

/// Columns shown of what does not fit.
const SHOWN: usize = 240;

/// `too long from here: “… the last words that fit ⟨and these⟩”`, the marks being [`OPEN`] and
/// [`CLOSE`].
pub(super) fn excess(text: &str, from: usize, look: Look) -> String {
    let (fits, over) = text.split_at_checked(from).unwrap_or((text, ""));
    let beyond = one_line(over);
    if beyond.is_empty() {
        return match look.lang {
            Lang::En => "too long: the spaces or line ends at the end".to_owned(),
            Lang::Fr => "ce qui dépasse\u{a0}: les espaces ou sauts de ligne de la fin".to_owned(),
        };
    }
    let shown = cut(&beyond, SHOWN, "");
    let hidden = beyond.graphemes(true).count() - shown.graphemes(true).count();
    let more = look.ink.ellipsis();
    let end = if hidden > 0 { more } else { "" };
    let marked = format!("{}{OPEN}{shown}{end}{CLOSE}", before(fits, over, more));
    let quoted = quote(look.lang, &marked);
    let hidden = figure(look.lang, hidden);
    match (look.lang, end.is_empty()) {
        (Lang::En, true) => format!("too long: {quoted}"),
        (Lang::Fr, true) => format!("ce qui dépasse\u{a0}: {quoted}"),
        (Lang::En, false) => format!("too long: {quoted} and {hidden} more"),
        (Lang::Fr, false) => format!("ce qui dépasse\u{a0}: {quoted}, et {hidden} de plus"),
    }
}

/// The last words that fit.
fn before(fits: &str, over: &str, more: &str) -> String {
    let mut from = fits.grapheme_indices(true).rev().take(BEFORE).last().map_or(0, |(at, _)| at);
    // From the start of a word, where there is one.
    if from > 0 {
        let tail = &fits[from..];
        from += tail.find(char::is_whitespace).filter(|at| at + 1 < tail.len()).unwrap_or(0);
    }
    let tail = one_line(&fits[from..]);
    if tail.is_empty() {
        return String::new();
    }
    let start = if from > 0 { more } else { "" };
    let parted = fits.ends_with(char::is_whitespace) || over.starts_with(char::is_whitespace);
    let gap = if parted { " " } else { "" };
    format!("{start}{tail}{gap}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::count::Detail;
    use crate::render::plan::Ink;

    fn said(text: &str, from: usize, lang: Lang) -> String {
        let look = Look { lang, columns: 80, ink: Ink::Unicode, detail: Detail::Brief };
        excess(text, from, look).replace(OPEN, "⟨").replace(CLOSE, "⟩")
    }

    #[test]
    fn the_words_that_fit_come_before_those_that_do_not() {
        assert_eq!(said("venez nombreux", 9, Lang::En), "too long: “venez nom⟨breux⟩”");
        assert_eq!(
            said("venez\nnombreux", 6, Lang::Fr),
            "ce qui dépasse\u{a0}: «\u{a0}venez ⟨nombreux⟩\u{a0}»"
        );
        assert_eq!(said("abc", 0, Lang::En), "too long: “⟨abc⟩”");
        let long = "un deux trois quatre cinq six sept huit neuf dix".to_owned();
        assert_eq!(said(&long, 45, Lang::En), "too long: “…quatre cinq six sept huit neuf ⟨dix⟩”");
    }

    #[test]
    fn white_space_and_very_long_ends_are_told() {
        assert!(said("abc\n\n", 4, Lang::En).contains("line ends"));
        let long = "x".repeat(1_300);
        let said = said(&long, 20, Lang::Fr);
        assert!(said.ends_with("…⟩\u{a0}», et 1\u{202f}040 de plus"), "{said}");
    }
}
