//! Whether a text says that its link stands elsewhere: « lien en bio », “link in profile”.

/// Whether it says so, in French or English.
pub(super) fn is_named(text: &str) -> bool {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(str::to_lowercase).collect();
    let places = words.iter().enumerate().filter(|(_, word)| PLACES.contains(&word.as_str()));
    let mut places = places.map(|(at, _)| &words[at.saturating_sub(NEAR)..at]);
    places.any(|before| before.iter().any(|word| LINKS.contains(&word.as_str())) || leads(before))
        || words.iter().any(|word| IN_ONE.contains(&word.as_str()))
}

/// So many words before the place may speak of the link: “the link is in our new bio”.
const NEAR: usize = 6;

/// What stands elsewhere.
const LINKS: [&str; 9] =
    ["lien", "liens", "link", "links", "adresse", "url", "cliquez", "click", "tap"];

/// Where it stands.
const PLACES: [&str; 7] =
    ["bio", "biographie", "profil", "profile", "story", "stories", "highlights"];

/// In one word, as hashtags say it.
const IN_ONE: [&str; 5] =
    ["linkinbio", "linkinthebio", "lienenbio", "liendanslabio", "linkinprofile"];

/// “in our bio”, « dans la bio », without a word about a link.
fn leads(before: &[String]) -> bool {
    const WHERE: [&str; 5] = ["dans", "in", "via", "sur", "ds"];
    const WHOSE: [&str; 13] = [
        "la", "le", "ma", "mon", "notre", "nos", "leur", "sa", "the", "our", "my", "their", "your",
    ];
    match before {
        [.., place, whose] if WHOSE.contains(&whose.as_str()) => WHERE.contains(&place.as_str()),
        [.., place] => matches!(place.as_str(), "en" | "in" | "via"),
        [] => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_say_where_the_link_is() {
        for text in [
            "Billets : lien en bio",
            "Lien en bio 👆",
            "LIEN EN BIO",
            "Le lien est dans notre bio !",
            "👉 Lien dans le profil",
            "lien dans la story",
            "Liens dans nos stories",
            "Cliquez sur le lien de la bio",
            "Link in bio",
            "(link in our profile)",
            "The links are in my bio.",
            "Tap the link in our bio",
            "Billetterie dans notre bio",
            "Tickets via bio",
            "#linkinbio",
        ] {
            assert!(is_named(text), "{text}");
        }
    }

    #[test]
    fn others_do_not() {
        for text in [
            "Le marché bio, c’est dimanche",
            "Toute l’histoire du musée : https://exemple.fr",
            "Un lien entre deux époques",
            "The link between two worlds",
            "Une belle story",
        ] {
            assert!(!is_named(text), "{text}");
        }
    }
}
