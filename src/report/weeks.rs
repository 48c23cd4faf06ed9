//! Last week, this one, the next: what went out and what is to.

use super::fate::{Fate, Fates};
use crate::model::{PlacementIx, Workspace};
use crate::time::{Instant, Week};
use chrono::NaiveDate;

/// A week of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeekReport {
    /// Which.
    pub which: Which,
    /// Its Monday.
    pub from: NaiveDate,
    /// Its Sunday.
    pub to: NaiveDate,
    /// What went out, by day and time.
    pub out: Vec<Entry>,
    /// Posts of the exports on these days that the calendar does not have.
    pub unlisted: usize,
    /// What was to go out by one of these days and did not, in file order.
    pub missed: Vec<Entry>,
    /// What is to go out, by day and time.
    pub to_come: Vec<Entry>,
    /// What is wanted within this week and has no slot, in file order.
    pub unslotted: Vec<Entry>,
}

/// Which week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one before this.
    Last,
    /// The one of today.
    This,
    /// The one after.
    Next,
}

/// A placement in a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The placement.
    pub placement: PlacementIx,
    /// Its day on the calendar's clock; of a post without a slot, the last it is wanted on.
    pub day: NaiveDate,
    /// Its instant, where it has one.
    pub at: Option<Instant>,
}

impl WeekReport {
    /// Whether nothing happens.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.unlisted == 0
            && [&self.out, &self.missed, &self.to_come, &self.unslotted]
                .iter()
                .all(|list| list.is_empty())
    }
}

/// The three weeks around today, ISO weeks on the calendar's clock.
pub(super) fn weeks(ws: &Workspace, fates: &Fates, unlisted: &[NaiveDate]) -> [WeekReport; 3] {
    let this = Week::of(fates.today);
    [(Which::Last, this.previous()), (Which::This, this), (Which::Next, this.next())]
        .map(|(which, week)| one(ws, fates, unlisted, which, week))
}

fn one(
    ws: &Workspace,
    fates: &Fates,
    unlisted: &[NaiveDate],
    which: Which,
    week: Week,
) -> WeekReport {
    let (from, to) = (week.monday(), week.sunday());
    let holds = |day: &NaiveDate| (from..=to).contains(day);
    let mut report = WeekReport {
        which,
        from,
        to,
        out: Vec::new(),
        unlisted: unlisted.iter().filter(|day| holds(day)).count(),
        missed: Vec::new(),
        to_come: Vec::new(),
        unslotted: Vec::new(),
    };
    for (placement, fate) in &fates.list {
        let (list, day, at) = match *fate {
            Fate::Out(day, at) => (&mut report.out, day, at),
            Fate::Missed(day) => (&mut report.missed, day, None),
            Fate::ToCome(day, at) => (&mut report.to_come, day, at),
            // What may still go out later is no business of this week's.
            Fate::Wanted(_, last) => (&mut report.unslotted, last, None),
        };
        if holds(&day) {
            list.push(Entry { placement: *placement, day, at });
        }
    }
    for list in [&mut report.out, &mut report.to_come] {
        list.sort_by_key(|entry| (entry.day, entry.at, ws.placement(entry.placement).channel));
    }
    report
}

#[cfg(test)]
mod tests {
    use super::super::trial::{at, give, outing, report, workspace};
    use super::super::{GoalOf, Report};
    use super::*;

    const POSTS: &str = r#"
[[post]]
id = "out"
channels = ["instagram"]
goal = "Se faire connaître"
[post.on.instagram]
published = { at = 2026-11-11T12:00:00+01:00 }
[[post]]
id = "queued"
channels = ["linkedin"]
status = "scheduled"
at = 2026-11-12T09:00:00+01:00
[[post]]
id = "unmarked"
channels = ["instagram"]
status = "draft"
at = 2026-11-13T09:00:00+01:00
[[post]]
id = "missed"
channels = ["instagram"]
status = "draft"
date = 2026-11-14
goal = " Se faire connaître "
[[post]]
id = "old"
channels = ["instagram"]
status = "review"
at = 2026-09-14T09:00:00+02:00
[[post]]
id = "tonight"
channels = ["instagram"]
status = "approved"
at = 2026-11-21T18:00:00+01:00
[[post]]
id = "next"
channels = ["instagram", "linkedin"]
status = "draft"
date = "2026-W48"
campaign = "noel"
[[post]]
id = "slotted"
channels = ["instagram"]
status = "draft"
[post.on.instagram]
slot = 2026-11-24T12:00:00+01:00
[[post]]
id = "someday"
channels = ["instagram"]
status = "draft"
date = "2026-12"
[[post]]
id = "idea"
channels = ["instagram"]
status = "idea"
date = 2026-11-10
[[post]]
id = "no"
channels = ["instagram"]
status = "cancelled"
date = 2026-11-10
"#;

    fn found() -> (Workspace, Report) {
        let mut ws = workspace(POSTS);
        let unmarked = outing(0, at("2026-11-13T09:05:00+01:00"), 3.0);
        let unlisted = outing(0, at("2026-11-15T09:05:00+01:00"), 3.0);
        give(&mut ws, vec![unmarked, unlisted]);
        let report = report(&ws, "2026-11-01");
        (ws, report)
    }

    fn names(ws: &Workspace, list: &[Entry]) -> String {
        let name = |entry: &Entry| ws.post_of(ws.placement(entry.placement)).id.name.clone();
        list.iter().map(name).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_went_out_and_what_is_to_come() {
        let (ws, report) = found();
        let [last, this, next] = &report.weeks;
        assert_eq!(
            (last.from.to_string(), next.to.to_string()),
            ("2026-11-09".into(), "2026-11-29".into())
        );
        assert_eq!(names(&ws, &last.out), "out queued unmarked");
        assert_eq!((names(&ws, &last.missed), last.unlisted), ("missed".into(), 1));
        assert_eq!(names(&ws, &this.to_come), "tonight");
        assert_eq!(names(&ws, &next.to_come), "slotted");
        assert_eq!(names(&ws, &next.unslotted), "next next");
        assert!(this.out.is_empty() && !this.is_empty());
        let late: Vec<String> = report
            .late
            .iter()
            .map(|late| {
                format!("{} {}", ws.post_of(ws.placement(late.placement)).id.name, late.due)
            })
            .collect();
        assert_eq!(late, ["old 2026-09-14", "missed 2026-11-14"]);
        assert!(!report.is_silent());
    }

    #[test]
    fn goals_count_what_was_done_for_them() {
        let (_, report) = found();
        let told: Vec<_> = report
            .goals
            .iter()
            .map(|goal| (goal.goal.as_str(), goal.out, goal.to_come, goal.late))
            .collect();
        assert_eq!(told, [("300 coffrets *vendus*", 0, 2, 0), ("Se faire connaître", 1, 0, 1)]);
        assert_eq!(report.goals[1].of, GoalOf::Posts);
        assert_eq!(report.goals[1].sums.posts, 0);
    }

    #[test]
    fn nothing_at_all_is_silent() {
        let ws = workspace("");
        assert!(report(&ws, "2026-11-01").is_silent());
    }
}
