use jiff::civil::Date;

use super::{NewMark, NotDone, OpenSite, SoundChange, Speaker, checker, not_after_as_of};
use crate::edit::{Change, GroupPlace};
use crate::model::{Campaign, PutQuestion};

/// A mark that was entered.
#[derive(Debug)]
pub(crate) struct AddedMark<'s> {
    /// What that changes.
    pub(crate) change: SoundChange<'s>,
    /// How many marks of the same person or party on the question are on record already.
    pub(crate) others: usize,
}

/// A mark in the record of the person or party whose answer it is, after those that are there.
pub(crate) fn enter_mark<'s>(
    site: &'s OpenSite,
    speaker: &Speaker<'s>,
    put: &PutQuestion,
    mark: &NewMark,
) -> Result<AddedMark<'s>, NotDone> {
    let campaign = site.campaign("nothing was written")?;
    judge(speaker, mark, campaign).map_err(NotDone::Refused)?;
    let marks = speaker.marks();
    let on_it = || marks.iter().filter(|(question, ..)| *question == put.id()).map(|(.., mark)| mark);
    if let Some(same) = on_it().find(|known| mark.is(known)) {
        let (file, line, by) = (speaker.file(), same.pos.line, &same.entered_by);
        return Err(NotDone::Refused(format!(
            "this is on record already, with the same evidence: {file}:{line}, entered by {by}"
        )));
    }
    let (place, list) = match speaker {
        Speaker::Candidate { ballot, candidacy, .. } => {
            (GroupPlace::At(site.way(&ballot.file, candidacy.pos)?), "positions")
        }
        Speaker::Party { .. } => (GroupPlace::Root, "lines"),
    };
    let item = mark.item(speaker, put);
    let by_hand = format!("add it by hand under “{list}:” of {}:\n{}", speaker.name(), item.to_block(2).join("\n"));
    let change = Change::Insert { place, list, index: usize::MAX, item };
    let change = site.edit(speaker.file(), &[change], || by_hand)?;
    Ok(AddedMark { change: site.propose(vec![change])?, others: on_it().count() })
}

/// The day on which something is entered today, where the records can tell of it: not before what it tells of, and not after the
/// day on which they are true.
pub(crate) fn entered_on(mark: &NewMark, today: Date, campaign: &Campaign) -> Option<Date> {
    (mark.date.earliest()..=campaign.site.as_of).contains(&today).then_some(today)
}

/// Why a mark cannot be entered as it is, if it cannot.
fn judge(speaker: &Speaker<'_>, mark: &NewMark, campaign: &Campaign) -> Result<(), String> {
    checker(&mark.by, campaign)?;
    not_after_as_of(mark.date.earliest(), campaign)?;
    if matches!(speaker, Speaker::Candidate { .. }) && !mark.nations.is_empty() {
        return Err("nations are for what a party says; a candidate stands in one".into());
    }
    Ok(())
}
