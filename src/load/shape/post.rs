//! The shape of posts.

use super::{CHANNELS, EXTRA, Key, Kind, Names, Ref, STATUSES, Shape, TEXTS, TimeOf, WORDS};
use crate::lang::Phrase;

/// A file of posts: `posts = ["posts/*.toml"]`.
pub static POSTS: Shape = Shape {
    name: "posts",
    header: "posts/*.toml",
    about: Phrase { en: "A file of posts.", fr: "Un fichier de publications." },
    keys: &[
        Key::new(
            "format",
            Kind::Int(1, 1_000_000),
            "Version of the file format.",
            "Version du format de fichier.",
        )
        .default("1"),
        Key::new("post", Kind::List(&Kind::Table(&POST)), "The posts.", "Les publications."),
        EXTRA,
    ],
};

const KINDS: &[&str] = &["post", "thread", "repost", "quote", "reply"];
const INSTANT: Kind = Kind::Instant;
const MEDIA_LIST: Kind = Kind::List(&Kind::Table(&MEDIA));
const TIME: Kind = Kind::Time(TimeOf::Day);

/// `[[post]]`.
pub static POST: Shape = Shape {
    name: "post",
    header: "[[post]]",
    about: Phrase {
        en: "A post, on one channel or several.",
        fr: "Une publication, sur un canal ou plusieurs.",
    },
    keys: &[
        Key::new(
            "id",
            Kind::Id,
            "Its id: small letters, digits and hyphens.",
            "Son identifiant : minuscules, chiffres et traits d’union.",
        )
        .default("made from the title"),
        Key::new(
            "title",
            Kind::Words,
            "Its title; a post needs a title or a text.",
            "Son titre ; il faut un titre ou un texte.",
        ),
        Key::new(
            "kind",
            Kind::Choice(KINDS),
            "A post, a thread, somebody else's post again, with words of one's own, or an answer.",
            "Publication, fil, repartage, citation ou réponse.",
        )
        .default("post; thread with `parts`"),
        Key::new("channels", CHANNELS, "Where it goes out.", "Où elle paraît.")
            .default("the series', else the keys of `on`, else the only channel"),
        Key::new("pillar", Kind::Ref(Ref::Pillar), "Its pillar.", "Son pilier."),
        Key::new("campaign", Kind::Ref(Ref::Campaign), "Its campaign.", "Sa campagne."),
        Key::new(
            "series",
            Kind::Ref(Ref::Series),
            "The regular feature it fills.",
            "Le rendez-vous régulier qu’elle remplit.",
        ),
        Key::new("topic", Kind::Words, "What it is about.", "Son sujet."),
        Key::new(
            "format",
            Kind::Words,
            "A free word: post, story, reel, carousel, article, poll, …",
            "Un mot libre : post, story, reel, carousel, article, poll, …",
        ),
        Key::new("lang", Kind::LangTag, "Its language.", "Sa langue.").default("the channel's"),
        Key::new("status", Kind::Choice(STATUSES), "Where it stands.", "Où elle en est.")
            .default("planned with a date or window and a channel, else idea"),
        Key::new("stage", Kind::Text, "A free sub-state.", "Un état plus précis, en mots libres."),
        Key::new(
            "date",
            Kind::Date,
            "When you want it: a day, a week, a month, or a range of days.",
            "Quand vous la voulez : un jour, une semaine, un mois ou une suite de jours.",
        ),
        Key::new(
            "time",
            TIME,
            "The time of those days, on the channel's clock.",
            "L’heure, à l’horloge du canal.",
        ),
        Key::new(
            "window",
            Kind::Table(&WISH),
            "Finer than a date: both ends included.",
            "Plus fin qu’une date : bornes incluses.",
        ),
        Key::new(
            "at",
            INSTANT,
            "Your exact instant, on every channel: never moved.",
            "Votre instant exact, sur tous les canaux : jamais déplacé.",
        ),
        Key::new(
            "after",
            Kind::List(&Kind::Table(&LINK)),
            "What must go out before it.",
            "Ce qui doit paraître avant elle.",
        ),
        Key::new(
            "before",
            Kind::List(&Kind::Table(&LINK)),
            "What must come after it.",
            "Ce qui doit venir après elle.",
        ),
        Key::new("priority", Kind::Int(1, 5), "How much it matters.", "Son importance.")
            .default("3"),
        Key::new("author", Kind::Ref(Ref::Person), "Who wrote it.", "Qui l’a écrite."),
        Key::new(
            "owner",
            Kind::Ref(Ref::Person),
            "Who must act next.",
            "Qui doit agir maintenant.",
        ),
        Key::new("audience", Kind::Text, "For whom.", "Pour qui."),
        Key::new("goal", Kind::Text, "What for.", "Dans quel but."),
        Key::new("text", Kind::Text, "What it says.", "Ce qu’elle dit."),
        Key::new(
            "text_file",
            Kind::Path,
            "A file that holds the text.",
            "Un fichier qui contient le texte.",
        ),
        Key::new("parts", TEXTS, "The parts of a thread.", "Les parties d’un fil."),
        Key::new(
            "hashtags",
            WORDS,
            "Counted with those in the text; with or without `#`.",
            "Comptés avec ceux du texte ; avec ou sans `#`.",
        ),
        Key::new("mentions", WORDS, "`@somebody`.", "`@quelqu’un`."),
        Key::new(
            "link",
            Kind::Text,
            "The address it sends to.",
            "L’adresse vers laquelle elle renvoie.",
        ),
        Key::new("cta", Kind::Text, "Call to action.", "Appel à l’action."),
        Key::new(
            "first_comment",
            Kind::Text,
            "The first comment under it.",
            "Le premier commentaire.",
        ),
        Key::new(
            "source",
            Kind::Text,
            "Where its facts come from.",
            "D’où viennent ses informations.",
        ),
        Key::new("notes", Kind::Text, "Never published.", "Jamais publié."),
        Key::new("tags", TEXTS, "Free labels.", "Étiquettes libres."),
        Key::new(
            "partnership",
            Kind::Table(&PARTNERSHIP),
            "A partner paid for it, or gave something: a label is due.",
            "Un partenaire l’a payée, ou a offert quelque chose : une mention est due.",
        ),
        Key::new("media", MEDIA_LIST, "What it shows.", "Ce qu’elle montre."),
        Key::new("evergreen", Kind::Table(&EVERGREEN), "It may come back.", "Elle peut revenir."),
        Key::new(
            "approval",
            Kind::List(&Kind::Table(&SEALED)),
            "Its approvals.",
            "Ses validations.",
        ),
        Key::new(
            "allow",
            Kind::List(&Kind::Table(&ALLOW)),
            "Findings it may have, with the reason.",
            "Les constats tolérés, avec la raison.",
        ),
        Key::new(
            "on",
            Kind::Map(Names::Channels, &Kind::Table(&ON)),
            "What differs on one of its channels.",
            "Ce qui diffère sur un de ses canaux.",
        ),
        EXTRA,
    ],
};

