//! The content mix: pillars, shares, quotas.

use super::PillarIx;
use super::preset::{Preset, PresetGroup};
use crate::lang::Lang;
use crate::source::{At, Loc};
use chrono::NaiveDate;

/// mix.toml.
#[derive(Clone, Debug)]
pub struct Mix {
    /// Over which stretch shares are counted.
    pub window: MixWindow,
    /// All channels together, or each alone.
    pub scope: Scope,
    /// What is counted.
    pub count: Count,
    /// Percent of each weekly maximum kept free for what nobody foresaw.
    pub reserve: u32,
    /// The pillars, in the order of the file.
    pub pillars: Vec<Pillar>,
    /// The targets.
    pub shares: Vec<Share>,
    /// The quotas.
    pub quotas: Vec<Quota>,
    /// The well-known mix that shares are made from, where it is written.
    pub preset: Option<Loc<&'static Preset>>,
}

impl Default for Mix {
    fn default() -> Self {
        Self {
            window: MixWindow::Days(28),
            scope: Scope::All,
            count: Count::Placements,
            reserve: 0,
            pillars: Vec::new(),
            shares: Vec::new(),
            quotas: Vec::new(),
            preset: None,
        }
    }
}

/// `window` of the mix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MixWindow {
    /// So many days that roll.
    Days(u32),
    /// ISO weeks.
    Week,
    /// Calendar months.
    Month,
    /// Calendar quarters.
    Quarter,
    /// Each campaign, over its posts.
    Campaign,
}

/// `scope` of the mix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scope {
    /// All channels together.
    #[default]
    All,
    /// Each channel alone.
    Channel,
}

/// `count` of the mix.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Count {
    /// A post on two channels counts twice.
    #[default]
    Placements,
    /// It counts once, where it goes out first.
    Posts,
}

/// `[pillars.ID]`.
#[derive(Clone, Debug)]
pub struct Pillar {
    /// Its name in the file.
    pub id: Loc<String>,
    /// Its name for people.
    pub name: String,
    /// `#rrggbb`.
    pub color: Option<String>,
    /// First day it exists.
    pub from: Option<NaiveDate>,
    /// Last day it exists.
    pub to: Option<NaiveDate>,
    /// Its group of the preset.
    pub group: Option<Loc<&'static PresetGroup>>,
}

/// `[[share]]`.
#[derive(Clone, Debug)]
pub struct Share {
    /// Its name for people, when it has one.
    pub name: Option<String>,
    /// The group of the preset that it was made from.
    pub group: Option<&'static PresetGroup>,
    /// The pillars counted together.
    pub pillars: Vec<PillarIx>,
    /// The formats counted; empty: all.
    pub formats: Vec<String>,
    /// What is wanted.
    pub bound: Bound,
    /// Where it is written.
    pub at: At,
}

/// What a share wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Which way.
    pub kind: Target,
    /// Tenths of a percent, 0–1000.
    pub tenths: i64,
}

/// Which way a share is bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// As near as can be.
    Target,
    /// Not less.
    AtLeast,
    /// Not more.
    AtMost,
}

/// `[[quota]]`.
#[derive(Clone, Debug)]
pub struct Quota {
    /// The pillars counted together; empty: all.
    pub pillars: Vec<PillarIx>,
    /// The formats counted; empty: all.
    pub formats: Vec<String>,
    /// Most placements in the period.
    pub at_most: u32,
    /// The period, on the calendar's clock.
    pub per: Per,
    /// Where it is written.
    pub at: At,
}

impl Quota {
    /// Whether a placement of this pillar and format counts.
    #[must_use]
    pub fn counts(&self, pillar: Option<PillarIx>, format: Option<&str>) -> bool {
        (self.pillars.is_empty() || pillar.is_some_and(|p| self.pillars.contains(&p)))
            && (self.formats.is_empty()
                || format.is_some_and(|f| self.formats.iter().any(|own| own == f)))
    }
}

impl Share {
    /// Its name for people: the one that was given, else that of its group.
    #[must_use]
    pub fn title(&self, lang: Lang) -> Option<&str> {
        self.name.as_deref().or_else(|| self.group.map(|group| group.name.get(lang)))
    }

    /// Whether a placement of this pillar and format counts.
    #[must_use]
    pub fn counts(&self, pillar: PillarIx, format: Option<&str>) -> bool {
        self.pillars.contains(&pillar)
            && (self.formats.is_empty()
                || format.is_some_and(|f| self.formats.iter().any(|own| own == f)))
    }
}

/// The period of a quota.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Per {
    /// A day.
    Day,
    /// An ISO week.
    Week,
    /// A calendar month.
    Month,
    /// A year.
    Year,
}
