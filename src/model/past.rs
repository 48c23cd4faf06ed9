//! What is known of the past: files of results, the posts in them, and what they teach of hours.
//!
//! Plain data. `load` names the files, `history` reads and learns, everything else looks.

use super::ChannelIx;
use crate::lang::Text;
use crate::source::Loc;
use crate::time::Instant;

/// One entry of `history`: a file of past results.
#[derive(Clone, Debug)]
pub struct HistoryFile {
    /// The file, as named.
    pub file: Loc<String>,
    /// The channel that all its rows are about, when it is named.
    pub channel: Option<Loc<ChannelIx>>,
    /// Which column holds what: a field and the name of its column, as written.
    pub columns: Vec<(Loc<String>, Loc<String>)>,
    /// Another brand of the user's: its results only make the starting point of ours.
    pub brand: Option<Loc<String>>,
}

/// Everything that `history` made of the files of a workspace; empty until somebody asks for it.
#[derive(Clone, Debug, Default)]
pub struct Past {
    /// What came of each entry of `history`, in its order.
    pub intakes: Vec<Intake>,
    /// The posts that count, of all files, each once, in the order of time.
    pub outings: Vec<Outing>,
    /// By channel: what its own posts teach of the hours; none without a usable post.
    pub timing: Vec<Option<Timing>>,
}

/// One post of the past.
#[derive(Clone, Debug, PartialEq)]
pub struct Outing {
    /// The channel it went out on.
    pub channel: ChannelIx,
    /// When; for one of which only the day is known, noon of that day on the channel's clock.
    pub at: Instant,
    /// How well that is known.
    pub known: Known,
    /// `reel`, `image`, … in small letters; empty where the file does not say.
    pub kind: String,
    /// Reactions, comments and shares together; 0 or more.
    pub engagement: f64,
    /// How many people, or how many times, where the file says.
    pub reach: Option<f64>,
    /// Its id on the network.
    pub id: Option<String>,
    /// Its address.
    pub url: Option<String>,
    /// The first words of its text, for people.
    pub title: Option<String>,
    /// Another brand of the user's whose post it is.
    pub brand: Option<String>,
    /// Which entry of `history` it was read from, from 0.
    pub file: usize,
}

/// How well the time of a post is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// To the minute.
    Minute,
    /// Only the day: the export says no hour, and the id carries none.
    Day,
}

/// What came of one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Intake {
    /// The file, as named.
    pub file: String,
    /// The export that it was recognised as, such as `meta-instagram`; none: by its columns alone.
    pub shape: Option<&'static str>,
    /// Rows with something in them, the header and totals not counted.
    pub rows: usize,
    /// Rows that became posts.
    pub read: usize,
    /// Rows left out, and why; each reason once, with a number above 0.
    pub left_out: Vec<(LeftOutRow, usize)>,
    /// Rows that could not be read: the first few, with their line in the file, from 1.
    pub broken: Vec<BrokenRow>,
    /// What the times were read as.
    pub clock: ClockFound,
    /// Which of two numbers was taken for the day, where nothing in the file says it.
    pub guessed: Option<DayOrder>,
    /// Why nothing at all could be read.
    pub fault: Option<IntakeFault>,
}

/// Why a row is no post to learn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOutRow {
    /// Paid, boosted, promoted.
    Paid,
    /// A reply or somebody else's post.
    Reply,
    /// Younger than 72 hours: its reactions are not all in.
    Fresh,
    /// The same post again, in this file or in another.
    Double,
    /// Its time or its numbers can't be read.
    Broken,
    /// On a channel that the calendar does not have.
    Elsewhere,
    /// After the two million rows that are read of a file.
    Beyond,
}

impl LeftOutRow {
    /// The name of machine output.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Paid => "paid",
            Self::Reply => "reply",
            Self::Fresh => "fresh",
            Self::Double => "double",
            Self::Broken => "broken",
            Self::Elsewhere => "elsewhere",
            Self::Beyond => "beyond",
        }
    }
}

/// A row that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenRow {
    /// Its line in the file, or its row in the sheet, from 1.
    pub line: usize,
    /// The column, as the file calls it.
    pub column: String,
    /// What stands there.
    pub value: String,
}

/// Which of the first two numbers of `3/4/2026` is the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayOrder {
    /// 3 April.
    DayFirst,
    /// March 4.
    MonthFirst,
}

/// What times without an offset were read as.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ClockFound {
    /// The channel's clock, as nothing said otherwise.
    #[default]
    Channel,
    /// Every row says its own offset, or the ids carry the time.
    Stated,
    /// Ids carry the time, and the column differs from it by that of this zone.
    Zone(String),
    /// Ids carry the time, and the column is so many minutes ahead of UTC.
    Offset(i32),
}

