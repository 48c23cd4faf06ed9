//! The same posts as a calendar of `edito` and as plain texts for the others.

use crate::corpus::Sample;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Posts of one file.
const A_FILE: usize = 1_000;

const CALENDAR: &str = r#"posts = ["posts/*.toml"]
VOICE
[calendar]
name = "A very busy house"
timezone = "Europe/Paris"
lang = "en"

[channels.linkedin]
network = "linkedin"
cadence = { per_day = 6 }
"#;
const PACKS: &str =
    "extends = [\"fr-social\", \"en-social\", \"fr-typo\", \"a11y-social\", \"fr-legal\"]\n";
const FRENCH: &str = include_str!("../../tests/data/tone/brand-fr.toml");
const ENGLISH: &str = include_str!("../../tests/data/tone/brand-en.toml");
/// Readability, which is in no pack, in both languages.
pub const READABILITY: &str = r#"
[[rule]]
id = "clear-fr"
kind = "readability"
formula = "kandel-moles"
lang = "fr"
min = 20

[[rule]]
id = "clear-en"
kind = "readability"
formula = "flesch"
lang = "en"
min = 20
"#;

/// Where everything is.
pub struct Workspace {
    /// The calendar with the brand's tone.
    pub voiced: PathBuf,
    /// The same, and readability is counted too.
    pub readable: PathBuf,
    /// The same calendar without a tone.
    pub plain: PathBuf,
    /// A calendar with one post and the brand's tone.
    pub single: PathBuf,
    /// The texts alone.
    pub texts: Vec<PathBuf>,
}

impl Workspace {
    /// Writes the posts into a folder.
    pub fn write(folder: &Path, posts: &[Sample]) -> std::io::Result<Self> {
        let [voiced, readable, plain] =
            ["voiced", "readable", "plain"].map(|name| folder.join(name));
        let mut texts = Vec::new();
        for (number, posts) in posts.chunks(A_FILE).enumerate() {
            let file: String = posts
                .iter()
                .enumerate()
                .map(|(index, post)| entry(number * A_FILE + index, post))
                .collect();
            for calendar in [&voiced, &readable, &plain] {
                write(&calendar.join("posts"), &format!("{number:02}.toml"), &file)?;
            }
            let text: Vec<&str> = posts.iter().map(|post| post.text.as_str()).collect();
            texts.push(write(
                &folder.join("texts"),
                &format!("{number:02}.txt"),
                &text.join("\n\n"),
            )?);
        }
        let single = folder.join("single");
        let first: String = posts.first().map(|post| entry(0, post)).into_iter().collect();
        write(&single.join("posts"), "00.toml", &first)?;
        for (calendar, more) in [(&voiced, ""), (&single, READABILITY), (&readable, READABILITY)] {
            write(calendar, "voice.toml", &voice(more))?;
        }
        Ok(Self {
            voiced: calendar(&voiced, "tone = \"voice.toml\"")?,
            readable: calendar(&readable, "tone = \"voice.toml\"")?,
            plain: calendar(&plain, "")?,
            single: calendar(&single, "tone = \"voice.toml\"")?,
            texts,
        })
    }
}

fn calendar(folder: &Path, tone: &str) -> std::io::Result<PathBuf> {
    write(folder, "calendar.toml", &CALENDAR.replace("VOICE", tone))
}

fn write(folder: &Path, name: &str, text: &str) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(folder)?;
    let path = folder.join(name);
    std::fs::write(&path, text)?;
    Ok(path)
}

/// Every pack, the whole French brand, what the English one says of English alone, and `more`.
pub fn voice(more: &str) -> String {
    let english = ENGLISH.split("[[rule]]\n").filter(|rule| rule.contains("lang = \"en\""));
    let english: String = english
        .map(|rule| format!("\n[[rule]]\n{}", rule.replacen("id = \"", "id = \"en-", 1)))
        .collect();
    [PACKS, FRENCH, &english, more].concat()
}

fn entry(number: usize, post: &Sample) -> String {
    // All days are to come: no post is late.
    let (year, month, day) = (2027 + number % 8, 1 + number / 8 % 12, 1 + number / 96 % 28);
    let mut entry = format!(
        "[[post]]\nid = \"post-{number}\"\ntitle = \"Post {number}\"\nchannels = [\"linkedin\"]\n\
         status = \"draft\"\ndate = {year}-{month:02}-{day:02}\nlang = \"{}\"\ntext = \"\"\"\n",
        post.lang
    );
    for c in post.text.chars() {
        match c {
            '\n' => entry.push('\n'),
            '"' | '\\' => entry.extend(['\\', c]),
            _ if c.is_control() => {
                write!(entry, "\\u{:04x}", u32::from(c)).expect("a string takes all");
            }
            _ => entry.push(c),
        }
    }
    entry.push_str("\"\"\"\n\n");
    entry
}
