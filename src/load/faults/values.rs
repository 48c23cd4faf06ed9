//! Faults of values: the wrong type, or a word, date, number that can't be.

use super::{Faults, moments};
use crate::diagnostic::Finding;
use crate::lang::{Lang, Phrase, Text, list_or};
use crate::load::scalar::Fault;
use crate::load::shape::{Key, Kind, Need, Shape};
use crate::source::At;
use crate::text::nearest;
use crate::time::Zone;
use toml::de::DeValue;

impl Faults {
    /// A value of the wrong type.
    pub(in crate::load) fn wrong_type(
        &mut self,
        at: At,
        key: &Key,
        kind: &Kind,
        value: &DeValue<'_>,
    ) {
        let (name, found) = (key.name, type_name(value));
        let message = Text::of(|lang| match lang {
            Lang::En => {
                format!("`{name}` takes {}, not {}", wanted(kind).get(lang), found.get(lang))
            }
            Lang::Fr => {
                format!("`{name}` attend {}, pas {}", wanted(kind).get(lang), found.get(lang))
            }
        });
        let meant = meant(kind, value);
        let help = match meant {
            Some(meant) => write(&format!("{name} = {meant}")),
            None => for_example(&format!("{name} = {}", example(kind))),
        };
        self.say("wrong-type", at, message, Some(help));
    }

    /// `[post]` where `[[post]]` is meant.
    pub(in crate::load) fn single_table(&mut self, at: At, key: &Key) {
        let name = key.name;
        let message = Text::of(|lang| match lang {
            Lang::En => format!("`{name}` is a list: it takes double brackets"),
            Lang::Fr => format!("`{name}` est une liste\u{a0}: il faut des crochets doubles"),
        });
        self.say("wrong-type", at, message, Some(write(&format!("[[{name}]]"))));
    }

    /// A single value that does not fit.
    pub(in crate::load) fn scalar(
        &mut self,
        at: At,
        key: &'static Key,
        kind: &'static Kind,
        value: &DeValue<'_>,
        fault: &Fault,
    ) {
        self.scalar_of(at, key.name, (key, kind), value, fault);
    }

    /// The same, where the name to speak of is not the key's: a rule's in `[rules]`, say.
    pub(in crate::load) fn scalar_of(
        &mut self,
        at: At,
        name: &str,
        (key, kind): (&'static Key, &'static Kind),
        value: &DeValue<'_>,
        fault: &Fault,
    ) {
        if matches!(fault, Fault::Type) {
            return self.wrong_type(at, key, kind, value);
        }
        let shown = value.as_str().map_or_else(String::new, |text| shorten(text).to_owned());
        if matches!(fault, Fault::Id) {
            return self.bad_id(at, &shown);
        }
        let (rule, message, help) = worded(name, &key.kind, &shown, fault);
        let mut finding = Finding::new(rule, at, message);
        finding.help = help;
        self.add(finding);
    }
}

