//! The documentation of a tone rule at the terminal: a brand's own, or one of a pack.
//!
//! What a brand wrote is shown as it is, made safe.

mod asks;

use super::rules::{block, code, style};
use crate::diagnostic::Level;
use crate::lang::{Lang, Phrase, list, quote};
use crate::load::Pack;
use crate::load::shape::keys_of;
use crate::model::tone::Claims;
use crate::model::{Demand, Only, ToneRule, Workspace};
use crate::source::Sources;
use crate::text::clean;
use anstyle::Style;

/// A rule: what it is about, why, where it runs, its examples, how to allow it. Has ANSI styles.
#[must_use]
pub fn page(
    rule: &ToneRule,
    ws: &Workspace,
    sources: &Sources,
    lang: Lang,
    width: usize,
) -> String {
    let name = format!("tone.{}", rule.name());
    let mut out = heading(rule.level, &name, lang);
    let kind = rule.demand.kind();
    let about = keys_of(kind).map_or("", |keys| keys.about.get(lang));
    out.push_str(&block(&format!("`{kind}`{}{about}.", colon(lang)), "", width));
    out.push_str(&block(&origin(rule, sources, lang), "", width));
    let part = |title: Phrase, words: &str| titled(title, &block(words, "  ", width), lang);
    if let Some(message) = &rule.message {
        out.push_str(&part(MESSAGE, &clean(message)));
    }
    if let Some(why) = &rule.why {
        out.push_str(&part(WHY, &clean(why)));
    }
    if let Some(law) = &rule.law {
        out.push_str(&part(LAW, &format!("{} {}", clean(law), NO_ADVICE.get(lang))));
    }
    if let Some(link) = &rule.link {
        out.push_str(&part(LINK, &clean(link)));
    }
    let asked: String =
        asks::asks(&rule.demand, lang).iter().map(|line| block(line, "  ", width)).collect();
    if !asked.is_empty() {
        out.push_str(&titled(ASKS, &asked, lang));
    }
    out.push_str(&part(WHERE, &places(&rule.only, ws, lang)));
    if matches!(&rule.demand, Demand::Claims(Claims { needs: Some(_), .. })) {
        out.push_str(&part(PROOF, PROOF_MEANING.get(lang)));
    }
    for (title, examples) in [(GOOD, &rule.good), (BAD, &rule.bad)] {
        let quoted = examples.iter().map(|text| quote(lang, &clean(&text.value)));
        let lines: String = quoted.map(|text| block(&text, "  ", width)).collect();
        if !lines.is_empty() {
            out.push_str(&titled(title, &lines, lang));
        }
    }
    out.push_str(&allowing(&name, rule, lang, width));
    out
}

/// Some lines under their title.
fn titled(title: Phrase, lines: &str, lang: Lang) -> String {
    let bold = Style::new().bold();
    format!("\n{bold}{}{bold:#}\n{lines}", title.get(lang))
}

/// The rules of a pack, each in a few words. Has ANSI styles.
#[must_use]
pub fn pack_page(pack: &Pack, rules: &[ToneRule], lang: Lang, width: usize) -> String {
    let bold = Style::new().bold();
    let mut out = format!("{bold}{}{bold:#}\n", pack.name);
    out.push_str(&block(pack.about.get(lang), "", width));
    out.push('\n');
    for rule in rules.iter().filter(|rule| rule.pack == Some(pack.name)) {
        out.push_str(&heading(rule.level, &format!("tone.{}", rule.name()), lang));
        let why = rule.why.as_deref().unwrap_or_default();
        out.push_str(&block(why, "    ", width));
    }
    let name = pack.name;
    let how = match lang {
        Lang::En => format!(
            "To use it, write `extends = [\"{name}\"]` in tone.toml; `edito tone --print-pack {name}` prints it, to copy what you like."
        ),
        Lang::Fr => format!(
            "Pour vous en servir, écrivez `extends = [\"{name}\"]` dans tone.toml\u{202f}; `edito tone --print-pack {name}` l’affiche, pour en copier ce qui vous plaît."
        ),
    };
    out.push('\n');
    out.push_str(&block(&how, "", width));
    out
}

