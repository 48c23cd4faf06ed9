//! Faults of values: the wrong type, or a word, date, number that can't be.

use super::{Faults, nearest};
use crate::diagnostic::Finding;
use crate::lang::{Lang, Phrase, Text, list_or};
use crate::load::scalar::Fault;
use crate::load::shape::{Key, Kind};
use crate::source::At;
use crate::time::{DateFault, LapseFault, TimeFault, Zone};
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
            Lang::En => format!(
                "`{name}` takes {}, not {}",
                wanted(kind).get(lang),
                found.get(lang)
            ),
            Lang::Fr => format!(
                "`{name}` attend {}, pas {}",
                wanted(kind).get(lang),
                found.get(lang)
            ),
        });
        let example = example(kind);
        self.say(
            "wrong-type",
            at,
            message,
            Some(write(&format!("{name} = {example}"))),
        );
    }

    /// `[post]` where `[[post]]` is meant.
    pub(in crate::load) fn single_table(&mut self, at: At, key: &Key) {
        let name = key.name;
        let message = Text::of(|lang| match lang {
            Lang::En => format!("`{name}` is a list: it takes double brackets"),
            Lang::Fr => format!("`{name}` est une liste\u{a0}: il faut des crochets doubles"),
        });
        self.say(
            "wrong-type",
            at,
            message,
            Some(write(&format!("[[{name}]]"))),
        );
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
        if matches!(fault, Fault::Type) {
            return self.wrong_type(at, key, kind, value);
        }
        let shown = value
            .as_str()
            .map_or_else(String::new, |text| shorten(text).to_owned());
        if matches!(fault, Fault::Id) {
            return self.bad_id(at, &shown);
        }
        let (rule, message, help) = worded(key, &shown, fault);
        let mut finding = Finding::new(rule, at, message);
        finding.help = help;
        self.add(finding);
    }
}

