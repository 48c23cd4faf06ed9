//! `link-not-clickable`: an address that the network does not make a link of.

use super::addresses::{self, Scheme};
use super::bare::{self, Oddity};
use super::malformed::malformed;
use super::profile;
use super::tags::is_exact;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::networks::{self, Entities, Network};
use crate::rules::said::ENOUGH;
use crate::rules::{Part, Said};
use memchr::memmem;
use std::ops::Range;

/// An address that the network does not make a link of.
pub static RULE: Rule = Rule {
    id: "link-not-clickable",
    group: Group::Networks,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "An address that nobody can click: something touches it, its beginning is misspelt, or the network makes no links of such addresses.",
        fr: "Une adresse sur laquelle personne ne peut cliquer\u{a0}: quelque chose la touche, son début est mal écrit, ou le réseau n’en fait pas un lien.",
    },
    why: Phrase {
        en: "Hardly anybody copies an address by hand: the visits are lost.",
        fr: "Presque personne ne recopie une adresse à la main\u{a0}: les visites sont perdues.",
    },
    remedy: Phrase {
        en: "Begin the address with `https://` in small letters, with a blank before it. Where no text carries links, send readers to the link of the profile.",
        fr: "Commencez l’adresse par `https://` en minuscules, avec une espace devant. Là où aucun texte ne porte de lien, envoyez les lecteurs vers le lien du profil.",
    },
    example: on_network!(
        "mastodon",
        r#"[[post]]
id = "billets"
date = 2026-11-26
text = "Les billets sont en vente : www.exemple.fr"
"#
    ),
};

/// Looks for the addresses that readers see and the network does not.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    if !said.network.links_clickable {
        return none_is_clickable(said).into_iter().collect();
    }
    let faults = said.parts.iter().flat_map(|part| {
        let faults = faults(&part.out.text, &part.entities, said.network).into_iter();
        faults.map(move |(range, cause)| (part, range, cause))
    });
    faults.take(ENOUGH).map(|(part, range, cause)| finding(said, part, &range, &cause)).collect()
}

/// Where no text carries links: once for each post, unless it says where the link is.
fn none_is_clickable(said: &Said<'_>) -> Option<Finding> {
    let name = said.network.name;
    let (part, range) = said.parts.iter().find_map(|part| Some((part, first(&part.out.text)?)))?;
    if said.parts.iter().any(|part| profile::is_named(&part.out.text)) {
        return None;
    }
    let message = Text::of(|lang| match lang {
        Lang::En => format!("on {name} no address in a text can be clicked"),
        Lang::Fr => format!("sur {name}, aucune adresse dans un texte n’est cliquable"),
    });
    let finding = said.finding(RULE.id, said.place(part, &range), message);
    let finding = finding.help(Text::of(|lang| match lang {
        Lang::En => "put it in the profile and say so: “link in bio”".to_owned(),
        Lang::Fr => {
            "mettez-la dans le profil et dites-le\u{a0}: «\u{a0}lien en bio\u{a0}»".to_owned()
        }
    }));
    let finding = finding.at_level(Level::Hint);
    let is_link = |words| said.content.link.is_some_and(|link| std::ptr::eq(link, words));
    if !part.out.origins(&range).first().is_some_and(|(words, _)| is_link(*words)) {
        return Some(finding);
    }
    let channel = &said.channel.id.value;
    Some(finding.note(Text::of(|lang| match lang {
        Lang::En => format!(
            "it is the post’s `link`: `link = \"\"` under `[post.on.{channel}]` takes it out of the text there"
        ),
        Lang::Fr => format!(
            "c’est le `link` de la publication\u{a0}: `link = \"\"` sous `[post.on.{channel}]` \
             l’ôte du texte de ce canal"
        ),
    })))
}

/// The first address with a scheme or `www.`.
fn first(text: &str) -> Option<Range<usize>> {
    let schemes = addresses::starts(text).into_iter().map(|(start, _)| start);
    let start = schemes.chain(www(text)).find(|start| addresses::has_host(&text[*start..]))?;
    Some(start..*addresses::end(text, start).end())
}

/// Why an address is no link.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Cause {
    /// A letter or a digit touches it.
    Letter,
    /// Another mark touches it.
    Mark(char),
    /// `HTTPS://`
    Capitals,
    /// The end of its host is none.
    Host,
    /// It has no `https://`, and none is a link without.
    Bare,
    /// It has no `https://`, and this in its name.
    Odd(Oddity),
    /// Its beginning is misspelt: how it should be.
    Misspelt(String),
}

