//! Posts written by hand to be hard: clean ones that look faulty, faulty ones that look clean.

use super::Brand;
use std::collections::BTreeMap;

#[derive(serde::Deserialize)]
struct File {
    post: Vec<Post>,
}

#[derive(serde::Deserialize)]
struct Post {
    lang: String,
    brand: String,
    text: String,
    flags: Vec<Expected>,
}

#[derive(serde::Deserialize)]
struct Expected {
    rule: String,
    words: String,
}

#[test]
fn hard_posts_are_judged_as_by_hand() {
    let file: File = toml::from_str(include_str!("../../data/tone/hard.toml")).unwrap();
    assert!(file.post.len() >= 200);
    let mut brands: BTreeMap<String, Brand> = BTreeMap::new();
    let mut odd = Vec::new();
    for post in &file.post {
        let brand = brands.entry(post.brand.clone()).or_insert_with(|| Brand::new(&post.brand));
        let lang = if post.lang == "fr" { "fr" } else { "en" };
        let flags = brand.flags(lang, &post.text);
        let mut told = Vec::new();
        let mut used = vec![false; flags.len()];
        for expected in &post.flags {
            let at = post.text.find(&expected.words).expect("the words are in the text");
            let words = at..at + expected.words.len();
            let mut found = false;
            for (flag, used) in flags.iter().zip(&mut used) {
                let touches = flag.range.start < words.end && words.start < flag.range.end;
                if flag.rule == expected.rule && touches {
                    *used = true;
                    found = true;
                }
            }
            if !found {
                told.push(format!("missed {} at {:?}", expected.rule, expected.words));
            }
        }
        for (flag, _) in flags.iter().zip(&used).filter(|(_, used)| !**used) {
            told.push(format!("false {} at {:?}", flag.rule, &post.text[flag.range.clone()]));
        }
        if !told.is_empty() {
            odd.push(format!("{}\n    {}", told.join("; "), post.text.replace('\n', "⏎")));
        }
    }
    assert!(odd.is_empty(), "{} of {} odd\n{}", odd.len(), file.post.len(), odd.join("\n"));
}
