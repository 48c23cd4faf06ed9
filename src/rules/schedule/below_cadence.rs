//! `below-cadence`: a week with fewer posts than the channel should have.

use super::counts::{Mark, grouped, marks};
use super::standing::{day_end, day_start, days};
use super::words::{setting, table};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count, span_of_days};
use crate::model::{Lane, LaneIx, Pause};
use crate::rules::Facts;
use crate::time::Week;
use chrono::{Days, NaiveDate};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

/// How many further weeks the note names.
const NAMED: usize = 6;

/// How far ahead weeks are looked at, in days: 60 weeks, more than a year's plan. One post dated
/// centuries away does not make the centuries before it thin.
const HORIZON: Days = Days::new(60 * 7);

/// The rule.
pub static RULE: Rule = Rule {
    id: "below-cadence",
    group: Group::Schedule,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A week of the planned stretch has fewer posts than the `per_week.min` of the channel.",
        fr: "Une semaine de la période planifiée compte moins de publications que le `per_week.min` du canal.",
    },
    why: Phrase {
        en: "Regular posts keep an account visible; a thin week shows before anybody notices it in the plan.",
        fr: "La régularité rend un compte visible\u{a0}: une semaine creuse se voit avant qu’on la remarque dans le planning.",
    },
    remedy: Phrase {
        en: "Plan more posts for that week, or lower `per_week.min`.",
        fr: "Prévoyez davantage de publications cette semaine-là, ou réduisez `per_week.min`.",
    },
    example: r#"# now: 2026-11-20T09:00:00+01:00
[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"
cadence = { per_week = { min = 2 } }

[[post]]
id = "quiz"
title = "Guess the painter"
at = 2026-11-24T12:00:00    # alone in its week

[[post]]
id = "tickets"
title = "Tickets are on sale"
at = 2026-12-01T12:00:00
"#,
};

/// One finding for each lane, at its cadence: the first thin week, the others in a note.
///
/// The weeks that are looked at are this one and those to come which end before the last dated
/// post of the lane: what is past can’t be mended, and what lies beyond is not planned yet. Nor is
/// what lies past the [`HORIZON`].
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let marks = marks(facts);
    let mut wishes = vec![Vec::new(); facts.ws.lanes.len()];
    for (_, placement) in facts.ws.each_placement() {
        if placement.is_candidate() && placement.instant().is_none() {
            wishes[placement.lane.get()].extend(days(facts, placement));
        }
    }
    let mut findings = Vec::new();
    for ((ix, lane), wishes) in facts.ws.each_lane().zip(wishes) {
        let Some(min) = lane.cadence.min.filter(|min| *min > 0) else {
            continue;
        };
        let weeks = thin_weeks(facts, lane, &marks[ix.get()], wishes, min);
        findings.extend(report(facts, ix, &weeks, min));
    }
    findings
}

/// A week and how many posts it has.
type Thin = (Week, usize);

fn thin_weeks(
    facts: &Facts<'_>,
    lane: &Lane,
    marks: &[Mark],
    wishes: Vec<(NaiveDate, NaiveDate)>,
    min: u32,
) -> Vec<Thin> {
    let (Some(first), Some(last)) = (marks.first(), marks.last()) else {
        return Vec::new();
    };
    let zone = facts.ws.channel(lane.channel).zone;
    let mut counts = grouped(marks, Week::of);
    let mut wide = Vec::new();
    let mut inside = BTreeMap::<Week, usize>::new();
    for (from, to) in wishes {
        match Week::of(from) == Week::of(to) {
            true => *inside.entry(Week::of(from)).or_default() += 1,
            false => wide.push((from, to)),
        }
    }
    let mut wide = Wide::new(wide);
    let min = usize::try_from(min).unwrap_or(usize::MAX);
    let today = zone.local(facts.now).date();
    let end = today.checked_add_days(HORIZON).map_or(last.day, |end| last.day.min(end));
    let mut week = Week::of(today).max(Week::of(first.day));
    let mut thin = Vec::new();
    while week.sunday() < end {
        let dated = counts.remove(&week).map_or(0, |marks| marks.len());
        let dated = dated + inside.get(&week).copied().unwrap_or_default();
        let missing = min.saturating_sub(dated);
        let have = dated + wide.take(week, missing);
        if have < min && !is_paused(facts, lane, week) {
            thin.push((week, have));
        }
        week = week.next();
    }
    thin
}

