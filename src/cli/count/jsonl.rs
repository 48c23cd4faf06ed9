//! `--jsonl`: one JSON object a line in, one a line out, in order.
//!
//! A line that cannot be read is answered with its error, and the rest goes on.

use super::input;
use super::targets::{meant, unknown_network};
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::lang::{Lang, Text, quote};
use crate::load;
use crate::networks::{Field, Network, fit};
use crate::render::count::{Answer, answer, refused};
use serde_json::{Map, Value};
use std::io::{BufRead, ErrorKind};
use std::path::Path;

/// Answers every line: 2 when one could not be read, else 0, whatever fits.
///
/// # Errors
/// When the input cannot be read at all.
pub(super) fn run(file: Option<&Path>, session: &mut Session<'_>) -> Result<u8, Failure> {
    let (mut reader, shown) = input::open(file, session)?;
    let lang = session.lang();
    let mut bytes = Vec::new();
    let mut code = 0;
    for number in 1.. {
        bytes.clear();
        let read = reader.read_until(b'\n', &mut bytes);
        if read.map_err(|error| load::unreadable(&shown, &error))? == 0 {
            break;
        }
        let line = if number == 1 { bytes.strip_prefix(MARK).unwrap_or(&bytes) } else { &bytes };
        if line.trim_ascii().is_empty() {
            continue;
        }
        match asked(line) {
            Ok(asked) => session.print(&asked.answer()),
            Err(why) => {
                session.print(&refused(&why, number, lang));
                session.tell_failure(&Failure::new(numbered(&why, number)));
                code = 2;
            }
        }
        match session.hand_on() {
            // A reader that has seen enough is no failure.
            Err(error) if error.kind() == ErrorKind::BrokenPipe => break,
            handed => handed.map_err(|error| Failure::write(Path::new("stdout"), &error))?,
        }
    }
    Ok(code)
}

/// A byte-order mark.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// What a line asks for.
struct Asked {
    network: &'static Network,
    field: Field,
    text: String,
    warning: String,
}

impl Asked {
    fn answer(&self) -> String {
        let fit = fit(self.network, self.field, &self.text, &self.warning, None);
        answer(Answer { network: self.network, text: &self.text, fit: &fit, origin: None })
    }
}

/// What a line asks for.
///
/// # Errors
/// Why it cannot be told.
fn asked(line: &[u8]) -> Result<Asked, Text> {
    let line = str::from_utf8(line).map_err(|error| not_utf8(error.valid_up_to()))?;
    let mut object = match serde_json::from_str(line) {
        Ok(Value::Object(object)) => object,
        Ok(_) => return Err(not_an_object()),
        Err(error) => return Err(no_json(error.column())),
    };
    let network = word(&mut object, "network")?.ok_or_else(|| missing("network"))?;
    let network = meant(network.trim()).ok_or_else(|| unknown_network(&network))?;
    let text = word(&mut object, "text")?.ok_or_else(|| missing("text"))?;
    let field = match word(&mut object, "field")?.as_deref() {
        None | Some("text") => Field::Text,
        Some("title") => Field::Title,
        Some(other) => return Err(no_field(other)),
    };
    let warning = word(&mut object, "content_warning")?.unwrap_or_default();
    Ok(Asked { network, field, text, warning })
}

/// The string of a key; nothing when it is not there, or null.
fn word(object: &mut Map<String, Value>, key: &str) -> Result<Option<String>, Text> {
    match object.remove(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(word)) => Ok(Some(word)),
        Some(_) => Err(Text::of(|lang| match lang {
            Lang::En => format!("`{key}` has to be a text between quotes"),
            Lang::Fr => format!("`{key}` doit être un texte entre guillemets"),
        })),
    }
}

fn numbered(why: &Text, number: usize) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("line {number}: {}", why.get(lang)),
        Lang::Fr => format!("ligne {number}\u{a0}: {}", why.get(lang)),
    })
}

fn not_utf8(byte: usize) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("not UTF-8 text: byte {byte} of the line fits no character"),
        Lang::Fr => format!(
            "ce n’est pas du texte UTF-8\u{a0}: l’octet {byte} de la ligne ne forme aucun caractère"
        ),
    })
}

fn no_json(column: usize) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("not valid JSON at column {column}"),
        Lang::Fr => format!("ce n’est pas du JSON valable, colonne {column}"),
    })
}

fn not_an_object() -> Text {
    Text::of(|lang| match lang {
        Lang::En => "not a JSON object: `{\"network\": \"x\", \"text\": \"…\"}`".to_owned(),
        Lang::Fr => {
            "ce n’est pas un objet JSON\u{a0}: `{\"network\": \"x\", \"text\": \"…\"}`".to_owned()
        }
    })
}

fn missing(key: &str) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("`{key}` is missing"),
        Lang::Fr => format!("il manque `{key}`"),
    })
}

fn no_field(word: &str) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("`field` is `text` or `title`, not {}", quote(lang, word)),
        Lang::Fr => format!("`field` vaut `text` ou `title`, pas {}", quote(lang, word)),
    })
}
