//! French words that no rule of spelling tells how to say; each table is sorted.

use super::spelling::Table;

/// Words whose syllables are said otherwise than they are spelled.
#[rustfmt::skip]
pub(super) static EXCEPTIONS: Table = Table::new(&[
    ("abbaye", 3), ("abbayes", 3), ("aequo", 2), ("aout", 1), ("août", 1), ("aoûtien", 3),
    ("aïe", 1), ("bonsaï", 2), ("bonsaïs", 2), ("business", 2), ("caen", 1), ("facebook", 2),
    ("faon", 1), ("faons", 1), ("gaieté", 2), ("gaietés", 2), ("isaac", 2), ("laon", 1),
    ("paon", 1), ("paonne", 1), ("paonnes", 1), ("paons", 1), ("samouraï", 3), ("samouraïs", 3),
    ("saoul", 1), ("saoule", 1), ("saoules", 1), ("saouls", 1), ("saône", 1), ("soûl", 1),
    ("staël", 1), ("taon", 1), ("taons", 1), ("thaï", 1), ("thaïe", 1), ("thaïs", 1),
]);

/// Words in `-ent` that say it aloud, beside those in `-ment`, `-vient` and `-tient`.
#[rustfmt::skip]
pub(super) static SPOKEN_ENT: [&str; 184] = [
    "absent", "accent", "accident", "adhérent", "adjacent", "adolescent", "affluent", "afférent",
    "agent", "ambivalent", "antécédent", "apparent", "arborescent", "ardent", "argent", "arpent",
    "astringent", "auvent", "avent", "bident", "bivalent", "chiendent", "client", "coefficient",
    "cohérent", "compétent", "concurrent", "confident", "confluent", "conscient", "consent",
    "conséquent", "content", "continent", "contingent", "contrevent", "convalescent",
    "coprésident", "corpulent", "couvent", "covalent", "différent", "diligent", "dissident",
    "divalent", "divergent", "docent", "dolent", "décent", "déficient", "déférent", "déliquescent",
    "détergent", "effervescent", "efficient", "efférent", "engoulevent", "entregent", "escient",
    "event", "excellent", "excédent", "expédient", "fervent", "flatulent", "florent",
    "fluorescent", "fraudulent", "fréquent", "féculent", "gradient", "grandiloquent", "immanent",
    "imminent", "impatient", "impertinent", "impotent", "imprudent", "impudent", "impénitent",
    "inapparent", "incandescent", "incident", "incohérent", "incompétent", "incongruent",
    "inconscient", "inconséquent", "inconvénient", "indifférent", "indigent", "indolent",
    "indulgent", "indécent", "influent", "ingrédient", "inhérent", "innocent", "insipient",
    "insolent", "intelligent", "intermittent", "intransigent", "irrévérent", "jacent", "latent",
    "laurent", "luminescent", "malcontent", "munificent", "mécontent", "négligent", "obédient",
    "occident", "omnipotent", "omniprésent", "onguent", "opalescent", "opulent", "orient",
    "paravent", "parent", "patent", "patient", "permanent", "pertinent", "pestilent",
    "phosphorescent", "polyvalent", "pourcent", "pressent", "proéminent", "prudent", "précédent",
    "présent", "président", "prévalent", "prééminent", "pubescent", "purulent", "pénitent",
    "quotient", "redent", "relent", "repent", "ressent", "récent", "récipient", "récurrent",
    "référent", "régent", "rémanent", "résident", "résilient", "résurgent", "réticent", "sentient",
    "sergent", "serpent", "somnolent", "souvent", "strident", "subsident", "subséquent",
    "succulent", "talent", "tangent", "torrent", "transparent", "trident", "truculent",
    "turbulent", "turgescent", "urgent", "vincent", "violent", "virulent", "éloquent", "émergent",
    "éminent", "émollient", "équivalent", "évanescent", "évident",
];

/// Verbs in `-ment` that do not say it.
#[rustfmt::skip]
pub(super) static SILENT_MENT: [&str; 101] = [
    "abîment", "acclament", "affament", "affirment", "aiment", "allument", "animent", "arment",
    "assument", "blâment", "brament", "briment", "brument", "charment", "chloroforment", "chôment",
    "clament", "compriment", "confirment", "conforment", "consomment", "consument", "crament",
    "diffament", "dorment", "déciment", "déclament", "déforment", "dénomment", "déplument",
    "dépriment", "déprogramment", "désarment", "embaument", "embrument", "endorment", "enferment",
    "enflamment", "enfument", "entament", "enthousiasment", "enveniment", "escriment", "essaiment",
    "estiment", "exclament", "exhument", "expriment", "fantasment", "ferment", "filment",
    "forment", "friment", "fument", "gomment", "griment", "impriment", "infirment", "informent",
    "inhument", "intiment", "légitiment", "miment", "nomment", "oppriment", "parfument",
    "parsèment", "paument", "performent", "plument", "priment", "proclament", "programment",
    "périment", "rament", "raniment", "referment", "reforment", "rendorment", "renferment",
    "reprogramment", "riment", "rythment", "réaffirment", "réaniment", "réclament", "réforment",
    "répriment", "résument", "slament", "spamment", "suppriment", "surestiment", "surnomment",
    "sèment", "trament", "transforment", "triment", "zooment", "écument", "étament",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted() {
        assert!(EXCEPTIONS.words().is_sorted_by(|a, b| a.0 < b.0));
        assert!(SPOKEN_ENT.is_sorted_by(|a, b| a < b));
        assert!(SILENT_MENT.is_sorted_by(|a, b| a < b));
    }
}
