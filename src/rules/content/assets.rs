//! `missing-asset` and `asset-outside-repository`: files of media that can't be shown.

use super::passage::contents;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::model::{FileState, MediaFile, Post, Status};
use crate::rules::Facts;
use crate::source::Loc;

/// A file of `media` is not there.
pub static MISSING: Rule = Rule {
    id: "missing-asset",
    group: Group::Content,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A file of `media` that is not there.",
        fr: "Un fichier de `media` qui n’est pas là.",
    },
    why: Phrase {
        en: "On the day, the picture is what is missing.",
        fr: "Le jour venu, c’est l’image qui manque.",
    },
    remedy: Phrase {
        en: "Correct the name or add the file. What still has to be made is a `brief`, not a `file`.",
        fr: "Corrigez le nom ou ajoutez le fichier. Ce qui reste à faire est un `brief`, pas un `file`.",
    },
    example: example!(
        r#"[[post]]
id = "klimt"
title = "Klimt arrive"
media = [{ file = "assets/absente.jpg", alt = "L’affiche" }]
"#
    ),
};

/// A file of `media` lies outside the repository.
pub static OUTSIDE: Rule = Rule {
    id: "asset-outside-repository",
    group: Group::Content,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A file of `media` that lies outside the repository.",
        fr: "Un fichier de `media` qui se trouve hors du dépôt.",
    },
    why: Phrase {
        en: "Your colleagues don’t have it, and a calendar reads nothing outside of its repository.",
        fr: "Vos collègues ne l’ont pas, et un calendrier ne lit rien hors de son dépôt.",
    },
    remedy: Phrase {
        en: "Copy the file into the repository and name it from there.",
        fr: "Copiez le fichier dans le dépôt et nommez-le depuis là.",
    },
    example: example!(
        r#"[[post]]
id = "klimt"
title = "Klimt arrive"
media = [{ file = "../../../../../../../../../../../../ailleurs/affiche.jpg", alt = "L’affiche" }]
"#
    ),
};

/// Files that are not there.
pub fn missing(facts: &Facts<'_>) -> Vec<Finding> {
    let word = |file: &Loc<String>| {
        let name = file.value.clone();
        let message = Text::of(|lang| match lang {
            Lang::En => format!("the file `{name}` is not there"),
            Lang::Fr => format!("le fichier `{name}` n’est pas là"),
        });
        Finding::new(MISSING.id, file.at, message).help(Text::of(|lang| match lang {
            Lang::En => "correct the name or add the file; one still to be made is `brief = \"…\"`"
                .to_owned(),
            Lang::Fr => "corrigez le nom ou ajoutez le fichier\u{202f}; s’il reste à faire, écrivez `brief = \"…\"`"
                .to_owned(),
        }))
    };
    each(facts, &FileState::Missing, word)
}

/// Files outside the repository.
pub fn outside(facts: &Facts<'_>) -> Vec<Finding> {
    let word = |file: &Loc<String>| {
        let name = file.value.clone();
        let message = Text::of(|lang| match lang {
            Lang::En => format!("`{name}` lies outside the repository"),
            Lang::Fr => format!("`{name}` se trouve hors du dépôt"),
        });
        Finding::new(OUTSIDE.id, file.at, message).help(Text::of(|lang| match lang {
            Lang::En => "copy it into the repository, beside the calendar".to_owned(),
            Lang::Fr => "copiez-le dans le dépôt, à côté du calendrier".to_owned(),
        }))
    };
    each(facts, &FileState::Outside, word)
}

/// A finding for every file in this state, of posts that are not cancelled.
fn each(
    facts: &Facts<'_>,
    state: &FileState,
    word: impl Fn(&Loc<String>) -> Finding,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let alive = |post: &&Post| post.status.value != Status::Cancelled;
    for post in facts.ws.posts.iter().filter(alive) {
        for (content, channel) in contents(post) {
            for media in content.media.iter().flatten() {
                let Some(MediaFile::File(file, found)) = &media.file else {
                    continue;
                };
                if found != state {
                    continue;
                }
                let finding = word(file).of_post(&post.id.name);
                findings.push(match channel {
                    Some(channel) => finding.on_channel(&facts.ws.channel(channel).id.value),
                    None => finding,
                });
            }
        }
    }
    findings
}
