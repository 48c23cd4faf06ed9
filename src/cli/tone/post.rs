//! A post of the calendar, heard as it goes out on each of its channels.

use super::show::{Sheet, show};
use crate::cli::args;
use crate::cli::failure::Failure;
use crate::cli::readiness::{Ready, understood};
use crate::cli::session::Session;
use crate::cli::values::CheckFormat;
use crate::cli::why::{meant, no_channel_given};
use crate::lang::{Lang, list};
use crate::model::{PlacementIx, Status, Workspace};
use crate::rules::{Facts, of_placement};

/// Hears a post on one channel or on all of them.
///
/// # Errors
/// When there is no calendar, or no such post.
pub(super) fn run(
    asked: &str,
    args: &args::Tone,
    session: &mut Session<'_>,
) -> Result<u8, Failure> {
    if let Some(post) = asked.strip_suffix('@') {
        return Err(no_channel_given(post.trim()));
    }
    let mut calendars = Vec::new();
    for root in session.roots()? {
        match understood(&root, session)? {
            Some((ws, lang)) => calendars.push(Ready { ws, lang, errors: Vec::new() }),
            None => return Ok(1),
        }
    }
    let found = meant(&calendars, asked)?;
    let many = found.len() > 1;
    let mut sheets: Vec<(Sheet, Lang)> = Vec::new();
    for (calendar, ix) in found {
        let Some(sheet) = heard(&calendar.ws, ix, session) else {
            continue;
        };
        sheets.push((sheet, calendar.lang));
    }
    let code = sheets.iter().map(|(sheet, _)| sheet.code(args.fail_on)).max().unwrap_or(0);
    if args.format != Some(CheckFormat::Json) {
        sheets = once(sheets, many);
    }
    for (sheet, lang) in &sheets {
        show(sheet, args, *lang, session);
    }
    Ok(code)
}

/// A post on a channel; nothing when the network of the channel is not known.
fn heard(ws: &Workspace, ix: PlacementIx, session: &Session<'_>) -> Option<Sheet> {
    let facts = Facts::new(ws, &session.sources, session.now);
    let placement = ws.placement(ix);
    let channel = ws.channel(placement.channel).id.value.clone();
    let signed = !ws.post_of(placement).approvals.is_empty();
    let is_open = placement.status.value < Status::Approved && !signed;
    Some(Sheet {
        label: None,
        origin: Some((ws.post_of(placement).id.name.clone(), channel)),
        text_lang: ws.lang_of(placement).map(str::to_owned),
        spoken: of_placement(&facts, ix)?,
        rules: facts.voice().rules().len(),
        mender: is_open.then_some("edito check --fix"),
    })
}

/// What is the same on several channels is said once, for all of them.
fn once(sheets: Vec<(Sheet, Lang)>, many: bool) -> Vec<(Sheet, Lang)> {
    let mut kept: Vec<(Sheet, Lang, Vec<String>)> = Vec::new();
    for (sheet, lang) in sheets {
        let channel = sheet.origin.as_ref().map(|(_, channel)| channel.clone());
        match kept.iter_mut().find(|(known, ..)| known.says_as(&sheet)) {
            Some((.., channels)) => channels.extend(channel),
            None => kept.push((sheet, lang, channel.into_iter().collect())),
        }
    }
    let named = kept.into_iter().map(|(sheet, lang, channels)| {
        let label = many.then(|| list(lang, &channels));
        (Sheet { label, ..sheet }, lang)
    });
    named.collect()
}
