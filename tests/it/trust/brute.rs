//! Every plan of a tiny calendar, and the best of them: no plan of the planner may be worth more,
//! and no bound of it less.

use super::super::random::Dice;
use super::tiny::{self, Tiny};
use super::{Case, MODES, Starts, workspace};
use chrono::NaiveDate;
use edito::model::{PlacementIx, Standing, Workspace};
use edito::planner::{Effort, Request, Slots, plan_certified};
use edito::time::{Clock, Instant};
use edito::verify::Breach;
use edito::verify::certificate::check;
use std::collections::{BTreeMap, BTreeSet};

const CALENDARS: u64 = 360;
/// What is asked of the planner.
const EFFORTS: [Effort; 2] = [Effort::Quick, Effort::Normal];
/// Trees that are larger are left to the calendars after them.
const LARGEST_TREE: usize = 30_000;
/// Of the calendars tried, so many are proven optimal at the normal effort.
const PROVEN: usize = 310;
/// Of so many the best plan is found.
const FOUND: usize = 300;

/// Every plan of a case.
struct Brute<'c> {
    case: Case<'c>,
    /// The free placements and the slots that they may take.
    domains: Vec<(PlacementIx, Vec<Instant>)>,
    best: Option<(i64, Starts)>,
    /// The rules that closed a branch.
    met: BTreeSet<&'static str>,
}

impl<'c> Brute<'c> {
    fn new(case: Case<'c>) -> Self {
        let fixed = case.judge(&[]);
        assert_eq!(fixed.breaches, Vec::new(), "what is fixed is nobody's fault");
        let mut domains: Vec<_> = case
            .ws
            .each_placement()
            .filter(|(_, placement)| placement.is_candidate())
            .map(|(ix, _)| (ix, domain(&case, ix)))
            .filter(|(_, slots)| !slots.is_empty())
            .collect();
        domains.sort_by_key(|(_, slots)| slots.len());
        Self { case, domains, best: None, met: BTreeSet::new() }
    }

    /// How many assignments there are, allowed or not.
    fn size(&self) -> usize {
        self.domains.iter().map(|(_, slots)| slots.len() + 1).product()
    }

    /// Tries everything from a depth on.
    fn descend(&mut self, depth: usize, starts: &mut Starts) {
        let verdict = self.case.judge(starts);
        self.met.extend(verdict.breaches.iter().map(Breach::code));
        if verdict.breaches.iter().any(stays_broken) {
            return;
        }
        let Some((ix, slots)) = self.domains.get(depth) else {
            let better = self.best.as_ref().is_none_or(|(best, _)| verdict.objective > *best);
            if verdict.is_sound() && better {
                self.best = Some((verdict.objective, starts.clone()));
            }
            return;
        };
        for (ix, start) in slots.clone().into_iter().map(|start| (*ix, start)).collect::<Starts>() {
            starts.push((ix, start));
            self.descend(depth + 1, starts);
            starts.pop();
        }
        self.descend(depth + 1, starts);
    }
}

/// Whether more placements can't mend a breach. One that lacks what must come before it may still
/// get it; two of a pillar in a row may still get another between them.
fn stays_broken(breach: &Breach) -> bool {
    !matches!(breach, Breach::Orphan { .. } | Breach::Alternate { .. })
}

/// The slots that a placement may take by itself: of the grid, of its time, and the one it has.
fn domain(case: &Case<'_>, ix: PlacementIx) -> Vec<Instant> {
    let ws = case.ws;
    let placement = ws.placement(ix);
    let mut tried = BTreeSet::new();
    if let Standing::Chosen(slot) = placement.standing {
        tried.insert(slot);
    }
    let days = || case.from.iter_days().take_while(|day: &NaiveDate| *day <= case.to);
    for day in days() {
        for minute in (0..24 * 60).step_by(usize::try_from(ws.plan.grid).expect("a grid")) {
            let time = chrono::NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0);
            let resolved = ws.calendar.zone.resolve(day.and_time(time.expect("a time")));
            if resolved.kind != Clock::Gap {
                tried.insert(resolved.instant);
            }
        }
        if let Some(time) = placement.time() {
            tried.insert(ws.channel(placement.channel).zone.resolve(day.and_time(time)).instant);
        }
    }
    let free = |start: &Instant| {
        let closed = |breach: &Breach| {
            matches!(
                breach,
                Breach::Slot { .. }
                    | Breach::Anchor { .. }
                    | Breach::Moved { .. }
                    | Breach::NotCandidate(_)
            )
        };
        !case.judge(&[(ix, *start)]).breaches.iter().any(closed)
    };
    tried.into_iter().filter(free).collect()
}

