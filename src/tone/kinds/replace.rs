//! Words said otherwise.

mod agreement;
mod gender;
mod mend;

use super::words::{any_of, shown};
use crate::lang::{Lang, Text, quote};
use crate::model::tone::Replace;
use crate::tone::Hits;
use crate::tone::terms::{Form, Role};
use crate::tone::voice::Reading;

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &Replace, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let passage = reading.passage;
    for found in reading.found.of(reading.index, Role::Main) {
        let Some((from, to)) = wanted.swap.get(found.term) else {
            continue;
        };
        let written = passage.text.get(found.range.clone()).unwrap_or_default();
        let choices: Vec<&str> =
            to.value.split('|').map(str::trim).filter(|choice| !choice.is_empty()).collect();
        if choices.contains(&written) || reading.found.is_excepted(reading.index, &found.range) {
            continue;
        }
        let fix = match choices.as_slice() {
            [one] => mend::mended(passage, found, from.value.trim(), one),
            _ => None,
        };
        if fix.as_deref() == Some(written) {
            continue;
        }
        let words = shown(passage.text, &found.range);
        let many = passage.lang != Some(Lang::En)
            && found.form == Form::Base
            && agreement::is_many(passage, &found.range, from.value.trim());
        let form = if many { Form::Plural } else { found.form };
        let (choices, unsure) = followed(&choices, form, passage.lang);
        let Some(hit) = hits.add(found.range.clone(), message(&words, &choices)) else {
            return;
        };
        hit.help(help(&choices, unsure));
        if let Some(fix) = fix {
            hit.fix(found.range.clone(), fix);
        }
    }
}

/// The choices in the form of the text, and the form that they have to be put into where how is not
/// sure.
fn followed(choices: &[&str], form: Form, lang: Option<Lang>) -> (Vec<String>, Option<Form>) {
    let as_they_are = || choices.iter().map(|choice| (*choice).to_owned()).collect();
    match form {
        Form::Base => (as_they_are(), None),
        Form::Other => (as_they_are(), Some(form)),
        Form::Plural => match choices.iter().map(|choice| mend::plural(choice, lang)).collect() {
            Some(plurals) => (plurals, None),
            None => (as_they_are(), Some(form)),
        },
    }
}

fn message(words: &str, choices: &[String]) -> Text {
    Text::of(|lang| match (lang, choices.is_empty()) {
        (Lang::En, true) => format!("{} is left out", quote(lang, words)),
        (Lang::Fr, true) => format!("{} ne s’emploie pas ici", quote(lang, words)),
        (Lang::En, false) => {
            format!("{} is written {} here", quote(lang, words), any_of(lang, choices))
        }
        (Lang::Fr, false) => {
            format!("{} se dit ici {}", quote(lang, words), any_of(lang, choices))
        }
    })
}

