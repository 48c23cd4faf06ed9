//! What is wrong with the label of a post that has a partner: one verdict for one post on one channel.

use crate::disclosure::{self, Deal, Folded, Hit, Label, Regime};
use crate::model::{Partnership, Status};
use crate::rules::{Part, Said};
use crate::source::{At, Loc};
use std::ops::Range;

/// A text is cut behind “more” after so many characters at the latest: where a network names no
/// figure, this is taken; it is about three lines on a telephone.
const READ_AT_ONCE: usize = 200;

/// A post with a partner, and what its text says of it.
#[derive(Debug)]
pub(super) struct Case<'a> {
    /// The post on its channel.
    pub(super) said: &'a Said<'a>,
    /// The partner.
    pub(super) partnership: &'a Loc<Partnership>,
    /// Why a label is due.
    pub(super) deal: Deal,
    /// The laws that are looked at.
    pub(super) regime: Regime,
    /// What its text says.
    pub(super) verdict: Verdict,
}

/// What a text says of its partner.
#[derive(Clone, Copy, Debug)]
pub(in crate::rules) enum Verdict {
    /// Enough, and where readers see it.
    Fine,
    /// Nothing; the text begins here.
    Missing(At),
    /// A word that hints at it alone.
    Weak(At, &'static Label),
    /// A label that comes too late.
    Late(At, Delay),
    /// A label among hashtags or links.
    Buried(At),
}

/// How a label comes too late.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::rules) enum Delay {
    /// Not in the first line.
    Line,
    /// Behind “more”.
    Fold,
    /// In another part of the thread than the first: which, from 1.
    Part(usize),
    /// In the first comment.
    Comment,
}

/// Judges a post that has a partner. Nothing when it has none, or when nothing is written yet.
pub(super) fn judge<'a>(said: &'a Said<'a>) -> Option<Case<'a>> {
    let partnership = said.post.partnership.as_ref()?;
    let words = said.content.has_words();
    // A picture that goes out without a word says it in the picture.
    let shown = !words && said.placement.status.value >= Status::Review;
    let empty = said.parts.is_empty() && said.content.media.is_empty();
    if !(words || shown) || empty {
        return None;
    }
    let deal = match partnership.value.kind.as_str() {
        "gift" => Deal::Gift,
        "affiliate" => Deal::Affiliate,
        _ => Deal::Paid,
    };
    let regime = regime(said);
    let partner = partnership.value.with.as_deref();
    let judged = || verdict(said, &regime, deal, partner);
    let verdict = *said.verdict.get_or_init(judged);
    Some(Case { said, partnership, deal, regime, verdict })
}

/// The laws and the language of a post on its channel.
pub(super) fn regime(said: &Said<'_>) -> Regime {
    let ws = said.facts.ws;
    let country = ws.calendar.country.as_ref().map(|country| country.value.as_str());
    disclosure::regime(country, ws.lang_of(said.placement))
}

/// Of so many labels in a text one is early enough, or none is.
const ENOUGH: usize = 50;

fn verdict(said: &Said<'_>, regime: &Regime, deal: Deal, partner: Option<&str>) -> Verdict {
    let accepted = regime.accepted(deal);
    let find = |text: &str| disclosure::find(&Folded::new(text), &accepted);
    if stands_first(said, find) {
        return Verdict::Fine;
    }
    let mut best: Option<Verdict> = None;
    for (index, part) in said.parts.iter().enumerate() {
        for hit in find(&part.out.text).into_iter().take(ENOUGH) {
            match place(said, part, index, &hit.range) {
                Verdict::Fine => return Verdict::Fine,
                // Of two labels the one that is not lost among hashtags is the better one.
                late @ Verdict::Late(..) if !matches!(best, Some(Verdict::Late(..))) => {
                    best = Some(late);
                }
                other => _ = best.get_or_insert(other),
            }
        }
    }
    let comment = || {
        let comment = said.content.first_comment?;
        let hit = find(&comment.value).into_iter().next()?;
        Some(Verdict::Late(said.within(comment, hit.range), Delay::Comment))
    };
    let weak = || weak(said, regime, deal, partner);
    best.or_else(comment).or_else(weak).unwrap_or_else(|| Verdict::Missing(first_line(said)))
}

/// Whether a title, or a picture without a text, has the label: both are read first.
fn stands_first(said: &Said<'_>, find: impl Fn(&str) -> Vec<Hit>) -> bool {
    let title = said.content.title.filter(|_| said.network.title.is_some());
    let media = said.content.media.iter().filter(|_| !said.content.has_words());
    let shown = media.filter_map(|media| media.text.as_ref());
    title.into_iter().chain(shown).any(|words| !find(&words.value).is_empty())
}

