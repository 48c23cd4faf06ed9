//! `wrong-order`: posts that break an `after` or a `before`.

use super::standing::{counts, day_end, day_start, is_ahead, reach};
use super::words::{finding, name};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{self, Lang, Phrase, Text, lapse};
use crate::model::{EventDate, EventIx, Link, LinkTo, Placement, PlacementIx, PostIx, Side};
use crate::rules::Facts;
use crate::source::At;
use crate::time::{Instant, Zone};
use chrono::{Datelike, NaiveDate};

/// The rule.
pub static RULE: Rule = Rule {
    id: "wrong-order",
    group: Group::Schedule,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A post goes out too early or too late for its `after` or `before`, or its dates leave no way to respect it.",
        fr: "Une publication part trop tôt ou trop tard au regard de son `after` ou de son `before`, ou ses dates ne permettent plus de le respecter.",
    },
    why: Phrase {
        en: "A reminder before the announcement, a teaser after the opening: people are confused.",
        fr: "Un rappel avant l’annonce, un teaser après l’ouverture\u{a0}: le public n’y comprend rien.",
    },
    remedy: Phrase {
        en: "Move one of the two, or change `min` and `max` of the link.",
        fr: "Déplacez l’une des deux, ou changez `min` et `max` du lien.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "announcement"
title = "Klimt comes to town"
at = 2026-11-25T12:00:00

[[post]]
id = "teaser"
title = "Tickets are on sale"
after = [{ post = "announcement", min = "1d" }]
at = 2026-11-24T12:00:00    # a day too early
"#,
};

/// Every placement with a link that cannot hold: one finding for each link.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut of_post: Vec<Vec<PlacementIx>> = vec![Vec::new(); facts.ws.posts.len()];
    for (ix, placement) in facts.ws.each_placement() {
        of_post[placement.post.get()].push(ix);
    }
    let mut findings = Vec::new();
    for (post, own) in facts.ws.posts.iter().zip(&of_post) {
        for link in &post.after {
            for &ix in own {
                let breach = match link.to.value {
                    LinkTo::Post(other) => with_post(facts, ix, link, &of_post[other.get()]),
                    LinkTo::Event(event) => with_event(facts, ix, link, event),
                    LinkTo::Campaign(campaign) => {
                        let from = facts.ws.campaign(campaign).from;
                        let zone = facts.zone(facts.ws.placement(ix));
                        let start = from.map(|day| day_start(zone, day));
                        start.and_then(|start| with_instant(facts, ix, link, start))
                    }
                };
                findings.extend(breach.map(|breach| report(facts, link, &breach)));
            }
        }
    }
    findings
}

/// The first and the last instant at which something may be, both included.
type Reach = (Instant, Instant);

/// Two things in the wrong order.
struct Breach {
    /// The placement that can be moved.
    subject: PlacementIx,
    /// What it is linked to: its first and last instant, and the placement when it is one.
    other: (Reach, Option<PlacementIx>),
    /// Which of the two comes first, seen from the subject.
    side: Side,
    fault: Fault,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Fault {
    TooSoon,
    TooLate,
}

/// Whether `later` can't be between `min` and `max` after `earlier`, whatever they choose.
fn fault(link: &Link, earlier: Reach, later: Reach) -> Option<Fault> {
    let (most, least) = (later.1.since(earlier.0), later.0.since(earlier.1));
    if most < link.min {
        return Some(Fault::TooSoon);
    }
    link.max.filter(|max| least > *max).map(|_| Fault::TooLate)
}

fn judged(link: &Link, own: Reach, other: Reach) -> Option<Fault> {
    match link.side {
        Side::After => fault(link, other, own),
        Side::Before => fault(link, own, other),
    }
}

fn with_post(
    facts: &Facts<'_>,
    ix: PlacementIx,
    link: &Link,
    others: &[PlacementIx],
) -> Option<Breach> {
    let own = facts.ws.placement(ix);
    let reach_of =
        |placement: &Placement| counts(facts, placement).then(|| reach(facts, placement)).flatten();
    let span = reach_of(own)?;
    others.iter().find_map(|&other_ix| {
        let other = facts.ws.placement(other_ix);
        if other.post == own.post {
            return None;
        }
        let other_span = reach_of(other)?;
        let fault = judged(link, span, other_span)?;
        let flipped = match link.side {
            Side::After => Side::Before,
            Side::Before => Side::After,
        };
        match (is_ahead(facts, own), is_ahead(facts, other)) {
            (true, _) => Some(Breach {
                subject: ix,
                other: (other_span, Some(other_ix)),
                side: link.side,
                fault,
            }),
            (false, true) => {
                Some(Breach { subject: other_ix, other: (span, Some(ix)), side: flipped, fault })
            }
            (false, false) => None,
        }
    })
}

fn with_instant(
    facts: &Facts<'_>,
    ix: PlacementIx,
    link: &Link,
    moment: Instant,
) -> Option<Breach> {
    let placement = facts.ws.placement(ix);
    if !is_ahead(facts, placement) {
        return None;
    }
    let fault = judged(link, reach(facts, placement)?, (moment, moment))?;
    Some(Breach { subject: ix, other: ((moment, moment), None), side: link.side, fault })
}

/// After an event means after its last day is over, before it means before its first day starts.
fn with_event(facts: &Facts<'_>, ix: PlacementIx, link: &Link, event: EventIx) -> Option<Breach> {
    let placement = facts.ws.placement(ix);
    let zone = facts.zone(placement);
    let near = zone.local(reach(facts, placement)?.0).date();
    let (first, last) = nearest(facts, event, near)?;
    with_instant(facts, ix, link, edge(zone, link.side, first, last))
}

fn edge(zone: Zone, side: Side, first: NaiveDate, last: NaiveDate) -> Instant {
    match side {
        Side::After => day_end(zone, last),
        Side::Before => day_start(zone, first),
    }
}

/// The days of an event; of a yearly one, those nearest to a day.
fn nearest(facts: &Facts<'_>, event: EventIx, near: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    match &facts.ws.event(event).date {
        EventDate::Days(first, last) => Some((*first, *last)),
        EventDate::Yearly(rule) => (near.year() - 1..=near.year() + 1)
            .filter_map(|year| rule.in_year(year))
            .min_by_key(|day| (*day - near).num_days().abs())
            .map(|day| (day, day)),
    }
}

