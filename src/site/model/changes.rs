use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::accounts::Account;
use super::corrections::{CorrectedPlace, Correction};
use super::news::{AccountNews, News};
use super::types::{
    Ballot, Campaign, Candidacy, Document, Election, Line, Mark, Party, Pledge, Position, Signature, Subject,
    Verification,
};
use crate::atoms::{PartialDate, Seen, Words as _, WrittenVerification};

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
    Corrected(&'a Correction),
    /// It is on record who was elected in an election, and of how many people since the same day.
    Results(&'a Election, usize),
    /// Somebody was elected.
    Elected(Candidate<'a>),
    /// All marks of a candidacy were taken off the site.
    AllTakenDown(Candidate<'a>),
    /// Somebody used the right of reply to the page of a candidacy.
    RepliedToAll(Candidate<'a>),
    /// Something happened to a candidate's answer.
    Position(Happened, Candidate<'a>, &'a Position),
    /// Something happened to a party's line.
    Line(Happened, &'a Party, &'a Line),
    /// Something happened to a signature that is no answer to a question here.
    Signature(Happened, &'a Pledge, &'a Signature),
    /// A pledge was put into the records.
    Pledge(&'a Pledge),
    /// Something happened to an account.
    Account(AccountNews<'a>, &'a Account),
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
        changes.extend(self.corrections.iter().map(of_correction));
        for election in &self.elections {
            let ballots = election.ballots.iter();
            let people = ballots
                .flat_map(|ballot| ballot.candidacies.iter().map(move |person| Candidate { election, ballot, person }));
            // Who stands twice has answers once.
            people.filter(|at| at.person.answers_in.is_none()).for_each(|at| at.changes(&mut changes));
        }
        changes.extend(self.parties.iter().flat_map(|party| party.lines.iter().flat_map(|line| of_line(party, line))));
        changes.extend(self.documents.iter().flat_map(|document| of_document(document)));
        changes.extend(self.elections.iter().flat_map(of_results));
        changes.extend(self.news().into_iter().filter_map(News::dated));
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
        let corrected = self.corrections.iter().filter(|correction| match &correction.place {
            Some(CorrectedPlace::Answer(of, person, _)) => {
                *of == election.id && ballot.candidacies.by_id(person).is_some()
            }
            Some(CorrectedPlace::Line(of, id, question)) => {
                let cells = ballot.candidacies.iter().filter_map(|person| person.cell(question)?.party.as_ref());
                *of == election.id && cells.into_iter().any(|cell| cell.party.id == *id)
            }
            Some(CorrectedPlace::Document(id)) => self.documents.by_id(id).is_some_and(|document| concerns(document)),
            _ => false,
        });
        changes.extend(corrected.map(of_correction));
        changes.extend(self.news_on(election, ballot).into_iter().filter_map(News::dated));
        latest_first(changes)
    }
}

/// Of several changes of one day the weightiest first; those of one kind stay in the campaign's order.
fn latest_first(mut changes: Vec<SiteChange<'_>>) -> Vec<SiteChange<'_>> {
    changes.sort_by_key(|change| (Reverse(change.date), change.what.rank()));
    changes
}

impl Happened {
    /// A word for it that never changes.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::TakenDown => "taken-down",
            Self::Retracted => "retracted",
            Self::Disputed => "disputed",
            Self::Unverified => "unverified",
            Self::Replied => "replied",
            Self::Checked => "checked",
            Self::Entered => "entered",
        }
    }
}

impl Changed<'_> {
    /// What changed, by the ids in the records alone: names and addresses may change.
    #[must_use]
    pub fn subject(&self) -> String {
        match self {
            Self::Corrected(correction) => format!("corrected/{}", slug::slugify(correction.about.as_str())),
            Self::AllTakenDown(at) => format!("{}/{}/taken-down", at.election.id, at.person.person),
            Self::RepliedToAll(at) => format!("{}/{}/replied", at.election.id, at.person.person),
            Self::Elected(at) => format!("{}/{}/elected", at.election.id, at.person.person),
            Self::Results(election, _) => format!("{}/elected", election.id),
            Self::Position(happened, at, position) => {
                let (question, version) = (&position.question.id, position.version);
                format!("{}/{}/{question}/{version}/{}", at.election.id, at.person.person, happened.word())
            }
            Self::Line(happened, party, line) => {
                let nations: String = line.nations.iter().map(|nation| format!("/{}", nation.word())).collect();
                let (question, version) = (&line.question.id, line.version);
                format!("{}/{}{nations}/{question}/{version}/{}", line.election, party.id, happened.word())
            }
            Self::Signature(happened, pledge, signature) => {
                format!("pledges/{}/{}/{}", pledge.id, slug::slugify(signature.who.as_str()), happened.word())
            }
            Self::Pledge(pledge) => format!("pledges/{}/entered", pledge.id),
            Self::Account(news, account) => news.subject(&account.id),
            Self::Read(document) => format!("documents/{}/read", document.id),
        }
    }

    fn rank(&self) -> (usize, Option<Happened>) {
        match self {
            Self::Corrected(_) => (0, None),
            Self::AllTakenDown(_) | Self::RepliedToAll(_) => (1, None),
            Self::Position(happened, ..) => (1, Some(*happened)),
            Self::Line(happened, ..) => (2, Some(*happened)),
            Self::Results(..) | Self::Elected(_) => (3, None),
            Self::Signature(happened, ..) => (4, Some(*happened)),
            Self::Pledge(_) => (5, None),
            Self::Account(..) => (6, None),
            Self::Read(_) => (7, None),
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

fn of_correction(correction: &Correction) -> SiteChange<'_> {
    SiteChange { date: *correction.date, what: Changed::Corrected(correction) }
}

/// Who was elected, by the days on which that was declared.
fn of_results(election: &Election) -> impl Iterator<Item = SiteChange<'_>> {
    let mut days = BTreeMap::<PartialDate, usize>::new();
    for result in election.ballots.iter().flat_map(|ballot| &ballot.candidacies).filter_map(Candidacy::elected) {
        result.date.iter().for_each(|date| *days.entry(**date).or_default() += 1);
    }
    days.into_iter().map(move |(date, n)| SiteChange { date, what: Changed::Results(election, n) })
}

fn of_line<'a>(party: &'a Party, line: &'a Line) -> impl Iterator<Item = SiteChange<'a>> {
    let change = move |(happened, date)| SiteChange { date, what: Changed::Line(happened, party, line) };
    of_mark(&line.mark).into_iter().map(change)
}

/// What happened to a mark, on each day once; of what happened while it was held back, that it came on the site.
pub(super) fn of_mark(mark: &Mark) -> Vec<(Happened, PartialDate)> {
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
