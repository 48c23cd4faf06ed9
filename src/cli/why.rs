//! `why`: the reasons for a slot, or for the lack of one.

use super::failure::Failure;
use super::moment::{Reading, moment};
use super::readiness::{Ready, Work, all_ready};
use super::session::Session;
use super::sound::sound_plan;
use super::span;
use super::{args, pages};
use crate::lang::{Lang, Text, list, list_or, quote};
use crate::model::{
    Because, Explanation, Forced, Outcome, Placement, PlacementIx, Schedule, Standing, Workspace,
};
use crate::planner::{Effort, Request, Slots, explained, force, openings};
use crate::render::lines::one_line;
use crate::render::why::{Asked, Focus, render};
use crate::render::words::title;
use crate::text::nearest;
use crate::time::words::DayRange;
use crate::time::{Instant, Week};
use chrono::NaiveDate;

/// Explains the slot of a post on its channels.
///
/// # Errors
/// When a calendar or the days can't be made sense of, or no calendar has this post.
pub fn run(args: &args::Why, session: &mut Session<'_>) -> Result<u8, Failure> {
    if let Some(post) = args.post.strip_suffix('@') {
        return Err(no_channel_given(post.trim()));
    }
    let Some(calendars) = all_ready(Work::Why, session)? else {
        return Ok(1);
    };
    let mut answers = Vec::new();
    let mut bases = Vec::new();
    for (calendar, ix) in meant(&calendars, &args.post)? {
        answers.push(answer(calendar, ix, args, session, &mut bases)?);
    }
    session.print(&answers.join("\n"));
    Ok(0)
}

/// The placements that `post`, `post@channel`, or a title in place of the id, asks for. An id comes
/// before a title, and a title that holds an `@` before a channel.
pub(super) fn meant<'c>(
    calendars: &'c [Ready],
    asked: &str,
) -> Result<Vec<(&'c Ready, PlacementIx)>, Failure> {
    let whole = (asked, None);
    let split = asked.rsplit_once('@').map(|(post, channel)| (post, Some(channel)));
    for name in [Name::Id, Name::Title] {
        for (post, channel) in std::iter::once(whole).chain(split) {
            let each = calendars.iter().flat_map(|calendar| {
                let found = named(&calendar.ws, name, post, channel);
                found.into_iter().map(move |ix| (calendar, ix))
            });
            let found: Vec<_> = each.collect();
            if !found.is_empty() {
                return Ok(found);
            }
        }
    }
    let (post, channel) = split.unwrap_or(whole);
    Err(not_found(calendars, post, channel))
}

/// What a post is called by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Name {
    /// Its id, exactly.
    Id,
    /// Its title, whatever the case.
    Title,
}

/// The placements of the posts of this name, on one channel or on all.
fn named(ws: &Workspace, name: Name, word: &str, channel: Option<&str>) -> Vec<PlacementIx> {
    match name {
        Name::Id => found(ws, word, channel),
        Name::Title => {
            let on = |ix| ws.channel(ws.placement(ix).channel).id.value.as_str();
            let wanted = one_line(word).to_lowercase();
            ws.each_placement()
                .map(|(ix, _)| ix)
                .filter(|ix| title(ws, *ix).to_lowercase() == wanted)
                .filter(|ix| channel.is_none_or(|channel| on(*ix) == channel))
                .collect()
        }
    }
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

/// A plan that was made, for the next channel of the post.
struct Base<'c> {
    ws: &'c Workspace,
    days: DayRange,
    schedule: Schedule,
}

/// The plan of these days, made once.
fn base<'b, 'c>(
    ws: &'c Workspace,
    request: &Request,
    bases: &'b mut Vec<Base<'c>>,
) -> Result<&'b Schedule, Failure> {
    let days = DayRange { from: request.from, to: request.to };
    let known = bases.iter().position(|base| std::ptr::eq(base.ws, ws) && base.days == days);
    let at = match known {
        Some(at) => at,
        None => {
            bases.push(Base { ws, days, schedule: sound_plan(ws, request)? });
            bases.len() - 1
        }
    };
    Ok(&bases[at].schedule)
}

