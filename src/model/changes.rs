use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::types::{
    Ballot, Campaign, Candidacy, Document, Election, Line, Mark, Party, Position, Subject, Verification,
};
use crate::atoms::{PartialDate, Seen, WrittenVerification};
use crate::load::records::CorrectionRecord;

/// Something that changed on the site. The day of a change is the one on which the site says something new; the day on which
/// somebody said what a mark tells is another, and never stands for it.
#[derive(Debug, Clone, Copy)]
pub struct SiteChange<'a> {
    /// When, as exactly as it is on record.
    pub date: PartialDate,
    /// What.
    pub what: Changed<'a>,
}

/// What happened to a mark, in the order in which changes of one day are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Happened {
    /// It was taken off the site.
    TakenDown,
    /// We withdrew it.
    Retracted,
    /// Somebody concerned denied it.
    Disputed,
    /// We tried to verify it and could not.
    Unverified,
    /// The one concerned used the right of reply.
    Replied,
    /// Somebody compared it with its evidence.
    Checked,
    /// It was put into the records.
    Entered,
}

/// What changed.
#[derive(Debug, Clone, Copy)]
pub enum Changed<'a> {
    /// We put something right.
    Corrected(&'a CorrectionRecord),
    /// All marks of a candidacy were taken off the site.
    AllTakenDown(Candidate<'a>),
    /// Somebody used the right of reply to the page of a candidacy.
    RepliedToAll(Candidate<'a>),
    /// Something happened to a candidate's answer.
    Position(Happened, Candidate<'a>, &'a Position),
    /// Something happened to a party's line.
    Line(Happened, &'a Party, &'a Line),
    /// Somebody looked through a document, or repeated that.
    Read(&'a Document),
}

/// A candidacy, and where it stands.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// The election.
    pub election: &'a Election,
    /// The ballot.
    pub ballot: &'a Ballot,
    /// The candidacy.
    pub person: &'a Candidacy,
}

impl Campaign {
    /// Everything that changed on the site, the latest first.
    #[must_use]
    pub fn changes(&self) -> Vec<SiteChange<'_>> {
        let mut changes = Vec::new();
        changes.extend(self.content.corrections.iter().map(of_correction));
        for election in &self.elections {
            let ballots = election.ballots.iter();
            let people = ballots
                .flat_map(|ballot| ballot.candidacies.iter().map(move |person| Candidate { election, ballot, person }));
            // Who stands twice has answers once.
            people.filter(|at| at.person.answers_in.is_none()).for_each(|at| at.changes(&mut changes));
        }
        changes.extend(self.parties.iter().flat_map(|party| party.lines.iter().flat_map(|line| of_line(party, line))));
        changes.extend(self.documents.iter().flat_map(|document| of_document(document)));
        latest_first(changes)
    }

    /// What changed for the voters of a ballot, the latest first: the answers of its candidates, the lines of their parties
    /// where they reach it, leaflets that came there, and what else the candidates published.
    #[must_use]
    pub fn changes_on<'a>(&'a self, election: &'a Election, ballot: &'a Ballot) -> Vec<SiteChange<'a>> {
        let mut changes = Vec::new();
        let mut parties = BTreeMap::new();
        for person in &ballot.candidacies {
            Candidate { election, ballot, person }.with_answers().changes(&mut changes);
            let lines = person.cells.iter().filter_map(|cell| cell.party.as_ref());
            parties.extend(lines.map(|line| (&line.party.id, &*line.party)));
        }
        let reaches = |line: &Line| {
            let here = |nation| line.nations.contains(&nation);
            line.election == election.id && (line.nations.is_empty() || ballot.nation.is_some_and(here))
        };
        for party in parties.into_values() {
            changes.extend(party.lines.iter().filter(|line| reaches(line)).flat_map(|line| of_line(party, line)));
        }
        let concerns = |document: &Document| {
            let came =
                document.received.as_ref().is_some_and(|received| received.ballots.iter().any(|id| *id == ballot.id));
            let own = || matches!(&document.of, Subject::Person(id) if ballot.candidacies.by_id(id).is_some());
            came || (document.election == election.id && own())
        };
        let documents = self.documents.iter().filter(|document| concerns(document));
        changes.extend(documents.flat_map(|document| of_document(document)));
        latest_first(changes)
    }
}

