//! Messages of a style without their `%s`: ours are words alone, and the finding shows the place.

/// A message without placeholders: the n-th one becomes the n-th of `said`, any further one a word
/// that stands for what was found.
pub(super) fn said(message: &str, said: &[&str]) -> String {
    let mut out = String::new();
    let mut rest = message;
    let mut count = 0;
    while let Some((before, after, number)) = next(rest) {
        let which = number.unwrap_or(count);
        count += 1;
        match said.get(which) {
            Some(words) => {
                out.push_str(before);
                out.push_str(words);
                rest = after;
            }
            None => {
                let (before, after) = without_quotes(before, after);
                out.push_str(before);
                out.push_str(stand_in(message));
                rest = after;
            }
        }
    }
    out.push_str(rest);
    capital(out.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether a message has a placeholder.
pub(super) fn has_place(message: &str) -> bool {
    next(message).is_some()
}

/// What stands before the next placeholder and after it, and its number where it has one.
fn next(text: &str) -> Option<(&str, &str, Option<usize>)> {
    let mut from = 0;
    while let Some(at) = text.get(from..)?.find('%').map(|at| at + from) {
        let rest = &text[at + 1..];
        let (number, rest) = match rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
            Some((number, rest)) => (number.parse::<usize>().ok(), rest),
            None => (None, rest),
        };
        if let Some(after) = ["s", "q", "d", "v"].iter().find_map(|verb| rest.strip_prefix(verb)) {
            // `100%s` is rare, `50 %sur` too: a placeholder ends a word.
            if !after.starts_with(char::is_alphanumeric) {
                return Some((&text[..at], after, number.and_then(|n| n.checked_sub(1))));
            }
        }
        from = at + 1;
    }
    None
}

/// The text around a placeholder without the quotation marks that held it.
fn without_quotes<'t>(before: &'t str, after: &'t str) -> (&'t str, &'t str) {
    const MARKS: [(&str, &str); 7] = [
        ("'", "'"),
        ("\"", "\""),
        ("‘", "’"),
        ("“", "”"),
        ("`", "`"),
        ("« ", " »"),
        ("«\u{a0}", "\u{a0}»"),
    ];
    for (open, close) in MARKS {
        if let (Some(before), Some(after)) = (before.strip_suffix(open), after.strip_prefix(close))
        {
            return (before, after);
        }
    }
    (before, after)
}

/// What to say for the words found, in the language of the message as far as it shows.
fn stand_in(message: &str) -> &'static str {
    const FRENCH: [&str; 12] =
        ["le", "la", "les", "un", "une", "des", "du", "de", "pas", "est", "et", "ou"];
    let lower = message.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic());
    let french = message.contains('«')
        || words.any(|word| FRENCH.contains(&word) || (word.ends_with("ez") && word.len() > 3));
    if french { "ceci" } else { "this" }
}

/// With a capital at the start, as a sentence.
fn capital(text: String) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) if first.is_lowercase() => first.to_uppercase().chain(chars).collect(),
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_become_words() {
        assert_eq!(said("'%s' is a buzzword!", &[]), "This is a buzzword!");
        assert_eq!(said("Avoid words like '%s'.", &[]), "Avoid words like this.");
        assert_eq!(said("Évitez « %s ».", &[]), "Évitez ceci.");
        assert_eq!(said("Write '%s', not '%s'.", &["buy"]), "Write 'buy', not this.");
        assert_eq!(said("Use '%[2]s', not '%[1]s'.", &["a", "b"]), "Use 'b', not 'a'.");
        assert_eq!(said("Kept to 100% sure\n  words", &[]), "Kept to 100% sure words");
        assert!(
            has_place("%s") && has_place("'%q'") && !has_place("50%sure") && !has_place("100 %")
        );
    }
}
