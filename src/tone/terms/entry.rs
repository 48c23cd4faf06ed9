//! One term of a list, made ready to be found.
//!
//! The index knows its *anchor* alone: the letters up to the first place where it may be
//! written otherwise. Its forms are worked out when the anchor is met for the first time.

use super::index::Place;
use super::inflect::{Accented, Ending, endings, inner_plural};
use super::letters::{Letter, Size, agree, letters};
use super::{Form, NO_RULE, Role, bounds};
use crate::lang::Lang;
use crate::model::tone::{Bounds, Forms, Matching};
use crate::tone::Passage;
use std::cell::OnceCell;
use std::ops::Range;

/// In a form: a space that may be missing (`n° 1`, `n°1`).
const MAYBE: char = '\u{1}';
/// In a form: a space or a hyphen (`game changer`, `game-changer`).
const EITHER: char = '\u{2}';

/// So many letters of a long term say where it may begin.
const LONGEST_ANCHOR: usize = 60;

/// A term.
#[derive(Debug)]
pub(super) struct Entry {
    /// Its list.
    pub(super) list: usize,
    /// Which term of its list.
    pub(super) term: usize,
    written: Box<str>,
    matching: Matching,
    lang: Option<Lang>,
    joint: char,
    /// Too long a term for forms: a sentence, which has none.
    long: bool,
    forms: OnceCell<Vec<Variant>>,
}

/// One form of a term.
#[derive(Debug)]
struct Variant {
    /// Folded, with [`MAYBE`] and [`EITHER`].
    pattern: String,
    letters: Vec<Letter>,
    form: Form,
}

impl Entry {
    /// A term of a list, by their numbers, with its anchors: none for an empty one.
    pub(super) fn new(
        (list, term): (usize, usize),
        written: &str,
        of: &super::List,
    ) -> (Self, Vec<String>) {
        let (matching, lang) = (of.matching, of.lang);
        // Ways of writing are told apart by their hyphens; names have theirs.
        let joint =
            if matches!(of.role, Role::Either(_)) || of.rule == NO_RULE { ' ' } else { EITHER };
        let shape = Shape::of(written, joint);
        let anchors = shape.anchors(matching, lang);
        let long = shape.is_long();
        let written = written.trim().into();
        (Self { list, term, written, matching, lang, joint, long, forms: OnceCell::new() }, anchors)
    }

    /// Where it may begin.
    pub(super) fn place(&self) -> Place {
        let word = self.written.trim_start().starts_with(char::is_alphanumeric);
        let whole = self.matching.bounds == Bounds::Words;
        if word && whole { Place::Word } else { Place::Anywhere }
    }

    /// What it costs to look whether it stands at a place, where that is much: in bytes.
    pub(super) fn cost(&self) -> usize {
        if self.long { self.written.len() } else { 0 }
    }

    /// Whether these words are the very term, letter by letter.
    pub(super) fn is_exactly(&self, words: &str) -> bool {
        *self.written == *words
    }

    /// Whether it is itself a hashtag, a mention or an address, which are masked otherwise.
    pub(super) fn is_entity(&self) -> bool {
        is_entity(&self.written)
    }

    /// The term in a passage, whose anchor is met at a byte of the folded text.
    pub(super) fn at(&self, passage: &Passage<'_>, start: usize) -> Option<(Range<usize>, Form)> {
        let folded = passage.folded();
        let text = folded.text();
        let words = self.matching.bounds == Bounds::Words;
        if words && !bounds::begins(text, start, passage.lang) {
            return None;
        }
        let forms = self.forms.get_or_init(|| self.forms());
        for variant in forms {
            let Some(end) = follow(&variant.pattern, text, start) else {
                continue;
            };
            if words && !bounds::ends(text, end, passage.lang) {
                continue;
            }
            let range = folded.bytes(start..end);
            let written = passage.text.get(range.clone())?;
            let apart = written.bytes().filter(|byte| *byte == b'\n').count() > 1;
            let lenient = self.written.starts_with('#');
            if !apart && (lenient || agree(&variant.letters, written, self.matching.case)) {
                return Some((range, variant.form));
            }
        }
        None
    }

