//! The screens of a small calendar, for the tests of this room.

use super::Told;
use crate::lang::Lang;
use crate::model::{ChannelIx, Workspace};
use crate::render::findings::Tally;
use crate::report::trial::{day, now};
use crate::report::{Ask, Report, report};

/// A calendar and its report.
pub(super) struct Trial {
    ws: Workspace,
    report: Report,
    channels: Vec<ChannelIx>,
}

impl Trial {
    pub(super) fn of(ws: Workspace, since: &str) -> Self {
        let channels: Vec<ChannelIx> = ws.each_channel().map(|(ix, _)| ix).collect();
        let report = report(&ws, &Ask { since: day(since), now: now(), channels: &channels });
        Self { ws, report, channels }
    }

    pub(super) fn told(&self, lang: Lang) -> Told<'_> {
        Told {
            ws: &self.ws,
            report: &self.report,
            channels: &self.channels,
            tally: Tally { errors: 0, warnings: 2, ..Tally::default() },
            now: now(),
            lang,
        }
    }
}
