//! Certificates written by hand for a calendar with one post and two slots, worth 27,000 and 18,000;
//! and what becomes of those that somebody bent.

use super::*;
use crate::lang::Lang;
use serde_json::{Value, json};

const CALENDAR: &str = r#"[calendar]
name = "Small"
timezone = "Etc/UTC"
[plan]
weights = { mix = 60, cadence = 0, move = 40, alternate = 0 }
[channels.x]
network = "custom"
windows = [{ days = "tue", at = "09:00", score = 90 }, { days = "thu", at = "09:00", score = 60 }]
[[post]]
id = "a"
title = "A"
status = "planned"
date = "2026-W48"
"#;

/// Pillars for the post, so that a cell of the mix counts it: half of the week is wanted.
const MIX: &str = "pillar = \"p\"\n[mix]\nwindow = \"week\"\n[mix.pillars.p]\n[mix.pillars.q]\n\
    [[mix.share]]\npillars = [\"q\"]\nat_most = 50\n[[mix.share]]\npillars = [\"p\"]\ntarget = 50\n";

/// Wednesday at midnight.
const WEDNESDAY: i64 = 1_795_564_800;

fn workspace(text: &str) -> Workspace {
    let mut sources = crate::source::Sources::default();
    let loaded = crate::load::from_text(text, std::path::Path::new("."), &mut sources).unwrap();
    let errors: Vec<&str> = loaded.findings.iter().map(|f| f.message.get(Lang::En)).collect();
    loaded.workspace.unwrap_or_else(|| panic!("{errors:?}"))
}

fn days() -> (NaiveDate, NaiveDate) {
    ("2026-11-23".parse().unwrap(), "2026-11-29".parse().unwrap())
}

fn now() -> Instant {
    Instant::parse_rfc3339("2026-11-01T00:00:00Z").unwrap()
}

fn certificate(bound: i64, nodes: &[Value]) -> Value {
    json!({
        "format": "edito-certificate/1", "calendar": "Small", "from": "2026-11-23",
        "to": "2026-11-29", "slots": "consider", "objective": bound, "bound": bound, "nodes": nodes,
    })
}

fn root(prices: &Value, split: &Value) -> Value {
    json!({ "parent": null, "side": null, "prices": [prices], "split": split })
}

fn leaf(parent: usize, side: &str, prices: &Value) -> Value {
    json!({ "parent": parent, "side": side, "prices": [prices], "split": null })
}

fn task(price: i64) -> Value {
    json!({ "task": [["a", "x", price]] })
}

fn proves(calendar: &str, bound: i64, nodes: &[Value]) -> Result<i64, Vec<CertificateFault>> {
    let ws = workspace(calendar);
    check(&ws, days(), now(), &certificate(bound, nodes).to_string()).map(|proof| proof.bound)
}

fn node(node: usize, fault: NodeFault) -> Result<i64, Vec<CertificateFault>> {
    Err(vec![CertificateFault::Node { node, fault }])
}

/// Proven at this bound, and at no lower one: what the same nodes leave open is told by number.
fn proves_exactly(calendar: &str, bound: i64, unit: i64, nodes: &[Value], open: (usize, i64)) {
    assert_eq!(proves(calendar, bound, nodes), Ok(bound));
    let lower = proves(calendar, bound - unit, nodes);
    assert_eq!(lower, node(open.0, NodeFault::Open(Some(open.1))));
}

#[test]
fn without_prices_a_post_goes_out_twice() {
    let nodes = [root(&json!({}), &Value::Null)];
    proves_exactly(CALENDAR, 45_000, 20, &nodes, (0, 45_000));
}

#[test]
fn a_price_on_the_post_proves_the_best_plan() {
    let nodes = [root(&task(18_000), &Value::Null)];
    proves_exactly(CALENDAR, 27_000, 20, &nodes, (0, 27_000));
    // One step of prices may close what filters of the step before left: Thursday goes first.
    let prices = [task(20_000), json!({})];
    let two = [json!({ "parent": null, "side": null, "prices": prices, "split": null })];
    assert_eq!(proves(CALENDAR, 27_000, &two), Ok(27_000));
}

