//! What stands before the first word of a line and is no part of its sentence: numbers of a thread,
//! leading tags and mentions, dashes and emoji before a capital.

use super::super::view::View;
use crate::text::Letters;

/// The most tags before a line that are looked at.
const TAGS: usize = 8;

/// Whether what stands before a word only numbers its line or tags it: `1/4`, `(1/3)`, `a)`, `3️⃣`,
/// `#Lyon`, `@lyon`.
pub(super) fn leads(view: &View<'_>, i: usize) -> bool {
    i > 0 && (is_numbered(view, i) || is_tagged(view, i))
}

/// Whether a dash, a slash, a bar, a bracket or an emoji before a capital begins a sentence anew:
/// `PARIS – Viens`, `Info 📢 Deviens`.
pub(super) fn begins(view: &View<'_>, i: usize) -> bool {
    if !matches!(view.letters(i), Letters::Initial | Letters::Capitals) {
        return false;
    }
    let gap = view.gap(i);
    let (from, to) = (gap.chars().next(), gap.chars().next_back());
    let apart = |c: Option<char>| c.is_some_and(char::is_whitespace);
    (apart(from) || apart(to)) && gap.chars().any(is_parting)
}

/// Whether a line begins here in a post that is written in small letters without full stops.
pub(super) fn is_small_line(view: &View<'_>, i: usize) -> bool {
    let small = |i: usize| matches!(view.letters(i), Letters::Small | Letters::None);
    let gap = view.gap(i);
    view.letters(i) == Letters::Small
        && (gap.contains('\n') || gap.trim() == "/" && gap.len() > 2)
        && (0..3).all(small)
        && !goes_on(view.before(i, 1))
        && !is_subject(view, i)
}

/// An apostrophe that is typed with a space, or as a grave accent: `T’ as vu`, ``N`hésite pas``.
pub(super) fn is_apostrophe(gap: &str) -> bool {
    matches!(gap, "’ " | "' " | "`")
}

fn is_parting(c: char) -> bool {
    match c {
        '–' | '—' | '/' | '|' | '>' | ')' | ']' | '-' | '*' | '•' | '·' | '→' => true,
        '\u{2000}'..='\u{206f}' => false,
        _ => c > '\u{2100}',
    }
}

/// Words that end no line of their own.
fn goes_on(word: &str) -> bool {
    [
        "de", "du", "des", "d", "la", "le", "les", "l", "un", "une", "et", "ou", "à", "au", "aux",
        "en", "qui", "que", "qu", "se", "s", "ne", "n", "il", "elle", "on", "je", "j", "y", "pour",
        "par", "sur", "dans", "avec", "sans", "son", "sa", "ses", "leur", "leurs", "ce", "cette",
    ]
    .contains(&word)
}

/// `la chorale` on a line of its own, which the next line tells of.
fn is_subject(view: &View<'_>, i: usize) -> bool {
    (2..=3).any(|back| {
        let first = i.checked_sub(back);
        first.is_some_and(|first| {
            (first == 0 || view.gap(first).contains(['\n', '/']))
                && matches!(view.at(first), "le" | "la" | "les" | "l" | "un" | "une" | "notre")
        })
    })
}

/// `1/4`, `(1/3)`, `1/`, `1)`, `a)`, `3️⃣` at the beginning of a line.
fn is_numbered(view: &View<'_>, i: usize) -> bool {
    let last = i - 1;
    let gap = view.gap(i);
    if gap.len() > 8 || gap.starts_with('.') {
        return false;
    }
    let figure = view.letters(last) == Letters::None && view.range(last).len() <= 10;
    if figure && last > 0 && view.gap(last) == "/" {
        return view.letters(last - 1) == Letters::None && is_first(view, last - 1);
    }
    let keycap = figure && view.text()[view.range(last)].ends_with('\u{20e3}');
    let letter = view.at(last).len() == 1;
    let closed = gap.starts_with([')', '/']) && !gap.starts_with("/ /");
    (keycap || (figure || letter) && closed) && (keycap || is_first(view, last))
}

fn is_first(view: &View<'_>, i: usize) -> bool {
    view.breaks(i) || !view.gap(i).trim().is_empty()
}

/// Tags and mentions from the beginning of a line up to a word.
fn is_tagged(view: &View<'_>, i: usize) -> bool {
    if !view.is_next(i) {
        return false;
    }
    let mut next = i;
    for _ in 0..TAGS {
        let Some(tag) = tag_before(view, next) else { return false };
        let before = view.gap(tag).trim_end_matches(['#', '@']);
        if tag == 0 || view.breaks(tag) || is_numbered(view, tag) || !before.trim().is_empty() {
            return true;
        }
        next = tag;
    }
    false
}

/// The first word of the tag or mention that ends right before a word.
fn tag_before(view: &View<'_>, i: usize) -> Option<usize> {
    for back in 1..=4 {
        let at = i.checked_sub(back)?;
        let gap = view.gap(at);
        if gap.ends_with(['#', '@']) {
            return Some(at);
        }
        if !matches!(gap, "_" | "." | "-") {
            return None;
        }
    }
    None
}
