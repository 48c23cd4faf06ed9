//! Letters without which a pattern cannot match: looking for them costs nothing, compiling does.

use crate::text::{Pairs, fold};

/// What a folded text must have for a pattern to match in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Needed {
    /// Nothing that is known.
    Nothing,
    /// These letters.
    Letters(String),
    /// All of these.
    All(Vec<Self>),
    /// One of these.
    One(Vec<Self>),
}

impl Needed {
    /// What the matches of a pattern have. Of what it does not understand it asks nothing.
    pub(super) fn of(pattern: &str) -> Self {
        let odd = pattern.match_indices("(?").any(|(at, _)| {
            let rest = &pattern[at + 2..];
            ![":", "i)", "i:", "-i:"].iter().any(|fine| rest.starts_with(fine))
        });
        if odd || pattern.len() > 4_096 {
            return Self::Nothing;
        }
        let mut reader = Reader { rest: pattern, depth: 0 };
        let needed = reader.choice();
        if reader.rest.is_empty() { needed } else { Self::Nothing }
    }

    /// Whether a folded text has it.
    pub(super) fn is_in(&self, folded: &str, pairs: &Pairs) -> bool {
        match self {
            Self::Nothing => true,
            Self::Letters(letters) => pairs.may_have(letters) && folded.contains(letters.as_str()),
            Self::All(all) => all.iter().all(|one| one.is_in(folded, pairs)),
            Self::One(any) => any.iter().any(|one| one.is_in(folded, pairs)),
        }
    }
}

struct Reader<'p> {
    rest: &'p str,
    depth: usize,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<char> {
        let c = self.rest.chars().next()?;
        self.rest = &self.rest[c.len_utf8()..];
        Some(c)
    }

    fn eat(&mut self, wanted: &str) -> bool {
        let rest = self.rest.strip_prefix(wanted);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// `a|b`, up to the end or a closing bracket.
    fn choice(&mut self) -> Needed {
        let mut any = vec![self.sequence()];
        while self.eat("|") {
            any.push(self.sequence());
        }
        if any.contains(&Needed::Nothing) {
            return Needed::Nothing;
        }
        if any.len() == 1 { any.remove(0) } else { Needed::One(any) }
    }

    fn sequence(&mut self) -> Needed {
        let mut all = Vec::new();
        let mut run = String::new();
        while let Some(c) = self.rest.chars().next().filter(|c| !matches!(c, '|' | ')')) {
            self.next();
            let (letter, part) = self.atom(c);
            let optional = self.is_optional();
            match letter.filter(|_| optional != Times::MaybeNone) {
                Some(letter) => run.push(letter),
                None => end_run(&mut run, &mut all),
            }
            if optional != Times::Once {
                end_run(&mut run, &mut all);
            }
            if optional != Times::MaybeNone && part != Needed::Nothing {
                all.push(part);
            }
        }
        end_run(&mut run, &mut all);
        // The longest letters are the rarest: they are looked for first.
        all.sort_by_key(|one| match one {
            Needed::Letters(letters) => usize::MAX - letters.len(),
            _ => usize::MAX,
        });
        match all.len() {
            0 => Needed::Nothing,
            1 => all.remove(0),
            _ => Needed::All(all),
        }
    }

    /// What one item asks for: a letter, or what a group does.
    fn atom(&mut self, c: char) -> (Option<char>, Needed) {
        match c {
            '\\' => self.escape(),
            '[' => self.class(),
            '(' if self.depth < 20 => {
                if self.eat("?i)") {
                    return (None, Needed::Nothing);
                }
                let _ = self.eat("?:") || self.eat("?i:") || self.eat("?-i:");
                self.depth += 1;
                let part = self.choice();
                self.depth -= 1;
                self.eat(")");
                return (None, part);
            }
            c if c.is_alphanumeric() => return (Some(c), Needed::Nothing),
            _ => {}
        }
        (None, Needed::Nothing)
    }

    /// `\b`, `\x{41}`, `\u00e9`, `\pL`: none of these is a letter.
    fn escape(&mut self) {
        let figures = match self.next() {
            Some('x') => 2,
            Some('u') => 4,
            Some('U') => 8,
            Some('p' | 'P') => 1,
            _ => 0,
        };
        if self.eat("{") {
            self.past('}');
        } else {
            for _ in 0..figures {
                self.next();
            }
        }
    }

    /// `[…]`, with classes in it.
    fn class(&mut self) {
        let _ = self.eat("^");
        let _ = self.eat("]");
        let mut depth = 1;
        while depth > 0 {
            match self.next() {
                Some('\\') => {
                    self.next();
                }
                Some('[') => depth += 1,
                Some(']') => depth -= 1,
                Some(_) => {}
                None => return,
            }
        }
    }

    /// What is said of how often the last item comes.
    fn is_optional(&mut self) -> Times {
        let mut times = Times::Once;
        loop {
            if self.eat("?") || self.eat("*") {
                times = Times::MaybeNone;
            } else if self.eat("+") {
                times = times.max(Times::Several);
            } else if self.eat("{") {
                // `{2}` too: that it comes at all is not worth reading the figures.
                times = Times::MaybeNone;
                self.past('}');
            } else {
                return times;
            }
        }
    }

    fn past(&mut self, end: char) {
        while self.next().is_some_and(|c| c != end) {}
    }
}

