//! The terms of all rules, looked for at once.
//!
//! One index holds the words of every list of every rule: what is forbidden, swapped, required,
//! excepted, the brand's vocabulary. The folded text is read once; what is found is held against
//! word boundaries, accents and case, and handed out rule by rule.

mod bounds;
mod entry;
mod found;
mod index;
mod inflect;
mod letters;
mod lists;

pub use found::{Form, Found, Match};
pub(super) use inflect::sure_plural;

use super::Passage;
use crate::lang::Lang;
use crate::model::ToneRule;
use crate::model::tone::{Forms, LetterCase, Matching};
use crate::source::Loc;
use entry::Entry;
use index::Index;

/// What a list of terms is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// `terms`, `swap` (its left sides), `any_of`: what the rule is about.
    Main,
    /// `except`.
    Except,
    /// `when.terms`.
    When,
    /// One group of `either`, by its number.
    Either(u32),
    /// The brand's vocabulary, whatever the case of its letters.
    Vocabulary,
}

/// The lists of all rules, made ready.
#[derive(Debug)]
pub struct Lexicon {
    lists: Vec<List>,
    entries: Vec<Entry>,
    index: Index,
}

/// A list of a rule.
#[derive(Clone, Copy, Debug)]
struct List {
    rule: usize,
    role: Role,
    matching: Matching,
    lang: Option<Lang>,
}

/// How many times a text's own length its long terms may cost, in bytes; and the least they may.
const WORK: usize = 64;
const LEAST_WORK: usize = 1 << 20;

/// The rule of the lists that belong to none.
const NO_RULE: usize = usize::MAX;

impl Lexicon {
    /// The lists of these rules and the brand's vocabulary.
    #[must_use]
    pub fn new(rules: &[ToneRule], vocabulary: &[Loc<String>]) -> Self {
        let mut lexicon = Self { lists: Vec::new(), entries: Vec::new(), index: Index::default() };
        for (rule, data) in rules.iter().enumerate() {
            let lang = data.only.lang.as_ref().and_then(|lang| Lang::from_tag(&lang.value));
            lists::each(data, |role, terms, matching| {
                lexicon.list(List { rule, role, matching, lang }, terms);
            });
        }
        for (case, role) in [(LetterCase::Any, Role::Vocabulary), (LetterCase::Exact, Role::Except)]
        {
            let matching = Matching { case, forms: Forms::Exact, ..Matching::default() };
            let list = List { rule: NO_RULE, role, matching, lang: None };
            lexicon.list(list, &mut vocabulary.iter());
        }
        lexicon.index.file();
        lexicon
    }

    fn list(&mut self, list: List, terms: &mut dyn Iterator<Item = &Loc<String>>) {
        for (term, written) in terms.enumerate() {
            let place = (self.lists.len(), term);
            let (entry, anchors) = Entry::new(place, &written.value, &list);
            for anchor in anchors {
                self.index.add(anchor, entry.place(), self.entries.len());
            }
            self.entries.push(entry);
        }
        self.lists.push(list);
    }

    /// Every term of a text.
    #[must_use]
    pub fn scan(&self, passage: &Passage<'_>) -> Found {
        let mut found = Found::default();
        if self.index.is_empty() {
            return found;
        }
        let mut budget = passage.text.len().saturating_mul(WORK).max(LEAST_WORK);
        self.index.each(passage.folded().text(), |at, entry| {
            let Some(entry) = self.entries.get(entry) else {
                return;
            };
            let cost = entry.cost();
            if cost > budget {
                return;
            }
            budget -= cost;
            let Some((range, form)) = entry.at(passage, at) else {
                return;
            };
            let Some(list) = self.lists.get(entry.list) else {
                return;
            };
            if !entry.is_entity() && passage.is_masked(&range) {
                return;
            }
            let form = match list.role {
                // Of two ways of writing that are alike when folded, the very one written counts.
                Role::Either(_)
                    if passage.text.get(range.clone()).is_some_and(|w| entry.is_exactly(w)) =>
                {
                    Form::Base
                }
                Role::Either(_) => Form::Other,
                _ => form,
            };
            found.add(*list, Match { term: entry.term, range, form });
        });
        found.settle();
        found
    }
}

#[cfg(test)]
mod tests {
    use super::found::ENOUGH;
    use super::*;
    use crate::model::Demand;
    use crate::model::tone::{Bounds, Forbid};
    use crate::tone::Part;
    use crate::tone::trial::{entities, locs, rule};

