//! Rules of a style that are at odds with each other: a replacement that another rule takes away.
//!
//! Vale tells both, at whatever level; here two such rules are a fault of the file. What is taken
//! away stays so, and the replacement is left behind, by name.

use super::carry::{New, Swap};
use super::reason::Reason;
use super::toml::Field;
use super::{Done, Level};
use crate::text::phrases::{key, says};
use std::collections::{HashMap, HashSet};

/// A word that a rule takes away.
struct Ban {
    /// The rule: its place among the done, and its name.
    rule: (usize, usize),
    name: String,
    /// As written, where capitals count.
    exact: Option<String>,
    key: String,
    /// What is to be written instead; empty: nothing.
    instead: Vec<String>,
    /// Phrases that are fine all the same.
    except: Vec<String>,
    alive: bool,
}

/// Leaves behind what no text could satisfy, and the words that the vocabulary keeps anyway.
pub(super) fn settle(done: &mut [Done], vocabulary: &[String]) {
    for new in done.iter_mut().flat_map(|done| &mut done.made.rules) {
        without_excepted(new, vocabulary);
    }
    let mut bans = bans(done);
    let mut by_start: HashMap<String, Vec<usize>> = HashMap::new();
    for (nth, ban) in bans.iter().enumerate() {
        let start = ban.key.split(' ').next().unwrap_or_default().to_owned();
        by_start.entry(start).or_default().push(nth);
    }
    let kept: Vec<String> = vocabulary.iter().map(|word| key(word)).collect();
    for (place, done) in done.iter_mut().enumerate() {
        if done.level == Level::Off {
            continue;
        }
        let mut left = Vec::new();
        for (nth, new) in done.made.rules.iter_mut().enumerate() {
            let mut swap = std::mem::take(&mut new.swap);
            swap.retain_mut(|swap| {
                let from = key(&swap.from);
                let own = bans
                    .iter()
                    .position(|ban| ban.rule == (place, nth) && ban.key == from && ban.alive);
                let banned = |choice: &str| {
                    against(choice, &bans, &by_start, &kept).filter(|found| Some(*found) != own)
                };
                let all: Vec<String> = choices(&swap.to);
                let found = all.iter().find_map(|choice| Some((choice, banned(choice)?)));
                if let Some((choice, ban)) = found {
                    let name = bans[ban].name.clone();
                    let (from, to) = (swap.from.clone(), choice.clone());
                    left.push((swap.line, Reason::Clash(from, to, name)));
                }
                let fine: Vec<String> =
                    all.iter().filter(|choice| banned(choice).is_none()).cloned().collect();
                swap.to = fine.join("|");
                if let (true, Some(own)) = (fine.is_empty(), own) {
                    bans[own].alive = false;
                }
                !fine.is_empty()
            });
            new.swap = swap;
        }
        done.made.rules.retain(|new| new.kind != "replace" || !new.swap.is_empty());
        done.made.left.extend(left);
    }
}

/// A word is not to be excepted and looked for: the longer of two phrases is found first anyway.
/// What the vocabulary keeps is fine for every rule, there as here.
fn without_excepted(new: &mut New, vocabulary: &[String]) {
    let mut own: HashSet<String> = new.swap.iter().map(|swap| key(&swap.from)).collect();
    own.extend(texts(new, "terms").iter().map(|term| key(term)));
    for (name, field) in &mut new.keys {
        let Field::Texts(list) = field else { continue };
        match *name {
            "except" => list.retain(|phrase| !own.contains(&key(phrase))),
            "terms" => list.retain(|term| !vocabulary.contains(term)),
            _ => {}
        }
    }
    new.swap.retain(|swap| !vocabulary.contains(&swap.from));
    new.keys.retain(|(_, field)| !matches!(field, Field::Texts(list) if list.is_empty()));
}

fn bans(done: &[Done]) -> Vec<Ban> {
    let mut bans = Vec::new();
    for (place, done) in done.iter().enumerate().filter(|(_, done)| done.level != Level::Off) {
        for (nth, new) in done.made.rules.iter().enumerate() {
            let counts = new.keys.iter().any(|(name, _)| *name == "ignore_case");
            let except: Vec<String> = texts(new, "except").iter().map(|p| key(p)).collect();
            let terms = texts(new, "terms").iter().map(|term| (term, Vec::new()));
            let swaps = new.swap.iter().map(|swap| (&swap.from, choices(&swap.to)));
            for (term, instead) in terms.chain(swaps) {
                bans.push(Ban {
                    rule: (place, nth),
                    name: format!("{}.yml", done.name),
                    exact: counts.then(|| term.clone()),
                    key: key(term),
                    instead,
                    except: except.clone(),
                    alive: true,
                });
            }
        }
    }
    bans
}

/// A word of these that is taken away.
fn against(
    words: &str,
    bans: &[Ban],
    by_start: &HashMap<String, Vec<usize>>,
    kept: &[String],
) -> Option<usize> {
    let text = key(words);
    let starts: HashSet<&str> = text
        .split(' ')
        .flat_map(|word| [word, word.split_once('\'').map_or(word, |(_, rest)| rest)])
        .collect();
    let mut found: Vec<usize> =
        starts.iter().filter_map(|start| by_start.get(*start)).flatten().copied().collect();
    found.sort_unstable();
    found.into_iter().find(|nth| {
        let ban = &bans[*nth];
        ban.alive
            && says(&text, &ban.key)
            && ban.exact.as_ref().is_none_or(|exact| words.contains(exact.as_str()))
            && ban.instead.iter().all(|choice| !words.contains(choice.as_str()))
            && !ban.except.iter().chain(kept).any(|excuse| says(&text, excuse))
    })
}

fn texts<'n>(new: &'n New, name: &str) -> &'n [String] {
    let list = new.keys.iter().find(|(key, _)| *key == name);
    match list {
        Some((_, Field::Texts(list))) => list,
        _ => &[],
    }
}

fn choices(to: &str) -> Vec<String> {
    to.split('|').map(str::trim).filter(|choice| !choice.is_empty()).map(str::to_owned).collect()
}

/// Pairs that are written in the tone file.
pub(super) fn pairs(swap: &[Swap]) -> Vec<(String, String)> {
    swap.iter().map(|swap| (swap.from.clone(), swap.to.clone())).collect()
}
