//! What columns are called: by anybody, in four languages.
//!
//! Names are folded as [`super::fields::plain_name`] does. The first name of a field that a table has is taken.
//! Where the names come from: those of English were seen in the exports of [`super::shapes`] and in
//! parsers of them; German, French, Spanish ones are what the interfaces of the networks call the
//! same figures, and no file with them was seen. Saves, clicks and follows are nowhere: they are no
//! part of engagement.

use super::fields::Field;

/// Names of each field.
#[rustfmt::skip]
pub(super) static GENERIC: [(Field, &[&str]); 16] = [
    (Field::Time, TIME),
    (Field::Date, &["date", "day", "jour", "datum", "tag", "fecha", "dia"]),
    (
        Field::Type,
        &[
            "type", "post type", "content type", "media type", "post format", "format", "kind",
            "type de publication", "type de post", "type de contenu", "type de media",
            "beitragstyp", "inhaltstyp", "medientyp", "typ", "tipo", "tipo de publicacion",
            "tipo de contenido", "formato",
        ],
    ),
    (
        Field::Engagement,
        &[
            "engagement", "engagements", "total engagement", "total engagements", "interactions",
            "total interactions", "post interactions", "reactions, comments & shares",
            "reactions, comments and shares", "engagement total", "interactions totales",
            "total des interactions", "nombre d'interactions",
            "reactions, commentaires et partages", "interaktionen", "interaktionen gesamt",
            "gesamtinteraktionen", "engagement gesamt", "interacciones", "interacciones totales",
        ],
    ),
    (
        Field::Likes,
        &[
            "reactions", "likes", "like", "likes and reactions", "total reactions", "total likes",
            "reactions count", "like count", "likes count", "number of likes", "favourites",
            "favorites", "favourites count", "mentions j'aime", "j'aime", "nombre de j'aime",
            "reaktionen", "gefallt mir", "gefallt mir-angaben", "gefallt-mir-angaben",
            "mag ich-bewertungen",
            "reacciones", "me gusta",
        ],
    ),
    (
        Field::Comments,
        &[
            "comments", "comment", "total comments", "comments count", "comment count",
            "comments added", "replies", "reply count", "replies count", "commentaires",
            "nombre de commentaires", "commentaires ajoutes", "reponses", "kommentare",
            "hinzugefugte kommentare", "antworten", "comentarios", "comentarios anadidos",
            "respuestas",
        ],
    ),
    (
        Field::Shares,
        &[
            "shares", "share", "total shares", "shares count", "share count", "reposts",
            "retweets", "reblogs", "reblogs count", "boosts", "partages", "nombre de partages",
            "republications", "geteilt", "geteilte inhalte", "mal geteilt", "teilungen",
            "compartidos", "veces compartido", "veces que se ha compartido",
            "veces que se compartio", "veces compartida", "contenido compartido",
        ],
    ),
    (
        Field::Reach,
        &[
            "reach", "post reach", "total reach", "people reached", "accounts reached",
            "couverture", "portee", "couverture totale", "personnes touchees", "comptes touches",
            "reichweite", "erreichte personen", "erreichte konten", "alcance",
            "personas alcanzadas", "cuentas alcanzadas",
        ],
    ),
    (
        Field::Impressions,
        &[
            "impressions", "views", "total views", "total impressions", "video views", "vues",
            "affichages", "aufrufe", "impressionen", "impresiones", "visualizaciones",
            "reproducciones",
        ],
    ),
    (
        Field::Paid,
        &[
            "paid", "boosted", "sponsored", "promoted", "is paid", "is boosted", "is promoted",
            "paid reach", "paid impressions", "amount spent", "sponsorise", "sponsorisee", "paye",
            "payant", "booste", "couverture payante", "impressions payees", "bezahlt",
            "beworben", "gesponsert", "bezahlte reichweite", "bezahlte impressionen", "pagado",
            "promocionado", "patrocinado", "alcance pagado",
        ],
    ),
    (
        Field::Reply,
        &[
            "reply", "is reply", "in reply to id", "in reply to", "repost", "is repost", "is share",
            "est un partage", "ist geteilt",
            "is retweet", "reblog", "reponse", "est une reponse", "antwort", "ist antwort",
            "respuesta", "es respuesta",
        ],
    ),
    (
        Field::Id,
        &[
            "id", "post id", "tweet id", "video id", "video asset id", "media id", "content id",
            "message id", "status id", "post urn", "urn", "activity id", "identifiant",
            "identifiant de la publication", "id de la publication", "id de publication",
            "beitrags-id", "post-id", "id de la publicacion", "identificador",
        ],
    ),
    (
        Field::Url,
        &[
            "url", "permalink", "post link", "post url", "post permalink", "tweet permalink",
            "tweet link", "video link", "video url", "message link", "lien permanent",
            "permalien", "lien de la publication", "lien du post", "permanenter link",
            "beitrags-link", "link zum beitrag", "enlace permanente", "enlace de la publicacion",
            "link", "lien", "enlace",
        ],
    ),
    (
        Field::Channel,
        &[
            "channel", "network", "social network", "platform", "canal", "reseau",
            "reseau social", "plateforme", "kanal", "netzwerk", "plattform", "red social",
            "plataforma",
        ],
    ),
    (
        Field::Account,
        &[
            "account username", "account", "username", "handle", "profile",
            "nom d'utilisateur du compte", "compte", "profil", "konto", "cuenta", "perfil",
        ],
    ),
    (
        Field::Title,
        &[
            "title", "post title", "video title", "description", "caption", "text", "post text",
            "tweet text", "message", "post message", "post content", "content", "titre", "texte",
            "legende", "contenu", "titel", "beschreibung", "beitragstext", "nachricht", "titulo",
            "descripcion", "texto", "mensaje", "contenido",
        ],
    ),
];

#[rustfmt::skip]
const TIME: &[&str] = &[
    "publish time", "published time", "publishing time", "publication time", "published at",
    "post time", "posted at", "posted on", "video publish time", "created at", "timestamp",
    "datetime", "date time", "date and time", "published", "publish date", "published date",
    "publication date", "post date", "posted date", "post publish date", "date posted",
    "date published", "created date", "date created", "created", "sent at", "time",
    "heure de publication", "date de publication", "date et heure", "date et heure de publication",
    "publie le", "publiee le", "date d'envoi", "cree le", "date de creation", "horodatage",
    "heure", "veroffentlichungszeitpunkt", "veroffentlichungsdatum", "veroffentlicht am",
    "veroffentlicht", "datum und uhrzeit", "zeitpunkt", "gepostet am", "erstellt am",
    "erstellungsdatum", "uhrzeit", "zeit", "fecha y hora", "fecha de publicacion",
    "hora de publicacion", "publicado el", "publicado", "hora",
];

/// Whether any field goes by this name.
pub(super) fn is_known(name: &str) -> bool {
    GENERIC.iter().any(|(_, names)| names.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::super::fields::plain_name;
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn names_are_folded_and_stand_for_one_field() {
        let mut seen = BTreeMap::new();
        for (at, (field, names)) in GENERIC.iter().enumerate() {
            assert_eq!(field.index(), at);
            for name in *names {
                assert_eq!(plain_name(name), **name);
                assert_eq!(seen.insert(*name, *field), None, "{name}");
            }
        }
    }
}
