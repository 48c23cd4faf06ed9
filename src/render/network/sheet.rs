//! What there is to say of a network, line by line, in one language.
//!
//! Screens and Markdown are made of this; it knows neither.

use super::words;
use crate::lang::{Lang, count, list, number};
use crate::networks::{Fact, Figure, Grade, Label, Needs, Network, Unit, Varies};

/// A line of the table of limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What is limited.
    pub what: String,
    /// The most, in words: `280`, `none`, `75 days`.
    pub most: String,
    /// How well it is known; absent: it is advice.
    pub grade: Option<Grade>,
    /// What others say, in words; empty when nobody does.
    pub others: String,
}

/// The limits of a network. Empty when none is known.
#[must_use]
pub fn rows(network: &Network, lang: Lang) -> Vec<Row> {
    let mut table = Table { lang, rows: Vec::new() };
    texts(network, &mut table);
    tags(network, &mut table);
    shown(network, &mut table);
    times(network, &mut table);
    table.rows
}

/// How lengths are counted, in sentences.
#[must_use]
pub fn counting(network: &Network, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    let of = |unit: Unit| words::counting(unit).get(lang);
    if network.title_unit == network.unit {
        said.push(of(network.unit).to_owned());
    } else {
        let (text, title) = match lang {
            Lang::En => ("Text: ", "Title: "),
            Lang::Fr => ("Texte\u{a0}: ", "Titre\u{a0}: "),
        };
        said.push(format!("{text}{}", lower(of(network.unit))));
        said.push(format!("{title}{}", lower(of(network.title_unit))));
    }
    if network.key == "mastodon" {
        said.push(
            match lang {
                Lang::En => {
                    "A link that begins with `http://` or `https://` counts 23, however long it is. Of `@name@server`, only `@name` counts. The content warning counts with the text."
                }
                Lang::Fr => {
                    "Un lien qui commence par `http://` ou `https://` compte 23, quelle que soit sa longueur. De `@nom@serveur`, seul `@nom` compte. L’avertissement de contenu compte avec le texte."
                }
            }
            .to_owned(),
        );
    }
    said.extend(network.unit_disputed.iter().map(|claim| {
        let (unit, by) = (words::unit(claim.unit).get(lang), &claim.by);
        match lang {
            Lang::En => format!("Others count {unit} ({by}): keep clear of the limit."),
            Lang::Fr => {
                format!("D’autres comptent en {unit} ({by})\u{a0}: gardez une marge.")
            }
        }
    }));
    said
}

/// What is no figure, in sentences.
#[must_use]
pub fn notes(network: &Network, lang: Lang) -> Vec<String> {
    let mut notes: Vec<String> = varies(network, lang).into_iter().collect();
    let mut fact = |fact: Option<Fact>, en: &str, fr: &str| {
        let said = match lang {
            Lang::En => en,
            Lang::Fr => fr,
        };
        // Only a fact that is known less well than the rest says so.
        match fact.map(|fact| network.grade_of(fact)).filter(|grade| *grade != network.grade) {
            Some(grade) => notes.push(format!("{said} ({}).", words::grade(grade).get(lang))),
            None => notes.push(format!("{said}.")),
        }
    };
    match network.needs {
        Needs::Nothing => {}
        Needs::Media => {
            fact(
                Some(Fact::Needs),
                "A post needs an image or a video",
                "Il faut une image ou une vidéo",
            );
        }
        Needs::Video => fact(Some(Fact::Needs), "A post needs a video", "Il faut une vidéo"),
    }
    if network.title_required {
        fact(Some(Fact::TitleRequired), "A post needs a title", "Il faut un titre");
    }
    if !network.mixed_media {
        fact(
            Some(Fact::MixedMedia),
            "Images and videos do not go together in one post",
            "Images et vidéos ne vont pas ensemble dans une publication",
        );
    }
    if !network.links_clickable {
        fact(
            None,
            "A link in the text cannot be clicked",
            "Un lien dans le texte n’est pas cliquable",
        );
    }
    if network.link_field {
        fact(
            None,
            "A post has its link apart from the text (a card, a button)",
            "Le lien a sa propre place, hors du texte (une carte, un bouton)",
        );
    }
    if network.phones_refused {
        fact(
            Some(Fact::Phones),
            "A telephone number in the text is refused",
            "Un numéro de téléphone dans le texte est refusé",
        );
    }
    if network.same_text_refused {
        fact(
            Some(Fact::SameText),
            "The same text on two accounts is refused",
            "Le même texte sur deux comptes est refusé",
        );
    }
    notes.extend(forbidden(network, lang));
    notes.extend(formats(network, lang));
    notes.extend(labels(network, lang));
    notes
}