/// The rule, the message and the help of a scalar fault.
fn worded(key: &'static Key, shown: &str, fault: &Fault) -> (&'static str, Text, Option<Text>) {
    let name = key.name;
    let phrase = |en: &str, fr: &str| {
        let (en, fr) = (en.replace("{}", shown), fr.replace("{}", shown));
        Text::of(|lang| match lang {
            Lang::En => en.clone(),
            Lang::Fr => fr.clone(),
        })
    };
    let example = example(&key.kind);
    let hint = Some(write(&format!("{name} = {example}")));
    match fault {
        Fault::Empty => (
            "empty-value",
            phrase(&format!("`{name}` is empty"), &format!("`{name}` est vide")),
            Some(phrase(
                "write something, or take the key away",
                "écrivez quelque chose, ou retirez la clé",
            )),
        ),
        Fault::Range(min, max) => ("bad-value", range_message(name, *min, *max), None),
        Fault::Share => (
            "bad-value",
            phrase(
                &format!("`{name}` is a percentage from 0 to 100, with one decimal at most"),
                &format!("`{name}` est un pourcentage de 0 à 100, avec une décimale au plus"),
            ),
            None,
        ),
        Fault::Date(fault) => date_fault(shown, fault),
        Fault::NotOneDay => (
            "bad-date",
            phrase(
                &format!("`{name}` takes one day, and `{{}}` is several"),
                &format!("`{name}` attend un seul jour, et `{{}}` en couvre plusieurs"),
            ),
            hint,
        ),
        Fault::Time(fault) => time_fault(shown, fault),
        Fault::Instant => (
            "bad-date",
            phrase(
                &format!("`{name}` takes a date with its time"),
                &format!("`{name}` attend une date avec son heure"),
            ),
            hint,
        ),
        Fault::Lapse(fault) => lapse_fault(shown, fault),
        Fault::Days(fault) => {
            let meant = fault.meant.map(|key| write(&format!("\"{key}\"")));
            let wrong = shorten(&fault.wrong).to_owned();
            let message = Text::of(|lang| match lang {
                Lang::En => format!("`{wrong}` is not a day of the week"),
                Lang::Fr => format!("`{wrong}` n’est pas un jour de la semaine"),
            });
            let all = phrase(
                "days are `mon` to `sun`, `mon-fri`, `daily`, or a list of those",
                "les jours s’écrivent `mon` à `sun`, `mon-fri`, `daily`, ou une liste de ceux-ci",
            );
            ("bad-days", message, Some(meant.unwrap_or(all)))
        }
        Fault::Choice(words) => choice_fault(name, shown, words),
        Fault::Zone => zone_fault(shown),
        Fault::Region => (
            "unknown-region",
            phrase("no region is called `{}`", "la région `{}` n’existe pas"),
            Some(region_help(shown)),
        ),
        Fault::Network => network_fault(shown),
        Fault::Grid => (
            "bad-value",
            phrase(
                "`{}` does not divide the day into slots",
                "`{}` ne découpe pas la journée en créneaux",
            ),
            Some(phrase(
                "take `5min`, `10min`, `15min`, `30min`, `1h`, `2h` or `4h`",
                "prenez `5min`, `10min`, `15min`, `30min`, `1h`, `2h` ou `4h`",
            )),
        ),
        Fault::MixWindow => (
            "bad-value",
            phrase(
                "`{}` is not a window of the mix",
                "`{}` n’est pas une durée de mix",
            ),
            Some(phrase(
                "take a number of days such as `28d`, or `week`, `month`, `quarter`, `campaign`",
                "prenez un nombre de jours tel que `28d`, ou `week`, `month`, `quarter`, `campaign`",
            )),
        ),
        Fault::Rule => (
            "bad-date",
            phrase(
                "`{}` is not a date rule",
                "`{}` n’est pas une règle de date",
            ),
            Some(phrase(
                "such as `05-01`, `easter+39` or `last sun of may`",
                "par exemple `05-01`, `easter+39` ou `last sun of may`",
            )),
        ),
        Fault::Color => (
            "bad-value",
            phrase("`{}` is not a colour", "`{}` n’est pas une couleur"),
            hint,
        ),
        Fault::LangTag => (
            "bad-value",
            phrase(
                "`{}` is not a language tag",
                "`{}` n’est pas un code de langue",
            ),
            Some(phrase(
                "such as `fr`, `en` or `fr-CA`",
                "par exemple `fr`, `en` ou `fr-CA`",
            )),
        ),
        Fault::Country => (
            "unknown-country",
            phrase(
                "`{}` is not a country code",
                "`{}` n’est pas un code de pays",
            ),
            Some(phrase(
                "two capital letters, such as `FR`",
                "deux lettres majuscules, par exemple `FR`",
            )),
        ),
        Fault::Path => (
            "bad-path",
            phrase(
                "`{}` is not a path of this workspace",
                "`{}` n’est pas un chemin de cet espace",
            ),
            Some(path_help(shown)),
        ),
        Fault::Seal => (
            "bad-value",
            phrase("`{}` is not a seal", "`{}` n’est pas un sceau"),
            Some(phrase(
                "a seal is written by `edito approve`: `sha256:` and 64 digits",
                "un sceau est écrit par `edito approve` : `sha256:` et 64 chiffres",
            )),
        ),
        Fault::Type | Fault::Id => (
            "wrong-type",
            phrase("this value does not fit", "cette valeur ne convient pas"),
            hint,
        ),
    }
}

