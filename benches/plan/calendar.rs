//! Calendars like those of a community manager or an agency, the same for the same seed.
//!
//! Each week has its appointments: articles, photos, films, notes and stories, each on the channels
//! that suit it, most wanted in a week or two, some on a day. Every third week something is
//! launched: a teaser, the launch at a time that is set, and what came of it. People take turns,
//! go on holiday and answer within an hour; a few days are closed.

use chrono::{Days, NaiveDate};

/// How much there is to plan.
pub struct Scale {
    pub name: &'static str,
    pub weeks: u64,
    /// Appointments of each week, launches apart.
    pub a_week: usize,
    pub channels: usize,
    pub people: usize,
    /// Runs of which the median is shown.
    pub runs: usize,
}

pub const SCALES: [Scale; 4] = [
    Scale { name: "week", weeks: 1, a_week: 20, channels: 4, people: 1, runs: 5 },
    Scale { name: "month", weeks: 4, a_week: 32, channels: 7, people: 2, runs: 5 },
    Scale { name: "quarter", weeks: 13, a_week: 34, channels: 8, people: 3, runs: 3 },
    Scale { name: "year", weeks: 52, a_week: 36, channels: 8, people: 3, runs: 1 },
];

/// The Monday on which every calendar begins.
pub const FIRST: NaiveDate = match NaiveDate::from_ymd_opt(2027, 1, 4) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

impl Scale {
    /// The last day, included.
    pub fn last(&self) -> NaiveDate {
        FIRST + Days::new(7 * self.weeks - 1)
    }
}

/// Id, network, cadence, and which windows suit it.
const CHANNELS: [(&str, &str, &str, &str); 8] = [
    (
        "instagram",
        "instagram",
        "per_week = { min = 4, max = 8 }, per_day = 2, gap = \"5h\"",
        LEISURE,
    ),
    ("linkedin", "linkedin", "per_week = { min = 3, max = 6 }, per_day = 1", OFFICE),
    ("facebook", "facebook", "per_week = { min = 3, max = 7 }, per_day = 2, gap = \"4h\"", LEISURE),
    (
        "mastodon",
        "mastodon",
        "per_week = { min = 3, max = 10 }, per_day = 3, gap = \"2h\"",
        ALL_DAY,
    ),
    ("youtube", "youtube", "per_week = { min = 1, max = 3 }, per_day = 1, gap = \"20h\"", LEISURE),
    ("bluesky", "bluesky", "per_week = { min = 3, max = 10 }, per_day = 3, gap = \"2h\"", ALL_DAY),
    ("tiktok", "tiktok", "per_week = { min = 2, max = 6 }, per_day = 2, gap = \"6h\"", LEISURE),
    ("linkedin-en", "linkedin", "per_week = { min = 2, max = 5 }, per_day = 1", OFFICE),
];
const OFFICE: &str = r#"  { days = "tue-thu", from = "08:00", to = "10:30", score = 92 },
  { days = "mon-fri", from = "08:00", to = "10:30", score = 70 },
  { days = "mon-fri", from = "12:00", to = "14:00", score = 64 },
  { days = "mon-thu", from = "17:00", to = "18:30", score = 55 },"#;
const LEISURE: &str = r#"  { days = "mon-fri", from = "12:00", to = "13:30", score = 68 },
  { days = "mon-fri", from = "17:30", to = "20:30", score = 88 },
  { days = "wed", from = "14:00", to = "17:00", score = 74 },
  { days = ["sat", "sun"], from = "10:00", to = "12:30", score = 81 },"#;
const ALL_DAY: &str = r#"  { days = "mon-fri", from = "07:30", to = "09:30", score = 77 },
  { days = "mon-fri", from = "09:30", to = "17:30", score = 48 },
  { days = "daily", from = "17:30", to = "21:00", score = 71 },"#;

/// What kinds of posts there are and where they go.
const KINDS: [(&str, &[&str]); 5] = [
    ("article", &["linkedin", "facebook", "linkedin-en"]),
    ("photo", &["instagram", "facebook", "mastodon"]),
    ("film", &["youtube", "tiktok", "instagram"]),
    ("note", &["mastodon", "bluesky", "linkedin"]),
    ("story", &["instagram"]),
];
const PILLARS: [(&str, u32, usize); 4] =
    [("learn", 40, 38), ("people", 30, 27), ("offer", 20, 26), ("play", 10, 9)];

/// The calendar of a scale.
pub fn of(scale: &Scale, seed: u64) -> String {
    let mut maker =
        Maker { scale, dice: fastrand::Rng::with_seed(seed), out: String::new(), posts: 0 };
    maker.head();
    maker.channels();
    maker.people();
    maker.closed_days();
    for week in 0..scale.weeks {
        if week % 3 == 1 {
            maker.launch(week);
        }
        for _ in 0..scale.a_week {
            maker.appointment(week);
        }
    }
    maker.out
}

struct Maker<'s> {
    scale: &'s Scale,
    dice: fastrand::Rng,
    out: String,
    posts: usize,
}

