//! The walk over the tree: every part of all plans is closed by prices, or cut in two parts that
//! are.

use super::fault::{CertificateFault, NodeFault};
use super::file::{Branch, Node};
use super::part::{Halt, Part, Work};
use super::problem::Relaxed;
use super::profits::Index;
use std::rc::Rc;

/// Further faults are not looked for.
const MOST_FAULTS: usize = 10;
/// The most bytes that parts waiting for their turn may take.
const LARGEST_WAIT: usize = 1 << 30;

/// The low and the high part of every node.
type Children = Vec<[Option<usize>; 2]>;

/// Everything that is wrong with a tree; nothing when it proves that no plan reaches `target`.
pub(super) fn faults(problem: &Relaxed<'_>, nodes: &[Node], target: i128) -> Vec<CertificateFault> {
    match children(nodes) {
        Ok(children) => walk(problem, nodes, &children, target),
        Err(faults) => faults,
    }
}

fn fault(node: usize, fault: NodeFault) -> CertificateFault {
    CertificateFault::Node { node, fault }
}

/// Who comes from whom; a parent stands before its parts.
fn children(nodes: &[Node]) -> Result<Children, Vec<CertificateFault>> {
    let mut children: Children = vec![[None; 2]; nodes.len()];
    let mut faults = Vec::new();
    if nodes.is_empty() {
        faults.push(CertificateFault::NoRoot);
    }
    for (n, node) in nodes.iter().enumerate() {
        match (node.parent, node.side) {
            (None, None) if n == 0 => {}
            (Some(parent), Some(side)) if parent < n && nodes[parent].split.is_some() => {
                let place = &mut children[parent][usize::from(side == Branch::High)];
                if place.replace(n).is_some() {
                    faults.push(fault(n, NodeFault::Twice(side)));
                }
            }
            (None, None) | (Some(_), Some(_)) => faults.push(fault(n, NodeFault::Parent)),
            (Some(_), None) | (None, Some(_)) => faults.push(fault(n, NodeFault::Side)),
        }
        if faults.len() >= MOST_FAULTS {
            break;
        }
    }
    if faults.is_empty() { Ok(children) } else { Err(faults) }
}

fn walk(
    problem: &Relaxed<'_>,
    nodes: &[Node],
    children: &Children,
    target: i128,
) -> Vec<CertificateFault> {
    let index = Index::new(problem);
    let mut work = Work::new();
    let mut faults = Vec::new();
    let mut waiting: Vec<(usize, Rc<Part>)> = vec![(0, Rc::new(Part::whole(problem)))];
    while let Some((n, part)) = waiting.pop() {
        // The last of two parts needs no copy.
        let part = Rc::unwrap_or_clone(part);
        match closed(problem, &index, (nodes, n), part, target, &mut work) {
            Ok(None) => {}
            Ok(Some(part)) => {
                let part = Rc::new(part);
                for (child, side) in children[n].iter().zip([Branch::Low, Branch::High]) {
                    match child {
                        Some(child) => waiting.push((*child, Rc::clone(&part))),
                        None => faults.push(fault(n, NodeFault::Missing(side))),
                    }
                }
            }
            Err(Halt::Fault(own)) => faults.push(fault(n, own)),
            Err(Halt::TooLarge) => {
                faults.push(CertificateFault::TooLarge);
                break;
            }
        }
        if waiting.len().saturating_mul(problem.slots.len()) > LARGEST_WAIT {
            faults.push(CertificateFault::TooLarge);
        }
        if faults.len() >= MOST_FAULTS || faults.contains(&CertificateFault::TooLarge) {
            break;
        }
    }
    faults
}

/// Nothing when a node is closed, else what is left of it to its parts.
fn closed(
    problem: &Relaxed<'_>,
    index: &Index<'_>,
    (nodes, n): (&[Node], usize),
    mut part: Part,
    target: i128,
    work: &mut Work,
) -> Result<Option<Part>, Halt> {
    let node = &nodes[n];
    work.spend(problem.slots.len())?;
    if let (Some(split), Some(side)) =
        (node.parent.and_then(|parent| nodes[parent].split.as_ref()), node.side)
    {
        part.cut(problem, index, split, side)?;
    }
    if part.is_empty(problem) {
        return Ok(None);
    }
    let mut reach: Option<i128> = None;
    for prices in &node.prices {
        match part.bound(problem, index, prices, target, work)? {
            Some(bound) if bound >= target && !part.is_empty(problem) => {
                reach = Some(reach.map_or(bound, |reach| reach.min(bound)));
            }
            _ => return Ok(None),
        }
    }
    if node.split.is_some() {
        return Ok(Some(part));
    }
    if let Some(starts) = part.decided(problem) {
        let plans = starts.len().saturating_add(1).saturating_mul(problem.ws.placements.len());
        work.spend(plans)?;
        match problem.worth(&starts).map(i128::from) {
            Some(worth) if worth >= target => reach = Some(worth),
            _ => return Ok(None),
        }
    }
    let reach = reach.map(|reach| i64::try_from(reach).unwrap_or(i64::MAX));
    Err(Halt::Fault(NodeFault::Open(reach)))
}