fn date_fault(shown: &str, fault: &DateFault) -> (&'static str, Text, Option<Text>) {
    let no_such = |en: String, fr: String| {
        Some(Text::of(|lang| match lang {
            Lang::En => en.clone(),
            Lang::Fr => fr.clone(),
        }))
    };
    let help = match fault {
        DateFault::NoSuchDay { last } => no_such(
            format!("that month has {last} days"),
            format!("ce mois a {last} jours"),
        ),
        DateFault::NoSuchMonth => no_such("months go from 01 to 12".to_owned(), "les mois vont de 01 à 12".to_owned()),
        DateFault::NoSuchWeek { last } => no_such(
            format!("that year has {last} weeks"),
            format!("cette année compte {last} semaines"),
        ),
        DateFault::DayFirst { iso, other: Some(other) } => no_such(
            format!("the year comes first: write `{iso}`, or `{other}` if that is what you mean"),
            format!("l’année vient d’abord\u{a0}: écrivez `{iso}`, ou `{other}` si c’est ce que vous voulez dire"),
        ),
        DateFault::DayFirst { iso, other: None } => no_such(
            format!("the year comes first: write `{iso}`"),
            format!("l’année vient d’abord\u{a0}: écrivez `{iso}`"),
        ),
        DateFault::Near { iso } => Some(write(&format!("\"{iso}\""))),
        DateFault::Backwards => no_such(
            "the first day of a range comes first".to_owned(),
            "le premier jour de la période vient d’abord".to_owned(),
        ),
        DateFault::Shape => no_such(
            "write a day (`2026-11-24`), a week (`2026-W48`), a month (`2026-11`) or a range (`2026-11-23/2026-11-27`); leave the key out when there is no date yet".to_owned(),
            "écrivez un jour (`2026-11-24`), une semaine (`2026-W48`), un mois (`2026-11`) ou une période (`2026-11-23/2026-11-27`)\u{202f}; sans date encore, retirez la clé".to_owned(),
        ),
    };
    let message = Text::of(|lang| match (lang, fault) {
        (Lang::En, DateFault::Backwards) => format!("`{shown}` ends before it starts"),
        (Lang::Fr, DateFault::Backwards) => format!("`{shown}` se termine avant de commencer"),
        (
            Lang::En,
            DateFault::NoSuchDay { .. } | DateFault::NoSuchMonth | DateFault::NoSuchWeek { .. },
        ) => format!("`{shown}` does not exist"),
        (
            Lang::Fr,
            DateFault::NoSuchDay { .. } | DateFault::NoSuchMonth | DateFault::NoSuchWeek { .. },
        ) => format!("`{shown}` n’existe pas"),
        (Lang::En, _) => format!("`{shown}` is not a date"),
        (Lang::Fr, _) => format!("`{shown}` n’est pas une date"),
    });
    ("bad-date", message, help)
}

fn time_fault(shown: &str, fault: &TimeFault) -> (&'static str, Text, Option<Text>) {
    let message = Text::of(|lang| match lang {
        Lang::En => format!("`{shown}` is not a time"),
        Lang::Fr => format!("`{shown}` n’est pas une heure"),
    });
    let help = match fault {
        TimeFault::French { fixed }
        | TimeFault::TwelveHour { fixed }
        | TimeFault::Near { fixed } => write(&format!("\"{fixed}\"")),
        TimeFault::OnlyAsEnd => Text::of(|lang| match lang {
            Lang::En => "`24:00` can only end a stretch; the day starts at `00:00`".to_owned(),
            Lang::Fr => {
                "`24:00` ne peut que terminer une plage\u{202f}; le jour commence à `00:00`"
                    .to_owned()
            }
        }),
        TimeFault::NoSuchTime | TimeFault::Shape => Text::of(|lang| match lang {
            Lang::En => "times go from `00:00` to `23:59`".to_owned(),
            Lang::Fr => "les heures vont de `00:00` à `23:59`".to_owned(),
        }),
    };
    ("bad-time", message, Some(help))
}

fn lapse_fault(shown: &str, fault: &LapseFault) -> (&'static str, Text, Option<Text>) {
    let message = Text::of(|lang| match lang {
        Lang::En => format!("`{shown}` is not a length of time"),
        Lang::Fr => format!("`{shown}` n’est pas une durée"),
    });
    let help = match fault {
        LapseFault::Unit { meant: Some(meant) } => write(&format!("\"{meant}\"")),
        _ => Text::of(|lang| match lang {
            Lang::En => "a whole number and its unit: `45min`, `20h`, `2d`, `1w`".to_owned(),
            Lang::Fr => {
                "un nombre entier et son unité\u{a0}: `45min`, `20h`, `2d`, `1w`".to_owned()
            }
        }),
    };
    ("bad-duration", message, Some(help))
}

fn choice_fault(
    name: &str,
    shown: &str,
    words: &'static [&'static str],
) -> (&'static str, Text, Option<Text>) {
    let message = Text::of(|lang| match lang {
        Lang::En => format!("`{name}` cannot be `{shown}`"),
        Lang::Fr => format!("`{name}` ne peut pas être `{shown}`"),
    });
    let near = nearest(shown, words.iter().copied());
    let quoted: Vec<String> = words.iter().map(|word| format!("`{word}`")).collect();
    let help = Text::of(|lang| match (lang, near) {
        (Lang::En, Some(near)) => format!("did you mean `{near}`?"),
        (Lang::Fr, Some(near)) => format!("vouliez-vous écrire `{near}`\u{202f}?"),
        (Lang::En, None) => format!("one of {}", list_or(lang, &quoted)),
        (Lang::Fr, None) => format!("au choix\u{a0}: {}", list_or(lang, &quoted)),
    });
    ("bad-value", message, Some(help))
}