/// So many addresses of a text that are no links are looked at.
const EXAMINED: usize = 200;

fn faults(text: &str, entities: &Entities, network: &Network) -> Vec<(Range<usize>, Cause)> {
    let mut faults: Vec<(Range<usize>, Cause)> = malformed(text)
        .into_iter()
        .map(|found| (found.range, Cause::Misspelt(found.mended)))
        .collect();
    let lost = addresses::starts(text).into_iter();
    for (start, scheme) in lost.filter(|(start, _)| !is_link(entities, *start)).take(EXAMINED) {
        let range = start..*addresses::end(text, start).end();
        let cause = cause(text, &range, scheme, network);
        faults.extend(cause.map(|cause| (range, cause)));
    }
    if is_exact(network) {
        let www = www(text).filter(|start| !is_link(entities, *start)).take(EXAMINED);
        let bare = bare::starts(text, network);
        let bare = bare.into_iter().filter(|start| !is_link(entities, *start)).take(EXAMINED);
        for start in www.chain(bare) {
            let range = start..*addresses::end(text, start).end();
            let known = faults.iter().any(|(other, _)| other.contains(&start));
            if !known && !is_sample_of_link(text, start, network) {
                faults.push((range.clone(), bare_cause(text, &range, network)));
            }
        }
    }
    faults.sort_by_key(|(range, _)| range.start);
    faults
}

fn is_link(entities: &Entities, at: usize) -> bool {
    entities.link_at(at).is_some()
}

/// Why an address without a scheme is no link where some are.
fn bare_cause(text: &str, range: &Range<usize>, network: &Network) -> Cause {
    if network.key == "mastodon" {
        return Cause::Bare;
    }
    let address = &text[range.clone()];
    let link = |text: &str| is_link(&networks::entities(network, text), 0);
    let before = text[..range.start].chars().next_back().filter(|c| !c.is_whitespace());
    match (bare::oddity(addresses::host(address)), before) {
        _ if link(address) => before.map_or(Cause::Bare, Cause::Mark),
        (Some(oddity), _) => Cause::Odd(oddity),
        (None, _) => Cause::Host,
    }
}

/// Whether the address at `start` would be a link, were the end of its host a real one.
fn is_sample_of_link(text: &str, start: usize, network: &Network) -> bool {
    const AROUND: usize = 300;
    // The blank before the word, the word, nothing else.
    let letters = text[..start].char_indices().rev().take(AROUND);
    let mut from = start;
    for (at, c) in letters {
        from = at;
        if c.is_whitespace() {
            break;
        }
    }
    let mut letters = text[start..].char_indices().take(AROUND);
    let end = letters.find(|(_, c)| c.is_whitespace()).map_or_else(
        || text[start..].char_indices().nth(AROUND).map_or(text.len(), |(at, _)| start + at),
        |(at, _)| start + at,
    );
    let start = start - from;
    addresses::with_real_end(&text[from..end], start)
        .is_some_and(|word| is_link(&networks::entities(network, &word), start))
}

fn cause(text: &str, range: &Range<usize>, scheme: Scheme, network: &Network) -> Option<Cause> {
    let address = &text[range.clone()];
    if !addresses::has_host(address) {
        return None;
    }
    let rest = address.split_once("://")?.1;
    if scheme == Scheme::Misspelt {
        return Some(Cause::Misspelt(format!("https://{rest}")));
    }
    let before = text[..range.start].chars().next_back().filter(|c| !c.is_whitespace());
    if before.is_some_and(char::is_alphanumeric) {
        return Some(Cause::Letter);
    }
    if !is_exact(network) {
        return None;
    }
    // What a network would make of it alone, in small letters, with a real end.
    let small = format!("{}://{rest}", address.split_once("://")?.0.to_lowercase());
    let link = |text: &str| is_link(&networks::entities(network, text), 0);
    let well = addresses::with_real_end(&small, 0).unwrap_or(small);
    if !link(&well) {
        return Some(Cause::Host);
    }
    let written = addresses::with_real_end(address, 0);
    if !link(written.as_deref().unwrap_or(address)) {
        return Some(Cause::Capitals);
    }
    if is_sample_of_link(text, range.start, network) {
        return None;
    }
    before.map(Cause::Mark)
}

/// Where addresses begin with `www.`.
fn www(text: &str) -> impl Iterator<Item = usize> {
    memmem::find_iter(text.as_bytes(), "www.").filter(|at| {
        if !text[..*at].chars().next_back().is_none_or(bare::goes_before) {
            return false;
        }
        let host = addresses::host(&text[at + 4..]);
        host.starts_with(char::is_alphanumeric) && host.trim_end_matches('.').contains('.')
    })
}

