//! Better prices, step by step.
//!
//! Steps in the manner of Adam (Kingma and Ba, 2015) down the bound, which is convex in the prices:
//! each price moves by its own smoothed slope over its own smoothed size, at a falling rate. Floats
//! only meet sums, products, quotients and roots, so every machine steps alike; the bound is worked
//! out at prices rounded to whole numbers, always.

use super::super::core::ix;
use super::super::float::{float, root, whole};
use super::super::search::Steps;
use super::domain::Domain;
use super::prices::{Cut, Prices};
use super::view::{Relaxed, View};

const SMOOTH: f64 = 0.8;
const SIZE: f64 = 0.95;

/// Prices on their way.
#[derive(Clone, Debug, Default)]
pub(in crate::planner) struct Ascent {
    at: Vec<f64>,
    slope: Vec<f64>,
    size: Vec<f64>,
    /// The best whole prices and their bound.
    pub(in crate::planner) best: Prices,
    pub(in crate::planner) bound: Option<i64>,
    now: Prices,
    /// How often each task is used, where, and each class, on a running average.
    pub(in crate::planner) uses: Vec<f64>,
    pub(in crate::planner) places: Vec<Vec<(u32, f64)>>,
    pub(in crate::planner) mix_use: Vec<f64>,
}

const MEMORY: f64 = 0.85;

