//! Words for people of any gender: the form that a brand chose, and words it replaces.
//!
//! [`forms`] finds the forms that French writes; here they are held against the brand's policy.

mod doublet;
mod forms;

use super::view::{View, is_read, quoting};
use super::words::shown;
use crate::lang::{Lang, Text, list_or, quote};
use crate::model::tone::{Inclusive, InclusiveForm};
use crate::tone::Hits;
use crate::tone::terms::Role;
use crate::tone::voice::Reading;
use forms::{Found, Shape};

/// The middle dot of French inclusive forms, U+00B7.
const MIDDLE_DOT: &str = "\u{b7}";

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &Inclusive, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    swaps(wanted, reading, hits);
    let Some(form) = wanted.form else { return };
    if reading.passage.lang != Some(Lang::Fr) {
        return;
    }
    let view = View::new(reading.passage.text, reading.passage.words());
    let sign = wanted.character.as_ref().map_or(MIDDLE_DOT, |sign| sign.value.trim());
    let mut i = 0;
    while i < view.len() {
        let Some(found) = forms::at(&view, i) else {
            i += 1;
            continue;
        };
        i += found.words;
        if !is_heard(reading, &found) {
            continue;
        }
        let full = match form {
            InclusiveForm::PointMedian => pointed(&view, &found, sign, hits),
            InclusiveForm::Doublet => doubled(&view, &found, hits),
            InclusiveForm::Epicene => neutral(&view, &found, hits),
            InclusiveForm::Nothing => plain(&view, &found, hits),
        };
        if full.is_none() {
            return;
        }
    }
}

/// Words that the brand says otherwise.
fn swaps(wanted: &Inclusive, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    for found in reading.found.of(reading.index, Role::Main) {
        let Some((_, instead)) = wanted.swap.get(found.term) else { continue };
        let words = shown(reading.passage.text, &found.range);
        let choices = |lang| {
            let all: Vec<String> =
                instead.value.split('|').map(|one| quote(lang, one.trim())).collect();
            list_or(lang, &all)
        };
        let message = quoting(&words, |lang, words| match lang {
            Lang::En => format!("{words} leaves people out; the brand says {}", choices(lang)),
            Lang::Fr => {
                format!("{words} laisse des gens de côté\u{202f}; la marque dit {}", choices(lang))
            }
        });
        if hits.add(found.range.clone(), message).is_none() {
            return;
        }
    }
}

/// Whether a form is a rule's business. A link finder takes `utilisateur.rice.s` for a domain, so
/// what is a form for sure is read there too.
fn is_heard(reading: &Reading<'_>, found: &Found) -> bool {
    let range = &found.range;
    let passage = reading.passage;
    if found.shape != Shape::Stop || !passage.is_masked(range) {
        return is_read(reading, range);
    }
    // The link is the form, or a part of it: it has no other letters.
    let first = passage.masks().partition_point(|mask| mask.end <= range.start);
    let mut links = passage.masks()[first..].iter().take_while(|mask| mask.start < range.end);
    links.all(|link| link.start >= range.start && link.end <= range.end)
}

/// `form = "point-median"`: one sign, between the stem and what the feminine adds. `None` once the
/// hits are full, here and below.
fn pointed(view: &View<'_>, found: &Found, sign: &str, hits: &mut Hits<'_>) -> Option<()> {
    if found.shape == Shape::Doublet && found.is_greeting {
        return Some(());
    }
    let right = found.joints.iter().all(|joint| view.text().get(joint.clone()) == Some(sign));
    if right && !found.joints.is_empty() {
        return Some(());
    }
    let words = shown(view.text(), &found.range);
    let better = found.with_sign(view.text(), sign);
    let message = quoting(&words, |lang, words| match (lang, found.shape == Shape::Median) {
        (Lang::En, true) => format!("{words}: this sign is not the brand’s, {}", quote(lang, sign)),
        (Lang::Fr, true) => {
            format!("{words}\u{a0}: ce signe n’est pas celui de la marque, {}", quote(lang, sign))
        }
        (Lang::En, false) => {
            format!("{words}: the brand writes inclusive forms with {}", quote(lang, sign))
        }
        (Lang::Fr, false) => {
            format!(
                "{words}\u{a0}: la marque écrit les formes inclusives avec {}",
                quote(lang, sign)
            )
        }
    });
    let hit = hits.add(found.range.clone(), message)?;
    if let Some(better) = better {
        hit.help(quoting(&better, |lang, better| match lang {
            Lang::En => format!("write {better}"),
            Lang::Fr => format!("écrivez {better}"),
        }));
        // Only a dot for another dot: it is the same word then.
        if found.shape == Shape::Median {
            hit.fix(found.range.clone(), better);
        }
    }
    Some(())
}

