//! A label of a commercial relation that must be there.
//!
//! What the laws ask for is another rule's; these are the labels that a brand, or a pack, wants.

use super::place;
use crate::lang::{Lang, Text, list_or, quote};
use crate::model::tone::{Disclosure, Position};
use crate::networks::each_letter;
use crate::source::Loc;
use crate::text::fold;
use crate::tone::voice::Reading;
use crate::tone::{Hits, Part, Passage};
use std::ops::Range;

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &Disclosure, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let passage = reading.passage;
    let deals = &reading.about.deals;
    let due = deals.iter().any(|deal| wanted.when.is_empty() || wanted.when.contains(deal));
    if !due || passage.part != Part::Text || wanted.labels.is_empty() {
        return;
    }
    let enough = |label: &&Loc<String>| {
        let same = |other: &Loc<String>| fold(&other.value) == fold(&label.value);
        !wanted.not_only.iter().any(same)
    };
    let places: Vec<Range<usize>> = wanted
        .labels
        .iter()
        .filter(enough)
        .flat_map(|label| all_places(passage, &label.value))
        .collect();
    let room = place::room(wanted.position, reading, wanted.fold_chars);
    let fits = |place: &Range<usize>| match wanted.position {
        Position::Start => begins(passage, place),
        // The room begins with the last word, which may be the last of the label.
        Position::End => place.end > room.start,
        _ => room.start <= place.start && place.end <= room.end,
    };
    if places.iter().any(fits) {
        return;
    }
    let first = places.into_iter().min_by_key(|place| place.start);
    if let Some(first) = first {
        return elsewhere(wanted, passage, &room, first, hits);
    }
    let alone = wanted.not_only.iter().flat_map(|label| all_places(passage, &label.value)).next();
    match alone {
        Some(place) => not_enough(wanted, passage, place, hits),
        None => missing(wanted, hits),
    }
}

/// Where a label stands as words or as a hashtag.
fn all_places(passage: &Passage<'_>, label: &str) -> Vec<Range<usize>> {
    let label = fold(label);
    let folded = passage.folded();
    let text = folded.text();
    let mut places = Vec::new();
    let mut inside = false;
    for (at, c) in text.char_indices() {
        if !(inside && c.is_alphanumeric())
            && let Some(long) = begins_with(&text[at..], &label)
        {
            places.push(folded.bytes(at..at + long));
        }
        inside = c.is_alphanumeric();
    }
    places.retain(|place| is_said(passage, place));
    // `#CollaborationCommerciale`
    let bare = |folded: &str| folded.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let bare_label = bare(&label);
    let tags = passage.entities.hashtags.iter();
    let tags = tags.filter(|tag| !bare_label.is_empty() && bare(&fold(&tag.value)) == bare_label);
    places.extend(tags.map(|tag| tag.range.clone()));
    places
}

/// The bytes of a label at the start of a folded text, where no other letter follows.
fn begins_with(text: &str, label: &str) -> Option<usize> {
    let rest = text.strip_prefix(label)?;
    (!label.is_empty() && !rest.starts_with(char::is_alphanumeric)).then_some(label.len())
}

/// Not in an address or the name of an account.
fn is_said(passage: &Passage<'_>, place: &Range<usize>) -> bool {
    let inside = |range: &Range<usize>| range.start < place.end && place.start < range.end;
    let entities = passage.entities;
    !entities.urls.iter().chain(&entities.mentions).any(|spot| inside(&spot.range))
}

/// Whether no word stands before it.
fn begins(passage: &Passage<'_>, place: &Range<usize>) -> bool {
    !passage.text[..place.start].contains(char::is_alphanumeric)
}

/// The labels, as a choice.
fn choice(lang: Lang, labels: &[Loc<String>]) -> String {
    const SHOWN: usize = 4;
    let labels: Vec<String> =
        labels.iter().take(SHOWN).map(|label| quote(lang, label.value.trim())).collect();
    list_or(lang, &labels)
}

/// The labels that are enough.
fn good(wanted: &Disclosure) -> Vec<Loc<String>> {
    let alone = |label: &&Loc<String>| {
        wanted.not_only.iter().any(|one| fold(&one.value) == fold(&label.value))
    };
    wanted.labels.iter().filter(|label| !alone(label)).cloned().collect()
}

