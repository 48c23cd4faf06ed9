//! The people of a plan: what each has to do by when, and what each carries.
//!
//! Steps that are late, and those due up to the end of the plan, counted back from the slots that
//! the plan gives; a post without one counts from the first day on which it may go out.

use super::Shown;
use super::untimed;
use crate::lang::{Lang, count, date_short, list, quote};
use crate::model::{EventKind, PersonIx, PlacementIx, PostIx, StepKind};
use crate::render::lines::one_line;
use crate::time::{Instant, Week};
use crate::workflow::{Burden, Certainty, Desk, Step, Turn, away, burdens, step_name};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// How many steps are shown before "and n more".
const SHOWN: usize = 8;

/// A person and the steps that wait for them.
#[derive(Clone, Debug)]
pub struct Tasks {
    /// Their name; or that nobody is named.
    pub who: String,
    /// Their steps, the first due first.
    pub steps: Vec<Task>,
}

/// A step in words.
#[derive(Clone, Debug)]
pub struct Task {
    /// What and by when.
    pub text: String,
    /// Whether its day has passed.
    pub urgency: Urgency,
}

/// Whether a step is late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urgency {
    /// Its day has passed.
    Late,
    /// It is due.
    Due,
}

/// What a plan says of the people behind it.
#[derive(Clone, Debug, Default)]
pub struct PeopleTold {
    /// What each has to do.
    pub tasks: Vec<Tasks>,
    /// What else there is to do, and what the working days are where holidays are not known.
    pub remarks: Vec<String>,
    /// A line for each person: name, and what they carry.
    pub team: Vec<(String, String)>,
}

/// A step of `edito-plan/1`.
#[derive(Serialize)]
pub(super) struct StepOut<'a> {
    post: &'a str,
    channel: &'a str,
    step: &'static str,
    due: String,
    late: Option<u32>,
    out: String,
    earliest: bool,
    who: Option<&'a str>,
    away: bool,
    backup: Option<&'a str>,
}

/// A person of `edito-plan/1`.
#[derive(Serialize)]
pub(super) struct PersonOut<'a> {
    person: &'a str,
    name: String,
    posts: usize,
    steps: usize,
    hours: i64,
    per_week: Option<u32>,
    away: Vec<String>,
}

/// Whether a plan has steps to show.
#[must_use]
pub fn has_steps(shown: &Shown<'_>) -> bool {
    !shown.ws.plan.lead.is_empty() && !steps(shown, &Desk::new(shown.ws, shown.now)).is_empty()
}

/// The people in words.
pub(super) fn told(shown: &Shown<'_>) -> PeopleTold {
    if shown.ws.people.is_empty() && shown.ws.plan.lead.is_empty() {
        return PeopleTold::default();
    }
    let desk = Desk::new(shown.ws, shown.now);
    let steps = steps(shown, &desk);
    let (tasks, more) = tasks(shown, &desk, &of_these_days(shown, &steps));
    let mut remarks = Vec::new();
    if more > 0 {
        remarks.push(match shown.lang {
            Lang::En => format!("… and {more} more"),
            Lang::Fr => format!("… et {}", count(shown.lang, more, "autre étape", "autres étapes")),
        });
    }
    let feed = shown.ws.events.iter().any(|event| event.kind == EventKind::Holiday);
    if !tasks.is_empty() && shown.ws.calendar.region.is_none() && !feed {
        remarks.push(unknown_holidays(shown.lang).to_owned());
    }
    PeopleTold { tasks, remarks, team: team(shown, &desk, &steps) }
}

const fn unknown_holidays(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "Working days are Monday to Friday: without a `country` that edito knows, public holidays count as worked."
        }
        Lang::Fr => {
            "Jours ouvrés\u{a0}: du lundi au vendredi. Sans `country` connu d’edito, les jours fériés comptent comme ouvrés."
        }
    }
}

/// Every step, for machines; none without a `lead`.
pub(super) fn step_values<'a>(shown: &Shown<'a>) -> Option<Vec<StepOut<'a>>> {
    let ws = shown.ws;
    if ws.plan.lead.is_empty() {
        return None;
    }
    let id = |ix: PersonIx| ws.person(ix).id.value.as_str();
    let desk = Desk::new(ws, shown.now);
    let value = |(step, turn): &(Step, Turn)| {
        let (post, channel) = super::json::names(ws, step.placement);
        StepOut {
            post,
            channel,
            step: step.kind.key(),
            due: step.due.to_string(),
            late: step.late,
            out: step.slot.day.to_string(),
            earliest: step.slot.certainty != Certainty::Known,
            who: turn.who.map(id),
            away: turn.away.is_some(),
            backup: turn.backup.as_ref().map(|(ix, _)| id(*ix)),
        }
    };
    Some(steps(shown, &desk).iter().map(value).collect())
}

