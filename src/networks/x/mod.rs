//! X: how it counts, and what it recognises, exactly as its reference library does (configuration 3).
//!
//! Every kind has its own file; links count everywhere, since tags and mentions inside them are none.

mod cashtag;
mod chars;
mod hashtag;
mod host;
mod mention;
mod normal;
mod path;
mod punycode;
#[cfg(test)]
mod tests;
mod url;
mod weigh;

use super::emoji::Age;
use super::{Entities, Spot};
use std::ops::Range;

/// What X makes of a text. The address of a link is as written; the value of a mention of a list is
/// `name/list`.
pub(super) fn entities(text: &str) -> Entities {
    let urls: Vec<Spot> = url::all(text)
        .into_iter()
        .map(|link| Spot { value: link.address(text), range: link.range })
        .collect();
    Entities {
        hashtags: apart(hashtag::all(text), &urls),
        mentions: apart(mention::all(text), &urls),
        cashtags: apart(cashtag::all(text), &urls),
        urls,
    }
}

/// Calls `each` with every piece of a text that counts as one, its bytes, and what it counts.
pub(super) fn weigh(text: &str, each: &mut dyn FnMut(Range<usize>, usize)) {
    weigh::weigh(text, Age::Now, each);
}

/// The length as X's reference code counts it, to which emoji newer than itself are several.
pub(super) fn weigh_of_old(text: &str) -> usize {
    let mut length = 0;
    weigh::weigh(text, Age::Then, &mut |_, weight| length += weight);
    length
}

/// The spots that no link has taken: of two that overlap, the one that begins first counts.
fn apart(spots: Vec<Spot>, urls: &[Spot]) -> Vec<Spot> {
    if urls.is_empty() || spots.is_empty() {
        return spots;
    }
    let mut urls = urls.iter().peekable();
    let mut taken = 0;
    let mut kept = Vec::with_capacity(spots.len());
    for spot in spots {
        while let Some(url) = urls.next_if(|url| url.range.start < spot.range.start) {
            if url.range.start >= taken {
                taken = url.range.end;
            }
        }
        if spot.range.start >= taken {
            taken = spot.range.end;
            kept.push(spot);
        }
    }
    kept
}
