//! What proving a scenario takes: every plan of a what-if tried, every state of a case walked.
//!
//! Each shipped scenario by itself; the slowest is the figure that counts. It must not open files: the course is the one in
//! the binary.
//!
//! ```text
//! cargo bench --bench scenario
//! ```

use awstutor::domain::scenario::{Kind, case_proof, proof};
use awstutor::store::embedded;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// The ids of the scenarios of the course.
fn shipped() -> Vec<String> {
    embedded::course().outline.scenarios.iter().map(|scenario| scenario.id.to_string()).collect()
}

#[divan::bench(args = shipped(), sample_count = 10, sample_size = 1)]
fn proof_of(bencher: Bencher<'_, '_>, id: &str) {
    let scenario = embedded::course().scenario(id).expect("a scenario that is listed can be played");
    bencher.bench_local(|| match black_box(&scenario.kind) {
        Kind::WhatIf(what_if) => proof::prove(what_if).len(),
        Kind::Case(case) => case_proof::prove(case).len(),
    });
}
