//! What the past says of hours, in words, before any layout.
//!
//! Text of strangers is on one safe line here; a renderer still escapes what its own form needs.

use super::Shown;
use super::evidence;
use super::heat::Heat;
use super::intake::{FileRead, all_told, refused};
use crate::lang::{Lang, Phrase, count, de, figure, list, weekday_name, weekday_short};
use crate::model::{Access, Advice, ChannelIx, Evidence, Gain, Known, Stretch, Timing};
use crate::render::evidence::{Ground, Knowledge, is_few};
use crate::render::gain::{self, gain};
use crate::render::lines::one_line;
use crate::render::plan::Voice;
use crate::render::words;

/// What the past says, in words.
#[derive(Clone, Debug)]
pub struct View {
    /// The brand, and what this is.
    pub title: String,
    /// Whose clock.
    pub clock: String,
    /// The channels that have a past.
    pub channels: Vec<Told>,
    /// The channels that have none, and what to do about it.
    pub without: Option<Without>,
    /// How the figures come about, and how much timing matters anywhere; nothing when that is out of
    /// place.
    pub notes: Vec<&'static str>,
    /// What was read, file by file.
    pub files: Vec<FileRead>,
}

/// A channel and what its past says.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its name.
    pub name: String,
    /// How many posts, and whose clock where that is another one.
    pub about: String,
    /// How much timing matters here, in one sentence.
    pub verdict: String,
    /// What else is to be known of the evidence.
    pub remarks: Vec<String>,
    /// What the map shows, where that needs saying.
    pub caption: Option<&'static str>,
    /// The week.
    pub heat: Heat,
    /// What the best hours are called: leads, where they may all be luck.
    pub best_head: &'static str,
    /// Why they are leads only.
    pub best_note: Option<&'static str>,
    /// The best hours; none where nothing is scored.
    pub best: Vec<Line>,
    /// Hours that do well and lie where the plan never goes; a few.
    pub outside: Vec<Line>,
    /// Said in their place when there are scores and nothing stands out.
    pub flat: Option<&'static str>,
    /// Hours worth a test.
    pub tries: Vec<String>,
    /// What types of posts do.
    pub kinds: Vec<Line>,
    /// Said in their place when they make no difference.
    pub kinds_flat: Option<String>,
}

/// What a gain is about, and the gain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// `Sun 07:00–09:00`, `reel`.
    pub name: String,
    /// Posts behind it.
    pub posts: String,
    /// The gain with its interval and its grade.
    pub gain: String,
}

/// Channels without any past.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Without {
    /// Which.
    pub names: String,
    /// What to do.
    pub remedy: String,
}

impl View {
    /// Puts what the past says into words.
    #[must_use]
    pub fn of(shown: &Shown<'_>) -> Self {
        let (ws, lang) = (shown.ws, shown.lang);
        let zone = ws.calendar.zone.name();
        let brand = one_line(&ws.calendar.name);
        let channels: Vec<Told> =
            shown.channels.iter().filter_map(|channel| told_of(shown, *channel)).collect();
        Self {
            title: match lang {
                Lang::En => format!("{brand} · when to post"),
                Lang::Fr => format!("{brand} · quand publier"),
            },
            clock: match lang {
                Lang::En => format!("what your own posts say · times of {zone}"),
                Lang::Fr => format!("ce que disent vos propres publications · heures {}", de(zone)),
            },
            without: without(shown),
            notes: notes(shown, &channels),
            channels,
            files: all_told(lang, &ws.past),
        }
    }
}

