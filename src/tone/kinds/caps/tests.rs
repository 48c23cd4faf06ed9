//! What is told of capitals, and what is not.

use super::super::probe::{found, hits, words};
use super::*;
use crate::model::Demand;

fn rule(max_words: u32) -> Demand {
    Demand::Caps(Caps { max_words: Some(max_words), ..Caps::default() })
}

#[test]
fn capitals_in_a_row_are_one_hit() {
    for (text, run) in [
        ("DERNIÈRE CHANCE POUR EN PROFITER", "DERNIÈRE CHANCE POUR EN PROFITER"),
        ("Oui, TOUT DOIT PARTIR, ce soir", "TOUT DOIT PARTIR"),
        ("LAST CHANCE TO GET IT", "LAST CHANCE TO GET IT"),
        ("LES PME DE LA RÉGION", "LES PME DE LA RÉGION"),
        ("L’ÉTÉ À SÈTE, C’EST PARTI", "L’ÉTÉ À SÈTE, C’EST PARTI"),
        ("Info : C'EST MAINTENANT OU JAMAIS", "C'EST MAINTENANT OU JAMAIS"),
        ("-50 % SUR TOUT LE SITE", "SUR TOUT LE SITE"),
        ("VENTE PRIVÉE : J-3 AVANT LA FIN !", "VENTE PRIVÉE : J-3 AVANT LA FIN"),
        ("GRANDE VENTE @marque CE SOIR", "GRANDE VENTE @marque CE SOIR"),
    ] {
        assert_eq!(found(&rule(2), Lang::Fr, text), run, "{text}");
    }
    let two = found(&rule(2), Lang::Fr, "OUVERTURE CE SOIR ici\nVENEZ TOUS NOMBREUX");
    assert_eq!(two, "OUVERTURE CE SOIR|VENEZ TOUS NOMBREUX");
    assert_eq!(found(&rule(0), Lang::Fr, "C’est GRATUIT et STOP, à la SNCF"), "GRATUIT|STOP");
}

#[test]
fn short_words_are_shouted_too() {
    for text in [
        "ILS SONT LÀ EUX",
        "HE HAS DONE IT",
        "SO GOOD SO FAR",
        "GOAL GOAL GOAL GOAL",
        "BUT BUT BUT BUT",
        "CRI CRI CRI CRI CRI",
        "ÉNORME ! MERCI ! ENCORE ! BRAVO",
        "GRANDE 🔥 VENTE 🔥 PRIVÉE 🔥 DEMAIN",
        "HÂTEZ-VOUS, DERNIÈRES PLACES : VITE",
    ] {
        assert_eq!(found(&rule(3), Lang::Fr, text), text, "{text}");
    }
}

#[test]
fn what_ends_a_sentence_ends_a_row() {
    for text in [
        "OPEN LATE FRIDAY. 🎶 NEWS FLASH: line 4",
        "LEEDS – I, II, III, IV, V: the acts.",
        "OPEN LATE FRIDAY 🎶 NEWS FLASH",
        "OPEN LATE FRIDAY — NEWS FLASH",
        "OPEN LATE FRIDAY! NEWS FLASH",
    ] {
        assert_eq!(found(&rule(3), Lang::En, text), "", "{text}");
    }
    let text = "LYON – LE PLUS GRAND MARCHÉ 🎉 L'ONU et l'UNESCO";
    assert_eq!(found(&rule(2), Lang::Fr, text), "LE PLUS GRAND MARCHÉ");
}

#[test]
fn shouts_around_a_quotation_are_heard() {
    let text = "VENEZ TOUS VOIR « LA GRANDE BELLE VIE » AVANT DEMAIN SOIR";
    assert_eq!(found(&rule(2), Lang::Fr, text), "VENEZ TOUS VOIR|AVANT DEMAIN SOIR");
    assert_eq!(found(&rule(2), Lang::Fr, "Ce soir, « LA GRANDE BELLE VIE »"), "");
    let ratio = Demand::Caps(Caps { max_ratio: Some(50), ..Caps::default() });
    assert_eq!(found(&ratio, Lang::Fr, "On joue « LA GRANDE BELLE VIE » ce soir"), "");
}

#[test]
fn acronyms_are_no_shouting() {
    for text in [
        "SNCF, RER, TGV, TER : tous en grève",
        "La TVA des PME et des TPE",
        "UNESCO UNICEF INSEE ADEME",
        "BTS MCO NDRC GPME",
        "Louis XIV, XVIII XXIII XXVIII",
        "Des DVDs, des CDs, des PDFs",
        "U.S.A., S.N.C.F., N.B.",
        "HTML CSS HTTPS HTTP",
        "CO2, 4K, B2B, H1N1",
        "Marie DUPONT et Jean LE GALL",
        "À L’AFFICHE",
        "iPhone SNCFconnect LinkedIn",
        "RENDEZ-VOUS AUJOURD’HUI",
    ] {
        assert_eq!(found(&rule(2), Lang::Fr, text), "", "{text}");
    }
    for text in ["#TOUT #DOIT #PARTIR", "https://a.fr/TOUT-DOIT-PARTIR-VITE", "@TOUT @PARTIR @OUI"]
    {
        assert_eq!(found(&rule(0), Lang::Fr, text), "", "{text}");
    }
}

#[test]
fn lines_and_small_words_end_a_row() {
    for text in ["GRANDE VENTE\nCHEZ NOUS", "GRANDE VENTE de PRINTEMPS", "OUI et NON et ENCORE"] {
        assert_eq!(found(&rule(2), Lang::Fr, text), "", "{text}");
    }
}

#[test]
fn acronyms_of_the_rule_and_short_words_do_not_count() {
    let rule = Demand::Caps(Caps {
        max_words: Some(1),
        min_len: Some(4),
        acronyms: words(&["S.A.V.E.U.R.", "FESTIVAL"]),
        ..Caps::default()
    });
    for text in ["SAVEUR FESTIVALS NOUVEAU", "FIN DE SÉRIE"] {
        assert_eq!(found(&rule, Lang::Fr, text), "", "{text}");
    }
    assert_eq!(found(&rule, Lang::Fr, "FIN DES SÉRIES LIMITÉES"), "SÉRIES LIMITÉES");
}

#[test]
fn too_many_letters_in_capitals_are_told_once() {
    let rule = Demand::Caps(Caps { max_ratio: Some(30), ..Caps::default() });
    let text = "Voilà LA GRANDE VENTE DE PRINTEMPS à ne pas rater";
    let hits = hits(&rule, Lang::En, text);
    assert_eq!(hits.len(), 1);
    assert_eq!(hits[0].message.get(Lang::En), "62% of the letters are capitals; 30% at most");
    assert_eq!(&text[hits[0].range.clone()], "LA GRANDE VENTE DE PRINTEMPS");
    for text in [
        "OUI ET NON",
        "Une phrase tout à fait ordinaire à Paris",
        "#PROMOTION2026 #ENCORE #TOUJOURS voilà nos nouvelles",
    ] {
        assert_eq!(found(&rule, Lang::Fr, text), "", "{text}");
    }
}

#[test]
fn the_message_has_figures() {
    let hits = hits(&rule(2), Lang::Fr, "TOUT DOIT PARTIR DEMAIN");
    assert_eq!(hits[0].message.get(Lang::Fr), "4 mots en capitales de suite\u{202f}; 2 au plus");
    assert_eq!(hits[0].message.get(Lang::En), "4 words in capitals in a row; 2 at most");
}
