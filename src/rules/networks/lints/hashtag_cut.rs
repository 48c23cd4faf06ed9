//! `hashtag-cut`: a hashtag of which the network takes a part, or nothing.

use super::tags::{self, Taken};
use super::tags_apart;
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::networks::Entities;
use crate::rules::said::ENOUGH;
use crate::rules::{Part, Said};
use std::ops::Range;

/// A hashtag of which the network takes a part, or nothing.
pub static RULE: Rule = Rule {
    id: "hashtag-cut",
    group: Group::Networks,
    level: Level::Warning,
    since: "0.1.0",
    what: Phrase {
        en: "A hashtag that the network cuts short: an apostrophe, a hyphen or a blank ends it, even right behind the `#`.",
        fr: "Un mot-dièse que le réseau coupe\u{a0}: une apostrophe, un trait d’union ou une espace le terminent, même juste après le `#`.",
    },
    why: Phrase {
        en: "The post is found under another word (#l, #mot), and nobody looks there.",
        fr: "La publication est rangée sous un autre mot (#l, #mot), où personne ne la cherche.",
    },
    remedy: Phrase {
        en: "Write it in one word, each part with a capital: `#MotClé` for `#mot-clé`. On X, Mastodon and Bluesky a hashtag needs a letter: digits alone make none.",
        fr: "Écrivez-le en un seul mot, avec une majuscule à chaque partie\u{a0}: `#MotClé` pour `#mot-clé`. Sur X, Mastodon et Bluesky, il lui faut une lettre\u{a0}: des chiffres seuls n’en font pas un.",
    },
    example: on_network!(
        "mastodon",
        r#"[[post]]
id = "ete"
date = 2026-06-21
text = "Dix concerts gratuits dans les jardins du musée pour #l’été."
"#
    ),
};

/// Compares what readers see as hashtags with what the network takes.
pub fn check(said: &Said<'_>) -> Vec<Finding> {
    if !said.network.hashtags_linked {
        return Vec::new();
    }
    let faults = said.parts.iter().flat_map(|part| {
        let faults = of_part(said, part).into_iter();
        faults.map(move |(range, taken)| (part, range, taken))
    });
    faults.take(ENOUGH).map(|(part, range, taken)| finding(said, part, &range, taken)).collect()
}

fn of_part(said: &Said<'_>, part: &Part<'_>) -> Vec<(Range<usize>, Taken)> {
    let values = tags::listed(part, said.content.hashtags);
    let mut faults = faults(&part.out.text, &part.entities, &values);
    if !tags::is_exact(said.network) {
        faults.retain(|(range, taken)| is_cut_everywhere(&part.out.text, range, *taken));
    }
    faults
}

/// The hashtags of which the network takes less than a reader sees, or than the value of
/// `hashtags` says (`values`: where these stand).
fn faults(text: &str, entities: &Entities, values: &[Range<usize>]) -> Vec<(Range<usize>, Taken)> {
    let whole: Vec<&Range<usize>> =
        values.iter().filter(|value| !is_several(&text[(*value).clone()])).collect();
    let is_value = |at: usize| {
        let next = whole.partition_point(|value| value.start <= at);
        let before = next.checked_sub(1).and_then(|index| whole.get(index));
        before.is_some_and(|value| value.contains(&at))
    };
    let mut faults: Vec<(Range<usize>, Taken)> = tags::seen(text, entities)
        .into_iter()
        .filter(|tag| !is_value(tag.range.start))
        .filter(|tag| match tag.taken {
            Taken::Whole => false,
            Taken::Until(_) => true,
            Taken::Nothing => is_free(text, &tag.range) && is_meant(text, &tag.range),
        })
        .map(|tag| (tag.range, tag.taken))
        .collect();
    let apart = tags_apart::all(text).into_iter();
    faults
        .extend(apart.filter(|range| !is_value(range.start)).map(|range| (range, Taken::Nothing)));
    for value in &whole {
        let known = tags::covering(&entities.hashtags, value.start);
        match known.filter(|spot| spot.range.start == value.start).map(|spot| spot.range.end) {
            Some(end) if end >= value.end => {}
            Some(end) => faults.push(((*value).clone(), Taken::Until(end))),
            None if value.len() <= LONG => faults.push(((*value).clone(), Taken::Nothing)),
            None => {}
        }
    }
    faults.sort_by_key(|(range, _)| range.start);
    faults
}

