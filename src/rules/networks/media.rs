//! `missing-media`, `too-many-media`, `too-few-media`, `mixed-media`: what a post shows, and what its
//! network takes.

use super::words::{self, Limit};
use crate::diagnostic::{Finding, Group, Level, Rule};
use crate::lang::{Lang, Phrase, Text, count, de};
use crate::model::{Media, MediaFile, MediaKind};
use crate::networks::{Fact, Figure, Grade, Needs};
use crate::rules::Said;
use crate::rules::said::level;

/// Nothing to show where the network asks for something.
pub static MISSING: Rule = Rule {
    id: "missing-media",
    group: Group::Networks,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A post without an image or a video on a network that takes none without.",
        fr: "Une publication sans image ni vidéo sur un réseau qui en exige une.",
    },
    why: Phrase {
        en: "There is no such post: the network has no place for words alone.",
        fr: "Une telle publication n’existe pas\u{a0}: le réseau n’a pas de place pour des mots seuls.",
    },
    remedy: Phrase {
        en: "Add `media`, or say what is to be made: `media = [{ brief = \"…\" }]`.",
        fr: "Ajoutez `media`, ou dites ce qu’il faut produire\u{a0}: `media = [{ brief = \"…\" }]`.",
    },
    example: on_network!(
        "instagram",
        r#"[[post]]
id = "klimt"
date = 2026-11-26
text = "Klimt arrive."
"#
    ),
};

/// More than the network takes.
pub static TOO_MANY: Rule = Rule {
    id: "too-many-media",
    group: Group::Networks,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "More images or videos in a post than the network takes.",
        fr: "Plus d’images ou de vidéos dans une publication que le réseau n’en accepte.",
    },
    why: Phrase {
        en: "The network refuses the post, or leaves out the last ones.",
        fr: "Le réseau refuse la publication, ou laisse de côté les dernières.",
    },
    remedy: Phrase {
        en: "Take some away, or give the channel its own `media` in `[post.on.CHANNEL]`.",
        fr: "Retirez-en, ou donnez au canal ses propres `media` dans `[post.on.CANAL]`.",
    },
    example: on_network!(
        "bluesky",
        r#"[[post]]
id = "klimt"
date = 2026-11-26
text = "Les deux films de l’exposition."
media = [{ url = "https://musee.example/1.mp4" }, { url = "https://musee.example/2.mp4" }]
"#
    ),
};

/// A carousel of one.
pub static TOO_FEW: Rule = Rule {
    id: "too-few-media",
    group: Group::Networks,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "A carousel with fewer images than the network asks for.",
        fr: "Un carrousel avec moins d’images que le réseau n’en demande.",
    },
    why: Phrase {
        en: "The network refuses it, or makes a simple image of it.",
        fr: "Le réseau le refuse, ou en fait une simple image.",
    },
    remedy: Phrase {
        en: "Add images or briefs, or take `format = \"carousel\"` away.",
        fr: "Ajoutez des images ou des briefs, ou retirez `format = \"carousel\"`.",
    },
    example: on_network!(
        "linkedin",
        r#"[[post]]
id = "klimt"
date = 2026-11-26
format = "carousel"
text = "Klimt en dix images."
media = [{ url = "https://musee.example/1.jpg", alt = "Le Baiser" }]
"#
    ),
};

/// Images and films in one post.
pub static MIXED: Rule = Rule {
    id: "mixed-media",
    group: Group::Networks,
    level: Level::Error,
    since: "0.1.0",
    what: Phrase {
        en: "Images and a video, or a document, in one post of a network that does not mix them.",
        fr: "Des images et une vidéo, ou un document, dans une même publication d’un réseau qui ne les mélange pas.",
    },
    why: Phrase { en: "The network refuses the post.", fr: "Le réseau refuse la publication." },
    remedy: Phrase {
        en: "Keep one kind, or make two posts of it.",
        fr: "Gardez un seul genre, ou faites-en deux publications.",
    },
    example: on_network!(
        "bluesky",
        r#"[[post]]
id = "klimt"
date = 2026-11-26
text = "Klimt arrive."
media = [
  { url = "https://musee.example/1.jpg", alt = "Le Baiser" },
  { url = "https://musee.example/2.mp4" },
]
"#
    ),
};

