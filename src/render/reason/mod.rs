//! Reasons in words: why a slot is taken, why one is closed, and what would change it.
//!
//! The planner answers with codes and operands; this is where they become sentences, in both
//! languages, and the arguments of machine output. Times are on the calendar's clock for people,
//! on the channel's for machines.

mod args;
mod presence;
mod remedy;
mod score;

use super::words::{lane, per, title};
use crate::lang::{Lang, count, de, instant, lapse, percent, quote};
use crate::model::{
    Because, Beyond, Other, Placement, PlacementIx, Reason, Standing, Status, Workspace,
};
use crate::render::lines::one_line;
use crate::time::Instant;
use serde_json::{Map, Value};

/// A reason, the placement it is about, and the language to speak.
#[derive(Clone, Copy, Debug)]
pub struct Speaker<'a> {
    ws: &'a Workspace,
    placement: &'a Placement,
    lang: Lang,
    speaks_of: SpeaksOf,
    now: Option<Instant>,
    start: Option<Instant>,
}

/// What reasons are about: the same rule is said otherwise of a slot that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SpeaksOf {
    /// A slot that is closed.
    Closed,
    /// The slot that is taken.
    Taken,
}

impl<'a> Speaker<'a> {
    /// For the reasons of one placement.
    #[must_use]
    pub fn new(ws: &'a Workspace, placement: PlacementIx, lang: Lang) -> Self {
        Self {
            ws,
            placement: ws.placement(placement),
            lang,
            speaks_of: SpeaksOf::Closed,
            now: None,
            start: None,
        }
    }

    /// For the reasons of the slot that a placement has.
    #[must_use]
    pub fn of_slot(ws: &'a Workspace, placement: PlacementIx, lang: Lang) -> Self {
        Self { speaks_of: SpeaksOf::Taken, ..Self::new(ws, placement, lang) }
    }

    /// The same at this moment: no slot before it is spoken of as one that would open.
    #[must_use]
    pub const fn at(mut self, now: Instant) -> Self {
        self.now = Some(now);
        self
    }

    /// The reason as a phrase without a capital or a full stop.
    #[must_use]
    pub fn text(&self, reason: &Reason) -> String {
        match &reason.cause {
            Because::Score { score, best, origin } => self.score(*score, *best, *origin),
            Because::Date { beyond, .. } => self.date(*beyond),
            Because::Window
            | Because::Hours
            | Because::Pause(_)
            | Because::Event(_)
            | Because::Past => self.closed(&reason.cause),
            Because::Presence(owner) => self.presence(*owner),
            Because::Gap { other, least }
            | Because::Spacing { other, least }
            | Because::Topic { other, least } => {
                self.too_near(&reason.cause, other, least.seconds())
            }
            Because::PerDay { max } => self.day_full(*max),
            Because::PerWeek { max, reserve } => self.week_full(*max, *reserve),
            Because::Capacity { capacity, after } => self.capacity(*capacity, after.seconds()),
            Because::After { post, start, beyond } => self.after(post, *start, *beyond),
            Because::Alternate { other } => self.alternate(other, reason.delta),
            Because::Quota { at_most, per } => self.quota(*at_most, *per),
            Because::Mix => self.mix(reason.delta),
            Because::Cadence { missing } => self.cadence(*missing),
            Because::Move { from } => self.moved(*from, reason.delta),
            Because::Worth => self
                .say(
                    "a slot is possible, but the plan as a whole is better without it",
                    "un créneau est possible, mais l’ensemble du plan est meilleur sans",
                )
                .to_owned(),
            Because::Several => self
                .say(
                    "several rules together leave no room for it",
                    "plusieurs règles, ensemble, ne lui laissent pas de place",
                )
                .to_owned(),
            Because::Fixed(status) => self.fixed(*status),
        }
    }

    /// What would make it fit, when something would.
    #[must_use]
    pub fn change(&self, reason: &Reason) -> Option<String> {
        let base = self.remedy(&reason.cause)?;
        let Some(slot) = self.opened(reason) else {
            return Some(base);
        };
        let slot = self.moment(slot);
        Some(match self.lang {
            Lang::En => format!("{base} (the slot on {slot} would open)"),
            Lang::Fr => format!("{base} (le créneau du {slot} s’ouvrirait)"),
        })
    }

    /// The operands by name, for machines.
    #[must_use]
    pub fn args(&self, reason: &Reason) -> Map<String, Value> {
        let mut args = self.operands(&reason.cause);
        if let Some(slot) = self.opened(reason) {
            args.insert("would_allow".to_owned(), self.machine(slot).into());
        }
        args
    }