/// How often an item comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Times {
    Once,
    Several,
    MaybeNone,
}

fn end_run(run: &mut String, all: &mut Vec<Needed>) {
    let letters = fold(run);
    if !letters.is_empty() {
        all.push(Needed::Letters(letters));
    }
    run.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_the_letters_is_not_matched() {
        let may = |pattern: &str, text: &str| {
            let text = fold(text);
            Needed::of(pattern).is_in(&text, &Pairs::of(&text))
        };
        assert!(may(r"\bneutre\s+en\s+carbone\b", "NEUTRE en carbone"));
        assert!(!may(r"\bneutre\s+en\s+carbone\b", "neutre en tout"));
        assert!(
            may(r"(?:garanti|promis)e?s?", "promises") && !may(r"(?:garanti|promis)e?s?", "rien")
        );
        assert!(may(r"é?cologie", "COLOGIE") && !may(r"[éè]colo+gie", "ecole"));
        assert!(may(r"a|\d", "9") && may(r"x{0,2}", "") && may(r"(?x)a # b", "") && may("", ""));
        assert!(may(r"[\]x]ok", "xok") && may(r"\p{Lu}ok", "Aok") && may(r"(a(b|c))?d", "d"));
        assert!(may(r"colou?r", "color") && !may(r"colou?r", "colo"));
        assert!(may(r"club (?-i:\p{Lu})", "Club A") && !may(r"club (?-i:\p{Lu})", "A"));
    }

    #[test]
    fn what_matches_is_never_held_back() {
        let texts = ["abcd", "ÉTÉ à 9 h", "n° 1", "aab", "x", "Cœur d’or"];
        let patterns = [
            "a+b",
            "(?:ab|cd)+",
            "é",
            r"n°\s?1",
            "[a-c]{2}d?",
            "a*b",
            r"\w+",
            "cœur",
            "(a|b)(b|c)",
            "x?",
            "a{1,2}b",
            r"h$",
            "^A",
            r"\bd.or",
            "(?i)X",
            "a|",
            "()",
            "[]a]b",
            r"\u00e9t",
            r"\xe9T",
            r"\pLt",
            r"a\.?b",
            r"(?-i:A)b",
            r"n° (?-i:\p{Lu}|1)",
        ];
        for pattern in patterns {
            let regex = regex::RegexBuilder::new(pattern).case_insensitive(true).build().unwrap();
            for text in texts {
                let folded = fold(text);
                let held = !Needed::of(pattern).is_in(&folded, &Pairs::of(&folded));
                assert!(!(held && regex.is_match(text)), "{pattern} in {text}");
            }
        }
    }
}