/// `form = "doublet"`: both words in full.
fn doubled(view: &View<'_>, found: &Found, hits: &mut Hits<'_>) -> Option<()> {
    if found.shape == Shape::Doublet {
        return Some(());
    }
    let words = shown(view.text(), &found.range);
    let message = quoting(&words, |lang, words| match lang {
        Lang::En => format!("{words} is shortened; the brand writes both words in full"),
        Lang::Fr => {
            format!("{words} est abrégé\u{202f}; la marque écrit les deux mots en entier")
        }
    });
    hits.add(found.range.clone(), message)?.help(example(
        "as in “clientes et clients”",
        "par exemple «\u{a0}clientes et clients\u{a0}»",
    ));
    Some(())
}

/// `form = "epicene"`: a word that is the same for all.
fn neutral(view: &View<'_>, found: &Found, hits: &mut Hits<'_>) -> Option<()> {
    let words = shown(view.text(), &found.range);
    let message = quoting(&words, |lang, words| match lang {
        Lang::En => format!("{words}: the brand looks for a word that is the same for all"),
        Lang::Fr => format!("{words}\u{a0}: la marque cherche un mot qui vaut pour tout le monde"),
    });
    hits.add(found.range.clone(), message)?.help(example(
        "as “la clientèle” for “les client·es”, “tout le monde” for “toutes et tous”",
        "comme «\u{a0}la clientèle\u{a0}» pour «\u{a0}les client·es\u{a0}», «\u{a0}tout le monde\u{a0}» \
         pour «\u{a0}toutes et tous\u{a0}»",
    ));
    Some(())
}

/// `form = "none"`: no such form.
fn plain(view: &View<'_>, found: &Found, hits: &mut Hits<'_>) -> Option<()> {
    if found.is_greeting {
        return Some(());
    }
    let words = shown(view.text(), &found.range);
    let message = quoting(&words, |lang, words| match lang {
        Lang::En => format!("{words}: the brand writes no such inclusive form"),
        Lang::Fr => format!("{words}\u{a0}: la marque n’écrit pas de forme inclusive de ce genre"),
    });
    hits.add(found.range.clone(), message).map(|_| ())
}

