//! What a post says on one channel: what is overridden there, and the text that goes out.
//!
//! It knows the network only by whether posts there carry their link apart from the text.

use super::{Content, Media, Placement, PostIx, Workspace};
use crate::networks;
use crate::source::Loc;
use std::ops::Range;

/// The content of a placement: key by key what the channel overrides, else the post's own.
#[derive(Clone, Copy, Debug, Default)]
pub struct EffectiveContent<'a> {
    /// For people and for networks that have titles.
    pub title: Option<&'a Loc<String>>,
    /// The text; absent for a thread, whose words are in `parts`.
    pub text: Option<&'a Loc<String>>,
    /// Where `text_file` is written, when the text comes from a file.
    pub text_file: Option<&'a Loc<String>>,
    /// Parts of a thread; empty when there is a text.
    pub parts: &'a [Loc<String>],
    /// Hashtags beside the text, written with or without `#`.
    pub hashtags: &'a [Loc<String>],
    /// Mentions beside the text.
    pub mentions: &'a [Loc<String>],
    /// The address it sends to.
    pub link: Option<&'a Loc<String>>,
    /// Call to action.
    pub cta: Option<&'a Loc<String>>,
    /// The first comment under it.
    pub first_comment: Option<&'a Loc<String>>,
    /// The format.
    pub format: Option<&'a Loc<String>>,
    /// The language as written; [`Workspace::lang_of`] adds the channel's.
    pub lang: Option<&'a Loc<String>>,
    /// What it shows.
    pub media: &'a [Media],
}

impl EffectiveContent<'_> {
    /// Whether it says anything: a text, or parts.
    #[must_use]
    pub const fn has_words(&self) -> bool {
        self.text.is_some() || !self.parts.is_empty()
    }

    /// The place of its words: the text, or the first part.
    #[must_use]
    pub fn words(&self) -> Option<&Loc<String>> {
        self.text.or_else(|| self.parts.first())
    }
}

impl Workspace {
    /// What a placement says and shows.
    #[must_use]
    pub fn content(&self, placement: &Placement) -> EffectiveContent<'_> {
        let post = self.post(placement.post);
        let own = &post.content;
        let over = post.on(placement.channel).map_or(own, |on| &on.content);
        effective(over, own)
    }

    /// The language of a placement: its own, else its channel's (which falls back on the
    /// calendar's). A BCP 47 tag.
    #[must_use]
    pub fn lang_of(&self, placement: &Placement) -> Option<&str> {
        let written = self.content(placement).lang;
        written.map(|lang| lang.value.as_str()).or(self.channel(placement.channel).lang.as_deref())
    }

    /// The placements of a post, in the order of its channels.
    #[must_use]
    pub fn placements_of(&self, post: PostIx) -> &[Placement] {
        &self.placements[self.range_of(post)]
    }

    /// The text as it goes out: the text without outer blank lines, then the signature of the tone
    /// unless it is there already, then the link where the network has no field for it, then the
    /// hashtags that the text lacks, joined by blank lines. The parts of a thread follow each other
    /// the same way. Lines end with a line feed. Empty when there is nothing to say.
    #[must_use]
    pub fn outgoing_text(&self, placement: &Placement) -> String {
        self.outgoing_parts(placement).join("\n\n")
    }

    /// The parts of a thread as they go out, or the one text: signature, link and hashtags end the
    /// last of them.
    #[must_use]
    pub fn outgoing_parts(&self, placement: &Placement) -> Vec<String> {
        self.outgoing(placement).into_iter().map(|part| part.text).collect()
    }

    /// The same, with the places that the words come from.
    #[must_use]
    pub fn outgoing(&self, placement: &Placement) -> Vec<Outgoing<'_>> {
        let content = self.content(placement);
        let written = content.text.into_iter().chain(content.parts);
        let mut parts: Vec<Outgoing<'_>> =
            written.map(Outgoing::body).filter(|part| !part.text.is_empty()).collect();
        let tail = self.tail(placement, &content, &parts);
        match parts.last_mut() {
            Some(last) => last.append(&tail),
            None if !tail.text.is_empty() => parts.push(tail),
            None => {}
        }
        parts
    }

    /// What follows the words that are said in `parts`.
    fn tail<'a>(
        &'a self,
        placement: &Placement,
        content: &EffectiveContent<'a>,
        parts: &[Outgoing<'_>],
    ) -> Outgoing<'a> {
        let mut tail = Outgoing::default();
        let network = &self.channel(placement.channel).network.value;
        let format = content.format.map(|format| format.value.trim().to_lowercase());
        if parts.is_empty() && networks::takes_no_text(network, format.as_deref()) {
            return tail;
        }
        let said = |words: &str| parts.iter().any(|part| part.text.contains(words));
        if let Some(written) = &self.tone.signature {
            let signature = Outgoing::body(written);
            if !parts.is_empty() && !signature.text.is_empty() && !said(&signature.text) {
                tail.append(&signature);
            }
        }
        if let Some(link) = content.link
            && !networks::has_link_field(network)
        {
            let start = link.value.len() - link.value.trim_start().len();
            let address = link.value.trim();
            let there = parts.iter().any(|part| has_address(&part.text, address));
            if !address.is_empty() && !there {
                tail.append(&Outgoing::of(link, start..start + address.len()));
            }
        }
        // Most posts have all their hashtags in the text.
        let fold = |part: &Outgoing<'_>| part.text.to_lowercase();
        let folded: Vec<String> = match content.hashtags {
            [] => Vec::new(),
            _ => parts.iter().map(fold).collect(),
        };
        let missing = |tag: &str| {
            let tag = format!("#{}", tag.to_lowercase());
            !folded.iter().any(|text| has_tag(text, &tag))
        };
        let mut tags = Outgoing::default();
        for tag in content.hashtags {
            let bare = tag.value.trim().trim_start_matches('#');
            let again = has_tag(&tags.text.to_lowercase(), &format!("#{}", bare.to_lowercase()));
            if !bare.is_empty() && missing(bare) && !again {
                let end = tag.value.trim_end().len();
                tags.push(if tags.text.is_empty() { "#" } else { " #" });
                tags.extend(&Outgoing::of(tag, end - bare.len()..end));
            }
        }
        if !tags.text.is_empty() {
            tail.append(&tags);
        }
        tail
    }
}

