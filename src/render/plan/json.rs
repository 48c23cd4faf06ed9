//! A plan as `edito-plan/1`: one compact object on one line.
//!
//! Times carry the offset of the channel's clock. There is no wall time in it, so the same plan
//! is the same bytes.

use super::Shown;
use super::chances::{self, ChanceOut};
use super::changes::{self, ChangeOut};
use super::hours::{self, KnowledgeOut};
use super::people::{self, PersonOut, StepOut};
use super::reactive::{self, ReactiveOut};
use crate::model::{FreeCause, MixItem, Placed, PlacementIx, Reason, Target, Workspace};
use crate::render::reason::Speaker;
use crate::render::words::{headline, judgement_key, state_key};
use serde::Serialize;
use serde_json::{Map, Number, Value};

/// The object on its line; `findings` are those of `edito-check/1`.
#[must_use]
pub fn render(shown: &Shown<'_>, findings: Vec<Value>) -> String {
    let document = Document::of(shown, findings);
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
    from: String,
    to: String,
    status: &'static str,
    objective: i64,
    bound: i64,
    gap: Option<f64>,
    placements: Vec<PlacementOut<'a>>,
    unplaced: Vec<Unplaced<'a>>,
    free: Vec<FreeOut<'a>>,
    mix: Vec<MixOut<'a>>,
    evidence: Vec<KnowledgeOut<'a>>,
    findings: Vec<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    changes: Option<Vec<ChangeOut<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reactive: Option<ReactiveOut<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    opportunities: Vec<ChanceOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    steps: Option<Vec<StepOut<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    people: Option<Vec<PersonOut<'a>>>,
}

#[derive(Serialize)]
struct PlacementOut<'a> {
    post: &'a str,
    channel: &'a str,
    start: String,
    state: &'static str,
    score: u8,
    title: &'a str,
    pillar: Option<&'a str>,
    status: &'static str,
    why: Vec<WhyOut>,
}

/// A reason, with what it changes where that is known.
#[derive(Serialize)]
pub(super) struct WhyOut {
    pub(super) code: &'static str,
    pub(super) args: Map<String, Value>,
    pub(super) text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) delta: Option<i64>,
}

#[derive(Serialize)]
struct Unplaced<'a> {
    post: &'a str,
    channel: &'a str,
    reasons: Vec<ReasonOut>,
}

#[derive(Serialize)]
struct ReasonOut {
    code: &'static str,
    args: Map<String, Value>,
    text: String,
    change: Option<String>,
}

#[derive(Serialize)]
struct FreeOut<'a> {
    channel: &'a str,
    start: String,
    pillar: Option<&'a str>,
    score: u8,
    reason: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    evergreen: Option<&'a str>,
}

#[derive(Serialize)]
struct MixOut<'a> {
    pillars: Vec<&'a str>,
    from: String,
    to: String,
    channel: Option<&'a str>,
    bound: &'static str,
    target: Number,
    planned: usize,
    published: usize,
    of: usize,
    judgement: &'static str,
}

impl<'a> Document<'a> {
    fn of(shown: &Shown<'a>, findings: Vec<Value>) -> Self {
        let (ws, schedule) = (shown.ws, shown.schedule);
        Self {
            format: "edito-plan/1",
            calendar: &ws.calendar.name,
            timezone: ws.calendar.zone.name(),
            from: schedule.from.to_string(),
            to: schedule.to.to_string(),
            status: match schedule.is_optimal() {
                true => "optimal",
                false => "feasible",
            },
            objective: schedule.objective,
            bound: schedule.bound,
            // Where the objective is 0 there is nothing to measure a gap by.
            gap: schedule.gap().filter(|_| schedule.objective != 0),
            placements: schedule.placed.iter().map(|p| placement(shown, p)).collect(),
            unplaced: schedule
                .left_out
                .iter()
                .map(|left| {
                    let (post, channel) = names(ws, left.placement);
                    let speaker = Speaker::new(ws, left.placement, shown.lang).at(shown.now);
                    Unplaced {
                        post,
                        channel,
                        reasons: left.reasons.iter().map(|r| reason(&speaker, r)).collect(),
                    }
                })
                .collect(),
            free: free(shown),
            mix: schedule.mix.iter().map(|item| mix(ws, item)).collect(),
            evidence: hours::values(shown),
            findings,
            changes: schedule
                .changes
                .as_ref()
                .map(|all| changes::values(ws, &all.list, shown.lang)),
            reactive: shown.reactive.map(|reactive| reactive::value(shown, reactive)),
            opportunities: chances::values(shown),
            steps: people::step_values(shown),
            people: people::person_values(shown),
        }
    }
}

