//! "Did you mean": the known word nearest to a written one.

/// The candidate nearest to `word`, when it is near enough to be meant.
///
/// Distance: optimal string alignment, so a swap of neighbours counts once; at most a third of the
/// letters may differ. Ties go to the first candidate.
#[must_use]
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let lower = word.to_lowercase();
    let allowed = (word.chars().count() / 3).clamp(1, 4);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        if candidate.len().abs_diff(lower.len()) > 4 * allowed {
            continue;
        }
        let distance = if candidate.to_lowercase() == lower {
            0
        } else {
            strsim::osa_distance(&lower, candidate)
        };
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_found_and_far_ones_are_not() {
        assert_eq!(nearest("chanels", ["text", "channels"]), Some("channels"));
        assert_eq!(nearest("Titel", ["title", "tags"]), Some("title"));
        assert_eq!(nearest("zzz", ["title"]), None);
        assert_eq!(nearest("", ["id"]), None);
        assert_eq!(nearest("TITLE", ["title"]), Some("title"));
    }
}
