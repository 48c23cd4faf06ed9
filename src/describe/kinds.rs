//! What a key takes, in words: types with their units and how they are written.

use crate::lang::{Lang, list_or};
use crate::load::shape::{Kind, Names, Ref, TimeOf};
use crate::networks;
use crate::time::Region;

/// The type of a value for a table of the reference; Markdown, no line ends.
pub(super) fn words(kind: &Kind, lang: Lang) -> String {
    match *kind {
        Kind::Int(min, max) => int(min, max, lang),
        Kind::Choice(words) => choice(words, lang),
        Kind::Network => {
            let names: Vec<_> = networks::all().iter().map(|network| network.key).collect();
            choice(&names, lang)
        }
        Kind::Region => {
            let names: Vec<_> = Region::names().collect();
            let code = match lang {
                Lang::En => "ISO 3166-2 code",
                Lang::Fr => "code ISO 3166-2",
            };
            format!("{}, {code}", choice(&names, lang))
        }
        Kind::MixWindow => {
            let days =
                pick(lang, "a number of days such as `28d`", "un nombre de jours comme `28d`");
            format!("{days}, {}", choice(&["week", "month", "quarter", "campaign"], lang))
        }
        Kind::Ref(of) => reference(of, lang).to_owned(),
        Kind::List(inner) => match lang {
            Lang::En => format!("list of: {}", words(inner, lang)),
            Lang::Fr => format!("liste de\u{a0}: {}", words(inner, lang)),
        },
        Kind::Table(shape) => format!("[table](#{})", shape.name),
        Kind::Map(names, inner) => map(names, inner, lang),
        Kind::OneOf(kinds) => {
            let each: Vec<_> = kinds.iter().map(|kind| words(kind, lang)).collect();
            list_or(lang, &each)
        }
        _ => plain(kind, lang).to_owned(),
    }
}

/// The kinds that a few fixed words describe.
fn plain(kind: &Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Bool => pick(lang, "`true` or `false`", "`true` ou `false`"),
        Kind::Words => pick(lang, "text, not empty", "texte non vide"),
        Kind::Id => pick(
            lang,
            "id: small letters, digits, hyphens; at most 64",
            "identifiant\u{a0}: minuscules sans accent, chiffres, traits d’union\u{202f}; 64 au plus",
        ),
        Kind::Share => pick(
            lang,
            "percent, 0 to 100, at most one decimal",
            "pourcentage de 0 à 100, une décimale au plus",
        ),
        Kind::Zone => pick(
            lang,
            "time zone: an IANA name such as `\"Europe/Paris\"`",
            "fuseau horaire\u{a0}: un nom IANA comme `\"Europe/Paris\"`",
        ),
        Kind::LangTag => {
            pick(lang, "language tag: `\"fr\"`, `\"en-GB\"`", "langue\u{a0}: `\"fr\"`, `\"en-GB\"`")
        }
        Kind::Country => {
            pick(lang, "country, two capitals: `\"FR\"`", "pays, deux capitales\u{a0}: `\"FR\"`")
        }
        Kind::Grid => pick(
            lang,
            "duration from `\"5min\"` to `\"4h\"` that divides a day",
            "durée de `\"5min\"` à `\"4h\"` qui divise la journée",
        ),
        Kind::EventRule => pick(
            lang,
            "yearly rule: `\"05-01\"`, `\"easter+39\"`, `\"last sun of may\"`",
            "règle annuelle\u{a0}: `\"05-01\"`, `\"easter+39\"` (Pâques + 39), `\"last sun of may\"`",
        ),
        Kind::Color => pick(lang, "colour: `\"#7a5cff\"`", "couleur\u{a0}: `\"#7a5cff\"`"),
        Kind::Path => pick(
            lang,
            "path from the root file, with `/`",
            "chemin depuis le fichier principal, avec des `/`",
        ),
        Kind::Seal => pick(
            lang,
            "`\"sha256:\"` and 64 digits 0–9, a–f",
            "`\"sha256:\"` et 64 chiffres 0–9, a–f",
        ),
        Kind::Any => pick(lang, "anything", "ce que vous voulez"),
        _ => when(kind, lang),
    }
}