    fn lexicon(
        terms: &[&str],
        except: &[&str],
        matching: Matching,
        vocabulary: &[&str],
    ) -> Lexicon {
        let forbid = Forbid { terms: locs(terms), matching, ..Forbid::default() };
        let mut rule = rule(Demand::Forbid(forbid));
        rule.except = locs(except);
        Lexicon::new(&[rule], &locs(vocabulary))
    }

    fn scan(lexicon: &Lexicon, text: &str, lang: Lang) -> Found {
        lexicon.scan(&Passage::new(text, Part::Text, Some(lang), &entities(text)))
    }

    fn found<'t>(terms: &[&str], text: &'t str) -> Vec<&'t str> {
        in_lang(terms, text, Lang::Fr)
    }

    fn in_lang<'t>(terms: &[&str], text: &'t str, lang: Lang) -> Vec<&'t str> {
        let lexicon = lexicon(terms, &[], Matching::default(), &[]);
        let found = scan(&lexicon, text, lang);
        found.of(0, Role::Main).iter().map(|one| &text[one.range.clone()]).collect()
    }

    #[test]
    fn terms_are_found_however_they_are_typed() {
        assert_eq!(found(&["incontournable"], "L’Incontournable !"), ["Incontournable"]);
        assert_eq!(
            found(&["à ne pas manquer"], "À NE PAS\u{a0}MANQUER"),
            ["À NE PAS\u{a0}MANQUER"]
        );
        assert_eq!(found(&["dernière chance"], "DERNIERE CHANCE"), ["DERNIERE CHANCE"]);
        assert_eq!(found(&["été"], "un e\u{301}te\u{301} ici"), ["e\u{301}te\u{301}"]);
        assert_eq!(
            found(&["game changer"], "un game-changer, un game\nchanger"),
            ["game-changer", "game\nchanger"]
        );
        assert_eq!(found(&["n°1"], "le n° 1, n°1 et n°10"), ["n° 1", "n°1"]);
        assert_eq!(
            found(&["100 % bio"], "100% bio ou 100\u{202f}% bio"),
            ["100% bio", "100\u{202f}% bio"]
        );
        assert_eq!(found(&["coup de cœur"], "Coup de coeur"), ["Coup de coeur"]);
        assert_eq!(found(&["le top"], "le top, le-top et le topo"), ["le top", "le-top"]);
        assert!(found(&["game changer"], "fin du game\n\nchanger").is_empty());
    }

    #[test]
    fn terms_are_words() {
        assert!(found(&["vous", "mail", "or"], "Rendez-vous par e-mail, d’abord").is_empty());
        assert_eq!(found(&["vous"], "Abonnez-vous"), ["vous"]);
        assert!(in_lang(&["don", "we"], "I don't know, we're", Lang::En).is_empty());
        assert!(found(&["pub"], "Le public est à https://pub.fr/pub @pub #pub").is_empty());
        assert_eq!(found(&["#pub"], "Voir #pub et #publicite"), ["#pub"]);
        assert!(found(&["près", "cote"], "prés, côté, côte").is_empty());
        assert_eq!(found(&["exceptionnel"], "exceptionnel·le·s"), ["exceptionnel"]);
        let anywhere = Matching { bounds: Bounds::Anywhere, ..Matching::default() };
        let found = scan(&lexicon(&["gratuit"], &[], anywhere, &[]), "gratuitement", Lang::Fr);
        assert_eq!(found.of(0, Role::Main).len(), 1);
    }

    #[test]
    fn plurals_and_feminines_are_found_and_told_apart() {
        let form = |term: &str, text: &str| {
            let found = scan(&lexicon(&[term], &[], Matching::default(), &[]), text, Lang::Fr);
            found.of(0, Role::Main).first().map(|found| found.form)
        };
        assert_eq!(form("incontournable", "les incontournables"), Some(Form::Plural));
        assert_eq!(form("exceptionnel", "exceptionnelles"), Some(Form::Other));
        assert_eq!(form("offre exceptionnelle", "Offres exceptionnelles"), Some(Form::Plural));
        assert_eq!(form("chef-d’œuvre", "des chefs-d'oeuvre"), Some(Form::Plural));
        assert_eq!(form("unique en son genre", "uniques en son genre"), Some(Form::Plural));
        assert_eq!(form("motivé", "motivée"), Some(Form::Other));
        assert_eq!(form("premier choix", "premiers choix"), Some(Form::Plural));
        assert_eq!(form("bon plan", "bons plans"), Some(Form::Plural));
        assert_eq!(form("cour", "au cours de"), None);
        assert_eq!(form("marche", "marchés"), None);
        let exact = Matching { forms: Forms::Exact, ..Matching::default() };
        let found = scan(&lexicon(&["client"], &[], exact, &[]), "clients", Lang::Fr);
        assert!(found.of(0, Role::Main).is_empty());
    }

    #[test]
    fn case_counts_where_asked_for() {
        let exact = Matching { case: LetterCase::Exact, ..Matching::default() };
        let found = scan(&lexicon(&["IA"], &[], exact, &[]), "ia Ia IA", Lang::Fr);
        assert_eq!(
            found.of(0, Role::Main).iter().map(|one| one.range.start).collect::<Vec<_>>(),
            [6]
        );
    }

    #[test]
    fn the_longest_of_those_that_overlap_is_kept() {
        let text = "une offre exceptionnelle de la saison";
        assert_eq!(
            found(&["offre", "offre exceptionnelle", "exceptionnelle"], text),
            ["offre exceptionnelle"]
        );
    }

    #[test]
    fn ways_of_writing_are_told_apart() {
        use crate::model::tone::{Consistency, Per};
        let ways = |either: &[&str], text: &str| -> Vec<usize> {
            let either = vec![locs(either)];
            let rule = rule(Demand::Consistency(Consistency { either, per: Per::Post }));
            let found = scan(&Lexicon::new(&[rule], &[]), text, Lang::Fr);
            found.of(0, Role::Either(0)).iter().map(|found| found.term).collect()
        };
        assert_eq!(ways(&["week end", "week-end"], "Week-end, week end"), [1, 0]);
        assert_eq!(ways(&["Web", "web"], "le web, le Web, le WEB"), [1, 0]);
        assert_eq!(ways(&["évènement", "événement"], "événement ÉVÉNEMENT EVENEMENT"), [1, 1]);
    }

    #[test]
    fn exceptions_and_the_vocabulary_are_left_alone() {
        let lexicon = lexicon(
            &["incontournable"],
            &["incontournables du Louvre"],
            Matching::default(),
            &["LinkedIn"],
        );
        let text = "Les incontournables du Louvre sur LinkedIn, linkedin, incontournables";
        let found = scan(&lexicon, text, Lang::Fr);
        let terms = found.of(0, Role::Main);
        assert_eq!(terms.len(), 2);
        assert!(found.is_excepted(0, &terms[0].range) && !found.is_excepted(0, &terms[1].range));
        let brand = found.vocabulary();
        assert_eq!(brand.len(), 2);
        assert!(found.is_excepted(0, &brand[0].range) && !found.is_excepted(0, &brand[1].range));
    }

    #[test]
    fn first_words_agree_and_spaces_may_be_hyphens() {
        for (term, text) in [
            ("respectueux de l’environnement", "respectueuse de l’environnement"),
            ("respectueux de l'environnement", "respectueuses de l’environnement"),
            ("certifié par l’État", "certifiées par l’État"),
            ("créateur de contenu", "créatrice de contenu"),
            ("low hanging fruit", "low-hanging fruit"),
            ("low hanging fruit", "low-hanging-fruits"),
            ("à ne pas rater", "à-ne-pas-rater"),
            ("guru", "_guru_"),
            ("pépite", "__pépite__"),
            ("pépite", "*pépite*"),
        ] {
            let inside = format!("Voilà, {text} ici");
            assert_eq!(found(&[term], &inside), [text.trim_matches(['_', '*'])], "{text}");
        }
        assert!(found(&["pub", "lic"], "pub_lic a_pub pub_a x_lic").is_empty());
    }

    #[test]
    fn a_term_of_any_length_is_looked_for_in_little_time() {
        let long = "mot ".repeat(25_000);
        assert_eq!(found(&[&long], &long).len(), 1);
        let text = format!("{} fin", "mot ".repeat(60_000));
        assert!(found(&[&long, &format!("{long}x")], &text).len() < 10);
        let words: Vec<String> = (0..20_000).map(|n| format!("mot{n}")).collect();
        assert_eq!(found(&[&words.join(" ")], "bonjour").len(), 0);
    }

    #[test]
    fn a_long_text_of_anything_is_scanned_at_once() {
        let lexicon =
            lexicon(&["a", "aa", "a a", "aaaa a", "é"], &["a a a"], Matching::default(), &["A"]);
        for one in ["a", "a ", "é", "-a", "a'", "\n"] {
            let text = one.repeat(60_000);
            let none = crate::networks::Entities::default();
            let found = lexicon.scan(&Passage::new(&text, Part::Text, Some(Lang::Fr), &none));
            assert!(found.of(0, Role::Main).len() <= ENOUGH);
        }
    }
}
