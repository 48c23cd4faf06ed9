//! What there is to say of a network beside its limits, in sentences of one language.

use super::words;
use crate::lang::{Lang, Phrase, list};
use crate::networks::{Fact, Label, Needs, Network, Unit, Varies};

/// How lengths are counted, in sentences.
#[must_use]
pub fn counting(network: &Network, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    let of = |unit: Unit| words::counting(unit).get(lang);
    if network.title_unit == network.unit {
        said.push(of(network.unit).to_owned());
    } else {
        let (text, title) = match lang {
            Lang::En => ("Text: ", "Title: "),
            Lang::Fr => ("Texte\u{a0}: ", "Titre\u{a0}: "),
        };
        said.push(format!("{text}{}", lower(of(network.unit))));
        said.push(format!("{title}{}", lower(of(network.title_unit))));
    }
    said.extend(peculiar(network.key, lang).map(str::to_owned));
    said.extend(network.unit_disputed.iter().map(|claim| {
        let (unit, by) = (words::unit(claim.unit).get(lang), &claim.by);
        match lang {
            Lang::En => format!("Others count {unit} ({by}): keep clear of the limit."),
            Lang::Fr => {
                format!("D’autres comptent en {unit} ({by})\u{a0}: gardez une marge.")
            }
        }
    }));
    said
}

/// How this network counts unlike others of its unit.
fn peculiar(key: &str, lang: Lang) -> Option<&'static str> {
    Some(match (key, lang) {
        ("mastodon", Lang::En) => {
            "A link that begins with `http://` or `https://` counts 23, however long it is. Of `@name@server`, only `@name` counts. The content warning counts with the text."
        }
        ("mastodon", Lang::Fr) => {
            "Un lien qui commence par `http://` ou `https://` compte 23, quelle que soit sa longueur. De `@nom@serveur`, seul `@nom` compte. L’avertissement de contenu compte avec le texte."
        }
        ("telegram", Lang::En) => "The signs that make a word bold or a link do not count.",
        ("telegram", Lang::Fr) => {
            "Les signes qui mettent un mot en gras ou en lien ne comptent pas."
        }
        _ => return None,
    })
}

/// What is no figure, in sentences. A fact that is known less well than the rest says so.
#[must_use]
pub fn notes(network: &Network, lang: Lang) -> Vec<String> {
    let mut notes: Vec<String> = varies(network, lang).into_iter().collect();
    for (fact, said) in facts(network) {
        let grade = fact.map(|fact| network.grade_of(fact)).filter(|own| *own != network.grade);
        notes.push(match grade {
            Some(grade) => format!("{} ({}).", said.get(lang), words::grade(grade).get(lang)),
            None => format!("{}.", said.get(lang)),
        });
    }
    notes.extend(forbidden(network, lang));
    notes.extend(formats(network, lang));
    notes.extend(labels(network, lang));
    notes
}

/// The facts that hold of this network.
fn facts(network: &Network) -> impl Iterator<Item = (Option<Fact>, Phrase)> {
    let all = [
        (network.needs == Needs::Media, Some(Fact::Needs), MEDIA),
        (network.needs == Needs::Video, Some(Fact::Needs), VIDEO),
        (network.title_required, Some(Fact::TitleRequired), TITLE),
        (!network.mixed_media, Some(Fact::MixedMedia), UNMIXED),
        (!network.links_clickable, None, NOT_CLICKABLE),
        (network.link_field, None, LINK_APART),
        (network.phones_refused, Some(Fact::Phones), NO_PHONES),
        (network.same_text_refused, Some(Fact::SameText), NOT_TWICE),
    ];
    all.into_iter().filter(|(holds, ..)| *holds).map(|(_, fact, said)| (fact, said))
}

const MEDIA: Phrase =
    Phrase { en: "A post needs an image or a video", fr: "Il faut une image ou une vidéo" };

const VIDEO: Phrase = Phrase { en: "A post needs a video", fr: "Il faut une vidéo" };

const TITLE: Phrase = Phrase { en: "A post needs a title", fr: "Il faut un titre" };

const UNMIXED: Phrase = Phrase {
    en: "Images and videos do not go together in one post",
    fr: "Images et vidéos ne vont pas ensemble dans une publication",
};

const NOT_CLICKABLE: Phrase = Phrase {
    en: "A link in the text cannot be clicked",
    fr: "Un lien dans le texte n’est pas cliquable",
};

const LINK_APART: Phrase = Phrase {
    en: "A post has its link apart from the text (a card, a button)",
    fr: "Le lien a sa propre place, hors du texte (une carte, un bouton)",
};

const NO_PHONES: Phrase = Phrase {
    en: "A telephone number in the text is refused",
    fr: "Un numéro de téléphone dans le texte est refusé",
};

const NOT_TWICE: Phrase = Phrase {
    en: "The same text on two accounts is refused",
    fr: "Le même texte sur deux comptes est refusé",
};

fn varies(network: &Network, lang: Lang) -> Option<String> {
    let said = match (network.varies?, lang) {
        (Varies::Server, Lang::En) => {
            "Each server may allow more or less; these are the figures of the program as it comes."
        }
        (Varies::Server, Lang::Fr) => {
            "Chaque serveur peut permettre plus ou moins\u{202f}; ces chiffres sont ceux du programme d’origine."
        }
        (Varies::Community, Lang::En) => "Each community adds rules of its own.",
        (Varies::Community, Lang::Fr) => "Chaque communauté ajoute ses propres règles.",
    };
    Some(said.to_owned())
}

fn forbidden(network: &Network, lang: Lang) -> Option<String> {
    if network.forbidden.is_empty() {
        return None;
    }
    let shown = |c: &char| match c.is_ascii_graphic() {
        true => format!("`{c}`"),
        false => format!("U+{:04X}", u32::from(*c)),
    };
    let characters = list(lang, &network.forbidden.iter().map(shown).collect::<Vec<_>>());
    Some(match lang {
        Lang::En => format!("Refused characters: {characters}."),
        Lang::Fr => format!("Caractères refusés\u{a0}: {characters}."),
    })
}

fn formats(network: &Network, lang: Lang) -> Option<String> {
    if network.no_formats.is_empty() {
        return None;
    }
    let names: Vec<_> = network.no_formats.iter().map(|name| format!("`{name}`")).collect();
    let names = list(lang, &names);
    Some(match lang {
        Lang::En => format!("Formats this network does not have: {names}."),
        Lang::Fr => format!("Formats que ce réseau n’a pas\u{a0}: {names}."),
    })
}

fn labels(network: &Network, lang: Lang) -> Option<String> {
    if network.labels.is_empty() {
        return None;
    }
    let label = |label: &Label| match (label, lang) {
        (Label::Partnership, Lang::En) => "paid partnerships",
        (Label::Partnership, Lang::Fr) => "les partenariats rémunérés",
        (Label::Ai, Lang::En) => "AI content",
        (Label::Ai, Lang::Fr) => "les contenus faits avec une IA",
    };
    let names = list(lang, &network.labels.iter().map(label).collect::<Vec<_>>());
    Some(match lang {
        Lang::En => {
            format!("The network has a label of its own for {names}: set it there as well.")
        }
        Lang::Fr => {
            format!("Le réseau a sa propre mention pour {names}\u{a0}: cochez-la aussi sur place.")
        }
    })
}

/// A sentence that goes on after a colon.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    first + letters.as_str()
}
