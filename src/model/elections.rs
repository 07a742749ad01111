use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::derive::PartyLines;
use super::index::{Index, Known, Put, folder};
use super::judge::Judge;
use super::refer::{Refer, instead};
use super::types::{Election, PutQuestion};
use crate::atoms::{ElectionId, Text};
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{DeadlineRecord, ElectionQuestion, ElectionRecord};
use crate::load::{At, InFile, Records};

/// The questions that each election puts, before the questions themselves are resolved; none of an
/// election whose questions cannot all be told.
pub(super) fn put_questions(records: &Records) -> BTreeMap<ElectionId, Vec<Put>> {
    let mut put = BTreeMap::new();
    for in_file in records.elections.iter().filter(|election| election.broken.is_empty()) {
        let id = in_file.record.id.as_ref().and_then(|id| id.value.0.clone().ok());
        let Some(id) = id.filter(|id: &ElectionId| folder(&in_file.file) == Some(id.as_str())) else { continue };
        let questions = in_file.record.questions.iter().flatten().map(|question| {
            let At { value, .. } = question;
            let nations = value.nations.iter().flatten().map(|nation| nation.value.0.clone().ok());
            Some(Put {
                question: value.question.as_ref()?.value.0.clone().ok()?,
                version: value.version.as_ref().map_or(1, |version| version.value),
                nations: nations.collect::<Option<_>>()?,
            })
        });
        if let Some(questions) = questions.collect() {
            put.insert(id, questions);
        }
    }
    put
}

/// Reports folders whose ballots and asks belong to no election, each folder once.
pub(super) fn homeless(records: &Records, index: &Index, found: &mut Diagnostics) {
    let homes: BTreeSet<&str> = records.elections.iter().filter_map(|e| folder(&e.file)).collect();
    let mut reported = BTreeSet::new();
    let files = records.ballots.iter().map(|b| &b.file).chain(records.asks.iter().map(|a| &a.file));
    for (file, id) in files.filter_map(|file| Some((file, folder(file)?))) {
        let home = format!("candidates/{id}/election.yaml");
        if !homes.contains(id) && !index.is_there(&home) && reported.insert(id) {
            let message = format!("this belongs to the election “{id}”, and there is none");
            let known = index.elections.iter().map(ElectionId::as_str);
            let help = instead(id, known, &format!("write {home}, or move the file to where it belongs"));
            found.push(Code::UnknownReference, file, Pos::START, message, help);
        }
    }
}

/// Resolves the elections, still without asks and ballots.
pub(super) fn elections(
    records: Vec<InFile<ElectionRecord>>,
    index: &Index,
    known: &Known,
    as_of: Date,
    found: &mut Diagnostics,
) -> Vec<Election> {
    let mut elections = Vec::new();
    for record in records {
        let mut refer = Refer { judge: Judge::of(&record), index, known };
        elections.extend(refer.an_election(record, as_of));
        found.extend(refer.judge.found);
    }
    elections.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id.cmp(&b.id)));
    elections
}

impl Refer<'_> {
    fn an_election(&mut self, in_file: InFile<ElectionRecord>, as_of: Date) -> Option<Election> {
        let record = in_file.record;
        let id = self.judge.id(record.id, folder(&in_file.file).unwrap_or_default());
        let name = self.judge.need(record.name, "name", Pos::START);
        let date = self.judge.day(record.date, "date", Pos::START);
        let polls_close = self.judge.take(record.polls_close);
        let deadlines = self.deadlines(record.deadlines, date);
        let boundaries = self.judge.take(record.boundaries);
        let questions = record.questions.unwrap_or_default();
        let questions = self.election_questions(questions);
        let source = record.source.and_then(|At { pos, value }| self.judge.data_source(value, pos));
        let former = self.judge.former_of(record.former, id.as_ref());
        let date = date?;
        Some(Election {
            id: id?,
            name: name?,
            date,
            polls_close,
            deadlines,
            boundaries,
            ballots_in_all: record.ballots_in_all.map(|at| at.value),
            questions,
            fictional: record.fictional.is_some_and(|at| at.value),
            is_over: date < as_of,
            source,
            former,
            asks: Vec::new(),
            ballots: Vec::new(),
            party_lines: PartyLines::default(),
            file: in_file.file,
        })
    }

    fn deadlines(
        &mut self,
        records: Option<Vec<At<DeadlineRecord>>>,
        polling_day: Option<Date>,
    ) -> Vec<(Text, crate::atoms::PartialDate)> {
        let mut deadlines = Vec::new();
        for At { pos, value } in records.unwrap_or_default() {
            let name = self.judge.need(value.name, "name", pos);
            let date = self.judge.need_at(value.date, "date", pos);
            let (Some(name), Some(date)) = (name, date) else { continue };
            if polling_day.is_some_and(|day| date.value.earliest() > day) {
                let message = format!("the deadline {} is after polling day", date.value);
                self.judge.report(Code::DateOrder, date.pos, message, "mend one of the two dates");
            }
            deadlines.push((name, date.value));
        }
        deadlines.sort_by_key(|(_, date)| *date);
        deadlines
    }

    fn election_questions(&mut self, records: Vec<At<ElectionQuestion>>) -> Vec<PutQuestion> {
        let mut questions: Vec<PutQuestion> = Vec::new();
        for record in records {
            let pos = record.pos;
            let Some(put) = self.election_question(record) else { continue };
            if questions.iter().any(|known| known.id() == put.id()) {
                let message = format!("this election puts “{}” twice", put.id());
                let help = "see which version is put, and keep that one; or mend the id of the other";
                self.judge.report(Code::DuplicateId, pos, message, help);
                continue;
            }
            questions.push(put);
        }
        questions
    }

    fn election_question(&mut self, At { pos, value }: At<ElectionQuestion>) -> Option<PutQuestion> {
        let id = self.judge.need_at(value.question, "question", pos);
        let (at, question) = self.question(id)?;
        let (at, version) = value.version.map_or((at, 1), |version| (version.pos, version.value));
        let nations = self.judge.unbroken(value.nations);
        self.has_version(at, &question, version).then_some(())?;
        Some(PutQuestion { question, version, nations: nations? })
    }
}
