//! The documentation of rules at the terminal.

use super::wrap::{columns, wrap};
use crate::diagnostic::{Group, Level, Rule};
use crate::lang::{Lang, Phrase};
use anstyle::{AnsiColor, Style};

/// One rule: what, why, what to do, an example, how to allow it. Has ANSI styles.
#[must_use]
pub fn page(rule: &Rule, lang: Lang, width: usize) -> String {
    let bold = Style::new().bold();
    let level = style(rule.level);
    let name = format!("{}[{}]", rule.level.word().get(lang), rule.id);
    let mut out = format!("{level}{name}{level:#}\n");
    out.push_str(&block(&sentence(rule.what, lang), "", width));
    out.push_str(&format!("{}\n\n", facts(rule, lang)));
    out.push_str(&format!("{bold}{}{bold:#}\n", WHY.get(lang)));
    out.push_str(&block(&sentence(rule.why, lang), "  ", width));
    out.push_str(&format!("\n{bold}{}{bold:#}\n", EXAMPLE.get(lang)));
    out.push_str(&shortened(rule.example));
    out.push_str(&format!("\n{bold}{}{bold:#}\n", REMEDY.get(lang)));
    out.push_str(&block(&sentence(rule.remedy, lang), "  ", width));
    out.push_str(&format!("\n{bold}{}{bold:#}\n", ALLOW.get(lang)));
    out.push_str(&allow(rule, lang, width));
    out
}

/// Every rule, family by family, in the order given within one. Has ANSI styles.
#[must_use]
pub fn list<'r>(rules: impl Iterator<Item = &'r Rule>, lang: Lang, width: usize) -> String {
    let rules: Vec<&Rule> = rules.collect();
    let bold = Style::new().bold();
    let mut out = String::new();
    for group in Group::ALL {
        let own: Vec<&&Rule> = rules.iter().filter(|rule| rule.group == group).collect();
        if own.is_empty() {
            continue;
        }
        out.push_str(&format!("{bold}{}{bold:#}\n", group.title().get(lang)));
        for rule in own {
            let level = style(rule.level);
            let word = rule.level.word().get(lang);
            out.push_str(&format!("  {bold}{}{bold:#} ({level}{word}{level:#})\n", rule.id));
            out.push_str(&block(rule.what.get(lang), "      ", width));
        }
        out.push('\n');
    }
    out.push_str(match lang {
        Lang::En => {
            "`edito explain RULE` tells more about one of them;\n`edito explain network NAME` tells what a network allows.\n"
        }
        Lang::Fr => {
            "`edito explain RÈGLE` en dit plus sur l’une d’elles\u{202f};\n`edito explain network NOM` dit ce que permet un réseau.\n"
        }
    });
    out
}

const WHY: Phrase = Phrase { en: "Why it matters", fr: "Pourquoi c’est important" };

const REMEDY: Phrase = Phrase { en: "What to do", fr: "Que faire" };

const EXAMPLE: Phrase = Phrase { en: "An example that has it", fr: "Un exemple fautif" };

const ALLOW: Phrase = Phrase { en: "To allow it", fr: "Pour la tolérer" };

pub(super) fn style(level: Level) -> Style {
    let colour = match level {
        Level::Error => AnsiColor::BrightRed,
        Level::Warning => AnsiColor::Yellow,
        Level::Hint => AnsiColor::Cyan,
    };
    colour.on_default().bold()
}

/// A phrase of the table as a sentence.
fn sentence(phrase: Phrase, lang: Lang) -> String {
    let text = phrase.get(lang).trim();
    let mut letters = text.chars();
    let mut out: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    out.push_str(letters.as_str());
    if !out.ends_with(['.', '!', '?', '…', '»']) {
        out.push('.');
    }
    out
}

fn facts(rule: &Rule, lang: Lang) -> String {
    let dim = Style::new().dimmed();
    let group = rule.group.title().get(lang);
    let since = rule.since;
    match lang {
        Lang::En => format!("{dim}{group}, since edito {since}{dim:#}"),
        Lang::Fr => format!("{dim}{group}, depuis edito {since}{dim:#}"),
    }
}

/// A text in lines, each with the same beginning.
pub(super) fn block(text: &str, indent: &str, width: usize) -> String {
    wrap(text, width.saturating_sub(columns(indent)))
        .into_iter()
        .map(|line| format!("{indent}{line}\n"))
        .collect()
}

/// The lines of an example that are shown at most.
const LONGEST: usize = 30;

/// An example, cut between two tables when it is very long.
fn shortened(toml: &str) -> String {
    let toml = toml.trim_matches('\n');
    let lines: Vec<&str> = toml.lines().collect();
    let Some(first) = lines.get(..LONGEST).filter(|first| first.len() < lines.len()) else {
        return code(toml);
    };
    let end = first.iter().rposition(|line| line.trim().is_empty()).unwrap_or(LONGEST);
    code(&format!("{}\n\n…", first[..end].join("\n")))
}

/// TOML as it is: its lines are not wrapped, or it would no longer be TOML to copy.
pub(super) fn code(toml: &str) -> String {
    let dim = Style::new().dimmed();
    toml.trim_matches('\n')
        .lines()
        .map(|line| match line.trim_end() {
            "" => "\n".to_owned(),
            line => format!("    {dim}{line}{dim:#}\n"),
        })
        .collect()
}

