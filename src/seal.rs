//! Seals of approvals: what exactly somebody approved, in 64 digits.
//!
//! A seal is `sha256:` and the SHA-256 of JSON with sorted keys and line feeds, over the content of
//! a post on every one of its channels. This room reads no file: the digests of assets come from a
//! function of the caller (`load::hash_file`). Dates, status, owner, notes and tags are not sealed:
//! they may change after an approval.

use crate::model::{FileState, Mark, Media, MediaFile, Placement, Post, PostIx, Workspace};
use crate::source::Loc;
use crate::text::hex;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::path::Path;

/// The digest of an asset: 64 hex digits, or `None` when it can't be read.
pub type AssetHash<'f> = &'f dyn Fn(&Path) -> Option<String>;

/// The seal of a post's present content.
#[must_use]
pub fn seal(ws: &Workspace, post: PostIx, asset: AssetHash<'_>) -> String {
    let json = sealed_content(ws, post, asset).to_string();
    format!("sha256:{}", hex(&Sha256::digest(json.as_bytes())))
}

/// What a seal is computed over: an object of channels, each with its effective content. Absent
/// keys are left out.
#[must_use]
pub fn sealed_content(ws: &Workspace, post: PostIx, asset: AssetHash<'_>) -> Value {
    let channels = ws.placements_of(post).iter().map(|placement| {
        let id = ws.channel(placement.channel).id.value.clone();
        (id, on_channel(ws, placement, asset))
    });
    object([("channels".to_owned(), object(channels))])
}

fn on_channel(ws: &Workspace, placement: &Placement, asset: AssetHash<'_>) -> Value {
    let content = ws.content(placement);
    let mut fields = vec![
        ("title", content.title.map(text)),
        ("link", content.link.map(text)),
        ("cta", content.cta.map(text)),
        ("first_comment", content.first_comment.map(text)),
        ("format", content.format.map(text)),
        ("lang", content.lang.map(text)),
        ("hashtags", texts(content.hashtags)),
        ("mentions", texts(content.mentions)),
        ("partnership", partnership(ws.post_of(placement))),
    ];
    let parts: Vec<Value> =
        ws.outgoing_parts(placement).iter().map(|part| line_feeds(part)).collect();
    match (content.parts.is_empty(), parts.as_slice()) {
        (_, []) => {}
        (true, [only, ..]) => fields.push(("text", Some(only.clone()))),
        (false, _) => fields.push(("parts", Some(Value::Array(parts)))),
    }
    if !content.media.is_empty() {
        let media = content.media.iter().map(|media| medium(media, asset));
        fields.push(("media", Some(Value::Array(media.collect()))));
    }
    present(fields)
}

fn partnership(post: &Post) -> Option<Value> {
    let partnership = &post.partnership.as_ref()?.value;
    Some(present(vec![
        ("kind", Some(line_feeds(&partnership.kind))),
        ("with", partnership.with.as_deref().map(line_feeds)),
    ]))
}

fn medium(media: &Media, asset: AssetHash<'_>) -> Value {
    let mark = |mark: Mark| (mark == Mark::Yes).then_some(Value::Bool(true));
    let mut fields = vec![
        ("alt", media.alt.as_ref().map(text)),
        ("credit", media.credit.as_ref().map(text)),
        ("text", media.text.as_ref().map(text)),
        ("retouched", mark(media.retouched)),
        ("ai", mark(media.ai)),
    ];
    match &media.file {
        Some(MediaFile::File(named, state)) => {
            let digest = match state {
                FileState::Present(path) => asset(path),
                FileState::Missing | FileState::Outside => None,
            };
            fields.push(match digest {
                Some(digest) => ("sha256", Some(Value::String(digest))),
                None => ("missing", Some(text(named))),
            });
        }
        Some(MediaFile::Url(url)) => fields.push(("url", Some(text(url)))),
        Some(MediaFile::Brief(brief)) => fields.push(("brief", Some(text(brief)))),
        None => {}
    }
    present(fields)
}

fn text(text: &Loc<String>) -> Value {
    line_feeds(&text.value)
}

fn texts(list: &[Loc<String>]) -> Option<Value> {
    (!list.is_empty()).then(|| Value::Array(list.iter().map(text).collect()))
}

fn line_feeds(text: &str) -> Value {
    Value::String(text.replace("\r\n", "\n"))
}

fn present(fields: Vec<(&str, Option<Value>)>) -> Value {
    object(fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))))
}

/// An object whose keys are sorted, whatever order the map of the JSON library keeps.
fn object(fields: impl IntoIterator<Item = (String, Value)>) -> Value {
    let mut fields: Vec<(String, Value)> = fields.into_iter().collect();
    fields.sort_by(|(a, _), (b, _)| a.cmp(b));
    Value::Object(fields.into_iter().collect::<Map<String, Value>>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn json(post: &str) -> String {
        let text = format!(
            "[calendar]\ntimezone = \"Europe/Paris\"\n[channels.x]\nnetwork = \"x\"\n[channels.instagram]\nnetwork = \"instagram\"\n\
             [[post]]\nid = \"a\"\nchannels = [\"x\", \"instagram\"]\n{post}"
        );
        let mut sources = Sources::default();
        let loaded = crate::load::from_text(&text, Path::new("."), &mut sources).unwrap();
        let ws = loaded.workspace.expect("it reads");
        assert!(seal(&ws, PostIx::new(0), &|_| None).starts_with("sha256:"));
        sealed_content(&ws, PostIx::new(0), &|_| None).to_string()
    }

    #[test]
    fn keys_are_sorted_and_absent_ones_left_out() {
        assert_eq!(
            json("title = \"T\"\ntext = \"Hi\"\nlink = \"https://a.example\"\n"),
            "{\"channels\":{\
             \"instagram\":{\"link\":\"https://a.example\",\"text\":\"Hi\\n\\nhttps://a.example\",\"title\":\"T\"},\
             \"x\":{\"link\":\"https://a.example\",\"text\":\"Hi\\n\\nhttps://a.example\",\"title\":\"T\"}}}"
        );
    }

    #[test]
    fn dates_and_status_are_not_sealed_but_alt_texts_are() {
        let plain =
            json("text = \"Hi\"\nmedia = [{ url = \"https://a.example/b.png\", alt = \"B\" }]\n");
        let dated = json(
            "text = \"Hi\"\ndate = 2026-11-24\nstatus = \"draft\"\nnotes = \"n\"\n\
             media = [{ url = \"https://a.example/b.png\", alt = \"B\" }]\n",
        );
        let other =
            json("text = \"Hi\"\nmedia = [{ url = \"https://a.example/b.png\", alt = \"C\" }]\n");
        assert_eq!(plain, dated);
        assert_ne!(plain, other);
    }

    #[test]
    fn line_ends_do_not_break_a_seal() {
        assert_eq!(json("text = \"a\\r\\nb\"\n"), json("text = \"a\\nb\"\n"));
    }
}
