//! The dates to know of a plan: events, public holidays, school holidays, and what is not known.

use super::Shown;
use super::chances::when;
use crate::lang::Lang;
use crate::model::{Effect, Occurrence};
use crate::render::lines::one_line;
use crate::render::words;
use crate::time::school_known;

/// A date to know.
#[derive(Clone, Debug)]
pub struct DateToKnow {
    /// The day or days.
    pub when: String,
    /// The name.
    pub name: String,
    /// What it does to the plan.
    pub effect: Option<&'static str>,
}

/// The dates of the plan, but for those to seize, which have a part of their own.
pub(super) fn dates(shown: &Shown<'_>) -> Vec<DateToKnow> {
    let concerns = |occurrence: &&Occurrence| {
        occurrence.effect != Effect::Opportunity
            && shown.channels.iter().any(|channel| occurrence.concerns(*channel))
    };
    let mut dates: Vec<DateToKnow> = shown
        .ws
        .occurrences(shown.schedule.from, shown.schedule.to)
        .iter()
        .filter(concerns)
        .map(|occurrence| DateToKnow {
            when: when(shown.lang, occurrence.first, occurrence.last),
            name: one_line(occurrence.name.get(shown.lang)),
            effect: words::effect(occurrence.effect).map(|phrase| phrase.get(shown.lang)),
        })
        .collect();
    dates.extend(school_unknown(shown));
    dates
}

/// That school holidays are not known for all days of the plan: a day without a mark is then not a
/// school day.
fn school_unknown(shown: &Shown<'_>) -> Option<DateToKnow> {
    let zone = shown.ws.calendar.school_zone_in_france()?;
    let (first, last) = school_known(zone)?;
    let (from, to) = (shown.schedule.from, shown.schedule.to);
    let start = if to > last { from.max(last.succ_opt()?) } else { from };
    let end = if to > last { to } else { to.min(first.pred_opt()?) };
    (start <= end).then(|| DateToKnow {
        when: when(shown.lang, start, end),
        name: match shown.lang {
            Lang::En => format!("School holidays not known ({})", zone.name().en),
            Lang::Fr => format!("Vacances scolaires inconnues ({})", zone.name().fr),
        },
        effect: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::plan::sample::{Museum, museum};
    use crate::source::{At, Loc, Span};
    use crate::time::SchoolZone;

    /// The museum in a zone, planned for these days; its dates that speak of school.
    fn school(from: &str, to: &str) -> Vec<(String, String)> {
        let Museum { mut ws, mut schedule, channels } = museum();
        let at = At { source: ws.root, span: Span::new(0..1) };
        ws.calendar.school_zone = Some(Loc::new(SchoolZone::C, at));
        ws.events.clear();
        ws.calendar.region = None;
        (schedule.from, schedule.to) = (from.parse().unwrap(), to.parse().unwrap());
        let museum = Museum { ws, schedule, channels };
        let dates = dates(&museum.shown(Lang::Fr));
        dates.into_iter().map(|date| (date.when, date.name)).collect()
    }

    #[test]
    fn school_holidays_are_dates_to_know() {
        assert!(school("2026-11-23", "2026-11-29").is_empty());
        assert_eq!(
            school("2026-12-14", "2026-12-20"),
            [(
                "du sam. 19 déc. au dim. 3 janv.".to_owned(),
                "Vacances de Noël (zone C)".to_owned()
            )]
        );
    }

    #[test]
    fn what_is_not_known_is_said() {
        let unknown = "Vacances scolaires inconnues (zone C)";
        let found = school("2028-08-28", "2028-09-03");
        assert_eq!(found[1], ("du ven. 1er sept. au dim. 3 sept.".to_owned(), unknown.to_owned()));
        let found = school("2031-01-06", "2031-01-12");
        assert_eq!(found, [("du lun. 6 janv. au dim. 12 janv.".to_owned(), unknown.to_owned())]);
        assert_eq!(school("2025-08-18", "2025-09-03")[0].1, unknown);
    }
}