fn allow(rule: &Rule, lang: Lang, width: usize) -> String {
    let id = rule.id;
    if rule.group.is_reading() && rule.level == Level::Error {
        return block(
            match lang {
                Lang::En => {
                    "Not possible: until this is mended, nobody can tell what the calendar means."
                }
                Lang::Fr => {
                    "Impossible\u{a0}: tant que ce n’est pas corrigé, nul ne sait ce que dit le calendrier."
                }
            },
            "  ",
            width,
        );
    }
    if rule.group == Group::Tone {
        let words = match lang {
            Lang::En => "It is about the tone file, not about a post. In calendar.toml:",
            Lang::Fr => {
                "Elle porte sur le fichier du ton, pas sur une publication. Dans calendar.toml\u{a0}:"
            }
        };
        return format!(
            "{}{}",
            block(words, "  ", width),
            code(&format!("[rules]\n{id} = \"off\""))
        );
    }
    let (post, why, everywhere) = match lang {
        Lang::En => ("In one post, with the reason:", "the reason", "In the whole calendar:"),
        Lang::Fr => (
            "Dans une publication, avec la raison\u{a0}:",
            "la raison",
            "Dans tout le calendrier\u{a0}:",
        ),
    };
    let here = code(&format!("allow = [{{ rule = \"{id}\", why = \"{why}\" }}]"));
    let there = code(&format!("[rules]\n{id} = \"off\""));
    let there = block(everywhere, "  ", width) + &there;
    if rule.group.is_of_settings() {
        return there;
    }
    format!("{}{here}{there}", block(post, "  ", width))
}

#[cfg(test)]
mod tests {
    use super::*;
    use snapbox::prelude::*;
    use snapbox::{assert_data_eq, str};

    const SOFT: Rule = Rule {
        id: "missing-alt-text",
        group: Group::Content,
        level: Level::Warning,
        since: "0.1.0",
        what: Phrase {
            en: "an image has no alternative text",
            fr: "une image n’a pas de texte de remplacement",
        },
        why: Phrase {
            en: "people who don’t see the image are told nothing at all, and some networks show the words when the image fails to load",
            fr: "les personnes qui ne voient pas l’image n’en savent rien\u{202f}; certains réseaux affichent aussi ces mots quand l’image ne se charge pas",
        },
        remedy: Phrase {
            en: "say in `alt` what there is to see",
            fr: "dites dans `alt` ce qu’il y a à voir",
        },
        example: "\n[[post]]\nid = \"affiche\"\n\nmedia = [\"affiche.png\"]\n",
    };

    const HARD: Rule =
        Rule { id: "unknown-key", group: Group::Structure, level: Level::Error, ..SOFT };

    fn plain(text: &str) -> String {
        anstream::adapter::strip_str(text).to_string()
    }

    #[test]
    fn a_rule_in_both_languages() {
        assert_data_eq!(
            plain(&page(&SOFT, Lang::Fr, 60)),
            str![[r#"
avertissement[missing-alt-text]
Une image n’a pas de texte de remplacement.
Contenu, depuis edito 0.1.0

Pourquoi c’est important
  Les personnes qui ne voient pas l’image n’en savent rien ;
  certains réseaux affichent aussi ces mots quand l’image ne
  se charge pas.

Un exemple fautif
    [[post]]
    id = "affiche"

    media = ["affiche.png"]

Que faire
  Dites dans `alt` ce qu’il y a à voir.

Pour la tolérer
  Dans une publication, avec la raison :
    allow = [{ rule = "missing-alt-text", why = "la raison" }]
  Dans tout le calendrier :
    [rules]
    missing-alt-text = "off"

"#]]
            .raw()
        );
        assert_data_eq!(
            plain(&page(&SOFT, Lang::En, 60)),
            str![[r#"
warning[missing-alt-text]
An image has no alternative text.
Content, since edito 0.1.0

Why it matters
  People who don’t see the image are told nothing at all,
  and some networks show the words when the image fails to
  load.

An example that has it
    [[post]]
    id = "affiche"

    media = ["affiche.png"]

What to do
  Say in `alt` what there is to see.

To allow it
  In one post, with the reason:
    allow = [{ rule = "missing-alt-text", why = "the reason" }]
  In the whole calendar:
    [rules]
    missing-alt-text = "off"

"#]]
            .raw()
        );
    }

    #[test]
    fn a_long_example_is_cut_between_two_tables() {
        let long = "[[post]]\nid = \"a\"\n\n".repeat(20);
        let text = shortened(&long);
        assert!(text.lines().count() <= LONGEST + 1, "{text}");
        assert!(plain(&text).ends_with("    id = \"a\"\n\n    …\n"), "{text}");
        for lang in Lang::ALL {
            for entry in crate::rules::TABLE {
                let lines = plain(&page(entry.rule, lang, 80)).lines().count();
                assert!(lines < 62, "{} is {lines} lines long", entry.rule.id);
            }
        }
    }

    #[test]
    fn what_keeps_a_file_from_being_read_cannot_be_allowed() {
        for lang in Lang::ALL {
            let text = plain(&page(&HARD, lang, 80));
            assert!(!text.contains("allow = ") && !text.contains("\"off\""), "{text}");
        }
    }

    #[test]
    fn a_rule_about_the_tone_file_is_switched_off_in_the_calendar() {
        for lang in Lang::ALL {
            let text = plain(&page(&Rule { group: Group::Tone, ..SOFT }, lang, 80));
            assert!(!text.contains("allow = ") && text.contains("calendar.toml"), "{text}");
            assert!(text.contains("missing-alt-text = \"off\""), "{text}");
        }
    }

    #[test]
    fn the_list_goes_by_family() {
        let rules = [&SOFT, &HARD];
        assert_data_eq!(
            plain(&list(rules.into_iter(), Lang::Fr, 60)),
            str![[r#"
Structure
  unknown-key (erreur)
      une image n’a pas de texte de remplacement

Contenu
  missing-alt-text (avertissement)
      une image n’a pas de texte de remplacement

`edito explain RÈGLE` en dit plus sur l’une d’elles ;
`edito explain network NOM` dit ce que permet un réseau.

"#]]
            .raw()
        );
    }
}
