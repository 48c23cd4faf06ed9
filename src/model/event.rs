//! Dates in the life of a brand, and pauses.

use super::{ChannelIx, EventIx, PillarIx};
use crate::lang::Text;
use crate::source::{At, Loc};
use crate::time::{DateRule, Instant, Lapse};
use chrono::NaiveDate;

/// An event of `[[event]]`, of a feed, or a computed public holiday.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its name in the file, when it has one.
    pub id: Option<Loc<String>>,
    /// Its name for people.
    pub name: String,
    /// When.
    pub date: EventDate,
    /// What it is.
    pub kind: EventKind,
    /// What it does.
    pub effect: Effect,
    /// Where it counts; empty: everywhere.
    pub channels: Vec<ChannelIx>,
    /// How long before it one is told that nothing is planned for it.
    pub lead: Option<Lapse>,
    /// Where it is written; absent for computed holidays.
    pub at: Option<At>,
}

impl Event {
    /// Whether the event counts on this channel.
    #[must_use]
    pub fn concerns(&self, channel: ChannelIx) -> bool {
        self.channels.is_empty() || self.channels.contains(&channel)
    }

    /// The stretches of days, both included, that touch `from..=to`.
    #[must_use]
    pub fn occurrences(&self, from: NaiveDate, to: NaiveDate) -> Vec<(NaiveDate, NaiveDate)> {
        use chrono::Datelike;
        let touches = |&(first, last): &(NaiveDate, NaiveDate)| first <= to && from <= last;
        match &self.date {
            EventDate::Days(first, last) => {
                Some((*first, *last)).filter(touches).into_iter().collect()
            }
            EventDate::Yearly(rule) => (from.year()..=to.year())
                .filter_map(|year| rule.in_year(year).map(|day| (day, day)))
                .filter(touches)
                .collect(),
        }
    }
}

/// When an event is.
#[derive(Clone, Debug)]
pub enum EventDate {
    /// These days, both included.
    Days(NaiveDate, NaiveDate),
    /// Every year by a rule.
    Yearly(DateRule),
}

/// `kind` of an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EventKind {
    /// A public holiday.
    Holiday,
    /// A day to mark.
    #[default]
    Observance,
    /// School holidays.
    School,
    /// A sale.
    Sale,
    /// Something to know.
    Context,
    /// A day when nothing goes out.
    Freeze,
}

/// `effect` of an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Effect {
    /// Nothing is suggested on it.
    Avoid,
    /// A day to seize.
    Opportunity,
    /// It is shown.
    #[default]
    Info,
}

/// An event on its days.
#[derive(Clone, Debug)]
pub struct Occurrence {
    /// Its name; that of a public holiday is in both languages.
    pub name: Text,
    /// First day.
    pub first: NaiveDate,
    /// Last day, included.
    pub last: NaiveDate,
    /// What it does.
    pub effect: Effect,
    /// What it is.
    pub kind: EventKind,
    /// Where it counts; empty: everywhere.
    pub channels: Vec<ChannelIx>,
    /// The event it is a day of; none for computed public holidays and school holidays.
    pub event: Option<EventIx>,
    /// Where it is written.
    pub at: Option<At>,
}

impl Occurrence {
    /// Whether it counts on this channel.
    #[must_use]
    pub fn concerns(&self, channel: ChannelIx) -> bool {
        self.channels.is_empty() || self.channels.contains(&channel)
    }
}

/// `[[pause]]`: nothing goes out. Local times are on the calendar's clock.
#[derive(Clone, Debug)]
pub struct Pause {
    /// From this instant on.
    pub from: Instant,
    /// Up to this one, not included; absent: until further notice.
    pub to: Option<Instant>,
    /// Which channels; empty: all.
    pub channels: Vec<ChannelIx>,
    /// Which pillars; empty: all.
    pub pillars: Vec<PillarIx>,
    /// Which formats; empty: all.
    pub formats: Vec<String>,
    /// Why.
    pub reason: String,
    /// Where it is written.
    pub at: At,
}

impl Pause {
    /// Whether it stops a post of this kind at this instant.
    #[must_use]
    pub fn stops(
        &self,
        at: Instant,
        channel: ChannelIx,
        pillar: Option<PillarIx>,
        format: Option<&str>,
    ) -> bool {
        self.from <= at
            && self.to.is_none_or(|to| at < to)
            && (self.channels.is_empty() || self.channels.contains(&channel))
            && (self.pillars.is_empty() || pillar.is_some_and(|p| self.pillars.contains(&p)))
            && (self.formats.is_empty()
                || format.is_some_and(|f| self.formats.iter().any(|own| own == f)))
    }
}
