//! What networks without a grammar of their own here recognise: what people expect of a link, a
//! hashtag and a mention. What is inside a link is nothing else.
//!
//! A link has a scheme: nobody wrote down which of these networks link `exemple.fr`, so nothing is
//! made of it.

use super::classes::is_word;
use super::{Entities, Network, Spot};

pub(super) fn entities(network: &Network, text: &str) -> Entities {
    let names = Names::of(network.key);
    let mut all = Entities::default();
    let mut at = 0;
    while let Some(start) = next(text, at) {
        let (rest, before) = (&text[start..], text[..start].chars().next_back());
        let long = match rest.chars().next() {
            Some('#' | '＃') => take(&mut all.hashtags, start, hashtag(rest, before)),
            Some('@') => take(&mut all.mentions, start, mention(rest, before, names)),
            _ => take(&mut all.urls, start, link(rest, before)),
        };
        at = start + long.unwrap_or_else(|| rest.chars().next().map_or(1, char::len_utf8));
    }
    all
}

/// The next byte at which something may begin: a sign, or the `h` of a scheme.
fn next(text: &str, from: usize) -> Option<usize> {
    let begins = |byte: u8| matches!(byte, b'#' | b'@' | b'h' | b'H' | 0xef);
    let mut at = from;
    loop {
        at += text.as_bytes()[at..].iter().position(|byte| begins(*byte))?;
        match text.as_bytes()[at] {
            0xef if !text[at..].starts_with('＃') => {}
            b'h' | b'H' if scheme(&text[at..]).is_none() => {}
            _ => return Some(at),
        }
        at += text[at..].chars().next().map_or(1, char::len_utf8);
    }
}

/// Keeps what was found at a byte; its length and its value. Tells how long it is.
fn take(spots: &mut Vec<Spot>, start: usize, found: Option<(usize, String)>) -> Option<usize> {
    let (long, value) = found?;
    spots.push(Spot { range: start..start + long, value });
    Some(long)
}

/// A sign that is not inside a word, and a word with a letter.
fn hashtag(rest: &str, before: Option<char>) -> Option<(usize, String)> {
    if before.is_some_and(|c| is_word(c) && !is_variation(c) || c == '&') {
        return None;
    }
    let sign = rest.chars().next()?.len_utf8();
    let name = &rest[sign..];
    // `#️⃣` is a key of a telephone.
    if name.starts_with(|c| is_variation(c) || c == '\u{20e3}') {
        return None;
    }
    let name = &name[..name.find(|c| !is_word(c)).unwrap_or(name.len())];
    name.contains(char::is_alphabetic).then(|| (sign + name.len(), name.to_owned()))
}

const fn is_variation(c: char) -> bool {
    matches!(c, '\u{fe0e}' | '\u{fe0f}')
}

/// How accounts are named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Names {
    /// ASCII letters, digits and `_`.
    Plain,
    /// The same, with these signs inside.
    With(&'static str),
    /// `name@server`: a name alone is nobody.
    OfServer,
}

impl Names {
    fn of(network: &str) -> Self {
        match network {
            "instagram" | "threads" | "tiktok" | "facebook" | "snapchat" => Self::With("."),
            "youtube" => Self::With(".-·"),
            "linkedin" | "reddit" | "devto" | "tumblr" => Self::With("-"),
            "lemmy" => Self::OfServer,
            _ => Self::Plain,
        }
    }

    fn inside(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::With(signs) => signs,
            Self::OfServer => ".",
        }
    }
}

/// A sign that is not inside a word or an address, and a name.
fn mention(rest: &str, before: Option<char>, names: Names) -> Option<(usize, String)> {
    if before.is_some_and(|c| is_name(c) || is_latin(c) || "!#$%&*@＠".contains(c)) {
        return None;
    }
    let name = &rest[1..];
    let mut long = run(name, names.inside());
    let server = name[long..].strip_prefix('@').map(|server| run(server, ".-"));
    match (names, server) {
        (Names::OfServer, Some(server)) if long > 0 && server > 0 => long += 1 + server,
        (Names::OfServer, _) | (_, Some(_)) => return None,
        _ => {}
    }
    let cut = name[long..].starts_with(is_latin);
    (long > 0 && !cut).then(|| (1 + long, name[..long].to_owned()))
}

/// How long the name at the start is: letters of names, with one of these signs at a time inside.
fn run(text: &str, inside: &str) -> usize {
    let mut long = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, c)) = letters.next() {
        let joins = at > 0 && inside.contains(c) && letters.peek().is_some_and(|n| is_name(n.1));
        if !is_name(c) && !joins {
            break;
        }
        long = at + c.len_utf8();
    }
    long
}

const fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// A letter such as `é`: `@zoé` is no name.
fn is_latin(c: char) -> bool {
    c.is_alphabetic() && ('\u{c0}'..'\u{250}').contains(&c)
}

