use std::collections::BTreeMap;

use super::{Act, Acted, NotDone, OpenSite, Speaker, UNDONE, not_after_as_of};
use crate::atoms::{PartialDate, Text, WebUrl};
use crate::diagnostic::FileName;
use crate::edit::{Change, GroupPlace, Value};
use crate::model::Candidacy;

/// That people were elected, and how we know it.
#[derive(Debug, Clone)]
pub(crate) struct ElectionResult {
    /// How we know it.
    pub(crate) source: Text,
    /// Where that can be read.
    pub(crate) url: Option<WebUrl>,
    /// When the result was declared.
    pub(crate) date: Option<PartialDate>,
    /// How many votes the person got, when it is one.
    pub(crate) votes: Option<u32>,
}

/// Those who were elected, in the records of their ballots. Who is on record as such stays as they are.
pub(crate) fn elect<'s>(site: &'s OpenSite, who: &[Speaker<'s>], new: &ElectionResult) -> Result<Acted<'s>, NotDone> {
    let campaign = site.campaign(UNDONE)?;
    new.date.map_or(Ok(()), |date| not_after_as_of(date.earliest(), campaign)).map_err(NotDone::Refused)?;
    if new.votes.is_some() && who.len() != 1 {
        return Err(NotDone::Refused("“--votes” is of one person; name each in a command of their own".to_owned()));
    }
    let (mut changes, mut names, mut said) = (BTreeMap::<&FileName, Vec<Change>>::new(), Vec::new(), Vec::new());
    for speaker in who {
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
        let change = Change::Set { place, key: "elected", value: new.value(candidacy) };
        changes.entry(&ballot.file).or_default().push(change);
        names.push(candidacy.name.as_str());
    }
    let Some(file) = changes.keys().next().map(ToString::to_string) else { return Ok(Acted::Already(said.join("; "))) };
    let by_hand = || format!("write it by hand beside the name: elected: {{value: true, source: {}}}", new.source);
    let edits = changes.iter().map(|(file, changes)| site.edit(file, changes, by_hand));
    let change = site.propose(edits.collect::<Result<_, _>>()?)?;
    let done = format!("{} {} marked as elected", names.join(", "), if names.len() == 1 { "is" } else { "are" });
    Ok(Acted::Now(Act { change, file, done, notes: said.into_iter().map(|said| format!("{said}.")).collect() }))
}

impl ElectionResult {
    /// The result as it stands in a record; the votes that are on record stay when none are told.
    fn value(&self, known: &Candidacy) -> Value {
        let votes = self.votes.or_else(|| known.record.elected.as_ref().and_then(|result| result.votes));
        let mut keys = vec![("value", Value::plain(true))];
        keys.extend(votes.map(|votes| ("votes", Value::plain(votes))));
        keys.push(("source", Value::text(self.source.as_str())));
        keys.extend(self.url.as_ref().map(|url| ("url", Value::text(url.as_str()))));
        keys.extend(self.date.map(|date| ("date", Value::plain(date))));
        Value::Map(keys)
    }
}
