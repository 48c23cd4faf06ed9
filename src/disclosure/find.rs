//! Labels in a text, where they are labels.
//!
//! Hashtags and words; [`super::stand`] knows whether a word stands there as a label.

use super::fold::Folded;
use super::laws::Label;
use super::sentence::line_end;
use super::stand::{form, is_word};
use std::ops::Range;

/// How a label stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A hashtag.
    Tag,
    /// Alone: nothing else in its line, its brackets, or before its colon.
    Alone,
    /// In a sentence.
    Prose,
}

/// A label in a text.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Its bytes.
    pub range: Range<usize>,
    /// How it stands there.
    pub form: Form,
    /// Which label.
    pub label: &'static Label,
}

/// The labels of a list in a text, in its order. Of two that overlap the longer one counts.
#[must_use]
pub fn find(text: &Folded, labels: &[&'static Label]) -> Vec<Hit> {
    let mut hits: Vec<(Range<usize>, Hit)> = Vec::new();
    let mut add = |at: Range<usize>, form: Form, label: &'static Label| {
        hits.push((at.clone(), Hit { range: text.bytes(&at), form, label }));
    };
    for tag in tags(text.letters()) {
        let plain = plain(&text.letters()[tag.clone()]);
        if let Some(label) = labels.iter().find(|label| label.tag == plain) {
            add(tag, Form::Tag, label);
        }
    }
    for label in labels.iter().filter(|label| !label.tag_only) {
        for at in text.words(&label.letters) {
            if let Some(form) = form(text, &at, label) {
                add(at, form, label);
            }
        }
    }
    // The longest first at each place, then whatever begins inside it goes.
    hits.sort_by_key(|(at, _)| (at.start, std::cmp::Reverse(at.end)));
    let mut end = 0;
    hits.retain(|(at, _)| {
        let apart = at.start >= end;
        end = end.max(at.end);
        apart
    });
    hits.into_iter().map(|(_, hit)| hit).collect()
}