/// What is said of a fault: the rule, the message, the help.
pub(in crate::load) type Said = (&'static str, Text, Option<Text>);

fn worded(name: &str, kind: &Kind, shown: &str, fault: &Fault) -> Said {
    let plainly = |help: Option<Text>| {
        let (rule, message, fixed) = plain(fault);
        let example = || for_example(&format!("{} = {}", name, example(kind)));
        let help = help.or_else(|| fixed.map(Text::from)).unwrap_or_else(example);
        (rule, filled(message, name, shown), Some(help))
    };
    match fault {
        Fault::Range(min, max) => {
            let help = for_example(&format!("{name} = {}", between(*min, *max)));
            ("bad-value", range_message(name, *min, *max), Some(help))
        }
        Fault::Date(fault) => moments::date(shown, fault),
        Fault::Time(fault) => moments::time(shown, fault),
        Fault::Lapse(fault) => moments::lapse(shown, fault),
        Fault::Days(fault) => moments::days(shown, fault),
        Fault::Choice(words) => choice_fault(name, shown, words),
        Fault::Zone => zone_fault(shown),
        Fault::Network => network_fault(shown),
        Fault::Region => plainly(Some(region_help(shown))),
        Fault::Path => plainly(Some(path_help(shown))),
        _ => plainly(None),
    }
}

const fn say(en: &'static str, fr: &'static str) -> Phrase {
    Phrase { en, fr }
}

/// The faults that are said in fixed words: `{key}` is the key, `{}` what was written. Without a
/// help, an example of the key is shown.
const fn plain(fault: &Fault) -> (&'static str, Phrase, Option<Phrase>) {
    match fault {
        Fault::Empty => (
            "empty-value",
            say("`{key}` is empty", "`{key}` est vide"),
            Some(say(
                "write something, or take the key away",
                "écrivez quelque chose, ou retirez la clé",
            )),
        ),
        Fault::Share => (
            "bad-value",
            say(
                "`{key}` is a percentage from 0 to 100, with one decimal at most",
                "`{key}` est un pourcentage de 0 à 100, avec une décimale au plus",
            ),
            None,
        ),
        Fault::NotOneDay => (
            "bad-date",
            say(
                "`{key}` takes one day, and `{}` is several",
                "`{key}` attend un seul jour, et `{}` en couvre plusieurs",
            ),
            None,
        ),
        Fault::Instant => (
            "bad-date",
            say("`{key}` takes a date with its time", "`{key}` attend une date avec son heure"),
            None,
        ),
        Fault::WorkDays => (
            "bad-duration",
            say(
                "`{key}` is counted in working days, and `{}` is none",
                "`{key}` se compte en jours ouvrés, ce que `{}` n’est pas",
            ),
            Some(say(
                "write `\"5d\"` for five working days, `\"2w\"` for two weeks of five (a year at most)",
                "écrivez `\"5d\"` pour cinq jours ouvrés, `\"2w\"` pour deux semaines de cinq (un an au plus)",
            )),
        ),
        Fault::Grid => (
            "bad-value",
            say(
                "`{}` does not divide the day into slots",
                "`{}` ne découpe pas la journée en créneaux",
            ),
            Some(say(
                "take `5min`, `10min`, `15min`, `30min`, `1h`, `2h` or `4h`",
                "prenez `5min`, `10min`, `15min`, `30min`, `1h`, `2h` ou `4h`",
            )),
        ),
        Fault::MixWindow => (
            "bad-value",
            say("`{}` is not a window of the mix", "`{}` n’est pas une durée de mix"),
            Some(say(
                "take a number of days such as `28d`, or `week`, `month`, `quarter`, `campaign`",
                "prenez un nombre de jours tel que `28d`, ou `week`, `month`, `quarter`, `campaign`",
            )),
        ),
        Fault::Rule => (
            "bad-date",
            say("`{}` is not a date rule", "`{}` n’est pas une règle de date"),
            Some(say(
                "such as `05-01`, `easter+39` or `last sun of may`",
                "par exemple `05-01`, `easter+39` ou `last sun of may`",
            )),
        ),
        _ => plain_words(fault),
    }
}

/// The same for words that name something.
const fn plain_words(fault: &Fault) -> (&'static str, Phrase, Option<Phrase>) {
    match fault {
        Fault::Color => {
            ("bad-value", say("`{}` is not a colour", "`{}` n’est pas une couleur"), None)
        }
        Fault::LangTag => (
            "bad-value",
            say("`{}` is not a language tag", "`{}` n’est pas un code de langue"),
            Some(say("such as `fr`, `en` or `fr-CA`", "par exemple `fr`, `en` ou `fr-CA`")),
        ),
        Fault::Country => (
            "unknown-country",
            say("`{}` is not a country code", "`{}` n’est pas un code de pays"),
            Some(say(
                "two capital letters, such as `FR`",
                "deux lettres majuscules, par exemple `FR`",
            )),
        ),
        Fault::Region => {
            ("unknown-region", say("no region is called `{}`", "la région `{}` n’existe pas"), None)
        }
        Fault::Path => (
            "bad-path",
            say("`{}` is not a path of this repository", "`{}` n’est pas un chemin de ce dépôt"),
            None,
        ),
        Fault::Seal => (
            "bad-value",
            say("`{}` is not a seal", "`{}` n’est pas un sceau"),
            Some(say(
                "a seal is `sha256:` and 64 hexadecimal digits",
                "un sceau s’écrit `sha256:` et 64 chiffres hexadécimaux",
            )),
        ),
        _ => ("wrong-type", say("this value does not fit", "cette valeur ne convient pas"), None),
    }
}

fn filled(message: Phrase, key: &str, shown: &str) -> Text {
    Text::of(|lang| message.get(lang).replace("{key}", key).replace("{}", shown))
}

fn choice_fault(name: &str, shown: &str, words: &'static [&'static str]) -> Said {
    let message = Text::of(|lang| match lang {
        Lang::En => format!("`{name}` cannot be `{shown}`"),
        Lang::Fr => format!("`{name}` ne peut pas être `{shown}`"),
    });
    let near = french(shown).filter(|word| words.contains(word));
    // One letter is no nearer to another than to any: no guess among such words.
    let guessed = |word: &&str| word.chars().count() > 1 || shown.eq_ignore_ascii_case(word);
    let near = near.or_else(|| nearest(shown, words.iter().copied()).filter(guessed));
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    let help = Text::of(|lang| match (lang, near) {
        (Lang::En, Some(near)) => format!("did you mean `{near}`?"),
        (Lang::Fr, Some(near)) => format!("vouliez-vous écrire `{near}`\u{202f}?"),
        (Lang::En, None) => format!("one of {}", list_or(lang, &quoted)),
        (Lang::Fr, None) => format!("au choix\u{a0}: {}", list_or(lang, &quoted)),
    });
    ("bad-value", message, Some(help))
}

