//! The values that a key takes in rules of one kind and not in those of another.

use super::super::faults::Faults;
use super::super::reader::Row;
use crate::diagnostic::Finding;
use crate::lang::{Lang, Text, list_or};
use crate::source::Loc;
use crate::text::nearest;

/// `expect` of `kind = "address"`.
const ADDRESSES: [&str; 4] = ["tu", "vous", "consistent", "none"];

/// `allow` and `forbid` of `kind = "person"`, French and English.
const PERSONS: [&str; 17] = [
    "je", "tu", "il", "elle", "on", "nous", "vous", "ils", "elles", "I", "we", "you", "he", "she",
    "it", "they", "one",
];

/// Says which values are none that the kind takes.
pub(super) fn check(kind: &str, row: Row<'_, '_>, faults: &mut Faults) {
    match kind {
        "address" => {
            let wrong = row.words("expect").filter(|word| !ADDRESSES.contains(&&*word.value));
            wrong.iter().for_each(|word| faults.add(wrong_word("expect", word, &ADDRESSES)));
        }
        "language" => {
            let wrong = row.words("expect").filter(|tag| !is_tag(&tag.value));
            wrong.iter().for_each(|tag| faults.add(no_language(tag)));
        }
        "person" => {
            for key in ["allow", "forbid"] {
                let words = row.list(key).unwrap_or_default();
                let known = |word: &Loc<String>| {
                    PERSONS.iter().any(|person| person.eq_ignore_ascii_case(word.value.trim()))
                };
                let wrong = words.iter().filter(|word| !known(word));
                wrong.for_each(|word| faults.add(wrong_word(key, word, &PERSONS)));
            }
        }
        _ => {}
    }
}

/// Whether words have the shape of a language tag of a language whose words are known here.
fn is_tag(tag: &str) -> bool {
    let known = ["fr", "en"].contains(&tag.split('-').next().unwrap_or_default());
    known && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

fn wrong_word(key: &'static str, word: &Loc<String>, known: &'static [&'static str]) -> Finding {
    let written = word.value.clone();
    let near = nearest(&written, known.iter().copied());
    let all: Vec<String> = known.iter().map(|word| format!("`{word}`")).collect();
    Finding::new(
        "bad-value",
        word.at,
        Text::of(|lang| match lang {
            Lang::En => format!("`{key}` cannot be `{written}`"),
            Lang::Fr => format!("`{key}` ne peut pas être `{written}`"),
        }),
    )
    .help(Text::of(|lang| match (lang, near) {
        (Lang::En, Some(near)) => format!("did you mean `{near}`?"),
        (Lang::Fr, Some(near)) => format!("vouliez-vous écrire `{near}`\u{202f}?"),
        (Lang::En, None) => format!("one of {}", list_or(lang, &all)),
        (Lang::Fr, None) => format!("au choix\u{a0}: {}", list_or(lang, &all)),
    }))
}

fn no_language(tag: &Loc<String>) -> Finding {
    let written = tag.value.clone();
    Finding::new(
        "bad-value",
        tag.at,
        Text::of(|lang| match lang {
            Lang::En => format!("`{written}` is no language that can be told from another here"),
            Lang::Fr => format!("`{written}` n’est pas une langue que l’on sache reconnaître ici"),
        }),
    )
    .help(Text::of(|lang| match lang {
        Lang::En => "write `fr` or `en`".to_owned(),
        Lang::Fr => "écrivez `fr` ou `en`".to_owned(),
    }))
}
