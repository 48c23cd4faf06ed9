//! What each kind of rule costs, in this process and on its one thread.

use crate::corpus::Sample;
use crate::workspace::{READABILITY, voice};
use edito::lang::Lang;
use edito::load;
use edito::model::{RULE_KINDS, Tone};
use edito::networks::{self, Entities, Network};
use edito::source::Sources;
use edito::tone::{Circumstances, Part, Passage, Voice};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

/// What reading all posts with some rules costs.
pub struct Kind {
    /// The kind, or what it is instead.
    pub name: &'static str,
    /// How many rules.
    pub rules: usize,
    /// The time.
    pub time: Duration,
    /// How many hits.
    pub hits: usize,
}

/// Making the voice ready; words, sentences and the rest; every kind alone; all kinds at once. What
/// a text is cut into is worked out before kinds are measured, so that none pays for another.
pub fn costs(posts: &[Sample], runs: usize) -> Vec<Kind> {
    let network = networks::find("linkedin").expect("a network");
    let entities: Vec<Entities> =
        posts.iter().map(|post| networks::entities(network, &post.text)).collect();
    let tone = tone();
    let whole = Voice::new(&tone);
    let made = time(runs, || Voice::new(&tone).rules().len());
    let ready = time(runs, || passages(posts, &entities).iter().map(cut).sum());
    let passages = passages(posts, &entities);
    passages.iter().for_each(|passage| _ = black_box(cut(passage)));
    let mut all = vec![
        Kind { name: "(the voice is made ready)", rules: made.1, time: made.0, hits: 0 },
        Kind { name: "(words, sentences, quotations)", rules: 0, time: ready.0, hits: 0 },
    ];
    for kind in RULE_KINDS {
        let voice = Voice::new(&only(&tone, kind));
        if !voice.is_silent() {
            all.push(read(kind, &voice, posts, &passages, network, runs));
        }
    }
    all.push(read("(all at once)", &whole, posts, &passages, network, runs));
    all
}

fn read(
    name: &'static str,
    voice: &Voice,
    posts: &[Sample],
    passages: &[Passage<'_>],
    network: &'static Network,
    runs: usize,
) -> Kind {
    let about = |post: &Sample| Circumstances {
        lang: Some(post.lang),
        network: Some(network),
        ..Circumstances::default()
    };
    let (time, hits) = time(runs, || {
        let pairs = posts.iter().zip(passages);
        pairs.map(|(post, passage)| voice.read(passage, &about(post)).len()).sum()
    });
    Kind { name, rules: voice.rules().len(), time, hits }
}

fn passages<'a>(posts: &'a [Sample], entities: &'a [Entities]) -> Vec<Passage<'a>> {
    let pairs = posts.iter().zip(entities);
    pairs
        .map(|(post, found)| Passage::new(&post.text, Part::Text, Lang::from_tag(post.lang), found))
        .collect()
}

/// Works out everything that rules look at.
fn cut(passage: &Passage<'_>) -> usize {
    let folded = passage.folded().text().len();
    passage.words().list().len()
        + passage.sentences().len()
        + passage.quotations().len()
        + passage.masks().len()
        + folded
}

/// The tone of the workspace, with the rules of one kind alone.
fn only(tone: &Tone, kind: &str) -> Tone {
    let mut tone = tone.clone();
    tone.rules.retain(|rule| rule.demand.kind() == kind);
    tone
}

fn tone() -> Tone {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text);
    write("voice.toml", &voice(READABILITY)).expect("the voice is written");
    let calendar = "tone = \"voice.toml\"\n[calendar]\ntimezone = \"Europe/Paris\"\n";
    let path: &Path = folder.path();
    let loaded = load::from_text(calendar, path, &mut Sources::default());
    let loaded = loaded.unwrap_or_else(|_| panic!("the voice is read"));
    loaded.workspace.expect("the voice has no fault").tone
}

/// The least of so many runs: the one that other programs stretched least.
fn time(runs: usize, run: impl Fn() -> usize) -> (Duration, usize) {
    let (mut least, mut count) = (Duration::MAX, 0);
    for _ in 0..runs {
        let start = Instant::now();
        count = black_box(run());
        least = least.min(start.elapsed());
    }
    (least, count)
}
