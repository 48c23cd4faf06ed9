//! What the posts got, and how the weeks stand: the sums behind `edito report`.
//!
//! [`join`] finds the posts of the exports in the calendar, [`groups`] sums them up by pillar,
//! format and so on, [`against`] holds each group against the usual and says how sure that is,
//! [`weeks`] and [`late`] look at the calendar itself. Plain data and sums: this room knows no
//! words, no screen and no disk.

mod address;
mod against;
mod fate;
mod goals;
mod groups;
mod join;
mod late;
mod sums;
#[cfg(test)]
pub(crate) mod trial;
mod weeks;

pub use against::{Against, LEAST};
pub use goals::{Goal, GoalOf};
pub use groups::{By, Days, Group, Key, Part, Table};
pub use join::Missing;
pub use late::{Late, Lateness};
pub use sums::Sums;
pub use weeks::{Entry, WeekReport, Which};

use crate::model::{ChannelIx, LeftOutRow, Outing, PlacementIx, Workspace};
use crate::time::Instant;
use against::Did;
use chrono::NaiveDate;
use fate::Fates;
use join::Joined;

/// What is asked of a report.
#[derive(Clone, Copy, Debug)]
pub struct Ask<'a> {
    /// The first day of the results, on the clock of each channel.
    pub since: NaiveDate,
    /// Now.
    pub now: Instant,
    /// The channels it is about, in file order.
    pub channels: &'a [ChannelIx],
}

/// Everything a report says, as data.
#[derive(Clone, Debug)]
pub struct Report {
    /// The first day of the results.
    pub since: NaiveDate,
    /// The day it is, on the calendar's clock.
    pub today: NaiveDate,
    /// What the posts got.
    pub results: Results,
    /// What they were for.
    pub goals: Vec<Goal>,
    /// Last week, this one, the next one.
    pub weeks: [WeekReport; 3],
    /// What is late, the longest late first.
    pub late: Vec<Late>,
}

/// What the posts of the exports got since the first day.
#[derive(Clone, Debug)]
pub struct Results {
    /// All of them together.
    pub all: Sums,
    /// How many of them are in the calendar.
    pub in_calendar: usize,
    /// Posts that the calendar says are published since then, and of which no result was found.
    pub missing: Missing,
    /// By channel, pillar, format …: only tables that hold something.
    pub tables: Vec<Table>,
    /// How many groups were held against the usual, in all tables.
    pub compared: usize,
    /// The groups that stand out although so many were looked at: which of which table, the surest
    /// first, two at most.
    pub stands_out: Vec<(usize, usize)>,
    /// The newest post of the exports, whenever it was.
    pub newest: Option<Instant>,
    /// Rows of the files that are no posts to count, and why; of all days.
    pub left_out: Vec<(LeftOutRow, usize)>,
    /// Files that could not be used at all, as named.
    pub unused: Vec<String>,
}

impl Report {
    /// Whether there is nothing to say: no result, nothing that went out last week or this one,
    /// nothing late, nothing planned this week or the next.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        self.results.all.posts == 0
            && self.late.is_empty()
            && self.weeks.iter().all(WeekReport::is_empty)
    }
}

/// A post of the exports as the sums see it.
struct Seen<'w> {
    outing: &'w Outing,
    /// The placement it is, when the calendar has it.
    placement: Option<PlacementIx>,
    /// How it did against the usual of its channel.
    did: Option<Did>,
}

/// The report of a calendar whose past is known.
#[must_use]
pub fn report(ws: &Workspace, ask: &Ask<'_>) -> Report {
    let joined = Joined::of(ws);
    let fates = Fates::of(ws, &joined, ask);
    let deviations = against::deviations(ws);
    let outings = ws.past.outings.iter().enumerate();
    let seen: Vec<Seen<'_>> = outings
        .filter(|(_, outing)| is_asked(ws, ask, outing))
        .map(|(i, outing)| Seen {
            outing,
            placement: joined.placement_of(i),
            did: deviations.get(i).copied().flatten(),
        })
        .collect();
    Report {
        since: ask.since,
        today: fates.today,
        results: results(ws, ask, &joined, &seen),
        goals: goals::goals(ws, &fates, &seen),
        weeks: weeks::weeks(ws, &fates, &seen_days(ws, ask, &joined)),
        late: late::late(ws, &fates, ask.now),
    }
}

fn results(ws: &Workspace, ask: &Ask<'_>, joined: &Joined, seen: &[Seen<'_>]) -> Results {
    let (tables, compared) = groups::tables(ws, seen);
    Results {
        all: Sums::of(seen.iter().map(|seen| seen.outing)),
        in_calendar: seen.iter().filter(|seen| seen.placement.is_some()).count(),
        missing: joined.missing(ws, ask),
        stands_out: groups::stands_out(&tables, compared),
        tables,
        compared,
        newest: own(ws)
            .filter(|outing| ask.channels.contains(&outing.channel))
            .map(|outing| outing.at)
            .max(),
        left_out: left_out(ws),
        unused: unused(ws),
    }
}

/// The days of posts of the exports that the calendar does not have.
fn seen_days(ws: &Workspace, ask: &Ask<'_>, joined: &Joined) -> Vec<NaiveDate> {
    let outings = ws.past.outings.iter().enumerate();
    outings
        .filter(|(i, outing)| {
            outing.brand.is_none()
                && ask.channels.contains(&outing.channel)
                && joined.placement_of(*i).is_none()
        })
        .map(|(_, outing)| ws.calendar.zone.local(outing.at).date())
        .collect()
}

/// The brand's own posts.
fn own(ws: &Workspace) -> impl Iterator<Item = &Outing> {
    ws.past.outings.iter().filter(|outing| outing.brand.is_none())
}

fn is_asked(ws: &Workspace, ask: &Ask<'_>, outing: &Outing) -> bool {
    outing.brand.is_none()
        && outing.at <= ask.now
        && ask.channels.contains(&outing.channel)
        && ws.channel(outing.channel).zone.local(outing.at).date() >= ask.since
}

/// Files that could not be used, each once though several entries name it.
fn unused(ws: &Workspace) -> Vec<String> {
    let mut files: Vec<String> = Vec::new();
    for intake in ws.past.intakes.iter().filter(|intake| intake.fault.is_some()) {
        if !files.contains(&intake.file) {
            files.push(intake.file.clone());
        }
    }
    files
}

/// What was left out of the brand's own files, each reason once.
fn left_out(ws: &Workspace) -> Vec<(LeftOutRow, usize)> {
    let mut sums = std::collections::BTreeMap::new();
    for (intake, file) in ws.past.intakes.iter().zip(&ws.history) {
        if file.brand.is_none() {
            for (reason, n) in &intake.left_out {
                *sums.entry(*reason).or_insert(0) += n;
            }
        }
    }
    sums.into_iter().collect()
}
