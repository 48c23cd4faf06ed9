//! No plan is worth more than what a certificate proves, whatever the calendar and the prices.

use super::harness::repository;
use super::random::{Dice, calendar};
use chrono::NaiveDate;
use edito::model::{LinkTo, PlacementIx, Schedule, Side, Workspace};
use edito::planner::{Effort, Request, Slots, plan};
use edito::source::Sources;
use edito::time::Instant;
use edito::verify::Keep;
use edito::verify::certificate::{Distance, Prices, Root, check};
use serde_json::{Value, json};

const MODES: [(Slots, Keep, &str); 3] = [
    (Slots::Consider, Keep::KeepSlots, "consider"),
    (Slots::Keep, Keep::Locked, "keep"),
    (Slots::Forget, Keep::Forget, "forget"),
];

fn day(d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, d).expect("a test fixture")
}

fn days() -> (NaiveDate, NaiveDate) {
    (day(19), day(25))
}

fn now() -> Instant {
    Instant::parse_rfc3339("2026-10-18T12:00:00+02:00").expect("a test fixture")
}

fn workspace(text: &str) -> Workspace {
    let mut sources = Sources::default();
    let loaded = edito::load::from_text(text, &repository(), &mut sources).expect("a test fixture");
    loaded.workspace.unwrap_or_else(|| panic!("{text}"))
}

fn planned(ws: &Workspace, slots: Slots) -> Schedule {
    let (from, to) = days();
    plan(ws, &Request { from, to, now: now(), slots, effort: Effort::Quick })
}

fn amount(dice: &mut Dice, below: usize) -> i64 {
    i64::try_from(dice.below(below)).expect("a small number")
}

fn name(ws: &Workspace, ix: PlacementIx) -> (String, String) {
    let placement = ws.placement(ix);
    (ws.post_of(placement).id.name.clone(), ws.channel(placement.channel).id.value.clone())
}

/// What prices of a calendar may speak of.
struct Market<'w> {
    ws: &'w Workspace,
    tasks: Vec<PlacementIx>,
    ties: Vec<(PlacementIx, PlacementIx, bool)>,
    /// Instants where plans put something, and others.
    instants: Vec<i64>,
    cells: usize,
    classes: Vec<i64>,
}

impl<'w> Market<'w> {
    fn new(ws: &'w Workspace, root: &Root<'_>, schedule: &Schedule) -> Self {
        let is_task = |ix: &PlacementIx| {
            let (post, channel) = name(ws, *ix);
            root.bound(&Prices { task: vec![(post, channel, 1)], ..Prices::default() }).is_ok()
        };
        let tasks: Vec<PlacementIx> = ws.each_placement().map(|p| p.0).filter(is_task).collect();
        let mut ties = Vec::new();
        for (own, post) in ws.each_post() {
            for link in &post.after {
                let LinkTo::Post(other) = link.to.value else { continue };
                let (a, b) = if link.side == Side::After { (other, own) } else { (own, other) };
                for a in ws.placement_ids(a).filter(|a| tasks.contains(a)) {
                    let seconds = ws.placement_ids(b).filter(|b| tasks.contains(b) && *b != a);
                    ties.extend(seconds.map(|b| (a, b, link.max.is_some())));
                }
            }
        }
        let monday = 1_792_360_800;
        let mut instants: Vec<i64> = (0..7 * 24).map(|hour| monday + hour * 3_600).collect();
        for placed in &schedule.placed {
            let at = placed.start.unix();
            instants.extend([at, at - 1_800, at - 2_640, at - 7_200]);
        }
        let fits = |cell: usize, class: i64| {
            let mix = vec![(cell, class, 1)];
            root.bound(&Prices { mix, ..Prices::default() }).is_ok()
        };
        let cells = (0..).take_while(|cell| fits(*cell, -1)).count();
        let classes = (-1..8).filter(|class| cells > 0 && fits(0, *class)).collect();
        Self { ws, tasks, ties, instants, cells, classes }
    }

