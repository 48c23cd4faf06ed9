//! Two ways of writing one thing.
//!
//! Within a text the rule speaks for itself. Over a campaign or a calendar, whoever knows the posts
//! asks for the [`Way`]s of each text and lets [`divergent`] compare them.

use super::words::shown;
use crate::lang::{Lang, Text, quote};
use crate::model::tone::{Consistency, Per};
use crate::tone::Hits;
use crate::tone::terms::Role;
use crate::tone::voice::Reading;
use std::ops::Range;

/// One of several ways of writing, in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// Which group of `either`.
    pub group: usize,
    /// Which writing of the group.
    pub term: usize,
    /// The bytes of the text.
    pub range: Range<usize>,
}

/// A writing that is not that of the others: places are the text's number and the way's in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Divergence {
    /// What differs.
    pub here: (usize, usize),
    /// The first of those written as most are.
    pub model: (usize, usize),
}

/// Finds what a text says against the rule, where it is about each text.
pub(in crate::tone) fn find(wanted: &Consistency, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    if wanted.per != Per::Post {
        return;
    }
    let text = reading.passage.text;
    let ways = [ways(wanted, reading)];
    let mut past = 0;
    for Divergence { here, model } in divergent(&ways) {
        let (Some(here), Some(model)) = (ways[0].get(here.1), ways[0].get(model.1)) else {
            continue;
        };
        // What is told of already is not told again, of another group.
        if here.range.start < past {
            continue;
        }
        past = here.range.end;
        let [message, other, help] = words(&shown(text, &here.range), &shown(text, &model.range));
        let Some(hit) = hits.add(here.range.clone(), message) else {
            return;
        };
        hit.other(model.range.clone(), other).help(help);
    }
}

/// The ways of writing in a text, in its order; those that are excepted or quoted where quotations
/// are not read are none.
pub(in crate::tone) fn ways(wanted: &Consistency, reading: &Reading<'_>) -> Vec<Way> {
    let mut all = Vec::new();
    for (group, number) in (0..wanted.either.len()).zip(0..) {
        for found in reading.found.of(reading.index, Role::Either(number)) {
            if !reading.found.is_excepted(reading.index, &found.range) {
                all.push(Way { group, term: found.term, range: found.range.clone() });
            }
        }
    }
    all.sort_by_key(|way| (way.range.start, way.group));
    all
}

/// The ways of several texts that differ from those of most, in the order of the texts. Of two that
/// are as frequent, the one written first is the model.
#[must_use]
pub fn divergent(texts: &[Vec<Way>]) -> Vec<Divergence> {
    let mut groups: Vec<Vec<Seen>> = Vec::new();
    let all = || {
        let each = |(text, ways): (usize, &'_ Vec<Way>)| -> Vec<(usize, usize)> {
            (0..ways.len()).map(|way| (text, way)).collect()
        };
        texts.iter().enumerate().flat_map(each)
    };
    for (text, at) in all() {
        let way = &texts[text][at];
        if groups.len() <= way.group {
            groups.resize(way.group + 1, Vec::new());
        }
        let known = groups[way.group].iter_mut().find(|known| known.term == way.term);
        match known {
            Some(known) => known.times += 1,
            None => groups[way.group].push(Seen { term: way.term, times: 1, first: (text, at) }),
        }
    }
    // `max_by_key` keeps the last of equals: reversed, the first.
    let models: Vec<_> =
        groups.iter().map(|group| group.iter().rev().max_by_key(|known| known.times)).collect();
    all()
        .filter_map(|here| {
            let way = &texts[here.0][here.1];
            let most = models.get(way.group).copied().flatten()?;
            (most.term != way.term).then_some(Divergence { here, model: most.first })
        })
        .collect()
}

/// A writing of a group, how often it comes, and where first.
#[derive(Clone)]
struct Seen {
    term: usize,
    times: usize,
    first: (usize, usize),
}

/// What is said of a writing that differs: the message, what is said at the model, and the help.
#[must_use]
pub fn words(here: &str, model: &str) -> [Text; 3] {
    [
        Text::of(|lang| match lang {
            Lang::En => format!("{} here, {} elsewhere", quote(lang, here), quote(lang, model)),
            Lang::Fr => format!("{} ici, {} ailleurs", quote(lang, here), quote(lang, model)),
        }),
        Text::of(|lang| match lang {
            Lang::En => format!("{} here", quote(lang, model)),
            Lang::Fr => format!("ici, {}", quote(lang, model)),
        }),
        Text::of(|lang| match lang {
            Lang::En => format!("keep to one way of writing: {}", quote(lang, model)),
            Lang::Fr => format!("gardez une seule écriture\u{a0}: {}", quote(lang, model)),
        }),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Demand;
    use crate::tone::trial::{hits, locs, rule, said};

    fn consistency(per: Per) -> Demand {
        let either = vec![locs(&["e-mail", "mail", "courriel"]), locs(&["clé", "clef"])];
        Demand::Consistency(Consistency { either, per })
    }

    #[test]
    fn most_win_and_the_first_of_equals() {
        let text = "Un mail, un e-mail, deux e-mails. La clé ou la clef ?";
        let found = hits(rule(consistency(Per::Post)), text, Lang::Fr);
        assert_eq!(said(&found, text), ["mail", "clef"]);
        let other = found[0].other.as_ref().map(|(range, _)| &text[range.clone()]);
        assert_eq!(other, Some("e-mail"));
        assert!(hits(rule(consistency(Per::Post)), "Un mail, deux mails", Lang::Fr).is_empty());
        assert!(hits(rule(consistency(Per::Campaign)), text, Lang::Fr).is_empty());
    }

    #[test]
    fn what_overlaps_is_told_once() {
        let either = vec![locs(&["week-end", "week end"]), locs(&["bon week-end", "bon week end"])];
        let rule = rule(Demand::Consistency(Consistency { either, per: Per::Post }));
        let text = "Bon week-end, et bon week end";
        assert_eq!(said(&hits(rule, text, Lang::Fr), text), ["bon week end"]);
    }

    #[test]
    fn many_texts_are_compared_in_their_order() {
        let way = |group, term| Way { group, term, range: 0..1 };
        let texts = [vec![way(0, 1)], vec![], vec![way(0, 0), way(1, 0)], vec![way(0, 0)]];
        assert_eq!(divergent(&texts), [Divergence { here: (0, 0), model: (2, 0) }]);
        let texts = [vec![way(0, 1)], vec![way(0, 0)]];
        assert_eq!(divergent(&texts), [Divergence { here: (1, 0), model: (0, 0) }]);
        assert!(divergent(&[]).is_empty());
    }
}
