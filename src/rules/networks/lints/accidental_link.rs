//! `accidental-link`: a missing blank after a full stop makes a link.

use super::addresses;
use super::tags::is_exact;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::networks::{Entities, Unit};
use crate::rules::said::ENOUGH;
use crate::rules::{Part, Said};
use std::collections::HashSet;
use std::ops::Range;

/// A missing blank after a full stop makes a link.
pub static RULE: Rule = Rule {
    id: "accidental-link",
    group: Group::Networks,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A missing blank after a full stop that the network takes for a link (`over.So`, `M.Dupont`).",
        fr: "Une espace oubliée après un point, que le réseau prend pour un lien (`fini.La`, `M.Dupont`).",
    },
    why: Phrase {
        en: "Readers are sent to a site that is not yours, or to none at all. The network may show its card instead of your image, and X counts 23 for it.",
        fr: "Les lecteurs sont envoyés sur un site qui n’est pas le vôtre, ou nulle part. Le réseau peut montrer sa vignette au lieu de votre image, et X compte 23.",
    },
    remedy: Phrase {
        en: "Put a blank after the full stop.",
        fr: "Mettez une espace après le point.",
    },
    example: on_network!(
        "x",
        r#"[[post]]
id = "vernissage"
date = 2026-11-26
text = "Le vernissage est fini.La suite, c’est jeudi à 18 h."
"#
    ),
};

/// Looks at links without a scheme that the network sees in a text.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    if !is_exact(said.network) {
        return Vec::new();
    }
    let link = said.content.link.map(|link| link.value.as_str());
    let faults = said.parts.iter().flat_map(|part| {
        let faults = faults(&part.out.text, &part.entities, link).into_iter();
        faults.map(move |range| (part, range))
    });
    faults.take(ENOUGH).map(|(part, range)| finding(said, part, &range)).collect()
}

fn finding(said: &Said<'_>, part: &Part<'_>, range: &Range<usize>) -> Finding {
    let written = &part.out.text[range.clone()];
    let name = said.network.name;
    let message = Text::of(|lang| match lang {
        Lang::En => format!("`{written}` becomes a link on {name}"),
        Lang::Fr => format!("`{written}` devient un lien sur {name}"),
    });
    let apart = apart(written);
    let finding = said.finding(RULE.id, said.place(part, range), message);
    let finding = finding.help(Text::of(|lang| match lang {
        Lang::En => format!("put a blank after the full stop: `{apart}`"),
        Lang::Fr => format!("mettez une espace après le point\u{a0}: `{apart}`"),
    }));
    if said.network.unit != Unit::Weighted {
        return finding;
    }
    finding.note(Text::of(|lang| match lang {
        Lang::En => format!("{name} counts 23 for it, as for any link"),
        Lang::Fr => format!("{name} compte 23 pour ce lien, comme pour tout autre"),
    }))
}

/// With a blank where it is missing: after the last full stop.
fn apart(written: &str) -> String {
    written
        .rsplit_once('.')
        .map_or_else(|| written.to_owned(), |(before, after)| format!("{before}. {after}"))
}

/// The links that nobody meant; `link` is where the post sends.
fn faults(text: &str, entities: &Entities, link: Option<&str>) -> Vec<Range<usize>> {
    let mut faults = Vec::new();
    let mut named: Option<HashSet<String>> = None;
    for url in &entities.urls {
        let written = &text[url.range.clone()];
        let Some(domain) = bare_domain(written) else { continue };
        let range = url.range.start..url.range.start + domain.len();
        if !is_prose(text, &range) {
            continue;
        }
        let named = named.get_or_insert_with(|| {
            let all = entities.urls.iter().map(|other| &text[other.range.clone()]);
            all.chain(link).filter(|address| address.contains("://")).flat_map(domains).collect()
        });
        if !named.contains(&domain.to_lowercase()) {
            faults.push(range);
            if faults.len() == ENOUGH {
                break;
            }
        }
    }
    faults
}

/// The domain that an address names, and those that it stands under, in small letters.
fn domains(address: &str) -> Vec<String> {
    /// The most letters of a domain (RFC 1035).
    const LONGEST: usize = 255;
    let host = addresses::host(address).to_lowercase();
    if host.len() > LONGEST {
        return Vec::new();
    }
    let dots = host.match_indices('.').map(|(at, _)| at + 1);
    [0].into_iter().chain(dots).map(|at| host[at..].to_owned()).collect()
}