fn example(en: &'static str, fr: &'static str) -> Text {
    Text::of(|lang| crate::lang::Phrase { en, fr }.get(lang).to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::trial::{hear, words};
    use super::*;
    use crate::model::Demand;

    fn rule(form: InclusiveForm) -> Demand {
        Demand::Inclusive(Inclusive { form: Some(form), ..Inclusive::default() })
    }

    fn found(form: InclusiveForm, text: &str) -> String {
        words(rule(form), Some(Lang::Fr), text)
    }

    #[test]
    fn short_forms_are_found_however_written() {
        for form in [
            "client·es",
            "client·e·s",
            "client.e.s",
            "client(e)s",
            "client(es)",
            "client-e-s",
            "client/e/s",
            "clients/clientes",
            "client•es",
            "client‧e‧s",
            "utilisateur.rice.s",
            "citoyen-ne-s",
            "citoyen·nes",
            "acteur·rice",
            "directeur(trice)",
            "professionnel(le)s",
            "professionnel·le·s",
            "sportif.ve.s",
            "tou·te·s",
            "tous·tes",
            "tou.te.s",
            "heureux·se",
            "un·e",
            "chacun·e",
            "il/elle",
            "le/la",
            "ceux·celles",
            "iels·elles",
            "étudiant.e",
            "ÉTUDIANT·E·S",
            "ami.e.s",
            "premier·ère",
        ] {
            for policy in [InclusiveForm::Doublet, InclusiveForm::Epicene, InclusiveForm::Nothing] {
                assert_eq!(found(policy, &format!("Merci à {form}, à samedi.")), form);
            }
        }
        assert_eq!(found(InclusiveForm::Doublet, "Merci à nos client.es."), "client.es");
        assert_eq!(found(InclusiveForm::Doublet, "L’étudiant·e arrive."), "étudiant·e");
    }

    #[test]
    fn doublets_are_found() {
        for form in [
            "clientes et clients",
            "les clientes et les clients",
            "étudiants et étudiantes",
            "lectrices et lecteurs",
            "un acteur ou une actrice",
            "celles et ceux",
            "toutes et tous",
            "vendeurs ou vendeuses",
            "citoyennes, citoyens",
            "Françaises, Français",
        ] {
            let text = format!("Merci à {form} : à samedi.");
            let hits = found(InclusiveForm::Epicene, &text);
            assert!(!hits.is_empty() && form.contains(&hits), "{form}: {hits}");
            assert_eq!(found(InclusiveForm::Doublet, &text), "", "{form}");
        }
    }

    #[test]
    fn what_only_looks_like_a_form_is_left_alone() {
        for text in [
            "Tout est sur exemple.fr et sur client.es",
            "Pain, fromage, etc.) et vin",
            "Il s(e) dit que week(s) et mot(s)",
            "Le fichier note.e est là, rapport.les aussi",
            "Dis-le, prends-les, donne-le-nous",
            "Café•Thé•Gâteaux",
            "Arc-en-ciel, porte-à-porte, Bourg-les-Bains",
            "90 km/h, 24/7, et/ou, on/off",
            "Les ports et portes de la ville",
            "Du pain et des jeux, le poirier et la poire",
            "L’e-mail et l’e-commerce",
            "Merci.Elle arrive.Le car part.",
            "Les plants et plantes du jardin",
            "Un point, une pointe ; un cours et une course",
            "p. ex. 3,50 € (env.) et M. Le Goff",
            "Va-t-elle venir ? Est-elle prête ?",
            "Rendez-vous·samedi",
        ] {
            for form in [InclusiveForm::Doublet, InclusiveForm::Epicene, InclusiveForm::Nothing] {
                assert_eq!(found(form, text), "", "{text}");
            }
        }
    }

    #[test]
    fn a_brand_with_a_middle_dot_keeps_to_it() {
        let form = InclusiveForm::PointMedian;
        assert_eq!(found(form, "Nos client·es et ami·e·s"), "");
        assert_eq!(found(form, "Nos client(e)s et ami.e.s"), "client(e)s|ami.e.s");
        assert_eq!(found(form, "Bonjour à toutes et tous"), "");
        let hits = hear(rule(form), Some(Lang::Fr), "Nos client•e•s");
        let fix = hits[0].fix.as_ref().unwrap();
        assert_eq!((fix.text.as_str(), fix.range.clone()), ("client·e·s", 4..18));
        let hits = hear(rule(form), Some(Lang::Fr), "Nos client(e)s");
        assert!(hits[0].fix.is_none());
        assert_eq!(hits[0].help.as_ref().unwrap().get(Lang::En), "write “client·e·s”");
    }

    #[test]
    fn english_has_no_such_forms() {
        let rule = rule(InclusiveForm::Nothing);
        assert_eq!(words(rule, Some(Lang::En), "client·es and ami(e)s"), "");
    }
}
