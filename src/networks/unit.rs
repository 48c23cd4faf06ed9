//! What a network counts.

use serde::Deserialize;

/// What a network counts as one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// X: Latin letters and most punctuation 1, everything else and every emoji 2, a link 23.
    Weighted,
    /// Letters as people see them (extended grapheme clusters, Unicode Standard Annex 29).
    Graphemes,
    /// Unicode characters.
    CodePoints,
    /// UTF-16 code units: characters outside the basic plane (most emoji) are 2.
    Utf16,
    /// UTF-8 bytes.
    Bytes,
    /// Letters as people see them, an emoji as many as it has UTF-8 bytes (Threads).
    #[serde(rename = "graphemes+emoji-bytes")]
    GraphemesEmojiBytes,
}

impl Unit {
    /// How many of it a text has, where that asks for no network's grammar.
    #[must_use]
    pub fn length(self, text: &str) -> Option<usize> {
        match self {
            Self::Weighted | Self::GraphemesEmojiBytes => None,
            Self::Graphemes => Some(super::letters(text)),
            Self::CodePoints => Some(text.chars().count()),
            Self::Utf16 => Some(text.chars().map(char::len_utf16).sum()),
            Self::Bytes => Some(text.len()),
        }
    }

    /// The word of machine output and of the data.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Weighted => "weighted",
            Self::Graphemes => "graphemes",
            Self::CodePoints => "codepoints",
            Self::Utf16 => "utf16",
            Self::Bytes => "bytes",
            Self::GraphemesEmojiBytes => "graphemes+emoji-bytes",
        }
    }
}
