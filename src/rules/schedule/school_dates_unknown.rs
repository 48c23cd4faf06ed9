//! `school-dates-unknown`: days of the calendar of which nobody here knows whether there is school.

use super::standing::{ahead, days};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, date_with_year};
use crate::rules::Facts;
use crate::time::school_known;
use chrono::NaiveDate;

/// The rule.
pub static RULE: Rule = Rule {
    id: "school-dates-unknown",
    group: Group::Schedule,
    level: Level::Hint,
    since: "0.1.0",
    what: Phrase {
        en: "Posts are due on days of which the school holidays of `school_zone` are not known, or the zone is of another country than France.",
        fr: "Des publications sont prévues à des dates dont les vacances de `school_zone` ne sont pas connues, ou la zone n’est pas celle d’un calendrier français.",
    },
    why: Phrase {
        en: "School holidays are published a year or three ahead; beyond, a day without a mark is not a school day.",
        fr: "Les vacances scolaires sont publiées un à trois ans à l’avance\u{a0}; au-delà, un jour sans mention n’est pas pour autant un jour d’école.",
    },
    remedy: Phrase {
        en: "Update edito when the dates are out, or name a feed: `events = [{ file = \"school.ics\", kind = \"school\" }]`.",
        fr: "Mettez edito à jour quand les dates sont parues, ou indiquez un flux\u{a0}: `events = [{ file = \"vacances.ics\", kind = \"school\" }]`.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"
country = "FR"
school_zone = "C"

[channels.instagram]
network = "instagram"

[[post]]
id = "quiz"
title = "Guess the painter"
date = 2032-11-25
"#,
};

/// The zone, where its holidays are not known for every day from today to the last post.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let Some(zone) = &facts.ws.calendar.school_zone else {
        return Vec::new();
    };
    let message = match (facts.ws.calendar.school_zone_in_france(), school_known(zone.value)) {
        (None, _) => Text::of(|lang| match lang {
            Lang::En => "`school_zone` is for France alone, and `country` is another".to_owned(),
            Lang::Fr => {
                "`school_zone` ne vaut que pour la France, et `country` en désigne un autre"
                    .to_owned()
            }
        }),
        (Some(_), Some((_, last))) if last_day(facts) > last => Text::of(|lang| {
            let (name, last) = (zone.value.name().get(lang), date_with_year(lang, last));
            match lang {
                Lang::En => format!(
                    "the school holidays of {name} are known until {last} only, and posts are due later"
                ),
                Lang::Fr => format!(
                    "les vacances scolaires ({name}) ne sont connues que jusqu’au {last}, et des publications viennent après"
                ),
            }
        }),
        _ => return Vec::new(),
    };
    let help = Phrase {
        en: "name a feed of them: `events = [{ file = \"school.ics\", kind = \"school\" }]`",
        fr: "indiquez un flux\u{a0}: `events = [{ file = \"vacances.ics\", kind = \"school\" }]`",
    };
    vec![Finding::new(RULE.id, zone.at, message).help(help)]
}

/// The last day on which something is surely to go out; today when nothing is.
fn last_day(facts: &Facts<'_>) -> NaiveDate {
    let firsts = ahead(facts).filter_map(|(_, placement)| Some(days(facts, placement)?.0));
    firsts.max().unwrap_or(NaiveDate::MIN).max(facts.today())
}
