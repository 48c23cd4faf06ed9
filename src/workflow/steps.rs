//! The steps of a post before its slot: which are still to be done, and by when.

use super::approval::wanted;
use crate::model::{
    ApprovalMode, Kind, Placement, PlacementIx, Standing, Status, StepKind, Workspace,
};
use crate::time::{Instant, Lapse, Workdays};
use chrono::NaiveDate;

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
        Self { ws, today, days: ws.workdays(today) }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;
    use std::path::Path;

    fn workspace(lines: &str) -> Workspace {
        let text = format!(
            "[calendar]\ntimezone = \"Europe/Paris\"\ncountry = \"FR\"\n\n[plan]\nlead = {{ brief = \"2w\", draft = \"5d\", review = \"3d\", approval = \"2d\" }}\n\n[channels.instagram]\nnetwork = \"instagram\"\n\n{lines}\n"
        );
        let loaded =
            crate::load::from_text(&text, Path::new("."), &mut Sources::default()).unwrap();
        let said: Vec<_> =
            loaded.findings.iter().map(|f| f.message.get(crate::lang::Lang::En)).collect();
        loaded.workspace.unwrap_or_else(|| panic!("{said:?}"))
    }

    fn now() -> Instant {
        Instant::parse_rfc3339("2026-11-20T09:00:00+01:00").unwrap()
    }

    /// `draft 2026-11-17 late 3, …` of the only placement of a post.
    fn told(post: &str) -> String {
        let ws = workspace(&format!("[[post]]\nid = \"a\"\ntitle = \"A\"\n{post}"));
        let desk = Desk::new(&ws, now());
        let ix = PlacementIx::new(0);
        let Some(slot) = desk.slot(ix) else { return "no slot".to_owned() };
        let steps = desk.steps(ix, slot).into_iter().map(|step| {
            let late = step.late.map_or_else(String::new, |days| format!(" late {days}"));
            format!("{} {}{late}", step.kind.key(), step.due.format("%m-%d"))
        });
        steps.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn a_step_is_done_by_what_is_there() {
        let day = "date = 2026-11-24";
        for (post, expected) in [
            (
                day.to_owned(),
                "brief 11-09 late 8, draft 11-17 late 3, review 11-19 late 1, approval 11-20",
            ),
            (
                format!("{day}\nnotes = \"what it is about\""),
                "draft 11-17 late 3, review 11-19 late 1, approval 11-20",
            ),
            (
                format!("{day}\nnotes = \" \""),
                "brief 11-09 late 8, draft 11-17 late 3, review 11-19 late 1, approval 11-20",
            ),
            (
                format!("{day}\nmedia = [{{ brief = \"a photo\" }}]"),
                "draft 11-17 late 3, review 11-19 late 1, approval 11-20",
            ),
            // A text alone is a brief; with the status it is a draft.
            (
                format!("{day}\ntext = \"Words.\""),
                "draft 11-17 late 3, review 11-19 late 1, approval 11-20",
            ),
            (
                format!("{day}\nstatus = \"draft\""),
                "draft 11-17 late 3, review 11-19 late 1, approval 11-20",
            ),
            (
                format!("{day}\nstatus = \"draft\"\ntext = \"Words.\""),
                "review 11-19 late 1, approval 11-20",
            ),
            (
                format!("{day}\nstatus = \"draft\"\n[post.on.instagram]\ntext = \"There.\""),
                "review 11-19 late 1, approval 11-20",
            ),
            (format!("{day}\nstatus = \"review\"\ntext = \"Words.\""), "approval 11-20"),
            (format!("{day}\nstatus = \"approved\"\ntext = \"Words.\""), ""),
            (format!("{day}\nstatus = \"scheduled\""), ""),
            (format!("{day}\nstatus = \"cancelled\""), ""),
            (format!("{day}\nstatus = \"idea\""), ""),
            ("date = 2026-11-19".to_owned(), "no slot"),
            ("status = \"idea\"".to_owned(), "no slot"),
        ] {
            assert_eq!(told(&post), expected, "{post}");
        }
    }

    #[test]
    fn the_slot_is_as_sure_as_the_calendar_is() {
        let slot = |post: &str| {
            let ws = workspace(&format!("[[post]]\nid = \"a\"\ntitle = \"A\"\n{post}"));
            Desk::new(&ws, now()).slot(PlacementIx::new(0)).unwrap()
        };
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let known = |text: &str| Slot { day: day(text), certainty: Certainty::Known };
        assert_eq!(slot("at = 2026-11-24T12:00:00"), known("2026-11-24"));
        // Half past midnight in Noumea is the day before in Paris.
        assert_eq!(slot("at = 2026-11-25T00:30:00+11:00"), known("2026-11-24"));
        assert_eq!(slot("date = 2026-11-24"), known("2026-11-24"));
        let from = |first: &str, last: &str| Slot {
            day: day(first),
            certainty: Certainty::Earliest(day(last)),
        };
        assert_eq!(slot("date = \"2026-W48\""), from("2026-11-23", "2026-11-29"));
        // What is over of a range is no longer possible.
        assert_eq!(slot("date = \"2026-11\""), from("2026-11-20", "2026-11-30"));
        assert_eq!(
            slot("window = { from = 2026-11-24T08:00:00, to = 2026-11-26T20:00:00 }"),
            from("2026-11-24", "2026-11-26")
        );
    }

    #[test]
    fn a_range_is_surely_late_only_by_its_last_day() {
        let ws = workspace("[[post]]\nid = \"a\"\ntitle = \"A\"\ndate = \"2026-W48\"");
        let sure = |at: &str| {
            let desk = Desk::new(&ws, Instant::parse_rfc3339(at).unwrap());
            let ix = PlacementIx::new(0);
            let step = desk.steps(ix, desk.slot(ix).unwrap())[1];
            (step.kind.key(), step.late.is_some(), desk.is_surely_late(&step))
        };
        // The draft for Monday 23 is due on the 16th, for Sunday 29 on the 23rd.
        assert_eq!(sure("2026-11-16T23:00:00+01:00"), ("draft", false, false));
        assert_eq!(sure("2026-11-17T01:00:00+01:00"), ("draft", true, false));
        assert_eq!(sure("2026-11-24T01:00:00+01:00"), ("draft", true, true));
    }
}
