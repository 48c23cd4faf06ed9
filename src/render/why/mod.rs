//! The answer of `why`: a slot, the terms of its score, the better slots and what closed them.

mod forced;
mod nowhere;

use crate::lang::{Lang, clock, date_short, instant, quote};
use crate::model::{
    Alternative, Because, Explanation, PlacedState, PlacementIx, Reason, Workspace,
};
use crate::render::evidence::{self, Knowledge};
use crate::render::lines::{hang, wrap};
use crate::render::plan::Ink;
use crate::render::reason::{Speaker, signed};
use crate::render::words;
use crate::time::Instant;
use anstyle::Style;

/// A placement and what the planner says of it.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The workspace.
    pub ws: &'a Workspace,
    /// The placement.
    pub placement: PlacementIx,
    /// What the planner says of it.
    pub explanation: &'a Explanation,
    /// The language to speak.
    pub lang: Lang,
    /// When it is asked.
    pub now: Instant,
    /// What the question is about.
    pub focus: Focus,
}

/// What the question is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Focus {
    /// The slot, and every better one.
    #[default]
    Everything,
    /// One instant (`--at`).
    Instant,
}

/// The answer as styled lines of at most `columns` columns.
#[must_use]
pub fn render(asked: &Asked<'_>, columns: usize, ink: Ink) -> String {
    let speaker = Speaker::new(asked.ws, asked.placement, asked.lang).at(asked.now);
    let page = Page { asked, speaker, columns, ink };
    let mut out = String::new();
    let bold = Style::new().bold();
    let title = words::title(asked.ws, asked.placement);
    let lane = words::lane(asked.ws, asked.ws.placement(asked.placement));
    page.push(&mut out, bold, &wrap(&format!("{}, {lane}", quote(asked.lang, &title)), columns));
    page.slot(&mut out);
    page.left_out(&mut out);
    if asked.focus == Focus::Everything {
        page.better(&mut out);
    }
    page.forced(&mut out);
    page.hours(&mut out);
    page.legend(&mut out);
    match ink {
        Ink::Unicode => out,
        // As wide as the spaces that plain terminals lack.
        Ink::Ascii => out.replace(['\u{a0}', '\u{202f}'], " ").replace('−', "-"),
    }
}

struct Page<'a> {
    asked: &'a Asked<'a>,
    speaker: Speaker<'a>,
    columns: usize,
    ink: Ink,
}

