//! Groups with arrows between them, put side by side across the arrows of the rest: two
//! Availability Zones below one load balancer. Must not touch anything that is drawn.

use super::model::{Diagram, Direction, End, Group};

/// The diagram with an additional group, behind all others, around each set of neighbouring groups
/// that have arrows between them. These groups have no frame. `direction` is the one of the diagram.
pub(super) fn side_by_side(diagram: &Diagram, direction: Direction) -> Option<Diagram> {
    let count = diagram.groups.len();
    let mut set: Vec<usize> = (0..count).collect();
    for edge in &diagram.edges {
        if let Some((one, other)) = neighbours(diagram, edge.from, edge.to) {
            let (kept, replaced) = (set[one].min(set[other]), set[one].max(set[other]));
            set.iter_mut().filter(|number| **number == replaced).for_each(|number| *number = kept);
        }
    }
    let mut paired = diagram.clone();
    for first in 0..count {
        let members: Vec<usize> = (0..count).filter(|&group| set[group] == first).collect();
        if members.len() < 2 {
            continue;
        }
        let parent = diagram.groups[first].parent;
        let along = parent.map_or(direction, |group| direction_in(diagram, group, direction));
        let around = paired.groups.len();
        paired.groups.push(Group { id: String::new(), title: String::new(), direction: Some(along.flipped()), parent });
        for member in members {
            paired.groups[member].parent = Some(around);
        }
    }
    (paired.groups.len() > count).then_some(paired)
}

/// The two groups with the same parent that an arrow joins.
fn neighbours(diagram: &Diagram, from: End, to: End) -> Option<(usize, usize)> {
    let chain = |end: End| {
        let mut groups = diagram.ancestors(end);
        if let End::Group(group) = end {
            groups.push(group);
        }
        groups
    };
    chain(from).into_iter().zip(chain(to)).find(|(one, other)| one != other)
}

/// The direction in which a group is laid out. The additional groups hand on the one around them.
pub(super) fn direction_in(diagram: &Diagram, group: usize, direction: Direction) -> Direction {
    let mut next = Some(group);
    while let Some(outer) = next {
        let outer_group = &diagram.groups[outer];
        match outer_group.direction {
            Some(stated) if outer == group || !outer_group.title.is_empty() => return stated,
            _ => next = outer_group.parent,
        }
    }
    direction
}