#[test]
fn placed_or_not() {
    let split = json!({ "placed": ["a", "x"] });
    let high = leaf(0, "high", &task(18_000));
    let nodes = [root(&json!({}), &split), leaf(0, "low", &json!({})), high];
    proves_exactly(CALENDAR, 27_000, 20, &nodes, (2, 27_000));
    // A post that must be there may be paid for being there, and one that need not may not.
    let paid = |side| {
        let other = leaf(0, if side == "low" { "high" } else { "low" }, &task(18_000));
        [root(&json!({}), &split), leaf(0, side, &task(-5_000)), other]
    };
    assert_eq!(proves(CALENDAR, 50_000, &paid("high")), Ok(50_000));
    let low = node(1, NodeFault::Negative("task"));
    assert_eq!(proves(CALENDAR, 40_000, &paid("low")), low);
}

#[test]
fn early_or_late() {
    let split = json!({ "before": ["a", "x", WEDNESDAY] });
    let leaves = [leaf(0, "low", &json!({})), leaf(0, "high", &json!({}))];
    let nodes = [vec![root(&json!({}), &split)], leaves.to_vec()].concat();
    proves_exactly(CALENDAR, 27_000, 20, &nodes, (1, 27_000));
    let at = |start| {
        let split = json!({ "before": ["a", "x", start] });
        proves(CALENDAR, 27_000, &[vec![root(&json!({}), &split)], leaves.to_vec()].concat())
    };
    // Cut elsewhere, one side keeps both slots.
    assert_eq!(at(WEDNESDAY - 5 * 86_400), node(2, NodeFault::Open(Some(45_000))));
    assert_eq!(at(i64::MAX), node(1, NodeFault::Open(Some(45_000))));
}

#[test]
fn few_or_many_of_the_mix() {
    let calendar = [CALENDAR, MIX].concat();
    // One of one is 50 percent-posts from a half: 60 · 50 = 3,000 less than 27,000.
    for (class, split) in [(1, json!(1)), (1, Value::Null)] {
        let split = json!({ "mix": [0, split, 0] });
        let none = leaf(0, "low", &json!({ "mix": [[0, class, -30_000]] }));
        let one = leaf(0, "high", &json!({ "mix": [[0, class, -18_000]] }));
        let nodes = [root(&json!({}), &split), none, one];
        proves_exactly(&calendar, 24_000, 20, &nodes, (2, 24_000));
    }
    let faulty = |cell: usize, class: i64| {
        let nodes = [root(&json!({ "mix": [[cell, class, 1]] }), &Value::Null)];
        proves(&calendar, 50_000, &nodes)
    };
    assert_eq!(faulty(0, 0), Ok(50_000));
    assert_eq!(faulty(0, -1), Ok(50_000));
    assert_eq!(faulty(1, 0), node(0, NodeFault::Cell(1)));
    assert_eq!(faulty(usize::MAX / 4, 0), node(0, NodeFault::Cell(usize::MAX / 4)));
    assert_eq!(faulty(0, 2), node(0, NodeFault::Class(2)));
    assert_eq!(faulty(0, -2), node(0, NodeFault::Class(-2)));
}

