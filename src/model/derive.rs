use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::cell::{Cell, Own, OwnSlot, PartyCell, PartyLine, Silence};
use super::score::Score;
use super::types::{Ballot, Candidacy, Document, Election, Line, Party, PutQuestion, Question, Subject};
use crate::atoms::{DocumentId, ElectionId, PartyId, QuestionId, Standing, Words as _};
use crate::country::uk::Nation;

/// What is needed to derive cells, beside the election itself.
pub(super) struct Deriver<'a> {
    pub(super) parties: &'a BTreeMap<PartyId, Arc<Party>>,
    pub(super) documents: HashMap<&'a Subject, Vec<&'a Arc<Document>>>,
    pub(super) as_of: Date,
}

/// The documents of each person and party, in the order of their ids.
pub(super) fn by_subject(documents: &BTreeMap<DocumentId, Arc<Document>>) -> HashMap<&Subject, Vec<&Arc<Document>>> {
    let mut of = HashMap::<_, Vec<_>>::new();
    for document in documents.values() {
        of.entry(&document.of).or_default().push(document);
    }
    of
}

impl Deriver<'_> {
    /// Fills in the cells and scores of all candidacies of an election.
    pub(super) fn election(&self, election: &mut Election) {
        let mut ballots = std::mem::take(&mut election.ballots);
        let lines = PartyLines::of(self, election, &ballots);
        ballots.par_iter_mut().for_each(|ballot| self.ballot(ballot, election, &lines));
        election.ballots = ballots;
        election.party_lines = lines;
    }

    fn ballot(&self, ballot: &mut Ballot, election: &Election, lines: &PartyLines) {
        let mut candidacies = std::mem::take(&mut ballot.candidacies);
        for candidacy in &mut candidacies {
            let own_documents = self.documents_of(&Subject::Person(candidacy.person.clone()), &election.id);
            let supported = candidacy.support_withdrawn.is_none();
            let cells = election.put_in(ballot.nation).map(|put| Cell {
                question: put.question.clone(),
                version: put.version,
                own: self.own(candidacy, election, put),
                silences: own_documents.iter().filter_map(|document| silence(document, &put.question)).collect(),
                party: lines.get(&candidacy.party.id, ballot.nation, put.id()).filter(|_| supported).cloned(),
            });
            candidacy.cells = cells.collect();
            candidacy.score = score(candidacy);
        }
        ballot.candidacies = candidacies;
    }

    fn own(&self, candidacy: &Candidacy, election: &Election, put: &PutQuestion) -> Own {
        let slot = OwnSlot {
            question: put.id(),
            version: put.version,
            positions: &candidacy.positions,
            takedown: candidacy.takedown.as_ref(),
            person: &candidacy.person,
            asks: &election.asks,
            in_the_race: candidacy.status == Standing::Standing,
            is_over: election.is_over,
            as_of: self.as_of,
        };
        slot.decide()
    }

    fn documents_of(&self, subject: &Subject, election: &ElectionId) -> Vec<&Arc<Document>> {
        self.documents.get(subject).into_iter().flatten().copied().filter(|d| d.election == *election).collect()
    }
}

fn silence(document: &Arc<Document>, question: &Question) -> Option<Silence> {
    let spoken = document.readings.iter().any(|reading| reading.found.contains(&question.id));
    let reading = document.readings.iter().find(|reading| reading.is_silent_on(&question.id))?;
    (!spoken).then(|| Silence { document: document.clone(), reading: reading.clone() })
}

fn score(candidacy: &Candidacy) -> Score {
    let answers = candidacy.cells.iter().map(|cell| {
        let answer = if let Own::Answer(position) = &cell.own { Some(&position.mark) } else { None };
        (cell.wording().wants, answer)
    });
    Score::of(answers)
}

/// The party lines of one election: party, nation and question decide them, whoever stands.
#[derive(Debug, Default)]
pub struct PartyLines {
    cells: BTreeMap<(PartyId, Option<Nation>), BTreeMap<QuestionId, PartyCell>>,
}

impl PartyLines {
    /// The line that candidates of a party carry in a nation: its own, or else the one that it borrows.
    /// There is none for labels that are no party, and none on questions that are not put to their candidates. No
    /// nation gives the line that holds everywhere.
    #[must_use]
    pub fn get(&self, party: &PartyId, nation: Option<Nation>, question: &QuestionId) -> Option<&PartyCell> {
        self.cells.get(&(party.clone(), nation))?.get(question)
    }

