//! Evergreen posts that may come back where a slot stays free.

use super::state::State;
use crate::model::{Comeback, Free, FreeCause, PillarIx, PostIx, Refrain};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Offers a rested evergreen post beside each free slot that one fits, in the order of the slots;
/// each post once. First one of the pillar that the mix wants there, then the one of the highest
/// priority, then the one that has rested longest.
pub(super) fn offer(state: &State<'_, '_>, free: &mut [Free]) {
    if free.is_empty() {
        return;
    }
    let problem = state.problem;
    let refrains = problem.ws.refrains(problem.request.now, &|ix| state.starts.get(&ix).copied());
    let mut offered: BTreeSet<PostIx> = BTreeSet::new();
    for slot in free {
        let day = state.problem.ws.channel(slot.channel).zone.local(slot.start).date();
        let fitting = refrains
            .iter()
            .filter(|refrain| !offered.contains(&refrain.post) && fits(state, refrain, slot, day))
            .filter_map(|refrain| Some((refrain, refrain.rested(day)?)));
        let best = fitting.max_by_key(|(refrain, last)| {
            let post = state.problem.ws.post(refrain.post);
            let wanted = slot.pillar.is_some() && pillar(state, refrain) == slot.pillar;
            (wanted, post.priority, Reverse(*last), Reverse(refrain.post))
        });
        if let Some((refrain, last)) = best {
            offered.insert(refrain.post);
            slot.comeback = Some(Comeback { post: refrain.post, last });
        }
    }
}

fn pillar(state: &State<'_, '_>, refrain: &Refrain) -> Option<PillarIx> {
    state.problem.ws.placement(refrain.placement).pillar
}

/// Whether a post may stand in a free slot, its rest apart: the same lane, the feature that asks, a
/// pillar and a campaign of that day, no pause and no quota that the slot did not count with.
fn fits(state: &State<'_, '_>, refrain: &Refrain, slot: &Free, day: NaiveDate) -> bool {
    let ws = state.problem.ws;
    let post = ws.post(refrain.post);
    let placement = ws.placement(refrain.placement);
    let lane = ws.lane(placement.lane);
    let series = post.series.as_ref().map(|series| &ws.series(series.value).id.value);
    let asked = match &slot.cause {
        FreeCause::Cadence => series.is_none(),
        FreeCause::Series(id) => series == Some(id),
    };
    let own = placement.pillar;
    let lives = own.is_none_or(|ix| {
        let pillar = ws.pillar(ix);
        pillar.from.is_none_or(|from| from <= day) && pillar.to.is_none_or(|to| day <= to)
    });
    let runs = post.campaign.as_ref().is_none_or(|ix| ws.campaign(ix.value).runs_on(day));
    let format = placement.format.as_deref();
    let counted = |quota: &crate::model::Quota| quota.counts(own, lane.format.as_deref());
    (refrain.channel, &lane.format) == (slot.channel, &slot.format)
        && asked
        && lives
        && runs
        && !ws.pauses.iter().any(|pause| pause.stops(slot.start, slot.channel, own, format))
        && (own == slot.pillar || !ws.mix.quotas.iter().any(counted))
}

#[cfg(test)]
mod tests {
    use crate::load::from_text;
    use crate::model::Schedule;
    use crate::planner::{Effort, Request, Slots, plan};
    use crate::source::Sources;
    use crate::time::Instant;
    use std::path::Path;

    const HEAD: &str = "[calendar]\nname = \"Test\"\ntimezone = \"Etc/UTC\"\n\
        [channels.x]\nnetwork = \"x\"\ncadence = { per_week = { min = 2, max = 2 }, per_day = 1 }\n\
        [mix]\n[mix.pillars.a]\n[mix.pillars.b]\n\
        [[mix.share]]\npillars = [\"a\"]\ntarget = 100\n";

    fn post(id: &str, out: &str, rest: &str) -> String {
        format!(
            "[[post]]\nid = \"{id}\"\ntitle = \"{id}\"\ntext = \"{id} says so\"\nat = {out}T12:00:00\n\
            status = \"published\"\nevergreen = {{ every = \"90d\" }}\n{rest}\n"
        )
    }

    /// What comes back in two weeks of November, slot by slot.
    fn back(body: &str) -> Vec<String> {
        let mut sources = Sources::default();
        let loaded = from_text(&format!("{HEAD}{body}"), Path::new("."), &mut sources).unwrap();
        let ws = loaded.workspace.unwrap();
        let request = Request {
            from: "2026-11-02".parse().unwrap(),
            to: "2026-11-15".parse().unwrap(),
            now: Instant::parse_rfc3339("2026-11-01T10:00:00Z").unwrap(),
            slots: Slots::Consider,
            effort: Effort::Quick,
        };
        let Schedule { free, .. } = plan(&ws, &request);
        assert_eq!(free.len(), 4);
        free.iter()
            .map(|free| match free.comeback {
                Some(back) => format!("{} {}", ws.post(back.post).id.name, back.last),
                None => "-".to_owned(),
            })
            .collect()
    }

    #[test]
    fn the_mix_then_priority_then_rest_decide() {
        let body = [
            post("long", "2026-01-05", "pillar = \"b\""),
            post("dear", "2026-03-05", "pillar = \"b\"\npriority = 5"),
            post("wanted", "2026-07-05", "pillar = \"a\"\npriority = 1"),
            post("tired", "2026-08-20", "pillar = \"a\""),
        ];
        assert_eq!(
            back(&body.concat()),
            ["wanted 2026-07-05", "dear 2026-03-05", "long 2026-01-05", "-"]
        );
    }

    #[test]
    fn what_does_not_fit_is_not_offered() {
        let body = [
            post("pause", "2026-01-05", "pillar = \"b\""),
            post("times", "2026-01-06", "").replace("90d\"", "90d\", times = 1"),
            "[[post]]\nid = \"again\"\ntitle = \"A\"\ntext = \"times SAYS so\"\nat = 2026-05-05T12:00:00\n\
            status = \"published\"\n"
                .to_owned(),
            post("soon", "2026-02-05", ""),
            "[[post]]\nid = \"next\"\ntitle = \"A\"\ntext = \"soon says so\"\nat = 2026-12-05T12:00:00\n"
                .to_owned(),
            "[[pause]]\nfrom = 2026-11-01T00:00:00\npillars = [\"b\"]\nreason = \"no\"\n".to_owned(),
        ];
        assert_eq!(back(&body.concat()), ["-"; 4]);
    }
}
