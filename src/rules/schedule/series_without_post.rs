//! `series-without-post`: a regular feature comes near its day, and nothing fills it.

use super::standing::{day_end, day_start, days};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count, date_short, list, quote};
use crate::model::{ChannelIx, Effect, Occurrence, Series, SeriesIx, is_planned};
use crate::rules::Facts;
use crate::time::{Instant, Lapse};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// The rule.
pub static RULE: Rule = Rule {
    id: "series-without-post",
    group: Group::Schedule,
    level: Level::Hint,
    since: "0.1.0",
    what: Phrase {
        en: "A `[[series]]` has no post for its next day, a week ahead or as `[plan] lead` says. It is a warning from two days before.",
        fr: "Une `[[series]]` n’a pas de publication pour son prochain jour, à une semaine ou au délai de `[plan] lead`. C’est un avertissement à partir de deux jours avant.",
    },
    why: Phrase {
        en: "Followers wait for a regular feature: the week it misses is the week they notice.",
        fr: "Les abonnés attendent un rendez-vous\u{a0}: c’est quand il manque qu’ils le remarquent.",
    },
    remedy: Phrase {
        en: "Write a post with this `series` for that day, or leave the day out with `skip`.",
        fr: "Écrivez pour ce jour-là une publication avec cette `series`, ou retirez ce jour avec `skip`.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[series]]
id = "monday-quiz"
days = "mon"
time = "09:00"
channels = ["instagram"]
"#,
};

/// How many days before its day a feature asks, where `[plan] lead` says nothing.
const AHEAD: Days = Days::new(7);
/// From so many days before on, it is a warning.
const URGENT: i64 = 2;
/// How many days are looked at, to say how many more are empty.
const HORIZON: Days = Days::new(28);

/// The next empty day of each feature, when it is near.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    if facts.ws.series.is_empty() {
        return Vec::new();
    }
    let today = facts.today();
    let to = today.checked_add_days(HORIZON).unwrap_or(today);
    let mut shut = facts.ws.occurrences(today, to);
    shut.retain(|occurrence| occurrence.effect == Effect::Avoid);
    let promised = promises(facts);
    let mut findings = Vec::new();
    for (i, series) in facts.ws.series.iter().enumerate() {
        let mut empty: BTreeMap<NaiveDate, Vec<ChannelIx>> = BTreeMap::new();
        for &channel in &series.channels {
            let due = due(facts, series, channel, (today, to), &shut);
            let posts = promised.get(&(SeriesIx::new(i), channel));
            for day in unfilled(&due, posts.map_or(&[], Vec::as_slice)) {
                empty.entry(day).or_default().push(channel);
            }
        }
        findings.extend(report(facts, series, &empty, today));
    }
    findings
}

type Stretch = (NaiveDate, NaiveDate);

/// Between which days the posts of each feature go out, channel by channel.
fn promises(facts: &Facts<'_>) -> BTreeMap<(SeriesIx, ChannelIx), Vec<Stretch>> {
    let mut all: BTreeMap<_, Vec<Stretch>> = BTreeMap::new();
    for (_, placement) in facts.ws.each_placement().filter(|(_, p)| is_planned(p)) {
        let series = facts.ws.post_of(placement).series.as_ref();
        if let (Some(series), Some(days)) = (series, days(facts, placement)) {
            all.entry((series.value, placement.channel)).or_default().push(days);
        }
    }
    all
}

/// The days on which a feature is to come on a channel: neither over, nor closed, nor paused.
fn due(
    facts: &Facts<'_>,
    series: &Series,
    channel: ChannelIx,
    (from, to): Stretch,
    shut: &[Occurrence],
) -> Vec<NaiveDate> {
    let closed = |day: NaiveDate| {
        let on = |event: &&Occurrence| event.concerns(channel) && event.first <= day;
        shut.iter().filter(on).any(|event| day <= event.last)
    };
    let days = from.iter_days().take_while(|day| *day <= to);
    days.filter(|day| series.is_due(*day) && !closed(*day))
        .filter(|day| is_open(facts, series, channel, *day))
        .collect()
}

/// Whether a post of the feature may still go out on a day: it is not over, and no pause covers it.
fn is_open(facts: &Facts<'_>, series: &Series, channel: ChannelIx, day: NaiveDate) -> bool {
    let zone = facts.ws.channel(channel).zone;
    let (first, last) = match series.time {
        Some(time) => {
            let at = zone.resolve(day.and_time(time)).instant;
            (at, at)
        }
        None => (day_start(zone, day), day_end(zone, day) - Lapse::from_seconds(1)),
    };
    let pillar = series.pillar.as_ref().map(|pillar| pillar.value);
    let format = series.format.as_ref().map(|format| format.value.as_str());
    let stopped = |at: Instant| {
        let mut pauses = facts.ws.pauses.iter();
        pauses.any(|pause| pause.stops(at, channel, pillar, format))
    };
    last >= facts.now && !(stopped(first) && stopped(last))
}

