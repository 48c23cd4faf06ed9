//! The exports that are known by their columns: how each is recognised and what is special in it.
//!
//! How sure each is stands in its comment: "seen" is a real file, "parsers" the tests of programs
//! that read such files, "unverified" neither. `docs/history.md` says the same to people.

use super::fields::Field;
use crate::model::DayOrder;

/// An export that is known.
#[derive(Debug)]
pub(super) struct Shape {
    /// Its name in machine output.
    pub id: &'static str,
    /// The network it is of; empty: any.
    pub network: &'static str,
    /// Groups of names: of each group the table has a column.
    pub needs: &'static [&'static [&'static str]],
    /// A host that links of the first rows lead to; empty: any.
    pub host: &'static str,
    /// Columns by field, in the place of the names that anybody may use.
    pub columns: &'static [(Field, &'static [&'static str])],
    /// The order of day and month where this is the column of the time.
    pub order: &'static [(&'static str, DayOrder)],
    /// The clock of its times; empty: unstated.
    pub clock: &'static str,
    /// What a text that starts with `@` or `RT @` is.
    pub at: AtSign,
}

/// What a text that starts with `@` is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AtSign {
    /// A post like any other.
    Post,
    /// A reply; one that starts with `RT @` is somebody else's.
    Reply,
}

/// A table of a network that holds no posts: what it is, and groups of names that it has.
pub(super) static OTHERS: [(&str, &[&[&str]]); 5] = [
    ("x-overview", &[&["date"], &["new follows", "follows"], &["unfollows"]]),
    ("linkedin-metrics", &[&["date"], &["impressions (organic)"]]),
    ("meta-daily", &[&["date"], &["primary"]]),
    ("youtube-daily", &[&["date"], &["views"], &["watch time (hours)"]]),
    ("mastodon-outbox", &[&["ordereditems"]]),
];

const PUBLISH_TIME: &[&str] = &[
    "publish time",
    "heure de publication",
    "date de publication",
    "veroffentlichungszeitpunkt",
    "veroffentlichungszeit",
    "hora de publicacion",
];

/// English interfaces put the month first, the others the day.
const META_ORDER: &[(&str, DayOrder)] = &[
    ("publish time", DayOrder::MonthFirst),
    ("heure de publication", DayOrder::DayFirst),
    ("date de publication", DayOrder::DayFirst),
    ("veroffentlichungszeitpunkt", DayOrder::DayFirst),
    ("veroffentlichungszeit", DayOrder::DayFirst),
    ("hora de publicacion", DayOrder::DayFirst),
];

const ANY: Shape = Shape {
    id: "",
    network: "",
    needs: &[],
    host: "",
    columns: &[],
    order: &[],
    clock: "",
    at: AtSign::Post,
};

