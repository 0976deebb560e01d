//! Designs that several tests look at.

use awstutor::domain::simulation::design::{
    Class, Component, ComponentKind, Design, Functions, Prices, Scaling, Visit, Workload,
};
use serde_json::Value;

/// An image community in the terms of `vectors.json`: pages from servers with a database, pictures from the servers or from a
/// store, perhaps through an edge cache.
pub fn image_community(input: &Value) -> Design {
    let number = |value: &Value, name: &str| value[name].as_f64().unwrap_or_else(|| panic!("{name} of {value}"));
    let count = |value: &Value, name: &str| number(value, name) as u32;
    let (cdn, app, db, prices) = (&input["cdn"], &input["app"], &input["db"], &input["prices"]);
    let price = |name: &str| number(prices, name);
    let from_store = input["images_from"] == "s3";
    let edge_on = cdn["enabled"] == true;
    let cache = input["cache"].as_object().map(|_| &input["cache"]);
    let scaling = input["autoscale"].as_object().map(|_| &input["autoscale"]);
    let scaling = scaling.map_or(Scaling::default(), |given| Scaling {
        on: true,
        target: number(given, "target"),
        min: count(given, "min"),
        max: count(given, "max"),
    });
    let servers = ComponentKind::Servers {
        count: count(app, "servers"),
        workers: count(app, "workers_per_server"),
        queue: count(app, "queue_per_server"),
        scaling,
    };
    let database = ComponentKind::Database {
        nodes: count(db, "nodes"),
        standbys: 0,
        workers: count(db, "workers"),
        queue: count(db, "queue"),
    };
    let hit = Some(cache.map_or(0.0, |cache| number(cache, "hit")));
    let reads_ms = cache.map_or(0.0, |cache| number(cache, "ms"));
    let components = vec![
        Component {
            on: edge_on,
            prices: Prices { gb: price("cdn_gb"), million: price("cdn_10k_req") * 100.0, ..Prices::default() },
            ..Component::new("cdn", ComponentKind::Cdn { capacity: number(cdn, "edge_objects"), ttl_s: None })
        },
        Component {
            prices: Prices { hour: price("alb_hour"), gb: price("alb_lcu_gb"), ..Prices::default() },
            ..Component::new("alb", ComponentKind::LoadBalancer { ms: 0.0 })
        },
        Component { prices: Prices { hour: price("app_hour"), ..Prices::default() }, ..Component::new("app", servers) },
        Component {
            prices: Prices { million: price("s3_1k_get") * 1_000.0, ..Prices::default() },
            ..Component::new("s3", ComponentKind::ObjectStore { ms: number(input, "s3_first_byte_ms") })
        },
        Component {
            on: cache.is_some(),
            prices: Prices { hour: price("cache_hour"), ..Prices::default() },
            ..Component::new("cache", ComponentKind::Cache { capacity: 0.0, hit, ttl_s: None, ms: reads_ms, nodes: 1 })
        },
        Component { prices: Prices { hour: price("db_hour"), ..Prices::default() }, ..Component::new("db", database) },
    ];
    let share = number(input, "image_share");
    let page = Class {
        share: 1.0 - share,
        kb: number(input, "page_kb"),
        transfer: false,
        path: vec![
            Visit::new("alb"),
            Visit { ms: number(app, "page_ms"), ..Visit::new("app") },
            Visit {
                ms: number(db, "query_ms"),
                reads: number(db, "reads_per_page"),
                writes: number(db, "writes_per_page"),
                cache: Some("cache".to_string()),
                ..Visit::new("db")
            },
        ],
        ..Class::new("page")
    };
    let picture = Class {
        share,
        kb: number(input, "image_kb"),
        objects: number(cdn, "objects"),
        zipf: number(cdn, "zipf"),
        path: vec![
            Visit::new("cdn"),
            Visit { on: !from_store, ..Visit::new("alb") },
            Visit { on: !from_store, ms: number(app, "image_ms"), ..Visit::new("app") },
            Visit { on: from_store, ..Visit::new("s3") },
        ],
        ..Class::new("picture")
    };
    let workload = Workload {
        rate: number(input, "peak_rps"),
        load_factor: number(input, "load_factor"),
        user_mbps: number(input, "user_mbps"),
        rtt_region_ms: number(input, "rtt_region_ms"),
        rtt_edge_ms: number(input, "rtt_edge_ms"),
        edge_region_ms: number(input, "edge_region_ms"),
        egress_gb: price("egress_gb"),
        ..Workload::default()
    };
    Design { workload, components, classes: vec![page, picture] }
}

/// One of everything: pictures through an edge cache from a store, pages from servers and a database with a cache and a
/// replica, an interface of functions behind a gateway, and uploads that wait in a queue for workers of their own.
pub fn everything() -> Design {
    let kind = |name: &str| ComponentKind::named(name).expect(name);
    let component = |id: &str, kind: ComponentKind| Component {
        prices: Prices { hour: 0.1, factor: 0.7, gb: 0.01, million: 0.4, gb_second: 1.7e-5, month: 5.0 },
        availability: 0.999,
        zones: 2,
        ..Component::new(id, kind)
    };
    let servers = |count: u32| ComponentKind::Servers { count, workers: 8, queue: 50, scaling: Scaling::default() };
    let database = ComponentKind::Database { nodes: 1, standbys: 1, workers: 16, queue: 100 };
    let functions = Functions { concurrency: 100, provisioned: 2, cold_ms: 400.0, keep_s: 300.0, memory_gb: 0.5 };
    let components = vec![
        component("cdn", ComponentKind::Cdn { capacity: 10_000.0, ttl_s: Some(3600.0) }),
        component("alb", kind("load-balancer")),
        component("app", servers(4)),
        component("api", ComponentKind::Functions(functions)),
        component("inbox", kind("queue")),
        component("workers", servers(2)),
        component("store", ComponentKind::ObjectStore { ms: 25.0 }),
        component("nat", kind("gateway")),
        component("cache", ComponentKind::Cache { capacity: 500.0, hit: None, ttl_s: None, ms: 1.0, nodes: 1 }),
        component("db", database.clone()),
        component("replica", database),
    ];
    let work = |id: &str, ms: f64| Visit { ms, ..Visit::new(id) };
    let queries = Visit {
        reads: 3.0,
        writes: 0.2,
        cache: Some("cache".to_string()),
        replica: Some("replica".to_string()),
        ..work("db", 6.0)
    };
    let class =
        |id: &str, share: f64, path: Vec<Visit>| Class { share, kb: 50.0, objects: 5_000.0, path, ..Class::new(id) };
    let classes = vec![
        class("picture", 0.6, vec![Visit::new("cdn"), Visit::new("store")]),
        class("page", 0.2, vec![Visit::new("alb"), work("app", 45.0), queries.clone()]),
        class("call", 0.1, vec![work("api", 80.0), Visit { kb: Some(20.0), ..Visit::new("nat") }, queries]),
        class(
            "upload",
            0.1,
            vec![Visit::new("inbox"), work("workers", 200.0), Visit { writes: 1.0, ..work("db", 6.0) }],
        ),
    ];
    let workload =
        Workload { rate: 600.0, load_factor: 0.4, rtt_region_ms: 40.0, egress_gb: 0.1, ..Workload::default() };
    Design { workload, components, classes }
}
