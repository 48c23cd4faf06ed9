//! Each rule with a plan that breaks it and one that does not, each term of the objective against
//! numbers worked out by hand, and two frozen plans judged by another program.

mod caps;
mod links;
mod objective;
mod outside;
mod pairs;
mod shares;
mod slots;
mod words;

use super::*;
use crate::lang::Lang;
use crate::load::from_text;
use crate::source::Sources;
use std::path::Path;

/// A calendar on UTC whose objective is 0 unless a test says otherwise: scores apart, no weights.
fn calendar(body: &str) -> Workspace {
    let head = "[calendar]\nname = \"Test\"\ntimezone = \"Etc/UTC\"\n";
    read(&format!("{body}\n{head}"), Path::new("."))
}

fn read(text: &str, folder: &Path) -> Workspace {
    let mut sources = Sources::default();
    let loaded = from_text(text, folder, &mut sources).unwrap();
    let errors: Vec<&str> =
        loaded.findings.iter().map(|finding| finding.message.get(Lang::En)).collect();
    loaded.workspace.unwrap_or_else(|| panic!("{errors:?}"))
}

const FREE: &str = "[plan]\nhours = { from = \"00:00\", to = \"24:00\" }\n\
    weights = { mix = 0, cadence = 0, move = 0, alternate = 0 }\n";
const X: &str = "[channels.x]\nnetwork = \"custom\"\n";
const XY: &str = "[channels.x]\nnetwork = \"custom\"\n[channels.y]\nnetwork = \"custom\"\n";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> Instant {
    let text = if text.len() == 16 { format!("{text}:00Z") } else { text.to_owned() };
    Instant::parse_rfc3339(&text).unwrap()
}

fn find(ws: &Workspace, name: &str) -> PlacementIx {
    let (post, channel) = name.split_once('@').unwrap();
    let mut each = ws.each_placement();
    let found = each.find(|(_, placement)| {
        ws.post_of(placement).id.name == post && ws.channel(placement.channel).id.value == channel
    });
    found.unwrap().0
}

/// The week of Monday 23 November 2026, seen from long before.
fn week(ws: &Workspace, keep: Keep, starts: &[(&str, &str)]) -> Verdict {
    over(ws, ("2026-11-23", "2026-11-29"), keep, starts)
}

fn over(ws: &Workspace, days: (&str, &str), keep: Keep, starts: &[(&str, &str)]) -> Verdict {
    let starts: Vec<_> = starts.iter().map(|(name, start)| (find(ws, name), at(start))).collect();
    let plan = Assignment {
        from: day(days.0),
        to: day(days.1),
        now: at("2026-01-01T00:00"),
        keep,
        starts: &starts,
    };
    let verdict = verify(ws, &plan);
    for breach in &verdict.breaches {
        for lang in Lang::ALL {
            assert!(!breach.text(ws).get(lang).is_empty(), "{breach:?}");
        }
    }
    verdict
}

fn codes(ws: &Workspace, starts: &[(&str, &str)]) -> Vec<&'static str> {
    let verdict = week(ws, Keep::KeepSlots, starts);
    verdict.breaches.iter().map(Breach::code).collect()
}

fn post(id: &str, more: &str) -> String {
    format!("[[post]]\nid = \"{id}\"\ntitle = \"{id}\"\nstatus = \"planned\"\n{more}\n")
}

/// A post on x that asks for the whole week.
fn weekly(id: &str, more: &str) -> String {
    post(id, &format!("channels = [\"x\"]\ndate = \"2026-W48\"\n{more}"))
}
