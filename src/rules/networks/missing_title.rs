//! `missing-title`: a post without the title that its network asks for.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::networks::Fact;
use crate::rules::Said;

/// A post without the title that its network asks for.
pub static RULE: Rule = Rule {
    id: "missing-title",
    group: Group::Networks,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A post without a title on a network that takes none without.",
        fr: "Une publication sans titre sur un réseau qui en exige un.",
    },
    why: Phrase {
        en: "The network refuses the post: a video, a link or a letter goes out under its title.",
        fr: "Le réseau refuse la publication\u{a0}: une vidéo, un lien ou une lettre paraît sous son titre.",
    },
    remedy: Phrase {
        en: "Add `title = \"…\"` to the post, or to `[post.on.CHANNEL]`.",
        fr: "Ajoutez `title = \"…\"` à la publication, ou à `[post.on.CANAL]`.",
    },
    example: on_network!(
        "youtube",
        r#"[[post]]
id = "visite"
date = 2026-11-26
text = "La visite de nuit, en trois minutes."
media = [{ url = "https://musee.example/visite.mp4" }]
"#
    ),
};

/// Asks for a title as soon as the post is written.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    let titled = said.content.title.is_some_and(|title| !title.value.trim().is_empty());
    if !said.network.title_required || titled || !said.is_written() {
        return Vec::new();
    }
    let name = said.network.name;
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{name} takes no post without a title"),
        Lang::Fr => format!("{name} n’accepte pas de publication sans titre"),
    });
    let help = Text::of(|lang| match lang {
        Lang::En => "add `title = \"…\"`".to_owned(),
        Lang::Fr => "ajoutez `title = \"…\"`".to_owned(),
    });
    let finding = said.finding(RULE.id, said.beginning(), message).help(help);
    vec![finding.at_level(said.level_of_lack(said.network.grade_of(Fact::TitleRequired)))]
}