    fn of(deriver: &Deriver<'_>, election: &Election, ballots: &[Ballot]) -> Self {
        let standing = deriver.standing(ballots);
        let nations: Vec<Option<Nation>> = [None].into_iter().chain(Nation::ALL.iter().copied().map(Some)).collect();
        let mut cells = BTreeMap::new();
        let parties = deriver.parties.values();
        for party in parties.filter(|party| party.is_registered()) {
            for nation in nations.iter().copied() {
                let put = election.questions.iter().filter(|put| match nation {
                    Some(_) => put.is_put_in(nation),
                    None => is_put_to(party, put, election, standing.get(&party.id)),
                });
                let row = put.map(|put| (put.id().clone(), deriver.party_cell(party, nation, election, &put.question)));
                cells.insert((party.id.clone(), nation), row.collect());
            }
        }
        Self { cells }
    }
}

/// Whether a question is put to a party: to its candidates, if any are on record, or else to everybody's; and where
/// something of its own is on record.
fn is_put_to(
    party: &Party,
    put: &PutQuestion,
    election: &Election,
    standing: Option<&BTreeSet<Option<Nation>>>,
) -> bool {
    put.nations.is_empty()
        || standing.is_none_or(|nations| nations.iter().any(|nation| put.is_put_in(*nation)))
        || election.lines_of(party, &put.question).next().is_some()
}

impl Deriver<'_> {
    /// In which nations the candidates of each party stand, and those of parties that borrow its line.
    fn standing(&self, ballots: &[Ballot]) -> HashMap<PartyId, BTreeSet<Option<Nation>>> {
        let mut standing = HashMap::<_, BTreeSet<_>>::new();
        for ballot in ballots {
            for candidacy in &ballot.candidacies {
                let lender = candidacy.party.line_from.as_ref().map(|from| &from.party.value);
                for party in lender.into_iter().chain([&candidacy.party.id]) {
                    match standing.get_mut(party) {
                        Some(nations) => drop(nations.insert(ballot.nation)),
                        None => drop(standing.insert(party.clone(), BTreeSet::from([ballot.nation]))),
                    }
                }
            }
        }
        standing
    }

    fn party_cell(
        &self,
        party: &Arc<Party>,
        nation: Option<Nation>,
        election: &Election,
        question: &Arc<Question>,
    ) -> PartyCell {
        let own = self.line_of(party, nation, election, question);
        if let Some(line) = own {
            return PartyCell { party: party.clone(), lent_because: None, line };
        }
        let lender =
            party.line_from.as_ref().and_then(|from| Some((self.parties.get(&from.party.value)?, &from.because)));
        match lender {
            Some((lender, because)) => PartyCell {
                party: lender.clone(),
                lent_because: Some(because.clone()),
                line: self.line_of(lender, nation, election, question).unwrap_or(PartyLine::NotChecked),
            },
            None => PartyCell { party: party.clone(), lent_because: None, line: PartyLine::NotChecked },
        }
    }

    fn line_of(
        &self,
        party: &Arc<Party>,
        nation: Option<Nation>,
        election: &Election,
        question: &Arc<Question>,
    ) -> Option<PartyLine> {
        let holds = |nations: &[Nation]| nations.is_empty() || nation.is_some_and(|n| nations.contains(&n));
        let line = party
            .lines
            .iter()
            .filter(|line| line.election == election.id && line.question.id == question.id)
            .filter(|line| holds(&line.nations) && !line.mark.is_retracted())
            .max_by_key(|line| !line.nations.is_empty());
        if let Some(line) = line {
            return Some(shown(line));
        }
        let documents = self.documents_of(&Subject::Party(party.id.clone()), &election.id);
        let documents: Vec<_> = documents.into_iter().filter(|d| holds(&d.nations)).collect();
        let spoken = documents.iter().any(|d| d.readings.iter().any(|r| r.found.contains(&question.id)));
        let silent = documents.iter().find_map(|document| silence(document, question))?;
        (!spoken).then_some(PartyLine::Silent(silent))
    }
}

fn shown(line: &Arc<Line>) -> PartyLine {
    if line.mark.takedown.is_some() { PartyLine::TakenDown(line.clone()) } else { PartyLine::Stance(line.clone()) }
}
