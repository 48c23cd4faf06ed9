//! The names of months, in the languages that exports come in, by their first letters.

/// First letters without accents, and the month: English, French, German, Spanish, Italian,
/// Portuguese, Dutch share most of them. Longer ones come first.
const STARTS: [(&str, u32); 27] = [
    ("juin", 6),
    ("juil", 7),
    ("maer", 3),
    ("jan", 1),
    ("ene", 1),
    ("gen", 1),
    ("feb", 2),
    ("fev", 2),
    ("mar", 3),
    ("mrz", 3),
    ("apr", 4),
    ("avr", 4),
    ("abr", 4),
    ("may", 5),
    ("mai", 5),
    ("mag", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("aou", 8),
    ("ago", 8),
    ("sep", 9),
    ("oct", 10),
    ("okt", 10),
    ("nov", 11),
    ("dec", 12),
    ("dez", 12),
];

/// The month that a word names.
pub(super) fn month(word: &str) -> Option<u32> {
    let is_word = (3..=12).contains(&word.len()) && word.chars().all(char::is_alphabetic);
    if !is_word {
        return None;
    }
    let plain = crate::text::fold(word);
    let plain = if plain.starts_with("dic") { "dec" } else { plain.as_str() };
    STARTS.iter().find(|(start, _)| plain.starts_with(start)).map(|(_, month)| *month)
}

#[cfg(test)]
mod tests {
    use super::month;

    #[test]
    fn months_of_four_languages() {
        for (number, names) in [
            (1, "January janvier Januar enero"),
            (2, "February février Februar febrero févr"),
            (3, "March mars März marzo Mrz"),
            (5, "May mai Mai mayo"),
            (6, "June juin Juni junio"),
            (7, "July juillet Juli julio"),
            (8, "August août AOÛT agosto"),
            (12, "December décembre Dezember diciembre"),
        ] {
            for name in names.split(' ') {
                assert_eq!(month(name), Some(number), "{name}");
            }
        }
        assert_eq!(month("Tue"), None);
        assert_eq!(month("ma"), None);
        assert_eq!(month("🎉🎉🎉"), None);
    }
}
