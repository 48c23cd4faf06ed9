//! From findings to a report: levels, exceptions, order.

use super::{Facts, find};
use crate::diagnostic::{Finding, Judged, Level};
use crate::lang::{Lang, Text, date_with_year};
use crate::model::{Allow, Post, Workspace};
use std::collections::{BTreeMap, HashMap};

/// What a check has to say.
#[derive(Debug, Default)]
pub struct Report {
    /// The findings with their levels, in the order of files and places.
    pub findings: Vec<Judged>,
    /// The findings that `allow` took away.
    pub allowed: Vec<Finding>,
}

impl Report {
    /// How many findings have this level.
    #[must_use]
    pub fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|judged| judged.level == level).count()
    }

    /// The heaviest level.
    #[must_use]
    pub fn worst(&self) -> Option<Level> {
        self.findings.iter().map(|judged| judged.level).max()
    }
}

/// Whether findings say that the files can't be understood: an error of syntax, structure or
/// references.
#[must_use]
pub fn is_unreadable(findings: &[Judged]) -> bool {
    findings.iter().any(keeps_from_reading)
}

/// Whether a finding says so.
#[must_use]
pub fn keeps_from_reading(judged: &Judged) -> bool {
    judged.level == Level::Error
        && find(&judged.finding.rule)
            .is_some_and(|rule| rule.group.is_reading() && rule.level == Level::Error)
}

/// Gives every finding its level, takes away what `allow` allows, and reports exceptions that
/// allow nothing or are past their day. Without facts (files that can't be understood) levels are
/// those of the rule table.
#[must_use]
pub fn judge(findings: Vec<Finding>, facts: Option<&Facts<'_>>) -> Report {
    let none = Levels::default();
    let levels = facts.map_or(&none, Facts::levels);
    let mut allowances = Allowances::new(facts);
    let mut report = Report::default();
    let misread = misread(&findings);
    for finding in findings {
        if is_echo(&finding, &misread) {
            continue;
        }
        let Some(level) = level_of(&finding, levels) else {
            continue;
        };
        if allowances.allow(&finding) {
            report.allowed.push(finding);
        } else {
            report.findings.push(Judged { finding, level });
        }
    }
    for finding in allowances.leftovers() {
        if let Some(level) = level_of(&finding, levels) {
            report.findings.push(Judged { finding, level });
        }
    }
    report.findings.sort_by_key(|judged| judged.finding.place);
    report
}

/// Rules that would miss in a post what the reading of it already found at fault.
const ECHOES: [&str; 9] = [
    "status-gate",
    "missing-pillar",
    "missing-owner",
    "no-instant",
    "past-date",
    "below-cadence",
    "unapproved-post",
    "late-step",
    "nobody-to-approve",
];

/// The posts with a fault that keeps part of them from being understood.
fn misread(findings: &[Finding]) -> std::collections::HashSet<String> {
    let is_reading = |finding: &&Finding| {
        find(&finding.rule)
            .is_some_and(|rule| rule.group.is_reading() && rule.level == Level::Error)
    };
    findings.iter().filter(is_reading).filter_map(|finding| finding.post.clone()).collect()
}

/// Rules that miss a post: one that could not be understood may be it.
const ABSENCES: [&str; 2] = ["missed-opportunity", "series-without-post"];

fn is_echo(finding: &Finding, misread: &std::collections::HashSet<String>) -> bool {
    if ABSENCES.contains(&&*finding.rule) {
        return !misread.is_empty();
    }
    ECHOES.contains(&&*finding.rule)
        && finding.post.as_ref().is_some_and(|post| misread.contains(post))
}

/// The levels of `[rules]`, by rule; nothing is off.
pub(super) type Levels = HashMap<String, Option<Level>>;

/// The levels of `[rules]`. Faults that keep a file from being understood keep theirs.
pub(super) fn levels(ws: &Workspace) -> Levels {
    let free = |id: &str| {
        find(id).is_none_or(|rule| !(rule.group.is_reading() && rule.level == Level::Error))
    };
    ws.rules
        .iter()
        .filter(|line| free(&line.rule.value))
        .map(|line| (line.rule.value.clone(), line.level))
        .collect()
}

/// The level of `[rules]`, else the finding's own, else its rule's.
fn level_of(finding: &Finding, levels: &Levels) -> Option<Level> {
    if let Some(level) = levels.get(&*finding.rule) {
        return *level;
    }
    let of_rule = || find(&finding.rule).map_or(Level::Warning, |rule| rule.level);
    Some(finding.level.unwrap_or_else(of_rule))
}

