use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::index::{Index, Known};
use super::judge::Judge;
use super::refer::Refer;
use super::types::{Ask, Election, Position};
use crate::atoms::{AskOutcome, BallotId, ElectionId, EvidenceKind, PersonId, QuestionId, Text};
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{AskException, AskRecord, AskedBallot, AskedQuestion};
use crate::load::{At, InFile};

/// Resolves one round of asking.
pub(super) fn ask(
    in_file: InFile<AskRecord>,
    election: &ElectionId,
    index: &Index,
    known: &Known,
    found: &mut Diagnostics,
) -> Option<Ask> {
    let mut refer = Refer { judge: Judge::of(&in_file), index, known };
    let ask = refer.ask(in_file, election);
    found.extend(refer.judge.found);
    ask
}

impl Refer<'_> {
    fn ask(&mut self, in_file: InFile<AskRecord>, election: &ElectionId) -> Option<Ask> {
        let stem = in_file.stem().to_owned();
        let record = in_file.record;
        let id = self.judge.id(record.id, &stem);
        let date = self.judge.day(record.date, "date", Pos::START);
        let deadline_at = record.deadline.as_ref().map_or(Pos::START, |deadline| deadline.pos);
        let deadline = self.judge.day(record.deadline, "deadline", Pos::START);
        if let (Some(date), Some(deadline)) = (date, deadline)
            && deadline < date
        {
            let message = format!("the deadline {deadline} is before the day of asking, {date}");
            self.judge.report(Code::DateOrder, deadline_at, message, "correct one of the two dates");
        }
        let how = self.judge.need(record.how, "how", Pos::START);
        let questions = record.questions.unwrap_or_default();
        let ballots = record.ballots.unwrap_or_default();
        self.says_what_was_put(questions.is_empty(), ballots.is_empty(), election);
        let questions = questions.into_iter().filter_map(|asked| self.asked_question(asked)).collect();
        let mut people = BTreeSet::new();
        let ballots = ballots.into_iter().filter_map(|asked| self.asked_ballot(asked, election, &mut people)).collect();
        let exceptions = self.exceptions(record.exceptions, election);
        let (id, date, deadline, how) = (id?, date?, deadline?, how?);
        Some(Ask { id, date, deadline, how, questions, ballots, people, exceptions })
    }

    /// A round that leaves open what it put, or to whom, would take in whatever came later.
    fn says_what_was_put(&mut self, no_questions: bool, no_ballots: bool, election: &ElectionId) {
        let (what, keys) = match (no_questions, no_ballots) {
            (false, false) => return,
            (true, false) => ("which questions were asked", "“questions:”"),
            (false, true) => ("who was asked", "“ballots:”"),
            (true, true) => ("which questions were asked, and to whom", "“questions:” and “ballots:”"),
        };
        let message = format!("this round does not say {what}, so whatever came later would seem to be part of it");
        let help = format!(
            "add {keys}: “hustings round {election}” prints them as the records stand now; then take out what came after \
             the day of the round"
        );
        self.judge.report(Code::MissingKey, Pos::START, message, help);
    }

    fn asked_question(&mut self, At { pos, value }: At<AskedQuestion>) -> Option<(QuestionId, u32)> {
        let id = self.judge.need_at(value.question, "question", pos);
        let (at, question) = self.question(id)?;
        let (at, version) = value.version.map_or((at, 1), |version| (version.pos, version.value));
        self.has_version(at, &question, version).then(|| (question.id.clone(), version))
    }

    fn asked_ballot(
        &mut self,
        At { pos, value }: At<AskedBallot>,
        election: &ElectionId,
        people: &mut BTreeSet<PersonId>,
    ) -> Option<BallotId> {
        let ballot = self.judge.need_at(value.ballot, "ballot", pos);
        let ballot = self.ballot(ballot, election);
        if value.people.is_none() {
            self.judge.missing("people", pos);
        }
        let asked = self.judge.all(value.people);
        people.extend(asked.into_iter().filter_map(|id| self.person(Some(id), election)));
        ballot
    }

    fn exceptions(
        &mut self,
        records: Option<Vec<At<AskException>>>,
        election: &ElectionId,
    ) -> BTreeMap<PersonId, (AskOutcome, Text)> {
        let mut exceptions = BTreeMap::new();
        for At { pos, value } in records.unwrap_or_default() {
            let person = self.judge.need_at(value.person, "person", pos);
            let person = self.person(person, election);
            let outcome = self.judge.need(value.outcome, "outcome", pos);
            let because = self.judge.need(value.because, "because", pos);
            let (Some(person), Some(outcome), Some(because)) = (person, outcome, because) else { continue };
            if exceptions.insert(person.clone(), (outcome, because)).is_some() {
                let message = format!("“{person}” has two exceptions in this round");
                let help = "put what is true of this person into one of them, or correct the id of the other";
                self.judge.report(Code::DuplicateId, pos, message, help);
            }
        }
        exceptions
    }
}

impl Ask {
    /// Whether the round put a version of a question.
    #[must_use]
    pub fn puts(&self, question: &QuestionId, version: u32) -> bool {
        self.questions.iter().any(|(id, put)| id == question && *put == version)
    }

    /// Whether the round was sent to a person, or at least tried to reach them.
    #[must_use]
    pub fn reaches(&self, person: &PersonId) -> bool {
        match self.exceptions.get(person) {
            Some((AskOutcome::NotReached, _)) => true,
            Some((AskOutcome::NotAsked, _)) => false,
            None => self.people.contains(person),
        }
    }
}

impl Election {
    /// The deadline after which a reply came; none when the answer is not a reply, or came in time for a round that had put
    /// the question to that person.
    #[must_use]
    pub fn late(&self, person: &PersonId, position: &Position) -> Option<Date> {
        let reply = position.mark.evidence.iter().find(|evidence| evidence.kind == EvidenceKind::Reply)?;
        let came = *reply.date.unwrap_or(position.mark.date);
        let put = |ask: &&Ask| {
            ask.date <= came.latest() && ask.puts(&position.question.id, position.version) && ask.reaches(person)
        };
        let last = self.asks.iter().filter(put).map(|ask| ask.deadline).max()?;
        (came.earliest() > last).then_some(last)
    }
}
