//! Emoji: how many, which, where. A joined, coloured or styled one, a flag and a key are one each.

use super::again::again;
use super::place;
use crate::lang::{Lang, Text, count};
use crate::model::Mark;
use crate::model::tone::{Emoji, Position};
use crate::source::Loc;
use crate::tone::voice::Reading;
use crate::tone::{Hits, Part, Passage};
use std::collections::HashMap;
use std::ops::Range;

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &Emoji, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let passage = reading.passage;
    let spots = in_words(passage);
    if let Some(least) = wanted.min.filter(|_| passage.part == Part::Text) {
        too_few(&spots, least, hits);
    }
    if spots.is_empty() {
        return;
    }
    if let Some(most) = wanted.max {
        too_many(&spots, most, hits);
    }
    if let Some(most) = wanted.max_run {
        runs(passage.text, &spots, most, hits);
    }
    if wanted.position != Position::Anywhere {
        misplaced(wanted.position, &spots, reading, hits);
    }
    if !wanted.allow.is_empty() || !wanted.forbid.is_empty() {
        listed(wanted, passage.text, &spots, hits);
    }
    if wanted.not_bullets == Mark::Yes {
        bullets(passage.text, &spots, hits);
    }
    if wanted.no_duplicate == Mark::Yes {
        duplicates(passage.text, &spots, hits);
    }
}

/// The emoji of a text that are not part of a link, mention or hashtag.
pub(super) fn in_words(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let spots = passage.emoji().iter();
    spots.filter(|spot| !passage.is_masked(spot)).cloned().collect()
}

fn fit(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

fn too_few(spots: &[Range<usize>], least: u32, hits: &mut Hits<'_>) {
    if spots.len() >= fit(least) {
        return;
    }
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{} emoji; {least} at least", spots.len()),
        Lang::Fr => {
            format!("{}\u{202f}; {least} au moins", count(lang, spots.len(), "émoji", "émojis"))
        }
    });
    hits.add(0..0, message);
}

fn too_many(spots: &[Range<usize>], most: u32, hits: &mut Hits<'_>) {
    let Some(first) = spots.get(fit(most)) else { return };
    let message = Text::of(|lang| match (lang, most) {
        (Lang::En, 0) => format!("{} emoji; none is wanted", spots.len()),
        (Lang::En, _) => format!("{} emoji; {most} at most", spots.len()),
        (Lang::Fr, 0) => {
            format!("{}\u{202f}; aucun n’est voulu", count(lang, spots.len(), "émoji", "émojis"))
        }
        (Lang::Fr, _) => {
            format!("{}\u{202f}; {most} au plus", count(lang, spots.len(), "émoji", "émojis"))
        }
    });
    if let Some(hit) = hits.add(first.clone(), message) {
        hit.help(Text::of(|lang| match lang {
            Lang::En => "drop some: a screen reader says the name of each".to_owned(),
            Lang::Fr => {
                "retirez-en\u{a0}: un lecteur d’écran dit le nom de chacun d’eux".to_owned()
            }
        }));
    }
}

/// Emoji in a row: right after each other, or one by one with a space between them. `🙏🧺 🎉💚` are
/// two rows of two.
fn runs(text: &str, spots: &[Range<usize>], most: u32, hits: &mut Hits<'_>) {
    let mut row = 0..0;
    // Whether every emoji of the row stands alone.
    let mut single = false;
    let mut from = 0;
    for at in 1..=spots.len() {
        if spots.get(at).is_some_and(|next| next.start == spots[at - 1].end) {
            continue;
        }
        let alone = at - from == 1;
        let gap = from.checked_sub(1).map(|last| &text[spots[last].end..spots[from].start]);
        if alone && single && matches!(gap, Some(" " | "\u{a0}" | "\u{202f}")) {
            row.end = at;
        } else {
            add_row(&spots[row], most, hits);
            row = from..at;
            single = alone;
        }
        from = at;
    }
    add_row(&spots[row], most, hits);
}

fn add_row(row: &[Range<usize>], most: u32, hits: &mut Hits<'_>) {
    let (Some(first), Some(last)) = (row.first(), row.last()) else { return };
    if row.len() <= fit(most) {
        return;
    }
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{} emoji in a row; {most} at most", row.len()),
        Lang::Fr => format!(
            "{} de suite\u{202f}; {most} au plus",
            count(lang, row.len(), "émoji", "émojis")
        ),
    });
    hits.add(first.start..last.end, message);
}

