//! The words for what a report counts and groups by.

use super::Told;
use crate::lang::{Lang, Phrase, number};
use crate::render::lines::one_line;
use crate::render::words;
use crate::report::{By, Days, Key, Part, Which};

/// The heading of a table.
pub(super) const fn by(by: By) -> Phrase {
    match by {
        By::Channel => Phrase { en: "By channel", fr: "Par canal" },
        By::Pillar => Phrase { en: "By pillar", fr: "Par pilier" },
        By::Format => Phrase { en: "By format", fr: "Par format" },
        By::Moment => Phrase { en: "By moment of the week", fr: "Par moment de la semaine" },
        By::Campaign => Phrase { en: "By campaign", fr: "Par campagne" },
        By::Series => Phrase { en: "By series", fr: "Par rendez-vous" },
    }
}

/// The word of machine output.
pub(super) const fn by_key(by: By) -> &'static str {
    match by {
        By::Channel => "channel",
        By::Pillar => "pillar",
        By::Format => "format",
        By::Moment => "moment",
        By::Campaign => "campaign",
        By::Series => "series",
    }
}

/// A group, for people.
pub(super) fn group(told: &Told<'_>, by: By, key: &Key) -> String {
    let ws = told.ws;
    match key {
        Key::Channel(ix) => words::channel(ws, *ix, None),
        Key::Pillar(ix) => words::pillar(ws, *ix),
        Key::Format(format) => words::kind_name(told.lang, format),
        Key::Moment(days, part) => moment(told.lang, *days, *part),
        Key::Campaign(ix) => one_line(&ws.campaign(*ix).name),
        Key::Series(ix) => one_line(&ws.series(*ix).id.value),
        Key::Without => without(by).get(told.lang).to_owned(),
    }
}

const fn without(by: By) -> Phrase {
    match by {
        By::Format => Phrase { en: "(not said)", fr: "(non précisé)" },
        _ => Phrase { en: "(none, or not known)", fr: "(aucun, ou inconnu)" },
    }
}

/// `weekdays 06:00–11:00`; `semaine, 6–11 h`.
fn moment(lang: Lang, days: Days, part: Part) -> String {
    let days = match days {
        Days::Week => Phrase { en: "weekdays", fr: "semaine" },
        Days::Weekend => Phrase { en: "weekend", fr: "week-end" },
    };
    let days = days.get(lang);
    match (part.hours(), lang) {
        (Some((from, to)), Lang::En) => format!("{days} {from:02}:00–{to:02}:00"),
        (Some((from, to)), Lang::Fr) => format!("{days}, {from}–{to}\u{a0}h"),
        (None, Lang::En) => format!("{days}, hour not known"),
        (None, Lang::Fr) => format!("{days}, heure inconnue"),
    }
}

/// The words of machine output for a moment: the days, the part of the day.
pub(super) const fn moment_keys(days: Days, part: Part) -> (&'static str, &'static str) {
    let days = match days {
        Days::Week => "weekdays",
        Days::Weekend => "weekend",
    };
    let part = match part {
        Part::Morning => "morning",
        Part::Noon => "midday",
        Part::Afternoon => "afternoon",
        Part::Evening => "evening",
        Part::Night => "night",
        Part::Unknown => "unknown",
    };
    (days, part)
}

/// A week.
pub(super) const fn week(which: Which) -> Phrase {
    match which {
        Which::Last => Phrase { en: "Last week", fr: "La semaine dernière" },
        Which::This => Phrase { en: "This week", fr: "Cette semaine" },
        Which::Next => Phrase { en: "Next week", fr: "La semaine prochaine" },
    }
}

/// A sum of reactions, for people.
pub(super) fn whole(lang: Lang, sum: f64) -> String {
    number(lang, whole_number(sum))
}

/// The nearest whole number; halves go to the even one, and what is too large to count to the largest.
pub(super) fn whole_number(sum: f64) -> i64 {
    format!("{sum:.0}").parse().unwrap_or(i64::MAX)
}