impl Ascent {
    /// For a part of the plans: its relaxed problem, and prices from where the whole's are. Rules
    /// that cost nothing are forgotten; they come back when they are broken.
    pub(in crate::planner) fn part<'c>(
        &self,
        whole: &View<'c>,
        domain: &Domain,
    ) -> (View<'c>, Self) {
        let kept = whole.cuts.iter().zip(&self.best.cuts).filter(|(_, price)| **price > 0);
        let (cuts, prices): (Vec<Cut>, Vec<i64>) =
            kept.map(|(cut, price)| (cut.clone(), *price)).unzip();
        let view = View::new(whole.core, whole.line, domain, cuts);
        let prices = Prices { cuts: prices, ..self.best.clone() };
        let mut child = Self::from(&view, &prices);
        for (task, slots) in domain.slots.iter().enumerate() {
            if slots.is_empty() {
                child.best.task[task] = 0;
                child.now.task[task] = 0;
                child.at[task] = 0.0;
            }
        }
        let same = self.at.len() - whole.cuts.len();
        child.size[..same].clone_from_slice(&self.size[..same]);
        child.uses.clone_from(&self.uses);
        child.places.clone_from(&self.places);
        child.mix_use.clone_from(&self.mix_use);
        (view, child)
    }

    /// Goes on from the prices as they are, not the best ones.
    pub(in crate::planner) fn use_now(&mut self) {
        self.best.clone_from(&self.now);
    }

    /// Remembers what the relaxed plan uses.
    fn note(&mut self, out: &Relaxed) {
        let mix = out.class_use();
        self.mix_use.resize(mix.len(), 0.0);
        for (mean, now) in self.mix_use.iter_mut().zip(mix) {
            *mean = MEMORY * *mean + (1.0 - MEMORY) * float(*now);
        }
        self.uses.resize(out.uses.len(), 0.0);
        self.places.resize(out.uses.len(), Vec::new());
        for (mean, now) in self.uses.iter_mut().zip(&out.uses) {
            *mean = MEMORY * *mean + (1.0 - MEMORY) * float(*now);
        }
        for places in &mut self.places {
            places.iter_mut().for_each(|(_, mass)| *mass *= MEMORY);
            places.retain(|(_, mass)| *mass > 0.01);
        }
        for (task, position) in &out.chosen {
            let places = &mut self.places[ix(*task)];
            match places.iter_mut().find(|(at, _)| at == position) {
                Some((_, mass)) => *mass += 1.0 - MEMORY,
                None => places.push((*position, 1.0 - MEMORY)),
            }
        }
    }

    /// From these prices on; the view says how many there are.
    pub(in crate::planner) fn from(view: &View<'_>, prices: &Prices) -> Self {
        let [tasks, spacing, capacity, mix] = view.shape();
        let fill = |list: &[i64], size: usize| {
            let mut list = list.to_vec();
            list.resize(size, 0);
            list
        };
        let now = Prices {
            task: fill(&prices.task, tasks),
            spacing: fill(&prices.spacing, spacing),
            capacity: fill(&prices.capacity, capacity),
            mix: fill(&prices.mix, mix),
            cuts: fill(&prices.cuts, view.cuts.len()),
        };
        let all = [&now.task, &now.spacing, &now.capacity, &now.mix, &now.cuts];
        let at: Vec<f64> = all.into_iter().flatten().map(|price| float(*price)).collect();
        let zero = vec![0.0; at.len()];
        Self {
            slope: zero.clone(),
            size: zero,
            at,
            best: now.clone(),
            bound: None,
            now,
            uses: Vec::new(),
            places: Vec::new(),
            mix_use: Vec::new(),
        }
    }

    /// So many steps at a rate that falls from the first to the last; whether the bound fell below
    /// a target, so that nothing worth that much is left.
    pub(in crate::planner) fn climb(
        &mut self,
        view: &mut View<'_>,
        out: &mut Relaxed,
        (first, last, looks): (f64, f64, u32),
        target: i64,
        steps: &mut Steps<'_>,
    ) -> bool {
        let fall = root(last / first, looks);
        let mut rate = first;
        for _ in 0..looks {
            steps.spend(view.work());
            self.look(view, out);
            if self.bound.is_some_and(|bound| bound < target) {
                return true;
            }
            if !steps.left() {
                return false;
            }
            self.step(view, out, rate);
            self.note(out);
            rate *= fall;
        }
        false
    }

    /// Works out the bound at the prices as they are, and makes a price of each rule it breaks.
    fn look(&mut self, view: &mut View<'_>, out: &mut Relaxed) {
        view.solve(&self.now, out);
        let Some(value) = out.value else {
            self.bound = Some(i64::MIN);
            return;
        };
        if self.bound.is_none_or(|bound| value < bound) {
            self.bound = Some(value);
            self.best.clone_from(&self.now);
        }
        for kind in view.broken(out) {
            let cut = Cut::new(view.core, kind);
            let used: i64 = cut_use(view, &cut, out);
            view.add_cut(cut);
            out.cuts.push(used);
            self.now.cuts.push(0);
            self.best.cuts.push(0);
            self.at.push(0.0);
            self.slope.push(0.0);
            self.size.push(0.0);
        }
    }

    /// One step down at this rate, after [`Self::look`].
    fn step(&mut self, view: &View<'_>, out: &Relaxed, rate: f64) {
        let mut at = 0;
        let mut go = |slope: i64, price: &mut i64, free: bool| {
            let i = at;
            at += 1;
            let mut slope = float(slope);
            if !free && self.at[i] <= 0.0 && slope > 0.0 {
                slope = 0.0;
            }
            self.slope[i] = SMOOTH * self.slope[i] + (1.0 - SMOOTH) * slope;
            self.size[i] = SIZE * self.size[i] + (1.0 - SIZE) * slope * slope;
            if self.size[i] > 0.0 {
                self.at[i] -= rate * self.slope[i] / (self.size[i].sqrt() + 0.05);
            }
            if !free && self.at[i] < 0.0 {
                self.at[i] = 0.0;
            }
            *price = whole(self.at[i]);
        };
        let now = &mut self.now;
        for (task, price) in now.task.iter_mut().enumerate() {
            go(1 - out.uses[task], price, view.must[task]);
        }
        for (i, price) in now.spacing.iter_mut().enumerate() {
            go(1 - out.spacing[i], price, false);
        }
        for (i, price) in now.capacity.iter_mut().enumerate() {
            go(view.line.room[i] - out.capacity[i], price, false);
        }
        for (i, price) in now.mix.iter_mut().enumerate() {
            go(out.mix[i], price, true);
        }
        for (i, price) in now.cuts.iter_mut().enumerate() {
            go(view.cuts[i].most - out.cuts[i], price, false);
        }
    }
}

/// What the relaxed plan uses of a new cut.
fn cut_use(view: &View<'_>, cut: &Cut, out: &Relaxed) -> i64 {
    let mut used = 0;
    for (task, position) in &out.chosen {
        let start = view.core.start(*task, *position);
        let terms = cut.terms.iter().filter(|term| term.task == *task);
        used += terms.filter(|t| (t.from..=t.to).contains(&start)).map(|t| t.by).sum::<i64>();
    }
    used
}
