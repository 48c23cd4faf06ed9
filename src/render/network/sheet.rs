//! The limits of a network, line by line, in one language.
//!
//! Screens and Markdown are made of this; it knows neither.

use super::words;
use crate::lang::{Lang, count, number};
use crate::networks::{Fact, Figure, Grade, Network};

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
    table.least(
        network.fold,
        None,
        "Text, shown before “more”",
        "Texte, visible avant «\u{a0}plus\u{a0}»",
    );
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
    table.figure(&network.gifs, "Animated images", "Images animées");
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
        let others = others.join(match self.lang {
            Lang::En => "; ",
            Lang::Fr => "\u{202f}; ",
        });
        self.push(en, fr, most, Some(figure.grade), &others);
    }

    /// A number that nobody disputes; without a grade, advice.
    fn least(&mut self, n: Option<u32>, grade: Option<Grade>, en: &str, fr: &str) {
        if let Some(n) = n {
            let value = number(self.lang, n.into());
            self.push(en, fr, value, grade, "");
        }
    }

    fn push(&mut self, en: &str, fr: &str, most: String, grade: Option<Grade>, others: &str) {
        let what = match self.lang {
            Lang::En => en,
            Lang::Fr => fr,
        };
        self.rows.push(Row { what: what.to_owned(), most, grade, others: others.to_owned() });
    }
}
