//! No plan, found by any means, is worth more than a bound claimed for the same problem.
//!
//! For random calendars the plans of all efforts and ways to treat slots are gathered, those of
//! the same calendar with its posts in another order, plans built blindly, and plans that a
//! stubborn random walk makes of the planner's own. Each is judged by `verify` under each way to
//! treat slots; where it holds, every bound claimed there must stand above it.

use super::super::random::{self, Dice};
use super::{Case, MODES, Starts, tiny, workspace};
use chrono::NaiveDate;
use edito::model::{PlacementIx, Schedule, Standing, Workspace};
use edito::planner::Effort;
use edito::time::Instant;
use edito::verify::Breach;
use std::collections::BTreeMap;

/// A plan by the names of its posts and channels, which no order of the file changes.
type Named = BTreeMap<(String, String), Instant>;

/// A problem: the text before its posts, the posts, the days.
struct Problem {
    head: String,
    posts: Vec<String>,
    from: NaiveDate,
    to: NaiveDate,
    now: Instant,
}

impl Problem {
    /// One of the crowded calendars of the other tests.
    fn crowded(seed: u64) -> Self {
        let text = random::calendar(&mut Dice::new(seed));
        let mut parts = text.split("[[post]]\n");
        let head = parts.next().expect("a text").to_owned();
        let posts = parts.map(|post| format!("[[post]]\n{post}")).collect();
        let day = |d| NaiveDate::from_ymd_opt(2026, 10, d).expect("a day");
        let now = Instant::parse_rfc3339("2026-10-18T12:00:00+02:00").expect("an instant");
        Self { head, posts, from: day(19), to: day(25), now }
    }

    fn tiny(seed: u64) -> Self {
        let tiny::Tiny { head, posts, from, to, now } = tiny::calendar(&mut Dice::new(seed));
        Self { head, posts, from, to, now }
    }

    fn text(&self, order: &[usize]) -> String {
        let posts: Vec<&str> = order.iter().map(|i| self.posts[*i].as_str()).collect();
        format!("{}{}", self.head, posts.concat())
    }

    fn case<'w>(&self, ws: &'w Workspace, mode: usize) -> Case<'w> {
        let (slots, keep) = MODES[mode];
        Case { ws, from: self.from, to: self.to, now: self.now, slots, keep }
    }
}

/// All that was claimed and found for one problem.
#[derive(Default)]
struct Book {
    /// Who claimed, in which mode, the bound, whether it was said to be reached.
    claims: Vec<(String, usize, i64, bool)>,
    plans: Vec<(String, Named)>,
}

impl Book {
    fn enter(&mut self, who: String, mode: usize, schedule: &Schedule, plan: Named) {
        self.claims.push((who.clone(), mode, schedule.bound, schedule.is_optimal()));
        self.plans.push((who, plan));
    }
}

fn named(ws: &Workspace, starts: &Starts) -> Named {
    let name = |ix: PlacementIx| {
        let placement = ws.placement(ix);
        let channel = &ws.channel(placement.channel).id.value;
        (ws.post_of(placement).id.name.clone(), channel.clone())
    };
    starts.iter().map(|(ix, start)| (name(*ix), *start)).collect()
}

fn unnamed(ws: &Workspace, plan: &Named) -> Starts {
    let mut starts = Starts::new();
    for (ix, placement) in ws.each_placement() {
        let post = ws.post_of(placement).id.name.clone();
        let channel = ws.channel(placement.channel).id.value.clone();
        starts.extend(plan.get(&(post, channel)).map(|start| (ix, *start)));
    }
    starts
}

/// Steps of a random walk.
const STEPS: usize = 60;

/// Free placements and instants to try for them.
type Tries = Vec<(PlacementIx, Vec<Instant>)>;

/// Free placements and instants to try for them. What a series guides is left alone: there a
/// plan by hand may go where suggestions do not.
fn tries(case: &Case<'_>) -> Tries {
    let ws = case.ws;
    // Every fourth hour of a long week is enough.
    let step = if case.to > case.from + chrono::Days::new(3) { 4 } else { 1 };
    let all = ws.each_placement().filter(|(_, p)| {
        p.is_candidate()
            && ws.post_of(p).series.is_none()
            && !matches!(p.standing, Standing::Locked(_))
    });
    all.map(|(ix, placement)| {
        let zone = ws.calendar.zone;
        let mut starts: Vec<Instant> = placement.instant().into_iter().collect();
        for day in case.from.iter_days().take_while(|day| *day <= case.to) {
            let hours = (0..24).step_by(step).filter_map(|hour| day.and_hms_opt(hour, 0, 0));
            starts.extend(hours.map(|local| zone.resolve(local).instant));
            let wanted = placement.time().map(|time| day.and_time(time));
            let zone = ws.channel(placement.channel).zone;
            starts.extend(wanted.map(|local| zone.resolve(local).instant));
        }
        let closed =
            |breach: &Breach| matches!(breach, Breach::Slot { .. } | Breach::Anchor { .. });
        starts.retain(|start| !case.judge(&[(ix, *start)]).breaches.iter().any(closed));
        (ix, starts)
    })
    .filter(|(_, starts)| !starts.is_empty())
    .collect()
}

