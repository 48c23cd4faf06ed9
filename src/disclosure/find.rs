//! Labels in a text, where they are labels.
//!
//! One word (“Ad”, «\u{a0}Publicité\u{a0}») is a label where it stands alone: as a hashtag, in
//! brackets, or at the beginning of a line or after a full stop or a dash, and then nothing but the
//! end of the line, a mark or a name follows. In the middle of a sentence it is a word like any
//! other. Several words (“paid partnership”) are a label anywhere, unless the sentence denies them.

use super::fold::Folded;
use super::laws::Label;
use std::ops::Range;

/// How a label stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A hashtag.
    Tag,
    /// Alone: nothing else in its line, its brackets, or before its colon.
    Alone,
    /// In a sentence.
    Prose,
}

/// A label in a text.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Its bytes.
    pub range: Range<usize>,
    /// How it stands there.
    pub form: Form,
    /// Which label.
    pub label: &'static Label,
}

/// The labels of a list in a text, in its order. Of two that overlap the longer one counts.
#[must_use]
pub fn find(text: &Folded, labels: &[&'static Label]) -> Vec<Hit> {
    let mut hits: Vec<(Range<usize>, Hit)> = Vec::new();
    let mut add = |at: Range<usize>, form: Form, label: &'static Label| {
        hits.push((at.clone(), Hit { range: text.bytes(&at), form, label }));
    };
    for tag in tags(text.letters()) {
        let plain = plain(&text.letters()[tag.clone()]);
        if let Some(label) = labels.iter().find(|label| label.tag == plain) {
            add(tag, Form::Tag, label);
        }
    }
    for label in labels.iter().filter(|label| !label.tag_only) {
        for at in text.words(&label.letters) {
            if let Some(form) = form(text.letters(), &at, label) {
                add(at, form, label);
            }
        }
    }
    // The longest first at each place, then whatever begins inside it goes.
    hits.sort_by_key(|(at, _)| (at.start, std::cmp::Reverse(at.end)));
    let mut end = 0;
    hits.retain(|(at, _)| {
        let apart = at.start >= end;
        end = end.max(at.end);
        apart
    });
    hits.into_iter().map(|(_, hit)| hit).collect()
}

