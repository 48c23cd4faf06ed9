//! What would make a post fit, rule by rule.

use super::Speaker;
use crate::lang::{Lang, de, quote};
use crate::model::{Because, Beyond, Other, Window};
use crate::render::words::{channel, title};

impl Speaker<'_> {
    pub(super) fn remedy(&self, cause: &Because) -> Option<String> {
        let lane = channel(self.ws, self.placement.channel, None);
        let words = match cause {
            Because::Date { beyond, .. } => self.date_remedy(*beyond),
            Because::Window if self.windows_miss_the_grid() => match self.lang {
                Lang::En => format!("no window of {lane} holds a step of the grid: change its windows, or `plan.grid`"),
                Lang::Fr => format!("aucune fenêtre {} ne contient un pas de la grille\u{a0}: changez ses fenêtres, ou `plan.grid`", de(&lane)),
            },
            Because::Window => match self.lang {
                Lang::En => format!("widen its date, or give {lane} another window"),
                Lang::Fr => format!("élargissez sa date, ou ajoutez une fenêtre à {lane}"),
            },
            Because::Hours => self.say(
                "widen the window of the post, or the hours of the plan",
                "élargissez la fenêtre de la publication, ou les heures du planning",
            ).to_owned(),
            Because::Pause(_) => self.say(
                "choose a date outside the pause, or lift the pause",
                "choisissez une date hors de la pause, ou levez la pause",
            ).to_owned(),
            Because::Event(_) => self.say(
                "choose another day, or change what the event does (`effect`)",
                "choisissez un autre jour, ou changez l’effet de l’événement (`effect`)",
            ).to_owned(),
            Because::Past => self.say("give it a date to come", "donnez-lui une date à venir").to_owned(),
            Because::Presence(_) => self.say(
                "put somebody on duty then, or widen its date",
                "prévoyez quelqu’un à cette heure, ou élargissez sa date",
            ).to_owned(),
            Because::Gap { other, .. } | Because::Spacing { other, .. } | Because::Topic { other, .. } => self.move_other(other),
            Because::PerDay { max: 0 } => {
                self.say("the day takes no post at all: raise `per_day`", "la journée ne prend aucune publication\u{a0}: augmentez `per_day`").to_owned()
            }
            Because::PerDay { .. } => self.say(
                "choose another day, or raise `per_day`",
                "choisissez un autre jour, ou augmentez `per_day`",
            ).to_owned(),
            Because::PerWeek { max: 0, reserve: 0 } => self.say(
                "the week takes no post at all: raise `per_week.max`",
                "la semaine ne prend aucune publication\u{a0}: augmentez `per_week.max`",
            ).to_owned(),
            Because::PerWeek { max: 0, .. } => self.say(
                "the week takes no post at all: raise `per_week.max`, or lower the reserve",
                "la semaine ne prend aucune publication\u{a0}: augmentez `per_week.max`, ou baissez la réserve",
            ).to_owned(),
            Because::PerWeek { .. } => self.say(
                "give a post of that week another date, or raise `per_week.max`",
                "donnez une autre date à une publication de la semaine, ou augmentez `per_week.max`",
            ).to_owned(),
            Because::Capacity { .. } => self.say(
                "widen its date, or raise `capacity`",
                "élargissez sa date, ou augmentez `capacity`",
            ).to_owned(),
            Because::After { beyond: Beyond::Outside, .. } => self.say(
                "plan the days of that post first and write its slot, or plan all these days together (`--from`, `--to`)",
                "planifiez d’abord les jours de cette publication et notez son créneau, ou planifiez tous ces jours ensemble (`--from`, `--to`)",
            ).to_owned(),
            Because::After { .. } => self.say(
                "widen one of the two dates, or loosen `after`",
                "élargissez l’une des deux dates, ou assouplissez `after`",
            ).to_owned(),
            Because::Alternate { other } => self.move_other(other),
            Because::Quota { .. } => self.say(
                "choose another period, or raise the quota",
                "choisissez une autre période, ou augmentez le quota",
            ).to_owned(),
            Because::Worth => self.say("raise its priority", "augmentez sa priorité").to_owned(),
            Because::Several => self.say("widen its date or its window", "élargissez sa date ou sa fenêtre").to_owned(),
            Because::Score { .. } | Because::Mix | Because::Cadence { .. } | Because::Move { .. } | Because::Fixed(_) => return None,
        };
        Some(words)
    }

    /// Whether no window of the channel holds a time of the grid, so that no date can help.
    fn windows_miss_the_grid(&self) -> bool {
        let step = self.ws.plan.grid.saturating_mul(60).max(1);
        let windows = &self.ws.lane(self.placement.lane).windows;
        let misses = |window: &Window| {
            let first = window.span.from().div_ceil(step).saturating_mul(step);
            first >= window.span.to()
        };
        !windows.is_empty() && windows.iter().all(misses)
    }

    fn date_remedy(&self, beyond: Beyond) -> String {
        match beyond {
            Beyond::Within => {
                self.say("widen its date or its window", "élargissez sa date ou sa fenêtre")
            }
            Beyond::Outside => self.say(
                "plan the days of its date (`--from`, `--to`), or change its date",
                "planifiez les jours de sa date (`--from`, `--to`), ou changez sa date",
            ),
        }
        .to_owned()
    }

    fn move_other(&self, other: &Other) -> String {
        let name = quote(self.lang, &title(self.ws, other.placement));
        match self.lang {
            Lang::En => format!("move {name}, or widen the date of this post"),
            Lang::Fr => format!("déplacez {name}, ou élargissez la date de celle-ci"),
        }
    }
}
