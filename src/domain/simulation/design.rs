//! What the load model is asked about: a workload, components, and the traffic classes that pass through them.
//!
//! Plain data that an author's file describes and an action changes. It must not compute anything: `evaluate` does. Every
//! number has its unit and valid range in the table of `parameter`; what can be wrong between several of them is listed
//! by [`Design::problems`].

/// An architecture under a load.
#[derive(Debug, Clone, PartialEq)]
pub struct Design {
    pub workload: Workload,
    /// In the order in which requests pass them: every path goes forward through this list.
    pub components: Vec<Component>,
    pub classes: Vec<Class>,
}

/// The load at the peak, and the readers' side of the network.
#[derive(Debug, Clone, PartialEq)]
pub struct Workload {
    /// Requests a second at the peak.
    pub rate: f64,
    /// Average load / peak load, for the bill.
    pub load_factor: f64,
    /// A reader's link in Mbit/s: an answer of `kb` takes `kb·8/user_mbps` ms.
    pub user_mbps: f64,
    /// Round trip between a reader and the Region, ms.
    pub rtt_region_ms: f64,
    /// Round trip between a reader and the edge, ms.
    pub rtt_edge_ms: f64,
    /// Round trip between the edge and the Region, ms.
    pub edge_region_ms: f64,
    /// USD for a GB that leaves the Region towards a reader. What an edge cache delivers is paid there instead.
    pub egress_gb: f64,
    /// How long the peak lasts, s: for what waits in queues.
    pub peak_s: f64,
    /// Load after the peak / load at the peak, for what waits in queues.
    pub base: f64,
}

/// A box of the architecture.
#[derive(Debug, Clone, PartialEq)]
pub struct Component {
    pub id: String,
    /// A component that is off costs nothing, and visits to it are skipped: so an author writes alternatives.
    pub on: bool,
    pub kind: ComponentKind,
    pub prices: Prices,
    /// Share of the time in which the part in one zone works (all of it, where `zones` is 0).
    pub availability: f64,
    /// In how many Availability Zones it stands. 0: a regional or global service that no zone takes with it.
    pub zones: u32,
    /// How many of its zones must work for it to work.
    pub needed: u32,
}

#[derive(Debug, Clone, PartialEq)]
pub enum ComponentKind {
    /// An edge cache: a class that passes it is split into hits, answered here, and misses, which go on.
    Cdn {
        /// Objects that it holds, over all classes that pass it.
        capacity: f64,
        /// How long it keeps an object after fetching it, s. None: until it is pushed out.
        ttl_s: Option<f64>,
    },
    /// Hands requests on after `ms`.
    LoadBalancer { ms: f64 },
    /// Machines or containers, each with `workers` at work at a time and `queue` places for those who wait.
    Servers { count: u32, workers: u32, queue: u32, scaling: Scaling },
    /// Functions started by request: nobody waits, what exceeds the limit is refused.
    Functions(Functions),
    /// A database whose nodes serve `workers` queries at a time each. Standbys are paid for and take over, but serve nothing.
    Database { nodes: u32, standbys: u32, workers: u32, queue: u32 },
    /// A cache beside a database: takes reads off the visits that name it, at `ms` a read.
    Cache {
        /// Objects that it holds, over all classes that use it.
        capacity: f64,
        /// A hit ratio that is known: then `capacity` is of no interest.
        hit: Option<f64>,
        /// How long it keeps an object, s. None: until it is pushed out.
        ttl_s: Option<f64>,
        ms: f64,
        nodes: u32,
    },
    /// Answers after `ms` (time to the first byte) at any load.
    ObjectStore { ms: f64 },
    /// The caller leaves here after `ms`; what follows in the path is done later, by workers that take from the queue.
    Queue { ms: f64 },
    /// A NAT gateway or an endpoint: `nodes` paid by the hour, and every GB that passes.
    Gateway { nodes: u32, ms: f64 },
}

/// Target tracking: as many servers as keep utilisation at `target`, between `min` and `max`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scaling {
    pub on: bool,
    pub target: f64,
    pub min: u32,
    pub max: u32,
}

/// How functions run. An environment serves one request at a time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Functions {
    /// Environments that may exist at a time.
    pub concurrency: u32,
    /// Environments that are always kept ready; `price-hour` is for each of them.
    pub provisioned: u32,
    /// What a request waits longer if its environment has to be started, ms.
    pub cold_ms: f64,
    /// How long an environment without work is kept, s.
    pub keep_s: f64,
    /// Memory of an environment, GB: `price-gb-second` is for it.
    pub memory_gb: f64,
}

/// Unit prices in USD; 0 where a component has no such price.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prices {
    /// An hour of one node (server, database, cache or gateway node, environment kept ready; 1 for what has no nodes).
    pub hour: f64,
    /// What is paid of the hours' list price: less than 1 with Spot or Savings Plans.
    pub factor: f64,
    /// A GB that passes.
    pub gb: f64,
    /// A million requests.
    pub million: f64,
    /// A GB of memory for a second, for functions.
    pub gb_second: f64,
    /// A month, whatever happens.
    pub month: f64,
}

/// Requests of one kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Class {
    pub id: String,
    /// Requests of this class for each of `Workload::rate`.
    pub share: f64,
    /// Size of an answer, kB.
    pub kb: f64,
    /// Whether a reader waits for the whole answer (a picture) or only for its beginning (a page that builds up).
    pub transfer: bool,
    /// Different objects that this class asks for. 0: nothing that a cache could answer.
    pub objects: f64,
    /// How unequally they are asked for: the i-th is asked for in proportion to i^-zipf.
    pub zipf: f64,
    pub path: Vec<Visit>,
}

