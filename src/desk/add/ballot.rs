use super::{id_of, text};
use crate::atoms::{BallotId, BallotKind, BallotOrder, Slug, Text, Words as _};
use crate::country::uk::{Gss, Nation};
use crate::desk::in_order::in_order;
use crate::desk::{Act, NotDone, OpenSite};
use crate::edit::Value;
use crate::import::{ballot_id, same_name};
use crate::load::records::{AreaRecord, BallotRecord};
use crate::model::Election;

/// What else is known of a ballot.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct BallotDetails {
    /// Its id, as Democracy Club writes it; made of the election's and the area's name when left out.
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<BallotId>,
    /// The name of its file and its page; made of the area's name when left out.
    #[arg(long, value_name = "NAME")]
    pub(crate) slug: Option<Slug>,
    /// The area's GSS code: E14999901.
    #[arg(long, value_name = "CODE")]
    pub(crate) gss: Option<Gss>,
    /// The nation in which it lies: england, scotland, wales or northern-ireland.
    #[arg(long)]
    pub(crate) nation: Option<Nation>,
    /// The region in which it lies.
    #[arg(long, value_name = "NAME")]
    pub(crate) region: Option<Text>,
    /// How many are elected; 1 when left out.
    #[arg(long, value_name = "NUMBER")]
    pub(crate) seats: Option<u32>,
    /// Voters choose lists of parties, not people.
    #[arg(long)]
    pub(crate) lists: bool,
}

/// A ballot of an election, in a file of its own and without candidates yet.
pub(crate) fn add_ballot<'s>(
    site: &'s OpenSite,
    election: &Election,
    area: &Text,
    details: &BallotDetails,
) -> Result<Act<'s>, NotDone> {
    let is_new = details.id.is_some() || details.slug.is_some();
    if let Some(same) = election.ballots.iter().find(|ballot| !is_new && same_name(ballot.area.as_str(), area.as_str()))
    {
        let (id, file) = (&same.id, &same.file);
        return Err(NotDone::Refused(format!(
            "{area} has a ballot in {} already: {id}, {file}; another area of that name needs --id and --slug",
            election.id
        )));
    }
    let taken = |slug: &Slug| slug.as_str() == "election" || election.ballots.by_id(slug).is_some();
    let slug = id_of(details.slug.as_ref(), area.as_str(), taken)?;
    let id = details.id.clone().or_else(|| ballot_id(&election.id, slug.as_str()));
    let id = id.ok_or_else(|| NotDone::Refused("the area's name is too long for an id; name one with --id".into()))?;
    let file = format!("candidates/{}/{slug}.yaml", election.id);
    let change = site.propose(vec![site.new_file(&file, record(&id, area, details))?])?;
    let notes = vec![format!("Next, who stands there: hustings add candidate NAME --ballot {id}")];
    Ok(Act { change, file, done: format!("added the ballot of {area} ({id})"), notes })
}

fn record(id: &BallotId, area: &Text, details: &BallotDetails) -> String {
    let mut area = vec![("name", Value::text(area.as_str()))];
    area.extend(details.gss.as_ref().map(|gss| ("gss", Value::plain(gss))));
    let area = Value::Map(in_order::<AreaRecord>(area).0);
    let mut keys = vec![("id", Value::text(id.as_str())), ("area", area)];
    keys.extend(details.nation.map(|nation| ("nation", Value::plain(nation.word()))));
    keys.extend(text("region", details.region.as_ref()));
    keys.extend(details.seats.filter(|seats| *seats != 1).map(|seats| ("seats", Value::plain(seats))));
    // People are put in by their family names, and lists are shown one after another.
    keys.push(match details.lists {
        true => ("kind", Value::plain(BallotKind::Lists.word())),
        false => ("order", Value::plain(BallotOrder::FamilyName.word())),
    });
    in_order::<BallotRecord>(keys).to_record()
}
