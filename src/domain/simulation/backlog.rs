//! A queue in front of workers that takes what they cannot do at once: how much waits, for how long.
//!
//! It must not know single requests: this is water in a basin. What is random about arrivals does not matter while the
//! queue fills, and below capacity it says that nothing waits.

/// A peak that ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Peak {
    /// Messages a second during the peak, ≥ 0 …
    pub rate: f64,
    /// … and after it, ≥ 0.
    pub base_rate: f64,
    /// How long it lasts, seconds, ≥ 0.
    pub duration_s: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Backlog {
    /// Messages that the workers do a second.
    pub capacity: f64,
    /// Messages that wait at the end of the peak.
    pub messages: f64,
    /// How long the oldest of them has waited, seconds. None: nobody takes them.
    pub oldest_age_s: Option<f64>,
    /// Seconds after the peak until nothing waits any more. None: never, at this base rate.
    pub drain_s: Option<f64>,
}

/// What waits behind a peak in front of workers that do `capacity` messages a second (≥ 0).
///
/// messages = max(0, (peak − capacity)·duration); age of the oldest = messages/capacity; drain = messages/(capacity − base). The
/// fluid limit of a queue (G. F. Newell, "Applications of Queueing Theory", 2nd ed. 1982).
pub fn backlog(peak: Peak, capacity: f64) -> Backlog {
    let messages = ((peak.rate - capacity) * peak.duration_s).max(0.0);
    if messages == 0.0 {
        return Backlog { capacity, messages: 0.0, oldest_age_s: Some(0.0), drain_s: Some(0.0) };
    }
    let quotient = |rate: f64| Some(messages / rate).filter(|seconds| rate > 0.0 && seconds.is_finite());
    Backlog { capacity, messages, oldest_age_s: quotient(capacity), drain_s: quotient(capacity - peak.base_rate) }
}