/// Asks for what must be shown, as soon as the post is written.
pub fn missing(said: &Said<'_>) -> Vec<Finding> {
    let (needs, grade) = needs(said);
    let brief = |media: &Media| matches!(media.file, Some(MediaFile::Brief(_)));
    let video = |media: &Media| media.kind() == MediaKind::Video || brief(media);
    let shown = match needs {
        Needs::Nothing => true,
        Needs::Media => !said.content.media.is_empty(),
        Needs::Video => said.content.media.iter().any(video),
    };
    if shown || !said.is_written() {
        return Vec::new();
    }
    let format = said.format().filter(|_| grade.is_none());
    let message = Text::of(|lang| lacks(lang, said.network.name, format.as_deref(), needs));
    let help = if said.content.media.is_empty() {
        Phrase {
            en: "add `media`, or for now a brief: `media = [{ brief = \"…\" }]`",
            fr: "ajoutez `media`, ou pour l’instant un brief\u{a0}: `media = [{ brief = \"…\" }]`",
        }
    } else {
        Phrase {
            en: "what is in `media` is no video: add one, or for now its brief",
            fr: "ce que contient `media` n’est pas une vidéo\u{a0}: ajoutez-en une, ou pour l’instant son brief",
        }
    };
    let finding = said.finding(MISSING.id, said.beginning(), message).help(help);
    vec![finding.at_level(said.level_of_lack(grade.unwrap_or(Grade::Peers)))]
}

/// What must be shown: a film in a reel or short, something in a story, else what the network asks
/// for, and how well that is known. That a reel is a film is in its name, in no figure.
fn needs(said: &Said<'_>) -> (Needs, Option<Grade>) {
    let network = said.network;
    match said.format().as_deref() {
        Some("reel" | "short") if network.key != "custom" => (Needs::Video, None),
        Some("story") if network.needs == Needs::Nothing && network.key != "custom" => {
            (Needs::Media, None)
        }
        _ => (network.needs, Some(network.grade_of(Fact::Needs))),
    }
}

fn lacks(lang: Lang, name: &str, format: Option<&str>, needs: Needs) -> String {
    let what = match needs {
        Needs::Video => Phrase { en: "a video", fr: "une vidéo" },
        Needs::Media | Needs::Nothing => {
            Phrase { en: "an image or a video", fr: "une image ou une vidéo" }
        }
    };
    let what = what.get(lang);
    match (lang, format) {
        (Lang::En, None) => format!("{name} takes no post without {what}"),
        (Lang::En, Some(format)) => format!("a {format} on {name} needs {what}"),
        (Lang::Fr, None) if needs == Needs::Video => {
            format!("{name} n’accepte pas de publication sans vidéo")
        }
        (Lang::Fr, None) => format!("{name} n’accepte pas de publication sans image ni vidéo"),
        (Lang::Fr, Some(format)) => {
            format!("le format `{format}` {} demande {what}", de(name))
        }
    }
}

/// Counts what is shown, then the films and animated images among it.
pub fn too_many(said: &Said<'_>) -> Vec<Finding> {
    let media = said.content.media;
    let own = words::own(said, |limits| &limits.media);
    let all = own.or_else(|| said.network.media.as_ref().map(Limit::Network));
    if let Some(limit) = all
        && let Some(extra) = media.get(limit.most())
    {
        return vec![excess(said, extra, media.len(), limit, MediaKind::Image)];
    }
    let of_kind = [
        (MediaKind::Video, said.network.videos.as_ref()),
        (MediaKind::Gif, said.network.gifs.as_ref()),
    ];
    let too_many = |(kind, figure): (MediaKind, Option<&Figure>)| {
        let limit = Limit::Network(figure?);
        let all: Vec<&Media> = media.iter().filter(|media| media.kind() == kind).collect();
        Some(excess(said, all.get(limit.most())?, all.len(), limit, kind))
    };
    of_kind.into_iter().filter_map(too_many).collect()
}

