//! The questions of `init`, and what it answers to an answer it cannot take.

use crate::lang::{Lang, Phrase, quote};

/// What is said before the first question.
pub const WELCOME: Phrase = Phrase {
    en: "A few questions, and your calendar is ready. Enter keeps the answer shown.",
    fr: "Quelques questions, et votre calendrier est prêt. Entrée garde la réponse proposée.",
};

/// The name of the brand.
pub const NAME: Phrase =
    Phrase { en: "What is the brand called?", fr: "Comment s’appelle la marque\u{202f}?" };

/// The time zone.
pub const TIMEZONE: Phrase = Phrase {
    en: "Which time zone do you publish in? (such as Europe/Paris)",
    fr: "Dans quel fuseau horaire publiez-vous\u{202f}? (comme Europe/Paris)",
};

/// The language of the posts.
pub const BRAND_LANG: Phrase = Phrase {
    en: "Which language do you publish in?",
    fr: "En quelle langue publiez-vous\u{202f}?",
};

/// The networks.
pub const CHANNELS: Phrase = Phrase {
    en: "Which networks are you on? (space ticks, Enter confirms)",
    fr: "Sur quels réseaux êtes-vous\u{202f}? (espace coche, Entrée valide)",
};

/// The country.
pub const COUNTRY: Phrase = Phrase {
    en: "Which country's public holidays matter? (FR, BE…; - for none)",
    fr: "De quel pays suivre les jours fériés\u{202f}? (FR, BE…\u{202f}; - pour aucun)",
};

/// Before the names of the files to write.
pub const FILES: Phrase = Phrase { en: "These files:", fr: "Ces fichiers\u{a0}:" };

/// Before anything is written.
pub const CONFIRM: Phrase =
    Phrase { en: "Write these files?", fr: "Écrire ces fichiers\u{202f}?" };

/// Before a well-known mix is written.
pub const WRITE_MIX: Phrase =
    Phrase { en: "Write this into the calendar?", fr: "Écrire ceci dans le calendrier\u{202f}?" };

/// How to choose from a list.
pub const HOW_TO_CHOOSE: Phrase = Phrase {
    en: "Choose with the arrows, up and down, then Enter; Escape stops.",
    fr: "Choisissez avec les flèches haut et bas, puis Entrée\u{202f}; Échap pour arrêter.",
};

/// After a person stopped, or said no.
pub const NOTHING_WRITTEN: Phrase =
    Phrase { en: "Nothing was written.", fr: "Rien n’a été écrit." };

/// Yes, as one types it.
pub const YES: Phrase = Phrase { en: "y", fr: "o" };

/// An answer that is neither yes nor no.
pub const YES_OR_NO: Phrase = Phrase { en: "answer yes or no", fr: "répondez oui ou non" };

/// A question left without an answer that it needs.
pub const ANSWER_NEEDED: Phrase =
    Phrase { en: "this one needs an answer", fr: "il faut une réponse à cette question" };

/// No network was ticked.
pub const CHANNEL_NEEDED: Phrase =
    Phrase { en: "tick at least one network", fr: "cochez au moins un réseau" };

/// A time zone nobody knows.
#[must_use]
pub fn no_timezone(lang: Lang, typed: &str) -> String {
    let typed = quote(lang, typed);
    match lang {
        Lang::En => format!("{typed} is no time zone"),
        Lang::Fr => format!("{typed} n’est pas un fuseau horaire"),
    }
}

/// What to write instead.
pub const SOME_TIMEZONE: Phrase =
    Phrase { en: "try a name such as Europe/Paris", fr: "essayez un nom comme Europe/Paris" };

/// Both in one line, below a question.
#[must_use]
pub fn unknown_timezone(lang: Lang, typed: &str) -> String {
    let (no, try_this) = (no_timezone(lang, typed), SOME_TIMEZONE.get(lang));
    match lang {
        Lang::En => format!("{no}; {try_this}"),
        Lang::Fr => format!("{no}\u{202f}; {try_this}"),
    }
}

/// A question that cannot be asked.
pub const CANNOT_ASK: Phrase = Phrase {
    en: "answers are missing, and no question can be asked here",
    fr: "il manque des réponses, et impossible de poser des questions ici",
};

/// The flags that answer in advance (`--name`).
#[must_use]
pub fn give(lang: Lang, flags: &str) -> String {
    match lang {
        Lang::En => format!("give {flags}, or run this in a terminal without `--no-input`"),
        Lang::Fr => {
            format!("indiquez {flags}, ou lancez la commande dans un terminal, sans `--no-input`")
        }
    }
}
