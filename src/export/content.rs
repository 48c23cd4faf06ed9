//! What a post says on one channel: its own words, unless the channel has others.

use crate::lang::Lang;
use crate::model::{EffectiveContent, MediaFile, Placement, Workspace};

/// The content of a placement.
pub(super) struct Effective<'w> {
    content: EffectiveContent<'w>,
    outgoing: String,
}

impl<'w> Effective<'w> {
    /// What this placement says.
    pub(super) fn of(ws: &'w Workspace, placement: &Placement) -> Self {
        Self { content: ws.content(placement), outgoing: ws.outgoing_text(placement) }
    }

    /// The text as it goes out, with its signature, link and hashtags.
    pub(super) fn text(&self) -> &str {
        &self.outgoing
    }

    /// The hashtags, each with its sign.
    pub(super) fn hashtags(&self) -> Vec<String> {
        self.content
            .hashtags
            .iter()
            .map(|tag| format!("#{}", tag.value.trim().trim_start_matches('#')))
            .collect()
    }

    /// The link.
    pub(super) fn link(&self) -> Option<&'w str> {
        self.content.link.map(|link| link.value.trim())
    }

    /// The link, where it goes out beside the text and not in it.
    pub(super) fn link_beside(&self) -> Option<&'w str> {
        self.link().filter(|link| !self.outgoing.contains(link))
    }

    /// The files and addresses of its media, and, said to be so, what is still to be made.
    pub(super) fn media(&self, lang: Lang) -> Vec<String> {
        self.content
            .media
            .iter()
            .filter_map(|medium| medium.file.as_ref())
            .map(|file| match file {
                MediaFile::File(name, _) | MediaFile::Url(name) => name.value.clone(),
                MediaFile::Brief(brief) => match lang {
                    Lang::En => format!("brief: {}", brief.value),
                    Lang::Fr => format!("à produire\u{a0}: {}", brief.value),
                },
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::plan::sample::museum;

    #[test]
    fn a_channel_says_its_own_words() {
        let museum = museum();
        let of = |post, channel| {
            let ix = museum.find(post, channel);
            Effective::of(&museum.ws, museum.ws.placement(ix))
        };
        assert!(of("klimt-affiche", "linkedin").text().starts_with("Deux ans"));
        assert!(of("klimt-affiche", "instagram").text().starts_with("De l’or"));
        let linkedin = of("klimt-affiche", "linkedin");
        assert!(linkedin.text().contains("#Klimt") && linkedin.text().contains("#ExpoLyon"));
        let ix = museum.find("klimt-affiche", "linkedin");
        assert_eq!(linkedin.text(), museum.ws.outgoing_text(museum.ws.placement(ix)));
        assert_eq!(of("klimt-affiche", "linkedin").hashtags(), ["#Klimt", "#ExpoLyon"]);
        assert_eq!(of("klimt-affiche", "instagram").link(), None);
        assert!(of("klimt-affiche", "facebook").link().is_some());
        let media = |lang| of("klimt-accrochage", "instagram").media(lang);
        assert_eq!(media(Lang::Fr).len(), 2);
        assert!(media(Lang::Fr)[0].starts_with("à produire\u{a0}: "), "{:?}", media(Lang::Fr));
        assert!(media(Lang::En)[0].starts_with("brief: "));
    }
}
