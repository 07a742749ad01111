use super::id_of;
use crate::atoms::{BallotId, BallotKind, BallotOrder, Slug, Text, Words as _};
use crate::desk::answers::DeedAnswers;
use crate::desk::deed::Deed;
use crate::desk::prompt::{name, own_id, seldom, slug};
use crate::desk::{Act, Acted, How, NotDone, OnRecord, OpenSite, Prompt, UNDONE, ask, known};
use crate::edit::Value;
use crate::import::{ballot_id, same_name};
use crate::load::RecordKind;

/// An area that votes, in an election.
pub(super) fn ballot() -> Deed {
    let asks = [
        ask("election", "In which election?")
            .known(OnRecord::Elections)
            .or_the_only()
            .value("ELECTION")
            .help("The election: its id or a part of its name; not needed when there is one alone."),
        ask("area", "What is the area called?").key("area.name").placed("AREA").read(name),
        ask("nation", "In which nation?").without("not known"),
        ask("gss", "What is the area’s GSS code?").key("area.gss").without("not known"),
        ask("seats", "How many are elected?").without("1"),
        seldom("region").value("NAME"),
        Prompt { how: How::Flag, ..seldom("lists").help("Voters choose lists of parties, not people.") },
        own_id("Its id, as Democracy Club writes it; made of the election's and the area's name when left out."),
        seldom("slug")
            .value("NAME")
            .read(slug)
            .help("The name of its file and its page; made of the area's name when left out."),
    ];
    Deed {
        title: "Add a ballot",
        about: "An area that votes, in an election.",
        example: "hustings add ballot 'Example Town' --nation england --gss E14999901",
        notes: "  hustings add ballot 'Old Quay' --election example.2031-05-01 --nation wales --seats 3",
        ..Deed::of(RecordKind::Ballot, asks, add_ballot)
    }
}

/// A ballot of an election, in a file of its own and without candidates yet.
fn add_ballot<'s>(site: &'s OpenSite, new: &DeedAnswers<'_>) -> Result<Acted<'s>, NotDone> {
    let elections = site.campaign(UNDONE)?.elections.iter();
    let election: String = new.need("election")?;
    let election = known("election", &election, elections, |election| election.id.as_str())?;
    let area: Text = new.need("area")?;
    let is_new = new.has("id") || new.has("slug");
    if let Some(same) = election.ballots.iter().find(|ballot| !is_new && same_name(ballot.area.as_str(), area.as_str()))
    {
        let (id, file) = (&same.id, &same.file);
        return Err(NotDone::Refused(format!(
            "{area} has a ballot in {} already: {id}, {file}; another area of that name needs --id and --slug",
            election.id
        )));
    }
    let taken = |slug: &Slug| slug.as_str() == "election" || election.ballots.by_id(slug).is_some();
    let slug = id_of(new.get("slug"), area.as_str(), taken)?;
    let id: Option<BallotId> = new.get("id").or_else(|| ballot_id(&election.id, slug.as_str()));
    let id = id.ok_or_else(|| NotDone::Refused("the area's name is too long for an id; name one with --id".into()))?;
    let mut keys = new.keys(site)?;
    keys.push(("id", Value::text(id.as_str())));
    // People are put in by their family names, and lists are shown one after another.
    keys.push(match new.has("lists") {
        true => ("kind", Value::plain(BallotKind::Lists.word())),
        false => ("order", Value::plain(BallotOrder::FamilyName.word())),
    });
    let file = format!("candidates/{}/{slug}.yaml", election.id);
    let change = site.propose(vec![site.new_file(&file, new.item(keys).to_record())?])?;
    let notes = vec![format!("Next, who stands there: hustings add candidate NAME --ballot {id}")];
    Ok(Acted::Now(Act { change, file, done: format!("added the ballot of {area} ({id})"), notes }))
}