fn help(choices: &[String], unsure: Option<Form>) -> Text {
    Text::of(|lang| {
        let agreed = match (lang, unsure) {
            (_, None | Some(Form::Base)) => "",
            (Lang::En, Some(Form::Plural)) => ", in the plural",
            (Lang::Fr, Some(Form::Plural)) => ", à accorder",
            (Lang::En, Some(Form::Other)) => ", in the form that fits",
            (Lang::Fr, Some(Form::Other)) => ", accordé",
        };
        match (lang, choices.is_empty()) {
            (Lang::En, true) => "leave it out".to_owned(),
            (Lang::Fr, true) => "retirez-le".to_owned(),
            (Lang::En, false) => format!("write {}{agreed}", any_of(lang, choices)),
            (Lang::Fr, false) => format!("écrivez {}{agreed}", any_of(lang, choices)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Demand;
    use crate::tone::trial::{hits, loc, rule};

    fn swap(pairs: &[(&str, &str)]) -> Demand {
        let swap = pairs.iter().map(|(from, to)| (loc(from), loc(to))).collect();
        Demand::Replace(Replace { swap, ..Replace::default() })
    }

    /// The text with every mend made.
    fn mended(pairs: &[(&str, &str)], text: &str) -> String {
        let mut out = text.to_owned();
        for hit in hits(rule(swap(pairs)), text, Lang::Fr).iter().rev() {
            if let Some(fix) = &hit.fix {
                out.replace_range(fix.range.clone(), &fix.text);
            }
        }
        out
    }

    #[test]
    fn one_choice_is_a_mend_that_keeps_the_case() {
        let mail = [("e-mail", "courriel")];
        assert_eq!(mended(&mail, "Par e-mail."), "Par courriel.");
        assert_eq!(mended(&mail, "E-mail ou E-MAIL"), "Courriel ou COURRIEL");
        assert_eq!(mended(&mail, "Vos e-mails"), "Vos courriels");
        assert_eq!(mended(&[("digital", "numérique")], "Digital"), "Numérique");
        assert_eq!(mended(&[("news", "journal")], "les news"), "les news");
        assert_eq!(mended(&[("linkedin", "LinkedIn")], "Linkedin, LinkedIn"), "LinkedIn, LinkedIn");
    }

    #[test]
    fn what_is_not_sure_is_left_to_people() {
        let mail = [("e-mail", "courriel")];
        for text in ["l’e-mail", "beaucoup d'e-mails", "cet e-mail"] {
            assert_eq!(mended(&mail, text), text);
            assert_eq!(hits(rule(swap(&mail)), text, Lang::Fr).len(), 1);
        }
        assert_eq!(mended(&[("courriel", "e-mail")], "le courriel"), "le courriel");
        assert_eq!(mended(&[("courriel", "e-mail")], "un courriel"), "un e-mail");
        assert_eq!(mended(&[("digital", "numérique")], "digitale"), "digitale");
        assert_eq!(mended(&[("chef", "cheffe|responsable")], "le chef"), "le chef");
    }

    #[test]
    fn french_is_mended_where_gender_and_number_surely_agree() {
        let boat = [("péniche", "bateau")];
        for text in ["La péniche", "une péniche", "belle péniche", "vos péniches repeintes"] {
            assert_eq!(mended(&boat, text), text);
        }
        assert_eq!(mended(&boat, "Vos péniches à quai"), "Vos bateaux à quai");
        let rest = [("week-end", "fin de semaine")];
        for text in [
            "Ce week-end",
            "Bon week-end !",
            "ton week-end",
            "les week-ends",
            "en week-end prolongé",
        ] {
            assert_eq!(mended(&rest, text), text);
        }
        assert_eq!(mended(&rest, "Partez en week-end !"), "Partez en fin de semaine !");
        let faq = [("FAQ", "foire aux questions")];
        assert_eq!(mended(&faq, "Lisez les FAQ."), "Lisez les FAQ.");
        assert_eq!(mended(&faq, "La FAQ est là"), "La foire aux questions est là");
        let mail = [("e-mail", "courriel")];
        for (text, out) in [
            ("un e-mail", "un courriel"),
            ("par e-mail", "par courriel"),
            ("les e-mails de la semaine", "les courriels de la semaine"),
            ("3 e-mails gratuits", "3 courriels gratuits"),
            ("Le bon e-mail", "Le bon e-mail"),
        ] {
            assert_eq!(mended(&mail, text), out);
        }
        let adjective = [("digital", "numérique")];
        assert_eq!(mended(&adjective, "Un guide digital, gratuit"), "Un guide numérique, gratuit");
        let adjective = [("numérique", "digital")];
        assert_eq!(mended(&adjective, "Une offre numérique"), "Une offre numérique");
        let spelling = [("week end", "week-end")];
        assert_eq!(mended(&spelling, "bon week end"), "bon week-end");
    }

    #[test]
    fn what_is_proposed_has_the_form_of_the_text() {
        let said = |pair: (&str, &str), text: &str, lang: Lang| {
            let hits = hits(rule(swap(&[pair])), text, lang);
            let help = hits[0].help.as_ref().map(|help| help.get(lang).to_owned());
            (hits[0].message.get(lang).to_owned(), help.unwrap())
        };
        let (message, help) = said(("boulot", "travail"), "deux boulots", Lang::Fr);
        assert!(message.contains("travaux") && help.contains("travaux"), "{message} {help}");
        let (_, help) = said(("boulot", "vrai métier"), "deux boulots", Lang::Fr);
        assert_eq!(help, "écrivez «\u{a0}vrai métier\u{a0}», à accorder");
        let (_, help) = said(("FAQ", "foire aux questions"), "les FAQ", Lang::Fr);
        assert!(help.ends_with(", à accorder"), "{help}");
        let (_, help) = said(("animateur", "médiateur"), "une animatrice", Lang::Fr);
        assert_eq!(help, "écrivez «\u{a0}médiateur\u{a0}», accordé");
        let (message, _) = said(("flavor", "flavour"), "new flavors", Lang::En);
        assert_eq!(message, "“flavors” is written “flavours” here");
    }

    #[test]
    fn choices_are_named_and_fine_themselves() {
        let found = hits(rule(swap(&[("boss", "chef | patron")])), "Le boss", Lang::Fr);
        let help = found[0].help.as_ref().map(|help| help.get(Lang::Fr));
        assert_eq!(help, Some("écrivez «\u{a0}chef\u{a0}» ou «\u{a0}patron\u{a0}»"));
        assert!(hits(rule(swap(&[("web", "Web")])), "le Web", Lang::Fr).is_empty());
        let found = hits(rule(swap(&[("juste", "")])), "Juste pour vous", Lang::Fr);
        assert!(found[0].fix.is_none() && found[0].message.get(Lang::En).contains("left out"));
    }
}
