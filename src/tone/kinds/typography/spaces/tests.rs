//! Which spaces are missed, and which texts are left alone.

use super::super::super::probe::{found, hits, hits_about, mended};
use super::*;
use crate::model::Demand;
use crate::model::tone::Typography;
use crate::tone::{Circumstances, Part};

fn rule(spaces: Spaces) -> Demand {
    Demand::Typography(Typography { spaces: Some(spaces), ..Typography::default() })
}

#[test]
fn french_spaces_are_put_in() {
    for (text, better) in [
        ("Bravo!", "Bravo\u{202f}!"),
        ("Bravo !", "Bravo\u{202f}!"),
        ("Qui? Quoi ; rien: tout", "Qui\u{202f}? Quoi\u{202f}; rien\u{a0}: tout"),
        ("« mot »", "«\u{a0}mot\u{a0}»"),
        ("«mot»", "«\u{a0}mot\u{a0}»"),
        ("100% coton, 20 % ici", "100\u{a0}% coton, 20\u{a0}% ici"),
        ("Bravo!!!", "Bravo\u{202f}!!!"),
        ("Quoi ?!", "Quoi\u{202f}?!"),
        ("Bravo  !", "Bravo\u{202f}!"),
        ("Horaires: 9h-12h", "Horaires\u{a0}: 9h-12h"),
        ("Bonjour , dit-elle . Oui .", "Bonjour, dit-elle. Oui."),
        ("Le prix:5€", "Le prix\u{a0}: 5€"),
        ("Super;bien", "Super\u{202f}; bien"),
        ("Bravo!Merci!", "Bravo\u{202f}! Merci\u{202f}!"),
        ("(oui)! «\u{a0}non\u{a0}»?", "(oui)\u{202f}! «\u{a0}non\u{a0}»\u{202f}?"),
    ] {
        for spaces in [Spaces::Nbsp, Spaces::Narrow] {
            assert_eq!(mended(&rule(spaces), Lang::Fr, text), better, "{text}");
        }
    }
}

#[test]
fn spaces_that_fit_pass() {
    for text in [
        "Bravo\u{a0}! Qui\u{a0}? Oui\u{a0};",
        "Bravo\u{202f}! Note\u{a0}: 20\u{202f}%",
        "«\u{a0}mot\u{a0}» «\u{202f}mot\u{202f}»",
    ] {
        assert_eq!(found(&rule(Spaces::Nbsp), Lang::Fr, text), "", "{text}");
    }
    assert_eq!(
        found(&rule(Spaces::Narrow), Lang::Fr, "Oui\u{202f}! Note\u{a0}: «\u{a0}a\u{a0}»"),
        ""
    );
    assert_eq!(found(&rule(Spaces::Narrow), Lang::Fr, "Oui\u{a0}!"), "\u{a0}!");
    assert_eq!(found(&rule(Spaces::Any), Lang::Fr, "Oui ! Non\u{a0}? « a » : 5 %"), "");
    assert_eq!(found(&rule(Spaces::Any), Lang::Fr, "Oui! Non  ?"), "!|  ?");
}

#[test]
fn what_is_no_punctuation_passes() {
    for text in [
        "Rendez-vous à 12:30, score 16:9, 3 : 2",
        "Salut :) ;-) :D :-/ ;)",
        "Bravo :tada: :+1:",
        "https://a.fr/?b=1;c:d!e 100%25",
        "C++ (!) (?) [?]",
        "!important",
        "Paris . Lyon . Nice",
        "Attends ... et . encore",
        "nom;prénom;ville localhost:8080 a ,b",
        "Yo!Lo page?id=3 wow!5",
        "🎉! 👉: 🎉 ?",
        "Pain &amp; vin &#39;",
        "a != b, x ?= y, std::fmt, C:\\dossier, mot:clé",
        "» retour «",
        "Accueil»Blog",
        "?",
        "\n! \n: oui",
        "exemple.fr/page?id=2",
        "Yahoo! ferme, Jeopardy! revient",
        "Le groupe Therapy? à Nantes",
        "Le film «\u{a0}Mamma Mia!\u{a0}» samedi",
        "On a vu Oui-Oui Plage! avec les petits",
    ] {
        assert_eq!(found(&rule(Spaces::Narrow), Lang::Fr, text), "", "{text}");
    }
}

#[test]
fn english_has_no_space_before_signs() {
    let rule = rule(Spaces::Nbsp);
    assert_eq!(
        mended(&rule, Lang::En, "Hello ! Who ? Yes , no . Here : there ; end !!"),
        "Hello! Who? Yes, no. Here: there; end!!"
    );
    for text in [
        "Hello! Who? 20% off: “now”",
        "Use .net and .5, wait ...",
        "Hi :) ;-) :D",
        "Great 🎉 !",
        "16 : 9",
        "!? . ,",
        "cd ./a",
    ] {
        assert_eq!(found(&rule, Lang::En, text), "", "{text}");
    }
}

#[test]
fn canada_has_its_own_ways() {
    let about = Circumstances { lang: Some("fr-CA"), ..Circumstances::default() };
    let told = |text| hits_about(&rule(Spaces::Nbsp), &about, Part::Text, text).len();
    assert_eq!(told("Bravo! Qui? Oui; non"), 0);
    assert_eq!(told("Horaires: midi"), 1);
}

#[test]
fn hostile_texts_stop_at_enough() {
    for text in
        ["a! ".repeat(50_000), "«".repeat(200_000), "« a".repeat(50_000), ":".repeat(200_000)]
    {
        assert!(hits(&rule(Spaces::Nbsp), Lang::Fr, &text).len() <= 50);
    }
    assert!(hits(&rule(Spaces::Nbsp), Lang::Fr, &format!("a{}", " !".repeat(100_000))).len() <= 50);
}