/// Every export that is known; the first that fits is taken.
pub(super) static SHAPES: [Shape; 12] = [
    // Parsers (four of them). `Date` holds "Lifetime". Its `Post ID` is Meta's own and no time.
    Shape {
        id: "meta-instagram",
        network: "instagram",
        needs: &[PUBLISH_TIME, &["account username"]],
        columns: META_COLUMNS,
        order: META_ORDER,
        ..ANY
    },
    // The same in other languages: unverified but for the German names of four columns.
    Shape {
        id: "meta-instagram",
        network: "instagram",
        needs: &[PUBLISH_TIME],
        host: "instagram.com/",
        columns: META_COLUMNS,
        order: META_ORDER,
        ..ANY
    },
    // Parsers; posts and videos.
    Shape {
        id: "meta-facebook",
        network: "facebook",
        needs: &[PUBLISH_TIME, &["page id", "page name", "video asset id"]],
        columns: META_COLUMNS,
        order: META_ORDER,
        ..ANY
    },
    Shape {
        id: "meta-facebook",
        network: "facebook",
        needs: &[PUBLISH_TIME],
        host: "facebook.com/",
        columns: META_COLUMNS,
        order: META_ORDER,
        ..ANY
    },
    // Seen. `engagements` counts clicks and opened details too: the sum of the three is taken.
    Shape {
        id: "x-analytics",
        network: "x",
        needs: &[&["tweet id"], &["time"], &["engagements"], &["retweets"]],
        columns: &[
            (Field::Time, &["time"]),
            (Field::Likes, &["likes"]),
            (Field::Comments, &["replies"]),
            (Field::Shares, &["retweets"]),
            (Field::Impressions, &["impressions"]),
            (Field::Paid, &["promoted impressions", "promoted engagements"]),
            (Field::Id, &["tweet id"]),
            (Field::Url, &["tweet permalink"]),
            (Field::Title, &["tweet text"]),
        ],
        at: AtSign::Reply,
        ..ANY
    },
    // Header seen. `Engagements` counts clicks too, `Shares` the share menu: reposts are taken.
    Shape {
        id: "x-content",
        network: "x",
        needs: &[&["post id"], &["post text"], &["date"], &["impressions"], &["engagements"]],
        columns: &[
            (Field::Date, &["date"]),
            (Field::Likes, &["likes"]),
            (Field::Comments, &["replies"]),
            (Field::Shares, &["reposts"]),
            (Field::Impressions, &["impressions"]),
            (Field::Id, &["post id"]),
            (Field::Url, &["post link"]),
            (Field::Title, &["post text"]),
        ],
        at: AtSign::Reply,
        ..ANY
    },
    // Parsers (two). `Engagements` is all that it says. Reach stands in a second table beside it.
    Shape {
        id: "linkedin-personal",
        network: "linkedin",
        needs: &[&["post url"], &["post publish date"], &["engagements"]],
        columns: &[
            (Field::Time, &["post publish date"]),
            (Field::Engagement, &["engagements"]),
            (Field::Impressions, &["impressions"]),
            (Field::Url, &["post url"]),
        ],
        order: &[("post publish date", DayOrder::MonthFirst)],
        ..ANY
    },
    // One description of the columns; their order and the first row: unverified.
    Shape {
        id: "linkedin-page",
        network: "linkedin",
        needs: &[
            &["created date", "date de creation", "erstellungsdatum", "fecha de creacion"],
            &[
                "post link",
                "lien du post",
                "beitragslink",
                "link zum beitrag",
                "enlace de la publicacion",
            ],
            &["likes", "reactions", "j'aime", "gefallt mir", "recomendaciones"],
        ],
        columns: &[
            (Field::Time, &["created date"]),
            (
                Field::Type,
                &[
                    "content type",
                    "type de contenu",
                    "inhaltstyp",
                    "tipo de contenido",
                    "post type",
                ],
            ),
            (Field::Likes, &["likes", "reactions", "recomendaciones"]),
            (Field::Comments, &["comments"]),
            (Field::Shares, &["reposts", "shares"]),
            (Field::Impressions, &["impressions", "views"]),
            (Field::Paid, &["post type", "type de post", "beitragstyp", "tipo de publicacion"]),
            (Field::Url, &["post link"]),
            (Field::Title, &["post title", "titre du post"]),
        ],
        order: &[("created date", DayOrder::MonthFirst)],
        ..ANY
    },
    // Unverified on a real file.
    Shape {
        id: "tiktok",
        network: "tiktok",
        needs: &[&["post time"], &["total views"], &["total likes"]],
        columns: &[
            (Field::Time, &["post time"]),
            (Field::Likes, &["total likes"]),
            (Field::Comments, &["total comments"]),
            (Field::Shares, &["total shares"]),
            (Field::Impressions, &["total views"]),
            (Field::Url, &["video link", "video url"]),
            (Field::Title, &["video title"]),
        ],
        ..ANY
    },
    // Parsers (five); sets of columns vary. The id carries no time.
    Shape {
        id: "youtube",
        network: "youtube",
        needs: &[
            &[
                "video publish time",
                "heure de publication de la video",
                "veroffentlichungszeitpunkt des videos",
                "hora de publicacion del video",
            ],
            &["content", "video", "contenu", "inhalte", "videos", "contenido"],
        ],
        columns: &[
            (
                Field::Time,
                &[
                    "video publish time",
                    "heure de publication de la video",
                    "veroffentlichungszeitpunkt des videos",
                    "hora de publicacion del video",
                ],
            ),
            (
                Field::Likes,
                &["likes", "likes (vs. dislikes)", "mentions j'aime", "mag ich-bewertungen"],
            ),
            (
                Field::Comments,
                &["comments added", "commentaires ajoutes", "hinzugefugte kommentare"],
            ),
            (Field::Shares, &["shares", "partages", "geteilte inhalte"]),
            (
                Field::Impressions,
                &["views", "vues", "aufrufe", "impressions", "thumbnail impressions"],
            ),
            (Field::Id, &["content", "video", "contenu", "inhalte", "videos", "contenido"]),
            (Field::Title, &["video title", "titre de la video", "videotitel", "titulo del video"]),
        ],
        ..ANY
    },
    // Seen. Its times are UTC: they agree with the ids of the posts.
    Shape {
        id: "fanpage-karma",
        network: "",
        needs: &[&["reactions, comments & shares"], &["date"]],
        columns: &[
            (Field::Time, &["date"]),
            (Field::Type, &["type", "post type"]),
            (Field::Engagement, &["reactions, comments & shares"]),
            (Field::Reach, &["reach", "reach per post"]),
            (Field::Id, &["post id", "id"]),
            (Field::Url, &["link", "permalink", "url"]),
            (Field::Channel, &["network"]),
            (Field::Title, &["message", "text"]),
        ],
        clock: "UTC",
        ..ANY
    },
    // The names of the interface; its use in archives: unverified.
    Shape {
        id: "mastodon",
        network: "mastodon",
        needs: &[&["created at"], &["favourites count"], &["reblogs count"]],
        columns: &[
            (Field::Time, &["created at"]),
            (Field::Likes, &["favourites count"]),
            (Field::Comments, &["replies count"]),
            (Field::Shares, &["reblogs count"]),
            (Field::Reply, &["in reply to id", "reblog"]),
            (Field::Id, &["id"]),
            (Field::Url, &["url", "uri"]),
            (Field::Title, &["content", "text"]),
        ],
        ..ANY
    },
];

