use std::collections::BTreeMap;

use super::deed::{Deed, within};
use super::prompt::seldom;
use super::{Act, Acted, DeedAnswers, NotDone, OnRecord, OpenSite, Speaker, UNDONE, ask, not_after_as_of};
use crate::atoms::PartialDate;
use crate::diagnostic::FileName;
use crate::edit::{Change, GroupPlace, Value};
use crate::load::records::ElectedRecord;
use crate::model::Candidacy;

/// Some people were elected.
pub(super) fn elected() -> Deed {
    let asks = within().into_iter().chain([
        ask("people", "Who was elected?")
            .several(OnRecord::People)
            .needed()
            .placed("PERSON")
            .help("Who: a part of the name, an id or the address of the page, of one or several"),
        ask("source", "How do you know it?").hint("it is published").help("How you know it. It is published."),
        ask("on", "When was the result declared?")
            .key("date")
            .without("not known")
            .help("When the result was declared."),
        ask("votes", "How many votes did they get?").without("not known").help("How many votes the person got."),
        seldom("url").help("Where that can be read."),
    ]);
    Deed {
        title: "Say who was elected",
        about: "After polling day. The site then counts what those elected had said. Many at once come with a list of candidates: \
                hustings import candidates reads its column “elected”.",
        example: "hustings elected asha --source 'Declaration of result' --on 2031-05-02",
        notes: "  hustings elected asha ben 900104 --source 'Declaration of result' --url https://example.org/result
  hustings elected asha --source 'Declaration of result' --votes 1234",
        ..Deed::among::<ElectedRecord>("elected", asks, elect)
    }
}

/// Those who were elected, in the records of their ballots. Who is on record as such stays as they are.
fn elect<'s>(site: &'s OpenSite, new: &DeedAnswers<'_>) -> Result<Acted<'s>, NotDone> {
    let campaign = site.campaign(UNDONE)?;
    let (who, source) = (new.people("people", campaign), new.text("source"));
    let date: Option<PartialDate> = new.get("on");
    date.map_or(Ok(()), |date| not_after_as_of(date.earliest(), campaign)).map_err(NotDone::Refused)?;
    if new.has("votes") && who.len() != 1 {
        return Err(NotDone::Refused("“--votes” is of one person; name each in a command of their own".to_owned()));
    }
    let (mut changes, mut names, mut said) = (BTreeMap::<&FileName, Vec<Change>>::new(), Vec::new(), Vec::new());
    for speaker in &who {
        let Speaker::Candidate { ballot, candidacy, .. } = *speaker else {
            return Err(NotDone::Refused(format!("{} is a party; only people are elected", speaker.name())));
        };
        if candidacy.elected().is_some() {
            said.push(format!(
                "{}:{} says already that {} was elected",
                ballot.file, candidacy.pos.line, candidacy.name
            ));
            continue;
        }
        let place = GroupPlace::At(site.way(&ballot.file, candidacy.pos)?);
        let change = Change::Set { place, key: "elected", value: value(new, candidacy, site)? };
        changes.entry(&ballot.file).or_default().push(change);
        names.push(candidacy.name.as_str());
    }
    let Some(file) = changes.keys().next().map(ToString::to_string) else { return Ok(Acted::Already(said.join("; "))) };
    let by_hand = || format!("write it by hand beside the name: elected: {{value: true, source: {}}}", source);
    let edits = changes.iter().map(|(file, changes)| site.edit(file, changes, by_hand));
    let change = site.propose(edits.collect::<Result<_, _>>()?)?;
    let done = format!("{} {} marked as elected", names.join(", "), if names.len() == 1 { "is" } else { "are" });
    Ok(Acted::Now(Act { change, file, done, notes: said.into_iter().map(|said| format!("{said}.")).collect() }))
}

/// The result as it stands in a record; the votes that are on record stay when none are told.
fn value(new: &DeedAnswers<'_>, known: &Candidacy, site: &OpenSite) -> Result<Value, NotDone> {
    let mut keys = new.keys(site)?;
    let votes = known.record.elected.as_ref().and_then(|result| result.votes).filter(|_| !new.has("votes"));
    keys.extend(votes.map(|votes| ("votes", Value::plain(votes))));
    keys.push(("value", Value::plain(true)));
    Ok(Value::Map(new.item(keys).0))
}
