//! A post of the calendar, counted as it goes out on each of its channels.

use crate::cli::failure::Failure;
use crate::cli::readiness::ready;
use crate::cli::session::Session;
use crate::cli::why::{meant, no_channel_given};
use crate::lang::Lang;
use crate::model::{EffectiveContent, Media, MediaFile, Placement, Workspace};
use crate::networks::{self, Field, Network, fit};
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
        match ready(&root, session)? {
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

/// The limit of a placement and where it comes from: the channel's own, that of its format, that
/// of a text under what it shows; none of them leaves the network's.
fn limit(
    ws: &Workspace,
    placement: &Placement,
    content: &EffectiveContent<'_>,
    network: &Network,
    field: Field,
) -> (Option<usize>, Source) {
    let limits = &ws.lane(placement.lane).limits;
    let own = match field {
        Field::Text => &limits.text,
        Field::Title => &limits.title,
    };
    if let Some(own) = own {
        return (usize::try_from(own.value).ok(), Source::Calendar);
    }
    let format = content.format.map(|format| format.value.as_str());
    let shown = !content.media.is_empty();
    let photos = shown && content.media.iter().all(is_image);
    let names = [format, shown.then_some("caption"), photos.then_some("photo")];
    let figures = names.into_iter().flatten().filter_map(|name| {
        let variant = network.variant(name)?;
        match field {
            Field::Text => variant.text.as_ref(),
            Field::Title => variant.title.as_ref(),
        }
    });
    let most = figures.map(|figure| figure.most).next();
    match most.and_then(|most| usize::try_from(most).ok()) {
        Some(most) => (Some(most), Source::Kind),
        None => (None, Source::Network),
    }
}

/// Whether it is surely an image: its name says so.
fn is_image(media: &Media) -> bool {
    let name = match &media.file {
        Some(MediaFile::File(name, _) | MediaFile::Url(name)) => &name.value,
        _ => return false,
    };
    let name = name.split(['?', '#']).next().unwrap_or_default().to_lowercase();
    let ends = ["jpg", "jpeg", "png", "webp", "gif", "heic", "avif", "tif", "tiff", "bmp"];
    name.rsplit_once('.').is_some_and(|(_, end)| ends.contains(&end))
}
