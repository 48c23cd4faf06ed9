//! What it costs to read a history and to learn from it: `just bench-history` or
//! `cargo bench --bench history`.
//!
//! Never a timed test: a table made in one run on one machine, the median of some turns. The rows are
//! made on the spot, read and learned from through the one way that commands use, [`history::recall`]:
//! a CSV with `time,type,engagement,reach,url`, and one as Meta exports it, with 18 columns in quotes
//! and captions of two paragraphs.
#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a bench measures time and prints a table"
)]

use edito::history;
use edito::model::{Past, Workspace};
use edito::source::Sources;
use edito::time;
use std::fmt::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

const CALENDAR: &str = "history = [\"h.csv\"]\n[calendar]\ntimezone = \"Europe/Paris\"\n\
                        [channels.insta]\nnetwork = \"instagram\"\n";
const ROWS: [i64; 3] = [1_000, 10_000, 100_000];
/// A caption, with what captions have in a CSV: a line between, accents, a quotation.
const CAPTION: &str = "Dans l’atelier, avant l’ouverture : une heure avec la restauratrice, qui rend leur \
                       lumière aux œuvres du dimanche.\n\nMerci aux 1 200 visiteurs, \"\"à bientôt\"\" ! #musée, #klimt";
const TURNS: usize = 7;
/// What 100,000 rows may take, read and learned.
const BAR: Duration = Duration::from_millis(300);

/// Makes a file of so many rows.
type Maker = fn(i64) -> String;

fn main() {
    let ws = workspace();
    // Long after the last row.
    let now = time::Instant::from_unix(1_795_000_000);
    println!(
        "{:<9}{:>9}{:>10}{:>10}{:>16}{:>10}{:>12}{:>12}  grade",
        "file", "rows", "size", "posts", "read + learned", "least", "learned", "backtest"
    );
    let mut all_read = true;
    let files: [(&str, Maker); 2] = [("plain", csv), ("captions", export)];
    for (name, make, rows) in files.iter().flat_map(|(n, m)| ROWS.map(|rows| (n, m, rows))) {
        let bytes = make(rows).into_bytes();
        let size = format!("{:.1} MB", f64::from(u32::try_from(bytes.len()).unwrap_or(0)) / 1e6);
        let files = [Ok(bytes)];
        let (past, (whole, least)) = timed(|| history::recall(&ws, &files, now));
        let (_, (learned, _)) = timed(|| history::timing(&ws, &past.outings));
        let (_, (tried, _)) = timed(|| history::backtest(&ws, &past.outings));
        println!(
            "{name:<9}{rows:>9}{size:>10}{:>10}{:>16}{:>10}{:>12}{:>12}  {}",
            past.outings.len(),
            milliseconds(whole),
            milliseconds(least),
            milliseconds(learned),
            milliseconds(tried),
            grade(&past),
        );
        all_read &= i64::try_from(past.outings.len()) == Ok(rows);
    }
    println!("bar: {} for 100,000 rows", milliseconds(BAR));
    assert!(all_read, "rows were lost");
}

fn workspace() -> Workspace {
    let mut sources = Sources::default();
    let loaded = edito::load::from_text(CALENDAR, Path::new("."), &mut sources);
    let loaded = loaded.expect("the calendar is read");
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    loaded.workspace.expect("the calendar is whole")
}

/// A history of ten years that ends on 2026-01-01, evenly spread, with good evenings.
fn csv(rows: i64) -> String {
    let mut random = fastrand::Rng::with_seed(6);
    let mut text = "time,type,engagement,reach,url\n".to_owned();
    for row in 0..rows {
        let at = 1_767_225_600 - (rows - row) * (315_360_000 / rows);
        let time = time::Instant::from_unix(at).utc().format("%Y-%m-%dT%H:%M:%SZ");
        let evening = f64::from(u8::from((17..21).contains(&(at / 3_600 % 24))));
        let noise = random.f64() + random.f64() + random.f64();
        let engagement = (3.0 + noise + 0.2 * evening).exp().round();
        let kind = ["image", "reel", "carousel"][random.usize(0..3)];
        let reach = engagement * 20.0;
        writeln!(text, "{time},{kind},{engagement},{reach},https://example.org/p/{row}")
            .expect("a string takes everything");
    }
    text
}

/// The same ten years as Meta exports them: every cell in quotes, ids that carry the time, a caption.
fn export(rows: i64) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let mut random = fastrand::Rng::with_seed(6);
    let mut text = "\u{feff}\"Post ID\",\"Account ID\",\"Account username\",\"Account name\",\"Description\",\
                    \"Duration (sec)\",\"Publish time\",\"Permalink\",\"Post type\",\"Data comment\",\"Date\",\
                    \"Views\",\"Reach\",\"Likes\",\"Shares\",\"Follows\",\"Comments\",\"Saves\"\n"
        .to_owned();
    for row in 0..rows {
        let at = 1_767_225_600 - (rows - row) * (315_360_000 / rows);
        // The clock of Meta's own town.
        let time = time::Instant::from_unix(at - 8 * 3_600).utc().format("%m/%d/%Y %H:%M");
        let number = u64::try_from(at * 1_000 - 1_314_220_021_721).unwrap_or(0) << 23;
        let number = number | random.u64(0..1 << 23);
        let code: String = (0..11_u32)
            .rev()
            .map(|place| {
                char::from(DIGITS[usize::try_from((number >> (6 * place)) & 63).unwrap_or(0)])
            })
            .collect();
        let kind = ["IG image", "IG reel", "IG carousel"][random.usize(0..3)];
        let reach = random.u32(1_000..4_000);
        writeln!(
            text,
            "\"{}\",\"17841400000000001\",\"musee_lumieres\",\"Musée des Lumières\",\"{CAPTION}\",\"{}\",\
             \"{time}\",\"https://www.instagram.com/p/{code}/\",\"{kind}\",\"\",\"Lifetime\",\"{}\",\"1,{:03}\",\
             \"{}\",\"{}\",\"3\",\"{}\",\"7\"",
            17_000_000_000_000_000 + row,
            random.u32(0..90),
            reach * 2,
            reach % 1_000,
            random.u32(0..900),
            random.u32(0..20),
            random.u32(0..40),
        )
        .expect("a string takes everything");
    }
    text
}

/// The middle one and the least of some turns.
fn timed<T>(mut work: impl FnMut() -> T) -> (T, (Duration, Duration)) {
    let mut times = Vec::with_capacity(TURNS);
    let mut last = None;
    for _ in 0..TURNS {
        let start = Instant::now();
        last = Some(work());
        times.push(start.elapsed());
    }
    times.sort();
    (last.expect("at least one turn"), (times[TURNS / 2], times[0]))
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1} ms", time.as_secs_f64() * 1_000.0)
}

fn grade(past: &Past) -> &'static str {
    past.timing.first().and_then(Option::as_ref).map_or("—", |timing| timing.evidence.code())
}
