//! Dates to seize, in words: the opportunities of the plan and what seizes them.

use super::{Shown, is_for_other_days};
use crate::lang::{Lang, count, date_short, figure, list, quote};
use crate::model::{Chance, PlacementIx};
use crate::render::lines::one_line;
use crate::render::words;
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Dates shown at most.
const SHOWN: usize = 5;
/// Posts named for one date at most.
const NAMED: usize = 2;

/// The dates to seize of a plan.
#[derive(Clone, Debug, Default)]
pub struct ChancesTold {
    /// The nearest, by first day.
    pub rows: Vec<ChanceRow>,
    /// `… and 3 more`, where some are not shown.
    pub more: Option<String>,
}

/// A date to seize.
#[derive(Clone, Debug)]
pub struct ChanceRow {
    /// The day or days.
    pub when: String,
    /// The name.
    pub name: String,
    /// The posts that seize it, or that nothing does.
    pub posts: String,
    /// Whether something does.
    pub state: Seized,
}

/// Whether a date is seized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seized {
    /// A post does.
    Yes,
    /// Nothing yet.
    NotYet,
}

/// The opportunities whose lead or days touch the plan.
fn chances(shown: &Shown<'_>) -> Vec<Chance> {
    let starts: BTreeMap<PlacementIx, _> =
        shown.schedule.placed.iter().map(|placed| (placed.placement, placed.start)).collect();
    let (from, to) = (shown.schedule.from, shown.schedule.to);
    let mut all = shown.ws.chances(from, to, &|ix| starts.get(&ix).copied());
    all.retain(|chance| shown.channels.iter().any(|ix| chance.occurrence.concerns(*ix)));
    // What the plan found no slot for seizes nothing.
    let left = shown.schedule.left_out.iter().filter(|left| !is_for_other_days(left));
    let left: BTreeSet<PlacementIx> = left.map(|left| left.placement).collect();
    all.iter_mut().for_each(|chance| chance.posts.retain(|ix| !left.contains(ix)));
    all
}

/// The same, in words.
pub(super) fn told(shown: &Shown<'_>) -> ChancesTold {
    let all = chances(shown);
    let lang = shown.lang;
    let more = all.len().saturating_sub(SHOWN);
    ChancesTold {
        rows: all.iter().take(SHOWN).map(|chance| row(shown, chance)).collect(),
        more: (more > 0).then(|| match lang {
            Lang::En => format!("… and {} more", figure(lang, more)),
            Lang::Fr => format!("… et {}", count(lang, more, "autre", "autres")),
        }),
    }
}

fn row(shown: &Shown<'_>, chance: &Chance) -> ChanceRow {
    let lang = shown.lang;
    let event = &chance.occurrence;
    ChanceRow {
        when: when(lang, event.first, event.last),
        name: one_line(event.name.get(lang)),
        posts: match chance.posts.is_empty() {
            true => nothing_yet(shown, chance),
            false => posts(shown, &chance.posts),
        },
        state: match chance.posts.is_empty() {
            true => Seized::NotYet,
            false => Seized::Yes,
        },
    }
}

/// The day or days of a date.
pub(super) fn when(lang: Lang, first: NaiveDate, last: NaiveDate) -> String {
    let (a, b) = (date_short(lang, first), date_short(lang, last));
    match (first == last, lang) {
        (true, _) => a,
        (false, Lang::En) => format!("{a} – {b}"),
        (false, Lang::Fr) => format!("du {a} au {b}"),
    }
}

fn nothing_yet(shown: &Shown<'_>, chance: &Chance) -> String {
    let begin = date_short(shown.lang, chance.begin);
    let today = shown.today();
    match (shown.lang, today <= chance.begin) {
        _ if today > chance.occurrence.last => match shown.lang {
            Lang::En => "nothing".to_owned(),
            Lang::Fr => "rien".to_owned(),
        },
        (Lang::En, true) => format!("nothing yet, start by {begin}"),
        (Lang::Fr, true) => format!("rien encore, à commencer d’ici le {begin}"),
        (Lang::En, false) => "nothing yet, and little time is left".to_owned(),
        (Lang::Fr, false) => "rien encore, et il reste peu de temps".to_owned(),
    }
}

