//! The person of a word.

use super::super::address;
use super::super::view::View;
use crate::lang::Lang;
use crate::text::{Glue, Letters};

/// A grammatical person, by the pronoun that names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    Je,
    Tu,
    Nous,
    On,
    Vous,
    Il,
    Elle,
    Ils,
    Elles,
    I,
    We,
    You,
    They,
    He,
    She,
    It,
    One,
}

impl Who {
    /// The person that a rule names, if it is one of this language.
    pub(super) fn named(word: &str, lang: Lang) -> Option<Self> {
        let word = word.to_lowercase();
        Some(match (lang, word.as_str()) {
            (Lang::Fr, "je") => Self::Je,
            (Lang::Fr, "tu") => Self::Tu,
            (Lang::Fr, "nous") => Self::Nous,
            (Lang::Fr, "on") => Self::On,
            (Lang::Fr, "vous") => Self::Vous,
            (Lang::Fr, "il") => Self::Il,
            (Lang::Fr, "elle") => Self::Elle,
            (Lang::Fr, "ils") => Self::Ils,
            (Lang::Fr, "elles") => Self::Elles,
            (Lang::En, "i") => Self::I,
            (Lang::En, "we") => Self::We,
            (Lang::En, "you") => Self::You,
            (Lang::En, "they") => Self::They,
            (Lang::En, "he") => Self::He,
            (Lang::En, "she") => Self::She,
            (Lang::En, "it") => Self::It,
            (Lang::En, "one") => Self::One,
            _ => return None,
        })
    }

    /// Its pronoun.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Je => "je",
            Self::Tu => "tu",
            Self::Nous => "nous",
            Self::On => "on",
            Self::Vous => "vous",
            Self::Il => "il",
            Self::Elle => "elle",
            Self::Ils => "ils",
            Self::Elles => "elles",
            Self::I => "I",
            Self::We => "we",
            Self::You => "you",
            Self::They => "they",
            Self::He => "he",
            Self::She => "she",
            Self::It => "it",
            Self::One => "one",
        }
    }

    /// Whether quoted words are its pronoun, case apart.
    pub(super) fn is_name(self, quoted: &str) -> bool {
        let bare = quoted.trim_matches(|c: char| !c.is_alphanumeric());
        bare.eq_ignore_ascii_case(self.name())
    }

    /// The person of a word of a text in this language.
    pub(super) fn of(view: &View<'_>, i: usize, lang: Lang) -> Option<Self> {
        match lang {
            Lang::Fr => french(view, i),
            Lang::En => english(view, i),
        }
    }
}

fn french(view: &View<'_>, i: usize) -> Option<Who> {
    let word = view.at(i);
    let elided = view.glue(i + 1) == Glue::Apostrophe;
    let who = match word {
        // `le qu’en-dira-t-on`, `les on-dit`, `un je-ne-sais-quoi`
        "on" | "je" if is_of_noun(view, i) => return None,
        "j" | "m" if elided => Who::Je,
        "je" | "me" | "moi" | "mon" | "ma" | "mes" | "mien" | "miens" | "mienne" | "miennes" => {
            Who::Je
        }
        "nous" if view.before(i, 1) == "nous" && view.is_next(i) => return None,
        "nous" | "notre" | "nos" | "nôtre" | "nôtres" => Who::Nous,
        "on" => Who::On,
        "il" if is_impersonal(view, i) => return None,
        "il" => Who::Il,
        "elle" => Who::Elle,
        "ils" => Who::Ils,
        "elles" => Who::Elles,
        _ => {
            return address::side(view, i).map(|side| match side {
                address::Side::Tu => Who::Tu,
                address::Side::Vous => Who::Vous,
            });
        }
    };
    let is_acronym = view.letters(i) == Letters::Capitals && !view.shouts(i);
    let english = |word: &str| {
        matches!(word, "the" | "and" | "of" | "off" | "air" | "tour" | "fire" | "stage")
    };
    let foreign = matches!(word, "on" | "me" | "ma") && english(view.then(i));

    (!is_acronym && !foreign && view.glue(i) != Glue::Middot).then_some(who)
}

/// Whether a pronoun is a part of a noun: `le qu’en-dira-t-on`, `les on-dit`, `un je-ne-sais-quoi`.
fn is_of_noun(view: &View<'_>, i: usize) -> bool {
    let joined = view.glue(i + 1) == Glue::Hyphen && matches!(view.at(i + 1), "dit" | "ne");
    let gossip = view.glue(i) == Glue::Hyphen
        && view.before(i, 2) == "dira"
        && view.before(i, 3) == "en"
        && view.glue(i - 2) == Glue::Hyphen;
    joined || gossip
}

