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
