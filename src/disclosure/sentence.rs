//! What the sentence around a word does with it: it denies it, or says that the post is it.
//!
//! It reads folded letters and knows no labels.

/// So many letters before and behind a word say what a sentence does with it: a line may be a whole
/// text, and it is looked at for every word.
const NEAR: usize = 200;

/// Whether the sentence denies what follows: by the word before, or the one before an article.
/// Farther away it denies something else (“don’t miss our …”).
pub(super) fn is_denied(letters: &[char], start: usize) -> bool {
    let before = clause(letters, start);
    let mut words = words(&before).rev();
    let articles =
        ["un", "une", "le", "la", "de", "d'un", "d'une", "du", "a", "an", "any", "the", "en"];
    match words.next() {
        Some(word) if articles.contains(&word) => words.next().is_some_and(is_negation),
        Some(word) => is_negation(word),
        None => false,
    }
}

/// The same for a word that counts anywhere in a sentence: one of the four words before denies it,
/// back to a comma (“I don’t get any commission”).
pub(super) fn is_refused(letters: &[char], start: usize) -> bool {
    let before = clause(letters, start);
    let near = before.rsplit(',').next().unwrap_or_default();
    words(near).rev().take(4).any(is_negation)
}

/// Whether the sentence says that the post is what follows: “this video is an …”,
/// «\u{a0}cette vidéo est une …\u{a0}».
pub(super) fn is_declared(letters: &[char], start: usize) -> bool {
    const IS: [&str; 11] = [
        "est",
        "est un",
        "est une",
        "est de la",
        "c'est",
        "c'est une",
        "c'est de la",
        "s'agit d'une",
        "is",
        "is a",
        "is an",
    ];
    const THIS: [&str; 9] =
        ["ce", "c'est", "cet", "cette", "ceci", "s'agit", "this", "voici", "that"];
    const UNLESS: [&str; 8] = ["si", "if", "quand", "when", "whether", "affiche", "poster", "que"];
    let before = clause(letters, start);
    let said: Vec<&str> = words(&before).collect();
    let near = &said[said.len().saturating_sub(8)..];
    let ends = |is: &&str| near.ends_with(&is.split(' ').collect::<Vec<_>>());
    IS.iter().any(ends)
        && near.iter().any(|word| THIS.contains(word))
        && !near.iter().any(|word| UNLESS.contains(word) || is_negation(word))
}

/// The words before a place, back to the beginning of the sentence.
fn clause(letters: &[char], start: usize) -> String {
    let ends = |c: &char| matches!(c, '\n' | '.' | '!' | '?' | '…' | ':' | ';');
    let near = start.saturating_sub(NEAR);
    let from = letters[near..start].iter().rposition(ends).map_or(near, |at| near + at + 1);
    letters[from..start].iter().collect()
}

fn words(text: &str) -> impl DoubleEndedIterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty())
}

/// Whether a folded word denies.
pub(super) fn is_negation(word: &str) -> bool {
    let no =
        ["pas", "non", "aucun", "aucune", "jamais", "sans", "ni", "not", "no", "never", "without"];
    no.contains(&word) || word.ends_with("n't")
}

/// Where the line of a place ends, or what is near it.
pub(super) fn line_end(letters: &[char], from: usize) -> usize {
    let line = letters[from..].iter().take(NEAR).position(|c| *c == '\n');
    line.map_or(letters.len().min(from + NEAR), |at| from + at)
}

/// Where the line of a place begins, or what is near it.
pub(super) fn line_start(letters: &[char], from: usize) -> usize {
    let near = from.saturating_sub(NEAR);
    letters[near..from].iter().rposition(|c| *c == '\n').map_or(near, |at| near + at + 1)
}

#[cfg(test)]
mod tests {
    use super::super::fold;
    use super::*;

    #[test]
    fn what_a_post_says_of_itself() {
        let said = |text: &str| {
            let letters = fold::letters(text);
            is_declared(&letters, letters.len())
        };
        for text in
            ["Cette vidéo est une ", "C’est une ", "Il s’agit d’une ", "Hey, this post is an "]
        {
            assert!(said(text), "{text}");
        }
        for text in [
            "Ceci n’est pas une ",
            "Si cette vidéo est une ",
            "Cette affiche de 1900 est une ",
            "This isn’t an ",
            "Tout est une ",
            "Cette vidéo dure. Elle est une ",
            "",
        ] {
            assert!(!said(text), "{text}");
        }
    }

    #[test]
    fn what_is_refused_nearby() {
        let refused = |text: &str| {
            let letters = fold::letters(text);
            is_refused(&letters, letters.len())
        };
        assert!(refused("I don’t get any ") && refused("Je ne touche aucune "));
        assert!(!refused("At no extra cost to you, I get ") && !refused("No. I get "));
    }
}
