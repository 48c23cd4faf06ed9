//! The most that one cell of the mix can be worth, given prices for what it counts.
//!
//! The whole of the cell is tried at every size. At one size each class is worth a concave number
//! of what it counts: a penalty that falls to its target and rises after it, less a price for each
//! task. So units go one after the other where the next gains most, and that is exact (Fox 1966).
//! Where the number of tasks in all is bounded and posts roam besides, a whole price on all tasks
//! (a multiplier) brings the number within its bounds; the least over all such prices is exact too.

use super::cells::{Cells, Tally, away};
use crate::model::Share;

/// How many tasks a class, or the cell, may count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bounds {
    pub(super) low: i64,
    pub(super) high: i64,
}

impl Bounds {
    /// Anything.
    pub(super) const FREE: Self = Self { low: 0, high: i64::MAX };
}

/// One cell to be maximised.
pub(super) struct Most<'w> {
    weight: i128,
    classes: Vec<Class<'w>>,
    /// Fixed ones of the whole cell.
    fixed: i64,
    /// Of all tasks together.
    all: Bounds,
}

struct Class<'w> {
    share: Option<&'w Share>,
    fixed: i64,
    tasks: Bounds,
    /// Further ones that may count.
    roaming: i64,
    price: i128,
}

impl<'w> Most<'w> {
    /// A cell with what it may count, and the bounds and prices of its classes.
    pub(super) fn new(
        cells: &Cells<'w>,
        cell: usize,
        tally: &Tally,
        bounds: impl Fn(Option<usize>) -> Bounds,
        prices: &[i128],
        weight: i64,
    ) -> Self {
        let first = cell * cells.classes();
        let classes: Vec<Class<'w>> = (0..cells.classes())
            .map(|class| {
                let own = bounds(Some(class));
                let high = own.high.min(tally.tasks[first + class]);
                Class {
                    share: cells.share(cell, class),
                    fixed: tally.fixed[first + class],
                    tasks: Bounds { low: own.low.max(0), high },
                    roaming: tally.roaming[first + class],
                    price: prices[first + class],
                }
            })
            .collect();
        let fixed = classes.iter().map(|class| class.fixed).sum();
        Self { weight: i128::from(weight), classes, fixed, all: bounds(None) }
    }

