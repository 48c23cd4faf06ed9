//! Which language a text is in, by a vote of its small words.
//!
//! Every text is full of a few dozen words that carry no meaning: `les`, `dans`, `with`, `the`.
//! Those that one language alone has are its votes; elisions (`l’`, `qu’`) and contractions (`’ll`)
//! count too. Words of other languages vote against both, so that Spanish is not taken for French.
//! A vote that is not clear is no answer.

use crate::lang::Lang;
use crate::text::{Glue, Letters, Word, Words};

/// The language of a text: French, English, or `None` where it is too short to tell or divided.
///
/// The winner needs two votes more than the others have, and twice as many.
///
/// ```
/// use edito::lang::Lang;
/// use edito::text::Words;
/// use edito::tone::language;
/// let of = |text| language(&Words::of(text));
/// assert_eq!(of("Les portes ouvrent à midi dans la cour."), Some(Lang::Fr));
/// assert_eq!(of("The doors open at noon in the yard."), Some(Lang::En));
/// assert_eq!(of("Klimt"), None);
/// ```
#[must_use]
pub fn language(words: &Words) -> Option<Lang> {
    Votes::of(words, |_| true).winner()
}

/// The votes of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Votes {
    /// Words that were asked, with letters in them.
    pub(super) words: usize,
    /// Votes for French.
    french: usize,
    /// Votes for English.
    english: usize,
    /// Votes for any other language.
    foreign: usize,
}

impl Votes {
    /// The votes of those words that are to be asked.
    pub(super) fn of(words: &Words, asked: impl Fn(&Word) -> bool) -> Self {
        let mut votes = Self::default();
        let list = words.list();
        for (i, word) in list.iter().enumerate() {
            if word.letters == Letters::None || !asked(word) {
                continue;
            }
            votes.words += 1;
            let elided = list.get(i + 1).is_some_and(|next| next.glue == Glue::Apostrophe);
            match vote(words.lower(word), word.glue, elided) {
                Vote::French => votes.french += 1,
                Vote::English => votes.english += 1,
                Vote::Foreign => votes.foreign += 1,
                Vote::None => {}
            }
        }
        votes
    }

    /// The language that wins, if one does.
    pub(super) const fn winner(&self) -> Option<Lang> {
        let french = leads(self.french, self.english + self.foreign);
        let english = leads(self.english, self.french + self.foreign);
        match (french, english) {
            (true, _) => Some(Lang::Fr),
            (_, true) => Some(Lang::En),
            _ => None,
        }
    }

    /// Whether the winner has many votes for the length of the text: one word in six.
    pub(super) const fn is_clear(&self) -> bool {
        let most = if self.french > self.english { self.french } else { self.english };
        most * 6 >= self.words
    }
}

const fn leads(one: usize, others: usize) -> bool {
    one >= others + 2 && one >= 2 * others
}

/// What a word votes for.
enum Vote {
    French,
    English,
    Foreign,
    None,
}

fn vote(word: &str, glue: Glue, elided: bool) -> Vote {
    if elided {
        return match word {
            "l" | "d" | "qu" | "n" | "j" | "c" | "s" | "m" | "jusqu" | "lorsqu" | "puisqu"
            | "aujourd" => Vote::French,
            "don" | "can" | "won" | "isn" | "doesn" | "didn" | "aren" | "wasn" | "couldn"
            | "wouldn" | "shouldn" | "hasn" | "haven" | "i" | "you" | "we" | "they" | "it"
            | "he" | "she" | "that" | "there" | "what" | "who" | "here" => Vote::English,
            _ => Vote::None,
        };
    }
    if glue == Glue::Apostrophe && matches!(word, "ll" | "re" | "ve" | "s") {
        return Vote::English;
    }
    match word.len() {
        1..=3 => short(word),
        _ => long(word),
    }
}

fn short(word: &str) -> Vote {
    match word {
        "le" | "les" | "des" | "du" | "au" | "aux" | "et" | "est" | "une" | "un" | "ce" | "ces"
        | "sur" | "par" | "qui" | "que" | "il" | "ils" | "nos" | "vos" | "ses" | "mes" | "tes"
        | "je" | "tu" | "où" | "là" | "à" | "ça" | "ont" | "dès" | "été" | "ou" | "ici" | "mon"
        | "ma" | "ta" | "ton" | "sa" | "ne" | "pas" | "la" | "en" | "y" | "de" | "se" => {
            Vote::French
        }
        "the" | "of" | "and" | "to" | "is" | "it" | "its" | "for" | "you" | "we" | "our" | "i"
        | "was" | "are" | "has" | "had" | "be" | "by" | "my" | "he" | "she" | "his" | "her"
        | "at" | "if" | "so" | "up" | "all" | "out" | "can" | "how" | "why" | "who" | "get"
        | "not" | "no" | "us" | "do" | "an" | "in" | "see" | "now" | "one" | "two" | "any"
        | "day" => Vote::English,
        "el" | "los" | "las" | "por" | "con" | "del" | "und" | "der" | "die" | "das" | "ist"
        | "mit" | "het" | "een" | "van" | "di" | "il’" | "gli" | "una" | "per" | "che" | "não"
        | "uma" | "os" | "och" | "zu" | "den" | "dem" | "ein" | "für" | "auf" | "von" | "op"
        | "voor" | "dat" | "más" | "muy" | "al" | "lo" | "è" | "da" | "ich" | "wir" | "sie"
        | "om" | "jest" | "na" | "até" | "são" | "es" | "mi" | "ti" => Vote::Foreign,
        _ => Vote::None,
    }
}