/// Why a file taught nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IntakeFault {
    /// Not a table that can be read, or no file at all: why.
    NoTable(Text),
    /// No column holds this (`time`, `engagement`, or several with `and` between): the columns that there are.
    NoColumn(&'static str, Vec<String>),
    /// `columns` names a column that is not there: the field, the name, the columns that there are.
    UnknownColumn(String, String, Vec<String>),
    /// `columns` names a field that does not exist.
    UnknownField(String),
    /// The calendar has several channels, and neither the file nor the entry says which.
    WhichChannel,
    /// An export of a network on which the calendar has no channel: which.
    OtherNetwork(&'static str),
    /// A table of another export of that network, such as totals by day: which.
    OtherTable(&'static str),
}

/// What a channel's posts teach of the hours of a week.
#[derive(Clone, Debug, PartialEq)]
pub struct Timing {
    /// Posts of the channel that were read.
    pub posts: usize,
    /// Those learned from.
    pub used: usize,
    /// How much timing explains.
    pub evidence: Evidence,
    /// The part of the variance that timing predicts for a post that it has not seen; below 0 when it
    /// predicts worse than saying nothing. 0 when nothing was learned.
    pub loo_r2: f64,
    /// Standard deviation of what is left of a post's engagement, on the scale of logarithms.
    pub sigma: f64,
    /// What each type of post does by itself, on the scale of logarithms, by name.
    pub type_offsets: Vec<(String, f64)>,
    /// By slot, Monday 0 h first: the expected difference to the usual, on the scale of logarithms.
    pub score: Vec<f64>,
    /// By slot: how many posts stand behind it, each by its weight.
    pub n_eff: Vec<f64>,
    /// By slot: the standard deviation of the score.
    pub sd: Vec<f64>,
    /// Whether the hours are known, or only the days of the week.
    pub known: Known,
    /// Posts of other brands that made the starting point; 0: it is flat.
    pub pooled: usize,
}

impl Timing {
    /// With fewer posts behind it, each by its weight, next to nothing is known of a slot.
    pub const HARDLY_ANY: f64 = 3.0;

    /// What a slot is expected to do against the usual, never without how sure that is.
    #[must_use]
    pub fn gain(&self, slot: usize) -> Option<Gain> {
        let (score, sd) = (*self.score.get(slot)?, *self.sd.get(slot)?);
        Some(Gain::new(score, sd, *self.n_eff.get(slot)?, self.evidence))
    }
}

/// A difference to the usual, with what it is worth: the only form in which one is shown.
///
/// All three figures are e^x − 1: 0.06 is 6 % more.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gain {
    /// The best guess.
    pub mid: f64,
    /// Eight times in ten it is more than this …
    pub low: f64,
    /// … and less than this.
    pub high: f64,
    /// How many posts stand behind it, each by its weight.
    pub posts: f64,
    /// How much timing, or what is compared, explains at all.
    pub evidence: Evidence,
}

impl Gain {
    /// The 10 % and 90 % points of the normal distribution.
    const TENTH: f64 = 1.281_551_565_544_600_4;

    /// From a mean and its standard deviation on the scale of logarithms.
    #[must_use]
    pub fn new(mean: f64, sd: f64, posts: f64, evidence: Evidence) -> Self {
        let at = |x: f64| libm::exp(x) - 1.0;
        let (low, high) = (at(mean - Self::TENTH * sd), at(mean + Self::TENTH * sd));
        Self { mid: at(mean), low, high, posts, evidence }
    }
}

/// How much the hour of a post is seen to matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// Fewer than 30 posts: nothing can be said.
    None,
    /// The hour does not help to predict a post.
    NoEffect,
    /// It explains up to 1 % of the differences.
    Weak,
    /// It explains 1 to 2.5 %.
    Some,
    /// It explains more.
    Strong,
}

impl Evidence {
    /// The name of machine output.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::NoEffect => "no-effect",
            Self::Weak => "weak",
            Self::Some => "some",
            Self::Strong => "strong",
        }
    }

    /// Whether slots are scored by it: weak or better.
    #[must_use]
    pub const fn scores(self) -> bool {
        matches!(self, Self::Weak | Self::Some | Self::Strong)
    }
}

/// The hour of a week, Monday 0 h = 0, Sunday 23 h = 167.
#[must_use]
pub fn hour_of_week(local: chrono::NaiveDateTime) -> usize {
    use chrono::{Datelike, Timelike};
    let hours = local.weekday().num_days_from_monday() * 24 + local.hour();
    usize::try_from(hours).unwrap_or(0)
}
