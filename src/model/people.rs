//! The team, campaigns and regular features.

use super::{ChannelIx, PersonIx, PillarIx};
use crate::source::Loc;
use crate::time::{DaySpan, Days};
use chrono::{NaiveDate, NaiveTime};

/// `[people.ID]`; times are on the calendar's clock.
#[derive(Clone, Debug)]
pub struct Person {
    /// Their name in the file.
    pub id: Loc<String>,
    /// Their name for people.
    pub name: String,
    /// What they do: `author`, `editor`, …
    pub roles: Vec<String>,
    /// When they are there to answer.
    pub duty: Vec<Duty>,
    /// How many posts they can carry in a week.
    pub per_week: Option<Loc<u32>>,
    /// Days away, both included.
    pub away: Vec<(NaiveDate, NaiveDate)>,
}

impl Person {
    /// Away on this day.
    #[must_use]
    pub fn is_away(&self, day: NaiveDate) -> bool {
        self.away.iter().any(|&(from, to)| (from..=to).contains(&day))
    }
}

/// A stretch of duty.
#[derive(Clone, Debug)]
pub struct Duty {
    /// The days.
    pub on: DutyDay,
    /// The hours.
    pub span: DaySpan,
}

/// The days of a duty.
#[derive(Clone, Copy, Debug)]
pub enum DutyDay {
    /// Every week.
    Weekly(Days),
    /// These days, both included.
    Dates(NaiveDate, NaiveDate),
}

/// `[campaigns.ID]`; days on each channel's clock, absent ends are open.
#[derive(Clone, Debug)]
pub struct Campaign {
    /// Its name in the file.
    pub id: Loc<String>,
    /// Its name for people.
    pub name: String,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// What it is for.
    pub goal: Option<String>,
}

impl Campaign {
    /// Whether it runs on this day.
    #[must_use]
    pub fn runs_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// `[[series]]`: a regular feature, a slot that waits for a post.
#[derive(Clone, Debug)]
pub struct Series {
    /// Its name in the file.
    pub id: Loc<String>,
    /// Its days.
    pub days: Days,
    /// Its time, on each channel's clock.
    pub time: Option<NaiveTime>,
    /// Its channels.
    pub channels: Vec<ChannelIx>,
    /// First day.
    pub from: Option<NaiveDate>,
    /// Last day.
    pub to: Option<NaiveDate>,
    /// Every so many weeks, counted from `from`; at least 1.
    pub every: u32,
    /// Days without it.
    pub skip: Vec<NaiveDate>,
    /// What its posts take unless they say otherwise.
    pub title: Option<Loc<String>>,
    /// Pillar of its posts.
    pub pillar: Option<Loc<PillarIx>>,
    /// Format of its posts.
    pub format: Option<Loc<String>>,
    /// Owner of its posts.
    pub owner: Option<Loc<PersonIx>>,
    /// Author of its posts.
    pub author: Option<Loc<PersonIx>>,
    /// Topic of its posts.
    pub topic: Option<Loc<String>>,
    /// Hashtags of its posts.
    pub hashtags: Option<Vec<Loc<String>>>,
    /// Call to action of its posts.
    pub cta: Option<Loc<String>>,
    /// Link of its posts.
    pub link: Option<Loc<String>>,
    /// Tags of its posts.
    pub tags: Option<Vec<String>>,
}

impl Series {
    /// Whether the feature is due on this day.
    #[must_use]
    pub fn is_due(&self, day: NaiveDate) -> bool {
        use chrono::Datelike;
        let weeks = |from: NaiveDate| {
            let monday = |d: NaiveDate| d.num_days_from_ce() - days_from_monday(d);
            i64::from(monday(day) - monday(from)) / 7
        };
        self.days.contains(day.weekday())
            && self.from.is_none_or(|from| from <= day)
            && self.to.is_none_or(|to| day <= to)
            && !self.skip.contains(&day)
            && self.from.is_none_or(|from| weeks(from) % i64::from(self.every.max(1)) == 0)
    }
}

fn days_from_monday(day: NaiveDate) -> i32 {
    use chrono::Datelike;
    i32::try_from(day.weekday().num_days_from_monday()).unwrap_or(0)
}
