//! What the past says of hours, as `edito-slots/1`: one compact object on one line.
//!
//! Numbers are written so that reading them gives the very same numbers. A channel without a past has the
//! same keys, with evidence `none` and zeros. The same past is the same bytes.

use super::Shown;
use crate::model::{
    Advice, ChannelIx, ClockFound, DayOrder, Gain, Intake, IntakeFault, Known, Stretch, Timing,
};
use crate::time::Days;
use serde::Serialize;
use serde_json::{Map, Value, json};

/// Slots of a week.
const SLOTS: usize = 168;

/// The object on its line.
#[must_use]
pub fn render(shown: &Shown<'_>) -> String {
    let document = Document {
        format: "edito-slots/1",
        channels: shown.channels.iter().map(|ix| channel(shown, *ix)).collect(),
        calendar: &shown.ws.calendar.name,
        files: shown.ws.past.intakes.iter().map(file).collect(),
    };
    // Only maps with keys that are no text, or a writer that fails, can fail here.
    let mut line = serde_json::to_string(&document).unwrap_or_default();
    line.push('\n');
    line
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    channels: Vec<ChannelOut<'a>>,
    calendar: &'a str,
    files: Vec<FileOut<'a>>,
}

#[derive(Serialize)]
struct ChannelOut<'a> {
    channel: &'a str,
    posts: usize,
    used: usize,
    evidence: &'static str,
    loo_r2: f64,
    sigma: f64,
    type_offsets: Map<String, Value>,
    score: Vec<f64>,
    n_eff: Vec<f64>,
    sd: Vec<f64>,
    timezone: &'static str,
    known: &'static str,
    pooled: usize,
    best: Vec<StretchOut>,
    to_try: Vec<TryOut>,
    types: Vec<TypeOut<'a>>,
}

/// A gain: never without what it lies between and how good the evidence is.
#[derive(Serialize)]
pub(super) struct GainOut {
    gain: f64,
    low: f64,
    high: f64,
    evidence: &'static str,
}

impl From<&Gain> for GainOut {
    fn from(gain: &Gain) -> Self {
        Self { gain: gain.mid, low: gain.low, high: gain.high, evidence: gain.evidence.code() }
    }
}

#[derive(Serialize)]
struct StretchOut {
    day: &'static str,
    from: Option<usize>,
    to: Option<usize>,
    score: f64,
    sd: f64,
    n_eff: f64,
    open: bool,
    #[serde(flatten)]
    gain: GainOut,
}

/// An hour worth a test: there is no gain to tell yet.
#[derive(Serialize)]
struct TryOut {
    day: &'static str,
    from: Option<usize>,
    to: Option<usize>,
    score: f64,
    sd: f64,
    n_eff: f64,
}

#[derive(Serialize)]
struct TypeOut<'a> {
    #[serde(rename = "type")]
    name: &'a str,
    posts: usize,
    #[serde(flatten)]
    gain: GainOut,
}

#[derive(Serialize)]
struct FileOut<'a> {
    file: &'a str,
    shape: Option<&'static str>,
    rows: usize,
    read: usize,
    left_out: Map<String, Value>,
    broken: Vec<Value>,
    clock: String,
    day_order: Option<&'static str>,
    fault: Option<&'static str>,
}

fn channel<'a>(shown: &Shown<'a>, ix: ChannelIx) -> ChannelOut<'a> {
    let channel = shown.ws.channel(ix);
    let timing = shown.ws.timing(ix);
    let numbers = |of: fn(&Timing) -> &Vec<f64>| {
        timing.map_or_else(|| vec![0.0; SLOTS], |timing| of(timing).clone())
    };
    let advice = shown.advice(ix);
    let list = |of: fn(&Advice) -> &[Stretch]| advice.map_or(&[][..], of);
    let types = advice.map_or(&[][..], |advice| &advice.kinds);
    let types = types.iter().filter(|kind| kind.gain.evidence.scores());
    ChannelOut {
        channel: &channel.id.value,
        posts: timing.map_or(0, |timing| timing.posts),
        used: timing.map_or(0, |timing| timing.used),
        evidence: timing.map_or("none", |timing| timing.evidence.code()),
        loo_r2: timing.map_or(0.0, |timing| timing.loo_r2),
        sigma: timing.map_or(0.0, |timing| timing.sigma),
        type_offsets: timing
            .iter()
            .flat_map(|timing| &timing.type_offsets)
            .map(|(name, offset)| (name.clone(), json!(offset)))
            .collect(),
        score: numbers(|timing| &timing.score),
        n_eff: numbers(|timing| &timing.n_eff),
        sd: numbers(|timing| &timing.sd),
        timezone: channel.zone.name(),
        known: known(timing.map_or(Known::Minute, |timing| timing.known)),
        pooled: timing.map_or(0, |timing| timing.pooled),
        best: list(|advice| &advice.best).iter().map(stretch).collect(),
        to_try: list(|advice| &advice.to_try).iter().map(attempt).collect(),
        types: types
            .map(|kind| TypeOut {
                name: &kind.name,
                posts: kind.posts,
                gain: GainOut::from(&kind.gain),
            })
            .collect(),
    }
}

