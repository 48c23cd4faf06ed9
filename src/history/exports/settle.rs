//! From what is written of times to instants: which number is the month, whose clock it is.
//!
//! Both are settled over a whole file, so that the order of its rows does not matter.

use super::Scene;
use super::fields::Field;
use super::header::Header;
use super::ids;
use super::rows::Draft;
use super::stamp::{Hour, Stamp};
use crate::model::{ClockFound, DayOrder, Intake, Known};
use crate::time::{Clock, Instant, Lapse, Zone};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

/// Posts whose ids are compared with the column; more tell nothing new.
const COMPARED: usize = 1000;

/// Fewer tell nothing.
const FEWEST: usize = 5;

/// A zone explains the column when the median difference is below this, in seconds.
const CLOSE: i64 = 8 * 60;

/// Clocks that a column may show, the likeliest first; beside these, those that are changed twice a
/// year at different times, for whoever exports on a computer elsewhere. Fixed ones need no name.
const ZONES: [&str; 16] = [
    "UTC",
    "America/Los_Angeles",
    "Europe/London",
    "Europe/Paris",
    "Europe/Athens",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Halifax",
    "America/St_Johns",
    "America/Santiago",
    "Africa/Cairo",
    "Africa/Casablanca",
    "Australia/Adelaide",
    "Australia/Sydney",
    "Pacific/Auckland",
];

/// The clock that times without an offset are read on.
#[derive(Clone, Copy, Debug)]
enum ReadOn {
    Channel,
    Zone(Zone),
    Offset(i64),
}

/// What is written of a time, with the order of its day known: the day, and the hour if there is one.
type Written = (NaiveDate, Option<NaiveTime>);

/// The instant of each draft, and how well it is known; none where the day does not exist.
/// What was found out goes into the intake.
pub(super) fn settle(
    drafts: &[Draft],
    header: &Header,
    scene: &Scene<'_>,
    intake: &mut Intake,
) -> Vec<Option<(Instant, Known)>> {
    let order = order(drafts, header, scene, intake);
    let clock = clock(drafts, order, header, scene);
    let mut told = true;
    let settled = drafts
        .iter()
        .map(|draft| {
            let (at, known, by_clock) = instant(draft, order, clock, scene)?;
            told &= !by_clock;
            Some((at, known))
        })
        .collect();
    intake.clock = match clock {
        _ if told && !drafts.is_empty() => ClockFound::Stated,
        ReadOn::Channel => ClockFound::Channel,
        ReadOn::Zone(zone) => ClockFound::Zone(zone.name().to_owned()),
        ReadOn::Offset(seconds) => {
            ClockFound::Offset(i32::try_from(seconds / 60).unwrap_or_default())
        }
    };
    settled
}

/// In a column where most posts have an hour, midnight is one too; elsewhere it is a day alone.
pub(super) fn midnights(drafts: &mut [Draft]) {
    let with_hour = |draft: &&Draft| matches!(draft.stamp, Some(Stamp::Sure(_, Some(_))));
    if drafts.iter().filter(with_hour).count() * 2 < drafts.len() {
        return;
    }
    for draft in drafts {
        if let Some(Stamp::Midnight(day)) = draft.stamp {
            draft.stamp = Some(Stamp::Sure(day, Some(Hour { time: NaiveTime::MIN, offset: None })));
        }
    }
}

/// The instant of a draft, how well it is known, and whether the clock of the file made it.
fn instant(
    draft: &Draft,
    order: DayOrder,
    clock: ReadOn,
    scene: &Scene<'_>,
) -> Option<(Instant, Known, bool)> {
    let (day, time) = match draft.stamp {
        None => return draft.told.map(|at| (at, Known::Minute, false)),
        Some(Stamp::Exact(at)) => return Some((at, Known::Minute, false)),
        Some(stamp) => match written(stamp, order)? {
            Ok(written) => written,
            Err(exact) => return Some((exact, Known::Minute, false)),
        },
    };
    if let Some(time) = time {
        return Some((on(clock, day.and_time(time), draft, scene), Known::Minute, true));
    }
    if let Some(told) = draft.told.filter(|told| ids::near(*told, day)) {
        return Some((told, Known::Minute, false));
    }
    let noon = day.and_hms_opt(12, 0, 0)?;
    let zone = scene.ws.channel(draft.channel).zone;
    Some((zone.resolve(noon).instant, Known::Day, true))
}

fn on(clock: ReadOn, local: NaiveDateTime, draft: &Draft, scene: &Scene<'_>) -> Instant {
    match clock {
        ReadOn::Channel => in_zone(scene.ws.channel(draft.channel).zone, local, draft),
        ReadOn::Zone(zone) => in_zone(zone, local, draft),
        ReadOn::Offset(seconds) => Instant::from_unix(local.and_utc().timestamp() - seconds),
    }
}

/// The moment of a local time; of one that comes twice when clocks go back, the one nearer to what
/// the id tells.
fn in_zone(zone: Zone, local: NaiveDateTime, draft: &Draft) -> Instant {
    let resolved = zone.resolve(local);
    let Some(told) = draft.told.filter(|_| resolved.kind == Clock::Fold) else {
        return resolved.instant;
    };
    let second = resolved.instant + Lapse::from_seconds(3600);
    let far = |at: Instant| (at.unix() - told.unix()).abs();
    match zone.local(second) == local && far(second) < far(resolved.instant) {
        true => second,
        false => resolved.instant,
    }
}

