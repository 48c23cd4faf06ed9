//! When two phrases are the same, and when one stands in another: accents count, case does not.

use unicode_normalization::UnicodeNormalization;

/// Words as they are compared: composed, in small letters, with plain apostrophes and single spaces.
/// Accents stay, for `pâte` is not `pâté`.
///
/// ```
/// use edito::text::phrases::key;
/// assert_eq!(key(" L’Été\n à  Sète"), "l'été à sète");
/// ```
#[must_use]
pub fn key(words: &str) -> String {
    written(words).to_lowercase()
}

/// The same where capitals matter.
#[must_use]
pub fn written(words: &str) -> String {
    let plain = words.nfc().collect::<String>().replace('’', "'");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether words of a [`key`] stand in another one, whole.
#[must_use]
pub fn says(text: &str, words: &str) -> bool {
    let within = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !words.is_empty()
        && text.match_indices(words).any(|(start, _)| {
            let before = text[..start].chars().next_back();
            let after = text[start + words.len()..].chars().next();
            !within(before) && !within(after)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_whole_and_whatever_their_case() {
        assert_eq!(key("  L’Été\u{a0}indien "), "l'été indien");
        assert_eq!(key("e\u{301}te\u{301}"), key("ÉTÉ"));
        assert_eq!(written(" L’Été "), "L'Été");
        assert!(says("lettre d'information", "information"));
        assert!(says("lettre d'information", "lettre") && !says("lettres", "lettre"));
        assert!(!says("anything", "") && !says("pâté", "pâte"));
    }
}
