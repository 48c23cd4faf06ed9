//! `text-too-long`: more than the network takes.

use super::words::{self, Limit, amount};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, figure};
use crate::networks::{self, Field, Grammar, Measure, Network, Unit, Variant};
use crate::rules::{Part, Said};
use crate::source::Loc;

/// More than the network takes.
pub static RULE: Rule = Rule {
    id: "text-too-long",
    group: Group::Networks,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A text that is longer than the network takes, counted as the network counts.",
        fr: "Un texte plus long que ce que le réseau accepte, compté comme le réseau le compte.",
    },
    why: Phrase {
        en: "The network refuses it, or cuts it without a word. The signature, the link and the hashtags that go out with the text count too.",
        fr: "Le réseau le refuse, ou le coupe sans rien dire. La signature, le lien et les mots-dièse qui partent avec le texte comptent aussi.",
    },
    remedy: Phrase {
        en: "Shorten it, or give the channel a text of its own in `[post.on.CHANNEL]`. A paid account may take more: say so with `limits = { text = … }` in the channel.",
        fr: "Raccourcissez-le, ou donnez au canal son propre texte dans `[post.on.CANAL]`. Un compte payant peut accepter davantage\u{a0}: dites-le avec `limits = { text = … }` dans le canal.",
    },
    example: on_network!(
        "bluesky",
        r#"[[post]]
id = "nocturne"
date = 2026-11-26
text = """
Jeudi, le musée reste ouvert jusqu’à minuit et toutes les salles se visitent à la lampe de poche,
du sous-sol aux combles, en passant par la réserve des dessins que personne ne voit jamais : on vous
prête la lampe, on vous garde une place au café, et la gardienne de nuit raconte ce qu’elle entend
quand tout le monde est parti. Entrée libre, sans réserver."""
"#
    ),
};

/// Measures every text, every part of a thread, the first comment and the address of the link.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    let kind = said.kind();
    let mut findings: Vec<Finding> = Vec::new();
    for (index, part) in said.parts.iter().enumerate() {
        let number = (said.parts.len() > 1).then_some(index + 1);
        findings.extend(too_long(said, part, number, kind));
        findings.extend(perhaps_too_long(said, part, kind));
        findings.extend(too_many_bytes(said, part, number));
    }
    findings.extend(beside(said));
    findings
}

fn too_long(
    said: &Said<'_>,
    part: &Part<'_>,
    part_number: Option<usize>,
    kind: Option<&Variant>,
) -> Option<Finding> {
    let limit = words::of_text(said)?;
    let text = &part.out.text;
    let most = limit.most();
    if text.len() <= most && !Grammar::of(said.network).evens_links() {
        return None;
    }
    let measure = networks::measure(said.network, Field::Text, text, "", Some(most));
    let over = measure.over?;
    let at = said.place(part, &(over..text.len()));
    let level = level(&measure, limit, text);
    let finding = said
        .finding(RULE.id, at, message(&limit.taker(said), &measure, most, part_number, kind))
        .label(label(most))
        .note(limit.origin(said.network, Some("text")))
        .help(help(said, measure.length - most, most))
        .at_level(level);
    let finding = match level == Level::Warning && limit.grade().is_sure() {
        true => finding.note(unsure()),
        false => finding,
    };
    Some(if measure.length == text.chars().count() {
        finding
    } else {
        finding.note(Text::of(|lang| counted(said.network, measure.unit, lang)))
    })
}

