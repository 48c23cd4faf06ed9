//! A word spelled letter by letter, on the stack: what the syllable counters look at.

/// The letters of a word, one byte each; a counter says which byte stands for which letter.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spelling {
    letters: [u8; Self::MOST],
    length: usize,
}

impl Spelling {
    /// The most letters of a word that is counted letter by letter. The longest words of French
    /// and English have fewer; whoever writes more is not writing words.
    pub(super) const MOST: usize = 40;

    /// A word through the code of its language; nothing for a word with too many letters.
    pub(super) fn new(word: &str, code: impl Fn(char) -> u8) -> Option<Self> {
        let mut spelling = Self { letters: [0; Self::MOST], length: 0 };
        for c in word.chars() {
            *spelling.letters.get_mut(spelling.length)? = code(c);
            spelling.length += 1;
        }
        Some(spelling)
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

/// What a table of words says of one; the words of a table are sorted.
pub(super) fn listed(table: &[(&str, usize)], word: &str) -> Option<usize> {
    let place = table.binary_search_by(|(listed, _)| (*listed).cmp(word)).ok()?;
    table.get(place).map(|(_, count)| *count)
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
    fn letters_beyond_the_ends_are_none() {
        let spelling = Spelling::new("ab", |c| if c == 'a' { b'a' } else { b'b' }).expect("short");
        assert_eq!((spelling.at(1), spelling.at(2)), (b'b', 0));
        assert_eq!((spelling.before(1, 1), spelling.before(0, 1)), (b'a', 0));
        assert_eq!(spelling.from(3), b"");
    }

    #[test]
    fn a_table_is_looked_up() {
        let table = [("août", 1), ("pays", 2)];
        assert_eq!(listed(&table, "pays"), Some(2));
        assert_eq!(listed(&table, "paysan"), None);
    }
}
