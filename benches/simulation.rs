//! What the load model takes: one evaluation of a design, as a screen and a proof make it.
//!
//! Five components and two classes, the pictures through an edge cache in front of 200,000 objects. A screen remembers hit
//! ratios from one evaluation to the next; the fresh ones have nothing to remember. It must not open files.
//!
//! ```text
//! cargo bench --bench simulation
//! ```

use awstutor::domain::simulation::cache::HitRatios;
use awstutor::domain::simulation::chart::{chart, first_to_break};
use awstutor::domain::simulation::design::{Class, Component, ComponentKind, Design, Prices, Scaling, Visit, Workload};
use awstutor::domain::simulation::evaluate;
use awstutor::domain::simulation::goal::{Metric, Phase, Scope, Situation};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// Pages from servers and a database with a cache; pictures through an edge cache from the same servers.
fn design() -> Design {
    let scaling = Scaling { on: true, target: 0.6, min: 2, max: 12 };
    let kinds = [
        ("cdn", ComponentKind::Cdn { capacity: 20_000.0, ttl_s: Some(86_400.0) }),
        ("alb", ComponentKind::LoadBalancer { ms: 1.0 }),
        ("app", ComponentKind::Servers { count: 4, workers: 8, queue: 50, scaling }),
        ("cache", ComponentKind::Cache { capacity: 0.0, hit: Some(0.85), ttl_s: None, ms: 1.0, nodes: 2 }),
        ("db", ComponentKind::Database { nodes: 1, standbys: 1, workers: 8, queue: 200 }),
    ];
    let prices = Prices { hour: 0.1, gb: 0.01, million: 0.4, ..Prices::default() };
    let components = kinds.map(|(id, kind)| Component { prices, ..Component::new(id, kind) }).to_vec();
    let work = |id: &str, ms: f64| Visit { ms, ..Visit::new(id) };
    let queries = Visit { reads: 3.0, writes: 0.2, cache: Some("cache".to_string()), ..work("db", 6.0) };
    let page =
        Class { share: 0.2, kb: 30.0, path: vec![Visit::new("alb"), work("app", 45.0), queries], ..Class::new("page") };
    let picture = Class {
        share: 0.8,
        kb: 200.0,
        objects: 200_000.0,
        zipf: 0.9,
        path: vec![Visit::new("cdn"), Visit::new("alb"), work("app", 12.0)],
        ..Class::new("picture")
    };
    let workload = Workload { rate: 1_200.0, load_factor: 0.35, rtt_region_ms: 40.0, ..Workload::default() };
    Design { workload, components, classes: vec![page, picture] }
}

/// What a goal of each kind needs: everything up to one p95 of a class and one of all.
fn judged(design: &Design, memory: &mut HitRatios) -> (Option<f64>, Option<f64>, f64) {
    let evaluation = evaluate(black_box(design), Situation::TODAY, memory);
    let all = evaluation.figure(design, &Metric::P95(Scope::All));
    let picture = evaluation.figure(design, &Metric::P95(Scope::Class("picture".to_string())));
    (all, picture, evaluation.bill.total())
}

#[divan::bench]
fn evaluation_remembered(bencher: Bencher<'_, '_>) {
    let (design, mut memory) = (design(), HitRatios::default());
    judged(&design, &mut memory);
    bencher.bench_local(|| judged(&design, &mut memory));
}

#[divan::bench(sample_count = 50)]
fn evaluation_fresh(bencher: Bencher<'_, '_>) {
    let design = design();
    bencher.bench_local(|| judged(&design, &mut HitRatios::default()));
}

#[divan::bench(sample_count = 50)]
fn chart_of_forty_loads(bencher: Bencher<'_, '_>) {
    let (design, mut memory) = (design(), HitRatios::default());
    judged(&design, &mut memory);
    bencher.bench_local(|| {
        let chart = chart(black_box(&design), Phase::Settled, &mut memory);
        chart.iter().filter_map(|one| one.figure(&design, &Metric::P95(Scope::All))).count()
    });
}

#[divan::bench(sample_count = 50)]
fn first_component_to_break(bencher: Bencher<'_, '_>) {
    let (mut design, mut memory) = (design(), HitRatios::default());
    // Enough for the servers to reach their greatest number below four times the load.
    design.workload.rate = 3_000.0;
    bencher.bench_local(|| first_to_break(black_box(&design), Phase::Settled, &mut memory));
}
