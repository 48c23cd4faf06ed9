//! A report, shown: for a terminal, as Markdown for a wiki, as a page of HTML for a mail, as JSON.
//!
//! [`view`] puts everything into words once; [`human`], [`markdown`] and [`html`] lay the words
//! out. [`json`] is `edito-report/1` and takes its data from the report itself.

mod goals;
pub mod html;
pub mod human;
pub mod json;
pub mod markdown;
mod names;
mod results;
mod tables;
#[cfg(test)]
mod trial;
pub mod view;
mod weeks;

use crate::lang::Lang;
use crate::model::{ChannelIx, Workspace};
use crate::render::findings::Tally;
use crate::report::Report;
use crate::time::Instant;

/// A report and what it takes to show it.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The workspace it is about.
    pub ws: &'a Workspace,
    /// The report.
    pub report: &'a Report,
    /// The channels it is about, in file order.
    pub channels: &'a [ChannelIx],
    /// What a check of the calendar found.
    pub tally: Tally,
    /// When it is looked at.
    pub now: Instant,
    /// The language to speak.
    pub lang: Lang,
}
