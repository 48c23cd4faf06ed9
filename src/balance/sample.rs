//! Small calendars for the tests of this room.

use super::{Sheet, sheets};
use crate::model::Workspace;
use crate::source::Sources;
use chrono::NaiveDate;
use std::fmt::Write;
use std::path::Path;

/// A calendar with this mix and this many posts of each pillar, one a day from 2 November 2026 on;
/// a pillar `-` is none. `cadence` is the weekly maximum of the one channel.
pub(super) fn calendar(mix: &str, cadence: u32, posts: &[(&str, usize)]) -> Workspace {
    read(&text(mix, cadence, posts))
}

/// The same, as it is written.
pub(super) fn text(mix: &str, cadence: u32, posts: &[(&str, usize)]) -> String {
    let mut text = format!(
        "[calendar]\ntimezone = \"Europe/Paris\"\n[channels.a]\nnetwork = \"instagram\"\n\
         cadence = {{ per_week = {{ max = {cadence} }} }}\n{mix}\n"
    );
    let all = posts.iter().flat_map(|(pillar, many)| std::iter::repeat_n(*pillar, *many));
    for (i, pillar) in all.enumerate() {
        let day = day("2026-11-02") + chrono::Days::new(u64::try_from(i).unwrap());
        let pillar = match pillar {
            "-" => String::new(),
            pillar => format!("pillar = \"{pillar}\"\n"),
        };
        write!(
            text,
            "[[post]]\nid = \"p{i}\"\ntitle = \"P{i}\"\nchannels = [\"a\"]\n\
             at = {day}T09:00:00\n{pillar}"
        )
        .unwrap();
    }
    text
}

pub(super) fn read(text: &str) -> Workspace {
    let mut sources = Sources::default();
    let loaded = crate::load::from_text(text, Path::new("."), &mut sources).unwrap();
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    loaded.workspace.unwrap()
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The sheets of a month of 2026 seen from the first of November.
pub(super) fn november(ws: &Workspace) -> Vec<Sheet> {
    sheets(ws, (day("2026-11-01"), day("2026-11-30")), day("2026-11-01"))
}
