//! What a calendar means: plain data, every reference resolved.
//!
//! `load` builds it, everything else reads it. Lists keep the order of the files, and references
//! are indices into them ([`ChannelIx`] and its sisters), so nothing here needs a look-up by name.

mod backtest;
mod calendar;
mod chances;
mod channel;
mod event;
mod evergreen;
mod hours;
mod index;
mod lead;
mod media;
mod mix;
mod outgoing;
mod past;
mod people;
mod placement;
mod post;
pub mod preset;
mod schedule;
pub mod tone;
mod urgent;
mod whatif;
mod workdays;
mod workspace;

pub use backtest::{Backtest, Cluster, Fold, Method, MethodResult};
pub use calendar::{
    Alternate, Approval, ApprovalMode, By, Calendar, Exclusion, Holidays, Measure, Plan, Presence,
    RuleLevel, Weights,
};
pub use chances::{Chance, DAYS_TO_WRITE, OPPORTUNITY_LEAD, is_planned};
pub use channel::{Cadence, Channel, Lane, Limits, Window};
pub use event::{Effect, Event, EventDate, EventKind, Occurrence, Pause};
pub use evergreen::{EvergreenOuting, Refrain};
pub use hours::{Access, Advice, KindGain, Stretch};
pub use index::{
    CampaignIx, ChannelIx, EventIx, LaneIx, PersonIx, PillarIx, PlacementIx, PostIx, SeriesIx,
};
pub use lead::{Lead, StepKind};
pub use media::{FileState, Mark, Media, MediaFile, MediaKind};
pub use mix::{Bound, Count, Mix, MixWindow, Per, Pillar, Quota, Scope, Share, Target};
pub use outgoing::{EffectiveContent, Outgoing, Piece};
pub use past::{
    BrokenRow, ClockFound, DayOrder, Evidence, Gain, HistoryFile, Intake, IntakeFault, Known,
    LeftOutRow, Outing, Past, Timing, hour_of_week,
};
pub use people::{Campaign, Duty, DutyDay, Person, Series};
pub use placement::{Placement, Standing};
pub use post::{
    Allow, Content, Evergreen, Kind, Link, LinkTo, Moment, On, Partnership, Post, PostId,
    Published, Sealed, Side, Status, TimeWindow, Wish,
};
pub use schedule::{
    Alternative, Because, Beyond, CadenceItem, Change, ChangeKind, Changes, Comeback, Explanation,
    Free, FreeCause, Judgement, LeftOut, MixItem, Other, Placed, PlacedState, Reason, Schedule,
    ScoreOrigin, Stop,
};
pub use tone::{Demand, Mending, Only, Quotes, RULE_KINDS, Tone, ToneRule};
pub use whatif::{Forced, Outcome, Reactive, Reserve, UrgentOn, UrgentSlot, Whole};
pub use workspace::Workspace;
