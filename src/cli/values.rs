//! The words an option may take.
//!
//! Names only; what they mean to a reader is in [`super::words`].

use clap::ValueEnum;
use clap::builder::PossibleValue;

use crate::lang::Lang;

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ColorWhen {
    /// As the terminal and the environment say.
    #[default]
    Auto,
    /// Even in a file or a pipe.
    Always,
    /// Not even on a terminal.
    Never,
}

/// The forms of the findings of `check`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// With the lines at fault, for people.
    #[default]
    Human,
    /// One line each.
    Concise,
    /// `edito-check/1`.
    Json,
}

/// The least level that makes `check` fail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Any finding.
    Hint,
    /// A warning or an error.
    Warning,
    /// An error.
    #[default]
    Error,
}

/// The forms of a plan on stdout.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum PlanFormat {
    /// For a terminal.
    #[default]
    Table,
    /// For a wiki, a mail, a pull request.
    #[value(alias = "md")]
    Markdown,
    /// `edito-plan/1`.
    Json,
}

/// The forms of `slots`, `mix` and `report`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For a terminal.
    #[default]
    Human,
    /// For a wiki, a mail, a pull request.
    #[value(alias = "md")]
    Markdown,
    /// One JSON object a calendar and line.
    Json,
}

/// The forms of `report`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ResultsFormat {
    /// For a terminal.
    #[default]
    Human,
    /// For a wiki, a mail, a pull request.
    #[value(alias = "md")]
    Markdown,
    /// A page for a mail or a browser.
    Html,
    /// `edito-report/1`.
    Json,
}

/// The forms of the result of `count`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum CountFormat {
    /// A table, for people.
    #[default]
    Human,
    /// One JSON object a line.
    Json,
}

/// How hard the planner searches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Effort {
    /// A good plan at once.
    Quick,
    /// The default budget.
    #[default]
    Normal,
    /// The largest budget.
    Max,
}

/// The formats of other programs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// iCalendar.
    Ics,
    /// A table for spreadsheets.
    Csv,
    /// A text to share.
    #[value(alias = "md")]
    Markdown,
    /// `edito-plan/1`.
    Json,
}

/// The documents a user writes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum SchemaKind {
    /// `calendar.toml`.
    #[default]
    Calendar,
    /// `tone.toml`.
    Tone,
    /// `mix.toml`.
    Mix,
    /// A further file of posts.
    Posts,
}

impl ValueEnum for Lang {
    fn value_variants<'a>() -> &'a [Self] {
        &[Self::Fr, Self::En]
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.tag()))
    }
}
