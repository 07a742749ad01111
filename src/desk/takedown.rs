use std::collections::BTreeMap;

use jiff::civil::Date;

use super::in_order::in_order;
use super::{Act, Acted, NotDone, OpenSite, Speaker, UNDONE, not_after_as_of};
use crate::atoms::Text;
use crate::diagnostic::{FileName, Pos};
use crate::edit::{Change, GroupPlace, Value};
use crate::load::records::TakedownRecord;
use crate::model::PutQuestion;

/// That answers are taken off the site.
#[derive(Debug, Clone)]
pub(crate) struct TakedownToAdd {
    /// Why, in words that are published.
    pub(crate) reason: Text,
    /// When.
    pub(crate) date: Date,
}

/// A note in place of all that somebody answered to a question, or to any.
pub(crate) fn take_down<'s>(
    site: &'s OpenSite,
    who: &Speaker<'s>,
    put: Option<&PutQuestion>,
    new: &TakedownToAdd,
) -> Result<Acted<'s>, NotDone> {
    not_after_as_of(new.date, site.campaign(UNDONE)?).map_err(NotDone::Refused)?;
    let (own, name) = (who.file(), who.name());
    let places = match put {
        Some(put) => of_question(who, put)?,
        None => of_all(who)?,
    };
    let about = put.map(|put| format!(" on “{}”", put.wording().short)).unwrap_or_default();
    if places.is_empty() {
        return Ok(Acted::Already(format!("{own} says already that what {name} said{about} was taken down")));
    }
    let mut of_file = BTreeMap::<&FileName, Vec<Change>>::new();
    for (file, pos) in places {
        let place = GroupPlace::At(site.way(file, pos)?);
        of_file.entry(file).or_default().push(Change::Set { place, key: "takedown", value: new.value() });
    }
    let by_hand = || format!("write it by hand beside {name}: takedown: {}", new.value().to_block());
    let files = of_file.iter().map(|(file, changes)| site.edit(file, changes, by_hand)).collect::<Result<_, _>>()?;
    let change = site.propose(files)?;
    let file = of_file.into_keys().next().unwrap_or(own);
    let notes = vec![
        "The pages show the note only; the words stay in this file. Build and publish the site, so that they go from there too."
            .to_owned(),
    ];
    Ok(Acted::Now(Act { change, file: file.to_string(), done: format!("took down what {name} said{about}"), notes }))
}

/// A file, and the place in it where a note belongs.
type MarkSpot<'c> = (&'c FileName, Pos);

/// The marks of a question that are not taken down yet.
fn of_question<'c>(who: &Speaker<'c>, put: &PutQuestion) -> Result<Vec<MarkSpot<'c>>, NotDone> {
    if who.is_taken_down() {
        return Ok(Vec::new());
    }
    let marks = who.marks();
    let on_it: Vec<_> = marks.iter().filter(|(question, ..)| *question == put.id()).map(|(.., mark)| *mark).collect();
    if on_it.is_empty() {
        let (name, short) = (who.name(), &put.wording().short);
        return Err(NotDone::Refused(format!(
            "no answer of {name} on “{short}” is on record, so none can be taken down"
        )));
    }
    Ok(on_it.iter().filter(|mark| mark.takedown.is_none()).map(|mark| (mark.file(who.file()), mark.pos)).collect())
}

/// The candidacy, when it is not taken down yet.
fn of_all<'c>(who: &Speaker<'c>) -> Result<Vec<MarkSpot<'c>>, NotDone> {
    match who {
        Speaker::Candidate { candidacy, .. } if candidacy.takedown.is_some() => Ok(Vec::new()),
        Speaker::Candidate { candidacy, .. } => Ok(vec![(who.file(), candidacy.pos)]),
        Speaker::Party { party, .. } => {
            Err(NotDone::Refused(format!("name the question of which the line of {} is taken down", party.name)))
        }
    }
}

impl TakedownToAdd {
    fn value(&self) -> Value {
        let keys = vec![("date", Value::plain(self.date)), ("reason", Value::text(self.reason.as_str()))];
        Value::Group(in_order::<TakedownRecord>(keys))
    }
}