fn finding(said: &Said<'_>, part: &Part<'_>, range: &Range<usize>, cause: &Cause) -> Finding {
    let text = &part.out.text;
    let address = &text[range.clone()];
    let word = word_before(text, range.start);
    let message = Text::of(|lang| message(lang, address, word, cause, said.network));
    let help = Text::of(|lang| help(lang, address, word, cause));
    said.finding(RULE.id, said.place(part, range), message).help(help)
}

/// The letters that touch an address.
fn word_before(text: &str, at: usize) -> &str {
    let head = &text[..at];
    let letters = head.chars().rev().take(60).take_while(|c| c.is_alphanumeric());
    let length: usize = letters.map(char::len_utf8).sum();
    &head[head.len() - length..]
}

fn message(lang: Lang, address: &str, word: &str, cause: &Cause, network: &Network) -> String {
    let name = network.name;
    match (lang, cause) {
        (Lang::En, Cause::Letter) => format!("this address is no link: it touches `{word}`"),
        (Lang::Fr, Cause::Letter) => {
            format!("cette adresse n’est pas un lien\u{a0}: elle touche `{word}`")
        }
        (Lang::En, Cause::Mark(mark)) => {
            format!("this address is no link on {name}: it touches `{mark}`")
        }
        (Lang::Fr, Cause::Mark(mark)) => {
            format!("cette adresse n’est pas un lien sur {name}\u{a0}: elle touche `{mark}`")
        }
        (Lang::En, Cause::Capitals) => {
            format!("this address is no link on {name}: its beginning is in capitals")
        }
        (Lang::Fr, Cause::Capitals) => {
            format!("cette adresse n’est pas un lien sur {name}\u{a0}: son début est en majuscules")
        }
        (Lang::En, Cause::Host) => {
            format!("{name} makes no link of this address: it knows no `{}`", end_of_host(address))
        }
        (Lang::Fr, Cause::Host) => {
            let end = end_of_host(address);
            format!("{name} ne fait pas de lien de cette adresse\u{a0}: il ne connaît pas `{end}`")
        }
        (Lang::En, Cause::Bare) => format!("on {name} an address without `https://` is no link"),
        (Lang::Fr, Cause::Bare) => {
            format!("sur {name}, une adresse sans `https://` n’est pas un lien")
        }
        (Lang::En, Cause::Odd(odd)) => {
            format!("{name} makes no link of `{address}`, because of {}", odd.name(lang))
        }
        (Lang::Fr, Cause::Odd(odd)) => {
            format!("{name} ne fait pas de lien de `{address}`, à cause {}", odd.name(lang))
        }
        (Lang::En, Cause::Misspelt(_)) => {
            "this address is misspelt: nobody can click it".to_owned()
        }
        (Lang::Fr, Cause::Misspelt(_)) => {
            "cette adresse est mal écrite\u{a0}: personne ne peut cliquer dessus".to_owned()
        }
    }
}

/// `.frr` of `https://musee.frr/`, or the whole host when it has no letters at its end.
fn end_of_host(address: &str) -> String {
    let host = addresses::host(address);
    match host.rsplit_once('.') {
        Some((_, end)) if end.chars().any(char::is_alphabetic) => format!(".{end}"),
        _ => host.to_owned(),
    }
}

fn help(lang: Lang, address: &str, word: &str, cause: &Cause) -> String {
    match (lang, cause) {
        (Lang::En, Cause::Letter) => format!("put a blank in between: `{word} {address}`"),
        (Lang::Fr, Cause::Letter) => {
            format!("mettez une espace entre les deux\u{a0}: `{word} {address}`")
        }
        (Lang::En, Cause::Mark(mark)) => format!("put a blank after `{mark}`"),
        (Lang::Fr, Cause::Mark(mark)) => format!("mettez une espace après `{mark}`"),
        (Lang::En, Cause::Capitals) => format!("write `{}`", small(address)),
        (Lang::Fr, Cause::Capitals) => {
            format!("écrivez `{}`", small(address))
        }
        (Lang::En, Cause::Host) => {
            "look at the end of its name again, or shorten the address".to_owned()
        }
        (Lang::Fr, Cause::Host) => {
            "relisez la fin de son nom, ou passez par une adresse courte".to_owned()
        }
        (Lang::En, Cause::Bare | Cause::Odd(_)) => format!("write `{}`", with_scheme(address)),
        (Lang::Fr, Cause::Bare | Cause::Odd(_)) => format!("écrivez `{}`", with_scheme(address)),
        (Lang::En, Cause::Misspelt(mended)) => format!("write `{mended}`"),
        (Lang::Fr, Cause::Misspelt(mended)) => format!("écrivez `{mended}`"),
    }
}

