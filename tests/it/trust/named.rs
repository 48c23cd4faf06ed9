//! Calendars on which the planner and the verifier once did not agree, or a bound was too low.

use super::workspace;
use edito::model::{Placed, PlacedState};
use edito::planner::{Effort, Request, Slots, plan_certified};
use edito::time::Instant;
use edito::verify::certificate::check;
use edito::verify::{Assignment, Keep, verify};

/// Plans a calendar for 19–25 October 2026: the plan holds, its bound is proven, and it is worth
/// this much, the best there is.
fn best(text: &str, worth: i64) {
    let ws = workspace(text);
    let day = |d| chrono::NaiveDate::from_ymd_opt(2026, 10, d).expect("a day");
    let (from, to) = (day(19), day(25));
    let now = Instant::parse_rfc3339("2026-10-18T12:00:00+02:00").expect("an instant");
    let request = Request { from, to, now, slots: Slots::Consider, effort: Effort::Normal };
    let schedule = plan_certified(&ws, &request, &|| false);
    let free = |p: &&Placed| matches!(p.state, PlacedState::Suggested | PlacedState::Kept);
    let placed = schedule.placed.iter().filter(free);
    let starts: Vec<_> = placed.map(|placed| (placed.placement, placed.start)).collect();
    let verdict =
        verify(&ws, &Assignment { from, to, now, keep: Keep::KeepSlots, starts: &starts });
    assert!(verdict.is_sound(), "{verdict:?}\n{text}");
    assert_eq!((verdict.objective, schedule.objective, schedule.bound), (worth, worth, worth));
    let certificate = schedule.certificate.expect("it was asked for");
    assert!(check(&ws, (from, to), now, &certificate).is_ok(), "{certificate}");
}

/// A post that is out on a day nobody wrote the time of counts at noon; its other placement starts
/// at noon too: the first in the file counts.
#[test]
fn two_placements_of_a_post_from_one_instant_count_once() {
    best(
        r#"
[calendar]
name = "Noon"
timezone = "Europe/Paris"
[plan]
grid = "4h"
hours = { from = "12:00", to = "13:00" }
weights = { mix = 60, cadence = 0, move = 0, alternate = 0 }
[channels.instagram]
network = "instagram"
cadence = { per_week = { min = 0, max = 9 }, gap = "0min" }
[channels.linkedin]
network = "linkedin"
cadence = { per_week = { min = 0, max = 9 }, gap = "0min" }
[mix]
window = "week"
scope = "channel"
count = "posts"
[mix.pillars.a]
[mix.pillars.b]
[[mix.share]]
pillars = ["b"]
at_least = 60
[[post]]
id = "p0"
title = "Out on one, to come on the other"
channels = ["instagram", "linkedin"]
pillar = "a"
date = 2026-10-20
[post.on.instagram]
status = "published"
[[post]]
id = "p1"
title = "Fixed"
status = "planned"
channels = ["instagram"]
pillar = "b"
at = 2026-10-21T15:00:00
"#,
        28_500,
    );
}

/// Somebody must be there for three days after: the roster reaches past the plan.
#[test]
fn duty_is_known_as_long_as_presence_asks() {
    best(
        r#"
[calendar]
name = "Long"
timezone = "Europe/Paris"
[plan]
grid = "4h"
presence = { after = "3d", by = "anyone" }
[channels.instagram]
network = "instagram"
[people.lea]
duty = [{ days = "daily", from = "00:00", to = "24:00" }]
[[post]]
id = "p0"
title = "Sunday"
status = "planned"
channels = ["instagram"]
date = 2026-10-25
"#,
        15_900,
    );
}

/// Targets with tenths and a small weight: what is rounded down must not be taken from the bound.
#[test]
fn rounded_targets_leave_the_bound_above_every_plan() {
    let mut text = String::from(
        "[calendar]\nname = \"Tenths\"\ntimezone = \"Europe/Paris\"\n[plan]\ngrid = \"4h\"\n\
         alternate_pillars = \"never\"\nweights = { mix = 1, cadence = 0, move = 0, alternate = 0 }\n\
         [channels.instagram]\nnetwork = \"instagram\"\ncadence = { per_week = { max = 1 } }\n\
         windows = [{ days = \"daily\", from = \"08:00\", to = \"13:00\", score = 1 }]\n\
         [mix]\nwindow = \"week\"\n",
    );
    for pillar in ["a", "b", "c", "d"] {
        text.push_str(&format!("[mix.pillars.{pillar}]\n"));
    }
    for (pillar, target) in [("a", "12.4"), ("b", "12.4"), ("c", "12.4"), ("d", "62.8")] {
        text.push_str(&format!("[[mix.share]]\npillars = [\"{pillar}\"]\ntarget = {target}\n"));
    }
    text.push_str(
        "[[post]]\nid = \"p0\"\ntitle = \"One\"\nstatus = \"planned\"\nchannels = [\"instagram\"]\n\
         pillar = \"d\"\ndate = \"2026-W43\"\npriority = 1\n",
    );
    best(&text, 27);
}
