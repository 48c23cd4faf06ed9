//! Typed indices into the lists of a [`super::Workspace`].

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(u32);

        impl $name {
            /// The index of the `n`th element, counted from 0.
            #[must_use]
            pub fn new(n: usize) -> Self {
                Self(u32::try_from(n).expect("internal error: more than 2^32 elements"))
            }

            /// The position in the list.
            #[must_use]
            pub const fn get(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

index! {
    /// A channel.
    ChannelIx,
    /// A channel's own posts, or those of one of its formats.
    LaneIx,
    /// Somebody of the team.
    PersonIx,
    /// A campaign.
    CampaignIx,
    /// A regular feature.
    SeriesIx,
    /// An event written in the calendar or read from a feed.
    EventIx,
    /// A pillar of the mix.
    PillarIx,
    /// A post.
    PostIx,
    /// A post on one channel.
    PlacementIx,
}
