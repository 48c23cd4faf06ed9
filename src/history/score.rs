//! The score of a slot, 1–100.

use crate::model::{ChannelIx, Lane, ScoreOrigin};
use crate::time::Week;
use chrono::{Datelike, NaiveDateTime, Timelike};

/// The score of a slot at this local time, and where it comes from.
///
/// The highest score of the lane's windows that hold it, when they have scores; else a test score
/// that makes the weeks to come try every part of the day:
/// 50 + ((3·ISO week + 5·⌊hour / 4⌋ + 2·weekday + channel) mod 11) − 5, weekdays from Monday = 0,
/// channels from 0 in file order.
#[must_use]
pub fn slot_score(lane: &Lane, channel: ChannelIx, local: NaiveDateTime) -> (u8, ScoreOrigin) {
    match window_score(lane, local) {
        Some(score) => (score, ScoreOrigin::Windows),
        None => (test_score(channel, local), ScoreOrigin::Test),
    }
}

/// The score of a placement that nobody may move: as [`slot_score`], but 0 outside every window of
/// a lane whose windows have scores.
#[must_use]
pub fn locked_score(lane: &Lane, channel: ChannelIx, local: NaiveDateTime) -> (u8, ScoreOrigin) {
    let scored = lane.windows.iter().any(|window| window.score.is_some());
    let inside = lane.windows.iter().any(|window| holds(window, local));
    if scored && !inside { (0, ScoreOrigin::Windows) } else { slot_score(lane, channel, local) }
}

fn window_score(lane: &Lane, local: NaiveDateTime) -> Option<u8> {
    lane.windows.iter().filter(|window| holds(window, local)).filter_map(|w| w.score).max()
}

/// Whether a window holds a local time; past midnight it belongs to the day before.
fn holds(window: &crate::model::Window, local: NaiveDateTime) -> bool {
    let second = local.time().num_seconds_from_midnight();
    let today = window.days.contains(local.weekday()) && window.span.contains(second);
    today || (window.days.contains(local.weekday().pred()) && window.span.spill_contains(second))
}

fn test_score(channel: ChannelIx, local: NaiveDateTime) -> u8 {
    let week = Week::of(local.date()).number();
    let index = u32::try_from(channel.get()).unwrap_or(0);
    let spread =
        3 * week + 5 * (local.hour() / 4) + 2 * local.weekday().num_days_from_monday() + index % 11;
    u8::try_from(45 + spread % 11).unwrap_or(50)
}
