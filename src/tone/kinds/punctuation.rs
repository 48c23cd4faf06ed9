//! Exclamation marks, question marks, ellipses, and signs that a brand does not write.

use super::smiley;
use crate::lang::{Lang, Text, count, quote};
use crate::model::tone::{Ellipsis, Punctuation};
use crate::source::Loc;
use crate::tone::passage::marks;
use crate::tone::voice::Reading;
use crate::tone::{Hits, Passage};
use std::ops::Range;

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &Punctuation, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let passage = reading.passage;
    let loud = wanted.max_exclamations.is_some() || wanted.max_run.is_some();
    if loud && !passage.marks().is_empty() {
        if let Some(most) = wanted.max_exclamations {
            exclamations(passage, most, hits);
        }
        if let Some(most) = wanted.max_run {
            each_run(passage, |run, marks| {
                if marks > most {
                    add_run(passage.text, run, marks, most, hits);
                }
            });
        }
    }
    match wanted.ellipsis {
        Some(Ellipsis::Character) => {
            dots(passage, hits);
            if passage.lang == Some(Lang::Fr) {
                followed(passage, hits);
            }
        }
        Some(Ellipsis::Dots) => characters(passage, hits),
        None => {}
    }
    for sign in &wanted.forbid {
        forbidden(passage, sign, hits);
    }
}

/// How many exclamation marks a character is.
pub(super) fn exclaims(c: char) -> u32 {
    match c {
        '!' | '！' | '⁈' | '⁉' => 1,
        '‼' => 2,
        _ => 0,
    }
}

/// How many question marks a character is.
pub(super) fn asks(c: char) -> u32 {
    marks(c) - exclaims(c)
}

fn exclamations(passage: &Passage<'_>, most: u32, hits: &mut Hits<'_>) {
    let mut seen = 0;
    let mut first = None;
    for &(at, c) in passage.marks().iter().filter(|(_, c)| exclaims(*c) > 0) {
        let range = at..at + c.len_utf8();
        if passage.is_masked(&range) {
            continue;
        }
        seen += exclaims(c);
        if seen > most {
            first.get_or_insert(range);
        }
    }
    let Some(first) = first else { return };
    let n = usize::try_from(seen).unwrap_or(usize::MAX);
    let message = Text::of(|lang| match (lang, most) {
        (Lang::En, 0) => {
            format!("{}; none is wanted", count(lang, n, "exclamation mark", "exclamation marks"))
        }
        (Lang::En, _) => {
            format!("{}; {most} at most", count(lang, n, "exclamation mark", "exclamation marks"))
        }
        (Lang::Fr, 0) => format!(
            "{}\u{202f}; aucun n’est voulu",
            count(lang, n, "point d’exclamation", "points d’exclamation")
        ),
        (Lang::Fr, _) => format!(
            "{}\u{202f}; {most} au plus",
            count(lang, n, "point d’exclamation", "points d’exclamation")
        ),
    });
    if let Some(hit) = hits.add(first, message) {
        hit.help(Text::of(|lang| match lang {
            Lang::En => "end these sentences with a full stop".to_owned(),
            Lang::Fr => "terminez ces phrases par un point".to_owned(),
        }));
    }
}

/// Calls `each` with every run of marks and how many they are; a single space between two of them
/// does not end a run.
fn each_run(passage: &Passage<'_>, mut each: impl FnMut(Range<usize>, u32)) {
    let text = passage.text;
    let mut run: Option<(Range<usize>, u32)> = None;
    for &(at, c) in passage.marks() {
        let range = at..at + c.len_utf8();
        if passage.is_masked(&range) {
            continue;
        }
        match &mut run {
            Some((run, n)) if is_joint(&text[run.end..at]) => {
                run.end = range.end;
                *n += marks(c);
            }
            _ => {
                if let Some((run, n)) = run.replace((range, marks(c))) {
                    each(run, n);
                }
            }
        }
    }
    if let Some((run, n)) = run {
        each(run, n);
    }
}

/// Nothing, a space, or what makes an emoji of a mark.
fn is_joint(between: &str) -> bool {
    matches!(between, "" | " " | "\u{a0}" | "\u{202f}" | "\u{2009}" | "\u{fe0f}" | "\u{fe0e}")
}

fn add_run(text: &str, run: Range<usize>, marks: u32, most: u32, hits: &mut Hits<'_>) {
    const SHOWN: usize = 12;
    let written = &text[run.clone()];
    let shown: String = written.chars().take(SHOWN).collect();
    let shown = if shown.len() < written.len() { format!("{shown}…") } else { shown };
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{marks} marks in a row ({shown}); {most} at most"),
        Lang::Fr => format!("{marks} signes de suite ({shown})\u{202f}; {most} au plus"),
    });
    let Some(hit) = hits.add(run.clone(), message) else { return };
    hit.help(Text::of(|lang| match lang {
        Lang::En => "one mark says it".to_owned(),
        Lang::Fr => "un seul signe suffit".to_owned(),
    }));
    let first = written.chars().next().filter(char::is_ascii);
    let alike = first.filter(|first| {
        written.chars().all(|c| c == *first || is_joint(c.encode_utf8(&mut [0; 4])))
    });
    if let (Some(first), Ok(most)) = (alike, usize::try_from(most))
        && most > 0
    {
        hit.fix(run, first.to_string().repeat(most));
    }
}

