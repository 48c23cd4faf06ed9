//! Why a slot is closed, in words.

use super::breach::{Closed, Slot};
use super::words::Says;
use crate::lang::{Lang, clock};
use crate::model::PlacementIx;

impl Says<'_> {
    pub(super) fn closed(&self, slot: Slot, why: &Closed) -> String {
        let why = match self.lang {
            Lang::En => self.closed_en(slot.placement, why),
            Lang::Fr => self.closed_fr(slot.placement, why),
        };
        match self.lang {
            Lang::En => format!("{}: {why}", self.there(slot)),
            Lang::Fr => format!("{}\u{a0}: {why}", self.there(slot)),
        }
    }

    fn closed_en(&self, ix: PlacementIx, why: &Closed) -> String {
        match why {
            Closed::Outside => "outside the days of the plan".to_owned(),
            Closed::Grid { minutes } => format!("not a slot of the grid of {minutes} min"),
            Closed::Time { wanted } => {
                format!("it is wanted at {}", clock(self.lang, *wanted))
            }
            Closed::Series => "its series is not due on that day".to_owned(),
            Closed::Date => "outside the date it asks for".to_owned(),
            Closed::Span => "outside the window it asks for".to_owned(),
            Closed::Campaign => "outside the days of its campaign".to_owned(),
            Closed::Window => "outside the windows of its channel".to_owned(),
            Closed::Hours => "outside the hours of the plan".to_owned(),
            Closed::Pause { reason } => format!("a pause stops it: {reason}"),
            Closed::Event { name } => {
                format!("nothing goes out on that day: {}", name.get(Lang::En))
            }
            Closed::Past { now } => format!("in the past: it is {} now", self.at(ix, *now)),
            Closed::Presence { owner, after } => {
                let who = match owner {
                    Some(person) => format!("{} is not", self.ws.person(*person).name),
                    None => "nobody is".to_owned(),
                };
                format!("{who} on duty for the whole {} after it", self.lapse(*after))
            }
        }
    }

    fn closed_fr(&self, ix: PlacementIx, why: &Closed) -> String {
        match why {
            Closed::Outside => "hors des jours du plan".to_owned(),
            Closed::Grid { minutes } => {
                format!("ce n’est pas un créneau de la grille de {minutes} min")
            }
            Closed::Time { wanted } => {
                format!("il est demandé pour {}", clock(self.lang, *wanted))
            }
            Closed::Series => "sa série ne paraît pas ce jour-là".to_owned(),
            Closed::Date => "hors de la date qu’il demande".to_owned(),
            Closed::Span => "hors de la fenêtre qu’il demande".to_owned(),
            Closed::Campaign => "hors des jours de sa campagne".to_owned(),
            Closed::Window => "hors des fenêtres de son canal".to_owned(),
            Closed::Hours => "hors des heures du plan".to_owned(),
            Closed::Pause { reason } => format!("une pause l’arrête\u{a0}: {reason}"),
            Closed::Event { name } => {
                format!("rien ne paraît ce jour-là\u{a0}: {}", name.get(Lang::Fr))
            }
            Closed::Past { now } => {
                format!("dans le passé\u{a0}: nous sommes le {}", self.at(ix, *now))
            }
            Closed::Presence { owner, after } => {
                let who = match owner {
                    Some(person) => format!("{} n’est pas", self.ws.person(*person).name),
                    None => "personne n’est".to_owned(),
                };
                let after = self.lapse(*after);
                format!("{who} de permanence pendant {after} après la publication")
            }
        }
    }
}
