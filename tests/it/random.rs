//! Random calendars of a fixed seed: small, crowded, with every kind of rule.

use std::fmt::Write;

/// A small generator of numbers.
pub struct Dice(fastrand::Rng);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(fastrand::Rng::with_seed(seed))
    }

    pub fn below(&mut self, n: usize) -> usize {
        self.0.usize(..n)
    }

    pub fn percent(&mut self, p: usize) -> bool {
        self.below(100) < p
    }

    pub fn pick<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
}

const CHANNELS: [&str; 3] = ["instagram", "linkedin", "mastodon"];
const ZONES: [&str; 4] =
    ["Europe/Paris", "America/Toronto", "Indian/Reunion", "Australia/Lord_Howe"];
const DAYS: [&str; 4] = ["daily", "mon-fri", "tue", "sat"];

/// A calendar around the week from Monday 19 October 2026, whose Sunday has 25 hours in Paris.
pub fn calendar(dice: &mut Dice) -> String {
    let mut out = String::new();
    head(dice, &mut out);
    let channels = 1 + dice.below(CHANNELS.len());
    for (i, channel) in CHANNELS.iter().take(channels).enumerate() {
        self::channel(dice, &mut out, i, channel);
    }
    people_and_dates(dice, &mut out);
    mix(dice, &mut out);
    let posts = 2 + dice.below(14);
    for i in 0..posts {
        post(dice, &mut out, i, channels);
    }
    out
}

/// Writing to a string cannot fail.
fn line(written: std::fmt::Result) {
    written.expect("a string takes every line");
}

fn head(dice: &mut Dice, out: &mut String) {
    let _ = writeln!(
        out,
        "[calendar]\nname = \"R\"\ntimezone = \"{}\"\ncountry = \"FR\"",
        dice.pick(&ZONES)
    );
    let grid = dice.pick(&["30min", "1h", "2h", "15min"]);
    let _ = writeln!(
        out,
        "[plan]\ngrid = \"{grid}\"\nhours = {{ from = \"07:00\", to = \"{}\" }}",
        dice.pick(&["20:00", "01:00"])
    );
    let _ = writeln!(
        out,
        "spacing = \"{}\"\ntopic_gap = \"{}\"",
        dice.pick(&["1min", "45min"]),
        dice.pick(&["0min", "5h"])
    );
    let _ = writeln!(out, "alternate_pillars = \"{}\"", dice.pick(&["always", "prefer", "never"]));
    if dice.percent(60) {
        let by = dice.pick(&["anyone", "owner", "nobody"]);
        let _ = writeln!(
            out,
            "presence = {{ after = \"{}\", by = \"{by}\", capacity = {} }}",
            dice.pick(&["60min", "3h"]),
            1 + dice.below(3)
        );
    }
}

fn channel(dice: &mut Dice, out: &mut String, index: usize, channel: &str) {
    let _ = writeln!(out, "[channels.{channel}]\nnetwork = \"{channel}\"");
    if index > 0 && dice.percent(40) {
        let _ = writeln!(out, "timezone = \"{}\"", dice.pick(&ZONES));
    }
    let (min, max) = (dice.below(4), 3 + dice.below(4));
    let _ = writeln!(
        out,
        "cadence = {{ per_week = {{ min = {min}, max = {max} }}, per_day = {}, gap = \"{}\" }}",
        1 + dice.below(3),
        dice.pick(&["0min", "4h", "20h"])
    );
    if dice.percent(60) {
        let score = if dice.percent(70) {
            format!(", score = {}", 1 + dice.below(100))
        } else {
            String::new()
        };
        let _ = writeln!(
            out,
            "windows = [{{ days = \"{}\", from = \"{}\", to = \"{}\"{score} }}, {{ days = \"daily\", at = \"18:00\", score = 60 }}]",
            dice.pick(&DAYS),
            dice.pick(&["08:00", "22:00"]),
            dice.pick(&["13:00", "02:00"])
        );
    }
    if dice.percent(30) {
        let _ = writeln!(
            out,
            "[channels.{channel}.formats.story]\ncadence = {{ per_day = 1, per_week = {{ min = 1, max = 2 }} }}"
        );
    }
}

fn people_and_dates(dice: &mut Dice, out: &mut String) {
    let _ = writeln!(
        out,
        "[people.lea]\nduty = [{{ days = \"mon-fri\", from = \"08:00\", to = \"19:00\" }}]\naway = [\"2026-10-21\"]"
    );
    let _ = writeln!(
        out,
        "[people.marc]\nduty = [{{ days = \"{}\", from = \"12:00\", to = \"23:00\" }}]",
        dice.pick(&DAYS)
    );
    let _ = writeln!(out, "[campaigns.c]\nfrom = 2026-10-20\nto = 2026-10-24");
    if dice.percent(40) {
        let _ = writeln!(
            out,
            "[[event]]\nid = \"e\"\nname = \"Fermé\"\ndate = 2026-10-22\neffect = \"avoid\""
        );
    }
    if dice.percent(40) {
        let _ = writeln!(
            out,
            "[[pause]]\nfrom = 2026-10-20T08:00:00\nto = 2026-10-20T16:00:00\nreason = \"Pause\""
        );
        if dice.percent(50) {
            let _ = writeln!(out, "pillars = [\"a\"]");
        }
    }
    let _ = writeln!(
        out,
        "[[series]]\nid = \"s\"\ndays = [\"mon\", \"thu\"]\ntime = \"09:10\"\nchannels = [\"instagram\"]\npillar = \"a\""
    );
}

