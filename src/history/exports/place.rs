//! Which channel of the calendar a row is about.

use super::fields::Field;
use super::header::Header;
use crate::model::{ChannelIx, HistoryFile, Workspace};
use crate::sheet::{Row, Table};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// How the channel of a row is told.
#[derive(Debug)]
pub(super) enum Place {
    /// Every row is about this one.
    One(ChannelIx),
    /// A column tells: which, and what was found so far for each of its values.
    Column(usize, RefCell<BTreeMap<String, Option<ChannelIx>>>),
    /// Nothing tells.
    Unknown,
}

impl Place {
    /// How the rows of a file are told apart: by the entry, by a column whose values stand for
    /// channels, by the network of the export, or because there is one channel alone.
    ///
    /// A column that nobody named counts only when one of its values stands for a channel.
    pub(super) fn of(
        ws: &Workspace,
        entry: &HistoryFile,
        header: &Header,
        table: &Table<'_>,
    ) -> Self {
        if let Some(channel) = &entry.channel {
            return Self::One(channel.value);
        }
        let named = entry.columns.iter().any(|(key, _)| key.value == Field::Channel.key());
        for field in [Field::Channel, Field::Account] {
            let Some(column) = header.column(field) else { continue };
            let place = Self::Column(column, RefCell::default());
            let sure = named && field == Field::Channel;
            if sure || place.speaks(ws, header, table) {
                return place;
            }
        }
        let network = header.shape.map_or("", |shape| shape.network);
        // An export of another network is of none of our channels, unless one is of no network we know.
        let any = |channel: &crate::model::Channel| {
            network.is_empty() || channel.network.value == "custom"
        };
        let mut of_network = ws.each_channel().filter(|(_, c)| c.network.value == network);
        match (of_network.next(), of_network.next(), ws.channels.len()) {
            (Some((channel, _)), None, _) => Self::One(channel),
            (None, _, 1) if ws.channels.iter().any(any) => Self::One(ChannelIx::new(0)),
            _ => Self::Unknown,
        }
    }

    /// Whether any row's value stands for a channel.
    fn speaks(&self, ws: &Workspace, header: &Header, table: &Table<'_>) -> bool {
        let (mut index, mut found) = (0, false);
        table.each(|row| {
            index += 1;
            found = index > header.skip && self.channel(ws, header, &row).is_some();
            if found { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        found
    }

    /// The channel of a row; nothing where it is not one of the calendar's.
    pub(super) fn channel(
        &self,
        ws: &Workspace,
        header: &Header,
        row: &Row<'_>,
    ) -> Option<ChannelIx> {
        match self {
            Self::One(channel) => Some(*channel),
            Self::Unknown => None,
            Self::Column(column, known) => {
                let cell = row.cell(*column);
                let value = cell.text();
                if let Some(channel) = known.borrow().get(value.as_ref()) {
                    return *channel;
                }
                let network = header.shape.map_or("", |shape| shape.network);
                let channel = meant(ws, &value, network);
                known.borrow_mut().insert(value.into_owned(), channel);
                channel
            }
        }
    }
}

/// The channel of a word: its id, its account, or the network when one channel alone is on it.
fn meant(ws: &Workspace, value: &str, network: &str) -> Option<ChannelIx> {
    let word = crate::text::fold(value);
    let handle = word.trim_start_matches('@');
    if handle.is_empty() {
        return None;
    }
    let here = |on: &str| network.is_empty() || on == network;
    let one = |fits: &dyn Fn(&crate::model::Channel) -> bool| {
        let mut found = ws.each_channel().filter(|(_, c)| here(&c.network.value) && fits(c));
        let first = found.next()?;
        found.next().is_none().then_some(first.0)
    };
    let account = |c: &crate::model::Channel| {
        c.account.as_deref().is_some_and(|a| crate::text::fold(a).trim_start_matches('@') == handle)
    };
    one(&|c| c.id.value == word)
        .or_else(|| one(&account))
        .or_else(|| one(&|c| is_network(&c.network.value, &word)))
}

/// Whether people call a network so.
fn is_network(network: &str, word: &str) -> bool {
    let plain: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
    let key: String = network.chars().filter(|c| c.is_alphanumeric()).collect();
    plain == key
        || match network {
            "x" => {
                matches!(plain.as_str(), "twitter" | "xtwitter" | "twitterx" | "xformerlytwitter")
            }
            "facebook" => matches!(plain.as_str(), "fb" | "facebookpage"),
            "instagram" => matches!(plain.as_str(), "ig" | "insta" | "instagrambusiness"),
            "linkedin" => matches!(plain.as_str(), "linkedinpage" | "linkedincompany"),
            "youtube" => plain == "yt",
            _ => false,
        }
}
