//! What is told of posts together: one way of writing, and the signature that ends them all.

use edito::rules::{Facts, check, judge};
use edito::source::Sources;
use edito::time::Instant;
use std::path::Path;

/// The findings of the tone in a calendar with one network: rule, post, and the words at fault.
fn told(rest: &str) -> Vec<(String, Option<String>, String)> {
    let text = format!(
        "[calendar]\ntimezone = \"Europe/Paris\"\nlang = \"fr\"\n[channels.un]\nnetwork = \"mastodon\"\n{rest}"
    );
    let mut sources = Sources::default();
    let loaded =
        edito::load::from_text(&text, Path::new("."), &mut sources).expect("a test fixture");
    assert!(loaded.findings.is_empty(), "{:?}", loaded.findings);
    let ws = loaded.workspace.expect("a test fixture");
    let now = Instant::parse_rfc3339("2026-11-20T09:00:00+01:00").expect("an instant");
    let facts = Facts::new(&ws, &sources, now);
    let report = judge(check(&facts), Some(&facts));
    let findings = report.findings.into_iter().map(|judged| judged.finding);
    let of_tone = findings.filter(|finding| finding.rule.starts_with("tone."));
    of_tone
        .map(|finding| {
            let edito::diagnostic::Place::Span(at) = finding.place else { panic!("no place") };
            let words = sources.get(at.source).slice(at.span).to_owned();
            (finding.rule.into_owned(), finding.post, words)
        })
        .collect()
}

fn post(id: &str, more: &str, text: &str) -> String {
    format!("[[post]]\nid = \"{id}\"\ndate = 2026-11-26\n{more}text = \"{text}\"\n")
}

fn found(rule: &str, post: Option<&str>, words: &str) -> (String, Option<String>, String) {
    (rule.to_owned(), post.map(str::to_owned), words.to_owned())
}

#[test]
fn one_thing_is_written_in_one_way_in_all_posts() {
    let rule = |per: &str| {
        format!(
            "[[tone.rule]]\nid = \"une\"\nkind = \"consistency\"\neither = [[\"clé\", \"clef\"]]\nper = \"{per}\"\n"
        )
    };
    let posts = |more: &str| {
        [
            post("a", more, "La clé est là."),
            post("b", more, "Une clef, dit-il."),
            post("c", more, "Vos clés !"),
        ]
        .concat()
    };
    assert_eq!(told(&(rule("post") + &posts(""))), []);
    let over_all = told(&(rule("calendar") + &posts("")));
    assert_eq!(over_all, [found("tone.une", Some("b"), "clef")]);
    assert_eq!(told(&(rule("campaign") + &posts(""))), []);
    let campaign = "[campaigns.noel]\nname = \"Noël\"\n";
    let of_campaign = told(&(rule("campaign") + campaign + &posts("campaign = \"noel\"\n")));
    assert_eq!(of_campaign, [found("tone.une", Some("b"), "clef")]);
}

#[test]
fn the_words_of_each_channel_are_read_and_those_of_several_once() {
    let rule = "[[tone.rule]]\nid = \"une\"\nkind = \"consistency\"\n\
                either = [[\"clé\", \"clef\"]]\nper = \"calendar\"\n";
    let two = "[channels.deux]\nnetwork = \"bluesky\"\n";
    let both = "channels = [\"un\", \"deux\"]\n";
    let posts = post("a", both, "La clef est là.")
        + &post("b", both, "Une clé, dit-il.")
        + &post("c", both, "Vos clés !")
        + "[post.on.deux]\ntext = \"Une clef.\"\n";
    let clef = |id| found("tone.une", Some(id), "clé");
    // Two and two: the first one written is the model.
    assert_eq!(
        told(&format!("{two}{rule}{posts}")),
        [clef("b"), found("tone.une", Some("c"), "clés")]
    );
}

#[test]
fn what_a_signature_lacks_is_no_fault_of_it() {
    let tone = "[tone]\nsignature = \"Votre boulangerie incontournable\"\n\
                [[tone.rule]]\nid = \"merci\"\nkind = \"require\"\nany_of = [\"merci\"]\n\
                [[tone.rule]]\nid = \"émoji\"\nkind = \"emoji\"\nmin = 1\n"
        .replace("émoji", "emoji");
    assert_eq!(told(&format!("{tone}{}", post("a", "", "Merci à vous 🎉"))), []);
}

#[test]
fn a_rule_for_a_pillar_hears_the_signature_in_its_posts() {
    let tone = "[mix.pillars.promo]\nname = \"Promo\"\n\
                [tone]\nsignature = \"Votre boulangerie incontournable\"\n\
                [[tone.rule]]\nid = \"use\"\nkind = \"forbid\"\nterms = [\"incontournable\"]\n\
                only = { pillars = [\"promo\"] }\n";
    let posts = post("a", "", "Du pain.") + &post("b", "pillar = \"promo\"\n", "Un pain.");
    let all = told(&format!("{tone}{posts}"));
    assert_eq!(all.len(), 1, "{all:?}");
    assert_eq!(all[0].1.as_deref(), Some("b"));
}

#[test]
fn the_signature_is_heard_once_and_where_it_is_written() {
    let tone = "[tone]\nsignature = \"Votre boulangerie incontournable\"\n\
                [[tone.rule]]\nid = \"use\"\nkind = \"forbid\"\nterms = [\"incontournable\"]\n\
                [[tone.rule]]\nid = \"long\"\nkind = \"count\"\nof = \"word\"\nmax = 5\n";
    let posts = post("a", "", "Du pain.") + &post("b", "", "Un pain incontournable.");
    let mut all = told(&format!("{tone}{posts}"));
    all.sort();
    // What is too much as a whole is each post's own affair.
    assert_eq!(
        all,
        [
            found("tone.long", Some("b"), "\"Un pain incontournable.\""),
            found("tone.use", None, "incontournable"),
            found("tone.use", Some("b"), "incontournable"),
        ]
    );
}
