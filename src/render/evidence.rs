//! How much is known of the hours of each channel: where the scores of its slots come from, and in
//! one line what its past teaches. Channels in the same state share a line.
//!
//! No gain is written here: [`super::gain`] does that.

use super::{gain, words};
use crate::lang::{Lang, Phrase, count, list};
use crate::model::{ChannelIx, Evidence, Known, Lane, Workspace};

/// How many posts it takes to learn from them.
const ENOUGH: usize = 30;
/// Under so many, what they teach of hours may be luck, whatever its grade: of nine made-up brands with
/// 40 posts and hours that are all alike, four got one.
const FEW: usize = 100;

/// Where the scores of a channel's slots come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ground {
    /// The scores of its windows: the user's own word.
    Windows,
    /// Its past.
    History,
    /// Nothing yet: test slots.
    Test,
}

impl Ground {
    /// The name of machine output.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Windows => "windows",
            Self::History => "history",
            Self::Test => "test",
        }
    }
}

/// What is known of a channel's hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Knowledge {
    /// The channel.
    pub channel: ChannelIx,
    /// Posts of it that were read.
    pub posts: usize,
    /// Those learned from.
    pub used: usize,
    /// How much the hour explains.
    pub evidence: Evidence,
    /// Whether hours are known, or only days.
    pub known: Known,
    /// Where the scores of its slots come from.
    pub ground: Ground,
}

impl Knowledge {
    /// What is known of a channel. Its windows decide when each of its lanes has scores.
    #[must_use]
    pub fn of(ws: &Workspace, channel: ChannelIx) -> Self {
        let mut lanes = ws.lanes.iter().filter(|lane| lane.channel == channel);
        let decided = if lanes.all(is_scored) { Some(Ground::Windows) } else { None };
        Self::new(ws, channel, decided)
    }

    /// What is known for one lane.
    #[must_use]
    pub fn of_lane(ws: &Workspace, lane: &Lane) -> Self {
        let decided = if is_scored(lane) { Some(Ground::Windows) } else { None };
        Self::new(ws, lane.channel, decided)
    }

    fn new(ws: &Workspace, channel: ChannelIx, decided: Option<Ground>) -> Self {
        let timing = ws.timing(channel);
        let learned = match timing.is_some_and(|timing| timing.evidence.scores()) {
            true => Ground::History,
            false => Ground::Test,
        };
        Self {
            channel,
            posts: timing.map_or(0, |timing| timing.posts),
            used: timing.map_or(0, |timing| timing.used),
            evidence: timing.map_or(Evidence::None, |timing| timing.evidence),
            known: timing.map_or(Known::Minute, |timing| timing.known),
            ground: decided.unwrap_or(learned),
        }
    }

    /// What it comes to, whatever the number of posts.
    fn state(&self) -> State {
        match (self.ground, self.evidence, self.used) {
            (Ground::Windows, ..) => State::Decided,
            (_, Evidence::None, 0) => State::Nothing,
            // What the words do not tell apart is one state.
            (_, Evidence::None, _) => State::Learned(Evidence::None, Known::Minute, Size::Few),
            (_, Evidence::NoEffect, _) => {
                State::Learned(Evidence::NoEffect, self.known, Size::Many)
            }
            (_, grade, used) => State::Learned(grade, self.known, Size::of(used)),
        }
    }
}

/// Channels in one state share a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Decided,
    Nothing,
    Learned(Evidence, Known, Size),
}

/// How many posts there are to learn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Size {
    Few,
    Many,
}

impl Size {
    const fn of(posts: usize) -> Self {
        if posts < FEW { Self::Few } else { Self::Many }
    }

    const fn luck(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::Many, _) => "",
            (Self::Few, Lang::En) => ", but with so few posts it may be luck",
            (Self::Few, Lang::Fr) => ", mais avec si peu de publications ce peut être un hasard",
        }
    }
}

/// What to add to a grade of so many posts: that it may be luck, or nothing.
#[must_use]
pub const fn luck(posts: usize, lang: Lang) -> &'static str {
    Size::of(posts).luck(lang)
}

