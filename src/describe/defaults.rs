//! What a key is when it is absent: a value a schema can hold, or a few words.

use crate::lang::{Lang, Phrase};
use crate::load::shape::{Key, Kind};
use serde_json::Value;

/// The default as a value, where it is one: `30min`, `3`, `{ from = … }`.
pub(super) fn value(key: &Key) -> Option<Value> {
    if key.default.is_empty() || phrase(key.default).is_some() {
        return None;
    }
    let bare = key.default.trim_matches('"');
    match key.kind {
        Kind::Int(..) => bare.parse::<i64>().ok().map(Value::from),
        Kind::Bool => bare.parse::<bool>().ok().map(Value::from),
        Kind::Table(_) => {
            let line = format!("it = {}", key.default);
            let mut table: serde_json::Map<String, Value> = toml::from_str(&line).ok()?;
            table.remove("it")
        }
        _ => Some(Value::from(bare)),
    }
}

/// The default for people: code for a value, words otherwise; empty where there is none.
pub(super) fn words(key: &Key, lang: Lang) -> String {
    match phrase(key.default) {
        Some(phrase) => phrase.get(lang).to_owned(),
        None if key.default.is_empty() => String::new(),
        None => match value(key) {
            Some(Value::String(text)) => format!("`\"{text}\"`"),
            _ => format!("`{}`", key.default),
        },
    }
}

/// The defaults that are words and no values.
fn phrase(default: &str) -> Option<Phrase> {
    PHRASES.iter().find(|phrase| phrase.en == default).copied()
}

const PHRASES: [Phrase; 10] = [
    Phrase { en: "the name of the folder", fr: "le nom du dossier" },
    Phrase { en: "metropole in France", fr: "`metropole` en France" },
    Phrase { en: "the calendar's", fr: "la valeur du calendrier" },
    Phrase { en: "the channel's", fr: "la valeur du canal" },
    Phrase { en: "the id", fr: "l’identifiant" },
    Phrase { en: "info; avoid for a freeze", fr: "`info`\u{202f}; `avoid` pour un gel (`freeze`)" },
    Phrase { en: "made from the title", fr: "tiré du titre" },
    Phrase { en: "post; thread with `parts`", fr: "`post`\u{202f}; `thread` avec `parts`" },
    Phrase {
        en: "planned with a date or window and a channel, else idea",
        fr: "`planned` avec une date ou une fenêtre et un canal, sinon `idea`",
    },
    Phrase {
        en: "the series', else the keys of `on`, else the only channel",
        fr: "ceux du rendez-vous, sinon ceux de `on`, sinon le seul canal",
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::describe::{Document, shapes_of};

    #[test]
    fn every_default_is_a_value_or_known_words() {
        let mut met = Vec::new();
        for document in Document::ALL {
            for shape in shapes_of(document.shape()) {
                for key in shape.keys.iter().filter(|key| !key.default.is_empty()) {
                    let known = phrase(key.default).is_some();
                    let plain = value(key).is_some();
                    assert!(known != plain, "{}.{}", shape.name, key.name);
                    // Words between spaces are a sentence in English alone.
                    let sentence = key.default.contains(' ') && !key.default.starts_with('{');
                    assert!(known || !sentence, "{}: no French", key.default);
                    met.push(key.default);
                }
            }
        }
        for phrase in PHRASES {
            assert!(met.contains(&phrase.en), "{} is no default", phrase.en);
        }
    }

    #[test]
    fn values_have_their_type() {
        let key = |shape: &str, name: &str| {
            let all = shapes_of(Document::Calendar.shape());
            let shape = all.iter().find(|s| s.name == shape).unwrap();
            value(shape.key(name).unwrap())
        };
        assert_eq!(key("plan", "grid"), Some(Value::from("30min")));
        assert_eq!(key("post", "priority"), Some(Value::from(3)));
        assert_eq!(key("media", "ai"), Some(Value::from(false)));
        assert_eq!(key("plan", "alternate_pillars"), Some(Value::from("prefer")));
        assert_eq!(key("plan", "hours").unwrap()["to"], "21:00");
    }
}
