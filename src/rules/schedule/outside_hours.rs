//! `outside-hours`: a post outside the hours of the plan, or outside the windows of its channel.

use super::standing::ahead_in_time;
use super::words::{finding, name, setting, table, when};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::model::{Lane, Window};
use crate::rules::{Dated, Facts};
use crate::time::DaySpan;
use chrono::{Datelike, NaiveDateTime, Timelike};

/// The rule.
pub static RULE: Rule = Rule {
    id: "outside-hours",
    group: Group::Schedule,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A post goes out outside `[plan] hours`, or outside every window of its channel.",
        fr: "Une publication part hors de `[plan] hours`, ou hors de toutes les plages de son canal.",
    },
    why: Phrase {
        en: "Hours and windows say when your people read, and when you work.",
        fr: "Les heures et les plages disent quand votre public lit, et quand vous travaillez.",
    },
    remedy: Phrase {
        en: "Move the post into a window, or add a window to the channel.",
        fr: "Déplacez la publication dans une plage, ou ajoutez une plage au canal.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"
windows = [{ days = ["tue", "thu"], from = "12:00", to = "14:00" }]

[[post]]
id = "quiz"
title = "Guess the painter"
at = 2026-11-25T12:30:00    # a Wednesday
"#,
};

/// Every post that is still to go out, at a wrong time.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    ahead_in_time(facts)
        .filter_map(|dated| {
            let lane = facts.ws.lane(facts.placement(dated).lane);
            if !in_hours(facts.ws.plan.hours, dated.local) {
                return Some(beyond_hours(facts, dated));
            }
            (!in_windows(lane, dated.local)).then(|| beyond_windows(facts, dated, lane))
        })
        .collect()
}

fn in_hours(hours: DaySpan, local: NaiveDateTime) -> bool {
    let second = local.num_seconds_from_midnight();
    hours.contains(second) || hours.spill_contains(second)
}

/// In one of the windows, or there is none. After midnight a window belongs to the day it opened.
fn in_windows(lane: &Lane, local: NaiveDateTime) -> bool {
    let second = local.num_seconds_from_midnight();
    let today = local.weekday();
    let holds = |window: &Window| {
        (window.days.contains(today) && window.span.contains(second))
            || (window.days.contains(today.pred()) && window.span.spill_contains(second))
    };
    lane.windows.is_empty() || lane.windows.iter().any(holds)
}

/// The hours of a calendar that writes none, in the format's words.
const DEFAULT: &str = "08:00–21:00";

fn beyond_hours(facts: &Facts<'_>, dated: &Dated) -> Finding {
    let hours = span(facts.ws.plan.hours);
    let message = Text::of(|lang| {
        let (name, moment) = (name(lang, facts, dated.placement), when(lang, dated));
        match lang {
            Lang::En => format!("{name} goes out {moment}, outside the hours {hours}"),
            Lang::Fr => format!("{name} part le {moment}, hors des heures prévues, {hours}"),
        }
    });
    let (from, to) = hours.split_once('–').unwrap_or_default();
    let words = format!("hours = {{ from = \"{from}\", to = \"{to}\" }}");
    let finding = finding(facts, &RULE, dated.placement, message).note(setting(&words, "plan"));
    let finding = match hours == DEFAULT {
        true => finding.note(Phrase {
            en: "these are the hours of a calendar that writes none",
            fr: "ce sont les heures d’un calendrier qui n’en écrit pas",
        }),
        false => finding,
    };
    finding.help(Phrase {
        en: "move it into these hours, or make them longer",
        fr: "déplacez-la dans ces heures, ou élargissez-les",
    })
}

fn beyond_windows(facts: &Facts<'_>, dated: &Dated, lane: &Lane) -> Finding {
    let placement = facts.placement(dated);
    let windows: Vec<String> = lane
        .windows
        .iter()
        .map(|window| format!("{} {}", window.days, span(window.span)))
        .collect();
    let channel = facts.lane_name(placement.lane);
    let message = Text::of(|lang| {
        let (name, moment) = (name(lang, facts, dated.placement), when(lang, dated));
        match lang {
            Lang::En => format!("{name} goes out {moment}, outside every window of {channel}"),
            Lang::Fr => {
                format!("{name} part le {moment}, hors de toutes les plages du canal {channel}")
            }
        }
    });
    let list = windows.join("; ");
    let mut found = finding(facts, &RULE, dated.placement, message)
        .note(setting("windows", &table(facts, placement.lane)))
        .help(Text::of(|lang| match lang {
            Lang::En => format!("move it into a window ({list}), or add a window"),
            Lang::Fr => format!("déplacez-la dans une plage ({list}), ou ajoutez une plage"),
        }));
    if let Some(window) = lane.windows.first() {
        found = found.other(
            window.at,
            Text::from(Phrase { en: "the first window", fr: "la première plage" }),
        );
    }
    found
}

/// `12:00–14:00`; an end past midnight as that day’s clock shows it.
fn span(span: DaySpan) -> String {
    let clock = |second: u32| format!("{:02}:{:02}", second / 3_600, second / 60 % 60);
    let end = if span.spills() { span.to() - 86_400 } else { span.to() };
    format!("{}–{}", clock(span.from()), clock(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_written_as_files_write_them() {
        assert_eq!(span(DaySpan::all_day()), "00:00–24:00");
        assert_eq!(span(DaySpan::new(79_200, 5_400).unwrap()), "22:00–01:30");
    }

    #[test]
    fn hours_may_run_past_midnight() {
        let night = DaySpan::new(79_200, 5_400).unwrap();
        let at = |hour| chrono::NaiveDate::default().and_hms_opt(hour, 0, 0).unwrap();
        assert!(in_hours(night, at(1)));
        assert!(in_hours(night, at(23)));
        assert!(!in_hours(night, at(2)));
    }
}