    /// Changes one price.
    fn change(&self, dice: &mut Dice, prices: &mut Prices) {
        let price = [100, 2_000, 9_000, 30_000][dice.below(4)];
        let price = 1 + amount(dice, price);
        let at = |dice: &mut Dice| self.instants[dice.below(self.instants.len())];
        match dice.below(10) {
            0..3 if !self.tasks.is_empty() => {
                let (post, channel) = name(self.ws, self.tasks[dice.below(self.tasks.len())]);
                prices.task.push((post, channel, price));
            }
            3 => prices.spacing.push((at(dice), price)),
            4 if self.capacity() => prices.capacity.push((at(dice), price)),
            5 => prices.topic.push((format!("t{}", dice.below(2)), at(dice), price)),
            6 if !self.ties.is_empty() => {
                let (a, b, has_max) = self.ties[dice.below(self.ties.len())];
                let ((post_a, on_a), (post_b, on_b)) = (name(self.ws, a), name(self.ws, b));
                let max = has_max && dice.percent(50);
                let end = if max { Distance::Max } else { Distance::Min };
                let until = dice.percent(70).then(|| at(dice));
                prices.after.push((post_a, on_a, post_b, on_b, end, until, price));
            }
            7 if !self.ws.mix.quotas.is_empty() => {
                let first = ["2026-10-19", "2026-10-21", "2026-10-01", "2026-01-01"];
                let index = dice.below(self.ws.mix.quotas.len());
                prices.quota.push((index, (*dice.pick(&first)).to_owned(), price));
            }
            8.. if self.cells > 0 => {
                let class = self.classes[dice.below(self.classes.len())];
                let price = if dice.percent(50) { price } else { -price };
                prices.mix.push((dice.below(self.cells), class, price));
            }
            _ => {}
        }
    }

    fn capacity(&self) -> bool {
        self.ws.plan.presence.as_ref().is_some_and(|presence| presence.capacity.is_some())
    }

    /// One way to cut a node in two.
    fn split(&self, dice: &mut Dice) -> Option<Value> {
        let task = |dice: &mut Dice| {
            (!self.tasks.is_empty())
                .then(|| name(self.ws, self.tasks[dice.below(self.tasks.len())]))
        };
        match dice.below(3) {
            0 => task(dice).map(|(post, channel)| json!({ "placed": [post, channel] })),
            1 => task(dice).map(|(post, channel)| {
                let at = self.instants[dice.below(self.instants.len())];
                json!({ "before": [post, channel, at] })
            }),
            _ if self.cells == 0 => None,
            _ => {
                let class = self.classes[dice.below(self.classes.len())];
                let class = dice.percent(70).then_some(class);
                Some(json!({ "mix": [dice.below(self.cells), class, dice.below(4)] }))
            }
        }
    }
}

/// Better and better prices, each change kept when it lowers the bound; the bounds met on the way.
fn descended(market: &Market<'_>, root: &Root<'_>, dice: &mut Dice, steps: usize) -> (Prices, i64) {
    let mut best = Prices::default();
    let mut bound = root.bound(&best).expect("no prices, no fault");
    for _ in 0..steps {
        let mut prices = best.clone();
        for _ in 0..1 + dice.below(3) {
            market.change(dice, &mut prices);
        }
        let reached = root.bound(&prices).expect("prices of this calendar");
        if reached < bound {
            (best, bound) = (prices, reached);
        }
    }
    (best, bound)
}

#[test]
fn no_prices_bring_the_bound_below_a_plan() {
    let (mut near, mut seen) = (0, 0);
    for seed in 0..300 {
        let text = calendar(&mut Dice::new(seed));
        let ws = workspace(&text);
        let dice = &mut Dice::new(seed + 10_000);
        for (slots, keep, _) in MODES {
            let schedule = planned(&ws, slots);
            let root = Root::new(&ws, days(), now(), keep);
            let market = Market::new(&ws, &root, &schedule);
            let mut wild = Prices::default();
            for _ in 0..8 {
                market.change(dice, &mut wild);
                let bound = root.bound(&wild).expect("prices of this calendar");
                let objective = schedule.objective;
                assert!(bound >= objective, "seed {seed} {keep:?}: {bound} < {objective}\n{text}");
            }
            let (_, bound) = descended(&market, &root, dice, 60);
            let objective = schedule.objective;
            assert!(bound >= objective, "seed {seed} {keep:?}: {bound} < {objective}\n{text}");
            near += usize::from(bound - objective <= 5_000);
            seen += 1;
        }
    }
    // Far from every plan the test would say nothing.
    assert!(near * 4 > seen, "only {near} of {seen} bounds are near a plan");
}