fn missing(wanted: &Disclosure, hits: &mut Hits<'_>) {
    let message = Text::of(|lang| match lang {
        Lang::En => "nothing says that this post is commercial".to_owned(),
        Lang::Fr => "rien ne dit que cette publication est commerciale".to_owned(),
    });
    let Some(hit) = hits.add(0..0, message) else { return };
    let labels = good(wanted);
    hit.help(Text::of(|lang| {
        let choice = choice(lang, &labels);
        match lang {
            Lang::En => format!("write {choice} {}", spot(lang, wanted.position)),
            Lang::Fr => format!("écrivez {choice} {}", spot(lang, wanted.position)),
        }
        .trim_end()
        .to_owned()
    }));
}

fn not_enough(
    wanted: &Disclosure,
    passage: &Passage<'_>,
    place: Range<usize>,
    hits: &mut Hits<'_>,
) {
    let label = &passage.text[place.clone()];
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{} alone is not enough", quote(lang, label)),
        Lang::Fr => format!("{} ne suffit pas à lui seul", quote(lang, label)),
    });
    let Some(hit) = hits.add(place, message) else { return };
    let labels = good(wanted);
    hit.help(Text::of(|lang| {
        let choice = choice(lang, &labels);
        match lang {
            Lang::En => format!("write {choice}"),
            Lang::Fr => format!("écrivez {choice}"),
        }
    }));
}

/// The label is there, but where readers may not see it.
fn elsewhere(
    wanted: &Disclosure,
    passage: &Passage<'_>,
    room: &Range<usize>,
    place: Range<usize>,
    hits: &mut Hits<'_>,
) {
    let label = &passage.text[place.clone()];
    let number = |end: usize| {
        let mut n = 0_usize;
        each_letter(&passage.text[..end], |_| n += 1);
        n
    };
    let (ends, cut) = (number(place.end), number(room.end));
    let message = Text::of(|lang| {
        let label = quote(lang, label);
        match (lang, wanted.position) {
            (Lang::En, Position::BeforeFold) => {
                format!("{label} ends at character {ends}; the text is cut at {cut}")
            }
            (Lang::Fr, Position::BeforeFold) => {
                format!("{label} finit au caractère {ends}\u{202f}; le texte est coupé au {cut}")
            }
            (Lang::En, _) => format!("{label} does not stand {}", spot(lang, wanted.position)),
            (Lang::Fr, _) => format!("{label} ne se trouve pas {}", spot(lang, wanted.position)),
        }
    });
    let Some(hit) = hits.add(place, message) else { return };
    hit.help(Text::of(|lang| match lang {
        Lang::En => format!("write it {}", spot(lang, wanted.position)),
        Lang::Fr => format!("écrivez-la {}", spot(lang, wanted.position)),
    }));
}

/// Where a label belongs.
const fn spot(lang: Lang, position: Position) -> &'static str {
    match (lang, position) {
        (_, Position::Anywhere) => "",
        (Lang::En, Position::Start) => "at the very beginning",
        (Lang::Fr, Position::Start) => "tout au début",
        (Lang::En, Position::FirstLine) => "in the first line",
        (Lang::Fr, Position::FirstLine) => "dans la première ligne",
        (Lang::En, Position::BeforeFold) => "before the network cuts the text",
        (Lang::Fr, Position::BeforeFold) => "avant l’endroit où le réseau coupe le texte",
        (Lang::En, Position::LastLine) => "in the last line",
        (Lang::Fr, Position::LastLine) => "dans la dernière ligne",
        (Lang::En, Position::End) => "at the very end",
        (Lang::Fr, Position::End) => "tout à la fin",
    }
}

#[cfg(test)]
mod tests {
    use super::super::probe::{hits_about, words};
    use super::*;
    use crate::model::Demand;
    use crate::model::tone::Deal;
    use crate::networks;
    use crate::tone::Circumstances;

    fn wanted() -> Disclosure {
        Disclosure {
            when: vec![Deal::Paid],
            labels: words(&["Publicité", "Collaboration commerciale", "#ad"]),
            not_only: words(&["#ad", "#sp"]),
            ..Disclosure::default()
        }
    }