/// `[post.on.CHANNEL]`.
pub static ON: Shape = Shape {
    name: "on",
    header: "[post.on.CHANNEL]",
    about: Phrase {
        en: "What differs on one channel, and where the post stands there.",
        fr: "Ce qui diffère sur un canal, et où la publication en est là.",
    },
    keys: &[
        Key::new("title", Kind::Words, "Another title.", "Un autre titre."),
        Key::new("text", Kind::Text, "Another text.", "Un autre texte."),
        Key::new(
            "text_file",
            Kind::Path,
            "A file that holds another text.",
            "Un fichier qui contient un autre texte.",
        ),
        Key::new("parts", TEXTS, "Other parts of a thread.", "D’autres parties de fil."),
        Key::new("hashtags", WORDS, "Other hashtags.", "D’autres mots-dièse."),
        Key::new("mentions", WORDS, "Other mentions.", "D’autres mentions."),
        Key::new("link", Kind::Text, "Another link.", "Un autre lien."),
        Key::new("cta", Kind::Text, "Another call to action.", "Un autre appel à l’action."),
        Key::new(
            "first_comment",
            Kind::Text,
            "Another first comment.",
            "Un autre premier commentaire.",
        ),
        Key::new("media", MEDIA_LIST, "Other media.", "D’autres médias."),
        Key::new("format", Kind::Words, "Another format.", "Un autre format."),
        Key::new("lang", Kind::LangTag, "Another language.", "Une autre langue."),
        Key::new("date", Kind::Date, "Another date.", "Une autre date."),
        Key::new("time", TIME, "Another time.", "Une autre heure."),
        Key::new("window", Kind::Table(&WISH), "Another window.", "Une autre fenêtre."),
        Key::new(
            "at",
            INSTANT,
            "Your exact instant here: never moved.",
            "Votre instant exact ici : jamais déplacé.",
        ),
        Key::new(
            "slot",
            INSTANT,
            "A slot chosen before: a new plan keeps it unless a move is worth more.",
            "Un créneau déjà choisi : un nouveau plan le garde, sauf si un déplacement vaut davantage.",
        ),
        Key::new("published", Kind::Table(&PUBLISHED), "It is out.", "Elle est parue."),
        Key::new("status", Kind::Choice(STATUSES), "Where it stands here.", "Où elle en est ici."),
        Key::new("stage", Kind::Text, "A free sub-state.", "Un état plus précis."),
        Key::new("owner", Kind::Ref(Ref::Person), "Who must act next here.", "Qui doit agir ici."),
        Key::new("notes", Kind::Text, "Never published.", "Jamais publié."),
        EXTRA,
    ],
};

static WISH: Shape = Shape {
    name: "post-window",
    header: "window = { … }",
    about: Phrase {
        en: "Not before, not after: both ends included.",
        fr: "Pas avant, pas après : bornes incluses.",
    },
    keys: &[
        Key::new("from", INSTANT, "Not before.", "Pas avant."),
        Key::new("to", INSTANT, "Not after.", "Pas après."),
    ],
};