#[test]
fn a_tree_covers_everything_or_nothing() {
    let split = json!({ "placed": ["a", "x"] });
    let (top, low, high) =
        (root(&json!({}), &split), leaf(0, "low", &json!({})), leaf(0, "high", &task(18_000)));
    let proves = |nodes: &[&Value]| {
        let nodes: Vec<Value> = nodes.iter().map(|node| (*node).clone()).collect();
        proves(CALENDAR, 27_000, &nodes)
    };
    assert_eq!(proves(&[&top, &low, &high]), Ok(27_000));
    assert_eq!(proves(&[&top, &low]), node(0, NodeFault::Missing(Branch::High)));
    assert_eq!(proves(&[&top, &high]), node(0, NodeFault::Missing(Branch::Low)));
    assert_eq!(proves(&[&top, &low, &low]), node(2, NodeFault::Twice(Branch::Low)));
    assert_eq!(proves(&[&top, &low, &high, &top]), node(3, NodeFault::Parent));
    assert_eq!(proves(&[]), Err(vec![CertificateFault::NoRoot]));
    assert_eq!(proves(&[&low]), node(0, NodeFault::Parent));
    let unsplit = root(&json!({}), &Value::Null);
    assert_eq!(proves(&[&unsplit]), node(0, NodeFault::Open(Some(45_000))));
    assert_eq!(proves(&[&unsplit, &low]), node(1, NodeFault::Parent));
    let bare = json!({ "parent": null, "side": null, "prices": [], "split": null });
    assert_eq!(proves(&[&bare]), node(0, NodeFault::Open(None)));
    let sided = json!({ "parent": 0, "side": null, "prices": [{}], "split": null });
    assert_eq!(proves(&[&top, &low, &sided]), node(2, NodeFault::Side));
    let itself = json!({ "parent": 1, "side": "low", "prices": [{}], "split": split });
    assert_eq!(proves(&[&top, &itself, &high]), node(1, NodeFault::Parent));
}

#[test]
fn names_that_the_calendar_does_not_have() {
    let fixed = "[[post]]\nid = \"f\"\ntitle = \"F\"\nat = 2026-11-25T10:00:00\n";
    let calendar = [CALENDAR, fixed].concat();
    let with = |prices: Value| proves(&calendar, 100_000, &[root(&prices, &Value::Null)]);
    let no_task = || node(0, NodeFault::NoTask { post: "f".to_owned(), channel: "x".to_owned() });
    assert_eq!(with(json!({ "task": [["f", "x", 1]] })), no_task());
    assert_eq!(with(json!({ "after": [["f", "x", "a", "x", "min", null, 1]] })), no_task());
    let unknown = NodeFault::Unknown { post: "f".to_owned(), channel: "y".to_owned() };
    assert_eq!(with(json!({ "task": [["f", "y", 1]] })), node(0, unknown));
    let untied = NodeFault::Untied { before: "a@x".to_owned(), after: "a@x".to_owned() };
    assert_eq!(with(json!({ "after": [["a", "x", "a", "x", "min", null, 1]] })), node(0, untied));
    assert_eq!(with(json!({ "capacity": [[0, 1]] })), node(0, NodeFault::Capacity));
    assert_eq!(with(json!({ "quota": [[0, "2026-11-23", 1]] })), node(0, NodeFault::Quota(0)));
    assert_eq!(with(json!({ "spacing": [[0, -1]] })), node(0, NodeFault::Negative("spacing")));
    // Prices of what nothing is there for only raise the bound.
    let idle =
        json!({ "spacing": [[i64::MIN, 1_000], [i64::MAX, 1_000]], "topic": [["t", i64::MAX, 1]] });
    assert!(with(idle).is_ok());
    let split = json!({ "placed": ["f", "x"] });
    let both = [leaf(0, "low", &json!({})), leaf(0, "high", &json!({}))];
    let split = [vec![root(&json!({}), &split)], both.to_vec()].concat();
    let faults = proves(&calendar, 1_000, &split).unwrap_err();
    assert_eq!(faults.len(), 2, "{faults:?}");
}

