//! JSON Schemas (draft 2020-12), so that an editor completes keys and underlines faults.
//!
//! A schema is never stricter than the reader: what the reader takes, it takes. TOML dates and
//! times reach a schema as strings, and are described so.

use super::defaults;
use super::{Document, shapes_of};
use crate::lang::Lang;
use crate::load::shape::{Key, Kind, Names, Need, Shape, TimeOf};
use crate::networks;
use crate::time::Region;
use serde_json::{Map, Value, json};

/// The schema of a document, described in one language.
#[must_use]
pub fn schema(document: Document, lang: Lang) -> Value {
    let root = document.shape();
    let mut schema = table(root, lang);
    let defs: Map<String, Value> = shapes_of(root)
        .into_iter()
        .skip(1)
        .map(|shape| (shape.name.to_owned(), Value::Object(table(shape, lang))))
        .collect();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    if !defs.is_empty() {
        schema.insert("$defs".to_owned(), Value::Object(defs));
    }
    Value::Object(schema)
}

/// The same as text, indented, with a line end.
#[must_use]
pub fn schema_text(document: Document, lang: Lang) -> String {
    format!("{:#}\n", schema(document, lang))
}

fn table(shape: &Shape, lang: Lang) -> Map<String, Value> {
    let properties: Map<String, Value> = shape
        .keys
        .iter()
        .map(|key| (key.name.to_owned(), Value::Object(property(key, lang))))
        .collect();
    let required: Vec<&str> =
        shape.keys.iter().filter(|key| key.need == Need::Required).map(|key| key.name).collect();
    let mut schema = object(json!({
        "title": shape.header,
        "description": shape.about.get(lang),
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    }));
    if !required.is_empty() {
        schema.insert("required".to_owned(), json!(required));
    }
    schema
}

fn property(key: &Key, lang: Lang) -> Map<String, Value> {
    let mut schema = value(&key.kind);
    let about = key.about.get(lang);
    let default = defaults::value(key);
    let words = defaults::words(key, lang);
    let about = match (&default, words.is_empty()) {
        (None, false) => format!("{about} {}", by_default(lang, &words)),
        _ => about.to_owned(),
    };
    schema.insert("description".to_owned(), json!(about));
    if let Some(default) = default {
        schema.insert("default".to_owned(), default);
    }
    schema
}

fn by_default(lang: Lang, words: &str) -> String {
    match lang {
        Lang::En => format!("Default: {words}."),
        Lang::Fr => format!("Par défaut\u{a0}: {words}."),
    }
}

fn value(kind: &Kind) -> Map<String, Value> {
    let schema = match *kind {
        Kind::Any => json!({}),
        Kind::Bool => json!({ "type": "boolean" }),
        Kind::Int(min, max) => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Kind::Share => json!({ "type": "number", "minimum": 0, "maximum": 100 }),
        Kind::Choice(words) => json!({ "type": "string", "enum": words }),
        Kind::Network => json!({ "type": "string", "enum": networks() }),
        Kind::Days => json!({ "anyOf": [
            text(DAYS),
            { "type": "array", "minItems": 1, "items": text(DAYS) },
        ] }),
        Kind::Grid => json!({ "anyOf": [
            { "type": "string", "enum": steps() },
            text("^[0-9]+(s|min|h)$"),
        ] }),
        Kind::MixWindow => json!({ "anyOf": [
            { "type": "string", "enum": ["week", "month", "quarter", "campaign"] },
            text(LAPSE),
        ] }),
        Kind::Region => json!({ "anyOf": [
            { "type": "string", "enum": Region::names().collect::<Vec<_>>() },
            text("^[A-Za-z0-9-]{2,}$"),
        ] }),
        Kind::Table(shape) => json!({ "$ref": format!("#/$defs/{}", shape.name) }),
        Kind::List(inner) => json!({ "type": "array", "items": value(inner) }),
        Kind::Map(names, inner) => map(names, inner),
        Kind::OneOf(kinds) => {
            json!({ "anyOf": kinds.iter().map(value).collect::<Vec<_>>() })
        }
        _ => words(kind),
    };
    object(schema)
}