/// Dates, times, durations; any other kind is text.
fn when(kind: &Kind, lang: Lang) -> &'static str {
    match kind {
        Kind::Date => pick(
            lang,
            "date: `2026-11-24`, `\"2026-W48\"`, `\"2026-11\"` or `\"2026-11-23/2026-11-27\"`",
            "date\u{a0}: `2026-11-24`, `\"2026-W48\"`, `\"2026-11\"` ou `\"2026-11-23/2026-11-27\"`",
        ),
        Kind::Day => pick(lang, "day: `2026-11-24`", "jour\u{a0}: `2026-11-24`"),
        Kind::DayRange => pick(
            lang,
            "day, or days: `2026-11-24`, `\"2026-12-24/2027-01-03\"`",
            "jour ou suite de jours\u{a0}: `2026-11-24`, `\"2026-12-24/2027-01-03\"`",
        ),
        Kind::Time(TimeOf::Day) => {
            pick(lang, "time: `\"12:30\"` or `12:30:00`", "heure\u{a0}: `\"12:30\"` ou `12:30:00`")
        }
        Kind::Time(TimeOf::End) => pick(
            lang,
            "time: `\"12:30\"`, `\"24:00\"` for midnight",
            "heure\u{a0}: `\"12:30\"`, `\"24:00\"` pour minuit",
        ),
        Kind::Instant => pick(
            lang,
            "date and time: `2026-11-24T12:30:00`, or with its offset `2026-11-24T12:30:00+01:00`",
            "date et heure\u{a0}: `2026-11-24T12:30:00`, ou avec le décalage `2026-11-24T12:30:00+01:00`",
        ),
        Kind::Lapse => pick(
            lang,
            "duration: `\"45min\"`, `\"20h\"`, `\"2d\"`, `\"1w\"`",
            "durée\u{a0}: `\"45min\"`, `\"20h\"`, `\"2d\"` (jours), `\"1w\"` (semaines)",
        ),
        Kind::WorkDays => pick(
            lang,
            "working days: `\"5d\"`, `\"2w\"` (of five)",
            "jours ouvrés\u{a0}: `\"5d\"`, `\"2w\"` (semaines de cinq)",
        ),
        Kind::Days => pick(
            lang,
            "days: `\"mon\"` … `\"sun\"`, `\"mon-fri\"`, `\"daily\"`, or a list of these",
            "jours\u{a0}: `\"mon\"` (lundi) … `\"sun\"` (dimanche), `\"mon-fri\"`, `\"daily\"` (tous), ou une liste",
        ),
        _ => pick(lang, "text", "texte"),
    }
}

fn pick(lang: Lang, en: &'static str, fr: &'static str) -> &'static str {
    match lang {
        Lang::En => en,
        Lang::Fr => fr,
    }
}

fn int(min: i64, max: i64, lang: Lang) -> String {
    // A bound that only guards the machine says nothing to a reader.
    let open = max >= 100_000;
    match (lang, open) {
        (Lang::En, true) => format!("whole number from {min}"),
        (Lang::En, false) => format!("whole number, {min} to {max}"),
        (Lang::Fr, true) => format!("nombre entier à partir de {min}"),
        (Lang::Fr, false) => format!("nombre entier de {min} à {max}"),
    }
}

fn choice(words: &[&str], lang: Lang) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`\"{word}\"`")).collect();
    list_or(lang, &quoted)
}

fn reference(of: Ref, lang: Lang) -> &'static str {
    match of {
        Ref::Channel => pick(lang, "name of a channel", "nom d’un canal"),
        Ref::Person => pick(lang, "name of a person", "nom d’une personne"),
        Ref::Pillar => pick(lang, "name of a pillar", "nom d’un pilier"),
        Ref::Campaign => pick(lang, "name of a campaign", "nom d’une campagne"),
        Ref::Series => pick(lang, "id of a series", "identifiant d’un rendez-vous"),
        Ref::Post => pick(lang, "id of a post", "identifiant d’une publication"),
        Ref::Event => pick(lang, "id of an event", "identifiant d’un événement"),
        Ref::Rule => pick(lang, "name of a rule", "nom d’une règle"),
    }
}

fn map(names: Names, inner: &Kind, lang: Lang) -> String {
    let name = match names {
        Names::Ids => pick(lang, "id", "identifiant"),
        Names::Channels => pick(lang, "channel", "canal"),
        Names::Rules => pick(lang, "rule", "règle"),
        Names::Words => pick(lang, "word", "mot"),
    };
    let inner = words(inner, lang);
    match lang {
        Lang::En => format!("table, by {name}: {inner}"),
        Lang::Fr => format!("table, par {name}\u{a0}: {inner}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_in_words() {
        let list = Kind::List(&Kind::Ref(Ref::Channel));
        assert_eq!(words(&list, Lang::En), "list of: name of a channel");
        assert_eq!(words(&Kind::Int(1, 5), Lang::Fr), "nombre entier de 1 à 5");
        let either = Kind::OneOf(&[Kind::Bool, Kind::Choice(&["a", "b"])]);
        assert!(words(&either, Lang::En).contains("`\"a\"` or `\"b\"`"));
    }
}