/// Whether the mark that ends a hashtag ends it on every network but Bluesky.
///
/// Whether digits alone make a hashtag is not known of every network.
fn is_cut_everywhere(text: &str, range: &Range<usize>, taken: Taken) -> bool {
    match taken {
        Taken::Until(end) => text[end..].starts_with([
            '\'', '’', '-', '\u{2010}', '\u{2011}', '&', '$', '/', '.', ',', ';', '+', '#', ' ',
            '%',
        ]),
        Taken::Nothing | Taken::Whole => tags::mended(&text[range.clone()]).is_some(),
    }
}

/// Above so many bytes a hashtag may be none because of its length; that is another rule's.
const LONG: usize = 60;

/// Several hashtags in one value go out as such.
fn is_several(value: &str) -> bool {
    let mut words = value.split_whitespace().peekable();
    words.peek().is_some() && words.all(|word| word.starts_with('#')) && value.contains(' ')
}

/// Whether nothing touches its sign, nor another hashtag its end: those are another rule's.
fn is_free(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    before.is_none_or(char::is_whitespace) && !text[range.end..].starts_with('#')
}

/// Whether somebody wanted a hashtag: words, years, days of the year; not the 1 of “the #1”.
fn is_meant(text: &str, range: &Range<usize>) -> bool {
    let tag = &text[range.start + 1..range.end];
    // `#100%Bio`
    if tag.starts_with(char::is_alphabetic) || tag.contains('%') {
        return tag.len() <= LONG;
    }
    let number = |digits: &str| {
        let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| digits.parse::<u16>().ok()).flatten()
    };
    let wanted = match tag.split_once('/') {
        Some((day, month)) => {
            number(day).is_some_and(|day| (1..=31).contains(&day))
                && number(month).is_some_and(|month| (1..=12).contains(&month))
        }
        None => tag.len() == 4 && number(tag).is_some_and(|year| (1900..2100).contains(&year)),
    };
    wanted && !is_numbered(&text[..range.start])
}

/// Whether the word before says that a number follows: `chambre #2014`.
fn is_numbered(before: &str) -> bool {
    const WORDS: [&str; 22] = [
        "room",
        "salle",
        "chambre",
        "commande",
        "order",
        "ticket",
        "billet",
        "lot",
        "ref",
        "réf",
        "issue",
        "bug",
        "pr",
        "id",
        "référence",
        "reference",
        "dossier",
        "case",
        "facture",
        "invoice",
        "série",
        "code",
    ];
    let word = before.split_whitespace().next_back().unwrap_or_default().to_lowercase();
    WORDS.contains(&word.trim_end_matches([':', '.', ',']))
}

fn finding(said: &Said<'_>, part: &Part<'_>, range: &Range<usize>, taken: Taken) -> Finding {
    let seen = &part.out.text[range.clone()];
    let finding = said.finding(RULE.id, said.place(part, range), message(said, part, range, taken));
    let help = match tags::mended(seen) {
        Some(tag) => Text::of(|lang| in_one_word(lang, &tag, seen)),
        None => Text::of(|lang| match lang {
            Lang::En => format!("add a word to it: `#Summer{}`", digits(seen)),
            Lang::Fr => format!("ajoutez-y un mot\u{a0}: `#Été{}`", digits(seen)),
        }),
    };
    finding.help(help)
}