fn answer<'c>(
    calendar: &'c Ready,
    ix: PlacementIx,
    args: &args::Why,
    session: &Session<'_>,
    bases: &mut Vec<Base<'c>>,
) -> Result<String, Failure> {
    let ws = &calendar.ws;
    let zone = ws.calendar.zone;
    let today = zone.local(session.now).date();
    let asked = span::days(&args.span, today)?;
    let days = match span::is_open(&args.span) {
        true => weeks_of(ws, ix, asked),
        false => asked,
    };
    let by = Reading { zone, today, days };
    let at = args.at.as_deref().map(|words| moment(words, &by)).transpose()?;
    let days = match at {
        Some(at) if span::is_open(&args.span) => week_of(zone.local(at).date()),
        _ => days,
    };
    let request = Request {
        from: days.from,
        to: days.to,
        now: session.now,
        slots: Slots::Consider,
        effort: Effort::Normal,
    };
    let base = base(ws, &request, bases)?;
    let mut explanation = explained(ws, &request, base, ix);
    let focus = match at {
        Some(_) => Focus::Instant,
        None => Focus::Everything,
    };
    made_again(ws, &request, base, (ix, at), &mut explanation)?;
    let asked = Asked {
        ws,
        placement: ix,
        explanation: &explanation,
        lang: calendar.lang,
        now: session.now,
        focus,
    };
    Ok(render(&asked, session.width(), pages::ink(session)))
}

/// How many better slots are tried by making the plan again.
const TRIED: usize = 3;

/// Adds what only making the plan again tells: the cost of the instant that is asked for; else what
/// the whole plan would lose in better slots that others keep closed, and, for a post that is left
/// out, what putting it in would take. Each is made with the least effort from the plan at hand, and
/// verified.
fn made_again(
    ws: &Workspace,
    request: &Request,
    base: &Schedule,
    (ix, at): (PlacementIx, Option<Instant>),
    explanation: &mut Explanation,
) -> Result<(), Failure> {
    let instants: Vec<Instant> = match at {
        Some(at) => vec![at],
        None if explanation.left_out.is_some() => openings(ws, request, ix),
        None => Vec::new(),
    };
    let tried = match at {
        Some(_) => Vec::new(),
        None => worth_a_try(explanation),
    };
    let quick = Request { effort: Effort::Quick, ..*request };
    for start in instants {
        let forced = force(ws, &quick, base, (ix, start), &mut sound_plan)?;
        explanation.forced.extend(forced);
    }
    for i in tried {
        let better = &mut explanation.better[i];
        let forced = force(ws, &quick, base, (ix, better.start), &mut sound_plan)?;
        if let Some(Forced { outcome: Outcome::Planned(whole), .. }) = forced {
            better.whole = Some(whole);
        }
    }
    Ok(())
}

/// The first better slots, each of other reasons than the one before, that no rule of its own closes.
fn worth_a_try(explanation: &Explanation) -> Vec<usize> {
    let better = &explanation.better;
    let others = |i: &usize| {
        let pairwise = better[*i].reasons.iter().any(|reason| is_pairwise(&reason.cause));
        pairwise && (*i == 0 || better[*i - 1].reasons != better[*i].reasons)
    };
    (0..better.len()).filter(others).take(TRIED).collect()
}

/// Whether what closes a slot is another placement, or the plan as a whole.
const fn is_pairwise(cause: &Because) -> bool {
    !matches!(
        cause,
        Because::Date { .. }
            | Because::Window
            | Because::Hours
            | Because::Pause(_)
            | Because::Event(_)
            | Because::Past
            | Because::Presence(_)
            | Because::Fixed(_)
    )
}

