//! The facts of emoji: `data/emoji.txt`, read once when first asked for.

use crate::networks::ranges::range;
use std::sync::LazyLock;

/// How a character makes an emoji.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// By itself.
    Alone,
    /// By itself; since newer times also with U+FE0F.
    AloneStyled,
    /// By itself; since newer times also with a skin tone.
    AloneToned,
    /// By itself or with a skin tone.
    Hand,
    /// Unless U+FE0E follows; U+FE0F belongs to it.
    Text,
    /// The same, with a skin tone.
    TextHand,
    /// Only with U+FE0F.
    Styled,
    /// By itself, since newer times.
    New,
    /// By itself or with a skin tone, since newer times.
    NewHand,
    /// Only with U+FE0F, since newer times.
    NewStyled,
}

/// Which skin tones a joined sequence takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tones {
    /// The sequence is no emoji.
    Never,
    /// None.
    Zero,
    /// None, or one after the first character.
    One,
    /// None, or one after the first and one after the last character.
    Two,
    /// One after the first and another one after the last character.
    Different,
}

/// Emoji joined to one.
pub(super) struct Joined {
    /// Its characters without skin tones.
    pub(super) key: String,
    /// Its skin tones today.
    pub(super) now: Tones,
    /// Those the older reference code knows.
    pub(super) then: Tones,
}

/// All facts.
#[derive(Default)]
pub(super) struct Table {
    kinds: Vec<(u32, u32, Kind)>,
    /// Pairs of letters, sorted.
    flags: Vec<[u8; 2]>,
    /// Those of newer times.
    new_flags: Vec<[u8; 2]>,
    /// Sorted by key.
    joined: Vec<Joined>,
}

pub(super) static TABLE: LazyLock<Table> =
    LazyLock::new(|| Table::read(include_str!("../../../data/emoji.txt")));

impl Table {
    fn read(file: &str) -> Self {
        let mut table = Self::default();
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            let mut words = line.split_whitespace();
            let name = words.next().unwrap_or_default();
            if let Some(kind) = kind_named(name) {
                let ranges = words.filter_map(range).map(|(first, last)| (first, last, kind));
                table.kinds.extend(ranges);
            } else if let Some(tones) = name.strip_prefix("joined") {
                table.joined.extend(words.filter_map(|word| joined(word, tones)));
            } else {
                let flags = if name == "flag" { &mut table.flags } else { &mut table.new_flags };
                flags.extend(words.filter_map(|word| <[u8; 2]>::try_from(word.as_bytes()).ok()));
            }
        }
        table.kinds.sort_by_key(|(first, _, _)| *first);
        table.joined.sort_by(|a, b| a.key.cmp(&b.key));
        table
    }

    /// How a character makes an emoji.
    pub(super) fn kind(&self, c: char) -> Option<Kind> {
        let c = u32::from(c);
        let after = self.kinds.partition_point(|(first, _, _)| *first <= c);
        let (_, last, kind) = self.kinds.get(after.checked_sub(1)?)?;
        (c <= *last).then_some(*kind)
    }

    /// The joined sequence with these characters.
    pub(super) fn joined(&self, key: &str) -> Option<&Joined> {
        let found = self.joined.binary_search_by(|joined| joined.key.as_str().cmp(key)).ok()?;
        self.joined.get(found)
    }

    /// Whether a pair of letters is a flag the older reference code knows.
    pub(super) fn is_old_flag(&self, letters: [u8; 2]) -> bool {
        self.flags.binary_search(&letters).is_ok()
    }

    /// Whether a pair of letters is a flag of newer times.
    pub(super) fn is_new_flag(&self, letters: [u8; 2]) -> bool {
        self.new_flags.contains(&letters)
    }
}

fn kind_named(name: &str) -> Option<Kind> {
    Some(match name {
        "alone" => Kind::Alone,
        "alone-styled" => Kind::AloneStyled,
        "alone-toned" => Kind::AloneToned,
        "hand" => Kind::Hand,
        "text" => Kind::Text,
        "text-hand" => Kind::TextHand,
        "styled" => Kind::Styled,
        "new" => Kind::New,
        "new-hand" => Kind::NewHand,
        "new-styled" => Kind::NewStyled,
        _ => return None,
    })
}

/// `1F3F3*+1F308` under `joined00`.
fn joined(word: &str, tones: &str) -> Option<Joined> {
    let mut key = String::new();
    for part in word.split('+') {
        if !key.is_empty() {
            key.push('\u{200d}');
        }
        let bare = part.trim_end_matches('*');
        key.push(char::from_u32(u32::from_str_radix(bare, 16).ok()?)?);
        if part.len() > bare.len() {
            key.push('\u{fe0f}');
        }
    }
    let mut signs = tones.chars().map(|sign| match sign {
        '0' => Tones::Zero,
        '1' => Tones::One,
        '2' => Tones::Two,
        'D' => Tones::Different,
        _ => Tones::Never,
    });
    Some(Joined { key, now: signs.next()?, then: signs.next()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_read_whole() {
        let characters: u32 = TABLE.kinds.iter().map(|(first, last, _)| last - first + 1).sum();
        assert_eq!(characters, 1406);
        assert_eq!((TABLE.flags.len(), TABLE.new_flags.len(), TABLE.joined.len()), (258, 1, 264));
        assert!(TABLE.flags.is_sorted());
        assert!(TABLE.kinds.windows(2).all(|pair| pair[0].1 < pair[1].0));
    }
}
