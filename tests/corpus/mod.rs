//! Posts as community managers write them, half of them with faults planted at known places.
//!
//! The brand is that of `tests/data/tone/brand-fr.toml` and `brand-en.toml`. The same seed always
//! gives the same posts. Knows nothing of how faults are found: it judges the engine.

mod draft;
mod english;
mod english_faults;
mod frames;
mod french;
mod french_faults;
mod mark;
mod style;

use draft::Draft;
use fastrand::Rng;
use frames::{Bank, Faults, pick};

/// A post.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sample {
    /// `fr` or `en`.
    pub lang: &'static str,
    /// What it says.
    pub text: String,
    /// Its faults, in the order of the text; empty: it is clean.
    pub planted: Vec<Planted>,
}

/// A fault put into a post on purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planted {
    /// The id of the rule that must find it, without `tone.`.
    pub rule: &'static str,
    /// The very words at fault.
    pub words: String,
    /// Where they begin, in bytes.
    pub at: usize,
}

/// So many posts: half French and half English, half of each clean.
#[must_use]
pub fn posts(count: usize, seed: u64) -> Vec<Sample> {
    let mut rng = Rng::with_seed(seed);
    (0..count).map(|index| sample(index, &mut rng)).collect()
}

/// How often a rule is broken: one of these is drawn for each fault.
const FRENCH_RULES: &[&str] = &[
    "address",
    "address",
    "address",
    "address",
    "address",
    "address",
    "banned",
    "banned",
    "banned",
    "banned",
    "claims",
    "claims",
    "capitals",
    "capitals",
    "exclamations",
    "exclamations",
    "doubled",
    "doubled",
    "hashtags",
    "wording",
    "emoji-count",
];
const ENGLISH_RULES: &[&str] = &[
    "banned",
    "banned",
    "banned",
    "banned",
    "banned",
    "claims",
    "claims",
    "claims",
    "capitals",
    "capitals",
    "exclamations",
    "exclamations",
    "doubled",
    "doubled",
    "hashtags",
    "wording",
    "wording",
    "emoji-count",
];

fn sample(index: usize, rng: &mut Rng) -> Sample {
    let (bank, faults, rules) = if index.is_multiple_of(2) {
        (&french::FRENCH, french_faults::FRENCH_FAULTS, FRENCH_RULES)
    } else {
        (&english::ENGLISH, english_faults::ENGLISH_FAULTS, ENGLISH_RULES)
    };
    let wanted = if (index / 2).is_multiple_of(2) { 0 } else { pick(rng, &[1, 1, 1, 2, 2, 3]) };
    loop {
        if let Some(sample) = attempt(bank, faults, rules, wanted, rng) {
            return sample;
        }
    }
}

/// A post with so many faults, each against another rule; `None` where they do not fit.
fn attempt(
    bank: &'static Bank,
    faults: Faults,
    rules: &[&'static str],
    wanted: usize,
    rng: &mut Rng,
) -> Option<Sample> {
    let mut draft = Draft::new(bank, rng);
    let mut broken: Vec<&'static str> = Vec::new();
    while broken.len() < wanted {
        let rule = pick(rng, rules);
        if !broken.contains(&rule) {
            draft.plant(rule, faults, rng)?;
            broken.push(rule);
        }
    }
    let text = style::typed(bank.lang, &draft.text(rng), rng);
    Some(mark::finished(bank.lang, &text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_posts() {
        assert_eq!(posts(200, 5), posts(200, 5));
        assert_ne!(posts(200, 5), posts(200, 6));
    }

    #[test]
    fn faults_stand_where_they_are_said_to() {
        let samples = posts(2_000, 5);
        assert_eq!(samples.iter().filter(|sample| sample.lang == "fr").count(), 1_000);
        assert_eq!(samples.iter().filter(|sample| sample.planted.is_empty()).count(), 1_000);
        for Sample { text, planted, .. } in &samples {
            for Planted { words, at, .. } in planted {
                assert_eq!(text.get(*at..*at + words.len()), Some(words.as_str()), "{text}");
            }
            assert!(!text.contains(['{', '}', '[', ']', mark::OPEN, mark::CLOSE]), "{text}");
        }
    }

    #[test]
    fn hardly_two_posts_are_alike() {
        let mut texts: Vec<String> =
            posts(2_000, 9).into_iter().map(|sample| sample.text).collect();
        texts.sort_unstable();
        texts.dedup();
        assert!(texts.len() > 1_990, "{}", texts.len());
    }
}
