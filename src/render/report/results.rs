//! Results in words: how many posts, what stands out, what is not known.

use super::Told;
use super::names::{self, whole};
use crate::lang::{Lang, count, date_with_year, figure, list, quote};
use crate::render::gain::gain;
use crate::render::lines::one_line;
use crate::render::slots::intake::left_out_row;
use crate::render::words;
use crate::report::{Against, LEAST, Missing, Sums};

/// The sentences on top: how many posts, what stands out, what is not known.
pub(super) fn summary(told: &Told<'_>) -> Vec<String> {
    let results = &told.report.results;
    let mut said = match results.all.posts {
        0 => vec![nothing(told)],
        _ => vec![totals(told), outstanding(told)],
    };
    if results.all.posts > 0 {
        said.extend(unlisted(told));
    }
    if results.newest.is_some() {
        said.extend(missing(told.lang, &results.missing, told));
    }
    said.extend(left_out(told));
    said.extend(unused(told));
    said
}

fn nothing(told: &Told<'_>) -> String {
    let (lang, since) = (told.lang, date_with_year(told.lang, told.report.since));
    let newest = told
        .report
        .results
        .newest
        .map(|at| date_with_year(lang, told.ws.calendar.zone.local(at).date()));
    match (newest, told.ws.history.is_empty(), lang) {
        (_, true, Lang::En) => "No results yet: this report reads the files of results that networks let you download. Name them in the calendar, such as `history = [\"instagram.csv\"]`, and it says what your posts got and what works (see docs/history.md).".to_owned(),
        (_, true, Lang::Fr) => "Pas encore de résultats\u{a0}: ce bilan lit les fichiers de statistiques que les réseaux laissent télécharger. Nommez-les dans le calendrier, par exemple `history = [\"instagram.csv\"]`, et il dira ce que vos publications ont obtenu et ce qui marche (voir docs/history.md).".to_owned(),
        (Some(newest), _, Lang::En) => format!("The files of results hold no post since {since}: the newest is of {newest}. Download them again to see what the last weeks brought."),
        (Some(newest), _, Lang::Fr) => format!("Les fichiers de statistiques n’ont aucune publication depuis le {since}\u{a0}: la plus récente est du {newest}. Téléchargez-les à nouveau pour voir ce qu’ont donné les dernières semaines."),
        (None, _, Lang::En) => "The files of results hold no post to count here.".to_owned(),
        (None, _, Lang::Fr) => "Les fichiers de statistiques n’ont ici aucune publication à compter.".to_owned(),
    }
}

/// `33 posts since 25 October 2026: 4,210 interactions (reactions, comments, shares), reach 61,000.`
fn totals(told: &Told<'_>) -> String {
    let (lang, sums) = (told.lang, told.report.results.all);
    let since = date_with_year(lang, told.report.since);
    let got = got(lang, &sums);
    match lang {
        Lang::En => {
            format!(
                "{} with results since {since}: {got}.",
                count(lang, sums.posts, "post", "posts")
            )
        }
        Lang::Fr => format!(
            "{} avec des résultats depuis le {since}\u{a0}: {got}.",
            count(lang, sums.posts, "publication", "publications")
        ),
    }
}

/// `4,210 interactions (reactions, comments and shares), reach 61,000`.
pub(super) fn got(lang: Lang, sums: &Sums) -> String {
    let n = whole(lang, sums.engagement);
    let one = n == "1" || (lang == Lang::Fr && n == "0");
    let interactions = match (lang, one) {
        (_, true) => "interaction",
        (_, false) => "interactions",
    };
    let all = match lang {
        Lang::En => format!("{n} {interactions} (reactions, comments and shares)"),
        Lang::Fr => format!("{n} {interactions} (réactions, commentaires et partages)"),
    };
    let partly = sums.reach_known < sums.posts;
    let reach = whole(lang, sums.reach);
    match (sums.reach_known, partly, lang) {
        (0, ..) => all,
        (_, false, Lang::En) => format!("{all}, reach {reach}"),
        (_, false, Lang::Fr) => format!("{all}, portée {reach}"),
        (n, true, Lang::En) => {
            format!("{all}, reach {reach} (known of {})", count(lang, n, "post", "posts"))
        }
        (n, true, Lang::Fr) => format!(
            "{all}, portée {reach} (connue pour {})",
            count(lang, n, "publication", "publications")
        ),
    }
}

