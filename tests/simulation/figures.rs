//! What the model says of designs in which one thing differs, with numbers that can be checked by hand.

use awstutor::domain::scenario::outcome::Outcome;
use awstutor::domain::simulation::cache::HitRatios;
use awstutor::domain::simulation::chart::{chart, first_to_break};
use awstutor::domain::simulation::design::{
    Class, Component, ComponentKind, Design, Functions, Prices, Scaling, Visit, Workload,
};
use awstutor::domain::simulation::evaluate;
use awstutor::domain::simulation::evaluation::Evaluation;
use awstutor::domain::simulation::goal::{Goal, Limit, Metric, Phase, Scope, Situation};
use awstutor::domain::simulation::parameter::Value;

const SERVERS: ComponentKind = ComponentKind::Servers {
    count: 4,
    workers: 10,
    queue: 20,
    scaling: Scaling { on: false, target: 0.5, min: 2, max: 8 },
};

/// One class of 100 requests a second along components, each visited for `ms`.
fn design(components: Vec<Component>, ms: f64) -> Design {
    let visit = |component: &Component| {
        let work = component.kind.is_station().then_some(ms);
        Visit { ms: work.unwrap_or(0.0), ..Visit::new(component.id.clone()) }
    };
    let path = components.iter().map(visit).collect();
    let workload = Workload { rate: 100.0, load_factor: 0.5, ..Workload::default() };
    Design { workload, components, classes: vec![Class { share: 1.0, path, ..Class::new("page") }] }
}

fn at(design: &Design, phase: Phase) -> Evaluation {
    evaluate(design, Situation { load: 1.0, phase }, &mut HitRatios::default())
}

#[track_caller]
fn figure(design: &Design, phase: Phase, metric: &Metric) -> Option<f64> {
    at(design, phase).figure(design, metric)
}

#[track_caller]
fn near(given: f64, expected: f64) {
    assert!((given - expected).abs() <= 1e-6 * expected.abs(), "{given} is not {expected}");
}

#[test]
fn before_scaling_there_are_only_the_servers_of_the_average_load() {
    let mut design = design(vec![Component::new("app", SERVERS)], 300.0);
    design.set("app.scaling", Value::Switch(true)).expect("a switch");
    // 100/s · 0.3 s = 30 busy, 30/(10·0.5) = 6 servers; half of it on average: 3, which are exactly full.
    for (phase, servers) in [(Phase::Settled, 6), (Phase::BeforeScaling, 3)] {
        let nodes = at(&design, phase).components[0].nodes.expect("servers");
        assert_eq!((nodes.now, nodes.average), (servers, 3), "{phase:?}");
    }
    let error = |phase| figure(&design, phase, &Metric::Error(Scope::All)).expect("a share");
    assert!(error(Phase::Settled) < 1e-9 && error(Phase::BeforeScaling) > 0.005);
}

#[test]
fn a_lost_zone_takes_its_servers_and_everything_that_stands_in_it_alone() {
    let mut design = design(vec![Component { zones: 2, ..Component::new("app", SERVERS) }], 100.0);
    assert_eq!(at(&design, Phase::ZoneLost).components[0].nodes.map(|nodes| nodes.now), Some(2));
    assert!(figure(&design, Phase::ZoneLost, &Metric::P95(Scope::All)).is_some());

    design.set("app.zones", Value::Number(1.0)).expect("a number");
    assert_eq!(figure(&design, Phase::ZoneLost, &Metric::Error(Scope::All)), Some(1.0));
    assert_eq!(figure(&design, Phase::ZoneLost, &Metric::P95(Scope::All)), None);
    assert_eq!(figure(&design, Phase::Settled, &Metric::Error(Scope::All)), Some(0.0));
}

#[test]
fn a_standby_serves_nothing_until_its_primary_is_lost() {
    let database = ComponentKind::Database { nodes: 1, standbys: 1, workers: 10, queue: 10 };
    let mut design = design(vec![Component { zones: 2, ..Component::new("db", database) }], 10.0);
    design.classes[0].path[0].reads = 1.0;
    for phase in [Phase::Settled, Phase::ZoneLost] {
        near(figure(&design, phase, &Metric::Utilisation("db".into())).expect("a share"), 0.1);
    }
    assert_eq!(at(&design, Phase::Settled).components[0].nodes.map(|nodes| nodes.average), Some(2));
}

