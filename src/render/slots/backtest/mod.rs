//! The page of `slots --backtest`: what three ways of choosing hours would have brought on the past, side by
//! side, and what that is worth in plain words.

mod json;
mod markdown;
mod table;

pub use json::render as json;
pub use markdown::render as markdown;
pub use table::render as table;

use super::intake::{FileRead, all_told};
use crate::lang::{Lang, Phrase, count};
use crate::model::{Backtest, ChannelIx, Cluster, Gain, Known, Method, MethodResult, Workspace};
use crate::render::gain::gain;
use crate::render::lines::one_line;
use crate::render::words;

/// Trials and what it takes to show them.
#[derive(Clone, Copy, Debug)]
pub struct Tried<'a> {
    /// The workspace, with its past.
    pub ws: &'a Workspace,
    /// The channels to show, in the order of the file.
    pub channels: &'a [ChannelIx],
    /// By channel of the workspace: its trial.
    pub trials: &'a [Backtest],
    /// The language to speak.
    pub lang: Lang,
}

impl Tried<'_> {
    /// The trials to show.
    fn shown(&self) -> impl Iterator<Item = &Backtest> {
        self.channels.iter().filter_map(|ix| self.trials.get(ix.get()))
    }

    /// Those that had enough posts.
    fn judged(&self) -> impl Iterator<Item = &Backtest> {
        self.shown().filter(|trial| !trial.too_few())
    }

    /// Which posts count together, where that is one and the same for all.
    fn cluster(&self) -> Option<Cluster> {
        let first = self.judged().next()?.cluster;
        self.judged().all(|trial| trial.cluster == first).then_some(first)
    }
}

/// What the files say of the time of posts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    Hours,
    Days,
    /// Hours of some channels, days of others.
    Both,
}

const fn lead(seen: Seen) -> Phrase {
    match seen {
        Seen::Hours => Phrase {
            en: "Three ways of choosing hours learn from your older posts, then are judged on newer \
                 ones that they have not seen.",
            fr: "Trois façons de choisir les heures apprennent de vos anciennes publications, puis sont \
                 jugées sur de plus récentes qu’elles n’ont pas vues.",
        },
        Seen::Days => Phrase {
            en: "Three ways of choosing days learn from your older posts, then are judged on newer \
                 ones that they have not seen.",
            fr: "Trois façons de choisir les jours apprennent de vos anciennes publications, puis sont \
                 jugées sur de plus récentes qu’elles n’ont pas vues.",
        },
        Seen::Both => Phrase {
            en: "Three ways of choosing when to post learn from your older posts, then are judged on \
                 newer ones that they have not seen.",
            fr: "Trois façons de choisir quand publier apprennent de vos anciennes publications, puis \
                 sont jugées sur de plus récentes qu’elles n’ont pas vues.",
        },
    }
}

/// The page in words.
struct View {
    title: String,
    lead: &'static str,
    channels: Vec<Trial>,
    /// How the figures come about, once for all of them.
    notes: Vec<&'static str>,
    files: Vec<FileRead>,
}

/// A channel's trial in words.
struct Trial {
    name: String,
    about: String,
    /// By method: its name, how well it foretold, what its hours did.
    rows: Vec<(String, String, String)>,
    verdict: String,
    /// What was compared.
    known: Known,
    /// Which posts count together, where channels differ in that.
    note: Option<&'static str>,
}

impl View {
    fn of(tried: &Tried<'_>) -> Self {
        let lang = tried.lang;
        let brand = one_line(&tried.ws.calendar.name);
        let of = |wanted: fn(&Backtest) -> bool| tried.judged().any(wanted);
        let seen =
            match (of(|trial| trial.known == Known::Minute), of(|trial| trial.known == Known::Day))
            {
                (true, true) => Seen::Both,
                (false, true) => Seen::Days,
                (_, false) => Seen::Hours,
            };
        let mut notes: Vec<&'static str> = Vec::new();
        if tried.judged().next().is_some() {
            notes.push(lift(lang, seen));
            notes.extend(tried.cluster().map(|cluster| clusters(lang, cluster)));
        }
        Self {
            title: match lang {
                Lang::En => format!("{brand} · would it have helped?"),
                Lang::Fr => format!("{brand} · est-ce que cela aurait aidé\u{202f}?"),
            },
            lead: lead(seen).get(lang),
            channels: tried.shown().map(|trial| in_words(tried, trial)).collect(),
            notes,
            files: all_told(lang, &tried.ws.past),
        }
    }
}

