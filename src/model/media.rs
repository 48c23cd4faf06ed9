//! What posts show.

use crate::source::{At, Loc};
use crate::time::Lapse;

/// One of `media`.
#[derive(Clone, Debug)]
pub struct Media {
    /// The file, an address, or what still has to be made.
    pub file: Option<MediaFile>,
    /// Its description.
    pub alt: Option<Loc<String>>,
    /// Whose it is.
    pub credit: Option<Loc<String>>,
    /// Words shown in the image.
    pub text: Option<Loc<String>>,
    /// Length of a film.
    pub length: Option<Lapse>,
    /// A retouched image.
    pub retouched: Mark,
    /// Made by a machine.
    pub ai: Mark,
    /// Where it is written.
    pub at: At,
}

/// A yes or a no of the file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mark {
    /// `false`, or absent.
    #[default]
    No,
    /// `true`.
    Yes,
}

/// What a medium is.
#[derive(Clone, Debug)]
pub enum MediaFile {
    /// A file of the workspace.
    File(Loc<String>, FileState),
    /// An address.
    Url(Loc<String>),
    /// Still to be made.
    Brief(Loc<String>),
}

/// Whether a named file is there; worked out when the workspace is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileState {
    /// It is there.
    Present(std::path::PathBuf),
    /// It is not.
    Missing,
    /// Its path is absolute or leaves the repository.
    Outside,
}

/// What kind of thing is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MediaKind {
    /// A still image; also what nobody can tell from its name, and what still has to be made.
    Image,
    /// An animated image.
    Gif,
    /// A film.
    Video,
    /// Sound alone.
    Audio,
    /// Pages.
    Document,
}

impl Media {
    /// What it is, by the ending of its name; whatever has a length is a film.
    #[must_use]
    pub fn kind(&self) -> MediaKind {
        let name = match &self.file {
            Some(MediaFile::File(name, _) | MediaFile::Url(name)) => name.value.as_str(),
            Some(MediaFile::Brief(_)) | None => "",
        };
        let path = name.split(['?', '#']).next().unwrap_or_default();
        let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
        match ending.to_ascii_lowercase().as_str() {
            "mp4" | "mov" | "webm" | "mkv" | "avi" | "m4v" | "mpg" | "mpeg" => MediaKind::Video,
            "mp3" | "wav" | "m4a" | "ogg" | "flac" | "aac" => MediaKind::Audio,
            "pdf" | "doc" | "docx" | "ppt" | "pptx" => MediaKind::Document,
            "gif" => MediaKind::Gif,
            _ if self.length.is_some() => MediaKind::Video,
            _ => MediaKind::Image,
        }
    }

    /// Where it is written: its name, else its table.
    #[must_use]
    pub fn place(&self) -> At {
        match &self.file {
            Some(MediaFile::File(name, _) | MediaFile::Url(name) | MediaFile::Brief(name)) => {
                name.at
            }
            None => self.at,
        }
    }
}