impl Page<'_> {
    fn say(&self, en: &'static str, fr: &'static str) -> &'static str {
        match self.asked.lang {
            Lang::En => en,
            Lang::Fr => fr,
        }
    }

    fn push(&self, out: &mut String, style: Style, lines: &[String]) {
        for line in lines {
            out.push_str(&format!("{style}{line}{style:#}\n"));
        }
    }

    fn line(&self, out: &mut String, lead: &str, text: &str) {
        self.push(out, Style::new(), &hang(lead, text, self.columns));
    }

    const fn bullet(&self) -> &'static str {
        match self.ink {
            Ink::Unicode => "  ↳ ",
            Ink::Ascii => "  - ",
        }
    }

    const fn arrow(&self) -> &'static str {
        match self.ink {
            Ink::Unicode => "      → ",
            Ink::Ascii => "      > ",
        }
    }

    fn moment(&self, at: Instant) -> String {
        instant(self.asked.lang, self.asked.ws.calendar.zone.local(at))
    }

    fn slot(&self, out: &mut String) {
        let Some(placed) = &self.asked.explanation.placed else {
            return;
        };
        let when = self.moment(placed.start);
        let state = words::state(placed.state).get(self.asked.lang);
        self.line(out, "", &format!("{when} (score {}, {state})", placed.score));
        let asked = self.asked;
        let speaker = Speaker::of_slot(asked.ws, asked.placement, asked.lang);
        for reason in &placed.why {
            self.line(out, self.bullet(), &self.with_delta(&speaker, reason));
        }
    }

    fn with_delta(&self, speaker: &Speaker<'_>, reason: &Reason) -> String {
        let text = speaker.text(reason);
        match reason.delta {
            Some(delta) => format!("{text} ({} points)", signed(self.asked.lang, delta)),
            None => text,
        }
    }

    fn left_out(&self, out: &mut String) {
        let explanation = self.asked.explanation;
        let Some(left) = &explanation.left_out else {
            if explanation.placed.is_none() {
                self.line(out, "", &self.nowhere());
            }
            return;
        };
        self.line(out, "", self.say("no slot in these days", "pas de créneau ces jours-là"));
        for reason in &left.reasons {
            let text = match is_term(&reason.cause) {
                true => self.with_delta(&self.speaker, reason),
                false => self.speaker.text(reason),
            };
            self.line(out, self.bullet(), &text);
            if let Some(change) = self.speaker.change(reason) {
                self.push(out, Style::new().bold(), &hang(self.arrow(), &change, self.columns));
            }
        }
    }

    fn better(&self, out: &mut String) {
        let better = &self.asked.explanation.better;
        if better.is_empty() {
            if self.asked.explanation.placed.as_ref().is_some_and(|placed| is_free(placed.state)) {
                self.line(
                    out,
                    "",
                    self.say("no slot has a better score", "aucun créneau n’a un meilleur score"),
                );
            }
            return;
        }
        let heading = self
            .say("Better scores, and what closes them", "Meilleurs scores, et ce qui les ferme");
        self.push(out, Style::new().bold(), &wrap(heading, self.columns));
        let mut rest = better.as_slice();
        while let Some(first) = rest.first() {
            let next = rest.windows(2).take_while(|pair| self.is_same(&pair[0], &pair[1])).count();
            let (run, others) = rest.split_at(next + 1);
            self.alternative(out, first, run.last().unwrap_or(first));
            rest = others;
        }
    }

    /// Whether a slot is the step of the grid after another, as good, and closed by the same.
    fn is_same(&self, a: &Alternative, b: &Alternative) -> bool {
        let zone = self.asked.ws.calendar.zone;
        let (first, second) = (zone.local(a.start), zone.local(b.start));
        a.score == b.score
            && a.reasons == b.reasons
            && b.whole.is_none()
            && first.date() == second.date()
            && (second - first).num_minutes() == i64::from(self.asked.ws.plan.grid)
    }

    /// How much is known of the hours of the channel, where the planner may choose them.
    fn hours(&self, out: &mut String) {
        let (ws, explanation) = (self.asked.ws, self.asked.explanation);
        let placed = explanation.placed.as_ref().map(|placed| is_free(placed.state));
        if !placed.unwrap_or(explanation.left_out.is_some()) {
            return;
        }
        let lane = ws.lane(ws.placement(self.asked.placement).lane);
        let known = Knowledge::of_lane(ws, lane);
        if let Some(told) = evidence::alone(ws, &known, self.asked.lang) {
            self.push(out, Style::new().dimmed(), &wrap(&told, self.columns));
        }
    }

    /// What points are, when some were told.
    fn legend(&self, out: &mut String) {
        if !out.contains(" points") {
            return;
        }
        let text = self.say(
            "points: priority × score of the slot, less what the mix and the cadence lack",
            "points\u{a0}: priorité × score du créneau, moins les écarts au mix et à la cadence",
        );
        let again = self.say(
            "; what the whole plan loses or gains comes from making it again",
            "\u{202f}; ce que perd ou gagne l’ensemble du plan vient d’un nouveau calcul",
        );
        let text = match self.is_made_again() {
            true => format!("{text}{again}"),
            false => text.to_owned(),
        };
        let text = match self.ink {
            Ink::Unicode => text,
            Ink::Ascii => text.replace('×', "x"),
        };
        self.push(out, Style::new().dimmed(), &wrap(&text, self.columns));
    }

    /// A slot, or a run of slots from one to the last.
    fn alternative(&self, out: &mut String, alternative: &Alternative, last: &Alternative) {
        let (lang, zone) = (self.asked.lang, self.asked.ws.calendar.zone);
        let (first, last) = (zone.local(alternative.start), zone.local(last.start));
        let when = match (first == last, lang) {
            (true, _) => instant(lang, first),
            (false, Lang::En) => format!(
                "{} from {} to {}",
                date_short(lang, first.date()),
                clock(lang, first.time()),
                clock(lang, last.time())
            ),
            (false, Lang::Fr) => format!(
                "{} de {} à {}",
                date_short(lang, first.date()),
                clock(lang, first.time()),
                clock(lang, last.time())
            ),
        };
        self.line(out, "  ", &format!("{when} (score {})", alternative.score));
        let speaker = self.speaker.about(alternative.start);
        for reason in &alternative.reasons {
            let lead = format!("  {}", self.bullet());
            self.line(out, &lead, &self.with_delta(&speaker, reason));
        }
        if let Some(whole) = &alternative.whole {
            let lead = format!("  {}", self.bullet());
            self.line(out, &lead, &self.briefly(whole));
        }
    }
}

/// Whether the planner chose the slot, so that others were to be had.
const fn is_free(state: PlacedState) -> bool {
    matches!(state, PlacedState::Suggested | PlacedState::Kept)
}

