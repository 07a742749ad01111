//! Takes whom a campaign asks what by when, gives the record of that round and the letters that go out; later, what came of it.
//! Sends nothing, and puts no address into a record.

mod contacts;
mod letters;
mod outcomes;
mod template;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use jiff::civil::Date;

use super::{NotDone, OpenSite, SoundChange, known};
use crate::atoms::{EmailAddress, QuestionId, Slug, Stance, Standing, Text};
use crate::edit::{FileChange, Item, Value};
use crate::model::{Ballot, Campaign, Candidacy, Cell, Election, Own, PutQuestion};

pub(crate) use contacts::Contacts;
pub(crate) use letters::Letters;
pub(crate) use outcomes::{NewOutcome, OutcomeWord, RecordedOutcomes, record_outcomes, round_of};

/// The folder of a site in which a campaign keeps what nobody else may see. Nothing reads it but what is asked to.
pub(super) const PRIVATE: &str = "private";

/// Why somebody without an address was not reached.
const NO_ADDRESS: &str = "We had no address.";

/// Which questions a round puts.
pub(crate) type Questions<'c> = Vec<&'c PutQuestion>;

/// A round of asking that is to begin.
#[derive(Debug)]
pub(crate) struct Asking<'c> {
    /// Its id.
    pub(crate) id: Slug,
    /// The election.
    pub(crate) election: &'c Election,
    /// The ballots whose candidates are asked.
    pub(crate) ballots: Vec<&'c Ballot>,
    /// What they are asked.
    pub(crate) questions: Questions<'c>,
    /// When.
    pub(crate) date: Date,
    /// The last day for an answer.
    pub(crate) deadline: Date,
    /// How, in a few words.
    pub(crate) how: Text,
    /// The day from which the replies are shown, when they are held back.
    pub(crate) publish_after: Option<Date>,
}

/// Somebody who is asked.
#[derive(Debug, Clone)]
pub(crate) struct AskedPerson<'c> {
    /// Where they stand.
    pub(crate) ballot: &'c Ballot,
    /// Who.
    pub(crate) candidacy: &'c Candidacy,
    /// What: the questions that they have not answered.
    pub(crate) questions: Questions<'c>,
    /// Where mail reaches them; none when they are asked on paper.
    pub(crate) email: Option<EmailAddress>,
}

/// Everybody whom a round concerns.
#[derive(Debug, Default)]
pub(crate) struct AskedPeople<'c> {
    /// Who is asked, in the order of the ballots.
    pub(crate) asked: Vec<AskedPerson<'c>>,
    /// Who would be, if there were an address.
    pub(crate) unreachable: Vec<AskedPerson<'c>>,
    /// How many have answered all of it.
    pub(crate) answered: usize,
}