/// Whether so many posts are so few that what they teach may be luck.
pub(super) const fn is_few(posts: usize) -> bool {
    matches!(Size::of(posts), Size::Few)
}

/// Whether the user says how good the windows of a lane are.
fn is_scored(lane: &Lane) -> bool {
    lane.windows.iter().any(|window| window.score.is_some())
}

/// A line for each state that some of these channels are in; nothing of those whose windows have
/// scores.
#[must_use]
pub fn lines(ws: &Workspace, all: &[Knowledge], lang: Lang) -> Vec<String> {
    let mut groups: Vec<(State, Vec<&Knowledge>)> = Vec::new();
    for one in all.iter().filter(|one| one.ground != Ground::Windows) {
        match groups.iter_mut().find(|(state, _)| *state == one.state()) {
            Some((_, group)) => group.push(one),
            None => groups.push((one.state(), vec![one])),
        }
    }
    groups.iter().map(|(state, group)| line(ws, *state, group, lang)).collect()
}

/// The line of one channel alone; where its windows have scores, only that its past is not used.
#[must_use]
pub fn alone(ws: &Workspace, one: &Knowledge, lang: Lang) -> Option<String> {
    match one.ground {
        Ground::Windows if one.evidence.scores() => Some(line(ws, State::Decided, &[one], lang)),
        Ground::Windows => None,
        Ground::History | Ground::Test => Some(line(ws, one.state(), &[one], lang)),
    }
}

fn line(ws: &Workspace, state: State, group: &[&Knowledge], lang: Lang) -> String {
    let names: Vec<String> = group.iter().map(|one| name(ws, one, state, lang)).collect();
    let names = list(lang, &names);
    let told = match state {
        State::Decided => DECIDED.get(lang).to_owned(),
        State::Nothing if ws.history.is_empty() => NO_FILE.get(lang).to_owned(),
        State::Nothing if ws.past.intakes.iter().any(|intake| intake.fault.is_some()) => {
            UNREADABLE.get(lang).to_owned()
        }
        State::Nothing => NOT_IN_FILES.get(lang).to_owned(),
        State::Learned(Evidence::None, ..) => too_few(lang),
        State::Learned(Evidence::NoEffect, known, _) => no_effect(known, lang),
        State::Learned(grade, known, size) => effect(grade, known, size, lang),
    };
    match lang {
        Lang::En => format!("{names}: {told}"),
        Lang::Fr => format!("{names}\u{a0}: {told}"),
    }
}

/// `instagram (412 posts)`.
fn name(ws: &Workspace, one: &Knowledge, state: State, lang: Lang) -> String {
    let name = words::channel(ws, one.channel, None);
    if state == State::Nothing {
        return name;
    }
    let posts = match lang {
        Lang::En => count(lang, one.used, "post", "posts"),
        Lang::Fr => count(lang, one.used, "publication", "publications"),
    };
    format!("{name} ({posts})")
}

const DECIDED: Phrase = Phrase {
    en: "its windows have scores, so its results are not used here",
    fr: "ses fenêtres ont des scores, ses résultats ne servent donc pas ici",
};

const NO_FILE: Phrase = Phrase {
    en: "no results yet, so these are test slots, spread over the day; to learn from yours, write \
         `history = [\"results.csv\"]` in calendar.toml",
    fr: "pas encore de résultats, ce sont donc des créneaux d’essai, répartis dans la \
         journée\u{202f}; pour apprendre des vôtres, écrivez `history = [\"resultats.csv\"]` dans \
         calendar.toml",
};

const UNREADABLE: Phrase = Phrase {
    en: "no results that could be read (`edito check` says of which file, and what to do), so these \
         are test slots, spread over the day",
    fr: "pas de résultats lisibles (`edito check` dit de quel fichier il s’agit, et quoi faire), ce \
         sont donc des créneaux d’essai, répartis dans la journée",
};