fn texts(network: &Network, table: &mut Table) {
    table.figure(&network.title, "Title", "Titre");
    table.least(
        network.title_min,
        Some(network.grade_of(Fact::TitleMin)),
        "Title, at least",
        "Titre, au moins",
    );
    table.least(network.title_advised, None, "Title, better within", "Titre, de préférence");
    table.figure(&network.text, "Text", "Texte");
    table.figure(&network.bytes, "Text, in bytes as well", "Texte, aussi en octets");
    table.least(network.text_advised, None, "Text, better within", "Texte, de préférence");
    for variant in &network.variants {
        let kind = words::kind(&variant.name, table.lang);
        table.figure(&variant.title, &format!("Title, {kind}"), &format!("Titre, {kind}"));
        table.figure(&variant.text, &format!("Text, {kind}"), &format!("Texte, {kind}"));
    }
    table.figure(&network.comment, "Comment", "Commentaire");
}

fn tags(network: &Network, table: &mut Table) {
    table.figure(&network.hashtags, "Hashtags", "Mots-dièse");
    table.least(
        network.hashtags_advised,
        None,
        "Hashtags, better within",
        "Mots-dièse, de préférence",
    );
    table.figure(&network.hashtag_length, "Length of a hashtag", "Longueur d’un mot-dièse");
    table.figure(&network.tags, "Keywords", "Mots-clés");
    table.figure(&network.tags_length, "Keywords, all together", "Mots-clés, en tout");
    table.figure(&network.mentions, "Mentions", "Mentions");
    table.figure(&network.links, "Links", "Liens");
    table.figure(&network.link_length, "Length of a link", "Longueur d’un lien");
    table.figure(&network.cashtags, "Cashtags (`$NAME`)", "Cashtags (`$NOM`)");
}

fn shown(network: &Network, table: &mut Table) {
    table.figure(&network.media, "Images and videos", "Images et vidéos");
    table.least(
        network.media_min,
        Some(network.grade_of(Fact::MediaMin)),
        "Carousel or album, at least",
        "Carrousel ou album, au moins",
    );
    table.figure(&network.videos, "Videos", "Vidéos");
    table.figure(&network.alt_text, "Description of an image", "Description d’une image");
    let polls = &network.polls;
    table.figure(&polls.options, "Poll, answers", "Sondage, réponses");
    let grade = polls.options.as_ref().map_or(network.grade, |figure| figure.grade);
    table.least(
        polls.options_min,
        Some(grade),
        "Poll, answers, at least",
        "Sondage, réponses, au moins",
    );
    table.figure(
        &polls.question,
        "Poll, length of the question",
        "Sondage, longueur de la question",
    );
    table.figure(&polls.option, "Poll, length of an answer", "Sondage, longueur d’une réponse");
}

fn times(network: &Network, table: &mut Table) {
    table.figure(&network.per_day, "Posts in any 24 hours", "Publications par 24 heures");
    table.figure(
        &network.per_quarter_hour,
        "Posts in any 15 minutes",
        "Publications par 15 minutes",
    );
    let minutes = |n: u32, lang| counted(lang, n, ("minute", "minutes"), ("minute", "minutes"));
    table.timed(
        &network.schedule_min_minutes,
        "Scheduling, shortest notice",
        "Programmation, délai minimal",
        minutes,
    );
    let days = |n: u32, lang| counted(lang, n, ("day", "days"), ("jour", "jours"));
    table.timed(
        &network.schedule_max_days,
        "Scheduling, furthest ahead",
        "Programmation, délai maximal",
        days,
    );
    table.figure(&network.scheduled_per_day, "Scheduled for one day", "Programmées pour un jour");
    table.figure(&network.scheduled_total, "Scheduled in all", "Programmées en tout");
}

