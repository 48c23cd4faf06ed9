//! Evergreen posts: when they went out, in their own name or as the same words again.
//!
//! A post with `evergreen` may come back; what comes back is another post with the same words. So
//! the outings of an evergreen post on a channel are those of all posts that say the same there.

use super::{
    ChannelIx, Evergreen, Kind, Placement, PlacementIx, PostIx, Standing, Status, Workspace,
};
use crate::time::Instant;
use chrono::NaiveDate;
use std::collections::{BTreeMap, HashMap};

/// The words of an evergreen post on one channel, and who says them when.
#[derive(Clone, Debug)]
pub struct Refrain {
    /// Where.
    pub channel: ChannelIx,
    /// The evergreen post; the first of the file where several say the same.
    pub post: PostIx,
    /// Its placement there.
    pub placement: PlacementIx,
    /// Its rest, and how often it may come back.
    pub evergreen: Evergreen,
    /// Every placement that says these words there, whether or not it has a day.
    pub members: Vec<PlacementIx>,
    /// Those that have a day, in order.
    pub outings: Vec<EvergreenOuting>,
}

/// A day on which the words go out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct EvergreenOuting {
    /// On the channel's clock.
    pub day: NaiveDate,
    /// In which placement.
    pub placement: PlacementIx,
}

impl Refrain {
    /// How often it may still come back; nothing where there is no end to it.
    #[must_use]
    pub fn left(&self) -> Option<usize> {
        let times = usize::try_from(self.evergreen.times?).unwrap_or(usize::MAX);
        Some(times.saturating_sub(self.outings.len().saturating_sub(1)))
    }

    /// The last outing before a day on which it could come back: it was out before, it is rested by
    /// then and will be before its next outing, and it may come back once more.
    #[must_use]
    pub fn rested(&self, day: NaiveDate) -> Option<NaiveDate> {
        let last = self.outings.iter().rev().find(|outing| outing.day <= day)?.day;
        let next = self.outings.iter().find(|outing| outing.day > day);
        let far = |one: NaiveDate, other: NaiveDate| self.is_rested(one, other);
        let may = self.left() != Some(0);
        (may && far(last, day) && next.is_none_or(|next| far(day, next.day))).then_some(last)
    }

    /// Whether its rest lies between two days.
    #[must_use]
    pub fn is_rested(&self, before: NaiveDate, after: NaiveDate) -> bool {
        let days = after.signed_duration_since(before).num_days();
        days.saturating_mul(86_400) >= self.evergreen.every.seconds()
    }
}

impl Workspace {
    /// The words of every evergreen post, channel by channel in file order. `start` knows the
    /// instants that a plan gives; where it gives none, those of the file count, but for posts that
    /// were due before `now` and never went out.
    pub fn refrains(
        &self,
        now: Instant,
        start: &dyn Fn(PlacementIx) -> Option<Instant>,
    ) -> Vec<Refrain> {
        let mut wanted: BTreeMap<(ChannelIx, u64), Vec<Refrain>> = BTreeMap::new();
        for (ix, placement) in self.each_placement() {
            let Some(evergreen) = self.post_of(placement).evergreen else { continue };
            if self.has_words_to_repeat(placement) {
                let key = (placement.channel, self.word_digest(placement));
                wanted.entry(key).or_default().push(Refrain {
                    channel: placement.channel,
                    post: placement.post,
                    placement: ix,
                    evergreen,
                    members: Vec::new(),
                    outings: Vec::new(),
                });
            }
        }
        if wanted.is_empty() {
            return Vec::new();
        }
        let alike = self.said_again(&wanted);
        let mut all: Vec<Refrain> = Vec::new();
        for refrain in wanted.into_values().flatten() {
            let words = self.folded_text(self.placement(refrain.placement));
            let Some(members) = alike.get(&(refrain.channel, words)) else { continue };
            if all.iter().any(|known| known.members.contains(&refrain.placement)) {
                continue;
            }
            let mut outings: Vec<EvergreenOuting> = members
                .iter()
                .filter_map(|&placement| {
                    let day = self.outing_day(placement, now, start(placement))?;
                    Some(EvergreenOuting { day, placement })
                })
                .collect();
            outings.sort_unstable();
            all.push(Refrain { members: members.clone(), outings, ..refrain });
        }
        all.sort_by_key(|refrain| (refrain.post, refrain.channel));
        all
    }

    /// The placements that say again what evergreen posts say, by channel and by words.
    fn said_again(
        &self,
        wanted: &BTreeMap<(ChannelIx, u64), Vec<Refrain>>,
    ) -> HashMap<(ChannelIx, String), Vec<PlacementIx>> {
        let mut alike: HashMap<_, Vec<PlacementIx>> = HashMap::new();
        for (ix, placement) in self.each_placement() {
            let channel = placement.channel;
            if self.has_words_to_repeat(placement)
                && wanted.contains_key(&(channel, self.word_digest(placement)))
            {
                alike.entry((channel, self.folded_text(placement))).or_default().push(ix);
            }
        }
        alike
    }

