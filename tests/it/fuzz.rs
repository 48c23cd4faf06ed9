//! Bytes gone wrong never panic the program, and never end it with a code of its own.
//!
//! The suite runs a few thousand; `just fuzz` many more (`EDITO_FUZZ` says how many). The
//! generator is seeded, so a failure comes back: its message holds the seed and the input.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may stop, and reads its own files"
)]

use edito::cli::env::{Attached, Env};
use edito::cli::run::run;
use fastrand::Rng;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::process::{Command, Stdio};

const SEED: u64 = 20_261_121;
const NOW: &str = "2026-11-21T10:00:00+01:00";

/// The files that are spoiled, and the calendars around them.
const FILES: [&str; 8] = [
    "calendar.example.toml",
    "tests/faults/calendar.toml",
    "tests/data/every-key/calendar.toml",
    "examples/solo/calendar.toml",
    "examples/museum-fr/calendar.toml",
    "examples/agency/brand-b/calendar.toml",
    "mix.example.toml",
    "tone.example.toml",
];

/// Those that stand beside the calendar that names them: the first of [`FILES`].
const BESIDE: [&str; 2] = ["mix.example.toml", "tone.example.toml"];

/// Fragments that parsers like to trip over.
const PIECES: [&str; 20] = [
    "[[post]]\n",
    "[post.on.x]\n",
    "\"\"\"",
    "'''",
    "= ",
    "{ ",
    " }",
    "[",
    "]",
    "\\u0000",
    "\\uD800",
    "9223372036854775807",
    "-9999999999999999999999",
    "1e999",
    "9999-12-31T23:59:60Z",
    "2026-02-30",
    "\"2026-W53/2026-W01\"",
    "\"99999999999999999999w\"",
    "\u{202e}é\u{0}",
    "\r\n\t\u{feff}",
];

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn somewhere(rng: &mut Rng, bytes: &[u8]) -> usize {
    rng.usize(..=bytes.len())
}

/// A stretch of at most 200 bytes.
fn stretch(rng: &mut Rng, bytes: &[u8]) -> std::ops::Range<usize> {
    let start = somewhere(rng, bytes);
    let end = bytes.len().min(start + rng.usize(..200));
    start..end
}

fn spoil_once(rng: &mut Rng, bytes: &mut Vec<u8>, other: &[u8]) {
    let at = somewhere(rng, bytes);
    match rng.u8(..9) {
        0 if at < bytes.len() => bytes[at] ^= 1 << rng.u8(..8),
        1 => bytes.insert(at, rng.u8(..)),
        2 => {
            let gone = stretch(rng, bytes);
            bytes.drain(gone);
        }
        3 => {
            let again = bytes[stretch(rng, bytes)].to_vec();
            bytes.splice(at..at, again);
        }
        4 => {
            let foreign = other[stretch(rng, other)].to_vec();
            bytes.splice(at..at, foreign);
        }
        5 => {
            let noise: Vec<u8> = (0..rng.usize(..40)).map(|_| rng.u8(..)).collect();
            bytes.splice(at..at, noise);
        }
        6 => {
            let open = *rng.choice(["[", "{a=", "a.", "[["].iter()).unwrap();
            let deep = open.repeat(rng.usize(1..400));
            bytes.splice(at..at, deep.into_bytes());
        }
        7 => bytes.truncate(at),
        _ => {
            let piece = PIECES[rng.usize(..PIECES.len())];
            bytes.splice(at..at, piece.bytes());
        }
    }
}

/// A folder of its own, so that a calendar's tone and mix are there too.
struct Bench {
    folder: tempfile::TempDir,
    originals: Vec<Vec<u8>>,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let originals = FILES.map(|file| fs::read(top().join(file)).unwrap());
        Self { folder, originals: originals.to_vec() }
    }

    /// Puts a file with one to eight faults in it in its place, the others whole; its bytes.
    fn spoil(&self, rng: &mut Rng) -> Vec<u8> {
        let chosen = rng.usize(..FILES.len());
        let mut bytes = self.originals[chosen].clone();
        let other = &self.originals[rng.usize(..FILES.len())];
        for _ in 0..rng.usize(1..=8) {
            spoil_once(rng, &mut bytes, other);
        }
        let beside = BESIDE.iter().position(|file| *file == FILES[chosen]);
        let calendar = if beside.is_some() { &self.originals[0] } else { &bytes };
        self.put("calendar.toml", calendar);
        for file in BESIDE {
            let nth = FILES.iter().position(|known| *known == file).unwrap();
            let text = if nth == chosen { &bytes } else { &self.originals[nth] };
            self.put(file, text);
        }
        bytes
    }

    fn put(&self, name: &str, bytes: &[u8]) {
        fs::write(self.folder.path().join(name), bytes).unwrap();
    }
}

fn commands(rng: &mut Rng) -> Vec<&'static str> {
    match rng.u8(..8) {
        0 => vec!["plan", "--effort", "quick", "--week", "2026-W48"],
        1 => vec!["check", "--lang", "fr"],
        2 => vec!["check", "--format", "json"],
        3 => vec!["export", "ics"],
        4 => vec!["why", "klimt-teaser"],
        _ => vec!["check"],
    }
}

fn argv(words: &[&str]) -> Vec<OsString> {
    let all = ["edito", "--now", NOW].iter().chain(words);
    all.map(Into::into).collect()
}

/// Runs so many spoiled calendars in process.
fn fuzz(rounds: u64, seed: u64) {
    let bench = Bench::new();
    let env = Env {
        vars: BTreeMap::new(),
        current_dir: bench.folder.path().to_owned(),
        now: 0,
        stdin: Attached::Elsewhere,
        stdout: Attached::Elsewhere,
        stderr: Attached::Elsewhere,
        width: 80,
    };
    for round in 0..rounds {
        let mut rng = Rng::with_seed(seed.wrapping_add(round));
        let bytes = bench.spoil(&mut rng);
        let argv = argv(&commands(&mut rng));
        let ended = catch_unwind(|| run(&argv, &env).code);
        let shown = || String::from_utf8_lossy(&bytes).into_owned();
        match ended {
            Ok(code) => assert!(code <= 2, "seed {seed} round {round}: code {code}\n{}", shown()),
            Err(_) => panic!("seed {seed} round {round} {argv:?}: a panic\n{}", shown()),
        }
    }
}

#[test]
fn spoiled_calendars_never_panic() {
    fuzz(2_000, SEED);
}

#[test]
#[ignore = "long: `just fuzz`"]
fn many_spoiled_calendars_never_panic() {
    let rounds = std::env::var("EDITO_FUZZ").ok().and_then(|n| n.parse().ok());
    fuzz(rounds.unwrap_or(100_000), SEED + 1_000_000);
}

#[test]
fn the_binary_ends_with_its_own_codes() {
    let bench = Bench::new();
    for round in 0..200 {
        let mut rng = Rng::with_seed(SEED + 7_000_000 + round);
        bench.spoil(&mut rng);
        let mut words = commands(&mut rng);
        words.extend(["--now", NOW]);
        let status = Command::new(env!("CARGO_BIN_EXE_edito"))
            .args(&words)
            .current_dir(bench.folder.path())
            .env_clear()
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap();
        let code = status.code();
        assert!(matches!(code, Some(0..=2)), "round {round} {words:?}: {code:?}");
    }
}
