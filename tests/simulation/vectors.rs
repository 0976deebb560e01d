//! The model reproduces the numbers of `vectors.json` to six digits.

use super::erlang_c;
use crate::designs::image_community;
use awstutor::domain::simulation::backlog::{Peak, backlog};
use awstutor::domain::simulation::cache::{HitRatios, lru, ttl_hit};
use awstutor::domain::simulation::evaluate;
use awstutor::domain::simulation::evaluation::{ComponentFigures, Evaluation};
use awstutor::domain::simulation::goal::{Metric, Phase, Scope, Situation};
use awstutor::domain::simulation::popularity::Popularity;
use awstutor::domain::simulation::response::{Part, Response};
use awstutor::domain::simulation::station::{Arrivals, erlang_b, occupancy};
use serde_json::Value;

const VECTORS: &str = include_str!("vectors.json");

/// The vector with this id.
pub fn vector(id: &str) -> Value {
    let all: Value = serde_json::from_str(VECTORS).expect("JSON");
    let vectors = all["vectors"].as_array().expect("a list");
    vectors.iter().find(|vector| vector["id"] == id).unwrap_or_else(|| panic!("no vector {id}")).clone()
}

fn number(value: &Value, name: &str) -> f64 {
    value[name].as_f64().unwrap_or_else(|| panic!("{name} of {value} is a number"))
}

/// Six digits, or nine places where nothing is expected.
#[track_caller]
fn same(what: &str, given: f64, expected: f64) {
    let near = (given - expected).abs() <= (1e-6 * expected.abs()).max(if expected == 0.0 { 1e-9 } else { 0.0 });
    assert!(near, "{what}: {given:e} instead of {expected:e}");
}

#[track_caller]
fn station(id: &str) {
    let vector = vector(id);
    let (input, expected) = (&vector["input"], &vector["expected"]);
    let (workers, queue) = (number(input, "servers") as u64, number(input, "queue") as u64);
    let (rate, service_s, cv2) = (number(input, "rate"), number(input, "service_s"), number(input, "cv2"));
    let given = occupancy(workers, queue, Arrivals { rate, service_s, cv2 });
    for (name, figure) in [
        ("offered_util", given.offered),
        ("util", given.utilisation),
        ("block", given.refused),
        ("wait_prob", given.wait_probability),
        ("wait_mean", given.wait_mean_s),
        ("wait_var", given.wait_variance),
        ("throughput", given.throughput),
    ] {
        same(name, figure, number(expected, name));
    }
    if let Some(waits) = expected["erlang_c"].as_f64() {
        same("erlang_c", erlang_c(workers, rate * service_s), waits);
        assert!((given.wait_probability - waits).abs() < 1e-9, "a long queue is endless");
    }
    if let Some(refused) = expected["erlang_b"].as_f64() {
        same("erlang_b", erlang_b(workers, rate * service_s), refused);
    }
}

#[test]
fn a_station_at_three_quarters() {
    station("station-steady");
}

#[test]
fn a_station_that_is_offered_half_again_what_it_can_do() {
    station("station-overload");
}

#[test]
fn a_station_without_a_queue() {
    station("station-no-queue");
}

#[test]
fn a_cache_bound_by_its_size() {
    let vector = vector("cache-lru");
    let (input, expected) = (&vector["input"], &vector["expected"]);
    let popularity = Popularity::zipf(number(input, "n"), number(input, "alpha"));
    let given = lru(&[(1.0, &popularity)], number(input, "capacity"));
    same("t_c", given.time, number(expected, "t_c"));
    same("hit_ratio", given.hits[0], number(expected, "hit_ratio"));
}

#[test]
fn a_cache_bound_by_age() {
    let vector = vector("cache-ttl");
    let input = &vector["input"];
    let popularity = Popularity::zipf(number(input, "n"), number(input, "alpha"));
    let given = ttl_hit(&popularity, number(input, "rate"), number(input, "ttl_s"));
    same("hit_ratio", given, number(&vector["expected"], "hit_ratio"));
}

#[test]
fn a_queue_in_front_of_workers() {
    let vector = vector("buffer");
    let (input, expected) = (&vector["input"], &vector["expected"]);
    let [rate, base_rate, duration_s] = ["peak_rate", "base_rate", "peak_s"].map(|name| number(input, name));
    let given = backlog(Peak { rate, base_rate, duration_s }, number(input, "workers") / number(input, "service_s"));
    same("capacity", given.capacity, number(expected, "capacity"));
    same("backlog", given.messages, number(expected, "backlog"));
    same("drain_s", given.drain_s.expect("it drains"), number(expected, "drain_s"));
    same("oldest_age_s", given.oldest_age_s.expect("it moves"), number(expected, "oldest_age_s"));
}

/// One way of a class, by itself.
#[track_caller]
fn way(name: &str, part: &Part, requests: f64, expected: &Value) {
    let response = Response { requests, parts: vec![*part] };
    same(&format!("{name} error"), response.error(), number(expected, "error"));
    for (quantile, probability) in [("p50_ms", 0.5), ("p95_ms", 0.95)] {
        let given = response.quantile_of_answered(probability).expect("somebody is answered");
        same(&format!("{name} {quantile}"), given, number(expected, quantile));
    }
    same(&format!("{name} mean"), response.mean_ms().expect("somebody is answered"), number(expected, "mean_ms"));
}

#[track_caller]
fn occupied(name: &str, given: &ComponentFigures, expected: &Value) {
    for (figure, value) in [
        ("flow", given.flow),
        ("offered_util", given.offered.expect("a station")),
        ("util", given.utilisation.expect("a station")),
        ("block", given.refused),
    ] {
        same(&format!("{name} {figure}"), value, number(expected, figure));
    }
    same(&format!("{name} wait_mean"), given.wait_ms / 1e3, number(expected, "wait_mean"));
}

