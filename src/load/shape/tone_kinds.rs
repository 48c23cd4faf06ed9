//! Which keys each kind of tone rule takes.

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
    /// Keys of which it needs one at least; empty: it needs none.
    pub needs: &'static [&'static str],
    /// Other keys that it takes.
    pub takes: &'static [&'static str],
}

const fn kind(
    kind: &'static str,
    needs: &'static [&'static str],
    takes: &'static [&'static str],
) -> KindKeys {
    KindKeys { kind, needs, takes }
}

const MATCHING: [&str; 3] = ["ignore_case", "word", "inflect"];

/// What each kind of rule is made of.
pub static KINDS: [KindKeys; 19] = [
    kind("forbid", &["terms", "patterns"], &MATCHING),
    kind("replace", &["swap"], &MATCHING),
    kind("require", &["any_of", "patterns"], &["when", "position", "within_chars"]),
    kind("disclosure", &["labels"], &["deals", "position", "fold_chars", "not_only"]),
    kind("claims", &["terms", "patterns"], &["ignore_case", "word", "inflect", "needs"]),
    kind("address", &["expect"], &[]),
    kind("person", &["forbid", "allow"], &["max_ratio"]),
    kind("inclusive", &["form", "swap"], &["character"]),
    kind("caps", &["max_words", "max_ratio"], &["min_len", "acronyms"]),
    kind("punctuation", &["max_exclamations", "max_run", "ellipsis", "forbid"], &[]),
    kind(
        "typography",
        &["spaces", "apostrophe", "marks", "capitals", "ligatures", "single_spaces", "units"],
        &[],
    ),
    kind(
        "emoji",
        &["max", "min", "max_run", "position", "allow", "forbid", "not_bullets", "no_duplicate"],
        &[],
    ),
    kind("hashtag", &["max", "min", "required", "forbid", "case", "position", "no_duplicate"], &[]),
    kind("styled-unicode", &[], &[]),
    kind("count", &["max", "min"], &["of", "per", "without", "patterns"]),
    kind("repeat", &[], &["window"]),
    kind("consistency", &["either"], &["per"]),
    kind("readability", &["max", "min"], &["formula", "min_words"]),
    kind("language", &[], &["expect"]),
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
