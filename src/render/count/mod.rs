//! How long a text is on each network: a table, what counts otherwise than its letters, what is too
//! long; and the same for programs.
//!
//! What a text comes to is worked out elsewhere ([`crate::networks::fit()`]): here it is only said.

mod excess;
mod json;
mod limits;
mod notes;
mod pieces;
mod table;

pub use json::{Answer, Origin, answer, refused};

use super::plan::Ink;
use crate::lang::Lang;
use crate::networks::{Field, Fit, Network};

/// A text on a network, counted.
#[derive(Clone, Debug)]
pub struct Row {
    /// What it is called: the network, the channel, the part of a thread.
    pub label: String,
    /// The network.
    pub network: &'static Network,
    /// Text or title.
    pub field: Field,
    /// What was counted.
    pub text: String,
    /// The content warning that goes with it.
    pub warning: String,
    /// What it comes to.
    pub fit: Fit,
    /// Where its limit comes from.
    pub source: Source,
    /// The post it is of, for programs.
    pub origin: Option<Origin>,
}

/// Where a limit comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The network.
    Network,
    /// The network, for posts of this kind.
    Kind,
    /// The calendar: `limits` of the channel.
    Calendar,
}

/// How much is said of a network.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detail {
    /// What it counts and every other limit: somebody asked for it.
    Full,
    /// What makes a difference to this text.
    Brief,
    /// Nothing but the table.
    None,
}

/// How it looks.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// The language.
    pub lang: Lang,
    /// Columns of the screen.
    pub columns: usize,
    /// Symbols or plain letters.
    pub ink: Ink,
    /// How much is said.
    pub detail: Detail,
}

/// The table and what there is to say below it, as styled lines of at most `columns` columns.
#[must_use]
pub fn render(rows: &[Row], look: Look) -> String {
    let mut out = table::table(rows, look);
    if look.detail != Detail::None {
        out.push_str(&notes::notes(rows, look));
    }
    match look.ink {
        Ink::Unicode => out,
        Ink::Ascii => out.replace(['\u{a0}', '\u{202f}'], " "),
    }
}