/// Whether a reason is a term of the score, whose points mean something; a rule that closes a
/// slot is worth no points.
const fn is_term(cause: &Because) -> bool {
    matches!(
        cause,
        Because::Score { .. }
            | Because::Mix
            | Because::Cadence { .. }
            | Because::Move { .. }
            | Because::Alternate { .. }
            | Because::Worth
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::lines::width;
    use crate::render::plan::sample::{at, causes, museum};

    #[test]
    fn slots_reasons_and_better_slots_fit() {
        let museum = museum();
        let reasons: Vec<Reason> = causes(&museum)
            .into_iter()
            .map(|cause| Reason { delta: Some(-1200), ..Reason::new(cause) })
            .collect();
        let explanation = Explanation {
            placed: Some(museum.schedule.placed[4].clone()),
            left_out: Some(crate::model::LeftOut {
                placement: museum.schedule.placed[4].placement,
                reasons: reasons.clone(),
            }),
            better: vec![Alternative {
                start: at("2026-11-24T12:00:00+01:00"),
                score: 95,
                reasons,
                whole: None,
            }],
            forced: Vec::new(),
        };
        for lang in Lang::ALL {
            let asked = Asked {
                ws: &museum.ws,
                placement: museum.schedule.placed[4].placement,
                explanation: &explanation,
                lang,
                now: at("2026-11-21T10:00:00+01:00"),
                focus: Focus::Everything,
            };
            for columns in [40, 80] {
                let text = render(&asked, columns, Ink::Unicode);
                let text = anstream::adapter::strip_str(&text).to_string();
                assert!(text.lines().all(|line| width(line) <= columns), "{text}");
                assert!(text.contains("95") && text.contains("points)"), "{text}");
            }
        }
    }

    #[test]
    fn a_backlog_post_is_told_what_it_lacks() {
        let museum = museum();
        let explanation = Explanation::default();
        let asked = Asked {
            ws: &museum.ws,
            placement: museum.find("idee-gardiens", "instagram"),
            explanation: &explanation,
            lang: Lang::Fr,
            now: at("2026-11-21T10:00:00+01:00"),
            focus: Focus::Everything,
        };
        assert!(render(&asked, 80, Ink::Unicode).contains("une idée"));
    }

    fn asked_of_the_left_out(explanation: &Explanation, lang: Lang, ink: Ink) -> String {
        let museum = museum();
        let asked = Asked {
            ws: &museum.ws,
            placement: museum.schedule.left_out[0].placement,
            explanation,
            lang,
            now: at("2026-11-21T10:00:00+01:00"),
            focus: Focus::Everything,
        };
        anstream::adapter::strip_str(&render(&asked, 100, ink)).to_string()
    }

    #[test]
    fn points_are_explained_once_and_closing_rules_have_none() {
        let museum = museum();
        let full = Reason { delta: Some(24_000), ..museum.schedule.left_out[0].reasons[0].clone() };
        let mut explanation = Explanation {
            left_out: Some(crate::model::LeftOut {
                placement: museum.schedule.left_out[0].placement,
                reasons: vec![full],
            }),
            ..Explanation::default()
        };
        let text = asked_of_the_left_out(&explanation, Lang::Fr, Ink::Unicode);
        assert!(!text.contains("24") || !text.contains("points"), "{text}");
        if let Some(left) = &mut explanation.left_out {
            left.reasons.push(Reason { delta: Some(-1200), ..Reason::new(Because::Worth) });
            left.reasons.push(Reason { delta: Some(-300), ..Reason::new(Because::Mix) });
        }
        let text = asked_of_the_left_out(&explanation, Lang::Fr, Ink::Unicode);
        assert!(text.contains("(−1\u{202f}200 points)"), "{text}");
        let legend =
            "points\u{a0}: priorité × score du créneau, moins les écarts au mix et à la cadence\n";
        assert_eq!(text.matches(legend).count(), 1, "{text}");
        let plain = asked_of_the_left_out(&explanation, Lang::En, Ink::Ascii);
        assert!(plain.contains("priority x score"), "{plain}");
        assert!(!plain.contains(['×', '→', '↳', '\u{a0}']), "{plain}");
    }

    #[test]
    fn better_slots_in_a_row_with_one_reason_are_one_line() {
        let slot = |time: &str, score, cause| Alternative {
            start: at(&format!("2026-11-24T{time}:00+01:00")),
            score,
            reasons: vec![Reason::new(cause)],
            whole: None,
        };
        let explanation = Explanation {
            better: vec![
                slot("12:00", 90, Because::PerDay { max: 1 }),
                slot("12:30", 90, Because::PerDay { max: 1 }),
                slot("13:00", 90, Because::PerDay { max: 1 }),
                slot("13:30", 90, Because::PerDay { max: 1 }),
                slot("14:30", 90, Because::PerDay { max: 1 }),
                slot("15:00", 90, Because::Window),
            ],
            ..Explanation::default()
        };
        let text = asked_of_the_left_out(&explanation, Lang::Fr, Ink::Unicode);
        assert!(text.contains("mar. 24 nov. de 12 h à 13 h 30 (score 90)"), "{text}");
        assert!(text.contains("mar. 24 nov. à 14 h 30 (score 90)"), "{text}");
        assert_eq!(text.matches("(score 90)").count(), 3, "{text}");
        let text = asked_of_the_left_out(&explanation, Lang::En, Ink::Unicode);
        assert!(text.contains("Tue 24 Nov from 12:00 to 13:30 (score 90)"), "{text}");
    }
}
