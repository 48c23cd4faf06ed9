//! The rules of each network, and exact counting.
//!
//! [`facts`] holds what `data/networks.toml` says of each network, every figure with its grade;
//! [`entities`] finds what a network takes for a link, a hashtag or a mention in a text;
//! [`measure`] says how long a text is for it, and [`fit`] whether that is too long. The room knows texts and figures: no calendar, no
//! findings, no language of people.

mod bluesky;
mod classes;
mod common;
mod emoji;
mod entities;
mod facts;
mod fit;
mod graphemes;
mod kind;
mod mastodon;
mod measure;
mod ranges;
mod tld;
mod unit;
mod x;

pub use emoji::spots as emoji_spots;
pub use entities::{Entities, Grammar, Spot, entities};
pub use facts::{
    Claim, Fact, Figure, Grade, Label, Needs, Network, Poll, UnitClaim, Variant, Varies, all, find,
    has_link_field, is_known, keys, meant,
};
pub use fit::{Fit, Misfit, fit, limit, refused};
pub use graphemes::each as each_letter;
pub use kind::{Shown, takes_no_text};
pub use measure::{Field, Measure, Second, letters, measure};
pub use unit::Unit;

/// How long a text is for X to the older code it publishes, to which emoji newer than itself are
/// several. Never less than the length of today.
#[must_use]
pub fn older_count(text: &str) -> usize {
    x::weigh_of_old(text)
}