/// The key of a French word, or of another tool's word, for a status, a day, an effect, a zone.
fn french(word: &str) -> Option<&'static str> {
    Some(match crate::text::slug(word).as_str() {
        "idee" => "idea",
        "prevu" | "prevue" | "planifie" | "planifiee" | "a-faire" => "planned",
        "brouillon" | "en-cours" | "redaction" => "draft",
        "relecture" | "en-relecture" | "a-relire" | "a-valider" => "review",
        "valide" | "validee" | "approuve" | "approuvee" | "pret" | "prete" | "ready" => "approved",
        "programme" | "programmee" => "scheduled",
        "publie" | "publiee" | "posted" | "done" | "en-ligne" => "published",
        "annule" | "annulee" | "canceled" => "cancelled",
        "eviter" => "avoid",
        "semaine" => "week",
        "mois" => "month",
        "jour" => "day",
        "trimestre" => "quarter",
        "campagne" => "campaign",
        "a" | "zone-a" => "A",
        "b" | "zone-b" => "B",
        "c" | "zone-c" => "C",
        "corse" | "corsica" | "2a" | "2b" => "Corse",
        _ => return None,
    })
}

fn zone_fault(shown: &str) -> Said {
    let message = Text::of(|lang| match lang {
        Lang::En => format!("no time zone is called `{shown}`"),
        Lang::Fr => format!("le fuseau horaire `{shown}` n’existe pas"),
    });
    let help = Zone::nearest(shown).map_or_else(
        || {
            Text::of(|lang| match lang {
                Lang::En => "zones are named by a city, such as `Europe/Paris`".to_owned(),
                Lang::Fr => {
                    "un fuseau porte le nom d’une ville, par exemple `Europe/Paris`".to_owned()
                }
            })
        },
        did_you_mean,
    );
    ("unknown-timezone", message, Some(help))
}

