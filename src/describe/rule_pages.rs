//! A page a rule, in both languages, and the list of all.

use crate::diagnostic::{Group, Rule};
use crate::lang::{Lang, Phrase};
use crate::rules;

/// The page of a rule, in Markdown: English, then French.
#[must_use]
pub fn rule_page(rule: &Rule) -> String {
    let mut out = format!("# {}\n", rule.id);
    for lang in Lang::ALL {
        out.push_str(&section(rule, lang));
    }
    out
}

/// The list of every rule, by group.
#[must_use]
pub fn rule_index() -> String {
    let mut out = String::from(INDEX);
    for group in Group::ALL {
        let mut rules = rules::TABLE
            .iter()
            .map(|entry| entry.rule)
            .filter(|rule| rule.group == group)
            .peekable();
        if rules.peek().is_none() {
            continue;
        }
        let title = group.title();
        out.push_str(&format!(
            "\n## {} · {}\n\n| rule | level | |\n| --- | --- | --- |\n",
            title.en, title.fr
        ));
        for rule in rules {
            out.push_str(&format!(
                "| [`{0}`]({0}.md) | {1} | {2}<br>*{3}* |\n",
                rule.id,
                rule.level.key(),
                rule.what.en.replace('|', "\\|"),
                rule.what.fr.replace('|', "\\|")
            ));
        }
    }
    out
}

const INDEX: &str = "# Rules

Everything that `edito check` looks for, generated from the program itself. `edito explain RULE` says the same at the
terminal, in your language. A level is changed in `[rules]`, and one post is excused with `allow`:

```toml
[rules]
missing-alt-text = \"error\"      # off, hint, warning or error

[[post]]
title = \"…\"
allow = [{ rule = \"missing-alt-text\", why = \"decoration only\", until = 2026-12-31 }]
```
";

fn section(rule: &Rule, lang: Lang) -> String {
    let heading = Phrase { en: "In English", fr: "En français" };
    let (level, group) = (rule.level.word().get(lang), rule.group.title().get(lang));
    let facts = match lang {
        Lang::En => format!(
            "Group: {group}. Level: `{}` ({level}). Since version {}.",
            rule.level.key(),
            rule.since
        ),
        Lang::Fr => format!(
            "Famille\u{a0}: {group}. Niveau\u{a0}: `{}` ({level}). Depuis la version {}.",
            rule.level.key(),
            rule.since
        ),
    };
    let (why, remedy, example, allow) = match lang {
        Lang::En => ("Why", "What to do", "Example", "An exception"),
        Lang::Fr => ("Pourquoi", "Que faire", "Exemple", "Une exception"),
    };
    let mut out = format!(
        "\n## {}\n\n{}\n\n{facts}\n\n### {why}\n\n{}\n\n### {remedy}\n\n{}\n",
        heading.get(lang),
        rule.what.get(lang),
        rule.why.get(lang),
        rule.remedy.get(lang)
    );
    let toml = rule.example.trim();
    if !toml.is_empty() {
        out.push_str(&format!("\n### {example}\n\n```toml\n{toml}\n```\n"));
    }
    if !rule.group.is_reading() {
        out.push_str(&format!("\n### {allow}\n\n{}", exception(rule, lang)));
    }
    out
}

fn exception(rule: &Rule, lang: Lang) -> String {
    let id = rule.id;
    if rule.group == Group::Tone {
        let words = match lang {
            Lang::En => {
                "Where it is fine, say so in calendar.toml: this rule is about the tone file, not about a post."
            }
            Lang::Fr => {
                "Si c’est voulu, dites-le dans calendar.toml\u{a0}: cette règle porte sur le fichier du ton, pas sur une publication."
            }
        };
        return format!("{words}\n\n```toml\n[rules]\n{id} = \"off\"\n```\n");
    }
    let (words, why) = match lang {
        Lang::En => ("Where it is fine, say so on the post, with your reason:", "your reason"),
        Lang::Fr => (
            "Si c’est voulu, dites-le dans la publication, avec votre raison\u{a0}:",
            "votre raison",
        ),
    };
    format!("{words}\n\n```toml\nallow = [{{ rule = \"{id}\", why = \"{why}\" }}]\n```\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Level;

    #[test]
    fn a_page_says_everything_in_both_languages() {
        let both = |en, fr| Phrase { en, fr };
        let rule = Rule {
            id: "late-hour",
            group: Group::Schedule,
            level: Level::Warning,
            since: "0.1.0",
            what: both("A post is late.", "Une publication est tardive."),
            why: both("People sleep.", "Les gens dorment."),
            remedy: both("Move it.", "Déplacez-la."),
            example: "[[post]]\ntitle = \"x\"\n",
        };
        let page = rule_page(&rule);
        for words in ["# late-hour", "Move it.", "Déplacez-la.", "title = \"x\"", "`warning`"] {
            assert!(page.contains(words), "{words}");
        }
        assert_eq!(page.matches("allow = [{ rule = \"late-hour\"").count(), 2);
        let reading = Rule { group: Group::Syntax, ..rule };
        assert!(!rule_page(&reading).contains("allow"));
    }

    #[test]
    fn the_index_names_every_rule() {
        let index = rule_index();
        for entry in rules::TABLE {
            assert!(index.contains(&format!("]({}.md)", entry.rule.id)));
        }
    }
}