/// The days that no post can fill. Each post fills one: the ones with a single day theirs, the
/// others, those that end first, the first day that is left to them.
fn unfilled(due: &[NaiveDate], posts: &[Stretch]) -> Vec<NaiveDate> {
    let single: Vec<NaiveDate> =
        posts.iter().filter(|(first, last)| first == last).map(|(day, _)| *day).collect();
    let mut wide: Vec<Stretch> = posts.iter().copied().filter(|(a, b)| a < b).collect();
    wide.sort_by_key(|&(first, last)| (last, first));
    let left = due.iter().copied().filter(|day| !single.contains(day));
    left.filter(|day| {
        let fits = wide.iter().position(|(first, last)| first <= day && day <= last);
        fits.map(|i| wide.remove(i)).is_none()
    })
    .collect()
}

fn report(
    facts: &Facts<'_>,
    series: &Series,
    empty: &BTreeMap<NaiveDate, Vec<ChannelIx>>,
    today: NaiveDate,
) -> Option<Finding> {
    let (&day, channels) = empty.first_key_value()?;
    let asks = match facts.ws.plan.lead.is_empty() {
        true => day.checked_sub_days(AHEAD)?,
        false => facts.ws.workdays(today).back(day, facts.ws.days_to_write()),
    };
    if today < asks {
        return None;
    }
    let far = (day - today).num_days();
    let names: Vec<&str> =
        channels.iter().map(|ix| facts.ws.channel(*ix).id.value.as_str()).collect();
    let title = series.title.as_ref().map_or(&series.id.value, |title| &title.value);
    let message = Text::of(|lang| {
        let (title, channels) = (quote(lang, title.trim()), list(lang, &names));
        let (date, near) = (date_short(lang, day), nearness(lang, far));
        match lang {
            Lang::En => format!("{title} has no post for {date} on {channels} ({near})"),
            Lang::Fr => {
                format!("{title} n’a pas de publication pour le {date} sur {channels} ({near})")
            }
        }
    });
    let id = &series.id.value;
    let level = if far <= URGENT { Level::Warning } else { Level::Hint };
    let found = Finding::new(RULE.id, series.id.at, message).at_level(level).help(Text::of(
        |lang| match lang {
            Lang::En => format!("write a post with `series = \"{id}\"` and `date = {day}`, or leave the day out: `skip = [{day}]`"),
            Lang::Fr => format!("écrivez une publication avec `series = \"{id}\"` et `date = {day}`, ou retirez ce jour\u{a0}: `skip = [{day}]`"),
        },
    ));
    let more = empty.len() - 1;
    if more == 0 {
        return Some(found);
    }
    Some(found.note(Text::of(|lang| match lang {
        Lang::En => format!(
            "in the next four weeks, {} without a post",
            count(lang, more, "more of its days is", "more of its days are")
        ),
        Lang::Fr => format!(
            "dans les quatre semaines qui viennent, {} sans publication",
            count(lang, more, "autre de ses jours est", "autres de ses jours sont")
        ),
    })))
}

fn nearness(lang: Lang, days: i64) -> String {
    match (lang, days) {
        (Lang::En, 0) => "today".to_owned(),
        (Lang::Fr, 0) => "aujourd’hui".to_owned(),
        (Lang::En, 1) => "tomorrow".to_owned(),
        (Lang::Fr, 1) => "demain".to_owned(),
        (Lang::En, n) => format!("in {n} days"),
        (Lang::Fr, n) => format!("dans {n} jours"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, d).unwrap()
    }

    #[test]
    fn one_post_fills_one_day() {
        let due = [day(2), day(9), day(16)];
        assert_eq!(unfilled(&due, &[(day(1), day(30))]), [day(9), day(16)]);
        assert_eq!(unfilled(&due, &[(day(9), day(9)), (day(1), day(30))]), [day(16)]);
        // The one that ends first takes the first day, whatever the order of the file.
        assert_eq!(unfilled(&due, &[(day(1), day(30)), (day(1), day(8))]), [day(16)]);
        assert_eq!(unfilled(&due, &[(day(3), day(3))]), due);
    }
}
