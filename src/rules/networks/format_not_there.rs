//! `format-not-there`: a story where there are no stories.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, quote};
use crate::rules::Said;

/// A story where there are no stories.
pub static RULE: Rule = Rule {
    id: "format-not-there",
    group: Group::Networks,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A format that the network does not have.",
        fr: "Un format que le réseau n’a pas.",
    },
    why: Phrase {
        en: "The post can’t go out like this; somebody will have to decide otherwise at the last moment.",
        fr: "La publication ne peut pas paraître ainsi\u{a0}; quelqu’un devra improviser au dernier moment.",
    },
    remedy: Phrase {
        en: "Take the channel away from the post, or give it another format: `[post.on.CHANNEL] format = \"…\"`.",
        fr: "Retirez ce canal de la publication, ou donnez-lui un autre format\u{a0}: `[post.on.CANAL] format = \"…\"`.",
    },
    example: on_network!(
        "mastodon",
        r#"[[post]]
id = "klimt"
date = 2026-11-26
title = "Klimt arrive"
format = "story"
"#
    ),
};

/// Looks for formats that the network surely does not have.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    let (Some(format), Some(written)) = (said.format(), said.content.format) else {
        return Vec::new();
    };
    if !said.network.no_formats.contains(&format) {
        return Vec::new();
    }
    let (name, channel) = (said.network.name, &said.channel.id.value);
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{name} has no format {}", quote(lang, &format)),
        Lang::Fr => format!("{name} n’a pas de format {}", quote(lang, &format)),
    });
    let help = Text::of(|lang| match lang {
        Lang::En => format!("another format for it: `[post.on.{channel}] format = \"…\"`"),
        Lang::Fr => format!("un autre format pour lui\u{a0}: `[post.on.{channel}] format = \"…\"`"),
    });
    vec![said.finding(RULE.id, written.at, message).help(help)]
}
