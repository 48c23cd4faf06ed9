//! `link-swallows`: a link that takes what follows it, or ends before the address does.

use super::addresses;
use super::tags::is_exact;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::networks::Entities;
use crate::rules::said::ENOUGH;
use crate::rules::{Part, Said};
use std::fmt::Write;
use std::ops::Range;

/// A link that takes what follows it, or ends before the address does.
pub static RULE: Rule = Rule {
    id: "link-swallows",
    group: Group::Networks,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A link that takes the mark behind it (`…`, `»`), or that ends in the middle of its address, at an accent or a blank.",
        fr: "Un lien qui emporte le signe placé derrière lui (`…`, `»`), ou qui s’arrête au milieu de son adresse, à un accent ou à une espace.",
    },
    why: Phrase {
        en: "The link opens a page that does not exist.",
        fr: "Le lien ouvre une page qui n’existe pas.",
    },
    remedy: Phrase {
        en: "Put a blank behind the address, or let it end the line. Copy an address with accents from the browser’s bar: it comes encoded (`%C3%A9`).",
        fr: "Mettez une espace après l’adresse, ou finissez la ligne avec elle. Copiez une adresse accentuée depuis la barre du navigateur\u{a0}: elle arrive encodée (`%C3%A9`).",
    },
    example: on_network!(
        "bluesky",
        r#"[[post]]
id = "billets"
date = 2026-11-26
text = "Les billets sont là (« https://billets.exemple.fr/klimt») et au guichet."
"#
    ),
};

/// Compares the links of the network with the addresses that readers see.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    if !said.network.links_clickable {
        return Vec::new();
    }
    let parted = parted(said);
    if !is_exact(said.network) {
        return parted.into_iter().collect();
    }
    let faults = said.parts.iter().flat_map(|part| {
        let faults = faults(&part.out.text, &part.entities).into_iter();
        faults.map(move |(range, fault)| (part, range, fault))
    });
    let faults = faults.take(ENOUGH).map(|(part, range, fault)| finding(said, part, &range, fault));
    parted.into_iter().chain(faults).collect()
}

/// A `link` with a blank inside: it ends there on every network.
fn parted(said: &Said<'_>) -> Option<Finding> {
    let link = said.content.link?;
    let address = link.value.trim();
    let blank = address.find(char::is_whitespace)?;
    let from = link.value.len() - link.value.trim_start().len();
    let place = said.within(link, from + blank..from + address.len());
    let taken = &address[..blank];
    let message = Text::of(|lang| match lang {
        Lang::En => format!("a blank cuts this address: the link ends after `{taken}`"),
        Lang::Fr => {
            format!("une espace coupe cette adresse\u{a0}: le lien s’arrête après `{taken}`")
        }
    });
    let several = address[blank..].contains("://");
    let whole = address.split_whitespace().collect::<Vec<_>>().join("%20");
    let help = Text::of(|lang| match (lang, several) {
        (Lang::En, true) => "`link` takes one address: put the others into the text".to_owned(),
        (Lang::Fr, true) => {
            "`link` ne prend qu’une adresse\u{a0}: mettez les autres dans le texte".to_owned()
        }
        (Lang::En, false) => format!("write `%20` for a blank: `{whole}`"),
        (Lang::Fr, false) => format!("écrivez `%20` à la place de l’espace\u{a0}: `{whole}`"),
    });
    Some(said.finding(RULE.id, place, message).help(help))
}

/// What is wrong with a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    /// It goes on through these bytes.
    Swallows,
    /// It ends before these bytes.
    Cut,
}

/// The bytes that the network adds to addresses, or leaves out.
fn faults(text: &str, entities: &Entities) -> Vec<(Range<usize>, Fault)> {
    let mut faults = Vec::new();
    for url in &entities.urls {
        if faults.len() == ENOUGH {
            break;
        }
        let written = &text[url.range.clone()];
        if !addresses::has_host(written) {
            continue;
        }
        let schemed = written.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("http"));
        // Without a scheme or a path, what follows a host need not be of the address.
        let sure = schemed || written.contains('/');
        let seen = if sure { text } else { &text[..behind(text, url.range.end)] };
        let end = addresses::end(seen, url.range.start);
        if url.range.end > *end.end() {
            faults.push((*end.end()..url.range.end, Fault::Swallows));
        } else if url.range.end < *end.start() && sure {
            faults.push((url.range.end..*end.start(), Fault::Cut));
        }
    }
    faults
}

