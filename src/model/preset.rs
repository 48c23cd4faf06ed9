//! The well-known mixes: which groups each has, how much of the whole each group is, and who says so.
//!
//! They are conventions, not laws: each comes with what to know about it. A preset makes shares (and
//! quotas) of groups; which pillar is in which group is the user's to say (`group`).

use super::{Bound, Per, Target};
use crate::lang::Phrase;

/// A well-known mix.
#[derive(Debug)]
pub struct Preset {
    /// Its name in a file.
    pub name: &'static str,
    /// What it asks for.
    pub about: Phrase,
    /// What to know before taking it.
    pub caveat: Phrase,
    /// Where its definition was found.
    pub source: &'static str,
    /// Its groups, in the order that it names them.
    pub groups: &'static [PresetGroup],
}

/// A group of pillars of a preset.
#[derive(Debug, PartialEq, Eq)]
pub struct PresetGroup {
    /// Its name in a file.
    pub id: &'static str,
    /// Its name for people.
    pub name: Phrase,
    /// What belongs in it.
    pub about: Phrase,
    /// How much of it is wanted.
    pub wants: &'static [Want],
}

/// How much of a group is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Want {
    /// So many parts of all the parts of the preset.
    Parts(u32),
    /// Not less, in percent.
    AtLeast(i64),
    /// Not more, in percent.
    AtMost(i64),
    /// As near as can be, in percent.
    Target(i64),
    /// So many placements in a period at most.
    Quota(u32, Per),
}

impl Preset {
    /// The group of this name.
    #[must_use]
    pub fn group(&self, id: &str) -> Option<&'static PresetGroup> {
        self.groups.iter().find(|group| group.id == id)
    }

    /// The bounds of every group, in order, in tenths of a percent: parts are rounded so that
    /// together they are exactly the whole. What a part loses by rounding down decides who gets
    /// what is left, the first group first.
    #[must_use]
    pub fn bounds(&self) -> Vec<(&'static PresetGroup, Bound)> {
        let parts = |group: &PresetGroup| {
            group.wants.iter().find_map(|want| match want {
                Want::Parts(parts) => Some(i64::from(*parts)),
                _ => None,
            })
        };
        let all: i64 = self.groups.iter().filter_map(parts).sum::<i64>().max(1);
        let floors: i64 = self.groups.iter().filter_map(parts).map(|own| 1_000 * own / all).sum();
        let mut order: Vec<usize> =
            (0..self.groups.len()).filter(|i| parts(&self.groups[*i]).is_some()).collect();
        order
            .sort_by_key(|i| std::cmp::Reverse(parts(&self.groups[*i]).unwrap_or(0) * 1_000 % all));
        order.truncate(usize::try_from(1_000 - floors).unwrap_or(0));
        let tenths =
            |i: usize, own: u32| 1_000 * i64::from(own) / all + i64::from(order.contains(&i));
        let groups = self.groups.iter().enumerate();
        groups
            .flat_map(|(i, group)| group.wants.iter().map(move |want| (i, group, *want)))
            .filter_map(|(i, group, want)| {
                let (kind, tenths) = match want {
                    Want::Parts(own) => (Target::Target, tenths(i, own)),
                    Want::Target(percent) => (Target::Target, 10 * percent),
                    Want::AtLeast(percent) => (Target::AtLeast, 10 * percent),
                    Want::AtMost(percent) => (Target::AtMost, 10 * percent),
                    Want::Quota(..) => return None,
                };
                Some((group, Bound { kind, tenths }))
            })
            .collect()
    }
}

/// The preset of a name, as people write it: `80/20`, `80-20`, `Hero hub help`.
#[must_use]
pub fn preset(name: &str) -> Option<&'static Preset> {
    let wanted = folded(name);
    PRESETS.iter().find(|preset| folded(preset.name) == wanted)
}

/// The presets that a name may mean, where it means several: `70-20-10` has three meanings.
#[must_use]
pub fn meanings(name: &str) -> Vec<&'static Preset> {
    match folded(name) == "70-20-10" {
        true => PRESETS.iter().filter(|preset| preset.name.starts_with("70-20-10-")).collect(),
        false => Vec::new(),
    }
}

/// The numbers of a name that is made of numbers: `60/30/10`.
#[must_use]
pub fn numbers(name: &str) -> Option<Vec<u32>> {
    let all: Option<Vec<u32>> = folded(name).split('-').map(|part| part.parse().ok()).collect();
    all.filter(|numbers| numbers.len() > 1)
}

/// What numbers of a mix sum to, and what they should: ten where all have one figure, else a
/// hundred. Nothing where they do.
#[must_use]
pub fn wrong_sum(numbers: &[u32]) -> Option<(u64, u64)> {
    let sum: u64 = numbers.iter().map(|n| u64::from(*n)).sum();
    let whole = if numbers.iter().all(|n| *n < 10) { 10 } else { 100 };
    (sum != whole).then_some((sum, whole))
}

