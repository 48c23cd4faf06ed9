//! What the past says of hours, shown: for a terminal, as Markdown, as JSON.
//!
//! [`view`] puts everything into words once; [`table`] and [`markdown`] lay the words out, [`heat`] draws
//! the week. [`json`] is `edito-slots/1` and takes its data from what was learned. [`backtest`] is the
//! page of a trial on the past. Nothing here learns or chooses, and gains are written by
//! [`super::gain`] alone.

pub mod backtest;
mod evidence;
mod heat;
pub(super) mod intake;
pub mod json;
pub mod markdown;
mod page;
#[cfg(test)]
mod sample;
pub mod table;
pub mod view;

use super::plan::Voice;
use crate::lang::Lang;
use crate::model::{Advice, ChannelIx, Workspace};

/// What the past says, and what it takes to show it.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The workspace, with its past.
    pub ws: &'a Workspace,
    /// The channels to show, in the order of the file.
    pub channels: &'a [ChannelIx],
    /// By channel of the workspace: what its past says of its hours.
    pub advice: &'a [Option<Advice>],
    /// The language to speak.
    pub lang: Lang,
    /// Whether what only helps is said too.
    pub voice: Voice,
}

impl<'a> Shown<'a> {
    /// What a channel's past says.
    #[must_use]
    pub fn advice(&self, channel: ChannelIx) -> Option<&'a Advice> {
        self.advice.get(channel.get())?.as_ref()
    }
}
