use super::{id_of, spelt, text};
use crate::atoms::{Colour, Malformed, PartyId, PartyKind, Text, WebUrl, Words as _};
use crate::desk::in_order::in_order;
use crate::desk::{Act, NotDone, OpenSite, UNDONE};
use crate::edit::{FileChange, Value};
use crate::load::records::PartyRecord;

/// What else is known of a party.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct PartyDetails {
    /// Its registration number, such as PP53; made of the name when left out.
    #[arg(long, value_name = "ID", value_parser = party_id)]
    pub(crate) id: Option<PartyId>,
    /// A shorter name for narrow places.
    #[arg(long, value_name = "NAME", value_parser = crate::atoms::name)]
    pub(crate) short_name: Option<Text>,
    /// What it is, when not a party: joint, independent or speaker.
    #[arg(long)]
    pub(crate) kind: Option<PartyKind>,
    /// Its colour, such as '#0b6e75'.
    #[arg(long)]
    pub(crate) colour: Option<Colour>,
    /// Its website.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) website: Option<WebUrl>,
    /// What tells it from another party of the same name.
    #[arg(long, value_name = "TEXT")]
    pub(crate) note: Option<Text>,
}

/// A party's id, which is a registration in small letters.
pub(crate) fn party_id(said: &str) -> Result<PartyId, Malformed> {
    said.trim().to_lowercase().parse()
}

/// A party, in a file of its own.
pub(crate) fn add_party<'s>(site: &'s OpenSite, name: &Text, details: &PartyDetails) -> Result<Act<'s>, NotDone> {
    let known = &site.campaign(UNDONE)?.parties;
    let is_same = |id: &PartyId, called: &Text| details.id.as_ref().map_or(called == name, |wanted| wanted == id);
    if let Some(same) = known.iter().find(|party| is_same(&party.id, &party.name)) {
        let (id, called, file) = (&same.id, &same.name, &same.file);
        return Err(NotDone::Refused(format!(
            "{called} ({id}) is on record already: {file}; another party of that name has an id of its own: --id"
        )));
    }
    let id = id_of(details.id.as_ref(), name.as_str(), |id| known.iter().any(|party| party.id == *id))?;
    let file = party_file(site, &id, name.as_str(), details)?;
    let path = file.path.to_string_lossy().into_owned();
    let (change, done) = (site.propose(vec![file])?, format!("added {name} ({id})"));
    Ok(Act { change, file: path, done, notes: Vec::new() })
}

/// The file of a new party.
pub(super) fn party_file(
    site: &OpenSite,
    id: &PartyId,
    name: &str,
    details: &PartyDetails,
) -> Result<FileChange, NotDone> {
    let mut keys = vec![("id", Value::text(id.as_str())), ("name", Value::text(name))];
    keys.extend(text("short_name", details.short_name.as_ref()));
    keys.extend(details.kind.filter(|kind| *kind != PartyKind::Party).map(|kind| ("kind", Value::plain(kind.word()))));
    keys.extend(spelt("colour", details.colour.as_ref()));
    keys.extend(spelt("website", details.website.as_ref()));
    keys.extend(text("note", details.note.as_ref()));
    site.new_file(&format!("candidates/parties/{id}.yaml"), in_order::<PartyRecord>(keys).to_record())
}