    fn paid() -> Circumstances<'static> {
        Circumstances { deals: vec![Deal::Paid], lang: Some("fr"), ..Circumstances::default() }
    }

    /// Messages in English.
    fn told(wanted: &Disclosure, text: &str) -> Vec<String> {
        let hits = hits_about(&Demand::Disclosure(wanted.clone()), &paid(), Part::Text, text);
        hits.iter().map(|hit| hit.message.get(Lang::En).to_owned()).collect()
    }

    #[test]
    fn a_label_must_be_there() {
        for text in
            ["Mon sac préféré", "Publicitaire de métier", "https://a.fr/publicite @publicite"]
        {
            assert_eq!(
                told(&wanted(), text),
                ["nothing says that this post is commercial"],
                "{text}"
            );
        }
        for text in [
            "Publicité : mon sac",
            "PUBLICITE – mon sac",
            "Mon sac #publicité",
            "#CollaborationCommerciale mon sac",
            "En collaboration  commerciale avec @marque",
            "#ad Publicité",
        ] {
            assert_eq!(told(&wanted(), text), [""; 0], "{text}");
        }
    }

    #[test]
    fn some_labels_are_not_enough_alone() {
        assert_eq!(told(&wanted(), "Mon sac #ad"), ["“#ad” alone is not enough"]);
        assert_eq!(told(&wanted(), "Mon sac #SP"), ["“#SP” alone is not enough"]);
        assert_eq!(told(&wanted(), "Mon #adorable sac").len(), 1);
    }

    #[test]
    fn nothing_is_due_without_a_deal_or_beside_the_text() {
        let rule = Demand::Disclosure(wanted());
        for deals in [vec![], vec![Deal::Gift]] {
            let about = Circumstances { deals, ..Circumstances::default() };
            assert!(hits_about(&rule, &about, Part::Text, "Mon sac").is_empty());
        }
        for part in [Part::Title, Part::FirstComment, Part::Picture] {
            assert!(hits_about(&rule, &paid(), part, "Mon sac").is_empty());
        }
        let any = Demand::Disclosure(Disclosure { when: Vec::new(), ..wanted() });
        assert_eq!(hits_about(&any, &paid(), Part::Text, "Mon sac").len(), 1);
    }

    #[test]
    fn a_label_stands_where_readers_see_it() {
        let at = |position| Disclosure { position, ..wanted() };
        let text = "Mon sac préféré,\net de loin.\nPublicité";
        assert_eq!(
            told(&at(Position::FirstLine), text),
            ["“Publicité” does not stand in the first line"]
        );
        assert_eq!(told(&at(Position::Start), text).len(), 1);
        assert_eq!(told(&at(Position::LastLine), text), [""; 0]);
        assert_eq!(told(&at(Position::End), text), [""; 0]);
        let text = "Mon sac, une collaboration commerciale ! #sac";
        assert_eq!(told(&at(Position::End), text), [""; 0]);
        assert_eq!(told(&at(Position::End), "Publicité : mon sac").len(), 1);
        for text in ["Publicité. Mon sac", "[Publicité] Mon sac", "🎁 #Publicité : mon sac"] {
            assert_eq!(told(&at(Position::Start), text), [""; 0], "{text}");
            assert_eq!(told(&at(Position::FirstLine), text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_label_stands_before_the_fold() {
        let cut = Disclosure { position: Position::BeforeFold, fold_chars: Some(20), ..wanted() };
        assert_eq!(told(&cut, "Mon sac. Publicité"), [""; 0]);
        assert_eq!(
            told(&cut, "Mon sac préféré. Publicité"),
            ["“Publicité” ends at character 26; the text is cut at 20"]
        );
        let own = Disclosure { fold_chars: None, ..cut };
        let network = networks::all().iter().find(|network| network.fold.is_some());
        let about = Circumstances { network, ..paid() };
        let late = format!("{}Publicité", "mot ".repeat(2_000));
        let rule = Demand::Disclosure(own.clone());
        assert_eq!(hits_about(&rule, &about, Part::Text, &late).len(), 1);
        assert_eq!(told(&own, &late), [""; 0]);
    }
}
