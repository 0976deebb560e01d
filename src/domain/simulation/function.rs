//! Functions started by request: how many requests have to wait for an environment to start.
//!
//! It must not promise what a provider does not document: how long idle environments are kept is a parameter. Requests beyond
//! the limit are refused ([`station`](super::station) with no queue).

use super::station::erlang_b;

/// How many environments are warm, and for how long.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Environments {
    /// c, how many may exist at a time.
    pub limit: u64,
    /// How many are always ready.
    pub provisioned: u64,
    /// τ, how long one without work is kept, seconds, ≥ 0.
    pub keep_s: f64,
}

/// The share of the accepted requests that meet a cold start, 0..1, at λ = `rate` requests a second that take `service_s` each
/// (both ≥ 0), when the load has been the same for long.
///
/// A request takes the first free environment in a fixed order. The n-th gets what the n − 1 before it cannot take: a flow of
/// λ·(B_{n−1} − B_n), with Erlang's B (R. B. Cooper, "Introduction to Queueing Theory", 2nd ed. 1981, ordered hunting). While it
/// is idle, requests come to it at λ·B_{n−1}; taken as Poisson, it has been idle for longer than τ with probability
/// e^(−λ·B_{n−1}·τ), and is then cold: Σ (B_{n−1} − B_n)·e^(−λ·B_{n−1}·τ) over the environments that are not kept ready. (The model
/// of N. Mahmoudi, H. Khazaei, "Performance Modeling of Serverless Computing Platforms", IEEE Transactions on Cloud Computing,
/// 2020, has the same parts.) Overflow is more bursty than Poisson, so this is an approximation: see the test against events.
pub fn cold_share(environments: Environments, rate: f64, service_s: f64) -> f64 {
    let work = rate * service_s;
    if rate <= 0.0 || environments.limit == 0 {
        return 0.0;
    }
    let kept = rate * environments.keep_s;
    let (mut taken, mut before) = first_that_matters(environments, work, kept);
    let mut cold = 0.0;
    while taken < environments.limit && before > 1e-15 {
        taken += 1;
        let after = work * before / (taken as f64 + work * before);
        cold += (before - after) * (-kept * before).exp();
        before = after;
    }
    (cold / (1.0 - erlang_b(environments.limit, work)).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0)
}

/// The same when a peak has just begun, 0..1: only what the load before, `earlier` requests a second, has kept warm is warm,
/// and who finds those busy starts a new one: (B_w − B_c)/(1 − B_c). Warm are those that were used at least once in τ.
pub fn cold_share_at_first(environments: Environments, rate: f64, service_s: f64, earlier: f64) -> f64 {
    let work = rate * service_s;
    if rate <= 0.0 || environments.limit == 0 {
        return 0.0;
    }
    let warm = kept_warm(environments, earlier, service_s)
        .clamp(environments.provisioned, environments.limit.max(environments.provisioned));
    let (refused, found_busy) = (erlang_b(environments.limit, work), erlang_b(warm, work));
    ((found_busy - refused) / (1.0 - refused).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0)
}

/// How many environments a steady load keeps warm.
fn kept_warm(environments: Environments, rate: f64, service_s: f64) -> u64 {
    let (work, kept) = (rate * service_s, rate * environments.keep_s);
    if work <= 0.0 {
        return 0;
    }
    let (mut taken, mut before) = first_that_matters(environments, work, kept);
    while taken < environments.limit && kept * before >= 1.0 {
        taken += 1;
        before = work * before / (taken as f64 + work * before);
    }
    taken
}

/// How many environments never get cold, and what overflows them: those kept ready, or as many as are busy on average
/// where requests come to the last of these so often that it cannot.
fn first_that_matters(environments: Environments, work: f64, kept: f64) -> (u64, f64) {
    let busy = (work as u64).min(environments.limit);
    let overflow = erlang_b(busy, work);
    let start = if kept * overflow > 40.0 { busy } else { 0 };
    let start = start.max(environments.provisioned.min(environments.limit));
    (start, erlang_b(start, work))
}
