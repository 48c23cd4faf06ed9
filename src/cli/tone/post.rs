//! A post of the calendar, heard as it goes out on each of its channels.

use super::show::{Sheet, show};
use crate::cli::args;
use crate::cli::failure::Failure;
use crate::cli::readiness::{Ready, understood};
use crate::cli::session::Session;
use crate::cli::why::{meant, no_channel_given};
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
    let mut code = 0;
    for (calendar, ix) in found {
        let ws = &calendar.ws;
        let facts = Facts::new(ws, &session.sources, session.now);
        let placement = ws.placement(ix);
        let channel = ws.channel(placement.channel).id.value.clone();
        let Some(spoken) = of_placement(&facts, ix) else {
            continue;
        };
        let sheet = Sheet {
            label: many.then(|| channel.clone()),
            origin: Some((ws.post_of(placement).id.name.clone(), channel)),
            text_lang: ws.lang_of(placement).map(str::to_owned),
            spoken,
            gate: ws.tone.gate.as_ref().map(|gate| gate.value),
            rules: facts.voice().rules().len(),
            mender: "edito check --fix",
        };
        code = code.max(sheet.code(args.fail_on));
        show(&sheet, args, calendar.lang, session);
    }
    Ok(code)
}
