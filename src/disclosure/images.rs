//! What a text says of its image: that it was retouched, or that a machine made it.
//!
//! The words of the law are labels like any other; here people say the same in words of their own:
//! a machine and what it did or what it is (“image made with Midjourney”), or that somebody
//! retouched. One clause has to say it, and must not deny it.

use super::fold::Folded;
use super::laws::{self, Retouch};
use super::sentence::is_negation;
use std::sync::LazyLock;

/// How far a picture may be from the word that says what it is, in words.
const NEAR: usize = 5;

/// Whether a text says, in any words, what was done to its image.
#[must_use]
pub fn tells_of_image(text: &str, retouch: Retouch) -> bool {
    let words = words(text);
    words.split(|word| word.is_end).any(|clause| says(clause, retouch))
}

/// The same for words that stand for an image and speak of nothing else, such as its credit: there
/// the machine alone says it.
#[must_use]
pub fn credits_machine(text: &str) -> bool {
    let words = words(text);
    let mut clauses = words.split(|word| word.is_end);
    clauses.any(|clause| any(clause, Word::is_machine))
}

/// A word of a text, or the mark that ends a clause.
#[derive(Debug, Default)]
struct Word {
    letters: String,
    is_end: bool,
    is_tag: bool,
    /// It is `AI`, and not the French verb of «\u{a0}j’ai\u{a0}».
    is_capital: bool,
    is_verb: bool,
}

impl Word {
    fn is_any(&self, list: &[String]) -> bool {
        list.contains(&self.letters)
    }

    fn is_machine(&self) -> bool {
        self.is_any(&WORDS.machines) && (self.letters != "ai" || self.is_capital || self.is_tag)
    }
}

fn says(clause: &[Word], retouch: Retouch) -> bool {
    let (tags, what) = match retouch {
        Retouch::Ai => (&WORDS.ai_tags, &WORDS.artificial),
        Retouch::Retouched => (&WORDS.retouched_tags, &WORDS.changes),
    };
    let (near, plainly) = match retouch {
        Retouch::Ai => (2, is_made(clause)),
        Retouch::Retouched => (NEAR, any(clause, |word| word.is_any(&WORDS.retouches))),
    };
    plainly
        || any(clause, |word| word.is_tag && word.is_any(tags))
        || is_picture_of(clause, near, |word| word.is_any(what))
}

/// A machine that made something, or whose picture it is.
fn is_made(clause: &[Word]) -> bool {
    let makes = |word: &Word| word.is_any(&WORDS.makes);
    // “made with ai” in small letters; «\u{a0}je vous ai créé\u{a0}» is none.
    let english = clause.iter().any(|word| word.is_any(&WORDS.makes_english));
    let drawn = clause.iter().any(|word| word.letters.starts_with("gener"));
    let is_machine = |word: &Word| {
        word.is_machine()
            || english && word.letters == "ai" && !word.is_verb
            || drawn && word.is_any(&WORDS.computers)
    };
    let made = clause.iter().position(|word| makes(word) || word.is_any(&WORDS.makes_english));
    match made {
        Some(made) => !is_denied(clause, made) && any(clause, is_machine),
        None => is_picture_of(clause, NEAR, is_machine),
    }
}

fn is_picture_of(clause: &[Word], near: usize, what: impl Fn(&Word) -> bool) -> bool {
    let beside = |at: usize| pictures(clause).any(|picture| picture.abs_diff(at) <= near);
    let mut words = clause.iter().enumerate();
    words.any(|(at, word)| what(word) && !is_denied(clause, at) && beside(at))
}

/// Whether a clause has such a word and does not deny it.
fn any(clause: &[Word], what: impl Fn(&Word) -> bool) -> bool {
    clause.iter().enumerate().any(|(at, word)| what(word) && !is_denied(clause, at))
}

fn pictures(clause: &[Word]) -> impl Iterator<Item = usize> {
    let picture = |(at, word): (usize, &Word)| word.is_any(&WORDS.pictures).then_some(at);
    clause.iter().enumerate().filter_map(picture)
}

/// Whether one of the four words before denies a word.
fn is_denied(clause: &[Word], at: usize) -> bool {
    let no = |word: &Word| is_negation(&word.letters) || ["zero", "0"].contains(&&*word.letters);
    clause[at.saturating_sub(4)..at].iter().any(no)
}

/// The words of a text, with the marks between its clauses; «\u{a0}mais\u{a0}» ends one too.
fn words(text: &str) -> Vec<Word> {
    let folded = Folded::new(&text.replace("I.A", "IA").replace("A.I", "AI"));
    let letters = folded.letters();
    let mut words: Vec<Word> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let length = letters[at..].iter().take_while(|c| c.is_alphanumeric() || **c == '_').count();
        if length == 0 {
            let next = letters.get(at + 1);
            let ends = match letters[at] {
                '\n' | '!' | '?' | '…' | ';' | ',' => true,
                // “Illustration: Midjourney” is one clause.
                ':' => words.iter().rev().take_while(|word| !word.is_end).count() > 2,
                '.' => next.is_none_or(|c| !c.is_alphanumeric()),
                _ => false,
            };
            if ends {
                words.push(Word { is_end: true, ..Word::default() });
            }
            at += 1;
            continue;
        }
        let end = at + length;
        let before = at.checked_sub(1).map(|before| letters[before]);
        let plain: String = letters[at..end].iter().filter(|c| **c != '_').collect();
        let capital = (at..end).all(|at| folded.is_capital(at));
        push(&mut words, plain, before, capital);
        at = end;
    }
    words
}