/// Posts that may go out in one of several weeks: each can fill one place, those that must go out
/// soonest first.
struct Wide {
    /// First and last days of those to come, the earliest at the end.
    later: Vec<(NaiveDate, NaiveDate)>,
    /// Last and first days of those whose time has come.
    open: BinaryHeap<Reverse<(NaiveDate, NaiveDate)>>,
}

impl Wide {
    fn new(mut stretches: Vec<(NaiveDate, NaiveDate)>) -> Self {
        stretches.sort_unstable_by_key(|&stretch| Reverse(stretch));
        Self { later: stretches, open: BinaryHeap::new() }
    }

    /// Takes up to `most` of those that may go out in this week; how many there were. Weeks must
    /// come in the order of time: each post is opened once and taken or dropped once.
    fn take(&mut self, week: Week, most: usize) -> usize {
        let (monday, sunday) = (week.monday(), week.sunday());
        while let Some((from, to)) = self.later.pop_if(|(from, _)| *from <= sunday) {
            self.open.push(Reverse((to, from)));
        }
        let mut taken = 0;
        while taken < most {
            let Some(Reverse((to, _))) = self.open.pop() else {
                break;
            };
            taken += usize::from(monday <= to);
        }
        taken
    }
}

/// Whether the whole channel is paused for the whole week.
fn is_paused(facts: &Facts<'_>, lane: &Lane, week: Week) -> bool {
    let zone = facts.ws.channel(lane.channel).zone;
    let (from, to) = (day_start(zone, week.monday()), day_end(zone, week.sunday()));
    let covers = |pause: &Pause| {
        pause.from <= from
            && pause.to.is_none_or(|end| to <= end)
            && pause.pillars.is_empty()
            && pause.formats.is_empty()
            && (pause.channels.is_empty() || pause.channels.contains(&lane.channel))
    };
    facts.ws.pauses.iter().any(covers)
}

fn report(facts: &Facts<'_>, lane: LaneIx, weeks: &[Thin], min: u32) -> Option<Finding> {
    let (&(week, have), others) = weeks.split_first()?;
    let channel = &facts.ws.channel(facts.ws.lane(lane).channel).id;
    let at = facts.ws.lane(lane).cadence.at.unwrap_or(channel.at);
    let name = facts.lane_name(lane);
    let message = Text::of(|lang| {
        let days = span_of_days(lang, week.monday(), week.sunday());
        match lang {
            Lang::En => {
                let posts = count(lang, have, "post", "posts");
                format!("{posts} on {name} in the week of {days}, where {min} a week is the least")
            }
            Lang::Fr => {
                let posts = count(lang, have, "publication", "publications");
                format!(
                    "{posts} sur {name} la semaine {days}, pour un minimum de {min} par semaine"
                )
            }
        }
    });
    let words = format!("cadence = {{ per_week = {{ min = {min} }} }}");
    let mut found = Finding::new(RULE.id, at, message)
        .on_channel(&channel.value)
        .note(setting(&words, &table(facts, lane)));
    if !others.is_empty() {
        found = found.note(Text::of(|lang| also(lang, others)));
    }
    Some(found.help(Phrase {
        en: "plan more posts for that week",
        fr: "prévoyez davantage de publications cette semaine-là",
    }))
}

fn also(lang: Lang, weeks: &[Thin]) -> String {
    let named: Vec<String> =
        weeks.iter().take(NAMED).map(|(week, have)| format!("{week} ({have})")).collect();
    let more = weeks.len().saturating_sub(NAMED);
    let named = named.join(", ");
    match (lang, more) {
        (Lang::En, 0) => format!("other thin weeks: {named}"),
        (Lang::Fr, 0) => format!("autres semaines creuses\u{a0}: {named}"),
        (Lang::En, _) => format!("other thin weeks: {named} and {more} more"),
        (Lang::Fr, _) => format!("autres semaines creuses\u{a0}: {named} et {more} de plus"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_post_fills_one_week_only() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 11, d).unwrap();
        let mut wide = Wide::new(vec![(day(1), day(30)), (day(16), day(25)), (day(1), day(8))]);
        let week = Week::of(day(18));
        assert_eq!(wide.take(week, 1), 1);
        assert_eq!(wide.take(week.next(), 5), 1);
        assert_eq!(wide.take(week.next(), 5), 0);
    }
}
