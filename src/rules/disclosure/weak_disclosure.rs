//! `weak-disclosure`: a word that hints at a partner and does not say that the post is commercial.

use super::verdict::{Case, Verdict, judge};
use super::words;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, quote};
use crate::rules::Said;

/// A word that hints at a partner and does not say that the post is commercial.
pub static RULE: Rule = Rule {
    id: "weak-disclosure",
    group: Group::Disclosure,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A post with a `partnership` that only hints at it: `#sp`, `#collab`, “thanks to”, words of a gift or a commission, or a label in another language than the text.",
        fr: "Une publication avec un `partnership` qui ne fait que le laisser deviner\u{a0}: `#sp`, `#collab`, «\u{a0}merci à\u{a0}», quelques mots d’un cadeau ou d’une commission, ou une mention dans une autre langue que le texte.",
    },
    why: Phrase {
        en: "Those who do not know the code do not understand it, and regulators have called such words not enough. Whether “Gifted” or “Sponsored” will do depends on the country. This is no legal advice.",
        fr: "Qui ne connaît pas le code ne comprend pas, et les autorités jugent ces mots insuffisants. Selon le pays, «\u{a0}Gifted\u{a0}» ou «\u{a0}Sponsored\u{a0}» suffit ou non. Ceci n’est pas un conseil juridique.",
    },
    remedy: Phrase {
        en: "Write the plain label, in the language of the text, at its beginning. If the text is in another language than the calendar, say so with `lang`.",
        fr: "Écrivez la mention en toutes lettres, dans la langue du texte, à son début. Si le texte n’est pas dans la langue du calendrier, indiquez-le avec `lang`.",
    },
    example: commercial!(
        r##"[[post]]
id = "salon-bleu"
date = 2026-11-26
partnership = { with = "Banque des Canuts", kind = "paid" }
text = "#ad Huit mois de chantier, trois restauratrices : le Salon bleu retrouve ses boiseries."
"##
    ),
};

/// Looks for words that are not enough.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    judge(said).iter().filter_map(weak).collect()
}

fn weak(case: &Case<'_>) -> Option<Finding> {
    let Verdict::Weak(at, label) = case.verdict else {
        return None;
    };
    let foreign = case.regime.other_language(label);
    let hashtag = label.words.starts_with('#');
    let message = Text::of(|lang| {
        let words = match hashtag {
            true => format!("`{}`", label.words),
            false => quote(lang, &label.words),
        };
        match (lang, foreign) {
            (Lang::En, None) => format!("{words} alone does not say that this post is commercial"),
            (Lang::Fr, None) => {
                format!("{words} ne suffit pas à dire que cette publication est commerciale")
            }
            (Lang::En, Some(other)) => {
                format!("{words} is a label in {}, and this text is not", language(lang, other))
            }
            (Lang::Fr, Some(other)) => {
                format!(
                    "{words} est une mention en {}, et ce texte ne l’est pas",
                    language(lang, other)
                )
            }
        }
    });
    let help = Text::of(|lang| {
        let labels = words::labels(&case.regime, lang);
        let own = foreign.map(|other| (language(lang, other), other.tag()));
        match (lang, own) {
            (Lang::En, None) => format!("begin the text with {labels}"),
            (Lang::Fr, None) => format!("commencez le texte par {labels}"),
            (Lang::En, Some((name, tag))) => format!(
                "begin the text with {labels}; if it is in {name}, write `lang = \"{tag}\"`"
            ),
            (Lang::Fr, Some((name, tag))) => format!(
                "commencez le texte par {labels}\u{202f}; s’il est en {name}, écrivez `lang = \"{tag}\"`"
            ),
        }
    });
    Some(words::finding(RULE.id, case, at, message).help(help))
}

const fn language(lang: Lang, of: Lang) -> &'static str {
    match (lang, of) {
        (Lang::En, Lang::En) => "English",
        (Lang::En, Lang::Fr) => "French",
        (Lang::Fr, Lang::En) => "anglais",
        (Lang::Fr, Lang::Fr) => "français",
    }
}
