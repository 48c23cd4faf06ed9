//! The rules of a network at the terminal, with their certainty and their sources.

mod notes;
mod sheet;
mod words;

pub use notes::{counting, notes};
pub use sheet::{Row, rows};
pub use words::{ADVICE, ADVICE_MEANING, grade, meaning, unit};

use super::lines::{pad, width as columns};
use super::wrap::wrap;
use crate::lang::{Lang, Phrase, date_with_year, number};
use crate::networks::{Grade, Network};
use anstyle::Style;

/// All that is known of a network. Has ANSI styles.
#[must_use]
pub fn page(network: &Network, lang: Lang, width: usize) -> String {
    let bold = Style::new().bold();
    let mut out = format!("{bold}{}{bold:#}\n", network.name);
    out.push_str(&dated(network, lang));
    let rows = rows(network, lang);
    if rows.is_empty() {
        out.push('\n');
        out.push_str(&block(NOTHING.get(lang), "  ", width));
        out.push_str(&own_limits(network, lang, width));
        return out;
    }
    heading(&mut out, COUNTED.get(lang));
    for sentence in counting(network, lang) {
        out.push_str(&block(&sentence, "  ", width));
    }
    out.push('\n');
    out.push_str(&table(&rows, lang, width));
    let notes = notes(network, lang);
    if !notes.is_empty() {
        heading(&mut out, BESIDES.get(lang));
        notes.iter().for_each(|note| out.push_str(&item(note, width)));
    }
    heading(&mut out, CERTAINTY.get(lang));
    out.push_str(&legend(&rows, lang, width));
    heading(&mut out, SOURCES.get(lang));
    network.sources.iter().for_each(|source| out.push_str(&cited(source, width)));
    out.push_str(&own_limits(network, lang, width));
    out
}

/// Every network in one table. Has ANSI styles.
#[must_use]
pub fn list(networks: &[Network], lang: Lang, width: usize) -> String {
    let bold = Style::new().bold();
    let head = match lang {
        Lang::En => ["key", "name", "text", "certainty", "read up to"],
        Lang::Fr => ["clé", "nom", "texte", "certitude", "lu jusqu’au"],
    };
    let mut lines = vec![head.map(str::to_owned)];
    lines.extend(networks.iter().map(|network| line(network, lang)));
    let widest = |nth: usize| lines.iter().map(|cells| columns(&cells[nth])).max().unwrap_or(0);
    let widths: Vec<usize> = (0..head.len()).map(widest).collect();
    let mut out = String::new();
    for (nth, cells) in lines.iter().enumerate() {
        let mut text = String::from(" ");
        for (column, (cell, least)) in cells.iter().zip(&widths).enumerate() {
            text.push_str(&match column {
                2 => format!(" {}{cell} ", " ".repeat(least.saturating_sub(columns(cell)))),
                _ => format!(" {} ", pad(cell, *least)),
            });
        }
        let text = text.trim_end();
        out.push_str(&match nth {
            0 => format!("{bold}{text}{bold:#}\n"),
            _ => format!("{text}\n"),
        });
    }
    out.push('\n');
    out.push_str(&block(MORE.get(lang), "", width));
    out
}

const COUNTED: Phrase = Phrase { en: "What is counted", fr: "Ce qui est compté" };

const BESIDES: Phrase = Phrase { en: "Besides", fr: "À savoir" };

const CERTAINTY: Phrase = Phrase { en: "How certain this is", fr: "À quel point c’est sûr" };

const SOURCES: Phrase = Phrase { en: "Sources", fr: "Sources" };

const OWN: Phrase = Phrase { en: "Your own limits", fr: "Vos propres limites" };

const NOTHING: Phrase = Phrase {
    en: "Any place that edito does not know. Nothing is known of it, so nothing is counted.",
    fr: "Tout lieu qu’edito ne connaît pas. Rien n’en est connu, donc rien n’y est compté.",
};

const MORE: Phrase = Phrase {
    en: "`edito explain network NAME` tells all of one of them, with its sources.",
    fr: "`edito explain network NOM` dit tout de l’un d’eux, avec ses sources.",
};

