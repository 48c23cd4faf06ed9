//! The tables of results in words: figures, and each group against the usual.

use super::Told;
use super::names::{self, whole};
use super::view::{Part, RowView, Section, TableView};
use crate::lang::{Lang, Phrase, figure};
use crate::render::gain::gain;
use crate::report::{Against, Group, Key, LEAST, Table};

/// One section a table.
pub(super) fn sections(told: &Told<'_>) -> Vec<Section> {
    let tables = &told.report.results.tables;
    let mut sections: Vec<Section> = tables.iter().map(|table| section(told, table)).collect();
    let is_whole = |section: &&mut Section| matches!(section.parts[..], [Part::Table(_)]);
    if let Some(last) = sections.iter_mut().rev().find(is_whole) {
        last.parts.push(Part::Aside(legend(told)));
    }
    sections
}

fn section(told: &Told<'_>, table: &Table) -> Section {
    let lang = told.lang;
    if is_too_few(table) {
        return Section {
            heading: names::by(table.by).get(lang).to_owned(),
            parts: vec![Part::Text(in_short(told, table))],
        };
    }
    let mut heads = match lang {
        Lang::En => vec!["", "posts", "interactions", "typical"],
        Lang::Fr => vec!["", "publications", "interactions", "typique"],
    };
    let reached = table.groups.iter().any(|group| group.sums.reach_known > 0);
    if reached {
        heads.push(Phrase { en: "reach", fr: "portée" }.get(lang));
    }
    heads.push(match table.groups.iter().any(|group| group.against != Against::Nothing) {
        true => Phrase { en: "against the usual", fr: "face à l’habitude" }.get(lang),
        false => "",
    });
    let row = |group: &Group| {
        let mut figures = figures(lang, group);
        figures.truncate(heads.len() - 2);
        RowView {
            name: names::group(told, table.by, &group.key),
            figures,
            verdict: verdict(lang, group),
        }
    };
    let rows = table.groups.iter().map(row).collect();
    let heads = heads.iter().map(|head| (*head).to_owned()).collect();
    Section {
        heading: names::by(table.by).get(lang).to_owned(),
        parts: vec![Part::Table(TableView { heads, rows })],
    }
}

/// Whether nothing is said of any group: too few posts each.
fn is_too_few(table: &Table) -> bool {
    let said = |group: &Group| matches!(group.against, Against::Usual(_));
    let few = |group: &Group| group.against == Against::TooFew;
    table.groups.iter().any(few) && !table.groups.iter().any(said)
}

/// The groups and how many posts each has: `Too few posts to compare: image (8) · reel (5)`.
fn in_short(told: &Told<'_>, table: &Table) -> String {
    let lang = told.lang;
    let one = |group: &Group| {
        let name = match (&group.key, lang) {
            (Key::Without, Lang::En) => "none, or not known".to_owned(),
            (Key::Without, Lang::Fr) => "aucun, ou inconnu".to_owned(),
            (key, _) => names::group(told, table.by, key),
        };
        format!("{name}\u{a0}({})", figure(lang, group.sums.posts))
    };
    let names = table.groups.iter().map(one).collect::<Vec<_>>().join(" · ");
    match lang {
        Lang::En => format!("Too few posts to compare: {names}"),
        Lang::Fr => format!("Trop peu de publications pour comparer\u{a0}: {names}"),
    }
}

/// Posts, interactions, the typical post, the reach; a star where the reach is not known of all.
fn figures(lang: Lang, group: &Group) -> Vec<String> {
    let sums = &group.sums;
    let reach = match sums.reach_known {
        0 => "?".to_owned(),
        n if n < sums.posts => format!("{}*", whole(lang, sums.reach)),
        _ => whole(lang, sums.reach),
    };
    vec![figure(lang, sums.posts), whole(lang, sums.engagement), whole(lang, sums.median), reach]
}

/// A gain with its interval and grade, or why there is none.
fn verdict(lang: Lang, group: &Group) -> String {
    match &group.against {
        Against::Nothing => String::new(),
        Against::TooFew => Phrase { en: "too few to say", fr: "trop peu" }.get(lang).to_owned(),
        Against::Usual(value) => gain(lang, value),
    }
}

/// What the columns mean.
fn legend(told: &Told<'_>) -> String {
    let lang = told.lang;
    let whole = || told.report.results.tables.iter().filter(|table| !is_too_few(table));
    let groups = || whole().flat_map(|table| &table.groups);
    let mut said = vec![match lang {
        Lang::En => "Typical: half of the posts got more, half less.",
        Lang::Fr => "Typique\u{a0}: la moitié des publications a obtenu plus, l’autre moins.",
    }];
    if groups().any(|group| group.sums.reach_known > 0 && group.sums.reach_known < group.sums.posts)
    {
        said.push(match lang {
            Lang::En => "*: the reach is not known of every post.",
            Lang::Fr => "*\u{a0}: la portée n’est pas connue pour toutes les publications.",
        });
    }
    let of_usual = match lang {
        Lang::En => format!(
            "The usual of a post is what the 31 posts around it on its channel got; except by format, what its type does is taken out. Nothing is said of groups of fewer than {LEAST} posts, and the more groups a table has, the more it takes to call one different."
        ),
        Lang::Fr => format!(
            "L’habitude, pour une publication, est ce qu’ont obtenu les 31 qui l’entourent sur son canal\u{202f}; sauf par format, l’effet du type est retiré. Rien n’est dit des groupes de moins de {LEAST} publications, et plus un tableau a de groupes, plus il faut d’indices pour en distinguer un."
        ),
    };
    if groups().any(|group| group.against != Against::Nothing) {
        said.push(&of_usual);
    }
    said.join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::trial::Trial;
    use super::*;
    use crate::report::trial::busy;

    #[test]
    fn a_table_of_which_nothing_can_be_said_is_one_line() {
        let parts = |since: &str, lang: Lang| -> Vec<(String, Vec<Part>)> {
            let trial = Trial::of(busy(2.0), since);
            let all = sections(&trial.told(lang)).into_iter();
            all.map(|section| (section.heading, section.parts)).collect()
        };
        let few = parts("2026-11-14", Lang::En);
        let format = few.iter().find(|(heading, _)| heading == "By format").unwrap();
        let [Part::Text(text)] = format.1.as_slice() else { panic!("{format:?}") };
        assert!(text.starts_with("Too few posts to compare: image\u{a0}("), "{text}");
        assert!(text.contains(" · reel\u{a0}(1)"), "{text}");
        let many = parts("2026-09-01", Lang::Fr);
        let format = many.iter().find(|(heading, _)| heading == "Par format").unwrap();
        assert!(matches!(format.1[0], Part::Table(_)), "{format:?}");
    }
}