/// A rule that a setting of tone.toml stands for: what it is, and how to write it. Has ANSI styles.
#[must_use]
pub fn setting_page(name: &str, lang: Lang, width: usize) -> Option<String> {
    let setting = SETTINGS.iter().find(|setting| setting.name == name)?;
    let mut out = heading(Some(setting.level), &format!("tone.{name}"), lang);
    out.push_str(&block(setting.about.get(lang), "", width));
    let bold = Style::new().bold();
    out.push_str(&format!("\n{bold}{}{bold:#}\n{}", EXAMPLE.get(lang), code(setting.example)));
    out.push_str(&tolerance(
        &format!("tone.{name}"),
        &format!("[rules]\n\"tone.{name}\" = \"off\""),
        lang,
        width,
    ));
    Some(out)
}

/// The page of `signature`, for which no rule stands. Has ANSI styles.
#[must_use]
pub fn signature_page(lang: Lang, width: usize) -> String {
    let bold = Style::new().bold();
    let (about, example) = match lang {
        Lang::En => (
            "`signature` is a setting, not a rule: the words that end every text. Nothing asks for them; `count` leaves them out with `without = [\"signature\"]`.",
            "signature = \"Zyx Museum, open every day\"",
        ),
        Lang::Fr => (
            "`signature` est un réglage, pas une règle\u{a0}: les mots qui terminent chaque texte. Rien ne les exige\u{202f}; `count` ne les compte pas avec `without = [\"signature\"]`.",
            "signature = \"Musée Zyx, ouvert tous les jours\"",
        ),
    };
    format!(
        "{bold}signature{bold:#}\n{}\n{bold}{}{bold:#}\n{}",
        block(about, "", width),
        EXAMPLE.get(lang),
        code(example)
    )
}

struct Setting {
    name: &'static str,
    level: Level,
    about: Phrase,
    example: &'static str,
}

static SETTINGS: [Setting; 3] = [
    Setting {
        name: "address",
        level: Level::Warning,
        about: Phrase {
            en: "A French text that says « vous » where the brand says « tu », or the other way round; with `consistent`, one that says both.",
            fr: "Un texte qui vouvoie quand la marque tutoie, ou l’inverse\u{202f}; avec `consistent`, un texte qui fait les deux.",
        },
        example: "address = \"vous\"   # tu, vous, consistent, any",
    },
    Setting {
        name: "gate",
        level: Level::Error,
        about: Phrase {
            en: "A text whose score of tone, out of 100, is below the least that the brand accepts.",
            fr: "Un texte dont la note de ton, sur 100, est inférieure au minimum de la marque.",
        },
        example: "gate = 80",
    },
    Setting {
        name: "vocabulary",
        level: Level::Warning,
        about: Phrase {
            en: "A name of the brand’s vocabulary that is written with other capitals.",
            fr: "Un nom du vocabulaire de la marque écrit avec d’autres majuscules.",
        },
        example: "vocabulary = [\"Musée des Lumières\", \"LinkedIn\"]",
    },
];

const ASKS: Phrase = Phrase { en: "What it asks for", fr: "Ce qu’elle demande" };
const MESSAGE: Phrase = Phrase { en: "What it says", fr: "Ce qu’elle dit" };
const WHY: Phrase = Phrase { en: "Why the brand wants it", fr: "Pourquoi la marque y tient" };
const LAW: Phrase = Phrase { en: "The law behind it", fr: "Le texte de loi" };
const NO_ADVICE: Phrase =
    Phrase { en: "(This is no legal advice.)", fr: "(Ceci n’est pas un conseil juridique.)" };
const LINK: Phrase = Phrase { en: "More about it", fr: "En savoir plus" };
const WHERE: Phrase = Phrase { en: "Where it runs", fr: "Où elle s’applique" };
const PROOF: Phrase = Phrase { en: "What makes it fine", fr: "Ce qui la satisfait" };
const PROOF_MEANING: Phrase = Phrase {
    en: "A proof: the address of a page in the post’s `source`.",
    fr: "Une preuve\u{a0}: l’adresse d’une page dans `source`, sur la publication.",
};
const GOOD: Phrase = Phrase { en: "Passes", fr: "Passe" };
const BAD: Phrase = Phrase { en: "Does not pass", fr: "Ne passe pas" };
const EXAMPLE: Phrase = Phrase { en: "In tone.toml", fr: "Dans tone.toml" };
const ALLOW: Phrase = Phrase { en: "To allow it", fr: "Pour la tolérer" };

