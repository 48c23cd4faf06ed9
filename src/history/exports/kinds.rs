//! What sorts of posts are called, so that one sort has one name whatever the export and its language.

use super::fields::plain_name;
use std::cell::RefCell;

/// So many names of a table are kept; a table has few.
const KEPT: usize = 24;

/// The sorts of a table: the same few names come again and again, and to read one takes longer than to
/// find it again.
#[derive(Debug, Default)]
pub(super) struct Kinds(RefCell<Vec<(String, String)>>);

impl Kinds {
    /// The sort that a name stands for: [`kind`].
    pub(super) fn of(&self, text: &str) -> String {
        let mut known = self.0.borrow_mut();
        if let Some((_, kind)) = known.iter().find(|(written, _)| written == text) {
            return kind.clone();
        }
        let kind = kind(text);
        if known.len() < KEPT {
            known.push((text.to_owned(), kind.clone()));
        }
        kind
    }
}

/// One name of each sort, and what exports call it, folded, without the name of a network.
#[rustfmt::skip]
const SORTS: [(&str, &[&str]); 12] = [
    ("reel", &["reel", "reels", "clip", "clips"]),
    ("image", &["image", "images", "photo", "photos", "picture", "bild", "bilder", "foto", "fotos", "imagen", "imagenes"]),
    ("carousel", &["carousel", "carousels", "album", "albums", "carrousel", "carrousels", "karussell", "carrusel", "secuencia", "multi-photo", "multiple images"]),
    ("video", &["video", "videos", "native video"]),
    ("link", &["link", "links", "lien", "liens", "enlace", "enlaces"]),
    ("text", &["text", "texts", "texte", "textes", "texto", "textos"]),
    ("story", &["story", "stories", "historia", "historias"]),
    ("live", &["live", "live video", "live videos", "direct", "directo", "video en direct", "videos en direct", "live-video", "live-videos"]),
    ("document", &["document", "documents", "dokument", "dokumente", "documento", "documentos", "pdf"]),
    ("article", &["article", "articles", "artikel", "articulo", "articulos"]),
    ("poll", &["poll", "polls", "sondage", "sondages", "umfrage", "umfragen", "encuesta", "encuestas"]),
    ("event", &["event", "events", "evenement", "evenements", "veranstaltung", "evento", "eventos"]),
];

/// The sort of a post: one of the known names, else what is written in small letters, without the
/// name of a network (`IG reel`, `Reel IG`, `IG-Reel` and `Reel de IG` are `reel`).
fn kind(text: &str) -> String {
    let plain = plain_name(text);
    let bare = without_network(&plain);
    let sort = SORTS.iter().find(|(_, names)| names.contains(&bare));
    sort.map_or_else(|| written(text), |(name, _)| (*name).to_owned())
}

fn written(text: &str) -> String {
    let small = text.trim().to_lowercase();
    without_network(&small).to_owned()
}

fn without_network(text: &str) -> &str {
    let mut bare = text;
    for network in ["ig", "instagram", "fb", "facebook", "linkedin", "tiktok"] {
        let before = bare.strip_prefix(network).filter(|rest| rest.starts_with([' ', '-']));
        bare = before.map_or(bare, |rest| rest.trim_start_matches([' ', '-']));
        let after = bare.strip_suffix(network).filter(|rest| rest.ends_with([' ', '-']));
        bare = after.map_or(bare, |rest| rest.trim_end_matches([' ', '-']));
    }
    bare.strip_suffix(" de").unwrap_or(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_sort_has_one_name_in_every_language() {
        for (name, written) in [
            (
                "reel",
                &[" IG reel", "Reel IG", "IG-Reel", "Reel de IG", "Reels", "Reel Instagram"][..],
            ),
            ("image", &["IG image", "Photos", "Image IG", "IG-Bild", "Imagen de IG", "Photo"]),
            (
                "carousel",
                &["IG carousel", "Carrousel IG", "IG-Karussell", "Secuencia de IG", "Album"],
            ),
            ("video", &["Videos", "Vidéos", "Vidéo"]),
            ("link", &["Links", "Liens"]),
            ("text", &["Text", "Texte"]),
        ] {
            for text in written {
                assert_eq!(kind(text), name, "{text}");
            }
        }
        assert_eq!(kind("Bilan de saison"), "bilan de saison");
        assert_eq!(kind("Été"), "été");
        assert_eq!((kind(""), kind("IG")), (String::new(), "ig".to_owned()));
    }

    #[test]
    fn kept_names_mean_the_same() {
        let kinds = Kinds::default();
        for turn in 0..2 {
            for n in 0..2 * KEPT {
                let text = format!("IG Été {n}");
                assert_eq!(kinds.of(&text), kind(&text), "{turn}");
            }
        }
        assert_eq!((kinds.of("IG reel"), kinds.of("Reels")), ("reel".into(), "reel".into()));
    }

    #[test]
    fn names_are_folded_and_stand_for_one_sort() {
        let mut seen = std::collections::BTreeSet::new();
        for name in SORTS.iter().flat_map(|(_, names)| *names) {
            assert_eq!(plain_name(name), **name);
            assert!(seen.insert(name), "{name}");
        }
    }
}
