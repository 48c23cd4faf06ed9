//! What scoring hours would have brought on a channel's own past, out of sample.
//!
//! Plain data: `history` works it out, `slots --backtest` shows it.

use super::{ChannelIx, Gain, Known};
use crate::time::Instant;

/// Three ways of choosing hours, tried on the past of one channel: each learns from the first part
/// and is judged on the posts that came next, which it has not seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Backtest {
    /// The channel.
    pub channel: ChannelIx,
    /// Its own posts that can be learned from and judged.
    pub posts: usize,
    /// Whether hours were compared, or only days of the week.
    pub known: Known,
    /// Each turn of learning and judging, in the order of time; empty with fewer than
    /// [`Backtest::NEEDED`] posts.
    pub folds: Vec<Fold>,
    /// What posts were taken together as one observation for the intervals.
    pub cluster: Cluster,
    /// The results, in the order of [`Method::ALL`]; empty with fewer than [`Backtest::NEEDED`] posts.
    pub methods: Vec<MethodResult>,
}

impl Backtest {
    /// Fewer posts than these say nothing: no method is tried.
    pub const NEEDED: usize = 60;

    /// Whether there were too few posts to try anything.
    #[must_use]
    pub const fn too_few(&self) -> bool {
        self.methods.is_empty()
    }

    /// Posts that were judged, each once.
    #[must_use]
    pub fn tested(&self) -> usize {
        self.folds.iter().map(|fold| fold.tested).sum()
    }
}

/// One turn: learned from the posts before, judged on the next ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fold {
    /// Posts learned from: all that came before.
    pub learned: usize,
    /// Posts judged.
    pub tested: usize,
    /// The first of the judged.
    pub from: Instant,
    /// The last of the judged.
    pub to: Instant,
}

/// What one way of choosing hours would have brought.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MethodResult {
    /// Which.
    pub method: Method,
    /// What the third of the judged posts at the hours that it likes best did, against all judged
    /// posts; graded by `r2`. For [`Method::Mean`], which likes every hour alike, it is 0 by construction.
    pub lift: Gain,
    /// The part of the variance of judged posts that it foretold; below 0 when it did worse than saying
    /// nothing.
    pub r2: f64,
}

/// A way of choosing hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// No timing at all: every hour is as good as the usual.
    Mean,
    /// The mean of each hour of the week by itself, as simple tools show it; hours without a post count
    /// as the usual.
    Raw,
    /// What edito does.
    Edito,
}

impl Method {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Mean, Self::Raw, Self::Edito];

    /// The name of machine output.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::Raw => "raw",
            Self::Edito => "edito",
        }
    }
}

/// What counts as one observation: posts of one week share its news and its mood, so they say less than
/// as many posts of different weeks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cluster {
    /// The posts of a week, Monday to Sunday on the channel's clock: the rule.
    Week,
    /// The posts of a day, where the judged ones lie in fewer than eight weeks.
    Day,
    /// Each post by itself, where they lie in fewer than eight days.
    Post,
}

impl Cluster {
    /// The name of machine output.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Week => "week",
            Self::Day => "day",
            Self::Post => "post",
        }
    }
}
