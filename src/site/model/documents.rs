use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::index::{Index, KnownFirst, Referable};
use super::refer::{Refer, instead, put_it};
use super::transcripts::WrittenTranscript;
use super::types::{Document, Reading, Subject, Transcript};
use crate::atoms::{DocumentId, ElectionId, ImprintSeen, OriginalKind, OriginalName, QuestionId, Seen, Slug, Text};
use crate::diagnostic::{Code, Diagnostics, Pos};
use crate::load::records::{DocumentRecord, FileRecord, FormatSearchRecord, ReadingRecord, SidesRecord};
use crate::load::{At, InFile};

/// Resolves the documents, each with its text.
pub(super) fn documents(
    records: Vec<InFile<DocumentRecord>>,
    transcripts: Vec<WrittenTranscript>,
    (index, known): (&Index, &KnownFirst),
    found: &mut Diagnostics,
) -> BTreeMap<DocumentId, Arc<Document>> {
    let named = transcripts.into_iter().filter_map(|text| Some((text.stem().parse().ok()?, text)));
    let mut transcripts: BTreeMap<DocumentId, WrittenTranscript> = named.collect();
    let to = Referable { index, known, documents: &BTreeMap::new() };
    let mut documents = BTreeMap::new();
    for record in records {
        let text = record.stem().parse().ok().and_then(|id: DocumentId| transcripts.remove(&id));
        let transcript = text.and_then(|text| {
            let mut refer = to.from(&text);
            let transcript = refer.transcript(text, &known.put_in(&record.record.election));
            found.extend(refer.judge.found);
            transcript
        });
        let mut refer = to.from(&record);
        if let Some(document) = refer.document(record, transcript) {
            documents.insert(document.id.clone(), Arc::new(document));
        }
        found.extend(refer.judge.found);
    }
    for (id, text) in transcripts {
        let mut refer = to.from(&text);
        refer.belongs_to(&id);
        refer.transcript(text, &[]);
        found.extend(refer.judge.found);
    }
    documents
}

