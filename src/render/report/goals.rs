//! Goals in words: what was done for each, and that reactions do not measure them.

use super::Told;
use super::results::got;
use super::view::{Item, Part, Section};
use crate::lang::{Lang, count, date_with_year, list, quote};
use crate::render::lines::one_line;
use crate::report::{Goal, GoalOf};

/// Goals shown; machine output has all.
const MOST: usize = 8;

/// What the posts were for, where the calendar says so.
pub(super) fn section(told: &Told<'_>) -> Option<Section> {
    let goals = &told.report.goals;
    if goals.is_empty() {
        return None;
    }
    let lang = told.lang;
    let items = goals.iter().take(MOST).map(|goal| item(told, goal)).collect();
    let mut parts = vec![Part::Items(items)];
    let more = goals.len().saturating_sub(MOST);
    if more > 0 {
        parts.push(Part::Text(match lang {
            Lang::En => format!("… and {}.", count(lang, more, "other goal", "other goals")),
            Lang::Fr => {
                format!("… et {}.", count(lang, more, "autre objectif", "autres objectifs"))
            }
        }));
    }
    parts.push(Part::Aside(match lang {
        Lang::En => "Reactions and reach do not measure a goal such as tickets sold or sign-ups: hold these figures beside your own (ticketing, shop, website).".to_owned(),
        Lang::Fr => "Réactions et portée ne mesurent pas un objectif comme des billets vendus ou des inscriptions\u{a0}: rapprochez ces chiffres des vôtres (billetterie, boutique, site web).".to_owned(),
    }));
    let heading = match lang {
        Lang::En => "Against each goal",
        Lang::Fr => "Face à chaque objectif",
    };
    Some(Section { heading: heading.to_owned(), parts })
}

fn item(told: &Told<'_>, goal: &Goal) -> Item {
    let lang = told.lang;
    let name = quote(lang, &one_line(&goal.goal));
    let head = match (goal.of, lang) {
        (GoalOf::Campaign(ix), Lang::En) => {
            format!("{name}, the campaign {}", quote(lang, &one_line(&told.ws.campaign(ix).name)))
        }
        (GoalOf::Campaign(ix), Lang::Fr) => {
            format!("{name}, campagne {}", quote(lang, &one_line(&told.ws.campaign(ix).name)))
        }
        (GoalOf::Posts, _) => name,
    };
    let colon = match lang {
        Lang::En => ":",
        Lang::Fr => "\u{a0}:",
    };
    Item { cells: Vec::new(), text: format!("{head}{colon} {}", done(told, goal)), id: None }
}

/// `12 posts out since 25 October 2026, 3 to come and 1 late; of 9 of them the results are known: …`
fn done(told: &Told<'_>, goal: &Goal) -> String {
    let lang = told.lang;
    let since = date_with_year(lang, told.report.since);
    let mut counts = vec![match lang {
        Lang::En => format!("{} out since {since}", count(lang, goal.out, "post", "posts")),
        Lang::Fr => format!(
            "{} depuis le {since}",
            count(lang, goal.out, "publication parue", "publications parues")
        ),
    }];
    if goal.to_come > 0 {
        let n = crate::lang::figure(lang, goal.to_come);
        counts.push(match lang {
            Lang::En => format!("{n} to come"),
            Lang::Fr => format!("{n} à venir"),
        });
    }
    if goal.late > 0 {
        let n = crate::lang::figure(lang, goal.late);
        counts.push(match lang {
            Lang::En => format!("{n} late"),
            Lang::Fr => format!("{n} en retard"),
        });
    }
    let counts = list(lang, &counts);
    let results = match (goal.out, goal.sums.posts, lang) {
        (0, ..) => return format!("{counts}."),
        (_, 0, Lang::En) => "no results known".to_owned(),
        (_, 0, Lang::Fr) => "aucun résultat connu".to_owned(),
        (out, known, _) if known >= out => got(lang, &goal.sums),
        (_, known, Lang::En) => {
            format!("results of {}: {}", count(lang, known, "post", "posts"), got(lang, &goal.sums))
        }
        (_, known, Lang::Fr) => format!(
            "résultats de {}\u{a0}: {}",
            count(lang, known, "publication", "publications"),
            got(lang, &goal.sums)
        ),
    };
    match lang {
        Lang::En => format!("{counts}; {results}."),
        Lang::Fr => format!("{counts}\u{202f}; {results}."),
    }
}
