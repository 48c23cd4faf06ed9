//! Ids made from titles.

/// The id of a title: small letters without accents, digits, hyphens, at most 64.
///
/// ```
/// use edito::text::slug;
/// assert_eq!(slug("L’été à Sète : c’est parti !"), "l-ete-a-sete-c-est-parti");
/// ```
#[must_use]
pub fn slug(title: &str) -> String {
    let mut id = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        let plain = fold(c);
        if plain.is_empty() {
            if !id.is_empty() && !id.ends_with('-') {
                id.push('-');
            }
        } else {
            id.push_str(plain);
        }
        if id.len() >= 64 {
            break;
        }
    }
    id.truncate(64);
    let id = id.trim_end_matches('-');
    if id.is_empty() { "post".to_owned() } else { id.to_owned() }
}

/// The plain letters of a small letter; empty for what is neither letter nor digit.
fn fold(c: char) -> &'static str {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyz0123456789";
    if let Some(i) = PLAIN.find(c) {
        return &PLAIN[i..=i];
    }
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => "e",
        'ğ' => "g",
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'ı' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => "o",
        'œ' => "oe",
        'ř' => "r",
        'ś' | 'š' | 'ş' | 'ș' => "s",
        'ß' => "ss",
        'ť' | 'ț' => "t",
        'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => "u",
        'ý' | 'ÿ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_ids() {
        for title in ["Klimt arrive", "Œuvre n° 3", "—", "日本", "\u{301}", &"a-".repeat(99)]
        {
            let id = slug(title);
            let fits = id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
            assert!(fits && (1..=64).contains(&id.len()) && !id.starts_with('-'), "{title}: {id}");
        }
        assert_eq!(slug("Œuvre n° 3"), "oeuvre-n-3");
    }
}
