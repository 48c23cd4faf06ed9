//! The text of a plan, as `plan --format json` writes it, read back.
//!
//! Only what a checker needs is understood: the days, the starts, and what the plan claims of
//! itself. Everything else in it is left alone.

pub use super::plan_fault::PlanFault;
use super::{Assignment, Keep};
use crate::model::{PlacementIx, Workspace};
use crate::time::Instant;
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::BTreeMap;

/// The name of the format.
pub const FORMAT: &str = "edito-plan/1";

/// One plan of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanFile {
    /// The name of its calendar.
    pub calendar: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day, included.
    pub to: NaiveDate,
    /// The objective it claims.
    pub objective: i64,
    /// The bound it claims.
    pub bound: i64,
    /// The gap between them that it claims; a plan need not.
    pub gap: Option<f64>,
    /// Whether it claims that nothing is better.
    pub status: Claim,
    /// Every placement that starts in it.
    pub placements: Vec<Entry>,
    /// What it says has no slot: the ids of posts and of their channels.
    pub unplaced: Vec<(String, String)>,
}

/// `status` of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim {
    /// No better plan exists.
    Optimal,
    /// Perhaps one does.
    Feasible,
}

/// One of `placements`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The id of the post.
    pub post: String,
    /// The id of the channel.
    pub channel: String,
    /// When it starts.
    pub start: Instant,
    /// The score it claims for its slot.
    pub score: Option<i64>,
}

/// Reads the plans of a file, one JSON object for each calendar.
///
/// # Errors
/// See [`PlanFault`]; the first one found.
pub fn read(text: &str) -> Result<Vec<PlanFile>, PlanFault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut plans = Vec::new();
    for value in serde_json::Deserializer::from_str(text).into_iter::<Value>() {
        let value = value.map_err(|error| PlanFault::Broken {
            line: error.line(),
            column: error.column().max(1),
        })?;
        plans.push(plan(&value)?);
    }
    if plans.is_empty() {
        return Err(PlanFault::Empty);
    }
    Ok(plans)
}

impl PlanFile {
    /// The starts as placements of a calendar, in the order of the file.
    ///
    /// # Errors
    /// [`PlanFault::Unknown`] for the first that the calendar does not have.
    pub fn starts(&self, ws: &Workspace) -> Result<Vec<(PlacementIx, Instant)>, PlanFault> {
        let known: BTreeMap<(&str, &str), PlacementIx> = ws
            .each_placement()
            .map(|(ix, placement)| {
                let post = ws.post_of(placement).id.name.as_str();
                ((post, ws.channel(placement.channel).id.value.as_str()), ix)
            })
            .collect();
        self.placements
            .iter()
            .map(|entry| {
                known
                    .get(&(entry.post.as_str(), entry.channel.as_str()))
                    .map(|ix| (*ix, entry.start))
                    .ok_or_else(|| PlanFault::Unknown {
                        post: entry.post.clone(),
                        channel: entry.channel.clone(),
                    })
            })
            .collect()
    }

    /// The plan as something to judge.
    #[must_use]
    pub const fn assignment<'a>(
        &self,
        starts: &'a [(PlacementIx, Instant)],
        now: Instant,
        keep: Keep,
    ) -> Assignment<'a> {
        Assignment { from: self.from, to: self.to, now, keep, starts }
    }
}

fn plan(value: &Value) -> Result<PlanFile, PlanFault> {
    let format = value.get("format").and_then(Value::as_str);
    if format != Some(FORMAT) {
        return Err(PlanFault::Format(format.map(str::to_owned)));
    }
    let (from, to) = (day(value, "from")?, day(value, "to")?);
    if to < from {
        return Err(PlanFault::Backwards);
    }
    let placements = value.get("placements").and_then(Value::as_array);
    let placements = placements.ok_or_else(|| field("placements"))?;
    Ok(PlanFile {
        calendar: text(value, "calendar", "calendar")?,
        from,
        to,
        objective: whole(value, "objective")?,
        bound: whole(value, "bound")?,
        gap: match value.get("gap") {
            None | Some(Value::Null) => None,
            Some(gap) => Some(gap.as_f64().ok_or_else(|| field("gap"))?),
        },
        status: match value.get("status").and_then(Value::as_str) {
            Some("optimal") => Claim::Optimal,
            Some("feasible") => Claim::Feasible,
            _ => return Err(field("status")),
        },
        placements: placements
            .iter()
            .enumerate()
            .map(|(n, value)| entry(n, value))
            .collect::<Result<_, _>>()?,
        unplaced: unplaced(value)?,
    })
}

fn unplaced(value: &Value) -> Result<Vec<(String, String)>, PlanFault> {
    let list = match value.get("unplaced") {
        None => return Ok(Vec::new()),
        Some(list) => list.as_array().ok_or_else(|| field("unplaced"))?,
    };
    let one = |(n, value): (usize, &Value)| {
        let path = |key: &str| format!("unplaced[{n}].{key}");
        Ok((text(value, "post", &path("post"))?, text(value, "channel", &path("channel"))?))
    };
    list.iter().enumerate().map(one).collect()
}

