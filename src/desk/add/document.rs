use super::{id_of, spelt, text};
use crate::atoms::{DocumentId, DocumentKind, LanguageTag, PartialDate, Text, WebUrl, Words as _};
use crate::country::uk::Nation;
use crate::desk::in_order::in_order;
use crate::desk::{Act, NotDone, OpenSite, Speaker, UNDONE};
use crate::edit::Value;
use crate::load::records::DocumentRecord;
use crate::model::Subject;

/// What else is known of a document.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct DocumentDetails {
    /// Its id; made of whose it is and what it is when left out.
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<DocumentId>,
    /// When it was published; 2031-03 when you do not know the day.
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<PartialDate>,
    /// Where it can be read.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) url: Option<WebUrl>,
    /// A copy of that in a web archive.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) archived: Option<WebUrl>,
    /// Who published it, when that is not plain.
    #[arg(long, value_name = "NAME")]
    pub(crate) publisher: Option<Text>,
    /// Its language, when it is not the site's.
    #[arg(long, value_name = "LANGUAGE")]
    pub(crate) lang: Option<LanguageTag>,
    /// The nations for which it was made; all when left out.
    #[arg(long, value_name = "NATION", value_delimiter = ',')]
    pub(crate) nation: Vec<Nation>,
}

/// A document of a candidate or a party, in a file of its own.
pub(crate) fn add_document<'s>(
    site: &'s OpenSite,
    title: &Text,
    kind: DocumentKind,
    of: &Speaker<'_>,
    details: &DocumentDetails,
) -> Result<Act<'s>, NotDone> {
    let known = &site.campaign(UNDONE)?.documents;
    let (is, whose) = match of {
        Speaker::Candidate { candidacy, .. } => ("person", Subject::Person(candidacy.person.clone())),
        Speaker::Party { party, .. } => ("party", Subject::Party(party.id.clone())),
    };
    let election = &of.election().id;
    let same = known.iter().find(|one| match &details.id {
        Some(id) => one.id == *id,
        None => (&one.title, &one.of, &one.election) == (title, &whose, election),
    });
    if let Some(same) = same {
        return Err(NotDone::Refused(format!("“{}” is on record already: {}", same.title, same.file)));
    }
    let is_taken = |id: &DocumentId| known.by_id(id).is_some();
    let id = id_of(details.id.as_ref(), &format!("{} {}", of.name(), kind.word()), is_taken)?;
    let mut keys = vec![
        ("id", Value::text(id.as_str())),
        ("title", Value::text(title.as_str())),
        ("kind", Value::plain(kind.word())),
        ("election", Value::text(election.as_str())),
        (is, Value::id(of.id())),
    ];
    keys.extend(details.date.map(|date| ("date", Value::plain(date))));
    keys.extend(spelt("url", details.url.as_ref()));
    keys.extend(spelt("archived", details.archived.as_ref()));
    keys.extend(text("publisher", details.publisher.as_ref()));
    keys.extend(spelt("lang", details.lang.as_ref()));
    let nations: Vec<Value> = details.nation.iter().map(|nation| Value::plain(nation.word())).collect();
    keys.extend((!nations.is_empty()).then_some(("nations", Value::List(nations))));
    let file = format!("candidates/documents/{id}.yaml");
    let change = site.propose(vec![site.new_file(&file, in_order::<DocumentRecord>(keys).to_record())?])?;
    let notes = vec![format!("Next, what it says: hustings read {id}")];
    Ok(Act { change, file, done: format!("added “{title}” of {} ({id})", of.name()), notes })
}
