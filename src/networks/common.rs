//! What networks without a grammar of their own here recognise: what people expect of a link, a
//! hashtag and a mention. What is inside a link is nothing else.

use super::classes::is_word;
use super::{Entities, Spot, tld};

pub(super) fn entities(text: &str) -> Entities {
    let mut all = Entities::default();
    let mut at = 0;
    let mut before = None;
    while let Some(c) = text[at..].chars().next() {
        let end = match c {
            '#' | '＃' => take(&mut all.hashtags, at, hashtag(&text[at..], before)),
            '@' => take(&mut all.mentions, at, mention(&text[at..], before)),
            _ if c.is_alphanumeric() => take(&mut all.urls, at, link(&text[at..], before)),
            _ => None,
        };
        let next = end.unwrap_or_else(|| at + unread(&text[at..]));
        before = text[at..next].chars().next_back();
        at = next;
    }
    all
}

/// Keeps what was found at a byte; its length and its value. Tells where it ends.
fn take(spots: &mut Vec<Spot>, start: usize, found: Option<(usize, String)>) -> Option<usize> {
    let (long, value) = found?;
    spots.push(Spot { range: start..start + long, value });
    Some(start + long)
}

/// How long what is no entity is: a whole word, else a character.
fn unread(rest: &str) -> usize {
    let word = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
    if word > 0 { word } else { rest.chars().next().map_or(0, char::len_utf8) }
}

/// A sign that is not inside a word or an address, and a word with a letter.
fn hashtag(rest: &str, before: Option<char>) -> Option<(usize, String)> {
    if before.is_some_and(|c| is_word(c) || matches!(c, '&' | '/' | '#' | '＃')) {
        return None;
    }
    let sign = rest.chars().next()?.len_utf8();
    let name = &rest[sign..];
    let name = &name[..name.find(|c| !is_word(c)).unwrap_or(name.len())];
    name.contains(char::is_alphabetic).then(|| (sign + name.len(), name.to_owned()))
}

/// A sign that is not inside a word or an address, and a name, with full stops inside only.
fn mention(rest: &str, before: Option<char>) -> Option<(usize, String)> {
    if before.is_some_and(|c| is_word(c) || matches!(c, '/' | '-' | '+' | '@')) {
        return None;
    }
    let name = &rest[1..];
    let run = &name[..name.find(|c| !is_word(c) && c != '.').unwrap_or(name.len())];
    let name = run.trim_end_matches('.');
    let is_name = name.starts_with(is_word) && !rest[1 + run.len()..].starts_with('@');
    is_name.then(|| (1 + name.len(), name.to_owned()))
}

fn link(rest: &str, before: Option<char>) -> Option<(usize, String)> {
    if before.is_some_and(is_word) {
        return None;
    }
    if let Some(scheme) = scheme(rest) {
        let host = rest[scheme..].starts_with(char::is_alphanumeric);
        let long = scheme + trimmed(tail(&rest[scheme..])).len();
        return host.then(|| (long, rest[..long].to_owned()));
    }
    if before.is_some_and(|c| "@.-/_#$&=+%".contains(c)) {
        return None;
    }
    let domain = domain(rest)?;
    let after = &rest[domain..];
    let long = match after.chars().next() {
        Some('@') => return None,
        Some('/' | '?' | '#') => domain + trimmed(tail(after)).len(),
        _ => domain,
    };
    Some((long, format!("https://{}", &rest[..long])))
}

/// How long `http://` or `https://` is at the start.
fn scheme(rest: &str) -> Option<usize> {
    ["https://", "http://"].iter().map(|scheme| scheme.len()).find(|long| {
        let head = rest.get(..*long).unwrap_or_default();
        ["https://", "http://"].iter().any(|scheme| head.eq_ignore_ascii_case(scheme))
    })
}

/// How long the domain at the start is: labels, and a top-level domain that exists, written in one
/// size of letters (`fini.La` is the end of a sentence).
fn domain(rest: &str) -> Option<usize> {
    let label = |from: usize| {
        let rest = &rest[from..];
        let run = &rest[..rest.find(|c| !is_word(c) && c != '-').unwrap_or(rest.len())];
        let is_label = !run.is_empty() && !run.starts_with('-') && !run.ends_with('-');
        is_label.then_some(run)
    };
    let mut at = label(0)?.len();
    let mut end = None;
    while rest[at..].starts_with('.') {
        let Some(next) = label(at + 1) else { break };
        at += 1 + next.len();
        let small = next.to_lowercase();
        if (small == next || next.to_uppercase() == next) && tld::is_known(&small) {
            end = Some(at);
        }
    }
    end
}

