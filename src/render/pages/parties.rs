use std::sync::Arc;

use crate::model::Party;
use crate::render::context::Context;
use crate::render::parts::{PartyRow, PartyTable, party_table, phrase};

views! {
    /// The party lines side by side.
    PartiesView<'a> {
        tables: Vec<PartyTable<'a>>, "A table for each election, the latest first";
        others: Vec<PartyRow<'a>>, "Parties of which no line is on record";
        empty: bool, "Whether no party is on record";
    }
}

pub(crate) fn view<'a>(cx: &Context<'a>) -> PartiesView<'a> {
    let tables: Vec<_> = cx.campaign.elections.iter().filter_map(|election| party_table::view(cx, election)).collect();
    let unknown = |party: &&Arc<Party>| {
        party.is_registered() && !cx.campaign.elections.iter().any(|election| election.knows_of(party))
    };
    let other = |party: &'a Arc<Party>| party_table::row(cx, party, Vec::new());
    let mut others: Vec<_> = cx.campaign.parties.iter().filter(unknown).map(other).collect();
    others.sort_by_key(|other| phrase::name_key(other.party.name));
    PartiesView { empty: cx.campaign.parties.is_empty(), tables, others }
}
