//! `missing-image-label`: a retouched or generated image that does not say so.

use super::verdict::regime;
use super::words;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::disclosure::{Folded, Regime, Retouch, credits_machine, find, tells_of_image};
use crate::lang::{Lang, Phrase, Text, quote};
use crate::model::{Mark, Media};
use crate::rules::Said;
use crate::source::Loc;

/// A retouched or generated image that does not say so.
pub static RULE: Rule = Rule {
    id: "missing-image-label",
    group: Group::Disclosure,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "An image marked `retouched` or `ai`, and neither the text nor the image nor its credit says so. An error with a `partnership` under French law, a warning elsewhere, a hint for what a brand says of itself, and where the text says it in other words than the law’s.",
        fr: "Une image marquée `retouched` ou `ai`, sans que le texte, l’image ou son crédit le dise. Une erreur avec un `partnership` en droit français, un avertissement ailleurs, un conseil pour ce qu’une marque dit d’elle-même, et quand le texte le dit avec d’autres mots que ceux de la loi.",
    },
    why: Phrase {
        en: "French law asks influencers to label faces and bodies that were retouched («\u{a0}Images retouchées\u{a0}») or made by a machine («\u{a0}Images virtuelles\u{a0}») in commercial posts. Everywhere else it is honest. This is no legal advice.",
        fr: "Dans les publications commerciales, la loi française demande aux influenceurs de signaler les visages et les corps retouchés («\u{a0}Images retouchées\u{a0}») ou créés par une machine («\u{a0}Images virtuelles\u{a0}»). Partout ailleurs, c’est honnête. Ceci n’est pas un conseil juridique.",
    },
    remedy: Phrase {
        en: "Write the label in the text, in the image (`text`) or in its `credit`. If the image shows neither a face nor a body, `allow` it and say so.",
        fr: "Écrivez la mention dans le texte, sur l’image (`text`) ou dans son `credit`. Si l’image ne montre ni visage ni corps, tolérez le constat avec `allow` en le disant.",
    },
    example: commercial!(
        r#"[[post]]
id = "salon-bleu"
date = 2026-11-26
partnership = { with = "Maison Rose", kind = "paid" }
text = "Publicité : le nouveau fond de teint de la Maison Rose."
media = [{ url = "https://musee.example/visage.jpg", alt = "Un visage", retouched = true }]
"#
    ),
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
    let judged = marked.filter_map(|(media, retouch)| match told(said, media, &regime, retouch) {
        Told::Nothing => Some(finding(said, media, &regime, retouch).at_level(level)),
        Told::Otherwise if level == Level::Error && regime.has_image_words() => {
            Some(other_words(said, media, &regime, retouch))
        }
        Told::Otherwise | Told::Plainly => None,
    });
    judged.collect()
}

/// What readers learn of an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// What was done to it, in the words of the law.
    Plainly,
    /// The same, in other words.
    Otherwise,
    /// Nothing.
    Nothing,
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
fn told(said: &Said<'_>, media: &Media, regime: &Regime, retouch: Retouch) -> Told {
    let labels = regime.of_images(retouch);
    let title = said.content.title.filter(|_| said.network.title.is_some());
    let comment = said.content.first_comment;
    let shown = [&media.text, &media.credit].into_iter().flatten();
    let texts = said.parts.iter().map(|part| part.out.text.as_str());
    let others = title.into_iter().chain(comment).chain(shown.clone());
    let texts = texts.chain(others.map(|words| words.value.as_str()));
    if texts.clone().any(|text| !find(&Folded::new(text), &labels).is_empty()) {
        return Told::Plainly;
    }
    let credited = |words: &Loc<String>| retouch == Retouch::Ai && credits_machine(&words.value);
    let said = texts.clone().any(|text| tells_of_image(text, retouch));
    match said || shown.clone().any(credited) {
        true => Told::Otherwise,
        false => Told::Nothing,
    }
}

/// The text says it: the words of the law are still others.
fn other_words(said: &Said<'_>, media: &Media, regime: &Regime, retouch: Retouch) -> Finding {
    let label = regime.image_label(retouch);
    let message = Text::of(|lang| {
        let label = quote(lang, label);
        match lang {
            Lang::En => {
                format!("this image says what it is; the words of the French law are {label}")
            }
            Lang::Fr => {
                format!("cette image est signalée\u{202f}; la loi française, elle, écrit {label}")
            }
        }
    });
    let help = Text::of(|lang| {
        let label = quote(lang, label);
        match lang {
            Lang::En => format!("if the image shows a face or a body, add {label} to be safe"),
            Lang::Fr => format!(
                "si l’image montre un visage ou un corps, ajoutez {label} pour être tranquille"
            ),
        }
    });
    let finding = said.finding(RULE.id, media.place(), message).help(help);
    finding.note(words::law(regime)).at_level(Level::Hint)
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