/// A text as it goes out, and where its words are written.
#[derive(Clone, Debug, Default)]
pub struct Outgoing<'a> {
    /// The text.
    pub text: String,
    /// Its pieces in order; what stands between them (blank lines, `#`) is written nowhere.
    pub pieces: Vec<Piece<'a>>,
}

/// A stretch of an outgoing text that is written somewhere.
#[derive(Clone, Debug)]
pub struct Piece<'a> {
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// The value it comes from.
    pub words: &'a Loc<String>,
    /// Its first byte there.
    pub from: usize,
}

impl<'a> Outgoing<'a> {
    /// Some bytes of a value.
    fn of(words: &'a Loc<String>, range: Range<usize>) -> Self {
        if range.is_empty() {
            return Self::default();
        }
        let text = words.value[range.clone()].to_owned();
        let piece = Piece { range: 0..text.len(), words, from: range.start };
        Self { text, pieces: vec![piece] }
    }

    /// A value without the blank lines before and after it; lines end with a line feed.
    #[must_use]
    pub fn body(words: &'a Loc<String>) -> Self {
        let text = words.value.trim_end();
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            if !line.trim().is_empty() {
                break;
            }
            start += line.len();
        }
        if !text.contains('\r') {
            return Self::of(words, start..text.len());
        }
        let mut body = Self::default();
        for line in text[start..].split_inclusive("\r\n") {
            let bare = line.strip_suffix("\r\n").unwrap_or(line);
            if !bare.is_empty() {
                body.extend(&Self::of(words, start..start + bare.len()));
            }
            if bare.len() < line.len() {
                body.push("\n");
            }
            start += line.len();
        }
        body
    }

    /// With other words right behind it.
    fn extend(&mut self, other: &Self) {
        let base = self.text.len();
        self.text.push_str(&other.text);
        self.pieces.extend(other.pieces.iter().map(|piece| Piece {
            range: base + piece.range.start..base + piece.range.end,
            ..*piece
        }));
    }

    /// With other words after a blank line.
    fn append(&mut self, other: &Self) {
        if other.text.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.push("\n\n");
        }
        self.extend(other);
    }

    /// With letters that nobody wrote.
    fn push(&mut self, letters: &str) {
        self.text.push_str(letters);
    }

    /// The values that the bytes `range` of the text come from, each with its own bytes. Empty
    /// when nobody wrote any of them.
    #[must_use]
    pub fn origins(&self, range: &Range<usize>) -> Vec<(&'a Loc<String>, Range<usize>)> {
        let mut origins: Vec<(&'a Loc<String>, Range<usize>)> = Vec::new();
        // Pieces stand in order; a text of many lines has many.
        let first = self.pieces.partition_point(|piece| piece.range.end <= range.start);
        let met = self.pieces.iter().skip(first);
        for piece in met.take_while(|piece| piece.range.start < range.end) {
            let start = range.start.max(piece.range.start);
            let end = range.end.min(piece.range.end);
            if start >= end {
                continue;
            }
            let offset = |at: usize| piece.from + at - piece.range.start;
            match origins.last_mut() {
                // The lines of one value.
                Some((words, bytes)) if std::ptr::eq(*words, piece.words) => {
                    bytes.end = offset(end);
                }
                _ => origins.push((piece.words, offset(start)..offset(end))),
            }
        }
        origins
    }
}