/// With a scheme, and its host in small letters.
fn with_scheme(address: &str) -> String {
    let host = addresses::host(address);
    format!("https://{}{}", host.to_lowercase(), &address[host.len()..])
}

/// With its scheme in small letters.
fn small(address: &str) -> String {
    match address.split_once("://") {
        Some((scheme, rest)) => format!("{}://{rest}", scheme.to_lowercase()),
        None => address.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks::{entities, find};

    fn found(network: &str, text: &str) -> Vec<(String, Cause)> {
        let network = find(network).unwrap();
        let all = faults(text, &entities(network, text), network);
        all.into_iter().map(|(range, cause)| (text[range].to_owned(), cause)).collect()
    }

    #[test]
    fn what_hides_an_address() {
        let https = "https://exemple.fr/x";
        for (network, text, address, cause) in [
            ("x", "voirhttps://exemple.fr/x", https, Cause::Letter),
            ("linkedin", "voirhttps://exemple.fr/x", https, Cause::Letter),
            ("bluesky", "Voir «https://exemple.fr/x ».", https, Cause::Mark('«')),
            ("bluesky", "Voir “https://exemple.fr/x”", https, Cause::Mark('“')),
            ("bluesky", "Voir HTTPS://exemple.fr/x", "HTTPS://exemple.fr/x", Cause::Capitals),
            ("bluesky", "👉https://exemple.fr/x", https, Cause::Mark('👉')),
            ("bluesky", ":https://klimt.example/x", "https://klimt.example/x", Cause::Mark(':')),
            ("x", "Voir https://exemple.frr/x", "https://exemple.frr/x", Cause::Host),
            ("mastodon", "Voir www.exemple.fr.", "www.exemple.fr", Cause::Bare),
            ("mastodon", "Voir exemple.fr/klimt.", "exemple.fr/klimt", Cause::Bare),
            ("mastodon", "Voir le-musee.com !", "le-musee.com", Cause::Bare),
            ("bluesky", "Voir le-musee.com !", "le-musee.com", Cause::Odd(Oddity::Hyphen)),
            ("bluesky", "Voir le-musee.fr/nuit", "le-musee.fr/nuit", Cause::Odd(Oddity::Hyphen)),
            ("bluesky", "Voir WWW.MUSEE.FR !", "WWW.MUSEE.FR", Cause::Odd(Oddity::Capitals)),
            ("bluesky", "Voir «musee.fr/nuit »", "musee.fr/nuit", Cause::Mark('«')),
            ("x", "Voir www.exemple.frr/x", "www.exemple.frr/x", Cause::Host),
        ] {
            assert_eq!(found(network, text), [(address.to_owned(), cause)], "{network}: {text}");
        }
        let misspelt = Cause::Misspelt(https.to_owned());
        for text in ["https//exemple.fr/x", "https ://exemple.fr/x", "htps://exemple.fr/x"] {
            for network in ["x", "facebook"] {
                assert_eq!(found(network, text), [(text.to_owned(), misspelt.clone())], "{text}");
            }
        }
    }

    #[test]
    fn the_remedy_is_an_address_with_a_scheme() {
        assert_eq!(with_scheme("WWW.MUSEE.FR/Nuit"), "https://www.musee.fr/Nuit");
        assert_eq!(with_scheme("le-musee.com"), "https://le-musee.com");
    }

    #[test]
    fn addresses_that_are_links_pass_and_so_does_prose() {
        for text in [
            "Voir https://exemple.fr/x.",
            "(https://exemple.fr/x)",
            "Voir https://musee.example/klimt et http://a.test",
            "Billets : https://exemple.fr\nSuite : http://www.exemple.fr/a",
            "https://web.archive.org/web/2026/https://exemple.fr/",
            "https://exemple.fr/?u=https://exemple.com",
            "Ajoutez https://… ou https:// devant",
            "HTTP/2, http, https, le protocole http : rien",
            "et/ou, 24/24, km/h, 12/11/2026, Dr./Pr.",
            "wwwouah, www., a.www.b",
            "Écrivez à nous@exemple.fr",
            "« https://exemple.fr/x »",
        ] {
            for network in ["x", "mastodon", "bluesky", "facebook", "telegram"] {
                assert_eq!(found(network, text), [], "{network}: {text}");
            }
        }
    }
}