impl Maker<'_> {
    fn add(&mut self, lines: &str) {
        self.out.push_str(lines);
        self.out.push('\n');
    }

    fn percent(&mut self, percent: u32) -> bool {
        self.dice.u32(..100) < percent
    }

    fn head(&mut self) {
        self.add(
            "[calendar]\nname = \"Bench\"\ntimezone = \"Europe/Paris\"\nlang = \"en\"\ncountry = \"FR\"\nholidays = \"avoid\"\n\
             [plan]\nhours = { from = \"07:30\", to = \"21:00\" }\nspacing = \"15min\"\ntopic_gap = \"12h\"\n\
             presence = { after = \"60min\", by = \"anyone\", capacity = 3 }\n\
             [mix]\nwindow = \"month\"\nreserve = 15",
        );
        for (pillar, target, _) in PILLARS {
            self.add(&format!(
                "[mix.pillars.{pillar}]\n[[mix.share]]\npillars = [\"{pillar}\"]\ntarget = {target}"
            ));
        }
        self.add("[[mix.quota]]\npillars = [\"offer\"]\nat_most = 9\nper = \"week\"");
    }

    fn channels(&mut self) {
        for (id, network, cadence, windows) in &CHANNELS[..self.scale.channels] {
            let zone = if *id == "linkedin-en" { "timezone = \"Europe/London\"\n" } else { "" };
            self.add(&format!(
                "[channels.{id}]\nnetwork = \"{network}\"\n{zone}cadence = {{ {cadence} }}\nwindows = [\n{windows}\n]"
            ));
            if *id == "instagram" {
                self.add("[channels.instagram.formats.story]\ncadence = { per_week = { min = 3, max = 12 }, per_day = 3, gap = \"2h\" }");
            }
        }
    }

    fn people(&mut self) {
        let turns = [
            "{ days = \"mon-fri\", from = \"07:00\", to = \"20:00\" }",
            "{ days = \"mon-thu\", from = \"10:00\", to = \"22:00\" }",
            "{ days = \"tue-sat\", from = \"08:00\", to = \"18:00\" }",
        ];
        for (person, turn) in turns.iter().take(self.scale.people).enumerate() {
            let holiday = FIRST + Days::new(11 + self.dice.u64(..7 * self.scale.weeks));
            self.add(&format!(
                "[people.p{person}]\nduty = [{turn}, {{ days = [\"sat\", \"sun\"], from = \"09:30\", to = \"14:00\" }}]\naway = [\"{holiday}\"]"
            ));
        }
    }

    fn closed_days(&mut self) {
        for week in (2..self.scale.weeks).step_by(5) {
            let day = FIRST + Days::new(7 * week + self.dice.u64(..5));
            self.add(&format!(
                "[[pause]]\nfrom = {day}T12:00:00\nto = {day}T18:00:00\nreason = \"General meeting\""
            ));
        }
    }

    /// The common lines of a post; a pillar by its weight.
    fn post(&mut self, title: &str, channels: &[&str]) -> String {
        let id = format!("{title}-{}", self.posts);
        self.posts += 1;
        let list: Vec<String> = channels.iter().map(|channel| format!("\"{channel}\"")).collect();
        let mut at = self.dice.usize(..100);
        let pillar = PILLARS.iter().find(|(.., weight)| {
            let here = at < *weight;
            at = at.saturating_sub(*weight);
            here
        });
        let (pillar, ..) = pillar.unwrap_or(&PILLARS[0]);
        let priority = [1, 2, 2, 3, 3, 3, 4, 5][self.dice.usize(..8)];
        let owner = self.dice.usize(..self.scale.people);
        self.add(&format!(
            "[[post]]\nid = \"{id}\"\ntitle = \"{id}\"\nstatus = \"planned\"\nchannels = [{}]\npillar = \"{pillar}\"\npriority = {priority}\nowner = \"p{owner}\"",
            list.join(", ")
        ));
        id
    }

    fn appointment(&mut self, week: u64) {
        let (kind, places) = KINDS[self.dice.usize(..KINDS.len())];
        let known = &CHANNELS[..self.scale.channels];
        let mut on: Vec<&str> = places
            .iter()
            .copied()
            .filter(|place| known.iter().any(|known| known.0 == *place))
            .collect();
        while on.len() > 1 && self.percent(65) {
            on.remove(self.dice.usize(..on.len()));
        }
        if on.is_empty() {
            on.push(known[0].0);
        }
        self.post(kind, &on);
        if kind == "story" {
            self.add("format = \"story\"");
        }
        if self.percent(45) {
            let topic = self.dice.u64(..3);
            self.add(&format!("topic = \"theme-{}-{topic}\"", week / 2));
        }
        let monday = FIRST + Days::new(7 * week);
        let (tuesday, friday) = (monday + Days::new(1), monday + Days::new(4));
        let line = match self.dice.u32(..20) {
            0 => format!("date = {}", monday + Days::new(self.dice.u64(..7))),
            1..4 => format!("date = \"{tuesday}/{friday}\""),
            4..8 => format!("date = \"{monday}/{}\"", monday + Days::new(13)),
            8 => format!("window = {{ from = {tuesday}T08:00:00, to = {friday}T18:00:00 }}"),
            _ => format!("date = \"{monday}/{}\"", monday + Days::new(6)),
        };
        self.add(&line);
        let chosen =
            format!("[post.on.{}]\nslot = {tuesday}T{:02}:00:00", on[0], self.dice.u32(8..20));
        if self.percent(5) {
            self.add(&chosen);
        }
    }

    /// A teaser, the launch, and what came of it.
    fn launch(&mut self, week: u64) {
        let monday = FIRST + Days::new(7 * week);
        let day = monday + Days::new(2 + self.dice.u64(..2));
        let (before, after) = (monday - Days::new(7), monday + Days::new(13));
        let teaser = self.post("teaser", &["instagram"]);
        self.add(&format!("topic = \"launch-{week}\"\ndate = \"{before}/{day}\""));
        let launch = self.post("launch", &["linkedin"]);
        self.add(&format!(
            "topic = \"launch-{week}\"\ndate = {day}\nafter = [{{ post = \"{teaser}\", min = \"1d\" }}]\n[post.on.linkedin]\nat = {day}T09:00:00"
        ));
        self.post("recap", &["linkedin", "facebook"]);
        self.add(&format!(
            "date = \"{day}/{after}\"\nafter = [{{ post = \"{launch}\", min = \"2d\", max = \"9d\" }}]"
        ));
    }
}