fn counted(lang: Lang, n: u32, en: (&str, &str), fr: (&str, &str)) -> String {
    let (one, many) = match lang {
        Lang::En => en,
        Lang::Fr => fr,
    };
    count(lang, usize::try_from(n).unwrap_or(usize::MAX), one, many)
}

/// The table while it is filled.
struct Table {
    lang: Lang,
    rows: Vec<Row>,
}

impl Table {
    fn figure(&mut self, figure: &Option<Figure>, en: &str, fr: &str) {
        self.timed(figure, en, fr, |n, lang| match (n, lang) {
            (0, Lang::En) => "none".to_owned(),
            (0, Lang::Fr) => "aucun".to_owned(),
            (n, lang) => number(lang, n.into()),
        });
    }

    fn timed(
        &mut self,
        figure: &Option<Figure>,
        en: &str,
        fr: &str,
        value: impl Fn(u32, Lang) -> String,
    ) {
        let Some(figure) = figure else { return };
        let claims = figure.disputed.iter();
        let others: Vec<_> = claims
            .map(|claim| format!("{} ({})", value(claim.most, self.lang), claim.by))
            .collect();
        let most = value(figure.most, self.lang);
        self.push(en, fr, most, Some(figure.grade), others.join(" · "));
    }

    /// A number that nobody disputes; without a grade, advice.
    fn least(&mut self, n: Option<u32>, grade: Option<Grade>, en: &str, fr: &str) {
        if let Some(n) = n {
            let value = number(self.lang, n.into());
            self.push(en, fr, value, grade, String::new());
        }
    }

    fn push(&mut self, en: &str, fr: &str, most: String, grade: Option<Grade>, others: String) {
        let what = match self.lang {
            Lang::En => en,
            Lang::Fr => fr,
        };
        self.rows.push(Row { what: what.to_owned(), most, grade, others });
    }
}

fn varies(network: &Network, lang: Lang) -> Option<String> {
    let said = match (network.varies?, lang) {
        (Varies::Server, Lang::En) => {
            "Each server may allow more or less; these are the figures of the program as it comes."
        }
        (Varies::Server, Lang::Fr) => {
            "Chaque serveur peut permettre plus ou moins\u{202f}; ces chiffres sont ceux du programme d’origine."
        }
        (Varies::Community, Lang::En) => "Each community adds rules of its own.",
        (Varies::Community, Lang::Fr) => "Chaque communauté ajoute ses propres règles.",
    };
    Some(said.to_owned())
}

fn forbidden(network: &Network, lang: Lang) -> Option<String> {
    if network.forbidden.is_empty() {
        return None;
    }
    let shown = |c: &char| match c.is_ascii_graphic() {
        true => format!("`{c}`"),
        false => format!("U+{:04X}", u32::from(*c)),
    };
    let characters = list(lang, &network.forbidden.iter().map(shown).collect::<Vec<_>>());
    Some(match lang {
        Lang::En => format!("Refused characters: {characters}."),
        Lang::Fr => format!("Caractères refusés\u{a0}: {characters}."),
    })
}

fn formats(network: &Network, lang: Lang) -> Option<String> {
    if network.no_formats.is_empty() {
        return None;
    }
    let names: Vec<_> = network.no_formats.iter().map(|name| format!("`{name}`")).collect();
    let names = list(lang, &names);
    Some(match lang {
        Lang::En => format!("Formats this network does not have: {names}."),
        Lang::Fr => format!("Formats que ce réseau n’a pas\u{a0}: {names}."),
    })
}

fn labels(network: &Network, lang: Lang) -> Option<String> {
    if network.labels.is_empty() {
        return None;
    }
    let label = |label: &Label| match (label, lang) {
        (Label::Partnership, Lang::En) => "paid partnerships",
        (Label::Partnership, Lang::Fr) => "les partenariats rémunérés",
        (Label::Ai, Lang::En) => "AI content",
        (Label::Ai, Lang::Fr) => "les contenus faits avec une IA",
    };
    let names = list(lang, &network.labels.iter().map(label).collect::<Vec<_>>());
    Some(match lang {
        Lang::En => {
            format!("The network has a label of its own for {names}: set it there as well.")
        }
        Lang::Fr => {
            format!("Le réseau a sa propre mention pour {names}\u{a0}: cochez-la aussi sur place.")
        }
    })
}

/// A sentence that goes on after a colon.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
    first + letters.as_str()
}