/// The ids of a placement: its post, its channel.
pub(super) fn names(ws: &Workspace, ix: PlacementIx) -> (&str, &str) {
    let placement = ws.placement(ix);
    (&ws.post_of(placement).id.name, &ws.channel(placement.channel).id.value)
}

fn placement<'a>(shown: &Shown<'a>, placed: &Placed) -> PlacementOut<'a> {
    let ws = shown.ws;
    let own = ws.placement(placed.placement);
    let (post, channel) = names(ws, placed.placement);
    let speaker = Speaker::of_slot(ws, placed.placement, shown.lang);
    PlacementOut {
        post,
        channel,
        start: ws.channel(own.channel).zone.rfc3339(placed.start),
        state: state_key(placed.state),
        score: placed.score,
        title: headline(ws, own),
        pillar: own.pillar.map(|ix| ws.pillar(ix).id.value.as_str()),
        status: own.status.value.key(),
        why: placed.why.iter().map(|reason| why(&speaker, reason)).collect(),
    }
}

/// A reason with its delta.
pub(super) fn why(speaker: &Speaker<'_>, reason: &Reason) -> WhyOut {
    WhyOut {
        code: reason.cause.code(),
        args: speaker.args(reason),
        text: speaker.text(reason),
        delta: reason.delta,
    }
}

fn reason(speaker: &Speaker<'_>, reason: &Reason) -> ReasonOut {
    ReasonOut {
        code: reason.cause.code(),
        args: speaker.args(reason),
        text: speaker.text(reason),
        change: speaker.change(reason),
    }
}

fn free<'a>(shown: &Shown<'a>) -> Vec<FreeOut<'a>> {
    let ws = shown.ws;
    let one = |free: &crate::model::Free| FreeOut {
        channel: &ws.channel(free.channel).id.value,
        start: ws.channel(free.channel).zone.rfc3339(free.start),
        pillar: free.pillar.map(|ix| ws.pillar(ix).id.value.as_str()),
        score: free.score,
        reason: match free.cause {
            FreeCause::Cadence => "cadence",
            FreeCause::Series(_) => "series",
        },
        evergreen: free.comeback.map(|back| ws.post(back.post).id.name.as_str()),
    };
    shown.schedule.free.iter().map(one).collect()
}

fn mix<'a>(ws: &'a Workspace, item: &MixItem) -> MixOut<'a> {
    MixOut {
        pillars: item.pillars.iter().map(|ix| ws.pillar(*ix).id.value.as_str()).collect(),
        from: item.from.to_string(),
        to: item.to.to_string(),
        channel: item.channel.map(|ix| ws.channel(ix).id.value.as_str()),
        bound: match item.bound {
            Target::Target => "target",
            Target::AtLeast => "at_least",
            Target::AtMost => "at_most",
        },
        target: percent(item.tenths),
        planned: item.planned,
        published: item.published,
        of: item.of,
        judgement: judgement_key(item.judgement),
    }
}

