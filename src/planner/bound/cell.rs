//! The mix on its own: the counts of one cell that cost least, given what each class is paid.
//!
//! With N placements in all, the cost of a share is convex in its own count, so the best split of N
//! takes them one by one where the next is worth most; exchanges carry a split of N to N + 1.

use crate::model::Bound;
use crate::planner::mixture::away;

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

/// A cell: its classes, and what is fixed in all.
#[derive(Clone, Debug)]
pub(super) struct CellView {
    pub(super) classes: Vec<Class>,
    /// Fixed placements with a pillar.
    pub(super) total: i64,
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
        if self.classes.iter().any(|c| c.least > c.most) {
            return None;
        }
        let mut counts: Vec<i64> = self.classes.iter().map(|c| c.least).collect();
        let mut best: Option<(i64, Vec<i64>)> = None;
        for total in least..=most {
            if total > least {
                let class = self.next(total, &counts, prices)?;
                counts[class] += 1;
            }
            self.exchange(total, &mut counts, prices);
            let value: i64 =
                (0..counts.len()).map(|i| self.worth(i, counts[i], total, prices[i])).sum();
            if best.as_ref().is_none_or(|(most, _)| value > *most) {
                best = Some((value, counts.clone()));
            }
        }
        let (value, counts) = best?;
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

    /// What a class with `count` of `total` is worth. Rounding keeps the cost convex in the count:
    /// one more changes it by exactly 100 on either side of the target.
    fn worth(&self, class: usize, count: i64, total: i64, price: i64) -> i64 {
        let paid = price * self.priced(class, count, price);
        let data = &self.classes[class];
        let far = data.bound.map_or(0, |bound| away(bound, data.fixed + count, self.total + total));
        -self.weight * far - paid
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Target;

    /// The best by trying every count.
    fn tried(cell: &CellView, prices: &[i64]) -> Option<i64> {
        let mut counts: Vec<(Vec<i64>, i64)> = vec![(Vec::new(), 0)];
        for (class, price) in cell.classes.iter().zip(prices) {
            let mut next = Vec::new();
            for (list, paid) in &counts {
                for tasks in class.least..=class.most {
                    for free in 0..=class.free {
                        let mut list = list.clone();
                        list.push(tasks + free);
                        next.push((list, paid + price * tasks));
                    }
                }
            }
            counts = next;
        }
        let worth = |(list, paid): &(Vec<i64>, i64)| {
            let total: i64 = cell.total + list.iter().sum::<i64>();
            let far = cell.classes.iter().zip(list).map(|(class, count)| {
                class.bound.map_or(0, |bound| away(bound, class.fixed + count, total))
            });
            -cell.weight * far.sum::<i64>() - paid
        };
        counts.iter().map(worth).max()
    }

    #[test]
    fn the_best_counts_are_the_best_of_all() {
        let mut dice = fastrand::Rng::with_seed(7);
        for round in 0..4_000 {
            let mut class = || Class {
                bound: dice.bool().then(|| Bound {
                    kind: [Target::Target, Target::AtMost, Target::AtLeast][dice.usize(..3)],
                    tenths: dice.i64(0..=1_000),
                }),
                fixed: dice.i64(0..3),
                least: dice.i64(0..2),
                most: dice.i64(0..4),
                free: dice.i64(0..2),
            };
            let classes: Vec<Class> = (0..4).map(|_| class()).collect();
            let total = classes.iter().map(|c| c.fixed).sum::<i64>() + dice.i64(0..2);
            let weight = [0, 1, 3, 60][dice.usize(..4)];
            let cell = CellView { classes, total, weight };
            let prices: Vec<i64> = (0..4).map(|_| dice.i64(-9_000..9_000)).collect();
            let best = cell.best(&prices).map(|wish| wish.value);
            assert_eq!(best, tried(&cell, &prices), "{round} {cell:?} {prices:?}");
        }
    }

    /// 33.6, 33.4 and 33.4 percent of one post: each distance rounds down, three times 0.4.
    #[test]
    fn what_rounds_down_in_each_class_is_not_above_the_bound() {
        let class = |tenths: i64, fixed: i64| Class {
            bound: Some(Bound { kind: Target::Target, tenths }),
            fixed,
            least: 0,
            most: 0,
            free: 0,
        };
        let classes = vec![class(336, 1), class(334, 0), class(334, 0)];
        let cell = CellView { classes, total: 1, weight: 1 };
        assert!(cell.best(&[0, 0, 0]).is_some_and(|wish| wish.value >= -132));
    }
}
