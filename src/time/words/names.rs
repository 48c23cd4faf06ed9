//! The names of weekdays and months in French and English, folded as [`super::fold`] does.

use chrono::Weekday;

/// Full and short names: French, English.
const WEEKDAYS: [(Weekday, &[&str], &[&str]); 7] = [
    (Weekday::Mon, &["lundi", "lun"], &["monday", "mon"]),
    (Weekday::Tue, &["mardi", "mar"], &["tuesday", "tue", "tues"]),
    (Weekday::Wed, &["mercredi", "mer"], &["wednesday", "wed"]),
    (Weekday::Thu, &["jeudi", "jeu"], &["thursday", "thu", "thur", "thurs"]),
    (Weekday::Fri, &["vendredi", "ven"], &["friday", "fri"]),
    (Weekday::Sat, &["samedi", "sam"], &["saturday", "sat"]),
    (Weekday::Sun, &["dimanche", "dim"], &["sunday", "sun"]),
];

const MONTHS: [&[&str]; 12] = [
    &["janvier", "janv", "january", "jan"],
    &["fevrier", "fevr", "fev", "february", "feb"],
    &["mars", "march", "mar"],
    &["avril", "avr", "april", "apr"],
    &["mai", "may"],
    &["juin", "june", "jun"],
    &["juillet", "juil", "july", "jul"],
    &["aout", "august", "aug", "aou"],
    &["septembre", "sept", "september", "sep"],
    &["octobre", "october", "oct"],
    &["novembre", "november", "nov"],
    &["decembre", "december", "dec"],
];

/// The weekday of a folded name.
pub(in crate::time) fn weekday(word: &str) -> Option<Weekday> {
    WEEKDAYS
        .iter()
        .find(|(_, fr, en)| fr.contains(&word) || en.contains(&word))
        .map(|(day, ..)| *day)
}

/// Whether a folded name is an English weekday.
pub(in crate::time) fn english(word: &str) -> bool {
    WEEKDAYS.iter().any(|(_, _, en)| en.contains(&word))
}

/// The month, from 1, of a folded name.
pub(in crate::time) fn month(word: &str) -> Option<u32> {
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word)).map(|(number, _)| number)
}

/// The weekday whose full name is a slip or two away.
pub(in crate::time) fn nearest_weekday(word: &str) -> Option<Weekday> {
    let full = WEEKDAYS.iter().flat_map(|(_, fr, en)| [fr[0], en[0]].into_iter());
    super::nearest::closest(word, full).and_then(weekday)
}

/// Every full name, folded, for suggestions.
pub(super) fn all() -> impl Iterator<Item = &'static str> {
    let days = WEEKDAYS.iter().flat_map(|(_, fr, en)| [fr[0], en[0]]);
    let months = MONTHS.iter().flat_map(|names| names.iter().copied());
    days.chain(months.filter(|name| name.len() > 3))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages() {
        assert_eq!(weekday("mar"), Some(Weekday::Tue));
        assert_eq!(weekday("sunday"), Some(Weekday::Sun));
        assert_eq!(month("mar"), Some(3));
        assert_eq!(month("aout"), Some(8));
        assert_eq!((weekday(""), month("")), (None, None));
        assert_eq!(nearest_weekday("wendesday"), Some(Weekday::Wed));
        assert_eq!(nearest_weekday("xyz"), None);
        assert!(english("mon") && !english("lun"));
    }

    #[test]
    fn no_name_stands_for_two_things() {
        for (i, names) in MONTHS.iter().enumerate() {
            for name in *names {
                let later = &MONTHS[i + 1..];
                assert!(later.iter().all(|others| !others.contains(name)));
            }
        }
    }
}
