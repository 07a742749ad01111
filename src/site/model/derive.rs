use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use super::cell::{Cell, PartyCell, PartyLine, Silence};
use super::index::Standings;
use super::types::{Ask, Document, Line, Party, Position, PutQuestion, Question, Subject};
use crate::atoms::{DocumentId, ElectionId, PartialDate, PartyId, PersonId, QuestionId, Standing, Words as _};
use crate::country::uk::Nation;
use crate::load::records::TakedownRecord;

/// The documents of each person and party, in the order of their ids.
pub(super) type BySubject<'a> = HashMap<&'a Subject, Vec<&'a Arc<Document>>>;

pub(super) fn by_subject(documents: &BTreeMap<DocumentId, Arc<Document>>) -> BySubject<'_> {
    let mut of = BySubject::new();
    for document in documents.values() {
        of.entry(&document.of).or_default().push(document);
    }
    of
}

fn documents_of<'a>(documents: &BySubject<'a>, subject: &Subject, election: &ElectionId) -> Vec<&'a Arc<Document>> {
    let of = documents.get(subject).into_iter().flatten().copied();
    of.filter(|document| document.election == *election).collect()
}

/// What decides the cells of an election, beside what its candidates say.
pub(super) struct Scorecard<'a> {
    pub(super) election: &'a ElectionId,
    pub(super) questions: &'a [PutQuestion],
    pub(super) asks: &'a [Ask],
    pub(super) lines: &'a PartyLines,
    pub(super) documents: &'a BySubject<'a>,
    pub(super) is_over: bool,
    pub(super) as_of: Date,
}

/// What decides the cells of a candidacy within its election.
pub(super) struct Entrant<'a> {
    pub(super) person: &'a PersonId,
    pub(super) party: &'a PartyId,
    pub(super) nation: Option<Nation>,
    pub(super) positions: &'a [Arc<Position>],
    pub(super) held: &'a [Arc<Position>],
    pub(super) takedown: Option<&'a TakedownRecord>,
    pub(super) status: Standing,
    /// Since when that holds.
    pub(super) status_date: Option<PartialDate>,
    /// Whether the party supports the person; if not, its line is not shown beside them.
    pub(super) supported: bool,
}

impl Scorecard<'_> {
    /// One cell for each question that is put where the person stands.
    pub(super) fn cells(&self, of: &Entrant<'_>) -> Vec<Cell> {
        let documents = documents_of(self.documents, &Subject::Person(of.person.clone()), self.election);
        let put = self.questions.iter().filter(|put| put.is_put_in(of.nation));
        let cells = put.map(|put| Cell {
            question: put.question.clone(),
            version: put.version,
            own: self.own(of, put),
            silences: documents.iter().filter_map(|document| silence(document, &put.question)).collect(),
            party: self.lines.get(of.party, of.nation, put.id()).filter(|_| of.supported).cloned(),
        });
        cells.collect()
    }
}

fn silence(document: &Arc<Document>, question: &Question) -> Option<Silence> {
    let spoken = document.readings.iter().any(|reading| reading.found.contains(&question.id));
    let reading = document.readings.iter().find(|reading| reading.is_silent_on(&question.id))?;
    (!spoken).then(|| Silence { document: document.clone(), reading: reading.clone() })
}

/// Which of several lines counts: what a party is known to have said comes before what others report, what it said for a
/// nation before what it said for all; then a clear answer, and the latest. Its own record comes before a pledge of the same day.
fn weight(line: &Line) -> (bool, bool, bool, PartialDate, bool) {
    let mark = &line.mark;
    (mark.is_firm(), !line.nations.is_empty(), mark.stance.is_clear(), *mark.date, mark.pledge.is_none())
}

/// The party lines of one election: party, nation and question decide them, whoever stands.
#[derive(Debug)]
pub struct PartyLines {
    cells: BTreeMap<(PartyId, Option<Nation>), BTreeMap<QuestionId, PartyCell>>,
}

/// What decides the party lines of an election.
pub(super) struct LineSources<'a> {
    pub(super) election: &'a ElectionId,
    pub(super) questions: &'a [PutQuestion],
    pub(super) parties: &'a BTreeMap<PartyId, Arc<Party>>,
    pub(super) documents: &'a BySubject<'a>,
}

impl PartyLines {
    /// The line that candidates of a party carry in a nation: its own, or else the one that it borrows.
    /// There is none for labels that are no party, and none on questions that are not put to their candidates. No
    /// nation gives the line that holds everywhere.
    #[must_use]
    pub fn get(&self, party: &PartyId, nation: Option<Nation>, question: &QuestionId) -> Option<&PartyCell> {
        self.cells.get(&(party.clone(), nation))?.get(question)
    }

