//! `long-silence`: a channel that says nothing for longer than it should.

use super::counts::{Mark, by_lane};
use super::standing::{days, is_ahead};
use super::words::{finding, name, setting, table};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, date_short, lapse};
use crate::model::LaneIx;
use crate::rules::Facts;
use crate::time::Lapse;
use chrono::NaiveDate;

/// The rule.
pub static RULE: Rule = Rule {
    id: "long-silence",
    group: Group::Schedule,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "Two posts of one channel are further apart than its `silence`, and nothing is planned between them.",
        fr: "Deux publications d’un canal sont plus éloignées que son `silence`, et rien n’est prévu entre elles.",
    },
    why: Phrase {
        en: "A silent account loses its reach and looks abandoned.",
        fr: "Un compte silencieux perd en visibilité et paraît abandonné.",
    },
    remedy: Phrase {
        en: "Plan a post between the two, or make `silence` longer.",
        fr: "Prévoyez une publication entre les deux, ou allongez `silence`.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"
silence = "10d"

[[post]]
id = "quiz"
title = "Guess the painter"
at = 2026-11-02T12:00:00

[[post]]
id = "tickets"
title = "Tickets are on sale"
at = 2026-11-25T12:00:00    # 23 days later
"#,
};

/// Every two neighbours of a lane that are too far apart, with nothing planned between.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    if facts.ws.lanes.iter().all(|lane| lane.silence.is_none()) {
        return Vec::new();
    }
    let wishes = wishes(facts);
    let mut findings = Vec::new();
    for (ix, marks) in by_lane(facts) {
        let Some(silence) = &facts.ws.lane(ix).silence else {
            continue;
        };
        for pair in marks.windows(2) {
            let [first, second] = pair else { continue };
            let apart = apart(first, second);
            if apart > silence.value && !wishes[ix.get()].touch(first.day, second.day) {
                findings.extend(report(facts, ix, first, second, apart));
            }
        }
    }
    findings
}

/// The distance of two posts: of their instants, else of their days.
fn apart(first: &Mark, second: &Mark) -> Lapse {
    match (first.start, second.start) {
        (Some(first), Some(second)) => second.since(first),
        _ => Lapse::days((second.day - first.day).num_days()),
    }
}

/// The stretches of days in which posts without an instant may go out, by their first day; beside
/// each, the latest last day so far.
#[derive(Default)]
struct Wishes {
    firsts: Vec<NaiveDate>,
    latest: Vec<NaiveDate>,
}

impl Wishes {
    fn new(mut stretches: Vec<(NaiveDate, NaiveDate)>) -> Self {
        stretches.sort_unstable();
        let mut wishes = Self::default();
        for (first, last) in stretches {
            let latest = wishes.latest.last().copied().unwrap_or(last);
            wishes.firsts.push(first);
            wishes.latest.push(latest.max(last));
        }
        wishes
    }

    /// Whether one of them shares a day with `from..=to`.
    fn touch(&self, from: NaiveDate, to: NaiveDate) -> bool {
        let before = self.firsts.partition_point(|first| *first <= to);
        let latest = before.checked_sub(1).and_then(|last| self.latest.get(last));
        latest.is_some_and(|latest| *latest >= from)
    }
}

fn wishes(facts: &Facts<'_>) -> Vec<Wishes> {
    let mut lanes = vec![Vec::new(); facts.ws.lanes.len()];
    for (_, placement) in facts.ws.each_placement() {
        if placement.is_candidate() && placement.instant().is_none() {
            lanes[placement.lane.get()].extend(days(facts, placement));
        }
    }
    lanes.into_iter().map(Wishes::new).collect()
}

fn report(
    facts: &Facts<'_>,
    lane: LaneIx,
    first: &Mark,
    second: &Mark,
    apart: Lapse,
) -> Option<Finding> {
    let ahead = |mark: &&Mark| is_ahead(facts, facts.ws.placement(mark.placement));
    let subject = Some(second).filter(ahead).or(Some(first).filter(ahead))?;
    let other = if subject == second { first } else { second };
    let silence = facts.ws.lane(lane).silence.as_ref()?;
    let channel = facts.lane_name(lane);
    let message = Text::of(|lang| {
        let length = lapse(lang, apart.seconds());
        let (from, to) = (date_short(lang, first.day), date_short(lang, second.day));
        match lang {
            Lang::En => format!("{channel} is silent for {length}, from {from} to {to}"),
            Lang::Fr => format!("{channel} reste muet {length}, du {from} au {to}"),
        }
    });
    let words = format!("silence = \"{}\"", silence.value);
    let at = facts.ws.placement(other.placement).at;
    let found = finding(facts, &RULE, subject.placement, message)
        .other(at, Text::of(|lang| name(lang, facts, other.placement)))
        .note(setting(&words, &table(facts, lane)))
        .help(Phrase {
            en: "plan a post between the two",
            fr: "prévoyez une publication entre les deux",
        });
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
    }

    #[test]
    fn a_long_stretch_is_found_behind_short_ones() {
        let wishes = Wishes::new(vec![(day(5), day(6)), (day(1), day(20)), (day(8), day(8))]);
        assert!(wishes.touch(day(15), day(18)));
        assert!(wishes.touch(day(20), day(25)));
        assert!(!wishes.touch(day(21), day(25)));
        assert!(!Wishes::new(Vec::new()).touch(day(1), day(30)));
    }
}
