//! Faults of keys: unknown, missing, misplaced, and names that stand for nothing.

use super::Faults;
use crate::diagnostic::{Finding, Place};
use crate::lang::{Lang, Text, list};
use crate::load::shape::{CALENDAR, Key, Kind, POST, Ref, Shape};
use crate::load::validate::Value;
use crate::source::{At, Loc, SourceId};
use crate::text::{nearest, slug};

/// How many unknown names are compared with the known ones; the others are only reported.
const MOST_GUESSES: usize = 100;

impl Faults {
    /// A key that the table does not know.
    pub(in crate::load) fn unknown_key(
        &mut self,
        at: At,
        name: &str,
        value: &Value<'_>,
        shape: &'static Shape,
    ) {
        if self.misplaced(at, name, value, shape) {
            return;
        }
        let near = other_word(name, shape)
            .or_else(|| nearest(name, shape.keys.iter().map(|key| key.name)));
        let (shown, header) = (name.to_owned(), shape.header);
        let message = Text::of(|lang| match lang {
            Lang::En => format!("unknown key `{shown}` in `{header}`"),
            Lang::Fr => format!("clé `{shown}` inconnue dans `{header}`"),
        });
        let help = match near {
            Some(near) => Text::of(|lang| match lang {
                Lang::En => format!("did you mean `{near}`?"),
                Lang::Fr => format!("vouliez-vous écrire `{near}`\u{202f}?"),
            }),
            None => known_keys(shape),
        };
        self.say("unknown-key", at, message, Some(help));
    }

    /// The misplacements that people make, each with its corrected line.
    fn misplaced(&mut self, at: At, name: &str, value: &Value<'_>, shape: &Shape) -> bool {
        let correct = match (shape.name, name) {
            ("calendar" | "posts", "posts") if value.get_ref().as_array().is_some() => {
                "[[post]]".to_owned()
            }
            ("settings", "tone" | "mix" | "posts" | "events" | "history") => {
                format!("{name} = …")
            }
            ("post", channel)
                if value.get_ref().as_table().is_some() && POST.key(channel).is_none() =>
            {
                format!("[post.on.{channel}]")
            }
            ("on", key) if POST.key(key).is_some() => format!("{key} = …"),
            ("settings", key) if CALENDAR.key(key).is_some() => format!("[{key}]"),
            _ => return false,
        };
        let rule = if shape.name == "on" { "post-key-misplaced" } else { "misplaced-key" };
        let (name, where_now) = (name.to_owned(), shape.header);
        let message = Text::of(|lang| match lang {
            Lang::En => format!("`{name}` does not belong in `{where_now}`"),
            Lang::Fr => format!("`{name}` n’a pas sa place dans `{where_now}`"),
        });
        let help = Text::of(|lang| match (lang, shape.name) {
            (Lang::En, "settings") => {
                format!("write `{correct}` at the top of the file, above `[calendar]`")
            }
            (Lang::Fr, "settings") => {
                format!("écrivez `{correct}` en haut du fichier, au-dessus de `[calendar]`")
            }
            (Lang::En, "on") => {
                format!("write `{correct}` in the `[[post]]` itself, above `[post.on.…]`")
            }
            (Lang::Fr, "on") => {
                format!("écrivez `{correct}` dans `[[post]]` même, au-dessus de `[post.on.…]`")
            }
            (Lang::En, _) => format!("write `{correct}`"),
            (Lang::Fr, _) => format!("écrivez `{correct}`"),
        });
        self.say(rule, at, message, Some(help));
        true
    }

