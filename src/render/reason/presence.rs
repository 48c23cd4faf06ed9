//! That nobody is there to answer, and who would be but is away.

use super::Speaker;
use crate::lang::{Lang, date_short, list};
use crate::model::PersonIx;
use crate::render::lines::one_line;
use crate::time::Instant;
use crate::workflow::absent;
use chrono::NaiveDate;

impl Speaker<'_> {
    /// The same about a slot that starts at this instant.
    #[must_use]
    pub const fn about(mut self, start: Instant) -> Self {
        self.start = Some(start);
        self
    }

    /// Nobody, or not the owner, is on duty after a post.
    pub(super) fn presence(&self, owner: Option<PersonIx>) -> String {
        let away = self.day().map(|day| (day, absent(self.ws, owner, day)));
        let name = |ix: PersonIx| one_line(&self.ws.person(ix).name);
        match (owner.map(name), away.filter(|(_, who)| !who.is_empty()), self.lang) {
            (Some(name), Some((day, _)), lang) => {
                let day = date_short(lang, day);
                match lang {
                    Lang::En => format!("{name} is away on {day} and can’t answer"),
                    Lang::Fr => format!("{name} n’est pas là le {day} pour répondre"),
                }
            }
            (Some(name), None, Lang::En) => format!("{name} is not on duty to answer"),
            (Some(name), None, Lang::Fr) => format!("{name} n’est pas de service pour répondre"),
            (None, None, Lang::En) => "nobody is on duty to answer".to_owned(),
            (None, None, Lang::Fr) => "personne n’est là pour répondre".to_owned(),
            (None, Some((day, who)), lang) => {
                let names: Vec<String> = who.into_iter().map(name).collect();
                let (names, one) = (list(lang, &names), names.len() == 1);
                let day = date_short(lang, day);
                match (lang, one) {
                    (Lang::En, true) => {
                        format!("nobody is on duty to answer: {names} is away on {day}")
                    }
                    (Lang::En, false) => {
                        format!("nobody is on duty to answer: {names} are away on {day}")
                    }
                    (Lang::Fr, true) => {
                        format!(
                            "personne n’est là pour répondre\u{a0}: {names} n’est pas là le {day}"
                        )
                    }
                    (Lang::Fr, false) => {
                        format!(
                            "personne n’est là pour répondre\u{a0}: {names} ne sont pas là le {day}"
                        )
                    }
                }
            }
        }
    }

    /// The day that the reason is about, where it is one: that of the slot, else that of the post.
    fn day(&self) -> Option<NaiveDate> {
        let slot = self.start.map(|start| self.ws.calendar.zone.local(start).date());
        let own = self.placement.date().filter(|date| date.first() == date.last());
        slot.or(own.map(|date| date.first()))
    }
}
