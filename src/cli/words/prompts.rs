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
pub fn unknown_timezone(lang: Lang, typed: &str) -> String {
    let typed = quote(lang, typed);
    match lang {
        Lang::En => format!("{typed} is no time zone; try a name such as Europe/Paris"),
        Lang::Fr => format!(
            "{typed} n’est pas un fuseau horaire\u{202f}; essayez un nom comme Europe/Paris"
        ),
    }
}

/// A question that cannot be asked, and the flag that answers it (`--name`).
#[must_use]
pub fn cannot_ask(lang: Lang, flag: &str) -> String {
    match lang {
        Lang::En => format!("no question can be asked here: give {flag}"),
        Lang::Fr => format!("impossible de poser la question ici\u{a0}: indiquez {flag}"),
    }
}