fn report(facts: &Facts<'_>, link: &Link, breach: &Breach) -> Finding {
    let placement = facts.ws.placement(breach.subject);
    let zone = facts.zone(placement);
    let ((first, last), other) = breach.other;
    let other_zone = other.map_or(zone, |ix| facts.zone(facts.ws.placement(ix)));
    let message = Text::of(|lang| {
        let own = name(lang, facts, breach.subject);
        let own_when = reach(facts, placement)
            .map(|(from, to)| span(lang, zone, from, to))
            .unwrap_or_default();
        let other_name =
            other.map_or_else(|| target(lang, facts, link), |ix| name(lang, facts, ix));
        let other_when = span(lang, other_zone, first, last);
        let demand = demand(lang, link, breach);
        match lang {
            Lang::En => {
                format!("{own}, {own_when}, must go out {demand} {other_name}, {other_when}")
            }
            Lang::Fr => {
                format!("{own}, {own_when}, doit partir {demand} {other_name}, {other_when}")
            }
        }
    });
    let found = finding(facts, &RULE, breach.subject, message)
        .other(link.to.at, Text::of(|lang| wanted(lang, link)))
        .help(Phrase {
            en: "move one of the two, or change `min` and `max` of the link",
            fr: "déplacez l’une des deux, ou changez `min` et `max` du lien",
        });
    match place_of(facts, link, other) {
        Some((at, label)) => found.other(at, label),
        None => found,
    }
}

/// Where the other one is written.
fn place_of(facts: &Facts<'_>, link: &Link, other: Option<PlacementIx>) -> Option<(At, Text)> {
    let at = match (other, link.to.value) {
        (Some(ix), _) => Some(facts.ws.placement(ix).at),
        (None, LinkTo::Event(ix)) => facts.ws.event(ix).at,
        (None, LinkTo::Campaign(ix)) => Some(facts.ws.campaign(ix).id.at),
        (None, LinkTo::Post(_)) => None,
    };
    let label = Text::of(|lang| {
        other.map_or_else(|| target(lang, facts, link), |ix| name(lang, facts, ix))
    });
    at.map(|at| (at, label))
}

fn target(lang: Lang, facts: &Facts<'_>, link: &Link) -> String {
    let post = |ix: PostIx| facts.ws.post(ix).headline().to_owned();
    let words = match link.to.value {
        LinkTo::Post(ix) => post(ix),
        LinkTo::Event(ix) => facts.ws.event(ix).name.clone(),
        LinkTo::Campaign(ix) => facts.ws.campaign(ix).name.clone(),
    };
    lang::quote(lang, &words)
}

/// `at least 24 h after`, `at most 2 days before`, `after`.
fn demand(lang: Lang, link: &Link, breach: &Breach) -> String {
    let side = match (lang, breach.side) {
        (Lang::En, Side::After) => "after",
        (Lang::En, Side::Before) => "before",
        (Lang::Fr, Side::After) => "après",
        (Lang::Fr, Side::Before) => "avant",
    };
    let length = |length: crate::time::Lapse| lapse(lang, length.seconds());
    match (lang, breach.fault, link.max) {
        (_, Fault::TooSoon, _) if link.min.seconds() == 0 => side.to_owned(),
        (Lang::En, Fault::TooLate, Some(max)) => format!("at most {} {side}", length(max)),
        (Lang::Fr, Fault::TooLate, Some(max)) => format!("au plus {} {side}", length(max)),
        (Lang::En, ..) => format!("at least {} {side}", length(link.min)),
        (Lang::Fr, ..) => format!("au moins {} {side}", length(link.min)),
    }
}

/// The link as the label says it.
fn wanted(lang: Lang, link: &Link) -> String {
    let key = match link.side {
        Side::After => "after",
        Side::Before => "before",
    };
    match (lang, link.max) {
        (Lang::En, None) => format!("`{key}`, at least {}", link.min),
        (Lang::Fr, None) => format!("`{key}`, au moins {}", link.min),
        (Lang::En, Some(max)) => format!("`{key}`, from {} to {max}", link.min),
        (Lang::Fr, Some(max)) => format!("`{key}`, de {} à {max}", link.min),
    }
}

/// A moment, or the days of a stretch.
fn span(lang: Lang, zone: Zone, first: Instant, last: Instant) -> String {
    let (from, to) = (zone.local(first), zone.local(last));
    let on = match lang {
        Lang::En => "",
        Lang::Fr => "le ",
    };
    if first == last {
        format!("{on}{}", lang::instant(lang, from))
    } else if from.date() == to.date() {
        format!("{on}{}", lang::date_short(lang, from.date()))
    } else if first == Instant::MIN || last == Instant::MAX {
        "…".to_owned()
    } else {
        lang::span_of_days(lang, from.date(), to.date())
    }
}