    /// All lines that candidates of a party carry, in any nation and where it holds everywhere.
    pub fn of_party(&self, party: &PartyId) -> impl Iterator<Item = &PartyCell> {
        let nations = [None].into_iter().chain(Nation::ALL.iter().copied().map(Some));
        nations.filter_map(|nation| self.cells.get(&(party.clone(), nation))).flat_map(BTreeMap::values)
    }

    /// The lines of an election in which the candidates of parties stand in these nations.
    pub(super) fn of(lines: &LineSources<'_>, standings: &Standings) -> Self {
        let standing = lines.standing(standings);
        let mut cells = BTreeMap::new();
        for party in lines.parties.values().filter(|party| party.is_registered()) {
            for nation in [None].into_iter().chain(Nation::ALL.iter().copied().map(Some)) {
                let put = lines.questions.iter().filter(|put| match nation {
                    Some(_) => put.is_put_in(nation),
                    None => lines.is_put_to(party, put, standing.get(&party.id)),
                });
                let row = put.map(|put| (put.id().clone(), lines.cell(party, nation, &put.question)));
                cells.insert((party.id.clone(), nation), row.collect());
            }
        }
        Self { cells }
    }
}

impl LineSources<'_> {
    /// In which nations the candidates of each party stand, and those of parties that borrow its line.
    fn standing<'s>(&'s self, standings: &'s Standings) -> HashMap<&'s PartyId, BTreeSet<Option<Nation>>> {
        let mut standing = HashMap::<_, BTreeSet<_>>::new();
        for (party, nations) in standings {
            let lender =
                self.parties.get(party).and_then(|party| party.line_from.as_ref()).map(|from| &from.party.value);
            for party in lender.into_iter().chain([party]) {
                standing.entry(party).or_default().extend(nations);
            }
        }
        standing
    }

    /// Whether a question is put to a party: to its candidates, if any are on record, or else to everybody's; and where
    /// something of its own is on record.
    fn is_put_to(&self, party: &Party, put: &PutQuestion, standing: Option<&BTreeSet<Option<Nation>>>) -> bool {
        put.nations.is_empty()
            || standing.is_none_or(|nations| nations.iter().any(|nation| put.is_put_in(*nation)))
            || self.recorded(party, &put.question).next().is_some()
    }

    fn recorded<'p>(&self, party: &'p Party, question: &Question) -> impl Iterator<Item = &'p Arc<Line>> {
        party.lines.iter().filter(move |line| line.election == *self.election && line.question.id == question.id)
    }

    fn cell(&self, party: &Arc<Party>, nation: Option<Nation>, question: &Question) -> PartyCell {
        if let Some(line) = self.line_of(party, nation, question) {
            return PartyCell { party: party.clone(), lent_because: None, line };
        }
        let lender =
            party.line_from.as_ref().and_then(|from| Some((self.parties.get(&from.party.value)?, &from.because)));
        let (party, lent_because) = lender.map_or((party, None), |(lender, because)| (lender, Some(because.clone())));
        let borrowed = lent_because.as_ref().and_then(|_| self.line_of(party, nation, question));
        PartyCell { party: party.clone(), lent_because, line: borrowed.unwrap_or(PartyLine::NotChecked) }
    }

    fn line_of(&self, party: &Party, nation: Option<Nation>, question: &Question) -> Option<PartyLine> {
        let holds = |nations: &[Nation]| nations.is_empty() || nation.is_some_and(|n| nations.contains(&n));
        let live = self.recorded(party, question).filter(|line| holds(&line.nations) && !line.mark.is_retracted());
        if let Some(line) = live.max_by_key(|line| weight(line)) {
            let taken_down = line.mark.takedown.is_some();
            return Some(if taken_down { PartyLine::TakenDown(line.clone()) } else { PartyLine::Stance(line.clone()) });
        }
        let is_held = |line: &&Arc<Line>| line.election == *self.election && line.question.id == question.id;
        if party.held.iter().filter(is_held).any(|line| holds(&line.nations)) {
            return Some(PartyLine::BeingChecked);
        }
        let documents = documents_of(self.documents, &Subject::Party(party.id.clone()), self.election);
        let documents = || documents.iter().filter(|document| holds(&document.nations));
        let mut readings = documents().flat_map(|document| &document.readings);
        let spoken = readings.any(|reading| reading.found.contains(&question.id));
        let silent = documents().find_map(|document| silence(document, question))?;
        (!spoken).then_some(PartyLine::Silent(silent))
    }
}
