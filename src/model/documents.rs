use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::index::{Index, Known};
use super::judge::Judge;
use super::refer::{Refer, instead, put_it};
use super::transcripts;
use super::types::{Copy, Document, DocumentFile, Reading, Received, Subject};
use crate::atoms::{DocumentId, ElectionId, OriginalKind, OriginalName, PersonId, QuestionId, Seen, Text};
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{
    CopyRecord, DocumentRecord, FileRecord, FormatRecord, ReadingRecord, ReceivedRecord, TranscriptRecord,
};
use crate::load::{At, Body, Field, InFile};

/// Resolves the documents.
pub(super) fn documents(
    records: Vec<InFile<DocumentRecord>>,
    transcripts: Vec<InFile<(TranscriptRecord, Body)>>,
    index: &Index,
    known: &Known,
    found: &mut Diagnostics,
) -> BTreeMap<DocumentId, Arc<Document>> {
    let mut transcripts = transcripts::transcripts(transcripts, index, known, found);
    let mut documents = BTreeMap::new();
    for record in records {
        let mut refer = Refer { judge: Judge::of(&record), index, known };
        if let Some(mut document) = refer.document(record) {
            document.cited = known.cited.get(&document.id).cloned().unwrap_or_default();
            document.transcript = transcripts.remove(&document.id);
            if let Some(transcript) = &mut document.transcript {
                transcript.look_for(&known.put_in(&document.election));
            }
            documents.insert(document.id.clone(), Arc::new(document));
        }
        found.extend(refer.judge.found);
    }
    documents
}