const NOT_IN_FILES: Phrase = Phrase {
    en: "no results in your files yet, so these are test slots, spread over the day; to learn from \
         yours, add their file to the list `history` in calendar.toml",
    fr: "pas encore de résultats dans vos fichiers, ce sont donc des créneaux d’essai, répartis \
         dans la journée\u{202f}; pour apprendre des vôtres, ajoutez leur fichier à la liste \
         `history` de calendar.toml",
};

fn too_few(lang: Lang) -> String {
    match lang {
        Lang::En => format!(
            "too few to learn from (it takes {ENOUGH}), so these are test slots, spread over the \
             day"
        ),
        Lang::Fr => format!(
            "trop peu pour apprendre (il en faut {ENOUGH}), ce sont donc des créneaux d’essai, \
             répartis dans la journée"
        ),
    }
}

fn no_effect(known: Known, lang: Lang) -> String {
    let what = match (known, lang) {
        (Known::Minute, Lang::En) => "the hour makes no measurable difference",
        (Known::Minute, Lang::Fr) => "l’heure ne fait pas de différence mesurable",
        (Known::Day, Lang::En) => {
            "the day makes no measurable difference, and these files do not say the hour"
        }
        (Known::Day, Lang::Fr) => {
            "le jour ne fait pas de différence mesurable, et ces fichiers ne disent pas l’heure"
        }
    };
    match lang {
        Lang::En => format!("{what}; post when somebody is there to answer"),
        Lang::Fr => format!("{what}\u{202f}; publiez quand quelqu’un est là pour répondre"),
    }
}