fn mix(dice: &mut Dice, out: &mut String) {
    let window = dice.pick(&["28d", "week", "month", "quarter", "campaign", "3d"]);
    let _ = writeln!(
        out,
        "[mix]\nwindow = \"{window}\"\nscope = \"{}\"\ncount = \"{}\"\nreserve = {}",
        dice.pick(&["all", "channel"]),
        dice.pick(&["placements", "posts"]),
        dice.pick(&["0", "20", "50"])
    );
    let _ = writeln!(out, "[mix.pillars.a]\n[mix.pillars.b]\n[mix.pillars.c]");
    let _ = writeln!(
        out,
        "[[mix.share]]\npillars = [\"a\"]\ntarget = 33.3\n[[mix.share]]\npillars = [\"b\", \"c\"]\n{} = {}",
        dice.pick(&["target", "at_least", "at_most"]),
        dice.pick(&["40", "66.7", "10"])
    );
    if dice.percent(50) {
        let _ = writeln!(
            out,
            "[[mix.quota]]\npillars = [\"b\"]\nat_most = {}\nper = \"{}\"",
            dice.below(4),
            dice.pick(&["day", "week", "month", "year"])
        );
    }
}

fn post(dice: &mut Dice, out: &mut String, i: usize, channels: usize) {
    let mut on: Vec<&str> =
        CHANNELS.iter().take(channels).copied().filter(|_| dice.percent(55)).collect();
    if on.is_empty() {
        on.push(CHANNELS[0]);
    }
    let list: Vec<String> = on.iter().map(|c| format!("\"{c}\"")).collect();
    let _ = writeln!(
        out,
        "[[post]]\nid = \"p{i}\"\ntitle = \"P{i}\"\nchannels = [{}]\npriority = {}",
        list.join(", "),
        1 + dice.below(5)
    );
    if dice.percent(85) {
        let _ = writeln!(out, "pillar = \"{}\"", dice.pick(&["a", "b", "c"]));
    }
    if dice.percent(40) {
        let _ = writeln!(out, "topic = \"t{}\"", dice.below(2));
    }
    if dice.percent(20) {
        let _ = writeln!(out, "campaign = \"c\"");
    }
    if dice.percent(15) {
        let _ = writeln!(out, "format = \"story\"");
    }
    if dice.percent(40) {
        let _ = writeln!(out, "owner = \"{}\"", dice.pick(&["lea", "marc"]));
    }
    let status = dice.pick(&["planned", "draft", "review", "approved", "idea", "planned"]);
    let _ = writeln!(out, "status = \"{status}\"");
    when(dice, out);
    if i > 0 && dice.percent(25) {
        let side = dice.pick(&["after", "before"]);
        let max = if dice.percent(50) { ", max = \"4d\"" } else { "" };
        let _ = writeln!(
            out,
            "{side} = [{{ post = \"p{}\", min = \"{}\"{max} }}]",
            dice.below(i),
            dice.pick(&["0min", "6h", "1d"])
        );
    }
    fixed(dice, out, on[0]);
}

fn when(dice: &mut Dice, out: &mut String) {
    match dice.below(9) {
        0 => line(writeln!(out, "date = 2026-10-{}", 17 + dice.below(12))),
        1 => line(writeln!(out, "date = \"2026-10\"")),
        2 => line(writeln!(out, "date = \"2026-10-20/2026-10-23\"")),
        3 => line(writeln!(
            out,
            "window = {{ from = 2026-10-21T10:00:00, to = 2026-10-25T18:00:00 }}"
        )),
        4 => {
            line(writeln!(out, "date = 2026-10-25\ntime = \"{}\"", dice.pick(&["02:30", "10:10"])))
        }
        5 => line(writeln!(out, "series = \"s\"\ndate = \"2026-W43\"")),
        6 => {}
        _ => line(writeln!(out, "date = \"2026-W43\"")),
    }
}

fn fixed(dice: &mut Dice, out: &mut String, channel: &str) {
    let day = 17 + dice.below(12);
    let hour = 8 + dice.below(12);
    match dice.below(12) {
        0 => line(writeln!(out, "[post.on.{channel}]\nat = 2026-10-{day}T{hour:02}:00:00")),
        1 => line(writeln!(out, "[post.on.{channel}]\nslot = 2026-10-{day}T{hour:02}:20:00")),
        2 => line(writeln!(
            out,
            "[post.on.{channel}]\nstatus = \"published\"\npublished = {{ at = 2026-10-{day}T{hour:02}:05:00 }}"
        )),
        3 => line(writeln!(out, "[post.on.{channel}]\nslot = 2026-10-{day}T{hour:02}:00:00")),
        _ => {}
    }
}
