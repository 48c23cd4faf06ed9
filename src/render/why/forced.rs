//! A placement forced to an instant: what forbids it, what is in its way, what the whole plan loses.

use super::Page;
use crate::lang::{Lang, count, list_or, number};
use crate::model::{Change, ChangeKind, Forced, Outcome, Reason, Standing, Status, Whole};
use crate::render::lines::{hang, wrap};
use crate::render::plan::Ink;
use crate::render::plan::changes::{ChangeRow, row};
use crate::time::Instant;
use anstyle::Style;

impl Page<'_> {
    /// Every instant that it was forced to.
    pub(super) fn forced(&self, out: &mut String) {
        if self.is_asked() && self.asked.explanation.forced.is_empty() {
            self.fixed(out);
        }
        let left = self.asked.explanation.left_out.is_some();
        let shown = |forced: &&Forced| {
            // Of a placement that is left out, only what helps.
            !left || self.is_asked() || matches!(forced.outcome, Outcome::Planned(_))
        };
        for forced in self.asked.explanation.forced.iter().filter(shown) {
            let when = self.moment(forced.start);
            let heading = match self.asked.lang {
                Lang::En => format!("Forced to {when}"),
                Lang::Fr => format!("Imposée le {when}"),
            };
            out.push('\n');
            self.push(out, Style::new().bold(), &wrap(&heading, self.columns));
            self.outcome(out, forced);
        }
    }

    /// Whether some figures come from making the plan again.
    pub(super) fn is_made_again(&self) -> bool {
        let explanation = self.asked.explanation;
        explanation.better.iter().any(|better| better.whole.is_some())
            || explanation.forced.iter().any(|f| matches!(f.outcome, Outcome::Planned(_)))
    }

    fn outcome(&self, out: &mut String, forced: &Forced) {
        match &forced.outcome {
            Outcome::Forbidden(reasons) => {
                self.line(out, "", self.say("not possible:", "impossible\u{a0}:"));
                self.reasons(out, reasons);
            }
            Outcome::OffGrid { grid, near } => self.line(out, "", &self.off_grid(*grid, near)),
            Outcome::Planned(whole) => {
                if !forced.in_the_way.is_empty() {
                    let text =
                        self.say("in its way in this plan:", "sur son chemin dans ce plan\u{a0}:");
                    self.line(out, "", text);
                    for reason in &forced.in_the_way {
                        self.line(out, self.bullet(), &self.speaker.text(reason));
                    }
                }
                self.line(out, "", &self.at_length(whole));
                for change in &whole.changes {
                    self.change(out, &row(self.asked.ws, change, self.asked.lang), change);
                }
            }
        }
    }

    fn off_grid(&self, minutes: u32, near: &[Instant]) -> String {
        let lang = self.asked.lang;
        let text = match lang {
            Lang::En => format!("no slot: slots are {minutes} minutes apart (`plan.grid`)"),
            Lang::Fr => format!(
                "ce n’est pas un créneau\u{a0}: il y en a un toutes les {minutes} minutes (`plan.grid`)"
            ),
        };
        if near.is_empty() {
            return text;
        }
        let near: Vec<String> = near.iter().map(|at| self.moment(*at)).collect();
        let near = list_or(lang, &near);
        match lang {
            Lang::En => format!("{text}; the nearest: {near}"),
            Lang::Fr => format!("{text}\u{202f}; au plus près\u{a0}: {near}"),
        }
    }

    /// What to do before asking about another time, for a placement that nobody may move.
    fn fixed(&self, out: &mut String) {
        let placement = self.asked.ws.placement(self.asked.placement);
        let text = match (placement.standing, placement.status.value) {
            (Standing::Chosen(_) | Standing::Open, _) => return,
            (_, Status::Idea | Status::Cancelled) => return,
            (Standing::Published(_), _) | (_, Status::Published) => self.say(
                "it is published: its time changes no more",
                "elle est publiée\u{a0}: son heure ne change plus",
            ),
            (_, Status::Scheduled) => self.say(
                "its time is fixed, for it is scheduled: to try another, set its `status` back to `approved` and remove its `at`",
                "son heure est fixée, car elle est programmée\u{a0}: pour en essayer une autre, remettez son `status` à `approved` et retirez son `at`",
            ),
            _ => self.say(
                "its time is fixed: to try another, remove its `at`",
                "son heure est fixée\u{a0}: pour en essayer une autre, retirez son `at`",
            ),
        };
        self.line(out, "", text);
    }

    fn reasons(&self, out: &mut String, reasons: &[Reason]) {
        for reason in reasons {
            self.line(out, self.bullet(), &self.speaker.text(reason));
            if let Some(change) = self.speaker.change(reason) {
                self.push(out, Style::new().bold(), &hang(self.arrow(), &change, self.columns));
            }
        }
    }

    /// What the whole plan loses, from what to what, and whether anything else changes.
    fn at_length(&self, whole: &Whole) -> String {
        let lang = self.asked.lang;
        let (before, after) = (number(lang, whole.before), number(lang, whole.after));
        let loss = self.loss(whole);
        let figures = match (whole.before == whole.after, lang) {
            (true, _) => String::new(),
            (false, Lang::En) => format!(" (from {before} to {after})"),
            (false, Lang::Fr) => format!(" (de {before} à {after})"),
        };
        let others = match (whole.changes.is_empty(), lang) {
            (true, Lang::En) => "; nothing else changes",
            (true, Lang::Fr) => "\u{202f}; rien d’autre ne change",
            (false, Lang::En) => "; with it:",
            (false, Lang::Fr) => "\u{202f}; avec elle\u{a0}:",
        };
        format!("{loss}{figures}{others}")
    }

    /// The same in a few words, for one of many slots.
    pub(super) fn briefly(&self, whole: &Whole) -> String {
        let lang = self.asked.lang;
        let n = whole.changes.len();
        let others = match (n, lang) {
            (0, Lang::En) => "nothing else changes".to_owned(),
            (0, Lang::Fr) => "rien d’autre ne change".to_owned(),
            (_, Lang::En) => count(lang, n, "other slot changes", "other slots change"),
            (_, Lang::Fr) => count(lang, n, "autre créneau change", "autres créneaux changent"),
        };
        match lang {
            Lang::En => format!("forced there, {}; {others}", self.loss(whole)),
            Lang::Fr => format!("imposée là, {}\u{202f}; {others}", self.loss(whole)),
        }
    }

    fn loss(&self, whole: &Whole) -> String {
        let lang = self.asked.lang;
        let delta = whole.after - whole.before;
        let points = number(lang, delta.saturating_abs());
        match (delta, lang) {
            (0, Lang::En) => "the whole plan loses nothing".to_owned(),
            (0, Lang::Fr) => "l’ensemble du plan ne perd rien".to_owned(),
            (..0, Lang::En) => format!("the whole plan loses {points} points"),
            (..0, Lang::Fr) => format!("l’ensemble du plan perd {points} points"),
            (1.., Lang::En) => format!("the whole plan gains {points} points"),
            (1.., Lang::Fr) => format!("l’ensemble du plan gagne {points} points"),
        }
    }

    /// Another placement that is elsewhere then, on one line where it fits.
    fn change(&self, out: &mut String, row: &ChangeRow, change: &Change) {
        let lead = match (change.kind(), self.ink) {
            (ChangeKind::Moved, Ink::Unicode) => "  → ",
            (ChangeKind::Moved, Ink::Ascii) => "  > ",
            (ChangeKind::Removed, Ink::Unicode) => "  ✗ ",
            (ChangeKind::Removed, Ink::Ascii) => "  x ",
            (ChangeKind::Added, _) => "  + ",
        };
        let colon = self.say(":", "\u{a0}:");
        self.line(out, lead, &format!("{}{colon} {}", row.head, row.route));
    }

    fn is_asked(&self) -> bool {
        self.asked.focus == super::Focus::Instant
    }
}
