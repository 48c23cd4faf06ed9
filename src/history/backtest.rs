//! Scoring hours, tried on the past of a channel, out of sample.
//!
//! The posts, in the order of time, are cut into five parts of equal size. Four times the parts up to
//! one are learned from and the next is judged: all that is learned (the usual, the types, the hours,
//! the other brands' starting point) comes from posts before the first judged one, so nothing of the
//! judged future leaks into it.
//!
//! A judged post did what it got against the usual around it, less what its type does. That usual is
//! the running median over the whole history, later posts included: it says what happened, and only the
//! judge sees it. Within each part the mean of what posts did, and of what a method foretold, is taken
//! out: hours are compared, not levels.

use super::fit::{Fit, Sample};
use super::kernel::SLOTS;
use super::number::real;
use super::prior::Pool;
use super::residue::Residue;
use super::sift::Sifted;
use super::timing::kernel;
use super::usual::usual;
use super::verdict::{Judged, cluster, verdict};
use crate::model::{
    Backtest, ChannelIx, Cluster, Fold, Known, Method, MethodResult, Outing, Workspace,
};
use crate::time::{Instant, Zone};

/// Parts that a history is cut into; all but the first are judged.
const PARTS: usize = 5;

/// By channel, in their order: what three ways of choosing hours would have brought on its own posts.
///
/// The order of `outings` does not matter, to the last bit, and nothing is random.
#[must_use]
pub fn backtest(ws: &Workspace, outings: &[Outing]) -> Vec<Backtest> {
    let one = |at: usize| {
        let channel = ChannelIx::new(at);
        match Sifted::of(ws, channel, outings) {
            Some(posts) => tried(channel, ws.channels[at].zone, &posts),
            None => untried(channel, 0, Known::Minute),
        }
    };
    (0..ws.channels.len()).map(one).collect()
}

fn untried(channel: ChannelIx, posts: usize, known: Known) -> Backtest {
    Backtest {
        channel,
        posts,
        known,
        folds: Vec::new(),
        cluster: Cluster::Week,
        methods: Vec::new(),
    }
}

fn tried(channel: ChannelIx, zone: Zone, posts: &Sifted<'_>) -> Backtest {
    let all = &posts.own.list;
    let n = all.len();
    let mut backtest = untried(channel, n, posts.known);
    if n < Backtest::NEEDED {
        return backtest;
    }
    let scale: Vec<f64> = all.iter().map(Sample::scale).collect();
    let did: Vec<f64> = scale.iter().zip(usual(&scale)).map(|(y, usual)| y - usual).collect();
    let mut judged: Vec<Vec<Judged>> = Method::ALL.map(|_| Vec::new()).to_vec();
    for part in 1..PARTS {
        let (from, to) = (part * n / PARTS, (part + 1) * n / PARTS);
        let lesson = Lesson::of(posts, &all[..from], all[from].at);
        for (method, judged) in Method::ALL.into_iter().zip(&mut judged) {
            judged.extend(lesson.judge(method, &all[from..to], &did[from..to]));
        }
        backtest.folds.push(Fold {
            learned: from,
            tested: to - from,
            from: Instant::from_unix(all[from].at),
            to: Instant::from_unix(all[to - 1].at),
        });
    }
    let (clusters, kind) = cluster(&all[n / PARTS..], zone);
    backtest.cluster = kind;
    let result = |(method, judged): (Method, Vec<Judged>)| {
        let (lift, r2) = verdict(&judged, &clusters);
        MethodResult { method, lift, r2 }
    };
    backtest.methods = Method::ALL.into_iter().zip(judged).map(result).collect();
    backtest
}

/// What was known before the posts that are judged.
struct Lesson {
    fit: Fit,
    raw: [f64; SLOTS],
}

impl Lesson {
    fn of(posts: &Sifted<'_>, past: &[Sample], until: i64) -> Self {
        let kernel = kernel(posts.known);
        let until = Instant::from_unix(until);
        let others = posts.others.iter().map(|brand| (brand.before(until), brand.kinds.len()));
        let pool = Pool::of(others, &kernel);
        let residue = Residue::of(past, posts.own.kinds.len());
        let raw = means(&residue);
        let prior = pool.map(|pool| pool.start(residue.sigma));
        Self { fit: Fit::of(residue, &kernel, prior.as_deref()), raw }
    }

    /// What a method foretold of some posts, beside what they did against the usual.
    fn judge(&self, method: Method, posts: &[Sample], did: &[f64]) -> Vec<Judged> {
        let foretold = |sample: &Sample| match method {
            Method::Mean => 0.0,
            Method::Raw => self.raw[sample.slot],
            Method::Edito => self.fit.score[sample.slot],
        };
        let one = |(sample, did): (&Sample, &f64)| {
            (foretold(sample), did - self.fit.type_offsets[sample.kind])
        };
        let pairs: Vec<(f64, f64)> = posts.iter().zip(did).map(one).collect();
        Judged::of_a_part(&pairs)
    }
}

/// The mean of each hour of the week by itself, of what posts did against the usual: no weights, no
/// types, no neighbours. 0, the usual, for hours without a post.
fn means(residue: &Residue) -> [f64; SLOTS] {
    let (mut sums, mut counts) = ([0.0; SLOTS], [0_usize; SLOTS]);
    for (sample, raw) in residue.samples.iter().zip(&residue.raw) {
        sums[sample.slot] += raw;
        counts[sample.slot] += 1;
    }
    std::array::from_fn(|slot| sums[slot] / real(counts[slot].max(1)))
}
