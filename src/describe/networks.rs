//! The page of every network: figures, certainty, what others say, sources; in either language.

use crate::lang::{Lang, date_with_year};
use crate::networks::{Grade, Network, all};
use crate::render::network::{ADVICE, ADVICE_MEANING, Row, counting, grade, meaning, notes, rows};

/// What is known of every network, in Markdown.
#[must_use]
pub fn networks(lang: Lang) -> String {
    let mut out = intro(lang);
    // `custom` is any other place: there is nothing to tell.
    let known: Vec<&Network> = all().iter().filter(|network| network.as_of.is_some()).collect();
    let links: Vec<_> =
        known.iter().map(|network| format!("[{}](#{})", network.name, network.key)).collect();
    out.push_str(&format!("\n{}\n", links.join(" · ")));
    known.iter().for_each(|network| out.push_str(&section(network, lang)));
    out
}

fn intro(lang: Lang) -> String {
    let mut out = match lang {
        Lang::En => {
            "# Networks

Generated from the data of the program (`data/networks.toml`): what stands here is what `edito check` and `edito count`
go by. The same at the terminal: `edito explain network NAME`. [En français](networks.fr.md).

**Figures change.** Networks alter them without a word, bring changes in account by account, and contradict themselves. Each
figure says how certain it is, and each network when it was last read. Something is wrong or old? Tell us, with a link to
where the network says so. Until then **your own `limits` win**:

```toml
[channels.x]
limits = { text = 1000, hashtags = 3 }   # also title, mentions, links, media, alt_text; 0 means none
```

What is absent is not known, and no rule follows from it.

| certainty | what it means |
| --- | --- |
"
        }
        Lang::Fr => {
            "# Réseaux

Page générée à partir des données du programme (`data/networks.toml`)\u{a0}: ce qui est écrit ici est ce sur quoi
s’appuient `edito check` et `edito count`. La même chose au terminal\u{a0}: `edito explain network NOM`.
[In English](networks.md).

**Les chiffres changent.** Les réseaux les modifient sans le dire, compte après compte, et se contredisent. Chaque chiffre
dit à quel point il est sûr, et chaque réseau, quand il a été lu pour la dernière fois. Quelque chose est faux ou
périmé\u{202f}? Dites-le-nous, avec un lien vers la page où le réseau le dit. En attendant, **vos propres `limits`
l’emportent**\u{a0}:

```toml
[channels.x]
limits = { text = 1000, hashtags = 3 }   # et title, mentions, links, media, alt_text ; 0 veut dire aucun
```

Ce qui est absent n’est pas connu, et aucune règle n’en découle.

| certitude | ce que cela veut dire |
| --- | --- |
"
        }
    }
    .to_owned();
    for known in [Grade::Official, Grade::Source, Grade::Peers, Grade::Unverified] {
        out.push_str(&format!("| {} | {} |\n", grade(known).get(lang), meaning(known).get(lang)));
    }
    out.push_str(&format!("| {} | {} |\n", ADVICE.get(lang), ADVICE_MEANING.get(lang)));
    out
}

fn section(network: &Network, lang: Lang) -> String {
    let mut out = format!("\n## <a id=\"{}\"></a>{}\n\n", network.key, network.name);
    let day = network.as_of.map(|day| date_with_year(lang, day)).unwrap_or_default();
    out.push_str(&match lang {
        Lang::En => format!("`{}` in the calendar; sources up to {day}.\n", network.key),
        Lang::Fr => {
            format!("`{}` dans le calendrier\u{202f}; sources jusqu’au {day}.\n", network.key)
        }
    });
    let (counted, besides, sources, header) = match lang {
        Lang::En => (
            "**What is counted.** ",
            "**Besides**",
            "**Sources**",
            "| | figure | certainty | elsewhere |",
        ),
        Lang::Fr => (
            "**Ce qui est compté.** ",
            "**À savoir**",
            "**Sources**",
            "| | chiffre | certitude | ailleurs |",
        ),
    };
    out.push_str(&format!("\n{counted}{}\n", counting(network, lang).join(" ")));
    out.push_str(&format!("\n{header}\n| --- | ---: | --- | --- |\n"));
    rows(network, lang).iter().for_each(|row| out.push_str(&line(row, lang)));
    let notes = notes(network, lang);
    if !notes.is_empty() {
        out.push_str(&format!("\n{besides}\n\n"));
        notes.iter().for_each(|note| out.push_str(&format!("- {note}\n")));
    }
    out.push_str(&format!("\n{sources}\n\n"));
    network.sources.iter().for_each(|source| out.push_str(&format!("- {}\n", cited(source))));
    out
}

fn line(row: &Row, lang: Lang) -> String {
    let certain = row.grade.map_or(ADVICE, grade).get(lang);
    format!("| {} | {} | {certain} | {} |\n", row.what, row.most, row.others)
}

/// A source; what Markdown would take for emphasis is kept as it is.
fn cited(source: &str) -> String {
    source.replace('*', "\\*")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_network_has_its_section_with_every_figure() {
        for lang in Lang::ALL {
            let text = networks(lang);
            for network in all().iter().filter(|network| network.key != "custom") {
                let anchor = format!("<a id=\"{}\"></a>", network.key);
                assert_eq!(text.matches(&anchor).count(), 1, "{}", network.key);
                assert!(text.contains(&format!("](#{})", network.key)));
                assert!(text.contains(&section(network, lang)));
                for row in rows(network, lang) {
                    assert!(!row.what.contains('|') && !row.others.contains('|'), "{row:?}");
                }
            }
        }
    }
}
