//! Posts that may or may not count in a window: asked for on days of which only some are in it.

use super::owed::Stage;
use super::sheet::stretch;
use super::window::Window;
use crate::model::{Count, Placement, Status};
use std::collections::BTreeSet;

/// How many posts (or placements, as the mix counts) have no sure day yet, and days within this
/// window and outside of it. What is over, and the posts of a campaign, are never of them.
pub(super) fn unsure(stage: &Stage<'_>, window: Window) -> usize {
    let (ws, Window::Days(from, to)) = (stage.ws, window) else {
        return 0;
    };
    let here = |placement: &Placement| {
        stage.channel.is_none_or(|channel| channel == placement.channel)
            && placement.pillar.is_some()
            && !matches!(placement.status.value, Status::Idea | Status::Cancelled)
    };
    let astride = |placement: &Placement| {
        let Some((first, last)) = stretch(ws, placement) else { return false };
        let touches = first <= to && last >= from;
        let within = first >= from && last <= to;
        touches && !within && last >= stage.days.0
    };
    let found = ws.each_placement().filter(|(_, p)| here(p) && astride(p));
    match ws.mix.count {
        Count::Placements => found.count(),
        Count::Posts => found.map(|(_, p)| p.post).collect::<BTreeSet<_>>().len(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{day, read};
    use super::super::sheets;

    #[test]
    fn days_of_which_some_are_outside_are_counted_apart() {
        let read = |count: &str| {
            read(&format!(
                "[calendar]\ntimezone = \"Europe/Paris\"\n[channels.a]\nnetwork = \"instagram\"\n\
                 [channels.b]\nnetwork = \"facebook\"\n[mix]\nwindow = \"28d\"\ncount = \"{count}\"\n\
                 [mix.pillars.promo]\n[[mix.share]]\npillars = [\"promo\"]\nat_most = 20\n\
                 [[post]]\nid = \"w\"\ntitle = \"W\"\npillar = \"promo\"\nchannels = [\"a\", \"b\"]\n\
                 date = \"2026-W48\"\n[[post]]\nid = \"x\"\ntitle = \"X\"\nchannels = [\"a\"]\n\
                 date = \"2026-W48\"\n[[post]]\nid = \"o\"\ntitle = \"O\"\npillar = \"promo\"\n\
                 channels = [\"b\"]\ndate = 2026-11-24\n[[post]]\nid = \"l\"\ntitle = \"L\"\n\
                 pillar = \"promo\"\nchannels = [\"b\"]\ndate = \"2026-12\"\n"
            ))
        };
        let of = |count: &str, to: &str| {
            let ws = read(count);
            let all = sheets(&ws, (day("2026-11-23"), day(to)), day("2026-11-22"));
            all.iter().map(|s| (s.of, s.apart.unsure)).collect::<Vec<_>>()
        };
        assert_eq!(of("placements", "2026-11-27"), [(1, 2)]);
        assert_eq!(of("posts", "2026-11-27"), [(1, 1)]);
        assert_eq!(of("placements", "2026-11-29"), [(3, 0)]);
        assert_eq!(of("placements", "2026-12-04"), [(3, 1)]);
    }
}
