//! A formula of readability.
//!
//! Short texts are not judged: a single sentence moves a formula by tens. The `tone` command says
//! that there was not enough text.

use crate::lang::{Lang, Text};
use crate::model::tone::Readability;
use crate::tone::Hits;
use crate::tone::readability::{Verdict, name, scale, verdict};
use crate::tone::voice::Reading;
use std::cmp::Ordering;

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &Readability, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let Some(Verdict::Score(tenths)) = verdict(reading.passage, wanted) else {
        return;
    };
    let tenths_of = |bound: Option<i64>| bound.map(|bound| bound.saturating_mul(10));
    let beyond = match (tenths_of(wanted.min), tenths_of(wanted.max)) {
        (Some(min), _) if tenths < min => Ordering::Less,
        (_, Some(max)) if tenths > max => Ordering::Greater,
        _ => return,
    };
    let bound = if beyond == Ordering::Less { wanted.min } else { wanted.max };
    let Some(bound) = bound else { return };
    if let Some(hit) = hits.add(0..0, message(wanted, tenths, beyond, bound)) {
        hit.help(help(wanted, beyond));
    }
}

fn message(wanted: &Readability, tenths: i64, beyond: Ordering, bound: i64) -> Text {
    let (name, ease) = (name(wanted.formula), scale(wanted.formula, tenths));
    Text::of(|lang| {
        let (score, ease) = (shown(lang, tenths), ease.get(lang));
        match (lang, beyond) {
            (Lang::En, Ordering::Less) => format!(
                "a readability of {score} ({name}, {ease}); the brand asks for {bound} at least"
            ),
            (Lang::En, _) => format!(
                "a readability of {score} ({name}, {ease}); the brand asks for {bound} at most"
            ),
            (Lang::Fr, Ordering::Less) => format!(
                "une lisibilité de {score} ({name}, {ease})\u{202f}; la marque demande {bound} au moins"
            ),
            (Lang::Fr, _) => format!(
                "une lisibilité de {score} ({name}, {ease})\u{202f}; la marque demande {bound} au plus"
            ),
        }
    })
}

/// What moves the score towards what is asked for, and what a formula is worth.
fn help(wanted: &Readability, beyond: Ordering) -> Text {
    use crate::model::tone::Formula::{Flesch, FleschKincaid, KandelMoles, Lix};
    let too_hard = match wanted.formula {
        KandelMoles | Flesch => beyond == Ordering::Less,
        Lix | FleschKincaid => beyond == Ordering::Greater,
    };
    Text::of(|lang| {
        match (lang, too_hard) {
            (Lang::En, true) => {
                "shorter sentences and shorter words help; it is only a hint: a formula counts, it \
                 does not read"
            }
            (Lang::En, false) => {
                "longer sentences bring it closer; it is only a hint: a formula counts, it does \
                 not read"
            }
            (Lang::Fr, true) => {
                "des phrases et des mots plus courts aident\u{202f}; ce n’est qu’une indication\u{a0}: \
                 une formule compte, elle ne lit pas"
            }
            (Lang::Fr, false) => {
                "des phrases plus longues s’en approchent\u{202f}; ce n’est qu’une indication\u{a0}: \
                 une formule compte, elle ne lit pas"
            }
        }
        .to_owned()
    })
}

/// `42.3`, `42,3`.
fn shown(lang: Lang, tenths: i64) -> String {
    let separator = match lang {
        Lang::En => '.',
        Lang::Fr => ',',
    };
    format!("{}{separator}{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tone::Formula;
    use crate::model::{Demand, Tone, ToneRule};
    use crate::networks::Entities;
    use crate::source::{At, Sources, Span};
    use crate::tone::{Circumstances, Hit, Part, Passage, Voice};

    const HARD: &str = "L’internationalisation progressive des organisations gouvernementales \
        européennes nécessite vraisemblablement une reconfiguration institutionnelle \
        particulièrement ambitieuse, dont les conséquences administratives demeurent \
        malheureusement insuffisamment documentées par les universitaires spécialisés, malgré \
        leurs nombreuses publications consacrées précisément à cette problématique.";
    const EASY: &str = "Il fait beau. Le parc est à vous. On y joue, on y lit, on y dort. Venez \
        tôt, le pain est chaud. Un café vous attend. Nos amis sont là. Le soir, on danse.";

    fn hits(text: &str, rule: Readability, lang: Lang) -> Vec<Hit> {
        let at = At { source: Sources::default().add("tone.toml", ""), span: Span::new(0..0) };
        let rules = vec![ToneRule::new("clear", at, Demand::Readability(rule))];
        let entities = Entities::default();
        Voice::new(&Tone { rules, ..Tone::default() })
            .read(&Passage::new(text, Part::Text, Some(lang), &entities), &Circumstances::default())
    }

    fn rule(formula: Formula, min: Option<i64>, max: Option<i64>) -> Readability {
        Readability { formula, min, max, min_words: 30 }
    }

    #[test]
    fn hard_texts_are_told() {
        let found = hits(HARD, rule(Formula::Lix, None, Some(50)), Lang::Fr);
        let [hit] = &found[..] else { panic!("{found:?}") };
        assert_eq!(hit.range, 0..0);
        let said = hit.message.get(Lang::Fr);
        assert!(said.contains("(LIX, très difficile)") && said.ends_with("50 au plus"), "{said}");
        let found = hits(HARD, rule(Formula::KandelMoles, Some(60), None), Lang::Fr);
        let said = found.first().map(|hit| hit.message.get(Lang::En).to_owned());
        let expected =
            "a readability of 0.0 (Kandel-Moles, very hard); the brand asks for 60 at least";
        assert_eq!(said.as_deref(), Some(expected));
    }

    #[test]
    fn easy_texts_pass() {
        assert!(hits(EASY, rule(Formula::Lix, None, Some(30)), Lang::Fr).is_empty());
        assert!(hits(EASY, rule(Formula::KandelMoles, Some(80), None), Lang::Fr).is_empty());
        assert_eq!(hits(EASY, rule(Formula::Lix, Some(40), None), Lang::Fr).len(), 1);
    }

    #[test]
    fn short_texts_and_other_languages_are_not_judged() {
        let short = "Internationalisation institutionnelle gouvernementale.";
        assert!(hits(short, rule(Formula::Lix, None, Some(10)), Lang::Fr).is_empty());
        assert!(hits(HARD, rule(Formula::Flesch, Some(60), None), Lang::Fr).is_empty());
        assert!(hits(HARD, rule(Formula::KandelMoles, Some(60), None), Lang::En).is_empty());
    }

    #[test]
    fn scores_are_written_as_people_do() {
        assert_eq!((shown(Lang::En, 423), shown(Lang::Fr, 5)), ("42.3".into(), "0,5".into()));
    }
}
