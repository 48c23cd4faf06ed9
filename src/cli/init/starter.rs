//! The files of a first calendar: TOML with comments for a beginner, in the brand's language.

use super::Answers;
use crate::describe::{Document, schema_text};
use crate::lang::{Lang, Phrase};
use crate::networks::Network;
use crate::time::{Instant, Week};
use chrono::{Datelike, NaiveDate, Weekday};

/// A file to write.
#[derive(Clone, Debug)]
pub(super) struct File {
    /// Its name in the folder.
    pub(super) name: &'static str,
    /// What it holds.
    pub(super) about: Phrase,
    /// What to write.
    pub(super) text: String,
}

/// The names of the files.
pub(super) const NAMES: [&str; 4] =
    ["calendar.toml", "tone.toml", "mix.toml", "calendar.schema.json"];

/// The files of a first calendar; the posts are dated in the week that comes after `now`.
pub(super) fn files(answers: &Answers, now: Instant) -> Vec<File> {
    let file = |name, en, fr, text| File { name, about: Phrase { en, fr }, text };
    let words = words(answers.lang);
    vec![
        file(
            NAMES[0],
            "the brand, its channels and its posts",
            "la marque, ses canaux et ses publications",
            calendar(answers, now),
        ),
        file(
            NAMES[1],
            "the tone: words you like, words you avoid",
            "le ton\u{a0}: les mots que l’on aime, ceux que l’on évite",
            words.tone.replace("{name}", &quoted(&answers.name)),
        ),
        file(
            NAMES[2],
            "the balance between your subjects",
            "l’équilibre entre les sujets",
            words.mix.to_owned(),
        ),
        file(
            NAMES[3],
            "for your editor: it completes the keys",
            "pour votre éditeur\u{a0}: il complète les clés",
            schema_text(Document::Calendar, answers.lang),
        ),
    ]
}

/// The texts of one language; `{…}` is filled in.
struct Words {
    head: &'static str,
    channels: &'static str,
    posts: &'static str,
    hello: &'static str,
    tone: &'static str,
    mix: &'static str,
}

fn words(lang: Lang) -> Words {
    match lang {
        Lang::En => Words {
            head: include_str!("en/head.toml.in"),
            channels: include_str!("en/channels.toml.in"),
            posts: include_str!("en/posts.toml.in"),
            hello: "Hello from {name}. Every week, a look behind the scenes and one useful tip.",
            tone: include_str!("en/tone.toml.in"),
            mix: include_str!("en/mix.toml.in"),
        },
        Lang::Fr => Words {
            head: include_str!("fr/head.toml.in"),
            channels: include_str!("fr/channels.toml.in"),
            posts: include_str!("fr/posts.toml.in"),
            hello: "Bienvenue chez {name}. Chaque semaine, un regard en coulisses et un conseil utile.",
            tone: include_str!("fr/tone.toml.in"),
            mix: include_str!("fr/mix.toml.in"),
        },
    }
}

fn calendar(answers: &Answers, now: Instant) -> String {
    let words = words(answers.lang);
    let week = coming_week(answers, now);
    let ids: Vec<String> = answers.networks.iter().map(|n| id(n)).collect();
    let country = match &answers.country {
        Some(code) => format!("country = {}", quoted(code)),
        None => "# country = \"FR\"".to_owned(),
    };
    let hello = words.hello.replace("{name}", &answers.name);
    let mut out = words
        .head
        .replace("{timezone}", answers.zone.name())
        .replace("{country}", &country)
        .replace("{name}", &quoted(&answers.name));
    out.push_str(words.channels);
    for (network, id) in answers.networks.iter().zip(&ids) {
        out.push_str(&channel(network, id));
    }
    let first: Vec<&String> = ids.iter().take(1).collect();
    let both: Vec<&String> = ids.iter().take(2).collect();
    let last: Vec<&String> = ids.iter().rev().take(1).collect();
    let posts = words
        .posts
        .replace("{first}", &names(&first))
        .replace("{both}", &names(&both))
        .replace("{last}", &names(&last))
        .replace("{day}", &week.day(Weekday::Tue).to_string())
        .replace("{from}", &week.day(Weekday::Thu).to_string())
        .replace("{to}", &week.day(Weekday::Fri).to_string())
        .replace("{week}", &week.to_string())
        .replace("{hello}", &quoted(&hello));
    out.push_str(&posts);
    out
}

/// The week that `plan` shows: the one that starts today on a Monday, else the next.
fn coming_week(answers: &Answers, now: Instant) -> Week {
    let today: NaiveDate = answers.zone.local(now).date();
    match today.weekday() {
        Weekday::Mon => Week::of(today),
        _ => Week::of(today).next(),
    }
}

/// A network's word as the name of a channel.
fn id(network: &Network) -> String {
    network.key.replace('_', "-")
}

fn names(ids: &[&String]) -> String {
    let each: Vec<String> = ids.iter().map(|id| quoted(id)).collect();
    format!("[{}]", each.join(", "))
}

fn channel(network: &Network, id: &str) -> String {
    format!(
        "\n[channels.{id}]
network = \"{}\"
cadence = {{ per_week = {{ min = 1, max = 4 }}, per_day = 1, gap = \"20h\" }}
windows = [
  {{ days = \"mon-fri\", from = \"12:00\", to = \"14:00\", score = 80 }},
  {{ days = \"mon-fri\", from = \"17:00\", to = \"19:00\", score = 60 }},
]
",
        network.key
    )
}

/// A TOML string.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            c if c.is_control() => out.push_str(&format!("\\u{:04X}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks;
    use crate::time::Zone;

    fn answers(lang: Lang) -> Answers {
        Answers {
            name: "L’atelier \"{hello}\" \\o/".to_owned(),
            lang,
            zone: Zone::parse("Pacific/Auckland").unwrap(),
            networks: vec![networks::find("x").unwrap()],
            country: None,
        }
    }

    #[test]
    fn every_blank_is_filled_and_the_name_survives() {
        for lang in Lang::ALL {
            let answers = answers(lang);
            for file in files(&answers, Instant::from_unix(1_795_000_000)) {
                if file.name.ends_with(".json") {
                    continue;
                }
                let table: toml::Table = file.text.parse().unwrap();
                match file.name {
                    "calendar.toml" => {
                        assert_eq!(table["calendar"]["name"].as_str(), Some(answers.name.as_str()));
                        assert_eq!(table["post"].as_array().unwrap().len(), 3);
                    }
                    "mix.toml" => {
                        let shares = table["share"].as_array().unwrap();
                        let sum: i64 =
                            shares.iter().map(|s| s["target"].as_integer().unwrap()).sum();
                        assert_eq!(sum, 100);
                    }
                    _ => assert!(table["rule"].is_array()),
                }
            }
        }
    }

    #[test]
    fn the_week_is_that_of_the_brands_clock() {
        let week = |text: &str| {
            let now = Instant::parse_rfc3339(text).unwrap();
            coming_week(&answers(Lang::Fr), now).to_string()
        };
        assert_eq!(week("2026-11-22T10:00:00Z"), "2026-W48");
        // Already Monday in Auckland.
        assert_eq!(week("2026-11-22T12:00:00Z"), "2026-W48");
        assert_eq!(week("2026-11-23T12:00:00Z"), "2026-W49");
    }
}
