//! The load model: what an architecture does under a load, in latency, errors and money.
//!
//! Analytic formulas, each with its source where it stands; no simulation, no clock, no chance. [`design`] is what is
//! asked about, [`parameter`] the table of what can be set in it, [`problem`] what does not fit together; [`evaluation`] is
//! the answer, [`goal`] names its figures, [`chart`] asks at many loads.
//!
//! Assumed: Poisson arrivals at a steady peak, exponential work, no retries, no timeouts, components that do not hold each
//! other up, one edge cache with the same popularity everywhere. It must not know scenarios, texts or screens.

pub mod availability;
pub mod backlog;
pub mod bill;
pub mod cache;
pub mod chart;
pub mod design;
pub mod evaluation;
pub mod function;
pub mod goal;
pub mod parameter;
pub mod popularity;
pub mod problem;
pub mod response;
mod route;
pub mod station;
mod walk;

use cache::HitRatios;
use design::Design;
use evaluation::Evaluation;
use goal::Situation;
use route::Routes;
use walk::Walk;

/// Evaluates `design` in a situation: λ requests a second (peak × load) go their class's path, one component after another.
/// A design with [`problems`](Design::problems) is evaluated without what is wrong.
///
/// For a class with its fixed delay (network, transfer and lookups, ms) and visits i of v_i times (≥ 0; not whole means that some
/// come once more) and s_i ms each, at stations with the refused share b_i (0..1) and the wait W_i of [`occupancy`]:
///
/// * a request survives a station with probability (1 − b)^⌊v⌋·(1 − frac(v)·b), and later stations see the thinned flow;
/// * M = Σ v·(E\[W\] + s), V = Σ v·(Var W + s²) + frac(v)·(1 − frac(v))·(E\[W\] + s)²;
/// * response time = fixed + Gamma(mean M, variance V), a constant where V = 0 ([`Response`](response::Response));
/// * several classes at one station are one: λ = Σ f, s = Σ f·s/λ, cv² = Σ f·2s²/(λ·s²) − 1.
///
/// The waits of stations in a row are taken as independent and described by two moments (W. Whitt, "The Queueing Network
/// Analyzer", Bell System Technical Journal 62(9), 1983); that their sum is a gamma distribution is an approximation, which
/// `tests/simulation/queueing.rs` holds against a simulation event by event.
///
/// [`occupancy`]: station::occupancy
pub fn evaluate(design: &Design, situation: Situation, memory: &mut HitRatios) -> Evaluation {
    let routes = Routes::new(design, situation, memory);
    Walk::new(design, &routes, situation.phase).finish(situation)
}
