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

/// How a network reads a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grammar {
    /// As X's published code does.
    X,
    /// As Mastodon's servers do.
    Mastodon,
    /// As Bluesky's published code does.
    Bluesky,
    /// Nobody wrote it down: what people expect.
    Common,
}

impl Grammar {
    /// How this network reads a text.
    #[must_use]
    pub fn of(network: &Network) -> Self {
        match network.key {
            "x" => Self::X,
            "mastodon" => Self::Mastodon,
            "bluesky" => Self::Bluesky,
            _ => Self::Common,
        }
    }

    /// Whether it is known letter by letter.
    #[must_use]
    pub const fn is_exact(self) -> bool {
        !matches!(self, Self::Common)
    }

    /// Whether every link counts the same: a short one counts more than it has letters.
    #[must_use]
    pub const fn evens_links(self) -> bool {
        matches!(self, Self::X | Self::Mastodon)
    }
}

/// What this network recognises in a text.
#[must_use]
pub fn entities(network: &Network, text: &str) -> Entities {
    match Grammar::of(network) {
        Grammar::X => x::entities(text),
        Grammar::Mastodon => mastodon::entities(text),
        Grammar::Bluesky => bluesky::entities(text),
        Grammar::Common => common::entities(network, text),
    }
}