/// A tree of random splits, its leaves and some nodes with prices.
fn tree(market: &Market<'_>, dice: &mut Dice, prices: &Prices, nodes: usize) -> Value {
    let mut list: Vec<Value> = Vec::new();
    let mut waiting: Vec<(Value, Value)> = vec![(Value::Null, Value::Null)];
    while let Some((parent, side)) = waiting.pop() {
        let split = if list.len() < nodes { market.split(dice) } else { None };
        let mut own = Vec::new();
        if split.is_none() || dice.percent(50) {
            own.push(written(prices));
            let mut others = prices.clone();
            market.change(dice, &mut others);
            own.push(written(&others));
        }
        let index = json!(list.len());
        if split.is_some() {
            waiting.push((index.clone(), json!("low")));
            waiting.push((index, json!("high")));
        }
        list.push(json!({ "parent": parent, "side": side, "prices": own, "split": split }));
    }
    Value::Array(list)
}

fn written(prices: &Prices) -> Value {
    let after: Vec<Value> = prices
        .after
        .iter()
        .map(|(a, on_a, b, on_b, end, until, price)| {
            let end = if *end == Distance::Min { "min" } else { "max" };
            json!([a, on_a, b, on_b, end, until, price])
        })
        .collect();
    json!({
        "task": prices.task, "spacing": prices.spacing, "capacity": prices.capacity,
        "topic": prices.topic, "after": after, "quota": prices.quota, "mix": prices.mix,
    })
}

fn certificate(mode: &str, bound: i64, nodes: &Value) -> Value {
    json!({
        "format": "edito-certificate/1", "calendar": "R", "from": "2026-10-19", "to": "2026-10-25",
        "slots": mode, "objective": bound, "bound": bound, "nodes": nodes,
    })
}

/// What every objective is a multiple of.
fn unit(ws: &Workspace) -> i64 {
    let (mut a, mut b) = (100, ws.plan.weights.mix);
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a
}

#[test]
fn no_tree_proves_less_than_a_plan() {
    let (mut tight, mut proven) = (0, 0);
    for seed in 0..300 {
        let text = calendar(&mut Dice::new(seed));
        let ws = workspace(&text);
        let dice = &mut Dice::new(seed + 20_000);
        let (slots, keep, mode) = MODES[dice.below(3)];
        let schedule = planned(&ws, slots);
        let root = Root::new(&ws, days(), now(), keep);
        let market = Market::new(&ws, &root, &schedule);
        let (prices, bound) = descended(&market, &root, dice, 40);
        for size in [0, 3, 12, 30] {
            let nodes = tree(&market, dice, &prices, size);
            let short = schedule.objective - unit(&ws);
            let text = certificate(mode, short, &nodes).to_string();
            let proof = check(&ws, days(), now(), &text);
            assert!(proof.is_err(), "seed {seed} {mode} {size}: {short} is not a bound\n{text}");
            // What its prices reach at the root, every tree proves.
            let whole = certificate(mode, bound, &json!([nodes[0].clone()])).to_string();
            if nodes[0]["split"].is_null() {
                let proof = check(&ws, days(), now(), &whole).expect("closed at the root");
                assert_eq!((proof.bound, proof.keep), (bound, keep));
                proven += 1;
            }
            let least = certificate(mode, schedule.objective, &nodes).to_string();
            tight += usize::from(check(&ws, days(), now(), &least).is_ok());
        }
    }
    // Some of them prove the best plan there is, so the least step further is a real trap.
    assert!(tight > 40 && proven > 200, "{tight} {proven}");
}