/// Every person, for machines; none where the calendar names nobody.
pub(super) fn person_values<'a>(shown: &Shown<'a>) -> Option<Vec<PersonOut<'a>>> {
    if shown.ws.people.is_empty() {
        return None;
    }
    let desk = Desk::new(shown.ws, shown.now);
    let steps = steps(shown, &desk);
    let value = |burden: Burden| {
        let person = shown.ws.person(burden.person);
        PersonOut {
            person: &person.id.value,
            name: one_line(&person.name),
            posts: burden.posts,
            steps: burden.steps,
            hours: burden.hours,
            per_week: person.per_week.as_ref().map(|most| most.value),
            away: burden.away.iter().map(ToString::to_string).collect(),
        }
    };
    Some(carried(shown, &desk, &steps).into_iter().map(value).collect())
}

/// The steps that are late, or due up to the end of the plan, by due day, then file order; of the
/// late ones of a placement, the first: the others wait for it.
fn steps(shown: &Shown<'_>, desk: &Desk<'_>) -> Vec<(Step, Turn)> {
    let starts: BTreeMap<PlacementIx, Instant> =
        shown.schedule.placed.iter().map(|placed| (placed.placement, placed.start)).collect();
    let mut all: Vec<(Step, Turn)> = Vec::new();
    for ix in desk.ahead() {
        if !shown.channels.contains(&shown.ws.placement(ix).channel) {
            continue;
        }
        let slot = starts.get(&ix).map(|start| desk.at(*start)).or_else(|| desk.slot(ix));
        let Some(slot) = slot else { continue };
        let mut late = false;
        for step in desk.steps(ix, slot) {
            let again = late && step.late.is_some();
            late |= step.late.is_some();
            if !again && step.due <= shown.schedule.to {
                all.push((step, desk.turn(ix, step.kind, step.due)));
            }
        }
    }
    all.sort_by_key(|(step, _)| (step.due, step.placement, step.kind));
    all
}

/// Of a plan of days that are far from today, the steps of what goes out on them; else all.
fn of_these_days(shown: &Shown<'_>, steps: &[(Step, Turn)]) -> Vec<(Step, Turn)> {
    let days = shown.schedule.from..=shown.schedule.to;
    let of = |step: &Step| !shown.is_far() || days.contains(&step.slot.day);
    steps.iter().filter(|(step, _)| of(step)).cloned().collect()
}

/// The steps by person, a step of several channels once, and how many were not shown.
fn tasks(shown: &Shown<'_>, desk: &Desk<'_>, steps: &[(Step, Turn)]) -> (Vec<Tasks>, usize) {
    let mut seen: BTreeSet<(PostIx, StepKind, Option<PersonIx>)> = BTreeSet::new();
    let mut groups: Vec<(Option<PersonIx>, Tasks)> = Vec::new();
    for (step, turn) in steps {
        let key = (shown.ws.placement(step.placement).post, step.kind, turn.who);
        if !seen.insert(key) || seen.len() > SHOWN {
            continue;
        }
        let task = task(shown, desk, step, turn);
        match groups.iter_mut().find(|(who, _)| *who == turn.who) {
            Some((_, tasks)) => tasks.steps.push(task),
            None => {
                let who = name(shown, turn.who);
                groups.push((turn.who, Tasks { who, steps: vec![task] }));
            }
        }
    }
    (groups.into_iter().map(|(_, tasks)| tasks).collect(), seen.len().saturating_sub(SHOWN))
}

fn name(shown: &Shown<'_>, who: Option<PersonIx>) -> String {
    match (who, shown.lang) {
        (Some(ix), _) => one_line(&shown.ws.person(ix).name),
        (None, Lang::En) => "Nobody is named".to_owned(),
        (None, Lang::Fr) => "Personne n’est désigné".to_owned(),
    }
}

fn task(shown: &Shown<'_>, desk: &Desk<'_>, step: &Step, turn: &Turn) -> Task {
    let lang = shown.lang;
    let post = shown.ws.post_of(shown.ws.placement(step.placement));
    let title = quote(lang, &one_line(post.headline()));
    let (what, due) = (step_name(step.kind).get(lang), date_short(lang, step.due));
    let mut text = match (lang, step.late) {
        (Lang::En, None) => format!("{what} of {title}: by {due}"),
        (Lang::Fr, None) => format!("{what} de {title}\u{a0}: pour le {due}"),
        (Lang::En, Some(days)) => format!("{what} of {title}: {} (due {due})", late(lang, days)),
        (Lang::Fr, Some(days)) => {
            format!("{what} de {title}\u{a0}: {} (pour le {due})", late(lang, days))
        }
    };
    if step.slot.certainty != Certainty::Known {
        let day = date_short(lang, step.slot.day);
        text.push_str(&match lang {
            Lang::En => format!(", should it go out on {day}"),
            Lang::Fr => format!(", pour une parution le {day}"),
        });
    }
    if let Some(absence) = &turn.away {
        let that_day = absence.from == absence.to && absence.from == step.due;
        let absent = match (that_day, lang) {
            (true, Lang::En) => "away that day".to_owned(),
            (true, Lang::Fr) => "pas là ce jour-là".to_owned(),
            (false, _) => away(lang, absence, desk.today),
        };
        let other = turn.backup.as_ref().map(|(ix, _)| one_line(&shown.ws.person(*ix).name));
        text.push_str(&match (other, lang) {
            (Some(other), Lang::En) => format!(" ({absent}: {other} can stand in)"),
            (Some(other), Lang::Fr) => format!(" ({absent}\u{a0}: {other} peut prendre le relais)"),
            (None, _) => format!(" ({absent})"),
        });
    }
    let urgency = match step.late {
        Some(_) => Urgency::Late,
        None => Urgency::Due,
    };
    Task { text, urgency }
}