/// `Etc….`: in French nothing follows the character, which ends the sentence.
fn followed(passage: &Passage<'_>, hits: &mut Hits<'_>) {
    for (at, pair) in passage.text.match_indices("….") {
        let range = at..at + pair.len();
        let more = passage.text[range.end..].starts_with(['.', '…']);
        if more || passage.is_masked(&range) {
            continue;
        }
        let message = Text::of(|lang| match lang {
            Lang::En => "a full stop after …".to_owned(),
            Lang::Fr => "un point après …".to_owned(),
        });
        let Some(hit) = hits.add(range.clone(), message) else { return };
        hit.help(Text::of(|lang| match lang {
            Lang::En => "in French, … ends the sentence by itself".to_owned(),
            Lang::Fr => "… termine la phrase à lui seul".to_owned(),
        }));
        hit.fix(range, "…");
    }
}

/// Dots that are written for the character.
fn dots(passage: &Passage<'_>, hits: &mut Hits<'_>) {
    let text = passage.text;
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(start) = memchr::memmem::find(&bytes[at..], b"..").map(|found| at + found) {
        let n = bytes[start..].iter().take_while(|byte| **byte == b'.').count();
        at = start + n;
        let range = start..at;
        if passage.is_masked(&range) || !is_ellipsis(&text[..start], &text[at..], n) {
            continue;
        }
        let better = if n == 4 && passage.lang == Some(Lang::En) { "…." } else { "…" };
        let message = Text::of(|lang| match lang {
            Lang::En => format!("{n} dots in a row where one sign does, …"),
            Lang::Fr => format!("{n} points à la suite\u{a0}: un seul signe suffit, …"),
        });
        let Some(hit) = hits.add(range.clone(), message) else { return };
        hit.help(Text::of(|lang| match lang {
            Lang::En => "write …: screen readers and line breaks take it for one sign".to_owned(),
            Lang::Fr => {
                "écrivez …\u{a0}: les lecteurs d’écran et les fins de ligne y voient un seul signe"
                    .to_owned()
            }
        }));
        hit.fix(range, better);
    }
}

