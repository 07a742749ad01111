use super::deed::{Deed, within};
use super::prompt::seldom;
use super::{Act, Acted, How, NotDone, OnRecord, OpenSite, Prompt, Speaker, UNDONE, ask, not_after_as_of};
use crate::atoms::{PartialDate, Standing, Text, Words as _};
use crate::edit::{Change, GroupPlace, Value};
use crate::load::records::CandidacyRecord;
use crate::model::{Ballot, Candidacy};

/// Somebody does not stand any more.
pub(super) fn withdraw() -> Deed {
    let asks = within().into_iter().chain([
        ask("person", "Who does not stand any more?")
            .known(OnRecord::People)
            .needed()
            .placed("PERSON")
            .help("Who: a part of the name, an id or the address of the page."),
        ask("on", "Since when?")
            .key("status_date")
            .hint("2031-04-10, or 2031-04 when the day is not known")
            .without("not known"),
        ask("because", "Why?").key("status_because").hint("a sentence, which is published"),
        Prompt { how: How::Flag, ..seldom("died").help("The person has died.") },
    ]);
    Deed {
        title: "Say that somebody does not stand any more",
        about: "They stay on the pages of the site, with what became of them and what they answered.",
        example: "hustings withdraw greta --on 2031-04-10 --because 'She has moved away.'",
        notes: "  hustings withdraw 900104 --on 2031-04-12 --died",
        ..Deed::among::<CandidacyRecord>("withdraw", asks, |site, new| {
            let who = new.people("person", site.campaign(UNDONE)?);
            let status = if new.has("died") { Standing::Died } else { Standing::Withdrawn };
            let new = Withdrawal { status, date: new.get("on"), because: new.get("because") };
            who.first().map_or_else(|| Err(NotDone::Refused(UNDONE.into())), |who| end(site, who, &new))
        })
    }
}

/// What becomes of somebody who does not stand any more.
struct Withdrawal {
    status: Standing,
    date: Option<PartialDate>,
    because: Option<Text>,
}

/// A candidacy that ended, in its ballot's record. The answers stay.
fn end<'s>(site: &'s OpenSite, who: &Speaker<'s>, new: &Withdrawal) -> Result<Acted<'s>, NotDone> {
    let Speaker::Candidate { ballot, candidacy, .. } = *who else {
        return Err(NotDone::Refused(format!("{} is a party; only people withdraw", who.name())));
    };
    let campaign = site.campaign(UNDONE)?;
    new.date.map_or(Ok(()), |date| not_after_as_of(date.earliest(), campaign)).map_err(NotDone::Refused)?;
    new.judge(ballot, candidacy).map_err(NotDone::Refused)?;
    let place = || site.way(&ballot.file, candidacy.pos).map(GroupPlace::At);
    let mut changes = Vec::new();
    for (key, value) in new.differs(candidacy) {
        changes.push(Change::Set { place: place()?, key, value });
    }
    let (name, word) = (&candidacy.name, new.status.word());
    if changes.is_empty() {
        let (file, line) = (&ballot.file, candidacy.pos.line);
        return Ok(Acted::Already(format!("{file}:{line} says already that {name} has “status: {word}”")));
    }
    let by_hand = || format!("write it by hand beside {name}: status: {word}");
    let change = site.propose(vec![site.edit(&ballot.file, &changes, by_hand)?])?;
    let done = format!("{name} is marked as “{word}” on the ballot of {}", ballot.area);
    let notes = match candidacy.positions.is_empty() {
        true => Vec::new(),
        false => vec!["What they answered stays on their page.".to_owned()],
    };
    Ok(Acted::Now(Act { change, file: ballot.file.to_string(), done, notes }))
}

impl Withdrawal {
    /// Why it contradicts what is on record, if it does.
    fn judge(&self, ballot: &Ballot, known: &Candidacy) -> Result<(), String> {
        if matches!(known.status, Standing::Standing | Standing::NotListed) || known.status == self.status {
            return Ok(());
        }
        let (file, line, word) = (&ballot.file, known.pos.line, known.status.word());
        Err(format!("{file}:{line} says that {} has “status: {word}”; correct that first if it is wrong", known.name))
    }

    /// The keys that a candidacy has not, or has with another value.
    fn differs(&self, known: &Candidacy) -> Vec<(&'static str, Value)> {
        let status = (known.status != self.status).then(|| Value::plain(self.status.word()));
        let known_date = known.status_date.as_ref().map(|date| date.value);
        let date = self.date.filter(|date| known_date != Some(*date)).map(Value::plain);
        let because = self.because.as_ref().filter(|because| known.status_because.as_deref() != Some(because));
        let because = because.map(|because| Value::text(because.as_str()));
        let keys = [("status", status), ("status_date", date), ("status_because", because)];
        keys.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
    }
}
