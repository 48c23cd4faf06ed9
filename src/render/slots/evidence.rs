//! How much the hours of a channel are seen to matter, in one honest sentence; and how much timing
//! matters anywhere.

use crate::lang::{Lang, Phrase, count, percent};
use crate::model::{Evidence, Known, Timing};
use crate::render::evidence::{Ground, luck};

/// What can be said of a channel's hours, and what to make of it.
pub(super) fn verdict(lang: Lang, timing: &Timing, plan: Ground) -> String {
    let (hour, advice) = (subject(timing.known).get(lang), advice(timing).get(lang));
    let part = part(lang, timing.loo_r2);
    let grade = match timing.evidence {
        Evidence::None => return too_few(lang, timing.used, plan),
        Evidence::NoEffect => {
            return match lang {
                Lang::En => format!(
                    "{} has no measurable effect on your posts: knowing it does not help to tell how a post will do. {advice}",
                    capital(hour)
                ),
                Lang::Fr => format!(
                    "{} n’a pas d’effet mesurable sur vos publications\u{a0}: le connaître n’aide pas à prévoir comment l’une d’elles sera reçue. {advice}",
                    capital(hour)
                ),
            };
        }
        grade => {
            let words = capital(crate::render::gain::evidence(grade).get(lang));
            format!("{words}{}", luck(timing.used, lang))
        }
    };
    match lang {
        Lang::En => {
            format!("{grade}: {hour} explains {part} of what sets your posts apart. {advice}")
        }
        Lang::Fr => format!(
            "{grade}\u{a0}: {hour} explique {part} des écarts entre vos publications. {advice}"
        ),
    }
}

/// How little there is to learn from, and what happens until there is more.
fn too_few(lang: Lang, used: usize, plan: Ground) -> String {
    let until = match plan {
        Ground::Windows => Phrase { en: ".", fr: "." },
        Ground::History | Ground::Test => Phrase {
            en: "; until then edito spreads test slots over the week.",
            fr: "\u{202f}; d’ici là, edito répartit des créneaux d’essai sur la semaine.",
        },
    }
    .get(lang);
    match lang {
        Lang::En => format!(
            "{}: from 30 on something can be said{until}",
            count(lang, used, "post", "posts")
        ),
        Lang::Fr => format!(
            "{}\u{a0}: à partir de 30, on pourra en dire quelque chose{until}",
            count(lang, used, "publication", "publications")
        ),
    }
}

/// What was compared.
const fn subject(known: Known) -> Phrase {
    match known {
        Known::Minute => Phrase { en: "the hour", fr: "le moment de la semaine" },
        Known::Day => Phrase { en: "the day of the week", fr: "le jour de la semaine" },
    }
}

const HINT: Phrase = Phrase {
    en: "Take what follows as a hint, not as a rule.",
    fr: "Prenez ce qui suit comme une piste, pas comme une règle.",
};

/// What to make of a grade; one that may be luck is a hint, however good it looks.
const fn advice(timing: &Timing) -> Phrase {
    let luck = !luck(timing.used, Lang::En).is_empty();
    match (timing.evidence, timing.known) {
        (Evidence::Some | Evidence::Strong, _) if luck => HINT,
        (Evidence::Weak, _) => HINT,
        (Evidence::Some, Known::Minute) => Phrase {
            en: "The best hours are worth preferring where you can.",
            fr: "Préférez les meilleures heures quand vous le pouvez.",
        },
        (Evidence::Some, Known::Day) => Phrase {
            en: "The best days are worth preferring where you can.",
            fr: "Préférez les meilleurs jours quand vous le pouvez.",
        },
        (Evidence::Strong, _) => Phrase {
            en: "That is a lot for a question of timing.",
            fr: "C’est beaucoup pour une question de moment.",
        },
        (Evidence::None | Evidence::NoEffect, _) => Phrase {
            en: "Post when it suits you and your team.",
            fr: "Publiez quand cela vous arrange, vous et votre équipe.",
        },
    }
}

/// A part of the differences between posts, in percent with one decimal.
fn part(lang: Lang, r2: f64) -> String {
    let tenths = format!("{:.1}", r2 * 100.0);
    match (tenths.as_str(), lang) {
        ("0.0", Lang::En) => format!("less than {}", percent(lang, "0.1")),
        ("0.0", Lang::Fr) => format!("moins de {}", percent(lang, "0.1")),
        (_, Lang::En) => format!("about {}", percent(lang, tenths.trim_end_matches(".0"))),
        (_, Lang::Fr) => format!("environ {}", percent(lang, tenths.trim_end_matches(".0"))),
    }
}

