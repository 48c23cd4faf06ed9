//! What is told of an emoji or a hashtag that comes a second time.

use crate::lang::{Lang, Text};
use crate::tone::Hits;
use std::ops::Range;

/// Tells that something is there again, and where it was first.
pub(super) fn again(what: &str, here: &Range<usize>, first: &Range<usize>, hits: &mut Hits<'_>) {
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{what} a second time"),
        Lang::Fr => format!("{what} une seconde fois"),
    });
    if let Some(hit) = hits.add(here.clone(), message) {
        hit.other(
            first.clone(),
            Text::of(|lang| match lang {
                Lang::En => "the first is here".to_owned(),
                Lang::Fr => "le premier est ici".to_owned(),
            }),
        );
    }
}