/// The domain of a link without a scheme, a path or a port; marks that follow it are no part of it.
fn bare_domain(written: &str) -> Option<&str> {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let end = written.find(|c| !plain(c)).unwrap_or(written.len());
    let (domain, tail) = written.split_at(end);
    let domain = domain.trim_end_matches('.');
    let closed = !tail.starts_with(['/', ':', '?', '#', '@', '_', '&', '=']);
    let www = domain.get(..4).is_some_and(|head| head.eq_ignore_ascii_case("www."));
    (closed && !www && domain.contains('.')).then_some(domain)
}

/// Whether the words at `range` are the end of one sentence and the beginning of the next.
pub(super) fn is_prose(text: &str, range: &Range<usize>) -> bool {
    let domain = &text[range.clone()];
    let before = text[..range.start].chars().next_back();
    let after = &text[range.end..];
    let touches = |c: char| matches!(c, '@' | '/' | '_' | '-' | '.' | '#' | '$');
    if before.is_some_and(touches) || after.starts_with(['@', '/', '_', '-']) {
        return false;
    }
    let Some((head, last)) = domain.rsplit_once('.') else { return false };
    let label = head.rsplit('.').next().unwrap_or(head);
    if is_known_name(domain) {
        return false;
    }
    let single = !head.contains('.');
    let common = single && is_common(label);
    match (shape(label), shape(last)) {
        (Shape::Small, Shape::Title) => {
            begins_sentence(last)
                || (common && begins_behind_common(last))
                || (single && is_ca_va(last, after))
        }
        (Shape::Title | Shape::Capitals, Shape::Title) => {
            (is_title_of_person(label) && begins_sentence(last))
                || AFTER_NAMES.contains(&last.to_lowercase().as_str())
                || (common && (begins_sentence(last) || begins_behind_common(last)))
                || (single && is_ca_va(last, after))
        }
        (Shape::Small | Shape::Title, Shape::Small) => {
            common && runs_on(&text[..range.start], label, last, after)
        }
        _ => false,
    }
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// `fini`, `2e`
    Small,
    /// `Dupont`
    Title,
    /// `SNCF`, `M`
    Capitals,
    /// `LeMonde`, `iPhone`
    Mixed,
}

fn shape(word: &str) -> Shape {
    let mut letters = word.chars();
    let first = letters.next().is_some_and(char::is_uppercase);
    let upper = letters.clone().filter(|c| c.is_uppercase()).count();
    let lower = letters.filter(|c| c.is_lowercase()).count();
    match (first, upper, lower) {
        (false, 0, _) => Shape::Small,
        (true, _, 0) => Shape::Capitals,
        (true, 0, _) => Shape::Title,
        _ => Shape::Mixed,
    }
}

/// Words of two letters that begin a French or English sentence and are the end of a domain.
const SENTENCE_WORDS: [&str; 28] = [
    "la", "me", "ma", "sa", "se", "si", "ne", "ni", "de", "et", "il", "as", "au", "en", "do", "so",
    "to", "it", "is", "in", "at", "my", "us", "no", "be", "by", "am", "je",
];

/// Those that may follow a name too: nobody writes the country of a site like that (`Amazon.De`).
const AFTER_NAMES: [&str; 18] = [
    "la", "me", "ma", "sa", "si", "ne", "ni", "et", "il", "je", "do", "so", "my", "now", "how",
    "here", "you", "can",
];

/// Whether a capitalised end of a domain begins a sentence behind a word that ends many:
/// `soir.Info`, `sorti.Net`.
fn begins_behind_common(word: &str) -> bool {
    matches!(word, "Ca" | "Info" | "Net" | "App" | "Asso")
}

/// `Ca va`, without the cedilla that capitals often lose.
fn is_ca_va(last: &str, after: &str) -> bool {
    const GO_ON: [&str; 8] = ["va", "fait", "y", "se", "sera", "marche", "commence", "continue"];
    let next = after.strip_prefix(' ').and_then(|rest| rest.split_whitespace().next());
    last == "Ca" && next.is_some_and(|next| GO_ON.contains(&next))
}