/// A component on the path of a class.
#[derive(Debug, Clone, PartialEq)]
pub struct Visit {
    /// The component's id.
    pub component: String,
    pub on: bool,
    /// How often a request comes here.
    pub times: f64,
    /// How long one visit is worked on, ms; on average, for what has workers. A query's time at a database.
    pub ms: f64,
    /// Queries of one visit to a database that read …
    pub reads: f64,
    /// … and that write.
    pub writes: f64,
    /// What passes the component at one visit, kB, for its price. None: the answer at an edge cache or load balancer, else nothing.
    pub kb: Option<f64>,
    /// The cache that answers reads before the database does.
    pub cache: Option<String>,
    /// The database that takes the reads.
    pub replica: Option<String>,
}

impl Design {
    pub fn component(&self, id: &str) -> Option<&Component> {
        self.component_index(id).map(|index| &self.components[index])
    }

    /// The place of a component: the figures of an evaluation stand in the same order.
    /// Whether anything in use grows with the load: servers that scale, or functions.
    pub fn scales(&self) -> bool {
        self.components.iter().filter(|component| component.on).any(|component| match component.kind {
            ComponentKind::Servers { scaling, .. } => scaling.on,
            ComponentKind::Functions(_) => true,
            _ => false,
        })
    }

    pub fn component_index(&self, id: &str) -> Option<usize> {
        self.components.iter().position(|component| component.id == id)
    }

    pub fn class(&self, id: &str) -> Option<&Class> {
        self.class_index(id).map(|index| &self.classes[index])
    }

    /// The place of a class: the figures of an evaluation stand in the same order.
    pub fn class_index(&self, id: &str) -> Option<usize> {
        self.classes.iter().position(|class| class.id == id)
    }
}

impl Component {
    /// A component with the defaults of its kind: what has none is at its least value and must be set.
    pub fn new(id: impl Into<String>, kind: ComponentKind) -> Self {
        Component { id: id.into(), on: true, kind, prices: Prices::default(), availability: 1.0, zones: 0, needed: 1 }
    }
}

impl ComponentKind {
    /// The names by which files call the kinds.
    pub const NAMES: [&'static str; 9] =
        ["cdn", "load-balancer", "servers", "functions", "database", "cache", "object-store", "queue", "gateway"];

    /// The kind of this name, with its defaults.
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "cdn" => ComponentKind::Cdn { capacity: 0.0, ttl_s: None },
            "load-balancer" => ComponentKind::LoadBalancer { ms: 0.0 },
            "servers" => ComponentKind::Servers { count: 1, workers: 1, queue: 0, scaling: Scaling::default() },
            "functions" => ComponentKind::Functions(Functions::default()),
            "database" => ComponentKind::Database { nodes: 1, standbys: 0, workers: 1, queue: 0 },
            "cache" => ComponentKind::Cache { capacity: 0.0, hit: None, ttl_s: None, ms: 1.0, nodes: 1 },
            "object-store" => ComponentKind::ObjectStore { ms: 0.0 },
            "queue" => ComponentKind::Queue { ms: 0.0 },
            "gateway" => ComponentKind::Gateway { nodes: 1, ms: 0.0 },
            _ => return None,
        })
    }

    pub fn name(&self) -> &'static str {
        match self {
            ComponentKind::Cdn { .. } => "cdn",
            ComponentKind::LoadBalancer { .. } => "load-balancer",
            ComponentKind::Servers { .. } => "servers",
            ComponentKind::Functions(_) => "functions",
            ComponentKind::Database { .. } => "database",
            ComponentKind::Cache { .. } => "cache",
            ComponentKind::ObjectStore { .. } => "object-store",
            ComponentKind::Queue { .. } => "queue",
            ComponentKind::Gateway { .. } => "gateway",
        }
    }

    /// Whether it has workers, so that requests wait for them or are refused.
    pub fn is_station(&self) -> bool {
        matches!(self, ComponentKind::Servers { .. } | ComponentKind::Functions(_) | ComponentKind::Database { .. })
    }
}

impl Class {
    pub fn new(id: impl Into<String>) -> Self {
        let path = Vec::new();
        Class { id: id.into(), share: 0.0, kb: 0.0, transfer: true, objects: 0.0, zipf: 0.8, path }
    }

    pub fn visit(&self, component: &str) -> Option<&Visit> {
        self.path.iter().find(|visit| visit.component == component)
    }
}

impl Visit {
    pub fn new(component: impl Into<String>) -> Self {
        Visit {
            component: component.into(),
            on: true,
            times: 1.0,
            ms: 0.0,
            reads: 0.0,
            writes: 0.0,
            kb: None,
            cache: None,
            replica: None,
        }
    }
}

impl Default for Workload {
    fn default() -> Self {
        Workload {
            rate: 0.0,
            load_factor: 1.0,
            user_mbps: 50.0,
            rtt_region_ms: 0.0,
            rtt_edge_ms: 0.0,
            edge_region_ms: 0.0,
            egress_gb: 0.0,
            peak_s: 3600.0,
            base: 0.0,
        }
    }
}

impl Default for Scaling {
    fn default() -> Self {
        Scaling { on: false, target: 0.6, min: 1, max: 1 }
    }
}

impl Default for Functions {
    fn default() -> Self {
        Functions { concurrency: 1000, provisioned: 0, cold_ms: 0.0, keep_s: 600.0, memory_gb: 0.125 }
    }
}

impl Default for Prices {
    fn default() -> Self {
        Prices { hour: 0.0, factor: 1.0, gb: 0.0, million: 0.0, gb_second: 0.0, month: 0.0 }
    }
}
