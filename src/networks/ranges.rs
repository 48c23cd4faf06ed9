//! Sets of characters, as the data write them: `41-5A 5F` in hexadecimal.

/// A set of characters: ranges in order that do not touch.
#[derive(Clone, Debug, Default)]
pub(super) struct Ranges(Vec<(u32, u32)>);

impl Ranges {
    /// Reads a data file: ranges parted by blanks, lines that begin with `#` for people.
    pub(super) fn read(file: &str) -> Self {
        let lines = file.lines().filter(|line| !line.starts_with('#'));
        Self(lines.flat_map(str::split_whitespace).filter_map(range).collect())
    }

    /// Whether a character is one of the set.
    pub(super) fn has(&self, c: char) -> bool {
        let c = u32::from(c);
        let after = self.0.partition_point(|(first, _)| *first <= c);
        after > 0 && c <= self.0[after - 1].1
    }
}

/// `41-5A` or `5F`: the first and the last code point.
pub(super) fn range(word: &str) -> Option<(u32, u32)> {
    let (first, last) = word.split_once('-').unwrap_or((word, word));
    Some((u32::from_str_radix(first, 16).ok()?, u32::from_str_radix(last, 16).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_read_and_asked() {
        let set = Ranges::read("# words\n41-43 45\n61\n");
        let among: String = "@ABCDEF`ab".chars().filter(|c| set.has(*c)).collect();
        assert_eq!(among, "ABCEa");
    }
}
