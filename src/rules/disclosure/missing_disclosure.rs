//! `missing-disclosure`: a partner pays, and the text does not say so.

use super::verdict::{Case, Verdict, is_in_image, judge};
use super::words;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::disclosure::Deal;
use crate::lang::{Lang, Phrase, Text, de};
use crate::networks::Label;
use crate::rules::Said;
use crate::text::clean;

/// A partner pays, and the text does not say so.
pub static RULE: Rule = Rule {
    id: "missing-disclosure",
    group: Group::Disclosure,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A post with a `partnership` whose text does not say that it is commercial.",
        fr: "Une publication avec un `partnership` dont le texte ne dit pas qu’elle est commerciale.",
    },
    why: Phrase {
        en: "Readers have a right to know that somebody paid, gave something or shares the sales, and the laws of many countries demand it. edito looks at those of France, the United States and the United Kingdom; this is no legal advice.",
        fr: "Vos lecteurs ont le droit de savoir que quelqu’un a payé, offert quelque chose ou partage les ventes, et la loi de nombreux pays l’exige. edito regarde celles de la France, des États-Unis et du Royaume-Uni\u{a0}; ceci n’est pas un conseil juridique.",
    },
    remedy: Phrase {
        en: "Begin the text with a label: “Ad” in English, «\u{a0}Publicité\u{a0}» or «\u{a0}Collaboration commerciale\u{a0}» in French. The network’s own partnership button is no replacement. Which country counts is `country` in `[calendar]`.",
        fr: "Commencez le texte par une mention\u{a0}: «\u{a0}Publicité\u{a0}» ou «\u{a0}Collaboration commerciale\u{a0}» en français, «\u{a0}Ad\u{a0}» en anglais. Le bouton de partenariat du réseau ne la remplace pas. Le pays qui compte est `country` dans `[calendar]`.",
    },
    example: commercial!(
        r#"[[post]]
id = "salon-bleu"
date = 2026-11-26
partnership = { with = "Banque des Canuts", kind = "paid" }
text = "Huit mois de chantier, trois restauratrices : le Salon bleu retrouve ses boiseries."
"#
    ),
};

/// Looks for a label in the texts of posts that have a partner.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    judge(said).iter().filter_map(missing).collect()
}

fn missing(case: &Case<'_>) -> Option<Finding> {
    let Verdict::Missing(at) = case.verdict else {
        return None;
    };
    let finding = words::finding(RULE.id, case, at, message(case)).help(help(case));
    let level = words::level(&case.regime, RULE.level);
    let notes = [note(case.deal), label_of_network(case)].into_iter().flatten();
    Some(notes.fold(finding.at_level(level), Finding::note))
}

/// A network's own label is one more thing to set, and no words.
fn label_of_network(case: &Case<'_>) -> Option<Text> {
    let network = case.said.network;
    let name = network.name;
    network.labels.contains(&Label::Partnership).then(|| {
        Text::of(|lang| match lang {
            Lang::En => {
                format!(
                    "{name} has a label of its own: set it as well, it does not replace the words"
                )
            }
            Lang::Fr => format!(
                "{name} a sa propre mention\u{a0}: activez-la aussi, elle ne remplace pas les mots"
            ),
        })
    })
}

fn message(case: &Case<'_>) -> Text {
    let partner = case.partnership.value.with.as_deref().map(|with| clean(with).into_owned());
    let image = is_in_image(case);
    Text::of(|lang| {
        let none = match (lang, image) {
            (Lang::En, false) => "nothing tells readers",
            (Lang::Fr, false) => "rien ne dit aux lecteurs",
            (Lang::En, true) => "the image alone tells readers",
            (Lang::Fr, true) => "seule l’image dit aux lecteurs",
        };
        let who = partner.clone().unwrap_or_else(|| match lang {
            Lang::En => "a partner".to_owned(),
            Lang::Fr => "un partenaire".to_owned(),
        });
        match (lang, case.deal) {
            (Lang::En, Deal::Paid) => {
                format!("{none} that {who} pays for this post")
            }
            (Lang::En, Deal::Gift) => {
                format!("{none} that {who} gave something for this post")
            }
            (Lang::En, Deal::Affiliate) => {
                format!("{none} that {who} shares its sales for this post")
            }
            (Lang::Fr, Deal::Paid) => {
                format!("{none} que cette publication est payée par {who}")
            }
            (Lang::Fr, Deal::Gift) => {
                let who = de(&who);
                format!("{none} que cette publication suit un cadeau {who}")
            }
            (Lang::Fr, Deal::Affiliate) => {
                let who = de(&who);
                format!("{none} que les ventes rapportent une commission {who}")
            }
        }
    })
}

fn help(case: &Case<'_>) -> Text {
    let words = case.said.content.has_words();
    Text::of(|lang| {
        let labels = words::labels(&case.regime, lang);
        match (lang, words) {
            (Lang::En, true) => format!("write {labels} at the very beginning of the text"),
            (Lang::Fr, true) => format!("écrivez {labels} au tout début du texte"),
            (Lang::En, false) => {
                format!("show {labels} in the image, and write it in its `text` in the calendar")
            }
            (Lang::Fr, false) => format!(
                "affichez {labels} sur l’image, et recopiez ces mots dans son `text` du calendrier"
            ),
        }
    })
}

fn note(deal: Deal) -> Option<Text> {
    let (en, fr) = match deal {
        Deal::Paid => return None,
        Deal::Gift => (
            "a gift counts like money: the same label is due",
            "un cadeau compte comme un paiement\u{a0}: la même mention est due",
        ),
        Deal::Affiliate => (
            "a share of the sales counts like money: the same label is due",
            "une commission sur les ventes compte comme un paiement\u{a0}: la même mention est due",
        ),
    };
    Some(Phrase { en, fr }.into())
}
