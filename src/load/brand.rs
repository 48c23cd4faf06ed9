//! Channels, people, campaigns, series, pauses.

use super::faults::Faults;
use super::names::{Names, values};
use super::reader::Row;
use super::scalar;
use super::settings::stretch;
use super::shape::TimeOf;
use crate::diagnostic::Finding;
use crate::lang::{Lang, Text};
use crate::model::{
    Cadence, Calendar, Campaign, Channel, ChannelIx, Duty, DutyDay, Lane, Limits, Pause, Person,
    Series, Window,
};
use crate::source::{At, Loc};
use crate::time::{DaySpan, Days, Lapse};
use chrono::NaiveDate;

/// `[channels]`: the channels, then the lanes: each channel's own first, then those of formats.
pub(super) fn channels(
    root: Row<'_, '_>,
    calendar: &Calendar,
    names: &mut Names,
    faults: &mut Faults,
) -> (Vec<Channel>, Vec<Lane>) {
    let (mut channels, mut lanes, mut formats) = (Vec::new(), Vec::new(), Vec::new());
    for (id, row) in root.named_rows("channels") {
        let ix = ChannelIx::new(channels.len());
        names.channels.declare(id.clone(), faults);
        let own = lane(row, ix, None, faults);
        for (format, row) in row.named_rows("formats") {
            let mut lane = lane(row, ix, Some(format.value), faults);
            if !row.has("windows") {
                lane.windows.clone_from(&own.windows);
            }
            formats.push(lane);
        }
        lanes.push(own);
        let network = row
            .scalar("network", |v| scalar::network(v).map(str::to_owned))
            .unwrap_or_else(|| Loc::new("custom".to_owned(), id.at));
        channels.push(Channel {
            network,
            account: row.plain("account"),
            zone: row.scalar("timezone", scalar::zone).map_or(calendar.zone, |zone| zone.value),
            lang: row.plain("lang").or_else(|| calendar.lang.clone()),
            id,
        });
    }
    lanes.append(&mut formats);
    (channels, lanes)
}

fn lane(row: Row<'_, '_>, channel: ChannelIx, format: Option<String>, faults: &mut Faults) -> Lane {
    Lane {
        channel,
        format,
        cadence: row.row("cadence").map_or_else(Cadence::default, |row| cadence(row, faults)),
        silence: row.lapse("silence"),
        windows: row.rows("windows").filter_map(|row| window(row, faults)).collect(),
        limits: row.row("limits").map_or_else(Limits::default, limits),
    }
}

fn cadence(row: Row<'_, '_>, faults: &mut Faults) -> Cadence {
    let week = row.row("per_week");
    let bound = |key: &str| week.and_then(|week| week.count(key));
    let (min, max) = (bound("min"), bound("max"));
    if let (Some(min), Some(max)) = (&min, &max)
        && min.value > max.value
    {
        let (least, most) = (min.value, max.value);
        faults.say(
            "bad-value",
            min.at,
            Text::of(|lang| match lang {
                Lang::En => format!("the least, {least} a week, is above the most, {most}"),
                Lang::Fr => format!("le minimum, {least} par semaine, dépasse le maximum, {most}"),
            }),
            None,
        );
    }
    Cadence {
        min: min.map(|min| min.value),
        max: max.map(|max| max.value),
        per_day: row.count("per_day").map(|per_day| per_day.value),
        gap: row.lapse("gap").map_or(Lapse::ZERO, |gap| gap.value),
        at: Some(row.at()),
    }
}

fn window(row: Row<'_, '_>, faults: &mut Faults) -> Option<Window> {
    let days = row.days("days");
    let single = row.seconds("at", TimeOf::Day);
    let both = row.value_at("from").or_else(|| row.value_at("to"));
    if let (Some(_), Some(at)) = (&single, both) {
        conflict(faults, at, "at", "from");
    }
    let span = match single {
        Some(at) => DaySpan::new(at.value, at.value + 1).ok(),
        None => {
            for key in ["from", "to"] {
                if !row.has(key) && (row.has("from") || row.has("to")) {
                    missing(faults, row.at(), key);
                }
            }
            if !row.has("from") && !row.has("to") {
                missing(faults, row.at(), "from");
            }
            stretch(row, faults)
        }
    };
    Some(Window {
        days: days?,
        span: span?,
        score: row.int("score", 1, 100).and_then(|score| u8::try_from(score).ok()),
        at: row.at(),
    })
}

fn limits(row: Row<'_, '_>) -> Limits {
    Limits {
        text: row.count("text"),
        title: row.count("title"),
        hashtags: row.count("hashtags"),
        mentions: row.count("mentions"),
        links: row.count("links"),
        media: row.count("media"),
        alt_text: row.count("alt_text"),
    }
}

/// `[people]`.
pub(super) fn people(root: Row<'_, '_>, names: &mut Names, faults: &mut Faults) -> Vec<Person> {
    root.named_rows("people")
        .map(|(id, row)| {
            names.people.declare(id.clone(), faults);
            Person {
                name: row.words("name").map_or_else(|| id.value.clone(), |name| name.value),
                roles: row.plain_list("roles"),
                duty: row.rows("duty").filter_map(|row| duty(row, faults)).collect(),
                // Nought is a fault of its own: nothing is to be measured by it.
                per_week: row.count("per_week").filter(|most| most.value > 0),
                away: row
                    .items("away")
                    .filter_map(|v| scalar::day_range(v.get_ref()).ok())
                    .collect(),
                id,
            }
        })
        .collect()
}

