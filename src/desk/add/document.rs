use super::id_of;
use crate::atoms::DocumentId;
use crate::desk::answers::{DeedAnswers, OwnFile};
use crate::desk::deed::{Deed, within};
use crate::desk::prompt::{own_id, seldom};
use crate::desk::{Acted, NotDone, OnRecord, OpenSite, Speaker, UNDONE, ask};
use crate::edit::Value;
use crate::load::RecordKind;
use crate::model::{Document, Subject};

/// A manifesto, leaflet, letter, page or speech that somebody read.
pub(super) fn document() -> Deed {
    let asks = within().into_iter().chain([
        ask("title", "What is it called?").placed("TITLE"),
        ask("kind", "What is it?"),
        ask("of", "Whose is it?")
            .known(OnRecord::Speakers)
            .needed()
            .value("WHO")
            .hint("a part of the name, an id, or a party")
            .help("Whose it is: a part of the name, an id, or a party."),
        ask("date", "When was it published?")
            .hint("2031-03-28, or 2031-03 when the day is not known")
            .without("not known"),
        ask("url", "Where can it be read?").hint("a web address").without("nowhere"),
        seldom("archived"),
        seldom("publisher").value("NAME"),
        seldom("lang"),
        seldom("nation").key("nations"),
        own_id("Its id; made of whose it is and what it is when left out."),
    ]);
    Deed {
        title: "Add a document",
        about: "A manifesto, leaflet, letter, page or speech. What you found in it is recorded when you read it.",
        example: "hustings add document 'Open on Saturdays' --of asha --kind leaflet --date 2031-04-08",
        notes: "  hustings add document 'A Town That Opens Its Doors' --of 'Harbour Alliance' --kind manifesto --date 2031-03-28 \\
      --url https://harbour.example.org/manifesto",
        ..Deed::of(RecordKind::Document, asks, add_document)
    }
}

/// A document of a candidate or a party, in a file of its own.
fn add_document<'s>(site: &'s OpenSite, new: &DeedAnswers<'_>) -> Result<Acted<'s>, NotDone> {
    let campaign = site.campaign(UNDONE)?;
    let of = new.speaker("of", campaign)?;
    let (is, whose) = match of {
        Speaker::Candidate { candidacy, .. } => ("person", Subject::Person(candidacy.person.clone())),
        Speaker::Party { party, .. } => ("party", Subject::Party(party.id.clone())),
    };
    let election = &of.election().id;
    let is_alike = |one: &Document| new.is("title", &one.title) && one.of == whose && one.election == *election;
    let same = campaign.documents.iter().find(|one| new.is_same(&one.id, is_alike(one)));
    // Many have the same title.
    let id = id_of(None, &format!("{} {}", of.name(), new.text("kind")), |id: &DocumentId| {
        campaign.documents.by_id(id).is_some()
    })?;
    new.in_its_file(
        site,
        OwnFile {
            title: new.text("title"),
            same: same.map(|one| one.id.to_string()),
            id: id.as_str().parse().ok(),
            more: vec![("election", Value::text(election.as_str())), (is, Value::id(of.id()))],
            notes: vec!["Next, what it says: hustings read {id}".to_owned()],
            ..OwnFile::default()
        },
    )
}
