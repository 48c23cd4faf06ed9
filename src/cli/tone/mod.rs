//! `tone`: a text against the tone of the brand.
//!
//! It is a check: 1 when a finding has the level of `--fail-on`, or the score is under the gate.

mod about;
mod brand;
mod input;
mod mend;
mod out;
mod post;
mod show;
mod trial;
mod vale;

use super::args;
use super::failure::Failure;
use super::session::Session;
use crate::rules::{Facts, of_text, of_tone};
use about::Place;
use brand::Brand;
use input::Input;
use out::Out;
use show::Sheet;

/// Hears a text.
///
/// # Errors
/// When there is nothing to hear or nobody whose tone it would be, or something cannot be read.
pub fn run(args: &args::Tone, session: &mut Session<'_>) -> Result<u8, Failure> {
    if let Some(pack) = &args.print_pack {
        return vale::keep(brand::printed(pack)?, out::file(args), session).map(|()| 0);
    }
    if let Some(style) = &args.import_vale {
        return vale::run(style, args.output.as_deref(), session);
    }
    if args.test {
        return trial::run(args, session);
    }
    if let Some(post) = &args.post {
        return post::run(post, args, session);
    }
    text(args, session)
}

/// A text of no calendar.
fn text(args: &args::Tone, session: &mut Session<'_>) -> Result<u8, Failure> {
    let mut input = input::read(args, session)?;
    // A text that is corrected to stdout leaves no room there for a report.
    if args.fix && args.format.is_some() && mend::to_stdout(&input, args) {
        return Err(mend::two_results());
    }
    let out = match args.diff {
        true => None,
        false => Some(Out::of(args)?),
    };
    let Some(brand) = brand::brand(args, session)? else {
        return Ok(1);
    };
    let place = about::place(args.network.as_deref(), &brand.ws)?;
    input = input.named(brand.lang);
    let Some(out) = out else {
        let mended = mend::mended(&input, args, &brand, place, session);
        return mend::show(&input, &mended, args, brand.lang, session);
    };
    if args.fix {
        let mended = mend::mended(&input, args, &brand, place, session);
        input = mend::keep(input, mended, args, brand.lang, session)?;
    }
    let sheet = heard(&input, args, &brand, place, session);
    let mut text = show::faults(&sheet.faults, &out, brand.lang, session);
    if args.fix && mend::to_stdout(&input, args) {
        session.tell(&text);
        session.print_raw(input.text.as_bytes());
        show::tell(&sheet, brand.lang, session);
    } else {
        text.push_str(&show::shown(&sheet, &out, brand.lang, session));
        out.put(&text, Some(&input), session)?;
    }
    Ok(sheet.code(args.fail_on))
}

fn heard(
    input: &Input,
    args: &args::Tone,
    brand: &Brand,
    place: Place,
    session: &mut Session<'_>,
) -> Sheet {
    let words = input.words(session);
    let circumstances = about::circumstances(&words.value, args.text_lang, place, &brand.ws);
    let facts = Facts::new(&brand.ws, &session.sources, session.now);
    Sheet {
        label: None,
        origin: None,
        text_lang: circumstances.lang.map(str::to_owned),
        spoken: of_text(&facts, &words, &circumstances),
        rules: facts.voice().rules().len(),
        faults: of_tone(&facts),
        mender: Some("--fix"),
    }
}