fn entry(n: usize, value: &Value) -> Result<Entry, PlanFault> {
    let path = |key: &str| format!("placements[{n}].{key}");
    let start = text(value, "start", &path("start"))?;
    Ok(Entry {
        post: text(value, "post", &path("post"))?,
        channel: text(value, "channel", &path("channel"))?,
        start: Instant::parse_rfc3339(&start).ok_or_else(|| field(&path("start")))?,
        score: value.get("score").and_then(Value::as_i64),
    })
}

fn field(path: &str) -> PlanFault {
    PlanFault::Field(path.to_owned())
}

fn text(value: &Value, key: &str, path: &str) -> Result<String, PlanFault> {
    let text = value.get(key).and_then(Value::as_str);
    text.map(str::to_owned).ok_or_else(|| field(path))
}

fn whole(value: &Value, key: &str) -> Result<i64, PlanFault> {
    let number = value.get(key).and_then(Value::as_i64);
    number.ok_or_else(|| field(key))
}

fn day(value: &Value, key: &str) -> Result<NaiveDate, PlanFault> {
    let text = value.get(key).and_then(Value::as_str);
    text.filter(|text| text.len() == 10)
        .and_then(|text| text.parse().ok())
        .ok_or_else(|| field(key))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    const PLAN: &str = r#"{"format": "edito-plan/1", "calendar": "A", "timezone": "UTC", "from": "2026-11-23",
 "to": "2026-11-29", "status": "optimal", "objective": 10, "bound": 10, "gap": 0.0, "placements": [
 {"post": "a", "channel": "x", "start": "2026-11-24T12:30:00+01:00", "state": "suggested", "score": 71}]}"#;

    #[test]
    fn reads_what_it_needs() {
        let plans = read(&format!("\u{feff}{PLAN}\n{PLAN}\n")).unwrap();
        assert_eq!(plans.len(), 2);
        let plan = &plans[0];
        assert_eq!((plan.objective, plan.bound, plan.status), (10, 10, Claim::Optimal));
        assert_eq!(plan.from.to_string(), "2026-11-23");
        assert_eq!(plan.placements[0].start.utc().to_string(), "2026-11-24 11:30:00");
        assert_eq!(plan.placements[0].score, Some(71));
        assert_eq!((plan.gap, plan.unplaced.len()), (Some(0.0), 0));
        let more = PLAN.replace("\"gap\": 0.0", r#""unplaced": [{"post": "b", "channel": "x"}]"#);
        let plan = &read(&more).unwrap()[0];
        assert_eq!((plan.gap, plan.unplaced[0].0.as_str()), (None, "b"));
    }

    #[test]
    fn faults_are_told_apart() {
        let with = |from: &str, to: &str| read(&PLAN.replace(from, to)).unwrap_err();
        assert_eq!(read(" \n"), Err(PlanFault::Empty));
        assert_eq!(read("{\n  oops"), Err(PlanFault::Broken { line: 2, column: 3 }));
        assert!(matches!(read(&PLAN[..40]), Err(PlanFault::Broken { line: 1, .. })));
        assert_eq!(read("[]"), Err(PlanFault::Format(None)));
        assert_eq!(with("plan/1", "plan/2"), PlanFault::Format(Some("edito-plan/2".to_owned())));
        assert_eq!(with("12:30:00+01:00", "12:30:00"), field("placements[0].start"));
        assert_eq!(with("\"x\"", "7"), field("placements[0].channel"));
        assert_eq!(with("\"objective\": 10", "\"objective\": 1.5"), field("objective"));
        assert_eq!(with("optimal", "best"), field("status"));
        assert_eq!(with("\"gap\": 0.0", "\"gap\": \"no\""), field("gap"));
        assert_eq!(with("\"gap\": 0.0", "\"unplaced\": [{}]"), field("unplaced[0].post"));
        assert_eq!(with("2026-11-29", "2026-11-22"), PlanFault::Backwards);
        assert_eq!(with("2026-11-29", "2026-11-31"), field("to"));
    }

    #[test]
    fn every_fault_has_words() {
        let unknown = PlanFault::Unknown { post: "a".to_owned(), channel: "x".to_owned() };
        let count = PlanFault::Count { plans: 1, calendars: 2 };
        for fault in [unknown, count, PlanFault::Empty, PlanFault::Format(None), field("to")] {
            for lang in Lang::ALL {
                assert!(!fault.text().get(lang).is_empty() && !fault.help().get(lang).is_empty());
            }
        }
        let broken = PlanFault::Broken { line: 2, column: 3 };
        assert!(broken.text().get(Lang::Fr).contains("ligne 2, colonne 3"));
    }
}