fn zone_fault(shown: &str) -> (&'static str, Text, Option<Text>) {
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

fn network_fault(shown: &str) -> (&'static str, Text, Option<Text>) {
    let names = crate::networks::NETWORKS.iter().map(|network| network.key);
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
                Lang::Fr => format!(
                    "au choix\u{a0}: {}, ou un code ISO 3166-2",
                    list_or(lang, &quoted)
                ),
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

fn write(line: &str) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("write `{line}`"),
        Lang::Fr => format!("écrivez `{line}`"),
    })
}

/// The first words of a long value.
fn shorten(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    line.char_indices()
        .nth(60)
        .map_or(line, |(end, _)| &line[..end])
}

const fn type_name(value: &DeValue<'_>) -> Phrase {
    match value {
        DeValue::String(_) => Phrase {
            en: "a text",
            fr: "un texte",
        },
        DeValue::Integer(_) => Phrase {
            en: "a whole number",
            fr: "un nombre entier",
        },
        DeValue::Float(_) => Phrase {
            en: "a decimal number",
            fr: "un nombre décimal",
        },
        DeValue::Boolean(_) => Phrase {
            en: "true or false",
            fr: "vrai ou faux (true, false)",
        },
        DeValue::Datetime(_) => Phrase {
            en: "a date or time",
            fr: "une date ou une heure",
        },
        DeValue::Array(_) => Phrase {
            en: "a list",
            fr: "une liste",
        },
        DeValue::Table(_) => Phrase {
            en: "a table",
            fr: "une table",
        },
    }
}

/// What a kind takes, with its article.
pub(in crate::load) const fn wanted(kind: &Kind) -> Phrase {
    match kind {
        Kind::Bool => Phrase {
            en: "true or false",
            fr: "true ou false",
        },
        Kind::Int(..) => Phrase {
            en: "a whole number",
            fr: "un nombre entier",
        },
        Kind::Share => Phrase {
            en: "a percentage",
            fr: "un pourcentage",
        },
        Kind::Date | Kind::Day | Kind::DayRange => Phrase {
            en: "a date",
            fr: "une date",
        },
        Kind::Time(_) => Phrase {
            en: "a time",
            fr: "une heure",
        },
        Kind::Instant => Phrase {
            en: "a date with its time",
            fr: "une date avec son heure",
        },
        Kind::Lapse | Kind::Grid => Phrase {
            en: "a length of time",
            fr: "une durée",
        },
        Kind::Days => Phrase {
            en: "days of the week",
            fr: "des jours de la semaine",
        },
        Kind::List(_) => Phrase {
            en: "a list",
            fr: "une liste",
        },
        Kind::Table(_) | Kind::Map(..) => Phrase {
            en: "a table",
            fr: "une table",
        },
        Kind::OneOf(_) => Phrase {
            en: "a text or a table",
            fr: "un texte ou une table",
        },
        _ => Phrase {
            en: "a text",
            fr: "un texte",
        },
    }
}

/// A value that fits, as written in a file.
pub(in crate::load) fn example(kind: &Kind) -> String {
    match kind {
        Kind::Bool => "true".to_owned(),
        Kind::Int(min, _) => (*min).max(1).to_string(),
        Kind::Share => "20".to_owned(),
        Kind::Date | Kind::Day | Kind::DayRange => "2026-11-24".to_owned(),
        Kind::Time(_) => "\"12:30\"".to_owned(),
        Kind::Instant => "2026-11-24T12:30:00".to_owned(),
        Kind::Lapse => "\"2d\"".to_owned(),
        Kind::Grid => "\"30min\"".to_owned(),
        Kind::Days => "\"mon-fri\"".to_owned(),
        Kind::Zone => "\"Europe/Paris\"".to_owned(),
        Kind::LangTag => "\"fr\"".to_owned(),
        Kind::Country => "\"FR\"".to_owned(),
        Kind::Network => "\"instagram\"".to_owned(),
        Kind::Color => "\"#7a5cff\"".to_owned(),
        Kind::Choice(words) => format!("\"{}\"", words.first().copied().unwrap_or_default()),
        Kind::List(inner) => format!("[{}]", example(inner)),
        Kind::Table(_) | Kind::Map(..) => "{ … }".to_owned(),
        _ => "\"…\"".to_owned(),
    }
}
