//! Names and what they stand for.

use super::faults::Faults;
use super::shape::Ref;
use crate::model::{CampaignIx, ChannelIx, EventIx, PersonIx, PillarIx, PostIx, SeriesIx};
use crate::source::{At, Loc};
use std::collections::HashMap;

/// The names of one kind, in the order they were declared.
#[derive(Debug)]
pub(super) struct Table {
    what: Ref,
    by_name: HashMap<String, usize>,
    order: Vec<Loc<String>>,
}

impl Table {
    fn new(what: Ref) -> Self {
        Self { what, by_name: HashMap::new(), order: Vec::new() }
    }

    /// Declares the next name; a second one of the same spelling is a fault and stays unreachable.
    pub(super) fn declare(&mut self, name: Loc<String>, faults: &mut Faults) {
        let index = self.order.len();
        if let Some(&first) = self.by_name.get(&name.value) {
            let post = (self.what == Ref::Post).then_some(name.value.as_str());
            faults.duplicate_id(&name.value, name.at, self.order[first].at, post);
        } else {
            self.by_name.insert(name.value.clone(), index);
        }
        self.order.push(name);
    }

    /// A place in the order that no name reaches.
    pub(super) fn declare_nameless(&mut self, at: At) {
        self.order.push(Loc::new(String::new(), at));
    }

    /// What the name stands for; a fault when it stands for nothing.
    fn find(&self, name: &Loc<String>, faults: &mut Faults) -> Option<usize> {
        let found = self.by_name.get(&name.value).copied();
        if found.is_none() {
            let known = self.order.iter().map(|name| name.value.as_str()).filter(|n| !n.is_empty());
            faults.unknown_name(self.what, name, known);
        }
        found
    }
}

/// Every name of a workspace.
#[derive(Debug)]
pub(super) struct Names {
    pub(super) channels: Table,
    pub(super) people: Table,
    pub(super) pillars: Table,
    pub(super) campaigns: Table,
    pub(super) series: Table,
    pub(super) events: Table,
    pub(super) posts: Table,
}

impl Names {
    /// No name yet.
    pub(super) fn new() -> Self {
        Self {
            channels: Table::new(Ref::Channel),
            people: Table::new(Ref::Person),
            pillars: Table::new(Ref::Pillar),
            campaigns: Table::new(Ref::Campaign),
            series: Table::new(Ref::Series),
            events: Table::new(Ref::Event),
            posts: Table::new(Ref::Post),
        }
    }
}

macro_rules! resolve {
    ($($(#[$doc:meta])* $method:ident, $table:ident, $ix:ident;)*) => {
        impl Names {$(
            $(#[$doc])*
            pub(super) fn $method(
                &self,
                name: Option<Loc<String>>,
                faults: &mut Faults,
            ) -> Option<Loc<$ix>> {
                let name = name?;
                let index = self.$table.find(&name, faults)?;
                Some(Loc::new($ix::new(index), name.at))
            }
        )*}
    };
}

resolve! {
    /// The channel of this name.
    channel, channels, ChannelIx;
    /// The person of this name.
    person, people, PersonIx;
    /// The pillar of this name.
    pillar, pillars, PillarIx;
    /// The campaign of this name.
    campaign, campaigns, CampaignIx;
    /// The series of this name.
    series, series, SeriesIx;
    /// The event of this name.
    event, events, EventIx;
    /// The post of this name.
    post, posts, PostIx;
}

impl Names {
    /// The channels of a list of names.
    pub(super) fn channels_of(
        &self,
        names: Option<Vec<Loc<String>>>,
        faults: &mut Faults,
    ) -> Vec<Loc<ChannelIx>> {
        let names = names.unwrap_or_default().into_iter();
        names.filter_map(|name| self.channel(Some(name), faults)).collect()
    }

    /// The channel of a brand that has no other.
    pub(super) fn only_channel(&self) -> Option<ChannelIx> {
        (self.channels.order.len() == 1).then(|| ChannelIx::new(0))
    }

    /// The pillars of a list of names.
    pub(super) fn pillars_of(
        &self,
        names: Option<Vec<Loc<String>>>,
        faults: &mut Faults,
    ) -> Vec<PillarIx> {
        let names = names.unwrap_or_default().into_iter();
        names.filter_map(|name| Some(self.pillar(Some(name), faults)?.value)).collect()
    }
}

/// The values of a list, without their places.
pub(super) fn values<T>(list: Vec<Loc<T>>) -> Vec<T> {
    list.into_iter().map(|item| item.value).collect()
}
