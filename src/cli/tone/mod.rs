//! `tone`: a text against the tone of the brand.
//!
//! It is a check: 1 when a finding has the level of `--fail-on`, or the score is under the gate.

mod about;
mod brand;
mod input;
mod mend;
mod post;
mod show;
mod trial;
mod vale;

use super::args;
use super::failure::Failure;
use super::session::Session;
use crate::rules::{Facts, of_text};
use show::Sheet;

/// Hears a text.
///
/// # Errors
/// When there is nothing to hear or nobody whose tone it would be, or something cannot be read.
pub fn run(args: &args::Tone, session: &mut Session<'_>) -> Result<u8, Failure> {
    if let Some(pack) = &args.print_pack {
        session.print(brand::printed(pack)?);
        return Ok(0);
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
    let input = input::read(args, session)?;
    let Some(brand) = brand::brand(args, session)? else {
        return Ok(1);
    };
    let place = about::place(args.network.as_deref(), &brand.ws)?;
    let mut input = input.named(brand.lang);
    if args.fix || args.diff {
        let mended = mend::mended(&input, args, &brand, place, session);
        if args.diff {
            return Ok(mend::show(&input, &mended, brand.lang, session));
        }
        mend::keep(&input, &mended, brand.lang, session)?;
        input.text = mended.text;
    }
    let words = input.words(session);
    let circumstances = about::circumstances(&words.value, args.text_lang, place, &brand.ws);
    let facts = Facts::new(&brand.ws, &session.sources, session.now);
    let sheet = Sheet {
        label: None,
        origin: None,
        text_lang: circumstances.lang.map(str::to_owned),
        spoken: of_text(&facts, &words, &circumstances),
        rules: facts.voice().rules().len(),
        mender: Some("--fix"),
    };
    if args.fix && input.path.is_none() {
        session.print_raw(input.text.as_bytes());
        show::tell(&sheet, brand.lang, session);
    } else {
        show::show(&sheet, args, brand.lang, session);
    }
    Ok(sheet.code(args.fail_on))
}
