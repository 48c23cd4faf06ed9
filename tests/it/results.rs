//! Results of the past, as files: what a plan makes of them, and that every command sees the same.

#![expect(clippy::disallowed_methods, reason = "tests write files of their own")]

use super::harness::{Run, Said, repository};
use super::random::Dice;
use serde_json::Value;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const CALENDAR: &str = r#"history = ["results.csv"]

[calendar]
name = "Atelier"
timezone = "Europe/Paris"
lang = "en"

[plan]
hours = { from = "08:00", to = "21:00" }

[channels.instagram]
network = "instagram"
cadence = { per_week = { min = 2, max = 4 }, per_day = 1 }

[[post]]
id = "fair"
title = "The Christmas fair"
channels = ["instagram"]
date = "2026-W48"
status = "planned"

[[post]]
id = "desk"
title = "What is on the desk"
channels = ["instagram"]
date = 2026-11-24
status = "planned"
"#;

/// How much better the evening of a brand is, on the scale of logarithms.
#[derive(Clone, Copy)]
enum Evenings {
    Alike,
    Better,
}

/// The posts of an account as Instagram's export has them, up to 15 November 2026: one every
/// `every` hours, from 8 to 21 h, with luck that weighs far more than the hour.
fn export(posts: usize, every: usize, evenings: Evenings) -> String {
    let mut dice = Dice::new(7);
    let mut csv = "Post ID,Account username,Description,Publish time,Post type,Date,Reach,Likes,\
                   Comments,Shares,Saves\n"
        .to_owned();
    let last = chrono::NaiveDate::from_ymd_opt(2026, 11, 15).expect("a date");
    for i in 0..posts {
        let days = u64::try_from(i * every / 24).expect("a small number");
        let day = last - chrono::Days::new(days);
        let hour = 8 + dice.below(13);
        // Twelve dice make a bell of standard deviation 1.
        let luck: usize = (0..12).map(|_| dice.below(1_001)).sum();
        let luck = (f64::from(u16::try_from(luck).expect("at most 12,000")) - 6_000.0) / 1_000.0;
        let better = match evenings {
            Evenings::Better if (17..=19).contains(&hour) => 0.35,
            _ => 0.0,
        };
        let likes = libm::exp(4.0 + 0.6 * luck + better);
        csv.push_str(&format!(
            "{},atelier,Post {i},{} {hour:02}:{:02},IG image,Lifetime,900,{likes:.0},2,1,3\n",
            40_000 + i,
            day.format("%m/%d/%Y"),
            dice.below(60),
        ));
    }
    csv
}

/// A brand in a folder of its own.
fn brand(csv: Option<&str>) -> TempDir {
    let folder = tempfile::tempdir().expect("a test fixture");
    let put = |name: &str, text: &str| {
        fs::write(folder.path().join(name), text).expect("a test fixture");
    };
    match csv {
        Some(csv) => {
            put("calendar.toml", CALENDAR);
            put("results.csv", csv);
        }
        None => put("calendar.toml", CALENDAR.split_once('\n').expect("its first line").1),
    }
    folder
}

fn at(folder: &Path, args: &[&str]) -> Said {
    Run::new(args).at(folder).go()
}

