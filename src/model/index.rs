use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use jiff::civil::Date;

use super::types::{Document, Question};
use crate::atoms::{BallotId, DocumentId, ElectionId, PartyId, PersonId, QuestionId, Slug};
use crate::diagnostic::FileName;
use crate::load::{Field, Records};

/// Which records there are, by id, before any of them is resolved.
#[derive(Default)]
pub(super) struct Index {
    pub(super) parties: BTreeSet<PartyId>,
    pub(super) elections: BTreeSet<ElectionId>,
    pub(super) people: HashMap<PersonId, Vec<ElectionId>>,
    pub(super) ballots: HashMap<BallotId, ElectionId>,
    pub(super) checkers: BTreeSet<Slug>,
    pub(super) unreadable: BTreeSet<FileName>,
    /// The files of everything that is referred to by its file's name, readable or not.
    files: BTreeSet<FileName>,
}

/// The records that others refer to, resolved.
#[derive(Default)]
pub(super) struct Known {
    pub(super) questions: BTreeMap<QuestionId, Arc<Question>>,
    pub(super) documents: BTreeMap<DocumentId, Arc<Document>>,
    /// The questions of each election with the version that is put.
    pub(super) put: BTreeMap<ElectionId, Vec<(QuestionId, u32)>>,
    pub(super) checks_required: u32,
    /// The day on which the site says that its records were true.
    pub(super) as_of: Option<Date>,
}

impl Index {
    pub(super) fn of(records: &Records) -> Self {
        let mut index = Self { unreadable: records.unreadable.iter().cloned().collect(), ..Self::default() };
        index.parties = records.parties.iter().filter_map(|p| id(p.record.id.as_ref())).collect();
        index.elections = records.elections.iter().filter_map(|e| id(e.record.id.as_ref())).collect();
        for ballot in &records.ballots {
            let Some(election) = folder(&ballot.file).and_then(|name| name.parse::<ElectionId>().ok()) else {
                continue;
            };
            if let Some(ballot) = id(ballot.record.id.as_ref()) {
                index.ballots.insert(ballot, election.clone());
            }
            for candidacy in ballot.record.candidates.iter().flatten() {
                if let Some(person) = id(candidacy.value.person.as_ref()) {
                    index.people.entry(person).or_default().push(election.clone());
                }
            }
        }
        index.files = files(records).cloned().collect();
        if let Some(site) = &records.site {
            let checkers = site.record.checkers.iter().flatten();
            index.checkers = checkers.filter_map(|c| id(c.value.id.as_ref())).collect();
        }
        index
    }

    /// Whether the file that would hold a record is there, so that what is wrong with the record is
    /// reported in that file and not again by each reference to it.
    pub(super) fn is_there(&self, file: &str) -> bool {
        self.files.contains(file)
    }

    /// Whether a file could not be read at all.
    pub(super) fn is_unreadable(&self, file: &str) -> bool {
        self.unreadable.contains(file)
    }

    /// Whether any ballot of an election could not be read.
    pub(super) fn lacks_ballots(&self) -> bool {
        self.unreadable.iter().any(|file| file.starts_with("candidates/") && file.matches('/').count() == 2)
    }
}

fn files(records: &Records) -> impl Iterator<Item = &FileName> {
    let parties = records.parties.iter().map(|record| &record.file);
    let documents = records.documents.iter().map(|record| &record.file);
    let elections = records.elections.iter().map(|record| &record.file);
    let questions = records.questions.iter().map(|record| &record.file);
    parties.chain(documents).chain(elections).chain(questions).chain(&records.unreadable)
}

fn id<T: Clone>(field: Option<&Field<T>>) -> Option<T> {
    field.and_then(|field| field.value.0.as_ref().ok()).cloned()
}

/// The election folder of a file under `candidates/`.
pub(super) fn folder(file: &str) -> Option<&str> {
    file.strip_prefix("candidates/")?.split('/').next()
}