fn duty(row: Row<'_, '_>, faults: &mut Faults) -> Option<Duty> {
    if let (true, Some(at)) = (row.has("days"), row.value_at("date")) {
        conflict(faults, at, "date", "days");
    }
    if !row.has("days") && !row.has("date") {
        missing(faults, row.at(), "days");
    }
    let on = match (row.days("days"), row.day_range("date")) {
        (Some(days), _) => DutyDay::Weekly(days),
        (None, Some((from, to))) => DutyDay::Dates(from, to),
        (None, None) => return None,
    };
    Some(Duty { on, span: stretch(row, faults)? })
}

/// `[campaigns]`.
pub(super) fn campaigns(
    root: Row<'_, '_>,
    names: &mut Names,
    faults: &mut Faults,
) -> Vec<Campaign> {
    root.named_rows("campaigns")
        .map(|(id, row)| {
            names.campaigns.declare(id.clone(), faults);
            let (from, to) = days(row, faults);
            Campaign {
                name: row.words("name").map_or_else(|| id.value.clone(), |name| name.value),
                from,
                to,
                goal: row.plain("goal"),
                id,
            }
        })
        .collect()
}

/// `from` and `to` days of a table; a range that runs backwards is a fault.
pub(super) fn days(
    row: Row<'_, '_>,
    faults: &mut Faults,
) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let (from, to) = (row.day("from"), row.day("to"));
    if let (Some(from), Some(to)) = (&from, &to)
        && to.value < from.value
    {
        backwards(faults, to.at);
    }
    (from.map(|from| from.value), to.map(|to| to.value))
}

/// `[[series]]`.
pub(super) fn series(root: Row<'_, '_>, names: &mut Names, faults: &mut Faults) -> Vec<Series> {
    root.rows("series")
        .map(|row| {
            let id = row.id("id").unwrap_or_else(|| Loc::new(String::new(), row.at()));
            if id.value.is_empty() {
                names.series.declare_nameless(id.at);
            } else {
                names.series.declare(id.clone(), faults);
            }
            let (from, to) = days(row, faults);
            if let (Some(every), None) = (row.value_at("every"), from) {
                faults.say(
                    "missing-key",
                    every,
                    Text::of(|lang| match lang {
                        Lang::En => "`every` counts weeks from a first day, and `from` is missing"
                            .to_owned(),
                        Lang::Fr => {
                            "`every` compte les semaines depuis un premier jour, et `from` manque"
                                .to_owned()
                        }
                    }),
                    None,
                );
            }
            Series {
                days: row.days("days").unwrap_or(Days::NONE),
                time: row.time("time").map(|time| time.value),
                channels: match row.list("channels") {
                    Some(list) => values(names.channels_of(Some(list), faults)),
                    None => names.only_channel().into_iter().collect(),
                },
                from,
                to,
                every: row.int("every", 1, 520).and_then(|n| u32::try_from(n).ok()).unwrap_or(1),
                skip: row.items("skip").filter_map(|v| scalar::day(v.get_ref()).ok()).collect(),
                title: row.words("title"),
                pillar: names.pillar(row.words("pillar"), faults),
                format: row.words("format"),
                owner: names.person(row.words("owner"), faults),
                author: names.person(row.words("author"), faults),
                topic: row.words("topic"),
                hashtags: row.list("hashtags"),
                cta: row.text("cta"),
                link: row.text("link"),
                tags: row.has("tags").then(|| row.plain_list("tags")),
                id,
            }
        })
        .collect()
}

/// `[[pause]]`; local times are on the calendar's clock.
pub(super) fn pauses(
    root: Row<'_, '_>,
    calendar: &Calendar,
    names: &Names,
    faults: &mut Faults,
) -> Vec<Pause> {
    root.rows("pause")
        .filter_map(|row| {
            let channels = values(names.channels_of(row.list("channels"), faults));
            let pillars = names.pillars_of(row.list("pillars"), faults);
            let from = row.moment("from")?.value.instant(calendar.zone);
            let end = row.moment("to");
            let to = end.as_ref().map(|to| to.value.instant(calendar.zone));
            if let (Some(end), Some(to)) = (&end, to)
                && to <= from
            {
                backwards(faults, end.at);
            }
            Some(Pause {
                from,
                to,
                channels,
                pillars,
                formats: row.plain_list("formats"),
                reason: row.plain("reason").unwrap_or_default(),
                at: row.at(),
            })
        })
        .collect()
}

/// A key that is missing where another is there.
pub(super) fn missing(faults: &mut Faults, at: At, key: &'static str) {
    faults.say(
        "missing-key",
        at,
        Text::of(|lang| match lang {
            Lang::En => format!("`{key}` is missing here"),
            Lang::Fr => format!("`{key}` manque ici"),
        }),
        None,
    );
}

/// Two keys of which one is enough.
pub(super) fn conflict(faults: &mut Faults, at: At, one: &'static str, other: &'static str) {
    faults.say(
        "conflicting-keys",
        at,
        Text::of(|lang| match lang {
            Lang::En => format!("`{one}` and `{other}` cannot stand together"),
            Lang::Fr => format!("`{one}` et `{other}` s’excluent"),
        }),
        Some(Text::of(|lang| match lang {
            Lang::En => "keep one of the two".to_owned(),
            Lang::Fr => "gardez l’un des deux".to_owned(),
        })),
    );
}

/// An end before its start.
pub(super) fn backwards(faults: &mut Faults, at: At) {
    faults.add(
        Finding::new(
            "backwards-range",
            at,
            Text::of(|lang| match lang {
                Lang::En => "this ends before it starts".to_owned(),
                Lang::Fr => "la fin précède le début".to_owned(),
            }),
        )
        .help(Text::of(|lang| match lang {
            Lang::En => "swap the two".to_owned(),
            Lang::Fr => "inversez les deux".to_owned(),
        })),
    );
}
