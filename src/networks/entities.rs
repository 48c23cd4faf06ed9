//! What a network makes of a text: its links, hashtags, mentions and cashtags.

use super::{Network, bluesky, common, mastodon, x};
use std::ops::Range;

/// A stretch of a text that a network takes for more than words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Its bytes in the text, sign included.
    pub range: Range<usize>,
    /// What it stands for: the address (with a scheme where the network adds one), or the tag or
    /// handle without its sign.
    pub value: String,
}

/// Everything a network recognises in a text, each kind in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entities {
    /// Links.
    pub urls: Vec<Spot>,
    /// Hashtags.
    pub hashtags: Vec<Spot>,
    /// Mentions.
    pub mentions: Vec<Spot>,
    /// Cashtags (`$AAPL`); only where the network has them.
    pub cashtags: Vec<Spot>,
}

impl Entities {
    /// The link of which this byte of the text is a part.
    #[must_use]
    pub fn link_at(&self, at: usize) -> Option<&Spot> {
        let next = self.urls.partition_point(|url| url.range.start <= at);
        let last = next.checked_sub(1).and_then(|last| self.urls.get(last));
        last.filter(|url| url.range.contains(&at))
    }
}

/// What this network recognises in a text. X, Mastodon and Bluesky by their own grammars, all
/// others by a common one.
#[must_use]
pub fn entities(network: &Network, text: &str) -> Entities {
    match network.key {
        "x" => x::entities(text),
        "mastodon" => mastodon::entities(text),
        "bluesky" => bluesky::entities(text),
        _ => common::entities(network, text),
    }
}
