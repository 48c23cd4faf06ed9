//! Sentences with the words that speak to people, and sentences that speak to nobody so.

mod hostile;
mod tu;
mod vous;

use super::super::trial::{hear, words};
use crate::lang::{Lang, Text};
use crate::model::Demand;
use crate::model::tone::{Address, AddressRule};

fn found(expect: Address, text: &str) -> String {
    words(Demand::Address(AddressRule { expect }), Some(Lang::Fr), text)
}

/// Each sentence with the words found in it, parted by `|`; all wrong ones at once.
fn judge(expect: Address, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, wanted)| (text, *wanted, found(expect, text)))
        .filter(|(_, wanted, found)| wanted != found)
        .map(|(text, wanted, found)| format!("{text}\n  wanted {wanted:?}, found {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

fn clean(expect: Address, texts: &[&str]) {
    let table: Vec<(&str, &str)> = texts.iter().map(|text| (*text, "")).collect();
    judge(expect, &table);
}

#[test]
fn tutoiement_is_found() {
    judge(Address::Vous, tu::FOUND);
}

#[test]
fn what_only_looks_like_tutoiement_is_left_alone() {
    clean(Address::Vous, tu::CLEAN);
}

#[test]
fn vouvoiement_is_found() {
    judge(Address::Tu, vous::FOUND);
}

#[test]
fn what_only_looks_like_vouvoiement_is_left_alone() {
    clean(Address::Tu, vous::CLEAN);
}

#[test]
fn a_text_that_keeps_to_one_form_is_consistent() {
    judge(
        Address::Consistent,
        &[
            ("Viens samedi. Tes amis aussi. Réservez vite !", "Réservez"),
            ("Vous venez ? Votre place est prête. Prends ton billet.", "Prends"),
            ("Tu viens ? Réservez.", "Réservez"),
            ("Réservez. Tu viens ?", "Tu"),
            ("Vous étiez 300 samedi. Et toi, tu viens ?", ""),
            ("Rendez-vous samedi, prends tes baskets.", ""),
            ("Venez, réservez, partagez.", ""),
        ],
    );
}

#[test]
fn nobody_is_spoken_to() {
    judge(
        Address::Nobody,
        &[
            ("Le parc rouvre samedi. Venez nombreux.", "Venez"),
            ("Le parc rouvre samedi. Viens !", "Viens"),
            ("Le parc rouvre samedi, rendez-vous à 10 h.", ""),
        ],
    );
}

#[test]
fn english_is_not_read_as_french() {
    let rule = || Demand::Address(AddressRule { expect: Address::Vous });
    assert_eq!(words(rule(), Some(Lang::En), "Viens ! Tu es là ?"), "");
    assert_eq!(words(rule(), None, "Viens ! Tu es là ?"), "");
}

/// Written against the rules, once they stood.
#[test]
fn a_hostile_reader_finds_nothing_to_say() {
    clean(Address::Vous, hostile::CLEAN);
}

#[test]
fn a_hostile_writer_is_caught() {
    judge(Address::Vous, hostile::FOUND);
}

#[test]
fn a_word_is_given_back_with_what_it_is_joined_to() {
    for (expect, text, message, help) in [
        (
            Address::Vous,
            "Inscris-toi ici.",
            "« Inscris-toi » tutoie, alors que la marque vouvoie",
            "« Inscrivez-vous »",
        ),
        (
            Address::Vous,
            "Venez, et dis-nous tout.",
            "« dis-nous » tutoie, alors que la marque vouvoie",
            "« dites-nous »",
        ),
        (
            Address::Tu,
            "Abonnez-vous.",
            "« Abonnez-vous » vouvoie, alors que la marque tutoie",
            "« Abonne-toi »",
        ),
        (
            Address::Vous,
            "Tes amis et toi.",
            "« Tes » tutoie (avec 1 autre mot de la phrase), alors que la marque vouvoie",
            "« Vos »",
        ),
        (
            Address::Vous,
            "Ne rate pas le départ.",
            "« Ne rate pas » tutoie, alors que la marque vouvoie",
            "« Ne ratez pas »",
        ),
        (
            Address::Vous,
            "N’hésite pas.",
            "« N’hésite » tutoie, alors que la marque vouvoie",
            "« N’hésitez »",
        ),
    ] {
        let hits = hear(Demand::Address(AddressRule { expect }), Some(Lang::Fr), text);
        let told = |text: Option<&Text>| {
            text.map(|text| text.get(Lang::Fr).replace('\u{a0}', " ")).unwrap_or_default()
        };
        assert_eq!(told(hits.first().map(|hit| &hit.message)), message, "{text}");
        let wanted = format!("écrivez {help}, et accordez le reste de la phrase");
        assert_eq!(told(hits.first().and_then(|hit| hit.help.as_ref())), wanted, "{text}");
    }
}

#[test]
fn the_help_says_what_to_do_with_a_title() {
    let rule = Demand::Address(AddressRule { expect: Address::Vous });
    let hits = hear(rule, Some(Lang::Fr), "Monte à bord.");
    let help = hits.first().and_then(|hit| hit.help.as_ref()).map(|help| help.get(Lang::Fr));
    assert!(help.is_some_and(|help| help.ends_with("ou dans `vocabulary`")), "{help:?}");
}
