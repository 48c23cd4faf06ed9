//! A style of our own, imported whole: what becomes of each kind, and that our reader has nothing
//! to say about the file.

use super::{Imported, Much, import};
use crate::cli::write::write;
use crate::lang::Lang;
use crate::load;
use crate::model::tone::{
    Bounds, Counted, Demand, Extent, Forms, Formula, LetterCase, Readability, ToneRule,
};
use crate::model::{Tone, Workspace};
use crate::source::Sources;
use std::path::Path;

fn style() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/vale");
    load::style_folder(&folder, "vale").unwrap()
}

fn one(name: &str, text: &str) -> Imported {
    import(&[(name.to_owned(), text.to_owned())], Lang::En)
}

/// Reads a tone file as that of a calendar; it must have no fault.
fn read(toml: &str) -> Tone {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("calendar.toml");
    let calendar = "tone = \"tone.toml\"\n[calendar]\nname = \"A\"\ntimezone = \"Europe/Paris\"\n";
    write(&root, calendar.as_bytes()).unwrap();
    write(&folder.path().join("tone.toml"), toml.as_bytes()).unwrap();
    let loaded = load::workspace(&root, folder.path(), &mut Sources::default()).unwrap();
    let said: Vec<String> = loaded
        .findings
        .iter()
        .map(|finding| format!("{} {}", finding.rule, finding.message.get(Lang::En)))
        .collect();
    assert!(said.is_empty(), "{said:#?}\n{toml}");
    let Workspace { tone, .. } = loaded.workspace.unwrap();
    tone
}

fn rule<'t>(tone: &'t Tone, id: &str) -> &'t ToneRule {
    tone.rules.iter().find(|rule| rule.id.value == id).unwrap_or_else(|| panic!("no {id}"))
}

fn words(list: &[crate::source::Loc<String>]) -> Vec<&str> {
    list.iter().map(|word| word.value.as_str()).collect()
}

#[test]
fn a_style_is_a_tone_file_without_a_fault() {
    for lang in Lang::ALL {
        let imported = import(&style(), lang);
        assert_eq!(imported.counts(), [9, 5, 4]);
        let tone = read(&imported.toml);
        let ids: Vec<&String> = imported.carried.iter().flat_map(|rule| &rule.ids).collect();
        assert_eq!(tone.rules.len(), ids.len());
        for id in ids {
            assert!(tone.rules.iter().any(|rule| rule.id.value == *id), "{id}");
        }
        assert_eq!(words(&tone.vocabulary), ["Maison Lumière", "LinkedIn"]);
        for rule in &tone.rules {
            assert!(rule.message.as_ref().is_none_or(|words| !words.contains("%s")), "{rule:?}");
        }
    }
}

#[test]
fn every_line_of_the_file_is_short_of_controls_and_every_left_is_in_it() {
    let imported = import(&style(), Lang::Fr);
    assert!(!imported.toml.chars().any(|c| c.is_control() && c != '\n'));
    for left in &imported.left {
        let place = left.file.rsplit('/').next().unwrap();
        let line = format!("{place}:{}", left.line);
        let found = imported.toml.lines().any(|comment| {
            comment.starts_with("# - ")
                && comment.contains(&line)
                && comment.contains(left.what.get(Lang::Fr))
        });
        assert!(found, "{line}");
        assert!(!left.what.get(Lang::En).is_empty());
    }
}

#[test]
fn each_kind_becomes_ours() {
    let tone = read(&import(&style(), Lang::En).toml);
    let Demand::Forbid(forbid) = &rule(&tone, "maison-superlatifs").demand else { panic!() };
    assert_eq!(
        words(&forbid.terms),
        [
            "incontournable",
            "incontournables",
            "à ne pas rater",
            "à ne pas manquer",
            "unique en son genre"
        ]
    );
    assert_eq!(words(&forbid.patterns), [r"(?i)\b(?:archi-?\w+)\b"]);
    assert_eq!((forbid.matching.case, forbid.matching.forms), (LetterCase::Any, Forms::Exact));
    assert_eq!(words(&rule(&tone, "maison-superlatifs").except), ["escale incontournable"]);
    assert_eq!(rule(&tone, "maison-superlatifs").message.as_deref(), Some("Évitez ceci."));

    let Demand::Replace(replace) = &rule(&tone, "maison-lexique").demand else { panic!() };
    let swap: Vec<(&str, &str)> =
        replace.swap.iter().map(|(a, b)| (a.value.as_str(), b.value.as_str())).collect();
    assert_eq!(swap[0], ("newsletter", "infolettre|lettre"));
    assert!(swap.contains(&("digital", "numérique")));
    assert!(!swap.iter().any(|(from, _)| *from == "courriel"));
    let fax = rule(&tone, "maison-lexique-envoyer-par-courriel");
    assert_eq!(fax.message.as_deref(), Some("Préférez « envoyer par courriel » à ceci."));

    let Demand::Count(count) = &rule(&tone, "maison-longueur").demand else { panic!() };
    assert_eq!((count.of, count.per, count.max), (Counted::Word, Extent::Sentence, Some(25)));
    let Demand::Readability(Readability { formula, max, .. }) =
        rule(&tone, "maison-lisible").demand
    else {
        panic!()
    };
    assert_eq!((formula, max), (Formula::Lix, Some(45)));
    let Demand::Require(require) = &rule(&tone, "maison-conditions").demand else { panic!() };
    assert_eq!(require.when.pattern.as_ref().unwrap().value, "(?i)soldes");
    let Demand::Consistency(either) = &rule(&tone, "maison-graphies").demand else { panic!() };
    assert_eq!(words(&either.either[0]), ["clé", "clef"]);
    assert!(matches!(rule(&tone, "maison-doublons").demand, Demand::Repeat(_)));
    let Demand::Forbid(hype) = &rule(&tone, "shop-hype").demand else { panic!() };
    assert_eq!((hype.matching.bounds, hype.terms.len()), (Bounds::Anywhere, 0));
}

