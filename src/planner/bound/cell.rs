//! The mix on its own: the counts of one cell that cost least, given what each class is paid.
//!
//! With N placements in all, the cost of a share is convex in its own count, so the best split of N
//! takes them one by one where the next is worth most; exchanges carry a split of N to N + 1.

use crate::model::{Bound, Target};

/// One class of a cell: placements that are counted in one share of the bound, or in none.
#[derive(Clone, Debug)]
pub(super) struct Class {
    /// The share's bound, when it counts in one that lives in the window.
    pub(super) bound: Option<Bound>,
    /// Fixed placements of the share.
    pub(super) fixed: i64,
    /// Least and most tasks of the class.
    pub(super) least: i64,
    pub(super) most: i64,
    /// Posts that may count besides, each at most once and at no price.
    pub(super) free: i64,
}

/// A cell: its classes, what is fixed in all, and the tasks it may hold.
#[derive(Clone, Debug)]
pub(super) struct CellView {
    pub(super) classes: Vec<Class>,
    /// Fixed placements with a pillar.
    pub(super) total: i64,
    pub(super) least: i64,
    pub(super) most: i64,
    pub(super) weight: i64,
}

/// The counts that a cell likes best.
#[derive(Clone, Debug, Default)]
pub(super) struct Wish {
    pub(super) value: i64,
    /// Tasks of each class, those at a price.
    pub(super) counts: Vec<i64>,
}

impl CellView {
    /// The most of −cost − Σ price·count over the counts allowed; nothing when none is.
    ///
    /// Prices are paid for each priced task, so a class of n tasks costs `price · n`.
    pub(super) fn best(&self, prices: &[i64]) -> Option<Wish> {
        let least: i64 = self.classes.iter().map(|c| c.least).sum();
        let most: i64 = self.classes.iter().map(|c| c.most + c.free).sum();
        let free: i64 = self.classes.iter().map(|c| c.free).sum();
        let (from, to) = (least.max(self.least), most.min(self.most.saturating_add(free)));
        if from > to || self.classes.iter().any(|c| c.least > c.most) {
            return None;
        }
        let mut counts: Vec<i64> = self.classes.iter().map(|c| c.least).collect();
        let mut have = least;
        let mut best: Option<(i64, Vec<i64>)> = None;
        for total in from..=to {
            while have < total {
                let class = self.next(total, &counts, prices)?;
                counts[class] += 1;
                have += 1;
            }
            self.exchange(total, &mut counts, prices);
            let value: i64 =
                (0..counts.len()).map(|i| self.worth(i, counts[i], total, prices[i])).sum();
            if best.as_ref().is_none_or(|(most, _)| value > *most) {
                best = Some((value, counts.clone()));
            }
        }
        let (value, counts) = best?;
        let value = value + self.slack();
        let value = value.div_euclid(10) + i64::from(value.rem_euclid(10) > 0);
        let priced = |(i, count): (usize, &i64)| self.priced(i, *count, prices[i]);
        let counts = counts.iter().enumerate().map(priced).collect();
        Some(Wish { value, counts })
    }

    /// Of `count` in a class, how many are tasks at a price: few when it costs, many when it pays.
    fn priced(&self, class: usize, count: i64, price: i64) -> i64 {
        let class = &self.classes[class];
        let (low, high) = (class.least.max(count - class.free), class.most.min(count));
        if price > 0 { low } else { high }
    }

    /// Ten times what a class with `count` of `total` is worth: targets have tenths.
    fn worth(&self, class: usize, count: i64, total: i64, price: i64) -> i64 {
        let paid = 10 * price * self.priced(class, count, price);
        let data = &self.classes[class];
        let cost = data
            .bound
            .map_or(0, |bound| away(bound, data.fixed + count, self.total + total, self.weight));
        -cost - paid
    }

    /// Ten times how much less the objective may take: it rounds half up, share by share, and where
    /// a target has tenths that may be down by four.
    fn slack(&self) -> i64 {
        let uneven = |class: &&Class| class.bound.is_some_and(|bound| bound.tenths % 10 != 0);
        let count = i64::try_from(self.classes.iter().filter(uneven).count()).unwrap_or(0);
        4 * count * self.weight
    }

    fn next(&self, total: i64, counts: &[i64], prices: &[i64]) -> Option<usize> {
        let mut pick: Option<(i64, usize)> = None;
        for i in 0..counts.len() {
            if counts[i] < self.classes[i].most + self.classes[i].free {
                let gain = self.worth(i, counts[i] + 1, total, prices[i])
                    - self.worth(i, counts[i], total, prices[i]);
                if pick.is_none_or(|(most, _)| gain > most) {
                    pick = Some((gain, i));
                }
            }
        }
        pick.map(|(_, i)| i)
    }

    /// Moves one from the class that loses least to the class that gains most, while that gains.
    fn exchange(&self, total: i64, counts: &mut [i64], prices: &[i64]) {
        loop {
            let mut loss: Option<(i64, usize)> = None;
            for i in 0..counts.len() {
                if counts[i] > self.classes[i].least {
                    let lost = self.worth(i, counts[i], total, prices[i])
                        - self.worth(i, counts[i] - 1, total, prices[i]);
                    if loss.is_none_or(|(least, _)| lost < least) {
                        loss = Some((lost, i));
                    }
                }
            }
            let (Some((lost, from)), Some(to)) = (loss, self.next(total, counts, prices)) else {
                return;
            };
            let gained = self.worth(to, counts[to] + 1, total, prices[to])
                - self.worth(to, counts[to], total, prices[to]);
            if from == to || gained <= lost {
                return;
            }
            counts[from] -= 1;
            counts[to] += 1;
        }
    }
}

/// Ten times weight · away, exact.
fn away(bound: Bound, n: i64, total: i64, weight: i64) -> i64 {
    let difference = 1_000 * n - bound.tenths * total;
    let over = match bound.kind {
        Target::Target => difference.abs(),
        Target::AtMost => difference.max(0),
        Target::AtLeast => (-difference).max(0),
    };
    over * weight
}
