//! `empty-text`: a text is there, and says nothing.

use super::control_character::is_invisible;
use super::passage::contents;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::model::{Content, Status};
use crate::rules::Facts;
use crate::source::{At, Loc};

/// A text is there, and says nothing.
pub static RULE: Rule = Rule {
    id: "empty-text",
    group: Group::Content,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A text, or a part of a thread, that has nothing in it but blanks.",
        fr: "Un texte, ou une partie de fil, qui ne contient que des blancs.",
    },
    why: Phrase {
        en: "It counts as written, so nothing else reminds you to write it.",
        fr: "Il compte comme écrit\u{a0}: rien d’autre ne vous rappellera de l’écrire.",
    },
    remedy: Phrase {
        en: "Write the text, or take the key away until you do.",
        fr: "Écrivez le texte, ou retirez la clé en attendant.",
    },
    example: example!(
        r#"[[post]]
id = "klimt"
title = "Klimt arrive"
text = "  "
"#
    ),
};

/// Looks for blank texts in every post that is not cancelled.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let alive = |post: &&crate::model::Post| post.status.value != Status::Cancelled;
    for post in facts.ws.posts.iter().filter(alive) {
        for (content, channel) in contents(post) {
            for at in blanks(content) {
                let finding = finding(at).of_post(&post.id.name);
                findings.push(match channel {
                    Some(channel) => finding.on_channel(&facts.ws.channel(channel).id.value),
                    None => finding,
                });
            }
        }
    }
    findings
}

/// The places of blank texts; a text of a file is pointed at where the file is named.
fn blanks(content: &Content) -> Vec<At> {
    let is_blank =
        |text: &&Loc<String>| text.value.chars().all(|c| c.is_whitespace() || is_invisible(c));
    let text = content.text.as_ref().filter(is_blank);
    let text = text.map(|text| content.text_file.as_ref().map_or(text.at, |file| file.at));
    let parts = content.parts.iter().flatten().filter(is_blank);
    text.into_iter().chain(parts.map(|part| part.at)).collect()
}

fn finding(at: At) -> Finding {
    let message = Text::of(|lang| match lang {
        Lang::En => "this text is empty".to_owned(),
        Lang::Fr => "ce texte est vide".to_owned(),
    });
    Finding::new(RULE.id, at, message).help(Text::of(|lang| match lang {
        Lang::En => "write it, or take the key away".to_owned(),
        Lang::Fr => "écrivez-le, ou retirez la clé".to_owned(),
    }))
}