    /// The slot that lifting the rule would open, unless it is past.
    fn opened(&self, reason: &Reason) -> Option<Instant> {
        reason.would_allow.filter(|slot| self.now.is_none_or(|now| *slot >= now))
    }

    fn say(&self, en: &'static str, fr: &'static str) -> &'static str {
        match self.lang {
            Lang::En => en,
            Lang::Fr => fr,
        }
    }

    /// A moment on the calendar's clock.
    fn moment(&self, at: Instant) -> String {
        instant(self.lang, self.ws.calendar.zone.local(at))
    }

    fn machine(&self, at: Instant) -> String {
        self.ws.channel(self.placement.channel).zone.rfc3339(at)
    }

    fn lane(&self) -> String {
        lane(self.ws, self.placement)
    }

    /// Another placement and when it goes out: `“Title” (Tue 24 Nov at 12:30)`.
    fn other(&self, other: &Other) -> String {
        let name = quote(self.lang, &title(self.ws, other.placement));
        format!("{name} ({})", self.moment(other.start))
    }

    fn date(&self, beyond: Beyond) -> String {
        match beyond {
            Beyond::Within if self.speaks_of == SpeaksOf::Taken => {
                self.say("the date that the post asks for", "la date que demande la publication")
            }
            Beyond::Within => self.say(
                "outside the date or the window that the post asks for",
                "hors de la date ou de la fenêtre que demande la publication",
            ),
            Beyond::Outside => self.say(
                "its date is outside the days that are planned",
                "sa date est en dehors des jours planifiés",
            ),
        }
        .to_owned()
    }

    /// Slots that the calendar closes.
    fn closed(&self, cause: &Because) -> String {
        let lane = self.lane();
        let name = |text: &str| one_line(text);
        match (cause, self.lang) {
            (Because::Pause(why), Lang::En) => format!("pause: {}", name(why)),
            (Because::Pause(why), Lang::Fr) => format!("pause\u{a0}: {}", name(why)),
            (Because::Event(event), Lang::En) => {
                format!(
                    "nothing goes out on the day of {}",
                    quote(Lang::En, &name(event.get(Lang::En)))
                )
            }
            (Because::Event(event), Lang::Fr) => {
                format!("rien ne part ce jour-là\u{a0}: {}", name(event.get(Lang::Fr)))
            }
            (Because::Window, Lang::En) => format!("outside the windows of {lane}"),
            (Because::Window, Lang::Fr) => format!("hors des fenêtres {}", de(&lane)),
            (Because::Hours, Lang::En) => "outside the hours of the plan".to_owned(),
            (Because::Hours, Lang::Fr) => "hors des heures du planning".to_owned(),
            (_, Lang::En) => "the time is past".to_owned(),
            (_, Lang::Fr) => "l’heure est passée".to_owned(),
        }
    }

    fn too_near(&self, cause: &Because, other: &Other, least: i64) -> String {
        let (other, least) = (self.other(other), lapse(self.lang, least));
        match (cause, self.lang) {
            (Because::Topic { .. }, Lang::En) => {
                format!("same topic, less than {least} from {other}")
            }
            (Because::Topic { .. }, Lang::Fr) => {
                format!("même sujet, à moins de {least} de {other}")
            }
            (_, Lang::En) => format!("less than {least} from {other}"),
            (_, Lang::Fr) => format!("à moins de {least} de {other}"),
        }
    }

    fn day_full(&self, max: u32) -> String {
        let lane = self.lane();
        match self.lang {
            Lang::En => format!("the day is full on {lane}: {} at most", self.posts(max)),
            Lang::Fr => {
                format!("la journée est pleine sur {lane}\u{a0}: {} au plus", self.posts(max))
            }
        }
    }

    fn week_full(&self, max: u32, reserve: u32) -> String {
        let lane = self.lane();
        let posts = self.posts(max);
        let whole = self.ws.lane(self.placement.lane).cadence.max;
        let kept = whole
            .filter(|whole| reserve > 0 && *whole > max)
            .map(|whole| {
                let reserve = percent(self.lang, reserve);
                match self.lang {
                    Lang::En => format!(" ({whole} less the {reserve} kept free)"),
                    Lang::Fr => format!(" ({whole} moins {reserve} de réserve)"),
                }
            })
            .unwrap_or_default();
        match self.lang {
            Lang::En => format!("the week is full on {lane}: {posts} at most{kept}"),
            Lang::Fr => format!("la semaine est pleine sur {lane}\u{a0}: {posts} au plus{kept}"),
        }
    }

    fn posts(&self, n: u32) -> String {
        let n = usize::try_from(n).unwrap_or(usize::MAX);
        match self.lang {
            Lang::En => count(Lang::En, n, "post", "posts"),
            Lang::Fr => count(Lang::Fr, n, "publication", "publications"),
        }
    }

    fn capacity(&self, capacity: u32, after: i64) -> String {
        let (posts, after) = (self.posts(capacity), lapse(self.lang, after));
        match self.lang {
            Lang::En => format!("the team answers {posts} at most within {after}"),
            Lang::Fr => format!("l’équipe suit {posts} au plus en {after}"),
        }
    }

    fn after(&self, post: &str, start: Option<Instant>, beyond: Beyond) -> String {
        let named = self.ws.posts.iter().find(|known| known.id.name == post);
        let name = named.map_or(post, |post| post.headline());
        let name = quote(self.lang, &one_line(name));
        // What is no post is an event or a campaign, and has its days already.
        let at = match start {
            Some(at) => Some(format!(" ({})", self.moment(at))),
            None => named.is_none().then(String::new),
        };
        match (at, beyond, self.lang) {
            (Some(at), _, Lang::En) => format!("it must keep its distance from {name}{at}"),
            (Some(at), _, Lang::Fr) => {
                format!("elle doit respecter son délai avec {name}{at}")
            }
            (None, Beyond::Within, Lang::En) => {
                format!("{name} must go out first, and has no slot")
            }
            (None, Beyond::Within, Lang::Fr) => {
                format!("{name} doit paraître avant, et n’a pas de créneau")
            }
            (None, Beyond::Outside, Lang::En) => {
                format!(
                    "{name} must go out first, and its date is outside the days that are planned"
                )
            }
            (None, Beyond::Outside, Lang::Fr) => {
                format!("{name} doit paraître avant, et sa date est en dehors des jours planifiés")
            }
        }
    }

    fn alternate(&self, other: &Other, delta: Option<i64>) -> String {
        let other = self.other(other);
        match (delta.is_some_and(|delta| delta > 0), self.lang) {
            (true, Lang::En) => format!("it keeps pillars alternating beside {other}"),
            (true, Lang::Fr) => format!("les piliers alternent avec {other}"),
            (false, Lang::En) => format!("same pillar as its neighbour {other}"),
            (false, Lang::Fr) => format!("même pilier que sa voisine {other}"),
        }
    }

    fn quota(&self, at_most: u32, period: crate::model::Per) -> String {
        let (posts, per) = (self.posts(at_most), per(period).get(self.lang));
        match self.lang {
            Lang::En => format!("the quota is used up: {posts} {per}"),
            Lang::Fr => format!("le quota est atteint\u{a0}: {posts} {per}"),
        }
    }

    fn mix(&self, delta: Option<i64>) -> String {
        match delta {
            Some(delta) if delta < 0 => {
                self.say("takes the mix away from its targets", "éloigne le mix de ses objectifs")
            }
            Some(0) | None => self.say("counts in the mix", "compte dans le mix"),
            Some(_) => self
                .say("brings the mix nearer to its targets", "rapproche le mix de ses objectifs"),
        }
        .to_owned()
    }

    fn cadence(&self, missing: u32) -> String {
        let (lane, posts) = (self.lane(), self.posts(missing));
        match (missing, self.lang) {
            (0, Lang::En) => format!("helps {lane} to keep its cadence"),
            (0, Lang::Fr) => format!("aide {lane} à tenir sa cadence"),
            (_, Lang::En) => format!("without it, {lane} would be {posts} short that week"),
            (_, Lang::Fr) => {
                format!("sans elle, il manquerait {posts} sur {lane} cette semaine-là")
            }
        }
    }

    fn moved(&self, from: Instant, delta: Option<i64>) -> String {
        let from = self.moment(from);
        match (delta.is_some_and(|delta| delta > 0), self.lang) {
            (true, Lang::En) => format!("it keeps the slot chosen before ({from})"),
            (true, Lang::Fr) => format!("garde le créneau déjà choisi ({from})"),
            (false, Lang::En) => format!("it leaves the slot chosen before ({from})"),
            (false, Lang::Fr) => format!("quitte le créneau déjà choisi ({from})"),
        }
    }

    fn fixed(&self, standing: Status) -> String {
        match standing {
            Status::Published => self.say("it is out", "déjà publié"),
            Status::Scheduled => self.say("already scheduled", "déjà programmé"),
            // Chosen by an earlier plan, and `--keep` holds it.
            _ if matches!(self.placement.standing, Standing::Chosen(_)) => {
                self.say("it keeps the slot chosen before", "garde le créneau déjà choisi")
            }
            _ => self.say("the calendar fixes this time", "l’heure est imposée dans le calendrier"),
        }
        .to_owned()
    }
}