/// Words of thanks that are followed on their line by the partner's name, or by a mention.
#[must_use]
pub fn find_thanks(text: &Folded, thanks: &[&'static Label], partner: Option<&str>) -> Vec<Hit> {
    let partner = partner.map(super::fold::letters).filter(|name| !name.is_empty());
    let all = text.letters();
    let mut hits = Vec::new();
    for label in thanks {
        for at in text.words(&label.letters) {
            let rest = &all[at.end..line_end(all, at.end)];
            let named = |name: &Vec<char>| rest.windows(name.len()).any(|some| some == name);
            if rest.contains(&'@') || partner.as_ref().is_some_and(named) {
                hits.push(Hit { range: text.bytes(&at), form: Form::Prose, label });
            }
        }
    }
    hits.sort_by_key(|hit| hit.range.start);
    hits
}

/// The hashtags of a text, signs included: `#` that no letter precedes, then letters, digits and `_`.
fn tags(letters: &[char]) -> Vec<Range<usize>> {
    let mut tags = Vec::new();
    for (start, _) in letters.iter().enumerate().filter(|(_, c)| **c == '#') {
        let glued = start.checked_sub(1).is_some_and(|at| is_word(letters[at]));
        let length = letters[start + 1..].iter().take_while(|c| is_word(**c)).count();
        if !glued && length > 0 {
            tags.push(start..start + 1 + length);
        }
    }
    tags
}

/// The letters and digits alone.
fn plain(letters: &[char]) -> Vec<char> {
    letters.iter().copied().filter(|c| c.is_alphanumeric()).collect()
}

const fn is_mark(c: char) -> bool {
    matches!(c, ':' | '.' | '!' | '…' | '|' | '·' | '•' | '–' | '—' | ')' | ']' | '}' | '»' | '”')
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn form(letters: &[char], at: &Range<usize>, label: &Label) -> Option<Form> {
    // A hashtag, a handle or part of an address.
    if at.start.checked_sub(1).is_some_and(|before| "#@/.-'&=?".contains(letters[before])) {
        return None;
    }
    match (opens(letters, at.start), follows(letters, at.end)) {
        (true, Follow::Nothing) => Some(Form::Alone),
        (true, Follow::Name) => Some(Form::Prose),
        (_, Follow::Question) => None,
        _ if label.is_phrase() && !is_denied(letters, at.start) => Some(Form::Prose),
        _ => None,
    }
}

/// Whether a statement begins here: a line, a bracket, or what follows a full stop or a dash.
fn opens(letters: &[char], start: usize) -> bool {
    let numbered = letters[..start].iter().rev().find(|c| !is_numbering(**c));
    if numbered.is_none_or(|c| *c == '\n') {
        return true;
    }
    let mut spaced = false;
    for c in letters[..start].iter().rev() {
        match c {
            '\n' | '(' | '[' | '{' | '|' | '·' | '•' | '–' | '—' => return true,
            '.' | '!' | '?' | '…' => return spaced,
            '-' => return spaced,
            ' ' => spaced = true,
            '"' | '\'' | '«' | '“' | '”' | '*' | '_' | '>' | ')' | ']' | '»' => {}
            c if c.is_alphanumeric() || c.is_ascii_punctuation() => return false,
            // Emoji and other pictures.
            _ => {}
        }
    }
    true
}

/// `1/3`, `(2)`, a digit on a key: the number of a part, which says nothing.
fn is_numbering(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '/' | '.' | '(' | ')' | '[' | ']' | ' ' | '\u{20e3}')
}

/// What comes after a label.
enum Follow {
    /// The end of the line or of the statement.
    Nothing,
    /// Whose label it is: a comma, or “with …”.
    Name,
    /// A question mark.
    Question,
    /// A sentence that goes on.
    Words,
}

fn follows(letters: &[char], end: usize) -> Follow {
    let rest = &letters[end..];
    let spaces = rest.iter().take_while(|c| **c == ' ').count();
    let rest = &rest[spaces..];
    let next = |n: usize| rest.get(n).copied().filter(|c| *c != '\n');
    let Some(first) = next(0) else {
        return Follow::Nothing;
    };
    match first {
        // `ad.example`, `ad-free`.
        '.' if next(1).is_some_and(is_word) => Follow::Words,
        '-' if spaces > 0 && next(1).is_none_or(|c| c == ' ') => Follow::Nothing,
        '#' | '@' if spaces > 0 => Follow::Nothing,
        '*' | '_' | '"' | '\'' if next(1).is_none_or(|c| !is_word(c)) => Follow::Nothing,
        '?' => Follow::Question,
        ',' | ';' | '/' | '+' | '&' => Follow::Name,
        c if is_mark(c) => Follow::Nothing,
        c if is_word(c) && spaces > 0 => {
            let word: String = rest.iter().take_while(|c| is_word(**c)).collect();
            match ["avec", "pour", "with", "for", "by"].contains(&word.as_str()) {
                true => Follow::Name,
                false => Follow::Words,
            }
        }
        c if is_word(c) || c.is_ascii_punctuation() => Follow::Words,
        // Emoji and other pictures.
        _ => Follow::Nothing,
    }
}

/// So many letters before a label have the two words that may deny it, and so many behind thanks
/// have the name.
const NEAR: usize = 200;

/// Whether the sentence denies what follows: by the word before, or the one before an article.
/// Farther away it denies something else (“don’t miss our …”).
pub(super) fn is_denied(letters: &[char], start: usize) -> bool {
    let ends = |c: &char| matches!(c, '\n' | '.' | '!' | '?' | '…' | ':' | ';');
    let near = start.saturating_sub(NEAR);
    let from = letters[near..start].iter().rposition(ends).map_or(near, |at| near + at + 1);
    let before: String = letters[from..start].iter().collect();
    let words = before.split(|c: char| !c.is_alphanumeric() && c != '\'').rev();
    let mut words = words.filter(|word| !word.is_empty());
    let articles =
        ["un", "une", "le", "la", "de", "d'un", "d'une", "du", "a", "an", "any", "the", "en"];
    match words.next() {
        Some(word) if articles.contains(&word) => words.next().is_some_and(is_negation),
        Some(word) => is_negation(word),
        None => false,
    }
}

fn is_negation(word: &str) -> bool {
    let no =
        ["pas", "non", "aucun", "aucune", "jamais", "sans", "ni", "not", "no", "never", "without"];
    no.contains(&word) || word.ends_with("n't")
}

/// The end of a line, or of what is near.
fn line_end(letters: &[char], from: usize) -> usize {
    let line = letters[from..].iter().take(NEAR).position(|c| *c == '\n');
    line.map_or(letters.len().min(from + NEAR), |at| from + at)
}

#[cfg(test)]
mod tests {
    use super::super::laws::{Deal, regime};
    use super::*;

    fn hits<'a>(lang: &str, text: &'a str) -> Vec<(&'a str, Form)> {
        let country = if lang == "fr" { "FR" } else { "US" };
        let labels = regime(Some(country), Some(lang)).accepted(Deal::Paid);
        let found = find(&Folded::new(text), &labels);
        found.into_iter().map(|hit| (&text[hit.range], hit.form)).collect()
    }

    #[test]
    fn labels_that_stand_alone() {
        for (lang, text) in [
            ("fr", "Publicité"),
            ("fr", "PUBLICITÉ : le nouveau parfum"),
            ("fr", "publicite\u{301}\u{a0}: le parfum"),
            ("fr", "Publicité – Nouveau parfum"),
            ("fr", "Publicité — Nouveau parfum"),
            ("fr", "Publicité - Nouveau parfum"),
            ("fr", "Publicité | Nouveau parfum"),
            ("fr", "Publicité. Nouveau parfum"),
            ("fr", "Publicité\nNouveau parfum"),
            ("fr", "[Publicité] Nouveau parfum"),
            ("fr", "Nouveau parfum (publicité)"),
            ("fr", "👉 Publicité 👈 Nouveau parfum"),
            ("fr", "« Publicité » Nouveau parfum"),
            ("fr", "**Publicité** Nouveau parfum"),
            ("fr", "Nouveau parfum – Publicité"),
            ("fr", "Nouveau parfum !\u{a0}Publicité."),
            ("fr", "1/3 Publicité : le parfum"),
            ("fr", "1\u{fe0f}\u{20e3} Publicité"),
            ("fr", "Publicité @maison"),
            ("fr", "Publicité #parfum"),
            ("fr", "COLLABORATION COMMERCIALE"),
            ("fr", "Collaboration commerciale : le parfum"),
            ("fr", "Partenariat\u{a0}rémunéré\nLe parfum"),
            ("en", "Ad: the new scent"),
            ("en", "AD | The new scent"),
            ("en", "Ad – the new scent"),
            ("en", "(ad) The new scent"),
            ("en", "[AD] The new scent"),
            ("en", "Ad\nThe new scent"),
            ("en", "The new scent. Ad."),
            ("en", "Advertisement: the new scent"),
            ("en", "Sponsored. The new scent"),
            ("en", "Paid partnership: the new scent"),
        ] {
            let found = hits(lang, text);
            assert!(matches!(found[..], [(_, Form::Alone)]), "{text}: {found:?}");
        }
    }

    #[test]
    fn hashtags() {
        for (lang, text) in [
            ("fr", "#publicité Le parfum"),
            ("fr", "Le parfum #Publicite"),
            ("fr", "#CollaborationCommerciale"),
            ("fr", "#collaboration_commerciale"),
            ("fr", "(#PartenariatRémunéré)"),
            ("en", "#ad The new scent"),
            ("en", "The new scent #AD"),
            ("en", "＃sponsored"),
            ("en", "#PaidPartnership, the new scent"),
        ] {
            let found = hits(lang, text);
            assert!(matches!(found[..], [(_, Form::Tag)]), "{text}: {found:?}");
        }
    }

    #[test]
    fn labels_in_a_sentence() {
        for (lang, text) in [
            ("fr", "Collaboration commerciale avec la Banque des Canuts."),
            ("fr", "Publicité pour la Maison Rose"),
            ("fr", "Publicité, en partenariat avec la Maison Rose"),
            ("fr", "Cette vidéo est une collaboration commerciale avec @maison"),
            ("fr", "Ce texte est un contenu sponsorisé de la Maison Rose"),
            ("fr", "Ne manquez pas notre nouvelle collaboration commerciale avec @maison"),
            ("en", "This video is a paid partnership with Acme"),
            ("en", "Ad for Acme"),
            ("en", "Ad, with love from Acme"),
            ("en", "Honestly, this post is an ad for Acme"),
        ] {
            let found = hits(lang, text);
            assert!(matches!(found[..], [(_, Form::Prose)]), "{text}: {found:?}");
        }
    }

    #[test]
    fn words_that_are_no_labels() {
        for (lang, text) in [
            ("fr", "la publicité est partout"),
            ("fr", "La publicité est partout."),
            ("fr", "Publicité mensongère : comment la reconnaître"),
            ("fr", "Une affiche de publicité."),
            ("fr", "Que pensez-vous de la publicité ?"),
            ("fr", "Publicité ?"),
            ("fr", "Adèle est arrivée"),
            ("fr", "#publicitéancienne"),
            ("fr", "https://musee.example/publicite"),
            ("fr", "@publicite"),
            ("fr", "Ceci n’est pas une collaboration commerciale."),
            ("fr", "Avis libre, aucun partenariat rémunéré"),
            ("fr", "Publicité non rémunérée"),
            ("fr", "une collaboration"),
            ("fr", "#ad"),
            ("en", "add"),
            ("en", "Adele is here"),
            ("en", "Ad astra per aspera"),
            ("en", "AD 79: Vesuvius"),
            ("en", "an ad-free week"),
            ("en", "Ad-free at last"),
            ("en", "We placed an ad in the paper"),
            ("en", "ad.example"),
            ("en", "#adidas #adventure"),
            ("en", "This is not a paid partnership"),
            ("en", "I wasn’t paid: no sponsored content here"),
            ("en", "The advertisement of 1900"),
            ("en", "c#ad"),
        ] {
            assert_eq!(hits(lang, text), [], "{text}");
        }
    }

    #[test]
    fn the_longer_label_counts() {
        let text = "Sponsored content: the scent";
        assert_eq!(hits("en", text), [("Sponsored content", Form::Alone)]);
    }

    #[test]
    fn thanks_count_when_they_thank_the_partner() {
        let regime = regime(Some("FR"), Some("fr"));
        let count = |text: &str| {
            find_thanks(&Folded::new(text), &regime.thanks(), Some("Maison Rosé")).len()
        };
        assert_eq!(count("Merci à la maison rose pour ce parfum"), 1);
        assert_eq!(count("Merci à @maisonrose"), 1);
        assert_eq!(count("Merci à toutes et à tous\nMaison Rosé"), 0);
    }
}
