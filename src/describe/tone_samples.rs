//! An example of each kind of tone rule, in French and in English. A test runs them.

use crate::lang::Lang;

/// A kind and its examples.
pub(super) struct Sample {
    /// The kind.
    pub(super) kind: &'static str,
    fr: &'static str,
    en: &'static str,
}

impl Sample {
    /// The example in a language; nothing for a kind that is of another language alone.
    pub(super) fn toml(&self, lang: Lang) -> Option<&'static str> {
        let text = match lang {
            Lang::En => self.en,
            Lang::Fr => self.fr,
        };
        (!text.is_empty()).then_some(text)
    }
}

const fn sample(kind: &'static str, fr: &'static str, en: &'static str) -> Sample {
    Sample { kind, fr, en }
}

/// Every kind, in the order of the format.
pub(super) static SAMPLES: [Sample; 19] = [
    sample(
        "forbid",
        r##"terms = ["incontournable", "game changer"]
except = ["les incontournables du Louvre"]
why = "Charte éditoriale, page 4 : des faits, pas des superlatifs."
good = ["Dix chefs-d’œuvre, une heure."]
bad = ["Des rendez-vous incontournables"]
"##,
        r##"terms = ["no-brainer", "game changer"]
patterns = ['\bsynerg(?:y|ies|ize)\b']
why = "Style guide, page 4: facts, no buzzwords."
good = ["Ten paintings, one hour."]
bad = ["A real game changer"]
"##,
    ),
    sample(
        "replace",
        r##"swap = { "digital" = "numérique", "newsletter" = "infolettre|lettre d’information" }
good = ["Notre infolettre"]
bad = ["La stratégie digitale"]
"##,
        r##"swap = { "utilize" = "use", "e-mail" = "email" }
good = ["Use the side door"]
bad = ["Write us an e-mail"]
"##,
    ),
    sample(
        "require",
        r##"when = { terms = ["promo"] }
any_of = ["voir conditions", "sous conditions"]
position = "last-line"
good = ["Promo de rentrée.\nVoir conditions en boutique."]
bad = ["Promo de rentrée."]
"##,
        r##"when = { terms = ["sale"] }
any_of = ["terms apply"]
good = ["Winter sale. Terms apply."]
bad = ["Winter sale, now on."]
"##,
    ),
    sample(
        "disclosure",
        r##"deals = ["paid", "gift"]
labels = ["Collaboration commerciale"]
position = "first-line"
not_only = ["#ad", "#sponsorisé"]
good = ["Collaboration commerciale avec la Maison Verne.\nSa nouvelle lampe."]
bad = ["#ad La nouvelle lampe de la Maison Verne."]
"##,
        r##"deals = ["paid"]
labels = ["Paid partnership", "Ad:"]
position = "first-line"
good = ["Paid partnership with Verne.\nTheir new lamp."]
bad = ["Their new lamp, thanks to Verne."]
"##,
    ),
    sample(
        "claims",
        r##"terms = ["neutre en carbone", "cliniquement prouvé"]
needs = "proof"
law = "code de l’environnement, art. L. 229-68"
good = ["Une livraison à vélo."]
bad = ["Une livraison neutre en carbone."]
"##,
        r##"terms = ["carbon neutral", "clinically proven"]
needs = "proof"
good = ["Delivered by bike."]
bad = ["Carbon neutral delivery."]
"##,
    ),
    sample(
        "address",
        r##"expect = "vous"
good = ["Rendez-vous samedi, inscrivez-vous vite."]
bad = ["N’oublie pas de t’inscrire."]
"##,
        "",
    ),
    sample(
        "person",
        r##"forbid = ["on"]
why = "La maison dit « nous »."
good = ["Nous vous attendons."]
bad = ["On vous attend."]
"##,
        r##"forbid = ["I"]
why = "The house says “we”."
good = ["We open at nine."]
bad = ["I open at nine."]
"##,
    ),
    sample(
        "inclusive",
        r##"form = "epicene"
good = ["La clientèle et l’équipe"]
bad = ["Les client·es et les vendeurs et vendeuses"]
"##,
        r##"swap = { "chairman" = "chair", "guys" = "everyone|folks" }
good = ["The chair speaks at noon."]
bad = ["Hello guys!"]
"##,
    ),
    sample(
        "caps",
        r##"max_words = 3
acronyms = ["SNCF", "TER"]
good = ["OUVERT DIMANCHE"]
bad = ["DERNIÈRE CHANCE POUR EN PROFITER"]
"##,
        r##"max_words = 3
acronyms = ["BBC"]
good = ["OPEN SUNDAY"]
bad = ["LAST CHANCE TO GET YOUR TICKET"]
"##,
    ),
    sample(
        "punctuation",
        r##"max_exclamations = 1
max_run = 1
forbid = [";"]
good = ["Enfin ! C’est demain."]
bad = ["Enfin !!!"]
"##,
        r##"max_exclamations = 1
max_run = 1
ellipsis = "…"
good = ["At last! See you tomorrow."]
bad = ["At last!!!"]
"##,
    ),
    sample(
        "typography",
        r##"spaces = "any"
apostrophe = "curly"
capitals = "accented"
ligatures = true
good = ["À bientôt : l’œuvre arrive !"]
bad = ["Bravo! C'est prêt."]
"##,
        r##"apostrophe = "curly"
marks = "curly"
single_spaces = true
good = ["It’s “ready”."]
bad = ["It's  ready."]
"##,
    ),
    sample(
        "emoji",
        r##"max = 2
max_run = 1
position = "end"
good = ["C’est demain 🎉"]
bad = ["C’est 🎉🎉🎉 demain"]
"##,
        r##"max = 2
allow = ["🎨", "🏺"]
good = ["Pottery 🏺"]
bad = ["Tomorrow 🔥"]
"##,
    ),
    sample(
        "hashtag",
        r##"max = 5
required = ["#MuséeDesLumières"]
case = "camel"
good = ["C’est demain. #MuséeDesLumières"]
bad = ["C’est demain. #MuséeDesLumières #madeinfrance"]
"##,
        r##"max = 3
case = "camel"
position = "end"
good = ["It is tomorrow. #OpenDay"]
bad = ["It is #tomorrow at the museum."]
"##,
    ),
    sample(
        "styled-unicode",
        r##"why = "Un lecteur d’écran épelle ces lettres, ou les saute."
good = ["Promo d’hiver"]
bad = ["𝗣𝗿𝗼𝗺𝗼 d’hiver"]
"##,
        r##"why = "A screen reader spells these letters out, or skips them."
good = ["Winter sale"]
bad = ["𝗪𝗶𝗻𝘁𝗲𝗿 sale"]
"##,
    ),
    sample(
        "count",
        r##"of = "word"
per = "sentence"
max = 10
without = ["hashtags", "signature"]
good = ["Une phrase courte. Puis une autre."]
bad = ["Une phrase qui ne veut pas finir et qui ajoute encore et toujours quelque chose."]
"##,
        r##"of = "link"
min = 1
good = ["Book here: https://museum.example"]
bad = ["Book now."]
"##,
    ),
    sample(
        "repeat",
        r##"except = ["très très"]
good = ["Nous nous retrouvons samedi."]
bad = ["À la la boutique."]
"##,
        r##"except = ["very very"]
good = ["She had had enough."]
bad = ["At the the harbour."]
"##,
    ),
    sample(
        "consistency",
        r##"either = [["e-mail", "courriel"], ["web", "internet"]]
per = "post"
good = ["Un courriel, puis un autre courriel."]
bad = ["Un courriel, puis un e-mail."]
"##,
        r##"either = [["colour", "color"], ["email", "e-mail"]]
per = "post"
good = ["One colour, then another colour."]
bad = ["One colour, then another color."]
"##,
    ),
    sample(
        "readability",
        r##"formula = "kandel-moles"
min = 50
min_words = 30
"##,
        r##"formula = "flesch"
min = 50
min_words = 30
"##,
    ),
    sample(
        "language",
        r##"expect = "fr"
good = ["Les portes ouvrent à midi dans la cour, et la visite est gratuite."]
bad = ["The doors open at noon in the yard, and the visit is free for all."]
"##,
        r##"expect = "en"
good = ["The doors open at noon in the yard, and the visit is free for all."]
bad = ["Les portes ouvrent à midi dans la cour, et la visite est gratuite."]
"##,
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load;
    use crate::model::RULE_KINDS;
    use crate::source::Sources;
    use crate::tone::failures;
    use std::path::Path;

    #[test]
    fn the_example_of_every_kind_does_what_it_says() {
        assert_eq!(SAMPLES.each_ref().map(|sample| sample.kind), RULE_KINDS);
        let mut wrong = Vec::new();
        for sample in &SAMPLES {
            for (lang, text) in Lang::ALL.map(|lang| (lang, sample.toml(lang).unwrap_or_default()))
            {
                if text.is_empty() {
                    continue;
                }
                // `language` is the one kind whose examples are of two languages.
                let tag = if sample.kind == "language" { "" } else { lang.tag() };
                let of = if tag.is_empty() { String::new() } else { format!("lang = \"{tag}\"\n") };
                let text = format!(
                    "[calendar]\nname = \"A\"\ntimezone = \"UTC\"\n\n[[tone.rule]]\nid = \"a\"\nkind = \"{}\"\n{of}{text}",
                    sample.kind
                );
                let mut sources = Sources::default();
                let loaded = load::from_text(&text, Path::new("."), &mut sources).unwrap();
                assert!(loaded.findings.is_empty(), "{text}: {:?}", loaded.findings);
                let tone = loaded.workspace.unwrap().tone;
                let failed = failures(&tone);
                wrong.extend(
                    failed
                        .iter()
                        .map(|f| format!("{} {:?} {}", sample.kind, f.said, f.example.value)),
                );
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