/// Tenths of a percent as percent: whole where it is whole.
pub(in crate::render) fn percent(tenths: i64) -> Number {
    if tenths % 10 == 0 {
        return (tenths / 10).into();
    }
    let exact = i32::try_from(tenths).map_or(0.0, f64::from) / 10.0;
    Number::from_f64(exact).unwrap_or_else(|| (tenths / 10).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::render::plan::sample::{causes, museum};
    use serde_json::json;

    fn parsed(shown: &Shown<'_>) -> Value {
        let line = render(shown, vec![json!({"rule": "x"})]);
        assert_eq!(line.matches('\n').count(), 1);
        serde_json::from_str(&line).unwrap()
    }

    #[test]
    fn field_by_field() {
        let museum = museum();
        let plan = parsed(&museum.shown(Lang::Fr));
        assert_eq!(plan["format"], "edito-plan/1");
        assert_eq!(plan["calendar"], "Musée des Lumières");
        assert_eq!(plan["timezone"], "Europe/Paris");
        assert_eq!((&plan["from"], &plan["to"]), (&json!("2026-11-23"), &json!("2026-11-29")));
        assert_eq!(plan["status"], "optimal");
        assert_eq!((&plan["objective"], &plan["bound"]), (&json!(448_460), &json!(448_460)));
        assert_eq!(plan["gap"], json!(0.0));
        assert_eq!(
            plan["placements"][0],
            json!({
                "post": "enigme-ombre", "channel": "instagram",
                "start": "2026-11-23T09:00:00+01:00", "state": "suggested", "score": 75,
                "title": "Énigme\u{a0}: de qui est cette ombre\u{202f}?", "pillar": "jeu", "status": "review",
                "why": [{"code": "score", "args": {"score": 75, "best": 75, "origin": "windows"},
                    "text": "meilleur créneau possible sur instagram (score 75)"}],
            })
        );
        assert_eq!(plan["placements"][3]["why"][1]["delta"], 1500);
        assert_eq!(plan["unplaced"][0]["post"], "coffret-fetes");
        let full = &plan["unplaced"][0]["reasons"][0];
        assert_eq!(full["code"], "per-week");
        assert_eq!(
            full["args"],
            json!({"max": 1, "reserve": 20, "would_allow": "2026-11-24T10:00:00+01:00"})
        );
        assert!(full["change"].as_str().unwrap().contains("du mar. 24 nov. à 10 h s’ouvrirait"));
        assert_eq!(
            plan["free"][0],
            json!({"channel": "linkedin", "start": "2026-11-25T09:00:00+01:00",
                "pillar": "coulisses", "score": 90, "reason": "cadence"})
        );
        assert_eq!(plan["free"][1]["reason"], "series");
        assert_eq!(
            plan["mix"][0],
            json!({"pillars": ["coulisses"], "from": "2026-11-02", "to": "2026-11-29",
                "channel": null, "bound": "target", "target": 25, "planned": 1, "published": 1,
                "of": 14, "judgement": "too-few"})
        );
        assert_eq!(plan["findings"], json!([{"rule": "x"}]));
    }

    #[test]
    fn the_gap_follows_the_objective() {
        let mut museum = museum();
        museum.schedule.objective = 400;
        museum.schedule.bound = 500;
        let plan = parsed(&museum.shown(Lang::En));
        assert_eq!((&plan["status"], &plan["gap"]), (&json!("feasible"), &json!(0.25)));
        museum.schedule.objective = 0;
        assert_eq!(parsed(&museum.shown(Lang::En))["gap"], Value::Null);
        museum.schedule.bound = 0;
        assert_eq!(parsed(&museum.shown(Lang::En))["gap"], Value::Null);
    }

    #[test]
    fn every_cause_has_words_in_both_languages() {
        let museum = museum();
        let ix = museum.find("nocturne-novembre", "instagram");
        for cause in causes(&museum) {
            let reason = Reason::new(cause);
            let words = Lang::ALL.map(|lang| Speaker::new(&museum.ws, ix, lang).text(&reason));
            assert!(words.iter().all(|text| text.len() > 8), "{words:?}");
            assert_ne!(words[0], words[1]);
            let remedy = Lang::ALL.map(|lang| Speaker::new(&museum.ws, ix, lang).change(&reason));
            assert_eq!(remedy[0].is_some(), remedy[1].is_some());
        }
    }

    #[test]
    fn percents_keep_one_decimal() {
        assert_eq!(percent(250).to_string(), "25");
        assert_eq!(percent(333).to_string(), "33.3");
    }
}
