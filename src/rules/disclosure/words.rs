//! How findings about disclosure speak.

use super::verdict::Case;
use crate::diagnostic::{Finding, Level};
use crate::disclosure::{Regime, Sureness};
use crate::lang::{Lang, Text, list, list_or, quote};
use crate::source::At;

/// A finding about a post with a partner: it shows where the partner is declared, and names the law.
pub(super) fn finding(rule: &'static str, case: &Case<'_>, at: At, message: Text) -> Finding {
    let declared = Text::of(|lang| match lang {
        Lang::En => "the partnership is declared here".to_owned(),
        Lang::Fr => "le partenariat est déclaré ici".to_owned(),
    });
    let finding = case.said.finding(rule, at, message);
    finding.other(case.partnership.at, declared).note(law(&case.regime))
}

/// The heaviest level that a regime bears: where edito does not know which law counts, a warning.
pub(super) fn level(regime: &Regime, level: Level) -> Level {
    match regime.sureness {
        Sureness::Sure => level,
        Sureness::Guessed => level.min(Level::Warning),
    }
}

/// The labels to write: «\u{a0}Publicité\u{a0}» or «\u{a0}Collaboration commerciale\u{a0}».
pub(super) fn labels(regime: &Regime, lang: Lang) -> String {
    let quoted: Vec<String> =
        regime.to_write().into_iter().map(|label| quote(lang, label)).collect();
    list_or(lang, &quoted)
}

/// Which law was looked at, and that this is no advice.
pub(super) fn law(regime: &Regime) -> Text {
    Text::of(|lang| {
        let names: Vec<&str> = regime.laws.iter().map(|law| law.name.get(lang)).collect();
        let names = list(lang, &names);
        let unknown = regime.laws.len() > 1;
        match (lang, regime.sureness, unknown) {
            (Lang::En, Sureness::Sure, _) => {
                format!("looked at: {names}; this is no legal advice")
            }
            (Lang::Fr, Sureness::Sure, _) => format!(
                "règle examinée\u{a0}: {names}\u{202f}; ceci n’est pas un conseil juridique"
            ),
            (Lang::En, Sureness::Guessed, true) => {
                "looked at the rules of France, the United States and the United Kingdom, as \
                 `[calendar] country` names none of them; this is no legal advice"
                    .to_owned()
            }
            (Lang::Fr, Sureness::Guessed, true) => {
                "règles examinées\u{a0}: celles de la France, des États-Unis et du Royaume-Uni, car \
                 `[calendar] country` n’indique aucun de ces pays\u{202f}; ceci n’est pas un conseil \
                 juridique"
                    .to_owned()
            }
            (Lang::En, Sureness::Guessed, false) => format!(
                "looked at: {names}, with labels in French and English, as edito has none in the \
                 language of this text; this is no legal advice"
            ),
            (Lang::Fr, Sureness::Guessed, false) => format!(
                "règle examinée\u{a0}: {names}, avec des mentions en français et en anglais, car \
                 edito n’en a pas dans la langue de ce texte\u{202f}; ceci n’est pas un conseil \
                 juridique"
            ),
        }
    })
}

/// Where the law wants the label.
pub(super) fn position(regime: &Regime) -> Option<Text> {
    match regime.laws.as_slice() {
        [law] => Some(law.position.clone()),
        _ => None,
    }
}
