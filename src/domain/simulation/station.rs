//! One station: workers that share a queue of limited length (M/M/c/K, waits by two moments).
//!
//! It must not know whose requests come or what follows. Arrivals are Poisson; all sums are made so that they neither
//! overflow nor cancel, at any load and any size.

/// What comes to a station.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Arrivals {
    /// λ, requests a second, ≥ 0.
    pub rate: f64,
    /// s, mean time of a worker for a request, seconds, ≥ 0.
    pub service_s: f64,
    /// cv², squared coefficient of variation of that time, ≥ 0; 1 is exponential.
    pub cv2: f64,
}

/// How a station is occupied.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Occupancy {
    /// r = λ·s/c, offered utilisation, ≥ 0; above 1 more comes than can be done. The greatest number where nobody works.
    pub offered: f64,
    /// r·(1 − refused), share of workers that are busy, 0..1.
    pub utilisation: f64,
    /// Share of the requests that find every place taken, 0..1.
    pub refused: f64,
    /// Requests done a second.
    pub throughput: f64,
    /// Share of the accepted requests that wait, 0..1.
    pub wait_probability: f64,
    /// E\[W\] of the accepted requests, seconds.
    pub wait_mean_s: f64,
    /// Var W of the accepted requests, s².
    pub wait_variance: f64,
}

/// `workers` (c) at work at a time, and `queue` (Q) places for those who wait: K = c + Q.
///
/// With w_k the weight of k requests present (w_k = w_{k−1}·a/k up to c, then w_k = w_{k−1}·x), refused = p_K with x = r,
/// which is exact for M/M/c/K (Gross and Harris, "Fundamentals of Queueing Theory"). For the waits x = r^(1/g),
/// g = (1 + cv²)/2: the two-moment rule of Allen and Cunneen (A. O. Allen, "Probability, Statistics, and Queueing Theory",
/// 2nd ed. 1990), as the decay of the queue (W. Whitt, "The Queueing Network Analyzer", Bell System Technical Journal 62(9),
/// 1983). Who finds c + m − 1 present waits Erlang(m, c/s). No workers refuse everything.
pub fn occupancy(workers: u64, queue: u64, arrivals: Arrivals) -> Occupancy {
    let Arrivals { rate, service_s, cv2 } = arrivals;
    let work = rate * service_s;
    if work <= 0.0 {
        let refused = if workers == 0 && rate > 0.0 { 1.0 } else { 0.0 };
        return Occupancy { refused, throughput: rate * (1.0 - refused), ..Occupancy::default() };
    }
    if workers == 0 {
        return Occupancy { offered: f64::MAX, refused: 1.0, ..Occupancy::default() };
    }
    let count = workers as f64;
    let offered = work / count;
    let below = weight_below(workers, work);
    let (refused, accepted) = refused_and_accepted(below, queue, offered);
    let waits = waits(below + 1.0, queue, offered.powf(2.0 / (1.0 + cv2)));
    let done = count / service_s;
    let wait_mean_s = waits.mean / done;
    Occupancy {
        offered,
        utilisation: (offered * accepted).min(1.0),
        refused,
        throughput: rate * accepted,
        wait_probability: waits.probability.min(1.0),
        wait_mean_s,
        wait_variance: (waits.square / (done * done) - wait_mean_s * wait_mean_s).max(0.0),
    }
}

/// B, Erlang's first formula: the share refused by c `workers` without a queue under `work` (a = λ·s Erlang, ≥ 0); 0..1.
///
/// B_0 = 1, B_k = a·B_{k−1}/(k + a·B_{k−1}) (A. K. Erlang, 1917), summed as 1/B = Σ c!/(k!·a^(c−k)) from k = c down.
pub fn erlang_b(workers: u64, work: f64) -> f64 {
    match workers {
        0 => 1.0,
        _ if work <= 0.0 => 0.0,
        _ => 1.0 / (1.0 + weight_below(workers, work)),
    }
}

/// 1/B − 1 for a > 0: what the states below c weigh against that of c. Infinite where B is below the smallest number.
fn weight_below(workers: u64, work: f64) -> f64 {
    let (mut sum, mut term, mut present) = (0.0, 1.0, workers as f64);
    while present > 0.0 {
        term *= present / work;
        sum += term;
        present -= 1.0;
        // The terms grow down to k = a and shrink from there on, ever faster.
        if sum == f64::INFINITY || (present < work && term < sum * 1e-17) {
            break;
        }
    }
    sum
}

/// p_K and 1 − p_K, given what the states below c weigh: each by itself, since either may be tiny.
fn refused_and_accepted(below: f64, queue: u64, ratio: f64) -> (f64, f64) {
    let (full, others) = if ratio <= 1.0 {
        let sums = Sums::of(ratio, queue);
        (sums.power, below + sums.zero)
    } else {
        let sums = Sums::of(1.0 / ratio, queue);
        // No power left means no states below either, however many there are.
        let below = if sums.power > 0.0 { below * sums.power } else { 0.0 };
        (1.0, below + sums.zero / ratio)
    };
    if others == f64::INFINITY { (0.0, 1.0) } else { (full / (full + others), others / (full + others)) }
}

/// The accepted requests' waits in units of the time in which a full station finishes one request.
struct Waits {
    probability: f64,
    mean: f64,
    square: f64,
}

fn waits(head: f64, queue: u64, ratio: f64) -> Waits {
    if queue == 0 {
        return Waits { probability: 0.0, mean: 0.0, square: 0.0 };
    }
    let places = queue as f64;
    if ratio <= 1.0 {
        let all = Sums::of(ratio, queue);
        let total = head + ratio * Sums::of(ratio, queue - 1).zero;
        let Sums { zero, one, two, .. } = all;
        return Waits {
            probability: zero / total,
            mean: (one + zero) / total,
            square: (two + 3.0 * one + 2.0 * zero) / total,
        };
    }
    // Counted from the end of the queue, so that the powers shrink.
    let Sums { zero, one, two, .. } = Sums::of(1.0 / ratio, queue);
    let shorter = Sums::of(1.0 / ratio, queue - 1);
    let head = if shorter.power > 0.0 { head * shorter.power } else { 0.0 };
    let total = head + shorter.zero;
    Waits {
        probability: zero / total,
        mean: (places * zero - one) / total,
        square: (places * (places + 1.0) * zero - (2.0 * places + 1.0) * one + two) / total,
    }
}

/// Σ x^m, Σ m·x^m and Σ m²·x^m over m = 0..n, and x^n, for 0 ≤ x ≤ 1.
///
/// Two runs are joined to one of their common length, so that n terms take log n steps and nothing is subtracted.
#[derive(Clone, Copy)]
struct Sums {
    length: f64,
    power: f64,
    zero: f64,
    one: f64,
    two: f64,
}

impl Sums {
    fn of(ratio: f64, terms: u64) -> Self {
        let mut sums = Sums { length: 0.0, power: 1.0, zero: 0.0, one: 0.0, two: 0.0 };
        let mut run = Sums { length: 1.0, power: ratio, zero: 1.0, one: 0.0, two: 0.0 };
        let mut left = terms;
        while left > 0 {
            if left & 1 == 1 {
                sums = sums.then(run);
            }
            run = run.then(run);
            left >>= 1;
        }
        sums
    }

    fn then(self, next: Sums) -> Self {
        let Sums { length, power, .. } = self;
        Sums {
            length: length + next.length,
            power: power * next.power,
            zero: self.zero + power * next.zero,
            one: self.one + power * (next.one + length * next.zero),
            two: self.two + power * (next.two + 2.0 * length * next.one + length * length * next.zero),
        }
    }
}
