//! Who is next on a step, and who stands in when they are away.

use super::approval::{approvers, has_role, wanted};
use super::steps::Desk;
use crate::model::{PersonIx, PlacementIx, StepKind};
use chrono::NaiveDate;

/// How far an absence is followed, in days.
const FAR: usize = 400;

/// Who is next on a step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Turn {
    /// Who; none where the calendar names nobody.
    pub who: Option<PersonIx>,
    /// Their absence, when they are away on the day that counts.
    pub away: Option<Away>,
    /// Who stands in for them, and the role that both have.
    pub backup: Option<(PersonIx, Option<String>)>,
    /// Whether the file names them for it, or they are one of several who may.
    pub named: Named,
    /// For an approval: how many people who may give it are there, and how many are needed.
    pub there: Option<(usize, usize)>,
}

/// Whether somebody is named for a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Named {
    /// As the author or the owner of the post.
    #[default]
    InFile,
    /// As one of those with a role.
    ByRole,
}

/// An absence: its days, both included, over weekends and holidays that it reaches across.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Away {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// The last working day from today on, before the absence, on which they are there.
    pub last_there: Option<NaiveDate>,
}

impl Desk<'_> {
    /// Who is next on a step of a placement that is due on a day.
    #[must_use]
    pub fn turn(&self, ix: PlacementIx, kind: StepKind, due: NaiveDate) -> Turn {
        let day = due.max(self.today);
        let (people, named) = self.candidates(ix, kind);
        let Some(who) = people.first().copied() else {
            return Turn { there: self.there(ix, kind, day), named, ..Turn::default() };
        };
        let away = self.absence(who, day);
        let backup = away.and_then(|_| self.backup(ix, kind, &people, day));
        Turn { who: Some(who), away, backup, named, there: self.there(ix, kind, day) }
    }

    /// Those who may do a step, the first before the others.
    fn candidates(&self, ix: PlacementIx, kind: StepKind) -> (Vec<PersonIx>, Named) {
        let placement = self.ws.placement(ix);
        let post = self.ws.post_of(placement);
        let author = post.author.as_ref().map(|author| author.value);
        let owner = placement.owner;
        let able = |ix: &PersonIx| approvers(self.ws, post).contains(ix);
        match kind {
            StepKind::Brief | StepKind::Draft => {
                (author.or(owner).into_iter().collect(), Named::InFile)
            }
            StepKind::Review if owner.is_some() => (owner.into_iter().collect(), Named::InFile),
            StepKind::Review => {
                let roles = !self.ws.approval.roles.is_empty();
                let all = (0..self.ws.people.len()).map(PersonIx::new);
                let readers =
                    all.filter(|ix| roles && has_role(self.ws, *ix) && Some(*ix) != author);
                (readers.collect(), Named::ByRole)
            }
            StepKind::Approval => {
                let mut all = approvers(self.ws, post);
                match owner.filter(able) {
                    Some(owner) => {
                        all.retain(|ix| *ix != owner);
                        all.insert(0, owner);
                        (all, Named::InFile)
                    }
                    None => (all, Named::ByRole),
                }
            }
        }
    }

    /// The first of the others who is there: one who may do it too, else one of the same role.
    fn backup(
        &self,
        ix: PlacementIx,
        kind: StepKind,
        people: &[PersonIx],
        day: NaiveDate,
    ) -> Option<(PersonIx, Option<String>)> {
        let (who, others) = people.split_first()?;
        let is_there = |ix: &PersonIx| !self.ws.person(*ix).is_away(day);
        let role = |other: PersonIx| {
            let roles = &self.ws.person(*who).roles;
            roles.iter().find(|role| self.ws.person(other).roles.contains(role)).cloned()
        };
        if let Some(other) = others.iter().copied().find(is_there) {
            return Some((other, role(other)));
        }
        if kind == StepKind::Approval {
            return None;
        }
        let post = self.ws.post_of(self.ws.placement(ix));
        let author = post.author.as_ref().map(|author| author.value);
        let reads_own = |ix: PersonIx| kind == StepKind::Review && Some(ix) == author;
        (0..self.ws.people.len())
            .map(PersonIx::new)
            .filter(|other| other != who && is_there(other) && !reads_own(*other))
            .find_map(|other| Some((other, Some(role(other)?))))
    }

    /// How many who may approve are there on a day, and how many approvals are needed.
    fn there(&self, ix: PlacementIx, kind: StepKind, day: NaiveDate) -> Option<(usize, usize)> {
        let post = self.ws.post_of(self.ws.placement(ix));
        let needed = wanted(self.ws, post);
        if kind != StepKind::Approval || needed == 0 {
            return None;
        }
        let able = approvers(self.ws, post);
        let there = able.iter().filter(|ix| !self.ws.person(**ix).is_away(day)).count();
        Some((there, needed))
    }

    /// The absence of somebody on a day, if they are away.
    #[must_use]
    pub fn absence(&self, who: PersonIx, day: NaiveDate) -> Option<Away> {
        let person = self.ws.person(who);
        if !person.is_away(day) {
            return None;
        }
        let free = |day: &NaiveDate| person.is_away(*day) || !self.days.is_worked(*day);
        // Days off at either end are no absence of theirs: only those between days away are.
        let away = |day: &NaiveDate| person.is_away(*day);
        let to = day.iter_days().take(FAR).take_while(free).filter(away).last();
        let back = std::iter::successors(Some(day), NaiveDate::pred_opt);
        let from = back.take(FAR).take_while(free).filter(away).last();
        let from = from.unwrap_or(day);
        let there = std::iter::successors(from.pred_opt(), NaiveDate::pred_opt)
            .take_while(|day| *day >= self.today)
            .find(|day| self.days.is_worked(*day) && !person.is_away(*day));
        Some(Away { from, to: to.unwrap_or(day), last_there: there })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Workspace;
    use crate::source::Sources;
    use crate::time::Instant;
    use std::path::Path;

    const TEAM: &str = "
        [calendar]
        timezone = 'Europe/Paris'
        country = 'FR'

        [approval]
        mode = 'required'
        roles = ['editor']
        not_author = true

        [channels.instagram]
        network = 'instagram'

        [people.lea]
        name = 'Léa'
        roles = ['author']
        away = [2026-11-27, 2026-11-30]

        [people.marc]
        name = 'Marc'
        roles = ['editor']
        away = ['2026-11-26/2026-12-04']

        [people.ines]
        name = 'Inès'
        roles = ['author', 'editor']
        away = ['2026-12-02/2026-12-03']
    ";

    fn workspace(post: &str) -> Workspace {
        let text =
            format!("{TEAM}\n[[post]]\nid = \"a\"\ntitle = \"A\"\ndate = 2026-12-10\n{post}\n");
        let loaded =
            crate::load::from_text(&text, Path::new("."), &mut Sources::default()).unwrap();
        loaded.workspace.unwrap()
    }

    /// `lea`, or `lea (26…27) > ines`, or `nobody`.
    fn told(post: &str, kind: StepKind, due: &str) -> String {
        let ws = workspace(post);
        let desk = Desk::new(&ws, Instant::parse_rfc3339("2026-11-23T09:00:00+01:00").unwrap());
        let turn = desk.turn(PlacementIx::new(0), kind, due.parse().unwrap());
        let id = |ix: PersonIx| ws.person(ix).id.value.clone();
        let Some(who) = turn.who else { return "nobody".to_owned() };
        let day = |day: NaiveDate| day.format("%d").to_string();
        let away = turn.away.map(|a| format!(" ({}…{})", day(a.from), day(a.to)));
        let backup = turn.backup.map(|(ix, _)| format!(" > {}", id(ix)));
        format!("{}{}{}", id(who), away.unwrap_or_default(), backup.unwrap_or_default())
    }

    #[test]
    fn who_is_next_and_who_stands_in() {
        use StepKind::{Approval, Brief, Draft, Review};
        for (post, kind, due, expected) in [
            ("", Draft, "2026-11-24", "nobody"),
            ("owner = \"marc\"", Brief, "2026-11-24", "marc"),
            ("owner = \"marc\"\nauthor = \"lea\"", Draft, "2026-11-24", "lea"),
            // Away on Friday and Monday: the weekend between belongs to it.
            ("author = \"lea\"", Draft, "2026-11-27", "lea (27…30) > ines"),
            ("author = \"lea\"", Draft, "2026-11-30", "lea (27…30) > ines"),
            ("owner = \"marc\"", Review, "2026-11-30", "marc (26…04) > ines"),
            // Who wrote it does not stand in to read it.
            ("owner = \"marc\"\nauthor = \"ines\"", Review, "2026-11-30", "marc (26…04)"),
            ("", Review, "2026-11-24", "marc"),
            ("author = \"marc\"", Review, "2026-11-24", "ines"),
            ("", Approval, "2026-11-24", "marc"),
            ("owner = \"ines\"", Approval, "2026-11-24", "ines"),
            ("owner = \"lea\"", Approval, "2026-11-24", "marc"),
            ("", Approval, "2026-11-30", "marc (26…04) > ines"),
            ("", Approval, "2026-12-02", "marc (26…04)"),
            ("author = \"ines\"", Approval, "2026-11-30", "marc (26…04)"),
            ("author = \"marc\"", Approval, "2026-11-24", "ines"),
            // What is late is looked at today.
            ("author = \"lea\"", Draft, "2026-11-13", "lea"),
        ] {
            assert_eq!(told(post, kind, due), expected, "{post} {kind:?} {due}");
        }
    }

    #[test]
    fn the_last_day_before_an_absence() {
        let ws = workspace("author = \"lea\"");
        let last = |now: &str| {
            let desk = Desk::new(&ws, Instant::parse_rfc3339(now).unwrap());
            desk.absence(PersonIx::new(0), "2026-11-30".parse().unwrap()).unwrap().last_there
        };
        assert_eq!(last("2026-11-23T09:00:00+01:00"), "2026-11-26".parse().ok());
        assert_eq!(last("2026-11-27T09:00:00+01:00"), None);
    }
}