fn folded(name: &str) -> String {
    let parts = name.trim().to_lowercase();
    let parts: Vec<&str> =
        parts.split(['/', '-', '–', ' ', ':', '_']).filter(|part| !part.is_empty()).collect();
    parts.join("-")
}

const fn group(
    id: &'static str,
    name: [&'static str; 2],
    about: [&'static str; 2],
    wants: &'static [Want],
) -> PresetGroup {
    PresetGroup { id, name: both(name), about: both(about), wants }
}

const fn both([en, fr]: [&'static str; 2]) -> Phrase {
    Phrase { en, fr }
}

const VALUE: [&str; 2] = ["value", "utile au public"];
const VALUE_ABOUT: [&str; 2] = [
    "what informs, teaches or entertains, without selling",
    "ce qui informe, apprend ou divertit, sans rien vendre",
];
const PROMO: [&str; 2] = ["promotion", "promotion"];
const PROMO_ABOUT: [&str; 2] =
    ["what sells or praises the brand itself", "ce qui vend ou vante la marque elle-même"];
const CURATED: [&str; 2] = ["curated", "venu d’ailleurs"];
const CURATED_ABOUT: [&str; 2] = [
    "articles, ideas and finds by others that you pass on",
    "des articles, idées et trouvailles d’autrui que vous relayez",
];
const REPOST: [&str; 2] = ["reposts", "partages"];
const REPOST_ABOUT: [&str; 2] =
    ["posts of others, shared as they are", "des publications d’autrui, partagées telles quelles"];
const PERSONAL: [&str; 2] = ["personal", "humain"];
const PERSONAL_ABOUT: [&str; 2] = [
    "people behind the brand, conversations, humour",
    "les visages de la marque, les conversations, l’humour",
];
const HUB: [&str; 2] = ["hub", "rendez-vous (hub)"];
const HUB_ABOUT: [&str; 2] = [
    "regular formats that followers come back for",
    "les formats réguliers que les abonnés attendent",
];
const HERO: [&str; 2] = ["hero", "temps fort (hero)"];
const HERO_ABOUT: [&str; 2] = [
    "the rare, big productions for a wide audience",
    "les grosses productions, rares, pour un large public",
];
const QUESTIONS_ABOUT: [&str; 2] = [
    "answers to what people ask and look for all year",
    "des réponses à ce que les gens demandent et cherchent toute l’année",
];

/// Every preset.
pub static PRESETS: &[Preset] = &[
    Preset {
        name: "80/20",
        about: both([
            "four posts in five for the audience, one about yourself",
            "quatre publications sur cinq pour le public, une sur vous",
        ]),
        caveat: both([
            "some count the 20% as direct sales alone, others as all that speaks of the brand",
            "pour les uns, les 20 % sont la vente directe\u{202f}; pour d’autres, tout ce qui parle de la marque",
        ]),
        source: "histoiresdecm.com (2013), ferncolab.com",
        groups: &[
            group("value", VALUE, VALUE_ABOUT, &[Want::Parts(4)]),
            group("promo", PROMO, PROMO_ABOUT, &[Want::Parts(1)]),
        ],
    },
    Preset {
        name: "70-20-10-curation",
        about: both([
            "70 of value, 20 from others, 10 of promotion",
            "70 utiles, 20 venues d’ailleurs, 10 de promotion",
        ]),
        caveat: both([
            "one of three meanings of 70-20-10; the most common one",
            "l’un des trois sens de 70-20-10\u{202f}; le plus courant",
        ]),
        source: "imab2b.com, envioussolutions.com.au, csmithwebdev.com, measure.studio",
        groups: &[
            group("value", VALUE, VALUE_ABOUT, &[Want::Parts(7)]),
            group("curated", CURATED, CURATED_ABOUT, &[Want::Parts(2)]),
            group("promo", PROMO, PROMO_ABOUT, &[Want::Parts(1)]),
        ],
    },
    Preset {
        name: "70-20-10-experiment",
        about: both([
            "70 of value, 20 of conversation, 10 to try new things",
            "70 utiles, 20 de conversation, 10 pour essayer",
        ]),
        caveat: both([
            "one of three meanings of 70-20-10; it has no place for plain promotion",
            "l’un des trois sens de 70-20-10\u{202f}; la promotion pure n’y a pas de place",
        ]),
        source: "agencyvisible.com",
        groups: &[
            group("value", VALUE, VALUE_ABOUT, &[Want::Parts(7)]),
            group(
                "conversation",
                ["conversation", "conversation"],
                [
                    "questions, answers, and what others made",
                    "des questions, des réponses, et ce que d’autres ont fait",
                ],
                &[Want::Parts(2)],
            ),
            group(
                "experiment",
                ["experiments", "essais"],
                [
                    "formats and subjects that you never tried before",
                    "des formats et des sujets jamais essayés",
                ],
                &[Want::Parts(1)],
            ),
        ],
    },
    Preset {
        name: "70-20-10-hero",
        about: both([
            "70 of everyday content, 20 of regular formats, 10 of big moments",
            "70 de fond, 20 de rendez-vous, 10 de temps forts",
        ]),
        caveat: both([
            "one of three meanings of 70-20-10; as shares, where hero-hub-help counts heroes by the year",
            "l’un des trois sens de 70-20-10\u{202f}; en parts, alors que hero-hub-help compte les temps forts à l’année",
        ]),
        source: "advergize.com",
        groups: &[
            group("hygiene", ["hygiene", "fond (hygiene)"], QUESTIONS_ABOUT, &[Want::Parts(7)]),
            group("hub", HUB, HUB_ABOUT, &[Want::Parts(2)]),
            group("hero", HERO, HERO_ABOUT, &[Want::Parts(1)]),
        ],
    },
    Preset {
        name: "4-1-1",
        about: both([
            "for each post about yourself, one repost and four finds of others",
            "pour une publication sur vous, un partage et quatre trouvailles d’autrui",
        ]),
        caveat: both([
            "the rule of 2009, made for Twitter; the two variants change what the four and the one are",
            "la règle de 2009, faite pour Twitter\u{202f}; ses deux variantes changent le sens du quatre et du un",
        ]),
        source: "tippingpointlabs.com (2009)",
        groups: &[
            group("curated", CURATED, CURATED_ABOUT, &[Want::Parts(4)]),
            group("repost", REPOST, REPOST_ABOUT, &[Want::Parts(1)]),
            group("promo", PROMO, PROMO_ABOUT, &[Want::Parts(1)]),
        ],
    },
    Preset {
        name: "4-1-1-original",
        about: both([
            "four finds of others, one original post, one promotion",
            "quatre trouvailles d’autrui, une publication originale, une promotion",
        ]),
        caveat: both([
            "a variant of 4-1-1: the repost has become a post of your own",
            "une variante de 4-1-1\u{a0}: le partage y devient une publication à vous",
        ]),
        source: "ferncolab.com",
        groups: &[
            group("curated", CURATED, CURATED_ABOUT, &[Want::Parts(4)]),
            group(
                "original",
                ["original", "original"],
                [
                    "what you made yourself, and sells nothing",
                    "ce que vous créez, sans rien vendre",
                ],
                &[Want::Parts(1)],
            ),
            group("promo", PROMO, PROMO_ABOUT, &[Want::Parts(1)]),
        ],
    },
    Preset {
        name: "4-1-1-useful",
        about: both([
            "four useful posts of your own, one repost, one promotion",
            "quatre publications utiles de vous, un partage, une promotion",
        ]),
        caveat: both([
            "a variant of 4-1-1: the four are your own work, not finds of others",
            "une variante de 4-1-1\u{a0}: les quatre sont de vous, pas d’autrui",
        ]),
        source: "marketing-swarm.com",
        groups: &[
            group(
                "useful",
                ["useful", "utile"],
                ["new and useful content of your own", "du contenu neuf et utile, de vous"],
                &[Want::Parts(4)],
            ),
            group("repost", REPOST, REPOST_ABOUT, &[Want::Parts(1)]),
            group("promo", PROMO, PROMO_ABOUT, &[Want::Parts(1)]),
        ],
    },
    Preset {
        name: "5-3-2",
        about: both([
            "of ten posts, five from others, three of your own, two personal",
            "sur dix publications, cinq venues d’ailleurs, trois de vous, deux humaines",
        ]),
        caveat: both([
            "it was meant for one network at a time: `scope = \"channel\"` counts it so",
            "elle vise un réseau à la fois\u{a0}: `scope = \"channel\"` la compte ainsi",
        ]),
        source: "professionalusesofsocialmedia.wordpress.com (2016)",
        groups: &[
            group("curated", CURATED, CURATED_ABOUT, &[Want::Parts(5)]),
            group(
                "own",
                ["your own", "à vous"],
                [
                    "content that you made for your audience",
                    "du contenu que vous créez pour votre public",
                ],
                &[Want::Parts(3)],
            ),
            group("personal", PERSONAL, PERSONAL_ABOUT, &[Want::Parts(2)]),
        ],
    },
    Preset {
        name: "thirds",
        about: both([
            "a third promotes, a third comes from others, a third is personal",
            "un tiers pour promouvoir, un tiers venu d’ailleurs, un tiers humain",
        ]),
        caveat: both([
            "generous with promotion: a third is much more than other rules allow",
            "généreuse avec la promotion\u{a0}: un tiers, bien plus que les autres règles",
        ]),
        source: "blog.hootsuite.com",
        groups: &[
            group("promo", PROMO, PROMO_ABOUT, &[Want::Parts(1)]),
            group("curated", CURATED, CURATED_ABOUT, &[Want::Parts(1)]),
            group("personal", PERSONAL, PERSONAL_ABOUT, &[Want::Parts(1)]),
        ],
    },
    Preset {
        name: "50/30/20",
        about: both([
            "at least 50 that engages, 30 that teaches, 20 of promotion",
            "au moins 50 qui fait réagir, 30 qui apprend, 20 de promotion",
        ]),
        caveat: both([
            "the first figure is a floor; the other two are targets",
            "le premier chiffre est un plancher\u{202f}; les deux autres sont des cibles",
        ]),
        source: "yuqo.fr, majorform.co",
        groups: &[
            group(
                "engage",
                ["engaging", "engageant"],
                ["what entertains and gets answers", "ce qui divertit et fait réagir"],
                &[Want::AtLeast(50)],
            ),
            group(
                "educate",
                ["educational", "éducatif"],
                ["what people learn something from", "ce qui apprend quelque chose"],
                &[Want::Target(30)],
            ),
            group("promo", PROMO, PROMO_ABOUT, &[Want::Target(20)]),
        ],
    },
    Preset {
        name: "hero-hub-help",
        about: both([
            "one or two big moments a year, 80 to 90% of regular formats, answers for the rest",
            "un ou deux temps forts par an, 80 à 90 % de rendez-vous, des réponses pour le reste",
        ]),
        caveat: both([
            "made for video; a big moment on three channels is three placements of its quota",
            "fait pour la vidéo\u{202f}; un temps fort sur trois canaux compte trois fois dans son quota",
        ]),
        source: "brendangahan.com, tubularinsights.com",
        groups: &[
            group("hero", HERO, HERO_ABOUT, &[Want::Quota(2, Per::Year)]),
            group("hub", HUB, HUB_ABOUT, &[Want::AtLeast(80), Want::AtMost(90)]),
            group("help", ["help", "réponses (help)"], QUESTIONS_ABOUT, &[]),
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    fn tenths(name: &str) -> Vec<i64> {
        preset(name).unwrap().bounds().iter().map(|(_, bound)| bound.tenths).collect()
    }

    #[test]
    fn parts_are_exactly_the_whole() {
        assert_eq!(tenths("4-1-1"), [667, 167, 166]);
        assert_eq!(tenths("thirds"), [334, 333, 333]);
        assert_eq!(tenths("5-3-2"), [500, 300, 200]);
        assert_eq!(tenths("70/20/10 curation"), [700, 200, 100]);
        assert_eq!(tenths("80-20"), [800, 200]);
        for preset in PRESETS {
            let targets = preset.bounds();
            let parts = preset.groups.iter().flat_map(|group| group.wants);
            if parts.clone().all(|want| matches!(want, Want::Parts(_))) {
                assert_eq!(targets.iter().map(|(_, bound)| bound.tenths).sum::<i64>(), 1_000);
            }
        }
    }

    #[test]
    fn what_is_no_part_is_a_bound_or_a_quota() {
        let kinds = |name: &str| -> Vec<(&str, Target)> {
            let bounds = preset(name).unwrap().bounds();
            bounds.iter().map(|(group, bound)| (group.id, bound.kind)).collect()
        };
        assert_eq!(kinds("hero-hub-help"), [("hub", Target::AtLeast), ("hub", Target::AtMost)]);
        assert_eq!(kinds("50/30/20")[0], ("engage", Target::AtLeast));
    }

    #[test]
    fn names_are_read_as_people_write_them() {
        assert_eq!(preset(" Hero hub help ").unwrap().name, "hero-hub-help");
        assert_eq!(preset("50-30-20").unwrap().name, "50/30/20");
        assert!(preset("70-20-10").is_none() && preset("").is_none());
        assert_eq!(meanings("70/20/10").len(), 3);
        assert!(meanings("4-1-1").is_empty());
    }

    #[test]
    fn numbers_that_do_not_add_up_are_told() {
        let wrong = |name: &str| wrong_sum(&numbers(name).unwrap());
        assert_eq!(wrong("5-3-1"), Some((9, 10)));
        assert_eq!(wrong("50/30/30"), Some((110, 100)));
        assert_eq!(wrong("60/30/10"), None);
        assert_eq!(numbers("thirds"), None);
        assert_eq!(numbers("80"), None);
    }

    #[test]
    fn every_preset_has_words_and_a_source_and_names_no_group_twice() {
        for preset in PRESETS {
            assert!(!preset.source.is_empty());
            let mut ids: Vec<&str> = preset.groups.iter().map(|group| group.id).collect();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), preset.groups.len(), "{}", preset.name);
        }
    }
}
