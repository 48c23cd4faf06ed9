//! Ten thousand mixed posts: how many clean ones are flagged, how many planted faults are found.

use super::{Brand, Flag, PACKS};
use crate::corpus::{Sample, posts};
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// How many posts, and the seed they grow from.
const POSTS: usize = 10_000;
const SEED: u64 = 1;

struct Tally {
    clean: usize,
    flagged: Vec<(String, Vec<Flag>)>,
    planted: BTreeMap<&'static str, (usize, usize)>,
    missed: Vec<(String, &'static str, String)>,
}

/// The posts, made once for all tests.
fn all() -> &'static [Sample] {
    static ALL: OnceLock<Vec<Sample>> = OnceLock::new();
    ALL.get_or_init(|| posts(POSTS, SEED))
}

fn tally(lang: &'static str, brand: &Brand) -> Tally {
    let mut tally =
        Tally { clean: 0, flagged: Vec::new(), planted: BTreeMap::new(), missed: Vec::new() };
    for sample in all().iter().filter(|sample| sample.lang == lang) {
        let flags = brand.flags(lang, &sample.text);
        if sample.planted.is_empty() {
            tally.clean += 1;
            if !flags.is_empty() {
                tally.flagged.push((sample.text.clone(), flags));
            }
            continue;
        }
        count(sample, &flags, &mut tally);
    }
    tally
}

fn count(sample: &Sample, flags: &[Flag], tally: &mut Tally) {
    for planted in &sample.planted {
        let words = planted.at..planted.at + planted.words.len();
        let found = flags.iter().any(|flag| {
            flag.rule == planted.rule
                && flag.range.start < words.end
                && words.start < flag.range.end
        });
        let of_rule = tally.planted.entry(planted.rule).or_default();
        of_rule.1 += 1;
        if found {
            of_rule.0 += 1;
        } else {
            tally.missed.push((sample.text.clone(), planted.rule, planted.words.clone()));
        }
    }
}

/// At most one clean post in two hundred is flagged, and ninety-nine planted faults in a hundred
/// are found, whichever rule they are for.
fn judge(lang: &'static str, brand: &Brand) {
    let tally = tally(lang, brand);
    let show = |text: &str| text.replace('\n', "⏎");
    for (text, flags) in tally.flagged.iter().take(40) {
        let words = flags.iter().map(|flag| (flag.rule.as_str(), &text[flag.range.clone()]));
        println!("clean, flagged: {:?}\n    {}", words.collect::<Vec<_>>(), show(text));
    }
    for (text, rule, words) in tally.missed.iter().take(60) {
        println!("missed: {rule} at {words:?}\n    {}", show(text));
    }
    println!(
        "{lang}: {} of {} clean posts flagged; planted faults found: {:?}",
        tally.flagged.len(),
        tally.clean,
        tally.planted
    );
    assert!(tally.clean > 2_000);
    assert!(200 * tally.flagged.len() <= tally.clean, "{} flagged", tally.flagged.len());
    for (rule, (found, of)) in &tally.planted {
        assert!(100 * found >= 99 * of, "{rule}: {found} of {of} found");
    }
}

#[test]
fn french_posts() {
    judge("fr", &Brand::new("brand-fr"));
}

#[test]
fn english_posts() {
    judge("en", &Brand::new("brand-en"));
}

#[test]
fn packs_leave_clean_posts_alone() {
    // What people type without any space before "!" is what this rule is for.
    let brand = Brand::of_packs(&PACKS, &["fr-typo.spaces"]);
    for lang in ["fr", "en"] {
        let tally = tally(lang, &brand);
        for (text, flags) in tally.flagged.iter().take(40) {
            let words = flags.iter().map(|flag| (flag.rule.as_str(), &text[flag.range.clone()]));
            println!("{:?}\n    {text}", words.collect::<Vec<_>>());
        }
        assert!(
            200 * tally.flagged.len() <= tally.clean,
            "{lang}: {} of {} flagged",
            tally.flagged.len(),
            tally.clean
        );
    }
}
