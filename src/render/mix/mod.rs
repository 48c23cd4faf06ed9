//! The content mix, shown: for a terminal, as Markdown, as JSON.
//!
//! [`view`] puts everything into words once; [`table`] and [`markdown`] lay the words out. [`json`]
//! is `edito-mix/1` and takes its data from the counts themselves.

mod bar;
pub mod json;
pub mod markdown;
mod next;
pub mod table;
pub mod view;

use crate::balance::{Allowance, Sheet};
use crate::lang::Lang;
use crate::model::Workspace;
use crate::render::plan::Voice;
use chrono::NaiveDate;

/// A mix and what it takes to show it.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The workspace.
    pub ws: &'a Workspace,
    /// First and last day.
    pub days: (NaiveDate, NaiveDate),
    /// Today, on the calendar's clock.
    pub today: NaiveDate,
    /// Every window, by time, then channel.
    pub sheets: &'a [Sheet],
    /// Every quota over its periods.
    pub allowances: &'a [Allowance],
    /// The language to speak.
    pub lang: Lang,
    /// Whether what only helps is said too.
    pub voice: Voice,
}
