//! Calendars so small that every plan of them can be tried: two or three days, a coarse grid, at
//! most six placements to place, and any rule of the planner over them.

use super::super::random::Dice;
use chrono::{Days, NaiveDate};
use edito::time::Instant;
use std::fmt::Write;

/// A tiny calendar and the days to plan.
pub struct Tiny {
    /// All but the posts.
    pub head: String,
    /// One `[[post]]` each.
    pub posts: Vec<String>,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub now: Instant,
}

impl Tiny {
    pub fn text(&self) -> String {
        format!("{}{}", self.head, self.posts.concat())
    }
}

/// First and last days: a plain start of a week, the day of 25 hours in Paris, the ends of a
/// week, a month and a quarter.
const SPANS: [[(u32, u32); 2]; 6] = [
    [(10, 19), (10, 20)],
    [(10, 24), (10, 25)],
    [(10, 25), (10, 26)],
    [(10, 31), (11, 1)],
    [(9, 30), (10, 1)],
    [(10, 25), (10, 27)],
];
const CHANNELS: [&str; 3] = ["instagram", "linkedin", "mastodon"];
const FAR: [&str; 4] = ["Europe/Paris", "America/Toronto", "Asia/Kathmandu", "Australia/Lord_Howe"];

/// The tiny calendar of these dice.
pub fn calendar(dice: &mut Dice) -> Tiny {
    let [from, to] = SPANS[dice.below(SPANS.len())]
        .map(|(month, day)| NaiveDate::from_ymd_opt(2026, month, day).expect("a day of the table"));
    let before = from.pred_opt().expect("no day of the table is the first of all");
    // Now and then the first hours of the plan are gone.
    let (day, hour) = if dice.percent(20) { (from, 9) } else { (before, 12) };
    let now = Instant::parse_rfc3339(&format!("{day}T{hour:02}:00:00+02:00"));
    let mut draft = Draft { dice, from, to, before, head: String::new(), channels: 0 };
    draft.settings();
    draft.all_channels();
    draft.people_and_dates();
    draft.mix();
    let posts = draft.posts();
    Tiny { head: draft.head, posts, from, to, now: now.expect("an instant") }
}

struct Draft<'d> {
    dice: &'d mut Dice,
    from: NaiveDate,
    to: NaiveDate,
    before: NaiveDate,
    head: String,
    channels: usize,
}