/// Up to white space, a quotation mark or an angle bracket.
fn tail(rest: &str) -> &str {
    let ends = |c: char| c.is_whitespace() || "<>\"«»“”„".contains(c);
    &rest[..rest.find(ends).unwrap_or(rest.len())]
}

/// Without the punctuation of the sentence around it.
fn trimmed(mut link: &str) -> &str {
    let count = |sign: char| link.chars().filter(|c| *c == sign).count();
    let mut round = count(')').saturating_sub(count('('));
    let mut square = count(']').saturating_sub(count('['));
    while let Some(last) = link.chars().next_back() {
        let is_outside = match last {
            ')' => take_one(&mut round),
            ']' => take_one(&mut square),
            _ => ".,;:!?…'’*".contains(last),
        };
        if !is_outside {
            break;
        }
        link = &link[..link.len() - last.len_utf8()];
    }
    link
}

/// One less, where there is any.
const fn take_one(left: &mut usize) -> bool {
    let any = *left > 0;
    *left = left.saturating_sub(1);
    any
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Links, hashtags and mentions as written, joined by spaces.
    fn found(text: &str) -> String {
        let Entities { urls, hashtags, mentions, .. } = entities(text);
        let all = urls.iter().chain(&hashtags).chain(&mentions);
        all.map(|spot| &text[spot.range.clone()]).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn links_have_a_scheme_or_a_domain_that_exists() {
        for (text, links) in [
            ("Voir https://exemple.fr/a?b=1#c.", "https://exemple.fr/a?b=1#c"),
            ("(https://exemple.fr/film_(1999))", "https://exemple.fr/film_(1999)"),
            ("« https://exemple.fr »", "https://exemple.fr"),
            ("«https://exemple.fr» HTTPS://A.ORG", "https://exemple.fr HTTPS://A.ORG"),
            ("exemple.fr/x, www.exemple.fr", "exemple.fr/x www.exemple.fr"),
            ("Tout sur musée.exemple.fr… et EXEMPLE.FR!", "musée.exemple.fr EXEMPLE.FR"),
            ("fini.La suite, M.Dupont, 3.14, etc...", ""),
            ("jean.do@exemple.fr, jean@exemple.fr", ""),
            ("http:// https://! ://a.fr", ""),
            ("l’exemple.fr", "exemple.fr"),
        ] {
            assert_eq!(found(text), links, "{text}");
        }
        assert_eq!(entities("exemple.fr").urls[0].value, "https://exemple.fr");
    }

    #[test]
    fn hashtags_are_words_with_a_letter() {
        for (text, tags) in [
            ("#été2026 #3d #_a ＃日本", "#été2026 #3d #_a ＃日本"),
            ("#l’été #mot-clé", "#l #mot"),
            ("#2026 # a#b &#39; #️⃣ ##c", ""),
            ("(#a) «#b» #c, #d#e", "#a #b #c #d"),
            ("https://exemple.fr/#a", "https://exemple.fr/#a"),
        ] {
            assert_eq!(found(text), tags, "{text}");
        }
    }

    #[test]
    fn mentions_are_names_and_no_addresses() {
        for (text, names) in [
            ("@alice, (@bob_1) «@c.d.»", "@alice @bob_1 @c.d"),
            (".@alice", "@alice"),
            ("a@b.fr @a@b.fr @@a @ a", ""),
            ("https://exemple.fr/@alice", "https://exemple.fr/@alice"),
        ] {
            assert_eq!(found(text), names, "{text}");
        }
    }

    #[test]
    fn no_text_stops_it() {
        let some: Vec<char> = "#@./:-()a1é’ \n#https://exemple.fr\u{301}😀".chars().collect();
        let mut random = fastrand::Rng::with_seed(4);
        for _ in 0..5_000 {
            let long = random.usize(0..20);
            let text: String = (0..long).map(|_| some[random.usize(0..some.len())]).collect();
            let Entities { urls, hashtags, mentions, .. } = entities(&text);
            for spot in urls.iter().chain(&hashtags).chain(&mentions) {
                assert!(!text[spot.range.clone()].is_empty(), "{text:?}");
            }
        }
    }
}
