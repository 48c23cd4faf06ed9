//! What was probably meant by words that are no date.

use super::{fold, names, read};
use chrono::NaiveDate;

/// Phrases to suggest whole, as people write them.
const PHRASES: [&str; 26] = [
    "aujourd’hui",
    "today",
    "demain",
    "tomorrow",
    "après-demain",
    "hier",
    "yesterday",
    "avant-hier",
    "cette semaine",
    "this week",
    "semaine prochaine",
    "next week",
    "semaine dernière",
    "last week",
    "ce mois",
    "this month",
    "mois prochain",
    "next month",
    "mois dernier",
    "last month",
    "ce week-end",
    "this weekend",
    "lundi prochain",
    "next monday",
    "lundi dernier",
    "last monday",
];

/// Words to mend one by one, beside the names of days and months; folded.
const WORDS: [&str; 16] = [
    "prochain",
    "prochaine",
    "dernier",
    "derniere",
    "next",
    "last",
    "this",
    "cette",
    "semaine",
    "week",
    "mois",
    "month",
    "jours",
    "days",
    "dans",
    "weeks",
];

/// The words of a date close to `text`, if there is one: they parse.
pub(super) fn suggestion(text: &str, today: NaiveDate) -> Option<String> {
    let folded = fold::phrase(text);
    if folded.is_empty() || folded.chars().count() > 64 {
        return None;
    }
    let phrases = PHRASES.iter().map(|phrase| (fold::phrase(phrase), *phrase));
    // Half a phrase (`semaine`) is closer to the whole of it than to any other word.
    if let Some((_, phrase)) =
        phrases.clone().find(|(words, _)| words.split(' ').any(|word| word == folded))
    {
        return Some(phrase.to_owned());
    }
    let whole = phrases
        .map(|(words, phrase)| (strsim::osa_distance(&folded, &words), phrase))
        .min_by_key(|(distance, _)| *distance)
        .filter(|(distance, phrase)| *distance <= allowed(phrase))
        .map(|(_, phrase)| phrase.to_owned());
    whole.or_else(|| mended(&folded).filter(|words| read(words, today).is_ok()))
}

/// The known word a few slips away, if any.
pub(super) fn closest(
    word: &str,
    known: impl Iterator<Item = &'static str>,
) -> Option<&'static str> {
    known
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= allowed(candidate))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Each unknown word replaced by the nearest known one.
fn mended(folded: &str) -> Option<String> {
    let words: Option<Vec<&str>> = folded
        .split(' ')
        .map(|word| {
            let letters = word.chars().all(char::is_alphabetic);
            let known = names::weekday(word).is_some() || names::month(word).is_some();
            match letters && !known && word.len() > 2 {
                true => closest(word, WORDS.into_iter().chain(names::all())),
                false => Some(word),
            }
        })
        .collect();
    words.map(|words| words.join(" ")).filter(|words| words != folded)
}

/// How many slips of the keyboard a word of that length forgives.
fn allowed(word: &str) -> usize {
    match word.chars().count() {
        0..=3 => 0,
        4..=5 => 1,
        6..=9 => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mends_words() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        for (text, expected) in [
            ("demian", Some("demain")),
            ("tomorow", Some("tomorrow")),
            ("semaine prochiane", Some("semaine prochaine")),
            ("apres demaain", Some("après-demain")),
            ("24 novmbre", Some("24 novembre")),
            ("vendrdi prochain", Some("vendredi prochain")),
            ("wendesday", Some("wednesday")),
            ("semaine", Some("cette semaine")),
            ("week", Some("this week")),
            ("31 novmbre", None),
            ("quand ça vous arrange", None),
            ("", None),
        ] {
            assert_eq!(suggestion(text, today).as_deref(), expected, "{text}");
        }
    }
}
