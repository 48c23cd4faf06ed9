//! `missing-alt-text`: an image without a description.

use super::passage::contents;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::model::{Media, MediaFile, MediaKind, Post, Status};
use crate::rules::Facts;

/// The rule.
pub static RULE: Rule = Rule {
    id: "missing-alt-text",
    group: Group::Content,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase { en: "An image without a description.", fr: "Une image sans description." },
    why: Phrase {
        en: "People who do not see the image hear its description. Without one, they hear nothing.",
        fr: "Les personnes qui ne voient pas l’image entendent sa description. Sans elle, elles n’entendent rien.",
    },
    remedy: Phrase {
        en: "Add `alt = \"…\"` to the image: a sentence that says what it shows.",
        fr: "Ajoutez `alt = \"…\"` à l’image\u{a0}: une phrase qui dit ce qu’elle montre.",
    },
    example: example!(
        r#"[[post]]
id = "klimt"
title = "Klimt arrive"
status = "draft"
media = [{ url = "https://musee.example/klimt.jpg" }]
"#
    ),
};

/// Images of posts being worked on, without a description.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let worked_on = |post: &&Post| {
        !matches!(post.status.value, Status::Idea | Status::Published | Status::Cancelled)
    };
    let mut findings = Vec::new();
    for post in facts.ws.posts.iter().filter(worked_on) {
        for (content, channel) in contents(post) {
            for media in content.media.iter().flatten().filter(|media| lacks_alt(media)) {
                let finding = report(media).of_post(&post.id.name);
                findings.push(match channel {
                    Some(channel) => finding.on_channel(&facts.ws.channel(channel).id.value),
                    None => finding,
                });
            }
        }
    }
    findings
}

/// A delivered image, not a film, whose description is absent or blank.
fn lacks_alt(media: &Media) -> bool {
    let delivered = matches!(media.file, Some(MediaFile::File(..) | MediaFile::Url(_)));
    let image = matches!(media.kind(), MediaKind::Image | MediaKind::Gif);
    delivered && image && media.alt.as_ref().is_none_or(|alt| alt.value.trim().is_empty())
}

fn report(media: &Media) -> Finding {
    let message = Text::of(|lang| match lang {
        Lang::En => "this image has no description".to_owned(),
        Lang::Fr => "cette image n’a pas de description".to_owned(),
    });
    Finding::new(RULE.id, media.place(), message).help(Text::of(|lang| match lang {
        Lang::En => "add `alt = \"…\"`: a sentence that says what it shows".to_owned(),
        Lang::Fr => "ajoutez `alt = \"…\"`\u{a0}: une phrase qui dit ce qu’elle montre".to_owned(),
    }))
}
