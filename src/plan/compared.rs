use std::collections::BTreeMap;

use crate::atoms::{PartyId, SitePath};

/// Where an election's answers lie as data, in files so small that a page can take only those that it shows.
#[derive(Debug)]
pub struct Compared {
    /// Its questions, and the names of its ballots and parties.
    pub index: SitePath,
    /// The candidates of each ballot, in the election's order.
    pub ballots: Vec<SitePath>,
    /// The parties of which anything is known in it.
    pub parties: BTreeMap<PartyId, SitePath>,
}
