//! The page of the tone: what rules there are, their keys, an example of each, and the packs; in
//! either language.

use super::shapes_of;
use super::tone_samples::SAMPLES;
use crate::lang::{Lang, list};
use crate::load::shape::{KINDS, Key, KindKeys, TONE, is_common};
use crate::load::{PACKS, Pack};

/// What there is to know about the tone of a brand, in Markdown.
#[must_use]
pub fn tone(lang: Lang) -> String {
    let mut out = super::tone_words::intro(lang).to_owned();
    out.push_str(&common(lang));
    out.push_str(match lang {
        Lang::En => "\n## Kinds of rules\n\n",
        Lang::Fr => "\n## Les genres de règles\n\n",
    });
    let links: Vec<String> = KINDS.iter().map(|kind| format!("[`{0}`](#{0})", kind.kind)).collect();
    out.push_str(&format!("{}\n", links.join(" · ")));
    KINDS.iter().for_each(|kind| out.push_str(&section(kind, lang)));
    out.push_str(super::tone_words::packs(lang));
    PACKS.iter().for_each(|pack| out.push_str(&of_pack(pack, lang)));
    out.push_str(super::tone_words::end(lang));
    out
}

/// The keys of a rule, as the format has them.
fn keys() -> &'static [Key] {
    shapes_of(&TONE).iter().find(|shape| shape.name == "tone-rule").map_or(&[], |rule| rule.keys)
}

/// The keys that every rule takes.
fn common(lang: Lang) -> String {
    let mut out = match lang {
        Lang::En => "\n## What every rule takes\n\n| key | meaning |\n| --- | --- |\n",
        Lang::Fr => "\n## Ce que prend toute règle\n\n| clé | sens |\n| --- | --- |\n",
    }
    .to_owned();
    keys().iter().filter(|key| is_common(key.name)).for_each(|key| out.push_str(&row(key, lang)));
    out
}

fn row(key: &Key, lang: Lang) -> String {
    format!("| `{}` | {} |\n", key.name, key.about.get(lang).replace('|', "\\|"))
}

/// A kind: what it is about, its keys, an example in either language.
fn section(kind: &KindKeys, lang: Lang) -> String {
    let name = kind.kind;
    let mut out = format!("\n### <a id=\"{name}\"></a>`{name}`\n\n{}\n", about(kind, lang));
    let own: Vec<&Key> = keys()
        .iter()
        .filter(|key| kind.needs.contains(&key.name) || kind.takes.contains(&key.name))
        .collect();
    if !own.is_empty() {
        out.push_str(match lang {
            Lang::En => "\n| key | meaning |\n| --- | --- |\n",
            Lang::Fr => "\n| clé | sens |\n| --- | --- |\n",
        });
        own.iter().for_each(|key| out.push_str(&row(key, lang)));
    }
    let other = if lang == Lang::En { Lang::Fr } else { Lang::En };
    let sample = SAMPLES.iter().find(|sample| sample.kind == name);
    for spoken in [lang, other] {
        if let Some(toml) = sample.and_then(|sample| sample.toml(spoken)) {
            out.push_str(&format!(
                "\n```toml\n[[rule]]\nid = \"{}\"\nkind = \"{name}\"\nlang = \"{}\"\n{toml}```\n",
                if spoken == Lang::Fr { "exemple" } else { "example" },
                spoken.tag(),
            ));
        }
    }
    out
}

/// A kind in a sentence, and which of its keys it cannot do without.
fn about(kind: &KindKeys, lang: Lang) -> String {
    let mut letters = kind.about.get(lang).chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    let needed: Vec<String> = kind.needs.iter().map(|key| format!("`{key}`")).collect();
    let needs = match (lang, needed.len()) {
        (_, 0) => String::new(),
        (Lang::En, 1) => format!(" It needs {}.", needed.concat()),
        (Lang::Fr, 1) => format!(" Il lui faut {}.", needed.concat()),
        (Lang::En, _) => format!(" It needs one at least of {}.", list(lang, &needed)),
        (Lang::Fr, _) => {
            format!(" Il lui faut au moins l’une de ces clés\u{a0}: {}.", list(lang, &needed))
        }
    };
    format!("{first}{}.{needs}", letters.as_str())
}

/// A pack and its rules.
fn of_pack(pack: &Pack, lang: Lang) -> String {
    let mut out = format!("\n### `{}`\n\n{}\n\n", pack.name, pack.about.get(lang));
    out.push_str(match lang {
        Lang::En => "| rule | kind | level | why |\n| --- | --- | --- | --- |\n",
        Lang::Fr => "| règle | genre | niveau | pourquoi |\n| --- | --- | --- | --- |\n",
    });
    let table: toml::Table = pack.text.parse().unwrap_or_default();
    let rules = table.get("rule").and_then(toml::Value::as_array);
    for rule in rules.into_iter().flatten() {
        let word = |key| rule.get(key).and_then(toml::Value::as_str).unwrap_or_default();
        let (id, kind) = (word("id"), word("kind"));
        let level = if word("level").is_empty() { "warning" } else { word("level") };
        out.push_str(&format!(
            "| `{}.{id}` | [`{kind}`](#{kind}) | `{level}` | {} |\n",
            pack.name,
            word("why").replace('|', "\\|"),
        ));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_key_and_pack_is_there_and_every_link_leads_somewhere() {
        for lang in Lang::ALL {
            let text = tone(lang);
            for link in text.split("](#").skip(1) {
                let name = link.split(')').next().unwrap();
                let anchor = format!("<a id=\"{name}\"></a>");
                assert_eq!(text.matches(&anchor).count(), 1, "{name}");
            }
            assert!(keys().len() > 40);
            for key in keys() {
                assert!(text.contains(&row(key, lang)), "{}", key.name);
            }
            for pack in &PACKS {
                let ids = pack.text.matches("\nid = ").count();
                assert_eq!(of_pack(pack, lang).matches(&format!("| `{}.", pack.name)).count(), ids);
            }
        }
    }
}