fn long(word: &str) -> Vote {
    match word {
        "dans" | "avec" | "pour" | "plus" | "vous" | "nous" | "votre" | "notre" | "leur"
        | "leurs" | "cette" | "cet" | "elle" | "elles" | "mais" | "sont" | "être" | "très"
        | "tout" | "tous" | "toute" | "toutes" | "comme" | "sans" | "chez" | "entre" | "depuis"
        | "jusque" | "aussi" | "bien" | "même" | "encore" | "après" | "avant" | "quand"
        | "était" | "avez" | "êtes" | "sous" | "vers" | "fait" | "faire" | "merci" | "bonjour"
        | "rendez" | "samedi" | "lundi" | "mardi" | "mercredi" | "jeudi" | "vendredi"
        | "dimanche" | "ceux" | "celle" | "donc" | "toujours" | "quel" | "quelle" | "suis"
        | "sera" | "moins" | "lors" | "ainsi" | "pendant" | "voici" | "chaque" | "deux"
        | "trois" | "demain" | "soir" => Vote::French,
        "this" | "that" | "with" | "from" | "your" | "have" | "will" | "they" | "their"
        | "there" | "what" | "when" | "where" | "which" | "been" | "were" | "just" | "than"
        | "then" | "them" | "these" | "those" | "into" | "about" | "would" | "could" | "should"
        | "after" | "before" | "because" | "every" | "here" | "today" | "only" | "over"
        | "more" | "some" | "very" | "come" | "make" | "made" | "please" | "thank" | "thanks"
        | "join" | "like" | "first" | "year" | "week" | "also" | "back" | "free" | "our"
        | "while" | "until" | "through" | "between" | "monday" | "tuesday" | "wednesday"
        | "thursday" | "friday" | "saturday" | "sunday" | "want" | "know" | "does" | "it’s"
        | "both" | "each" | "most" | "other" => Vote::English,
        "para" | "pero" | "como" | "está" | "están" | "nicht" | "oder" | "sind" | "eine"
        | "einen" | "auch" | "wird" | "niet" | "voor" | "zijn" | "della" | "delle" | "degli"
        | "sono" | "questo" | "questa" | "anche" | "você" | "muito" | "nuestra" | "nuestro"
        | "todos" | "todas" | "desde" | "hasta" | "werden" | "haben" | "unser" | "unsere"
        | "nella" | "alla" | "nostro" | "nostra" | "sobre" | "deze" => Vote::Foreign,
        _ => Vote::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<Lang> {
        language(&Words::of(text))
    }

    #[test]
    fn french_and_english_are_told_apart() {
        for text in [
            "N’oublie pas de t’inscrire avant vendredi, la salle est petite.",
            "Rendez-vous samedi à 10 h au marché couvert, allée B. 🥖",
            "L’orchestre s’est tu, puis la salle s’est levée. Merci pour hier soir.",
            "Le shooting du week-end est en ligne : let’s go !",
            "Une question sur ton dossier ?",
            "RÉSERVEZ VOTRE PLACE POUR LE CONCERT",
            "C’est parti pour une saison de folie",
        ] {
            assert_eq!(of(text), Some(Lang::Fr), "{text}");
        }
        for text in [
            "Doors at 7.30pm, first band at 8. See you at the Old Mill.",
            "We'll be closed 24–26 Dec. Normal hours from the 27th.",
            "Our hackathon is back: two days, free pizza, no slides.",
            "Rendez-vous at the fountain, 6 sharp, with your friends.",
            "Come on in, it’s warm",
        ] {
            assert_eq!(of(text), Some(Lang::En), "{text}");
        }
    }

    #[test]
    fn what_is_short_divided_or_foreign_has_no_answer() {
        for text in [
            "",
            "Klimt",
            "2026",
            "🥖🥖🥖",
            "Les portes ouvrent à midi. The doors open at noon.",
            "El museo está abierto todos los días para los niños con sus padres.",
            "Il museo è aperto tutti i giorni per i bambini della città.",
            "Das Museum ist jeden Tag für die Kinder und ihre Eltern geöffnet.",
            "O museu está aberto todos os dias para uma visita com os pais.",
            "Het museum is elke dag open voor kinderen met een kaart van de stad.",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
