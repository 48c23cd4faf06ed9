//! Sentences of a text, as posts are written: with abbreviations, prices, emoji, lists and lines.

use std::ops::Range;

/// The sentences of a text, in order, without the blanks around them. What has no letter and no
/// figure is none.
#[must_use]
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    sentences_around(text, &[])
}

/// The sentences of a text in which some bytes, sorted and apart from each other, are whole: links.
/// A sentence goes on through them whatever signs they have.
#[must_use]
pub fn sentences_around(text: &str, whole: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut cutter = Cutter { text, at: 0, start: 0, found: Vec::new() };
    let mut whole = whole.iter().peekable();
    while let Some(c) = cutter.peek() {
        while whole.next_if(|range| range.end <= cutter.at).is_some() {}
        if whole.peek().is_some_and(|range| range.start <= cutter.at) {
            cutter.at = whole.next().map_or(cutter.at, |range| range.end.min(text.len()));
            continue;
        }
        match c {
            '.' | '!' | '?' | '…' | '‼' | '⁉' | '？' | '！' => cutter.sign(c),
            _ if is_line_end(c) => cutter.line(),
            _ => cutter.at += c.len_utf8(),
        }
    }
    cutter.cut(text.len());
    cutter.found
}

struct Cutter<'t> {
    text: &'t str,
    at: usize,
    start: usize,
    found: Vec<Range<usize>>,
}

impl Cutter<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at..).and_then(|rest| rest.chars().next())
    }

    /// Goes past characters; the reply is whether there was one.
    fn skip(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        let from = self.at;
        while let Some(c) = self.peek().filter(|c| wanted(*c)) {
            self.at += c.len_utf8();
        }
        self.at > from
    }

    /// A sentence ends at `end`; the next begins where the cutter stands.
    fn cut(&mut self, end: usize) {
        let piece = self.text.get(self.start..end).unwrap_or_default();
        let words = piece.trim();
        if words.chars().any(char::is_alphanumeric) {
            let from = self.start + piece.len() - piece.trim_start().len();
            self.found.push(from..from + words.len());
        }
        self.start = end;
    }

    /// A sign that may end a sentence, with those that follow it.
    fn sign(&mut self, first: char) {
        let from = self.at;
        self.skip(|c| matches!(c, '.' | '!' | '?' | '…' | '‼' | '⁉' | '？' | '！' | '\u{fe0f}'));
        let signs = self.at - from;
        let stop = first == '.' && signs == 1;
        if stop && !self.ends(from) {
            return;
        }
        if self.peek().is_some_and(|c| c.is_alphanumeric() || matches!(c, '=' | '&' | '/' | '-')) {
            return;
        }
        let mut closed = self.skip(is_closer);
        let mut end = self.at;
        loop {
            self.skip(|c| c.is_whitespace() && !is_line_end(c));
            let emoji = self.skip(is_emoji);
            let more = self.skip(|c| matches!(c, '»' | '›' | ')'));
            closed |= more;
            if !emoji && !more {
                break;
            }
            end = self.at;
        }
        let trails = signs > 1 && first == '.' || first == '…' || closed;
        let goes_on = self.peek().is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ';' | ':'));
        if !(trails && goes_on) {
            self.cut(end);
        }
    }

    /// Whether a single full stop at `stop`, which the cutter has passed, ends a sentence.
    fn ends(&self, stop: usize) -> bool {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let Some(next) = rest.chars().next() else {
            return true;
        };
        if next.is_alphanumeric() || matches!(next, '-' | ',' | ';' | ':' | '·' | '/' | '\'' | '’')
        {
            return false;
        }
        let word = word_before(self.text, stop);
        let mut following =
            rest.trim_start_matches(|c: char| c.is_whitespace() && !is_line_end(c)).chars();
        let next = following.next().filter(|c| !is_line_end(*c));
        let Some(next) = next else {
            return true;
        };
        match kind(word, self.text.get(..stop - word.len()).unwrap_or_default()) {
            Stop::Sentence => true,
            Stop::Title => false,
            Stop::BeforeFigure => !next.is_numeric(),
            Stop::Loose => next.is_uppercase() || is_emoji(next) || is_bullet(next),
        }
    }

    /// One or several line ends.
    fn line(&mut self) {
        let end = self.at;
        let mut ends = 0;
        let mut carriage = false;
        while let Some(c) = self.peek().filter(|c| c.is_whitespace()) {
            ends += usize::from(is_line_end(c) && !(c == '\n' && carriage));
            carriage = c == '\r';
            self.at += c.len_utf8();
        }
        let before = self.text.get(..end).unwrap_or_default().trim_end().chars().next_back();
        let signed = before.is_none_or(|c| matches!(c, ':' | ';' | '»' | ')') || is_emoji(c));
        let mut rest = self.text.get(self.at..).unwrap_or_default().chars();
        let opens = |c: &char| matches!(c, '(' | '«' | '"' | '“' | '\u{a0}' | '\u{202f}' | ' ');
        let begins = rest.find(|c| !opens(c)).is_none_or(|c| {
            !(c.is_lowercase() || matches!(c, ',' | '!' | '?' | ':' | ';' | '»' | ')'))
        });
        if ends > 1 || signed || begins {
            self.cut(end);
        }
    }
}

