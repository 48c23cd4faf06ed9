//! Hashtags: how many, which, how they are written, where.

use super::again::again;
use super::emoji::away;
use super::place;
use crate::lang::{Lang, Text, count, list};
use crate::model::Mark;
use crate::model::tone::{Hashtag, Position, TagCase};
use crate::networks::Spot;
use crate::source::Loc;
use crate::text::{Letters, tag_words};
use crate::tone::voice::Reading;
use crate::tone::{Hits, Part, Passage};
use std::collections::HashMap;

/// Finds what a text says against the rule.
pub(in crate::tone) fn find(wanted: &Hashtag, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let passage = reading.passage;
    let tags = &passage.entities.hashtags;
    let linked = reading.about.network.is_none_or(|network| network.hashtags_linked);
    if linked && passage.part == Part::Text {
        too_few(wanted, tags, hits);
        missing(&wanted.required, tags, hits);
    }
    if tags.is_empty() {
        return;
    }
    too_many(wanted, tags, hits);
    for spot in tags.iter().filter(|_| !wanted.forbid.is_empty()) {
        if wanted.forbid.iter().any(|one| is_same(&one.value, &spot.value)) {
            forbidden(passage, spot, hits);
        }
    }
    match wanted.case {
        Some(TagCase::Camel) => camel(passage, hits),
        Some(TagCase::Lower) => lower(passage, hits),
        None => {}
    }
    if wanted.position != Position::Anywhere {
        misplaced(wanted.position, reading, hits);
    }
    if wanted.no_duplicate == Mark::Yes {
        duplicates(passage, hits);
    }
}

/// Whether a hashtag of a rule, with or without its sign, is one of a text: accents and case apart.
fn is_same(wanted: &str, tag: &str) -> bool {
    let wanted = wanted.trim().trim_start_matches(['#', '＃']);
    wanted == tag || tag_words::fold(wanted) == tag_words::fold(tag)
}

fn fit(n: u32) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

fn tags_counted(lang: Lang, n: usize) -> String {
    match lang {
        Lang::En => count(lang, n, "hashtag", "hashtags"),
        Lang::Fr => count(lang, n, "mot-dièse", "mots-dièses"),
    }
}

fn too_few(wanted: &Hashtag, tags: &[Spot], hits: &mut Hits<'_>) {
    let Some(least) = wanted.min.filter(|least| tags.len() < fit(*least)) else { return };
    hits.add(
        0..0,
        Text::of(|lang| match lang {
            Lang::En => format!("{}; {least} at least", tags_counted(lang, tags.len())),
            Lang::Fr => {
                format!("{}\u{202f}; {least} au moins", tags_counted(lang, tags.len()))
            }
        }),
    );
}

fn too_many(wanted: &Hashtag, tags: &[Spot], hits: &mut Hits<'_>) {
    let Some(most) = wanted.max else { return };
    let Some(first) = tags.get(fit(most)) else { return };
    let n = tags.len();
    let message = Text::of(|lang| match (lang, most) {
        (Lang::En, 0) => format!("{}; none is wanted", tags_counted(lang, n)),
        (Lang::En, _) => format!("{}; {most} at most", tags_counted(lang, n)),
        (Lang::Fr, 0) => format!("{}\u{202f}; aucun n’est voulu", tags_counted(lang, n)),
        (Lang::Fr, _) => format!("{}\u{202f}; {most} au plus", tags_counted(lang, n)),
    });
    if let Some(hit) = hits.add(first.range.clone(), message) {
        hit.help(Text::of(|lang| match lang {
            Lang::En => "keep those that people really look for".to_owned(),
            Lang::Fr => "gardez ceux que l’on cherche vraiment".to_owned(),
        }));
    }
}

/// One hit for all hashtags that must be there and are not.
fn missing(required: &[Loc<String>], tags: &[Spot], hits: &mut Hits<'_>) {
    let there = |one: &&Loc<String>| tags.iter().any(|tag| is_same(&one.value, &tag.value));
    let missing: Vec<String> = required
        .iter()
        .filter(|one| !there(one))
        .map(|one| format!("#{}", one.value.trim().trim_start_matches('#')))
        .collect();
    if missing.is_empty() {
        return;
    }
    let n = missing.len();
    let message = Text::of(|lang| match lang {
        Lang::En if n == 1 => format!("{} is missing", missing[0]),
        Lang::En => format!("{} are missing", list(lang, &missing)),
        Lang::Fr if n == 1 => format!("{} manque", missing[0]),
        Lang::Fr => format!("{} manquent", list(lang, &missing)),
    });
    if let Some(hit) = hits.add(0..0, message) {
        hit.help(Text::of(|lang| match lang {
            Lang::En => format!("add {}", list(lang, &missing)),
            Lang::Fr => format!("ajoutez {}", list(lang, &missing)),
        }));
    }
}