impl<'c> Asking<'c> {
    /// The ballots of an election with these ids, in its order; all when there are none.
    pub(crate) fn ballots(election: &'c Election, ids: &[String]) -> Result<Vec<&'c Ballot>, NotDone> {
        for id in ids {
            known("ballot", id, election.ballots.iter(), |ballot| ballot.id.as_str())?;
        }
        let meant = |ballot: &&Ballot| ids.is_empty() || ids.iter().any(|id| *id == ballot.id.as_str());
        Ok(election.ballots.iter().filter(meant).collect())
    }

    /// The questions of an election with these ids, in its order; all when there are none.
    pub(crate) fn questions(election: &'c Election, ids: &[String]) -> Result<Questions<'c>, NotDone> {
        for id in ids {
            known("question", id, election.questions.iter(), |put| put.id().as_str())?;
        }
        let meant = |put: &&PutQuestion| ids.is_empty() || ids.iter().any(|id| *id == put.id().as_str());
        Ok(election.questions.iter().filter(meant).collect())
    }

    /// Ok when a round may begin so.
    ///
    /// # Errors
    /// When there is one of this id, or its days make no sense.
    pub(crate) fn judge(&self) -> Result<(), NotDone> {
        let Self { id, election, date, deadline, .. } = self;
        let refuse = |why| Err(NotDone::Refused(why));
        if election.asks.iter().any(|ask| ask.id == *id) {
            return refuse(format!(
                "there is a round “{id}” already: {}; name another, or say what came of that one with --outcome",
                self.file()
            ));
        }
        if deadline < date {
            return refuse(format!("the deadline {deadline} is before the day of asking, {date}"));
        }
        if *deadline > election.date {
            return refuse(format!("the deadline {deadline} is after polling day, {}", election.date));
        }
        Ok(())
    }

    /// Who is asked what: everybody who stands, once, without what they have answered; by `contacts`, unless on paper.
    pub(crate) fn people(&self, contacts: Option<&Contacts>) -> Result<AskedPeople<'c>, NotDone> {
        let mut all = AskedPeople::default();
        let standing = self.ballots.iter().flat_map(|ballot| ballot.candidacies.iter().map(move |one| (*ballot, one)));
        let standing = standing.filter(|(_, one)| one.status == Standing::Standing);
        for (ballot, candidacy) in standing.filter(|(_, one)| one.answers_in.is_none()) {
            let put = || self.questions.iter().copied().filter(|put| put.is_put_in(ballot.nation));
            let missing = |put: &&PutQuestion| !candidacy.cell(put.id()).is_some_and(is_answered);
            let questions: Questions<'_> = put().filter(missing).collect();
            if questions.is_empty() {
                all.answered += usize::from(put().next().is_some());
                continue;
            }
            let email = contacts.and_then(|contacts| contacts.email(candidacy));
            let person = AskedPerson { ballot, candidacy, questions, email: email.cloned() };
            match contacts.is_some() && person.email.is_none() {
                true => all.unreachable.push(person),
                false => all.asked.push(person),
            }
        }
        if all.asked.is_empty() {
            let why = match (all.unreachable.len(), all.answered) {
                (0, 0) => "nobody stands there who could be asked".to_owned(),
                (0, _) => "everybody there has answered".to_owned(),
                (_, _) => format!("nobody who has not answered has an e-mail address in {}", Contacts::FILE),
            };
            return Err(NotDone::Refused(format!("{why}; nothing was written")));
        }
        Ok(all)
    }

    /// The file of its record.
    pub(crate) fn file(&self) -> String {
        format!("candidates/{}/asks/{}.yaml", self.election.id, self.id)
    }

    /// The record of the round, with the letters that go out.
    pub(crate) fn propose<'s>(
        &self,
        site: &'s OpenSite,
        people: &AskedPeople<'_>,
        letters: Letters,
    ) -> Result<SoundChange<'s>, NotDone> {
        let record = FileChange { path: self.file().into(), before: None, after: self.record(people) };
        Ok(site.propose(vec![record])?.with_private(letters.files))
    }

    /// The text of its record. It names people and questions one by one, since whatever comes later is no part of it.
    fn record(&self, people: &AskedPeople<'_>) -> String {
        let mut out = String::new();
        let _ = writeln!(out, "id: {}", Value::text(self.id.as_str()).to_block());
        let _ = writeln!(out, "date: {}\ndeadline: {}", self.date, self.deadline);
        out.extend(self.publish_after.map(|day| format!("publish_after: {day}\n")));
        let _ = writeln!(out, "how: {}", Value::text(self.how.as_str()).to_block());
        out += "questions:\n";
        let put: BTreeSet<&QuestionId> =
            people.asked.iter().flat_map(|one| &one.questions).map(|put| put.id()).collect();
        for put in self.questions.iter().filter(|question| put.contains(question.id())) {
            let version = ("version", Value::plain(put.version));
            let _ = writeln!(out, "  - {}", Value::Map(vec![("question", Value::id(put.id())), version]).to_block());
        }
        out += "ballots:\n";
        for of_ballot in people.asked.chunk_by(|one, next| one.ballot.id == next.ballot.id) {
            let entry = vec![("ballot", Value::id(&of_ballot[0].ballot.id)), ("people", ids(of_ballot))];
            let _ = writeln!(out, "  - {}", Value::Map(entry).to_block());
        }
        if !people.unreachable.is_empty() {
            let entry = Item(vec![
                ("people", ids(&people.unreachable)),
                ("outcome", Value::plain("not_reached")),
                ("because", Value::text(NO_ADDRESS)),
            ]);
            let _ = writeln!(out, "exceptions:\n{}", entry.to_block(2).join("\n"));
        }
        out
    }
}

fn ids(people: &[AskedPerson<'_>]) -> Value {
    Value::List(people.iter().map(|one| Value::id(&one.candidacy.person)).collect())
}

/// Whether somebody has answered a question, so that nobody asks again: clearly, or that they would not say; not by others'
/// reports alone. What was taken off the site was answered too.
fn is_answered(cell: &Cell) -> bool {
    match &cell.own {
        Own::Answer(position) => {
            let stance = position.mark.stance.value;
            position.mark.is_firm() && (stance.is_clear() || stance == Stance::Declined)
        }
        Own::TakenDown(_) | Own::AllTakenDown => true,
        Own::Contradiction(_) | Own::Gap(_) => false,
    }
}

/// What a campaign is called.
fn called(campaign: &Campaign) -> &Text {
    let named = campaign.site.campaign.as_ref().and_then(|campaign| campaign.name.as_ref());
    named.unwrap_or(&campaign.site.title)
}
