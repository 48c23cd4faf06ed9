//! What is typed after the commands that look at results: `slots`, `mix`, `report`.

use super::Span;
use crate::cli::values::{ReportFormat, ResultsFormat};
use clap::ArgAction;
use std::path::PathBuf;

/// `slots`: which hours work, and how well that is known.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Slots {
    /// The channels to show; none means all.
    #[arg(long = "channel", action = ArgAction::Append)]
    pub channels: Vec<String>,
    /// Try the method on the past: what it would have said, and what came.
    #[arg(long)]
    pub backtest: bool,
    /// The form of the result; absent, the extension of `output` decides, else a text for people.
    #[arg(long, value_enum)]
    pub format: Option<ReportFormat>,
    /// Where to write it; `-` is stdout.
    #[arg(short, long)]
    pub output: Option<PathBuf>,
}

/// `mix`: what is planned and published, against the targets.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Mix {
    /// The days; none of them means up to the end of the coming week.
    #[command(flatten)]
    pub span: Span,
    /// A well-known mix to take, by name.
    #[arg(long, value_name = "NAME")]
    pub preset: Option<String>,
    /// Which pillar is in which group of the preset, as `PILLAR=GROUP`.
    #[arg(long = "map", value_name = "PILLAR=GROUP", action = ArgAction::Append, requires = "preset")]
    pub map: Vec<String>,
    /// The form of the result; absent, the extension of `output` decides, else a text for people.
    #[arg(long, value_enum, conflicts_with = "preset")]
    pub format: Option<ReportFormat>,
    /// Where to write it; `-` is stdout.
    #[arg(short, long, conflicts_with = "preset")]
    pub output: Option<PathBuf>,
}

/// `report`: last week, the next one, what is late, and what the posts got.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Report {
    /// The first day of the results, in words; absent, four weeks ago.
    #[arg(long, value_name = "DATE", allow_hyphen_values = true)]
    pub since: Option<String>,
    /// The channels to show; none means all.
    #[arg(long = "channel", action = ArgAction::Append)]
    pub channels: Vec<String>,
    /// The form of the result; absent, the extension of `output` decides, else a text for people.
    #[arg(long, value_enum)]
    pub format: Option<ResultsFormat>,
    /// Where to write it; `-` is stdout.
    #[arg(short, long)]
    pub output: Option<PathBuf>,
    /// Print nothing when there is nothing to say.
    #[arg(long)]
    pub if_any: bool,
}
