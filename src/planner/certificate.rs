//! The proof of a bound, written down: `edito-certificate/1` (`docs/certificate.md`).
//!
//! It names posts, topics and instants, never indexes of this room: whoever checks it shares no
//! code with the search.

use super::Slots;
use super::bound::{CutKind, Prices};
use super::core::{Core, ix};
use super::problem::Problem;
use super::search::Outcome;
use super::search::ledger::{Record, Side, Tag};
use super::search::tree::Split;
use crate::time::Instant;
use serde_json::{Value, json};

/// The text of the certificate of an outcome.
pub(super) fn text(problem: &Problem<'_>, core: &Core, found: &Outcome, objective: i64) -> String {
    let scribe = Scribe { problem, core, instants: &found.instants };
    let slots = match problem.request.slots {
        Slots::Consider => "consider",
        Slots::Keep => "keep",
        Slots::Forget => "forget",
    };
    let nodes: Vec<Value> = found.ledger.records.iter().map(|record| scribe.node(record)).collect();
    let whole = json!({
        "format": "edito-certificate/1",
        "calendar": problem.ws.calendar.name,
        "from": problem.request.from.to_string(),
        "to": problem.request.to.to_string(),
        "slots": slots,
        "objective": objective,
        "bound": found.bound,
        "nodes": nodes,
    });
    format!("{whole}\n")
}

struct Scribe<'s, 'a> {
    problem: &'s Problem<'a>,
    core: &'s Core,
    instants: &'s [i64],
}

impl Scribe<'_, '_> {
    fn node(&self, record: &Record) -> Value {
        let side = record.parent.map(|(_, side)| match side {
            Side::Low => "low",
            Side::High => "high",
        });
        json!({
            "parent": record.parent.map(|(parent, _)| parent),
            "side": side,
            "prices": record.tags.iter().map(|tag| self.prices(tag)).collect::<Vec<Value>>(),
            "split": record.split.map(|split| self.split(split)),
        })
    }

    fn split(&self, split: Split) -> Value {
        match split {
            Split::Placed(task) => {
                let (post, channel) = self.name(task);
                json!({ "placed": [post, channel] })
            }
            Split::Before(task, position) => {
                let (post, channel) = self.name(task);
                json!({ "before": [post, channel, self.core.start(task, position)] })
            }
            Split::Class(at, most) => {
                let (cell, class) = self.class(at);
                json!({ "mix": [cell, class, most] })
            }
        }
    }

    fn prices(&self, Tag { prices, cuts }: &Tag) -> Value {
        let Prices { task, spacing, capacity, mix, cuts: cut_prices } = prices;
        let nonzero = |list: &[i64]| -> Vec<(usize, i64)> {
            list.iter().copied().enumerate().filter(|(_, price)| *price != 0).collect()
        };
        let mut out = serde_json::Map::new();
        let mut put = |name: &str, list: Vec<Value>| {
            if !list.is_empty() {
                out.insert(name.to_owned(), Value::Array(list));
            }
        };
        let named = |(task, price): (usize, i64)| {
            let (post, channel) = self.name(super::core::id(task));
            json!([post, channel, price])
        };
        put("task", nonzero(task).into_iter().map(named).collect());
        let at = |(i, price): (usize, i64)| json!([self.instants[i], price]);
        put("spacing", nonzero(spacing).into_iter().map(at).collect());
        put("capacity", nonzero(capacity).into_iter().map(at).collect());
        let counted = |(i, price): (usize, i64)| {
            let (cell, class) = self.class(i);
            json!([cell, class, price])
        };
        put("mix", nonzero(mix).into_iter().map(counted).collect());
        let (mut topic, mut after, mut quota) = (Vec::new(), Vec::new(), Vec::new());
        for (kind, price) in cuts.iter().zip(cut_prices).filter(|(_, price)| **price != 0) {
            match *kind {
                CutKind::Topic(number, t) => topic.push(json!([self.topic(number), t, price])),
                CutKind::Min(tie, t) => {
                    let t = (t != i64::MAX).then_some(t);
                    after.push(self.tie(tie, "min", t, *price));
                }
                CutKind::Max(tie, t) => after.push(self.tie(tie, "max", Some(t), *price)),
                CutKind::Quota(number, period) => {
                    quota.push(json!([number, self.day(number, period), price]));
                }
            }
        }
        put("topic", topic);
        put("after", after);
        put("quota", quota);
        Value::Object(out)
    }

    fn name(&self, task: u32) -> (&str, &str) {
        let ws = self.problem.ws;
        let placement = self.problem.of(ix(task));
        (&ws.post_of(placement).id.name, &ws.channel(placement.channel).id.value)
    }

    fn topic(&self, number: u32) -> &str {
        let task = self.core.topics[ix(number)].first();
        let post = task.map(|task| self.problem.post(self.problem.tasks[ix(*task)].placement));
        post.and_then(|post| post.topic.as_ref()).map_or("", |topic| topic.value.as_str())
    }

    fn tie(&self, number: u32, end: &str, t: Option<i64>, price: i64) -> Value {
        let tie = self.core.ties[ix(number)];
        let ((a, on_a), (b, on_b)) = (self.name(tie.a), self.name(tie.b));
        json!([a, on_a, b, on_b, end, t, price])
    }

    /// The cell and the share, or -1, of a class.
    fn class(&self, at: usize) -> (usize, i64) {
        let classes = self.core.mix.classes_each();
        let share = self.core.mix.classes.get(at % classes);
        (at / classes, share.map_or(-1, |share| i64::from(*share)))
    }

    /// The first day of a quota's period.
    fn day(&self, quota: u32, period: u32) -> String {
        let from = self.core.quotas[ix(quota)].from[ix(period)];
        let ws = self.problem.ws;
        let day = ws.calendar.zone.local(Instant::from_unix(from)).date();
        super::state::first_day(ws.mix.quotas[ix(quota)].per, day).to_string()
    }
}