/// Where nobody is sure what is counted: a text that fits by the one count and not by another.
fn perhaps_too_long(said: &Said<'_>, part: &Part<'_>, kind: Option<&Variant>) -> Option<Finding> {
    let (network, text) = (said.network, &part.out.text);
    let claim = network.unit_disputed.first().filter(|_| !text.is_ascii())?;
    let limit = Limit::Network(network.text_limit(kind)?);
    let most = limit.most();
    let length = claim.unit.length(text).filter(|length| *length > most)?;
    let fits = networks::measure(network, Field::Text, text, "", Some(most)).over.is_none();
    if !fits || words::own(said, |limits| &limits.text).is_some() {
        return None;
    }
    let name = network.name;
    let message = Text::of(|lang| {
        let (most, by) = (figure(lang, most), &claim.by);
        match (lang, claim.unit) {
            (Lang::En, Unit::Utf16) => format!(
                "this text just fits on {name}, but counts {} of {most} when an emoji counts 2, as for {by}",
                figure(lang, length)
            ),
            (Lang::Fr, Unit::Utf16) => format!(
                "ce texte tient tout juste sur {name}, mais compte {} pour {most} si un emoji compte 2, comme pour {by}",
                figure(lang, length)
            ),
            (Lang::En, unit) => format!(
                "this text just fits on {name}, but has {} of {most} as {by} counts",
                amount(lang, length, unit)
            ),
            (Lang::Fr, unit) => format!(
                "ce texte tient tout juste sur {name}, mais fait {} pour {most} au compte de {by}",
                amount(lang, length, unit)
            ),
        }
    });
    let at = said.place(part, &(0..text.len()));
    let help = Text::of(|lang| match lang {
        Lang::En => format!("shorten it by {} to be sure", length - most),
        Lang::Fr => format!("raccourcissez-le de {} pour être tranquille", length - most),
    });
    Some(said.finding(RULE.id, at, message).help(help).at_level(Level::Warning))
}

/// Threads says how emoji count in words that can be read in two ways: between the two counts
/// nobody is sure.
fn level(measure: &Measure, limit: Limit<'_>, text: &str) -> Level {
    let surely = match measure.unit {
        Unit::GraphemesEmojiBytes => networks::letters(text) > limit.most(),
        _ => true,
    };
    if surely { limit.level() } else { Level::Warning }
}

/// Why it is no error although the limit is sure.
fn unsure() -> Phrase {
    Phrase {
        en: "Threads does not say to the letter how it counts emoji: this text may fit, shorten it to be sure",
        fr: "Threads ne dit pas exactement comment il compte les emojis\u{a0}: ce texte tient peut-être, raccourcissez-le pour en être sûr",
    }
}

fn counted(network: &Network, unit: Unit, lang: Lang) -> String {
    let (name, words) = (network.name, words::unit(unit, lang));
    match lang {
        Lang::En => format!("on {name}, {words}: `edito count` shows it"),
        Lang::Fr => format!("sur {name}, {words}\u{a0}: `edito count` le montre"),
    }
}

fn message(
    name: &str,
    measure: &Measure,
    most: usize,
    part: Option<usize>,
    kind: Option<&Variant>,
) -> Text {
    let kind = kind.filter(|kind| kind.text.is_some()).map(|kind| kind.name.as_str());
    Text::of(|lang| {
        let length = amount(lang, measure.length, measure.unit);
        let most = figure(lang, most);
        let place = where_to(lang, name, kind);
        match (lang, part) {
            (Lang::En, None) => format!("this text counts {length} {place}, which takes {most}"),
            (Lang::En, Some(n)) => {
                format!("part {n} of the thread counts {length} {place}, which takes {most}")
            }
            (Lang::Fr, None) => format!("ce texte compte {length} {place}, qui en accepte {most}"),
            (Lang::Fr, Some(n)) => {
                format!("la partie {n} du fil compte {length} {place}, qui en accepte {most}")
            }
        }
    })
}

/// `on Telegram (caption)`.
fn where_to(lang: Lang, name: &str, kind: Option<&str>) -> String {
    let on = match lang {
        Lang::En => format!("on {name}"),
        Lang::Fr => format!("sur {name}"),
    };
    let word = match (lang, kind) {
        (_, None) => return on,
        (Lang::En, Some("caption")) => "text under a photo or film",
        (Lang::Fr, Some("caption")) => "texte sous une photo ou une vidéo",
        (_, Some(format)) => format,
    };
    format!("{on} ({word})")
}

fn label(most: usize) -> Text {
    Text::of(|lang| match (lang, most) {
        (Lang::En, 0) => "no text is taken here".to_owned(),
        (Lang::Fr, 0) => "aucun texte n’est accepté ici".to_owned(),
        (Lang::En, _) => "from here on it no longer fits".to_owned(),
        (Lang::Fr, _) => "à partir d’ici, ça ne tient plus".to_owned(),
    })
}