const fn colon(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ": ",
        Lang::Fr => "\u{a0}: ",
    }
}

fn heading(level: Option<Level>, name: &str, lang: Lang) -> String {
    match level {
        Some(level) => {
            let (style, word) = (style(level), level.word().get(lang));
            format!("{style}{word}[{name}]{style:#}\n")
        }
        None => {
            let dim = Style::new().dimmed();
            let off = Phrase { en: "off", fr: "désactivée" }.get(lang);
            format!("{dim}{off}[{name}]{dim:#}\n")
        }
    }
}

/// The pack it comes from, or the file and line it is written at.
fn origin(rule: &ToneRule, sources: &Sources, lang: Lang) -> String {
    match (rule.pack, lang) {
        (Some(pack), Lang::En) => format!("A rule of the pack `{pack}`."),
        (Some(pack), Lang::Fr) => format!("Une règle du jeu `{pack}`."),
        (None, _) => {
            let source = sources.get(rule.id.at.source);
            let line = source.position(rule.id.at.span.start).line;
            let file = clean(source.name());
            match lang {
                Lang::En => format!("Written in {file}, line {line}."),
                Lang::Fr => format!("Écrite dans {file}, ligne {line}."),
            }
        }
    }
}

/// Where a rule runs, in words.
fn places(only: &Only, ws: &Workspace, lang: Lang) -> String {
    let ticked = |words: &[String]| {
        let quoted: Vec<String> = words.iter().map(|word| format!("`{}`", clean(word))).collect();
        (!quoted.is_empty()).then(|| list(lang, &quoted))
    };
    let channels: Vec<String> =
        only.channels.iter().map(|&ix| ws.channel(ix).id.value.clone()).collect();
    let pillars: Vec<String> =
        only.pillars.iter().map(|&ix| ws.pillar(ix).id.value.clone()).collect();
    let status: Vec<String> = only.status.iter().map(|status| status.key().to_owned()).collect();
    let tag: Vec<String> = only.lang.iter().map(|lang| lang.value.clone()).collect();
    let parts = [
        (Phrase { en: "language", fr: "langue" }, ticked(&tag)),
        (Phrase { en: "channels", fr: "canaux" }, ticked(&channels)),
        (Phrase { en: "networks", fr: "réseaux" }, ticked(&only.networks)),
        (Phrase { en: "pillars", fr: "piliers" }, ticked(&pillars)),
        (Phrase { en: "formats", fr: "formats" }, ticked(&only.formats)),
        (Phrase { en: "statuses", fr: "états" }, ticked(&status)),
    ];
    let told: Vec<String> = parts
        .into_iter()
        .filter_map(|(what, words)| Some(format!("{}{}{}", what.get(lang), colon(lang), words?)))
        .collect();
    match (told.is_empty(), lang) {
        (true, Lang::En) => "Everywhere.".to_owned(),
        (true, Lang::Fr) => "Partout.".to_owned(),
        (false, _) => {
            let text = told.join(if lang == Lang::Fr { "\u{202f}; " } else { "; " });
            let mut letters = text.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase).collect::<String>();
            format!("{first}{}.", letters.as_str())
        }
    }
}

/// How a rule is allowed in a post, and switched off.
fn allowing(name: &str, rule: &ToneRule, lang: Lang, width: usize) -> String {
    let off = match rule.pack {
        Some(_) => format!("off = [\"{}\"]   # tone.toml", rule.name()),
        None => "level = \"off\"   # tone.toml".to_owned(),
    };
    tolerance(name, &off, lang, width)
}

fn tolerance(name: &str, off: &str, lang: Lang, width: usize) -> String {
    let bold = Style::new().bold();
    let (post, why, everywhere) = match lang {
        Lang::En => ("In one post, with the reason:", "the reason", "Everywhere:"),
        Lang::Fr => ("Dans une publication, avec la raison\u{a0}:", "la raison", "Partout\u{a0}:"),
    };
    format!(
        "\n{bold}{}{bold:#}\n{}{}{}{}",
        ALLOW.get(lang),
        block(post, "  ", width),
        code(&format!("allow = [{{ rule = \"{name}\", why = \"{why}\" }}]")),
        block(everywhere, "  ", width),
        code(off)
    )
}
