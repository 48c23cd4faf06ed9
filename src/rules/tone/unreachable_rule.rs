//! `unreachable-rule`: a tone rule, or a word of one, that can never find anything.
//!
//! Only what is sure is told: rules of packs are left alone, and what depends on posts that nobody
//! has written yet.

use super::meet::{own, takes};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, quote};
use crate::model::tone::{Forms, LetterCase, Matching};
use crate::model::{Demand, Status, ToneRule, Workspace};
use crate::rules::Facts;
use crate::source::Loc;
use crate::text::phrases::key;
use crate::tone::speaks;
use std::collections::{HashMap, HashSet};

/// A tone rule that can never find anything.
pub static RULE: Rule = Rule {
    id: "unreachable-rule",
    group: Group::Tone,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A tone rule, or a word of one, that can never find anything.",
        fr: "Une règle de ton, ou l’un de ses mots, qui ne peut jamais rien trouver.",
    },
    why: Phrase {
        en: "It looks like a safeguard and is none.",
        fr: "Elle a l’air d’un garde-fou et n’en est pas un.",
    },
    remedy: Phrase {
        en: "Correct where it runs (`only`, `lang`) or what it excepts, or take it away.",
        fr: "Corrigez là où elle s’applique (`only`, `lang`) ou ce qu’elle admet (`except`), ou retirez-la.",
    },
    example: example!(
        r#"[[tone.rule]]
id = "jargon"
kind = "forbid"
terms = ["incontournable"]
except = ["incontournable"]
"#
    ),
};

/// Looks for rules and words that can find nothing.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let ws = facts.ws;
    own(ws)
        .flat_map(|rule| match nowhere(ws, rule) {
            Some(finding) => vec![finding],
            None => idle_words(ws, rule),
        })
        .collect()
}

/// Why a rule runs nowhere at all.
fn nowhere(ws: &Workspace, rule: &ToneRule) -> Option<Finding> {
    let only = &rule.only;
    let tell = |at, en: String, fr: String| {
        let message = Text::of(|lang| match lang {
            Lang::En => en.clone(),
            Lang::Fr => fr.clone(),
        });
        Some(Finding::new(RULE.id, at, message))
    };
    if !ws.channels.is_empty() && !ws.each_channel().any(|channel| takes(only, channel)) {
        return tell(
            rule.id.at,
            "no channel of the calendar is one that this rule runs on".to_owned(),
            "aucun canal du calendrier n’est de ceux où cette règle s’applique".to_owned(),
        );
    }
    let read =
        |status: &Status| !matches!(status, Status::Idea | Status::Published | Status::Cancelled);
    if !only.status.is_empty() && !only.status.iter().any(read) {
        return tell(
            rule.id.at,
            "this rule is for posts that no tone rule reads: ideas, published and cancelled ones"
                .to_owned(),
            "cette règle vise des publications qu’aucune règle de ton ne lit\u{a0}: idées, publiées ou annulées"
                .to_owned(),
        );
    }
    let lang = only.lang.as_ref()?;
    if is_french_alone(&rule.demand) && Lang::from_tag(&lang.value) != Some(Lang::Fr) {
        return tell(
            lang.at,
            format!("rules of kind `{}` know French alone", rule.demand.kind()),
            format!("les règles de genre `{}` ne connaissent que le français", rule.demand.kind()),
        );
    }
    if !is_spoken(ws, &lang.value) {
        return tell(
            lang.at,
            format!("no channel and no post has the language `{}`", lang.value),
            format!("aucun canal, aucune publication n’a la langue `{}`", lang.value),
        );
    }
    None
}

/// Kinds that ask for something which only French has.
fn is_french_alone(demand: &Demand) -> bool {
    match demand {
        Demand::Address(_) => true,
        Demand::Inclusive(wanted) => wanted.swap.is_empty(),
        _ => false,
    }
}

/// Whether a channel or a post has this language, or none is known.
fn is_spoken(ws: &Workspace, lang: &str) -> bool {
    let channels = ws.channels.iter().map(|channel| channel.lang.as_deref());
    let posts = ws.each_placement().map(|(_, placement)| ws.lang_of(placement));
    ws.channels.is_empty()
        || channels.chain(posts).any(|given| given.is_none_or(|given| speaks(lang, given)))
}

/// The words of a rule that are found by no text: excepted at once, or written twice.
fn idle_words(ws: &Workspace, rule: &ToneRule) -> Vec<Finding> {
    let any = Matching::default();
    let (words, matching): (Vec<&Loc<String>>, Matching) = match &rule.demand {
        Demand::Forbid(forbid) => (forbid.terms.iter().collect(), forbid.matching),
        Demand::Claims(claims) => (claims.terms.iter().collect(), claims.matching),
        Demand::Replace(wanted) => {
            (wanted.swap.iter().map(|swap| &swap.0).collect(), wanted.matching)
        }
        Demand::Inclusive(wanted) => (wanted.swap.iter().map(|swap| &swap.0).collect(), any),
        _ => return Vec::new(),
    };
    let excepted: HashSet<String> = rule.except.iter().map(|phrase| key(&phrase.value)).collect();
    let names: HashSet<&str> = ws.tone.vocabulary.iter().map(|name| name.value.as_str()).collect();
    let mut seen: HashMap<String, &Loc<String>> = HashMap::new();
    let mut found = Vec::new();
    for word in words {
        let same = match matching.case {
            LetterCase::Any | LetterCase::Ignored => key(&word.value),
            LetterCase::Exact => word.value.clone(),
        };
        let kept = matching.case == LetterCase::Exact
            && matching.forms == Forms::Exact
            && names.contains(word.value.as_str());
        if excepted.contains(&key(&word.value)) {
            found.push(never(word, "is in `except`", "est dans `except`"));
        } else if kept {
            found.push(never(word, "is in `vocabulary`", "est dans `vocabulary`"));
        } else if let Some(first) = seen.get(&same) {
            let there = Phrase { en: "it stands here already", fr: "il est déjà ici" };
            let told = never(word, "is there twice", "y est deux fois");
            found.push(told.other(first.at, Text::of(|lang| there.get(lang).to_owned())));
        } else {
            seen.insert(same, word);
        }
    }
    found
}

fn never(word: &Loc<String>, en: &str, fr: &str) -> Finding {
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{} is never found: it {en}", quote(lang, &word.value)),
        Lang::Fr => format!("{} n’est jamais trouvé\u{a0}: ce mot {fr}", quote(lang, &word.value)),
    });
    Finding::new(RULE.id, word.at, message)
}
