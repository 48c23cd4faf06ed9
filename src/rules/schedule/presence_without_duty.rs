//! `presence-without-duty`: somebody must be on duty after a post, and nobody ever is.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::Phrase;
use crate::model::By;
use crate::rules::Facts;

/// The rule.
pub static RULE: Rule = Rule {
    id: "presence-without-duty",
    group: Group::Schedule,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "`[plan] presence` asks for somebody on duty after a post, and no person of the file has a `duty`.",
        fr: "`[plan] presence` demande quelqu’un de présent après une publication, et personne dans le fichier n’a de `duty`.",
    },
    why: Phrase {
        en: "The rule can’t be checked: you may believe that comments are watched when they are not.",
        fr: "La règle est invérifiable\u{a0}: vous pourriez croire les commentaires surveillés alors qu’ils ne le sont pas.",
    },
    remedy: Phrase {
        en: "Give the people of your team a `duty`, or write `by = \"nobody\"`.",
        fr: "Donnez un `duty` aux personnes de l’équipe, ou écrivez `by = \"nobody\"`.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"

[plan]
presence = { after = "60min" }

[channels.instagram]
network = "instagram"

[people.lea]
name = "Léa"                # no duty
"#,
};

/// One finding, at the presence table.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let Some(presence) = &facts.ws.plan.presence else {
        return Vec::new();
    };
    let duty = facts.ws.people.iter().any(|person| !person.duty.is_empty());
    if duty || presence.by == By::Nobody {
        return Vec::new();
    }
    let message = Phrase {
        en: "somebody must be on duty after each post, and no person has a `duty`",
        fr: "quelqu’un doit être présent après chaque publication, et personne n’a de `duty`",
    };
    vec![
        Finding::new(RULE.id, presence.at, message.into())
            .note(Phrase {
                en: "until then, presence is not checked",
                fr: "d’ici là, la présence n’est pas vérifiée",
            })
            .help(Phrase {
                en: "write when people are there: `duty = [{ days = \"mon-fri\", from = \"09:00\", to = \"18:00\" }]` in `[people.…]`",
                fr: "écrivez quand chacun est là\u{a0}: `duty = [{ days = \"mon-fri\", from = \"09:00\", to = \"18:00\" }]` dans `[people.…]`",
            }),
    ]
}
