//! `missing-image-label`: a retouched or generated image that does not say so.

use super::verdict::regime;
use super::words;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::disclosure::{Folded, Regime, Retouch, find};
use crate::lang::{Lang, Phrase, Text, quote};
use crate::model::{Mark, Media};
use crate::rules::Said;

/// A retouched or generated image that does not say so.
pub static RULE: Rule = Rule {
    id: "missing-image-label",
    group: Group::Disclosure,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "An image marked `retouched` or `ai`, and neither the text nor the image nor its credit says so. An error with a `partnership` under French law, a warning elsewhere, a hint for what a brand says of itself.",
        fr: "Une image marquée `retouched` ou `ai`, sans que le texte, l’image ou son crédit le dise. Une erreur avec un `partnership` en droit français, un avertissement ailleurs, un conseil pour ce qu’une marque dit d’elle-même.",
    },
    why: Phrase {
        en: "French law asks influencers to label faces and bodies that were retouched («\u{a0}Images retouchées\u{a0}») or made by a machine («\u{a0}Images virtuelles\u{a0}») in commercial posts. Everywhere else it is honest. This is no legal advice.",
        fr: "Dans les publications commerciales, la loi française demande aux influenceurs de signaler les visages et les corps retouchés («\u{a0}Images retouchées\u{a0}») ou créés par une machine («\u{a0}Images virtuelles\u{a0}»). Partout ailleurs, c’est honnête. Ceci n’est pas un conseil juridique.",
    },
    remedy: Phrase {
        en: "Write the label in the text, in the image (`text`) or in its `credit`. If the image shows neither a face nor a body, `allow` it and say so.",
        fr: "Écrivez la mention dans le texte, sur l’image (`text`) ou dans son `credit`. Si l’image ne montre ni visage ni corps, tolérez le constat avec `allow` en le disant.",
    },
    example: r#"[calendar]
timezone = "Europe/Paris"
lang = "fr"
country = "FR"

[channels.instagram]
network = "instagram"

[[post]]
id = "salon-bleu"
date = 2026-11-26
partnership = { with = "Maison Rose", kind = "paid" }
text = "Publicité : le nouveau fond de teint de la Maison Rose."
media = [{ url = "https://musee.example/visage.jpg", alt = "Un visage", retouched = true }]
"#,
};

/// Looks at the marked images of posts that are being written.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    let marked = said.content.media.iter().filter_map(|media| Some((media, mark(media)?)));
    let mut marked = marked.peekable();
    if marked.peek().is_none() || !said.is_written() {
        return Vec::new();
    }
    let regime = regime(said);
    let Some(level) = level(said, &regime) else {
        return Vec::new();
    };
    marked
        .filter(|(media, retouch)| !tells(said, media, &regime, *retouch))
        .map(|(media, retouch)| finding(said, media, &regime, retouch).at_level(level))
        .collect()
}

/// What was done to an image; of both, what a machine made says more.
fn mark(media: &Media) -> Option<Retouch> {
    match (media.ai, media.retouched) {
        (Mark::Yes, _) => Some(Retouch::Ai),
        (Mark::No, Mark::Yes) => Some(Retouch::Retouched),
        (Mark::No, Mark::No) => None,
    }
}

/// What a brand says of itself is no influence: worth a hint where a law asks it of others.
fn level(said: &Said<'_>, regime: &Regime) -> Option<Level> {
    match (said.post.partnership.is_some(), regime.has_image_law()) {
        (true, true) => Some(Level::Error),
        (true, false) => Some(Level::Warning),
        (false, true) => Some(Level::Hint),
        (false, false) => None,
    }
}

/// Whether the text, the image or its credit says it.
fn tells(said: &Said<'_>, media: &Media, regime: &Regime, retouch: Retouch) -> bool {
    let labels = regime.of_images(retouch);
    let texts = said.parts.iter().map(|part| part.out.text.as_str());
    let shown = [&media.text, &media.credit].into_iter().flatten().map(|words| &*words.value);
    let title = said.content.title.filter(|_| said.network.title.is_some());
    let title = title.map(|title| title.value.as_str());
    texts.chain(shown).chain(title).any(|text| !find(&Folded::new(text), &labels).is_empty())
}

fn finding(said: &Said<'_>, media: &Media, regime: &Regime, retouch: Retouch) -> Finding {
    let message = Text::of(|lang| {
        match (lang, retouch) {
            (Lang::En, Retouch::Retouched) => "nothing tells readers that this image is retouched",
            (Lang::Fr, Retouch::Retouched) => {
                "rien ne dit aux lecteurs que cette image est retouchée"
            }
            (Lang::En, Retouch::Ai) => "nothing tells readers that AI made this image",
            (Lang::Fr, Retouch::Ai) => "rien ne dit aux lecteurs qu’une IA a créé cette image",
        }
        .to_owned()
    });
    let label = regime.image_label(retouch);
    let help = Text::of(|lang| {
        let label = quote(lang, label);
        match lang {
            Lang::En => format!("write {label} in the text, in the image or in its `credit`"),
            Lang::Fr => format!("écrivez {label} dans le texte, sur l’image ou dans son `credit`"),
        }
    });
    let scope = Phrase {
        en: "French law speaks of faces and bodies in commercial posts: for any other image, `allow` \
             this and say why",
        fr: "la loi française parle des visages et des corps, dans les publications \
             commerciales\u{a0}: pour toute autre image, tolérez ce constat avec `allow` et dites \
             pourquoi",
    };
    let finding = said.finding(RULE.id, media.place(), message).help(help);
    let finding = if regime.has_image_law() { finding.note(scope) } else { finding };
    finding.note(words::law(regime))
}