#[test]
fn another_calendar_and_other_days() {
    let ws = workspace(CALENDAR);
    let text = certificate(45_000, &[root(&json!({}), &Value::Null)]).to_string();
    let (from, to) = days();
    let later = (from, to.succ_opt().unwrap());
    let faults = check(&ws, later, now(), &text).unwrap_err();
    assert_eq!(faults, [CertificateFault::Days { theirs: (from, to), ours: later }]);
    let other = text.replace("Small", "Great");
    let faults = check(&ws, (from, to), now(), &other).unwrap_err();
    assert!(matches!(faults[..], [CertificateFault::Calendar { .. }]));
    let twice = format!("{text}{text}");
    let count = CertificateFault::Count { certificates: 2, plans: 1 };
    assert_eq!(check(&ws, (from, to), now(), &twice), Err(vec![count]));
    // What is over cannot be taken any more, and the same prices prove less.
    let wednesday = Instant::from_unix(WEDNESDAY);
    let less = text.replace("45000", "18000");
    assert!(check(&ws, (from, to), wednesday, &less).is_ok());
    assert!(check(&ws, (from, to), now(), &less).is_err());
}

#[test]
fn slots_chosen_before_count_as_the_certificate_says() {
    let calendar = [CALENDAR, "[post.on.x]\nslot = 2026-11-26T09:00:00\n"].concat();
    let nodes = [root(&task(18_000), &Value::Null)];
    let proves = |mode: &str, bound: i64| {
        let text = certificate(bound, &nodes).to_string().replace("consider", mode);
        check(&workspace(&calendar), days(), now(), &text).map(|proof| proof.keep)
    };
    // Thursday saves the move, 4,000, and Tuesday is still worth more.
    assert_eq!(proves("consider", 27_000), Ok(Keep::KeepSlots));
    assert!(proves("consider", 26_980).is_err());
    assert_eq!(proves("forget", 27_000), Ok(Keep::Forget));
    // Locked, it is no task at all.
    let no_task = NodeFault::NoTask { post: "a".to_owned(), channel: "x".to_owned() };
    assert_eq!(
        proves("keep", 27_000),
        Err(vec![CertificateFault::Node { node: 0, fault: no_task }])
    );
}

#[test]
fn numbers_that_are_too_large_are_told() {
    let with = |price: i64, times: usize| {
        let all = vec![json!([0, price]); times];
        let prices = json!({ "spacing": all, "mix": [] });
        proves(CALENDAR, 45_000, &[root(&prices, &Value::Null)])
    };
    assert_eq!(with(i64::MAX, 1), node(0, NodeFault::Number));
    assert_eq!(with(1_000_000_000_000_001, 1), node(0, NodeFault::Number));
    assert!(matches!(with(1_000_000_000_000_000, 100), Err(faults) if faults.len() == 1));
    let here =
        json!({ "spacing": vec![json!([1_795_510_800, 1_000_000_000_000_000_i64]); 20_000] });
    assert_eq!(proves(CALENDAR, 45_000, &[root(&here, &Value::Null)]), node(0, NodeFault::Number));
}

#[test]
fn a_deep_tree_is_walked() {
    let split = json!({ "before": ["a", "x", 0] });
    let mut nodes = vec![root(&json!({}), &split)];
    for depth in 0..20_000 {
        let parent = if depth == 0 { 0 } else { 2 * depth };
        nodes.push(leaf(parent, "low", &json!({})));
        let mut on = leaf(parent, "high", &json!({}));
        if depth < 19_999 {
            on["split"] = split.clone();
        }
        nodes.push(on);
    }
    assert_eq!(proves(CALENDAR, 45_000, &nodes), Ok(45_000));
    let last = node(40_000, NodeFault::Open(Some(45_000)));
    assert_eq!(proves(CALENDAR, 44_980, &nodes), last);
}

