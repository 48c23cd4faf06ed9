//! The word of the other form of address: a suggestion, for the sentence must agree with it.

use super::{Side, verbs};

/// What to write instead of a sign; none where it is not sure.
pub(super) fn other_form(word: &str, side: Side) -> Vec<String> {
    let words: &[&str] = match (side, word) {
        (Side::Tu, "tu" | "te" | "toi" | "t") => &["vous"],
        (Side::Tu, "ton" | "ta") => &["votre"],
        (Side::Tu, "tes") => &["vos"],
        (Side::Tu, "tien" | "tienne") => &["vôtre"],
        (Side::Tu, "tiens" | "tiennes") => &["vôtres"],
        (Side::Vous, "vous") => &["tu", "te", "toi"],
        (Side::Vous, "votre") => &["ton", "ta"],
        (Side::Vous, "vos") => &["tes"],
        (Side::Vous, "vôtre") => &["tien", "tienne"],
        (Side::Vous, "vôtres") => &["tiens", "tiennes"],
        (Side::Vous, "êtes") => &["es"],
        (Side::Tu, verb) => return plural(verb).into_iter().collect(),
        (Side::Vous, verb) => {
            let known = verbs::all().find(|form| plural(form).is_some_and(|other| other == verb));
            return known.map(str::to_owned).into_iter().collect();
        }
    };
    words.iter().map(|word| (*word).to_owned()).collect()
}

/// The plural of an order that the tables know.
fn plural(verb: &str) -> Option<String> {
    if !matches!(verb, "hésite" | "tarde") {
        verbs::kind(verb)?;
    }
    let irregular = irregular(verb);
    if !irregular.is_empty() {
        return Some(irregular.to_owned());
    }
    if let Some((stem, ending)) = family(verb) {
        return Some(format!("{stem}{ending}"));
    }
    if let Some(stem) = verb.strip_suffix("ds") {
        return Some(format!("{stem}dez"));
    }
    if let Some(stem) = verb.strip_suffix("is") {
        return Some(format!("{stem}issez"));
    }
    let stem = verb.strip_suffix('e')?;
    if let Some(stem) = stem.strip_suffix('i').filter(|_| is_from_y(verb)) {
        return Some(format!("{stem}yez"));
    }
    Some(format!("{}ez", reopened(stem)))
}

/// Verbs of their own kind; empty for all others.
fn irregular(verb: &str) -> &'static str {
    match verb {
        "fais" => "faites",
        "refais" => "refaites",
        "dis" => "dites",
        "lis" => "lisez",
        "relis" => "relisez",
        "vis" | "revis" => "vivez",
        "vois" => "voyez",
        "revois" => "revoyez",
        "prévois" => "prévoyez",
        "sois" => "soyez",
        "sache" => "sachez",
        "va" => "allez",
        "crois" => "croyez",
        "tais" => "taisez",
        "assieds" => "asseyez",
        "bois" => "buvez",
        "ris" => "riez",
        "rejoins" => "rejoignez",
        "sers" => "servez",
        "dors" => "dormez",
        "pars" => "partez",
        "sors" => "sortez",
        "ressors" => "ressortez",
        "ressens" => "ressentez",
        "cours" => "courez",
        "parcours" => "parcourez",
        "appelle" => "appelez",
        "rappelle" => "rappelez",
        "jette" => "jetez",
        "renouvelle" => "renouvelez",
        "projette" => "projetez",
        "feuillette" => "feuilletez",
        "époussette" => "époussetez",
        "étiquette" => "étiquetez",
        "mouds" => "moulez",
        "vaincs" => "vainquez",
        "fuis" => "fuyez",
        "souris" => "souriez",
        "sens" => "sentez",
        "satisfais" => "satisfaites",
        "promeus" => "promouvez",
        "conquiers" => "conquérez",
        "revêts" => "revêtez",
        "conclus" => "concluez",
        _ => "",
    }
}

/// Verbs that follow a short one, by their endings: `comprends`, `éteins`, `traduis`.
fn family(verb: &str) -> Option<(&str, &'static str)> {
    const ENDINGS: [(&str, &str); 15] = [
        ("prends", "prenez"),
        ("tiens", "tenez"),
        ("viens", "venez"),
        ("mets", "mettez"),
        ("cris", "crivez"),
        ("duis", "duisez"),
        ("truis", "truisez"),
        ("cuis", "cuisez"),
        ("suis", "suivez"),
        ("eins", "eignez"),
        ("çois", "cevez"),
        ("nais", "naissez"),
        ("bats", "battez"),
        ("ouds", "ousez"),
        ("sous", "solvez"),
    ];
    ENDINGS.iter().find_map(|(one, many)| Some((verb.strip_suffix(one)?, *many)))
}

/// Verbs in -yer, whose y is an i before a mute e.
fn is_from_y(verb: &str) -> bool {
    matches!(
        verb,
        "essaie"
            | "envoie"
            | "nettoie"
            | "appuie"
            | "balaie"
            | "paie"
            | "égaie"
            | "choie"
            | "déploie"
    )
}

/// The last è of a stem before it is stressed no more: `achèt` is `achet`, `repèr` is `repér`.
fn reopened(stem: &str) -> String {
    let mute = ["chèt", "mèn", "lèv", "sèm", "gèl", "pès"].iter().any(|end| stem.ends_with(end));
    match stem.rsplit_once('è') {
        Some((head, tail)) if !tail.is_empty() && tail.chars().count() <= 2 => {
            format!("{head}{}{tail}", if mute { 'e' } else { 'é' })
        }
        _ => stem.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn orders_have_their_plural() {
        for (one, many) in [
            ("viens", "venez"),
            ("découvre", "découvrez"),
            ("essaie", "essayez"),
            ("achète", "achetez"),
            ("repère", "repérez"),
            ("choisis", "choisissez"),
            ("attends", "attendez"),
            ("crée", "créez"),
            ("protège", "protégez"),
            ("célèbre", "célébrez"),
            ("éteins", "éteignez"),
            ("traduis", "traduisez"),
            ("remets", "remettez"),
            ("appuie", "appuyez"),
            ("gère", "gérez"),
            ("sème", "semez"),
        ] {
            assert_eq!(other_form(one, Side::Tu), [many]);
            assert_eq!(other_form(many, Side::Vous), [one]);
        }
        assert_eq!(other_form("tes", Side::Tu), ["vos"]);
        assert!(other_form("seriez", Side::Vous).is_empty());
    }
}