/// Even strong evidence is about a small part: what a post says does the rest.
fn effect(grade: Evidence, known: Known, size: Size, lang: Lang) -> String {
    let part = match grade {
        Evidence::Weak => Phrase { en: "very little", fr: "très peu" },
        Evidence::Some => Phrase { en: "a little", fr: "un peu" },
        _ => Phrase { en: "a part", fr: "une part" },
    };
    let (part, grade) = (part.get(lang), gain::evidence(grade).get(lang));
    let luck = size.luck(lang);
    let hours = match (known, lang) {
        (Known::Minute, _) => "",
        (Known::Day, Lang::En) => "; these files do not say the hour",
        (Known::Day, Lang::Fr) => "\u{202f}; ces fichiers ne disent pas l’heure",
    };
    let remark = format!("({grade}{luck}{hours})");
    match (known, lang) {
        (Known::Minute, Lang::En) => format!(
            "the hour explains {part} of what a post gets {remark}; slots lean to your better hours"
        ),
        (Known::Minute, Lang::Fr) => format!(
            "l’heure explique {part} de ce qu’obtient une publication {remark}\u{202f}; les \
             créneaux penchent vers vos meilleures heures"
        ),
        (Known::Day, Lang::En) => format!(
            "the day explains {part} of what a post gets {remark}; slots lean to your better days"
        ),
        (Known::Day, Lang::Fr) => format!(
            "le jour explique {part} de ce qu’obtient une publication {remark}\u{202f}; les \
             créneaux penchent vers vos meilleurs jours"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Timing;
    use crate::render::plan::sample::museum;

    fn timing(used: usize, evidence: Evidence, known: Known) -> Option<Timing> {
        Some(Timing {
            posts: used + 2,
            used,
            evidence,
            loo_r2: 0.0,
            sigma: 0.5,
            type_offsets: Vec::new(),
            score: vec![0.0; 168],
            n_eff: vec![2.0; 168],
            sd: vec![0.1; 168],
            known,
            pooled: 0,
        })
    }

    /// The museum without scores in its windows, and what its channels' pasts teach, in order.
    fn taught(timing: Vec<Option<Timing>>) -> Workspace {
        let mut ws = museum().ws;
        ws.lanes.iter_mut().flat_map(|lane| &mut lane.windows).for_each(|w| w.score = None);
        ws.past.timing = timing;
        ws
    }

    fn all(ws: &Workspace) -> Vec<Knowledge> {
        ws.each_channel().map(|(ix, _)| Knowledge::of(ws, ix)).collect()
    }

    #[test]
    fn channels_in_one_state_share_a_line() {
        let ws = taught(Vec::new());
        let (en, fr) = (lines(&ws, &all(&ws), Lang::En), lines(&ws, &all(&ws), Lang::Fr));
        assert_eq!((en.len(), fr.len()), (1, 1), "{en:?}");
        assert!(en[0].starts_with("instagram, facebook"), "{en:?}");
        assert!(en[0].contains(": no results yet, so these are test slots"), "{en:?}");
        assert!(fr[0].contains("\u{a0}: pas encore de résultats"), "{fr:?}");
        assert!(en[0].contains("write `history = [\"results.csv\"]`"), "{en:?}");
        // With the results of another channel, there is a list to add to.
        let mut listed = taught(Vec::new());
        listed.history = vec![crate::model::HistoryFile {
            file: crate::source::Loc::new("insta.csv".to_owned(), listed.channels[0].id.at),
            channel: None,
            columns: Vec::new(),
            brand: None,
        }];
        for lang in Lang::ALL {
            let said = lines(&listed, &all(&listed), lang);
            assert!(said.len() == 1 && !said[0].contains("history ="), "{said:?}");
            assert!(said[0].contains("`history`"), "{said:?}");
        }
        let two = taught(vec![
            timing(412, Evidence::NoEffect, Known::Minute),
            timing(12, Evidence::None, Known::Minute),
            timing(2_000, Evidence::NoEffect, Known::Minute),
        ]);
        let en = lines(&two, &all(&two), Lang::En);
        assert!(en[0].contains("(412 posts) and ") && en[0].contains("(2,000 posts): "), "{en:?}");
        assert!(en[0].ends_with("no measurable difference; post when somebody is there to answer"));
        assert!(
            en[1].ends_with(
                "(12 posts): too few to learn from (it takes 30), so these are test slots, spread over the day"
            ),
            "{en:?}"
        );
    }

    #[test]
    fn no_two_lines_say_the_same() {
        for (grade, known) in [
            (Evidence::NoEffect, [Known::Minute, Known::Minute]),
            (Evidence::None, [Known::Minute, Known::Day]),
        ] {
            let ws = taught(vec![timing(12, grade, known[0]), timing(2_000, grade, known[1])]);
            let told = lines(&ws, &all(&ws)[..2], Lang::Fr);
            assert_eq!(told.len(), 1, "{told:?}");
            assert!(told[0].starts_with("instagram (12 publications) et facebook ("), "{told:?}");
        }
    }

    #[test]
    fn grades_are_said_in_words() {
        let ws = taught(vec![
            timing(160, Evidence::Weak, Known::Minute),
            timing(500, Evidence::Strong, Known::Day),
            timing(70, Evidence::Some, Known::Minute),
        ]);
        let lines = Lang::ALL.map(|lang| lines(&ws, &all(&ws), lang));
        let text = lines.concat().join("\n");
        for words in [
            "the hour explains very little of what a post gets (weak evidence); slots lean",
            "the hour explains a little of what a post gets (some evidence, but with so few posts it \
             may be luck); slots lean",
            "(indices sérieux, mais avec si peu de publications ce peut être un hasard)\u{202f};",
            "the day explains a part of what a post gets (strong evidence; these files do not",
            "l’heure explique très peu de ce qu’obtient une publication (indices faibles)\u{202f};",
            "vers vos meilleurs jours",
        ] {
            assert!(text.contains(words), "{words}\n{text}");
        }
    }

    #[test]
    fn where_windows_have_scores_the_past_is_not_used() {
        let mut ws = museum().ws;
        ws.past.timing = vec![timing(60, Evidence::Weak, Known::Minute), None];
        let (first, second) =
            (Knowledge::of(&ws, ChannelIx::new(0)), Knowledge::of(&ws, ChannelIx::new(1)));
        assert_eq!((first.ground, second.ground), (Ground::Windows, Ground::Windows));
        assert_eq!(lines(&ws, &[first, second], Lang::En), Vec::<String>::new());
        assert_eq!(
            alone(&ws, &first, Lang::En).as_deref(),
            Some("instagram (60 posts): its windows have scores, so its results are not used here")
        );
        assert_eq!(alone(&ws, &second, Lang::En), None);
    }
}