#[test]
fn settings_give_levels() {
    use crate::diagnostic::Level;
    let tone = read(&import(&style(), Lang::En).toml);
    assert_eq!(rule(&tone, "maison-titres").level, None);
    assert_eq!(rule(&tone, "maison-longueur").level, Some(Level::Error));
    assert_eq!(rule(&tone, "maison-superlatifs").level, Some(Level::Hint));
    assert_eq!(rule(&tone, "shop-hype").level, Some(Level::Error));
}

#[test]
fn what_is_left_has_its_line_and_reason() {
    let imported = import(&style(), Lang::En);
    let left: Vec<(&str, usize, Much)> = imported
        .left
        .iter()
        .map(|left| (left.file.strip_prefix("vale/").unwrap(), left.line, left.much))
        .collect();
    assert!(left.contains(&("Maison/Lexique.yml", 13, Much::Part)), "{left:?}");
    assert!(left.contains(&("Maison/Intertitres.yml", 3, Much::Whole)));
    assert!(left.contains(&("Shop/Wait.yaml", 9, Much::Part)));
    assert!(left.contains(&("Shop/Torn.yml", 2, Much::Whole)));
    assert!(left.windows(2).all(|two| (two[0].0, two[0].1) <= (two[1].0, two[1].1)));
}

#[test]
fn one_style_needs_no_prefix_and_no_style_is_nothing() {
    let imported = one("Own/NoHype.yml", "extends: existence\ntokens: [wow]\n");
    assert!(imported.toml.contains("id = \"no-hype\""), "{}", imported.toml);
    assert!(imported.has_style());
    assert!(!one("Own/ci.yml", "on: push\n").has_style());
    assert!(!import(&[], Lang::En).has_style());
    let lost = one("Own/S.yml", "extends: spelling\n");
    assert!(lost.has_style() && lost.carried.is_empty());
}

#[test]
fn odd_values_are_no_trouble() {
    for text in [
        "extends: existence\ntokens: 3\n",
        "extends: existence\ntokens: {a: b}\n",
        "extends: existence\n",
        "extends: substitution\nswap: [a, b]\n",
        "extends: substitution\nswap: {a: , '': b, c: [d, e]}\n",
        "extends: occurrence\ntoken: a\nmax: many\n",
        "extends: occurrence\ntoken: '('\nmax: 3\n",
        "extends: consistency\neither: {a: a}\n",
        "extends: capitalization\nmatch: '[A-Z'\n",
        "extends: metric\nformula: 1 + 1\ncondition: '> 3'\n",
        "extends: conditional\nfirst: a\nsecond: b\n",
        "extends: repetition\ntokens: ['a|b']\n",
        "extends: [existence]\n",
        "extends: existence\nmessage: \"a\\u0007\\\"b\"\nlink: \"x\\ny\"\nlevel: loud\ntokens: [\"it's\", '\"', \"'\", \"a\\\\b'''\"]\n",
        "extends: existence\ntokens: [a, A, a, \"\u{202e}x\", \"é\", \"e\u{301}\"]\n",
        "extends: existence\nraw: ['a', 'b']\nappend: true\ntokens: [c]\n",
        "extends: existence\nscope: [text, table]\ntokens: ['^a']\n",
    ] {
        let imported = one("Own/Odd.yml", text);
        read(&imported.toml);
        let names = format!("{:?}{:?}", imported.carried, imported.left);
        assert!(text.contains("[existence]") || names.len() > 4, "{text}");
    }
    let appended = one(
        "A/B.yml",
        "extends: existence\nraw: [x]\nappend: true\nnonword: yes\ntokens: [c, d]\n",
    );
    assert!(appended.toml.contains("'(?:c|d)x'"), "{}", appended.toml);
}

#[test]
fn hostile_files_end_soon() {
    let long = format!(
        "extends: existence\ntokens:\n{}",
        "  - (a|b)(a|b)(a|b)(a|b)(a|b)(a|b)\n".repeat(2_000)
    );
    assert_eq!(one("A/B.yml", &long).carried.len(), 1);
    let deep = format!("extends: existence\ntokens: ['{}a{}']\n", "(".repeat(400), ")".repeat(400));
    assert!(one("A/B.yml", &deep).carried.is_empty());
    let nested = format!("extends: existence\ntokens: ['{}']\n", "(?!".repeat(5_000));
    assert!(one("A/B.yml", &nested).carried.is_empty());
    let barred = format!("extends: existence\ntokens: ['{}']\n", "|".repeat(100_000));
    let _ = one("A/B.yml", &barred);
}
