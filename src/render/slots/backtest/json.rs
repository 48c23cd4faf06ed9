//! A trial on the past, as `edito-backtest/1`: one compact object on one line. Times carry the offset of
//! the channel's clock.

use super::super::json::{GainOut, known};
use super::Tried;
use crate::model::{Backtest, Fold, MethodResult};
use crate::time::Zone;
use serde::Serialize;

/// The object on its line.
#[must_use]
pub fn render(tried: &Tried<'_>) -> String {
    let document = Document {
        format: "edito-backtest/1",
        channels: tried.shown().map(|trial| channel(tried, trial)).collect(),
        calendar: &tried.ws.calendar.name,
    };
    // Only maps with keys that are no text, or a writer that fails, can fail here.
    let mut line = serde_json::to_string(&document).unwrap_or_default();
    line.push('\n');
    line
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    channels: Vec<ChannelOut<'a>>,
    calendar: &'a str,
}

#[derive(Serialize)]
struct ChannelOut<'a> {
    channel: &'a str,
    posts: usize,
    tested: usize,
    known: &'static str,
    cluster: &'static str,
    folds: Vec<FoldOut>,
    methods: Vec<MethodOut>,
}

#[derive(Serialize)]
struct FoldOut {
    learned: usize,
    tested: usize,
    from: String,
    to: String,
}

#[derive(Serialize)]
struct MethodOut {
    method: &'static str,
    r2: f64,
    #[serde(flatten)]
    gain: GainOut,
}

fn channel<'a>(tried: &Tried<'a>, trial: &Backtest) -> ChannelOut<'a> {
    let channel = tried.ws.channel(trial.channel);
    ChannelOut {
        channel: &channel.id.value,
        posts: trial.posts,
        tested: trial.tested(),
        known: known(trial.known),
        cluster: trial.cluster.code(),
        folds: trial.folds.iter().map(|one| fold(channel.zone, one)).collect(),
        methods: trial.methods.iter().map(method).collect(),
    }
}

fn fold(zone: Zone, fold: &Fold) -> FoldOut {
    FoldOut {
        learned: fold.learned,
        tested: fold.tested,
        from: zone.rfc3339(fold.from),
        to: zone.rfc3339(fold.to),
    }
}

fn method(result: &MethodResult) -> MethodOut {
    MethodOut { method: result.method.code(), r2: result.r2, gain: GainOut::from(&result.lift) }
}
