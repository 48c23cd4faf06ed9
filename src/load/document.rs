//! A TOML document: parsed as far as it goes, with every syntax error worded.

use super::disk::{Cause, Refusal};
use super::syntax;
use crate::diagnostic::Finding;
use crate::source::SourceId;
use toml::de::{DeTable, DeValue};

/// Deepest nesting that is read.
const MAX_DEPTH: usize = 64;

/// A parsed document.
pub(super) struct Document<'i> {
    /// Its tables; what could not be read is left out or stands in as text.
    pub(super) table: DeTable<'i>,
    /// The file.
    pub(super) source: SourceId,
    /// Its syntax errors and TOML 1.1 forms.
    pub(super) findings: Vec<Finding>,
    /// Whether its tables can be trusted in spite of the errors.
    pub(super) state: State,
}

/// How much of a document can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// No syntax error.
    Whole,
    /// Errors inside single values: the tables stand.
    Bruised,
    /// A bracket or a quote is never closed: nothing after it can be trusted.
    Torn,
}

/// Parses a text.
///
/// # Errors
/// When its tables are nested too deeply to be read at all.
pub(super) fn parse<'i>(
    text: &'i str,
    source: SourceId,
    name: &str,
) -> Result<Document<'i>, Refusal> {
    let too_deep = || Refusal::new(name, Cause::TooDeep);
    let (table, errors) = DeTable::parse_recoverable(text);
    if errors.iter().any(|error| error.message().contains("recurs")) {
        return Err(too_deep());
    }
    let table = table.into_inner();
    if !table.iter().all(|(_, value)| shallow(value.get_ref(), MAX_DEPTH)) {
        return Err(too_deep());
    }
    let (mut findings, state) = syntax::word(text, source, &table, &errors);
    if state == State::Whole {
        findings.extend(super::toml11::find(text, source));
    }
    Ok(Document { table, source, findings, state })
}

fn shallow(value: &DeValue<'_>, left: usize) -> bool {
    match value {
        DeValue::Array(items) => {
            left > 0 && items.iter().all(|item| shallow(item.get_ref(), left - 1))
        }
        DeValue::Table(table) => {
            left > 0 && table.iter().all(|(_, item)| shallow(item.get_ref(), left - 1))
        }
        _ => true,
    }
}
