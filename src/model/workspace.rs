//! A workspace: one brand, everything its files say.

use super::{
    Approval, Calendar, Campaign, CampaignIx, Channel, ChannelIx, Event, EventIx, HistoryFile,
    Lane, LaneIx, Mix, Occurrence, Past, Pause, Person, PersonIx, Pillar, PillarIx, Placement,
    PlacementIx, Plan, Post, PostIx, RuleLevel, Series, SeriesIx, Timing, Tone,
};
use crate::lang::Text;
use crate::source::SourceId;
use chrono::NaiveDate;

/// One brand: everything that its root file and the files it names say.
#[derive(Clone, Debug)]
pub struct Workspace {
    /// The root file.
    pub root: SourceId,
    /// `[calendar]`.
    pub calendar: Calendar,
    /// `[plan]`.
    pub plan: Plan,
    /// `[approval]`.
    pub approval: Approval,
    /// `[rules]`.
    pub rules: Vec<RuleLevel>,
    /// Channels, in file order.
    pub channels: Vec<Channel>,
    /// Lanes: the channels' own first, in their order, then those of formats.
    pub lanes: Vec<Lane>,
    /// The team.
    pub people: Vec<Person>,
    /// Campaigns.
    pub campaigns: Vec<Campaign>,
    /// Regular features.
    pub series: Vec<Series>,
    /// Events of the files and of feeds; computed holidays are apart.
    pub events: Vec<Event>,
    /// Pauses.
    pub pauses: Vec<Pause>,
    /// Posts, in file order.
    pub posts: Vec<Post>,
    /// Posts on their channels, in file order.
    pub placements: Vec<Placement>,
    /// The mix; absent without `[mix]`.
    pub mix: Mix,
    /// The tone rules.
    pub tone: Tone,
    /// Files of past performance, as named.
    pub history: Vec<HistoryFile>,
    /// What those files hold and teach; empty until a command asks for it.
    pub past: Past,
}

impl Workspace {
    /// A channel.
    #[must_use]
    pub fn channel(&self, ix: ChannelIx) -> &Channel {
        &self.channels[ix.get()]
    }

    /// A lane.
    #[must_use]
    pub fn lane(&self, ix: LaneIx) -> &Lane {
        &self.lanes[ix.get()]
    }

    /// Somebody of the team.
    #[must_use]
    pub fn person(&self, ix: PersonIx) -> &Person {
        &self.people[ix.get()]
    }

    /// A campaign.
    #[must_use]
    pub fn campaign(&self, ix: CampaignIx) -> &Campaign {
        &self.campaigns[ix.get()]
    }

    /// A regular feature.
    #[must_use]
    pub fn series(&self, ix: SeriesIx) -> &Series {
        &self.series[ix.get()]
    }

    /// An event.
    #[must_use]
    pub fn event(&self, ix: EventIx) -> &Event {
        &self.events[ix.get()]
    }

    /// A pillar.
    #[must_use]
    pub fn pillar(&self, ix: PillarIx) -> &Pillar {
        &self.mix.pillars[ix.get()]
    }

    /// A post.
    #[must_use]
    pub fn post(&self, ix: PostIx) -> &Post {
        &self.posts[ix.get()]
    }

    /// A placement.
    #[must_use]
    pub fn placement(&self, ix: PlacementIx) -> &Placement {
        &self.placements[ix.get()]
    }

    /// What a channel's past teaches of the hours, where that was learned.
    #[must_use]
    pub fn timing(&self, channel: ChannelIx) -> Option<&Timing> {
        self.past.timing.get(channel.get())?.as_ref()
    }

    /// The post of a placement.
    #[must_use]
    pub fn post_of(&self, placement: &Placement) -> &Post {
        self.post(placement.post)
    }

    /// The placements of a post, in the order of its channels. Placements stand in post order.
    pub fn placement_ids(&self, post: PostIx) -> impl Iterator<Item = PlacementIx> + use<> {
        self.range_of(post).map(PlacementIx::new)
    }

    /// Where the placements of a post stand in the list.
    pub(super) fn range_of(&self, post: PostIx) -> std::ops::Range<usize> {
        let from = self.placements.partition_point(|placement| placement.post < post);
        let to = self.placements.partition_point(|placement| placement.post <= post);
        from..to
    }

    /// Every channel with its index.
    pub fn each_channel(&self) -> impl Iterator<Item = (ChannelIx, &Channel)> {
        self.channels.iter().enumerate().map(|(i, channel)| (ChannelIx::new(i), channel))
    }

    /// Every lane with its index.
    pub fn each_lane(&self) -> impl Iterator<Item = (LaneIx, &Lane)> {
        self.lanes.iter().enumerate().map(|(i, lane)| (LaneIx::new(i), lane))
    }

    /// Every post with its index.
    pub fn each_post(&self) -> impl Iterator<Item = (PostIx, &Post)> {
        self.posts.iter().enumerate().map(|(i, post)| (PostIx::new(i), post))
    }

    /// Every placement with its index.
    pub fn each_placement(&self) -> impl Iterator<Item = (PlacementIx, &Placement)> {
        self.placements.iter().enumerate().map(|(i, p)| (PlacementIx::new(i), p))
    }

    /// Everything dated that touches `from..=to`: events, feeds, computed public holidays and
    /// school holidays, by first day, then in file order.
    #[must_use]
    pub fn occurrences(&self, from: NaiveDate, to: NaiveDate) -> Vec<Occurrence> {
        let written = self.events.iter().enumerate().flat_map(|(i, event)| {
            event.occurrences(from, to).into_iter().map(move |(first, last)| Occurrence {
                name: Text::same(&event.name),
                first,
                last,
                effect: event.effect,
                kind: event.kind,
                channels: event.channels.clone(),
                event: Some(EventIx::new(i)),
                at: event.at,
            })
        });
        let mut all: Vec<Occurrence> =
            written.chain(self.holidays(from, to)).chain(self.school(from, to)).collect();
        all.sort_by_key(|occurrence| occurrence.first);
        all
    }

    fn holidays(&self, from: NaiveDate, to: NaiveDate) -> Vec<Occurrence> {
        use super::{Effect, EventKind, Holidays};
        use chrono::Datelike;
        let Some(region) = self.calendar.region else {
            return Vec::new();
        };
        let effect = match self.calendar.holidays {
            Holidays::Info => Effect::Info,
            Holidays::Avoid => Effect::Avoid,
        };
        (from.year()..=to.year())
            .flat_map(|year| crate::time::holidays(region, year))
            .filter(|holiday| (from..=to).contains(&holiday.date))
            .map(|holiday| Occurrence {
                name: holiday.name.into(),
                first: holiday.date,
                last: holiday.date,
                effect,
                kind: EventKind::Holiday,
                channels: Vec::new(),
                event: None,
                at: None,
            })
            .collect()
    }

    fn school(&self, from: NaiveDate, to: NaiveDate) -> Vec<Occurrence> {
        let Some(zone) = self.calendar.school_zone_in_france() else {
            return Vec::new();
        };
        let at = self.calendar.school_zone.as_ref().map(|zone| zone.at);
        let breaks = crate::time::school_breaks(zone, from, to).into_iter();
        breaks
            .map(|days| Occurrence {
                name: Text::of(|lang| {
                    format!("{} ({})", days.name.get(lang), zone.name().get(lang))
                }),
                first: days.first,
                last: days.last,
                effect: self.calendar.school,
                kind: super::EventKind::School,
                channels: Vec::new(),
                event: None,
                at,
            })
            .collect()
    }
}