/// What a run over the calendars has seen.
#[derive(Default)]
struct Seen {
    tried: usize,
    proven: usize,
    /// The best plan is one that the planner found, proven or not.
    found: usize,
    left_out: usize,
    met: BTreeMap<&'static str, usize>,
}

fn compare(seed: u64, tiny: &Tiny, seen: &mut Seen) {
    let text = tiny.text();
    let ws = workspace(&text);
    let (slots, keep) = MODES[usize::try_from(seed).expect("a seed") % MODES.len()];
    let case = Case { ws: &ws, from: tiny.from, to: tiny.to, now: tiny.now, slots, keep };
    let mut brute = Brute::new(case);
    if brute.size() > LARGEST_TREE || brute.domains.len() < 2 {
        return;
    }
    brute.descend(0, &mut Vec::new());
    let (best, starts) = brute.best.clone().expect("leaving all out is a plan");
    let said = format!("seed {seed} {slots:?}, the best is {best}: {starts:?}\n{text}");
    for effort in EFFORTS {
        let (schedule, _) = case.sound_plan(effort, &text);
        let (objective, bound) = (schedule.objective, schedule.bound);
        assert!(objective <= best, "{effort:?} beats every plan there is: {objective}. {said}");
        assert!(best <= bound, "{effort:?} claims no plan above {bound}. {said}");
        certified(tiny, &ws, slots, effort, &said);
        if effort == Effort::Normal {
            seen.proven += usize::from(schedule.is_optimal());
            seen.found += usize::from(objective == best);
        }
    }
    seen.tried += 1;
    seen.left_out += usize::from(starts.len() < brute.domains.len());
    for code in brute.met {
        *seen.met.entry(code).or_default() += 1;
    }
}

/// The certificate of a plan proves its bound before the checker, which knows nothing of the search.
fn certified(tiny: &Tiny, ws: &Workspace, slots: Slots, effort: Effort, said: &str) {
    let request = Request { from: tiny.from, to: tiny.to, now: tiny.now, slots, effort };
    let schedule = plan_certified(ws, &request, &|| false);
    let text = schedule.certificate.expect("a certificate was asked for");
    let proof = check(ws, (tiny.from, tiny.to), tiny.now, &text);
    assert_eq!(proof.map(|proof| proof.bound), Ok(schedule.bound), "{effort:?}\n{text}\n{said}");
}

#[test]
fn the_best_of_all_plans_lies_between_the_plan_and_its_bound() {
    let mut seen = Seen::default();
    for seed in 0..CALENDARS {
        compare(seed, &tiny::calendar(&mut Dice::new(seed)), &mut seen);
    }
    let Seen { tried, proven, found, left_out, met } = seen;
    let said =
        format!("{tried} tried, {proven} proven, {found} found, {left_out} leave out; {met:?}");
    assert!(tried >= 280, "too few calendars are tiny: {said}");
    assert!(left_out >= 150 && left_out + 20 <= tried, "all are tight, or none: {said}");
    assert!(proven >= PROVEN && found >= FOUND, "the search has become worse: {said}");
    let rules = [
        "gap",
        "per-day",
        "per-week",
        "spacing",
        "topic",
        "capacity",
        "after",
        "alternate",
        "quota",
    ];
    for rule in rules {
        assert!(met.get(rule).is_some_and(|n| *n >= 15), "{rule} closes too little: {said}");
    }
}
