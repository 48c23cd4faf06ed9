//! Which posts of a channel are learned from, as samples.

use super::fit::Sample;
use super::residue::ordered;
use crate::model::{ChannelIx, Known, Measure, Outing, Workspace, hour_of_week};
use crate::time::Instant;
use std::collections::{BTreeMap, BTreeSet};

/// The posts of one channel.
pub(super) struct Sifted<'a> {
    /// Those of the brand itself that were read.
    pub posts: usize,
    /// Whether hours are learned, or only days of the week.
    pub known: Known,
    /// Those of the brand itself that are learned from.
    pub own: Samples<'a>,
    /// Those of each other brand, by its name.
    pub others: Vec<Samples<'a>>,
}

/// Posts of one brand, in the order of time.
pub(super) struct Samples<'a> {
    /// The posts; `kind` counts in `kinds`.
    pub list: Vec<Sample>,
    /// The names of their types, in the order of letters.
    pub kinds: Vec<&'a str>,
}

impl<'a> Sifted<'a> {
    /// The posts of a channel; none without a post of the brand's own.
    ///
    /// Where any post of the brand's own has an hour, posts of which only the day is known are not
    /// learned from: a made-up hour would teach what is not so. Where a rate is asked for, neither are
    /// posts without a reach.
    pub fn of(ws: &Workspace, channel: ChannelIx, outings: &'a [Outing]) -> Option<Self> {
        let here = || outings.iter().filter(move |post| post.channel == channel);
        let own: Vec<&Outing> = here().filter(|post| post.brand.is_none()).collect();
        let known = own.iter().map(|post| post.known).min()?;
        let mut brands: BTreeMap<&str, Vec<&Outing>> = BTreeMap::new();
        for post in here() {
            if let Some(brand) = &post.brand {
                brands.entry(brand).or_default().push(post);
            }
        }
        let samples = |posts: &[&'a Outing]| Samples::of(ws, channel, posts, known);
        Some(Self {
            posts: own.len(),
            known,
            own: samples(&own),
            others: brands.values().map(|posts| samples(posts)).collect(),
        })
    }
}

impl<'a> Samples<'a> {
    fn of(ws: &Workspace, channel: ChannelIx, posts: &[&'a Outing], known: Known) -> Self {
        let usable = |post: &&&'a Outing| {
            post.known <= known && (ws.plan.measure == Measure::Engagement || post.reach.is_some())
        };
        let usable: Vec<&'a Outing> = posts.iter().filter(usable).copied().collect();
        // One by one: collecting would sort a name for every post.
        let mut kinds: BTreeSet<&str> = BTreeSet::new();
        for post in &usable {
            kinds.insert(&post.kind);
        }
        let kinds: Vec<&str> = kinds.into_iter().collect();
        let zone = ws.channels[channel.get()].zone;
        let sample = |post: &&Outing| Sample {
            at: post.at.unix(),
            slot: hour_of_week(zone.local(post.at)),
            kind: kinds.binary_search(&post.kind.as_str()).unwrap_or(0),
            engagement: post.engagement,
            reach: post.reach.filter(|_| ws.plan.measure == Measure::Rate),
        };
        let list: Vec<Sample> = usable.iter().map(sample).collect();
        Self { list: ordered(&list, kinds.len()), kinds }
    }

    /// Those that went out before an instant.
    pub fn before(&self, at: Instant) -> &[Sample] {
        &self.list[..self.list.partition_point(|sample| sample.at < at.unix())]
    }
}