static LINK: Shape = Shape {
    name: "link",
    header: "after = [{ … }]",
    about: Phrase {
        en: "Another post, an event or a campaign, and how far from it.",
        fr: "Une autre publication, un événement ou une campagne, et à quelle distance.",
    },
    keys: &[
        Key::new("post", Kind::Ref(Ref::Post), "The other post.", "L’autre publication."),
        Key::new(
            "event",
            Kind::Ref(Ref::Event),
            "An event, by its id.",
            "Un événement, par son identifiant.",
        ),
        Key::new(
            "campaign",
            Kind::Ref(Ref::Campaign),
            "A campaign: its first day.",
            "Une campagne : son premier jour.",
        ),
        Key::new("min", Kind::Lapse, "At least this far.", "Au moins à cette distance.")
            .default("0min"),
        Key::new("max", Kind::Lapse, "At most this far.", "Au plus à cette distance."),
    ],
};

static PARTNERSHIP: Shape = Shape {
    name: "partnership",
    header: "partnership = { … }",
    about: Phrase { en: "A commercial partner.", fr: "Un partenaire commercial." },
    keys: &[
        Key::new("with", Kind::Words, "With whom.", "Avec qui."),
        Key::new(
            "kind",
            Kind::Choice(&["paid", "gift", "affiliate"]),
            "Paid, given, or a share of the sales.",
            "Rémunéré, offert ou affilié.",
        )
        .required(),
    ],
};

static MEDIA: Shape = Shape {
    name: "media",
    header: "[[post.media]]",
    about: Phrase {
        en: "An image or a film: a file, an address, or a brief.",
        fr: "Une image ou un film : un fichier, une adresse ou une commande.",
    },
    keys: &[
        Key::new("file", Kind::Path, "The file.", "Le fichier."),
        Key::new("url", Kind::Words, "Its public address.", "Son adresse publique."),
        Key::new("brief", Kind::Words, "What still has to be made.", "Ce qu’il reste à produire."),
        Key::new(
            "alt",
            Kind::Text,
            "Its description, for those who do not see it.",
            "Sa description, pour qui ne la voit pas.",
        ),
        Key::new("credit", Kind::Text, "Whose it is.", "Le crédit."),
        Key::new(
            "text",
            Kind::Text,
            "Words shown in it: read by the tone rules, never counted.",
            "Les mots qui y figurent : lus par les règles de ton, jamais comptés.",
        ),
        Key::new(
            "length",
            Kind::Lapse,
            "Length of a film: `45s`, `2min`.",
            "Durée d’un film : `45s`, `2min`.",
        ),
        Key::new("retouched", Kind::Bool, "A retouched image.", "Une image retouchée.")
            .default("false"),
        Key::new("ai", Kind::Bool, "Made by a machine.", "Produite par une IA.").default("false"),
        EXTRA,
    ],
};

static EVERGREEN: Shape = Shape {
    name: "evergreen",
    header: "evergreen = { … }",
    about: Phrase {
        en: "It may come back after a rest.", fr: "Elle peut revenir après un repos."
    },
    keys: &[
        Key::new(
            "every",
            Kind::Lapse,
            "Its rest: how long its words stay away from a channel.",
            "Son repos : combien de temps son texte reste absent d’un canal.",
        )
        .required(),
        Key::new(
            "times",
            Kind::Int(1, 1_000),
            "How often it may come back; absent: without end.",
            "Combien de fois elle peut revenir ; absent : sans limite.",
        ),
    ],
};

static SEALED: Shape = Shape {
    name: "approval-record",
    header: "approval = [{ … }]",
    about: Phrase {
        en: "An approval, sealed on the content.",
        fr: "Une validation, scellée sur le contenu.",
    },
    keys: &[
        Key::new("by", Kind::Ref(Ref::Person), "Who.", "Qui.").required(),
        Key::new("on", Kind::Day, "When.", "Quand."),
        Key::new(
            "seal",
            Kind::Seal,
            "`sha256:` and 64 hex digits.",
            "`sha256:` et 64 chiffres hexadécimaux.",
        ),
        Key::new(
            "emergency",
            Kind::Words,
            "Why it could not wait.",
            "Pourquoi cela ne pouvait pas attendre.",
        ),
    ],
};

static ALLOW: Shape = Shape {
    name: "allow",
    header: "allow = [{ … }]",
    about: Phrase { en: "A finding that is fine here.", fr: "Un constat toléré ici." },
    keys: &[
        Key::new("rule", Kind::Ref(Ref::Rule), "The rule.", "La règle.").required(),
        Key::new("why", Kind::Words, "Why it is fine.", "Pourquoi.").required(),
        Key::new("until", Kind::Day, "The last day it counts.", "Le dernier jour où cela vaut."),
        Key::new(
            "channel",
            Kind::Ref(Ref::Channel),
            "Only on this channel.",
            "Seulement sur ce canal.",
        ),
    ],
};

static PUBLISHED: Shape = Shape {
    name: "published",
    header: "published = { … }",
    about: Phrase { en: "The proof that it is out.", fr: "La preuve de parution." },
    keys: &[
        Key::new("at", INSTANT, "When.", "Quand."),
        Key::new("url", Kind::Words, "Where.", "Où."),
    ],
};
