//! The steps of a post before its slot: which are still to be done, and by when.

use super::approval::wanted;
use crate::model::{
    ApprovalMode, EventKind, Kind, Placement, PlacementIx, Standing, Status, StepKind, Workspace,
};
use crate::time::{Instant, Lapse, Workdays};
use chrono::{Days, NaiveDate};

/// How far before the first and after the present day days off are looked for.
const BEFORE: Days = Days::new(400);

/// How far after the present day days off are looked for, where no post is later.
const AFTER: Days = Days::new(1_500);

/// The desk at which the work of a calendar is looked at: the workspace, today, the working days.
#[derive(Clone, Debug)]
pub struct Desk<'a> {
    /// The workspace.
    pub ws: &'a Workspace,
    /// The present day on the calendar's clock.
    pub today: NaiveDate,
    /// The working days of the calendar's country, less its own events of the kind `holiday`.
    pub days: Workdays,
}

/// When a placement goes out, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The day on the calendar's clock.
    pub day: NaiveDate,
    /// How sure it is.
    pub certainty: Certainty,
}

/// How sure a slot is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// The day is known.
    Known,
    /// It is the first day on which it may go out, this one the last.
    Earliest(NaiveDate),
}

/// A step that is still to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The placement.
    pub placement: PlacementIx,
    /// Which step.
    pub kind: StepKind,
    /// How many working days before the slot it is due.
    pub lead: u32,
    /// The slot.
    pub slot: Slot,
    /// The day at whose end it is due, on the calendar's clock.
    pub due: NaiveDate,
    /// When that day has passed: how many working days have since begun, today among them.
    pub late: Option<u32>,
}

impl<'a> Desk<'a> {
    /// The desk of a workspace at a moment.
    #[must_use]
    pub fn new(ws: &'a Workspace, now: Instant) -> Self {
        let today = ws.calendar.zone.local(now).date();
        let from = today.checked_sub_days(BEFORE).unwrap_or(NaiveDate::MIN);
        let to = today.checked_add_days(AFTER).unwrap_or(NaiveDate::MAX);
        let days = ws
            .events
            .iter()
            .filter(|event| event.kind == EventKind::Holiday && event.channels.is_empty())
            .flat_map(|event| event.occurrences(from, to))
            .flat_map(|(first, last)| {
                let (first, last) = (first.max(from), last.min(to));
                first.iter_days().take_while(move |day| *day <= last)
            });
        let days = Workdays::new(ws.calendar.region).off(days);
        Self { ws, today, days }
    }

    /// When a placement goes out, from the calendar alone: its instant, its day, else the first day
    /// on which it still may. None when it is undated, or its last day is past.
    #[must_use]
    pub fn slot(&self, ix: PlacementIx) -> Option<Slot> {
        let placement = self.ws.placement(ix);
        let (first, last) = self.reach(placement)?;
        if last < self.today {
            return None;
        }
        let certainty = match first == last {
            true => Certainty::Known,
            false => Certainty::Earliest(last),
        };
        Some(Slot { day: first.max(self.today), certainty })
    }

    /// When it goes out, were it at this instant.
    #[must_use]
    pub fn at(&self, start: Instant) -> Slot {
        Slot { day: self.day(start), certainty: Certainty::Known }
    }

    fn day(&self, at: Instant) -> NaiveDate {
        self.ws.calendar.zone.local(at).date()
    }

    fn reach(&self, placement: &Placement) -> Option<(NaiveDate, NaiveDate)> {
        if let Some(at) = placement.instant() {
            return Some((self.day(at), self.day(at)));
        }
        let date = placement.date().map(|date| (date.first(), date.last()));
        let window = placement.window.and_then(|(from, to)| {
            Some((from.map_or(self.today, |from| self.day(from)), to.map(|to| self.day(to))?))
        });
        let (first, last) = match (date, window) {
            (Some(date), Some(window)) => (date.0.max(window.0), date.1.min(window.1)),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => return None,
        };
        (first <= last).then_some((first, last))
    }

    /// The placements whose steps matter: with a date in view, neither ideas nor settled.
    pub fn ahead(&self) -> impl Iterator<Item = PlacementIx> {
        self.ws.each_placement().filter(|(_, p)| is_in_work(self.ws, p)).map(|(ix, _)| ix)
    }

    /// The steps of a placement that are still to be done for a slot, in the order of the work.
    #[must_use]
    pub fn steps(&self, ix: PlacementIx, slot: Slot) -> Vec<Step> {
        let lead = &self.ws.plan.lead;
        let placement = self.ws.placement(ix);
        if lead.is_empty() || !is_in_work(self.ws, placement) {
            return Vec::new();
        }
        StepKind::ALL
            .into_iter()
            .filter_map(|kind| Some((kind, lead.days(kind)?)))
            .filter(|(kind, _)| !is_done(self.ws, placement, *kind))
            .map(|(kind, lead)| self.step(ix, kind, lead, slot))
            .collect()
    }

    fn step(&self, placement: PlacementIx, kind: StepKind, lead: u32, slot: Slot) -> Step {
        let due = self.days.back(slot.day, lead);
        let late = (due < self.today).then(|| self.days.between(due, self.today));
        Step { placement, kind, lead, slot, due, late }
    }

    /// Whether a step is late even if its post goes out on the last day on which it may.
    #[must_use]
    pub fn is_surely_late(&self, step: &Step) -> bool {
        match step.slot.certainty {
            Certainty::Known => step.late.is_some(),
            Certainty::Earliest(last) => self.days.back(last, step.lead) < self.today,
        }
    }
}

/// Whether somebody still works on a placement.
fn is_in_work(ws: &Workspace, placement: &Placement) -> bool {
    let on = ws.post_of(placement).on(placement.channel);
    placement.status.value.is_plannable()
        && !matches!(placement.standing, Standing::Published(_))
        && on.is_none_or(|on| on.published.is_none())
}

/// Whether a step is done for a placement.
fn is_done(ws: &Workspace, placement: &Placement, kind: StepKind) -> bool {
    let (post, status) = (ws.post_of(placement), placement.status.value);
    let content = ws.content(placement);
    let words = content.has_words() || content.text_file.is_some() || !content.media.is_empty();
    let on = post.on(placement.channel);
    match kind {
        StepKind::Brief => {
            let notes = [post.notes.as_deref(), on.and_then(|on| on.notes.as_deref())];
            let noted = notes.into_iter().flatten().any(|notes| !notes.trim().is_empty());
            status >= Status::Draft || words || noted
        }
        StepKind::Draft => status >= Status::Draft && (words || post.kind == Kind::Repost),
        StepKind::Review => status >= Status::Review,
        StepKind::Approval => {
            let given = ws.approval.mode != ApprovalMode::None && wanted(ws, post) == 0;
            status >= Status::Approved || given
        }
    }
}

/// How long a stretch of duty is, in whole hours, rounded to the nearest.
#[must_use]
pub(super) fn hours(time: Lapse) -> i64 {
    (time.seconds() + 1_800).div_euclid(3_600)
}
