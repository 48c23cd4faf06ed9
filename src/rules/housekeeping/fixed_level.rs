//! `fixed-level`: `[rules]` tries to soften a fault that keeps a file from being understood.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::rules::{Facts, find};

/// `[rules]` tries to soften a fault that keeps a file from being understood.
pub static RULE: Rule = Rule {
    id: "fixed-level",
    group: Group::Housekeeping,
    level: Level::Hint,
    since: "0.1.0",
    what: Phrase {
        en: "`[rules]` sets the level of a rule that is always an error.",
        fr: "`[rules]` fixe le niveau d’une règle qui est toujours une erreur.",
    },
    why: Phrase {
        en: "A file that cannot be understood cannot be planned; the line has no effect.",
        fr: "Un fichier qu’on ne comprend pas ne se planifie pas\u{202f}; cette ligne est sans effet.",
    },
    remedy: Phrase { en: "Take the line away.", fr: "Retirez cette ligne." },
    example: example!(
        r#"[rules]
unknown-key = "warning"
"#
    ),
};

/// Looks for levels that cannot be set.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let is_fixed = |name: &str| {
        find(name).is_some_and(|rule| rule.group.is_reading() && rule.level == Level::Error)
    };
    facts
        .ws
        .rules
        .iter()
        .filter(|line| is_fixed(&line.rule.value) && line.level != Some(Level::Error))
        .map(|line| {
            let name = &line.rule.value;
            let message = Text::of(|lang| match lang {
                Lang::En => format!("`{name}` is always an error"),
                Lang::Fr => format!("`{name}` est toujours une erreur"),
            });
            Finding::new(RULE.id, line.rule.at, message).help(Text::of(|lang| match lang {
                Lang::En => "take this line away: it has no effect".to_owned(),
                Lang::Fr => "retirez cette ligne\u{a0}: elle est sans effet".to_owned(),
            }))
        })
        .collect()
}
