//! Words that somebody else says to somebody else: between marks of quotation that are no French
//! ones, and in a dialogue.

use super::super::view::View;
use super::Sign;
use crate::text::Letters;

/// How far a dialogue is looked through, in words.
const REACH: usize = 40;

/// Takes away the signs that are quoted or spoken in a dialogue.
pub(super) fn leave_out(view: &View<'_>, signs: &mut Vec<Sign>) {
    if signs.is_empty() {
        return;
    }
    let quoted = quoted(view.text());
    signs.retain(|sign| {
        let at = quoted.partition_point(|(_, end)| *end <= sign.range.start);
        let within = quoted.get(at).is_some_and(|(start, _)| *start < sign.range.start);
        !within && !is_dialogue(view, sign.word)
    });
}

/// What stands between ' ', ‘ ’ and „ “ in one paragraph, as starts and ends; in the order of the
/// text.
fn quoted(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    if !text.contains(['\'', '‘', '„']) {
        return found;
    }
    let mut open: Option<(usize, char)> = None;
    let mut before = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let apart = before.is_none_or(|c: char| c.is_whitespace() || c == '(');
        let starts = apart && next.is_some_and(char::is_alphanumeric);
        match (c, open) {
            ('\n', Some(_)) if next == Some('\n') => open = None,
            ('\'' | '‘' | '„', None) if starts => open = Some((at, c)),
            ('\'', Some((start, '\''))) | ('’', Some((start, '‘'))) if ends(before, next) => {
                found.push((start, at));
                open = None;
            }
            ('“' | '”', Some((start, '„'))) => {
                found.push((start, at));
                open = None;
            }
            _ => {}
        }
        before = Some(c);
    }
    found
}

/// Whether a mark between these can close a quotation; an apostrophe joins two words.
fn ends(before: Option<char>, next: Option<char>) -> bool {
    before.is_some_and(|c| !c.is_whitespace()) && next.is_none_or(|c| !c.is_alphanumeric())
        || before.is_some_and(char::is_whitespace)
            && next.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '.'))
}

/// `— Tu viens ? demande-t-elle`: a dash begins the line, and somebody is said to speak.
fn is_dialogue(view: &View<'_>, word: usize) -> bool {
    let Some(first) = (word.saturating_sub(REACH)..=word)
        .rev()
        .find(|at| *at == 0 || view.gap(*at).contains('\n'))
    else {
        return false;
    };
    let line = view.gap(first).rsplit('\n').next().unwrap_or_default();
    if !line.trim_start().starts_with(['—', '–']) {
        return false;
    }
    for at in word + 1..view.len().min(word + REACH) {
        if view.gap(at).contains('\n') {
            return false;
        }
        if says(view.at(at)) && view.letters(at) == Letters::Small && names_speaker(view, at + 1) {
            return true;
        }
    }
    false
}

/// `demande-t-elle`, `dit-il`, `répond Paul`, `demande l’ourse`.
fn names_speaker(view: &View<'_>, i: usize) -> bool {
    match view.at(i) {
        "il" | "elle" | "on" | "je" | "ils" | "elles" | "t" => view.gap(i) == "-",
        "le" | "la" | "l" | "les" | "un" | "une" | "mon" | "ma" | "son" | "sa" => view.is_next(i),
        _ => view.is_next(i) && view.letters(i) == Letters::Initial,
    }
}

fn says(word: &str) -> bool {
    [
        "dit",
        "demande",
        "répond",
        "réplique",
        "lance",
        "crie",
        "murmure",
        "souffle",
        "fait",
        "répondit",
        "demanda",
        "répliqua",
        "lança",
        "cria",
        "murmura",
        "souffla",
        "ajoute",
        "ajouta",
        "soupire",
        "soupira",
        "s'écrie",
        "écrie",
        "écria",
        "chuchote",
        "chuchota",
        "rétorque",
        "rétorqua",
        "interroge",
        "insiste",
        "propose",
        "sourit",
        "rit",
        "disait",
        "disent",
        "demandait",
        "demandent",
    ]
    .contains(&word)
}