fn network_fault(shown: &str) -> Said {
    let names = crate::networks::all().iter().map(|network| network.key);
    let message = Text::of(|lang| match lang {
        Lang::En => format!("no network is called `{shown}`"),
        Lang::Fr => format!("le réseau `{shown}` n’est pas connu"),
    });
    let help = nearest(shown, names.clone()).map_or_else(
        || {
            let quoted: Vec<String> = names.map(|name| format!("`{name}`")).collect();
            Text::of(|lang| match lang {
                Lang::En => format!("one of {}", list_or(lang, &quoted)),
                Lang::Fr => format!("au choix\u{a0}: {}", list_or(lang, &quoted)),
            })
        },
        did_you_mean,
    );
    ("unknown-network", message, Some(help))
}

fn region_help(shown: &str) -> Text {
    let names: Vec<&str> = crate::time::Region::names().collect();
    nearest(shown, names.iter().copied()).map_or_else(
        || {
            let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            Text::of(|lang| match lang {
                Lang::En => format!("one of {}, or an ISO 3166-2 code", list_or(lang, &quoted)),
                Lang::Fr => {
                    format!("au choix\u{a0}: {}, ou un code ISO 3166-2", list_or(lang, &quoted))
                }
            })
        },
        did_you_mean,
    )
}

fn path_help(shown: &str) -> Text {
    if shown.contains('\\') {
        return write(&format!("\"{}\"", shown.replace('\\', "/")));
    }
    Text::of(|lang| match lang {
        Lang::En => "paths start from the calendar's folder and use `/`".to_owned(),
        Lang::Fr => {
            "les chemins partent du dossier du calendrier et s’écrivent avec `/`".to_owned()
        }
    })
}

fn range_message(name: &str, min: i64, max: i64) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("`{name}` is a whole number from {min} to {max}"),
        Lang::Fr => format!("`{name}` est un nombre entier de {min} à {max}"),
    })
}

fn did_you_mean(word: &str) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("did you mean `{word}`?"),
        Lang::Fr => format!("vouliez-vous écrire `{word}`\u{202f}?"),
    })
}

pub(super) fn write(line: &str) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("write `{line}`"),
        Lang::Fr => format!("écrivez `{line}`"),
    })
}

fn for_example(line: &str) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("for example `{line}`"),
        Lang::Fr => format!("par exemple `{line}`"),
    })
}

/// The value that was meant by one of the wrong type, as it should be written.
fn meant(kind: &Kind, value: &DeValue<'_>) -> Option<String> {
    let text = value.as_str().map(str::trim);
    match (kind, value) {
        (Kind::Int(..) | Kind::Share, _) => text
            .filter(|text| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit()))
            .map(str::to_owned),
        (Kind::Lapse | Kind::Grid, DeValue::Integer(n)) => Some(format!("\"{}min\"", n.as_str())),
        (Kind::WorkDays, DeValue::Integer(n)) => Some(format!("\"{}d\"", n.as_str())),
        (Kind::Bool, _) => text.filter(|text| ["true", "false"].contains(text)).map(str::to_owned),
        (Kind::List(Kind::Ref(_) | Kind::Text | Kind::Words | Kind::Path), _) => {
            text.map(|text| format!("[\"{text}\"]"))
        }
        (Kind::List(Kind::OneOf([Kind::Path, ..])), _) => {
            text.filter(|text| !text.is_empty()).map(|text| format!("[\"{text}\"]"))
        }
        _ => None,
    }
}

/// The first words of a long value.
pub(super) fn shorten(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    line.char_indices().nth(60).map_or(line, |(end, _)| &line[..end])
}

const fn type_name(value: &DeValue<'_>) -> Phrase {
    match value {
        DeValue::String(_) => Phrase { en: "a text", fr: "un texte" },
        DeValue::Integer(_) => Phrase { en: "a whole number", fr: "un nombre entier" },
        DeValue::Float(_) => Phrase { en: "a decimal number", fr: "un nombre décimal" },
        DeValue::Boolean(_) => Phrase { en: "true or false", fr: "vrai ou faux (true, false)" },
        DeValue::Datetime(_) => Phrase { en: "a date or time", fr: "une date ou une heure" },
        DeValue::Array(_) => Phrase { en: "a list", fr: "une liste" },
        DeValue::Table(_) => Phrase { en: "a table", fr: "une table" },
    }
}