/// A scheme that touches no letter, and an address.
fn link(rest: &str, before: Option<char>) -> Option<(usize, String)> {
    if before.is_some_and(|c| is_name(c) || is_latin(c) || "@＠$#＃".contains(c)) {
        return None;
    }
    let scheme = scheme(rest)?;
    let host = rest[scheme..].starts_with(|c: char| c.is_alphanumeric() || u32::from(c) > 0x2000);
    let long = scheme + trimmed(tail(&rest[scheme..])).len();
    (host && long > scheme).then(|| (long, rest[..long].to_owned()))
}

/// How long `http://` or `https://` is at the start.
fn scheme(rest: &str) -> Option<usize> {
    ["https://", "http://"].iter().map(|scheme| scheme.len()).find(|long| {
        let head = rest.get(..*long).unwrap_or_default();
        ["https://", "http://"].iter().any(|scheme| head.eq_ignore_ascii_case(scheme))
    })
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

    fn of(network: &str, text: &str) -> Entities {
        entities(crate::networks::find(network).expect("a network"), text)
    }

    /// Links, hashtags and mentions as written, joined by spaces.
    fn found(text: &str) -> String {
        let Entities { urls, hashtags, mentions, .. } = of("telegram", text);
        let all = urls.iter().chain(&hashtags).chain(&mentions);
        all.map(|spot| &text[spot.range.clone()]).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn links_have_a_scheme() {
        for (text, links) in [
            ("Voir https://exemple.fr/a?b=1#c.", "https://exemple.fr/a?b=1#c"),
            ("(https://exemple.fr/film_(1999))", "https://exemple.fr/film_(1999)"),
            ("« https://exemple.fr »", "https://exemple.fr"),
            ("«https://exemple.fr» HTTPS://A.ORG", "https://exemple.fr HTTPS://A.ORG"),
            ("詳細はhttps://exemple.fr/", "https://exemple.fr/"),
            ("https://🎉.com x", "https://🎉.com"),
            ("exemple.fr/x, www.exemple.fr, jean@exemple.fr", ""),
            ("fini.La suite, M.Dupont, 3.14, etc...", ""),
            ("http:// https://! ://a.fr voirhttps://exemple.fr", ""),
        ] {
            assert_eq!(found(text), links, "{text}");
        }
        assert_eq!(of("linkedin", "https://exemple.fr").urls[0].value, "https://exemple.fr");
    }

    #[test]
    fn hashtags_are_words_with_a_letter() {
        for (text, tags) in [
            ("#été2026 #3d #_a ＃日本", "#été2026 #3d #_a ＃日本"),
            ("#l’été #mot-clé", "#l #mot"),
            ("#2026 # a#b &#39; #️⃣ #️⃣tag #⃣a", ""),
            ("❤️#a ##c /#d", "#a #c #d"),
            ("(#a) «#b» #c, #d#e", "#a #b #c #d"),
            ("https://exemple.fr/#a", "https://exemple.fr/#a"),
        ] {
            assert_eq!(found(text), tags, "{text}");
        }
    }

    #[test]
    fn mentions_are_names_and_no_addresses() {
        for (text, names) in [
            ("@alice, (@bob_1) @c. @d", "@alice @bob_1 @c @d"),
            (".@alice の@bobさん -@c", "@alice @bob @c"),
            ("a@b.fr @a@b.fr @@a @ a @été @zoé", ""),
            ("https://exemple.fr/@alice", "https://exemple.fr/@alice"),
        ] {
            assert_eq!(found(text), names, "{text}");
        }
    }

    #[test]
    fn accounts_are_named_as_their_network_names_them() {
        for (network, text, names) in [
            ("telegram", "@a.b @c-d", &["a", "c"] as &[&str]),
            ("instagram", "@a.b. @c..d", &["a.b", "c"]),
            ("youtube", "@musee-orsay @a·b", &["musee-orsay", "a·b"]),
            ("lemmy", "@a@lemmy.example.org @b !c@d.org", &["a@lemmy.example.org"]),
        ] {
            let mentions = of(network, text).mentions;
            let values: Vec<&str> = mentions.iter().map(|spot| spot.value.as_str()).collect();
            assert_eq!(values, names, "{network}: {text}");
        }
    }

    #[test]
    fn no_text_stops_it() {
        let some: Vec<char> = "#@./:-()a1é’ \n#https://exemple.fr\u{301}😀".chars().collect();
        let mut random = fastrand::Rng::with_seed(4);
        for _ in 0..5_000 {
            let long = random.usize(0..20);
            let text: String = (0..long).map(|_| some[random.usize(0..some.len())]).collect();
            let Entities { urls, hashtags, mentions, .. } = of("linkedin", &text);
            for spot in urls.iter().chain(&hashtags).chain(&mentions) {
                assert!(!text[spot.range.clone()].is_empty(), "{text:?}");
            }
        }
    }
}
