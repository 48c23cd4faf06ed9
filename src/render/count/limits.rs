//! The other limits of a network: in bytes, of some kinds of posts, and those of advice.

use super::{Detail, Row, Source};
use crate::lang::{Lang, number};
use crate::networks::{Field, Figure, Network, Variant};
use crate::render::words::semicolons;

/// What there is to say of other limits, in lines.
pub(super) fn limits(row: &Row, detail: Detail, lang: Lang) -> Vec<String> {
    let mut all = Vec::new();
    all.extend(bytes(row, detail, lang));
    all.extend(kinds(row, detail, lang));
    all.extend(advice(row, detail, lang));
    all.extend(unofficial(row, lang));
    all
}

fn figure(lang: Lang, n: u32) -> String {
    number(lang, n.into())
}

/// A second limit in bytes; past it, that is a fault and said as one.
fn bytes(row: &Row, detail: Detail, lang: Lang) -> Option<String> {
    let most = row.network.bytes.as_ref().filter(|_| row.field == Field::Text)?.most;
    let here = u32::try_from(row.text.len()).ok().filter(|here| *here <= most)?;
    if detail != Detail::Full && here <= most / 2 {
        return None;
    }
    let (here, most) = (figure(lang, here), figure(lang, most));
    Some(match lang {
        Lang::En => format!("{most} bytes at most too: {here} here"),
        Lang::Fr => format!("{most} octets au plus aussi\u{a0}: {here} ici"),
    })
}

/// The limits of other kinds of posts, in one line.
fn kinds(row: &Row, detail: Detail, lang: Lang) -> Option<String> {
    // The calendar knows better which limit holds.
    if row.source != Source::Network {
        return None;
    }
    let of = |variant: &'static Variant| match row.field {
        Field::Text => variant.text.as_ref(),
        Field::Title => variant.title.as_ref(),
    };
    let network: &'static Network = row.network;
    let mut each: Vec<(&Variant, &Figure)> = network
        .variants
        .iter()
        .filter_map(|variant| Some((variant, of(variant)?)))
        .filter(|(variant, limit)| detail == Detail::Full || matters(row, variant, limit))
        .collect();
    each.sort_by_key(|(_, limit)| limit.most);
    let kind = |(variant, limit): (&Variant, &Figure)| kind(lang, &variant.name, limit.most);
    let each: Vec<String> = each.into_iter().map(kind).collect();
    if each.is_empty() {
        return None;
    }
    let each = semicolons(lang, &each);
    Some(match lang {
        Lang::En => format!("other limits: {each}"),
        Lang::Fr => format!("autres limites\u{a0}: {each}"),
    })
}

/// Whether a kind of post would make a difference: more room where there is too little, or less
/// room for a text under a picture, which most posts are.
fn matters(row: &Row, variant: &Variant, limit: &Figure) -> bool {
    let fits = |most: usize| row.fit.length <= most;
    let most = limit.limit();
    match row.fit.limit.is_none_or(fits) {
        true => variant.name == "caption" && !fits(most),
        false => fits(most),
    }
}

/// `1,024 under an image or a film`.
fn kind(lang: Lang, name: &str, most: u32) -> String {
    let figure = figure(lang, most);
    let (en, fr) = match name {
        "caption" => ("under an image or a film", "sous une image ou une vidéo"),
        "photo" => ("with photos", "avec des photos"),
        "premium" => ("with Premium", "avec Premium"),
        "nitro" => ("with Nitro", "avec Nitro"),
        "article" => ("for an article", "pour un article"),
        "text_background" => ("on a coloured background", "sur un fond de couleur"),
        "text_attachment" => ("as an attached text", "en texte joint"),
        "story" if most == 0 => {
            return match lang {
                Lang::En => "no text in a story".to_owned(),
                Lang::Fr => "pas de texte dans une story".to_owned(),
            };
        }
        "story" => ("in a story", "dans une story"),
        "saved_story" => ("for a saved story", "pour une story enregistrée"),
        "spotlight" => ("on Spotlight", "sur Spotlight"),
        "event" => ("for the title of an event", "pour le titre d’un événement"),
        "stream_title" => ("for the title of a stream", "pour le titre d’un direct"),
        other => {
            let name = other.replace('_', " ");
            return match lang {
                Lang::En => format!("{figure} for `{name}`"),
                Lang::Fr => format!("{figure} pour `{name}`"),
            };
        }
    };
    match lang {
        Lang::En => format!("{figure} {en}"),
        Lang::Fr => format!("{figure} {fr}"),
    }
}

/// Where readers stop, when somebody asks.
fn advice(row: &Row, detail: Detail, lang: Lang) -> Option<String> {
    let advised = match row.field {
        Field::Text => row.network.text_advised,
        Field::Title => row.network.title_advised,
    }?;
    let past = usize::try_from(advised).is_ok_and(|advised| row.fit.length > advised);
    if detail != Detail::Full || !past || !row.fit.is_fine() {
        return None;
    }
    let advised = figure(lang, advised);
    Some(match lang {
        Lang::En => format!("past {advised}, the rest is often cut off or not read"),
        Lang::Fr => format!("au-delà de {advised}, la suite est souvent coupée ou pas lue"),
    })
}

/// A limit that is passed and that no document of the network gives.
fn unofficial(row: &Row, lang: Lang) -> Option<String> {
    let limit = match row.field {
        Field::Text => row.network.text.as_ref(),
        Field::Title => row.network.title.as_ref(),
    }?;
    let sure = limit.grade.is_sure() || row.source != Source::Network;
    if sure || row.fit.over().is_none() {
        return None;
    }
    Some(match lang {
        Lang::En => "this limit is not official: other programs enforce it".to_owned(),
        Lang::Fr => {
            "cette limite n’est pas officielle\u{a0}: d’autres programmes l’appliquent".to_owned()
        }
    })
}
