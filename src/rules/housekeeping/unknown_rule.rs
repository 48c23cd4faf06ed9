//! `unknown-rule`: a level or an exception for a rule that does not exist.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::model::Workspace;
use crate::rules::{Facts, TABLE, find};
use crate::source::Loc;
use crate::text::nearest;

/// A level or an exception for a rule that does not exist.
pub static RULE: Rule = Rule {
    id: "unknown-rule",
    group: Group::References,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A rule in `[rules]` or `allow` that does not exist.",
        fr: "Une règle de `[rules]` ou d’`allow` qui n’existe pas.",
    },
    why: Phrase {
        en: "The level or the exception would never apply, and you would not know.",
        fr: "Le niveau ou l’exception ne s’appliquerait jamais, sans que vous le sachiez.",
    },
    remedy: Phrase {
        en: "Correct the spelling; `edito explain` lists the rules. Tone rules are named `tone.ID`.",
        fr: "Corrigez l’orthographe\u{202f}; `edito explain` donne la liste des règles. Les règles de ton se nomment `tone.ID`.",
    },
    example: example!(
        r#"[rules]
placeholdr = "error"
"#
    ),
};

/// Tone rules that come with settings of tone.toml rather than with a rule of their own.
const TONE_SETTINGS: [&str; 3] = ["address", "gate", "vocabulary"];

/// Looks for names of rules that stand for nothing.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let ws = facts.ws;
    let levels = ws.rules.iter().map(|line| (&line.rule, None));
    let exceptions = ws.posts.iter().flat_map(|post| {
        let id = post.id.name.as_str();
        post.allow.iter().map(move |allow| (&allow.rule, Some(id)))
    });
    levels
        .chain(exceptions)
        .filter(|(rule, _)| !is_known(ws, &rule.value))
        .map(|(rule, post)| {
            let finding = finding(ws, rule);
            match post {
                Some(post) => finding.of_post(post),
                None => finding,
            }
        })
        .collect()
}

fn is_known(ws: &Workspace, name: &str) -> bool {
    let Some(tone) = name.strip_prefix("tone.") else {
        return find(name).is_some();
    };
    TONE_SETTINGS.contains(&tone) || ws.tone.rules.iter().any(|rule| rule.name() == tone)
}

fn finding(ws: &Workspace, rule: &Loc<String>) -> Finding {
    let name = &rule.value;
    let own: Vec<String> =
        ws.tone.rules.iter().map(|rule| format!("tone.{}", rule.name())).collect();
    let known = TABLE.iter().map(|entry| entry.rule.id).chain(own.iter().map(String::as_str));
    let near = nearest(name, known);
    let message = Text::of(|lang| match lang {
        Lang::En => format!("no rule is called `{name}`"),
        Lang::Fr => format!("la règle `{name}` n’existe pas"),
    });
    Finding::new(RULE.id, rule.at, message).help(Text::of(|lang| match (lang, near) {
        (Lang::En, Some(near)) => format!("did you mean `{near}`?"),
        (Lang::Fr, Some(near)) => format!("vouliez-vous écrire `{near}`\u{202f}?"),
        (Lang::En, None) => "`edito explain` lists the rules".to_owned(),
        (Lang::Fr, None) => "`edito explain` donne la liste des règles".to_owned(),
    }))
}
