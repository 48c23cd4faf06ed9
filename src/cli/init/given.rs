//! The answers that flags give in advance, and what is guessed when nobody can be asked.

use super::Answers;
use crate::cli::args::Init;
use crate::cli::failure::Failure;
use crate::cli::session::Session;
use crate::cli::words::prompts;
use crate::lang::{Lang, Text, list, quote};
use crate::networks::{self, Network};
use crate::text::nearest;
use crate::time::{Zone, is_country};

/// What the flags said, understood.
#[derive(Clone, Debug, Default)]
pub(super) struct Given {
    pub(super) name: Option<String>,
    pub(super) lang: Option<Lang>,
    pub(super) zone: Option<Zone>,
    pub(super) networks: Vec<&'static Network>,
    pub(super) country: Option<String>,
}

impl Given {
    /// Reads the flags.
    pub(super) fn of(args: &Init) -> Result<Self, Failure> {
        let mut networks: Vec<&'static Network> = Vec::new();
        for word in &args.channels {
            let network = networks::meant(word).ok_or_else(|| unknown_network(word))?;
            if networks.iter().all(|known| known.key != network.key) {
                networks.push(network);
            }
        }
        Ok(Self {
            name: match args.name.as_deref() {
                None => None,
                Some(typed) => Some(tidy(typed).ok_or_else(empty_name)?),
            },
            lang: args.brand_lang,
            zone: args.timezone.as_deref().map(zone).transpose()?,
            networks,
            country: match args.country.as_deref().and_then(tidy) {
                None => None,
                Some(typed) => Some(country(&typed).ok_or_else(|| bad_country(&typed))?),
            },
        })
    }

    /// The whole answers without asking anybody.
    pub(super) fn complete(self, session: &Session<'_>) -> Result<Answers, Failure> {
        let mut missing = Vec::new();
        if self.name.is_none() {
            missing.push("`--name`");
        }
        if self.networks.is_empty() {
            missing.push("`--channel`");
        }
        let Some(name) = self.name.filter(|_| missing.is_empty()) else {
            return Err(Failure::with_help(
                Text::of(|lang| prompts::CANNOT_ASK.get(lang).to_owned()),
                Text::of(|lang| prompts::give(lang, &list(lang, &missing))),
            ));
        };
        let lang = self.lang.unwrap_or_else(|| session.lang());
        let zone = self
            .zone
            .unwrap_or_else(|| guess_zone(lang, self.country.as_deref(), session.env.text("TZ")));
        Ok(Answers {
            name,
            lang,
            networks: self.networks,
            country: self.country.or_else(|| guess_country(zone)),
            zone,
        })
    }
}

/// The clock of the machine, if it says one; else that of the country, or of most who speak the
/// language. Machines that are nowhere in particular say UTC: that is no answer.
pub(super) fn guess_zone(lang: Lang, country: Option<&str>, machine: Option<&str>) -> Zone {
    let usual = match lang {
        Lang::Fr => "Europe/Paris",
        Lang::En => "Europe/London",
    };
    let of_country = CLOCKS.iter().find(|(code, _)| country == Some(code)).map(|(_, name)| *name);
    machine
        .and_then(|name| Zone::parse(name.trim_start_matches(':')))
        .filter(|zone| !matches!(zone.name(), "UTC" | "Etc/UTC"))
        .or_else(|| Zone::parse(of_country.unwrap_or(usual)))
        .unwrap_or(Zone::UTC)
}

/// The clock that most of a country lives by.
const CLOCKS: [(&str, &str); 14] = [
    ("BE", "Europe/Brussels"),
    ("CA", "America/Toronto"),
    ("CH", "Europe/Zurich"),
    ("CI", "Africa/Abidjan"),
    ("DE", "Europe/Berlin"),
    ("ES", "Europe/Madrid"),
    ("FR", "Europe/Paris"),
    ("GB", "Europe/London"),
    ("IE", "Europe/Dublin"),
    ("LU", "Europe/Luxembourg"),
    ("MA", "Africa/Casablanca"),
    ("SN", "Africa/Dakar"),
    ("TN", "Africa/Tunis"),
    ("US", "America/New_York"),
];