impl Refer<'_> {
    fn document(&mut self, in_file: InFile<DocumentRecord>) -> Option<Document> {
        let stem = in_file.stem().to_owned();
        let record = in_file.record;
        let id = self.judge.id(record.id, &stem);
        let title = self.judge.need(record.title, "title", Pos::START);
        let kind = self.judge.need(record.kind, "kind", Pos::START);
        let election = self.judge.need_at(record.election, "election", Pos::START);
        let election = self.election(election);
        let of = self.subject(record.party, record.person, election.as_ref());
        let formats = record.formats.unwrap_or_default();
        let formats = formats.into_iter().filter_map(|format| self.format(format)).collect();
        let readings = record.readings.unwrap_or_default();
        let readings = readings.into_iter().filter_map(|r| self.reading(r, election.as_ref()));
        let readings = readings.map(Arc::new).collect();
        let files = record.files.unwrap_or_default().into_iter().filter_map(|file| self.file(file)).collect();
        let received = record.received.and_then(|received| self.received(received, election.as_ref()));
        let people = self.people(record.people, election.as_ref());
        let document = Document {
            id: id?,
            title: title?,
            kind: kind?,
            election: election?,
            of: of?,
            nations: self.judge.values(record.nations),
            publisher: self.judge.take(record.publisher),
            date: self.past(record.date),
            date_inferred: self.judge.take(record.date_inferred),
            lang: record.lang,
            url: self.judge.at(record.url),
            archived: self.judge.take(record.archived),
            accessed: self.past(record.accessed),
            formats,
            readings,
            files,
            received,
            people,
            cited: BTreeSet::new(),
            transcript: None,
            note: self.judge.take(record.note),
            file: in_file.file,
        };
        Some(document)
    }

    fn subject(
        &mut self,
        party: Option<Field<crate::atoms::PartyId>>,
        person: Option<Field<crate::atoms::PersonId>>,
        election: Option<&ElectionId>,
    ) -> Option<Subject> {
        let written = usize::from(party.is_some()) + usize::from(person.is_some());
        if written != 1 {
            let message = "a document belongs to one party or to one person";
            let help = "write either “party:” or “person:”, and not both";
            self.judge.report(Code::MissingKey, Pos::START, message, help);
            return None;
        }
        let party = self.judge.at(party);
        if let Some(party) = self.party(party) {
            return Some(Subject::Party(party));
        }
        let person = self.judge.at(person);
        self.person(person, election?).map(Subject::Person)
    }

    fn format(
        &mut self,
        record: At<FormatRecord>,
    ) -> Option<(crate::atoms::DocumentFormat, crate::atoms::PartialDate, Option<crate::atoms::WebUrl>)> {
        let At { pos, value } = record;
        let format = self.judge.need(value.format, "format", pos);
        let date = self.past_date(value.date, pos);
        let url = self.judge.take(value.url);
        Some((format?, date?, url))
    }

    fn file(&mut self, record: At<FileRecord>) -> Option<DocumentFile> {
        let At { pos, value } = record;
        if value.file.is_none() && value.url.is_none() {
            let help = "write “file:” with the name of a file in content/documents/, or “url:” with its address";
            self.judge.report(Code::MissingKey, pos, "this says neither which file nor where it is", help);
        }
        let name = self.judge.at(value.file);
        let name = name.and_then(|name| self.original(name));
        let rights = self.judge.at(value.rights);
        let rights = rights.and_then(|rights| self.may_publish(rights, name.as_ref()));
        let url = self.judge.take(value.url);
        let (title, credit) = (self.judge.take(value.title), self.judge.take(value.credit));
        let alt = self.judge.take(value.alt);
        (name.is_some() || url.is_some()).then_some(DocumentFile { name, url, title, rights, credit, alt })
    }

    /// The name of a file, known to be there.
    fn original(&mut self, At { pos, value }: At<OriginalName>) -> Option<OriginalName> {
        if !self.known.originals.contains(&value) {
            let message = format!("there is no file content/documents/{value}");
            let known = self.known.originals.iter().map(OriginalName::as_str);
            let help = instead(value.as_str(), known, "put the file there");
            self.judge.report(Code::UnknownReference, pos, message, help);
            return None;
        }
        Some(value)
    }

    /// The right to publish a file, if it is one that can be published.
    fn may_publish(&mut self, At { pos, value }: At<Text>, name: Option<&OriginalName>) -> Option<Text> {
        let why = match name.map(OriginalName::kind) {
            Some(OriginalKind::Picture) => return Some(value),
            Some(_) => "only pictures are published; of other files the transcript is",
            None => "only a file in content/documents/ is published",
        };
        let help = "leave “rights:” out, or name such a file with “file:”";
        self.judge.report(Code::IdleRights, pos, why, help);
        None
    }

    fn received(&mut self, record: At<ReceivedRecord>, election: Option<&ElectionId>) -> Option<Received> {
        let At { pos, value } = record;
        let date = self.past_date(value.date, pos);
        let ballots = self.judge.all(value.ballots);
        let ballots = ballots.into_iter().filter_map(|id| self.ballot(Some(id), election?)).collect();
        let (date_inferred, how) = (self.judge.take(value.date_inferred), self.judge.take(value.how));
        Some(Received { date: date?, date_inferred, ballots, how })
    }

    fn people(&mut self, ids: Option<Vec<Field<PersonId>>>, election: Option<&ElectionId>) -> Vec<PersonId> {
        let ids = self.judge.all(ids);
        ids.into_iter().filter_map(|id| self.person(Some(id), election?)).collect()
    }

    fn reading(&mut self, record: At<ReadingRecord>, election: Option<&ElectionId>) -> Option<Reading> {
        let At { pos, value } = record;
        let by = self.judge.need_at(value.by, "by", pos);
        let by = self.checker(by);
        let date = self.past_date(value.date, pos);
        let seen = self.judge.need_at(value.seen, "seen", pos);
        let whole = value.whole;
        let written = value.looked_for.iter().chain(&value.found).flatten();
        let unbroken = written.into_iter().all(|id| id.value.0.is_ok());
        let (looked_for, found) = (self.judge.all(value.looked_for), self.judge.all(value.found));
        let found = if unbroken { self.found_among(found, &looked_for) } else { Vec::new() };
        let looked_for = self.put_among(looked_for, election);
        if let (Some(seen), Some(whole), true) = (&seen, &whole, unbroken) {
            self.silence_needs_sight(seen, whole, &looked_for, &found);
        }
        let checks = self.checks(value.checked, by.as_ref(), date);
        let confirmed = checks.len() >= self.known.checks_required as usize;
        let copy = value.copy.and_then(|copy| self.copy(copy));
        let (part, note) = (self.judge.take(value.part), self.judge.take(value.note));
        let whole = whole.is_some_and(|whole| whole.value);
        let (by, date, seen) = (by?, date?, seen?.value);
        Some(Reading { by, date, seen, whole, part, looked_for, found, copy, note, checks, confirmed, pos })
    }

    /// The questions of the election among those that a reader looked for.
    fn put_among(&mut self, ids: Vec<At<QuestionId>>, election: Option<&ElectionId>) -> Vec<QuestionId> {
        let Some(election) = election else { return Vec::new() };
        let put = self.known.put.get(election);
        let mut kept = Vec::new();
        for id in ids {
            let Some((pos, question)) = self.question(Some(id)) else { continue };
            if put.is_some_and(|put| put.iter().any(|put| put.question == question.id)) {
                kept.push(question.id.clone());
            } else if put.is_some() {
                let message = format!("{election} does not ask the question “{}”", question.id);
                let known = put.into_iter().flatten().map(|put| put.question.as_str());
                let help = instead(question.id.as_str(), known, &put_it(election));
                self.judge.report(Code::UnknownReference, pos, message, help);
            }
        }
        kept
    }

    fn found_among(&mut self, found: Vec<At<QuestionId>>, looked_for: &[At<QuestionId>]) -> Vec<QuestionId> {
        let mut kept = Vec::new();
        for At { pos, value } in found {
            if looked_for.iter().any(|id| id.value == value) {
                kept.push(value);
            } else {
                let message = format!("“{value}” was found but is not among “looked_for”");
                self.judge.report(Code::FoundUnlooked, pos, message, "add it to “looked_for:”, or correct the id");
            }
        }
        kept
    }

    fn silence_needs_sight(
        &mut self,
        seen: &At<Seen>,
        whole: &At<bool>,
        looked_for: &[QuestionId],
        found: &[QuestionId],
    ) {
        let silent = looked_for.iter().any(|question| !found.contains(question));
        if seen.value == Seen::Described && whole.value && silent {
            let message = "nobody can find silence in a document that was only described to us";
            let help = "leave “whole: true” out, and put what the description says into “note:”";
            self.judge.report(Code::SilenceFromDescription, whole.pos, message, help);
        }
    }

    fn copy(&mut self, record: At<CopyRecord>) -> Option<Copy> {
        let At { pos, value } = record;
        let title = self.judge.need(value.title, "title", pos);
        let publisher = self.judge.take(value.publisher);
        let (date, date_inferred) = (self.past(value.date), self.judge.take(value.date_inferred));
        let url = self.judge.take(value.url);
        Some(Copy { title: title?, publisher, date, date_inferred, url })
    }
}
