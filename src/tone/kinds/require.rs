//! Words that must be there.

use super::place::{letters_end, room};
use super::words::any_of;
use crate::lang::{Lang, Text, count};
use crate::model::tone::{Position, Require};
use crate::tone::terms::Role;
use crate::tone::voice::Reading;
use crate::tone::{Hits, Part};
use std::ops::Range;

/// Matches of patterns that are looked at: the first in the right place is enough.
const MOST: usize = 1_000;

/// Finds what a text says against the rule. Titles, comments and pictures owe nothing.
pub(in crate::tone) fn find(wanted: &Require, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let passage = reading.passage;
    if passage.part != Part::Text || passage.text.trim().is_empty() || !is_due(wanted, reading) {
        return;
    }
    let terms = reading.found.of(reading.index, Role::Main).iter().map(|found| found.range.clone());
    let mut places: Vec<Range<usize>> = terms.collect();
    places.extend(reading.patterns.matches(passage, MOST));
    let room = wanted_room(wanted, reading);
    let fits = |place: &Range<usize>| match wanted.position {
        Position::Start if wanted.within.is_none() => begins(passage.text, place),
        // The room begins with the last word, which may be the last of what is wanted.
        Position::End if wanted.within.is_none() => place.end > room.start,
        _ => room.start <= place.start && place.end <= room.end,
    };
    if places.iter().any(fits) {
        return;
    }
    let choices: Vec<&str> = wanted.any_of.iter().map(|word| word.value.trim()).collect();
    let misplaced = places.into_iter().min_by_key(|place| place.start);
    let range = misplaced.clone().unwrap_or(0..0);
    let message = if misplaced.is_some() { elsewhere(wanted) } else { missing(&choices) };
    if let Some(hit) = hits.add(range, message) {
        hit.help(help(wanted, &choices));
    }
}

/// Whether all that the rule waits for is there.
fn is_due(wanted: &Require, reading: &Reading<'_>) -> bool {
    let when = &wanted.when;
    let field = when.field.is_none_or(|field| reading.about.fields.contains(&field));
    let terms = || when.terms.is_empty() || !reading.found.of(reading.index, Role::When).is_empty();
    field && terms() && reading.patterns.holds(reading.passage)
}

/// Where what is wanted may stand.
fn wanted_room(wanted: &Require, reading: &Reading<'_>) -> Range<usize> {
    let text = reading.passage.text;
    let Some(within) = wanted.within else {
        return room(wanted.position, reading, None);
    };
    match wanted.position {
        Position::Anywhere | Position::Start | Position::BeforeFold => 0..letters_end(text, within),
        Position::FirstLine => {
            let line = room(Position::FirstLine, reading, None);
            0..line.end.min(letters_end(text, within))
        }
        Position::LastLine | Position::End => {
            let letters = u32::try_from(crate::networks::letters(text)).unwrap_or(u32::MAX);
            letters_end(text, letters.saturating_sub(within))..text.len()
        }
    }
}

/// Whether nothing that is read stands before a place.
fn begins(text: &str, place: &Range<usize>) -> bool {
    !text.get(..place.start).unwrap_or_default().contains(char::is_alphanumeric)
}

fn missing(choices: &[&str]) -> Text {
    Text::of(|lang| match (lang, choices.len()) {
        (Lang::En, 0) => "what the rule asks for is not in the text".to_owned(),
        (Lang::Fr, 0) => "ce que la règle demande n’est pas dans le texte".to_owned(),
        (Lang::En, _) => format!("{} is missing", any_of(lang, choices)),
        (Lang::Fr, _) => format!("il manque {}", any_of(lang, choices)),
    })
}

fn elsewhere(wanted: &Require) -> Text {
    Text::of(|lang| {
        let place = place(lang, wanted);
        match lang {
            Lang::En => format!("this belongs {place}"),
            Lang::Fr => format!("ceci se place {place}"),
        }
    })
}

fn help(wanted: &Require, choices: &[&str]) -> Text {
    Text::of(|lang| {
        let place = place(lang, wanted);
        match (lang, choices.len()) {
            (Lang::En, 0) => format!("write it {place}"),
            (Lang::Fr, 0) => format!("écrivez-le {place}"),
            (Lang::En, _) => format!("write {} {place}", any_of(lang, choices)),
            (Lang::Fr, _) => format!("écrivez {} {place}", any_of(lang, choices)),
        }
    })
}