/// `il y a`, `il faut`, `il pleut`: nobody is meant.
fn is_impersonal(view: &View<'_>, i: usize) -> bool {
    let skip = usize::from(matches!(
        view.at(i + 1),
        "ne" | "n" | "en" | "vous" | "te" | "nous" | "t" | "s"
    ));
    let (verb, next) = (view.at(i + 1 + skip), view.at(i + 2 + skip));
    let inverted = view.glue(i) == Glue::Hyphen
        && matches!(
            view.before(i, 1),
            "t" | "faut" | "est" | "fait" | "pleut" | "suffit" | "était"
        );
    inverted
        || match verb {
            "y" | "faut" | "faudra" | "fallait" | "faudrait" | "pleut" | "neige" | "suffit"
            | "reste" | "vaut" | "semble" | "paraît" | "agit" | "plaît" | "plait" | "arrive"
                if verb != "arrive" || next == "que" =>
            {
                true
            }
            "est" | "était" | "sera" => {
                [
                    "temps",
                    "possible",
                    "interdit",
                    "conseillé",
                    "recommandé",
                    "important",
                    "vrai",
                    "nécessaire",
                    "tôt",
                    "tard",
                    "question",
                    "midi",
                    "minuit",
                    "impossible",
                    "rare",
                    "urgent",
                ]
                .contains(&next)
                    || view.letters(i + 2 + skip) == Letters::None
            }
            "fait" | "faisait" | "fera" => {
                ["beau", "chaud", "froid", "bon", "jour", "nuit", "gris", "doux", "frais"]
                    .contains(&next)
            }
            _ => false,
        }
}

fn english(view: &View<'_>, i: usize) -> Option<Who> {
    let word = view.at(i);
    let capitals = view.letters(i) == Letters::Capitals && !view.shouts(i);
    Some(match word {
        "i" if is_numeral(view, i) => return None,
        "i" | "me" | "my" | "mine" | "myself" => Who::I,
        "us" if capitals || matches!(view.before(i, 1), "the" | "u") => return None,
        "we" | "us" | "our" | "ours" | "ourselves" => Who::We,
        "you" | "your" | "yours" | "yourself" | "yourselves" => Who::You,
        "they" | "them" | "their" | "theirs" | "themselves" => Who::They,
        "he" | "him" | "his" | "himself" => Who::He,
        "she" | "her" | "hers" | "herself" => Who::She,
        "it" if capitals => return None,
        "it" | "its" | "itself" => Who::It,
        "oneself" => Who::One,
        "one" if is_anyone(view, i) => Who::One,
        _ => return None,
    })
}

/// `I` that numbers a king, a chapter, a war; `i.e.`, `I/O`.
fn is_numeral(view: &View<'_>, i: usize) -> bool {
    if view.letters(i) == Letters::Small || view.glue(i) != Glue::Apart {
        return true;
    }
    let followed = view.gap(i + 1);
    if followed.starts_with(['/', '.', '&', '-']) && i + 1 < view.len() {
        // `I. Introduction`, but `You and I. Then …`
        if !followed.starts_with(". ") || i == 0 || view.gap(i).contains(['\n', '.']) {
            return true;
        }
    }
    let crowned = ["king", "queen", "pope", "emperor", "tsar"].contains(&view.before(i, 2))
        && view.letters(i - 1) == Letters::Initial;
    view.is_next(i)
        && (crowned
            || [
                "chapter",
                "part",
                "act",
                "war",
                "type",
                "phase",
                "class",
                "volume",
                "vol",
                "book",
                "level",
                "stage",
                "title",
                "section",
                "elizabeth",
                "charles",
                "henry",
                "henri",
                "james",
                "george",
                "edward",
                "william",
                "richard",
                "francis",
                "françois",
                "napoleon",
                "philip",
                "alexander",
                "nicholas",
                "wilhelm",
                "leopold",
                "mary",
                "grade",
                "group",
                "category",
                "scene",
            ]
            .contains(&view.before(i, 1)))
}

/// `one should`, `one never knows`: anyone; not a number.
fn is_anyone(view: &View<'_>, i: usize) -> bool {
    let after_number = matches!(
        view.before(i, 1),
        "no" | "number" | "the" | "this" | "that" | "every" | "each" | "which"
    );
    !(after_number && view.is_next(i))
        && [
            "should", "can", "must", "may", "needs", "could", "might", "would", "does", "never",
            "always", "cannot", "has",
        ]
        .contains(&view.then(i))
}