#[test]
fn availability_multiplies_along_the_path_and_adds_up_over_zones() {
    let one = |id: &str, zones: u32| Component { availability: 0.99, zones, ..Component::new(id, SERVERS) };
    let design = design(vec![one("app", 2), one("worker", 1)], 1.0);
    near(figure(&design, Phase::Settled, &Metric::Availability(Scope::All)).expect("a share"), 0.9999 * 0.99);
}

#[test]
fn what_the_edge_answers_needs_nothing_behind_it() {
    let edge = ComponentKind::Cdn { capacity: 50.0, ttl_s: None };
    let behind = Component { availability: 0.9, ..Component::new("app", SERVERS) };
    let mut design = design(vec![Component::new("cdn", edge), behind], 1.0);
    (design.classes[0].objects, design.classes[0].zipf) = (100.0, 0.0);
    let hit = figure(&design, Phase::Settled, &Metric::Hit("cdn".into())).expect("a share");
    near(hit, 0.5);
    near(figure(&design, Phase::Settled, &Metric::Availability(Scope::All)).expect("a share"), hit + (1.0 - hit) * 0.9);
}

#[test]
fn behind_a_queue_the_caller_does_not_wait_and_messages_do() {
    let queue = Component::new("inbox", ComponentKind::Queue { ms: 10.0 });
    let mut design = design(vec![queue, Component::new("workers", SERVERS)], 800.0);
    (design.workload.peak_s, design.workload.base) = (600.0, 0.2);
    // 40 workers do 50 a second of 100: 30,000 wait after 600 s, the oldest for 600 s; then 30 a second more go than come.
    near(figure(&design, Phase::Settled, &Metric::P95(Scope::All)).expect("a time"), 10.0);
    assert_eq!(figure(&design, Phase::Settled, &Metric::Error(Scope::All)), Some(0.0));
    let backlog = at(&design, Phase::Settled).components[0].backlog.expect("a queue");
    near(backlog.messages, 30_000.0);
    near(backlog.oldest_age_s.expect("a time"), 600.0);
    near(backlog.drain_s.expect("a time"), 1_000.0);
    near(figure(&design, Phase::Settled, &Metric::Utilisation("workers".into())).expect("a share"), 1.0);

    design.workload.base = 0.5;
    assert_eq!(figure(&design, Phase::Settled, &Metric::Drain("inbox".into())), None, "as much comes as goes");
    design.set("workers.count", Value::Number(10.0)).expect("a number");
    assert_eq!(figure(&design, Phase::Settled, &Metric::OldestAge("inbox".into())), Some(0.0));
}

#[test]
fn a_queue_holds_back_what_a_database_behind_the_workers_gets() {
    let queue = Component::new("inbox", ComponentKind::Queue { ms: 10.0 });
    let database = ComponentKind::Database { nodes: 1, standbys: 0, workers: 10, queue: 100 };
    let mut design = design(vec![queue, Component::new("workers", SERVERS), Component::new("db", database)], 800.0);
    (design.classes[0].path[2].writes, design.classes[0].path[2].ms) = (2.0, 10.0);
    let given = at(&design, Phase::Settled);
    near(given.components[2].flow, 100.0);
    near(given.components[2].utilisation.expect("a station"), 0.1);
}

#[test]
fn of_a_gateway_the_hours_and_what_passes_are_paid() {
    let prices = Prices { hour: 0.05, gb: 0.04, month: 3.0, ..Prices::default() };
    let gateway = Component { prices, ..Component::new("nat", ComponentKind::Gateway { nodes: 2, ms: 0.0 }) };
    let mut design = design(vec![gateway], 0.0);
    design.classes[0].path[0].kb = Some(500.0);
    let line = at(&design, Phase::Settled).bill.components[0];
    near(line.hours, 2.0 * 0.05 * 730.0);
    // 50 a second on average · 500 kB · 2,628,000 s = 65,700 GB.
    near(line.traffic, 65_700.0 * 0.04);
    near(line.total(), line.hours + line.traffic + 3.0);
}

#[test]
fn functions_are_paid_by_memory_and_time_and_refuse_what_exceeds_their_limit() {
    let functions = Functions { concurrency: 50, provisioned: 0, cold_ms: 0.0, keep_s: 600.0, memory_gb: 0.5 };
    let prices = Prices { million: 0.2, gb_second: 2e-5, ..Prices::default() };
    let api = Component { prices, ..Component::new("api", ComponentKind::Functions(functions)) };
    let design = design(vec![api], 480.0);
    let given = at(&design, Phase::Settled);
    let line = given.bill.components[0];
    // 50 a second · 2,628,000 s = 131.4 million requests; each 0.48 s · 0.5 GB.
    near(line.requests, 131.4 * 0.2);
    near(line.memory, 131.4e6 * 0.48 * 0.5 * 2e-5);
    // Erlang B for 48 Erlang on 50 servers.
    near(given.components[0].refused, 0.083_337_353_493_482_9);
}