fn in_words(tried: &Tried<'_>, trial: &Backtest) -> Trial {
    let lang = tried.lang;
    let name = words::channel(tried.ws, trial.channel, None);
    let posts = match lang {
        Lang::En => count(lang, trial.posts, "post", "posts"),
        Lang::Fr => count(lang, trial.posts, "publication", "publications"),
    };
    if trial.too_few() {
        let least = Backtest::NEEDED;
        return Trial {
            name,
            about: posts,
            rows: Vec::new(),
            verdict: match lang {
                Lang::En => format!("Too few for a trial: it takes {least} at least."),
                Lang::Fr => format!("Trop peu pour un essai\u{a0}: il en faut {least} au moins."),
            },
            known: trial.known,
            note: None,
        };
    }
    let about = match lang {
        Lang::En => format!(
            "{posts}, {} judged in {}",
            crate::lang::figure(lang, trial.tested()),
            count(lang, trial.folds.len(), "turn", "turns")
        ),
        Lang::Fr => format!(
            "{posts}, dont {} jugées en {}",
            crate::lang::figure(lang, trial.tested()),
            count(lang, trial.folds.len(), "tour", "tours")
        ),
    };
    Trial {
        name,
        about,
        rows: trial.methods.iter().map(|result| row(lang, result, trial.known)).collect(),
        verdict: verdict(lang, trial),
        known: trial.known,
        note: tried.cluster().is_none().then(|| clusters(lang, trial.cluster)),
    }
}

fn row(lang: Lang, result: &MethodResult, known: Known) -> (String, String, String) {
    let what = match result.method {
        // It likes every hour alike: there is nothing to choose, so nothing to gain or lose.
        Method::Mean => {
            Phrase { en: "the yardstick", fr: "le point de comparaison" }.get(lang).to_owned()
        }
        Method::Raw | Method::Edito if is_level(&result.lift) => match known {
            Known::Minute => Phrase { en: "no hour preferred", fr: "aucune heure préférée" },
            Known::Day => Phrase { en: "no day preferred", fr: "aucun jour préféré" },
        }
        .get(lang)
        .to_owned(),
        Method::Raw | Method::Edito => lifted(lang, &result.lift),
    };
    (method(lang, result.method, known).to_owned(), r2(lang, result.r2), what)
}

/// What a method's hours did, graded by how far it is from zero: how much of the differences was
/// foretold has a column of its own.
fn lifted(lang: Lang, lift: &Gain) -> String {
    gain(lang, &lift.by_itself())
}

/// Whether every hour was liked alike, as far as whole percents show.
fn is_level(lift: &Gain) -> bool {
    [lift.mid, lift.low, lift.high].iter().all(|part| part.abs() < 0.005)
}

const fn method(lang: Lang, method: Method, known: Known) -> &'static str {
    match (method, known) {
        (Method::Mean, Known::Minute) => Phrase { en: "any hour", fr: "n’importe quand" },
        (Method::Mean, Known::Day) => Phrase { en: "any day", fr: "n’importe quand" },
        (Method::Raw, _) => Phrase { en: "simple table", fr: "tableau simple" },
        (Method::Edito, _) => Phrase { en: "edito", fr: "edito" },
    }
    .get(lang)
}

/// A part of one as a plain number, `0.012`: no percent, which would look like a gain.
fn r2(lang: Lang, r2: f64) -> String {
    let digits = format!("{:.3}", r2.abs());
    let sign = if r2 < 0.0 && digits != "0.000" { "\u{2212}" } else { "" };
    match lang {
        Lang::En => format!("{sign}{digits}"),
        Lang::Fr => format!("{sign}{}", digits.replace('.', ",")),
    }
}