/// Adds a word; two that are one machine and the two halves of “isn’t” become one.
fn push(words: &mut Vec<Word>, letters: String, before: Option<char>, capital: bool) {
    let elided = before == Some('\'');
    if let Some(last) = words.last_mut() {
        let pair = (last.letters.as_str(), letters.as_str());
        let machine = matches!(
            pair,
            ("intelligence", "artificielle")
                | ("artificial", "intelligence")
                | ("stable", "diffusion")
        );
        let one = match pair {
            _ if machine => "ia",
            ("filtre", "beaute") | ("beauty", "filter") => "retouche",
            (word, "t") if elided && word.ends_with('n') => "not",
            _ => "",
        };
        if !one.is_empty() {
            one.clone_into(&mut last.letters);
            return;
        }
        // «\u{a0}fait avec\u{a0}», and not «\u{a0}l’IA fait peur\u{a0}».
        if matches!(pair, ("fait", "avec" | "par" | "a")) {
            "faite".clone_into(&mut last.letters);
        }
    }
    // «\u{a0}j’ai\u{a0}» is a verb.
    let verb = elided && letters == "ai";
    words.push(Word {
        is_end: ["mais", "but"].contains(&letters.as_str()),
        is_tag: before == Some('#'),
        is_capital: capital && !verb,
        is_verb: verb,
        letters,
    });
}

struct Words {
    machines: Vec<String>,
    computers: Vec<String>,
    makes: Vec<String>,
    makes_english: Vec<String>,
    artificial: Vec<String>,
    pictures: Vec<String>,
    retouches: Vec<String>,
    changes: Vec<String>,
    ai_tags: Vec<String>,
    retouched_tags: Vec<String>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let written = laws::written_images();
    let folded = |words: Vec<String>| {
        words.iter().map(|word| super::fold::letters(word).into_iter().collect()).collect()
    };
    Words {
        machines: folded(written.machines),
        computers: folded(written.computers),
        makes: folded(written.makes.fr),
        makes_english: folded(written.makes.en),
        artificial: folded(written.artificial),
        pictures: folded(written.pictures),
        retouches: folded(written.retouches),
        changes: folded(written.changes),
        ai_tags: folded(written.ai_tags),
        retouched_tags: folded(written.retouched_tags),
    }
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_that_a_machine_made_it() {
        for text in [
            "Image générée par une IA",
            "La B a été générée par une IA",
            "Visuel généré avec Midjourney (IA)",
            "Visuel conçu par une IA",
            "Illustration réalisée à l’aide d’une intelligence artificielle",
            "Image IA",
            "Image créée avec l’IA",
            "Le fond est fait avec l'IA.",
            "J’ai créé cette image avec DALL·E",
            "J’ai généré ce visuel par I.A.",
            "Ce n’est pas une photo mais une image IA",
            "Ce n’est pas une photo : elle est générée par IA",
            "Photo retouchée avec l’IA",
            "Image de synthèse",
            "Publicité. Un parfum. Visuels : IA",
            "Fait avec l’IA",
            "I used AI for the background",
            "Notre mannequin virtuel",
            "Un portrait #imageIA",
            "Illustration : Midjourney",
            "Made with AI",
            "made with ai",
            "AI-generated",
            "ai-generated portrait",
            "AI image",
            "An image that Midjourney made",
            "Portrait created using artificial intelligence",
            "Computer-generated image",
        ] {
            assert!(tells_of_image(text, Retouch::Ai), "{text}");
        }
        assert!(credits_machine("Studio Rose / IA") && credits_machine("Midjourney"));
    }

    #[test]
    fn what_says_nothing_of_a_machine() {
        for text in [
            "J’ai créé ce visuel",
            "Je vous ai préparé un portrait",
            "Image créée sans IA",
            "Aucune IA n’a créé cette image",
            "This image was not made with AI",
            "No AI-generated images here",
            "Un nouveau portrait",
            "Une visite virtuelle du musée",
            "Photo retouchée",
            "L’IA est partout",
            "L’IA nous fait peur",
            "",
        ] {
            assert!(!tells_of_image(text, Retouch::Ai), "{text}");
        }
        assert!(!credits_machine("Studio Rose") && !credits_machine("Sans IA"));
    }

    #[test]
    fn what_says_that_it_is_retouched() {
        for text in [
            "Portrait retouché",
            "J’ai retouché cette photo",
            "photo retouchée",
            "Quelques retouches",
            "Retouche : Studio Rose",
            "Photo modifiée",
            "Portrait avec filtre",
            "Filtre beauté",
            "Photo passée sous Photoshop",
            "retouched portrait",
            "Edited photo",
            "This photo was edited",
            "Airbrushed",
        ] {
            assert!(tells_of_image(text, Retouch::Retouched), "{text}");
        }
        for text in [
            "Photo non retouchée",
            "Portrait sans retouche",
            "Zéro retouche",
            "An unedited photo",
            "This photo is not edited",
            "Our magazine, edited in Lyon",
            "Un portrait",
        ] {
            assert!(!tells_of_image(text, Retouch::Retouched), "{text}");
        }
    }
}