/// The kinds that are one string.
fn words(kind: &Kind) -> Value {
    match kind {
        Kind::Words | Kind::Ref(_) => text(VISIBLE),
        Kind::Id => json!({ "type": "string", "pattern": ID, "maxLength": 64 }),
        Kind::Date | Kind::DayRange => text(&date()),
        Kind::Day => text(&format!("^\\s*{DAY}\\s*$")),
        Kind::Time(TimeOf::Day) => text(&format!("^\\s*{CLOCK}\\s*$")),
        Kind::Time(TimeOf::End) => text(&format!("^\\s*({CLOCK}|24:00)\\s*$")),
        Kind::Instant => {
            text(&format!("^\\s*{DAY}[Tt ]{CLOCK}([Zz]|[+-][0-9]{{2}}:[0-9]{{2}})?\\s*$"))
        }
        Kind::Lapse => text(LAPSE),
        Kind::WorkDays => text("^\\s*[0-9]+(w|d)\\s*$"),
        Kind::Zone => json!({
            "type": "string",
            "pattern": "^[A-Za-z0-9_+/-]+$",
            "examples": ["Europe/Paris", "Europe/London", "America/Montreal", "Indian/Reunion", "UTC"],
        }),
        Kind::LangTag => text("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$"),
        Kind::Country => text("^[A-Z]{2}$"),
        Kind::EventRule => json!({
            "type": "string",
            "pattern": RULE,
            "examples": ["easter+39", "05-01", "last sun of may", "2nd mon of oct"],
        }),
        Kind::Color => text("^#[0-9A-Fa-f]{6}$"),
        Kind::Path => text("^(?!/|[A-Za-z]:)[^\\\\]*[^\\\\\\s][^\\\\]*$"),
        Kind::Seal => text("^sha256:[0-9a-f]{64}$"),
        _ => json!({ "type": "string" }),
    }
}

fn map(names: Names, inner: &Kind) -> Value {
    let mut schema = json!({ "type": "object", "additionalProperties": value(inner) });
    if names == Names::Ids {
        schema["propertyNames"] = json!({ "pattern": ID, "maxLength": 64 });
    }
    schema
}

const ID: &str = "^[a-z0-9][a-z0-9-]*$";
const VISIBLE: &str = "\\S";
const DAY: &str = "[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";
const CLOCK: &str = "([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]+)?)?";
const LAPSE: &str = "^\\s*[0-9]+(w|d|h|min|s)\\s*$";
const DAYS: &str = "^(daily|(mon|tue|wed|thu|fri|sat|sun)(-(mon|tue|wed|thu|fri|sat|sun))?)$";
const RULE: &str = "^(easter([+-][0-9]{1,3})?|[0-9]{2}-[0-9]{2}|\\s*(1st|2nd|3rd|4th|5th|last)\\s+[a-z]+\\s+of\\s+([a-z]+|[0-9]{1,2})\\s*)$";

fn date() -> String {
    let month = "[1-9][0-9]{3}-(0[1-9]|1[0-2])";
    let week = "[1-9][0-9]{3}-W(0[1-9]|[1-4][0-9]|5[0-3])";
    format!("^\\s*({DAY}(/{DAY})?|{week}|{month})\\s*$")
}

fn text(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": pattern })
}

/// The steps that divide a day, as people write them.
fn steps() -> Vec<String> {
    (5..=240)
        .filter(|minutes| 1_440 % minutes == 0)
        .map(|minutes| match (minutes / 60, minutes % 60) {
            (hours, 0) => format!("{hours}h"),
            _ => format!("{minutes}min"),
        })
        .collect()
}

/// The words of the networks, in both spellings.
fn networks() -> Vec<String> {
    networks::all()
        .iter()
        .flat_map(|network| {
            let hyphens = network.key.replace('_', "-");
            let other = (hyphens != network.key).then_some(hyphens);
            [Some(network.key.to_owned()), other]
        })
        .flatten()
        .collect()
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reference_has_its_definition() {
        for document in Document::ALL {
            let schema = schema(document, Lang::Fr);
            let text = schema.to_string();
            let used = text.split("#/$defs/").skip(1);
            for name in used.map(|rest| rest.split('"').next().unwrap()) {
                assert!(schema["$defs"][name].is_object(), "{name}");
            }
        }
    }

    #[test]
    fn a_few_properties() {
        let schema = schema(Document::Calendar, Lang::En);
        assert_eq!(schema["required"], json!(["calendar"]));
        assert_eq!(schema["additionalProperties"], json!(false));
        let plan = &schema["$defs"]["plan"]["properties"];
        assert_eq!(plan["grid"]["default"], "30min");
        assert!(plan["grid"]["anyOf"][0]["enum"].as_array().unwrap().contains(&json!("4h")));
        let settings = &schema["$defs"]["settings"];
        assert_eq!(settings["required"], json!(["timezone"]));
        let region = settings["properties"]["region"]["description"].as_str();
        assert!(region.unwrap().ends_with("Default: metropole in France."));
    }

    #[test]
    fn descriptions_follow_the_language() {
        let french = schema_text(Document::Mix, Lang::Fr);
        assert!(french.contains("Le mix éditorial"));
        assert!(!french.contains("The content mix"));
    }
}