#[test]
fn prices_of_every_rule_hold() {
    let calendar = r#"[calendar]
name = "Small"
timezone = "Etc/UTC"
[plan]
grid = "1h"
spacing = "2h"
topic_gap = "1d"
presence = { after = "3h", by = "nobody", capacity = 1 }
hours = { from = "09:00", to = "11:00" }
weights = { mix = 0, cadence = 0, move = 0, alternate = 0 }
[channels.x]
network = "custom"
windows = [{ days = "tue", from = "09:00", to = "11:00", score = 50 }]
[channels.y]
network = "custom"
windows = [{ days = "tue", from = "09:00", to = "11:00", score = 40 }]
[mix.pillars.p]
[[mix.quota]]
pillars = ["p"]
at_most = 1
per = "week"
[[post]]
id = "a"
title = "A"
channels = ["x"]
pillar = "p"
topic = "t"
status = "planned"
date = "2026-W48"
[[post]]
id = "b"
title = "B"
channels = ["y"]
pillar = "p"
topic = "t"
status = "planned"
date = "2026-W48"
after = [{ post = "a", min = "1d", max = "2d" }]
"#;
    // Each alone: 15,000 and 12,000. No slot of b is a day after one of a: b is out at once.
    let bound = |calendar: &str, prices: Value| {
        let ws = workspace(calendar);
        let prices: Prices = serde_json::from_value(prices).unwrap();
        Root::new(&ws, days(), now(), Keep::KeepSlots).bound(&prices).unwrap()
    };
    assert_eq!(bound(calendar, json!({})), 15_000);
    let untied = calendar.replace("after = [{ post = \"a\", min = \"1d\", max = \"2d\" }]", "");
    assert_eq!(bound(&untied, json!({})), 27_000);
    // 09:00 on Tuesday; every stretch holds both starts, and one price on it keeps one of two.
    let nine = 1_795_510_800;
    for prices in [
        json!({ "spacing": [[nine, 12_000]] }),
        json!({ "capacity": [[nine, 12_000]] }),
        json!({ "topic": [["t", nine, 12_000]] }),
        json!({ "topic": [["t", nine - 3_600, 5_000], ["t", nine, 7_000]] }),
        json!({ "quota": [[0, "2026-11-23", 12_000]] }),
    ] {
        assert_eq!(bound(&untied, prices.clone()), 15_000, "{prices}");
    }
    // Beside both, or for nobody, it only adds.
    assert_eq!(bound(&untied, json!({ "spacing": [[nine + 7_200, 12_000]] })), 39_000);
    assert_eq!(bound(&untied, json!({ "quota": [[0, "2026-11-16", 12_000]] })), 39_000);
    // b at the same time as a, or an hour later, not an hour before.
    let tied = calendar.replace("min = \"1d\", max = \"2d\"", "max = \"30min\"");
    assert_eq!(bound(&tied, json!({})), 27_000);
    // b at 09:00 needs a at 09:00: paid for there, a may not be at 10:00.
    let price = |end: &str, at: i64| json!({ "after": [["a", "x", "b", "y", end, at, 1_000]] });
    assert_eq!(bound(&tied, price("min", nine)), 28_000);
    assert_eq!(bound(&tied, price("max", nine + 3_600)), 28_000);
    assert_eq!(bound(&tied, price("min", nine - 1)), 27_000);
    assert_eq!(
        bound(&tied, json!({ "after": [["a", "x", "b", "y", "min", null, 1_000]] })),
        27_000
    );
}

