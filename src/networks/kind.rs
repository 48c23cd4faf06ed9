//! Which limits a post has: those of its kind, else the network's own.

use super::{Figure, Network, Variant};

/// What a post shows, as far as limits depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// Nothing.
    Nothing,
    /// Images alone.
    Images,
    /// Films, sound or pages, perhaps with images.
    Others,
}

/// Whether a post of this format has no text on a network: the words of a story are on its image.
#[must_use]
pub fn takes_no_text(network: &str, format: Option<&str>) -> bool {
    // Only stories are so: no other post needs the facts of its network for it.
    let network = format.filter(|format| *format == "story").and_then(|_| super::find(network));
    network.is_some_and(|network| {
        let kind = network.kind(format, Shown::Nothing);
        network.text_limit(kind).is_some_and(|figure| figure.most == 0)
    })
}

impl Network {
    /// The kind of a post that has limits of its own: by its format (`story`, `article`), else by
    /// what it shows (`photo`: images alone; `caption`: anything). Kinds that are paid for
    /// (`premium`, `nitro`) are never guessed: a channel says so with `limits`.
    #[must_use]
    pub fn kind(&self, format: Option<&str>, shown: Shown) -> Option<&Variant> {
        let paid = |name: &str| matches!(name, "premium" | "nitro");
        let by_format = format.filter(|name| !paid(name)).and_then(|name| self.variant(name));
        let by_media = || match shown {
            Shown::Nothing => None,
            Shown::Images => self.variant("photo").or_else(|| self.variant("caption")),
            Shown::Others => self.variant("caption"),
        };
        by_format.or_else(by_media)
    }

    /// The limit of the text of a post of this kind.
    #[must_use]
    pub fn text_limit<'a>(&'a self, kind: Option<&'a Variant>) -> Option<&'a Figure> {
        kind.and_then(|kind| kind.text.as_ref()).or(self.text.as_ref())
    }

    /// The limit of the title of a post of this kind.
    #[must_use]
    pub fn title_limit<'a>(&'a self, kind: Option<&'a Variant>) -> Option<&'a Figure> {
        kind.and_then(|kind| kind.title.as_ref()).or(self.title.as_ref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::networks::find;

    #[test]
    fn a_text_with_an_image_is_a_caption_on_telegram() {
        let telegram = find("telegram").unwrap();
        let limit = |shown| telegram.text_limit(telegram.kind(None, shown)).map(|f| f.most);
        assert_eq!(limit(Shown::Nothing), Some(4096));
        assert_eq!(limit(Shown::Images), Some(1024));
        assert_eq!(limit(Shown::Others), Some(1024));
    }

    #[test]
    fn photos_and_films_differ_on_tiktok() {
        let tiktok = find("tiktok").unwrap();
        let kind = |shown| tiktok.kind(None, shown);
        assert_eq!(tiktok.text_limit(kind(Shown::Images)).map(|f| f.most), Some(4000));
        assert_eq!(tiktok.text_limit(kind(Shown::Others)).map(|f| f.most), Some(2200));
        assert_eq!(tiktok.title_limit(kind(Shown::Images)).map(|f| f.most), Some(90));
    }

    #[test]
    fn a_format_names_its_limits_and_nobody_is_premium_by_chance() {
        let x = find("x").unwrap();
        let limit = |format| x.text_limit(x.kind(Some(format), Shown::Nothing)).map(|f| f.most);
        assert_eq!(limit("article"), Some(100_000));
        assert_eq!(limit("premium"), Some(280));
        assert_eq!(limit("anything"), Some(280));
    }
}
