use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;
use rayon::prelude::*;

use super::ballots::{self, Poll};
use super::by_id::ById;
use super::derive::{BySubject, LineSources, PartyLines, Scorecard};
use super::index::{Index, Referable, folder};
use super::pledges::SignedAnswers;
use super::refer::{Refer, instead};
use super::types::{Ask, Ballot, Election, Party, PutQuestion};
use super::{answers, asks};
use crate::atoms::{ElectionId, PartyId, Slug};
use crate::country::uk::area_kind;
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::load::records::{AskRecord, BallotRecord, DeadlineRecord, ElectionQuestion, ElectionRecord, TopicRecord};
use crate::load::{At, InFile, Records};

/// The questions that each election puts, before the questions themselves are resolved; none of an
/// election whose questions cannot all be told.
pub(super) fn put_questions(records: &Records) -> BTreeMap<ElectionId, Vec<At<ElectionQuestion>>> {
    let mut put = BTreeMap::new();
    for InFile { file, record, broken } in &records.elections {
        let is_told = !broken.is_torn() && record.questions.iter().all(|put| put.is_read() && !broken.holds(put.pos));
        let id = folder(file).and_then(|name| name.parse().ok());
        if let Some(id) = id.filter(|id| is_told && (record.id == *id || !record.id.is_read())) {
            put.insert(id, record.questions.clone());
        }
    }
    put
}

/// What readers of each election's leaflets look for besides the questions.
pub(super) fn topics(records: &Records) -> BTreeMap<ElectionId, Vec<Slug>> {
    let of = |election: &InFile<ElectionRecord>| {
        let id = folder(&election.file)?.parse().ok()?;
        Some((id, election.record.topics.iter().map(|topic| topic.id.value.clone()).collect()))
    };
    records.elections.iter().filter_map(of).collect()
}

/// Reports folders whose ballots and asks belong to no election, each folder once.
pub(super) fn homeless(records: &Records, index: &Index, found: &mut Diagnostics) {
    let homes: BTreeSet<&str> = records.elections.iter().filter_map(|e| folder(&e.file)).collect();
    let mut reported = BTreeSet::new();
    let files = records.ballots.iter().map(|b| &b.file).chain(records.asks.iter().map(|a| &a.file));
    for (file, id) in files.filter_map(|file| Some((file, folder(file)?))) {
        let home = format!("candidates/{id}/election.yaml");
        if !homes.contains(id) && !index.is_there(&home) && reported.insert(id) {
            let message = format!("this file is for the election “{id}”, which has no record");
            let known = index.elections.iter().map(ElectionId::as_str);
            let help = instead(id, known, &format!("write {home}, or move the file to the right folder"));
            found.push(Code::UnknownReference, file, Pos::START, message, help);
        }
    }
}

/// What stands in the folder of an election beside the election itself.
#[derive(Default)]
pub(super) struct ElectionFolder {
    ballots: Vec<InFile<BallotRecord>>,
    asks: Vec<InFile<AskRecord>>,
}

/// Puts ballots and asks together by the names of their folders.
pub(super) fn folders(
    ballots: Vec<InFile<BallotRecord>>,
    asks: Vec<InFile<AskRecord>>,
) -> BTreeMap<String, ElectionFolder> {
    fn home<'f>(folders: &'f mut BTreeMap<String, ElectionFolder>, file: &FileName) -> &'f mut ElectionFolder {
        folders.entry(folder(file).unwrap_or_default().to_owned()).or_default()
    }
    let mut folders = BTreeMap::new();
    ballots.into_iter().for_each(|ballot| home(&mut folders, &ballot.file.clone()).ballots.push(ballot));
    asks.into_iter().for_each(|ask| home(&mut folders, &ask.file.clone()).asks.push(ask));
    folders
}

/// What elections are resolved with.
pub(super) struct Around<'a> {
    pub(super) to: Referable<'a>,
    pub(super) parties: &'a BTreeMap<PartyId, Arc<Party>>,
    pub(super) signed: &'a SignedAnswers,
    pub(super) documents: &'a BySubject<'a>,
    pub(super) as_of: Date,
}