#[test]
fn a_post_may_count_elsewhere_than_where_it_is_fixed() {
    let calendar = r#"[calendar]
name = "Small"
timezone = "Etc/UTC"
[plan]
weights = { mix = 60, cadence = 0, move = 0, alternate = 0 }
[channels.x]
network = "custom"
windows = [{ days = "daily", at = "09:00", score = 10 }]
[channels.y]
network = "custom"
windows = [{ days = "tue", at = "09:00", score = 90 }]
[mix]
window = "week"
scope = "channel"
count = "posts"
[mix.pillars.p]
[mix.pillars.q]
[[mix.share]]
pillars = ["p"]
at_most = 50
[[post]]
id = "a"
title = "A"
pillar = "p"
status = "planned"
channels = ["x", "y"]
date = "2026-W48"
[post.on.x]
at = 2026-11-25T09:00:00
[[post]]
id = "b"
title = "B"
pillar = "q"
channels = ["y"]
at = 2026-11-27T09:00:00
"#;
    let ws = workspace(calendar);
    let (from, to) = days();
    let value = |starts: &[(crate::model::PlacementIx, Instant)]| {
        let keep = Keep::KeepSlots;
        let verdict = crate::verify::verify(
            &ws,
            &crate::verify::Assignment { from, to, now: now(), keep, starts },
        );
        assert!(verdict.is_sound());
        verdict.objective
    };
    // Locked scores: 3,000 for a on x; b is outside every window. One of one is 50 too many.
    assert_eq!(value(&[]), 3_000 - 60 * 50);
    let tuesday = Instant::from_unix(1_795_510_800);
    let (ix, _) = ws.each_placement().find(|(_, p)| p.locked().is_none()).unwrap();
    // On y from Tuesday on, a counts there, one of two, and no more on x.
    assert_eq!(value(&[(ix, tuesday)]), 30_000);
    let root = Root::new(&ws, (from, to), now(), Keep::KeepSlots);
    assert_eq!(root.bound(&Prices::default()), Ok(30_000));
    // Fixed before every slot of the other, it counts where it is.
    let first = calendar.replace("2026-11-25T09", "2026-11-23T09");
    let ws = workspace(&first);
    let root = Root::new(&ws, (from, to), now(), Keep::KeepSlots);
    assert_eq!(root.bound(&Prices::default()), Ok(27_000));
}

#[test]
fn distances_of_links_are_priced_at_their_ends() {
    let calendar = r#"[calendar]
name = "Small"
timezone = "Etc/UTC"
[plan]
weights = { mix = 0, cadence = 0, move = 0, alternate = 0 }
[channels.x]
network = "custom"
windows = [{ days = "daily", at = "09:00", score = 50 }]
[channels.y]
network = "custom"
windows = [{ days = "daily", at = "09:00", score = 50 }]
[[post]]
id = "a"
title = "A"
status = "planned"
channels = ["x"]
date = "2026-11-23/2026-11-24"
[[post]]
id = "b"
title = "B"
status = "planned"
channels = ["y"]
date = DATE
after = [{ post = "a", LINK }]
"#;
    let bound = |date: &str, link: &str, end: &str, at: &str| {
        let ws = workspace(&calendar.replace("DATE", date).replace("LINK", link));
        let at = Instant::parse_rfc3339(at).unwrap().unix();
        let task = json!([["a", "x", 15_000]]);
        let prices = json!({ "task": task, "after": [["a", "x", "b", "y", end, at, 5_000]] });
        let prices: Prices = serde_json::from_value(prices).unwrap();
        Root::new(&ws, days(), now(), Keep::KeepSlots).bound(&prices).unwrap()
    };
    let (tuesday, wednesday) = ("2026-11-24T09:00:00Z", "2026-11-25T09:00:00Z");
    // b pays on Tuesday; a is paid on Monday, a day before, and not on Tuesday.
    assert_eq!(bound("2026-11-24", "min = \"1d\"", "min", tuesday), 30_000);
    // A second earlier b pays nothing, nor is a paid.
    assert_eq!(bound("2026-11-24", "min = \"1d\"", "min", "2026-11-24T08:59:59Z"), 30_000);
    // A day later both days of a are early enough.
    assert_eq!(bound("2026-11-24", "min = \"1d\"", "min", wednesday), 35_000);
    // b pays on Wednesday; a is paid on Tuesday, a day before, and not on Monday.
    assert_eq!(bound("2026-11-25", "max = \"1d\"", "max", wednesday), 30_000);
    assert_eq!(bound("2026-11-25", "max = \"2d\"", "max", wednesday), 35_000);
}
