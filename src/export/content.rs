//! What a post says on one channel: its own words, unless the channel has others.

use crate::lang::Lang;
use crate::model::{Content, Media, MediaFile, Placement, Post, Workspace};
use crate::source::Loc;

/// The content of a placement.
pub(super) struct Effective<'w> {
    post: &'w Content,
    on: Option<&'w Content>,
}

impl<'w> Effective<'w> {
    /// What this placement says.
    pub(super) fn of(ws: &'w Workspace, placement: &Placement) -> Self {
        let post: &Post = ws.post_of(placement);
        Self { post: &post.content, on: post.on(placement.channel).map(|on| &on.content) }
    }

    fn pick<T>(&self, field: impl Fn(&'w Content) -> Option<T>) -> Option<T> {
        self.on.and_then(&field).or_else(|| field(self.post))
    }

    /// The text, or the parts of a thread one after the other, without outer blank lines.
    pub(super) fn text(&self) -> String {
        let words = |content: &'w Content| {
            let text = content.text.as_ref().map(|text| text.value.clone());
            let parts = content.parts.as_ref();
            text.or_else(|| {
                let parts: Vec<&str> = parts?.iter().map(|part| part.value.trim()).collect();
                Some(parts.join("\n\n"))
            })
        };
        self.pick(words).unwrap_or_default().trim().to_owned()
    }

    /// The hashtags, each with its sign.
    pub(super) fn hashtags(&self) -> Vec<String> {
        self.pick(|content| content.hashtags.as_deref())
            .unwrap_or_default()
            .iter()
            .map(|tag| format!("#{}", tag.value.trim().trim_start_matches('#')))
            .collect()
    }

    /// The link.
    pub(super) fn link(&self) -> Option<&'w str> {
        self.pick(|content| content.link.as_ref()).map(|link: &Loc<String>| link.value.trim())
    }

    /// The files and addresses of its media, and, said to be so, what is still to be made.
    pub(super) fn media(&self, lang: Lang) -> Vec<String> {
        let media: &[Media] = self.pick(|content| content.media.as_deref()).unwrap_or_default();
        media
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
        assert_eq!(of("klimt-affiche", "linkedin").hashtags(), ["#Klimt", "#ExpoLyon"]);
        assert_eq!(of("klimt-affiche", "instagram").link(), None);
        assert!(of("klimt-affiche", "facebook").link().is_some());
        let media = |lang| of("klimt-accrochage", "instagram").media(lang);
        assert_eq!(media(Lang::Fr).len(), 2);
        assert!(media(Lang::Fr)[0].starts_with("à produire\u{a0}: "), "{:?}", media(Lang::Fr));
        assert!(media(Lang::En)[0].starts_with("brief: "));
    }
}