/// In plain words: what the hours would have done, and whether that is more than chance.
fn verdict(lang: Lang, trial: &Backtest) -> String {
    let of = |wanted| trial.methods.iter().find(|result| result.method == wanted);
    let (Some(edito), Some(raw)) = (of(Method::Edito), of(Method::Raw)) else {
        return String::new();
    };
    let [edito, raw] = [&edito.lift, &raw.lift];
    let mine = lifted(lang, edito);
    let simple = match (is_level(raw), lang) {
        (true, Lang::En) => "the simple table prefers none".to_owned(),
        (true, Lang::Fr) => "le tableau simple ne préfère rien".to_owned(),
        (false, Lang::En) => format!("those of the simple table {}", lifted(lang, raw)),
        (false, Lang::Fr) => {
            let those = if trial.known == Known::Day { "ceux" } else { "celles" };
            format!("{those} du tableau simple, {}", lifted(lang, raw))
        }
    };
    let days = trial.known == Known::Day;
    let chance = chance(edito, trial.known).get(lang);
    match (is_level(edito), days, lang) {
        (true, false, Lang::En) => {
            format!("On your own past, edito found no hour to prefer. {chance}")
        }
        (true, true, Lang::En) => {
            format!("On your own past, edito found no day to prefer. {chance}")
        }
        (true, false, Lang::Fr) => {
            format!("Sur votre propre passé, edito n’a trouvé aucune heure à préférer. {chance}")
        }
        (true, true, Lang::Fr) => {
            format!("Sur votre propre passé, edito n’a trouvé aucun jour à préférer. {chance}")
        }
        (false, _, Lang::En) => format!(
            "On your own past, the {} that edito likes best did {mine}; {simple}. {chance}",
            if days { "days" } else { "hours" }
        ),
        (false, true, Lang::Fr) => format!(
            "Sur votre propre passé, les jours qu’edito préfère ont fait {mine}\u{202f}; {simple}. {chance}"
        ),
        (false, false, Lang::Fr) => format!(
            "Sur votre propre passé, les heures qu’edito préfère ont fait {mine}\u{202f}; {simple}. {chance}"
        ),
    }
}

/// Whether what edito's hours did is more than chance, and what to make of it.
fn chance(lift: &Gain, known: Known) -> Phrase {
    let clear = !lift.holds_zero();
    match (clear && lift.mid > 0.0, clear && lift.mid < 0.0, is_level(lift), known) {
        (_, _, true, Known::Minute) => Phrase {
            en: "Choose the hours that suit you.",
            fr: "Choisissez les heures qui vous arrangent.",
        },
        (_, _, true, Known::Day) => Phrase {
            en: "Choose the days that suit you.",
            fr: "Choisissez les jours qui vous arrangent.",
        },
        (true, ..) => Phrase {
            en: "What edito gained is more than chance alone explains, nine times in ten.",
            fr: "Ce qu’edito a gagné dépasse, neuf fois sur dix, ce que le hasard seul explique.",
        },
        (_, true, _, Known::Minute) => Phrase {
            en: "On these posts, its hours did worse than the rest: better not to follow them.",
            fr: "Sur ces publications, les heures d’edito ont fait moins bien que les autres\u{a0}: mieux vaut ne pas les suivre.",
        },
        (_, true, _, Known::Day) => Phrase {
            en: "On these posts, its days did worse than the rest: better not to follow them.",
            fr: "Sur ces publications, les jours d’edito ont fait moins bien que les autres\u{a0}: mieux vaut ne pas les suivre.",
        },
        (.., Known::Minute) => Phrase {
            en: "What edito did is not more than chance explains: choose the hours that suit you.",
            fr: "Le résultat d’edito ne dépasse pas ce que le hasard explique\u{a0}: choisissez les heures qui vous arrangent.",
        },
        (.., Known::Day) => Phrase {
            en: "What edito did is not more than chance explains: choose the days that suit you.",
            fr: "Le résultat d’edito ne dépasse pas ce que le hasard explique\u{a0}: choisissez les jours qui vous arrangent.",
        },
    }
}

