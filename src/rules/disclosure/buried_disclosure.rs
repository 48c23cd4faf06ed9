//! `buried-disclosure`: a label among hashtags or links.

use super::verdict::{Case, Verdict, judge};
use super::words;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::rules::Said;

/// A label among hashtags or links.
pub static RULE: Rule = Rule {
    id: "buried-disclosure",
    group: Group::Disclosure,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "The label of a commercial post stands in a row of hashtags, links or mentions: at least two right beside it.",
        fr: "La mention d’une publication commerciale est dans une série de mots-dièse, de liens ou de comptes cités\u{a0}: au moins deux juste à côté d’elle.",
    },
    why: Phrase {
        en: "Nobody reads a row of hashtags: the label is there and not seen. This is no legal advice.",
        fr: "Personne ne lit une série de mots-dièse\u{a0}: la mention y est, et ne se voit pas. Ceci n’est pas un conseil juridique.",
    },
    remedy: Phrase {
        en: "Take the label out of the row and begin the text with it. A hashtag that opens the text is no fault.",
        fr: "Sortez la mention de la série et commencez le texte par elle. Un mot-dièse qui ouvre le texte n’est pas en cause.",
    },
    example: commercial!(
        r##"[[post]]
id = "salon-bleu"
date = 2026-11-26
partnership = { with = "Banque des Canuts", kind = "paid" }
text = "Le Salon bleu retrouve ses boiseries. #Lyon #publicité #Patrimoine"
"##
    ),
};

/// Looks at what stands beside the labels.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    judge(said).iter().filter_map(buried).collect()
}

fn buried(case: &Case<'_>) -> Option<Finding> {
    let Verdict::Buried(at) = case.verdict else {
        return None;
    };
    let message = Text::of(|lang| match lang {
        Lang::En => "this label is lost among hashtags or links".to_owned(),
        Lang::Fr => "cette mention se perd parmi les mots-dièse ou les liens".to_owned(),
    });
    let help = Text::of(|lang| {
        let labels = words::labels(&case.regime, lang);
        match lang {
            Lang::En => format!("take it out of there, and begin the text with {labels}"),
            Lang::Fr => format!("sortez-la de là, et commencez le texte par {labels}"),
        }
    });
    let finding = words::finding(RULE.id, case, at, message).help(help);
    Some(match words::position(&case.regime) {
        Some(position) => finding.note(position),
        None => finding,
    })
}
