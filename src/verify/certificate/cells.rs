//! The cells of the mix: its windows, one by one or channel by channel, and what each counts.
//!
//! A cell counts by classes: shares that no placement can count in two of, chosen in the order of
//! the file, and one class of everything else that has a pillar. The penalties of the other shares
//! are left out, which only raises the bound. Where posts count once, a post with several
//! placements roams: it may count in any cell that its tasks reach, or where its earliest fixed
//! placement is unless a task comes before that one.

use super::problem::{Slot, Task};
use crate::model::{
    CampaignIx, ChannelIx, Count, MixWindow, Placement, PlacementIx, PostIx, Scope, Workspace,
};
use crate::time::Instant;
use crate::verify::board::{Board, Item};
use crate::verify::mix::{Span, earliest, exists, rank, windows};
use crate::verify::{Assignment, mix};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// The cells of a plan.
pub(super) struct Cells<'w> {
    ws: &'w Workspace,
    windows: Vec<(Span, Option<CampaignIx>)>,
    /// Cells of a window.
    each: usize,
    /// The shares that are classes.
    shares: Vec<usize>,
    roaming: Vec<Roaming>,
    /// What is fixed and stays: by cell, then class.
    fixed: Vec<i64>,
}

/// A post of several placements, where posts count once.
struct Roaming {
    tasks: Vec<usize>,
    fixed: Option<((Instant, PlacementIx), Option<usize>)>,
}

/// What the cells may count, by cell, then class.
pub(super) struct Tally {
    /// Counted for sure.
    pub(super) fixed: Vec<i64>,
    /// Tasks that may count.
    pub(super) tasks: Vec<i64>,
    /// Posts that may count besides, whatever the tasks do.
    pub(super) roaming: Vec<i64>,
}

impl<'w> Cells<'w> {
    /// The cells of a plan, with nothing in them.
    pub(super) fn new(ws: &'w Workspace, plan: &Assignment<'_>) -> Self {
        let windows = match ws.mix.window {
            _ if ws.mix.shares.is_empty() => Vec::new(),
            MixWindow::Campaign => {
                let campaigns = ws.campaigns.iter().enumerate();
                campaigns.map(|(i, c)| ((c.from, c.to), Some(CampaignIx::new(i)))).collect()
            }
            window => windows(window, plan.from, plan.to)
                .into_iter()
                .map(|(from, to)| ((Some(from), Some(to)), None))
                .collect::<Vec<_>>(),
        };
        let each = match ws.mix.scope {
            Scope::All => 1,
            Scope::Channel => ws.channels.len(),
        };
        let shares = disjoint(ws);
        let fixed = vec![0; windows.len() * each * (shares.len() + 1)];
        Self { ws, windows, each, shares, roaming: Vec::new(), fixed }
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.windows.len() * self.each
    }

    /// How many classes a cell has, the last for what no share counts.
    pub(super) fn classes(&self) -> usize {
        self.shares.len() + 1
    }

    /// The class of a number of the file.
    pub(super) fn class_named(&self, name: i64) -> Option<usize> {
        match usize::try_from(name) {
            Ok(share) => self.shares.iter().position(|own| *own == share),
            Err(_) => (name == -1).then_some(self.shares.len()),
        }
    }

    /// The class of a placement; none without a pillar.
    pub(super) fn class_of(&self, placement: &Placement) -> Option<usize> {
        let (pillar, format) = (placement.pillar?, placement.format.as_deref());
        let own = |share: &usize| self.ws.mix.shares[*share].counts(pillar, format);
        Some(self.shares.iter().position(own).unwrap_or(self.shares.len()))
    }