/// What `over` says, else what `under` says. Text and parts are one thing: whichever the channel
/// writes takes the place of both.
fn effective<'a>(over: &'a Content, under: &'a Content) -> EffectiveContent<'a> {
    let words = if over.text.is_some() || over.parts.is_some() { over } else { under };
    let parts = words.parts.as_deref().unwrap_or_default();
    let text = words.text.as_ref().filter(|_| parts.is_empty());
    EffectiveContent {
        title: over.title.as_ref().or(under.title.as_ref()),
        text_file: words.text_file.as_ref().filter(|_| text.is_some()),
        text,
        parts,
        hashtags: list(&over.hashtags, &under.hashtags),
        mentions: list(&over.mentions, &under.mentions),
        link: over.link.as_ref().or(under.link.as_ref()),
        cta: over.cta.as_ref().or(under.cta.as_ref()),
        first_comment: over.first_comment.as_ref().or(under.first_comment.as_ref()),
        format: over.format.as_ref().or(under.format.as_ref()),
        lang: over.lang.as_ref().or(under.lang.as_ref()),
        media: list(&over.media, &under.media),
    }
}

fn list<'a, T>(over: &'a Option<Vec<T>>, under: &'a Option<Vec<T>>) -> &'a [T] {
    over.as_deref().or(under.as_deref()).unwrap_or_default()
}

/// Whether a text has an address, and not one that only begins with it.
fn has_address(text: &str, address: &str) -> bool {
    text.match_indices(address).any(|(start, _)| {
        let mut rest = text[start + address.len()..].chars();
        let next = rest.next().filter(|c| *c != '/').or_else(|| rest.next());
        next.is_none_or(|c| !c.is_alphanumeric() && !"/?#=&%-_~".contains(c))
    })
}

/// Whether a text in small letters has a hashtag in small letters as a whole word.
fn has_tag(text: &str, tag: &str) -> bool {
    text.match_indices(tag).any(|(start, _)| {
        let next = text[start + tag.len()..].chars().next();
        next.is_none_or(|c| !c.is_alphanumeric() && c != '_')
    })
}

#[cfg(test)]
mod tests {
    use crate::source::Sources;

    fn outgoing(toml: &str) -> Vec<String> {
        let text = format!(
            "[calendar]\ntimezone = \"Europe/Paris\"\n[channels.instagram]\nnetwork = \"instagram\"\n\
             [channels.linkedin]\nnetwork = \"linkedin\"\n{toml}"
        );
        let mut sources = Sources::default();
        let loaded =
            crate::load::from_text(&text, std::path::Path::new("."), &mut sources).unwrap();
        let ws = loaded.workspace.expect("it reads");
        ws.placements.iter().map(|p| ws.outgoing_text(p)).collect()
    }

    #[test]
    fn signature_link_and_missing_hashtags_follow_the_text() {
        let texts = outgoing(
            "[tone]\nsignature = \"L’équipe\"\n[[post]]\nid = \"a\"\nchannels = [\"instagram\", \"linkedin\"]\n\
             text = \"\"\"\n\n  Bonjour #klimt2 et #Expo.\n\n\"\"\"\nhashtags = [\"Klimt\", \"#expo\"]\nlink = \"https://a.example/\"\n",
        );
        assert_eq!(
            texts[0],
            "  Bonjour #klimt2 et #Expo.\n\nL’équipe\n\nhttps://a.example/\n\n#Klimt"
        );
        assert_eq!(texts[1], "  Bonjour #klimt2 et #Expo.\n\nL’équipe\n\n#Klimt");
    }

    #[test]
    fn nothing_is_said_twice_and_nothing_is_said_of_nothing() {
        let texts = outgoing(
            "[tone]\nsignature = \"Bye\"\n[[post]]\nid = \"a\"\nchannels = [\"instagram\"]\ntitle = \"A\"\n\
             [[post]]\nid = \"b\"\nchannels = [\"instagram\"]\ntext = \"See https://a.example/\\n\\nBye\"\nlink = \"https://a.example/\"\n",
        );
        assert_eq!(texts, ["", "See https://a.example/\n\nBye"]);
    }

    #[test]
    fn an_address_that_begins_another_is_another() {
        let texts = outgoing(
            "[[post]]\nid = \"a\"\nchannels = [\"instagram\"]\ntext = \"Voir https://a.example/x.\"\nlink = \"https://a.example/\"\n\
             [[post]]\nid = \"b\"\nchannels = [\"instagram\"]\ntext = \"Voir https://a.example/.\"\nlink = \"https://a.example\"\nhashtags = [\"Un\", \"un\"]\n",
        );
        assert_eq!(
            texts,
            ["Voir https://a.example/x.\n\nhttps://a.example/", "Voir https://a.example/.\n\n#Un"]
        );
    }

    #[test]
    fn a_story_without_words_has_none_added() {
        let texts = outgoing(
            "[[post]]\nid = \"a\"\ntitle = \"A\"\nformat = \"story\"\nchannels = [\"instagram\"]\nlink = \"https://a.example/\"\nhashtags = [\"Un\"]\n",
        );
        assert_eq!(texts, [""]);
    }

    #[test]
    fn a_text_of_the_channel_replaces_the_parts_of_the_post() {
        let texts = outgoing(
            "[[post]]\nid = \"a\"\nchannels = [\"instagram\", \"linkedin\"]\nparts = [\"one\", \"two\"]\n\
             [post.on.linkedin]\ntext = \"alone\"\n",
        );
        assert_eq!(texts, ["one\n\ntwo", "alone"]);
    }
}