    /// A key that must be there.
    pub(in crate::load) fn missing_key(
        &mut self,
        source: SourceId,
        header: Option<At>,
        key: &'static Key,
        shape: &'static Shape,
    ) {
        let (name, table) = (key.name, shape.header);
        let message = Text::of(|lang| match (lang, key.kind) {
            (Lang::En, Kind::Table(inner)) => format!("`{}` is missing", inner.header),
            (Lang::Fr, Kind::Table(inner)) => format!("`{}` manque", inner.header),
            (Lang::En, _) => format!("`{name}` is missing in `{table}`"),
            (Lang::Fr, _) => format!("`{name}` manque dans `{table}`"),
        });
        let example = super::values::example(&key.kind);
        let help = Text::of(|lang| {
            let about = key.about.get(lang);
            let line = match key.kind {
                Kind::Table(inner) => inner.header.to_owned(),
                _ => format!("{name} = {example}"),
            };
            match lang {
                Lang::En => format!("add `{line}`: {}", lower_first(about)),
                Lang::Fr => format!("ajoutez `{line}`\u{a0}: {}", lower_first(about)),
            }
        });
        let place = header.map_or(Place::File(source), Place::Span);
        self.add(Finding::new("missing-key", place, message).help(help));
    }

    /// A post without title and text.
    pub(in crate::load) fn untitled_post(&mut self, at: At) {
        let message = Text::of(|lang| match lang {
            Lang::En => "this post has neither `title` nor `text`".to_owned(),
            Lang::Fr => "cette publication n’a ni `title` ni `text`".to_owned(),
        });
        let help = Text::of(|lang| match lang {
            Lang::En => "add `title = \"…\"`: a few words that say what it is about".to_owned(),
            Lang::Fr => {
                "ajoutez `title = \"…\"`\u{a0}: quelques mots qui disent de quoi elle parle"
                    .to_owned()
            }
        });
        self.say("missing-key", at, message, Some(help));
    }

    /// Not an id.
    pub(in crate::load) fn bad_id(&mut self, at: At, written: &str) {
        let slug = slug(written);
        let written = written.to_owned();
        let message = Text::of(|lang| match lang {
            Lang::En => format!("`{written}` is not an id"),
            Lang::Fr => format!("`{written}` n’est pas un identifiant"),
        });
        let help = Text::of(|lang| match lang {
            Lang::En => format!(
                "ids are small letters without accents, digits and hyphens, at most 64: `{slug}`"
            ),
            Lang::Fr => format!(
                "un identifiant s’écrit en minuscules sans accent, chiffres et traits d’union, 64 au plus\u{a0}: `{slug}`"
            ),
        });
        self.say("bad-id", at, message, Some(help));
    }

    /// The id of a rule of tone that is the name of something else.
    pub(in crate::load) fn taken_id(&mut self, id: &Loc<String>) {
        let written = id.value.clone();
        let message = Text::of(|lang| match lang {
            Lang::En => format!("`{written}` is the name of a setting or of a pack of rules"),
            Lang::Fr => format!("`{written}` est le nom d’un réglage ou d’un jeu de règles"),
        });
        let help = Text::of(|lang| match lang {
            Lang::En => format!("give the rule another id, such as `{written}-2`"),
            Lang::Fr => format!("donnez à la règle un autre identifiant, comme `{written}-2`"),
        });
        self.say("bad-id", id.at, message, Some(help));
    }

