//! What can be wrong between the parts of a design, though each number is valid by itself.
//!
//! It must not word anything for authors: it names the problem and the parts, and whoever read the file says where.

use super::design::{Class, ComponentKind, Design, Visit};

/// Components, classes and visits are named by their ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Two components or classes, or one of each, have this id: a path could mean either. `workload` is taken too.
    SameId(String),
    /// A visit names a component that there is not.
    UnknownComponent { class: String, component: String },
    /// A path comes to a component twice: `times` says how often.
    VisitedTwice { class: String, component: String },
    /// A path comes to a component that stands before the one it has just left in the list of components.
    Backwards { class: String, component: String },
    /// A visit names as its cache what is no cache.
    NoCache { class: String, cache: String },
    /// A visit names as its replica what is no database, or is the visited database itself.
    NoReplica { class: String, replica: String },
    /// Reads, writes, a cache or a replica at what is no database.
    NoDatabase { class: String, component: String },
    /// A database that is asked nothing: neither reads nor writes.
    NoQueries { class: String, component: String },
    /// Something with workers at which there is no work to do.
    NoServiceTime { class: String, component: String },
    /// A path through two edge caches or two queues.
    SecondSplit { class: String, component: String },
    /// Behind the queue there is nothing that works.
    NobodyTakesFrom { class: String, queue: String },
    /// A cache or edge cache serves a class of which no objects are given, and its hit ratio is not given either.
    NoObjects { class: String, component: String },
    /// The least number of servers is above the greatest.
    MinAboveMax(String),
    /// More zones are needed than there are.
    NeededAboveZones(String),
    /// More environments are kept ready than may exist.
    ProvisionedAboveConcurrency(String),
}

impl Design {
    /// Everything that is wrong between the parts of this design. What is wrong is skipped in an evaluation, or taken at
    /// its nearest sensible value; it never makes one fail.
    pub fn problems(&self) -> Vec<Problem> {
        let mut found = self.same_ids();
        for component in &self.components {
            let id = || component.id.clone();
            match component.kind {
                ComponentKind::Servers { scaling, .. } if scaling.on && scaling.min > scaling.max => {
                    found.push(Problem::MinAboveMax(id()));
                }
                ComponentKind::Functions(functions) if functions.provisioned > functions.concurrency => {
                    found.push(Problem::ProvisionedAboveConcurrency(id()));
                }
                _ => {}
            }
            if component.zones > 0 && component.needed > component.zones {
                found.push(Problem::NeededAboveZones(id()));
            }
        }
        for class in &self.classes {
            self.path_problems(class, &mut found);
            for visit in &class.path {
                self.visit_problems(class, visit, &mut found);
            }
        }
        found
    }

    fn same_ids(&self) -> Vec<Problem> {
        let components = self.components.iter().map(|component| component.id.as_str());
        let mut ids: Vec<&str> = components.chain(self.classes.iter().map(|class| class.id.as_str())).collect();
        ids.push("workload");
        ids.sort_unstable();
        let mut twice: Vec<&str> = ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
        twice.dedup();
        twice.into_iter().map(|id| Problem::SameId(id.to_string())).collect()
    }

    /// What is wrong with the order of a path.
    fn path_problems(&self, class: &Class, found: &mut Vec<Problem>) {
        let mut last = 0;
        let mut split: [Option<&str>; 2] = [None, None];
        for (place, visit) in class.path.iter().enumerate() {
            let (class_id, component) = (class.id.clone(), visit.component.clone());
            let Some(index) = self.component_index(&component) else {
                found.push(Problem::UnknownComponent { class: class_id, component });
                continue;
            };
            if class.path[..place].iter().any(|earlier| earlier.component == component) {
                found.push(Problem::VisitedTwice { class: class_id, component });
                continue;
            }
            let kind = &self.components[index].kind;
            let seat = match kind {
                ComponentKind::Cdn { .. } => Some(0),
                ComponentKind::Queue { .. } => Some(1),
                _ => None,
            };
            if index < last {
                found.push(Problem::Backwards { class: class_id, component });
            } else if seat.is_some_and(|seat| split[seat].replace(&visit.component).is_some()) {
                found.push(Problem::SecondSplit { class: class_id, component });
            } else if seat == Some(1) && !self.works_behind(class, place) {
                found.push(Problem::NobodyTakesFrom { class: class_id, queue: component });
            }
            last = last.max(index);
        }
    }

    /// Whether a station follows the visit at `place`.
    fn works_behind(&self, class: &Class, place: usize) -> bool {
        let rest = class.path.iter().skip(place + 1);
        rest.filter_map(|visit| self.component(&visit.component)).any(|component| component.kind.is_station())
    }