const LIMITS: Phrase = Phrase {
    en: "Networks change, and some accounts may do more. What you write in the calendar wins:",
    fr: "Les réseaux changent, et certains comptes ont droit à plus. Ce que vous écrivez dans le calendrier l’emporte\u{a0}:",
};

const KEYS: Phrase = Phrase {
    en: "There are also `title`, `mentions`, `links`, `media` and `alt_text`; 0 means none.",
    fr: "Il y a aussi `title`, `mentions`, `links`, `media` et `alt_text`\u{202f}; 0 veut dire aucun.",
};

fn heading(out: &mut String, title: &str) {
    let bold = Style::new().bold();
    out.push_str(&format!("\n{bold}{title}{bold:#}\n"));
}

fn dated(network: &Network, lang: Lang) -> String {
    let dim = Style::new().dimmed();
    let key = network.key;
    let said = match (network.as_of.map(|day| date_with_year(lang, day)), lang) {
        (Some(day), Lang::En) => format!("`{key}` in the calendar; sources up to {day}"),
        (Some(day), Lang::Fr) => {
            format!("`{key}` dans le calendrier\u{202f}; sources jusqu’au {day}")
        }
        (None, Lang::En) => format!("`{key}` in the calendar"),
        (None, Lang::Fr) => format!("`{key}` dans le calendrier"),
    };
    format!("{dim}{said}{dim:#}\n")
}

/// What is limited, the most, how certain; below, what others say.
fn table(rows: &[Row], lang: Lang, width: usize) -> String {
    let (bold, dim) = (Style::new().bold(), Style::new().dimmed());
    let (what, most, certain) = match lang {
        Lang::En => ("Limits", "figure", "certainty"),
        Lang::Fr => ("Limites", "chiffre", "certitude"),
    };
    let widest = |cell: fn(&Row) -> &String| rows.iter().map(|row| columns(cell(row))).max();
    let first = widest(|row| &row.what).unwrap_or(0).max(columns(what));
    let second = widest(|row| &row.most).unwrap_or(0).max(columns(most));
    let right = |cell: &str| format!("{}{cell}", " ".repeat(second.saturating_sub(columns(cell))));
    let mut out = format!("{bold}{}{bold:#}", pad(what, first + 2));
    out.push_str(&format!("  {dim}{}  {certain}{dim:#}\n", right(most)));
    for row in rows {
        let certain = row.grade.map_or(ADVICE, grade).get(lang);
        let shade = shade(row.grade);
        out.push_str(&format!(
            "  {}  {bold}{}{bold:#}  {shade}{certain}{shade:#}\n",
            pad(&row.what, first),
            right(&row.most)
        ));
        if !row.others.is_empty() {
            for line in block(&others(row, lang), "      ", width).lines() {
                out.push_str(&format!("{dim}{line}{dim:#}\n"));
            }
        }
    }
    out
}

fn others(row: &Row, lang: Lang) -> String {
    match lang {
        Lang::En => format!("elsewhere: {}", row.others),
        Lang::Fr => format!("ailleurs\u{a0}: {}", row.others),
    }
}

fn shade(grade: Option<Grade>) -> Style {
    match grade {
        Some(grade) if grade.is_sure() => Style::new(),
        _ => Style::new().dimmed(),
    }
}

/// The degrees of certainty that occur, and what each means.
fn legend(rows: &[Row], lang: Lang, width: usize) -> String {
    let grades = [Grade::Official, Grade::Source, Grade::Peers, Grade::Unverified];
    let found = grades.into_iter().filter(|g| rows.iter().any(|row| row.grade == Some(*g)));
    let mut said: Vec<(Phrase, Phrase)> = found.map(|g| (grade(g), meaning(g))).collect();
    if rows.iter().any(|row| row.grade.is_none()) {
        said.push((ADVICE, ADVICE_MEANING));
    }
    let colon = match lang {
        Lang::En => ":",
        Lang::Fr => "\u{a0}:",
    };
    let line = |(word, meaning): &(Phrase, Phrase)| {
        item(&format!("{}{colon} {}", word.get(lang), meaning.get(lang)), width)
    };
    said.iter().map(line).collect()
}