/// The word of machine output.
pub(super) const fn known(known: Known) -> &'static str {
    match known {
        Known::Minute => "minute",
        Known::Day => "day",
    }
}

fn stretch(one: &Stretch) -> StretchOut {
    StretchOut {
        day: Days::key(one.day),
        from: one.hours.map(|(from, _)| from),
        to: one.hours.map(|(_, to)| to),
        score: one.score,
        sd: one.sd,
        n_eff: one.gain.posts,
        open: one.access == crate::model::Access::Open,
        gain: GainOut::from(&one.gain),
    }
}

fn attempt(one: &Stretch) -> TryOut {
    TryOut {
        day: Days::key(one.day),
        from: one.hours.map(|(from, _)| from),
        to: one.hours.map(|(_, to)| to),
        score: one.score,
        sd: one.sd,
        n_eff: one.gain.posts,
    }
}

fn file(intake: &Intake) -> FileOut<'_> {
    let broken = intake
        .broken
        .iter()
        .map(|row| json!({"line": row.line, "column": row.column, "value": row.value}));
    FileOut {
        file: &intake.file,
        shape: intake.shape,
        rows: intake.rows,
        read: intake.read,
        left_out: intake
            .left_out
            .iter()
            .map(|(why, n)| (why.code().to_owned(), json!(n)))
            .collect(),
        broken: broken.collect(),
        clock: clock(&intake.clock),
        day_order: intake.guessed.map(|order| match order {
            DayOrder::DayFirst => "day-first",
            DayOrder::MonthFirst => "month-first",
        }),
        fault: intake.fault.as_ref().map(fault),
    }
}

/// `channel`, `stated`, the name of a zone, or `+05:30`.
fn clock(clock: &ClockFound) -> String {
    match clock {
        ClockFound::Channel => "channel".to_owned(),
        ClockFound::Stated => "stated".to_owned(),
        ClockFound::Zone(zone) => zone.clone(),
        ClockFound::Offset(minutes) => {
            let sign = if *minutes < 0 { '-' } else { '+' };
            format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
        }
    }
}

const fn fault(fault: &IntakeFault) -> &'static str {
    match fault {
        IntakeFault::NoTable(_) => "no-table",
        IntakeFault::NoColumn(..) => "no-column",
        IntakeFault::UnknownColumn(..) => "unknown-column",
        IntakeFault::UnknownField(_) => "unknown-field",
        IntakeFault::WhichChannel => "which-channel",
        IntakeFault::OtherNetwork(_) => "other-network",
        IntakeFault::OtherTable(_) => "other-table",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::model::Evidence;
    use crate::render::slots::sample::past;

    fn value(grade: Evidence) -> Value {
        let past = past(grade);
        let line = render(&past.shown(Lang::Fr));
        assert_eq!(line.matches('\n').count(), 1);
        serde_json::from_str(&line).unwrap()
    }

    #[test]
    fn the_keys_stand_as_documented_and_numbers_come_back_whole() {
        let past = past(Evidence::Weak);
        let line = render(&past.shown(Lang::En));
        let head = "{\"format\":\"edito-slots/1\",\"channels\":[{\"channel\":\"instagram\",\"posts\":812,\
                    \"used\":640,\"evidence\":\"weak\",\"loo_r2\":0.0056,\"sigma\":0.978,\"type_offsets\":\
                    {\"image\":-0.05,\"reel\":0.4},\"score\":[0.0,";
        assert!(line.starts_with(head), "{line}");
        let value: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(value["channels"][0]["score"].as_array().unwrap().len(), 168);
        // Every number as text that a reader makes the very same number of.
        let own = &past.ws.past.timing[0].as_ref().unwrap().score;
        let texts: Vec<String> = own.iter().map(|number| format!("{number:?}")).collect();
        assert!(line.contains(&format!("\"score\":[{}]", texts.join(","))), "{line}");
        let best = &value["channels"][0]["best"][0];
        assert_eq!(
            (&best["day"], &best["from"], &best["to"]),
            (&"sun".into(), &7.into(), &9.into())
        );
        assert!(best["low"].as_f64() < best["gain"].as_f64(), "{best}");
        assert_eq!(value["files"][0]["left_out"]["paid"], 120);
        assert_eq!(value["files"][0]["clock"], "America/New_York");
        assert_eq!(value["files"][1]["fault"], "no-column");
    }

    #[test]
    fn a_channel_without_a_past_has_zeros_and_no_evidence() {
        let value = value(Evidence::Some);
        let bare = &value["channels"][2];
        assert_eq!((&bare["evidence"], &bare["posts"]), (&"none".into(), &0.into()));
        for key in ["score", "n_eff", "sd"] {
            let list = bare[key].as_array().unwrap();
            assert_eq!(list.len(), 168);
            assert!(list.iter().all(|number| number.as_f64() == Some(0.0)));
        }
        assert_eq!(bare["best"], json!([]));
    }

    #[test]
    fn nothing_is_a_gain_where_nothing_was_found() {
        for grade in [Evidence::None, Evidence::NoEffect] {
            let text = value(grade).to_string();
            assert!(!text.contains("\"gain\""), "{text}");
        }
    }
}
