//! Whether a pause covers a whole week of a lane: then nothing is missing there.

use super::Shown;
use crate::model::{CadenceItem, Lane};
use crate::time::{Instant, Week};
use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Timelike};

/// The lane that a week's cadence is about.
pub(super) fn lane<'a>(shown: &Shown<'a>, item: &CadenceItem) -> Option<&'a Lane> {
    let mut lanes = shown.ws.each_lane().map(|(_, lane)| lane);
    lanes.find(|lane| lane.channel == item.channel && lane.format == item.format)
}

/// Whether the lane has slots to come in this week of the plan, and pauses stop every one.
pub(super) fn is_paused(shown: &Shown<'_>, item: &CadenceItem) -> bool {
    let Some(lane) = lane(shown, item) else {
        return false;
    };
    let format = lane.format.as_deref();
    let stopped =
        |at| shown.ws.pauses.iter().any(|pause| pause.stops(at, lane.channel, None, format));
    let slots = slots(shown, lane, item.monday);
    !slots.is_empty() && slots.into_iter().all(stopped)
}

/// The steps of the grid in the lane's windows, from now on.
fn slots(shown: &Shown<'_>, lane: &Lane, monday: NaiveDate) -> Vec<Instant> {
    let zone = shown.ws.channel(lane.channel).zone;
    let step = usize::try_from(shown.ws.plan.grid.max(1)).unwrap_or(1) * 60;
    let (from, to) = (shown.schedule.from, shown.schedule.to);
    let days = monday.iter_days().take_while(|day| *day <= Week::of(monday).sunday());
    days.filter(|day| (from..=to).contains(day))
        .flat_map(|day| (0..86_400_u32).step_by(step).map(move |second| (day, second)))
        .filter_map(|(day, second)| {
            let time = NaiveTime::from_num_seconds_from_midnight_opt(second, 0)?;
            Some(day.and_time(time))
        })
        .filter(|local| is_open(shown, lane, *local))
        .map(|local| zone.resolve(local).instant)
        .filter(|at| *at >= shown.now)
        .collect()
}

/// Whether a window of the lane, or else the hours of the plan, holds a local time.
fn is_open(shown: &Shown<'_>, lane: &Lane, local: NaiveDateTime) -> bool {
    let second = local.time().num_seconds_from_midnight();
    let hours = shown.ws.plan.hours;
    let in_hours = hours.contains(second) || hours.spill_contains(second);
    let in_window = lane.windows.iter().any(|window| {
        let (today, before) = (local.weekday(), local.weekday().pred());
        (window.days.contains(today) && window.span.contains(second))
            || (window.days.contains(before) && window.span.spill_contains(second))
    });
    in_hours && (lane.windows.is_empty() || in_window)
}

#[cfg(test)]
mod tests {
    use crate::lang::Lang;
    use crate::render::plan::sample::{at, museum};
    use crate::render::plan::{Ink, table};

    #[test]
    fn a_week_that_a_pause_covers_lacks_nothing() {
        let mut museum = museum();
        let screen = |museum: &crate::render::plan::sample::Museum, lang| {
            let text = table::render(&museum.shown(lang), 100, Ink::Unicode);
            anstream::adapter::strip_str(&text).to_string()
        };
        assert!(screen(&museum, Lang::Fr).contains("il en manque 1"));
        let mut pause = museum.ws.pauses[0].clone();
        (pause.channels, pause.pillars, pause.formats) = (Vec::new(), Vec::new(), Vec::new());
        pause.from = at("2026-11-23T00:00:00+01:00");
        pause.to = Some(at("2026-11-29T20:00:00+01:00"));
        museum.ws.pauses.push(pause);
        let text = screen(&museum, Lang::Fr);
        assert!(text.contains("en pause") && !text.contains("il en manque"), "{text}");
        assert!(screen(&museum, Lang::En).contains("· paused"));
        let last = museum.ws.pauses.len() - 1;
        museum.ws.pauses[last].to = Some(at("2026-11-24T00:00:00+01:00"));
        assert!(!screen(&museum, Lang::Fr).contains("en pause"), "one day only");
    }
}