/// What a screen says, its lines joined.
fn flat(said: &Said) -> String {
    said.stdout.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

fn json(folder: &Path, args: &[&str]) -> Value {
    let said = at(folder, &[args, &["--format", "json"]].concat());
    assert_eq!((said.code, said.stderr.as_str()), (0, ""), "{said:?}");
    serde_json::from_str(&said.stdout).expect("a plan is JSON")
}

/// Where the score of each placement comes from.
fn origins(plan: &Value) -> Vec<String> {
    let list = plan["placements"].as_array().expect("a list");
    list.iter()
        .map(|p| p["why"][0]["args"]["origin"].as_str().expect("a word").to_owned())
        .collect()
}

#[test]
fn a_brand_without_results_gets_test_slots_and_is_told_so() {
    let brand = brand(None);
    let plan = json(brand.path(), &["plan"]);
    super::shape::plan(&plan);
    assert_eq!(origins(&plan), ["test", "test"]);
    assert_eq!(
        plan["evidence"],
        serde_json::json!([{"channel": "instagram", "posts": 0, "used": 0, "evidence": "none",
            "source": "test"}])
    );
    let screen = flat(&at(brand.path(), &["plan"]));
    assert!(screen.contains("no data on instagram yet: a test slot"), "{screen}");
    assert!(screen.contains("instagram: no results yet, so these are test slots"), "{screen}");
    let why = flat(&at(brand.path(), &["why", "desk", "--lang", "fr"]));
    assert!(why.contains("instagram\u{a0}: pas encore de résultats"), "{why}");
}

#[test]
fn forty_posts_of_luck_promise_nothing() {
    let brand = brand(Some(&export(40, 50, Evenings::Alike)));
    let plan = json(brand.path(), &["plan"]);
    assert_eq!(plan["evidence"][0]["used"], 40);
    assert_eq!(plan["evidence"][0]["evidence"], "no-effect");
    assert_eq!(origins(&plan), ["test", "test"]);
    let screen = flat(&at(brand.path(), &["plan"]));
    assert!(screen.contains("no hour is measurably better on instagram: a test slot"), "{screen}");
    assert!(screen.contains("instagram (40 posts): the hour makes no measurable"), "{screen}");
}

#[test]
fn a_dozen_posts_are_too_few() {
    let brand = brand(Some(&export(12, 50, Evenings::Better)));
    let screen = flat(&at(brand.path(), &["plan"]));
    assert!(screen.contains("too little data on instagram: a test slot"), "{screen}");
    assert!(
        screen.contains("instagram (12 posts): too few to learn from (it takes 30)"),
        "{screen}"
    );
}

#[test]
fn two_thousand_posts_with_better_evenings_lead_there() {
    let brand = brand(Some(&export(2_000, 12, Evenings::Better)));
    let plan = json(brand.path(), &["plan"]);
    super::shape::plan(&plan);
    assert_eq!(origins(&plan), ["history", "history"]);
    let known = &plan["evidence"][0];
    assert_eq!((&known["posts"], &known["source"]), (&2_000.into(), &"history".into()));
    assert!(["weak", "some", "strong"].contains(&known["evidence"].as_str().expect("a word")));
    for placed in plan["placements"].as_array().expect("a list") {
        let hour = &placed["start"].as_str().expect("a time")[11..13];
        assert!(["17", "18", "19"].contains(&hour), "{placed}");
        let args = &placed["why"][0]["args"];
        let figure = |name: &str| args[name].as_f64().unwrap_or_else(|| panic!("{name}: {args}"));
        assert!(figure("low") < figure("gain") && figure("gain") < figure("high"), "{args}");
        assert!(figure("gain") > 0.0 && figure("posts") > 1.0, "{args}");
    }
    let screen = flat(&at(brand.path(), &["plan"]));
    assert!(screen.contains("against your usual: +") && screen.contains("(8 times in 10:"));
    assert!(screen.contains("instagram (2,000 posts): the hour explains"), "{screen}");
    let french = flat(&at(brand.path(), &["why", "desk", "--lang", "fr"]));
    assert!(french.contains("par rapport à d’habitude\u{a0}: +"), "{french}");
    assert!(french.contains("(2\u{202f}000 publications)"), "{french}");
}

#[test]
fn every_command_sees_the_same_scores() {
    let brand = brand(Some(&export(2_000, 12, Evenings::Better)));
    let folder = brand.path();
    let said = at(folder, &["plan", "-o", "plan.json", "--certificate", "proof.json"]);
    assert_eq!(said.code, 0, "{said:?}");
    for more in [&[][..], &["--certificate", "proof.json"]] {
        let said = at(folder, &[&["verify", "plan.json"][..], more].concat());
        assert_eq!(said.code, 0, "{said:?}");
    }
    let plan = json(folder, &["plan"]);
    let exported = at(folder, &["export", "json"]);
    assert_eq!(serde_json::from_str::<Value>(&exported.stdout).expect("JSON"), plan);
    let csv = at(folder, &["export", "csv"]).stdout;
    let start = plan["placements"][0]["start"].as_str().expect("a time");
    assert!(csv.contains(&start[11..16]) && csv.contains("(8 times in 10:"), "{csv}");
    let why = at(folder, &["why", "desk"]).stdout;
    let desk = plan["placements"].as_array().expect("a list").iter().find(|p| p["post"] == "desk");
    let score = desk.expect("it has a slot")["score"].to_string();
    assert!(why.contains(&format!("(score {score}, suggested)")), "{why}\n{score}");
    let urgent = json(folder, &["plan", "--reactive", "2026-11-25"]);
    let slot = &urgent["reactive"]["channels"][0]["slot"];
    assert!(slot["score"].as_u64().expect("a score") > 55, "{slot}");
}

#[test]
fn other_results_make_another_plan_and_verify_says_so() {
    let brand = brand(Some(&export(2_000, 12, Evenings::Better)));
    let folder = brand.path();
    assert_eq!(at(folder, &["plan", "-o", "plan.json", "--certificate", "proof.json"]).code, 0);
    fs::write(folder.join("results.csv"), export(2_000, 12, Evenings::Alike)).expect("a file");
    let said = at(folder, &["verify", "plan.json"]);
    assert_eq!(said.code, 1, "{said:?}");
    assert!(said.stdout.contains("the plan says"), "{said:?}");
    let said = at(folder, &["verify", "plan.json", "--certificate", "proof.json"]);
    assert_eq!(said.code, 1, "{said:?}");
}

#[test]
fn each_brand_of_an_agency_learns_from_its_own_files() {
    let (known, new) = (brand(Some(&export(2_000, 12, Evenings::Better))), brand(None));
    let name = |folder: &TempDir| folder.path().join("calendar.toml").display().to_string();
    let both = [name(&known), name(&new)];
    let calendars = ["--calendar", both[0].as_str(), "--calendar", both[1].as_str()];
    let said = at(&repository(), &[&["plan", "--format", "json"][..], &calendars].concat());
    let plans: Vec<Value> =
        said.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let sources: Vec<&str> =
        plans.iter().map(|plan| plan["evidence"][0]["source"].as_str().expect("a word")).collect();
    assert_eq!(sources, ["history", "test"]);
    let saved = known.path().join("both.json").display().to_string();
    fs::write(&saved, &said.stdout).expect("a file");
    let verdict = at(&repository(), &[&["verify", saved.as_str()][..], &calendars].concat());
    assert_eq!(verdict.code, 0, "{verdict:?}");
}

#[test]
fn nothing_overwrites_the_results_of_the_past() {
    let results = export(40, 50, Evenings::Alike);
    let brand = brand(None);
    let named = brand.path().join("results.json");
    let calendar = CALENDAR.replace("results.csv", "results.json");
    fs::write(brand.path().join("calendar.toml"), calendar).expect("a test fixture");
    fs::write(&named, &results).expect("a test fixture");
    for command in ["plan", "slots", "mix", "report", "check"] {
        let said = at(brand.path(), &[command, "-o", "results.json"]);
        assert_eq!(said.code, 2, "{said:?}");
        assert!(said.stderr.contains("overwritten"), "{said:?}");
        let kept = fs::read_to_string(&named).expect("a file");
        assert!(kept == results, "{command} lost the results");
    }
}

#[test]
fn the_faults_of_every_calendar_are_told_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["a.toml", "b.toml"] {
        fs::write(folder.path().join(name), "[calendar]\nname = 3\n").expect("a file");
    }
    for command in ["slots", "report", "mix", "plan"] {
        let args = [command, "--calendar", "a.toml", "--calendar", "b.toml"];
        let said = Run::new(&args).at(folder.path()).go();
        assert_eq!(said.code, 1, "{command}");
        for name in ["a.toml", "b.toml"] {
            let all = format!("{}{}", said.stdout, said.stderr);
            assert!(all.contains(name), "{command} {name}: {said:?}");
        }
    }
}
