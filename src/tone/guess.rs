//! The language of a text that does not say it.

use crate::lang::Lang;
use crate::text::Words;

/// Small words that are in nearly every French text and in no English one.
const FRENCH: [&str; 32] = [
    "le", "la", "les", "des", "du", "une", "un", "et", "est", "vous", "nous", "pour", "dans",
    "sur", "avec", "que", "qui", "ce", "cette", "votre", "vos", "notre", "nos", "aux", "pas", "tu",
    "je", "il", "elle", "sont", "au", "ou",
];

/// The same the other way round.
const ENGLISH: [&str; 32] = [
    "the", "of", "and", "to", "is", "are", "you", "your", "our", "we", "for", "with", "this",
    "that", "it", "in", "be", "from", "at", "have", "will", "by", "not", "what", "was", "my",
    "she", "he", "they", "who", "how", "an",
];

/// The language that most small words of a text are of; nothing where they do not say.
#[must_use]
pub fn guessed(text: &str) -> Option<Lang> {
    let (mut french, mut english) = (0_usize, 0_usize);
    let words = Words::of(text);
    for word in words.list() {
        let word = words.lower(word);
        french += usize::from(FRENCH.contains(&word));
        english += usize::from(ENGLISH.contains(&word));
    }
    match french.cmp(&english) {
        std::cmp::Ordering::Greater => Some(Lang::Fr),
        std::cmp::Ordering::Less => Some(Lang::En),
        std::cmp::Ordering::Equal => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_tell_the_language() {
        assert_eq!(guessed("Les billets sont en vente pour vous"), Some(Lang::Fr));
        assert_eq!(guessed("The tickets are out, and we have yours"), Some(Lang::En));
        assert_eq!(guessed("Klimt 2026 🎉"), None);
    }
}