fn forbidden(passage: &Passage<'_>, spot: &Spot, hits: &mut Hits<'_>) {
    let tag = &passage.text[spot.range.clone()];
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{tag} is not used here"),
        Lang::Fr => format!("{tag} ne s’emploie pas ici"),
    });
    if let Some(hit) = hits.add(spot.range.clone(), message) {
        hit.help(Text::of(|lang| match lang {
            Lang::En => "drop it".to_owned(),
            Lang::Fr => "retirez-le".to_owned(),
        }));
    }
}

/// Hashtags of several words that no capital parts.
fn camel(passage: &Passage<'_>, hits: &mut Hits<'_>) {
    /// So many hashtags are looked at, and so many of them held against the words of the text.
    const TAGS: usize = 200;
    const MOST: usize = 20;
    /// No two words that say something are shorter.
    const SHORTEST: usize = 8;
    let small = |c: char| c.is_lowercase() || c.is_ascii_digit();
    let tags = passage.entities.hashtags.iter();
    let tags = tags.filter(|tag| tag.value.len() >= SHORTEST && tag.value.chars().all(small));
    for (nth, spot) in tags.take(TAGS).enumerate() {
        let known = common(&spot.value).or_else(|| parted(&spot.value));
        let Some(better) = known.or_else(|| (nth < MOST).then(|| in_text(passage, &spot.value))?)
        else {
            continue;
        };
        let tag = &passage.text[spot.range.clone()];
        let message = Text::of(|lang| match lang {
            Lang::En => format!("no capital parts the words of {tag}"),
            Lang::Fr => format!("aucune majuscule ne sépare les mots de {tag}"),
        });
        let Some(hit) = hits.add(spot.range.clone(), message) else { return };
        hit.help(Text::of(|lang| match lang {
            Lang::En => format!("write #{better}: screen readers then say its words"),
            Lang::Fr => {
                format!("écrivez #{better}\u{a0}: les lecteurs d’écran en disent alors les mots")
            }
        }));
        let name = spot.range.end - spot.value.len()..spot.range.end;
        if passage.text.get(name.clone()) == Some(spot.value.as_str()) {
            hit.fix(name, better);
        }
    }
}

/// A hashtag whose words are all known.
fn parted(tag: &str) -> Option<String> {
    const LONGEST: usize = 100;
    (tag.len() <= LONGEST).then(|| tag_words::parted(tag))?
}

/// Hashtags that many people write, with their words apart.
fn common(tag: &str) -> Option<String> {
    const TAGS: &str = "BadBuzz BienEtre BonPlan BonsPlans BrandContent CircuitCourt \
        CircuitsCourts ConsommerLocal CyberMonday DoItYourself EcoResponsable EconomieCirculaire \
        FaitMain FaitMaison FeelGood FeteDesMeres FrenchTech GoodVibes GreenTech \
        HealthyFood InstaGood InstaMood JeuConcours LinkInBio MachineLearning \
        MadeInBretagne MadeInEurope MadeInFrance MadeInItaly MadeInUk  MondayMotivation \
        NoFilter NouvelleCollection OpenData OpenSource OpenSpace PersonalBranding PhotoOfTheDay \
        PicOfTheDay QualiteDeVie SaveTheDate ShopLocal SlowFashion SlowFood SlowLife \
        SlowLiving SlowTravel SmallBusiness SocialMedia SocialSelling StreetArt StreetFood \
        TeamBuilding ThrowbackThursday TravelGram VieDeBureau ViePrivee WomenInTech \
        WorkLifeBalance ZeroDechet ZeroWaste";
    let folded = tag_words::fold(tag);
    let found = TAGS.split_ascii_whitespace().find(|one| one.eq_ignore_ascii_case(&folded))?;
    // The letters of the hashtag, with the capitals of the table.
    let written = tag.chars().zip(found.chars()).flat_map(|(own, known)| {
        let capital = known.is_ascii_uppercase();
        let upper = capital.then(|| own.to_uppercase()).into_iter().flatten();
        upper.chain((!capital).then_some(own))
    });
    Some(written.collect())
}