impl Refer<'_> {
    fn document(&mut self, in_file: InFile<DocumentRecord>, transcript: Option<Transcript>) -> Option<Document> {
        let is_named = self.judge.id_is(&in_file.record.id, in_file.stem());
        let InFile { mut record, file, .. } = in_file;
        let election = self.is_election(&record.election).then(|| record.election.value.clone());
        let of = self.subject(&record, election.as_ref());
        let days = record.date.iter().chain(&record.accessed).chain(record.formats.iter().map(|format| &format.date));
        days.for_each(|day| self.happened(day));
        record.formats_looked_for.retain(|search| self.search(search));
        let readings = std::mem::take(&mut record.readings).into_iter();
        let readings = readings.filter_map(|reading| self.reading(reading, election.as_ref())).map(Arc::new).collect();
        record.files.retain_mut(|file| self.file(file));
        if let Some(received) = &mut record.received {
            self.happened(&received.date);
            received.value.ballots.retain(|id| election.as_ref().is_none_or(|election| self.has_ballot(id, election)));
        }
        record.people.retain(|id| election.as_ref().is_none_or(|election| self.stands(id, election)));
        let id = record.id.value.clone();
        let cited = self.to.known.cited.get(&id).cloned().unwrap_or_default();
        let is_whole = is_named && self.judge.is_whole(Pos::START);
        let (election, of) = (election.filter(|_| is_whole)?, of?);
        Some(Document { id, election, of, readings, cited, transcript, file, record })
    }

    /// Judges a search for formats: without knowing what was looked for, by whom and when, nothing is said to be missing.
    fn search(&mut self, At { pos, value: search }: &At<FormatSearchRecord>) -> bool {
        self.happened(&search.date);
        if search.formats.is_empty() {
            self.judge.missing("formats", *pos);
        }
        self.is_checker(&search.by) && self.judge.is_whole(*pos)
    }

    fn subject(&mut self, record: &DocumentRecord, election: Option<&ElectionId>) -> Option<Subject> {
        match (&record.party, &record.person) {
            (Some(party), None) => self.is_party(party).then(|| Subject::Party(party.value.clone())),
            (None, Some(person)) => self.stands(person, election?).then(|| Subject::Person(person.value.clone())),
            _ => {
                let message = "a document belongs to one party or to one person";
                let help = "write either “party:” or “person:”, and not both";
                self.judge.report(Code::MissingKey, Pos::START, message, help);
                None
            }
        }
    }

    /// Judges a file: whether it says which it is. What it says wrongly is taken out.
    fn file(&mut self, At { pos, value: record }: &mut At<FileRecord>) -> bool {
        if record.file.is_none() && record.url.is_none() {
            let help = "write “file:” with the name of a file in content/documents/, or “url:” with its address";
            self.judge.report(Code::MissingKey, *pos, "this says neither which file nor where it is", help);
        }
        match &record.file {
            Some(name) if !self.is_original(name) => (record.file, record.rights) = (None, None),
            name => {
                let kind = name.as_ref().map(|name| name.kind());
                record.rights = record.rights.take().filter(|rights| self.may_publish(rights, kind));
            }
        }
        record.file.is_some() || record.url.is_some()
    }

    /// Whether there is a file of a name; reported when there is none.
    fn is_original(&mut self, name: &At<OriginalName>) -> bool {
        let there = self.to.known.originals.contains(&name.value);
        if !there {
            let message = format!("there is no file content/documents/{name}");
            let known = self.to.known.originals.iter().map(OriginalName::as_str);
            let help = instead(name.as_str(), known, "put the file there");
            self.judge.report(Code::UnknownReference, name.pos, message, help);
        }
        there
    }

    /// Whether the right to publish a file is one to something that can be published; reported when not.
    fn may_publish(&mut self, rights: &At<Text>, kind: Option<OriginalKind>) -> bool {
        let why = match kind {
            Some(OriginalKind::Picture) => return true,
            Some(_) => "only pictures are published; of other files the transcript is",
            None => "only a file in content/documents/ is published",
        };
        let help = "leave “rights:” out, or name such a file with “file:”";
        self.judge.report(Code::IdleRights, rights.pos, why, help);
        false
    }

    fn reading(
        &mut self,
        At { pos, value: mut record }: At<ReadingRecord>,
        election: Option<&ElectionId>,
    ) -> Option<Reading> {
        let is_known = self.is_checker(&record.by);
        self.happened(&record.date);
        record.copy.iter().filter_map(|copy| copy.date.as_ref()).for_each(|date| self.happened(date));
        self.silence_needs_sight(&record);
        let found = self.found_among(&record);
        let looked_for = self.put_among(&record.looked_for, election);
        self.topics(&mut record, election);
        self.sides(&record);
        let by = Some(&record.by.value).filter(|_| is_known);
        let checks = self.checks(std::mem::take(&mut record.checked), by, Some(record.date.value));
        let confirmed = checks.len() >= self.to.known.checks_required as usize;
        let whole = record.whole.as_ref().is_some_and(|whole| whole.value);
        let is_whole = is_known && self.judge.is_whole(pos);
        is_whole.then_some(Reading { whole, looked_for, found, checks, confirmed, pos, record })
    }

    /// The questions of the election among those that a reader looked for.
    fn put_among(&mut self, ids: &[At<QuestionId>], election: Option<&ElectionId>) -> Vec<QuestionId> {
        let mut kept = Vec::new();
        for id in ids {
            let Some(question) = self.the_question(id) else { continue };
            let Some((election, put)) = election.and_then(|id| Some((id, self.to.known.put.get(id)?))) else {
                continue;
            };
            if put.iter().any(|put| put.question == question.id) {
                kept.push(question.id.clone());
            } else {
                let message = format!("{election} does not ask the question “{}”", question.id);
                let known = put.iter().map(|put| put.question.as_str());
                let help = instead(question.id.as_str(), known, &put_it(election));
                self.judge.report(Code::UnknownReference, id.pos, message, help);
            }
        }
        kept
    }

    /// The questions that a reader found, among those looked for as far as they could be read.
    fn found_among(&mut self, record: &ReadingRecord) -> Vec<QuestionId> {
        let all_read = record.looked_for.iter().all(At::is_read);
        let mut kept = Vec::new();
        for id in &record.found {
            if record.looked_for.iter().any(|looked_for| *looked_for == id.value) {
                kept.push(id.value.clone());
            } else if all_read {
                let message = format!("“{id}” was found but is not among “looked_for”");
                self.judge.report(Code::FoundUnlooked, id.pos, message, "add it to “looked_for:”, or correct the id");
            }
        }
        kept
    }

    /// Judges what a document was read for besides the questions; what is not known is taken out.
    fn topics(&mut self, record: &mut ReadingRecord, election: Option<&ElectionId>) {
        let ReadingRecord { topics, topics_found, .. } = record;
        let all_read = topics.iter().all(At::is_read);
        topics_found.retain(|id| {
            let is_looked_for = topics.iter().any(|topic| *topic == id.value);
            if !is_looked_for && all_read {
                let message = format!("“{id}” was found but is not among “topics”");
                self.judge.report(Code::FoundUnlooked, id.pos, message, "add it to “topics:”, or correct the id");
            }
            is_looked_for
        });
        let Some(election) = election else { return };
        let known = self.to.known.topics.get(election).map(Vec::as_slice).unwrap_or_default();
        topics.retain(|id| {
            let is_known = !id.is_read() || known.contains(&id.value);
            if !is_known {
                let message = format!("{election} has no topic “{id}”");
                let add = format!("add it to “topics:” in candidates/{election}/election.yaml");
                let help = instead(id.as_str(), known.iter().map(Slug::as_str), &add);
                self.judge.report(Code::UnknownReference, id.pos, message, help);
            }
            is_known
        });
    }

    /// Nobody saw more sides than there are, nor the whole of a document on some of them.
    fn sides(&mut self, record: &ReadingRecord) {
        let Some(At { pos, value: SidesRecord { seen, all: Some(all) } }) = &record.sides else { return };
        let is_whole = record.whole.as_ref().is_some_and(|whole| whole.value);
        let (message, help) = match seen.cmp(all) {
            Ordering::Greater => (format!("{seen} sides were seen of {all}"), "correct one of the two numbers"),
            Ordering::Less if is_whole => (
                format!("the whole was read, and {seen} of its {all} sides were seen"),
                "leave “whole: true” out, or correct the number of sides",
            ),
            _ => return,
        };
        self.judge.report(Code::Malformed, *pos, message, help);
    }

    fn silence_needs_sight(&mut self, record: &ReadingRecord) {
        let ReadingRecord { seen, whole, looked_for, found, imprint, .. } = record;
        let is_told = seen.is_read() && *seen == Seen::Described;
        if let Some(imprint) = imprint.as_ref().filter(|imprint| is_told && **imprint == ImprintSeen::NotSeen) {
            let message = "nobody can tell that there is no imprint on a document that was only described to us";
            let help = "leave “imprint:” out, and put what the description says into “note:”";
            self.judge.report(Code::SilenceFromDescription, imprint.pos, message, help);
        }
        let Some(whole) = whole.as_ref().filter(|whole| whole.value) else { return };
        let is_found = |id: &At<QuestionId>| found.iter().any(|found| !found.is_read() || *found == id.value);
        let silent = looked_for.iter().any(|id| id.is_read() && !is_found(id));
        if is_told && silent {
            let message = "nobody can tell what is missing from a document that was only described to us";
            let help = "leave “whole: true” out, and put what the description says into “note:”";
            self.judge.report(Code::SilenceFromDescription, whole.pos, message, help);
        }
    }
}
