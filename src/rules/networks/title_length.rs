//! `title-too-long`, `title-too-short`: titles that the network refuses.

use super::words::{self, Limit, amount};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, figure};
use crate::networks::{self, Fact, Field, Misfit};
use crate::rules::Said;
use crate::rules::said::level;

/// More than the network takes.
pub static TOO_LONG: Rule = Rule {
    id: "title-too-long",
    group: Group::Networks,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A title that is longer than the network takes.",
        fr: "Un titre plus long que ce que le réseau accepte.",
    },
    why: Phrase {
        en: "The network refuses it, or cuts it.",
        fr: "Le réseau le refuse, ou le coupe.",
    },
    remedy: Phrase {
        en: "Shorten it, or give the channel a title of its own in `[post.on.CHANNEL]`.",
        fr: "Raccourcissez-le, ou donnez au canal son propre titre dans `[post.on.CANAL]`.",
    },
    example: on_network!(
        "youtube",
        r#"[[post]]
id = "visite"
date = 2026-11-26
title = "La visite de nuit du musée racontée par la gardienne qui en a fait le tour plus de dix mille fois depuis 1987"
"#
    ),
};

/// Less than the network takes.
pub static TOO_SHORT: Rule = Rule {
    id: "title-too-short",
    group: Group::Networks,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A title that is shorter than the network takes.",
        fr: "Un titre plus court que ce que le réseau accepte.",
    },
    why: Phrase { en: "The network refuses it.", fr: "Le réseau le refuse." },
    remedy: Phrase {
        en: "Say in a few words what the post is about.",
        fr: "Dites en quelques mots de quoi parle la publication.",
    },
    example: on_network!(
        "lemmy",
        r#"[[post]]
id = "oh"
date = 2026-11-26
title = "Oh"
"#
    ),
};

/// Measures titles where the network has them.
pub fn too_long(said: &Said<'_>) -> Vec<Finding> {
    let own = words::own(said, |limits| &limits.title);
    let of_network = || said.network.title_limit(said.kind()).map(Limit::Network);
    let (Some(limit), Some(title)) = (own.or_else(of_network), said.content.title) else {
        return Vec::new();
    };
    let most = limit.most();
    let text = title.value.trim_end();
    let measure = networks::measure(said.network, Field::Title, text, "", Some(most));
    let Some(over) = measure.over else {
        return Vec::new();
    };
    let name = limit.taker(said);
    let message = Text::of(|lang| {
        let length = amount(lang, measure.length, measure.unit);
        let most = figure(lang, most);
        match lang {
            Lang::En => format!("this title counts {length} on {name}, which takes {most}"),
            Lang::Fr => format!("ce titre compte {length} sur {name}, qui en accepte {most}"),
        }
    });
    let excess = measure.length - most;
    let at = said.within(title, over..text.len());
    let finding = said
        .finding(TOO_LONG.id, at, message)
        .label(Text::of(|lang| match lang {
            Lang::En => "from here on it no longer fits".to_owned(),
            Lang::Fr => "à partir d’ici, ça ne tient plus".to_owned(),
        }))
        .note(limit.origin(said.network, Some("title")))
        .help(Text::of(|lang| match lang {
            Lang::En => format!("shorten it by {excess}"),
            Lang::Fr => format!("raccourcissez-le de {excess}"),
        }));
    vec![finding.at_level(limit.level())]
}

/// Measures what is seen of a title.
pub fn too_short(said: &Said<'_>) -> Vec<Finding> {
    let Some(title) = said.content.title.filter(|title| !title.value.trim().is_empty()) else {
        return Vec::new();
    };
    let fit = networks::fit(said.network, Field::Title, &title.value, "", None);
    let least = fit.misfits.into_iter().find_map(|misfit| match misfit {
        Misfit::TooShort { least } => Some(least),
        _ => None,
    });
    let Some(least) = least else {
        return Vec::new();
    };
    let (name, length) = (said.network.name, fit.length);
    let message = Text::of(|lang| {
        let length = amount(lang, length, fit.unit);
        match lang {
            Lang::En => format!("a title of {length}, and {name} asks for at least {least}"),
            Lang::Fr => format!("un titre de {length}, et {name} en demande au moins {least}"),
        }
    });
    let finding = said.finding(TOO_SHORT.id, title.at, message);
    vec![finding.at_level(level(said.network.grade_of(Fact::TitleMin)))]
}