/// What the lines are.
const fn lift(lang: Lang, seen: Seen) -> &'static str {
    match seen {
        Seen::Hours => Phrase {
            en: "Each line: what the third of the judged posts at the hours that it likes best did against all of them. R²: how much of the differences it foretold, 1 being everything; below 0, less than saying nothing. Simple table: the average of each hour by itself.",
            fr: "Chaque ligne\u{a0}: ce qu’a fait le tiers des publications jugées aux heures qu’elle préfère, par rapport à toutes. R²\u{a0}: la part des écarts qu’elle a prévue, 1 étant tout\u{202f}; sous 0, moins bien que de ne rien dire. Tableau simple\u{a0}: la moyenne de chaque heure prise seule.",
        },
        Seen::Days => Phrase {
            en: "Each line: what the third of the judged posts on the days that it likes best did against all of them. R²: how much of the differences it foretold, 1 being everything; below 0, less than saying nothing. Simple table: the average of each day of the week by itself.",
            fr: "Chaque ligne\u{a0}: ce qu’a fait le tiers des publications jugées aux jours qu’elle préfère, par rapport à toutes. R²\u{a0}: la part des écarts qu’elle a prévue, 1 étant tout\u{202f}; sous 0, moins bien que de ne rien dire. Tableau simple\u{a0}: la moyenne de chaque jour de la semaine pris seul.",
        },
        Seen::Both => Phrase {
            en: "Each line: what the third of the judged posts at the hours, or on the days, that it likes best did against all of them. R²: how much of the differences it foretold, 1 being everything; below 0, less than saying nothing. Simple table: the average of each hour, or day, by itself.",
            fr: "Chaque ligne\u{a0}: ce qu’a fait le tiers des publications jugées aux heures, ou aux jours, qu’elle préfère, par rapport à toutes. R²\u{a0}: la part des écarts qu’elle a prévue, 1 étant tout\u{202f}; sous 0, moins bien que de ne rien dire. Tableau simple\u{a0}: la moyenne de chaque heure, ou de chaque jour, pris à part.",
        },
    }
    .get(lang)
}

fn clusters(lang: Lang, cluster: Cluster) -> &'static str {
    match cluster {
        Cluster::Week => Phrase {
            en: "Posts of one week count together: they share its news.",
            fr: "Les publications d’une semaine comptent ensemble\u{a0}: elles partagent son actualité.",
        },
        Cluster::Day => Phrase {
            en: "Posts of one day count together: they share its news.",
            fr: "Les publications d’un jour comptent ensemble\u{a0}: elles partagent son actualité.",
        },
        Cluster::Post => Phrase {
            en: "So few days that each post counts by itself: take the figures lightly.",
            fr: "Si peu de jours que chaque publication compte seule\u{a0}: prenez ces chiffres avec légèreté.",
        },
    }
    .get(lang)
}

