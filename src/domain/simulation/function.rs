//! Functions started by request: how many requests have to wait for an environment to start.
//!
//! It must not promise what a provider does not document: how long idle environments are kept is a parameter. Requests beyond
//! the limit are refused ([`station`](super::station) with no queue).

use super::station::erlang_b;

/// Cold starts make environments busy, which makes cold starts: more rounds than this change nothing that can be seen.
const MOST_ROUNDS: usize = 20;

/// How many environments are warm, and for how long.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Environments {
    /// c, how many may exist at a time.
    pub limit: u64,
    /// How many are always ready.
    pub provisioned: u64,
    /// τ, how long one without work is kept, seconds, ≥ 0.
    pub keep_s: f64,
    /// d, how much longer a request takes for which one has to be started, seconds, ≥ 0.
    pub cold_s: f64,
}

/// How often a function is called, and how long it works.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Calls {
    /// λ, requests a second, ≥ 0.
    pub rate: f64,
    /// s, mean time of an environment for a request, seconds, ≥ 0.
    pub service_s: f64,
}

/// The share of the accepted requests that meet a cold start, 0..1, when the calls have been the same for long.
///
/// A request takes the first free environment in a fixed order. The n-th gets what the n − 1 before it cannot take: a flow of
/// λ·(B_{n−1} − B_n), with Erlang's B (R. B. Cooper, "Introduction to Queueing Theory", 2nd ed. 1981, ordered hunting). Between
/// two requests it is idle for I_n = (1/(λ·(B_{n−1} − B_n)) − s) on average. Requests come to it in bursts; from the usual number
/// of busy ones, a = λ·s, the next burst is E_n = Σ_{i=⌊a⌋}^{n−1} 1/(λ·B_i) away, the mean time of a birth-death process up to
/// there. So an idle time is longer than τ with probability min(1, I_n/E_n)·e^(−τ/E_n), and ends in a cold start:
/// Σ (B_{n−1} − B_n)·min(1, I_n/E_n)·e^(−τ/E_n) over the environments that are not kept ready. Cold starts keep environments
/// busy for longer: s is taken as s + share·d, repeated until it settles. The parts are those of N. Mahmoudi, H. Khazaei,
/// "Performance Modeling of Serverless Computing Platforms", IEEE Transactions on Cloud Computing 2020; the two kinds of idle
/// times are an approximation. Against events one by one it is within 5 % where an environment is kept for at
/// least ten times as long as a request takes, and up to a fifth too low down to five times.
pub fn cold_share(environments: Environments, calls: Calls) -> f64 {
    if calls.rate <= 0.0 || environments.limit == 0 {
        return 0.0;
    }
    let mut cold = 0.0;
    for _ in 0..MOST_ROUNDS {
        let busy = Calls { service_s: calls.service_s + cold * environments.cold_s, ..calls };
        let next = cold_share_of(environments, busy);
        let settled = (next - cold).abs() <= 1e-9;
        cold = next;
        if settled {
            break;
        }
    }
    cold
}

/// What the beginning of a peak does.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Beginning {
    /// Share of the accepted requests that meet a cold start, 0..1.
    pub cold: f64,
    /// Share of all requests that are refused, 0..1.
    pub refused: f64,
}

/// The first d seconds of a peak: only those environments are warm that the calls `before` it have kept so, and none of those
/// that it starts is ready yet.
///
/// w are warm: those kept ready, and those to which a burst of the calls before comes within τ. A share o = B_w(λ·s) finds them
/// busy (Erlang's B) and goes on to the other c − w, each held for s + d: refused = o·B_{c−w}(λ·o·(s + d)), of the accepted
/// (o − refused)/(1 − refused) are cold. That
/// the overflow of the warm ones is Poisson is our approximation (in truth it comes in bursts, so that a little more is refused);
/// `tests/simulation/environments.rs` holds it against a simulation event by event.
pub fn beginning(environments: Environments, now: Calls, before: Calls) -> Beginning {
    let Environments { limit, provisioned, cold_s, .. } = environments;
    if now.rate <= 0.0 || limit == 0 {
        return Beginning::default();
    }
    let warm = kept_warm(environments, before).max(provisioned).min(limit);
    let found_busy = erlang_b(warm, now.rate * now.service_s);
    let held = now.rate * found_busy * (now.service_s + cold_s);
    let refused = found_busy * erlang_b(limit - warm, held);
    let cold = (found_busy - refused) / (1.0 - refused).max(f64::MIN_POSITIVE);
    Beginning { cold: cold.clamp(0.0, 1.0), refused }
}

/// One round of [`cold_share`]: with the environments as busy as the calls say.
fn cold_share_of(environments: Environments, calls: Calls) -> f64 {
    let cold = Hunt::new(environments, calls)
        .take_while(|one| one.number <= environments.limit && one.overflow > 1e-15)
        .filter(|one| one.number > environments.provisioned)
        .map(|one| one.taken * (one.idle_s / one.burst_s).min(1.0) * (-environments.keep_s / one.burst_s).exp())
        .fold(0.0, |sum, one| sum + one);
    let refused = erlang_b(environments.limit, calls.rate * calls.service_s);
    (cold / (1.0 - refused).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0)
}

/// How many environments steady calls keep warm.
fn kept_warm(environments: Environments, calls: Calls) -> u64 {
    if calls.rate <= 0.0 {
        return 0;
    }
    let warm = |one: &Environment| one.number <= environments.limit && one.burst_s <= environments.keep_s;
    let hunt = Hunt::new(environments, calls);
    let before = hunt.number;
    hunt.take_while(warm).last().map_or(before, |last| last.number)
}

/// The n-th environment in the order in which they are tried.
struct Environment {
    number: u64,
    /// B_{n−1}: the share of all requests that come as far as this one …
    overflow: f64,
    /// … and that it takes.
    taken: f64,
    /// I_n, seconds.
    idle_s: f64,
    /// E_n, seconds.
    burst_s: f64,
}

/// The environments in order, from the first that may get cold at all.
struct Hunt {
    rate: f64,
    work: f64,
    service_s: f64,
    number: u64,
    overflow: f64,
    burst_s: f64,
}

impl Hunt {
    fn new(environments: Environments, calls: Calls) -> Self {
        let Calls { rate, service_s } = calls;
        let work = rate * service_s;
        // Where requests come to the last of those that are busy on average so often that it never gets cold, nor do those before.
        let busy = (work as u64).min(environments.limit);
        let overflow = erlang_b(busy, work);
        let busy = if environments.keep_s * rate * overflow > 40.0 { busy } else { 0 };
        Hunt { rate, work, service_s, number: busy, overflow: erlang_b(busy, work), burst_s: 0.0 }
    }
}

impl Iterator for Hunt {
    type Item = Environment;

    fn next(&mut self) -> Option<Environment> {
        let (overflow, until_full) = (self.overflow, 1.0 / (self.rate * self.overflow));
        // Below the usual number of busy ones, no way up has to be waited for.
        let climbs = self.number > self.work as u64;
        self.burst_s = if climbs { self.burst_s + until_full } else { until_full };
        self.number += 1;
        self.overflow = self.work * overflow / (self.number as f64 + self.work * overflow);
        let taken = overflow - self.overflow;
        let idle_s = (1.0 / (self.rate * taken) - self.service_s).max(0.0);
        Some(Environment { number: self.number, overflow, taken, idle_s, burst_s: self.burst_s })
    }
}