/// The hashtag with capitals where the text parts its words: `nuitdesmusees` in a text that says
/// “la nuit des musées”.
fn in_text(passage: &Passage<'_>, tag: &str) -> Option<String> {
    const LEAST: usize = 10;
    const WORDS: usize = 2_000;
    let letters: Vec<char> = tag_words::fold(tag).chars().collect();
    if letters.len() < LEAST {
        return None;
    }
    let words = passage.words();
    let list = words.list().get(..WORDS).unwrap_or(words.list());
    (0..list.len()).find_map(|from| {
        let mut lengths = Vec::new();
        let mut at = 0;
        for word in &list[from..] {
            let long = prefix(words.lower(word), &letters[at..])?;
            if word.letters == Letters::None || passage.is_masked(&word.range()) {
                return None;
            }
            lengths.push(long);
            at += long;
            if at == letters.len() {
                return (lengths.len() > 1).then(|| tag_words::capitalised(tag, &lengths));
            }
        }
        None
    })
}

/// How many letters a word is long, where the letters begin with it, accents apart.
fn prefix(word: &str, letters: &[char]) -> Option<usize> {
    let mut long = 0;
    for c in word.chars() {
        let same = letters.get(long).is_some_and(|letter| *letter == tag_words::plain(c));
        if !same {
            return None;
        }
        long += 1;
    }
    (long > 0).then_some(long)
}

/// Hashtags with capitals where small letters are wanted.
fn lower(passage: &Passage<'_>, hits: &mut Hits<'_>) {
    for spot in &passage.entities.hashtags {
        if !spot.value.chars().any(char::is_uppercase) {
            continue;
        }
        let tag = &passage.text[spot.range.clone()];
        let better = tag.to_lowercase();
        let message = Text::of(|lang| match lang {
            Lang::En => format!("{tag} has capitals"),
            Lang::Fr => format!("{tag} a des majuscules"),
        });
        let Some(hit) = hits.add(spot.range.clone(), message) else { return };
        hit.help(Text::of(|lang| match lang {
            Lang::En => format!("write {better}"),
            Lang::Fr => format!("écrivez {better}"),
        }));
        hit.fix(spot.range.clone(), better);
    }
}

/// Those outside the place where they belong: one hit, at the first of them.
fn misplaced(position: Position, reading: &Reading<'_>, hits: &mut Hits<'_>) {
    let room = place::room(position, reading, None);
    let tags = &reading.passage.entities.hashtags;
    let out = |spot: &&Spot| spot.range.start < room.start || spot.range.end > room.end;
    let Some(first) = tags.iter().find(out) else { return };
    let n = tags.iter().filter(out).count();
    let message = Text::of(|lang| format!("{} {}", tags_counted(lang, n), away(lang, position)));
    let Some(hit) = hits.add(first.range.clone(), message) else { return };
    hit.help(Text::of(|lang| match (lang, position) {
        (Lang::En, Position::End) => {
            "move them after the last words, and write plain words in the sentence".to_owned()
        }
        (Lang::Fr, Position::End) => {
            "placez-les après les derniers mots, et écrivez de simples mots dans la phrase"
                .to_owned()
        }
        (Lang::En, _) => "move them there".to_owned(),
        (Lang::Fr, _) => "déplacez-les".to_owned(),
    }));
}

/// The second time of each hashtag, case and accents apart.
fn duplicates(passage: &Passage<'_>, hits: &mut Hits<'_>) {
    let tags = &passage.entities.hashtags;
    if tags.len() < 2 {
        return;
    }
    let mut seen: HashMap<String, (&Spot, usize)> = HashMap::new();
    for spot in tags {
        let (first, times) = seen.entry(tag_words::fold(&spot.value)).or_insert((spot, 0));
        *times += 1;
        if *times != 2 {
            continue;
        }
        again(&passage.text[spot.range.clone()], &spot.range, &first.range, hits);
    }
}

#[cfg(test)]
mod tests {
    use super::super::probe::{found, hits, hits_about, mended, words};
    use super::*;
    use crate::model::Demand;
    use crate::networks;
    use crate::tone::Circumstances;

    fn rule(wanted: Hashtag) -> Demand {
        Demand::Hashtag(wanted)
    }

    #[test]
    fn too_many_are_told_once() {
        let rule = rule(Hashtag { max: Some(2), ..Hashtag::default() });
        assert_eq!(found(&rule, Lang::Fr, "Bonjour #un #deux #trois #quatre"), "#trois");
        let hits = hits(&rule, Lang::Fr, "#un #deux #trois");
        assert_eq!(hits[0].message.get(Lang::Fr), "3 mots-dièses\u{202f}; 2 au plus");
        for text in ["#un #deux", "https://a.fr/#un #deux #trois", "n°1 #2026 #3", "# # # #"] {
            assert_eq!(found(&rule, Lang::Fr, text), "", "{text}");
        }
    }

