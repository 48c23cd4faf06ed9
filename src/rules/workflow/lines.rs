//! What the rules about people have in common: who is away, and who can stand in.

use crate::lang::Lang;
use crate::model::{PersonIx, Workspace};
use crate::workflow::{Desk, Turn, away, person};

/// `Marc is away until Sun 3 Jan, Léa (editor) can`; or that nobody can.
pub(super) fn named(lang: Lang, desk: &Desk<'_>, turn: &Turn, who: PersonIx) -> String {
    let name = person(desk.ws, who);
    let Some(absence) = &turn.away else { return name };
    let absent = away(lang, absence, desk.today);
    let absent = match lang {
        Lang::En => format!("{name} is {absent}"),
        Lang::Fr => format!("{name} n’est {absent}"),
    };
    match (instead(desk.ws, turn), lang) {
        (Some(other), Lang::En) => format!("{absent}, {other} can do it"),
        (Some(other), Lang::Fr) => format!("{absent}, {other} peut s’en charger"),
        (None, Lang::En) => format!("{absent}, and nobody can stand in"),
        (None, Lang::Fr) => format!("{absent}, et personne ne peut prendre le relais"),
    }
}

/// `Léa (editor)`.
pub(super) fn instead(ws: &Workspace, turn: &Turn) -> Option<String> {
    let (other, role) = turn.backup.as_ref()?;
    let name = person(ws, *other);
    Some(match role {
        Some(role) => format!("{name} ({role})"),
        None => name,
    })
}