    fn forms(&self) -> Vec<Variant> {
        let shape = Shape::of(&self.written, self.joint);
        let mut all = vec![shape.variant(&[], Form::Base)];
        if self.long || !is_inflected(&self.written, self.matching) {
            return all;
        }
        let last = shape.last_endings(self.lang);
        let inner: Vec<(usize, Ending)> = shape.inner_plurals().collect();
        for ending in &last {
            all.push(shape.variant(&[*ending], ending.1.form));
        }
        if let Some(first) = inner.first() {
            all.push(shape.variant(&[*first], Form::Plural));
            for ending in &last {
                let mut edits = inner.clone();
                edits.push(*ending);
                all.push(shape.variant(&edits, ending.1.form));
            }
            if inner.len() > 1 {
                all.push(shape.variant(&inner, Form::Plural));
            }
        }
        let feminines = shape.first_feminines(self.lang);
        all.extend(feminines.into_iter().map(|one| shape.variant(&[(0, one)], Form::Other)));
        all
    }
}

/// The letters of a term, and where its words are.
struct Shape {
    letters: Vec<Letter>,
    words: Vec<Range<usize>>,
    /// What stands in the pattern between two words.
    joint: char,
}

impl Shape {
    fn of(term: &str, joint: char) -> Self {
        let letters = letters(term.trim());
        let mut words: Vec<Range<usize>> = Vec::new();
        for (at, letter) in letters.iter().enumerate() {
            if letter.base.is_alphanumeric() {
                match words.last_mut() {
                    Some(word) if word.end == at => word.end += 1,
                    _ => words.push(at..at + 1),
                }
            }
        }
        Self { letters, words, joint }
    }

