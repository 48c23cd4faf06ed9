//! A word spelled letter by letter, on the stack: what the syllable counters look at.

/// The letters of a word, one byte each; a counter says which byte stands for which letter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelling {
    letters: [u8; Self::MOST],
    length: usize,
    /// A bit for each letter that is a vowel: most letters are not, and are stepped over.
    vowels: u64,
}

/// Whether a byte stands for a vowel: small letters for themselves, capitals for those with an
/// accent that matters.
pub(super) const fn is_vowel(letter: u8) -> bool {
    matches!(
        letter,
        b'a' | b'e'
            | b'i'
            | b'o'
            | b'u'
            | b'y'
            | b'E'
            | b'G'
            | b'C'
            | b'D'
            | b'I'
            | b'U'
            | b'O'
            | b'A'
    )
}

impl Spelling {
    /// The most letters of a word that is counted letter by letter. The longest words of French
    /// and English have fewer; whoever writes more is not writing words.
    pub(super) const MOST: usize = 40;

    /// A word through the code of its language; nothing for a word with too many letters.
    pub(super) fn new(word: &str, code: impl Fn(char) -> u8) -> Option<Self> {
        let mut spelling = Self { letters: [0; Self::MOST], length: 0, vowels: 0 };
        if word.is_ascii() {
            // Small plain letters stand for themselves in every code.
            spelling.letters.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
            spelling.length = word.len();
        } else {
            for c in word.chars() {
                *spelling.letters.get_mut(spelling.length)? = code(c);
                spelling.length += 1;
            }
        }
        let letters = spelling.letters().iter().enumerate();
        let bits = letters.map(|(place, letter)| u64::from(is_vowel(*letter)) << place);
        spelling.vowels = bits.fold(0, |vowels, bit| vowels | bit);
        Some(spelling)
    }

    /// The first vowel from a place on; the end where there is none.
    pub(super) fn next_vowel(&self, place: usize) -> usize {
        let rest = u32::try_from(place).ok().and_then(|place| self.vowels.checked_shr(place));
        let skipped = rest.filter(|rest| *rest != 0).map(u64::trailing_zeros);
        let skipped = skipped.and_then(|skipped| usize::try_from(skipped).ok());
        skipped.map_or(self.length, |skipped| place + skipped)
    }

    /// All letters.
    pub(super) fn letters(&self) -> &[u8] {
        &self.letters[..self.length]
    }

    /// The letter at a place; 0 beyond the end.
    pub(super) fn at(&self, place: usize) -> u8 {
        self.letters().get(place).copied().unwrap_or(0)
    }

    /// The letter so many places before another; 0 before the start.
    pub(super) fn before(&self, place: usize, back: usize) -> u8 {
        place.checked_sub(back).map_or(0, |place| self.at(place))
    }

    /// The letters from a place on.
    pub(super) fn from(&self, place: usize) -> &[u8] {
        self.letters().get(place..).unwrap_or_default()
    }

    /// The letters up to a place, without it.
    pub(super) fn until(&self, place: usize) -> &[u8] {
        self.letters().get(..place).unwrap_or_default()
    }
}

/// Words with their syllables, sorted, and a sieve: most words are in no table, which their length
/// with their first and last letters tells.
pub(super) struct Table {
    words: &'static [(&'static str, usize)],
    sieve: [u32; 256],
}

impl Table {
    /// A table of sorted words.
    pub(super) const fn new(words: &'static [(&'static str, usize)]) -> Self {
        let mut sieve = [0; 256];
        let mut index = 0;
        while index < words.len() {
            let (row, bit) = Self::place(words[index].0.as_bytes());
            sieve[row] |= bit;
            index += 1;
        }
        Self { words, sieve }
    }

    /// The syllables of a word of the table.
    pub(super) fn get(&self, word: &str) -> Option<usize> {
        let (row, bit) = Self::place(word.as_bytes());
        if self.sieve[row] & bit == 0 {
            return None;
        }
        let place = self.words.binary_search_by(|(listed, _)| (*listed).cmp(word)).ok()?;
        self.words.get(place).map(|(_, count)| *count)
    }

    /// Its words.
    #[cfg(test)]
    pub(super) const fn words(&self) -> &'static [(&'static str, usize)] {
        self.words
    }

    const fn place(word: &[u8]) -> (usize, u32) {
        let [first, .., last] = word else {
            return (0, 1);
        };
        (first.wrapping_mul(7).wrapping_add(*last) as usize, 1 << (word.len() % 32))
    }
}

/// What a letter run that is no word counts for: a syllable every three letters.
pub(super) fn guess(word: &str) -> usize {
    word.chars().count() / 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_spelled_and_a_long_run_is_not() {
        let spelling = Spelling::new("été", |c| if c == 'é' { b'E' } else { b't' });
        assert_eq!(spelling.expect("short").letters(), b"EtE");
        assert!(Spelling::new(&"a".repeat(Spelling::MOST), |_| b'a').is_some());
        assert!(Spelling::new(&"a".repeat(Spelling::MOST + 1), |_| b'a').is_none());
    }

    #[test]
    fn consonants_are_stepped_over() {
        let spelling = Spelling::new("stress", |_| b'-').expect("short");
        assert_eq!((spelling.next_vowel(0), spelling.next_vowel(3)), (3, 3));
        assert_eq!((spelling.next_vowel(4), spelling.next_vowel(99)), (6, 6));
    }

    #[test]
    fn letters_beyond_the_ends_are_none() {
        let spelling = Spelling::new("ab", |c| if c == 'a' { b'a' } else { b'b' }).expect("short");
        assert_eq!((spelling.at(1), spelling.at(2)), (b'b', 0));
        assert_eq!((spelling.before(1, 1), spelling.before(0, 1)), (b'a', 0));
        assert_eq!(spelling.from(3), b"");
    }

    #[test]
    fn a_table_is_looked_up() {
        static TABLE: Table = Table::new(&[("août", 1), ("pays", 2)]);
        assert_eq!(TABLE.get("pays"), Some(2));
        assert_eq!(TABLE.get("août"), Some(1));
        assert_eq!((TABLE.get("paysan"), TABLE.get("pris"), TABLE.get("")), (None, None, None));
    }
}