/// Those outside the place where they belong: one hit, at the first of them.
fn misplaced(
    position: Position,
    spots: &[Range<usize>],
    reading: &Reading<'_>,
    hits: &mut Hits<'_>,
) {
    let room = place::room(position, reading, None);
    let out = |spot: &&Range<usize>| spot.start < room.start || spot.end > room.end;
    let Some(first) = spots.iter().find(out) else { return };
    let n = spots.iter().filter(out).count();
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{n} emoji {}", away(lang, position)),
        Lang::Fr => format!("{} {}", count(lang, n, "émoji", "émojis"), away(lang, position)),
    });
    let Some(hit) = hits.add(first.clone(), message) else { return };
    hit.help(Text::of(|lang| match (lang, position) {
        (Lang::En, Position::End) => {
            "move them after the last words: in a sentence they break the reading".to_owned()
        }
        (Lang::Fr, Position::End) => {
            "placez-les après les derniers mots\u{a0}: dans une phrase, ils coupent la lecture"
                .to_owned()
        }
        (Lang::En, _) => "move them there".to_owned(),
        (Lang::Fr, _) => "déplacez-les".to_owned(),
    }));
}

/// Where something stands that should stand at a position.
pub(super) fn away(lang: Lang, position: Position) -> &'static str {
    match (lang, position) {
        (Lang::En, Position::End) => "before the last words",
        (Lang::Fr, Position::End) => "avant les derniers mots",
        (Lang::En, Position::LastLine) => "before the last line",
        (Lang::Fr, Position::LastLine) => "avant la dernière ligne",
        (Lang::En, Position::FirstLine) => "after the first line",
        (Lang::Fr, Position::FirstLine) => "après la première ligne",
        (Lang::En, Position::BeforeFold) => "after the place where the network cuts the text",
        (Lang::Fr, Position::BeforeFold) => "après l’endroit où le réseau coupe le texte",
        (Lang::En, _) => "elsewhere than at the beginning",
        (Lang::Fr, _) => "ailleurs qu’au début",
    }
}

/// Those that are not wanted.
fn listed(wanted: &Emoji, text: &str, spots: &[Range<usize>], hits: &mut Hits<'_>) {
    let among = |list: &[Loc<String>], emoji: &str| {
        list.iter().any(|one| bare(one.value.trim()).eq(bare(emoji)))
    };
    for spot in spots {
        let emoji = &text[spot.clone()];
        let fine = (wanted.allow.is_empty() || among(&wanted.allow, emoji))
            && !among(&wanted.forbid, emoji);
        if fine {
            continue;
        }
        let message = Text::of(|lang| match lang {
            Lang::En => format!("{emoji} is not among the brand’s emoji"),
            Lang::Fr => format!("{emoji} ne fait pas partie des émojis de la marque"),
        });
        let Some(hit) = hits.add(spot.clone(), message) else { return };
        const SHOWN: usize = 10;
        if !wanted.allow.is_empty() {
            let fine: Vec<&str> =
                wanted.allow.iter().take(SHOWN).map(|one| one.value.trim()).collect();
            let fine = fine.join(" ");
            hit.help(Text::of(|lang| match lang {
                Lang::En => format!("take one of these: {fine}"),
                Lang::Fr => format!("prenez-en un parmi\u{a0}: {fine}"),
            }));
        }
    }
}

/// An emoji without style and colour: a rule about 👍 is about 👍🏽 too.
fn bare(emoji: &str) -> impl Iterator<Item = char> + '_ {
    emoji.chars().filter(|c| !matches!(c, '\u{fe0e}' | '\u{fe0f}' | '\u{1f3fb}'..='\u{1f3ff}'))
}

/// Lines in a row that begin with an emoji: one hit a list.
fn bullets(text: &str, spots: &[Range<usize>], hits: &mut Hits<'_>) {
    let mut list: Option<(Range<usize>, usize)> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let from = start + line.len() - line.trim_start().len();
        let end = start + line.len();
        start = end;
        if line.trim().is_empty() {
            continue;
        }
        let next = spots.partition_point(|spot| spot.start < from);
        let bullet = spots.get(next).filter(|spot| spot.start == from);
        let bullet = bullet.filter(|spot| text[spot.end..end].contains(char::is_alphanumeric));
        match (&mut list, bullet) {
            (Some((_, lines)), Some(_)) => *lines += 1,
            (None, Some(spot)) => list = Some((spot.clone(), 1)),
            (_, None) => add_list(list.take(), hits),
        }
    }
    add_list(list, hits);
}

fn add_list(list: Option<(Range<usize>, usize)>, hits: &mut Hits<'_>) {
    let Some((first, lines)) = list.filter(|(_, lines)| *lines > 1) else { return };
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{lines} lines in a row begin with an emoji"),
        Lang::Fr => format!("{lines} lignes de suite commencent par un émoji"),
    });
    if let Some(hit) = hits.add(first, message) {
        hit.help(Text::of(|lang| {
            match lang {
            Lang::En => "begin them with a dash: a screen reader says the emoji’s name each time",
            Lang::Fr => {
                "commencez-les par un tiret\u{a0}: un lecteur d’écran dit à chaque fois le nom de \
                 l’émoji"
            }
        }
        .to_owned()
        }));
    }
}