/// What a full stop after a word is.
enum Stop {
    /// The end of a sentence.
    Sentence,
    /// Part of an abbreviation before a name: `M.`, `J.`
    Title,
    /// Part of an abbreviation before a figure: `p.`, `nov.`
    BeforeFigure,
    /// Part of an abbreviation that may end a sentence: `etc.`, `h.`
    Loose,
}

/// What a full stop after this word is; `before` is the text before the word.
fn kind(word: &str, before: &str) -> Stop {
    let mut small = [0_u8; 8];
    let Some(slot) = small.get_mut(..word.len()) else {
        return Stop::Sentence;
    };
    slot.copy_from_slice(word.as_bytes());
    slot.make_ascii_lowercase();
    let single = word.chars().count() == 1;
    match std::str::from_utf8(slot).unwrap_or_default() {
        "m" | "mm" | "mr" | "mrs" | "ms" | "mme" | "mmes" | "mlle" | "mlles" | "dr" | "drs"
        | "pr" | "me" | "mgr" | "prof" | "st" | "ste" | "cf" | "vs" | "env" | "av" | "bd"
        | "boul" | "ed" | "éd" | "adj" | "gen" | "col" | "rev" | "hon" | "approx" | "resp" => {
            if (word == "me" || word == "ed" || word == "st") && !before.is_empty() {
                Stop::Sentence
            } else {
                Stop::Title
            }
        }
        "jan" | "janv" | "feb" | "fév" | "févr" | "mar" | "apr" | "avr" | "jun" | "juil"
        | "jul" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec" | "déc" | "no" | "n" | "nos"
        | "art" | "vol" | "fig" | "chap" | "pp" | "tél" | "tel" => Stop::BeforeFigure,
        "p" if before.ends_with(['.', ' ', '\u{a0}', '(']) || before.is_empty() => Stop::Title,
        "ex" if before.trim_end().ends_with("p.") || before.trim_end().ends_with("par") => {
            Stop::Title
        }
        "etc" | "h" | "min" | "inc" | "ltd" | "co" | "jr" | "sr" => Stop::Loose,
        small if single && (before.ends_with('.') || is_figure(small)) => {
            // `J.-C.`, `e.g.`, `i.e.`, `U.S.`; and the number of a list, `1. Ouvrir`.
            let list = is_figure(small) && (before.is_empty() || before.ends_with(['\n', '\r']));
            if list || small == "g" || small == "e" {
                Stop::Title
            } else if is_figure(small) {
                Stop::Sentence
            } else {
                Stop::Loose
            }
        }
        small if single && word != small => Stop::Title,
        small if is_figure(small) && (before.is_empty() || before.ends_with(['\n', '\r'])) => {
            Stop::Title
        }
        _ => Stop::Sentence,
    }
}

fn is_figure(word: &str) -> bool {
    !word.is_empty() && word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The letters right before a byte, eight bytes at most; longer words are no abbreviations.
fn word_before(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    let mut start = at;
    for (from, c) in before.char_indices().rev() {
        if !c.is_alphanumeric() || at - from > 12 {
            break;
        }
        start = from;
    }
    text.get(start..at).unwrap_or_default()
}

const fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether a sign after the end of a sentence belongs to it.
const fn is_closer(c: char) -> bool {
    matches!(c, ')' | ']' | '"' | '\'' | '”' | '’' | '»' | '›')
}

const fn is_bullet(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '•' | '*' | '·' | '▪' | '►' | '→' | '✓' | '‣' | '◦')
}

