//! What the hours of a channel's past come to for a person: which were good, which are worth a try, what
//! each type of post does.
//!
//! Plain data: `history` works it out, `slots` shows it.

use super::Gain;
use chrono::Weekday;

/// What one channel's past says of its hours.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// By slot, Monday 0 h first: how many of the channel's own posts went out then.
    pub counts: Vec<usize>,
    /// The hours of a day worth a look, without a gap: those of `[plan] hours` and those that have posts.
    pub hours: std::ops::RangeInclusive<usize>,
    /// The best stretches, the best first; empty unless the evidence scores.
    pub best: Vec<Stretch>,
    /// Stretches with few posts that are worth a test, the most promising first; empty likewise.
    pub to_try: Vec<Stretch>,
    /// What each type of post does by itself, the best first.
    pub kinds: Vec<KindGain>,
}

/// Some hours of a weekday.
#[derive(Clone, Debug, PartialEq)]
pub struct Stretch {
    /// The day.
    pub day: Weekday,
    /// From this hour up to that one, which is no part of it any more; none: the hours are not known.
    pub hours: Option<(usize, usize)>,
    /// The mean score of its slots, on the scale of logarithms.
    pub score: f64,
    /// The mean of their standard deviations: no less than that of the mean score.
    pub sd: f64,
    /// What is expected there against the usual.
    pub gain: Gain,
    /// Whether the calendar lets posts go out then.
    pub access: Access,
}

/// Whether posts may go out at some hour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// They may.
    Open,
    /// `[plan] hours` or the windows of the channel leave it out.
    Closed,
}

/// What a type of post does against the usual.
#[derive(Clone, Debug, PartialEq)]
pub struct KindGain {
    /// `reel`, `image`, …
    pub name: String,
    /// How many of the channel's posts are of it.
    pub posts: usize,
    /// What it does.
    pub gain: Gain,
}
