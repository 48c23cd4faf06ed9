//! What counting costs, for people to read: `just bench-count`.
//!
//! 10,000 posts of about 250 bytes on three networks; the bar is 60 ms for all three together.
//! Never a timed test: a table of medians of one thread of one machine. The thread does nothing
//! else, so that its time is its CPU's on a quiet machine.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench measures time and prints a table"
)]

use edito::networks::{Field, Network, entities, find, measure};
use std::hint::black_box;
use std::time::{Duration, Instant};

const POSTS: usize = 10_000;
/// Runs of each measure; the median and the least are shown.
const RUNS: usize = 15;
/// What one run may cost on the three networks together.
const BAR: Duration = Duration::from_millis(60);

/// Openings, bodies and ends as a museum writes them: French, English, emoji, links, hashtags.
const OPENINGS: [&str; 5] = [
    "Dimanche, la visite est gratuite\u{202f}! 🎉 ",
    "« L’été à l’atelier »\u{a0}: inscriptions ouvertes. ",
    "Behind the scenes: how a frame is restored. ",
    "👩🏽\u{200d}🎨 Rencontre avec @lea@art.exemple.fr, restauratrice. ",
    "明日開館します。Ouvert demain de 10\u{a0}h à 18\u{a0}h. ",
];
const BODIES: [&str; 4] = [
    "Venez découvrir les réserves du musée, où dorment plus de 12\u{202f}500 œuvres que personne \
     ne voit jamais, et posez vos questions à celles et ceux qui en prennent soin. ",
    "Nobody sees the drawers of room 12: they open for one hour only, and the curators answer \
     every question. Come early, bring a torch, and tell your friends. ",
    "Le programme complet est en ligne\u{a0}: ateliers, concerts, visites en famille… Pensez à \
     réserver, les places partent vite. ",
    "On y parle de couleurs, de bois, de colle de peau et de patience. Une heure, quinze \
     personnes, pas plus. ",
];
const ENDS: [&str; 4] = [
    "https://exemple.fr/programme/visites?mois=11 #musée #patrimoine",
    "exemple.fr/agenda ❤\u{fe0f}",
    "#BehindTheScenes #Art",
    "@musee.exemple.fr",
];

fn main() {
    let posts: Vec<String> = (0..POSTS)
        .map(|n| [OPENINGS[n % 5], BODIES[n / 5 % 4], ENDS[n / 20 % 4]].concat())
        .collect();
    let bytes: usize = posts.iter().map(String::len).sum();
    println!("{POSTS} posts of {} bytes; {RUNS} runs\n", bytes / POSTS);
    println!("{:<24}{:>12}{:>12}{:>14}", "", "median", "least", "entities");
    let mut all = Duration::ZERO;
    for key in ["x", "mastodon", "bluesky", "instagram", "telegram", "threads"] {
        let network = find(key).expect("a network");
        let (median, least) = time(|| posts.iter().map(|post| count(network, post)).sum());
        let (recognised, _) = time(|| posts.iter().map(|post| links(network, post)).sum());
        println!("{key:<24}{:>12}{:>12}{:>14}", shown(median), shown(least), shown(recognised));
        if matches!(key, "x" | "mastodon" | "bluesky") {
            all += median;
        }
    }
    println!("\ncounting on x, mastodon and bluesky: {} of {}", shown(all), shown(BAR));
}

fn count(network: &Network, post: &str) -> usize {
    measure(network, Field::Text, post, "", Some(280)).length
}

fn links(network: &Network, post: &str) -> usize {
    entities(network, post).urls.len()
}

/// The median and the least of the runs.
fn time(run: impl Fn() -> usize) -> (Duration, Duration) {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    (times[RUNS / 2], times[0])
}

fn shown(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1_000.0)
}