fn message(said: &Said<'_>, part: &Part<'_>, range: &Range<usize>, taken: Taken) -> Text {
    let text = &part.out.text;
    let seen = &text[range.clone()];
    let name = said.network.name;
    Text::of(|lang| match (lang, taken) {
        (Lang::En, Taken::Until(end)) => {
            format!("`{seen}` is cut: only `{}` is a hashtag", &text[range.start..end])
        }
        (Lang::Fr, Taken::Until(end)) => {
            format!("`{seen}` est coupé\u{a0}: seul `{}` est un mot-dièse", &text[range.start..end])
        }
        (Lang::En, _) if tags::mended(seen).is_none() => {
            format!("`{seen}` is no hashtag: digits alone make none")
        }
        (Lang::Fr, _) if tags::mended(seen).is_none() => {
            format!("`{seen}` n’est pas un mot-dièse\u{a0}: des chiffres seuls n’en font pas un")
        }
        (Lang::En, _) if seen.contains(char::is_whitespace) => {
            format!("`{seen}` is no hashtag: it has a blank")
        }
        (Lang::Fr, _) if seen.contains(char::is_whitespace) => {
            format!("`{seen}` n’est pas un mot-dièse\u{a0}: il contient une espace")
        }
        (Lang::En, _) if seen.contains('%') => format!("`{seen}` is cut at its `%`"),
        (Lang::Fr, _) if seen.contains('%') => format!("`{seen}` est coupé à son `%`"),
        (Lang::En, _) => format!("`{seen}` is no hashtag on {name}"),
        (Lang::Fr, _) => format!("`{seen}` n’est pas un mot-dièse sur {name}"),
    })
}

fn in_one_word(lang: Lang, tag: &str, seen: &str) -> String {
    let several = seen.contains([',', ';']);
    match (lang, several) {
        (Lang::En, false) => format!("write it in one word: `{tag}`"),
        (Lang::Fr, false) => format!("écrivez-le en un seul mot\u{a0}: `{tag}`"),
        (Lang::En, true) => {
            format!("write each hashtag in quotes of its own: `hashtags = {}`", each(seen))
        }
        (Lang::Fr, true) => {
            format!(
                "mettez chaque mot-dièse entre ses propres guillemets\u{a0}: `hashtags = {}`",
                each(seen)
            )
        }
    }
}

/// `["un", "deux"]`
fn each(seen: &str) -> String {
    let tags = seen.split([',', ';']).map(|tag| tag.trim().trim_start_matches('#'));
    let tags: Vec<String> =
        tags.filter(|tag| !tag.is_empty()).map(|tag| format!("\"{tag}\"")).collect();
    format!("[{}]", tags.join(", "))
}

