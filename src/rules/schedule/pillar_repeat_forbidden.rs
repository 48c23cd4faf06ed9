//! `pillar-repeat-forbidden`: two posts of one pillar in a row, where pillars must alternate.

use super::pillar_repeat::repeats;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::Phrase;
use crate::model::Alternate;
use crate::rules::Facts;

/// The rule.
pub static RULE: Rule = Rule {
    id: "pillar-repeat-forbidden",
    group: Group::Schedule,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "Two posts in a row on one channel have the same pillar, and the plan says `alternate_pillars = \"always\"`.",
        fr: "Deux publications de suite sur un canal ont le même pilier, alors que le plan impose `alternate_pillars = \"always\"`.",
    },
    why: Phrase {
        en: "Your calendar promises that no channel says the same kind of thing twice in a row.",
        fr: "Votre calendrier s’engage à ce qu’aucun canal ne tienne deux fois de suite le même genre de propos.",
    },
    remedy: Phrase {
        en: "Put a post of another pillar between the two, or write `alternate_pillars = \"prefer\"` in `[plan]`.",
        fr: "Placez entre les deux une publication d’un autre pilier, ou écrivez `alternate_pillars = \"prefer\"` dans `[plan]`.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[plan]
alternate_pillars = "always"

[channels.instagram]
network = "instagram"

[mix.pillars.backstage]
name = "Backstage"

[[post]]
id = "framing"
title = "Framing a Klimt"
pillar = "backstage"
at = 2026-11-24T12:30:00

[[post]]
id = "hanging"
title = "Hanging a Klimt"
pillar = "backstage"        # again
at = 2026-11-26T12:30:00
"#,
};

/// Repeats, when the plan demands to alternate.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    match facts.ws.plan.alternate {
        Alternate::Always => repeats(facts, &RULE, "always"),
        Alternate::Prefer | Alternate::Never => Vec::new(),
    }
}
