//! Slots that were chosen before: a plan keeps them, and says what it changes.

#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

use super::harness::{Run, Said};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write;

/// One channel, a post a day, each day with a score of its own.
const HEAD: &str = r#"[calendar]
name = "Atelier"
timezone = "Europe/Paris"
lang = "en"

[channels.linkedin]
network = "linkedin"
cadence = { per_day = 1, per_week = { max = 6 } }
windows = [
  { days = "mon", from = "09:00", to = "10:00", score = 60 },
  { days = "tue", from = "09:00", to = "10:00", score = 90 },
  { days = "wed", from = "09:00", to = "10:00", score = 80 },
  { days = "thu", from = "09:00", to = "10:00", score = 75 },
  { days = "fri", from = "09:00", to = "10:00", score = 70 },
  { days = "sat", from = "09:00", to = "10:00", score = 65 },
]
"#;

/// A post of week 48, with a priority and perhaps the slot chosen before.
struct Wanted {
    id: &'static str,
    priority: u8,
    slot: Option<String>,
    more: &'static str,
}

const fn wanted(id: &'static str, priority: u8) -> Wanted {
    Wanted { id, priority, slot: None, more: "" }
}

fn calendar(posts: &[Wanted]) -> String {
    let mut text = HEAD.to_owned();
    for Wanted { id, priority, slot, more } in posts {
        let date = if more.contains("date") { "" } else { "date = \"2026-W48\"\n" };
        write!(
            text,
            "\n[[post]]\nid = \"{id}\"\ntitle = \"{id}\"\nchannels = [\"linkedin\"]\n\
             {date}priority = {priority}\n{more}"
        )
        .expect("a text");
        if let Some(slot) = slot {
            write!(text, "[post.on.linkedin]\nslot = {slot}\n").expect("a text");
        }
    }
    text
}

fn run(text: &str, args: &[&str]) -> Said {
    let folder = tempfile::tempdir().expect("a test fixture");
    std::fs::write(folder.path().join("calendar.toml"), text).expect("a test fixture");
    let said = Run::new(&[&["plan"], args].concat()).at(folder.path()).go();
    assert_eq!((said.code, said.stderr.as_str()), (0, ""), "{said:?}\n{text}");
    said
}

/// The plan as JSON.
fn plan(posts: &[Wanted], args: &[&str]) -> Value {
    let said = run(&calendar(posts), &[&["--format", "json"], args].concat());
    let value = serde_json::from_str(&said.stdout).expect("a plan is JSON");
    super::shape::plan(&value);
    value
}

/// The start of each post.
fn starts(plan: &Value) -> BTreeMap<String, String> {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let placed = plan["placements"].as_array().expect("a list");
    placed.iter().map(|p| (text(&p["post"]), text(&p["start"]))).collect()
}

/// `(kind, post)` of every change.
fn changes(plan: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let all = plan["changes"].as_array().expect("slots were chosen before");
    all.iter().map(|change| (text(&change["kind"]), text(&change["post"]))).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

/// Five posts in the slots that a plan gave them.
fn written() -> Vec<Wanted> {
    let mut posts: Vec<Wanted> = ["a", "b", "c", "d", "e"].map(|id| wanted(id, 3)).into();
    let first = plan(&posts, &[]);
    assert_eq!(first.get("changes"), None, "no slot was chosen before");
    let starts = starts(&first);
    for post in &mut posts {
        post.slot = Some(starts[post.id].clone());
    }
    posts
}

#[test]
fn one_more_post_does_not_reshuffle_the_week() {
    let mut posts = written();
    let before = plan(&posts, &[]);
    assert_eq!(changes(&before), []);
    // Worth more than all others: chosen afresh, it would take the best day.
    posts.push(wanted("new", 4));
    let after = plan(&posts, &[]);
    assert_eq!(changes(&after), pairs(&[("added", "new")]));
    let (old, new) = (starts(&before), starts(&after));
    assert!(old.iter().all(|(post, start)| new[post] == *start), "{old:?} {new:?}");
    assert!(new["new"].starts_with("2026-11-23T09"), "what was left: {new:?}");
    let afresh = plan(&posts, &["--replan"]);
    assert!(starts(&afresh)["new"].starts_with("2026-11-24T09"), "{afresh}");
    assert!(changes(&afresh).iter().any(|(kind, _)| kind == "moved"), "{afresh}");
}

#[test]
fn a_move_is_told_with_the_rule_that_closed_the_old_slot() {
    let mut posts = written();
    let closed = posts
        .iter_mut()
        .find(|post| post.slot.as_ref().is_some_and(|slot| slot.starts_with("2026-11-25")));
    let closed = closed.expect("a post goes out on Wednesday");
    closed.more = "window = { to = 2026-11-24T20:00:00 }\n";
    let id = closed.id;
    let after = plan(&posts, &[]);
    let moved: Vec<&Value> = after["changes"].as_array().expect("a list").iter().collect();
    let own = moved.iter().find(|change| change["post"] == id).expect("it moved");
    assert_eq!(own["kind"], "moved");
    assert_eq!(own["reasons"][0]["code"], "date", "{own}");
    let said = run(&calendar(&posts), &[]).stdout;
    assert!(said.contains("What changes"), "{said}");
    assert!(said.contains("from Wed 25 Nov at 09:00 to "), "{said}");
    let said = run(&calendar(&posts), &["--lang", "fr", "--format", "markdown"]).stdout;
    assert!(said.contains("## Ce qui change") && said.contains("du mer. 25 nov. à 9 h"), "{said}");
}

#[test]
fn a_slot_that_is_lost_is_told_with_its_reason() {
    let mut posts = written();
    posts[0].more = "date = \"2026-11-28/2026-11-29\"\nwindow = { from = 2026-11-29T08:00:00 }\n";
    let gone = plan(&posts, &[]);
    let id = posts[0].id;
    let lost = |plan: &Value| {
        let all = plan["changes"].as_array().expect("a list").clone();
        all.into_iter().find(|change| change["kind"] == "removed").expect("one is lost")
    };
    let own = lost(&gone);
    assert_eq!((&own["post"], &own["to"]), (&id.into(), &Value::Null));
    assert_eq!(own["reasons"][0]["code"], "date", "{own}");
    // The slot it leaves is so good that another one moves there, for its score.
    assert_eq!(gone["changes"][0]["reasons"][0]["code"], "score", "{gone}");
    let said = run(&calendar(&posts), &[]).stdout;
    assert!(said.contains("a better slot: score 90 rather than 6"), "{said}");
    // Its date is in another week now: it is not asked for here.
    posts[0].more = "date = \"2026-W50\"\n";
    let away = plan(&posts, &["--week", "2026-W48"]);
    assert_eq!(lost(&away)["reasons"][0]["args"]["beyond"], "outside");
}