/// Whether an exception is for this rule on this channel.
fn fits(allow: &Allow, rule: &str, channel: Option<&str>, facts: Option<&Facts<'_>>) -> bool {
    let own = || Some(facts?.ws.channel(allow.channel?).id.value.as_str());
    allow.rule.value == rule && own().is_none_or(|own| channel == Some(own))
}

/// Whether the day of an exception is still to come.
fn is_current(allow: &Allow, facts: Option<&Facts<'_>>) -> bool {
    let today = facts.map(Facts::today);
    allow.until.as_ref().is_none_or(|until| today.is_none_or(|today| today <= until.value))
}

/// Whether a post allows what a rule of tone finds in it on a channel.
pub(super) fn is_allowed(post: &Post, rule: &str, channel: &str, facts: &Facts<'_>) -> bool {
    let takes = |allow: &Allow| {
        fits(allow, rule, Some(channel), Some(facts)) && is_current(allow, Some(facts))
    };
    post.allow.iter().any(takes)
}

/// The exceptions of every post, and whether each was of use.
struct Allowances<'a> {
    facts: Option<&'a Facts<'a>>,
    by_post: BTreeMap<&'a str, Vec<(&'a Allow, Use)>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Use {
    Unused,
    Used,
}

impl<'a> Allowances<'a> {
    fn new(facts: Option<&'a Facts<'a>>) -> Self {
        let posts: &[Post] = facts.map_or(&[], |facts| &facts.ws.posts);
        let by_post = posts
            .iter()
            .filter(|post| !post.allow.is_empty())
            .map(|post| {
                let entries = post.allow.iter().map(|allow| (allow, Use::Unused)).collect();
                (post.id.name.as_str(), entries)
            })
            .collect();
        Self { facts, by_post }
    }

    fn allow(&mut self, finding: &Finding) -> bool {
        let Some(post) = finding.post.as_deref() else {
            return false;
        };
        if find(&finding.rule)
            .is_some_and(|rule| rule.group.is_reading() && rule.level == Level::Error)
        {
            return false;
        }
        let channel = finding.channel.as_deref();
        let index = self.by_post.get(post).and_then(|entries| {
            entries.iter().position(|(allow, _)| {
                fits(allow, &finding.rule, channel, self.facts) && is_current(allow, self.facts)
            })
        });
        match (index, self.by_post.get_mut(post)) {
            (Some(index), Some(entries)) => {
                entries[index].1 = Use::Used;
                true
            }
            _ => false,
        }
    }

    /// Findings about the exceptions themselves.
    fn leftovers(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (post, entries) in &self.by_post {
            for (allow, used) in entries {
                let finding = match (is_current(allow, self.facts), used) {
                    (false, _) => expired(allow),
                    (true, Use::Unused) => unused(allow),
                    (true, Use::Used) => continue,
                };
                findings.push(finding.of_post(post));
            }
        }
        findings
    }
}

fn unused(allow: &Allow) -> Finding {
    let rule = allow.rule.value.clone();
    Finding::new(
        "unused-allow",
        allow.rule.at,
        Text::of(|lang| match lang {
            Lang::En => format!("this post has no finding of `{rule}` to allow"),
            Lang::Fr => format!("cette publication n’a aucun constat `{rule}` à tolérer"),
        }),
    )
    .help(Text::of(|lang| match lang {
        Lang::En => "take the exception away".to_owned(),
        Lang::Fr => "retirez cette exception".to_owned(),
    }))
}

fn expired(allow: &Allow) -> Finding {
    let rule = allow.rule.value.clone();
    let until = allow.until.as_ref().map(|until| until.value).unwrap_or_default();
    let at = allow.until.as_ref().map_or(allow.rule.at, |until| until.at);
    Finding::new(
        "expired-allow",
        at,
        Text::of(|lang| match lang {
            Lang::En => {
                format!("the exception to `{rule}` ended on {}", date_with_year(lang, until))
            }
            Lang::Fr => {
                format!("l’exception à `{rule}` a pris fin le {}", date_with_year(lang, until))
            }
        }),
    )
    .help(Text::of(|lang| match lang {
        Lang::En => "mend the finding, or give the exception a later day and a reason".to_owned(),
        Lang::Fr => "corrigez le constat, ou prolongez l’exception avec une raison".to_owned(),
    }))
}
