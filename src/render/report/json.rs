//! A report as `edito-report/1`: one compact object on one line.
//!
//! There is no wall time in it, so the same calendar, files and day give the same bytes. A gain is
//! never without its interval, its posts and its grade.

use super::Told;
use super::names::{by_key, moment_keys, whole_number};
use super::view::View;
use crate::model::{Gain, PlacementIx};
use crate::render::words::headline;
use crate::report::{
    Against, By, Entry, Goal, GoalOf, Group, Key, Late, Lateness, Sums, Table, WeekReport, Which,
};
use serde::Serialize;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The object on its line.
#[must_use]
pub fn render(told: &Told<'_>) -> String {
    let (ws, report) = (told.ws, told.report);
    let document = Document {
        format: "edito-report/1",
        calendar: &ws.calendar.name,
        timezone: ws.calendar.zone.name(),
        since: report.since.to_string(),
        today: report.today.to_string(),
        channels: told.channels.iter().map(|ix| ws.channel(*ix).id.value.as_str()).collect(),
        summary: View::of(told).summary,
        results: results(told),
        goals: report.goals.iter().map(|goal| of_goal(told, goal)).collect(),
        weeks: report.weeks.iter().map(|week| of_week(told, week)).collect(),
        late: report.late.iter().map(|late| of_late(told, late)).collect(),
        check: CheckOut { errors: told.tally.errors, warnings: told.tally.warnings },
    };
    // Only maps with keys that are no text, or a writer that fails, can fail here.
    let mut line = serde_json::to_string(&document).unwrap_or_default();
    line.push('\n');
    line
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    calendar: &'a str,
    timezone: &'static str,
    since: String,
    today: String,
    channels: Vec<&'a str>,
    summary: Vec<String>,
    results: ResultsOut<'a>,
    goals: Vec<GoalOut<'a>>,
    weeks: Vec<WeekOut<'a>>,
    late: Vec<LateOut<'a>>,
    check: CheckOut,
}

#[derive(Serialize)]
struct CheckOut {
    errors: usize,
    warnings: usize,
}

#[derive(Serialize)]
struct ResultsOut<'a> {
    #[serde(flatten)]
    sums: SumsOut,
    in_calendar: usize,
    not_in_calendar: usize,
    without_result: Value,
    newest: Option<String>,
    left_out: Map<String, Value>,
    unused_files: &'a [String],
    compared: usize,
    stands_out: Vec<Value>,
    by: BTreeMap<&'static str, Vec<GroupOut>>,
}

#[derive(Serialize)]
struct SumsOut {
    posts: usize,
    engagement: i64,
    median: f64,
    reach: Option<i64>,
    reach_posts: usize,
}

#[derive(Serialize)]
struct GroupOut {
    key: Option<String>,
    name: String,
    #[serde(flatten)]
    sums: SumsOut,
    judgement: &'static str,
    gain: Option<GainOut>,
}

#[derive(Serialize)]
struct GainOut {
    mid: f64,
    low: f64,
    high: f64,
    posts: f64,
    evidence: &'static str,
}

#[derive(Serialize)]
struct GoalOut<'a> {
    goal: &'a str,
    campaign: Option<&'a str>,
    out: usize,
    to_come: usize,
    late: usize,
    results: SumsOut,
}

#[derive(Serialize)]
struct WeekOut<'a> {
    week: &'static str,
    from: String,
    to: String,
    out: Vec<EntryOut<'a>>,
    not_in_calendar: usize,
    missed: Vec<EntryOut<'a>>,
    to_come: Vec<EntryOut<'a>>,
    without_slot: Vec<EntryOut<'a>>,
}

#[derive(Serialize)]
struct EntryOut<'a> {
    #[serde(flatten)]
    placement: PlacementOut<'a>,
    day: String,
    start: Option<String>,
}

#[derive(Serialize)]
struct LateOut<'a> {
    #[serde(flatten)]
    placement: PlacementOut<'a>,
    due: String,
    late: &'static str,
}

#[derive(Serialize)]
struct PlacementOut<'a> {
    post: &'a str,
    channel: &'a str,
    title: &'a str,
    status: &'static str,
}

fn results<'a>(told: &Told<'a>) -> ResultsOut<'a> {
    let results = &told.report.results;
    let missing = &results.missing;
    let unread = missing.unread.iter();
    let unread: Map<String, Value> =
        unread.map(|(ix, n)| (told.ws.channel(*ix).id.value.clone(), json!(n))).collect();
    let left_out = results.left_out.iter();
    let groups = |table: &Table| {
        table.groups.iter().map(|group| of_group(told, table.by, group)).collect::<Vec<_>>()
    };
    ResultsOut {
        sums: sums(&results.all),
        in_calendar: results.in_calendar,
        not_in_calendar: results.all.posts - results.in_calendar,
        without_result: json!({
            "within": missing.within, "after_newest": missing.later,
            "fresh": missing.fresh, "no_file": unread,
        }),
        newest: results.newest.map(|at| told.ws.calendar.zone.rfc3339(at)),
        left_out: left_out.map(|(reason, n)| (reason.code().to_owned(), json!(n))).collect(),
        unused_files: &results.unused,
        compared: results.compared,
        stands_out: stands_out(told),
        by: results.tables.iter().map(|table| (by_key(table.by), groups(table))).collect(),
    }
}

fn stands_out(told: &Told<'_>) -> Vec<Value> {
    let results = &told.report.results;
    let one = |(t, g): &(usize, usize)| {
        let table: &Table = results.tables.get(*t)?;
        let group = of_group(told, table.by, table.groups.get(*g)?);
        Some(json!({ "by": by_key(table.by), "key": group.key }))
    };
    results.stands_out.iter().filter_map(one).collect()
}