impl Around<'_> {
    /// Resolves the elections, each with its ballots and asks.
    pub(super) fn elections(
        &self,
        records: Vec<InFile<ElectionRecord>>,
        mut folders: BTreeMap<String, ElectionFolder>,
        found: &mut Diagnostics,
    ) -> ById<ElectionId, Election> {
        let mut elections = Vec::new();
        for record in records {
            let name = folder(&record.file).unwrap_or_default().to_owned();
            let own = folders.remove(&name).unwrap_or_default();
            elections.extend(self.election(record, &name, own, found));
        }
        for (name, own) in folders {
            self.homeless(&name, own, found);
        }
        elections.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id.cmp(&b.id)));
        elections.into_iter().map(|election| (election.id.clone(), election)).collect()
    }

    /// Judges the ballots and asks of an election that is not there, or not in order.
    fn homeless(&self, name: &str, folder: ElectionFolder, found: &mut Diagnostics) {
        if let Ok(id) = name.parse() {
            self.asks(folder.asks, &id, found);
            self.ballots(
                folder.ballots,
                &Poll { election: &id, polling_day: None, parties: self.parties, signed: self.signed, scorecard: None },
                found,
            );
        }
    }

    fn asks(&self, records: Vec<InFile<AskRecord>>, election: &ElectionId, found: &mut Diagnostics) -> Vec<Ask> {
        let asks = records.into_iter().filter_map(|record| asks::ask(record, election, self.to, found));
        let mut asks: Vec<_> = asks.collect();
        asks.sort_by(|a, b| a.date.cmp(&b.date).then_with(|| a.id.cmp(&b.id)));
        asks
    }

    fn ballots(&self, records: Vec<InFile<BallotRecord>>, contest: &Poll<'_>, found: &mut Diagnostics) -> Vec<Ballot> {
        unique_ballots(&records, found);
        let judged = records.into_par_iter().map(|record| ballots::ballot(record, contest, self.to));
        let (ballots, more): (Vec<_>, Vec<_>) = judged.unzip();
        more.into_iter().for_each(|more| found.extend(more));
        let mut ballots: Vec<Ballot> = ballots.into_iter().flatten().collect();
        ballots.sort_by(|a, b| a.slug.cmp(&b.slug));
        answers::judge(contest.election, &ballots, self.to.index, found);
        ballots
    }

    fn election(
        &self,
        in_file: InFile<ElectionRecord>,
        folder_name: &str,
        folder: ElectionFolder,
        found: &mut Diagnostics,
    ) -> Option<Election> {
        let Self { to, parties, signed, documents, as_of } = *self;
        let mut refer = to.from(&in_file);
        let is_named = refer.judge.id_is(&in_file.record.id, folder_name);
        let InFile { mut record, file, .. } = in_file;
        let date = refer.judge.the_day(&record.date, "date");
        refer.deadlines(&mut record.deadlines, date);
        refer.distinct_topics(&mut record.topics);
        let questions = refer.election_questions(std::mem::take(&mut record.questions));
        refer.judge.former(&mut record.former, &record.id.value);
        let is_whole = refer.judge.is_whole(Pos::START);
        found.extend(refer.judge.found);
        let Some(date) = date.filter(|_| is_named && is_whole) else {
            self.homeless(folder_name, folder, found);
            return None;
        };
        let id = record.id.value.clone();
        let is_over = date < as_of;
        let asks = self.asks(folder.asks, &id, found);
        let lines = LineSources { election: &id, questions: &questions, parties, documents };
        let party_lines = PartyLines::of(&lines, &to.index.standings(&id));
        let (put, lines) = (&questions[..], &party_lines);
        let scorecard = Scorecard { election: &id, questions: put, asks: &asks, lines, documents, is_over, as_of };
        let contest = Poll { election: &id, polling_day: Some(date), parties, signed, scorecard: Some(scorecard) };
        let ballots = self.ballots(folder.ballots, &contest, found);
        Some(Election {
            date,
            votes_in: record.votes_in.unwrap_or_else(|| area_kind(id.as_str(), date.year())),
            is_over,
            ballots: ballots.into_iter().map(|ballot| (ballot.slug.clone(), ballot)).collect(),
            file,
            id,
            questions,
            asks,
            party_lines,
            record,
        })
    }
}

/// No two ballots of an election have one id.
fn unique_ballots(ballots: &[InFile<BallotRecord>], found: &mut Diagnostics) {
    let mut ballots: Vec<_> = ballots.iter().filter(|ballot| ballot.record.id.is_read()).collect();
    ballots.sort_by_key(|ballot| ballot.stem());
    let mut seen = BTreeMap::new();
    for InFile { file, record, .. } in ballots {
        if let Some(first) = seen.insert(&record.id.value, file) {
            let message = format!("the ballot id “{}” is in {first} too", record.id);
            found.push(Code::DuplicateId, file, Pos::START, message, "give each ballot an id of its own");
        }
    }
}

impl Refer<'_> {
    /// No two topics of an election have one id.
    fn distinct_topics(&mut self, topics: &mut Vec<At<TopicRecord>>) {
        let mut seen = BTreeSet::new();
        topics.retain(|At { value: TopicRecord { id, .. }, .. }| {
            let is_new = !id.is_read() || seen.insert(id.value.clone());
            if !is_new {
                let message = format!("there are two topics “{id}”");
                self.judge.report(Code::DuplicateId, id.pos, message, "give each topic an id of its own");
            }
            is_new
        });
    }

    fn deadlines(&mut self, deadlines: &mut [DeadlineRecord], polling_day: Option<Date>) {
        for DeadlineRecord { date, .. } in deadlines.iter() {
            if polling_day.is_some_and(|day| date.earliest() > day) {
                let message = format!("the deadline {} is after polling day", date.value);
                self.judge.report(Code::DateOrder, date.pos, message, "correct one of the two dates");
            }
        }
        deadlines.sort_by_key(|deadline| deadline.date.value);
    }

    fn election_questions(&mut self, records: Vec<At<ElectionQuestion>>) -> Vec<PutQuestion> {
        let mut questions: Vec<PutQuestion> = Vec::new();
        for At { pos, value: record } in records {
            let Some(put) = self.election_question(record) else { continue };
            if questions.iter().any(|known| known.id() == put.id()) {
                let message = format!("this election asks “{}” twice", put.id());
                let help = "see which version is asked, and keep that one; or correct the id of the other";
                self.judge.report(Code::DuplicateId, pos, message, help);
                continue;
            }
            questions.push(put);
        }
        questions
    }

    fn election_question(&mut self, record: ElectionQuestion) -> Option<PutQuestion> {
        let question = self.the_question(&record.question)?;
        let (at, version) = record.version.map_or((record.question.pos, 1), |version| (version.pos, version.value));
        let there = self.has_version(at, &question, version);
        there.then_some(PutQuestion { question, version, nations: record.nations })
    }
}
