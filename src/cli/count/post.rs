//! A post of the calendar, counted as it goes out on each of its channels.

use crate::cli::failure::Failure;
use crate::cli::readiness::{Work, ready};
use crate::cli::session::Session;
use crate::cli::why::{meant, no_channel_given};
use crate::lang::Lang;
use crate::model::{EffectiveContent, Lane, Media, MediaKind, Placement, Workspace};
use crate::networks::{self, Field, Network, Shown, fit};
use crate::render::count::{Origin, Row, Source};
use crate::render::words;

/// The post on each of its channels, its thread part by part, and its title where the network has
/// titles; nothing when a calendar cannot be understood, and then its faults were printed.
///
/// # Errors
/// When there is no calendar, or no such post.
pub(super) fn rows(
    asked: &str,
    session: &mut Session<'_>,
) -> Result<Option<(Vec<Row>, Lang)>, Failure> {
    if let Some(post) = asked.strip_suffix('@') {
        return Err(no_channel_given(post.trim()));
    }
    let mut calendars = Vec::new();
    for root in session.roots()? {
        match ready(&root, Work::Count, session)? {
            Some(calendar) => calendars.push(calendar),
            None => return Ok(None),
        }
    }
    let mut rows = Vec::new();
    let mut lang = session.lang();
    for (calendar, ix) in meant(&calendars, asked)? {
        lang = calendar.lang;
        rows.extend(of(&calendar.ws, calendar.ws.placement(ix), lang));
    }
    Ok(Some((rows, lang)))
}

/// A placement: its title if the network has titles, then its text or the parts of its thread.
fn of(ws: &Workspace, placement: &Placement, lang: Lang) -> Vec<Row> {
    let key = &ws.channel(placement.channel).network.value;
    let Some(network) = networks::find(key).or_else(|| networks::find("custom")) else {
        return Vec::new();
    };
    let content = ws.content(placement);
    let label = words::lane(ws, placement);
    let row = |label: String, field: Field, text: String, part: Option<usize>| {
        let (limit, source) = limit(ws, placement, &content, network, field);
        Row {
            fit: fit(network, field, &text, "", limit),
            label,
            network,
            field,
            text,
            warning: String::new(),
            source,
            origin: Some(Origin {
                post: ws.post_of(placement).id.name.clone(),
                channel: ws.channel(placement.channel).id.value.clone(),
                field: Origin::field(field),
                part,
            }),
        }
    };
    let mut rows = Vec::new();
    let title = content.title.filter(|_| networks::limit(network, Field::Title).is_some());
    if let Some(title) = title {
        let words = match lang {
            Lang::En => "title",
            Lang::Fr => "titre",
        };
        let text = title.value.trim().to_owned();
        rows.push(row(format!("{label}, {words}"), Field::Title, text, None));
    }
    let parts = ws.outgoing_parts(placement);
    let many = parts.len();
    if many < 2 {
        let text = parts.into_iter().next().unwrap_or_default();
        rows.push(row(label, Field::Text, text, None));
        return rows;
    }
    rows.extend(parts.into_iter().zip(1..).map(|(part, n)| {
        let label = match lang {
            Lang::En => format!("{label}, part {n} of {many}"),
            Lang::Fr => format!("{label}, partie {n} sur {many}"),
        };
        row(label, Field::Text, part, Some(n))
    }));
    rows
}

/// The limit of a placement and where it comes from: that of its lane or its channel, that of its
/// kind of post; none of them leaves the network's.
fn limit(
    ws: &Workspace,
    placement: &Placement,
    content: &EffectiveContent<'_>,
    network: &Network,
    field: Field,
) -> (Option<usize>, Source) {
    let pick = |lane: &Lane| match field {
        Field::Text => lane.limits.text.as_ref().map(|limit| limit.value),
        Field::Title => lane.limits.title.as_ref().map(|limit| limit.value),
    };
    let channel = || {
        let mut lanes = ws.lanes.iter();
        lanes.find(|lane| lane.channel == placement.channel && lane.format.is_none())
    };
    let own = pick(ws.lane(placement.lane)).or_else(|| channel().and_then(pick));
    if let Some(own) = own {
        return (usize::try_from(own).ok(), Source::Calendar);
    }
    let format = content.format.map(|format| format.value.trim().to_lowercase());
    let kind = network.kind(format.as_deref(), shown(content.media));
    let figure = kind.and_then(|kind| match field {
        Field::Text => kind.text.as_ref(),
        Field::Title => kind.title.as_ref(),
    });
    match figure.and_then(|figure| usize::try_from(figure.most).ok()) {
        Some(most) => (Some(most), Source::Kind),
        None => (None, Source::Network),
    }
}

fn shown(media: &[Media]) -> Shown {
    let still = |media: &Media| matches!(media.kind(), MediaKind::Image | MediaKind::Gif);
    match media {
        [] => Shown::Nothing,
        media if media.iter().all(still) => Shown::Images,
        _ => Shown::Others,
    }
}
