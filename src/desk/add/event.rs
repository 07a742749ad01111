use super::{id_of, spelt};
use crate::atoms::{BallotId, ClockTime, PartialDate, Slug, Text, WebUrl};
use crate::desk::in_order::in_order;
use crate::desk::{Act, NotDone, OpenSite, UNDONE};
use crate::edit::Value;
use crate::load::records::{AnnouncementRecord, EventRecord};

/// An event that is to be put into the records.
pub(crate) struct EventToAdd<'c> {
    /// What it is.
    pub(crate) title: Text,
    /// The day, or the first of several.
    pub(crate) date: PartialDate,
    /// How everybody can take part.
    pub(crate) access: Text,
    /// What the place is called where it was announced.
    pub(crate) source: Text,
    /// The ballot for whose voters it is.
    pub(crate) ballot: Option<&'c BallotId>,
}

/// What else is known of an event.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct EventDetails {
    /// Its id; made of its title when left out.
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<Slug>,
    /// When it begins, on the clock of the place: 19:30.
    #[arg(long, value_name = "TIME")]
    pub(crate) time: Option<ClockTime>,
    /// The last day, when there are several.
    #[arg(long, value_name = "DATE")]
    pub(crate) until: Option<PartialDate>,
    /// Where it is, in words, when it is for no ballot alone.
    #[arg(long, value_name = "TEXT", conflicts_with = "ballot")]
    pub(crate) area: Option<Text>,
    /// Where to read more, or to take part from home.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) url: Option<WebUrl>,
}

/// An event, in a file of its own.
pub(crate) fn add_event<'s>(
    site: &'s OpenSite,
    new: &EventToAdd<'_>,
    details: &EventDetails,
) -> Result<Act<'s>, NotDone> {
    let known = &site.campaign(UNDONE)?.content.events;
    let is_same = |title: &Text, date: PartialDate| *title == new.title && date == new.date;
    if let Some(same) = known.iter().find(|event| is_same(&event.title, *event.date)) {
        return Err(NotDone::Refused(format!("“{}” on {} is on record already", same.title.value, *same.date)));
    }
    let is_taken = |id: &Slug| site.has_file(&file(id));
    let id = id_of(details.id.as_ref(), new.title.as_str(), is_taken)?;
    let source = vec![("title", Value::text(new.source.as_str()))];
    let mut keys = vec![
        ("title", Value::text(new.title.as_str())),
        ("date", Value::plain(new.date)),
        ("access", Value::text(new.access.as_str())),
        ("evidence", Value::Entries(vec![in_order::<AnnouncementRecord>(source)])),
    ];
    keys.extend(details.until.map(|date| ("until", Value::plain(date))));
    keys.extend(spelt("time", details.time));
    keys.extend(spelt("area", details.area.as_ref()));
    keys.extend(new.ballot.map(|ballot| ("ballot", Value::id(ballot))));
    keys.extend(spelt("url", details.url.as_ref()));
    let file = file(&id);
    let change = site.propose(vec![site.new_file(&file, in_order::<EventRecord>(keys).to_record())?])?;
    Ok(Act { change, file, done: format!("added the event “{}” ({id})", new.title), notes: Vec::new() })
}

fn file(id: &Slug) -> String {
    format!("content/events/{id}.yaml")
}