/// `“Teaser” and “Recap”`, each post once.
fn posts(shown: &Shown<'_>, all: &[PlacementIx]) -> String {
    let lang = shown.lang;
    let mut known = Vec::new();
    let mut names: Vec<String> = Vec::new();
    for &ix in all {
        let post = shown.ws.placement(ix).post;
        if !known.contains(&post) {
            known.push(post);
            names.push(quote(lang, &words::title(shown.ws, ix)));
        }
    }
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if more > 0 {
        names.push(match lang {
            Lang::En => count(lang, more, "other post", "other posts"),
            Lang::Fr => count(lang, more, "autre publication", "autres publications"),
        });
    }
    list(lang, &names)
}

/// An opportunity of machine output.
#[derive(Serialize)]
pub(super) struct ChanceOut {
    name: String,
    from: String,
    to: String,
    begin: String,
    posts: Vec<String>,
}

/// The opportunities of machine output, all of them.
pub(super) fn values(shown: &Shown<'_>) -> Vec<ChanceOut> {
    let one = |chance: Chance| {
        let posts = chance.posts.iter().map(|ix| shown.ws.post_of(shown.ws.placement(*ix)));
        let mut ids: Vec<String> = posts.map(|post| post.id.name.clone()).collect();
        ids.dedup();
        ChanceOut {
            name: chance.occurrence.name.get(shown.lang).to_owned(),
            from: chance.occurrence.first.to_string(),
            to: chance.occurrence.last.to_string(),
            begin: chance.begin.to_string(),
            posts: ids,
        }
    };
    chances(shown).into_iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Effect, Event, EventDate, EventKind};
    use crate::render::plan::sample::{Museum, museum};

    fn event(name: &str, day: &str) -> Event {
        let day = day.parse().unwrap();
        Event {
            id: None,
            name: name.to_owned(),
            date: EventDate::Days(day, day),
            kind: EventKind::Observance,
            effect: Effect::Opportunity,
            channels: Vec::new(),
            lead: None,
            at: None,
        }
    }

    fn only(events: &[Event]) -> Museum {
        let mut museum = museum();
        museum.ws.events = events.to_vec();
        museum
    }

    #[test]
    fn a_date_is_seized_by_what_the_plan_puts_on_it() {
        let museum = only(&[event("Tuesday", "2026-11-24"), event("Sunday", "2026-11-29")]);
        let told = told(&museum.shown(Lang::En));
        let [tuesday, sunday] = &told.rows[..] else { panic!("{told:?}") };
        assert_eq!(tuesday.state, Seized::Yes);
        assert!(tuesday.posts.contains("“Nocturne du jeudi"), "{}", tuesday.posts);
        assert_eq!(sunday.state, Seized::NotYet);
        // Five working days before Sunday 29 November is Monday 23.
        assert_eq!(sunday.posts, "nothing yet, start by Mon 23 Nov");
        assert_eq!(sunday.when, "Sun 29 Nov");
    }

    #[test]
    fn the_list_is_short() {
        let days = ["24", "25", "26", "27", "28", "29", "30"];
        let events: Vec<Event> =
            days.iter().map(|day| event("E", &format!("2026-11-{day}"))).collect();
        let museum = only(&events);
        let told = told(&museum.shown(Lang::Fr));
        assert_eq!((told.rows.len(), told.more.as_deref()), (5, Some("… et 2 autres")));
        assert_eq!(values(&museum.shown(Lang::Fr)).len(), 7);
        assert!(super::told(&only(&[event("Far", "2026-12-20")]).shown(Lang::Fr)).rows.is_empty());
    }
}
