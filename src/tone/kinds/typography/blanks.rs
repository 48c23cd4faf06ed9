//! Two spaces in a row.

use crate::lang::{Lang, Text};
use crate::tone::{Hits, Passage};

/// Finds runs of plain spaces inside a line. Spaces at the start and the end of a line are its
/// layout, and long ones on several lines are columns.
pub(super) fn find(passage: &Passage<'_>, hits: &mut Hits<'_>) {
    let text = passage.text;
    let bytes = text.as_bytes();
    if memchr::memmem::find(bytes, b"  ").is_none() || has_columns(text) {
        return;
    }
    let mut at = 0;
    while let Some(start) = memchr::memmem::find(&bytes[at..], b"  ").map(|found| at + found) {
        let long = bytes[start..].iter().take_while(|byte| **byte == b' ').count();
        at = start + long;
        let edge =
            |byte: Option<&u8>| byte.is_none_or(|byte| matches!(byte, b'\n' | b'\r' | b'\t'));
        let before = start.checked_sub(1).and_then(|before| bytes.get(before));
        if edge(before) || edge(bytes.get(at)) {
            continue;
        }
        let message = Text::of(|lang| match lang {
            Lang::En => format!("{long} spaces in a row"),
            Lang::Fr => format!("{long} espaces de suite"),
        });
        let Some(hit) = hits.add(start..at, message) else { return };
        hit.fix(start..at, " ");
    }
}

/// Whether two lines or more have three spaces inside.
fn has_columns(text: &str) -> bool {
    text.contains("   ")
        && text.lines().filter(|line| line.trim().contains("   ")).take(2).count() > 1
}

#[cfg(test)]
mod tests {
    use super::super::super::probe::{found, hits, mended};
    use super::*;
    use crate::model::tone::Typography;
    use crate::model::{Demand, Mark};

    fn rule() -> Demand {
        Demand::Typography(Typography { single_spaces: Mark::Yes, ..Typography::default() })
    }

    #[test]
    fn runs_become_one_space() {
        assert_eq!(mended(&rule(), Lang::Fr, "un  deux   trois."), "un deux trois.");
        assert_eq!(mended(&rule(), Lang::En, "One.  Two."), "One. Two.");
    }

    #[test]
    fn layout_passes() {
        for text in [
            "  un\n   deux",
            "un  \ndeux  ",
            "un deux",
            "un\u{a0} !",
            "menu      5 €\nvin       3 €",
            "a\t  b",
        ] {
            assert_eq!(found(&rule(), Lang::Fr, text), "", "{text}");
        }
    }

    #[test]
    fn hostile_texts_stop_at_enough() {
        assert_eq!(hits(&rule(), Lang::Fr, &"a  ".repeat(50_000)).len(), 50);
        assert_eq!(hits(&rule(), Lang::Fr, &" ".repeat(500_000)).len(), 0);
    }
}