/// The second time of each emoji.
fn duplicates(text: &str, spots: &[Range<usize>], hits: &mut Hits<'_>) {
    let mut seen: HashMap<&str, (&Range<usize>, usize)> = HashMap::new();
    for spot in spots {
        let key = text[spot.clone()].trim_end_matches('\u{fe0f}');
        let (first, times) = seen.entry(key).or_insert((spot, 0));
        *times += 1;
        if *times != 2 {
            continue;
        }
        again(&text[spot.clone()], spot, first, hits);
    }
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, hits, hits_about, words};
    use super::*;
    use crate::model::Demand;
    use crate::tone::Circumstances;

    fn rule(wanted: Emoji) -> Demand {
        Demand::Emoji(wanted)
    }

    #[test]
    fn too_many_are_told_once_at_the_first_too_many() {
        let rule = rule(Emoji { max: Some(2), ..Emoji::default() });
        assert_eq!(found(&rule, Lang::Fr, "A 👩🏾‍🚀 b 🇫🇷 c 1️⃣ d 🎉"), "1️⃣");
        assert_eq!(found(&rule, Lang::Fr, "A 👩🏾‍🚀 b 🇫🇷, 12 € © ™ ‼ → …"), "");
        let hits = hits(&rule, Lang::Fr, "🎉🎉🎉🎉");
        assert_eq!(hits[0].message.get(Lang::Fr), "4 émojis\u{202f}; 2 au plus");
        assert_eq!(hits[0].message.get(Lang::En), "4 emoji; 2 at most");
    }

    #[test]
    fn too_few_is_about_the_text_alone() {
        let rule = rule(Emoji { min: Some(1), ..Emoji::default() });
        let about = Circumstances::default();
        assert_eq!(hits_about(&rule, &about, Part::Text, "Bonjour").len(), 1);
        assert_eq!(hits_about(&rule, &about, Part::Title, "Bonjour").len(), 0);
        assert_eq!(hits_about(&rule, &about, Part::Text, "Bonjour 👋").len(), 0);
    }

    #[test]
    fn emoji_in_a_row() {
        let rule = rule(Emoji { max_run: Some(2), ..Emoji::default() });
        let text = "Bravo 🎉🎊🥳 à tous 🎉 🎊 🥳 🎉 et 🎉🎉🎉🎉 !";
        assert_eq!(found(&rule, Lang::Fr, text), "🎉🎊🥳|🎉 🎊 🥳 🎉|🎉🎉🎉🎉");
        for text in ["Bravo 🎉🎊 à 🥳", "👨‍👩‍👧‍👦 🇫🇷", "🎉\n🎊\n🥳", "🎉, 🎊, 🥳", "🙏🧺 🎉💚 🥳", ""]
        {
            assert_eq!(found(&rule, Lang::Fr, text), "", "{text}");
        }
    }

    #[test]
    fn emoji_belong_at_the_end() {
        let rule = rule(Emoji { position: Position::End, ..Emoji::default() });
        assert_eq!(found(&rule, Lang::Fr, "🎉 On ouvre 🎊 demain 🥳"), "🎉");
        for text in [
            "On ouvre demain 🎉🎊",
            "On ouvre demain ! 🎉 #ouverture @ville",
            "On ouvre 🎉 https://a.fr #été",
            "On ouvre",
            "🎉",
            "On ouvre 1️⃣ 2️⃣",
        ] {
            assert_eq!(found(&rule, Lang::Fr, text), "", "{text}");
        }
    }

    #[test]
    fn emoji_of_the_brand() {
        let only = rule(Emoji { allow: words(&["❤️", "👍"]), ..Emoji::default() });
        assert_eq!(found(&only, Lang::Fr, "❤ 👍🏽 🍆"), "🍆");
        let never = rule(Emoji { forbid: words(&["🍆", "👍"]), ..Emoji::default() });
        assert_eq!(found(&never, Lang::Fr, "❤️ 👍🏽 🍆"), "👍🏽|🍆");
        assert_eq!(found(&never, Lang::Fr, "❤️ 👎"), "");
    }

    #[test]
    fn emoji_are_no_bullets() {
        let rule = rule(Emoji { not_bullets: Mark::Yes, ..Emoji::default() });
        let text = "Au programme :\n✅ un\n\n ✅ deux\n👉 trois\nÀ samedi\n1️⃣ a\n2️⃣ b";
        assert_eq!(found(&rule, Lang::Fr, text), "✅|1️⃣");
        let text = "Un\n✅ deux\ntrois\n👉 quatre\ncinq 🎉\nsix 🎉\n🎉🎉\n🎉";
        assert_eq!(found(&rule, Lang::Fr, text), "");
    }

    #[test]
    fn none_twice() {
        let rule = rule(Emoji { no_duplicate: Mark::Yes, ..Emoji::default() });
        let text = "Un ❤️ deux ❤ trois ❤️ quatre 🎉 cinq 👍 👍🏽";
        let hits = hits(&rule, Lang::Fr, text);
        assert_eq!(hits.len(), 1);
        assert_eq!(hits[0].other.as_ref().map(|(range, _)| &text[range.clone()]), Some("❤️"));
    }
}