/// The ISO week of a day.
fn week_of(day: NaiveDate) -> DayRange {
    let week = Week::of(day);
    DayRange { from: week.monday(), to: week.sunday() }
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

/// Ids suggested for an unknown word, at most.
const SUGGESTED: usize = 3;

fn not_found(calendars: &[Ready], post: &str, channel: Option<&str>) -> Failure {
    if let Some(channel) = channel {
        let on_any = |name| {
            let mut each = calendars.iter().flat_map(|c| named(&c.ws, name, post, None));
            each.next().is_some()
        };
        if let Some(name) = [Name::Id, Name::Title].into_iter().find(|name| on_any(*name)) {
            return not_there(calendars, name, post, channel);
        }
    }
    let near: Vec<String> = near(calendars, post).into_iter().map(|id| format!("`{id}`")).collect();
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("no post is called {}", quote(lang, post)),
            Lang::Fr => format!("aucune publication ne s’appelle {}", quote(lang, post)),
        }),
        Text::of(|lang| match (near.is_empty(), lang) {
            (false, Lang::En) => format!("did you mean {}?", list_or(lang, &near)),
            (false, Lang::Fr) => {
                format!("vouliez-vous dire {}\u{202f}?", list_or(lang, &near))
            }
            (true, Lang::En) => "give the `id` or the title of a post of the calendar".to_owned(),
            (true, Lang::Fr) => {
                "donnez l’`id` ou le titre d’une publication du calendrier".to_owned()
            }
        }),
    )
}

/// `post@`, with nothing behind.
pub(super) fn no_channel_given(post: &str) -> Failure {
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En if post.is_empty() => {
                "the post and the channel are missing around the `@`".to_owned()
            }
            Lang::Fr if post.is_empty() => {
                "il manque la publication et le canal autour du `@`".to_owned()
            }
            Lang::En => "the channel is missing after the `@`".to_owned(),
            Lang::Fr => "il manque le canal après le `@`".to_owned(),
        }),
        Text::of(|lang| match (post.is_empty(), lang) {
            (true, Lang::En) => "write the `id` of a post, then `@` and a channel".to_owned(),
            (true, Lang::Fr) => "écrivez l’`id` d’une publication, puis `@` et un canal".to_owned(),
            (false, Lang::En) => {
                format!("write `{post}@instagram`, or `{post}` alone for all its channels")
            }
            (false, Lang::Fr) => {
                format!("écrivez `{post}@instagram`, ou `{post}` seul pour tous ses canaux")
            }
        }),
    )
}

/// The ids of the posts whose id or title is near a word, or holds it; the nearest first.
fn near<'c>(calendars: &'c [Ready], word: &str) -> Vec<&'c str> {
    let posts: Vec<(&str, String)> = calendars
        .iter()
        .flat_map(|calendar| &calendar.ws.posts)
        .map(|post| (post.id.name.as_str(), one_line(post.headline()).to_lowercase()))
        .collect();
    let word = one_line(word).to_lowercase();
    let id = nearest(&word, posts.iter().map(|(id, _)| *id));
    let title = nearest(&word, posts.iter().map(|(_, title)| title.as_str()));
    let of_title = posts.iter().filter(|(_, own)| title == Some(own)).map(|(id, _)| *id);
    let holds = |text: &str| !word.is_empty() && text.to_lowercase().contains(&word);
    let inside = posts.iter().filter(|(id, title)| holds(id) || holds(title)).map(|(id, _)| *id);
    let mut all: Vec<&str> = Vec::new();
    for id in id.into_iter().chain(of_title).chain(inside) {
        if !all.contains(&id) {
            all.push(id);
        }
    }
    all.truncate(SUGGESTED);
    all
}

fn not_there(calendars: &[Ready], name: Name, post: &str, channel: &str) -> Failure {
    let channels: Vec<&str> = calendars
        .iter()
        .flat_map(|calendar| {
            let ws = &calendar.ws;
            named(ws, name, post, None)
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