/// The day and hour as written, or the moment where the offset is written too; nothing where there is no such day.
fn written(stamp: Stamp, order: DayOrder) -> Option<Result<Written, Instant>> {
    let exact = |day: NaiveDate, hour: Hour| match super::stamp::finished(day, Some(hour))? {
        Stamp::Exact(at) => Some(Err(at)),
        _ => Some(Ok((day, Some(hour.time)))),
    };
    match stamp {
        Stamp::Exact(at) => Some(Err(at)),
        Stamp::Sure(day, hour) => Some(Ok((day, hour.map(|hour| hour.time)))),
        Stamp::Either(two, None) => Some(Ok((two.day(order)?, None))),
        Stamp::Either(two, Some(hour)) => exact(two.day(order)?, hour),
        Stamp::Midnight(day) => Some(Ok((day, None))),
        Stamp::Clock(_) => None,
    }
}

/// Which number is the day: a number above 12 says it; else the ids; else the export is known for it;
/// else it is guessed by the calendar's country and language.
fn order(drafts: &[Draft], header: &Header, scene: &Scene<'_>, intake: &mut Intake) -> DayOrder {
    let (mut day_first, mut month_first, mut any) = (0_usize, 0_usize, false);
    let (mut by_day, mut by_month) = (0_usize, 0_usize);
    for draft in drafts {
        let Some(Stamp::Either(two, _)) = draft.stamp else { continue };
        any = true;
        day_first += usize::from(two.first > 12);
        month_first += usize::from(two.second > 12);
        let agrees = |order| {
            let day = two.day(order);
            usize::from(draft.told.zip(day).is_some_and(|(told, day)| ids::near(told, day)))
        };
        by_day += agrees(DayOrder::DayFirst);
        by_month += agrees(DayOrder::MonthFirst);
    }
    for (day, month) in [(day_first, month_first), (by_day, by_month)] {
        if day != month {
            return if day > month { DayOrder::DayFirst } else { DayOrder::MonthFirst };
        }
    }
    let time = header.plain_name_of(Field::Time);
    let known = header.shape.and_then(|shape| shape.order.iter().find(|(name, _)| *name == time));
    if let Some((_, order)) = known {
        return *order;
    }
    let guess = habit(scene);
    intake.guessed = any.then_some(guess);
    guess
}

/// What people write where the calendar lives.
fn habit(scene: &Scene<'_>) -> DayOrder {
    let calendar = &scene.ws.calendar;
    let tag = calendar.lang.as_deref().unwrap_or("en").to_ascii_lowercase();
    let american = match &calendar.country {
        Some(country) => country.value.eq_ignore_ascii_case("us"),
        None => tag == "en" || tag == "en-us",
    };
    if american { DayOrder::MonthFirst } else { DayOrder::DayFirst }
}

/// Whose clock the column shows. Ids tell, where they carry the time; else the export is known for
/// it; else it is the channel's.
fn clock(drafts: &[Draft], order: DayOrder, header: &Header, scene: &Scene<'_>) -> ReadOn {
    let shaped = header.shape.and_then(|shape| Zone::parse(shape.clock));
    let unsaid = shaped.map_or(ReadOn::Channel, ReadOn::Zone);
    let pairs = pairs(drafts, order);
    if pairs.len() < FEWEST {
        return unsaid;
    }
    let channel = |pair: &Pair| scene.ws.channel(pair.2).zone.resolve(pair.1).instant;
    let mut best = (median(&pairs, |pair| off(channel(pair), pair)), None);
    let others = ZONES.into_iter().filter_map(Zone::parse);
    for zone in std::iter::once(scene.ws.calendar.zone).chain(others) {
        let distance = median(&pairs, |pair| off(zone.resolve(pair.1).instant, pair));
        if distance < best.0 {
            best = (distance, Some(zone));
        }
    }
    match best {
        (distance, Some(zone)) if distance < CLOSE => return ReadOn::Zone(zone),
        // One zone for all: it can be named.
        (distance, None) if distance < CLOSE => {
            let first = scene.ws.channel(pairs[0].2).zone;
            let one = pairs.iter().all(|pair| scene.ws.channel(pair.2).zone == first);
            return if one { ReadOn::Zone(first) } else { ReadOn::Channel };
        }
        _ => {}
    }
    let ahead = median(&pairs, |pair| pair.1.and_utc().timestamp() - pair.0.unix());
    let quarter = (ahead + if ahead < 0 { -450 } else { 450 }) / 900 * 900;
    let left =
        median(&pairs, |pair| (pair.1.and_utc().timestamp() - pair.0.unix() - quarter).abs());
    let possible = (-12 * 3600..=14 * 3600).contains(&quarter);
    if possible && left < CLOSE { ReadOn::Offset(quarter) } else { unsaid }
}

/// What the id tells, what the column says, and the channel.
type Pair = (Instant, NaiveDateTime, crate::model::ChannelIx);

fn off(read: Instant, pair: &Pair) -> i64 {
    (read.unix() - pair.0.unix()).abs()
}

/// Posts with an hour of unknown clock and a time in their id: at most [`COMPARED`], spread evenly
/// over time whatever the order of rows.
fn pairs(drafts: &[Draft], order: DayOrder) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = drafts
        .iter()
        .filter_map(|draft| {
            let Ok((day, Some(time))) = written(draft.stamp?, order)? else { return None };
            let told = draft.told.filter(|told| ids::near(*told, day))?;
            Some((told, day.and_time(time), draft.channel))
        })
        .collect();
    pairs.sort_unstable();
    let step = pairs.len().div_ceil(COMPARED).max(1);
    pairs.into_iter().step_by(step).collect()
}

/// The middle of some figures, the lower one of two; 0 of none.
fn median(pairs: &[Pair], figure: impl Fn(&Pair) -> i64) -> i64 {
    let mut figures: Vec<i64> = pairs.iter().map(figure).collect();
    figures.sort_unstable();
    figures.get(figures.len().saturating_sub(1) / 2).copied().unwrap_or_default()
}
