//! A calendar read for a command that needs it whole: a fault of syntax, structure or reference
//! is printed, and the command does not do its work.

use super::failure::Failure;
use super::session::Session;
use crate::diagnostic::{Judged, Level, Place};
use crate::lang::Lang;
use crate::load::Loaded;
use crate::model::Workspace;
use crate::rules::{Facts, check, judge};
use crate::source::Sources;
use crate::text::clean;
use serde_json::{Value, json};
use std::path::Path;

/// A calendar that can be understood, and the errors in it.
#[derive(Debug)]
pub struct Ready {
    /// The workspace.
    pub ws: Workspace,
    /// The language to speak about it.
    pub lang: Lang,
    /// Its errors; what is milder is `check`'s business.
    pub errors: Vec<Judged>,
}

/// Reads a calendar; nothing when it can't be understood, and then its faults were printed.
///
/// # Errors
/// When it can't be read at all.
pub fn ready(root: &Path, session: &mut Session<'_>) -> Result<Option<Ready>, Failure> {
    let loaded = session.load(root)?;
    let lang = session.lang_of(Some(&loaded));
    let Loaded { workspace, findings, .. } = loaded;
    let report = match &workspace {
        Some(ws) => {
            let facts = Facts::new(ws, &session.sources, session.now);
            let all = findings.into_iter().chain(check(&facts)).collect();
            judge(all, Some(&facts))
        }
        None => judge(findings, None),
    };
    let unreadable = report.is_unreadable();
    match workspace {
        Some(ws) if !unreadable => Ok(Some(Ready {
            ws,
            lang,
            errors: report
                .findings
                .into_iter()
                .filter(|judged| judged.level == Level::Error)
                .collect(),
        })),
        _ => {
            let text: String = report
                .findings
                .iter()
                .map(|judged| format!("{}\n", line(judged, &session.sources, lang)))
                .collect();
            session.print(&text);
            Ok(None)
        }
    }
}

/// A finding on one line: `calendar.toml:41:8: error[rule] message`.
#[must_use]
pub fn line(judged: &Judged, sources: &Sources, lang: Lang) -> String {
    let finding = &judged.finding;
    let source = sources.get(finding.place.source());
    let place = match finding.place {
        Place::Span(at) => {
            let position = source.position(source.snap(at.span).start);
            format!("{}:{}:{}", source.name(), position.line, position.column)
        }
        Place::File(_) => source.name().to_owned(),
    };
    let level = judged.level.word().get(lang);
    let message = finding.message.get(lang);
    clean(&format!("{place}: {level}[{}] {message}", finding.rule)).into_owned()
}

/// A finding in the shape of `edito-check/1`.
#[must_use]
pub fn value(judged: &Judged, sources: &Sources, lang: Lang) -> Value {
    let finding = &judged.finding;
    let source = sources.get(finding.place.source());
    let span = match finding.place {
        Place::Span(at) => Some(source.snap(at.span)),
        Place::File(_) => None,
    };
    let (start, end) =
        (span.map(|span| source.position(span.start)), span.map(|span| source.position(span.end)));
    json!({
        "rule": finding.rule,
        "level": judged.level.key(),
        "message": finding.message.get(lang),
        "file": source.name(),
        "line": start.map(|p| p.line),
        "column": start.map(|p| p.column),
        "end_line": end.map(|p| p.line),
        "end_column": end.map(|p| p.column),
        "start_byte": span.map(|span| span.start),
        "end_byte": span.map(|span| span.end),
        "post": finding.post,
        "channel": finding.channel,
        "help": finding.help.as_ref().map(|help| help.get(lang)),
        "fix": null,
    })
}
