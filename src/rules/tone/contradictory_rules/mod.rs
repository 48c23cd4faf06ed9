//! `contradictory-rules`: tone rules that no text can satisfy together.
//!
//! Told where the brand's own rule is written; rules of two packs are never set against each other
//! here (a test below does that).

mod bounds;
mod lists;
mod settings;
mod words;

use super::meet::meet;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::model::{ToneRule, Workspace};
use crate::rules::Facts;
use crate::rules::said::ENOUGH;
use crate::source::At;

/// Tone rules that no text can satisfy together.
pub static RULE: Rule = Rule {
    id: "contradictory-rules",
    group: Group::Tone,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "Two tone rules that no text can satisfy together.",
        fr: "Deux règles de ton qu’aucun texte ne peut respecter à la fois.",
    },
    why: Phrase {
        en: "Whoever mends a text for one of them breaks the other, and gives up on both.",
        fr: "Corriger un texte pour l’une, c’est enfreindre l’autre\u{a0}: on finit par ignorer les deux.",
    },
    remedy: Phrase {
        en: "Keep one of the two, or give each its own channels with `only`.",
        fr: "Gardez l’une des deux, ou donnez à chacune ses canaux avec `only`.",
    },
    example: example!(
        r#"[[tone.rule]]
id = "lexique"
kind = "replace"
swap = { "e-mail" = "courriel" }

[[tone.rule]]
id = "simple"
kind = "replace"
swap = { "courriel" = "e-mail" }
"#
    ),
};

/// Holds every rule against the others.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let ws = facts.ws;
    let mut found = words::check(ws);
    found.extend(bounds::check(ws));
    found.extend(settings::check(ws));
    found.extend(lists::check(ws));
    found.truncate(ENOUGH);
    found
}

/// Whether two rules are set against each other: they meet, and the brand wrote one of them.
fn opposed(ws: &Workspace, one: &ToneRule, other: &ToneRule) -> bool {
    (one.pack.is_none() || other.pack.is_none()) && meet(ws, one, other)
}

/// A finding about a place of the brand's own file and another place.
fn clash(first: (&ToneRule, At), second: (&ToneRule, At), message: Text) -> Finding {
    let (here, there) = match (first.0.pack, second.0.pack) {
        (None, Some(_)) => (first, second),
        (Some(_), None) => (second, first),
        _ if later(first.1, second.1) => (first, second),
        _ => (second, first),
    };
    let finding = Finding::new(RULE.id, here.1, message);
    let name = there.0.name();
    if here.1 == there.1 {
        return finding;
    }
    finding
        .other(
            there.1,
            Text::of(|lang| match lang {
                Lang::En => format!("compare with this, in `{name}`"),
                Lang::Fr => format!("à comparer avec ceci, dans `{name}`"),
            }),
        )
        .help(Text::of(|lang| match lang {
            Lang::En => "keep one of the two, or give each its own channels with `only`".to_owned(),
            Lang::Fr => {
                "gardez l’une des deux, ou donnez à chacune ses canaux avec `only`".to_owned()
            }
        }))
}

fn later(one: At, other: At) -> bool {
    (one.source, one.span.start) > (other.source, other.span.start)
}

#[cfg(test)]
mod tests {
    use super::super::{bad_pattern, unreachable_rule};
    use super::*;
    use crate::load;
    use crate::source::Sources;
    use crate::time::Instant;
    use std::path::Path;

    /// The packs, taken together as if a brand had written them.
    #[test]
    fn packs_neither_contradict_each_other_nor_themselves() {
        let names = load::PACKS.each_ref().map(|pack| format!("\"{}\"", pack.name)).join(", ");
        let text = format!(
            "[calendar]\nname = \"A\"\ntimezone = \"UTC\"\n\n[tone]\nextends = [{names}]\n"
        );
        let mut sources = Sources::default();
        let loaded = load::from_text(&text, Path::new("."), &mut sources).unwrap();
        let mut ws = loaded.workspace.unwrap();
        assert!(ws.tone.rules.len() > 25);
        ws.tone.rules.iter_mut().for_each(|rule| rule.pack = None);
        let facts = Facts::new(&ws, &sources, Instant::from_unix(1_800_000_000));
        for check in [check, bad_pattern::check, unreachable_rule::check] {
            let found = check(&facts);
            assert!(found.is_empty(), "{found:?}");
        }
    }
}
