//! `check`: everything a machine can know.

use super::args::Check;
use super::failure::Failure;
use super::session::Session;
use crate::rules;

/// Checks every calendar of the run.
///
/// # Errors
/// When a calendar can't be read at all.
pub fn run(_args: &Check, session: &mut Session<'_>) -> Result<u8, Failure> {
    for root in session.roots()? {
        let loaded = session.load(&root)?;
        let lang = session.lang_of(Some(&loaded));
        let mut findings = loaded.findings.clone();
        let facts = loaded
            .workspace
            .as_ref()
            .map(|ws| rules::Facts::new(ws, &session.sources, session.now));
        if let Some(facts) = &facts {
            findings.extend(rules::check(facts));
        }
        let report = rules::judge(findings, facts.as_ref());
        let mut text = String::new();
        for judged in &report.findings {
            let place = judged.finding.place;
            let source = session.sources.get(place.source());
            let position = match place {
                crate::diagnostic::Place::Span(at) => source.position(at.span.start),
                crate::diagnostic::Place::File(_) => source.position(0),
            };
            text.push_str(&format!(
                "{}:{}:{}: {}[{}] {}\n",
                source.name(),
                position.line,
                position.column,
                judged.level.key(),
                judged.finding.rule,
                judged.finding.message.get(lang)
            ));
            if let Some(help) = &judged.finding.help {
                text.push_str(&format!("    {}\n", help.get(lang)));
            }
        }
        session.print(&text);
    }
    Ok(0)
}
