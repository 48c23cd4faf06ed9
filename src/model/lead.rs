//! `[plan] lead`: how many working days before it goes out each step of a post is due.

use crate::source::At;

/// A step on the way of a post to its slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StepKind {
    /// It is known what the post is about: a text, notes, or a media to be made.
    Brief,
    /// There is something to read: a text, or media.
    Draft,
    /// It is ready to be read by somebody else.
    Review,
    /// Those who must approve it have.
    Approval,
}

impl StepKind {
    /// Every step, in the order of the work.
    pub const ALL: [Self; 4] = [Self::Brief, Self::Draft, Self::Review, Self::Approval];

    /// Its key in `lead`, and in machine formats.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Brief => "brief",
            Self::Draft => "draft",
            Self::Review => "review",
            Self::Approval => "approval",
        }
    }
}

/// `lead = { brief, draft, review, approval }`, in working days before the slot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lead {
    days: [Option<u32>; 4],
    written: [Option<At>; 4],
    /// Where it is written.
    pub at: Option<At>,
}

impl Lead {
    /// Written here, without any step as yet.
    #[must_use]
    pub const fn at(at: At) -> Self {
        Self { days: [None; 4], written: [None; 4], at: Some(at) }
    }

    /// The same, with this step due so many working days before the slot.
    #[must_use]
    pub fn with(mut self, step: StepKind, days: u32) -> Self {
        self.days[place(step)] = Some(days);
        self
    }

    /// The same, with the value of this step written here.
    #[must_use]
    pub fn written(mut self, step: StepKind, at: At) -> Self {
        self.written[place(step)] = Some(at);
        self
    }

    /// Where the value of a step is written.
    #[must_use]
    pub const fn place_of(&self, step: StepKind) -> Option<At> {
        self.written[place(step)]
    }

    /// How many working days before the slot a step is due; none: it is nobody's business.
    #[must_use]
    pub const fn days(&self, step: StepKind) -> Option<u32> {
        self.days[place(step)]
    }

    /// Whether no step has a day.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.days.iter().all(Option::is_none)
    }

    /// Two steps of which the later one would be due first, with their days: the first such pair.
    #[must_use]
    pub fn out_of_order(&self) -> Option<[(StepKind, u32); 2]> {
        let mut earlier: Option<(StepKind, u32)> = None;
        for step in StepKind::ALL {
            let Some(days) = self.days(step) else { continue };
            if let Some(before) = earlier.filter(|(_, before)| *before < days) {
                return Some([before, (step, days)]);
            }
            earlier = Some((step, days));
        }
        None
    }
}

const fn place(step: StepKind) -> usize {
    match step {
        StepKind::Brief => 0,
        StepKind::Draft => 1,
        StepKind::Review => 2,
        StepKind::Approval => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_come_one_after_the_other() {
        let lead = Lead::default();
        assert!(lead.is_empty() && lead.out_of_order().is_none());
        assert_eq!(lead.place_of(StepKind::Brief), None);
        let lead = lead.with(StepKind::Brief, 10).with(StepKind::Review, 3);
        assert_eq!((lead.days(StepKind::Brief), lead.days(StepKind::Draft)), (Some(10), None));
        assert!(lead.out_of_order().is_none(), "a step without a day says nothing");
        assert!(lead.with(StepKind::Approval, 3).out_of_order().is_none(), "the same day is fine");
        assert_eq!(
            lead.with(StepKind::Approval, 4).out_of_order(),
            Some([(StepKind::Review, 3), (StepKind::Approval, 4)])
        );
    }
}
