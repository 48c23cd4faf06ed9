//! Channels, and the lanes that their posts run in.

use super::ChannelIx;
use crate::source::{At, Loc};
use crate::time::{DaySpan, Days, Lapse, Zone};

/// `[channels.ID]`.
#[derive(Clone, Debug)]
pub struct Channel {
    /// Its name in the file.
    pub id: Loc<String>,
    /// One of the built-in networks, or `custom`.
    pub network: Loc<String>,
    /// `@account`.
    pub account: Option<String>,
    /// Its clock.
    pub zone: Zone,
    /// The language of its posts.
    pub lang: Option<String>,
}

/// A channel's own posts, or those of one format that lives its own life
/// (`[channels.ID.formats.NAME]`): they share the channel, not its cadence.
#[derive(Clone, Debug)]
pub struct Lane {
    /// The channel.
    pub channel: ChannelIx,
    /// The format; absent for the channel's own lane.
    pub format: Option<String>,
    /// How often.
    pub cadence: Cadence,
    /// A longer silence is reported.
    pub silence: Option<Loc<Lapse>>,
    /// When posts may go out; empty: `[plan] hours`.
    pub windows: Vec<Window>,
    /// Limits of its own, in place of the network's.
    pub limits: Limits,
}

/// `cadence = { per_week = { min, max }, per_day, gap }`.
#[derive(Clone, Debug, Default)]
pub struct Cadence {
    /// Least posts a week.
    pub min: Option<u32>,
    /// Most posts a week.
    pub max: Option<u32>,
    /// Most posts a day.
    pub per_day: Option<u32>,
    /// Least distance between two posts of the lane.
    pub gap: Lapse,
    /// Where it is written.
    pub at: Option<At>,
}

/// When a post may go out, on the channel's clock.
#[derive(Clone, Debug)]
pub struct Window {
    /// The days it opens on.
    pub days: Days,
    /// From when to when; past midnight it belongs to the day it opened.
    pub span: DaySpan,
    /// How good it is, 1–100.
    pub score: Option<u8>,
    /// Where it is written.
    pub at: At,
}

/// `limits = { … }`: each replaces the network's own; 0 means none allowed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// Length of the text, in the network's unit.
    pub text: Option<Loc<u32>>,
    /// Length of the title.
    pub title: Option<Loc<u32>>,
    /// Number of hashtags.
    pub hashtags: Option<Loc<u32>>,
    /// Number of mentions.
    pub mentions: Option<Loc<u32>>,
    /// Number of links.
    pub links: Option<Loc<u32>>,
    /// Number of media.
    pub media: Option<Loc<u32>>,
    /// Length of a description of an image.
    pub alt_text: Option<Loc<u32>>,
}
