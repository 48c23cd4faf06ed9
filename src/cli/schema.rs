//! `schema`: a JSON Schema for editors.

use super::args::Schema;
use super::failure::Failure;
use super::session::Session;
use super::values::SchemaKind;
use crate::describe::{Document, schema_text};

/// Prints the schema of a document, described in the language of the run.
///
/// # Errors
/// None today.
pub fn run(args: &Schema, session: &mut Session<'_>) -> Result<u8, Failure> {
    let document = match args.document {
        SchemaKind::Calendar => Document::Calendar,
        SchemaKind::Posts => Document::Posts,
        SchemaKind::Tone => Document::Tone,
        SchemaKind::Mix => Document::Mix,
    };
    let text = schema_text(document, session.lang());
    session.print(&text);
    Ok(0)
}