fn notes(shown: &Shown<'_>, channels: &[Told]) -> Vec<&'static str> {
    let method = channels.iter().any(|told| !told.best.is_empty() || !told.outside.is_empty());
    let mut timings = shown.channels.iter().filter_map(|ix| shown.ws.timing(*ix));
    let known = match timings.all(|timing| timing.known == Known::Day) {
        true => Known::Day,
        false => Known::Minute,
    };
    let found = [
        method.then(|| evidence::method(shown.lang, known)),
        (!channels.is_empty()).then(|| evidence::context(shown.lang)),
    ];
    match shown.voice {
        Voice::Full => found.into_iter().flatten().collect(),
        Voice::Quiet => Vec::new(),
    }
}

fn told_of(shown: &Shown<'_>, channel: ChannelIx) -> Option<Told> {
    let (timing, advice, lang) = (shown.ws.timing(channel)?, shown.advice(channel)?, shown.lang);
    let heat = Heat::of(timing, advice);
    let plan = Knowledge::of(shown.ws, channel).ground;
    let say = |en, fr| match lang {
        Lang::En => en,
        Lang::Fr => fr,
    };
    let scores = timing.evidence.scores();
    let best = of_access(lang, advice, Access::Open);
    Some(Told {
        name: words::channel(shown.ws, channel, None),
        about: about(shown, channel, timing),
        verdict: evidence::verdict(lang, timing, plan),
        remarks: remarks(lang, timing, plan),
        caption: (!scores).then_some(match timing.known {
            Known::Minute => {
                say("When you posted, by hour:", "Quand vous avez publié, par heure\u{a0}:")
            }
            Known::Day => {
                say("When you posted, by day:", "Quand vous avez publié, par jour\u{a0}:")
            }
        }),
        heat,
        best_head: best_head(lang, timing, advice),
        best_note: best_note(lang, timing, advice),
        flat: (scores && best.is_empty()).then_some(match timing.known {
            Known::Minute => say("No hour stands out.", "Aucune heure ne se détache."),
            Known::Day => say("No day stands out.", "Aucun jour ne se détache."),
        }),
        best,
        outside: of_access(lang, advice, Access::Closed),
        tries: advice.to_try.iter().map(|one| try_line(lang, one)).collect(),
        kinds: kinds(lang, advice),
        kinds_flat: kinds_flat(lang, advice),
    })
}

/// What the best hours are called: leads where there are too few posts to trust them, which the
/// sentence on top says, or where none of them is clear of zero.
fn best_head(lang: Lang, timing: &Timing, advice: &Advice) -> &'static str {
    let leads = is_few(timing.used) || best_note(lang, timing, advice).is_some();
    match (leads, timing.known) {
        (true, _) => Phrase { en: "Leads", fr: "Pistes" },
        (false, Known::Minute) => Phrase { en: "Best hours", fr: "Les meilleurs moments" },
        (false, Known::Day) => Phrase { en: "Best days", fr: "Les meilleurs jours" },
    }
    .get(lang)
}

/// Why what does best may be luck although there are posts enough.
fn best_note(lang: Lang, timing: &Timing, advice: &Advice) -> Option<&'static str> {
    let mut open = advice.best.iter().filter(|one| one.access == Access::Open).peekable();
    let unclear = open.peek().is_some() && open.all(|one| one.gain.holds_zero());
    (unclear && !is_few(timing.used)).then(|| {
        Phrase {
            en: "each of them may be luck: try them where that suits you",
            fr: "chacune peut être un hasard\u{a0}: essayez-les là où cela vous arrange",
        }
        .get(lang)
    })
}

fn about(shown: &Shown<'_>, channel: ChannelIx, timing: &Timing) -> String {
    let lang = shown.lang;
    let mut text = match lang {
        Lang::En => count(lang, timing.posts, "post", "posts"),
        Lang::Fr => count(lang, timing.posts, "publication", "publications"),
    };
    if timing.used != timing.posts {
        let used = figure(lang, timing.used);
        text.push_str(&match lang {
            Lang::En => format!(", {used} learned from"),
            Lang::Fr => format!(", dont {used} prises en compte"),
        });
    }
    let (own, home) = (shown.ws.channel(channel).zone, shown.ws.calendar.zone);
    if own != home {
        text.push_str(&match lang {
            Lang::En => format!(" · times of {}", own.name()),
            Lang::Fr => format!(" · heures {}", de(own.name())),
        });
    }
    text
}

fn remarks(lang: Lang, timing: &Timing, plan: Ground) -> Vec<String> {
    let mut found = Vec::new();
    if timing.known == Known::Day {
        found.push(match lang {
            Lang::En => {
                "The export of this channel gives no hour: only days of the week can be compared."
                    .to_owned()
            }
            Lang::Fr => "L’export de ce canal ne donne pas l’heure\u{a0}: seuls les jours de la semaine se comparent."
                .to_owned(),
        });
    }
    if timing.pooled > 0 {
        found.push(match lang {
            Lang::En => format!(
                "The starting point comes from {} of your other brands.",
                count(lang, timing.pooled, "post", "posts")
            ),
            Lang::Fr => format!(
                "Le point de départ vient de {} de vos autres marques.",
                count(lang, timing.pooled, "publication", "publications")
            ),
        });
    }
    if plan == Ground::Windows && timing.evidence.scores() {
        found.push(match lang {
            Lang::En => "`edito plan` follows the scores that you gave to the windows of this channel, not what follows."
                .to_owned(),
            Lang::Fr => "`edito plan` suit les scores que vous avez donnés aux fenêtres de ce canal, pas ce qui suit."
                .to_owned(),
        });
    }
    found
}

