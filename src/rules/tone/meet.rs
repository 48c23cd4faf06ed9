//! Which rules of tone run at all, which of them meet on one text, and when two words are the same.

use crate::model::{Channel, ChannelIx, Only, ToneRule, Workspace};
use crate::tone::speaks;
use unicode_normalization::UnicodeNormalization;

/// The rules that are on.
pub(super) fn running(ws: &Workspace) -> impl Iterator<Item = &ToneRule> {
    ws.tone.rules.iter().filter(|rule| rule.level.is_some())
}

/// Those of them that the brand wrote itself: a pack is nobody's fault here.
pub(super) fn own(ws: &Workspace) -> impl Iterator<Item = &ToneRule> {
    running(ws).filter(|rule| rule.pack.is_none())
}

/// Whether some text is read by both rules.
pub(super) fn meet(ws: &Workspace, one: &ToneRule, other: &ToneRule) -> bool {
    let (a, b) = (&one.only, &other.only);
    let channels = ws.channels.is_empty() || ws.each_channel().any(|c| takes(a, c) && takes(b, c));
    let lang = match (&a.lang, &b.lang) {
        (Some(a), Some(b)) => speaks(&a.value, &b.value) || speaks(&b.value, &a.value),
        _ => true,
    };
    channels
        && lang
        && share(&a.pillars, &b.pillars)
        && share(&a.status, &b.status)
        && share(&a.formats, &b.formats)
}

/// Whether a rule runs on a channel, pillars and the like apart.
pub(super) fn takes(only: &Only, (ix, channel): (ChannelIx, &Channel)) -> bool {
    (only.channels.is_empty() || only.channels.contains(&ix))
        && (only.networks.is_empty() || only.networks.contains(&channel.network.value))
}

/// Whether two lists, of which an empty one means everything, have something in common.
fn share<T: PartialEq>(a: &[T], b: &[T]) -> bool {
    a.is_empty() || b.is_empty() || a.iter().any(|one| b.contains(one))
}

/// A word as it is compared: composed, in small letters, with plain apostrophes and single spaces.
/// Accents stay, for `pâte` is not `pâté`.
pub(super) fn key(word: &str) -> String {
    written(word).to_lowercase()
}

/// The same where capitals matter.
pub(super) fn written(word: &str) -> String {
    let plain = word.nfc().collect::<String>().replace('’', "'");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether words of a [`key`] stand in another one, whole.
pub(super) fn says(text: &str, words: &str) -> bool {
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
        assert!(says("lettre d'information", "information"));
        assert!(says("lettre d'information", "lettre") && !says("lettres", "lettre"));
        assert!(!says("anything", ""));
    }

    #[test]
    fn a_language_takes_its_regions() {
        assert!(speaks("fr", "fr-CA") && speaks("fr", "FR") && !speaks("fr-CA", "fr"));
        assert!(!speaks("fr", "fro"));
    }
}
