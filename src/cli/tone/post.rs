//! A post of the calendar, heard as it goes out on each of its channels.

use super::out::Out;
use super::show::{Sheet, faults, shown};
use crate::cli::args;
use crate::cli::failure::Failure;
use crate::cli::readiness::{Ready, understood};
use crate::cli::session::Session;
use crate::cli::values::CheckFormat;
use crate::cli::why::{meant, no_channel_given};
use crate::lang::{Lang, Text, list};
use crate::model::{Kind, PlacementIx, Status, Workspace};
use crate::render::findings::Tally;
use crate::rules::{Facts, of_placement, of_tone};

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
    if args.fix || args.diff {
        return Err(by_check(args));
    }
    let out = Out::of(args)?;
    let mut calendars = Vec::new();
    for root in session.roots()? {
        match understood(&root, out.form, session)? {
            Some((ws, lang)) => {
                calendars.push(Ready { ws, lang, errors: Vec::new(), tally: Tally::default() })
            }
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
    if out.form != CheckFormat::Json {
        sheets = once(sheets, many);
    }
    let mut text = String::new();
    let mut told = String::new();
    for (sheet, lang) in &sheets {
        // Those of one calendar are told once.
        let before = faults(&sheet.faults, &out, *lang, session);
        if before != told {
            text.push_str(&before);
            told = before;
        }
        text.push_str(&shown(sheet, &out, *lang, session));
    }
    out.put(&text, None, session)?;
    Ok(code)
}

/// Posts are corrected in their files, and `check` does that.
fn by_check(args: &args::Tone) -> Failure {
    let option = if args.fix { "--fix" } else { "--diff" };
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("`--post` and `{option}` do not go together"),
            Lang::Fr => format!("`--post` et `{option}` ne vont pas ensemble"),
        }),
        Text::of(|lang| match (lang, args.fix) {
            (Lang::En, true) => {
                "`edito check --fix` corrects the posts in the files of the calendar".to_owned()
            }
            (Lang::Fr, true) => {
                "`edito check --fix` corrige les publications dans les fichiers du calendrier"
                    .to_owned()
            }
            (Lang::En, false) => {
                "`edito check --diff` shows what would be corrected in the posts".to_owned()
            }
            (Lang::Fr, false) => {
                "`edito check --diff` montre ce qui serait corrigé dans les publications".to_owned()
            }
        }),
    )
}

/// A post on a channel; nothing when the network of the channel is not known.
fn heard(ws: &Workspace, ix: PlacementIx, session: &Session<'_>) -> Option<Sheet> {
    let facts = Facts::new(ws, &session.sources, session.now);
    let placement = ws.placement(ix);
    let channel = ws.channel(placement.channel).id.value.clone();
    let signed = !ws.post_of(placement).approvals.is_empty();
    // An idea is not checked yet, nor is a repost.
    let is_open = (Status::Planned..Status::Approved).contains(&placement.status.value)
        && ws.post_of(placement).kind != Kind::Repost
        && !signed;
    Some(Sheet {
        label: None,
        origin: Some((ws.post_of(placement).id.name.clone(), channel)),
        text_lang: ws.lang_of(placement).map(str::to_owned),
        spoken: of_placement(&facts, ix)?,
        rules: facts.voice().rules().len(),
        faults: of_tone(&facts),
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