/// Whether a capitalised end of a domain may begin a sentence: `La`, `Dupont`, `Paris`; not `Com`.
fn begins_sentence(word: &str) -> bool {
    const NEVER: [&str; 14] = [
        "com", "org", "net", "edu", "gov", "mil", "int", "biz", "app", "dev", "xyz", "info",
        "asso", "gouv",
    ];
    let small = word.to_lowercase();
    match small.chars().count() {
        0..=2 => SENTENCE_WORDS.contains(&small.as_str()),
        _ => !NEVER.contains(&small.as_str()),
    }
}

/// `M.Dupont`, `Dr.House`, `J.Martin`.
fn is_title_of_person(label: &str) -> bool {
    const TITLES: [&str; 19] = [
        "Mr", "Mrs", "Ms", "Mme", "Mlle", "MM", "Dr", "Drs", "Pr", "Prof", "Me", "Mgr", "St",
        "Ste", "Sr", "Jr", "Cie", "Ph", "Ch",
    ];
    (label.chars().count() == 1 && label.chars().all(char::is_uppercase)) || TITLES.contains(&label)
}

/// Names that people write with capitals and that are sites.
fn is_known_name(domain: &str) -> bool {
    const NAMES: [&str; 11] = [
        "about.me",
        "last.fm",
        "bit.ly",
        "t.me",
        "wa.me",
        "fb.me",
        "m.me",
        "dev.to",
        "notion.so",
        "ello.co",
        "read.cv",
    ];
    let small = domain.to_lowercase();
    NAMES.iter().any(|name| small == *name)
}

/// Words that end many a sentence of a post, and are no names of sites.
const COMMON: &str = "\
    adore ailleurs aime amis amour annonce après arrive aujourd aussi autre avant beau beaucoup \
    belle bien bientôt bonjour bonsoir bravo bye casse chance choix chose coucou cours dehors \
    demain dernier dimanche dispo disponible disponibles dit done déjà encore ensemble ensuite \
    entre est eux exposition fait fin fini finie finies finis fois gratuit gratuite great hello \
    here heure heures hier ici idée jamais janvier jeudi jour journée jours later lundi \
    maintenant mardi matin merci mercredi midi mieux minuit moi moment monde month musée nous \
    nouveau now nuit number ouvert ouverte over parti partie partout passe passé place places \
    plaisir plus possible pour prix programme prêt rendez rien salut samedi semaine soir soirée \
    soon sorti sortie suite super sûr temps thanks there today toi tomorrow tonight toujours \
    tous tout toutes vendredi venez vernissage vie visite vous week welcome";

/// Whether a word ends many a sentence.
pub(super) fn is_common(label: &str) -> bool {
    let small = label.to_lowercase();
    COMMON.split(' ').any(|word| word == small)
}