/// What stands out among all that was compared; or that nothing does.
fn outstanding(told: &Told<'_>) -> String {
    let (lang, results) = (told.lang, &told.report.results);
    let phrases: Vec<String> = results
        .stands_out
        .iter()
        .filter_map(|(t, g)| {
            let table = results.tables.get(*t)?;
            let group = table.groups.get(*g)?;
            let Against::Usual(value) = &group.against else {
                return None;
            };
            let name = quote(lang, &names::group(told, table.by, &group.key));
            Some(format!("{name} {}", gain(lang, value)))
        })
        .collect();
    let compared = figure(lang, results.compared);
    match (phrases.is_empty(), results.compared, lang) {
        (true, 0, Lang::En) => format!(
            "Too few posts to compare groups with each other: it takes {LEAST} posts in a group."
        ),
        (true, 0, Lang::Fr) => format!(
            "Trop peu de publications pour comparer des groupes entre eux\u{a0}: il en faut {LEAST} par groupe."
        ),
        (true, 1, Lang::En) => {
            "Nothing stands out: the one group that can be compared differs by no more than chance."
                .to_owned()
        }
        (true, 1, Lang::Fr) => {
            "Rien ne ressort\u{a0}: l’écart du seul groupe comparable peut être l’effet du hasard."
                .to_owned()
        }
        (true, _, Lang::En) => format!(
            "Nothing stands out: among the {compared} groups compared, such differences can come by chance."
        ),
        (true, _, Lang::Fr) => format!(
            "Rien ne ressort\u{a0}: entre les {compared} groupes comparés, de tels écarts peuvent être l’effet du hasard."
        ),
        (false, _, Lang::En) => format!(
            "Against your usual, this stands out: {}. That is no proof of a cause.",
            phrases.join(", ")
        ),
        (false, _, Lang::Fr) => format!(
            "Face à votre habitude, voici ce qui ressort\u{a0}: {}. Ce n’est pas la preuve d’une cause.",
            phrases.join(", ")
        ),
    }
}

fn unlisted(told: &Told<'_>) -> Option<String> {
    let (lang, results) = (told.lang, &told.report.results);
    let (n, of) = (results.all.posts - results.in_calendar, results.all.posts);
    if n == 0 {
        return None;
    }
    Some(match (n == of, lang) {
        (true, Lang::En) => "None of these posts is in the calendar: pillars and campaigns can’t be told.".to_owned(),
        (true, Lang::Fr) => "Aucune de ces publications n’est dans le calendrier\u{a0}: piliers et campagnes restent inconnus.".to_owned(),
        (false, Lang::En) => format!("{} of them {} not in the calendar.", figure(lang, n), if n == 1 { "is" } else { "are" }),
        (false, Lang::Fr) => format!("{} d’entre elles {} dans le calendrier.", figure(lang, n), if n == 1 { "n’est pas" } else { "ne sont pas" }),
    })
}

/// What the calendar says is published, and no result was found of.
fn missing(lang: Lang, missing: &Missing, told: &Told<'_>) -> Vec<String> {
    let posts = |n: usize| match lang {
        Lang::En => {
            count(lang, n, "published post of the calendar", "published posts of the calendar")
        }
        Lang::Fr => {
            count(lang, n, "publication parue du calendrier", "publications parues du calendrier")
        }
    };
    let has = |n: usize| if n == 1 { "has" } else { "have" };
    let ont = |n: usize| if n == 1 { "n’a" } else { "n’ont" };
    let mut said = Vec::new();
    let n = missing.within;
    if n > 0 {
        said.push(match lang {
            Lang::En => format!("{} {} no result in the files.", posts(n), has(n)),
            Lang::Fr => format!("{} {} aucun résultat dans les fichiers.", posts(n), ont(n)),
        });
    }
    let n = missing.later;
    if n > 0 {
        said.push(match lang {
            Lang::En => {
                format!("{} went out after the newest result: download the files again.", posts(n))
            }
            Lang::Fr => format!(
                "{} {} après le dernier résultat\u{a0}: téléchargez à nouveau les fichiers.",
                posts(n),
                if n == 1 { "vient" } else { "viennent" }
            ),
        });
    }
    let n = missing.fresh;
    if n > 0 {
        said.push(match lang {
            Lang::En => format!(
                "{} {} less than 72 hours old: too early to judge.",
                posts(n),
                if n == 1 { "is" } else { "are" }
            ),
            Lang::Fr => format!(
                "{} {} moins de 72 heures\u{a0}: trop tôt pour juger.",
                posts(n),
                if n == 1 { "a" } else { "ont" }
            ),
        });
    }
    if !missing.unread.is_empty() {
        let names: Vec<String> =
            missing.unread.iter().map(|(ix, _)| words::channel(told.ws, *ix, None)).collect();
        let names = list(lang, &names);
        let n = missing.unread.iter().map(|(_, n)| n).sum();
        said.push(match lang {
            Lang::En => format!("No file has results of {names}: {} can’t be judged.", posts(n)),
            Lang::Fr => format!(
                "Aucun fichier n’a de résultats pour {names}\u{a0}: {} sans résultat.",
                posts(n)
            ),
        });
    }
    said
}

fn left_out(told: &Told<'_>) -> Option<String> {
    let rows = &told.report.results.left_out;
    let phrases: Vec<String> =
        rows.iter().map(|(reason, n)| left_out_row(told.lang, *reason, *n)).collect();
    let phrases = list(told.lang, &phrases);
    match (phrases.is_empty(), told.lang) {
        (true, _) => None,
        (false, Lang::En) => Some(format!("Rows of the files left out: {phrases}.")),
        (false, Lang::Fr) => {
            Some(format!("Lignes des fichiers laissées de côté\u{a0}: {phrases}."))
        }
    }
}

fn unused(told: &Told<'_>) -> Vec<String> {
    let one = |file: &String| {
        let name = one_line(file);
        match told.lang {
            Lang::En => format!("{name} can’t be used: `edito check` says why."),
            Lang::Fr => format!("{name} est inutilisable\u{a0}: `edito check` dit pourquoi."),
        }
    };
    told.report.results.unused.iter().map(one).collect()
}
