//! What goes out, or went out, on a day of the plan at a time that nobody wrote down.
//!
//! The planner counts it in the cadence and gives it no slot, so it is added to its day here.

use super::Shown;
use super::view::Row;
use crate::lang::Lang;
use crate::model::{PlacedState, PlacementIx, Standing, Status};
use crate::render::words;
use chrono::{NaiveDate, NaiveTime};

/// A row for each, in file order.
pub(super) fn untimed(shown: &Shown<'_>) -> Vec<Row> {
    found(shown).map(|(ix, day)| row(shown, ix, day)).collect()
}

/// The placements of the channels that are shown, and the days they go out on.
pub(super) fn found(shown: &Shown<'_>) -> impl Iterator<Item = (PlacementIx, NaiveDate)> {
    let (schedule, channels) = (shown.schedule, shown.channels);
    shown.ws.each_placement().filter_map(move |(ix, placement)| match placement.standing {
        Standing::OnDay(day)
            if matches!(placement.status.value, Status::Scheduled | Status::Published)
                && (schedule.from..=schedule.to).contains(&day)
                && channels.contains(&placement.channel) =>
        {
            Some((ix, day))
        }
        _ => None,
    })
}

fn row(shown: &Shown<'_>, ix: PlacementIx, day: NaiveDate) -> Row {
    let (ws, lang) = (shown.ws, shown.lang);
    let placement = ws.placement(ix);
    let state = match placement.status.value {
        Status::Published => PlacedState::Published,
        _ => PlacedState::Locked,
    };
    Row {
        local: day.and_time(NaiveTime::MIN),
        channel_ix: placement.channel,
        time: match lang {
            Lang::En => "time unknown",
            Lang::Fr => "heure inconnue",
        }
        .to_owned(),
        short_time: "?".to_owned(),
        elsewhere: None,
        channel: words::lane(ws, placement),
        id: words::id(ws, ix),
        title: words::title(ws, ix),
        pillar: placement.pillar.map(|ix| words::pillar(ws, ix)),
        status: words::status(placement.status.value).get(lang),
        state,
        state_word: words::state(state).get(lang),
        reasons: Vec::new(),
        costs: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::plan::sample::museum;
    use crate::render::plan::{Ink, markdown, table};

    #[test]
    fn what_has_a_day_and_no_time_is_listed_on_its_day() {
        let mut museum = museum();
        let ix = museum.find("atelier-famille", "facebook");
        let placement = &mut museum.ws.placements[ix.get()];
        placement.status.value = Status::Published;
        placement.standing = Standing::OnDay("2026-11-28".parse().unwrap());
        for (lang, day, words) in [
            (Lang::En, "Saturday 28 November 2026", "time unknown"),
            (Lang::Fr, "samedi 28 novembre 2026", "heure inconnue"),
        ] {
            let shown = museum.shown(lang);
            let screen = table::render(&shown, 100, Ink::Unicode);
            let screen = anstream::adapter::strip_str(&screen).to_string();
            assert!(screen.contains("● ?"), "{screen}");
            for text in [screen, markdown::render(&shown)] {
                let (_, after) = text.split_once(day).unwrap();
                assert!(after.contains(words) && after.contains("atelier-famille"), "{text}");
            }
        }
    }
}
