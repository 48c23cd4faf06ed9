//! The answer of `why`: a slot, the terms of its score, the better slots and what closed them.

use crate::lang::{Lang, instant, quote};
use crate::model::{Alternative, Explanation, PlacementIx, Reason, Status, Workspace};
use crate::render::lines::{hang, wrap};
use crate::render::plan::Ink;
use crate::render::reason::{Speaker, signed};
use crate::render::words;
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
}

/// The answer as styled lines of at most `columns` columns.
#[must_use]
pub fn render(asked: &Asked<'_>, columns: usize, ink: Ink) -> String {
    let page =
        Page { asked, speaker: Speaker::new(asked.ws, asked.placement, asked.lang), columns, ink };
    let mut out = String::new();
    let bold = Style::new().bold();
    let title = words::title(asked.ws, asked.placement);
    let lane = words::lane(asked.ws, asked.ws.placement(asked.placement));
    page.push(&mut out, bold, &wrap(&format!("{}, {lane}", quote(asked.lang, &title)), columns));
    page.slot(&mut out);
    page.left_out(&mut out);
    page.better(&mut out);
    out
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

    fn moment(&self, at: crate::time::Instant) -> String {
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
            Some(delta) => format!("{text} ({})", signed(self.asked.lang, delta)),
            None => text,
        }
    }

    fn left_out(&self, out: &mut String) {
        let explanation = self.asked.explanation;
        let Some(left) = &explanation.left_out else {
            if explanation.placed.is_none() {
                self.line(out, "", self.nowhere());
            }
            return;
        };
        self.line(out, "", self.say("no slot in these days", "pas de créneau ces jours-là"));
        for reason in &left.reasons {
            self.line(out, self.bullet(), &self.with_delta(&self.speaker, reason));
            if let Some(change) = self.speaker.change(reason) {
                self.push(out, Style::new().bold(), &hang(self.arrow(), &change, self.columns));
            }
        }
    }

    /// Why a placement is neither in the plan nor left out of it.
    fn nowhere(&self) -> &'static str {
        let placement = self.asked.ws.placement(self.asked.placement);
        match placement.status.value {
            Status::Idea => self.say(
                "an idea: it is planned once its status is `planned` and it has a date",
                "une idée\u{a0}: elle sera planifiée avec le statut `planned` et une date",
            ),
            Status::Cancelled => self.say("cancelled: it is never planned", "annulée\u{a0}: elle n’est jamais planifiée"),
            _ if placement.is_locked() => self.say(
                "its time is fixed, outside these days",
                "son heure est fixée, en dehors de ces jours",
            ),
            _ if placement.is_candidate() => self.say(
                "it is not asked for in these days",
                "elle n’est pas demandée ces jours-là",
            ),
            _ => self.say(
                "it has neither a date nor a window: give it one, even a vague one such as a week",
                "elle n’a ni date ni fenêtre\u{a0}: donnez-lui une date, même vague, comme une semaine",
            ),
        }
    }

    fn better(&self, out: &mut String) {
        let better = &self.asked.explanation.better;
        if better.is_empty() {
            if self.asked.explanation.placed.is_some() {
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
        for alternative in better {
            self.alternative(out, alternative);
        }
    }

    fn alternative(&self, out: &mut String, alternative: &Alternative) {
        let when = self.moment(alternative.start);
        self.line(out, "  ", &format!("{when} (score {})", alternative.score));
        for reason in &alternative.reasons {
            let lead = format!("  {}", self.bullet());
            self.line(out, &lead, &self.with_delta(&self.speaker, reason));
        }
    }
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
            }],
        };
        for lang in Lang::ALL {
            let asked = Asked {
                ws: &museum.ws,
                placement: museum.schedule.placed[4].placement,
                explanation: &explanation,
                lang,
            };
            for columns in [40, 80] {
                let text = render(&asked, columns, Ink::Unicode);
                let text = anstream::adapter::strip_str(&text).to_string();
                assert!(text.lines().all(|line| width(line) <= columns), "{text}");
                assert!(text.contains("95") && text.contains("200)"), "{text}");
            }
        }
    }

    #[test]
    fn a_backlog_post_is_told_what_it_lacks() {
        let museum = museum();
        let explanation = Explanation { placed: None, left_out: None, better: Vec::new() };
        let asked = Asked {
            ws: &museum.ws,
            placement: museum.find("idee-gardiens", "instagram"),
            explanation: &explanation,
            lang: Lang::Fr,
        };
        assert!(render(&asked, 80, Ink::Unicode).contains("une idée"));
    }
}
