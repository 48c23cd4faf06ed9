//! Breaches in words, in every language. A placement is named `post@channel`.

use super::breach::{Breach, Closed, Near, Slot};
use crate::lang::{Lang, Text, clock, count, date_short, date_with_year, instant, lapse, list};
use crate::model::{LaneIx, Per, PlacementIx, Side, Workspace};
use crate::time::{Instant, Lapse};

/// A breach in words.
pub(super) fn breach(breach: &Breach, ws: &Workspace) -> Text {
    Text::of(|lang| {
        let says = Says { ws, lang };
        match breach {
            Breach::NotCandidate(_) | Breach::Moved { .. } | Breach::Twice { .. } => {
                says.standing(breach)
            }
            Breach::Slot { slot, why } => says.closed(*slot, why),
            Breach::Gap(near) => says.near(near, Kinship::Lane),
            Breach::Spacing(near) => says.near(near, Kinship::Any),
            Breach::Topic(near) => says.near(near, Kinship::Topic),
            Breach::PerDay { .. } | Breach::PerWeek { .. } => says.cap(breach),
            Breach::Capacity { .. } | Breach::Quota { .. } => says.cap(breach),
            Breach::Orphan { .. } | Breach::Link { .. } | Breach::Anchor { .. } => {
                says.link(breach)
            }
            Breach::Alternate { first, second, .. } => says.alternate(*first, *second),
        }
    })
}

/// What two placements too near each other have in common.
#[derive(Clone, Copy)]
enum Kinship {
    Lane,
    Any,
    Topic,
}

struct Says<'w> {
    ws: &'w Workspace,
    lang: Lang,
}