/// `fini.la suite`: behind a common word one that begins a sentence, and the sentence goes on; not
/// behind a word that announces a site.
fn runs_on(before: &str, label: &str, last: &str, after: &str) -> bool {
    const ENDS: [&str; 8] = ["la", "il", "et", "je", "ca", "so", "my", "moi"];
    const ANNOUNCES: [&str; 20] = [
        "sur",
        "via",
        "chez",
        "site",
        "par",
        "visitez",
        "voir",
        "vers",
        "de",
        "on",
        "at",
        "from",
        "visit",
        "see",
        "le",
        "adresse",
        "avec",
        "with",
        "rejoignez",
        "suivez",
    ];
    /// The most letters that are read of the word before.
    const WORD: usize = 20;
    let previous = before.chars().rev().skip_while(|c| c.is_whitespace()).take(WORD);
    let previous: String = previous.take_while(|c| !c.is_whitespace()).collect();
    let previous: String = previous.chars().rev().flat_map(char::to_lowercase).collect();
    let goes_on = after.strip_prefix(' ').is_some_and(|next| next.starts_with(char::is_lowercase));
    let announced = ANNOUNCES.contains(&previous.as_str()) || previous.ends_with([':', '→', '👉']);
    // A name of a site may begin a text; a word in its middle is one of its words.
    let begins = previous.is_empty() && label.starts_with(char::is_uppercase);
    ENDS.contains(&last) && goes_on && !announced && !begins
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks::{entities, find};

    fn found(network: &str, text: &str) -> Vec<String> {
        let entities = entities(find(network).unwrap(), text);
        let all = faults(text, &entities, Some("https://quefaire.Paris/agenda"));
        all.into_iter().map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn a_sentence_that_begins_without_a_blank_is_no_link() {
        for (text, word) in [
            ("Le vernissage est fini.La suite jeudi.", "fini.La"),
            ("Conférence de M.Dupont à 18 h", "M.Dupont"),
            ("Avec le Dr.House ce soir", "Dr.House"),
            ("Tout est prêt pour ce soir.Paris vous attend", "soir.Paris"),
            ("Nous étions à Paris.La suite demain", "Paris.La"),
            ("It is over.So we left.", "over.So"),
            ("C’est fini.la suite demain", "fini.la"),
            ("We did it.Now rest.", "it.Now"),
            ("Rendez-vous à la SNCF.La gare est ouverte", "SNCF.La"),
            ("Bonjour.Je suis là", "Bonjour.Je"),
            ("C’est fini.Ca va mieux", "fini.Ca"),
            ("Camille.Ca va ?", "Camille.Ca"),
            ("Visite.Be there", "Visite.Be"),
            ("À ce soir.Info ici", "soir.Info"),
            ("Le film est sorti.Net et précis", "sorti.Net"),
            ("fini.la suite demain", "fini.la"),
            ("C’est fini.ca va mieux", "fini.ca"),
            ("Hello.Moi c’est Camille", "Hello.Moi"),
            ("À demain.My friends", "demain.My"),
            ("Demain.My friends", "Demain.My"),
            ("Rendez-vous ce soir.No stress", "soir.No"),
        ] {
            assert_eq!(found("x", text), [word], "{text}");
        }
        assert_eq!(found("bluesky", "C’est fini.la suite demain"), ["fini.la"]);
    }

    #[test]
    fn a_text_full_of_them_has_enough_and_none_where_a_link_names_them() {
        let text = "https://a.fr fini.La ".repeat(1_000);
        assert_eq!(found("x", &text).len(), ENOUGH);
        let text = "https://billets.fini.la/x fini.La ".repeat(1_000);
        assert_eq!(found("x", &text), [""; 0]);
    }

    #[test]
    fn networks_that_see_no_link_have_no_fault() {
        assert_eq!(found("bluesky", "C’est fini.La suite jeudi."), [""; 0]);
        assert_eq!(found("mastodon", "C’est fini.La suite jeudi."), [""; 0]);
    }

    #[test]
    fn real_addresses_and_abbreviations_pass() {
        for text in [
            "Billets sur exemple.fr et booking.com",
            "Booking.com, LeMonde.fr, YouTube.com, Amazon.De",
            "Booking.Com et Crypto.Com",
            "bit.ly/abc et Bit.Ly",
            "https://fini.La et http://fini.la",
            "www.fini.La",
            "fini.La/suite",
            "Écrivez à jean.paris@exemple.fr ou Jean.Me@exemple.fr",
            "p.ex. à 9 p.m., i.e. le soir, e.g. ici, cf. p.12",
            "La S.N.C.F. et les U.S.A. au J.O.",
            "Ouvert de 9.30 à 18.00, 12.50 €, v2.0",
            "photo.jpg, README.md, index.html, archive.zip, main.rs, script.sh",
            "Node.js, ASP.Net, Socket.Io, Open.Ai, Last.fm, About.Me",
            "Suivez youtu.be, spoti.fi, linktr.ee, instagr.am, discord.gg, t.me",
            "EXEMPLE.COM et FINI.LA",
            "C’est fini… La suite. Demain.",
            "Vu sur fini.la hier",
            "Tout sur quefaire.Paris",
            "spiegel.de, repubblica.it, elpais.es, orf.at, dev.to, notion.so, discord.me",
            "l’adresse : soir.la",
            "Le prix: 3.500 euros. Me voici.",
            "St.Gallen, Mr.Bean, J.R.R.Tolkien",
            "abc.Xyz, mon.App",
            "Doctolib.fr est en panne, Allociné.fr aussi",
            "Vue.js, Node.js, U.S., J.-B., exemple.fr",
            "Amazon.Ca livre, Musee.Info ouvre, quefaire.Net et radio.Ca",
            "radio-canada.ca va fermer, vu sur demain.la hier",
            "Rendez-vous sur musee.info demain, rtbf.be ce soir",
        ] {
            for network in ["x", "bluesky", "mastodon"] {
                assert_eq!(found(network, text), [""; 0], "{network}: {text}");
            }
        }
    }
}
