//! `--test`: the examples of the rules, tried.

use super::brand::{Brand, brand};
use super::out::Out;
use crate::cli::args;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::values::CheckFormat;
use crate::diagnostic::{Finding, Judged, Level};
use crate::lang::{Lang, Text, count};
use crate::render::findings::{Tally, concise, human, json};
use crate::render::wrap::wrap;
use crate::rules::{Facts, of_tone};
use crate::source::{At, Literal, Sources};
use crate::tone::{self, Said, examples, failures};

/// Tries every example: 1 when one is not what it is said to be.
///
/// # Errors
/// When there is no tone, or a pack is not known.
pub(super) fn run(args: &args::Tone, session: &mut Session<'_>) -> Result<u8, Failure> {
    let out = Out::of(args)?;
    let Some(Brand { ws, lang }) = brand(args, session)? else {
        return Ok(1);
    };
    let mut findings = of_tone(&Facts::new(&ws, &session.sources, session.now));
    let is_error = findings.iter().any(|judged| judged.level == Level::Error);
    let failed = failures(&ws.tone);
    findings.extend(failed.iter().map(|failure| Judged {
        finding: finding(failure, &session.sources),
        level: Level::Error,
    }));
    let tried = examples(&ws.tone);
    let text = match out.form {
        CheckFormat::Human => {
            let look = out.look(lang, session);
            let sum = summary(tried, failed.len(), lang);
            human(&findings, &session.sources, &look) + &wrap(&sum, look.width).join("\n") + "\n"
        }
        CheckFormat::Concise => concise(&findings, &session.sources, lang),
        CheckFormat::Json => json(&findings, &Tally::of(&findings), &session.sources, lang),
    };
    out.put(&text, None, session)?;
    Ok(u8::from(is_error || !failed.is_empty()))
}

fn finding(failure: &tone::Failure<'_>, sources: &Sources) -> Finding {
    let place = |range| -> At {
        Literal::new(sources.get(failure.example.at.source), failure.example.at).locate(range)
    };
    let (at, message) = match (failure.said, failure.hits.first()) {
        (Said::Good, Some(hit)) => {
            let found = failure.rule.message.as_ref().map(Text::same);
            (place(hit.range.clone()), flagged(&found.unwrap_or_else(|| hit.message.clone())))
        }
        _ => (failure.example.at, missed()),
    };
    let mut finding = Finding::new("tone", at, message);
    finding.rule = format!("tone.{}", failure.rule.name()).into();
    finding.help(Text::of(|lang| match lang {
        Lang::En => "change the rule, or the example".to_owned(),
        Lang::Fr => "changez la règle, ou l’exemple".to_owned(),
    }))
}

fn flagged(found: &Text) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("a good example is found fault with: {}", found.get(lang)),
        Lang::Fr => format!("un bon exemple est signalé\u{a0}: {}", found.get(lang)),
    })
}

fn missed() -> Text {
    Text::of(|lang| match lang {
        Lang::En => "a bad example goes unnoticed".to_owned(),
        Lang::Fr => "un mauvais exemple passe inaperçu".to_owned(),
    })
}

fn summary(tried: usize, failed: usize, lang: Lang) -> String {
    let examples = match lang {
        Lang::En => count(lang, tried, "example", "examples"),
        Lang::Fr => count(lang, tried, "exemple", "exemples"),
    };
    match (tried, failed, lang) {
        (0, _, Lang::En) => "no rule has examples to try: give it texts that pass, `good = [\"…\"]`, and texts that do not, `bad = [\"…\"]`".to_owned(),
        (0, _, Lang::Fr) => {
            "aucune règle n’a d’exemple à essayer\u{a0}: donnez-lui des textes qui passent, `good = [\"…\"]`, et d’autres qui ne passent pas, `bad = [\"…\"]`".to_owned()
        }
        (_, 0, Lang::En) => format!("{examples}: the rules tell the good ones from the bad"),
        (_, 0, Lang::Fr) => {
            format!("{examples}\u{a0}: les règles distinguent les bons des mauvais")
        }
        (_, _, Lang::En) => format!("{failed} of {examples} not as said"),
        (_, 1, Lang::Fr) => format!("1 sur {examples} n’est pas ce qu’il dit être"),
        (_, _, Lang::Fr) => format!("{failed} sur {examples} ne sont pas ce qu’ils disent être"),
    }
}