/// The first word that hints at the partner: in the text, else in the title, in the first comment or
/// in the words of an image.
fn weak(said: &Said<'_>, regime: &Regime, deal: Deal, partner: Option<&str>) -> Option<Verdict> {
    let (labels, thanks) = (regime.weak(deal), regime.thanks());
    let hit = |text: &str| {
        let text = Folded::new(text);
        let hit = disclosure::find(&text, &labels).into_iter().next();
        hit.or_else(|| disclosure::find_thanks(&text, &thanks, partner).into_iter().next())
    };
    let in_text = said.parts.iter().find_map(|part| {
        let hit = hit(&part.out.text)?;
        Some(Verdict::Weak(said.place(part, &hit.range), hit.label))
    });
    let title = said.content.title.filter(|_| said.network.title.is_some());
    let shown = said.content.media.iter().filter_map(|media| media.text.as_ref());
    let mut others = title.into_iter().chain(said.content.first_comment).chain(shown);
    in_text.or_else(|| {
        others.find_map(|words| {
            let hit = hit(&words.value)?;
            Some(Verdict::Weak(said.within(words, hit.range), hit.label))
        })
    })
}

/// Whether a label stands where it is read.
fn place(said: &Said<'_>, part: &Part<'_>, index: usize, range: &Range<usize>) -> Verdict {
    let text = &part.out.text;
    let at = said.place(part, range);
    if !opens(part, range.start) && neighbours(part, range) >= 2 {
        return Verdict::Buried(at);
    }
    if index > 0 {
        return Verdict::Late(at, Delay::Part(index + 1));
    }
    if range.start >= line(text).end {
        return Verdict::Late(at, Delay::Line);
    }
    let advised = said.network.fold.and_then(|n| usize::try_from(n).ok());
    let fold = advised.unwrap_or(READ_AT_ONCE).min(READ_AT_ONCE);
    match text[..range.end].chars().count() > fold {
        true => Verdict::Late(at, Delay::Fold),
        false => Verdict::Fine,
    }
}

/// Whether a text begins here: nothing before but pictures and whoever it calls.
fn opens(part: &Part<'_>, start: usize) -> bool {
    let called = |at: usize| part.entities.mentions.iter().any(|spot| spot.range.contains(&at));
    let mut letters = part.out.text.char_indices().take_while(|(at, _)| *at < start);
    !letters.any(|(at, c)| c.is_alphanumeric() && !called(at))
}

/// Whether an image shows a label, which replaces none in the text.
pub(super) fn is_in_image(case: &Case<'_>) -> bool {
    let accepted = case.regime.accepted(case.deal);
    let mut shown = case.said.content.media.iter().filter_map(|media| media.text.as_ref());
    shown.any(|words| !disclosure::find(&Folded::new(&words.value), &accepted).is_empty())
}

/// How many hashtags, links and mentions stand right beside a label on its line, in a row.
fn neighbours(part: &Part<'_>, own: &Range<usize>) -> usize {
    let all = &part.entities;
    let spots = all.hashtags.iter().chain(&all.urls).chain(&all.mentions).map(|s| s.range.clone());
    let mut spots: Vec<Range<usize>> =
        spots.filter(|spot| spot.end <= own.start || spot.start >= own.end).collect();
    spots.sort_by_key(|spot| spot.start);
    let text = &part.out.text;
    let joined = |from: usize, to: usize| {
        let between = text.get(from..to);
        between.is_some_and(|gap| gap.chars().all(|c| c != '\n' && !c.is_alphanumeric()))
    };
    let (mut count, mut edge) = (0, own.start);
    for spot in spots.iter().rev().filter(|spot| spot.end <= own.start) {
        if !joined(spot.end, edge) {
            break;
        }
        (count, edge) = (count + 1, spot.start);
    }
    edge = own.end;
    for spot in spots.iter().filter(|spot| spot.start >= own.end) {
        if !joined(edge, spot.start) {
            break;
        }
        (count, edge) = (count + 1, spot.end);
    }
    count
}

/// The bytes of the first line that has words.
fn line(text: &str) -> Range<usize> {
    let first = text.find(char::is_alphanumeric).unwrap_or_default();
    let start = text[..first].rfind('\n').map_or(0, |at| at + 1);
    let end = text[first..].find('\n').map_or(text.len(), |at| first + at);
    start..end
}