/// What a change of the objective is worth, signed: `+120`, `−60`.
#[must_use]
pub fn signed(lang: Lang, delta: i64) -> String {
    let figure = crate::lang::number(lang, delta);
    match delta {
        1.. => format!("+{figure}"),
        _ => figure,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::plan::sample::{at, museum};

    #[test]
    fn no_slot_of_the_past_is_offered() {
        let museum = museum();
        let left = &museum.schedule.left_out[0];
        let fr = Speaker::new(&museum.ws, left.placement, Lang::Fr);
        let early = fr.at(at("2026-11-21T10:00:00+01:00"));
        let said = early.change(&left.reasons[0]).unwrap();
        assert!(said.ends_with("(le créneau du mar. 24 nov. à 10 h s’ouvrirait)"), "{said}");
        assert!(early.args(&left.reasons[0]).contains_key("would_allow"));
        let late = fr.at(at("2026-11-24T10:01:00+01:00"));
        let said = late.change(&left.reasons[0]).unwrap();
        assert!(!said.contains("créneau") && !said.is_empty(), "{said}");
        assert!(!late.args(&left.reasons[0]).contains_key("would_allow"));
    }

    #[test]
    fn a_missing_post_is_missing_without_it() {
        let museum = museum();
        let ix = museum.find("enigme-ombre", "instagram");
        let reason = Reason::new(Because::Cadence { missing: 1 });
        let said = Lang::ALL.map(|lang| Speaker::of_slot(&museum.ws, ix, lang).text(&reason));
        assert!(
            said.contains(&"without it, instagram would be 1 post short that week".to_owned()),
            "{said:?}"
        );
        let fr = "sans elle, il manquerait 1 publication sur instagram cette semaine-là".to_owned();
        assert!(said.contains(&fr), "{said:?}");
    }

    #[test]
    fn what_must_go_out_first_is_where_it_is_said_to_be() {
        let museum = museum();
        let ix = museum.find("enigme-ombre", "instagram");
        let after =
            |post: &str, beyond| Because::After { post: post.to_owned(), start: None, beyond };
        let en = Speaker::new(&museum.ws, ix, Lang::En);
        let said = |cause| {
            let reason = Reason::new(cause);
            (en.text(&reason), en.change(&reason).unwrap())
        };
        let (text, _) = said(after("klimt-teaser", Beyond::Within));
        assert!(text.ends_with("must go out first, and has no slot"), "{text}");
        let (text, remedy) = said(after("klimt-teaser", Beyond::Outside));
        assert!(text.ends_with("its date is outside the days that are planned"), "{text}");
        assert!(remedy.contains("write its slot") && remedy.contains("`--from`"), "{remedy}");
        let (text, _) = said(after("Black Friday", Beyond::Within));
        assert_eq!(text, "it must keep its distance from “Black Friday”");
    }

    #[test]
    fn a_remedy_can_help() {
        let museum = museum();
        let ix = museum.find("enigme-ombre", "instagram");
        let said =
            |cause, lang| Speaker::new(&museum.ws, ix, lang).change(&Reason::new(cause)).unwrap();
        let text = said(Because::PerWeek { max: 0, reserve: 20 }, Lang::En);
        assert!(text.contains("no post at all") && text.contains("reserve"), "{text}");
        let text = said(Because::PerWeek { max: 0, reserve: 0 }, Lang::Fr);
        assert!(text.contains("aucune publication") && !text.contains("réserve"), "{text}");
        let text = said(Because::PerDay { max: 0 }, Lang::En);
        assert!(text.ends_with("raise `per_day`"), "{text}");
        let text = Speaker::new(&museum.ws, ix, Lang::Fr).text(&Reason::new(Because::Window));
        assert_eq!(text, "hors des fenêtres d’instagram");
    }

    #[test]
    fn windows_off_the_grid_are_no_matter_of_dates() {
        let mut museum = museum();
        let ix = museum.find("enigme-ombre", "instagram");
        let reason = Reason::new(Because::Window);
        let said = |ws: &Workspace| Speaker::new(ws, ix, Lang::En).change(&reason).unwrap();
        assert!(said(&museum.ws).starts_with("widen its date"));
        for lane in &mut museum.ws.lanes {
            for window in &mut lane.windows {
                window.span = crate::time::DaySpan::new(9 * 3600 + 60, 9 * 3600 + 120).unwrap();
            }
        }
        assert!(said(&museum.ws).contains("`plan.grid`"));
    }
}
