//! A text in which all spellings of a word are one, with the way back to its bytes.
//!
//! Small letters without accents; one kind of apostrophe, of hyphen and of space. It knows no
//! labels.

use std::ops::Range;

/// A folded text.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    letters: Vec<char>,
    /// The first byte of each letter, and the end of the text.
    starts: Vec<usize>,
    /// Which letters were capitals.
    capitals: Vec<bool>,
}

impl Folded {
    /// Folds a text. Accents that are letters of their own, joiners and variation selectors go;
    /// dashes and line feeds stay.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut folded = Self::default();
        for (start, c) in text.char_indices() {
            for plain in c.to_lowercase().filter_map(fold) {
                folded.letters.push(plain);
                folded.starts.push(start);
                folded.capitals.push(c.is_uppercase());
            }
        }
        folded.starts.push(text.len());
        folded
    }

    /// The letters.
    #[must_use]
    pub fn letters(&self) -> &[char] {
        &self.letters
    }

    /// Whether the letter at a place is a capital in the text.
    #[must_use]
    pub fn is_capital(&self, at: usize) -> bool {
        self.capitals.get(at).copied().unwrap_or_default()
    }

    /// The bytes of some letters.
    #[must_use]
    pub fn bytes(&self, letters: &Range<usize>) -> Range<usize> {
        let byte = |letter: usize| self.starts.get(letter).copied().unwrap_or_default();
        byte(letters.start)..byte(letters.end)
    }

    /// Where these letters stand as a word or words of their own.
    pub fn words<'a>(&'a self, wanted: &'a [char]) -> impl Iterator<Item = Range<usize>> + 'a {
        let all = &self.letters;
        let first = wanted.first().copied();
        (0..all.len()).filter(move |at| Some(all[*at]) == first).filter_map(move |start| {
            let end = self.end_of(wanted, start)?;
            (self.is_edge(start) && self.is_edge(end)).then_some(start..end)
        })
    }

    /// Where `wanted` ends when it begins at `start`; one space stands for any number on a line.
    fn end_of(&self, wanted: &[char], start: usize) -> Option<usize> {
        let mut at = start;
        for letter in wanted {
            if self.letters.get(at) != Some(letter) {
                return None;
            }
            at += 1;
            while *letter == ' ' && self.letters.get(at) == Some(&' ') {
                at += 1;
            }
        }
        Some(at)
    }

    /// Whether no word goes on across this place.
    fn is_edge(&self, at: usize) -> bool {
        let inside = |at: Option<usize>| {
            at.and_then(|at| self.letters.get(at)).is_some_and(|c| c.is_alphanumeric() || *c == '_')
        };
        !(inside(at.checked_sub(1)) && inside(Some(at)))
    }
}

/// The letters of a word, folded.
#[must_use]
pub(super) fn letters(word: &str) -> Vec<char> {
    Folded::new(word).letters
}

fn fold(c: char) -> Option<char> {
    Some(match c {
        'à' | 'á' | 'â' | 'ä' | 'ã' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ÿ' | 'ý' => 'y',
        'ñ' => 'n',
        '’' | '‘' | 'ʼ' | '´' | '`' => '\'',
        '\u{2010}' | '\u{2011}' => '-',
        '＃' => '#',
        '\n' => '\n',
        c if c.is_whitespace() => ' ',
        // Combining accents, zero-width spaces and joiners, variation selectors, byte order mark.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => return None,
        '\u{fe00}'..='\u{fe0f}' => return None,
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(text: &'a str, wanted: &str) -> Vec<&'a str> {
        let folded = Folded::new(text);
        folded.words(&letters(wanted)).map(|range| &text[folded.bytes(&range)]).collect()
    }

    #[test]
    fn spellings_of_a_word_are_one() {
        for text in ["Publicité", "PUBLICITÉ", "publicite", "Publicite\u{301}", "publi\u{200b}cité"]
        {
            assert_eq!(found(text, "Publicité"), [text]);
        }
        assert_eq!(found("l'IA, l’IA, lʼIA", "l’IA").len(), 3);
        assert_eq!(found("AI-generated, ai‑generated", "ai-generated").len(), 2);
        assert_eq!(found("Produit\u{a0}\u{202f} offert", "produit offert").len(), 1);
    }

    #[test]
    fn words_are_whole_and_stay_on_their_line() {
        assert_eq!(found("add Adèle ads _ad ad_ ad", "ad"), ["ad"]);
        assert_eq!(found("produit\noffert", "produit offert"), Vec::<&str>::new());
        assert_eq!(found("", "ad"), Vec::<&str>::new());
        assert_eq!(found("ad", ""), Vec::<&str>::new());
    }
}