fn own_limits(network: &Network, lang: Lang, width: usize) -> String {
    let dim = Style::new().dimmed();
    let mut out = String::new();
    heading(&mut out, OWN.get(lang));
    out.push_str(&block(LIMITS.get(lang), "  ", width));
    out.push_str(&format!("    {dim}[channels.{}]{dim:#}\n", network.key));
    out.push_str(&format!("    {dim}limits = {{ text = 1000, hashtags = 3 }}{dim:#}\n"));
    out.push_str(&block(KEYS.get(lang), "  ", width));
    out
}

/// A network in the list: key, name, text, certainty, date.
fn line(network: &Network, lang: Lang) -> [String; 5] {
    let most = network.text.as_ref().map(|text| number(lang, text.most.into()));
    let certain = network.text.as_ref().map(|text| grade(text.grade).get(lang));
    [
        network.key.to_owned(),
        network.name.to_owned(),
        most.unwrap_or_else(|| "-".to_owned()),
        certain.unwrap_or("-").to_owned(),
        network.as_of.map_or_else(|| "-".to_owned(), |day| day.to_string()),
    ]
}

fn item(text: &str, width: usize) -> String {
    let lines = wrap(text, width.saturating_sub(4));
    let first = |nth: usize| if nth == 0 { "  - " } else { "    " };
    lines.iter().enumerate().map(|(nth, line)| format!("{}{line}\n", first(nth))).collect()
}

/// A source: an address in it stays whole, so that it can be clicked, even where it leaves the width.
fn cited(source: &str, width: usize) -> String {
    let mut lines = vec![String::from("  -")];
    for word in source.split(' ') {
        let line = lines.last().map_or(0, |line| columns(line));
        match lines.last_mut().filter(|_| line < 4 || line + 1 + columns(word) <= width) {
            Some(line) => line.push_str(&format!(" {word}")),
            None => lines.push(format!("    {word}")),
        }
    }
    lines.iter().map(|line| format!("{line}\n")).collect()
}

/// A text in lines, each with the same beginning.
fn block(text: &str, indent: &str, width: usize) -> String {
    wrap(text, width.saturating_sub(columns(indent)))
        .into_iter()
        .map(|line| format!("{indent}{line}\n"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks::{all, find};

    fn plain(text: &str) -> String {
        anstream::adapter::strip_str(text).to_string()
    }

    #[test]
    fn every_page_fits_eighty_columns_and_says_all_it_knows() {
        for lang in Lang::ALL {
            for network in all() {
                let text = plain(&page(network, lang, 80));
                for line in text.lines() {
                    let address = line.contains("://");
                    assert!(columns(line) <= 80 || address, "{}: {line}", network.key);
                }
                let rows = rows(network, lang);
                let told = rows.iter().filter(|row| row.grade.is_some()).count();
                assert!(told >= network.figures().count(), "{}", network.key);
                assert!(rows.iter().all(|row| text.contains(&row.what)), "{}", network.key);
                let disputed = network.figures().flat_map(|figure| &figure.disputed);
                for claim in disputed {
                    assert!(rows.iter().any(|row| row.others.contains(&claim.by)), "{claim:?}");
                }
            }
        }
    }

    #[test]
    fn no_two_lines_of_a_table_are_named_alike() {
        for lang in Lang::ALL {
            for network in all() {
                let mut names: Vec<_> = rows(network, lang).into_iter().map(|r| r.what).collect();
                names.sort();
                let many = names.len();
                names.dedup();
                assert_eq!(names.len(), many, "{}", network.key);
            }
        }
    }

    #[test]
    fn the_list_has_every_network_and_fits() {
        for lang in Lang::ALL {
            let text = plain(&list(all(), lang, 80));
            for network in all() {
                assert!(text.lines().any(|line| line.trim_start().starts_with(network.key)));
            }
            assert!(text.lines().all(|line| columns(line) <= 80), "{text}");
        }
    }

    #[test]
    fn a_place_nobody_knows_has_no_table() {
        let text = plain(&page(find("custom").unwrap(), Lang::Fr, 80));
        assert!(text.contains("[channels.custom]") && !text.contains("Sources"), "{text}");
    }
}