    /// A name that stands for nothing.
    pub(in crate::load) fn unknown_name<'c>(
        &mut self,
        what: Ref,
        written: &Loc<String>,
        known: impl Iterator<Item = &'c str>,
    ) {
        // A search through all names for each of thousands of faults would take minutes.
        self.guesses += 1;
        let known: Vec<&str> =
            if self.guesses <= MOST_GUESSES { known.collect() } else { Vec::new() };
        let name = &written.value;
        let near = nearest(name, known.iter().copied());
        let message = Text::of(|lang| match lang {
            Lang::En => format!("no {} is called `{name}`", noun(what, lang)),
            Lang::Fr => format!("{} `{name}` n’existe pas", noun(what, lang)),
        });
        let help = Text::of(|lang| match (lang, near) {
            (Lang::En, Some(near)) => format!("did you mean `{near}`?"),
            (Lang::Fr, Some(near)) => format!("vouliez-vous écrire `{near}`\u{202f}?"),
            (Lang::En, None) => {
                format!("{}{}", declare(what, name, lang), known_names(&known, lang))
            }
            (Lang::Fr, None) => {
                format!("{}{}", declare(what, name, lang), known_names(&known, lang))
            }
        });
        self.say(unknown_rule(what), written.at, message, Some(help));
    }

    /// The same id twice.
    pub(in crate::load) fn duplicate_id(
        &mut self,
        id: &str,
        again: At,
        first: At,
        post: Option<&str>,
    ) {
        let message = Text::of(|lang| match lang {
            Lang::En => format!("the id `{id}` is used twice"),
            Lang::Fr => format!("l’identifiant `{id}` est employé deux fois"),
        });
        let mut finding = Finding::new("duplicate-id", again, message)
            .label(Text::of(|lang| match lang {
                Lang::En => "here again".to_owned(),
                Lang::Fr => "ici encore".to_owned(),
            }))
            .other(
                first,
                Text::of(|lang| match lang {
                    Lang::En => "first used here".to_owned(),
                    Lang::Fr => "employé d’abord ici".to_owned(),
                }),
            )
            .help(Text::of(|lang| match lang {
                Lang::En => format!("give one of them another id, such as `{id}-2`"),
                Lang::Fr => {
                    format!("donnez un autre identifiant à l’un des deux, par exemple `{id}-2`")
                }
            }));
        finding.post = post.map(str::to_owned);
        self.add(finding);
    }
}

/// The key that says here what another key says elsewhere: the hour of a feature is its `time`.
fn other_word(name: &str, shape: &Shape) -> Option<&'static str> {
    match (shape.name, name) {
        ("series", "at" | "hour" | "heure") => Some("time"),
        _ => None,
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_lowercase().to_string()).unwrap_or_default();
    format!("{first}{}", chars.as_str().trim_end_matches('.'))
}

fn known_keys(shape: &Shape) -> Text {
    let names: Vec<String> = shape.keys.iter().map(|key| format!("`{}`", key.name)).collect();
    Text::of(|lang| match lang {
        Lang::En => {
            format!("known keys: {}; data of your own goes under `extra`", list(lang, &names))
        }
        Lang::Fr => format!(
            "clés connues\u{a0}: {}\u{202f}; vos propres données vont sous `extra`",
            list(lang, &names)
        ),
    })
}

fn known_names(known: &[&str], lang: Lang) -> String {
    if known.is_empty() || known.len() > 12 {
        return String::new();
    }
    let names: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
    match lang {
        Lang::En => format!("; known: {}", list(lang, &names)),
        Lang::Fr => format!("\u{202f}; existants\u{a0}: {}", list(lang, &names)),
    }
}

const fn unknown_rule(what: Ref) -> &'static str {
    match what {
        Ref::Channel => "unknown-channel",
        Ref::Person => "unknown-person",
        Ref::Pillar => "unknown-pillar",
        Ref::Campaign => "unknown-campaign",
        Ref::Series => "unknown-series",
        Ref::Post => "unknown-post",
        Ref::Event => "unknown-event",
        Ref::Rule => "unknown-rule",
    }
}

const fn noun(what: Ref, lang: Lang) -> &'static str {
    match (lang, what) {
        (Lang::En, Ref::Channel) => "channel",
        (Lang::Fr, Ref::Channel) => "le canal",
        (Lang::En, Ref::Person) => "person",
        (Lang::Fr, Ref::Person) => "la personne",
        (Lang::En, Ref::Pillar) => "pillar",
        (Lang::Fr, Ref::Pillar) => "le pilier",
        (Lang::En, Ref::Campaign) => "campaign",
        (Lang::Fr, Ref::Campaign) => "la campagne",
        (Lang::En, Ref::Series) => "series",
        (Lang::Fr, Ref::Series) => "le rendez-vous",
        (Lang::En, Ref::Post) => "post",
        (Lang::Fr, Ref::Post) => "la publication",
        (Lang::En, Ref::Event) => "event",
        (Lang::Fr, Ref::Event) => "l’événement",
        (Lang::En, Ref::Rule) => "rule",
        (Lang::Fr, Ref::Rule) => "la règle",
    }
}