fn help(said: &Said<'_>, excess: usize, most: usize) -> Text {
    if most == 0 {
        return Phrase {
            en: "words are drawn on the image: write them there, `media = [{ …, text = \"…\" }]`",
            fr: "les mots se posent sur l’image\u{a0}: écrivez-les là, `media = [{ …, text = \"…\" }]`",
        }
        .into();
    }
    let channel = &said.channel.id.value;
    let alone = said.facts.ws.placements_of(said.placement.post).len() < 2;
    Text::of(|lang| {
        let own = format!("`[post.on.{channel}]`");
        match (lang, alone) {
            (Lang::En, true) => format!("shorten it by {excess}"),
            (Lang::Fr, true) => format!("raccourcissez-le de {excess}"),
            (Lang::En, false) => {
                format!("shorten it by {excess}, or write a text for this channel in {own}")
            }
            (Lang::Fr, false) => format!(
                "raccourcissez-le de {excess}, ou écrivez un texte pour ce canal dans {own}"
            ),
        }
    })
}

/// A second limit in bytes: many emoji fit the first and not this one.
fn too_many_bytes(said: &Said<'_>, part: &Part<'_>, part_number: Option<usize>) -> Option<Finding> {
    let limit = Limit::Network(said.network.bytes.as_ref()?);
    let (text, most) = (&part.out.text, limit.most());
    if text.len() <= most {
        return None;
    }
    let second = networks::measure(said.network, Field::Text, text, "", None).second?;
    let over = second.over?;
    let name = said.network.name;
    let message = Text::of(|lang| {
        let (length, most) = (amount(lang, second.length, second.unit), figure(lang, most));
        let part = part_number.map(|n| match lang {
            Lang::En => format!(" (part {n})"),
            Lang::Fr => format!(" (partie {n})"),
        });
        let part = part.unwrap_or_default();
        match lang {
            Lang::En => format!("this text{part} has {length}, and {name} takes {most}"),
            Lang::Fr => format!("ce texte{part} pèse {length}, et {name} en accepte {most}"),
        }
    });
    let at = said.place(part, &(over..text.len()));
    let finding = said.finding(RULE.id, at, message).label(label(most));
    let note = Text::of(|lang| counted(said.network, Unit::Bytes, lang));
    let finding = finding.note(limit.origin(said.network, None)).note(note);
    Some(finding.at_level(limit.level()))
}

/// What stands beside the text and has a length of its own, in Unicode characters.
fn beside(said: &Said<'_>) -> Vec<Finding> {
    let network = said.network;
    let comment = (said.content.first_comment, network.comment.as_ref());
    let link = (said.content.link, network.link_length.as_ref());
    let words = [
        (comment, Phrase { en: "the first comment", fr: "le premier commentaire" }),
        (link, Phrase { en: "the address of the link", fr: "l’adresse du lien" }),
    ];
    words
        .into_iter()
        .filter_map(|((words, figure), what)| one(said, words?, Limit::Network(figure?), what))
        .collect()
}

fn one(said: &Said<'_>, words: &Loc<String>, limit: Limit<'_>, what: Phrase) -> Option<Finding> {
    let most = limit.most();
    let (over, _) = words.value.char_indices().nth(most)?;
    let length = words.value.chars().count();
    let name = said.network.name;
    let message = Text::of(|lang| {
        let length = amount(lang, length, Unit::CodePoints);
        let (most, what) = (figure(lang, most), what.get(lang));
        match lang {
            Lang::En => format!("{what} counts {length} on {name}, which takes {most}"),
            Lang::Fr => format!("{what} compte {length} sur {name}, qui en accepte {most}"),
        }
    });
    let at = said.within(words, over..words.value.len());
    let finding = said.finding(RULE.id, at, message).label(label(most));
    let finding = finding.note(limit.origin(said.network, None));
    Some(finding.at_level(limit.level()))
}