/// A little further than the byte `at`: enough to see whether an address goes on there.
fn behind(text: &str, at: usize) -> usize {
    const NEAR: usize = 8;
    text[at..].char_indices().nth(NEAR).map_or(text.len(), |(far, _)| at + far)
}

fn finding(said: &Said<'_>, part: &Part<'_>, range: &Range<usize>, fault: Fault) -> Finding {
    let text = &part.out.text;
    let piece = &text[range.clone()];
    let name = said.network.name;
    let message = Text::of(|lang| match (lang, fault) {
        (Lang::En, Fault::Swallows) => format!("on {name} the link takes `{piece}` with it"),
        (Lang::Fr, Fault::Swallows) => format!("sur {name}, le lien emporte `{piece}`"),
        (Lang::En, Fault::Cut) => format!("on {name} the link ends before `{piece}`"),
        (Lang::Fr, Fault::Cut) => format!("sur {name}, le lien s’arrête avant `{piece}`"),
    });
    let encoded = encoded(piece);
    let help = Text::of(|lang| match (lang, fault) {
        (Lang::En, Fault::Swallows) => format!("put a blank before `{piece}`"),
        (Lang::Fr, Fault::Swallows) => format!("mettez une espace avant `{piece}`"),
        (Lang::En, Fault::Cut) => format!("write `{encoded}` instead of `{piece}`"),
        (Lang::Fr, Fault::Cut) => format!("écrivez `{encoded}` au lieu de `{piece}`"),
    });
    said.finding(RULE.id, said.place(part, range), message).help(help)
}

/// As addresses write letters that they do not have: `%C3%A9` (RFC 3986).
fn encoded(piece: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/?#=&%+".contains(&byte);
    let mut out = String::new();
    for byte in piece.bytes() {
        if plain(byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks::{entities, find};

    fn found(network: &str, text: &str) -> Vec<(String, Fault)> {
        let entities = entities(find(network).unwrap(), text);
        let all = faults(text, &entities);
        all.into_iter().map(|(range, fault)| (text[range].to_owned(), fault)).collect()
    }

    fn one(piece: &str, fault: Fault) -> Vec<(String, Fault)> {
        vec![(piece.to_owned(), fault)]
    }

    #[test]
    fn bluesky_takes_all_up_to_the_next_blank() {
        for (text, piece) in [
            ("Voir https://a.fr/x… et", "…"),
            ("(https://a.fr/x»)", "»"),
            ("Voir https://a.fr/x”.", "”"),
            ("https://a.fr/x... puis", ".."),
            ("Voir exemple.fr… vite", "…"),
            ("https://a.fr/x,https://b.fr/y", ",https://b.fr/y"),
        ] {
            assert_eq!(found("bluesky", text), one(piece, Fault::Swallows), "{text}");
        }
    }

    #[test]
    fn addresses_that_every_network_takes_whole_pass() {
        for text in [
            "Voir https://exemple.fr/x.",
            "Voir https://exemple.fr/x, puis",
            "https://exemple.fr",
            "(https://exemple.fr/x)",
            "https://fr.wikipedia.org/wiki/Klimt_(peintre)",
            "https://exemple.fr/a/b/c.html?x=1&y=2#haut",
            "https://www.lemonde.fr/a/2026/11/26/titre_123_45.html",
            "Billets : https://exemple.fr/x\nSuite",
            "« https://exemple.fr/x »",
            "https://exemple.fr/x !",
            "exemple.fr et www.exemple.fr",
            "https://exemple.fr/@nom",
            "https://exemple.fr/a-b_c~d",
            "https://exemple.fr/?q=a+b&r=%C3%A9",
            "https://t.co/AbCd123",
            "Rien ici. Ni là…",
            "Commencez par https://… et finissez par un point",
        ] {
            for network in ["x", "bluesky", "mastodon"] {
                assert_eq!(found(network, text), [], "{network}: {text}");
            }
        }
    }
}