    /// What is wrong with one visit.
    fn visit_problems(&self, class: &Class, visit: &Visit, found: &mut Vec<Problem>) {
        let Some(component) = self.component(&visit.component) else { return };
        let names = || (class.id.clone(), visit.component.clone());
        let queries = visit.reads + visit.writes;
        let is_database = matches!(component.kind, ComponentKind::Database { .. });
        if !is_database && (queries > 0.0 || visit.cache.is_some() || visit.replica.is_some()) {
            let (class, component) = names();
            found.push(Problem::NoDatabase { class, component });
        }
        if is_database && queries == 0.0 {
            let (class, component) = names();
            found.push(Problem::NoQueries { class, component });
        }
        if component.kind.is_station() && visit.ms == 0.0 {
            let (class, component) = names();
            found.push(Problem::NoServiceTime { class, component });
        }
        if matches!(component.kind, ComponentKind::Cdn { .. }) && class.objects == 0.0 {
            let (class, component) = names();
            found.push(Problem::NoObjects { class, component });
        }
        if let Some(cache) = &visit.cache {
            match self.component(cache).map(|component| &component.kind) {
                Some(ComponentKind::Cache { hit: None, .. }) if class.objects == 0.0 => {
                    found.push(Problem::NoObjects { class: class.id.clone(), component: cache.clone() });
                }
                Some(ComponentKind::Cache { .. }) => {}
                _ => found.push(Problem::NoCache { class: class.id.clone(), cache: cache.clone() }),
            }
        }
        if let Some(replica) = &visit.replica {
            let kind = self.component(replica).map(|component| &component.kind);
            if !matches!(kind, Some(ComponentKind::Database { .. })) || *replica == visit.component {
                found.push(Problem::NoReplica { class: class.id.clone(), replica: replica.clone() });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::simulation::design::{Component, Workload};

    fn kind(name: &str) -> ComponentKind {
        ComponentKind::named(name).expect(name)
    }

    /// `picture` through an edge cache, servers and a database.
    fn design() -> Design {
        let components = ["cdn", "servers", "queue", "cache", "database"].map(|name| Component::new(name, kind(name)));
        let app = Visit { ms: 10.0, ..Visit::new("servers") };
        let database = Visit { ms: 5.0, reads: 2.0, cache: Some("cache".into()), ..Visit::new("database") };
        let path = vec![Visit::new("cdn"), app, database];
        let picture = Class { objects: 1000.0, path, ..Class::new("picture") };
        Design { workload: Workload::default(), components: components.to_vec(), classes: vec![picture] }
    }

    /// What is wrong with the design after a change.
    fn after(change: impl Fn(&mut Design)) -> Vec<Problem> {
        let mut design = design();
        change(&mut design);
        design.problems()
    }

    #[test]
    fn a_sound_design_has_no_problems() {
        assert_eq!(design().problems(), []);
    }

    #[test]
    fn each_problem_is_found() {
        let (class, component) = ("picture".to_string(), "database".to_string());
        let cases: Vec<(Vec<Problem>, Problem)> = vec![
            (after(|d| d.classes[0].id = "cdn".into()), Problem::SameId("cdn".into())),
            (after(|d| d.classes[0].id = "workload".into()), Problem::SameId("workload".into())),
            (
                after(|d| d.classes[0].path[0].component = "edge".into()),
                Problem::UnknownComponent { class: class.clone(), component: "edge".into() },
            ),
            (
                after(|d| d.classes[0].path.swap(1, 2)),
                Problem::Backwards { class: class.clone(), component: "servers".into() },
            ),
            (
                after(|d| d.classes[0].path[2].cache = Some("cdn".into())),
                Problem::NoCache { class: class.clone(), cache: "cdn".into() },
            ),
            (
                after(|d| d.classes[0].path[2].replica = Some("database".into())),
                Problem::NoReplica { class: class.clone(), replica: component.clone() },
            ),
            (
                after(|d| d.classes[0].path[1].writes = 1.0),
                Problem::NoDatabase { class: class.clone(), component: "servers".into() },
            ),
            (
                after(|d| d.classes[0].path[2].reads = 0.0),
                Problem::NoQueries { class: class.clone(), component: component.clone() },
            ),
            (
                after(|d| d.classes[0].path[1].ms = 0.0),
                Problem::NoServiceTime { class: class.clone(), component: "servers".into() },
            ),
            (
                after(|d| d.classes[0].path = vec![Visit::new("queue")]),
                Problem::NobodyTakesFrom { class: class.clone(), queue: "queue".into() },
            ),
            (
                after(|d| d.classes[0].path[1] = Visit::new("cdn")),
                Problem::VisitedTwice { class, component: "cdn".into() },
            ),
            (
                after(|d| (d.components[1].zones, d.components[1].needed) = (2, 3)),
                Problem::NeededAboveZones("servers".into()),
            ),
        ];
        for (found, expected) in cases {
            assert_eq!(found, [expected]);
        }
    }
}