/// The country of a clock, where its public holidays are known.
pub(super) fn guess_country(zone: Zone) -> Option<String> {
    (zone.name() == "Europe/Paris").then(|| "FR".to_owned())
}

/// A zone as typed.
pub(super) fn zone(typed: &str) -> Result<Zone, Failure> {
    let typed = typed.trim();
    Zone::parse(typed).ok_or_else(|| {
        let message = Text::of(|lang| prompts::no_timezone(lang, typed));
        let help = match Zone::nearest(typed) {
            None => Text::of(|lang| prompts::SOME_TIMEZONE.get(lang).to_owned()),
            Some(near) => did_you_mean(near),
        };
        Failure::with_help(message, help)
    })
}

/// A country as typed, in capitals, if there is one of this code.
pub(super) fn country(typed: &str) -> Option<String> {
    Some(typed.trim().to_ascii_uppercase()).filter(|code| is_country(code))
}

/// What is left of an answer without the spaces around it, if anything.
pub(super) fn tidy(typed: &str) -> Option<String> {
    let typed: String = typed.chars().filter(|c| !c.is_control()).collect();
    let typed = typed.trim();
    (!typed.is_empty()).then(|| typed.to_owned())
}

fn empty_name() -> Failure {
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => "the name given with `--name` is empty".to_owned(),
            Lang::Fr => "le nom donné par `--name` est vide".to_owned(),
        }),
        Text::of(|lang| match lang {
            Lang::En => "write the brand’s name, such as `--name \"My brand\"`".to_owned(),
            Lang::Fr => "écrivez le nom de la marque, comme `--name \"Ma marque\"`".to_owned(),
        }),
    )
}

fn bad_country(typed: &str) -> Failure {
    Failure::with_help(
        Text::of(|lang| match lang {
            Lang::En => format!("{} is not a country code", quote(lang, typed)),
            Lang::Fr => format!("{} n’est pas un code de pays", quote(lang, typed)),
        }),
        Text::of(|lang| match lang {
            Lang::En => "give two letters, such as `FR`, `BE` or `CA`".to_owned(),
            Lang::Fr => "donnez deux lettres, comme `FR`, `BE` ou `CA`".to_owned(),
        }),
    )
}

fn unknown_network(typed: &str) -> Failure {
    let typed = typed.trim().to_lowercase();
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{} is no network known here", quote(lang, &typed)),
        Lang::Fr => format!("{} n’est pas un réseau connu ici", quote(lang, &typed)),
    });
    let help = match nearest(&typed, networks::all().iter().map(|network| network.key)) {
        Some(near) => did_you_mean(near),
        None => Text::of(|lang| {
            let keys: Vec<_> = networks::all().iter().map(|network| network.key).collect();
            let known = list(lang, &keys);
            match lang {
                Lang::En => format!("the networks are {known}; `custom` stands for any other"),
                Lang::Fr => {
                    format!("les réseaux sont {known}\u{202f}; `custom` vaut pour tout autre")
                }
            }
        }),
    };
    Failure::with_help(message, help)
}

fn did_you_mean(near: &str) -> Text {
    Text::of(|lang| match lang {
        Lang::En => format!("did you mean `{near}`?"),
        Lang::Fr => format!("vouliez-vous écrire `{near}`\u{202f}?"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses() {
        let guess = |lang, country, machine| guess_zone(lang, country, machine).name();
        assert_eq!(guess(Lang::Fr, None, None), "Europe/Paris");
        assert_eq!(guess(Lang::En, None, Some("")), "Europe/London");
        assert_eq!(guess(Lang::En, Some("BE"), Some("UTC")), "Europe/Brussels");
        let machine = Some(":America/Montreal");
        assert_eq!(guess(Lang::Fr, Some("FR"), machine), "America/Montreal");
        for (code, name) in CLOCKS {
            assert_eq!(guess(Lang::Fr, Some(code), None), name);
        }
        assert_eq!(guess_country(Zone::UTC), None);
        assert_eq!(country("be"), Some("BE".to_owned()));
        assert_eq!(country("é"), None);
        assert_eq!(country("zz"), None);
        assert_eq!(tidy(" \u{7} "), None);
    }
}
