//! Which pairs of letters a text has: whoever looks for many words in it need not look for most.

/// Bits of the sieve, a power of two.
const BITS: usize = 4_096;

/// The pairs of neighbouring bytes of a text, in a sieve: what it denies is not there.
#[derive(Clone, Debug)]
pub struct Pairs {
    bits: [u64; BITS / 64],
}

impl Pairs {
    /// The pairs of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut pairs = Self::default();
        let windows = text.as_bytes().windows(2);
        windows.filter_map(|pair| pair.try_into().ok()).for_each(|pair| pairs.add(pair));
        pairs
    }

    /// Adds a pair.
    pub fn add(&mut self, pair: [u8; 2]) {
        let (row, bit) = place(pair);
        self.bits[row] |= bit;
    }

    /// Whether a pair may have been added; `false` is sure.
    #[must_use]
    pub const fn may_hold(&self, pair: [u8; 2]) -> bool {
        let (row, bit) = place(pair);
        self.bits[row] & bit != 0
    }

    /// Whether the text may have these letters in a row; `false` is sure.
    #[must_use]
    pub fn may_have(&self, letters: &str) -> bool {
        let pairs = letters.as_bytes().windows(2);
        pairs.filter_map(|pair| pair.try_into().ok()).all(|pair| self.may_hold(pair))
    }
}

impl Default for Pairs {
    fn default() -> Self {
        Self { bits: [0; BITS / 64] }
    }
}

const fn place([first, second]: [u8; 2]) -> (usize, u64) {
    let at = ((first as usize) << 5 ^ second as usize) % BITS;
    (at / 64, 1 << (at % 64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_denied_is_not_there() {
        let text = "un événement à ne pas manquer";
        let pairs = Pairs::of(text);
        for (start, _) in text.char_indices() {
            for (end, _) in text.char_indices().filter(|(end, _)| *end >= start) {
                assert!(pairs.may_have(&text[start..end]));
            }
        }
        assert!(!pairs.may_have("incontournable") && !Pairs::of("").may_have("ab"));
    }
}