fn first_line(said: &Said<'_>) -> At {
    match said.parts.first() {
        Some(part) => said.place(part, &line(&part.out.text)),
        None => said.content.media.first().map_or(said.post.at, crate::model::Media::place),
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::{Group, Level};
    use crate::rules::{Facts, check, find, judge};
    use crate::source::Sources;
    use crate::time::Instant;

    /// What the rules of disclosure say of one post, with their levels.
    fn told(country: &str, lang: &str, post: &str) -> Vec<(String, Level)> {
        let text = format!(
            "[calendar]\ntimezone = \"Europe/Paris\"\n{country}\n{lang}\n[channels.main]\n\
             network = \"youtube\"\n[[post]]\nid = \"a\"\ndate = 2026-11-26\n{post}\n"
        );
        let mut sources = Sources::default();
        let loaded =
            crate::load::from_text(&text, std::path::Path::new("."), &mut sources).unwrap();
        let ws = loaded.workspace.expect("it reads");
        let now = Instant::parse_rfc3339("2026-11-20T09:00:00+01:00").unwrap();
        let facts = Facts::new(&ws, &sources, now);
        let report = judge(check(&facts), Some(&facts));
        let of_group =
            |id: &str| find(id).is_some_and(|rule| matches!(rule.group, Group::Disclosure));
        let findings = report.findings.into_iter().filter(|j| of_group(&j.finding.rule));
        findings.map(|j| (j.finding.rule.into_owned(), j.level)).collect()
    }

    #[test]
    fn each_country_has_its_words() {
        let (fr, us, gb) = ("country = \"FR\"", "country = \"US\"", "country = \"GB\"");
        let (french, english, german) = ("lang = \"fr\"", "lang = \"en\"", "lang = \"de\"");
        let (missing, weak) = ("missing-disclosure", "weak-disclosure");
        let (warning, error) = (Level::Warning, Level::Error);
        for (country, lang, kind, text, expected) in [
            (us, english, "paid", "Sponsored: ten brushes", None),
            (gb, english, "paid", "Sponsored: ten brushes", Some((weak, warning))),
            (fr, english, "paid", "Ad: ten brushes", None),
            (fr, "", "paid", "#ad Dix pinceaux", Some((weak, warning))),
            (us, french, "paid", "#ad Dix pinceaux", Some((weak, warning))),
            (us, french, "paid", "Publicité : dix pinceaux", None),
            (gb, english, "paid", "Advert: ten brushes", None),
            (gb, english, "gift", "Gifted: ten brushes", Some((weak, warning))),
            (us, english, "gift", "Thanks to Acme for the free product!", None),
            (us, english, "paid", "Thanks to Acme for the free product!", Some((weak, warning))),
            (fr, french, "gift", "Produit offert : dix pinceaux", Some((weak, warning))),
            (us, english, "paid", "Ten brushes", Some((missing, error))),
            ("", english, "paid", "Ten brushes", Some((missing, warning))),
            ("", "", "paid", "Sponsored: ten brushes", None),
            ("country = \"CH\"", french, "paid", "Dix pinceaux", Some((missing, warning))),
            (fr, german, "paid", "Zehn Pinsel", Some((missing, warning))),
            (fr, german, "paid", "Ad: zehn Pinsel", None),
        ] {
            assert_eq!(
                of_text(country, lang, kind, text),
                told_as(expected),
                "{country} {lang} {text}"
            );
        }
    }

    fn of_text(country: &str, lang: &str, kind: &str, text: &str) -> Vec<(String, Level)> {
        let partner = format!("partnership = {{ with = \"Acme\", kind = \"{kind}\" }}");
        told(country, lang, &format!("text = \"{text}\"\n{partner}"))
    }

    fn told_as(expected: Option<(&str, Level)>) -> Vec<(String, Level)> {
        expected.into_iter().map(|(rule, level)| (rule.to_owned(), level)).collect()
    }

    #[test]
    fn words_of_gifts_and_commissions_are_something() {
        const FR: &str = "country = \"FR\"";
        const US: &str = "country = \"US\"";
        const GB: &str = "country = \"GB\"";
        const FRENCH: &str = "lang = \"fr\"";
        const ENGLISH: &str = "lang = \"en\"";
        const MISSING: Option<(&str, Level)> = Some(("missing-disclosure", Level::Error));
        const WEAK: Option<(&str, Level)> = Some(("weak-disclosure", Level::Warning));
        for (country, lang, kind, text, expected) in [
            (FR, FRENCH, "paid", "Publicité (liens affiliés) : dix pinceaux", None),
            (FR, FRENCH, "gift", "Publicité (produit offert par Acme). Je teste", None),
            (FR, FRENCH, "paid", "@a @b @c Publicité : je teste", None),
            (FR, FRENCH, "paid", "Publicité mensongère : dix pinceaux", MISSING),
            (US, ENGLISH, "affiliate", "I get commissions for purchases made through links", None),
            (US, ENGLISH, "affiliate", "As an Amazon Associate I earn a bit", None),
            (US, ENGLISH, "affiliate", "I earn from qualifying purchases", None),
            (US, ENGLISH, "affiliate", "I may earn a small commission. Ten brushes", None),
            (US, ENGLISH, "affiliate", "Ten brushes, all affiliate links", WEAK),
            (US, ENGLISH, "affiliate", "Ten brushes. I don’t get any commission", MISSING),
            (US, FRENCH, "affiliate", "Je touche une commission avec ce lien", None),
            (FR, FRENCH, "affiliate", "Je touche une commission avec ce lien", WEAK),
            (FR, FRENCH, "affiliate", "Mes liens sont affiliés", WEAK),
            (GB, ENGLISH, "affiliate", "I may earn a commission", WEAK),
            (US, ENGLISH, "paid", "I may earn a commission", WEAK),
            (US, ENGLISH, "paid", "Rose sent me this cream", WEAK),
            (US, ENGLISH, "gift", "Rose sent me this cream for free", WEAK),
            (US, ENGLISH, "gift", "A cream gifted by Rose", WEAK),
            (FR, FRENCH, "gift", "Cadeau presse de Rose", WEAK),
            (FR, FRENCH, "gift", "Invitée par Rose, je découvre la crème", WEAK),
            (FR, FRENCH, "gift", "Une crème reçue gratuitement", WEAK),
            (FR, FRENCH, "gift", "Rose m’a offert cette crème", WEAK),
            (FR, FRENCH, "gift", "Cette crème ne m’a pas été offerte", MISSING),
            (FR, FRENCH, "paid", "Livraison offerte dès dix pinceaux", MISSING),
            (FR, FRENCH, "paid", "Merci à notre partenaire", WEAK),
            (US, ENGLISH, "paid", "A trip that Acme sponsored", WEAK),
        ] {
            assert_eq!(
                of_text(country, lang, kind, text),
                told_as(expected),
                "{country} {lang} {text}"
            );
        }
    }

    #[test]
    fn a_title_that_the_network_shows_is_read_first() {
        let post = "title = \"Dix pinceaux (publicité)\"\ntext = \"Dix pinceaux\"\n\
                    partnership = { kind = \"paid\" }";
        assert_eq!(told("country = \"FR\"", "lang = \"fr\"", post), []);
    }

    #[test]
    fn a_hint_beside_the_text_is_no_silence() {
        for rest in ["first_comment = \"Merci à Acme\"", "title = \"Avec notre partenaire\""] {
            let post = format!(
                "text = \"Dix pinceaux\"\n{rest}\npartnership = {{ with = \"Acme\", kind = \"paid\" }}"
            );
            let told = told("country = \"FR\"", "lang = \"fr\"", &post);
            assert_eq!(told, [("weak-disclosure".to_owned(), Level::Warning)], "{rest}");
        }
    }

    #[test]
    fn images_weigh_by_law_and_by_partner() {
        let image = "\nmedia = [{ url = \"https://a.example/a.jpg\", alt = \"A\", ai = true }]";
        let level = |country: &str, rest: &str| {
            let told = told(country, "lang = \"en\"", &format!("text = \"Ad: A\"\n{rest}{image}"));
            told.into_iter().find(|(rule, _)| rule == "missing-image-label").map(|(_, level)| level)
        };
        let partner = "partnership = { kind = \"paid\" }";
        assert_eq!(level("country = \"FR\"", partner), Some(Level::Error));
        assert_eq!(level("country = \"US\"", partner), Some(Level::Warning));
        assert_eq!(level("", partner), Some(Level::Warning));
        assert_eq!(level("country = \"FR\"", ""), Some(Level::Hint));
        assert_eq!(level("country = \"US\"", ""), None);
    }

    #[test]
    fn an_image_that_is_told_of_in_other_words() {
        let level = |lang: &str, text: &str, partner: &str| {
            let post = format!(
                "text = \"{text}\"\n{partner}\nmedia = [{{ url = \"https://a.example/a.jpg\", \
                 alt = \"A\", ai = true }}]"
            );
            let told = told("country = \"FR\"", lang, &post);
            told.into_iter().find(|(rule, _)| rule == "missing-image-label").map(|(_, level)| level)
        };
        let partner = "partnership = { kind = \"paid\" }";
        let (fr, en) = ("lang = \"fr\"", "lang = \"en\"");
        let made = "Publicité : A. La B a été générée par une IA";
        assert_eq!(level(fr, made, partner), Some(Level::Hint));
        assert_eq!(level(fr, made, ""), None);
        assert_eq!(level(fr, "Publicité : A. Images virtuelles.", partner), None);
        assert_eq!(level(en, "Ad: A, made with AI", partner), None);
        assert_eq!(level(fr, "Publicité : A, créée sans IA", partner), Some(Level::Error));
    }
}