#[test]
fn cold_starts_are_seen_by_those_who_meet_them() {
    let functions = Functions { concurrency: 50, provisioned: 0, cold_ms: 900.0, keep_s: 600.0, memory_gb: 0.5 };
    let mut design = design(vec![Component::new("api", ComponentKind::Functions(functions))], 20.0);
    design.workload.rate = 1.0 / 1200.0;
    // A request every twenty minutes and ten minutes kept: e^-½ = 61 % start an environment.
    let cold = at(&design, Phase::Settled).components[0].cold.expect("a share");
    assert!((cold - (-0.5_f64).exp()).abs() < 1e-3, "{cold}");
    let p50 = |design: &Design| figure(design, Phase::Settled, &Metric::P50(Scope::All)).expect("a time");
    assert!(p50(&design) > 900.0);
    design.set("api.provisioned", Value::Number(2.0)).expect("a number");
    assert!(p50(&design) < 20.0);
}

#[test]
fn a_rush_finds_no_more_warm_than_the_quiet_hours_have_kept() {
    let functions = Functions { concurrency: 1000, provisioned: 0, cold_ms: 5000.0, keep_s: 600.0, memory_gb: 0.5 };
    let mut design = design(vec![Component::new("api", ComponentKind::Functions(functions))], 100.0);
    (design.workload.rate, design.workload.load_factor) = (2000.0, 0.05);
    // Ten Erlang before keep a few dozen warm. For the two hundred of the rush that is nothing, however long a start takes: while
    // the others start, which is for five seconds, most are refused.
    let cold = |design: &Design| at(design, Phase::BeforeScaling).components[0].cold.expect("a share");
    let refused = |design: &Design| at(design, Phase::BeforeScaling).components[0].refused;
    assert!(refused(&design) > 0.7);
    design.set("api.cold-ms", Value::Number(50.0)).expect("a number");
    assert!(cold(&design) > 0.8 && refused(&design) < 1e-6);
    // Some more than it needs, kept ready, do for it.
    design.set("api.provisioned", Value::Number(260.0)).expect("a number");
    assert!(cold(&design) < 0.01);
}

#[test]
fn the_first_to_break_is_the_one_with_the_least_room() {
    let database = ComponentKind::Database { nodes: 1, standbys: 0, workers: 10, queue: 100 };
    let mut design = design(vec![Component::new("app", SERVERS), Component::new("db", database)], 100.0);
    (design.classes[0].path[1].reads, design.classes[0].path[1].ms) = (1.0, 40.0);
    // The servers can do 400 a second, the database 250, of 100.
    let mut memory = HitRatios::default();
    let breaking = first_to_break(&design, Phase::Settled, &mut memory).expect("something breaks");
    assert_eq!(breaking.component, 1);
    near(breaking.load, 2.5);

    design.set("db.workers", Value::Number(100.0)).expect("a number");
    design.set("app.count", Value::Number(5.0)).expect("a number");
    assert_eq!(first_to_break(&design, Phase::Settled, &mut memory), None, "both bear four times the load");
}

#[test]
fn a_chart_goes_from_a_tenth_to_four_times_the_load() {
    let design = design(vec![Component::new("app", SERVERS)], 100.0);
    let chart = chart(&design, Phase::Settled, &mut HitRatios::default());
    let busy: Vec<f64> = chart.iter().filter_map(|one| one.components[0].utilisation).collect();
    assert_eq!(busy.len(), 40);
    assert!(busy.is_sorted());
    near(busy[0], 0.025);
}

#[test]
fn a_goal_is_judged_in_its_own_situation() {
    let design = design(vec![Component::new("app", SERVERS)], 100.0);
    let goal = |load: f64| Goal {
        metric: Metric::Error(Scope::Class("page".into())),
        situation: Situation { load, phase: Phase::Settled },
        limit: Limit::AtMost(0.01),
    };
    let outcome = Outcome::of(design, &[goal(2.0), goal(6.0)], &mut HitRatios::default());
    assert_eq!(outcome.judged.iter().map(|judged| judged.met).collect::<Vec<_>>(), [true, false]);
}
