use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::{Document, Evidence, Line, Party, Position, Question, Subject, Wording};
use crate::atoms::{AskOutcome, BallotId, BallotKind, ElectionId, PartialDate, PersonId, QuestionId, Slug, Text};
use crate::country::uk::{AreaKind, Gss, Nation};
use crate::diagnostic::{FileName, Pos};
use crate::load::records::{AskRecord, BallotRecord, CandidacyRecord, ElectedRecord, ElectionRecord};
use crate::load::{At, Rare};
use crate::model::{ById, Cell, PartyLine, PartyLines, Score};

/// One election.
#[derive(Debug)]
pub struct Election {
    /// Its id.
    pub id: ElectionId,
    /// Polling day.
    pub date: Date,
    /// Its questions, in the order of the scorecard.
    pub questions: Vec<PutQuestion>,
    /// In what kind of area people vote.
    pub votes_in: AreaKind,
    /// Whether polling day is before the site's `as_of`.
    pub is_over: bool,
    /// The rounds of asking, in order of date.
    pub asks: Vec<Ask>,
    /// Its ballots, sorted by slug, which is the same in every language.
    pub ballots: ById<Slug, Ballot>,
    /// The party lines on its questions.
    pub party_lines: PartyLines,
    /// Its file.
    pub file: FileName,
    /// Its record, without what was resolved; the deadlines in order of date.
    pub record: ElectionRecord,
}

owns_record!(Election: ElectionRecord);

/// A question as an election puts it.
#[derive(Debug, Clone)]
pub struct PutQuestion {
    /// The question.
    pub question: Arc<Question>,
    /// The version that is put.
    pub version: u32,
    /// The nations in which it is put; empty for all.
    pub nations: Vec<Nation>,
}

impl PutQuestion {
    /// The question's id.
    #[must_use]
    pub fn id(&self) -> &QuestionId {
        &self.question.id
    }

    /// The words that are put.
    #[must_use]
    pub fn wording(&self) -> Wording<'_> {
        self.question.wording(self.version)
    }

    /// Whether it is put to those who stand in a nation; where that is not known, only when it is put everywhere.
    #[must_use]
    pub fn is_put_in(&self, nation: Option<Nation>) -> bool {
        self.nations.is_empty() || nation.is_some_and(|nation| self.nations.contains(&nation))
    }
}

impl Election {
    /// Whether polling day is over and it is on record who was elected, somewhere at least.
    #[must_use]
    pub fn has_elected(&self) -> bool {
        let mut people = self.ballots.iter().flat_map(|ballot| &ballot.candidacies);
        self.is_over && people.any(|candidacy| candidacy.elected().is_some())
    }

    /// A question of this election.
    #[must_use]
    pub fn put(&self, question: &QuestionId) -> Option<&PutQuestion> {
        self.questions.iter().find(|put| put.question.id == *question)
    }

    /// The questions that are put in a nation, in the order of the scorecard.
    pub fn put_in(&self, nation: Option<Nation>) -> impl Iterator<Item = &PutQuestion> {
        self.questions.iter().filter(move |put| put.is_put_in(nation))
    }

    /// The questions for which a document can be read: those put where it is for, or where the person stands whose it is.
    #[must_use]
    pub fn put_to(&self, document: &Document) -> Vec<&PutQuestion> {
        let everywhere = || self.questions.iter().all(|put| put.nations.is_empty());
        let nations: Vec<Option<Nation>> = match &document.of {
            _ if everywhere() => return self.questions.iter().collect(),
            Subject::Party(_) if document.nations.is_empty() => return self.questions.iter().collect(),
            Subject::Party(_) => document.nations.iter().copied().map(Some).collect(),
            Subject::Person(person) => {
                let stands = |ballot: &&Ballot| ballot.candidacies.iter().any(|c| c.person == *person);
                self.ballots.iter().filter(stands).map(|ballot| ballot.nation).collect()
            }
        };
        self.questions.iter().filter(|put| nations.iter().any(|nation| put.is_put_in(*nation))).collect()
    }

    /// The questions that are put to the candidates of a party, in the order of the scorecard.
    pub fn put_to_party<'a>(&'a self, party: &'a Party) -> impl Iterator<Item = &'a PutQuestion> {
        self.questions.iter().filter(|put| self.party_lines.get(&party.id, None, &put.question.id).is_some())
    }

    /// Everything on record that a party said on a question for this election, in the order of its file.
    pub fn lines_of<'a>(&'a self, party: &'a Party, question: &'a Question) -> impl Iterator<Item = &'a Line> {
        let of = |line: &&Arc<Line>| line.election == self.id && line.question.id == question.id;
        party.lines.iter().filter(of).map(|line| &**line)
    }

    /// Whether anything is known of a party's lines on the questions.
    #[must_use]
    pub fn knows_of(&self, party: &Party) -> bool {
        self.questions.iter().any(|put| {
            let everywhere = self.party_lines.get(&party.id, None, put.id());
            self.lines_of(party, &put.question).next().is_some()
                || everywhere.is_some_and(|cell| !matches!(cell.line, PartyLine::NotChecked))
        })
    }
}