fn declare(what: Ref, name: &str, lang: Lang) -> String {
    let line = match what {
        Ref::Channel => format!("[channels.{name}]"),
        Ref::Person => format!("[people.{name}]"),
        Ref::Pillar => format!("[pillars.{name}]"),
        Ref::Campaign => format!("[campaigns.{name}]"),
        Ref::Series => "[[series]]".to_owned(),
        Ref::Post => "[[post]]".to_owned(),
        Ref::Event => "[[event]]".to_owned(),
        Ref::Rule => {
            return match lang {
                Lang::En => "`edito explain` lists the rules".to_owned(),
                Lang::Fr => "`edito explain` donne la liste des règles".to_owned(),
            };
        }
    };
    let it = match what {
        Ref::Person | Ref::Campaign | Ref::Post => "la",
        _ => "le",
    };
    let needs_id = matches!(what, Ref::Series | Ref::Post | Ref::Event);
    match (lang, needs_id) {
        (Lang::En, false) => format!("declare it with `{line}`"),
        (Lang::Fr, false) => format!("déclarez-{it} avec `{line}`"),
        (Lang::En, true) => format!("declare it with `{line}` and `id = \"{name}\"`"),
        (Lang::Fr, true) => format!("déclarez-{it} avec `{line}` et `id = \"{name}\"`"),
    }
}

#[cfg(test)]
mod tests {
    use crate::lang::Lang;
    use crate::source::Sources;
    use std::path::Path;

    /// The French helps of what is wrong with these lines after `[calendar]`, and above it.
    fn helps(above: &str, lines: &str) -> Vec<String> {
        let text = format!("{above}[calendar]\ntimezone = \"Europe/Paris\"\n{lines}");
        let loaded =
            crate::load::from_text(&text, Path::new("."), &mut Sources::default()).unwrap();
        let help = |f: &crate::diagnostic::Finding| {
            f.help.as_ref().map(|help| help.get(Lang::Fr).to_owned())
        };
        loaded.findings.iter().filter_map(help).collect()
    }

    #[test]
    fn a_help_is_what_the_user_meant() {
        let channel = "[channels.x]\nnetwork = \"x\"\n";
        let series = format!(
            "{channel}[[series]]\nid = \"a\"\nchannels = [\"x\"]\ndays = \"wed\"\nat = \"18:00\"\n"
        );
        let post = format!("{channel}[[post]]\nid = \"a\"\ntitle = \"A\"\nevergreen = true\n");
        for (above, lines, said) in [
            ("", "school_zone = \"D\"\n", "au choix\u{a0}: `A`, `B`, `C` ou `Corse`"),
            ("", "school_zone = \"a\"\n", "vouliez-vous écrire `A`\u{202f}?"),
            ("", "school_zone = \"zone B\"\n", "vouliez-vous écrire `B`\u{202f}?"),
            ("", &series, "vouliez-vous écrire `time`\u{202f}?"),
            ("", &post, "par exemple `evergreen = { every = \"90d\" }`"),
            ("history = \"x.csv\"\n", "", "écrivez `history = [\"x.csv\"]`"),
        ] {
            let helps = helps(above, lines);
            assert!(helps.iter().any(|help| help == said), "{lines}: {helps:?}");
        }
    }

    #[test]
    fn a_burden_of_nought_is_a_fault_and_measures_nothing() {
        let text = "[calendar]\ntimezone = \"Europe/Paris\"\n\
            [people.lea]\nname = \"Léa\"\nper_week = 0\n";
        let loaded = crate::load::from_text(text, Path::new("."), &mut Sources::default()).unwrap();
        assert_eq!(loaded.findings.len(), 1, "{:?}", loaded.findings);
        assert!(loaded.workspace.unwrap().people[0].per_week.is_none());
    }
}
