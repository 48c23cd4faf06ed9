//! The reference of the format: every document, table and key, in either language.

use super::{Document, defaults, kinds, shapes_of};
use crate::lang::Lang;
use crate::load::shape::{Key, Need, Shape};

/// The whole reference, in Markdown.
#[must_use]
pub fn reference(lang: Lang) -> String {
    let mut out = String::from(intro(lang));
    let mut described: Vec<&'static str> = Vec::new();
    for document in Document::ALL {
        let root = document.shape();
        out.push_str(&format!("\n## <a id=\"{}\"></a>`{}`\n", root.name, root.header));
        described.push(root.name);
        body(root, lang, &mut out);
        for shape in shapes_of(root).into_iter().skip(1) {
            // A document inside another, or a table both have, is described once.
            let is_document = Document::ALL.iter().any(|d| d.shape().name == shape.name);
            if is_document || described.contains(&shape.name) {
                continue;
            }
            described.push(shape.name);
            out.push_str(&format!("\n### <a id=\"{}\"></a>`{}`\n", shape.name, shape.header));
            body(shape, lang, &mut out);
        }
    }
    out
}

fn body(shape: &Shape, lang: Lang, out: &mut String) {
    let header = match lang {
        Lang::En => "| key | type | default | meaning |",
        Lang::Fr => "| clé | type | par défaut | sens |",
    };
    out.push_str(&format!("\n{}\n\n{header}\n| --- | --- | --- | --- |\n", shape.about.get(lang)));
    for key in shape.keys {
        out.push_str(&row(key, lang));
    }
}

fn row(key: &Key, lang: Lang) -> String {
    let default = match (key.need, lang) {
        (Need::Required, Lang::En) => "**required**".to_owned(),
        (Need::Required, Lang::Fr) => "**obligatoire**".to_owned(),
        (Need::Optional, _) => defaults::words(key, lang),
    };
    format!(
        "| `{}` | {} | {} | {} |\n",
        key.name,
        cell(&kinds::words(&key.kind, lang)),
        cell(&default),
        cell(key.about.get(lang))
    )
}

/// A bar would end the cell.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

const fn intro(lang: Lang) -> &'static str {
    match lang {
        Lang::En => {
            "# Reference of the file format, version 1

Generated from the program itself: what stands here is what it reads. [En français](reference.fr.md).

Keys are always English; messages follow the language of the calendar. Files are UTF-8 TOML. Any inline table may be
written as a table of its own (`[[post.media]]` for `media = [{ … }]`). What the program does not know goes under `extra`.

- A day is 24 hours and a week 168: durations are compared to the second.
- `from` is included and `to` is not, except in a post's `window` and in ranges of days, where both are. A `to` at or
  before `from` runs past midnight and belongs to the day it starts; all day is `\"00:00\"` to `\"24:00\"`.
- Times of `[channels]`, `[plan]`, `[[post]]`, `[[series]]`, `[[event]]` and campaigns are on each channel's clock; those
  of `[[pause]]`, `[people]`, quotas and the mix on the calendar's.
- Paths start from the folder of the root file and never leave the repository.
"
        }
        Lang::Fr => {
            "# Référence du format, version 1

Générée par le programme lui-même\u{a0}: ce qui est écrit ici est ce qu’il lit. [In English](reference.md).

Les clés sont toujours en anglais\u{202f}; les messages suivent la langue du calendrier. Les fichiers sont du TOML en UTF-8.
Toute table entre accolades peut s’écrire comme une table à part (`[[post.media]]` pour `media = [{ … }]`). Ce que le
programme ne connaît pas se range sous `extra`.

- Un jour compte 24 heures et une semaine 168\u{a0}: les durées sont comparées à la seconde près.
- `from` est inclus et `to` exclu, sauf dans la `window` d’une publication et dans les suites de jours, où les deux sont
  inclus. Un `to` placé avant `from` se poursuit après minuit et compte pour le jour où il commence\u{202f}; la journée
  entière s’écrit de `\"00:00\"` à `\"24:00\"`.
- Les heures de `[channels]`, `[plan]`, `[[post]]`, `[[series]]`, `[[event]]` et des campagnes sont à l’horloge de chaque
  canal\u{202f}; celles de `[[pause]]`, `[people]`, des quotas et du mix, à celle du calendrier.
- Les chemins partent du dossier du fichier principal et ne sortent jamais du dépôt.
"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_has_its_table_and_every_key_its_row() {
        for lang in Lang::ALL {
            let text = reference(lang);
            for link in text.split("](#").skip(1) {
                let name = link.split(')').next().unwrap();
                let anchor = format!("<a id=\"{name}\"></a>");
                assert_eq!(text.matches(&anchor).count(), 1, "{name}");
            }
            for document in Document::ALL {
                for shape in shapes_of(document.shape()) {
                    for key in shape.keys {
                        assert!(text.contains(&row(key, lang)), "{}", key.name);
                    }
                }
            }
        }
    }
}
