//! `late-disclosure`: a label that many readers never reach.

use super::verdict::{Case, Delay, Verdict, judge};
use super::words;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::rules::Said;

/// A label that many readers never reach.
pub static RULE: Rule = Rule {
    id: "late-disclosure",
    group: Group::Disclosure,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "The label of a commercial post is there, but not in the first line, or only behind “more”, in a later part of a thread or in the first comment.",
        fr: "La mention d’une publication commerciale est là, mais pas dans la première ligne, ou seulement derrière «\u{a0}plus\u{a0}», dans une suite du fil ou en premier commentaire.",
    },
    why: Phrase {
        en: "Who reads the beginning alone does not learn that it is commercial: the label has to be seen before anybody taps. This is no legal advice.",
        fr: "Qui ne lit que le début ne sait pas que c’est commercial\u{a0}: la mention doit se voir sans rien déplier. Ceci n’est pas un conseil juridique.",
    },
    remedy: Phrase {
        en: "Put the label at the beginning of the first line. On Instagram about 125 characters are shown; where a network names no figure, edito takes 200.",
        fr: "Placez la mention au début de la première ligne. Instagram montre environ 125 caractères\u{a0}; quand un réseau ne donne pas de chiffre, edito en prend 200.",
    },
    example: commercial!(
        r#"[[post]]
id = "salon-bleu"
date = 2026-11-26
partnership = { with = "Banque des Canuts", kind = "paid" }
text = """
Huit mois de chantier, trois restauratrices : le Salon bleu retrouve ses boiseries.

Publicité"""
"#
    ),
};

/// Looks at where the labels stand.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    judge(said).iter().filter_map(late).collect()
}

fn late(case: &Case<'_>) -> Option<Finding> {
    let Verdict::Late(at, delay) = case.verdict else {
        return None;
    };
    let name = case.said.network.name;
    let message = Text::of(|lang| match (lang, delay) {
        (Lang::En, Delay::Line) => "this label comes after the first line".to_owned(),
        (Lang::Fr, Delay::Line) => "cette mention vient après la première ligne".to_owned(),
        (Lang::En, Delay::Fold) => {
            format!("this label comes where {name} may already have cut the text")
        }
        (Lang::Fr, Delay::Fold) => {
            format!("cette mention arrive là où {name} a pu déjà couper le texte")
        }
        (Lang::En, Delay::Part(n)) => format!("this label comes in part {n} of the thread only"),
        (Lang::Fr, Delay::Part(n)) => {
            format!("cette mention n’arrive qu’à la partie {n} du fil")
        }
        (Lang::En, Delay::Comment) => "this label is in the first comment only".to_owned(),
        (Lang::Fr, Delay::Comment) => {
            "cette mention n’est que dans le premier commentaire".to_owned()
        }
    });
    let help = Text::of(|lang| match (lang, delay) {
        (Lang::En, Delay::Part(_)) => "put it at the beginning of the first part".to_owned(),
        (Lang::Fr, Delay::Part(_)) => "placez-la au début de la première partie".to_owned(),
        (Lang::En, _) => "put it at the very beginning of the text".to_owned(),
        (Lang::Fr, _) => "placez-la au tout début du texte".to_owned(),
    });
    let finding = words::finding(RULE.id, case, at, message).help(help);
    Some(match words::position(&case.regime) {
        Some(position) => finding.note(position),
        None => finding,
    })
}