fn line(lang: Lang, one: &Stretch) -> Line {
    Line {
        name: stretch(lang, one),
        posts: behind(lang, &one.gain),
        gain: gain(lang, &one.gain.among()),
    }
}

/// The best stretches that are open; or those that are not and are no mere luck: what cannot be used is
/// worth a line only then.
fn of_access(lang: Lang, advice: &Advice, access: Access) -> Vec<Line> {
    let told =
        |one: &&Stretch| one.access == access && (access == Access::Open || !one.gain.holds_zero());
    advice.best.iter().filter(told).map(|one| line(lang, one)).collect()
}

/// How many posts stand behind a gain; the weights make it a fraction.
fn behind(lang: Lang, gain: &Gain) -> String {
    match gain.posts {
        posts if posts < 1.0 => "< 1".to_owned(),
        posts => {
            let whole = format!("{posts:.0}");
            whole.parse().map_or(whole, |posts| figure(lang, posts))
        }
    }
}

/// `Sun 07:00–09:00`, `dim. 7–9 h`; `Sunday` where hours are not known.
fn stretch(lang: Lang, one: &Stretch) -> String {
    let Some((from, to)) = one.hours else {
        return weekday_name(lang, one.day).to_owned();
    };
    let day = weekday_short(lang, one.day);
    match lang {
        Lang::En => format!("{day}\u{a0}{from:02}:00–{to:02}:00"),
        Lang::Fr => format!("{day}\u{a0}{from}–{to}\u{a0}h"),
    }
}

fn try_line(lang: Lang, one: &Stretch) -> String {
    let posts = behind(lang, &one.gain);
    let name = stretch(lang, one);
    match (one.gain.posts < 1.0, lang) {
        (true, Lang::En) => format!("{name} (hardly a post nearby)"),
        (true, Lang::Fr) => format!("{name} (presque rien autour)"),
        (false, Lang::En) => {
            format!("{name} (about {posts} nearby)")
        }
        (false, Lang::Fr) => format!("{name} (environ {posts} autour)"),
    }
}

fn kinds(lang: Lang, advice: &Advice) -> Vec<Line> {
    let scored = advice.kinds.iter().filter(|kind| kind.gain.evidence.scores());
    scored
        .map(|kind| Line {
            name: words::kind_name(lang, &kind.name),
            posts: figure(lang, kind.posts),
            gain: gain(lang, &kind.gain.among()),
        })
        .collect()
}

fn kinds_flat(lang: Lang, advice: &Advice) -> Option<String> {
    let grade = advice.kinds.first()?.gain.evidence;
    let names: Vec<String> =
        advice.kinds.iter().map(|kind| words::kind_name(lang, &kind.name)).collect();
    let (names, words) = (list(lang, &names), gain::evidence(grade).get(lang));
    (grade == Evidence::NoEffect).then(|| match lang {
        Lang::En => format!("Types of post ({names}): {words}."),
        Lang::Fr => format!("Types de publication ({names})\u{a0}: {words}."),
    })
}

fn without(shown: &Shown<'_>) -> Option<Without> {
    let (ws, lang) = (shown.ws, shown.lang);
    let bare: Vec<ChannelIx> =
        shown.channels.iter().copied().filter(|ix| ws.timing(*ix).is_none()).collect();
    let first = bare.first()?;
    let names: Vec<String> = bare.iter().map(|ix| words::channel(ws, *ix, None)).collect();
    let names = list(lang, &names);
    let file = format!("{}.csv", ws.channel(*first).id.value);
    let tests = bare.iter().any(|ix| Knowledge::of(ws, *ix).ground != Ground::Windows);
    let until = match (tests, lang) {
        (false, _) => "",
        (true, Lang::En) => " Until then edito spreads test slots over the week, and says so.",
        (true, Lang::Fr) => {
            " D’ici là, edito répartit des créneaux d’essai sur la semaine, et le dit."
        }
    };
    let remedy = causes(shown, &bare).unwrap_or_else(|| export(lang, &file, ws.history.is_empty()));
    Some(Without {
        names: match lang {
            Lang::En => format!("No past posts yet: {names}"),
            Lang::Fr => format!("Aucune publication passée\u{a0}: {names}"),
        },
        remedy: format!("{remedy}{until}"),
    })
}

