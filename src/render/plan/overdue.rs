//! Posts whose days are over: still to be made, and no slot can be found for them any more.
//!
//! They belong to no day of the plan, so nothing else here would show them.

use super::Shown;
use crate::lang::{Lang, date_short};
use crate::model::{Placement, PlacementIx, Status};
use crate::render::lines::one_line;
use crate::render::words;
use chrono::{Datelike, NaiveDate};

/// A placement whose days ended before today.
#[derive(Clone, Debug)]
pub struct Overdue {
    /// The post's id.
    pub id: String,
    /// The title.
    pub title: String,
    /// The channel.
    pub channel: String,
    /// The day or days it had; with the year when it is not this year's.
    pub date: String,
}

/// What is overdue on the channels that are shown, in file order; nothing in a plan of days that
/// are far from today.
pub(super) fn overdue(shown: &Shown<'_>) -> Vec<Overdue> {
    if shown.is_far() {
        return Vec::new();
    }
    placements(shown)
        .into_iter()
        .filter_map(|ix| {
            let placement = shown.ws.placement(ix);
            let (first, last) = days(shown, placement)?;
            Some(Overdue {
                id: words::id(shown.ws, ix),
                title: words::title(shown.ws, ix),
                channel: words::lane(shown.ws, placement),
                date: one_line(&worded(shown.lang, first, last, shown.today().year())),
            })
        })
        .collect()
}

/// The placements that are overdue, in file order.
pub(super) fn placements(shown: &Shown<'_>) -> Vec<PlacementIx> {
    shown
        .ws
        .each_placement()
        .filter(|(ix, placement)| {
            shown.channels.contains(&placement.channel)
                && is_overdue(shown, placement)
                && shown.schedule.placed.iter().all(|placed| placed.placement != *ix)
        })
        .map(|(ix, _)| ix)
        .collect()
}

fn is_overdue(shown: &Shown<'_>, placement: &Placement) -> bool {
    let to_be_made = matches!(
        placement.status.value,
        Status::Planned | Status::Draft | Status::Review | Status::Approved
    );
    to_be_made
        && !placement.is_locked()
        && days(shown, placement).is_some_and(|(_, last)| last < shown.today())
}

/// The first day, when there is one, and the last on which it may go out.
fn days(shown: &Shown<'_>, placement: &Placement) -> Option<(Option<NaiveDate>, NaiveDate)> {
    if let Some(date) = placement.date() {
        return Some((Some(date.first()), date.last()));
    }
    let local = |at| shown.ws.calendar.zone.local(at).date();
    let (from, to) = placement.window?;
    Some((from.map(local), to.map(local)?))
}

fn worded(lang: Lang, first: Option<NaiveDate>, last: NaiveDate, this_year: i32) -> String {
    let with = |day: NaiveDate, year: i32| match day.year() == year {
        true => date_short(lang, day),
        false => format!("{} {}", date_short(lang, day), day.year()),
    };
    let end = with(last, this_year);
    match (first, lang) {
        (Some(first), _) if first == last => end,
        (Some(first), Lang::En) => format!("{} to {end}", with(first, last.year())),
        (Some(first), Lang::Fr) => format!("du {} au {end}", with(first, last.year())),
        (None, Lang::En) => format!("until {end}"),
        (None, Lang::Fr) => format!("jusqu’au {end}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::plan::sample::{at, museum};
    use crate::render::plan::{Ink, markdown, table};

    #[test]
    fn days_far_away_are_not_told_what_is_late_today() {
        let mut museum = museum();
        (museum.schedule.from, museum.schedule.to) =
            ("2027-02-09".parse().unwrap(), "2027-02-15".parse().unwrap());
        let mut shown = museum.shown(Lang::Fr);
        shown.now = at("2027-02-01T09:00:00+01:00");
        assert!(overdue(&shown).is_empty(), "{:?}", overdue(&shown));
        shown.now = at("2027-02-02T09:00:00+01:00");
        assert!(!overdue(&shown).is_empty());
    }

    #[test]
    fn a_post_whose_days_are_over_is_shown_with_its_date() {
        let museum = museum();
        let mut later = museum.shown(Lang::Fr);
        assert!(overdue(&later).is_empty(), "{:?}", overdue(&later));
        later.now = at("2027-02-01T09:00:00+01:00");
        let late = overdue(&later);
        let coffret = late.iter().find(|late| late.id == "coffret-fetes").unwrap();
        assert!(coffret.date.contains("2026"), "{coffret:?}");
        assert!(late.iter().all(|late| late.id != "klimt-billetterie-pro"), "locked");
        assert!(late.iter().all(|late| late.id != "idee-gardiens"), "an idea");
        let screen = table::render(&later, 100, Ink::Unicode);
        let screen = anstream::adapter::strip_str(&screen).to_string();
        let page = markdown::render(&later);
        for text in [&screen, &page] {
            let (before, after) = text.split_once("En retard").unwrap();
            assert!(after.contains("coffret-fetes") && after.contains(&coffret.date), "{text}");
            assert!(!before.contains("coffret-fetes"), "{text}");
        }
        later.lang = Lang::En;
        assert!(markdown::render(&later).contains("## Overdue"));
    }

    #[test]
    fn the_year_is_told_when_it_is_another() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let (a, b) = (day("2025-12-30"), day("2026-01-02"));
        assert_eq!(worded(Lang::En, Some(b), b, 2026), "Fri 2 Jan");
        assert_eq!(worded(Lang::En, Some(a), a, 2026), "Tue 30 Dec 2025");
        assert_eq!(worded(Lang::Fr, Some(a), b, 2026), "du mar. 30 déc. 2025 au ven. 2 janv.");
        assert_eq!(worded(Lang::Fr, None, a, 2026), "jusqu’au mar. 30 déc. 2025");
    }
}