/// The heads over R² and what a method's hours did.
const fn heads(lang: Lang, known: Known) -> (&'static str, &'static str) {
    match (lang, known) {
        (Lang::En, Known::Minute) => ("R²", "the hours it likes best"),
        (Lang::En, Known::Day) => ("R²", "the days it likes best"),
        (Lang::Fr, Known::Minute) => ("R²", "les heures préférées"),
        (Lang::Fr, Known::Day) => ("R²", "les jours préférés"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Evidence, Fold, Gain};
    use crate::render::lines::width;
    use crate::render::plan::Ink;
    use crate::render::slots::sample::past;
    use crate::time::Instant;

    fn trial(channel: usize, lift: f64, sd: f64) -> Backtest {
        let gain = |mean, sd| Gain::new(mean, sd, 160.0, Evidence::Weak);
        let fold = |learned| Fold {
            learned,
            tested: 120,
            from: Instant::from_unix(1_700_000_000),
            to: Instant::from_unix(1_710_000_000),
        };
        let result = |method, lift, r2| MethodResult { method, lift, r2 };
        Backtest {
            channel: ChannelIx::new(channel),
            posts: 812,
            known: Known::Minute,
            folds: (1..=4).map(|n| fold(n * 120)).collect(),
            cluster: Cluster::Week,
            methods: vec![
                result(Method::Mean, gain(0.0, 0.0), 0.0),
                result(Method::Raw, gain(0.01, 0.05), -0.021),
                result(Method::Edito, gain(lift, sd), 0.006),
            ],
        }
    }

    fn page(lift: f64, sd: f64, lang: Lang, columns: usize) -> String {
        let past = past(Evidence::Weak);
        let mut trials: Vec<Backtest> = (0..4).map(|channel| trial(channel, lift, sd)).collect();
        trials[1] =
            Backtest { posts: 41, folds: Vec::new(), methods: Vec::new(), ..trials[1].clone() };
        let tried = Tried { ws: &past.ws, channels: &past.channels, trials: &trials, lang };
        let text = table(&tried, columns, Ink::Unicode);
        let document: serde_json::Value = serde_json::from_str(&json(&tried)).unwrap();
        assert_eq!(document["channels"][0]["methods"][2]["method"], "edito");
        assert!(document["channels"][0]["methods"][2]["high"].is_number());
        assert_eq!(document["channels"][1]["methods"], serde_json::json!([]));
        assert!(markdown(&tried).contains("| edito | 0"));
        anstream::adapter::strip_str(&text).to_string()
    }

    #[test]
    fn the_verdict_follows_the_interval() {
        let text = page(0.08, 0.02, Lang::En, 400);
        assert!(text.contains("did +8% (8 times in 10: +6% to +11%; strong evidence)"), "{text}");
        assert!(text.contains("is more than chance alone explains, nine times in ten."), "{text}");
        assert!(text.contains("Too few for a trial: it takes 60 at least."), "{text}");
        let text = page(0.02, 0.05, Lang::Fr, 400);
        assert!(
            text.contains("Le résultat d’edito ne dépasse pas ce que le hasard explique"),
            "{text}"
        );
        assert!(text.contains("\u{2212}0,021"), "{text}");
        let text = page(-0.2, 0.05, Lang::En, 400);
        assert!(text.contains("better not to follow them"), "{text}");
    }

    fn worded(trials: &[Backtest], lang: Lang) -> String {
        let past = past(Evidence::Weak);
        let channels: Vec<ChannelIx> = (0..trials.len()).map(ChannelIx::new).collect();
        let tried = Tried { ws: &past.ws, channels: &channels, trials, lang };
        anstream::adapter::strip_str(&table(&tried, 400, Ink::Unicode)).to_string()
    }

    #[test]
    fn the_legend_is_said_once_and_at_the_end() {
        let text = worded(&[trial(0, 0.08, 0.02), trial(1, 0.08, 0.02)], Lang::En);
        assert_eq!(text.matches("Each line:").count(), 1, "{text}");
        assert_eq!(text.matches("Posts of one week count together").count(), 1, "{text}");
        assert!(text.find("Each line:") > text.rfind("the hours it likes best"), "{text}");
        let daily = Backtest { cluster: Cluster::Day, ..trial(1, 0.08, 0.02) };
        let text = worded(&[trial(0, 0.08, 0.02), daily], Lang::En);
        assert_eq!(text.matches("count together").count(), 2, "{text}");
    }

    #[test]
    fn a_figure_is_graded_by_its_own_interval() {
        // The grade of what was foretold is weak; the interval says more, or less.
        let text = worded(&[trial(0, 0.08, 0.02)], Lang::En);
        assert!(text.contains("+8% (8 times in 10: +6% to +11%; strong evidence)"), "{text}");
        let text = worded(&[trial(0, 0.02, 0.05)], Lang::En);
        assert!(text.contains("(8 times in 10: −4% to +9%; may be luck)"), "{text}");
    }

    #[test]
    fn days_are_no_hours_and_nothing_is_no_figure() {
        let daily = |lift, sd| Backtest { known: Known::Day, ..trial(0, lift, sd) };
        for (lang, word) in [(Lang::En, "hour"), (Lang::Fr, "heure")] {
            for (lift, sd) in [(0.08, 0.02), (0.02, 0.05), (-0.2, 0.05), (0.0, 0.0)] {
                let text = worded(&[daily(lift, sd)], lang);
                let text = text.split("What was read").next().unwrap();
                let text = text.split("Ce qui a été lu").next().unwrap();
                assert!(!text.contains(word), "{text}");
            }
        }
        let text = worded(&[trial(0, 0.0, 0.0)], Lang::En);
        assert!(text.contains("edito found no hour to prefer"), "{text}");
        assert!(!text.contains(" 0% to 0%"), "{text}");
        let mut level = trial(0, 0.02, 0.05);
        level.methods[1].lift = Gain::new(0.0, 0.0, 160.0, Evidence::NoEffect);
        let text = worded(&[level], Lang::En);
        assert!(text.contains("; the simple table prefers none."), "{text}");
        assert!(!text.contains(" 0% to 0%"), "{text}");
    }

    #[test]
    fn nothing_overflows() {
        for (lang, columns) in
            Lang::ALL.into_iter().flat_map(|lang| [40, 80, 120].map(|c| (lang, c)))
        {
            let text = page(0.08, 0.02, lang, columns);
            for line in text.lines() {
                assert!(width(line) <= columns, "{} > {columns}: {line}", width(line));
            }
        }
    }
}
