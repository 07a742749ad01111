use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::index::Referable;
use super::refer::Refer;
use super::types::{Ask, AskExceptions, Election, Position};
use crate::atoms::{AskOutcome, BallotId, ElectionId, EvidenceKind, PartialDate, PersonId, QuestionId};
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{AskException, AskRecord, AskedBallot, AskedQuestion};
use crate::load::{At, InFile};

/// Resolves one round of asking.
pub(super) fn ask(
    in_file: InFile<AskRecord>,
    election: &ElectionId,
    to: Referable<'_>,
    found: &mut Diagnostics,
) -> Option<Ask> {
    let mut refer = to.from(&in_file);
    let ask = refer.ask(in_file, election);
    found.extend(refer.judge.found);
    ask
}

impl Refer<'_> {
    fn ask(&mut self, in_file: InFile<AskRecord>, election: &ElectionId) -> Option<Ask> {
        let is_named = self.judge.id_is(&in_file.record.id, in_file.stem());
        let mut record = in_file.record;
        let (date, deadline) =
            (self.judge.the_day(&record.date, "date"), self.judge.the_day(&record.deadline, "deadline"));
        if let (Some(date), Some(deadline)) = (date, deadline)
            && deadline < date
        {
            let message = format!("the deadline {deadline} is before the day of asking, {date}");
            self.judge.report(Code::DateOrder, record.deadline.pos, message, "correct one of the two dates");
        }
        let publish_after = record.publish_after.as_ref().and_then(|day| self.judge.the_day(day, "publish_after"));
        self.says_what_was_put(&record, election);
        let questions = std::mem::take(&mut record.questions);
        let questions = questions.into_iter().filter_map(|asked| self.asked_question(&asked)).collect();
        let mut people = BTreeSet::new();
        let ballots = std::mem::take(&mut record.ballots);
        let ballots = ballots.into_iter().filter_map(|asked| self.asked_ballot(asked.value, election, &mut people));
        let ballots = ballots.collect();
        let entries = record.exceptions.iter().map(|entry| AskExceptions::of(&entry.value)).collect();
        let exceptions = self.exceptions(std::mem::take(&mut record.exceptions), election, date);
        let is_whole = is_named && self.judge.is_whole(Pos::START);
        let (date, deadline) = (date.filter(|_| is_whole)?, deadline?);
        Some(Ask {
            id: record.id.value.clone(),
            date,
            deadline,
            publish_after,
            questions,
            ballots,
            people,
            exceptions,
            entries,
            record,
        })
    }

    /// A round that leaves open what it put, or to whom, would take in whatever came later.
    fn says_what_was_put(&mut self, record: &AskRecord, election: &ElectionId) {
        let (what, keys) = match (record.questions.is_empty(), record.ballots.is_empty()) {
            (false, false) => return,
            (true, false) => ("which questions were asked", "“questions:”"),
            (false, true) => ("who was asked", "“ballots:”"),
            (true, true) => ("which questions were asked, and to whom", "“questions:” and “ballots:”"),
        };
        let message = format!("this round does not say {what}, so anything added later would seem to be part of it");
        let help = format!(
            "add {keys}: “hustings ask NAME --election {election} --deadline DATE --paper --dry-run” shows them as the \
             records stand now; then take out what came after the day of the round"
        );
        self.judge.report(Code::MissingKey, Pos::START, message, help);
    }

    fn asked_question(&mut self, AskedQuestion { question: id, version }: &AskedQuestion) -> Option<(QuestionId, u32)> {
        let question = self.the_question(id)?;
        let (at, version) = version.as_ref().map_or((id.pos, 1), |version| (version.pos, version.value));
        self.has_version(at, &question, version).then(|| (question.id.clone(), version))
    }

    fn asked_ballot(
        &mut self,
        AskedBallot { ballot, people: asked }: AskedBallot,
        election: &ElectionId,
        people: &mut BTreeSet<PersonId>,
    ) -> Option<BallotId> {
        let there = self.has_ballot(&ballot, election);
        people.extend(asked.into_iter().filter(|id| self.stands(id, election)).map(|id| id.value));
        there.then_some(ballot.value)
    }

    fn exceptions(
        &mut self,
        records: Vec<At<AskException>>,
        election: &ElectionId,
        asked: Option<Date>,
    ) -> BTreeMap<PersonId, usize> {
        let mut exceptions = BTreeMap::new();
        for (entry, At { pos, value: AskException { person, people, date, .. } }) in records.into_iter().enumerate() {
            if person.is_none() && people.is_empty() && self.judge.is_whole(pos) {
                let help = "name one with “person:”, or many with “people: […]”";
                self.judge.report(Code::MissingKey, pos, "this exception does not say of whom it is true", help);
            }
            self.is_learned_after(date.as_ref(), asked);
            let one = person.into_iter().map(|person| (pos, person));
            for (pos, person) in one.chain(people.into_iter().map(|person| (person.pos, person))) {
                if !person.is_read() || !self.stands(&person, election) {
                    continue;
                }
                if exceptions.insert(person.value.clone(), entry).is_some() {
                    let message = format!("“{person}” has two exceptions in this round");
                    let help = "put what is true of this person into one of them, or correct the id of the other";
                    self.judge.report(Code::DuplicateId, pos, message, help);
                }
            }
        }
        exceptions
    }

    /// What came of a round is not known before anybody was asked.
    fn is_learned_after(&mut self, date: Option<&At<PartialDate>>, asked: Option<Date>) {
        let learned = date.and_then(|date| Some((date.pos, self.judge.the_day(date, "date")?)));
        if let (Some((pos, learned)), Some(asked)) = (learned, asked)
            && learned < asked
        {
            let message = format!("{learned} is before the day of asking, {asked}");
            self.judge.report(Code::DateOrder, pos, message, "correct one of the two dates");
        }
    }
}

impl AskExceptions {
    fn of(record: &AskException) -> Self {
        let date = record.date.as_ref().and_then(|date| date.as_day());
        let (outcome, because) = (record.outcome, record.because.clone());
        Self { outcome, because, date, is_list: !record.people.is_empty() }
    }
}

impl Ask {
    /// Whether the round put a version of a question.
    #[must_use]
    pub fn puts(&self, question: &QuestionId, version: u32) -> bool {
        self.questions.iter().any(|(id, put)| id == question && *put == version)
    }

    /// The day from which an answer of a person is shown, where it is a reply to this round and the round holds those back.
    pub(super) fn holds_back(&self, person: &PersonId, position: &Position) -> Option<Date> {
        let day = self.publish_after?;
        let mark = &position.mark;
        // A signature is kept back by its own record: it stands on the page of its pledge too.
        let is_reply =
            mark.pledge.is_none() && mark.evidence.iter().any(|evidence| evidence.kind == EvidenceKind::Reply);
        let since = mark.date.latest() >= self.date;
        let answers = self.reaches(person) && self.puts(&position.question.id, position.version);
        (is_reply && since && answers).then_some(day)
    }

    /// Whether the round was sent to a person, or at least tried to reach them.
    #[must_use]
    pub fn reaches(&self, person: &PersonId) -> bool {
        match self.exception(person).map(|entry| entry.outcome) {
            Some(AskOutcome::NotReached) => true,
            Some(AskOutcome::NotAsked) => false,
            None => self.people.contains(person),
        }
    }

    /// What came of it for somebody for whom it went otherwise.
    #[must_use]
    pub fn exception(&self, person: &PersonId) -> Option<&AskExceptions> {
        self.exceptions.get(person).and_then(|entry| self.entries.get(*entry))
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
