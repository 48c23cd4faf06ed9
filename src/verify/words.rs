//! Breaches in words, in every language. A placement is named `post@channel`.

use super::breach::{Breach, Near, Slot};
use crate::lang::{Lang, Text, instant, lapse, list};
use crate::model::{LaneIx, PlacementIx, Side, Workspace};
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

pub(super) struct Says<'w> {
    pub(super) ws: &'w Workspace,
    pub(super) lang: Lang,
}

impl Says<'_> {
    /// `` `post@channel` ``.
    pub(super) fn who(&self, ix: PlacementIx) -> String {
        let placement = self.ws.placement(ix);
        let post = &self.ws.post_of(placement).id.name;
        let channel = &self.ws.channel(placement.channel).id.value;
        format!("`{post}@{channel}`")
    }

    pub(super) fn all(&self, placements: &[PlacementIx]) -> String {
        let names: Vec<String> = placements.iter().map(|ix| self.who(*ix)).collect();
        list(self.lang, &names)
    }

    /// An instant on the clock of a placement's channel.
    pub(super) fn at(&self, ix: PlacementIx, at: Instant) -> String {
        let channel = self.ws.channel(self.ws.placement(ix).channel);
        instant(self.lang, channel.zone.local(at))
    }

    /// `` `post@channel` (Tue 24 Nov at 12:30) ``.
    pub(super) fn there(&self, slot: Slot) -> String {
        format!("{} ({})", self.who(slot.placement), self.at(slot.placement, slot.start))
    }

    pub(super) fn lapse(&self, length: Lapse) -> String {
        lapse(self.lang, length.seconds())
    }

    /// A lane by the names of its channel and format.
    pub(super) fn lane(&self, ix: LaneIx) -> String {
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
            (lang, Breach::Link { first, second, min, max }) => {
                let (a, b) = (self.there(*first), self.there(*second));
                let apart = self.apart(second.start.since(first.start), Side::After);
                let range = self.range(*min, *max);
                match lang {
                    Lang::En => format!("{b} comes {apart} {a}, and should come {range} after it"),
                    Lang::Fr => format!("{b} vient {apart} {a}, et devrait venir {range} après"),
                }
            }
            (lang, Breach::Anchor { slot, name, anchor, side, distance, min, max }) => {
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