impl Draft<'_> {
    /// Adds lines to the head.
    fn add(&mut self, lines: &str) {
        self.head.push_str(lines);
        self.head.push('\n');
    }

    fn settings(&mut self) {
        self.add("[calendar]\nname = \"Tiny\"\ntimezone = \"Europe/Paris\"");
        let (grid, hours) = [
            ("4h", ("08:00", "21:00")),
            ("4h", ("00:00", "24:00")),
            ("3h", ("09:00", "19:00")),
            ("2h", ("10:00", "17:00")),
        ][self.dice.below(4)];
        let (from, to) = hours;
        let spacing = self.dice.pick(&["1min", "1min", "5h"]);
        let topic = self.dice.pick(&["0min", "5h", "1d"]);
        let alternate = self.dice.pick(&["always", "prefer", "never"]);
        self.add(&format!(
            "[plan]\ngrid = \"{grid}\"\nhours = {{ from = \"{from}\", to = \"{to}\" }}\nspacing = \"{spacing}\"\n\
             topic_gap = \"{topic}\"\nalternate_pillars = \"{alternate}\""
        ));
        let mix = self.dice.pick(&["0", "1", "3", "7", "60", "300"]);
        let cadence = self.dice.pick(&["0", "120", "40"]);
        let (moves, repeats) = (self.dice.pick(&["0", "40"]), self.dice.pick(&["15", "60", "200"]));
        self.add(&format!(
            "weights = {{ mix = {mix}, cadence = {cadence}, move = {moves}, alternate = {repeats} }}"
        ));
        if self.dice.percent(40) {
            let after = self.dice.pick(&["60min", "5h", "9h"]);
            let by = self.dice.pick(&["anyone", "owner", "nobody"]);
            let capacity = 1 + self.dice.below(2);
            self.add(&format!(
                "presence = {{ after = \"{after}\", by = \"{by}\", capacity = {capacity} }}"
            ));
        }
    }

    fn all_channels(&mut self) {
        self.channels = 1 + self.dice.below(CHANNELS.len());
        for (i, id) in CHANNELS.iter().take(self.channels).enumerate() {
            self.add(&format!("[channels.{id}]\nnetwork = \"{id}\""));
            if i > 0 && self.dice.percent(40) {
                let zone = self.dice.pick(&FAR);
                self.add(&format!("timezone = \"{zone}\""));
            }
            let cadence = self.cadence();
            self.add(&cadence);
            if self.dice.percent(70) {
                let days = self.dice.pick(&["daily", "mon-fri", "sun"]);
                let (low, high) = (1 + self.dice.below(100), 1 + self.dice.below(100));
                self.add(&format!(
                    "windows = [{{ days = \"{days}\", from = \"08:00\", to = \"13:00\", score = {low} }}, \
                     {{ days = \"daily\", from = \"12:00\", to = \"02:00\", score = {high} }}]"
                ));
            }
            if self.dice.percent(30) {
                let cadence = self.cadence();
                self.add(&format!("[channels.{id}.formats.story]\n{cadence}"));
            }
        }
    }

    fn cadence(&mut self) -> String {
        // Two days of the seven: a least of 4 a week makes one, of 7 two.
        let max = 1 + self.dice.below(4) + [0, 0, 5][self.dice.below(3)];
        let min = max - self.dice.below(max + 1);
        let day = 1 + self.dice.below(3);
        let gap = self.dice.pick(&["0min", "4h", "8h", "20h"]);
        format!(
            "cadence = {{ per_week = {{ min = {min}, max = {max} }}, per_day = {day}, gap = \"{gap}\" }}"
        )
    }

    fn people_and_dates(&mut self) {
        let (from, to) = (self.from, self.to);
        self.add("[people.lea]\nduty = [{ days = \"daily\", from = \"08:00\", to = \"19:00\" }]");
        self.add(
            "[people.marc]\nduty = [{ days = \"mon-sat\", from = \"12:00\", to = \"23:00\" }]",
        );
        self.add(&format!("[campaigns.c]\nfrom = {to}\nto = {to}"));
        let effect = self.dice.pick(&["info", "info", "avoid"]);
        self.add(&format!(
            "[[event]]\nid = \"e\"\nname = \"Fête\"\ndate = {from}\neffect = \"{effect}\"\nchannels = [\"instagram\"]"
        ));
        if self.dice.percent(20) {
            self.add(&format!(
                "[[pause]]\nfrom = {from}T11:00:00\nto = {from}T17:00:00\nreason = \"Pause\""
            ));
            if self.dice.percent(50) {
                self.add("pillars = [\"a\"]");
            }
        }
    }

    fn mix(&mut self) {
        let window = self.dice.pick(&["2d", "week", "month", "quarter", "campaign"]);
        let scope = self.dice.pick(&["all", "all", "channel"]);
        let count = self.dice.pick(&["placements", "posts"]);
        let reserve = self.dice.pick(&["0", "20", "50"]);
        self.add(&format!(
            "[mix]\nwindow = \"{window}\"\nscope = \"{scope}\"\ncount = \"{count}\"\nreserve = {reserve}"
        ));
        self.add("[mix.pillars.a]\n[mix.pillars.b]\n[mix.pillars.c]");
        if self.dice.percent(20) {
            let to = self.to;
            self.add(&format!("from = {to}"));
        }
        // Shares may overlap: what counts in one may count in another.
        for pillars in ["\"a\"", "\"b\", \"c\"", "\"a\", \"c\""] {
            if self.dice.percent(65) {
                let kind = self.dice.pick(&["target", "target", "at_least", "at_most"]);
                let percent = self.dice.pick(&["20", "33.3", "50", "66.7", "100"]);
                self.add(&format!("[[mix.share]]\npillars = [{pillars}]\n{kind} = {percent}"));
                if self.dice.percent(10) {
                    self.add("formats = [\"story\"]");
                }
            }
        }
        if self.dice.percent(40) {
            let pillars = self.dice.pick(&["\"a\"", "\"b\", \"c\"", "\"a\", \"b\", \"c\""]);
            let most = self.dice.below(3);
            let per = self.dice.pick(&["day", "week", "month", "year"]);
            self.add(&format!(
                "[[mix.quota]]\npillars = [{pillars}]\nat_most = {most}\nper = \"{per}\""
            ));
        }
    }

    /// Posts with three to six placements, and now and then what is fixed among them.
    fn posts(&mut self) -> Vec<String> {
        let wanted = 3 + self.dice.below(4);
        let (mut posts, mut placements) = (Vec::new(), 0);
        while placements < wanted {
            let mut on: Vec<&str> = CHANNELS[..self.channels].to_vec();
            while on.len() > 1 && (on.len() > wanted - placements || self.dice.percent(60)) {
                on.remove(self.dice.below(on.len()));
            }
            placements += on.len();
            let nth = posts.len();
            posts.push(self.post(nth, &on));
        }
        posts
    }

    fn post(&mut self, nth: usize, on: &[&str]) -> String {
        let list: Vec<String> = on.iter().map(|channel| format!("\"{channel}\"")).collect();
        let mut out = format!(
            "[[post]]\nid = \"p{nth}\"\ntitle = \"P{nth}\"\nstatus = \"planned\"\nchannels = [{}]\npriority = {}\n",
            list.join(", "),
            1 + self.dice.below(5)
        );
        for (percent, line) in [
            (90, format!("pillar = \"{}\"", self.dice.pick(&["a", "a", "b", "c"]))),
            (50, "topic = \"t\"".to_owned()),
            (12, "campaign = \"c\"".to_owned()),
            (25, "format = \"story\"".to_owned()),
            (50, format!("owner = \"{}\"", self.dice.pick(&["lea", "marc"]))),
        ] {
            if self.dice.percent(percent) {
                let _ = writeln!(out, "{line}");
            }
        }
        out += &self.when();
        if let Some(links) = self.links(nth) {
            let _ = writeln!(out, "{links}");
        }
        out += &self.fixed(nth, on[0]);
        out
    }

    fn when(&mut self) -> String {
        let (from, to) = (self.from, self.to);
        match self.dice.below(11) {
            0 => format!("date = {from}\n"),
            1 => format!("date = {to}\n"),
            2 => format!("date = {to}\ntime = \"10:10\"\n"),
            3 => format!("window = {{ from = {from}T12:00:00, to = {to}T16:00:00 }}\n"),
            _ => format!("date = \"{from}/{to}\"\n"),
        }
    }

    /// What a post comes after, or before.
    fn links(&mut self, nth: usize) -> Option<String> {
        let side = self.dice.pick(&["after", "before"]);
        let min = self.dice.pick(&["0min", "5h", "1d"]);
        let max = self.dice.pick(match min {
            "1d" => &["", ", max = \"30h\""],
            _ => &["", ", max = \"1d\"", ", max = \"9h\""],
        });
        if nth > 0 && self.dice.percent(35) {
            let other = self.dice.below(nth);
            return Some(format!("{side} = [{{ post = \"p{other}\", min = \"{min}\"{max} }}]"));
        }
        self.dice.percent(8).then(|| format!("{side} = [{{ event = \"e\", min = \"0min\"{max} }}]"))
    }

    /// Locked, out, or chosen before; minutes that no other post has, so that none are at once.
    fn fixed(&mut self, nth: usize, channel: &str) -> String {
        let days = [self.before, self.from, self.to, self.to + Days::new(1)];
        let day = days[self.dice.below(days.len())];
        let hour = 8 + 2 * self.dice.below(6);
        let at = format!("{day}T{hour:02}:{:02}:00", 3 + nth);
        let on = format!("[post.on.{channel}]\n");
        match self.dice.below(10) {
            0 => format!("{on}at = {at}\n"),
            1 => format!("{on}status = \"published\"\npublished = {{ at = {at} }}\n"),
            2 => format!("{on}slot = {at}\n"),
            3 => format!("{on}slot = {day}T{:02}:00:00\n", 12 + 4 * self.dice.below(2)),
            _ => String::new(),
        }
    }
}
