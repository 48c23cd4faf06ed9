//! `why`: the reasons for a slot, or for the lack of one.

use super::args;
use super::failure::Failure;
use super::readiness::{Ready, ready};
use super::session::Session;
use super::span;
use crate::lang::{Lang, Text, list, quote};
use crate::model::{Placement, PlacementIx, Standing, Workspace};
use crate::planner::{Effort, Request, Slots};
use crate::render::plan::Ink;
use crate::render::why::{Asked, render};
use crate::text::nearest;
use crate::time::Week;
use crate::time::words::DayRange;
use chrono::NaiveDate;

/// Explains the slot of a post on its channels.
///
/// # Errors
/// When a calendar or the days can't be made sense of, or no calendar has this post.
pub fn run(args: &args::Why, session: &mut Session<'_>) -> Result<u8, Failure> {
    let (post, channel) = match args.post.rsplit_once('@') {
        Some((post, channel)) => (post, Some(channel)),
        None => (args.post.as_str(), None),
    };
    if channel.is_some_and(|channel| channel.trim().is_empty()) {
        return Err(no_channel_given(post));
    }
    let mut calendars = Vec::new();
    for root in session.roots()? {
        match ready(&root, session)? {
            Some(calendar) => calendars.push(calendar),
            None => return Ok(1),
        }
    }
    let mut answers = Vec::new();
    for calendar in &calendars {
        for ix in found(&calendar.ws, post, channel) {
            answers.push(answer(calendar, ix, args, session)?);
        }
    }
    if answers.is_empty() {
        return Err(not_found(&calendars, post, channel));
    }
    session.print(&answers.join("\n"));
    Ok(0)
}

/// The placements of a post, on one channel or on all.
fn found(ws: &Workspace, post: &str, channel: Option<&str>) -> Vec<PlacementIx> {
    let on = |placement: &Placement| ws.channel(placement.channel).id.value.as_str();
    ws.each_placement()
        .filter(|(_, placement)| ws.post_of(placement).id.name == post)
        .filter(|(_, placement)| channel.is_none_or(|channel| on(placement) == channel))
        .map(|(ix, _)| ix)
        .collect()
}

fn answer(
    calendar: &Ready,
    ix: PlacementIx,
    args: &args::Why,
    session: &Session<'_>,
) -> Result<String, Failure> {
    let ws = &calendar.ws;
    let today = ws.calendar.zone.local(session.now).date();
    let asked = span::days(&args.span, today)?;
    let days = match span::is_open(&args.span) {
        true => weeks_of(ws, ix, asked),
        false => asked,
    };
    let request = Request {
        from: days.from,
        to: days.to,
        now: session.now,
        slots: Slots::Consider,
        effort: Effort::Normal,
    };
    let explanation = crate::planner::why(ws, &request, ix);
    let asked = Asked { ws, placement: ix, explanation: &explanation, lang: calendar.lang };
    let ink = match session.global.ascii {
        true => Ink::Ascii,
        false => Ink::Unicode,
    };
    Ok(render(&asked, session.width(), ink))
}

/// The coming week if the post may go out in it, else the whole week of its first day.
fn weeks_of(ws: &Workspace, ix: PlacementIx, coming: DayRange) -> DayRange {
    let Some((first, last)) = own_days(ws, ws.placement(ix)) else {
        return coming;
    };
    if first <= coming.to && coming.from <= last {
        return coming;
    }
    let week = Week::of(match last < coming.from {
        true => last,
        false => first,
    });
    DayRange { from: week.monday(), to: week.sunday() }
}

/// The first and last day on which a placement may go out, or does.
fn own_days(ws: &Workspace, placement: &Placement) -> Option<(NaiveDate, NaiveDate)> {
    let day = |at| ws.calendar.zone.local(at).date();
    let fixed = match placement.standing {
        Standing::OnDay(day) => Some(day),
        _ if placement.is_locked() => placement.instant().map(day),
        _ => None,
    };
    if let Some(fixed) = fixed {
        return Some((fixed, fixed));
    }
    if let Some(date) = placement.date() {
        return Some((date.first(), date.last()));
    }
    let (from, to) = placement.window?;
    let (from, to) = (from.map(day), to.map(day));
    Some((from.or(to)?, to.unwrap_or(NaiveDate::MAX).max(from.or(to)?)))
}

fn not_found(calendars: &[Ready], post: &str, channel: Option<&str>) -> Failure {
    let posts = || calendars.iter().flat_map(|calendar| &calendar.ws.posts);
    let known: Vec<&str> = posts().map(|post| post.id.name.as_str()).collect();
    if let Some(channel) = channel.filter(|_| known.contains(&post)) {
        return not_there(calendars, post, channel);
    }
    let near = nearest(post, known.iter().copied());
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("no post is called {}", quote(lang, post)),
            Lang::Fr => format!("aucune publication ne s’appelle {}", quote(lang, post)),
        }),
        Text::of(|lang| match (near, lang) {
            (Some(near), Lang::En) => format!("did you mean `{near}`?"),
            (Some(near), Lang::Fr) => format!("vouliez-vous dire `{near}`\u{202f}?"),
            (None, Lang::En) => "give the `id` of a post of the calendar".to_owned(),
            (None, Lang::Fr) => "donnez l’`id` d’une publication du calendrier".to_owned(),
        }),
    )
}

/// `post@`, with nothing behind.
fn no_channel_given(post: &str) -> Failure {
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => "the channel is missing after the `@`".to_owned(),
            Lang::Fr => "il manque le canal après le `@`".to_owned(),
        }),
        Text::of(|lang| match lang {
            Lang::En => format!("write `{post}@instagram`, or `{post}` alone for all its channels"),
            Lang::Fr => {
                format!("écrivez `{post}@instagram`, ou `{post}` seul pour tous ses canaux")
            }
        }),
    )
}

fn not_there(calendars: &[Ready], post: &str, channel: &str) -> Failure {
    let channels: Vec<&str> = calendars
        .iter()
        .flat_map(|calendar| {
            let ws = &calendar.ws;
            found(ws, post, None)
                .into_iter()
                .map(|ix| ws.channel(ws.placement(ix).channel).id.value.as_str())
        })
        .collect();
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("{} is not on {}", quote(lang, post), quote(lang, channel)),
            Lang::Fr => format!("{} n’est pas sur {}", quote(lang, post), quote(lang, channel)),
        }),
        Text::of(|lang| match (channels.is_empty(), lang) {
            (true, Lang::En) => "it is on no channel yet".to_owned(),
            (true, Lang::Fr) => "elle n’est encore sur aucun canal".to_owned(),
            (false, Lang::En) => format!("it is on {}", list(lang, &channels)),
            (false, Lang::Fr) => format!("elle est sur {}", list(lang, &channels)),
        }),
    )
}