    /// The most; none when no numbers lie within the bounds.
    pub(super) fn find(&self) -> Option<i128> {
        if self.classes.iter().any(|class| class.tasks.low > class.tasks.high) {
            return None;
        }
        let sum = |of: fn(&Class<'_>) -> i64| self.classes.iter().map(of).sum::<i64>();
        let (low, high) = (sum(|c| c.tasks.low), sum(|c| c.tasks.high));
        let roaming = sum(|c| c.roaming);
        (low..=high + roaming).filter_map(|size| self.of_size(size, low, high, roaming)).max()
    }

    /// How much there is to do, in steps.
    pub(super) fn work(&self) -> u64 {
        let of = |class: &Class<'_>| class.tasks.high.max(0) + class.roaming;
        let most: i64 = self.classes.iter().map(of).sum();
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        let classes = u64::try_from(self.classes.len()).unwrap_or(u64::MAX);
        most.saturating_mul(most).saturating_mul(classes)
    }

    /// The most with so many counted besides the fixed ones.
    fn of_size(&self, size: i64, low: i64, high: i64, roaming: i64) -> Option<i128> {
        let fewest = low.max(size - roaming).max(self.all.low);
        let most = high.min(size).min(self.all.high);
        if fewest > most {
            return None;
        }
        let may_miss = roaming > 0 && (self.all.low > low || self.all.high < high);
        Some(if may_miss { self.held(size) } else { self.shared(size, 0) })
    }

    /// The least, over whole prices on all tasks, of the most with the bounds of the whole paid
    /// for: convex in the price, so its slope says where to look.
    fn held(&self, size: i64) -> i128 {
        let paid = |price: i128| {
            let bound = if price >= 0 { self.all.high } else { self.all.low };
            self.shared(size, price) + price * i128::from(bound.min(size))
        };
        // No price needs to be larger than what one more unit can ever gain or cost.
        let dear = self.classes.iter().map(|class| class.price.abs()).max().unwrap_or(0);
        let (mut from, mut to) = (-dear - 2_000 * self.weight - 1, dear + 2_000 * self.weight + 1);
        while from < to {
            let middle = from + (to - from).div_euclid(2);
            if paid(middle) <= paid(middle + 1) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        paid(from)
    }

    /// The best way to share a size out among the classes.
    fn shared(&self, size: i64, more: i128) -> i128 {
        let total = self.fixed + size;
        let mut counted: Vec<i64> = self.classes.iter().map(|class| class.tasks.low).collect();
        let mut worth: i128 = self
            .classes
            .iter()
            .map(|class| {
                let low = class.tasks.low;
                self.penalty(class, low, total) - (class.price + more) * i128::from(low)
            })
            .sum();
        let mut gains: Vec<Option<i128>> = self
            .classes
            .iter()
            .map(|class| self.gain(class, class.tasks.low, total, more))
            .collect();
        let extra = size - counted.iter().sum::<i64>();
        for _ in 0..extra {
            let best = gains.iter().enumerate().filter_map(|(i, gain)| gain.map(|gain| (gain, i)));
            let Some((gain, class)) = best.max() else { break };
            worth += gain;
            counted[class] += 1;
            gains[class] = self.gain(&self.classes[class], counted[class], total, more);
        }
        worth
    }

    /// What one more of a class adds, after `counted` of it.
    fn gain(&self, class: &Class<'_>, counted: i64, total: i64, more: i128) -> Option<i128> {
        let Bounds { low, high } = class.tasks;
        let price = class.price + more;
        let rank = counted - low;
        // The cheaper ones first: tasks that are paid for, or else those that roam.
        let is_task = if price <= 0 { rank < high - low } else { rank >= class.roaming };
        (counted < high + class.roaming).then(|| {
            let less = self.penalty(class, counted, total);
            let step = self.penalty(class, counted + 1, total) - less;
            step - if is_task { price } else { 0 }
        })
    }

    fn penalty(&self, class: &Class<'_>, counted: i64, total: i64) -> i128 {
        class
            .share
            .map_or(0, |share| -self.weight * i128::from(away(share, class.fixed + counted, total)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A few numbers that look random and are the same everywhere.
    fn numbers(seed: u64) -> impl FnMut(i64) -> i64 {
        let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        move |below| {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            i64::try_from(state >> 33).unwrap() % below
        }
    }

    /// Every number of tasks and of roaming posts of every class, one after the other.
    fn tried(most: &Most<'_>, class: usize, counts: &mut Vec<(i64, i64)>) -> Option<i128> {
        let Some(own) = most.classes.get(class) else {
            let tasks: i64 = counts.iter().map(|(tasks, _)| tasks).sum();
            if tasks < most.all.low || tasks > most.all.high {
                return None;
            }
            let total = most.fixed + counts.iter().map(|(a, b)| a + b).sum::<i64>();
            let each = most.classes.iter().zip(&*counts).map(|(class, (tasks, roaming))| {
                most.penalty(class, tasks + roaming, total) - class.price * i128::from(*tasks)
            });
            return Some(each.sum());
        };
        let mut best = None;
        for tasks in own.tasks.low..=own.tasks.high {
            for roaming in 0..=own.roaming {
                counts.push((tasks, roaming));
                best = best.max(tried(most, class + 1, counts));
                counts.pop();
            }
        }
        best
    }

    #[test]
    fn the_most_is_the_most_of_all() {
        let text = "[calendar]\nname = \"T\"\ntimezone = \"Etc/UTC\"\n[mix.pillars.a]\n[mix.pillars.b]\n\
                    [mix.pillars.c]\n[[mix.share]]\npillars = [\"a\"]\ntarget = 33.3\n\
                    [[mix.share]]\npillars = [\"b\"]\ntarget = 50\n\
                    [[mix.share]]\npillars = [\"c\"]\nat_most = 20.5\n\
                    [[mix.share]]\npillars = [\"a\"]\nat_least = 40\n";
        let mut sources = crate::source::Sources::default();
        let folder = std::path::Path::new(".");
        let loaded = crate::load::from_text(text, folder, &mut sources).unwrap();
        let ws = loaded.workspace.unwrap_or_else(|| panic!("{:?}", loaded.findings));
        let shares = &ws.mix.shares;
        assert_eq!(shares.len(), 4);
        let (mut some, mut none) = (0, 0);
        for seed in 0..600 {
            let mut dice = numbers(seed);
            let classes: Vec<Class<'_>> = (0..3)
                .map(|i| {
                    let low = dice(3) / 2;
                    Class {
                        share: (i < 2).then(|| &shares[usize::try_from(dice(4)).unwrap()]),
                        fixed: dice(4),
                        tasks: Bounds { low, high: low + dice(4) },
                        roaming: if seed % 2 == 0 { 0 } else { dice(3) },
                        price: i128::from(dice(2_000) - 1_000),
                    }
                })
                .collect();
            let all = match seed % 3 {
                0 => Bounds::FREE,
                1 => Bounds { low: 0, high: dice(6) },
                _ => Bounds { low: dice(7), high: i64::MAX },
            };
            let fixed = classes.iter().map(|class| class.fixed).sum();
            let most = Most { weight: 3, classes, fixed, all };
            let best = tried(&most, 0, &mut Vec::new());
            assert_eq!(most.find(), best, "seed {seed}");
            if best.is_some() { some += 1 } else { none += 1 }
        }
        assert!(some > 300 && none > 20, "{some} {none}");
    }
}
