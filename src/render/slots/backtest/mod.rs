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
use crate::model::{Backtest, ChannelIx, Cluster, Known, Method, MethodResult, Workspace};
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
}

/// The page in words.
struct View {
    title: String,
    lead: &'static str,
    channels: Vec<Trial>,
    files: Vec<FileRead>,
}

/// A channel's trial in words.
struct Trial {
    name: String,
    about: String,
    /// By method: its name, how well it foretold, what its hours did.
    rows: Vec<(String, String, String)>,
    verdict: String,
    /// How the figures come about.
    notes: Vec<String>,
}

impl View {
    fn of(tried: &Tried<'_>) -> Self {
        let lang = tried.lang;
        let brand = one_line(&tried.ws.calendar.name);
        Self {
            title: match lang {
                Lang::En => format!("{brand} · would it have helped?"),
                Lang::Fr => format!("{brand} · est-ce que cela aurait aidé\u{202f}?"),
            },
            lead: Phrase {
                en: "Three ways of choosing hours learn from your older posts, then are judged on newer \
                     ones that they have not seen.",
                fr: "Trois façons de choisir les heures apprennent de vos anciennes publications, puis sont \
                     jugées sur de plus récentes qu’elles n’ont pas vues.",
            }
            .get(lang),
            channels: tried.shown().map(|trial| in_words(tried, trial)).collect(),
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
            notes: Vec::new(),
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
        rows: trial.methods.iter().map(|result| row(lang, result)).collect(),
        verdict: verdict(lang, trial),
        notes: vec![lift(lang, trial.known), clusters(lang, trial.cluster)],
    }
}

fn row(lang: Lang, result: &MethodResult) -> (String, String, String) {
    let what = match result.method {
        // It likes every hour alike: there is nothing to choose, so nothing to gain or lose.
        Method::Mean => {
            Phrase { en: "the yardstick", fr: "le point de comparaison" }.get(lang).to_owned()
        }
        Method::Raw | Method::Edito => gain(lang, &result.lift),
    };
    (method(lang, result.method).to_owned(), r2(lang, result.r2), what)
}

const fn method(lang: Lang, method: Method) -> &'static str {
    match method {
        Method::Mean => Phrase { en: "any hour", fr: "n’importe quand" },
        Method::Raw => Phrase { en: "simple table", fr: "tableau simple" },
        Method::Edito => Phrase { en: "edito", fr: "edito" },
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

/// One sentence in plain words: what the hours would have done, and whether that is more than chance.
fn verdict(lang: Lang, trial: &Backtest) -> String {
    let of = |wanted| trial.methods.iter().find(|result| result.method == wanted);
    let (Some(edito), Some(raw)) = (of(Method::Edito), of(Method::Raw)) else {
        return String::new();
    };
    let (mine, simple) = (gain(lang, &edito.lift), gain(lang, &raw.lift));
    let chance = match (edito.lift.low > 0.0, edito.lift.high < 0.0) {
        (true, _) => Phrase {
            en: "That is more than chance explains, nine times in ten.",
            fr: "C’est plus que ce qu’explique le hasard, neuf fois sur dix.",
        },
        (_, true) => Phrase {
            en: "On these posts, its hours did worse than the rest: better not to follow them.",
            fr: "Sur ces publications, ses heures ont fait moins bien que les autres\u{a0}: mieux vaut ne pas les suivre.",
        },
        _ => Phrase {
            en: "That is not more than chance explains: choose the hours that suit you.",
            fr: "Ce n’est pas plus que ce qu’explique le hasard\u{a0}: choisissez les heures qui vous arrangent.",
        },
    };
    match lang {
        Lang::En => format!(
            "On your own past, the hours that edito likes best did {mine}; those of the simple table {simple}. {}",
            chance.get(lang)
        ),
        Lang::Fr => format!(
            "Sur votre propre passé, les heures qu’edito préfère ont fait {mine}\u{202f}; celles du tableau simple, {simple}. {}",
            chance.get(lang)
        ),
    }
}

fn lift(lang: Lang, known: Known) -> String {
    let what = match (known, lang) {
        (Known::Minute, Lang::En) => "at the hours that it likes best",
        (Known::Day, Lang::En) => "on the days that it likes best",
        (Known::Minute, Lang::Fr) => "aux heures qu’elle préfère",
        (Known::Day, Lang::Fr) => "aux jours qu’elle préfère",
    };
    match lang {
        Lang::En => format!(
            "Each line: what the third of the judged posts {what} did against all of them. R²: how much of the differences it foretold, 1 being everything; below 0, less than saying nothing; the grade goes by it. Simple table: the average of each hour by itself."
        ),
        Lang::Fr => format!(
            "Chaque ligne\u{a0}: ce qu’a fait le tiers des publications jugées {what}, par rapport à toutes. R²\u{a0}: la part des écarts qu’elle a prévue, 1 étant tout\u{202f}; sous 0, moins bien que de ne rien dire\u{202f}; les indices se jugent à lui. Tableau simple\u{a0}: la moyenne de chaque heure prise seule."
        ),
    }
}

fn clusters(lang: Lang, cluster: Cluster) -> String {
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
    .to_owned()
}

/// The heads over R² and what a method's hours did.
const fn heads(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::En => ("R²", "the hours it likes best"),
        Lang::Fr => ("R²", "les heures préférées"),
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
        assert!(text.contains("did +8% (8 times in 10: +6% to +11%; weak evidence)"), "{text}");
        assert!(text.contains("That is more than chance explains, nine times in ten."), "{text}");
        assert!(text.contains("Too few for a trial: it takes 60 at least."), "{text}");
        let text = page(0.02, 0.05, Lang::Fr, 400);
        assert!(text.contains("Ce n’est pas plus que ce qu’explique le hasard"), "{text}");
        assert!(text.contains("\u{2212}0,021"), "{text}");
        let text = page(-0.2, 0.05, Lang::En, 400);
        assert!(text.contains("better not to follow them"), "{text}");
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