    fn has_words_to_repeat(&self, placement: &Placement) -> bool {
        placement.status.value != Status::Cancelled
            && self.post_of(placement).kind != Kind::Repost
            && self.content(placement).has_words()
    }

    /// The day on which a placement goes out: that of its instant, or the one day it asks for.
    fn outing_day(
        &self,
        ix: PlacementIx,
        now: Instant,
        planned: Option<Instant>,
    ) -> Option<NaiveDate> {
        let placement = self.placement(ix);
        let out = placement.status.value.is_settled()
            || matches!(placement.standing, Standing::Published(_));
        let today = self.channel(placement.channel).zone.local(now).date();
        let (first, last) = self.days_of(placement, planned)?;
        let counts = super::is_planned(placement) && (out || first >= today);
        (counts && first == last).then_some(first)
    }

    /// A digest of the words of a placement that is the same for texts that differ in case and
    /// blanks alone (FNV-1a, 64 bits, over small letters without white space).
    #[must_use]
    pub fn word_digest(&self, placement: &Placement) -> u64 {
        const START: u64 = 0xcbf2_9ce4_8422_2325;
        const PRIME: u64 = 0x0000_0100_0000_01b3;
        let step = |digest: u64, code: u32| (digest ^ u64::from(code)).wrapping_mul(PRIME);
        let content = self.content(placement);
        let words = content.text.into_iter().chain(content.parts);
        words.flat_map(|words| words.value.chars()).filter(|c| !c.is_whitespace()).fold(
            START,
            |digest, c| {
                if c.is_ascii() {
                    step(digest, u32::from(c.to_ascii_lowercase()))
                } else {
                    c.to_lowercase().fold(digest, |digest, c| step(digest, u32::from(c)))
                }
            },
        )
    }

    /// The text that goes out in small letters, with one space between words.
    #[must_use]
    pub fn folded_text(&self, placement: &Placement) -> String {
        let lower = self.outgoing_text(placement).to_lowercase();
        lower.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;
    use std::path::Path;

    fn workspace(posts: &[(&str, &str)]) -> Workspace {
        let mut text = "[calendar]\ntimezone = \"Europe/Paris\"\n\
            [channels.x]\nnetwork = \"x\"\n[channels.y]\nnetwork = \"bluesky\"\n"
            .to_owned();
        for (id, rest) in posts {
            text += &format!(
                "[[post]]\nid = \"{id}\"\ntitle = \"A\"\nchannels = [\"x\"]\ntext = \"Come  and SEE\"\n{rest}\n"
            );
        }
        let mut sources = Sources::default();
        crate::load::from_text(&text, Path::new("."), &mut sources).unwrap().workspace.unwrap()
    }

    fn now() -> Instant {
        Instant::parse_rfc3339("2026-11-01T09:00:00+01:00").unwrap()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    const EVERY: &str = "evergreen = { every = \"90d\", times = 2 }";

    #[test]
    fn the_same_words_are_outings_of_one_post() {
        let ws = workspace(&[
            ("a", &format!("at = 2026-01-10T12:00:00\nstatus = \"published\"\n{EVERY}")),
            ("b", "at = 2026-05-10T12:00:00\nstatus = \"scheduled\""),
            ("late", "at = 2026-06-10T12:00:00"),
            ("c", "date = 2026-11-10"),
            ("d", "date = \"2026-12\""),
            ("e", "date = 2026-11-11\nstatus = \"cancelled\""),
            ("f", "date = 2026-11-12\nstatus = \"idea\""),
        ]);
        let all = ws.refrains(now(), &|_| None);
        let [one] = &all[..] else { panic!("{all:?}") };
        let days: Vec<String> = one.outings.iter().map(|o| o.day.to_string()).collect();
        assert_eq!(days, ["2026-01-10", "2026-05-10", "2026-11-10"]);
        assert_eq!((one.members.len(), one.left()), (6, Some(0)));
        assert_eq!(one.rested(day("2027-06-01")), None, "it may come back twice, and did");
    }

    #[test]
    fn rest_is_kept_on_both_sides() {
        let ws = workspace(&[
            ("a", &format!("at = 2026-01-10T18:00:00\nstatus = \"published\"\n{EVERY}")),
            ("b", "at = 2026-12-10T12:00:00"),
        ]);
        let one = &ws.refrains(now(), &|_| None)[0];
        for (at, rested) in [
            ("2026-01-09", false),
            ("2026-04-09", false),
            ("2026-04-10", true),
            ("2026-09-11", true),
            ("2026-09-12", false),
            ("2027-03-09", false),
            ("2027-03-10", true),
        ] {
            assert_eq!(one.rested(day(at)).is_some(), rested, "{at}");
        }
        assert_eq!(one.rested(day("2026-05-01")), Some(day("2026-01-10")));
    }

    #[test]
    fn what_was_never_out_does_not_come_back() {
        let ws = workspace(&[("a", EVERY)]);
        assert_eq!(ws.refrains(now(), &|_| None)[0].rested(day("2027-01-01")), None);
        assert!(workspace(&[("a", "date = 2026-11-11")]).refrains(now(), &|_| None).is_empty());
    }
}