fn digits(seen: &str) -> String {
    seen.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks::{entities, find};

    /// What is cut on a network, with what is left of it.
    fn found(network: &str, text: &str) -> Vec<(String, String)> {
        let entities = entities(find(network).unwrap(), text);
        let left = |range: &Range<usize>, taken| match taken {
            Taken::Until(end) => text[range.start..end].to_owned(),
            _ => String::new(),
        };
        let all = faults(text, &entities, &[]);
        all.into_iter()
            .map(|(range, taken)| (text[range.clone()].to_owned(), left(&range, taken)))
            .collect()
    }

    #[test]
    fn marks_inside_cut_a_hashtag() {
        for (seen, left) in [
            ("#l’été", "#l"),
            ("#d'art", "#d"),
            ("#aujourd’hui", "#aujourd"),
            ("#mot-clé", "#mot"),
            ("#Saint-Étienne", "#Saint"),
            ("#COVID-19", "#COVID"),
            ("#rendez-vous", "#rendez"),
            ("#C++", "#C"),
            ("#C#", "#C"),
            ("#Canal+", "#Canal"),
            ("#R&D", "#R"),
            ("#S.N.C.F", "#S"),
            ("#Node.js", "#Node"),
            ("#web2.0", "#web2"),
            ("#24h/24", "#24h"),
            ("#rock’n’roll", "#rock"),
        ] {
            let text = format!("Bientôt {seen} et la suite");
            let expected = vec![(seen.to_owned(), left.to_owned())];
            assert_eq!(found("mastodon", &text), expected, "{text}");
            if seen != "#C#" {
                assert_eq!(found("x", &text), expected, "{text}");
            }
        }
        // X takes nothing of a hashtag with another sign at its end.
        assert_eq!(found("x", "Du #C# ici"), [("#C#".to_owned(), String::new())]);
    }

    #[test]
    fn bluesky_takes_what_stands_up_to_the_blank() {
        assert_eq!(found("bluesky", "#l’été #mot-clé #C++ #R&D #24h/24"), []);
    }

    #[test]
    fn years_and_days_alone_are_no_hashtags() {
        for tag in ["#2026", "#24/11"] {
            for network in ["x", "mastodon", "bluesky"] {
                let text = format!("Rendez-vous {tag} !");
                assert_eq!(found(network, &text), [(tag.to_owned(), String::new())], "{network}");
            }
        }
    }

    #[test]
    fn digits_alone_are_told_only_where_the_network_says_so() {
        let text = "Meilleurs vœux #2026 et #100%Bio";
        assert!(!is_cut_everywhere(text, &(16..21), Taken::Nothing));
        for network in ["x", "mastodon", "instagram"] {
            let tags: Vec<String> = found(network, text).into_iter().map(|(tag, _)| tag).collect();
            assert_eq!(tags, ["#2026", "#100%Bio"], "{network}");
        }
        assert_eq!(tags::mended("#100%Bio").as_deref(), Some("#100Bio"));
        assert_eq!(found("bluesky", "#100%Bio"), []);
    }

    #[test]
    fn the_same_hashtag_in_one_word() {
        for (seen, mended) in [
            ("#l’été", "#LÉté"),
            ("#mot-clé", "#MotClé"),
            ("#Saint-Étienne", "#SaintÉtienne"),
            ("#C++", "#CPlusPlus"),
            ("#C#", "#CSharp"),
            ("#Disney+", "#DisneyPlus"),
            ("#R&D", "#RD"),
            ("#S.N.C.F", "#SNCF"),
            ("#Le Baiser", "#LeBaiser"),
            ("#étudiant·es", "#Étudiantes"),
            ("#web2.0", "#Web20"),
        ] {
            assert_eq!(tags::mended(seen).as_deref(), Some(mended), "{seen}");
        }
        assert_eq!(tags::mended("#2026"), None);
    }

    #[test]
    fn hashtags_that_the_network_takes_whole_pass() {
        for text in [
            "#Klimt, #Schiele. #Kokoschka! #Wien?",
            "« #Klimt » et (#Schiele) et “#Wien”",
            "#20ans #3D #1erMai #Top10 #année2026",
            "#été #Noël #œuvre #façade #Übung #señal #žlutý",
            "#deux_mots #_souligné #fin_",
            "#Klimt’s dresses and #Paris's parks",
            "#İstanbul'da ve #Türkiye'nin",
            "le #1 des musées, #12, n° #7, le #1er",
            "commande #2045, chambre #1984, Ticket #2024",
            "#LGBTQIA+ et #LGBT+",
            "#Brexit-related, #vegan-friendly, #Klimt-là",
            "#Klimt/#Schiele, #Klimt+#Schiele, #Klimt-#Schiele",
            "#Klimt🎨 #🎨Klimt 1️⃣ #️⃣ *️⃣",
            "#東京タワー #서울 #日本語、次",
            "#القاهرة #תל_אביב #Москва #Αθήνα",
            "https://exemple.fr/#contact-us https://exemple.fr/page#l’été",
            "exemple.fr/page#mot-clé",
            "C# et F# en Do#m, la gamme de C#-mineur",
            "&#39;entité et \\#échappé",
            "#Klimt… #Schiele: #Wien; #Klimt’",
            "# Klimt, #, ##, #-a, #'a",
            "#Klimt–Schiele, #art—et plus",
            "#FFFFFF #c0ffee",
            "100 #%, #100%",
            "#Klimt\n#Schiele\t#Wien\u{a0}!",
            "#a.b suite, #Fin.Suite, #Fin.La suite",
        ] {
            for network in ["x", "mastodon", "bluesky", "instagram", "linkedin"] {
                assert_eq!(found(network, text), [], "{network}: {text}");
            }
        }
    }
}
