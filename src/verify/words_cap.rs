//! Caps that are exceeded, in words.

use super::breach::Breach;
use super::words::Says;
use crate::lang::{Lang, count, date_short, date_with_year};
use crate::model::Per;

impl Says<'_> {
    pub(super) fn cap(&self, breach: &Breach) -> String {
        let (placements, max, where_) = match breach {
            Breach::PerDay { lane, day, max, placements } => {
                let day = date_short(self.lang, *day);
                let place = match self.lang {
                    Lang::En => format!("on {} on {day}", self.lane(*lane)),
                    Lang::Fr => format!("sur {} le {day}", self.lane(*lane)),
                };
                (placements.clone(), *max, place)
            }
            Breach::PerWeek { lane, monday, max, placements } => {
                let day = date_short(self.lang, *monday);
                let place = match self.lang {
                    Lang::En => format!("on {} in the week of {day}", self.lane(*lane)),
                    Lang::Fr => format!("sur {} la semaine du {day}", self.lane(*lane)),
                };
                (placements.clone(), *max, place)
            }
            Breach::Capacity { capacity, after, slots } => {
                let start = slots.first().map(|first| self.at(first.placement, first.start));
                let (start, after) = (start.unwrap_or_default(), self.lapse(*after));
                let place = match self.lang {
                    Lang::En => format!("to answer within {after} from {start}"),
                    Lang::Fr => format!("à suivre en {after} à partir du {start}"),
                };
                (slots.iter().map(|slot| slot.placement).collect(), *capacity, place)
            }
            Breach::Quota { day, per, at_most, placements } => {
                let place = self.quota(*day, *per);
                (placements.clone(), *at_most, place)
            }
            _ => return String::new(),
        };
        let names = self.all(&placements);
        match self.lang {
            Lang::En => {
                let many = count(self.lang, placements.len(), "placement", "placements");
                format!("{many} {where_}, at most {max}: {names}")
            }
            Lang::Fr => {
                let many = count(self.lang, placements.len(), "publication", "publications");
                format!("{many} {where_}, {max} au plus\u{a0}: {names}")
            }
        }
    }

    fn quota(&self, day: chrono::NaiveDate, per: Per) -> String {
        let first = date_with_year(self.lang, day);
        match (self.lang, per) {
            (Lang::En, Per::Day) => format!("of a quota on {first}"),
            (Lang::En, Per::Week) => format!("of a quota in the week of {first}"),
            (Lang::En, Per::Month) => format!("of a quota in the month from {first}"),
            (Lang::En, Per::Year) => format!("of a quota in the year from {first}"),
            (Lang::Fr, Per::Day) => format!("d’un quota le {first}"),
            (Lang::Fr, Per::Week) => format!("d’un quota la semaine du {first}"),
            (Lang::Fr, Per::Month) => format!("d’un quota dans le mois du {first}"),
            (Lang::Fr, Per::Year) => format!("d’un quota dans l’année du {first}"),
        }
    }
}