/// Where it is wanted, in words.
fn place(lang: Lang, wanted: &Require) -> String {
    let end = matches!(wanted.position, Position::LastLine | Position::End);
    if let Some(within) = wanted.within {
        let within = usize::try_from(within).unwrap_or(usize::MAX);
        return match (lang, end) {
            (Lang::En, false) => {
                format!("within the first {}", count(lang, within, "character", "characters"))
            }
            (Lang::En, true) => {
                format!("within the last {}", count(lang, within, "character", "characters"))
            }
            (Lang::Fr, false) => {
                format!("dans les {} du début", count(lang, within, "caractère", "caractères"))
            }
            (Lang::Fr, true) => {
                format!("dans les {} de la fin", count(lang, within, "caractère", "caractères"))
            }
        };
    }
    match (lang, wanted.position) {
        (Lang::En, Position::Anywhere) => "in the text",
        (Lang::Fr, Position::Anywhere) => "dans le texte",
        (Lang::En, Position::Start) => "at the very beginning",
        (Lang::Fr, Position::Start) => "au tout début",
        (Lang::En, Position::FirstLine) => "in the first line",
        (Lang::Fr, Position::FirstLine) => "dans la première ligne",
        (Lang::En, Position::BeforeFold) => "before the network cuts the text",
        (Lang::Fr, Position::BeforeFold) => "avant que le réseau ne coupe le texte",
        (Lang::En, Position::LastLine) => "in the last line",
        (Lang::Fr, Position::LastLine) => "dans la dernière ligne",
        (Lang::En, Position::End) => "at the very end",
        (Lang::Fr, Position::End) => "à la toute fin",
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Demand;
    use crate::model::tone::{Condition, Field};
    use crate::tone::trial::{loc, locs, read, rule, voice};
    use crate::tone::{Circumstances, Hit};

    fn hits(wanted: Require, text: &str, fields: &[Field]) -> Vec<Hit> {
        let voice = voice(vec![rule(Demand::Require(wanted))], &[]);
        let about = Circumstances { fields: fields.to_vec(), ..Circumstances::default() };
        read(&voice, text, Lang::Fr, &about)
    }

    fn terms(any_of: &[&str], position: Position, within: Option<u32>) -> Require {
        Require { any_of: locs(any_of), position, within, ..Require::default() }
    }

    #[test]
    fn one_of_the_words_is_enough() {
        let wanted = || terms(&["#recette", "en cuisine"], Position::Anywhere, None);
        assert!(hits(wanted(), "Le soir #Recette", &[]).is_empty());
        assert!(hits(wanted(), "Ce soir EN CUISINE", &[]).is_empty());
        let found = hits(wanted(), "Le soir #recettes", &[]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].range, 0..0);
        assert!(found[0].message.get(Lang::Fr).starts_with("il manque «\u{a0}#recette\u{a0}» ou"));
    }

    #[test]
    fn conditions_all_hold() {
        let when = Condition {
            field: Some(Field::Link),
            terms: locs(&["promo"]),
            pattern: Some(loc(r"\d+\s?%")),
        };
        let wanted = || Require {
            when: when.clone(),
            patterns: locs(&[r"\bjusqu.au\b"]),
            ..Require::default()
        };
        let text = "Promos : 20 %";
        assert_eq!(hits(wanted(), text, &[Field::Link]).len(), 1);
        assert!(hits(wanted(), text, &[]).is_empty());
        assert!(hits(wanted(), "Promo", &[Field::Link]).is_empty());
        assert!(hits(wanted(), "20 %", &[Field::Link]).is_empty());
        assert!(hits(wanted(), "Promo 20 % jusqu’au 3", &[Field::Link]).is_empty());
    }

    #[test]
    fn the_place_counts() {
        let at = |position, within, text: &str| {
            let found = hits(terms(&["Publicité"], position, within), text, &[]);
            found.first().map(|hit| text[hit.range.clone()].to_owned())
        };
        assert_eq!(at(Position::Start, None, "🎉 Publicité : voici"), None);
        assert_eq!(at(Position::Start, None, "Voici. Publicité").as_deref(), Some("Publicité"));
        assert_eq!(at(Position::FirstLine, None, "Une publicité\nici"), None);
        assert_eq!(at(Position::FirstLine, None, "Une\npublicité").as_deref(), Some("publicité"));
        assert_eq!(at(Position::LastLine, None, "Une\npublicité !\n"), None);
        assert_eq!(at(Position::End, None, "Une publicité. #bio"), None);
        assert_eq!(at(Position::Anywhere, Some(10), "Publicité"), None);
        assert_eq!(at(Position::Anywhere, Some(9), "ô publicité").as_deref(), Some("publicité"));
        assert_eq!(at(Position::End, Some(11), "Une publicité !"), None);
        assert_eq!(at(Position::End, Some(10), "Une publicité !").as_deref(), Some("publicité"));
    }
}
