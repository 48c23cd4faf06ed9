//! Words without what people vary: case, accents, kinds of apostrophe, hyphen and space.

/// Lower case, without accents, with plain apostrophes, hyphens and spaces.
pub(in crate::time) fn plain(text: &str) -> String {
    text.chars().flat_map(char::to_lowercase).filter_map(letter).collect()
}

/// Like [`plain`], with single spaces between words, none at the ends, and no full stop after a
/// word (`nov.`).
pub(in crate::time) fn phrase(text: &str) -> String {
    let text = plain(text).replace(',', " ");
    let words = text.split_ascii_whitespace().map(|word| word.trim_end_matches('.'));
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// One letter of what a person types, or nothing for an accent that stands alone.
fn letter(c: char) -> Option<char> {
    Some(match c {
        'à' | 'â' | 'ä' | 'á' | 'ã' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ô' | 'ö' | 'ó' | 'õ' => 'o',
        'û' | 'ù' | 'ü' | 'ú' => 'u',
        'ñ' => 'n',
        '’' | '‘' | 'ʼ' | '′' | '`' | '´' => '\'',
        '‐' | '‑' | '–' | '—' | '−' => '-',
        // Accents apart from their letter, as some keyboards and file systems write them.
        '\u{300}'..='\u{36f}' => return None,
        c if c.is_whitespace() => ' ',
        c => c,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds() {
        assert_eq!(phrase("  Après\u{2011}demain "), "apres-demain");
        assert_eq!(phrase("AUJOURD’HUI"), "aujourd'hui");
        assert_eq!(phrase("24\u{a0}NOV. 2026"), "24 nov 2026");
        assert_eq!(phrase("1er de\u{301}cembre"), "1er decembre");
        assert_eq!(phrase("Nov 24, 2026"), "nov 24 2026");
        assert_eq!(phrase("+3j ... \u{0}"), "+3j \u{0}");
    }
}