/// What a kind takes, with its article.
pub(in crate::load) const fn wanted(kind: &Kind) -> Phrase {
    match kind {
        Kind::Bool => Phrase { en: "true or false", fr: "true ou false" },
        Kind::Int(..) => Phrase { en: "a whole number", fr: "un nombre entier" },
        Kind::Share => Phrase { en: "a percentage", fr: "un pourcentage" },
        Kind::Date | Kind::Day | Kind::DayRange => Phrase { en: "a date", fr: "une date" },
        Kind::Time(_) => Phrase { en: "a time", fr: "une heure" },
        Kind::Instant => Phrase { en: "a date with its time", fr: "une date avec son heure" },
        Kind::Lapse | Kind::Grid => Phrase { en: "a length of time", fr: "une durée" },
        Kind::WorkDays => Phrase { en: "working days", fr: "des jours ouvrés" },
        Kind::Days => Phrase { en: "days of the week", fr: "des jours de la semaine" },
        Kind::List(_) => Phrase { en: "a list", fr: "une liste" },
        Kind::Table(_) | Kind::Map(..) => Phrase { en: "a table", fr: "une table" },
        Kind::OneOf(_) => Phrase { en: "a text or a table", fr: "un texte ou une table" },
        _ => Phrase { en: "a text", fr: "un texte" },
    }
}

/// A number that makes sense in these bounds: of a score out of 100, a good one.
fn between(min: i64, max: i64) -> i64 {
    if (min, max) == (0, 100) { 80 } else { min.max(1) }
}

/// A value that fits, as written in a file.
pub(in crate::load) fn example(kind: &Kind) -> String {
    match kind {
        Kind::Bool => "true".to_owned(),
        Kind::Int(min, max) => between(*min, *max).to_string(),
        Kind::Share => "20".to_owned(),
        Kind::Date | Kind::Day | Kind::DayRange => "2026-11-24".to_owned(),
        Kind::Time(_) => "\"12:30\"".to_owned(),
        Kind::Instant => "2026-11-24T12:30:00".to_owned(),
        Kind::Lapse => "\"2d\"".to_owned(),
        Kind::WorkDays => "\"5d\"".to_owned(),
        Kind::Grid => "\"30min\"".to_owned(),
        Kind::Days => "\"mon-fri\"".to_owned(),
        Kind::Zone => "\"Europe/Paris\"".to_owned(),
        Kind::LangTag => "\"fr\"".to_owned(),
        Kind::Country => "\"FR\"".to_owned(),
        Kind::Network => "\"instagram\"".to_owned(),
        Kind::Color => "\"#7a5cff\"".to_owned(),
        Kind::Choice(words) => format!("\"{}\"", words.first().copied().unwrap_or_default()),
        Kind::List(inner) => format!("[{}]", example(inner)),
        Kind::Table(shape) => table_example(shape),
        Kind::Map(..) => "{ … }".to_owned(),
        _ => "\"…\"".to_owned(),
    }
}

/// A table with the keys that must be there, where it stands on one line.
fn table_example(shape: &Shape) -> String {
    let must: Vec<String> = shape
        .keys
        .iter()
        .filter(|key| key.need == Need::Required)
        .map(|key| match (shape.name, key.name) {
            // A rest of two days would be none.
            ("evergreen", "every") => "every = \"90d\"".to_owned(),
            _ => format!("{} = {}", key.name, example(&key.kind)),
        })
        .collect();
    match must.is_empty() || shape.header.starts_with('[') {
        true => "{ … }".to_owned(),
        false => format!("{{ {} }}", must.join(", ")),
    }
}