/// Whether so many dots between two texts are surely an ellipsis: no path, range of numbers, row of
/// dots that leads to a price, or line of dots that keeps paragraphs apart.
fn is_ellipsis(before: &str, after: &str, dots: usize) -> bool {
    let (last, next) = (before.chars().next_back(), after.chars().next());
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let path = |c: Option<char>| matches!(c, Some('/' | '\\' | '~' | '=' | '<'));
    let line_start = last.is_none_or(|c| c == '\n');
    let line_end = next.is_none_or(|c| matches!(c, '\n' | '\r'));
    if path(last) || path(next) || (digit(last) && digit(next)) || (line_start && line_end) {
        return false;
    }
    match dots {
        2 => {
            let ended = next.is_none_or(|c| c.is_whitespace() || "!?)»”\"".contains(c));
            let abbreviated = ["etc", "p", "cf", "inc", "co"].iter().any(|word| {
                let head = before.len().checked_sub(word.len());
                head.is_some_and(|at| {
                    let tail = before.get(at..).unwrap_or_default();
                    let apart =
                        || before[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
                    tail.eq_ignore_ascii_case(word) && apart()
                })
            });
            last.is_some_and(char::is_alphabetic) && ended && !abbreviated
        }
        3..=5 => true,
        _ => false,
    }
}

/// The character where dots are wanted.
fn characters(passage: &Passage<'_>, hits: &mut Hits<'_>) {
    for (at, sign) in passage.text.match_indices('…') {
        let range = at..at + sign.len();
        if passage.is_masked(&range) {
            continue;
        }
        let message = Text::of(|lang| match lang {
            Lang::En => "an ellipsis in one character, three dots are wanted".to_owned(),
            Lang::Fr => {
                "des points de suspension en un seul caractère, trois points sont voulus".to_owned()
            }
        });
        let Some(hit) = hits.add(range.clone(), message) else { return };
        hit.fix(range, "...");
    }
}

/// A sign that is not written.
fn forbidden(passage: &Passage<'_>, sign: &Loc<String>, hits: &mut Hits<'_>) {
    let sign = sign.value.trim();
    if sign.is_empty() {
        return;
    }
    for (at, _) in passage.text.match_indices(sign) {
        let face = || {
            matches!(sign, ":" | ";") && {
                smiley::is_face(passage.text, at) || smiley::entity(passage.text, at)
            }
        };
        let range = at..at + sign.len();
        if passage.is_masked(&range) || face() {
            continue;
        }
        let message = Text::of(|lang| match lang {
            Lang::En => format!("{} is not written here", quote(lang, sign)),
            Lang::Fr => format!("{} ne s’emploie pas ici", quote(lang, sign)),
        });
        let Some(hit) = hits.add(range, message) else { return };
        hit.help(Text::of(|lang| match lang {
            Lang::En => "cut the sentence in two, or use another sign".to_owned(),
            Lang::Fr => "coupez la phrase en deux, ou employez un autre signe".to_owned(),
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, hits, mended, words};
    use super::*;
    use crate::model::Demand;

    fn rule(wanted: Punctuation) -> Demand {
        Demand::Punctuation(wanted)
    }

    #[test]
    fn the_first_exclamation_too_many_is_shown() {
        let rule = rule(Punctuation { max_exclamations: Some(1), ..Punctuation::default() });
        let text = "Oui ! Encore ! Et encore !!";
        let hits = hits(&rule, Lang::Fr, text);
        assert_eq!(hits.len(), 1);
        assert_eq!(hits[0].range, 13..14);
        assert_eq!(hits[0].message.get(Lang::Fr), "4 points d’exclamation\u{202f}; 1 au plus");
        assert_eq!(found(&rule, Lang::Fr, "Bravo ‼"), "‼");
        for text in ["Oui !", "", "Voir https://a.fr/!a!b!c ici !", "Non ? Si ? Oui."] {
            assert_eq!(found(&rule, Lang::Fr, text), "", "{text}");
        }
    }

    #[test]
    fn marks_in_a_row_are_one_hit() {
        let rule = rule(Punctuation { max_run: Some(1), ..Punctuation::default() });
        for (text, run, better) in [
            ("Bravo !!!", "!!!", "Bravo !"),
            ("Bravo ! ! !", "! ! !", "Bravo !"),
            ("Quoi ?!", "?!", "Quoi ?!"),
            ("Oh ‼", "‼", "Oh ‼"),
            ("Quoi ??? Oui !!", "???|!!", "Quoi ? Oui !"),
        ] {
            assert_eq!(found(&rule, Lang::Fr, text), run, "{text}");
            assert_eq!(mended(&rule, Lang::Fr, text), better, "{text}");
        }
        for text in
            ["Oui ! Non !", "Oui !\n! Non", "https://a.fr/?a=!!b", "Vraiment ?", "a ? b ? c !"]
        {
            assert_eq!(found(&rule, Lang::Fr, text), "", "{text}");
        }
    }

    #[test]
    fn dots_become_the_character() {
        let rule =
            rule(Punctuation { ellipsis: Some(Ellipsis::Character), ..Punctuation::default() });
        for (text, better) in [
            ("Bientôt...", "Bientôt…"),
            ("Bientôt..", "Bientôt…"),
            ("Bientôt....", "Bientôt…"),
            ("...et la suite", "…et la suite"),
            ("Il dit [...] non", "Il dit […] non"),
            ("Ah... bon.. oui", "Ah… bon… oui"),
            ("Etc….", "Etc…"),
        ] {
            assert_eq!(mended(&rule, Lang::Fr, text), better, "{text}");
        }
        assert_eq!(mended(&rule, Lang::En, "The end.... And then"), "The end…. And then");
        for text in [
            "Bientôt…",
            "Fin. Suite.",
            "cd ../images",
            "./... et ..\\a",
            "de 1..5 et 1...5",
            "https://a.fr/x...y",
            "Café .......... 2 €",
            "Un\n...\nDeux",
            "etc..",
            "2026..",
            "a..b",
            "3.50 à 9.30",
        ] {
            assert_eq!(found(&rule, Lang::Fr, text), "", "{text}");
        }
    }

    #[test]
    fn the_character_becomes_dots() {
        let rule = rule(Punctuation { ellipsis: Some(Ellipsis::Dots), ..Punctuation::default() });
        assert_eq!(mended(&rule, Lang::Fr, "Ah… bon…"), "Ah... bon...");
        assert_eq!(found(&rule, Lang::Fr, "Ah... bon"), "");
    }

    #[test]
    fn signs_that_are_not_written() {
        let rule = rule(Punctuation { forbid: words(&["—", ";", ""]), ..Punctuation::default() });
        assert_eq!(found(&rule, Lang::Fr, "Un — deux ; trois"), "—|;");
        for text in ["Salut ;)", "Pain &amp; vin", "https://a.fr/;a", "Un - deux – trois"] {
            assert_eq!(found(&rule, Lang::Fr, text), "", "{text}");
        }
    }

    #[test]
    fn long_runs_cost_little_and_say_little() {
        let rule = rule(Punctuation {
            max_exclamations: Some(1),
            max_run: Some(1),
            ellipsis: Some(Ellipsis::Character),
            forbid: words(&["!"]),
        });
        assert_eq!(hits(&rule, Lang::Fr, &"!".repeat(100_000)).len(), 50);
        assert_eq!(hits(&rule, Lang::Fr, &"a.. ".repeat(10_000)).len(), 50);
    }
}
