//! The score of a slot, 1–100.

use crate::model::{ChannelIx, Lane, ScoreOrigin, Timing, hour_of_week};
use crate::time::Week;
use chrono::{Datelike, NaiveDateTime, Timelike};

/// How much of the standard deviation is added to what an hour promises, so that hours of which
/// little is known are tried now and then.
const CURIOSITY: f64 = 0.25;

/// The score of a slot at this local time, and where it comes from; `timing` is that of the lane's
/// channel.
///
/// The highest score of the lane's windows that hold it, when they have scores; else [`points`] of
/// its hour, where the past says enough; else a test score that makes the weeks to come try every
/// part of the day: 50 + ((3·ISO week + 5·⌊hour / 4⌋ + 2·weekday + channel) mod 11) − 5, weekdays
/// from Monday = 0, channels from 0 in file order.
#[must_use]
pub fn slot_score(lane: &Lane, timing: Option<&Timing>, local: NaiveDateTime) -> (u8, ScoreOrigin) {
    if let Some(score) = window_score(lane, local) {
        return (score, ScoreOrigin::Windows);
    }
    let past = timing.and_then(|timing| {
        let hour = hour_of_week(local);
        Some((points(timing, hour)?, u8::try_from(hour).ok()?))
    });
    match past {
        Some((score, hour)) => (score, ScoreOrigin::History { hour }),
        None => (test_score(lane.channel, local), ScoreOrigin::Test),
    }
}

/// The score of a placement that nobody may move: as [`slot_score`], but 0 outside every window of
/// a lane whose windows have scores.
#[must_use]
pub fn locked_score(
    lane: &Lane,
    timing: Option<&Timing>,
    local: NaiveDateTime,
) -> (u8, ScoreOrigin) {
    let scored = lane.windows.iter().any(|window| window.score.is_some());
    let inside = lane.windows.iter().any(|window| holds(window, local));
    if scored && !inside { (0, ScoreOrigin::Windows) } else { slot_score(lane, timing, local) }
}

/// The score that its past gives an hour of the week: 50 + 250 · (s + 0.25·sd), rounded half away
/// from zero, 1–100. Nothing where the evidence is less than weak.
///
/// 250: what promises 4 % more than usual is worth about ten points more.
#[must_use]
pub fn points(timing: &Timing, hour: usize) -> Option<u8> {
    if !timing.evidence.scores() {
        return None;
    }
    let (score, sd) = (*timing.score.get(hour)?, *timing.sd.get(hour)?);
    Some(whole(50.0 + 250.0 * (score + CURIOSITY * sd)))
}

/// The nearest whole number, halves away from zero, from 1 to 100.
fn whole(x: f64) -> u8 {
    (2..=100).rev().find(|n| x >= f64::from(*n) - 0.5).unwrap_or(1)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Evidence, Known};
    use std::path::Path;

    /// The only lane of a calendar whose channel says this, too.
    fn lane(more: &str) -> Lane {
        let text = format!(
            "[calendar]\nname = \"A\"\ntimezone = \"Europe/Paris\"\n\
             [channels.x]\nnetwork = \"custom\"\n{more}"
        );
        let mut sources = crate::source::Sources::default();
        let loaded = crate::load::from_text(&text, Path::new("."), &mut sources).unwrap();
        loaded.workspace.unwrap().lanes.remove(0)
    }

    fn timing(evidence: Evidence) -> Timing {
        let mut score = vec![0.0; 168];
        (score[36], score[37], score[38]) = (0.06, -0.4, 0.4);
        Timing {
            posts: 60,
            used: 58,
            evidence,
            loo_r2: 0.005,
            sigma: 0.8,
            type_offsets: Vec::new(),
            score,
            n_eff: vec![3.0; 168],
            sd: vec![0.08; 168],
            known: Known::Minute,
            pooled: 0,
        }
    }

    fn tuesday(time: &str) -> NaiveDateTime {
        format!("2026-11-24T{time}:00").parse().unwrap()
    }

    #[test]
    fn the_past_scores_where_it_says_enough() {
        let lane = lane("");
        let weak = timing(Evidence::Weak);
        let of = |time: &str| slot_score(&lane, Some(&weak), tuesday(time));
        // 50 + 250 · (0.06 + 0.25 · 0.08) = 70.
        assert_eq!(of("12:00"), (70, ScoreOrigin::History { hour: 36 }));
        assert_eq!(of("12:59"), of("12:00"));
        assert_eq!(of("11:00"), (55, ScoreOrigin::History { hour: 35 }));
        assert_eq!((of("13:00").0, of("14:00").0), (1, 100));
        for evidence in [Evidence::None, Evidence::NoEffect] {
            let (score, origin) = slot_score(&lane, Some(&timing(evidence)), tuesday("12:00"));
            assert_eq!(origin, ScoreOrigin::Test);
            assert_eq!((score, origin), slot_score(&lane, None, tuesday("12:00")));
        }
        assert_eq!(locked_score(&lane, Some(&weak), tuesday("12:30")), of("12:30"));
    }

    #[test]
    fn windows_with_a_score_come_first() {
        let lane = lane(
            "windows = [{ days = \"daily\", from = \"12:00\", to = \"13:00\", score = 30 }, \
             { days = \"daily\", from = \"17:00\", to = \"18:00\" }]\n",
        );
        let strong = timing(Evidence::Strong);
        let free = |time: &str| slot_score(&lane, Some(&strong), tuesday(time));
        assert_eq!(free("12:00"), (30, ScoreOrigin::Windows));
        assert_eq!(free("17:00"), (55, ScoreOrigin::History { hour: 41 }));
        let locked = |time: &str| locked_score(&lane, Some(&strong), tuesday(time));
        assert_eq!(locked("14:00"), (0, ScoreOrigin::Windows));
        assert_eq!(locked("17:00"), free("17:00"));
    }

    #[test]
    fn halves_are_rounded_away_from_zero_and_what_is_too_much_is_cut() {
        for (x, score) in
            [(54.5, 55), (54.499_999, 54), (0.5, 1), (-80.0, 1), (99.5, 100), (1e9, 100)]
        {
            assert_eq!(whole(x), score, "{x}");
        }
        assert_eq!(whole(f64::NAN), 1);
    }
}