/// Names in any of the languages that Meta's exports were described in; the generic ones fill up.
const META_COLUMNS: &[(Field, &[&str])] = &[
    (Field::Time, PUBLISH_TIME),
    (Field::Type, &["post type", "type de publication", "beitragstyp", "tipo de publicacion"]),
    (
        Field::Likes,
        &[
            "reactions",
            "likes",
            "mentions j'aime",
            "j'aime",
            "reaktionen",
            "gefallt mir-angaben",
            "gefallt-mir-angaben",
            "gefallt mir",
            "me gusta",
            "reacciones",
        ],
    ),
    (Field::Comments, &["comments", "commentaires", "kommentare", "comentarios"]),
    (
        Field::Shares,
        &["shares", "partages", "geteilte inhalte", "geteilt", "mal geteilt", "compartidos"],
    ),
    (Field::Engagement, &["reactions, comments and shares"]),
    (Field::Reach, &["reach", "couverture", "reichweite", "alcance"]),
    (
        Field::Impressions,
        &["impressions", "views", "vues", "aufrufe", "impressionen", "visualizaciones"],
    ),
    (
        Field::Id,
        &[
            "post id",
            "video asset id",
            "identifiant de la publication",
            "id de la publication",
            "beitrags-id",
            "id de la publicacion",
        ],
    ),
    (
        Field::Url,
        &["permalink", "permalien", "lien permanent", "permanenter link", "enlace permanente"],
    ),
    // 1 where a page shares a post that is there already.
    (Field::Reply, &["is share", "est un partage", "ist geteilt"]),
    (Field::Account, &["account username", "nom d'utilisateur du compte"]),
    (Field::Title, &["description", "title", "titre", "beschreibung", "titel", "descripcion"]),
];

#[cfg(test)]
mod tests {
    use super::super::fields::plain_name;
    use super::*;

    #[test]
    fn every_name_is_folded_and_every_shape_has_its_time_and_figures() {
        for shape in &SHAPES {
            let groups = shape.needs.iter().copied();
            let columns = shape.columns.iter().map(|(_, names)| *names);
            for name in groups.chain(columns).flatten() {
                assert_eq!(plain_name(name), **name, "{}", shape.id);
            }
            let has = |field| shape.columns.iter().any(|(of, _)| *of == field);
            assert!(has(Field::Time) || has(Field::Date), "{}", shape.id);
            assert!(has(Field::Likes) || has(Field::Engagement), "{}", shape.id);
            for (name, _) in shape.order {
                assert!(shape.columns.iter().any(|(_, names)| names.contains(name)), "{name}");
            }
        }
    }
}
