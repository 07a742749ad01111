use std::collections::BTreeMap;

use super::deed::{Deed, within};
use super::prompt::{day, seldom};
use super::{Act, Acted, DeedAnswers, NotDone, OnRecord, OpenSite, Speaker, UNDONE, ask, not_after_as_of};
use crate::diagnostic::{FileName, Pos};
use crate::edit::{Change, GroupPlace, Value};
use crate::load::records::TakedownRecord;
use crate::model::PutQuestion;

/// Something that somebody said is taken off the site, with a note in its place.
pub(super) fn takedown() -> Deed {
    let asks = within().into_iter().chain([
        ask("person", "Whose answer is taken down?")
            .known(OnRecord::Speakers)
            .needed()
            .placed("PERSON")
            .help("Whose answers: a part of the name, an id or the address of the page; or a party."),
        ask("question", "To which question?")
            .known(OnRecord::Questions)
            .placed("QUESTION")
            .without("all that they answered")
            .help("The question: its id, or a part of its short form. All questions when left out."),
        ask("reason", "Why?")
            .lines()
            .hint("a sentence, which is published")
            .help("Why, as a sentence. It is published."),
        seldom("on").key("date").read(day).help("When; today when left out."),
    ]);
    Deed {
        title: "Take an answer off the site",
        about: "All answers of a person, or those to one question. The page then says since when and why: nothing is taken away in \
                silence. The words stay in the record file, which is not published with the site.",
        example: "hustings takedown ben library --reason 'The letter was meant for us alone.' --on 2031-04-15",
        notes: "  hustings takedown ben --reason 'He asked us to, and we agreed.'      all that he answered",
        ..Deed::among::<TakedownRecord>("takedown", asks, take_down)
    }
}

/// A note in place of all that somebody answered to a question, or to any.
fn take_down<'s>(site: &'s OpenSite, new: &DeedAnswers<'_>) -> Result<Acted<'s>, NotDone> {
    let campaign = site.campaign(UNDONE)?;
    let date = new.get("on").unwrap_or_else(|| site.day());
    not_after_as_of(date, campaign).map_err(NotDone::Refused)?;
    let who = new.speaker("person", campaign)?;
    let put = who.questions().into_iter().find(|put| new.is("question", put.id()));
    let keys = vec![("date", Value::plain(date)), ("reason", Value::text(new.text("reason")))];
    let note = Value::Group(new.item(keys));
    let (own, name) = (who.file(), who.name());
    let places = match put {
        Some(put) => of_question(&who, put)?,
        None => of_all(&who)?,
    };
    let about = put.map(|put| format!(" on “{}”", put.wording().short)).unwrap_or_default();
    if places.is_empty() {
        return Ok(Acted::Already(format!("{own} says already that what {name} said{about} was taken down")));
    }
    let mut of_file = BTreeMap::<&FileName, Vec<Change>>::new();
    for (file, pos) in places {
        let place = GroupPlace::At(site.way(file, pos)?);
        of_file.entry(file).or_default().push(Change::Set { place, key: "takedown", value: note.clone() });
    }
    let by_hand = || format!("write it by hand beside {name}: takedown: {}", note.to_block());
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