/// Moves, adds and takes away at random; keeps what is allowed and no worse.
fn walk(case: &Case<'_>, from: &Starts, tries: &Tries, dice: &mut Dice) -> Starts {
    let mut best = from.clone();
    if tries.is_empty() {
        return best;
    }
    let mut worth = case.judge(&best).objective;
    for _ in 0..STEPS {
        let mut next = best.clone();
        // Two at once as often as one: a pair that would change places must do so together.
        for _ in 0..=dice.below(2) {
            let (ix, starts) = &tries[dice.below(tries.len())];
            next.retain(|(other, _)| other != ix);
            if !dice.percent(15) {
                next.push((*ix, starts[dice.below(starts.len())]));
            }
        }
        let verdict = case.judge(&next);
        if verdict.is_sound() && verdict.objective >= worth {
            (best, worth) = (next, verdict.objective);
        }
    }
    best
}

/// Everything is tried on one problem, and held against everything claimed.
fn accuse(name: &str, problem: &Problem, seed: u64, seen: &mut Seen) {
    let mut dice = Dice::new(seed);
    let straight: Vec<usize> = (0..problem.posts.len()).collect();
    let mut order = straight.clone();
    for i in (1..order.len()).rev() {
        order.swap(i, dice.below(i + 1));
    }
    let text = problem.text(&straight);
    let (ws, mixed) = (workspace(&text), workspace(&problem.text(&order)));
    let mut book = Book::default();
    let tries = tries(&problem.case(&ws, 0));
    for mode in 0..MODES.len() {
        let case = problem.case(&ws, mode);
        let (schedule, starts) = case.sound_plan(Effort::Quick, &text);
        book.enter(format!("quick {mode}"), mode, &schedule, named(&ws, &starts));
        let blind = walk(&case, &Starts::new(), &tries, &mut dice);
        book.plans.push((format!("blind {mode}"), named(&ws, &blind)));
    }
    // The longer search for one way to treat slots, another for the next calendar.
    let mode = usize::try_from(seed).expect("a seed") % MODES.len();
    let case = problem.case(&ws, mode);
    let (schedule, starts) = case.sound_plan(Effort::Normal, &text);
    book.enter(format!("normal {mode}"), mode, &schedule, named(&ws, &starts));
    let better = walk(&case, &starts, &tries, &mut dice);
    book.plans.push((format!("walk from the plan {mode}"), named(&ws, &better)));
    let (schedule, starts) = problem.case(&mixed, mode).sound_plan(Effort::Normal, &text);
    book.enter(format!("other order {mode}"), mode, &schedule, named(&mixed, &starts));
    hold(name, problem, &ws, &book, seen);
}

#[derive(Default)]
struct Seen {
    judged: usize,
    optimal: usize,
}

fn hold(name: &str, problem: &Problem, ws: &Workspace, book: &Book, seen: &mut Seen) {
    for mode in 0..MODES.len() {
        let case = problem.case(ws, mode);
        let claims = || book.claims.iter().filter(|(_, of, ..)| *of == mode);
        for (finder, plan) in &book.plans {
            let verdict = case.judge(&unnamed(ws, plan));
            if !verdict.is_sound() {
                continue;
            }
            for (who, _, bound, _) in claims() {
                seen.judged += 1;
                let order: Vec<usize> = (0..problem.posts.len()).collect();
                assert!(
                    verdict.objective <= *bound,
                    "{name}: {who} claims {bound}, {finder} makes {} of it: {plan:?}\n{}",
                    verdict.objective,
                    problem.text(&order)
                );
            }
        }
        let optima: Vec<_> = claims().filter(|claim| claim.3).collect();
        seen.optimal += optima.len();
        assert!(optima.iter().all(|claim| claim.2 == optima[0].2), "{name}: {optima:?}");
    }
}

#[test]
fn no_plan_exceeds_a_bound_claimed_for_the_same_calendar() {
    let mut seen = Seen::default();
    for seed in 0..12 {
        accuse(&format!("crowded {seed}"), &Problem::crowded(seed), seed, &mut seen);
    }
    for seed in 0..45 {
        accuse(&format!("tiny {seed}"), &Problem::tiny(10_000 + seed), seed, &mut seen);
    }
    let Seen { judged, optimal } = seen;
    assert!(judged >= 1_200, "only {judged} plans were held against a bound, {optimal} optimal");
}
