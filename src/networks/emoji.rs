//! Which sequences are emoji.

/// Whether a whole letter is an emoji.
pub(super) fn is_emoji(letter: &str) -> bool {
    letter.chars().any(|c| u32::from(c) >= 0x1f000)
}
