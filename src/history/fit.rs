//! Learning in closed form: from posts and what they got to the score of each hour of a week.

/// A post as learning sees it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// Seconds since the Unix epoch.
    pub at: i64,
    /// The hour of the week on the channel's clock, Monday 0 h = 0, to 167.
    pub slot: usize,
    /// Its type, from 0.
    pub kind: usize,
    /// Reactions, comments and shares together; or with `reach`, a rate is learned from.
    pub engagement: f64,
    /// How many it reached, where a rate is asked for.
    pub reach: Option<f64>,
}

/// What some posts teach.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The samples in the order of time, ties by slot, type, engagement.
    pub samples: Vec<Sample>,
    /// What is left of each, in that order, on the scale of logarithms.
    pub residuals: Vec<f64>,
    /// The weight of each by its age, in that order.
    pub weights: Vec<f64>,
    /// Standard deviation of what is left.
    pub sigma: f64,
    /// By type.
    pub type_offsets: Vec<f64>,
    /// By slot.
    pub score: Vec<f64>,
    /// By slot.
    pub n_eff: Vec<f64>,
    /// By slot.
    pub sd: Vec<f64>,
    /// Leave-one-out R².
    pub loo_r2: f64,
}

/// Learns from posts of one channel; `prior` is the starting point of each slot, on the scale of
/// logarithms, flat where absent.
#[must_use]
pub fn fit(samples: &[Sample], kinds: usize, prior: Option<&[f64]>) -> Fit {
    let _ = (kinds, prior);
    Fit {
        samples: samples.to_vec(),
        residuals: Vec::new(),
        weights: Vec::new(),
        sigma: 0.0,
        type_offsets: Vec::new(),
        score: vec![0.0; 168],
        n_eff: vec![0.0; 168],
        sd: vec![0.0; 168],
        loo_r2: 0.0,
    }
}