/// What to do for a past; a list that there is already is never to be replaced.
fn export(lang: Lang, file: &str, unnamed: bool) -> String {
    match (unnamed, lang) {
        (true, Lang::En) => format!(
            "Export the results from the network, put the file beside the calendar and name it at the top: `history = [\"{file}\"]` (see docs/history.md)."
        ),
        (true, Lang::Fr) => format!(
            "Exportez les résultats depuis le réseau, posez le fichier à côté du calendrier et nommez-le tout en haut\u{a0}: `history = [\"{file}\"]` (voir docs/history.md)."
        ),
        (false, Lang::En) => format!(
            "Export the results from the network, put the file beside the calendar and add its name, such as `\"{file}\"`, to the list `history` that is there (see docs/history.md)."
        ),
        (false, Lang::Fr) => format!(
            "Exportez les résultats depuis le réseau, posez le fichier à côté du calendrier et ajoutez son nom, par exemple `\"{file}\"`, à la liste `history` qui s’y trouve déjà (voir docs/history.md)."
        ),
    }
}

/// The files that may be the past of these channels and taught nothing, and why.
fn causes(shown: &Shown<'_>, bare: &[ChannelIx]) -> Option<String> {
    let (ws, lang) = (shown.ws, shown.lang);
    let theirs = ws.history.iter().zip(&ws.past.intakes).filter(|(entry, _)| {
        entry.channel.as_ref().is_none_or(|channel| bare.contains(&channel.value))
    });
    let all: Vec<String> = theirs
        .filter_map(|(_, intake)| refused(lang, intake))
        .map(|why| match why.ends_with('?') {
            true => why,
            false => format!("{why}."),
        })
        .collect();
    (!all.is_empty()).then(|| match lang {
        Lang::En => format!("{} `edito check` says what to do.", all.join(" ")),
        Lang::Fr => format!("{} `edito check` dit quoi faire.", all.join(" ")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::slots::sample::past;

    fn told(grade: Evidence, used: usize, mean: f64) -> Told {
        let mut past = past(grade);
        past.ws.past.timing[0].as_mut().unwrap().used = used;
        for one in &mut past.advice[0].as_mut().unwrap().best {
            one.gain = Gain::new(mean, 0.1, 31.0, grade);
        }
        View::of(&past.shown(Lang::En)).channels.swap_remove(0)
    }

    #[test]
    fn what_may_all_be_luck_is_a_lead() {
        let clear = told(Evidence::Strong, 640, 0.15);
        assert_eq!((clear.best_head, clear.best_note), ("Best hours", None));
        let few = told(Evidence::Strong, 99, 0.15);
        assert_eq!((few.best_head, few.best_note), ("Leads", None));
        assert!(few.verdict.contains("with so few posts it may be luck"), "{}", few.verdict);
        let unclear = told(Evidence::Strong, 640, 0.12);
        assert_eq!(unclear.best_head, "Leads");
        assert!(unclear.best_note.unwrap().contains("may be luck"), "{unclear:?}");
        // What can't be used is worth knowing only when it is more than luck.
        assert_eq!((clear.outside.len(), unclear.outside.len()), (1, 0));
    }

    #[test]
    fn a_line_is_graded_by_itself() {
        assert!(told(Evidence::Strong, 640, 0.12).best[0].gain.contains("; may be luck)"));
        assert!(told(Evidence::Strong, 640, 0.15).best[0].gain.contains("; weak evidence)"));
        assert!(told(Evidence::Strong, 640, 0.5).best[0].gain.contains("; strong evidence)"));
        assert!(told(Evidence::Weak, 640, 0.5).best[0].gain.contains("; weak evidence)"));
    }

    #[test]
    fn a_list_of_files_is_added_to_and_never_replaced() {
        assert!(export(Lang::En, "x.csv", true).contains("`history = [\"x.csv\"]`"));
        for lang in Lang::ALL {
            assert!(!export(lang, "x.csv", false).contains("history ="));
        }
    }
}