    #[test]
    fn what_is_required_is_missed_in_the_text_alone() {
        let rule = rule(Hashtag {
            min: Some(1),
            required: words(&["#FêteDesLumières", "lyon"]),
            ..Hashtag::default()
        });
        let about = Circumstances::default();
        let hits = hits_about(&rule, &about, Part::Text, "Bonjour");
        let messages: Vec<&str> = hits.iter().map(|hit| hit.message.get(Lang::En)).collect();
        assert_eq!(messages, ["0 hashtags; 1 at least", "#FêteDesLumières and #lyon are missing"]);
        let fine = "Bonjour #Lyon #fetedeslumieres";
        assert_eq!(hits_about(&rule, &about, Part::Text, fine).len(), 0);
        assert_eq!(hits_about(&rule, &about, Part::Title, "Bonjour").len(), 0);
        assert_eq!(hits_about(&rule, &about, Part::FirstComment, "Bonjour").len(), 0);
    }

    #[test]
    fn a_network_without_hashtags_misses_none() {
        let rule = rule(Hashtag { min: Some(1), ..Hashtag::default() });
        let network = networks::all().iter().find(|network| !network.hashtags_linked);
        let about = Circumstances { network, ..Circumstances::default() };
        assert!(network.is_some() && hits_about(&rule, &about, Part::Text, "Bonjour").is_empty());
    }

    #[test]
    fn forbidden_hashtags() {
        let rule = rule(Hashtag { forbid: words(&["#promo", "Été"]), ..Hashtag::default() });
        assert_eq!(found(&rule, Lang::Fr, "#Promo et #ete, #promotion, promo"), "#Promo|#ete");
    }

    #[test]
    fn words_of_a_hashtag_are_parted() {
        let rule = rule(Hashtag { case: Some(TagCase::Camel), ..Hashtag::default() });
        for (text, better) in [
            ("#madeinfrance", "#MadeInFrance"),
            ("#slowliving et #zérodéchet", "#SlowLiving et #ZéroDéchet"),
            ("#developpementdurable", "#DeveloppementDurable"),
            ("La nuit des musées #nuitdesmusées", "La nuit des musées #NuitDesMusées"),
            ("#jeuconcours #consommerlocal", "#JeuConcours #ConsommerLocal"),
        ] {
            assert_eq!(mended(&rule, Lang::Fr, text), better, "{text}");
        }
        for text in [
            "#MadeInFrance #Madeinfrance",
            "#patrimoine #entrepreneuriat #photographie",
            "#été #2026 #noel",
            "En fin d’année #enfin",
            "Bonjour à tous #bonjour #anticonstitutionnellement",
            "#communication #international #restaurant",
            "#UNESCO #LYON",
        ] {
            assert_eq!(found(&rule, Lang::Fr, text), "", "{text}");
        }
    }

    #[test]
    fn small_letters_where_they_are_wanted() {
        let rule = rule(Hashtag { case: Some(TagCase::Lower), ..Hashtag::default() });
        assert_eq!(mended(&rule, Lang::Fr, "#MadeInFrance #Été #ok"), "#madeinfrance #été #ok");
    }

    #[test]
    fn hashtags_belong_at_the_end() {
        let rule = rule(Hashtag { position: Position::End, ..Hashtag::default() });
        assert_eq!(found(&rule, Lang::Fr, "La #nuit des #musées, samedi #lyon"), "#nuit");
        for text in ["Samedi soir #lyon #nuit", "Samedi 🎉 #lyon @ville https://a.fr/b", "#lyon"]
        {
            assert_eq!(found(&rule, Lang::Fr, text), "", "{text}");
        }
    }

    #[test]
    fn none_twice() {
        let rule = rule(Hashtag { no_duplicate: Mark::Yes, ..Hashtag::default() });
        assert_eq!(found(&rule, Lang::Fr, "#Été #lyon #ete #LYON #lyon"), "#ete|#LYON");
        assert_eq!(found(&rule, Lang::Fr, "#été #lyon #étés"), "");
    }

    #[test]
    fn hostile_texts_are_read_quickly() {
        let rule = rule(Hashtag { case: Some(TagCase::Camel), ..Hashtag::default() });
        let text = "#aaaaaaaaaaaa a ".repeat(20_000);
        assert_eq!(found(&rule, Lang::Fr, &text), "");
    }
}
