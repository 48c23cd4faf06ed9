//! Whose approval counts, and who may still give one.

use crate::model::{ApprovalMode, Exclusion, PersonIx, Post, Sealed, Workspace};

/// Why an approval does not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Void {
    /// It is the author's own.
    Author,
    /// It is by somebody without the role.
    Role,
    /// It has no seal.
    Unsealed,
}

/// Why an approval does not count, if so. An emergency with its reason lifts the limits of author
/// and role; without a seal nobody knows what was approved.
#[must_use]
pub fn void(ws: &Workspace, post: &Post, approval: &Sealed) -> Option<Void> {
    if approval.seal.is_none() {
        return Some(Void::Unsealed);
    }
    if approval.emergency.is_some() {
        return None;
    }
    if is_barred_author(ws, post, approval.by.value) {
        return Some(Void::Author);
    }
    (!has_role(ws, approval.by.value)).then_some(Void::Role)
}

/// The different people whose approvals of a post count.
#[must_use]
pub fn counted(ws: &Workspace, post: &Post) -> Vec<PersonIx> {
    let valid = post.approvals.iter().filter(|approval| void(ws, post, approval).is_none());
    let mut people: Vec<PersonIx> = valid.map(|approval| approval.by.value).collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// How many approvals a post still needs; 0 where none are asked for.
#[must_use]
pub fn wanted(ws: &Workspace, post: &Post) -> usize {
    if ws.approval.mode == ApprovalMode::None {
        return 0;
    }
    let all = usize::try_from(ws.approval.count.max(1)).unwrap_or(usize::MAX);
    all.saturating_sub(counted(ws, post).len())
}

/// Who may still approve a post, in the order of the file.
#[must_use]
pub fn approvers(ws: &Workspace, post: &Post) -> Vec<PersonIx> {
    let done = counted(ws, post);
    (0..ws.people.len())
        .map(PersonIx::new)
        .filter(|ix| has_role(ws, *ix) && !is_barred_author(ws, post, *ix) && !done.contains(ix))
        .collect()
}

/// Whether somebody has a role whose approval counts; without `roles` everybody has.
#[must_use]
pub fn has_role(ws: &Workspace, person: PersonIx) -> bool {
    let roles = &ws.approval.roles;
    roles.is_empty() || roles.iter().any(|role| ws.person(person).roles.contains(role))
}

fn is_barred_author(ws: &Workspace, post: &Post, person: PersonIx) -> bool {
    ws.approval.not_author == Exclusion::Excluded
        && post.author.as_ref().is_some_and(|author| author.value == person)
}
