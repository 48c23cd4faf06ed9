//! The facts of each network: `data/networks.toml`, read once when first asked for.
//!
//! A figure that is absent there is not known: no rule follows from it.

mod network;
#[cfg(test)]
mod tests;
mod written;

pub use network::{
    Claim, Fact, Figure, Grade, Label, Needs, Network, Poll, UnitClaim, Variant, Varies,
};

use std::sync::LazyLock;
use written::{Written, understood};

/// The file of facts.
const DATA: &str = include_str!("../../../data/networks.toml");

static NETWORKS: LazyLock<Vec<Network>> = LazyLock::new(|| {
    let written: Written =
        toml::from_str(DATA).expect("internal error: the networks' data is read by a test");
    let mut all: Vec<Network> = written.network.into_iter().map(understood).collect();
    all.sort_by_key(|network| ORDER.iter().position(|key| *key == network.key));
    all
});

/// The word of every network in the file, in the order of [`all`]. Reads no facts.
#[must_use]
pub const fn keys() -> &'static [&'static str] {
    &ORDER
}

/// Every network, in the order of the documentation; `custom` is for any other place.
#[must_use]
pub fn all() -> &'static [Network] {
    &NETWORKS
}

/// The network of a word of the file; `_` and `-` are one.
#[must_use]
pub fn find(key: &str) -> Option<&'static Network> {
    all().iter().find(|network| same(network.key, key))
}

/// Whether a word of the file names a network.
#[must_use]
pub fn is_known(key: &str) -> bool {
    ORDER.iter().any(|known| same(known, key))
}

/// Whether posts of this network carry their link apart from the text. There a link is not repeated
/// at the end of the text; on all others the text is the only place for it. Reads no facts: planning
/// asks this of every post, and needs nothing else of a network.
#[must_use]
pub fn has_link_field(key: &str) -> bool {
    LINK_FIELD.iter().any(|known| same(known, key))
}

fn same(key: &str, other: &str) -> bool {
    key.len() == other.len()
        && key.bytes().zip(other.bytes()).all(|(a, b)| a == b || (a == b'_' && b == b'-'))
}

/// The network a person means: any case, and words parted by spaces, `-` or `_`; its key, its name
/// or another one ("LinkedIn", "Google Business Profile", "Twitter").
#[must_use]
pub fn meant(typed: &str) -> Option<&'static Network> {
    let plain = |word: &str| {
        word.split(|c: char| c.is_whitespace() || ['-', '_', '.'].contains(&c))
            .collect::<String>()
            .to_lowercase()
    };
    let typed = plain(typed);
    all().iter().find(|network| {
        let names = [network.key, network.name].into_iter();
        names.chain(network.aliases.iter().map(String::as_str)).any(|name| plain(name) == typed)
    })
}

/// The order of the documentation: what community managers use most comes first.
const ORDER: [&str; 26] = [
    "instagram",
    "facebook",
    "linkedin",
    "x",
    "tiktok",
    "youtube",
    "threads",
    "bluesky",
    "mastodon",
    "pinterest",
    "telegram",
    "reddit",
    "discord",
    "google_business",
    "lemmy",
    "devto",
    "medium",
    "hashnode",
    "wordpress",
    "newsletter",
    "slack",
    "vk",
    "twitch",
    "tumblr",
    "snapchat",
    "custom",
];

/// The networks with `link_field`, in the same order.
const LINK_FIELD: [&str; 8] = [
    "facebook",
    "linkedin",
    "pinterest",
    "reddit",
    "google_business",
    "lemmy",
    "newsletter",
    "tumblr",
];
