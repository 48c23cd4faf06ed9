//! The closing line of a plan: the one thing to do next.

use super::{Shown, is_for_other_days};
use crate::lang::{Lang, count, list, quote};
use crate::model::{PlacementIx, PostIx, Status};
use crate::render::lines::one_line;

/// How many posts are named before "and n more".
const NAMED: usize = 3;

/// What to do next: errors, then texts to write, posts to read, posts without a slot, slots to
/// fill; else that all is ready.
pub(super) fn step(shown: &Shown<'_>) -> String {
    let lang = shown.lang;
    if !shown.problems.is_empty() {
        return errors(lang, shown.problems.len());
    }
    let to_write = posts(shown, |ix| needs_text(shown, ix));
    if !to_write.is_empty() {
        return say(
            shown,
            &to_write,
            ("post still needs a text", "posts still need a text"),
            ("publication attend son texte", "publications attendent leur texte"),
        );
    }
    let to_read = posts(shown, |ix| shown.ws.placement(ix).status.value == Status::Review);
    if !to_read.is_empty() {
        return say(
            shown,
            &to_read,
            ("post waits to be read", "posts wait to be read"),
            ("publication attend une relecture", "publications attendent une relecture"),
        );
    }
    without_texts(shown)
}

fn without_texts(shown: &Shown<'_>) -> String {
    let lang = shown.lang;
    let left = shown.schedule.left_out.iter();
    let left = left.filter(|left| !is_for_other_days(left)).count();
    let free = shown.schedule.free.len();
    if shown.schedule.placed.is_empty() && left == 0 && free == 0 {
        return match lang {
            Lang::En => "Nothing is asked for on these days: add a post, or plan other days.",
            Lang::Fr => "Rien n’est demandé ces jours-là\u{a0}: ajoutez une publication, ou planifiez d’autres jours.",
        }
        .to_owned();
    }
    match (left, free, lang) {
        (0, 0, Lang::En) => "All is ready: nothing to write, nothing to fill.".to_owned(),
        (0, 0, Lang::Fr) => "Tout est prêt\u{a0}: rien à écrire, rien à remplir.".to_owned(),
        (0, n, Lang::En) => format!("{} to fill.", count(lang, n, "slot", "slots")),
        (0, n, Lang::Fr) => format!("{} à remplir.", count(lang, n, "créneau", "créneaux")),
        (n, _, Lang::En) => format!("{} without a slot.", count(lang, n, "post", "posts")),
        (n, _, Lang::Fr) => {
            format!("{} sans créneau.", count(lang, n, "publication", "publications"))
        }
    }
}

fn errors(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => format!(
            "{} to mend first: `edito check` shows where.",
            count(lang, n, "error", "errors")
        ),
        Lang::Fr => format!(
            "{} à corriger d’abord\u{a0}: `edito check` montre où.",
            count(lang, n, "erreur", "erreurs")
        ),
    }
}

/// The posts in the plan that answer a question, each once, in the order they go out.
fn posts(shown: &Shown<'_>, asks: impl Fn(PlacementIx) -> bool) -> Vec<PostIx> {
    let mut found = Vec::new();
    for placed in &shown.schedule.placed {
        let post = shown.ws.placement(placed.placement).post;
        if asks(placed.placement) && !found.contains(&post) {
            found.push(post);
        }
    }
    found
}

/// Whether nothing is written for a placement that is not out.
fn needs_text(shown: &Shown<'_>, ix: PlacementIx) -> bool {
    let placement = shown.ws.placement(ix);
    let post = shown.ws.post_of(placement);
    let on = post.on(placement.channel).map(|on| &on.content);
    let written = std::iter::once(&post.content).chain(on).any(|content| {
        let text = content.text.as_ref();
        let parts = content.parts.as_deref().unwrap_or_default();
        text.into_iter().chain(parts).any(|words| !words.value.trim().is_empty())
    });
    !written && placement.status.value != Status::Published
}

fn say(shown: &Shown<'_>, posts: &[PostIx], en: (&str, &str), fr: (&str, &str)) -> String {
    let lang = shown.lang;
    let (one, many) = match lang {
        Lang::En => en,
        Lang::Fr => fr,
    };
    let titles: Vec<String> = posts
        .iter()
        .take(NAMED)
        .map(|ix| quote(lang, &one_line(shown.ws.post(*ix).headline())))
        .collect();
    let what = count(lang, posts.len(), one, many);
    let more = posts.len().saturating_sub(NAMED);
    match (more, lang) {
        (0, Lang::En) => format!("{what}: {}.", list(lang, &titles)),
        (0, Lang::Fr) => format!("{what}\u{a0}: {}.", list(lang, &titles)),
        (more, Lang::En) => format!("{what}: {}, and {more} more.", titles.join(", ")),
        (more, Lang::Fr) => {
            let others = count(lang, more, "autre", "autres");
            format!("{what}\u{a0}: {}, et {others}.", titles.join(", "))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::plan::sample::museum;

    #[test]
    fn the_most_pressing_comes_first() {
        let museum = museum();
        let shown = museum.shown(Lang::Fr);
        assert_eq!(
            step(&shown),
            "2 publications attendent une relecture\u{a0}: \
             «\u{a0}Énigme\u{a0}: de qui est cette ombre\u{202f}?\u{a0}» et \
             «\u{a0}Klimt\u{a0}: la billetterie ouvre aux groupes\u{a0}»."
        );
        let problems = ["x".to_owned()];
        let shown = Shown { problems: &problems, ..shown };
        assert!(step(&shown).starts_with("1 erreur à corriger"));
    }
}