/// One round of asking.
#[derive(Debug)]
pub struct Ask {
    /// Its id.
    pub id: Slug,
    /// When we asked.
    pub date: Date,
    /// The last day for an answer.
    pub deadline: Date,
    /// The day from which the replies are shown; none when each is as soon as it is on record.
    pub publish_after: Option<Date>,
    /// The questions that were put, each with the version of that day.
    pub questions: Vec<(QuestionId, u32)>,
    /// The ballots whose candidates were asked.
    pub ballots: Vec<BallotId>,
    /// Everybody who was asked. A person answers once in an election, so on whichever ballot.
    pub people: BTreeSet<PersonId>,
    /// For whom it went otherwise, each with the number of the entry that says so.
    pub exceptions: BTreeMap<PersonId, usize>,
    /// The entries in which that stands, in the order of the file.
    pub entries: Vec<AskExceptions>,
    /// Its record, without what was resolved.
    pub record: AskRecord,
}

owns_record!(Ask: AskRecord);

/// An entry of a round about people for whom it went otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AskExceptions {
    /// What came of it.
    pub outcome: AskOutcome,
    /// Why.
    pub because: Text,
    /// When we learned of it.
    pub date: Option<Date>,
    /// Whether it lists people, so that more can be added.
    pub is_list: bool,
}

/// One ballot.
#[derive(Debug)]
pub struct Ballot {
    /// The name of its file, which is part of its address.
    pub slug: Slug,
    /// Its id.
    pub id: BallotId,
    /// The area's name.
    pub area: Text,
    /// The area's GSS code.
    pub gss: Option<Gss>,
    /// The nation in which it lies.
    pub nation: Option<Nation>,
    /// How many are elected.
    pub seats: u32,
    /// How it elects.
    pub kind: BallotKind,
    /// That the poll was called off, where it was.
    pub cancellation: Option<Cancellation>,
    /// The candidacies, in the order of the file; those of lists list by list, each by its numbers, and after them those who
    /// stand alone.
    pub candidacies: ById<PersonId, Candidacy>,
    /// Its file.
    pub file: FileName,
    /// Its record, without what was resolved.
    pub record: BallotRecord,
}

owns_record!(Ballot: BallotRecord);

/// That a poll was called off, and when and why as far as that is on record.
#[derive(Debug)]
pub struct Cancellation {
    /// When.
    pub date: Option<PartialDate>,
    /// Why, as a sentence.
    pub reason: Option<Text>,
    /// Whether all who stand are elected without a vote, since no more stand than are elected.
    pub uncontested: bool,
    /// Where it stands in the records that the poll was called off.
    pub pos: Pos,
}

/// That a party does not support its candidate any more.
#[derive(Debug)]
pub struct SupportWithdrawn {
    /// Since when.
    pub date: PartialDate,
    /// What happened, in our own words.
    pub says: Option<At<Text>>,
    /// Where it was said; never empty.
    pub evidence: Vec<Evidence>,
}

/// One person's candidacy.
#[derive(Debug)]
pub struct Candidacy {
    /// Who stands.
    pub person: PersonId,
    /// The party or label.
    pub party: Arc<Party>,
    /// That the party does not support the person any more; then its line is not shown beside them.
    pub support_withdrawn: Option<Rare<SupportWithdrawn>>,
    /// What the person answered, in the order of the file, then what they signed; taken from the other ballot where `answers_in` says so.
    pub positions: Vec<Arc<Position>>,
    /// What the person answered that is held back for now. No page tells of it.
    pub held: Vec<Arc<Position>>,
    /// One cell for each question that is put here, in the election's order.
    pub cells: Vec<Cell>,
    /// The sum of the person's own confirmed answers.
    pub score: Score,
    /// Where it stands in the records.
    pub pos: Pos,
    /// Its record, without what was resolved.
    pub record: CandidacyRecord,
}

owns_record!(Candidacy: CandidacyRecord);

impl Candidacy {
    /// All answers on record: those that are shown, then those that are held back.
    pub fn recorded(&self) -> impl Iterator<Item = &Arc<Position>> {
        self.positions.iter().chain(&self.held)
    }

    /// The person's result, when the person was elected.
    #[must_use]
    pub fn elected(&self) -> Option<&ElectedRecord> {
        self.record.elected.as_ref().map(|result| &result.value).filter(|result| result.value.value)
    }

    /// The cell of a question; none when it is not put here.
    #[must_use]
    pub fn cell(&self, question: &QuestionId) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.question.id == *question)
    }

    /// On a ballot of lists, the party on whose list the person stands; nothing for independents.
    #[must_use]
    pub fn list(&self) -> Option<&Arc<Party>> {
        Some(&self.party).filter(|party| party.is_registered())
    }
}
