//! The settings of a calendar: `[calendar]`, `[plan]`, `[approval]`, `[rules]`.

use super::{Effect, Lead};
use crate::diagnostic::Level;
use crate::lang::Lang;
use crate::source::{At, Loc};
use crate::time::{DaySpan, Lapse, Region, SchoolZone, Zone};

/// `[calendar]`.
#[derive(Clone, Debug)]
pub struct Calendar {
    /// The brand's name.
    pub name: String,
    /// The brand's clock.
    pub zone: Zone,
    /// The language of texts: a BCP 47 tag.
    pub lang: Option<String>,
    /// The language of messages, when it differs from the texts'.
    pub messages: Option<Lang>,
    /// ISO 3166 code of the country.
    pub country: Option<Loc<String>>,
    /// Whose public holidays are computed.
    pub region: Option<Region>,
    /// Whose school holidays are shown: see [`Calendar::school_zone_in_france`].
    pub school_zone: Option<Loc<SchoolZone>>,
    /// What those school holidays do.
    pub school: Effect,
    /// What the computed public holidays do.
    pub holidays: Holidays,
}

impl Calendar {
    /// The language the calendar asks messages to be in.
    #[must_use]
    pub fn message_lang(&self) -> Option<Lang> {
        self.messages.or_else(|| self.lang.as_deref().and_then(Lang::from_tag))
    }

    /// The school zone, unless the brand is in another country than France.
    #[must_use]
    pub fn school_zone_in_france(&self) -> Option<SchoolZone> {
        let abroad = self.country.as_ref().is_some_and(|country| country.value != "FR");
        self.school_zone.as_ref().filter(|_| !abroad).map(|zone| zone.value)
    }
}

/// What computed public holidays do to the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Holidays {
    /// They are shown.
    #[default]
    Info,
    /// Nothing is suggested on them.
    Avoid,
}

/// `[plan]`.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Step of the slots in minutes; divides a day.
    pub grid: u32,
    /// No suggestion outside, on the channel's clock.
    pub hours: DaySpan,
    /// Least distance between any two posts.
    pub spacing: Lapse,
    /// Least distance between two posts of one topic.
    pub topic_gap: Lapse,
    /// Who must be there after a post.
    pub presence: Option<Presence>,
    /// What two posts of one pillar in a row cost.
    pub alternate: Alternate,
    /// What the terms of the objective weigh.
    pub weights: Weights,
    /// How long before its slot each step of a post is due.
    pub lead: Lead,
    /// What the hours are learned from.
    pub measure: Measure,
}

/// What of past posts the hours are learned from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// Reactions, comments and shares.
    #[default]
    Engagement,
    /// The same for each person reached; posts whose reach is not known teach nothing.
    Rate,
}

/// `presence = { after, by, capacity }`.
#[derive(Clone, Debug)]
pub struct Presence {
    /// How long somebody must be on duty after a post.
    pub after: Lapse,
    /// Who.
    pub by: By,
    /// How many posts may start within `after`.
    pub capacity: Option<u32>,
    /// Where it is written.
    pub at: At,
}

/// Who must be on duty after a post.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum By {
    /// Anybody of the team.
    #[default]
    Anyone,
    /// The post's owner when it has one, else anybody.
    Owner,
    /// Nobody: only the capacity counts.
    Nobody,
}

/// `alternate_pillars`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Alternate {
    /// Two posts of one pillar in a row are forbidden.
    Always,
    /// They cost something.
    #[default]
    Prefer,
    /// They are nobody's business.
    Never,
}

/// `weights = { mix, cadence, move, alternate }`: whole numbers from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights {
    /// For each percent-post away from the mix.
    pub mix: i64,
    /// For each post missing to a channel's week.
    pub cadence: i64,
    /// For moving a slot already chosen.
    pub moves: i64,
    /// For two posts of one pillar in a row.
    pub alternate: i64,
}

impl Default for Weights {
    fn default() -> Self {
        Self { mix: 60, cadence: 120, moves: 40, alternate: 60 }
    }
}

/// `[approval]`.
#[derive(Clone, Debug, Default)]
pub struct Approval {
    /// Whether posts need it.
    pub mode: ApprovalMode,
    /// How many different approvers; at least 1.
    pub count: u32,
    /// Whose approval counts; empty: anybody's.
    pub roles: Vec<String>,
    /// The author's own approval does not count.
    pub not_author: Exclusion,
    /// Where it is written.
    pub at: Option<At>,
}

/// Whether the author may approve.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Exclusion {
    /// The author's approval counts like another's.
    #[default]
    Allowed,
    /// It does not.
    Excluded,
}

/// `mode` of `[approval]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ApprovalMode {
    /// Nothing is asked.
    #[default]
    None,
    /// A missing approval is a hint.
    Optional,
    /// A missing approval is an error.
    Required,
}

/// One line of `[rules]`.
#[derive(Clone, Debug)]
pub struct RuleLevel {
    /// The rule.
    pub rule: Loc<String>,
    /// Its level here; `None` is off.
    pub level: Option<Level>,
}
