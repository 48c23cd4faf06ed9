//! Rules between tasks that a relaxed plan breaks: they get a price when that happens first.

use super::{Relaxed, View};
use crate::planner::bound::prices::CutKind;
use crate::planner::core::{NONE, id, ix};
use std::collections::{BTreeMap, BTreeSet};

impl View<'_> {
    /// Rules that the relaxed plan breaks and that nobody pays for yet.
    pub(in crate::planner::bound) fn broken(&self, out: &Relaxed) -> BTreeSet<CutKind> {
        let core = self.core;
        let known: BTreeSet<CutKind> = self.cuts.iter().map(|cut| cut.kind).collect();
        let mut found = BTreeSet::new();
        let mut by_topic: BTreeMap<u32, Vec<i64>> = BTreeMap::new();
        let mut starts: BTreeMap<u32, (i64, i64)> = BTreeMap::new();
        let mut quotas: BTreeMap<(u32, u32), i64> = BTreeMap::new();
        for (task, position) in &out.chosen {
            let (data, start) = (&core.tasks[ix(*task)], core.start(*task, *position));
            if data.topic != NONE {
                by_topic.entry(data.topic).or_default().push(start);
            }
            let both = starts.entry(*task).or_insert((start, start));
            *both = (both.0.min(start), both.1.max(start));
            for quota in &data.quotas {
                let period = core.quotas[ix(*quota)].period(start);
                *quotas.entry((*quota, id(period))).or_default() += 1;
            }
        }
        for (topic, mut starts) in by_topic {
            starts.sort_unstable();
            let near = starts.windows(2).filter(|pair| pair[1] - pair[0] < core.topic_gap);
            found.extend(near.map(|pair| CutKind::Topic(topic, pair[0])));
        }
        for ((quota, period), count) in quotas {
            if count > i64::from(core.quotas[ix(quota)].room[ix(period)]) {
                found.insert(CutKind::Quota(quota, period));
            }
        }
        for (number, tie) in core.ties.iter().enumerate() {
            let Some((first, last)) = starts.get(&tie.b) else { continue };
            let number = id(number);
            match starts.get(&tie.a) {
                None => found.extend([CutKind::Min(number, i64::MAX)]),
                Some((earliest, latest)) => {
                    if *earliest > first - tie.min {
                        found.insert(CutKind::Min(number, *first));
                    }
                    if tie.max.is_some_and(|max| *latest < last - max) {
                        found.insert(CutKind::Max(number, *last));
                    }
                }
            }
        }
        found.difference(&known).copied().collect()
    }
}
