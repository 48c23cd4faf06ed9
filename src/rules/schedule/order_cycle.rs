//! `order-cycle`: posts that wait for each other in a circle.

use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text};
use crate::model::{LinkTo, PostIx, Side, Status};
use crate::rules::Facts;
use crate::source::At;

/// The rule.
pub static RULE: Rule = Rule {
    id: "order-cycle",
    group: Group::Schedule,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "Links `after` and `before` form a circle: each post has to wait for another, and none can be first.",
        fr: "Des liens `after` et `before` forment un cercle\u{a0}: chaque publication en attend une autre, aucune ne peut partir en premier.",
    },
    why: Phrase {
        en: "No calendar can respect them, so the planner leaves all of these posts out.",
        fr: "Aucun calendrier ne peut les respecter, et le planificateur laisse toutes ces publications de côté.",
    },
    remedy: Phrase { en: "Take one of the links away.", fr: "Supprimez l’un des liens." },
    example: r#"[calendar]
timezone = "Europe/Paris"

[channels.instagram]
network = "instagram"

[[post]]
id = "announcement"
title = "Klimt comes to town"
date = "2026-W48"
after = [{ post = "reminder" }]

[[post]]
id = "reminder"
title = "Klimt opens tomorrow"
date = "2026-W48"
after = [{ post = "announcement" }]    # a circle
"#,
};

/// One finding for each circle, at a link of its first post in the file.
pub fn check(facts: &Facts<'_>) -> Vec<Finding> {
    let graph = graph(facts);
    let alive = |post: &usize| facts.ws.posts[*post].status.value != Status::Published;
    circles(&graph)
        .iter()
        .filter(|circle| circle.iter().any(alive))
        .map(|circle| report(facts, &graph, circle))
        .collect()
}

/// What follows each post, and where the link is written.
type Graph = Vec<Vec<(usize, At)>>;

fn graph(facts: &Facts<'_>) -> Graph {
    let mut graph: Graph = vec![Vec::new(); facts.ws.posts.len()];
    let cancelled = |ix: PostIx| facts.ws.post(ix).status.value == Status::Cancelled;
    for (ix, post) in facts.ws.each_post() {
        for link in &post.after {
            let LinkTo::Post(other) = link.to.value else {
                continue;
            };
            if cancelled(ix) || cancelled(other) {
                continue;
            }
            let (first, then) = match link.side {
                Side::After => (other, ix),
                Side::Before => (ix, other),
            };
            graph[first.get()].push((then.get(), link.to.at));
        }
    }
    graph
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    OnPath,
    Done,
}

/// Circles with no post in common, each from its first post in the file on. Depth first, with a
/// stack of its own, so that a chain of any length fits.
fn circles(graph: &Graph) -> Vec<Vec<usize>> {
    let mut marks = vec![Mark::New; graph.len()];
    let mut found = Vec::new();
    let mut told = vec![Mark::New; graph.len()];
    for root in 0..graph.len() {
        if marks[root] != Mark::New {
            continue;
        }
        let mut path = vec![(root, 0)];
        marks[root] = Mark::OnPath;
        while let Some((node, next)) = path.last_mut() {
            let Some(&(then, _)) = graph[*node].get(*next) else {
                marks[*node] = Mark::Done;
                path.pop();
                continue;
            };
            *next += 1;
            match marks[then] {
                Mark::New => {
                    marks[then] = Mark::OnPath;
                    path.push((then, 0));
                }
                Mark::OnPath if told[then] == Mark::New && told[*node] == Mark::New => {
                    let start = path.iter().position(|(n, _)| *n == then).unwrap_or(0);
                    let circle: Vec<usize> = path[start..].iter().map(|(n, _)| *n).collect();
                    if circle.iter().all(|n| told[*n] == Mark::New) {
                        circle.iter().for_each(|n| told[*n] = Mark::Done);
                        found.push(turned(circle));
                    }
                }
                Mark::OnPath | Mark::Done => {}
            }
        }
    }
    found
}

/// The same circle from its first post in the file on.
fn turned(mut circle: Vec<usize>) -> Vec<usize> {
    let first = (0..circle.len()).min_by_key(|i| circle[*i]).unwrap_or(0);
    circle.rotate_left(first);
    circle
}

fn report(facts: &Facts<'_>, graph: &Graph, circle: &[usize]) -> Finding {
    let id = |n: usize| facts.ws.posts[n].id.name.as_str();
    let following = circle.iter().skip(1).chain(circle.first());
    let links: Vec<At> = circle
        .iter()
        .zip(following)
        .filter_map(|(from, then)| graph[*from].iter().find(|(n, _)| n == then))
        .map(|(_, at)| *at)
        .collect();
    let chain: Vec<&str> = circle.iter().chain(circle.first()).map(|n| id(*n)).collect();
    let chain = chain.join(" → ");
    let first = circle.first().copied().unwrap_or_default();
    let place = links.iter().min().copied();
    let place = place.unwrap_or(facts.ws.posts[first].at);
    let message = Text::of(|lang| match lang {
        Lang::En => format!("these posts wait for each other: {chain}"),
        Lang::Fr => format!("ces publications s’attendent l’une l’autre\u{a0}: {chain}"),
    });
    let mut found = Finding::new(RULE.id, place, message)
        .of_post(id(first))
        .help(Phrase { en: "take one of these links away", fr: "supprimez l’un de ces liens" });
    for at in links.into_iter().filter(|at| *at != place) {
        let text = Phrase { en: "a link of the circle", fr: "un lien du cercle" };
        found = found.other(at, Text::from(text));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn graph(links: &[&[usize]]) -> Graph {
        let source = Sources::default().add("a", "");
        let at = At { source, span: crate::source::Span::new(0..0) };
        let to = |list: &&[usize]| list.iter().map(|n| (*n, at)).collect();
        links.iter().map(to).collect()
    }

    #[test]
    fn each_circle_once_from_its_first_post() {
        let two = graph(&[&[1], &[2], &[1, 3], &[4], &[3, 4]]);
        assert_eq!(circles(&two), [vec![1, 2], vec![3, 4]]);
        assert!(circles(&graph(&[&[1, 2], &[2], &[]])).is_empty());
        assert_eq!(circles(&graph(&[&[0]])), [vec![0]]);
    }

    #[test]
    fn a_long_chain_is_no_burden() {
        let long: Vec<Vec<usize>> = (0..100_000).map(|n| vec![(n + 1) % 100_000]).collect();
        let views: Vec<&[usize]> = long.iter().map(Vec::as_slice).collect();
        let found = circles(&graph(&views));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].len(), 100_000);
    }
}
