//! The shape of calendar.toml: its tables are in rooms of their own.

use super::channel::CHANNEL;
use super::life::{CAMPAIGN, EVENT, FEED, HISTORY, PAUSE, PERSON, SERIES};
use super::settings::{APPROVAL, PLAN, SETTINGS};
use super::{EXTRA, Key, Kind, Names, PATHS, Shape};
use crate::lang::Phrase;

const LEVELS: &[&str] = &["off", "hint", "warning", "error"];

/// calendar.toml.
pub static CALENDAR: Shape = Shape {
    name: "calendar",
    header: "calendar.toml",
    about: Phrase {
        en: "The root file: the brand, its channels, its people and its posts.",
        fr: "Le fichier principal : la marque, ses canaux, son équipe et ses publications.",
    },
    keys: &[
        Key::new(
            "format",
            Kind::Int(1, 1_000_000),
            "Version of the file format.",
            "Version du format de fichier.",
        )
        .default("1"),
        Key::new(
            "tone",
            Kind::OneOf(&[Kind::Path, Kind::Table(&super::TONE)]),
            "The brand's tone rules: a file beside this one, or the rules themselves.",
            "Les règles de ton de la marque : un fichier voisin, ou les règles elles-mêmes.",
        ),
        Key::new(
            "mix",
            Kind::OneOf(&[Kind::Path, Kind::Table(&super::MIX)]),
            "The content mix: a file beside this one, or the mix itself.",
            "Le mix éditorial : un fichier voisin, ou le mix lui-même.",
        ),
        Key::new(
            "posts",
            PATHS,
            "More files of posts; `*` stands for any name.",
            "D’autres fichiers de publications ; `*` remplace n’importe quel nom.",
        ),
        Key::new(
            "events",
            Kind::List(&Kind::OneOf(&[Kind::Path, Kind::Table(&FEED)])),
            "ICS feeds of dates.",
            "Flux ICS de dates.",
        ),
        Key::new(
            "history",
            Kind::List(&Kind::OneOf(&[Kind::Path, Kind::Table(&HISTORY)])),
            "Past results, exported by the networks.",
            "Les résultats passés, exportés des réseaux.",
        ),
        Key::new("calendar", Kind::Table(&SETTINGS), "The brand.", "La marque.").required(),
        Key::new(
            "plan",
            Kind::Table(&PLAN),
            "How slots are chosen.",
            "Comment les créneaux sont choisis.",
        ),
        Key::new(
            "approval",
            Kind::Table(&APPROVAL),
            "Who must approve posts.",
            "Qui doit valider les publications.",
        ),
        Key::new(
            "rules",
            Kind::Map(Names::Rules, &Kind::Choice(LEVELS)),
            "The level of each rule: off, hint, warning or error.",
            "Le niveau de chaque règle : off, hint, warning ou error.",
        ),
        Key::new(
            "channels",
            Kind::Map(Names::Ids, &Kind::Table(&CHANNEL)),
            "Where posts go out.",
            "Où paraissent les publications.",
        ),
        Key::new("people", Kind::Map(Names::Ids, &Kind::Table(&PERSON)), "The team.", "L’équipe."),
        Key::new(
            "campaigns",
            Kind::Map(Names::Ids, &Kind::Table(&CAMPAIGN)),
            "Campaigns.",
            "Les campagnes.",
        ),
        Key::new(
            "series",
            Kind::List(&Kind::Table(&SERIES)),
            "Regular features.",
            "Les rendez-vous réguliers.",
        ),
        Key::new(
            "event",
            Kind::List(&Kind::Table(&EVENT)),
            "Dates in the life of the brand.",
            "Les dates de la vie de la marque.",
        ),
        Key::new(
            "pause",
            Kind::List(&Kind::Table(&PAUSE)),
            "Times when nothing goes out.",
            "Les moments où rien ne paraît.",
        ),
        Key::new("post", Kind::List(&Kind::Table(&super::POST)), "The posts.", "Les publications."),
        EXTRA,
    ],
};