fn excess(said: &Said<'_>, extra: &Media, n: usize, limit: Limit<'_>, kind: MediaKind) -> Finding {
    let (name, most) = (limit.taker(said), limit.most());
    let key = (kind == MediaKind::Image).then_some("media");
    let message = Text::of(|lang| {
        let found = match (lang, kind) {
            (Lang::En, MediaKind::Video) => count(lang, n, "video", "videos"),
            (Lang::Fr, MediaKind::Video) => count(lang, n, "vidéo", "vidéos"),
            (Lang::En, MediaKind::Gif) => count(lang, n, "animated image", "animated images"),
            (Lang::Fr, MediaKind::Gif) => count(lang, n, "image animée", "images animées"),
            (Lang::En, _) => count(lang, n, "medium", "media"),
            (Lang::Fr, _) => count(lang, n, "média", "médias"),
        };
        match (lang, most) {
            (Lang::En, 0) => format!("{found}, and {name} takes none"),
            (Lang::Fr, 0) => format!("{found}, et {name} n’en accepte pas"),
            (Lang::En, _) => format!("{found}, and {name} takes {most} in a post"),
            (Lang::Fr, _) => format!("{found}, et {name} en accepte {most} par publication"),
        }
    });
    said.finding(TOO_MANY.id, extra.place(), message)
        .label(Text::of(|lang| match lang {
            Lang::En => "too many, from here on".to_owned(),
            Lang::Fr => "en trop, à partir d’ici".to_owned(),
        }))
        .note(limit.origin(said.network, key))
        .at_level(limit.level())
}

/// Counts the images of carousels.
pub fn too_few(said: &Said<'_>) -> Vec<Finding> {
    let n = said.content.media.len();
    let carousel = said.format().is_some_and(|f| matches!(f.as_str(), "carousel" | "album"));
    let Some(least) = said.network.media_min.filter(|_| carousel && said.is_written()) else {
        return Vec::new();
    };
    if n >= usize::try_from(least).unwrap_or(usize::MAX) {
        return Vec::new();
    }
    let name = said.network.name;
    let message = Text::of(|lang| {
        let found = match lang {
            Lang::En => count(lang, n, "image", "images"),
            Lang::Fr => count(lang, n, "image", "images"),
        };
        match lang {
            Lang::En => format!("a carousel of {found}, and {name} asks for at least {least}"),
            Lang::Fr => format!("un carrousel de {found}, et {name} en demande au moins {least}"),
        }
    });
    let at = said.content.format.map_or(said.beginning(), |format| format.at);
    let finding = said.finding(TOO_FEW.id, at, message).help(Text::of(|lang| match lang {
        Lang::En => "add images, or briefs of those still to be made".to_owned(),
        Lang::Fr => "ajoutez des images, ou des briefs pour celles qui restent à faire".to_owned(),
    }));
    vec![finding.at_level(said.level_of_lack(said.network.grade_of(Fact::MediaMin)))]
}

/// Looks for films, documents or animations beside images.
pub fn mixed(said: &Said<'_>) -> Vec<Finding> {
    let delivered =
        |media: &&Media| matches!(media.file, Some(MediaFile::File(..) | MediaFile::Url(_)));
    let mut media = said.content.media.iter().filter(delivered);
    let Some(first) = media.next().filter(|_| !said.network.mixed_media) else {
        return Vec::new();
    };
    let Some(other) = media.find(|media| media.kind() != first.kind()) else {
        return Vec::new();
    };
    let name = said.network.name;
    let (one, two) = (first.kind(), other.kind());
    let message = Text::of(|lang| match lang {
        Lang::En => format!("{} beside {}: {name} does not mix them", a(lang, two), a(lang, one)),
        Lang::Fr => {
            format!("{} à côté d’{}\u{a0}: {name} ne les mélange pas", a(lang, two), a(lang, one))
        }
    });
    let finding = said.finding(MIXED.id, other.place(), message);
    vec![finding.at_level(level(said.network.grade_of(Fact::MixedMedia)))]
}

const fn a(lang: Lang, kind: MediaKind) -> &'static str {
    let phrase = match kind {
        MediaKind::Image => Phrase { en: "an image", fr: "une image" },
        MediaKind::Gif => Phrase { en: "an animated image", fr: "une image animée" },
        MediaKind::Video => Phrase { en: "a video", fr: "une vidéo" },
        MediaKind::Audio => Phrase { en: "a sound", fr: "un son" },
        MediaKind::Document => Phrase { en: "a document", fr: "un document" },
    };
    phrase.get(lang)
}