/// `3 working days late`; of a step due on the last working day, `late`.
fn late(lang: Lang, days: u32) -> String {
    let n = usize::try_from(days).unwrap_or(usize::MAX);
    match (lang, n) {
        (Lang::En, 0) => "late".to_owned(),
        (Lang::Fr, 0) => "en retard".to_owned(),
        (Lang::En, _) => format!("{} late", count(lang, n, "working day", "working days")),
        (Lang::Fr, _) => format!("{} de retard", count(lang, n, "jour ouvré", "jours ouvrés")),
    }
}

/// What everybody carries on the days of the plan.
fn carried(shown: &Shown<'_>, desk: &Desk<'_>, steps: &[(Step, Turn)]) -> Vec<Burden> {
    let placed = shown.schedule.placed.iter().map(|placed| placed.placement);
    let out: Vec<PlacementIx> = placed.chain(untimed::found(shown).map(|(ix, _)| ix)).collect();
    let steps: Vec<(Step, Option<PersonIx>)> =
        steps.iter().map(|(step, turn)| (*step, turn.who)).collect();
    burdens(desk, (shown.schedule.from, shown.schedule.to), &out, &steps)
}

/// A line for each person who has something on these days; of somebody alone, only what is out of
/// the ordinary: days away, or more than they can carry.
fn team(shown: &Shown<'_>, desk: &Desk<'_>, steps: &[(Step, Turn)]) -> Vec<(String, String)> {
    let alone = shown.ws.people.len() < 2;
    let all = carried(shown, desk, steps).into_iter();
    all.filter(|burden| {
        let odd = !burden.away.is_empty() || too_much(shown, burden).is_some();
        odd || (!alone && (burden.posts > 0 || burden.steps > 0 || burden.hours > 0))
    })
    .map(|burden| (one_line(&shown.ws.person(burden.person).name), line(shown, &burden)))
    .collect()
}

/// How many posts a week they can carry, when the plan is of one week and has more for them.
fn too_much(shown: &Shown<'_>, burden: &Burden) -> Option<u32> {
    let most = shown.ws.person(burden.person).per_week.as_ref()?.value;
    let (from, to) = (shown.schedule.from, shown.schedule.to);
    let one_week = Week::of(from).monday() == Week::of(to).monday();
    let posts = u32::try_from(burden.posts).unwrap_or(u32::MAX);
    (one_week && posts > most).then_some(most)
}

/// `4 posts, 3 steps due, 36 h on duty; away on Fri 27 Nov`.
fn line(shown: &Shown<'_>, burden: &Burden) -> String {
    let lang = shown.lang;
    let mut parts = Vec::new();
    if burden.posts > 0 {
        let posts = match lang {
            Lang::En => count(lang, burden.posts, "post", "posts"),
            Lang::Fr => count(lang, burden.posts, "publication", "publications"),
        };
        parts.push(match (too_much(shown, burden), lang) {
            (None, _) => posts,
            (Some(most), Lang::En) => format!("{posts} ({most} a week at most)"),
            (Some(most), Lang::Fr) => format!("{posts} ({most} par semaine au plus)"),
        });
    }
    if burden.steps > 0 {
        parts.push(match lang {
            Lang::En => count(lang, burden.steps, "step due", "steps due"),
            Lang::Fr => count(lang, burden.steps, "étape à rendre", "étapes à rendre"),
        });
    }
    if burden.hours > 0 {
        parts.push(match lang {
            Lang::En => format!("{}\u{a0}h on duty", burden.hours),
            Lang::Fr => format!("{}\u{a0}h de présence", burden.hours),
        });
    }
    let mut text = parts.join(", ");
    if let Some(absent) = absent(lang, burden) {
        match (text.is_empty(), lang) {
            (true, _) => {}
            (false, Lang::En) => text.push_str("; "),
            (false, Lang::Fr) => text.push_str("\u{202f}; "),
        }
        text.push_str(&absent);
    }
    text
}

/// How many days away are named; more are counted.
const DAYS_NAMED: usize = 3;

fn absent(lang: Lang, burden: &Burden) -> Option<String> {
    let days: Vec<String> = burden.away.iter().map(|day| date_short(lang, *day)).collect();
    Some(match (days.len(), lang) {
        (0, _) => return None,
        (n, Lang::En) if n > DAYS_NAMED => format!("away for {n} days, from {}", days[0]),
        (n, Lang::Fr) if n > DAYS_NAMED => format!("absence de {n} jours, dès le {}", days[0]),
        (_, Lang::En) => format!("away on {}", list(lang, &days)),
        (1, Lang::Fr) => format!("absence le {}", days[0]),
        (_, Lang::Fr) => format!("absence les {}", list(lang, &days)),
    })
}
