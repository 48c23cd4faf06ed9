//! Promises that need a proof, or that a law forbids.

use super::forbid::said;
use super::words::shown;
use crate::lang::{Lang, Text, quote};
use crate::model::tone::{Claims, Needs};
use crate::tone::Hits;
use crate::tone::voice::Reading;

/// Finds what a text says against the rule. A proof makes a claim that needs one fine.
pub(in crate::tone) fn find(wanted: &Claims, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let proven = reading.about.proof.is_some_and(|proof| !proof.trim().is_empty());
    if wanted.needs == Some(Needs::Proof) && proven {
        return;
    }
    for (range, _) in said(reading) {
        if reading.found.is_excepted(reading.index, &range) {
            continue;
        }
        let words = shown(reading.passage.text, &range);
        let Some(hit) = hits.add(range, message(wanted.needs, &words)) else {
            return;
        };
        hit.help(help(wanted.needs));
    }
}

fn message(needs: Option<Needs>, words: &str) -> Text {
    Text::of(|lang| match (lang, needs) {
        (Lang::En, Some(Needs::Proof)) => {
            format!("{} is a claim that needs a proof", quote(lang, words))
        }
        (Lang::Fr, Some(Needs::Proof)) => {
            format!("{} est une allégation qui demande une preuve", quote(lang, words))
        }
        (Lang::En, None) => format!("{} is a claim to avoid", quote(lang, words)),
        (Lang::Fr, None) => format!("{} est une allégation à éviter", quote(lang, words)),
    })
}

fn help(needs: Option<Needs>) -> Text {
    Text::of(|lang| {
        match (lang, needs) {
        (Lang::En, Some(Needs::Proof)) => {
            "give the address of the proof in the post’s `source`, or say only what you can show"
        }
        (Lang::Fr, Some(Needs::Proof)) => {
            "indiquez l’adresse de la preuve dans `source`, ou ne dites que ce que vous pouvez montrer"
        }
        (Lang::En, None) => "say precisely what is true, with a figure or a fact, or leave it out",
        (Lang::Fr, None) => {
            "dites précisément ce qui est vrai, avec un chiffre ou un fait, ou retirez-le"
        }
    }.to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Demand;
    use crate::tone::Circumstances;
    use crate::tone::trial::{locs, read, rule, said, voice};

    fn claims(needs: Option<Needs>, text: &str, proof: Option<&str>) -> Vec<crate::tone::Hit> {
        let terms = locs(&["neutre en carbone", "n°1", "guérit", "100 % compensé"]);
        let claims = Claims { terms, needs, ..Claims::default() };
        let about = Circumstances { proof, ..Circumstances::default() };
        read(&voice(vec![rule(Demand::Claims(claims))], &[]), text, Lang::Fr, &about)
    }

    #[test]
    fn a_claim_needs_its_proof() {
        let text = "Neutre en carbone et n° 1 : 100% compensé";
        let found = claims(Some(Needs::Proof), text, None);
        assert_eq!(said(&found, text), ["Neutre en carbone", "n° 1", "100% compensé"]);
        assert!(found[0].message.get(Lang::Fr).contains("preuve"));
        assert!(claims(Some(Needs::Proof), text, Some("https://a.fr/preuve")).is_empty());
        assert_eq!(claims(Some(Needs::Proof), text, Some(" ")).len(), 3);
    }

    #[test]
    fn no_proof_helps_what_the_law_forbids() {
        let found = claims(None, "Elle guérit tout", Some("https://a.fr"));
        assert_eq!(found.len(), 1);
        assert!(found[0].message.get(Lang::En).contains("“guérit” is a claim to avoid"));
    }
}
