//! What can be wrong with the text of a plan, and what to do about it.

use super::plan_file::FORMAT;
use crate::lang::{Lang, Text};

/// Why the text is no plan, or not one of this calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanFault {
    /// No JSON from here on, both counted from 1.
    Broken {
        /// The line.
        line: usize,
        /// The column, in bytes.
        column: usize,
    },
    /// Nothing in it.
    Empty,
    /// Another format: what it says of itself.
    Format(Option<String>),
    /// A value is missing or is not what it should be.
    Field(String),
    /// The last day is before the first.
    Backwards,
    /// The calendar has no such post on such a channel.
    Unknown {
        /// The post.
        post: String,
        /// The channel.
        channel: String,
    },
    /// It has another number of plans than there are calendars.
    Count {
        /// Plans in the file.
        plans: usize,
        /// Calendars of the run.
        calendars: usize,
    },
}

impl PlanFault {
    /// What is wrong, in a phrase.
    #[must_use]
    pub fn text(&self) -> Text {
        Text::of(|lang| match lang {
            Lang::En => self.en(),
            Lang::Fr => self.fr(),
        })
    }

    fn en(&self) -> String {
        match self {
            Self::Broken { line, column } => {
                format!("this is no JSON: it breaks off at line {line}, column {column}")
            }
            Self::Empty => "the file is empty".to_owned(),
            Self::Format(Some(other)) => {
                format!("the format is `{other}`, and only `{FORMAT}` can be verified")
            }
            Self::Format(None) => format!("this is no plan: `\"format\": \"{FORMAT}\"` is missing"),
            Self::Field(path) => format!("`{path}` is missing, or is not what a plan has there"),
            Self::Backwards => "the plan ends before it begins".to_owned(),
            Self::Unknown { post, channel } => {
                format!("the calendar has no post `{post}` on a channel `{channel}`")
            }
            Self::Count { plans, calendars } => format!(
                "the file has {}, for {}",
                crate::lang::count(Lang::En, *plans, "plan", "plans"),
                crate::lang::count(Lang::En, *calendars, "calendar", "calendars")
            ),
        }
    }

    fn fr(&self) -> String {
        match self {
            Self::Broken { line, column } => format!(
                "ce n’est pas du JSON\u{a0}: la lecture s’arrête ligne {line}, colonne {column}"
            ),
            Self::Empty => "le fichier est vide".to_owned(),
            Self::Format(Some(other)) => {
                format!("le format est `{other}`, et seul `{FORMAT}` se vérifie")
            }
            Self::Format(None) => {
                format!("ce n’est pas un plan\u{a0}: il manque `\"format\": \"{FORMAT}\"`")
            }
            Self::Field(path) => {
                format!("`{path}` manque, ou n’est pas ce qu’un plan porte à cet endroit")
            }
            Self::Backwards => "le plan finit avant de commencer".to_owned(),
            Self::Unknown { post, channel } => {
                format!("le calendrier n’a pas de post `{post}` sur un canal `{channel}`")
            }
            Self::Count { plans, calendars } => format!(
                "le fichier contient {}, pour {}",
                crate::lang::count(Lang::Fr, *plans, "plan", "plans"),
                crate::lang::count(Lang::Fr, *calendars, "calendrier", "calendriers")
            ),
        }
    }

    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> Text {
        Text::of(|lang| match (lang, self) {
            (Lang::En, Self::Unknown { .. }) => {
                "the calendar has changed since, or it is another one: plan again".to_owned()
            }
            (Lang::Fr, Self::Unknown { .. }) => {
                "le calendrier a changé depuis, ou c’en est un autre\u{a0}: refaites le plan"
                    .to_owned()
            }
            (Lang::En, Self::Count { .. }) => {
                "name with `--calendar` the calendars of the plan, in the same order".to_owned()
            }
            (Lang::Fr, Self::Count { .. }) => {
                "indiquez avec `--calendar` les calendriers du plan, dans le même ordre".to_owned()
            }
            (Lang::En, _) => "`edito plan -o plan.json` writes one".to_owned(),
            (Lang::Fr, _) => "`edito plan -o plan.json` en écrit un".to_owned(),
        })
    }
}