    /// What stands in the pattern for the letter at a place: a space may be loose.
    fn sign(&self, at: usize) -> Option<char> {
        let base = |at: usize| self.letters.get(at).map(|letter| letter.base);
        let (before, this, next) = (at.checked_sub(1).and_then(base), base(at)?, base(at + 1));
        if this != ' ' {
            return Some(this);
        }
        let loose = is_loose(before, next);
        let joins =
            before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric);
        Some(if loose {
            MAYBE
        } else if joins {
            self.joint
        } else {
            ' '
        })
    }

    /// Whether a space may stand in the text before the letter at a place, where the term has none.
    fn may_part(&self, at: usize) -> bool {
        let base = |at: usize| self.letters.get(at).map(|letter| letter.base);
        let before = at.checked_sub(1).and_then(base);
        before.is_some()
            && base(at).is_some()
            && before != Some(' ')
            && base(at) != Some(' ')
            && is_loose(before, base(at))
    }

    /// The letters up to the first place that may be written otherwise. Two where that place, between
    /// two words, comes so early that what remains is in every text.
    fn anchors(&self, matching: Matching, lang: Option<Lang>) -> Vec<String> {
        let mut stop = self.letters.len();
        let whole: String = self.letters.iter().map(|letter| letter.base).collect();
        if self.is_long() {
            stop = LONGEST_ANCHOR;
        } else if is_inflected(&whole, matching) {
            let inner = self.inner_plurals().next().map(|(word, _)| self.words[word].end);
            let last = self.last_endings(lang).iter().map(|(_, ending)| ending.cut).max();
            let last = last.and_then(|cut| self.words.last().map(|word| word.end - cut));
            stop = stop.min(inner.unwrap_or(stop)).min(last.unwrap_or(stop));
            let first = self.first_feminines(lang).iter().map(|ending| ending.cut).max();
            let first = first.and_then(|cut| self.words.first().map(|word| word.end - cut));
            stop = stop.min(first.unwrap_or(stop));
        }
        let mut anchors = vec![String::with_capacity(stop)];
        for at in 0..stop {
            let sign = self.sign(at).unwrap_or(' ');
            if sign == MAYBE || at > 0 && self.may_part(at) || sign == EITHER && at > 2 {
                break;
            }
            if sign == EITHER {
                let other = anchors.first().map(|anchor| format!("{anchor}-"));
                anchors.iter_mut().for_each(|anchor| anchor.push(' '));
                anchors.extend(other);
            } else {
                anchors.iter_mut().for_each(|anchor| anchor.push(sign));
            }
        }
        anchors.retain(|anchor| !anchor.is_empty());
        anchors
    }

    fn last_endings(&self, lang: Option<Lang>) -> Vec<(usize, Ending)> {
        let Some(last) = self.words.len().checked_sub(1) else {
            return Vec::new();
        };
        let range = self.words[last].clone();
        if range.end != self.letters.len() {
            return Vec::new();
        }
        let accent = self.letters[range.end - 1].accents != 0;
        let accented = if accent { Accented::Yes } else { Accented::No };
        let word: String = self.letters[range].iter().map(|letter| letter.base).collect();
        endings(&word, accented, lang).into_iter().map(|ending| (last, ending)).collect()
    }

    /// Whether it is longer than what people say in one breath.
    fn is_long(&self) -> bool {
        const MOST_LETTERS: usize = 200;
        const MOST_WORDS: usize = 40;
        self.letters.len() > MOST_LETTERS || self.words.len() > MOST_WORDS
    }

    /// The feminines of a first word that the next one belongs to: `respectueuse de
    /// l’environnement`.
    fn first_feminines(&self, lang: Option<Lang>) -> Vec<Ending> {
        const LINKS: [&str; 14] = [
            "de", "d", "du", "des", "a", "au", "aux", "en", "par", "pour", "et", "avec", "sans",
            "comme",
        ];
        let [first, second, ..] = self.words.as_slice() else { return Vec::new() };
        let word = |range: &Range<usize>| -> String {
            self.letters[range.clone()].iter().map(|letter| letter.base).collect()
        };
        let spaced = self.letters.get(first.end).is_some_and(|letter| letter.base == ' ');
        if lang == Some(Lang::En) || !spaced || !LINKS.contains(&word(second).as_str()) {
            return Vec::new();
        }
        let accent = self.letters[first.end - 1].accents != 0;
        let accented = if accent { Accented::Yes } else { Accented::No };
        let mut all = endings(&word(first), accented, lang);
        all.retain(|ending| ending.form == Form::Other);
        all
    }

    /// The plurals of the words before the last.
    fn inner_plurals(&self) -> impl Iterator<Item = (usize, Ending)> {
        let inner = self.words.len().saturating_sub(1);
        self.words.iter().take(inner).enumerate().filter_map(|(number, range)| {
            let word: String = self.letters[range.clone()].iter().map(|l| l.base).collect();
            let suffix = inner_plural(&word)?;
            Some((number, Ending { cut: 0, suffix, form: Form::Plural }))
        })
    }

    /// The form with some of its words changed.
    fn variant(&self, edits: &[(usize, Ending)], form: Form) -> Variant {
        let mut pattern = String::with_capacity(self.letters.len() + 8);
        let mut written = Vec::with_capacity(self.letters.len() + 8);
        for at in 0..self.letters.len() {
            let edit = edits.iter().find(|(word, ending)| {
                self.words
                    .get(*word)
                    .is_some_and(|word| (word.end - ending.cut..word.end).contains(&at))
            });
            if edit.is_none() {
                if self.may_part(at) {
                    pattern.push(MAYBE);
                }
                pattern.extend(self.sign(at));
                written.push(self.letters[at]);
            }
            let ended = edits
                .iter()
                .find(|(word, _)| self.words.get(*word).is_some_and(|word| word.end == at + 1));
            if let Some((_, ending)) = ended {
                for letter in letters(ending.suffix) {
                    pattern.push(letter.base);
                    written.push(Letter { size: Size::Any, ..letter });
                }
            }
        }
        Variant { pattern, letters: written, form }
    }
}

/// Whether a space between these may be there or not: `n° 1`, `100 %`, `5 €`.
fn is_loose(before: Option<char>, next: Option<char>) -> bool {
    let (Some(before), Some(next)) = (before, next) else {
        return false;
    };
    let part = char::is_alphanumeric;
    before == '°' && part(next) || part(before) && "%€!?:;".contains(next)
}

fn is_inflected(term: &str, matching: Matching) -> bool {
    matching.forms == Forms::Inflected && matching.bounds == Bounds::Words && !is_entity(term)
}

fn is_entity(term: &str) -> bool {
    let domain = || {
        !term.contains(' ')
            && term.split('.').count() > 1
            && term.split('.').all(|part| part.starts_with(char::is_alphanumeric))
    };
    term.starts_with(['#', '@', '$']) || term.contains("://") || domain()
}

/// The byte after a form that begins at a byte of a folded text.
fn follow(pattern: &str, text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = start;
    for wanted in pattern.bytes() {
        let found = bytes.get(at).copied();
        match char::from(wanted) {
            MAYBE => at += usize::from(found == Some(b' ')),
            EITHER if matches!(found, Some(b' ' | b'-')) => at += 1,
            _ if found == Some(wanted) => at += 1,
            _ => return None,
        }
    }
    Some(at)
}