/// What timing is beside what is posted, as measured elsewhere.
pub(super) fn context(lang: Lang) -> &'static str {
    Phrase {
        en: "For scale: over 781,000 posts of many accounts, the hour explains about 1.5% of the \
             differences and the type of post about 8%. What you post matters more than when.",
        fr: "Pour situer\u{a0}: sur 781\u{202f}000 publications de nombreux comptes, l’heure explique environ \
             1,5\u{202f}% des écarts, et le type de publication environ 8\u{202f}%. Ce que vous publiez compte \
             plus que le moment.",
    }
    .get(lang)
}

/// How a figure comes about.
pub(super) fn method(lang: Lang, known: Known) -> &'static str {
    let phrase = match known {
        Known::Minute => HOURS,
        Known::Day => DAYS,
    };
    phrase.get(lang)
}

const HOURS: Phrase = Phrase {
    en: "Each figure: what your posts near this hour did against your usual; recent ones count more, \
             and 25 imaginary average posts keep it modest. Nearby: your posts of this hour and of those \
             around it, each counted by how near and how recent it is.",
    fr: "Chaque chiffre\u{a0}: ce qu’ont fait vos publications proches de cette heure par rapport à votre \
             habitude\u{202f}; les récentes comptent plus, et 25 publications moyennes imaginaires le gardent \
             prudent. Proches\u{a0}: vos publications de cette heure et des heures voisines, comptées \
             chacune selon sa distance et son âge.",
};

const DAYS: Phrase = Phrase {
    en: "Each figure: what your posts of this day did against your usual; recent ones count more, \
             and 25 imaginary average posts keep it modest.",
    fr: "Chaque chiffre\u{a0}: ce qu’ont fait vos publications de ce jour par rapport à votre \
             habitude\u{202f}; les récentes comptent plus, et 25 publications moyennes imaginaires le gardent \
             prudent.",
};

/// With a capital letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::slots::sample::past;

    fn said(grade: Evidence, r2: f64, lang: Lang) -> String {
        let past = past(grade);
        let timing = past.ws.past.timing[0].clone().unwrap();
        verdict(lang, &Timing { loo_r2: r2, ..timing }, Ground::Test)
    }

    #[test]
    fn a_grade_of_few_posts_may_be_luck() {
        let past = past(Evidence::Strong);
        let timing = past.ws.past.timing[0].clone().unwrap();
        let said = |used: usize, lang: Lang| {
            verdict(lang, &Timing { loo_r2: 0.04, used, ..timing.clone() }, Ground::Test)
        };
        assert_eq!(
            said(99, Lang::En),
            "Strong evidence, but with so few posts it may be luck: the hour explains about 4% of what \
             sets your posts apart. Take what follows as a hint, not as a rule."
        );
        assert!(
            said(99, Lang::Fr).starts_with(
                "Indices solides, mais avec si peu de publications ce peut être un hasard\u{a0}: "
            ),
            "{}",
            said(99, Lang::Fr)
        );
        assert!(said(100, Lang::En).starts_with("Strong evidence: "), "{}", said(100, Lang::En));
    }

    #[test]
    fn the_sentence_claims_no_more_than_the_grade() {
        assert_eq!(
            said(Evidence::None, 0.0, Lang::En),
            "24 posts: from 30 on something can be said; until then edito spreads test slots over the week."
        );
        let flat = said(Evidence::NoEffect, -0.01, Lang::Fr);
        assert!(flat.starts_with("Le moment de la semaine n’a pas d’effet mesurable"), "{flat}");
        let weak = said(Evidence::Weak, 0.000_2, Lang::Fr);
        assert!(weak.contains("explique moins de 0,1\u{202f}% des écarts"), "{weak}");
        assert!(weak.starts_with("Indices faibles\u{a0}: "), "{weak}");
        let strong = said(Evidence::Strong, 0.04, Lang::En);
        assert!(strong.starts_with("Strong evidence: the hour explains about 4% of"), "{strong}");
    }

    #[test]
    fn nothing_is_said_of_test_slots_where_windows_have_scores() {
        let past = past(Evidence::None);
        let timing = past.ws.past.timing[0].as_ref().unwrap();
        let told = verdict(Lang::En, timing, Ground::Windows);
        assert_eq!(told, "24 posts: from 30 on something can be said.");
    }
}
