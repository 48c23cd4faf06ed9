//! A style of the prose linter Vale, turned into a tone file.
//!
//! Every rule is carried over whole, in part or not at all, and what is left behind is named with
//! its line and why. Nothing is guessed: a rule that would say something else here stays where it is.

mod carry;
mod clash;
mod file;
mod message;
mod pattern;
mod reason;
mod settings;
mod style;
mod toml;
mod vocabulary;
mod yaml;

use crate::lang::{Lang, Text};
use carry::{Made, New};
use reason::Reason;
use settings::Settings;
use std::collections::HashSet;
use style::Rule;
use vocabulary::List;

/// What came of a style.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// The tone file, its comments in the language asked for.
    pub toml: String,
    /// The rules that were carried over, in the order of their files.
    pub carried: Vec<Carried>,
    /// What was left behind, in the order of files and lines.
    pub left: Vec<Left>,
}

/// A rule that was carried over.
#[derive(Clone, Debug)]
pub struct Carried {
    /// Its file, as named.
    pub file: String,
    /// Its names in the tone file.
    pub ids: Vec<String>,
    /// How much of it.
    pub much: Much,
}

/// Something that was left behind.
#[derive(Clone, Debug)]
pub struct Left {
    /// Its file, as named.
    pub file: String,
    /// Its line, counted from 1.
    pub line: usize,
    /// What it is, why it was left, and what one can do.
    pub what: Text,
    /// Whether it is all of a rule.
    pub much: Much,
}

/// How much of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Much {
    /// All of it.
    Whole,
    /// A part.
    Part,
}

impl Imported {
    /// How many rules were carried over whole, in part, and not at all.
    #[must_use]
    pub fn counts(&self) -> [usize; 3] {
        let carried = |much| self.carried.iter().filter(|rule| rule.much == much).count();
        let mut lost: Vec<&str> = self
            .left
            .iter()
            .filter(|left| left.much == Much::Whole)
            .map(|left| left.file.as_str())
            .collect();
        lost.dedup();
        [carried(Much::Whole), carried(Much::Part), lost.len()]
    }

    /// Whether there was a rule or a vocabulary at all.
    #[must_use]
    pub fn has_style(&self) -> bool {
        self.counts() != [0, 0, 0]
    }
}

/// The level of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Level {
    Off,
    Hint,
    Warning,
    Error,
}

impl Level {
    /// A level by Vale's word.
    fn of(word: &str) -> Option<Self> {
        match word {
            "suggestion" => Some(Self::Hint),
            "warning" => Some(Self::Warning),
            "error" => Some(Self::Error),
            _ => None,
        }
    }

    /// Our word.
    const fn word(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Hint => "hint",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A rule and what becomes of it.
struct Done {
    file: String,
    style: String,
    name: String,
    link: Option<String>,
    level: Level,
    made: Made,
}

/// Turns the files of a style, or of several, into a tone file. A file is named with its folder:
/// `Own/Jargon.yml`. Files that are no rule, vocabulary or settings are passed over.
#[must_use]
pub fn import(files: &[(String, String)], lang: Lang) -> Imported {
    let mut settings = Settings::default();
    for (file, text) in files {
        if settings::is_settings(file) {
            settings.read(text);
        }
    }
    let mut done = Vec::new();
    let mut words = Vec::new();
    let mut out = Imported::default();
    for (file, text) in files {
        if let Some(list) = vocabulary::list(file) {
            vocabulary_of(list, file, text, &mut words, &mut done, &mut out);
        } else if file.ends_with(".yml") || file.ends_with(".yaml") {
            done.extend(rule_of(file, text, &settings));
        }
    }
    let mut seen = HashSet::new();
    words.retain(|word: &String| seen.insert(word.clone()));
    clash::settle(&mut done, &words);
    let entries = file::entries(done, &mut out);
    out.left.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    out.toml = file::write(&words, &entries, &out, lang);
    out
}

fn vocabulary_of(
    list: List,
    file: &str,
    text: &str,
    words: &mut Vec<String>,
    done: &mut Vec<Done>,
    out: &mut Imported,
) {
    match list {
        List::Accept => {
            let (found, left) = vocabulary::accepted(text);
            if found.is_empty() && left.is_empty() {
                return;
            }
            let much = if found.is_empty() { Much::Whole } else { Much::Part };
            if !found.is_empty() {
                let kept = if left.is_empty() { Much::Whole } else { Much::Part };
                let ids = vec!["vocabulary".to_owned()];
                out.carried.push(Carried { file: file.to_owned(), ids, much: kept });
            }
            words.extend(found);
            out.left.extend(left.into_iter().map(|(line, reason)| Left {
                file: file.to_owned(),
                line,
                what: reason.text(),
                much,
            }));
        }
        List::Reject => {
            let made = vocabulary::rejected(text);
            if made.rules.is_empty() && made.left.is_empty() {
                return;
            }
            let (style, _) = style::names(file);
            let name = "rejected words".to_owned();
            let file = file.to_owned();
            done.push(Done { file, style, name, link: None, level: Level::Error, made });
        }
    }
}

fn rule_of(file: &str, text: &str, settings: &Settings) -> Option<Done> {
    match style::read(file, text) {
        Ok(None) => None,
        Ok(Some(rule)) => Some(Done {
            made: carry::carry(&rule),
            link: rule.text("link").map(|link| link.text),
            level: level_of(&rule, settings),
            file: rule.file,
            style: rule.style,
            name: rule.name,
        }),
        Err(fault) => {
            let (style, name) = style::names(file);
            let left = vec![(fault.line, Reason::Yaml(fault.words().map(str::to_owned)))];
            let made = Made { rules: Vec::<New>::new(), left };
            let file = file.to_owned();
            Some(Done { file, style, name, link: None, level: Level::Warning, made })
        }
    }
}

/// The level of a rule: that of the settings, else its own, else Vale's usual one.
fn level_of(rule: &Rule, settings: &Settings) -> Level {
    let own = || rule.text("level").and_then(|level| Level::of(&level.text.to_lowercase()));
    settings.level(&rule.full_name()).or_else(own).unwrap_or(Level::Warning)
}

#[cfg(test)]
mod tests;