/// What an evaluation keeps to itself of a station of a scenario.
#[track_caller]
fn inside(name: &str, expected: &Value) {
    let (net, station) = (&expected["net"]["stations"][name], &expected["stations_in"][name]);
    let workers = number(station, "servers");
    let (rate, cv2) = (number(net, "flow"), number(net, "cv2"));
    let service_s = number(net, "offered_util") * workers / rate;
    let given = occupancy(workers as u64, number(station, "queue") as u64, Arrivals { rate, service_s, cv2 });
    for (figure, value) in [
        ("wait_prob", given.wait_probability),
        ("wait_mean", given.wait_mean_s),
        ("wait_var", given.wait_variance),
        ("throughput", given.throughput),
    ] {
        same(&format!("{name} {figure}"), value, number(net, figure));
    }
}

/// What comes in by one way: its share of all requests, its fixed delay, and how often it comes to each station.
#[track_caller]
fn brought(expected: &Value, name: &str, [share, fixed_ms]: [f64; 2], visits: &[f64]) {
    let classes = expected["classes_in"].as_array().expect("a list");
    let class = classes.iter().find(|class| class["name"] == name).unwrap_or_else(|| panic!("no class {name}"));
    same(&format!("{name} share"), share, number(class, "share"));
    same(&format!("{name} fixed_ms"), fixed_ms, number(class, "fixed_ms"));
    let expected = class["visits"].as_array().expect("a list");
    assert_eq!(visits.len(), expected.len(), "{name}");
    for (given, expected) in visits.iter().zip(expected) {
        same(&format!("{name} visits"), *given, number(expected, "visits"));
    }
}

/// The scenario of the vector as a design, and what the model makes of it.
#[track_caller]
fn scenario(id: &str) {
    let vector = vector(id);
    let expected = &vector["expected"];
    let design = image_community(&vector["input"]);
    assert_eq!(design.problems(), []);
    let given = evaluate(&design, Situation::TODAY, &mut HitRatios::default());
    let component = |id: &str| given.component(&design, id).expect(id);

    same("hit_ratio", component("cdn").hit.unwrap_or(0.0), number(expected, "hit_ratio"));
    let nodes = component("app").nodes.expect("servers");
    same("servers_peak", nodes.now.into(), number(expected, "servers_peak"));
    same("servers_avg", nodes.average.into(), number(expected, "servers_avg"));
    for station in ["app", "db"] {
        occupied(station, component(station), &expected["net"]["stations"][station]);
        inside(station, expected);
    }

    let classes = &expected["net"]["classes"];
    let (page, picture) = (&given.classes[0], &given.classes[1]);
    let (rate, part) = (design.workload.rate, page.response.parts[0]);
    let queries = page.flows[2] / (1.0 - component("app").refused);
    let visits = [page.flows[1], queries].map(|flow| flow / page.offered);
    brought(expected, "page", [page.offered / rate, part.fixed_ms], &visits);
    way("page", &part, page.offered, &classes["page"]);
    if let [hit, miss] = picture.response.parts[..] {
        brought(expected, "image_hit", [hit.weight / rate, hit.fixed_ms], &[]);
        brought(expected, "image_miss", [miss.weight / rate, miss.fixed_ms], &[]);
        way("hit", &hit, picture.offered * component("cdn").hit.expect("a ratio"), &classes["image_hit"]);
        way("miss", &miss, miss.weight, &classes["image_miss"]);
    } else {
        let part = picture.response.parts[0];
        let visits = [picture.flows[2] / picture.offered];
        brought(expected, "image_miss", [picture.offered / rate, part.fixed_ms], &visits);
        way("miss", &part, picture.offered, &classes["image_miss"]);
    }

    overall(&design, &given, &expected["net"]);
    for (line, value) in [
        ("app", given.bill.components[design.component_index("app").expect("app")].total()),
        ("egress", given.bill.egress),
        ("total", given.bill.total()),
    ] {
        same(line, value, number(&expected["cost_month"], line));
    }
    for id in ["alb", "db", "cache", "cdn", "s3"] {
        let line = given.bill.components[design.component_index(id).expect(id)];
        same(id, line.total(), number(&expected["cost_month"], id));
    }
}

#[track_caller]
fn overall(design: &awstutor::domain::simulation::design::Design, given: &Evaluation, expected: &Value) {
    let all = given.response(design, &Scope::All).expect("everyone");
    same("error", all.error(), number(expected, "error"));
    same("goodput", all.answered(), number(expected, "goodput"));
    same("mean", all.mean_ms().expect("somebody is answered"), number(expected, "mean_ms"));
    for (quantile, probability) in [("p50_ms", 0.5), ("p95_ms", 0.95), ("p99_ms", 0.99)] {
        let time = all.quantile_of_answered(probability).expect("somebody is answered");
        same(quantile, time, number(expected, quantile));
    }
}

#[test]
fn an_image_community_whose_servers_send_the_pictures() {
    scenario("scenario-before");
}

#[test]
fn an_image_community_with_an_edge_a_store_a_cache_and_scaling() {
    scenario("scenario-after");
}

#[test]
fn an_image_community_under_more_load_than_it_bears() {
    scenario("scenario-surge");
}

#[test]
fn under_more_load_than_it_bears_goals_see_those_who_are_refused() {
    let design = image_community(&vector("scenario-surge")["input"]);
    let given = evaluate(&design, Situation { load: 1.0, phase: Phase::Settled }, &mut HitRatios::default());
    assert_eq!(given.figure(&design, &Metric::P95(Scope::All)), None, "a seventh is refused");
    assert!(given.figure(&design, &Metric::P50(Scope::All)).is_some());
}
