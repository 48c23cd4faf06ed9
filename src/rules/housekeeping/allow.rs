//! `unused-allow` and `expired-allow`: exceptions that allow nothing. `judge` finds them.

use crate::diagnostic::{Group, Level, Rule};
use crate::lang::Phrase;

/// An exception that allows nothing.
pub static UNUSED: Rule = Rule {
    id: "unused-allow",
    group: Group::Housekeeping,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "An exception (`allow`) for a finding that the post does not have.",
        fr: "Une exception (`allow`) pour un constat que la publication n’a pas.",
    },
    why: Phrase {
        en: "Left there, it would hide the day the fault comes back.",
        fr: "Laissée là, elle cacherait l’erreur le jour où elle reviendrait.",
    },
    remedy: Phrase { en: "Take the exception away.", fr: "Retirez cette exception." },
    example: example!(
        r#"[[post]]
id = "klimt"
title = "Klimt arrive"
allow = [{ rule = "placeholder", why = "le mot est voulu" }]
"#
    ),
};

/// An exception whose last day is past.
pub static EXPIRED: Rule = Rule {
    id: "expired-allow",
    group: Group::Housekeeping,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "An exception (`allow`) whose last day is past.",
        fr: "Une exception (`allow`) dont le dernier jour est passé.",
    },
    why: Phrase {
        en: "It was meant to be looked at again, and that day has come.",
        fr: "Elle devait être revue, et ce jour est venu.",
    },
    remedy: Phrase {
        en: "Mend what it allowed, or give it a later day and a reason.",
        fr: "Corrigez ce qu’elle tolérait, ou prolongez-la avec une raison.",
    },
    example: example!(
        r#"[[post]]
id = "klimt"
title = "Klimt arrive"
status = "draft"
text = "Réservez ici : [lien]"
allow = [{ rule = "placeholder", why = "lien attendu lundi", until = 2020-01-31 }]
"#
    ),
};
