//! What every check may look at, worked out once.

use super::judge::{Levels, levels};
use super::tone::signature;
use crate::model::{LaneIx, Placement, PlacementIx, Post, Standing, Status, Workspace};
use crate::source::Sources;
use crate::time::{Instant, Zone};
use crate::tone::{Voice, Wanted};
use chrono::{NaiveDate, NaiveDateTime};
use std::cell::OnceCell;

/// A workspace, the present instant, and the placements in the order of time.
#[derive(Debug)]
pub struct Facts<'a> {
    /// The workspace.
    pub ws: &'a Workspace,
    /// Its files, to point into texts.
    pub sources: &'a Sources,
    /// Now.
    pub now: Instant,
    /// Placements with an instant, by start, then file order.
    pub timeline: Vec<Dated>,
    /// The same, lane by lane.
    pub lanes: Vec<Vec<Dated>>,
    /// How much of what the tone finds in a text is wanted.
    wanted: Wanted,
    /// The tone, made ready when the first text is read.
    voice: OnceCell<Voice>,
    /// What the signature says against it.
    signature: OnceCell<Vec<signature::Fault>>,
    /// The levels of `[rules]`, looked up when the first finding is judged.
    levels: OnceCell<Levels>,
}

/// A placement that starts at an instant.
#[derive(Clone, Copy, Debug)]
pub struct Dated {
    /// The placement.
    pub placement: PlacementIx,
    /// When it starts.
    pub start: Instant,
    /// The same on its channel's clock.
    pub local: NaiveDateTime,
}

impl<'a> Facts<'a> {
    /// The facts of a workspace at an instant. What is cancelled is no fact.
    #[must_use]
    pub fn new(ws: &'a Workspace, sources: &'a Sources, now: Instant) -> Self {
        let mut timeline: Vec<Dated> = ws
            .each_placement()
            .filter(|(_, placement)| placement.status.value != Status::Cancelled)
            .filter_map(|(ix, placement)| {
                let start = placement.instant()?;
                let local = ws.channel(placement.channel).zone.local(start);
                Some(Dated { placement: ix, start, local })
            })
            .collect();
        timeline.sort_by_key(|dated| (dated.start, dated.placement));
        let mut lanes = vec![Vec::new(); ws.lanes.len()];
        for dated in &timeline {
            lanes[ws.placement(dated.placement).lane.get()].push(*dated);
        }
        let (voice, signature, levels) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        let wanted = Wanted::default();
        Self { ws, sources, now, timeline, lanes, wanted, voice, signature, levels }
    }

    /// With this much of what the tone finds in a text.
    #[must_use]
    pub fn wanting(self, wanted: Wanted) -> Self {
        Self { wanted, ..self }
    }

    /// What the signature of every text says against the tone.
    pub(super) fn signature_faults(&self) -> &[signature::Fault] {
        self.signature.get_or_init(|| signature::faults(self))
    }

    /// The brand's tone, ready to read texts.
    pub fn voice(&self) -> &Voice {
        self.voice.get_or_init(|| Voice::new(&self.ws.tone).wanting(self.wanted))
    }

    /// The levels of `[rules]`.
    pub(super) fn levels(&self) -> &Levels {
        self.levels.get_or_init(|| levels(self.ws))
    }

    /// Today on the calendar's clock.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        self.ws.calendar.zone.local(self.now).date()
    }

    /// The placement of a dated one.
    #[must_use]
    pub fn placement(&self, dated: &Dated) -> &'a Placement {
        self.ws.placement(dated.placement)
    }

    /// The post of a dated one.
    #[must_use]
    pub fn post(&self, dated: &Dated) -> &'a Post {
        self.ws.post_of(self.placement(dated))
    }

    /// The clock of a placement's channel.
    #[must_use]
    pub fn zone(&self, placement: &Placement) -> Zone {
        self.ws.channel(placement.channel).zone
    }

    /// The lane's name for people: the channel, and the format of a lane of its own.
    #[must_use]
    pub fn lane_name(&self, lane: LaneIx) -> String {
        let lane = self.ws.lane(lane);
        let channel = &self.ws.channel(lane.channel).id.value;
        lane.format
            .as_ref()
            .map_or_else(|| channel.clone(), |format| format!("{channel} ({format})"))
    }

    /// The days on which a lane has posts, for cadence and silence: those with an instant, and
    /// those that are out on a day nobody wrote the time of; sorted.
    #[must_use]
    pub fn lane_days(&self, lane: LaneIx) -> Vec<(NaiveDate, PlacementIx)> {
        let mut days: Vec<(NaiveDate, PlacementIx)> =
            self.lanes[lane.get()].iter().map(|d| (d.local.date(), d.placement)).collect();
        days.extend(self.ws.each_placement().filter(|(_, p)| p.lane == lane).filter_map(
            |(ix, p)| match p.standing {
                Standing::OnDay(day) if p.status.value != Status::Cancelled => Some((day, ix)),
                _ => None,
            },
        ));
        days.sort_unstable();
        days
    }
}