    /// The cell of a placement on a day of the calendar's clock.
    pub(super) fn cell_of(&self, placement: &Placement, day: NaiveDate) -> Option<usize> {
        placement.pillar?;
        let campaign = self.ws.post_of(placement).campaign.as_ref().map(|c| c.value);
        let holds = |((from, to), own): &(Span, Option<CampaignIx>)| match own {
            Some(own) => campaign == Some(*own),
            None => from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to),
        };
        let window = self.windows.iter().position(holds)?;
        Some(self.numbered(window, placement.channel))
    }

    fn numbered(&self, window: usize, channel: ChannelIx) -> usize {
        window * self.each + if self.each == 1 { 0 } else { channel.get() }
    }

    /// Whether a task counts as a task; else its post roams, or it has no pillar.
    pub(super) fn counts_as_task(&self, ix: PlacementIx) -> bool {
        let placement = self.ws.placement(ix);
        let alone = || self.ws.placement_ids(placement.post).count() == 1;
        placement.pillar.is_some() && (self.ws.mix.count == Count::Placements || alone())
    }

    /// The penalty of a class in a cell: its share, when it costs anything there.
    pub(super) fn share(&self, cell: usize, class: usize) -> Option<&'w crate::model::Share> {
        let share = &self.ws.mix.shares[*self.shares.get(class)?];
        let (span, _) = self.windows[cell / self.each];
        exists(self.ws, share, span).then_some(share)
    }

    /// Counts what is fixed, and finds the posts that roam.
    pub(super) fn fill(&mut self, board: &Board, tasks: &[Task]) {
        let mut roaming: BTreeMap<PostIx, Vec<usize>> = BTreeMap::new();
        if self.ws.mix.count == Count::Posts {
            for (index, task) in tasks.iter().enumerate() {
                if self.ws.placement_ids(self.ws.placement(task.placement).post).count() > 1 {
                    let post = self.ws.placement(task.placement).post;
                    roaming.entry(post).or_default().push(index);
                }
            }
        }
        let items: Vec<&Item> = match self.ws.mix.count {
            Count::Placements => board.items.iter().collect(),
            Count::Posts => earliest(self.ws, board),
        };
        let mut firsts = BTreeMap::new();
        for item in items {
            let placement = self.ws.placement(item.placement);
            let entry = self.cell_of(placement, item.day).zip(self.class_of(placement));
            let entry = entry.map(|(cell, class)| cell * self.classes() + class);
            if roaming.contains_key(&placement.post) {
                firsts.insert(placement.post, (rank(self.ws, item), entry));
            } else if let Some(entry) = entry {
                self.fixed[entry] += 1;
            }
        }
        self.roaming = roaming
            .into_iter()
            .map(|(post, tasks)| Roaming { tasks, fixed: firsts.get(&post).copied() })
            .collect();
    }

    /// What may count, with these slots open.
    pub(super) fn tally(&self, tasks: &[Task], slots: &[Slot], open: &[bool]) -> Tally {
        let nothing = vec![0; self.fixed.len()];
        let mut tally =
            Tally { fixed: self.fixed.clone(), tasks: nothing.clone(), roaming: nothing };
        let entry = |task: &Task, slot: usize| {
            let cell = slots[slot].cell?;
            Some(cell * self.classes() + task.class?)
        };
        for task in tasks.iter().filter(|task| task.counts) {
            let open = task.slots.clone().filter(|slot| open[*slot]);
            let entries: BTreeSet<usize> = open.filter_map(|slot| entry(task, slot)).collect();
            for entry in entries {
                tally.tasks[entry] += 1;
            }
        }
        for post in &self.roaming {
            let mut entries = BTreeSet::new();
            let mut may_precede = false;
            for task in post.tasks.iter().map(|task| &tasks[*task]) {
                for slot in task.slots.clone().filter(|slot| open[*slot]) {
                    let own = (Instant::from_unix(slots[slot].start), task.placement);
                    if post.fixed.is_none_or(|(first, _)| own < first) {
                        may_precede = true;
                        entries.extend(entry(task, slot));
                    }
                }
            }
            match post.fixed {
                Some((_, Some(entry))) if !may_precede => tally.fixed[entry] += 1,
                Some((_, fixed)) => entries.extend(fixed.filter(|_| may_precede)),
                None => {}
            }
            for entry in entries {
                tally.roaming[entry] += 1;
            }
        }
        tally
    }
}

/// Shares that no placement counts in two of, greedily in the order of the file.
fn disjoint(ws: &Workspace) -> Vec<usize> {
    let kinds: BTreeSet<(usize, Option<&str>)> = ws
        .placements
        .iter()
        .filter_map(|placement| Some((placement.pillar?.get(), placement.format.as_deref())))
        .collect();
    let mut chosen: Vec<usize> = Vec::new();
    let mut taken = BTreeSet::new();
    for (index, share) in ws.mix.shares.iter().enumerate() {
        let counted = || {
            let pillar = crate::model::PillarIx::new;
            kinds.iter().filter(move |(own, format)| share.counts(pillar(*own), *format))
        };
        if counted().all(|kind| !taken.contains(kind)) {
            taken.extend(counted().copied());
            chosen.push(index);
        }
    }
    chosen
}

/// The distance of a share in percent-posts, as the objective counts it.
pub(super) fn away(share: &crate::model::Share, n: i64, of: i64) -> i64 {
    mix::off(share, n, of)
}
