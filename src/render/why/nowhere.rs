//! Why a placement is neither in a plan nor left out of it.

use super::Page;
use crate::lang::{Lang, date_with_year};
use crate::model::{Standing, Status};
use chrono::NaiveDate;

impl Page<'_> {
    /// Why a placement is neither in the plan nor left out of it.
    pub(super) fn nowhere(&self) -> String {
        let placement = self.asked.ws.placement(self.asked.placement);
        let status = placement.status.value;
        match status {
            Status::Idea => self.say(
                "an idea: it is planned once its status is `planned` and it has a date",
                "une idée\u{a0}: elle sera planifiée avec le statut `planned` et une date",
            ),
            Status::Cancelled => self
                .say("cancelled: it is never planned", "annulée\u{a0}: elle n’est jamais planifiée"),
            _ => match placement.standing {
                Standing::Published(at) => {
                    let zone = self.asked.ws.calendar.zone;
                    return self.already_out(zone.local(at).date());
                }
                Standing::OnDay(day) if status == Status::Published => {
                    return self.already_out(day);
                }
                Standing::OnDay(day) => return self.on_its_day(day),
                Standing::Undated if status == Status::Published => {
                    self.say("already out; nothing says when", "déjà parue\u{202f}; rien ne dit quand")
                }
                Standing::Undated => self.say(
                    "scheduled; nothing says when",
                    "programmée\u{202f}; rien ne dit quand",
                ),
                Standing::Locked(_) => self.say(
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
            },
        }
        .to_owned()
    }

    fn already_out(&self, day: NaiveDate) -> String {
        let day = date_with_year(self.asked.lang, day);
        match self.asked.lang {
            Lang::En => format!("already out, on {day}"),
            Lang::Fr => format!("déjà parue, le {day}"),
        }
    }

    /// What is scheduled on a day, at an hour that nobody wrote.
    fn on_its_day(&self, day: NaiveDate) -> String {
        let day = date_with_year(self.asked.lang, day);
        match self.asked.lang {
            Lang::En => format!("scheduled on {day}; nothing says at what time"),
            Lang::Fr => format!("programmée le {day}\u{202f}; rien ne dit à quelle heure"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Explanation;
    use crate::render::plan::Ink;
    use crate::render::plan::sample::{at, museum};
    use crate::render::why::{Asked, Focus, render};

    #[test]
    fn what_is_out_is_said_to_be_out() {
        let mut museum = museum();
        let ix = museum.find("atelier-famille", "facebook");
        let explanation =
            Explanation { placed: None, left_out: None, better: Vec::new(), forced: Vec::new() };
        let day = "2026-07-01".parse().unwrap();
        let out = Standing::Published(at("2026-07-01T10:00:00+02:00"));
        for (status, standing, said) in [
            (Status::Published, Standing::OnDay(day), "déjà parue, le 1er juillet 2026"),
            (Status::Published, out, "déjà parue, le 1er juillet 2026"),
            (Status::Published, Standing::Undated, "déjà parue\u{202f}; rien ne dit quand"),
            (
                Status::Scheduled,
                Standing::OnDay(day),
                "programmée le 1er juillet 2026\u{202f}; rien",
            ),
        ] {
            let placement = &mut museum.ws.placements[ix.get()];
            placement.status.value = status;
            placement.standing = standing;
            let asked = Asked {
                ws: &museum.ws,
                placement: ix,
                explanation: &explanation,
                lang: Lang::Fr,
                now: at("2026-11-21T10:00:00+01:00"),
                focus: Focus::Everything,
            };
            let told = render(&asked, 100, Ink::Unicode);
            assert!(told.contains(said), "{told}");
        }
    }
}
