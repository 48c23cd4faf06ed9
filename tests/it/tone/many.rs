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

impl Tally {
    /// At most one clean post in two hundred is flagged.
    fn leaves_clean_posts_alone(&self) {
        let (flagged, clean) = (self.flagged.len(), self.clean);
        let some = self.flagged.iter().take(40).map(|(text, flags)| {
            let words = flags
                .iter()
                .map(|flag| format!("{} at “{}”", flag.rule, &text[flag.range.clone()]));
            format!("{}\n    {}", words.collect::<Vec<_>>().join(", "), one_line(text))
        });
        let some: Vec<String> = some.collect();
        assert!(clean > 2_000, "only {clean} clean posts");
        assert!(200 * flagged <= clean, "{flagged} of {clean} flagged\n{}", some.join("\n"));
    }

    /// Ninety-nine planted faults in a hundred are found, whichever rule they are for.
    fn finds_what_is_planted(&self) {
        for (rule, (found, of)) in &self.planted {
            let missed = self.missed.iter().filter(|(_, of, _)| of == rule).take(40);
            let missed =
                missed.map(|(text, _, words)| format!("“{words}”\n    {}", one_line(text)));
            let missed: Vec<String> = missed.collect();
            assert!(100 * found >= 99 * of, "{rule}: {found} of {of}\n{}", missed.join("\n"));
        }
    }
}

fn one_line(text: &str) -> String {
    text.replace('\n', "⏎")
}

fn judge(lang: &'static str, brand: &Brand) {
    let tally = tally(lang, brand);
    tally.leaves_clean_posts_alone();
    assert!(tally.planted.len() > 5, "{} rules tried", tally.planted.len());
    tally.finds_what_is_planted();
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
        tally(lang, &brand).leaves_clean_posts_alone();
    }
}
