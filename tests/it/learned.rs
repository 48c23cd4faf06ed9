//! What is learned, against a reference of its own: `tests/data/history/learned.json` was worked out
//! from `learned.csv` by a slow and plain program in another language that follows `docs/evidence.md`
//! step by step: no running sums, medians of slices, every post left out by summing the others anew.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may stop, and reads its own files"
)]

use super::harness::repository;
use edito::history::timing;
use edito::model::{ChannelIx, Known, Outing, Timing, Workspace};
use edito::source::Sources;
use edito::time::Instant;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A calendar of one channel on a clock that never changes, half an hour off the full ones.
pub fn workspace(plan: &str) -> Workspace {
    let text = format!(
        "[calendar]\ntimezone = \"Asia/Kolkata\"\n[plan]\n{plan}\n[channels.x]\nnetwork = \"x\"\n"
    );
    let mut sources = Sources::default();
    let loaded = edito::load::from_text(&text, Path::new("."), &mut sources).unwrap();
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    loaded.workspace.unwrap()
}

/// A post of the past on the first channel.
pub fn outing(at: i64, kind: &str, engagement: f64, reach: Option<f64>) -> Outing {
    Outing {
        channel: ChannelIx::new(0),
        at: Instant::from_unix(at),
        known: Known::Minute,
        kind: kind.to_owned(),
        engagement,
        reach,
        id: None,
        url: None,
        title: None,
        brand: None,
        file: 0,
    }
}

/// The posts of the reference, with the slot that it has for each.
fn posts() -> Vec<(Outing, usize)> {
    let text = fs::read_to_string(repository().join("tests/data/history/learned.csv")).unwrap();
    let row = |line: &str| {
        let cells: Vec<i64> = line.split(',').map(|cell| cell.parse().unwrap()).collect();
        let real = |n: i64| f64::from(u32::try_from(n).unwrap());
        let kind = ["image", "reel", "text"][usize::try_from(cells[2]).unwrap()];
        let post = outing(cells[0], kind, real(cells[3]), Some(real(cells[4])));
        (post, usize::try_from(cells[1]).unwrap())
    };
    text.lines().skip(1).map(row).collect()
}

fn plain() -> Vec<Outing> {
    posts().into_iter().map(|(post, _)| post).collect()
}

fn learned(plan: &str, outings: &[Outing]) -> Timing {
    timing(&workspace(plan), outings).remove(0).unwrap()
}

/// Every figure within 1e-9 of the reference.
fn agree(got: &Timing, case: &str) {
    let text = fs::read_to_string(repository().join("tests/data/history/learned.json")).unwrap();
    let all: Value = serde_json::from_str(&text).unwrap();
    let expected = &all[case];
    let near = |what: &str, got: &[f64], expected: Vec<&Value>| {
        assert_eq!(got.len(), expected.len(), "{case} {what}");
        for (at, (got, expected)) in got.iter().zip(expected).enumerate() {
            let gap = (got - expected.as_f64().unwrap()).abs();
            assert!(gap < 1e-9, "{case} {what} {at}: {got} instead of {expected}");
        }
    };
    let list = |name: &str| expected[name].as_array().unwrap().iter().collect();
    near("sigma", &[got.sigma], vec![&expected["sigma"]]);
    near("loo_r2", &[got.loo_r2], vec![&expected["loo_r2"]]);
    let offsets: Vec<f64> = got.type_offsets.iter().map(|(_, offset)| *offset).collect();
    near("type_offsets", &offsets, list("type_offsets"));
    near("score", &got.score, list("score"));
    near("n_eff", &got.n_eff, list("n_eff"));
    near("sd", &got.sd, list("sd"));
}

#[test]
fn the_hour_of_the_week_is_that_of_the_channel_s_clock() {
    let zone = workspace("").channels[0].zone;
    for (post, slot) in posts() {
        assert_eq!(edito::model::hour_of_week(zone.local(post.at)), slot);
    }
}

#[test]
fn a_history_teaches_what_the_reference_says() {
    agree(&learned("", &plain()), "all");
}

#[test]
fn so_does_one_of_fewer_than_twenty_posts() {
    agree(&learned("", &plain()[..15]), "few");
}

#[test]
fn so_do_rates_and_posts_without_a_reach_do_not_count() {
    let mut posts = plain();
    for at in [10, 20, 30] {
        posts.push(Outing { reach: None, ..posts[at].clone() });
    }
    let got = learned("measure = \"rate\"", &posts);
    agree(&got, "rate");
    assert_eq!((got.posts, got.used), (423, 420));
}

#[test]
fn so_do_other_brands_as_the_starting_point() {
    let all = plain();
    let of = |brand: &str, post: &Outing| Outing { brand: Some(brand.to_owned()), ..post.clone() };
    let mut posts = all[360..].to_vec();
    posts.extend(all[..360].iter().map(|post| of("sister", post)));
    // The oldest ten are past the 400 of one brand that count.
    posts.extend(all[..410].iter().map(|post| of("cousin", post)));
    let got = learned("", &posts);
    agree(&got, "pooled");
    assert_eq!((got.posts, got.used, got.pooled), (60, 60, 760));
}