impl Says<'_> {
    /// `` `post@channel` ``.
    fn who(&self, ix: PlacementIx) -> String {
        let placement = self.ws.placement(ix);
        let post = &self.ws.post_of(placement).id.name;
        let channel = &self.ws.channel(placement.channel).id.value;
        format!("`{post}@{channel}`")
    }

    fn all(&self, placements: &[PlacementIx]) -> String {
        let names: Vec<String> = placements.iter().map(|ix| self.who(*ix)).collect();
        list(self.lang, &names)
    }

    /// An instant on the clock of a placement's channel.
    fn at(&self, ix: PlacementIx, at: Instant) -> String {
        let channel = self.ws.channel(self.ws.placement(ix).channel);
        instant(self.lang, channel.zone.local(at))
    }

    /// `` `post@channel` (Tue 24 Nov at 12:30) ``.
    fn there(&self, slot: Slot) -> String {
        format!(
            "{} ({})",
            self.who(slot.placement),
            self.at(slot.placement, slot.start)
        )
    }

    fn lapse(&self, length: Lapse) -> String {
        lapse(self.lang, length.seconds())
    }

    /// A lane by the names of its channel and format.
    fn lane(&self, ix: LaneIx) -> String {
        let lane = self.ws.lane(ix);
        let channel = &self.ws.channel(lane.channel).id.value;
        match &lane.format {
            Some(format) => format!("`{channel}` ({format})"),
            None => format!("`{channel}`"),
        }
    }

    fn standing(&self, breach: &Breach) -> String {
        match (self.lang, breach) {
            (Lang::En, Breach::NotCandidate(slot)) => format!(
                "{} cannot be placed: it needs a date, and a status from planned to approved",
                self.there(*slot)
            ),
            (Lang::Fr, Breach::NotCandidate(slot)) => format!(
                "{} ne peut pas être placé\u{a0}: il lui faut une date et un statut de `planned` à `approved`",
                self.there(*slot)
            ),
            (Lang::En, Breach::Moved { slot, fixed }) => format!(
                "{} stays where it is, on {}",
                self.there(*slot),
                self.at(slot.placement, *fixed)
            ),
            (Lang::Fr, Breach::Moved { slot, fixed }) => format!(
                "{} reste où il est, le {}",
                self.there(*slot),
                self.at(slot.placement, *fixed)
            ),
            (Lang::En, Breach::Twice { slot, other }) => format!(
                "{} is placed a second time, on {}",
                self.there(*slot),
                self.at(slot.placement, *other)
            ),
            (Lang::Fr, Breach::Twice { slot, other }) => format!(
                "{} est placé une seconde fois, le {}",
                self.there(*slot),
                self.at(slot.placement, *other)
            ),
            _ => String::new(),
        }
    }

    fn closed(&self, slot: Slot, why: &Closed) -> String {
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
            Closed::Event { name } => format!("nothing goes out on that day: {name}"),
            Closed::Past { now } => format!("in the past: it is {} now", self.at(ix, *now)),
            Closed::Presence { owner, after } => {
                let who = match owner {
                    Some(person) => format!("{} is not", self.ws.person(*person).name),
                    None => "nobody is".to_owned(),
                };
                format!(
                    "{who} on duty for the whole {} after it",
                    self.lapse(*after)
                )
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
            Closed::Event { name } => format!("rien ne paraît ce jour-là\u{a0}: {name}"),
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

    fn near(&self, near: &Near, kin: Kinship) -> String {
        let (a, b) = (self.there(near.first), self.there(near.second));
        let apart = self.lapse(near.second.start.since(near.first.start));
        let least = self.lapse(near.least);
        match (self.lang, kin) {
            (Lang::En, Kinship::Lane) => {
                format!("{a} and {b} are {apart} apart; their channel wants at least {least}")
            }
            (Lang::Fr, Kinship::Lane) => format!(
                "{a} et {b} sont à {apart} l’un de l’autre\u{202f}; leur canal demande au moins {least}"
            ),
            (Lang::En, Kinship::Any) => {
                format!("{a} and {b} are {apart} apart; any two posts want at least {least}")
            }
            (Lang::Fr, Kinship::Any) => format!(
                "{a} et {b} sont à {apart} l’un de l’autre\u{202f}; il faut au moins {least} entre deux posts"
            ),
            (Lang::En, Kinship::Topic) => format!(
                "{a} and {b} are {apart} apart and share a topic, which wants at least {least}"
            ),
            (Lang::Fr, Kinship::Topic) => format!(
                "{a} et {b} sont à {apart} l’un de l’autre et partagent un sujet\u{202f}; il faut au moins {least}"
            ),
        }
    }

    fn cap(&self, breach: &Breach) -> String {
        let (placements, max, where_) = match breach {
            Breach::PerDay {
                lane,
                day,
                max,
                placements,
            } => {
                let day = date_short(self.lang, *day);
                let place = match self.lang {
                    Lang::En => format!("on {} on {day}", self.lane(*lane)),
                    Lang::Fr => format!("sur {} le {day}", self.lane(*lane)),
                };
                (placements.clone(), *max, place)
            }
            Breach::PerWeek {
                lane,
                monday,
                max,
                placements,
            } => {
                let day = date_short(self.lang, *monday);
                let place = match self.lang {
                    Lang::En => format!("on {} in the week of {day}", self.lane(*lane)),
                    Lang::Fr => format!("sur {} la semaine du {day}", self.lane(*lane)),
                };
                (placements.clone(), *max, place)
            }
            Breach::Capacity {
                capacity,
                after,
                slots,
            } => {
                let start = slots
                    .first()
                    .map(|first| self.at(first.placement, first.start));
                let (start, after) = (start.unwrap_or_default(), self.lapse(*after));
                let place = match self.lang {
                    Lang::En => format!("to answer within {after} from {start}"),
                    Lang::Fr => format!("à suivre en {after} à partir du {start}"),
                };
                (
                    slots.iter().map(|slot| slot.placement).collect(),
                    *capacity,
                    place,
                )
            }
            Breach::Quota {
                day,
                per,
                at_most,
                placements,
            } => {
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

    fn link(&self, breach: &Breach) -> String {
        match (self.lang, breach) {
            (Lang::En, Breach::Orphan { slot, before }) => format!(
                "{} comes after {}, which is not placed",
                self.there(*slot),
                self.who(*before)
            ),
            (Lang::Fr, Breach::Orphan { slot, before }) => format!(
                "{} vient après {}, qui n’est pas placé",
                self.there(*slot),
                self.who(*before)
            ),
            (
                lang,
                Breach::Link {
                    first,
                    second,
                    min,
                    max,
                },
            ) => {
                let (a, b) = (self.there(*first), self.there(*second));
                let apart = self.apart(second.start.since(first.start), Side::After);
                let range = self.range(*min, *max);
                match lang {
                    Lang::En => format!("{b} comes {apart} {a}, and should come {range} after it"),
                    Lang::Fr => format!("{b} vient {apart} {a}, et devrait venir {range} après"),
                }
            }
            (
                lang,
                Breach::Anchor {
                    slot,
                    name,
                    anchor,
                    side,
                    distance,
                    min,
                    max,
                },
            ) => {
                let (who, apart) = (self.there(*slot), self.apart(*distance, *side));
                let side = self.side(*side);
                let anchor = self.at(slot.placement, *anchor);
                let range = self.range(*min, *max);
                match lang {
                    Lang::En => format!(
                        "{who} comes {apart} “{name}” ({anchor}), and should come {range} {side} it"
                    ),
                    Lang::Fr => format!(
                        "{who} vient {apart} «\u{a0}{name}\u{a0}» ({anchor}), et devrait venir {range} {side}"
                    ),
                }
            }
            _ => String::new(),
        }
    }

    /// `3 h after`; a distance on the wrong side is one on the other.
    fn apart(&self, distance: Lapse, side: Side) -> String {
        let length = self.lapse(distance.abs());
        let side = match side {
            Side::After if distance < Lapse::ZERO => Side::Before,
            Side::Before if distance < Lapse::ZERO => Side::After,
            same => same,
        };
        format!("{length} {}", self.side(side))
    }

    const fn side(&self, side: Side) -> &'static str {
        match (self.lang, side) {
            (Lang::En, Side::After) => "after",
            (Lang::En, Side::Before) => "before",
            (Lang::Fr, Side::After) => "après",
            (Lang::Fr, Side::Before) => "avant",
        }
    }

    /// `at least 24 h`, `between 24 h and 2 days`.
    fn range(&self, min: Lapse, max: Option<Lapse>) -> String {
        let min = self.lapse(min);
        let max = max.map(|max| self.lapse(max));
        match (self.lang, max) {
            (Lang::En, None) => format!("at least {min}"),
            (Lang::Fr, None) => format!("au moins {min}"),
            (Lang::En, Some(max)) => format!("between {min} and {max}"),
            (Lang::Fr, Some(max)) => format!("entre {min} et {max}"),
        }
    }

    fn alternate(&self, first: Slot, second: Slot) -> String {
        let pillar = self.ws.placement(first.placement).pillar;
        let pillar = pillar.map_or("", |pillar| &self.ws.pillar(pillar).name);
        let (a, b) = (self.there(first), self.there(second));
        match self.lang {
            Lang::En => format!("{a} and {b} follow each other with the same pillar, “{pillar}”"),
            Lang::Fr => {
                format!("{a} et {b} se suivent avec le même pilier, «\u{a0}{pillar}\u{a0}»")
            }
        }
    }
}
