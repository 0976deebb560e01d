//! The load model against numbers from elsewhere, against events one by one, and against what must always hold.

mod caches;
mod chance;
mod designs;
mod environments;
mod figures;
mod properties;
mod queueing;
mod vectors;

use awstutor::domain::simulation::station::erlang_b;

/// C, Erlang's second formula: the share that waits at c `workers` with an endless queue under `work` (a Erlang); 0..1, and 1
/// where a ≥ c. C = c·B/(c − a·(1 − B)).
fn erlang_c(workers: u64, work: f64) -> f64 {
    let (count, refused) = (workers as f64, erlang_b(workers, work));
    if work >= count { 1.0 } else { count * refused / (count - work * (1.0 - refused)) }
}