/// Whether a character is an emoji or a part of one, as far as sentences go.
const fn is_emoji(c: char) -> bool {
    matches!(
        c,
        '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}'
            | '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}' | '\u{25a0}'..='\u{25ff}'
            | '\u{fe0f}' | '\u{200d}' | '\u{20e3}' | '\u{e0020}'..='\u{e007f}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|range| &text[range]).collect()
    }

    /// That these sentences, put one after the other, are cut so again.
    fn holds(expected: &[&str]) {
        assert_eq!(cut(&expected.join(" ")), expected);
    }

    #[test]
    fn signs_end_sentences_with_what_closes_them() {
        holds(&["Bonjour.", "Ça va ?!", "Super !!!", "Fin…"]);
        holds(&["Il a dit « oui. »", "Elle non."]);
        holds(&["(C’est fini.)", "Ou pas."]);
        holds(&["Bravo ! 🎉", "On continue 👩\u{200d}🍳.", "Merci. ❤️"]);
        holds(&["“Really?”", "She left."]);
        assert_eq!(cut("« Super ! » dit-il. Puis rien."), ["« Super ! » dit-il.", "Puis rien."]);
        assert_eq!(cut("Alors… on y va ? Oui"), ["Alors… on y va ?", "Oui"]);
        assert_eq!(cut("Alors... on y va. Non... Si"), ["Alors... on y va.", "Non...", "Si"]);
    }

    #[test]
    fn abbreviations_end_no_sentence() {
        for whole in [
            "M. Dupont et Mme. Martin voient le Dr. House.",
            "Le n° 1 coûte 3,50 € ou 3.50 sur edito.fr.",
            "Voir p. ex. la page, cf. Annexe et p. 4.",
            "En 52 av. J.-C. la Gaule.",
            "We like it, e.g. This one, i.e. That one.",
            "See you on Nov. 21 at ten.",
            "Un livre de J. K. Rowling.",
            "Ouvert à 9 h. et après.",
            "Fruits, légumes, etc. et plus.",
            "Mr. Bean met Mrs. Smith.",
        ] {
            assert_eq!(cut(whole), [whole]);
        }
        holds(&["Ouvert à 9 h.", "Fermé le lundi."]);
        holds(&["Fruits, légumes, etc.", "Venez !"]);
        holds(&["It is for me.", "You know."]);
        holds(&["Nous sommes en 2026.", "Bonne année !"]);
    }

    #[test]
    fn links_are_whole_and_addresses_too() {
        let text = "Voir https://a.fr/x?C=1.B! Puis rien";
        let link = 5..25;
        assert_eq!(sentences_around(text, &[link]).len(), 2);
        assert_eq!(cut("Sur https://a.fr/x?c=1 dès lundi."), ["Sur https://a.fr/x?c=1 dès lundi."]);
        assert_eq!(cut("a b").len(), 1);
        assert_eq!(sentences_around("abc", &[1..99]), [0..3]);
    }

    #[test]
    fn lines_end_sentences_where_they_begin_anew() {
        assert_eq!(cut("Un\n\ndeux"), ["Un", "deux"]);
        assert_eq!(cut("Une phrase\nqui continue"), ["Une phrase\nqui continue"]);
        assert_eq!(cut("Au programme :\r\n- un\r\n- deux"), ["Au programme :", "- un", "- deux"]);
        assert_eq!(cut("Titre\n👉 ici\nÀ bientôt\n#tag"), ["Titre", "👉 ici", "À bientôt", "#tag"]);
        assert_eq!(cut("Elle dit\n« Oui » (et non)"), ["Elle dit", "« Oui » (et non)"]);
        assert_eq!(cut("Elle dit\n« oui »"), ["Elle dit\n« oui »"]);
        assert_eq!(cut("1. Ouvrir\n2. Fermer"), ["1. Ouvrir", "2. Fermer"]);
        assert_eq!(cut("🎉 \n !!! \n"), Vec::<&str>::new());
    }

    #[test]
    fn a_long_text_of_anything_is_cut_at_once() {
        for one in ["a", ".", "! ", "\n", " ", "M. ", "a.", "🎉", "« a. » ", "…", "?\u{a0}"] {
            let text = one.repeat(300_000 / one.len());
            assert!(sentences(&text).len() <= text.len());
        }
    }
}
