//! Which keys each kind of tone rule takes.

use crate::lang::Phrase;

/// The keys that every rule takes.
const COMMON: &[&str] = &[
    "id", "kind", "level", "message", "why", "law", "link", "only", "lang", "except", "quotes",
    "fix", "good", "bad", "extra",
];

/// The keys of a kind of rule, beside those that every rule takes.
#[must_use]
pub fn keys_of(kind: &str) -> Option<&'static KindKeys> {
    KINDS.iter().find(|keys| keys.kind == kind)
}

/// Whether every rule takes this key.
#[must_use]
pub fn is_common(key: &str) -> bool {
    COMMON.contains(&key)
}

/// The keys of a kind of rule.
#[derive(Debug)]
pub struct KindKeys {
    /// The kind.
    pub kind: &'static str,
    /// What a rule of this kind is about: a lower-case phrase.
    pub about: Phrase,
    /// Keys of which it needs one at least; empty: it needs none.
    pub needs: &'static [&'static str],
    /// Other keys that it takes.
    pub takes: &'static [&'static str],
}

const fn kind(
    kind: &'static str,
    (en, fr): (&'static str, &'static str),
    needs: &'static [&'static str],
    takes: &'static [&'static str],
) -> KindKeys {
    KindKeys { kind, about: Phrase { en, fr }, needs, takes }
}

/// A key that tone rules take, by its name.
#[must_use]
pub fn tone_rule_key(name: &str) -> Option<&'static super::Key> {
    super::tone::RULE.key(name)
}

const MATCHING: [&str; 3] = ["ignore_case", "word", "inflect"];

/// What each kind of rule is made of.
pub static KINDS: [KindKeys; 19] = [
    kind(
        "forbid",
        ("words that are not said", "des mots que l’on n’emploie pas"),
        &["terms", "patterns"],
        &MATCHING,
    ),
    kind(
        "replace",
        ("words to be written otherwise", "des mots à remplacer par d’autres"),
        &["swap"],
        &MATCHING,
    ),
    kind(
        "require",
        ("words that must be there", "des mots qui doivent figurer"),
        &["any_of", "patterns"],
        &["when", "position", "within_chars"],
    ),
    kind(
        "disclosure",
        (
            "the brand’s own label of a partnership, beside that of the law",
            "la mention que la marque veut pour un partenariat, outre celle de la loi",
        ),
        &["labels"],
        &["deals", "position", "fold_chars", "not_only"],
    ),
    kind(
        "claims",
        (
            "promises that need a proof, or that a law forbids",
            "des promesses à prouver, ou qu’une loi interdit",
        ),
        &["terms", "patterns"],
        &["ignore_case", "word", "inflect", "needs"],
    ),
    kind(
        "address",
        ("tutoiement or vouvoiement", "le tutoiement ou le vouvoiement"),
        &["expect"],
        &[],
    ),
    kind(
        "person",
        ("who speaks: nous or on, we or I", "qui parle\u{a0}: nous ou on, je, we ou I"),
        &["forbid", "allow"],
        &["max_ratio"],
    ),
    kind(
        "inclusive",
        ("inclusive forms and words", "les formes et les mots inclusifs"),
        &["form", "swap"],
        &["character"],
    ),
    kind(
        "caps",
        ("words in capitals", "les mots en capitales"),
        &["max_words", "max_ratio"],
        &["min_len", "acronyms"],
    ),
    kind(
        "punctuation",
        (
            "exclamation marks, ellipses, signs",
            "les points d’exclamation et de suspension, les signes",
        ),
        &["max_exclamations", "max_run", "ellipsis", "forbid"],
        &[],
    ),
    kind(
        "typography",
        (
            "spaces, apostrophes, quotation marks, accents on capitals, ligatures",
            "les espaces, apostrophes, guillemets, accents sur les majuscules et ligatures",
        ),
        &["spaces", "apostrophe", "marks", "capitals", "ligatures", "single_spaces", "units"],
        &[],
    ),
    kind(
        "emoji",
        ("how many emoji, which, and where", "combien d’émojis, lesquels et où"),
        &["max", "min", "max_run", "position", "allow", "forbid", "not_bullets", "no_duplicate"],
        &[],
    ),
    kind(
        "hashtag",
        (
            "how many hashtags, which, where, and how they are written",
            "combien de hashtags, lesquels, où et comment ils s’écrivent",
        ),
        &["max", "min", "required", "forbid", "case", "position", "no_duplicate"],
        &[],
    ),
    kind(
        "styled-unicode",
        ("letters that only look like letters", "les lettres qui n’en ont que l’air"),
        &[],
        &[],
    ),
    kind(
        "count",
        ("how much there is of something", "la quantité de quelque chose"),
        &["max", "min"],
        &["of", "per", "without", "patterns"],
    ),
    kind("repeat", ("a word written twice", "un mot écrit deux fois"), &[], &["window"]),
    kind(
        "consistency",
        (
            "one way of writing a thing, the same everywhere",
            "une seule façon d’écrire une chose, la même partout",
        ),
        &["either"],
        &["per"],
    ),
    kind(
        "readability",
        (
            "how hard the text is to read, by a formula",
            "la difficulté de lecture, d’après une formule",
        ),
        &["max", "min"],
        &["formula", "min_words"],
    ),
    kind("language", ("the language of the text", "la langue du texte"), &[], &["expect"]),
];

#[cfg(test)]
mod tests {
    use super::super::tone::RULE;
    use super::*;
    use crate::model::RULE_KINDS;

    #[test]
    fn every_key_belongs_to_a_kind() {
        for keys in &KINDS {
            assert!(RULE_KINDS.contains(&keys.kind), "{}", keys.kind);
            for key in keys.needs.iter().chain(keys.takes) {
                assert!(RULE.key(key).is_some(), "{}: {key}", keys.kind);
            }
        }
        for key in RULE.keys {
            let of_kind =
                |keys: &KindKeys| keys.needs.contains(&key.name) || keys.takes.contains(&key.name);
            assert!(is_common(key.name) || KINDS.iter().any(of_kind), "{}", key.name);
        }
    }
}