/// Words of thanks that are followed on their line by the partner's name, or by a mention.
#[must_use]
pub fn find_thanks(text: &Folded, thanks: &[&'static Label], partner: Option<&str>) -> Vec<Hit> {
    let partner = partner.map(super::fold::letters).filter(|name| !name.is_empty());
    let all = text.letters();
    let mut hits = Vec::new();
    for label in thanks {
        for at in text.words(&label.letters) {
            let rest = &all[at.end..line_end(all, at.end)];
            let named = |name: &Vec<char>| rest.windows(name.len()).any(|some| some == name);
            if rest.contains(&'@') || partner.as_ref().is_some_and(named) {
                hits.push(Hit { range: text.bytes(&at), form: Form::Prose, label });
            }
        }
    }
    // “Thanks to” is no second “thanks”.
    hits.sort_by_key(|hit| (hit.range.start, std::cmp::Reverse(hit.range.end)));
    hits.dedup_by_key(|hit| hit.range.start);
    hits
}

/// The hashtags of a text, signs included: `#` that no letter precedes, then letters, digits and `_`.
fn tags(letters: &[char]) -> Vec<Range<usize>> {
    let mut tags = Vec::new();
    for (start, _) in letters.iter().enumerate().filter(|(_, c)| **c == '#') {
        let glued = start.checked_sub(1).is_some_and(|at| is_word(letters[at]));
        let length = letters[start + 1..].iter().take_while(|c| is_word(**c)).count();
        if !glued && length > 0 {
            tags.push(start..start + 1 + length);
        }
    }
    tags
}

/// The letters and digits alone.
fn plain(letters: &[char]) -> Vec<char> {
    letters.iter().copied().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::laws::{Deal, regime};
    use super::*;

    fn hits<'a>(lang: &str, text: &'a str) -> Vec<(&'a str, Form)> {
        let country = if lang == "fr" { "FR" } else { "US" };
        let labels = regime(Some(country), Some(lang)).accepted(Deal::Paid);
        let found = find(&Folded::new(text), &labels);
        found.into_iter().map(|hit| (&text[hit.range], hit.form)).collect()
    }

    #[test]
    fn labels_that_stand_alone() {
        for (lang, text) in [
            ("fr", "Publicité"),
            ("fr", "PUBLICITÉ : le nouveau parfum"),
            ("fr", "publicite\u{301}\u{a0}: le parfum"),
            ("fr", "Publicité – Nouveau parfum"),
            ("fr", "Publicité — Nouveau parfum"),
            ("fr", "Publicité - Nouveau parfum"),
            ("fr", "Publicité | Nouveau parfum"),
            ("fr", "Publicité. Nouveau parfum"),
            ("fr", "Publicité\nNouveau parfum"),
            ("fr", "[Publicité] Nouveau parfum"),
            ("fr", "Nouveau parfum (publicité)"),
            ("fr", "👉 Publicité 👈 Nouveau parfum"),
            ("fr", "« Publicité » Nouveau parfum"),
            ("fr", "**Publicité** Nouveau parfum"),
            ("fr", "Nouveau parfum – Publicité"),
            ("fr", "Nouveau parfum !\u{a0}Publicité."),
            ("fr", "1/3 Publicité : le parfum"),
            ("fr", "1\u{fe0f}\u{20e3} Publicité"),
            ("fr", "Publicité @maison"),
            ("fr", "Publicité #parfum"),
            ("fr", "Publicité- le parfum"),
            ("fr", "@nordwind Publicité : le parfum"),
            ("fr", "✨ @nordwind@mastodon.example, Publicité – le parfum"),
            ("fr", "#parfum Publicité : le parfum"),
            ("en", "@rose Ad: my desk"),
            ("fr", "COLLABORATION COMMERCIALE"),
            ("fr", "Collaboration commerciale : le parfum"),
            ("fr", "Partenariat\u{a0}rémunéré\nLe parfum"),
            ("en", "Ad: the new scent"),
            ("en", "AD | The new scent"),
            ("en", "Ad – the new scent"),
            ("en", "(ad) The new scent"),
            ("en", "[AD] The new scent"),
            ("en", "Ad\nThe new scent"),
            ("en", "The new scent. Ad."),
            ("en", "Advertisement: the new scent"),
            ("en", "Sponsored. The new scent"),
            ("en", "Paid partnership: the new scent"),
        ] {
            let found = hits(lang, text);
            assert!(matches!(found[..], [(_, Form::Alone)]), "{text}: {found:?}");
        }
    }

    #[test]
    fn hashtags() {
        for (lang, text) in [
            ("fr", "#publicité Le parfum"),
            ("fr", "Le parfum #Publicite"),
            ("fr", "#CollaborationCommerciale"),
            ("fr", "#collaboration_commerciale"),
            ("fr", "(#PartenariatRémunéré)"),
            ("en", "#ad The new scent"),
            ("en", "The new scent #AD"),
            ("en", "＃sponsored"),
            ("en", "#PaidPartnership, the new scent"),
        ] {
            let found = hits(lang, text);
            assert!(matches!(found[..], [(_, Form::Tag)]), "{text}: {found:?}");
        }
    }

    #[test]
    fn labels_in_a_sentence() {
        for (lang, text) in [
            ("fr", "Collaboration commerciale avec la Banque des Canuts."),
            ("fr", "Publicité pour la Maison Rose"),
            ("fr", "Publicité (Wellmer) : je teste"),
            ("fr", "Publicité (NordWind) — je teste"),
            ("fr", "Publicité (liens affiliés) https://nordwind.example"),
            ("fr", "Publicité (produit offert par Wellmer). Je teste"),
            ("fr", "Publicité [NordWind] je teste"),
            ("fr", "Publicité > je teste"),
            ("fr", "Publicité NordWind : nouvelle vidéo"),
            ("fr", "PUBLICITÉ NORDWIND : nouvelle vidéo"),
            ("fr", "Publicité Banque des Canuts, nouvelle vidéo"),
            ("fr", "Publicité Caisse d’Épargne - nouvelle vidéo"),
            ("fr", "Publicité L’Oréal Paris"),
            ("fr", "Publicité NordWind ✨ nouvelle vidéo"),
            ("fr", "@lea Publicité NordWind. Nouvelle vidéo"),
            ("fr", "Publicité Je teste un parfum"),
            ("fr", "Publicité par NordWind"),
            ("fr", "Publicité de NordWind"),
            ("fr", "Publicité en partenariat avec NordWind"),
            ("fr", "Publicité payée par NordWind"),
            ("fr", "Publicité je teste un parfum"),
            ("en", "AD my desk"),
            ("fr", "Publicité d’Acme"),
            ("fr", "Publicité rémunérée avec NordWind"),
            ("fr", "Cette vidéo est une publicité pour Maison Rose."),
            ("fr", "Petite précision : ceci est une publicité."),
            ("fr", "C’est une publicité pour la Maison Rose"),
            ("fr", "Il s’agit d’une publicité"),
            ("fr", "Cette vidéo est sponsorisée par NordWind"),
            ("en", "Ad (affiliate links) my desk"),
            ("en", "Ad Acme: my desk"),
            ("en", "Ad from Acme"),
            ("en", "This video is an ad for Acme"),
            ("en", "This reel is sponsored, as ever"),
            ("fr", "Publicité, en partenariat avec la Maison Rose"),
            ("fr", "Cette vidéo est une collaboration commerciale avec @maison"),
            ("fr", "Ce texte est un contenu sponsorisé de la Maison Rose"),
            ("fr", "Ne manquez pas notre nouvelle collaboration commerciale avec @maison"),
            ("en", "This video is a paid partnership with Acme"),
            ("en", "Ad for Acme"),
            ("en", "Ad, with love from Acme"),
            ("en", "Honestly, this post is an ad for Acme"),
        ] {
            let found = hits(lang, text);
            assert!(matches!(found[..], [(_, Form::Prose)]), "{text}: {found:?}");
        }
    }

    #[test]
    fn words_that_are_no_labels() {
        for (lang, text) in [
            ("fr", "la publicité est partout"),
            ("fr", "La publicité est partout."),
            ("fr", "Publicité mensongère : comment la reconnaître"),
            ("fr", "Une affiche de publicité."),
            ("fr", "Que pensez-vous de la publicité ?"),
            ("fr", "Publicité ?"),
            ("fr", "Publicité (?) et propagande"),
            ("fr", "Publicité Dubonnet ?"),
            ("fr", "Publicité Mensongère : la reconnaître"),
            ("fr", "Publicité de 1900"),
            ("fr", "Publicité des années folles"),
            ("fr", "Publicité Dubonnet dans le métro"),
            ("fr", "Pas de publicité"),
            ("fr", "Sans publicité : un parfum"),
            ("fr", "Ceci n’est pas une publicité"),
            ("fr", "Si cette vidéo est une publicité, je le dis"),
            ("fr", "Cette vidéo est une publicité mensongère"),
            ("fr", "Cette vidéo est-elle une publicité ?"),
            ("fr", "Le parfum\nPublicité NordWind"),
            ("en", "Ad Astra: the film"),
            ("en", "This isn’t an ad"),
            ("en", "Is this an ad?"),
            ("en", "This is an ad agency"),
            ("fr", "Adèle est arrivée"),
            ("fr", "#publicitéancienne"),
            ("fr", "https://musee.example/publicite"),
            ("fr", "@publicite"),
            ("fr", "Ceci n’est pas une collaboration commerciale."),
            ("fr", "Avis libre, aucun partenariat rémunéré"),
            ("fr", "Publicité non rémunérée"),
            ("fr", "une collaboration"),
            ("fr", "#ad"),
            ("en", "add"),
            ("en", "Adele is here"),
            ("en", "Ad astra per aspera"),
            ("en", "AD 79: Vesuvius"),
            ("en", "an ad-free week"),
            ("en", "Ad-free at last"),
            ("en", "We placed an ad in the paper"),
            ("en", "ad.example"),
            ("en", "#adidas #adventure"),
            ("en", "This is not a paid partnership"),
            ("en", "I wasn’t paid: no sponsored content here"),
            ("en", "The advertisement of 1900"),
            ("en", "c#ad"),
        ] {
            assert_eq!(hits(lang, text), [], "{text}");
        }
    }

    #[test]
    fn the_longer_label_counts() {
        let text = "Sponsored content: the scent";
        assert_eq!(hits("en", text), [("Sponsored content", Form::Alone)]);
    }

    #[test]
    fn thanks_count_when_they_thank_the_partner() {
        let regime = regime(Some("FR"), Some("fr"));
        let count = |text: &str| {
            find_thanks(&Folded::new(text), &regime.thanks(), Some("Maison Rosé")).len()
        };
        assert_eq!(count("Merci à la maison rose pour ce parfum"), 1);
        assert_eq!(count("Merci à @maisonrose"), 1);
        assert_eq!(count("Merci à toutes et à tous\nMaison Rosé"), 0);
    }
}
