//! A large calendar, the same every time: about 300 bytes a post.

use std::fmt::Write;

const HEAD: &str = r#"[calendar]
name = "A very busy museum"
timezone = "Europe/Paris"
lang = "en"
country = "FR"

[channels.instagram]
network = "instagram"
cadence = { per_week = { min = 3, max = 30 }, per_day = 6 }

[channels.linkedin]
network = "linkedin"
cadence = { per_day = 6 }

[channels.newsletter]
network = "newsletter"

[people.lea]
name = "Léa"
duty = [{ days = "daily", from = "08:00", to = "20:00" }]

[mix.pillars.backstage]
[mix.pillars.visits]
[mix.pillars.shop]
"#;

const CHANNELS: [&str; 3] = ["instagram", "linkedin", "newsletter"];
const PILLARS: [&str; 3] = ["backstage", "visits", "shop"];
const STATUSES: [&str; 4] = ["idea", "planned", "draft", "draft"];

/// A calendar with so many posts, over the years around 2026.
pub fn of(posts: u32) -> String {
    let mut out = HEAD.to_owned();
    for n in 0..posts {
        let pick = |list: &[&'static str], by: u32| {
            let nth = usize::try_from(by).unwrap_or(0) % list.len();
            list[nth]
        };
        let (year, month, day) = (2022 + n % 8, 1 + n / 8 % 12, 1 + n / 96 % 28);
        let title = format!("Post {n}: what the visitors of room {} never see", n % 40);
        write!(
            out,
            "\n[[post]]\nid = \"post-{n}\"\ntitle = \"{title}\"\nchannels = [\"{}\"]\npillar = \"{}\"\nstatus = \"{}\"\n\
             date = {year}-{month:02}-{day:02}\nowner = \"lea\"\ntags = [\"room-{}\", \"year-{year}\"]\n\
             text = \"\"\"\nOn the {day}th, the curators open drawer {n} for an hour.\nCome early, and bring a torch.\"\"\"\n",
            pick(&CHANNELS, n),
            pick(&PILLARS, n / 3),
            pick(&STATUSES, n / 5),
            n % 40,
        )
        .expect("writing to a string never fails");
    }
    out
}