fn sums(sums: &Sums) -> SumsOut {
    SumsOut {
        posts: sums.posts,
        engagement: whole_number(sums.engagement),
        median: sums.median,
        reach: (sums.reach_known > 0).then(|| whole_number(sums.reach)),
        reach_posts: sums.reach_known,
    }
}

fn of_group(told: &Told<'_>, by: By, group: &Group) -> GroupOut {
    let ws = told.ws;
    let key = match &group.key {
        Key::Channel(ix) => Some(ws.channel(*ix).id.value.clone()),
        Key::Pillar(ix) => Some(ws.pillar(*ix).id.value.clone()),
        Key::Format(format) => Some(format.clone()),
        Key::Moment(days, part) => {
            let (days, part) = moment_keys(*days, *part);
            Some(format!("{days}-{part}"))
        }
        Key::Campaign(ix) => Some(ws.campaign(*ix).id.value.clone()),
        Key::Series(ix) => Some(ws.series(*ix).id.value.clone()),
        Key::Without => None,
    };
    let (judgement, gain) = match &group.against {
        Against::Nothing => ("not-compared", None),
        Against::TooFew => ("too-few", None),
        Against::Usual(gain) => ("compared", Some(of_gain(gain))),
    };
    let name = super::names::group(told, by, &group.key);
    GroupOut { key, name, sums: sums(&group.sums), judgement, gain }
}

fn of_gain(gain: &Gain) -> GainOut {
    let Gain { mid, low, high, posts, evidence } = *gain;
    GainOut { mid, low, high, posts, evidence: evidence.code() }
}

fn of_goal<'a>(told: &Told<'a>, goal: &'a Goal) -> GoalOut<'a> {
    let campaign = match goal.of {
        GoalOf::Campaign(ix) => Some(told.ws.campaign(ix).id.value.as_str()),
        GoalOf::Posts => None,
    };
    GoalOut {
        goal: &goal.goal,
        campaign,
        out: goal.out,
        to_come: goal.to_come,
        late: goal.late,
        results: sums(&goal.sums),
    }
}

fn of_week<'a>(told: &Told<'a>, week: &WeekReport) -> WeekOut<'a> {
    let entries = |list: &[Entry]| list.iter().map(|entry| of_entry(told, entry)).collect();
    WeekOut {
        week: match week.which {
            Which::Last => "last",
            Which::This => "this",
            Which::Next => "next",
        },
        from: week.from.to_string(),
        to: week.to.to_string(),
        out: entries(&week.out),
        not_in_calendar: week.unlisted,
        missed: entries(&week.missed),
        to_come: entries(&week.to_come),
        without_slot: entries(&week.unslotted),
    }
}

/// An entry; its instant carries the offset of its channel's clock.
fn of_entry<'a>(told: &Told<'a>, entry: &Entry) -> EntryOut<'a> {
    let zone = told.ws.channel(told.ws.placement(entry.placement).channel).zone;
    EntryOut {
        placement: of_placement(told, entry.placement),
        day: entry.day.to_string(),
        start: entry.at.map(|at| zone.rfc3339(at)),
    }
}

fn of_late<'a>(told: &Told<'a>, late: &Late) -> LateOut<'a> {
    LateOut {
        placement: of_placement(told, late.placement),
        due: late.due.to_string(),
        late: match late.what {
            Lateness::Post => "post",
        },
    }
}

fn of_placement<'a>(told: &Told<'a>, ix: PlacementIx) -> PlacementOut<'a> {
    let placement = told.ws.placement(ix);
    PlacementOut {
        post: &told.ws.post_of(placement).id.name,
        channel: &told.ws.channel(placement.channel).id.value,
        title: headline(told.ws, placement),
        status: placement.status.value.key(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::Trial;
    use super::*;
    use crate::lang::Lang;
    use crate::report::trial::busy;

    #[test]
    fn field_by_field() {
        let trial = Trial::of(busy(2.0), "2026-09-01");
        let line = render(&trial.told(Lang::En));
        assert!(line.starts_with("{\"format\":\"edito-report/1\",\"calendar\":"), "{line}");
        assert_eq!(line.matches('\n').count(), 1);
        let report: Value = serde_json::from_str(&line).unwrap();
        let results = &report["results"];
        assert_eq!((&results["posts"], &results["in_calendar"]), (&json!(97), &json!(40)));
        assert_eq!(results["not_in_calendar"], 57);
        assert_eq!(results["left_out"], json!({ "paid": 2, "fresh": 1 }));
        assert_eq!(results["stands_out"][0], json!({ "by": "format", "key": "reel" }));
        assert_eq!(results["by"]["channel"][0]["judgement"], "not-compared");
        let reel = &results["by"]["format"][1];
        assert_eq!((&reel["key"], &reel["judgement"]), (&json!("reel"), &json!("compared")));
        let gain = &reel["gain"];
        assert!(gain["low"].as_f64() < gain["mid"].as_f64());
        assert!(gain["mid"].as_f64() < gain["high"].as_f64());
        assert_eq!((&gain["evidence"], &gain["posts"]), (&json!("strong"), &json!(26.0)));
        assert_eq!(report["weeks"][1]["week"], "this");
        assert_eq!(report["weeks"][1]["out"][0]["start"], "2026-11-16T12:00:00+01:00");
        assert_eq!(report["check"], json!({ "errors": 0, "warnings": 2 }));
        assert_eq!(line, render(&trial.told(Lang::En)));
    }
}
