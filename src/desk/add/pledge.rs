use super::{entered_today, id_of, spelt};
use crate::atoms::{PartialDate, Slug, Stance, Text, WebUrl, Words as _};
use crate::desk::in_order::in_order;
use crate::desk::{Act, NotDone, OpenSite, UNDONE};
use crate::edit::{Item, Value};
use crate::load::records::{AnnouncementRecord, PledgeAnswerRecord, PledgeRecord};
use crate::model::{Election, PutQuestion};

/// What else is known of a pledge.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct PledgeDetails {
    /// Its id; made of its title when left out.
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<Slug>,
    /// Who asks people to sign it; once for each.
    #[arg(long = "organiser", value_name = "NAME")]
    pub(crate) organisers: Vec<Text>,
    /// Since when it can be signed.
    #[arg(long, value_name = "DATE")]
    pub(crate) opened: Option<PartialDate>,
    /// Until when it could be signed.
    #[arg(long, value_name = "DATE")]
    pub(crate) closed: Option<PartialDate>,
    /// Where it can be read.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) url: Option<WebUrl>,
}

/// A pledge that is to be put into the records.
pub(crate) struct PledgeToAdd<'c> {
    /// What it is called.
    pub(crate) title: Text,
    /// What people sign.
    pub(crate) text: Text,
    /// What the place is called where it was published.
    pub(crate) source: Text,
    /// The election.
    pub(crate) election: &'c Election,
    /// What it answers.
    pub(crate) answers: Vec<(&'c PutQuestion, Stance)>,
}

/// A pledge, in a file of its own.
pub(crate) fn add_pledge<'s>(
    site: &'s OpenSite,
    new: &PledgeToAdd<'_>,
    details: &PledgeDetails,
) -> Result<Act<'s>, NotDone> {
    let known = &site.campaign(UNDONE)?.pledges;
    let is_same = |id: &Slug, title: &Text| details.id.as_ref().map_or(*title == new.title, |wanted| wanted == id);
    if let Some(same) = known.iter().find(|pledge| is_same(&pledge.id, &pledge.title)) {
        return Err(NotDone::Refused(format!("“{}” is on record already: {}", same.title.value, same.file)));
    }
    let id = id_of(details.id.as_ref(), new.title.as_str(), |id| known.by_id(id).is_some())?;
    let mut source = vec![("title", Value::text(new.source.as_str()))];
    source.extend(spelt("url", details.url.as_ref()));
    let mut keys = vec![
        ("title", Value::text(new.title.as_str())),
        ("text", Value::text(new.text.as_str())),
        ("election", Value::id(&new.election.id)),
        ("evidence", Value::Entries(vec![in_order::<AnnouncementRecord>(source)])),
    ];
    let organisers: Vec<Value> = details.organisers.iter().map(|name| Value::text(name.as_str())).collect();
    keys.extend((!organisers.is_empty()).then_some(("organisers", Value::List(organisers))));
    keys.extend(details.opened.map(|date| ("opened", Value::plain(date))));
    keys.extend(details.closed.map(|date| ("closed", Value::plain(date))));
    let answers: Vec<Item> = new.answers.iter().map(answered).collect();
    keys.extend((!answers.is_empty()).then_some(("answers", Value::Entries(answers))));
    keys.extend(entered_today(site)?);
    let file = format!("content/pledges/{id}.yaml");
    let change = site.propose(vec![site.new_file(&file, in_order::<PledgeRecord>(keys).to_record())?])?;
    let notes = vec![format!("Next, who signed it: hustings sign {id} NAME")];
    Ok(Act { change, file, done: format!("added the pledge “{}” ({id})", new.title), notes })
}

fn answered((put, stance): &(&PutQuestion, Stance)) -> Item {
    let mut keys = vec![("question", Value::id(put.id())), ("stance", Value::plain(stance.word()))];
    keys.extend((put.version != 1).then(|| ("version", Value::plain(put.version))));
    in_order::<PledgeAnswerRecord>(keys)
}
