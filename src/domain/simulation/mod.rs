//! The load model: what an architecture does under a load, in latency, errors and money.
//!
//! Analytic formulas, each with its source where it stands; no simulation, no clock, no chance. [`design`] is what is
//! asked about, [`parameter`] the table of what can be set in it, [`goal`] names the figures of the answer,
//! [`problem`] what does not fit together.
//! It must not know scenarios, texts or screens.

pub mod design;
pub mod goal;
pub mod parameter;
pub mod problem;