/// Of several changes of one day the weightiest first; those of one kind stay in the campaign's order.
fn latest_first(mut changes: Vec<SiteChange<'_>>) -> Vec<SiteChange<'_>> {
    changes.sort_by_key(|change| (Reverse(change.date), change.what.rank()));
    changes
}

impl Changed<'_> {
    fn rank(&self) -> (usize, Option<Happened>) {
        match self {
            Self::Corrected(_) => (0, None),
            Self::AllTakenDown(_) | Self::RepliedToAll(_) => (1, None),
            Self::Position(happened, ..) => (1, Some(*happened)),
            Self::Line(happened, ..) => (2, Some(*happened)),
            Self::Read(_) => (3, None),
        }
    }
}

impl<'a> Candidate<'a> {
    /// The candidacy of the same person with which the answers stand.
    fn with_answers(self) -> Self {
        let Some(id) = &self.person.answers_in else { return self };
        let ballot = self.election.ballots.iter().find(|ballot| ballot.id == id.value);
        let home = ballot.and_then(|ballot| Some((ballot, ballot.candidacies.by_id(&self.person.person)?)));
        home.map_or(self, |(ballot, person)| Self { ballot, person, ..self })
    }

    fn changes(self, changes: &mut Vec<SiteChange<'a>>) {
        let person = self.person;
        let replied = person.reply.iter().map(|reply| (*reply.date, Changed::RepliedToAll(self)));
        changes.extend(replied.map(|(date, what)| SiteChange { date, what }));
        if let Some(takedown) = &person.takedown {
            // Of marks that are all off the site nothing else is told.
            changes.push(SiteChange { date: *takedown.date, what: Changed::AllTakenDown(self) });
            return;
        }
        for position in &person.positions {
            let change = |(happened, date)| SiteChange { date, what: Changed::Position(happened, self, position) };
            changes.extend(of_mark(&position.mark).into_iter().map(change));
        }
    }
}

fn of_correction(correction: &CorrectionRecord) -> SiteChange<'_> {
    SiteChange { date: *correction.date, what: Changed::Corrected(correction) }
}

fn of_line<'a>(party: &'a Party, line: &'a Line) -> impl Iterator<Item = SiteChange<'a>> {
    let change = move |(happened, date)| SiteChange { date, what: Changed::Line(happened, party, line) };
    of_mark(&line.mark).into_iter().map(change)
}

/// What happened to a mark, on each day once; of what happened while it was held back, that it came on the site.
fn of_mark(mark: &Mark) -> Vec<(Happened, PartialDate)> {
    let mut happened = recorded(mark);
    if let Some(from) = mark.shown_from {
        let before = |(_, date): &(Happened, PartialDate)| date.latest() < from;
        if happened.iter().any(before) {
            happened.retain(|one| !before(one));
            happened.push((Happened::Entered, PartialDate::day(from)));
        }
    }
    happened
}

/// What is on record of what happened to a mark. Of one that we took back only that is told, and what was replied.
fn recorded(mark: &Mark) -> Vec<(Happened, PartialDate)> {
    if let Some(takedown) = &mark.takedown {
        return vec![(Happened::TakenDown, *takedown.date)];
    }
    let mut happened = Vec::new();
    if let Verification::Written(written) = &mark.verification {
        let what = match written.state.value {
            WrittenVerification::Disputed => Happened::Disputed,
            WrittenVerification::Unverified => Happened::Unverified,
            WrittenVerification::Retracted => Happened::Retracted,
        };
        happened.push((what, *written.date));
    }
    happened.extend(mark.reply.iter().map(|reply| (Happened::Replied, *reply.date)));
    if !mark.is_retracted() {
        let checks = on_each_day(mark.checks.iter().map(|check| *check.date));
        happened.extend(checks.into_iter().map(|date| (Happened::Checked, date)));
        happened.extend(mark.entered.iter().map(|entered| (Happened::Entered, entered.value)));
    }
    happened
}

/// When somebody read a document or a copy of it, or repeated a reading.
fn of_document(document: &Document) -> impl Iterator<Item = SiteChange<'_>> {
    let readings = document.readings.iter().filter(|reading| reading.seen != Seen::Described);
    let dates = readings.flat_map(|reading| reading.checks.iter().map(|check| *check.date).chain([*reading.date]));
    on_each_day(dates).into_iter().map(|date| SiteChange { date, what: Changed::Read(document) })
}

fn on_each_day(dates: impl Iterator<Item = PartialDate>) -> Vec<PartialDate> {
    let mut dates: Vec<_> = dates.collect();
    dates.sort();
    dates.dedup();
    dates
}
