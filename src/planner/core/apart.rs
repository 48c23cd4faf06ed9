//! Distances on a sorted list of starts, in seconds.

/// Whether nothing in a sorted list is nearer than `least`.
pub(in crate::planner) fn far(list: &[i64], start: i64, least: i64) -> bool {
    let at = list.partition_point(|other| *other <= start.saturating_sub(least));
    list.get(at).is_none_or(|other| *other >= start.saturating_add(least))
}

/// R7: whether one more start leaves no stretch of `after` with more than `most`. `near` are the
/// sorted starts less than `after` away from it.
pub(in crate::planner) fn has_room(
    mut near: Vec<i64>,
    start: i64,
    after: i64,
    most: usize,
) -> bool {
    let own = near.partition_point(|other| *other <= start);
    near.insert(own, start);
    // Any stretch that holds the start and one too many begins at one of these.
    !(0..=own).any(|first| {
        first + most >= own && near.get(first + most).is_some_and(|last| last - near[first] < after)
    })
}
