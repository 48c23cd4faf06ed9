//! Quotation marks: « », “ ” or " ".

use super::is_space;
use crate::lang::{Lang, Text};
use crate::model::tone::Marks;
use crate::tone::{Hits, Passage};
use std::ops::Range;

/// Words above this many bytes between two marks are not rewritten for them.
const LONGEST: usize = 2_000;

/// Finds pairs of another sort. A mark without its other half is none of a pair; marks inside the
/// wanted ones are those of a quotation in a quotation.
pub(super) fn find(wanted: Marks, passage: &Passage<'_>, hits: &mut Hits<'_>) {
    let text = passage.text;
    let none = match wanted {
        Marks::Guillemets => !text.contains(['"', '“']),
        Marks::Curly => !text.contains(['"', '«']),
        Marks::Straight => !text.contains(['«', '“']),
    };
    if none {
        return;
    }
    let mut inside = 0;
    for pair in pairs(text) {
        if pair.marks == wanted {
            inside = pair.range.end.max(inside);
            continue;
        }
        if pair.range.end <= inside || masked(passage, &pair.range) {
            continue;
        }
        if !add(wanted, text, &pair.range, hits) {
            return;
        }
    }
}

fn masked(passage: &Passage<'_>, pair: &Range<usize>) -> bool {
    passage.is_masked(&(pair.start..pair.start + 1)) || passage.is_masked(&(pair.end - 1..pair.end))
}

/// Two marks and what is between them.
#[derive(Clone, Debug)]
struct Pair {
    marks: Marks,
    range: Range<usize>,
}

/// The pairs of a text, each on one line, by their starts.
fn pairs(text: &str) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let (mut guillemets, mut curly): (Vec<usize>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut straight = None;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        let mut close = |marks: Marks, open: Option<usize>| {
            pairs.extend(open.map(|start| Pair { marks, range: start..end }));
        };
        match c {
            '«' => guillemets.push(at),
            '»' => close(Marks::Guillemets, guillemets.pop()),
            '“' => curly.push(at),
            '”' => close(Marks::Curly, curly.pop()),
            '"' => match straight.take() {
                Some(open) if closes(text, at) => close(Marks::Straight, Some(open)),
                _ => straight = opens(text, at).then_some(at),
            },
            '\n' => {
                guillemets.clear();
                curly.clear();
                straight = None;
            }
            _ => {}
        }
    }
    pairs.sort_unstable_by_key(|pair| pair.range.start);
    pairs
}

/// Whether a straight mark may begin a quotation: not an inch, not the end of a word.
fn opens(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + 1..].chars().next();
    before.is_none_or(|c| !c.is_alphanumeric()) && after.is_some_and(|c| !c.is_whitespace())
}

fn closes(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + 1..].chars().next();
    before.is_some_and(|c| !c.is_whitespace()) && after.is_none_or(|c| !c.is_alphanumeric())
}

/// Tells of a pair; whether more may be told.
fn add(wanted: Marks, text: &str, pair: &Range<usize>, hits: &mut Hits<'_>) -> bool {
    let written = &text[pair.clone()];
    let mut letters = written.chars();
    let (Some(open), Some(close)) = (letters.next(), letters.next_back()) else { return true };
    let words = letters.as_str().trim_matches(is_space);
    if words.trim().is_empty() {
        return true;
    }
    let names = |lang| match (lang, wanted) {
        (_, Marks::Guillemets) => "«\u{a0}…\u{a0}»",
        (_, Marks::Curly) => "“…”",
        (_, Marks::Straight) => "\"…\"",
    };
    let message = Text::of(|lang| match lang {
        Lang::En => format!("quotation marks {open}…{close}"),
        Lang::Fr => format!("guillemets {open}…{close}"),
    });
    let Some(hit) = hits.add(pair.clone(), message) else { return false };
    hit.help(Text::of(|lang| match lang {
        Lang::En => format!("write {}", names(lang)),
        Lang::Fr => format!("écrivez {}", names(lang)),
    }));
    if written.len() <= LONGEST {
        hit.fix(
            pair.clone(),
            match wanted {
                Marks::Guillemets => format!("«\u{a0}{words}\u{a0}»"),
                Marks::Curly => format!("“{words}”"),
                Marks::Straight => format!("\"{words}\""),
            },
        );
    }
    true
}

#[cfg(test)]
mod tests {
    use super::super::super::probe::{found, hits, mended};
    use super::*;
    use crate::model::Demand;
    use crate::model::tone::Typography;

    fn rule(marks: Marks) -> Demand {
        Demand::Typography(Typography { marks: Some(marks), ..Typography::default() })
    }

    #[test]
    fn pairs_are_changed() {
        for (marks, text, better) in [
            (
                Marks::Guillemets,
                "Un \"mot\" et “deux”.",
                "Un «\u{a0}mot\u{a0}» et «\u{a0}deux\u{a0}».",
            ),
            (Marks::Curly, "A \"word\" and «\u{a0}two\u{a0}».", "A “word” and “two”."),
            (Marks::Straight, "A “word” and « two »", "A \"word\" and \"two\""),
            (Marks::Guillemets, "(\"oui\", \"non\")", "(«\u{a0}oui\u{a0}», «\u{a0}non\u{a0}»)"),
        ] {
            assert_eq!(mended(&rule(marks), Lang::Fr, text), better, "{text}");
        }
    }

    #[test]
    fn marks_that_make_no_pair_pass() {
        for text in [
            "un écran de 27\" ou 32\"",
            "« un “mot” cité »",
            "un \" seul",
            "\"un\ndeux\"",
            "“ouvert",
            "",
            "\"\" \" \"",
            "« mot »",
        ] {
            assert_eq!(found(&rule(Marks::Guillemets), Lang::Fr, text), "", "{text}");
        }
        assert_eq!(found(&rule(Marks::Curly), Lang::En, "“a word” and 5\""), "");
        assert_eq!(found(&rule(Marks::Straight), Lang::En, "\"a\" 'b' l’été"), "");
    }

    #[test]
    fn hostile_texts_stop_at_enough() {
        for text in ["\"a\" ".repeat(50_000), "“".repeat(100_000) + &"”".repeat(100_000)] {
            assert_eq!(hits(&rule(Marks::Guillemets), Lang::Fr, &text).len(), 50);
        }
    }
}
