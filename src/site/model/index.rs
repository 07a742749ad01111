use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::answers::Lent;
use super::day::RecordsDay;
use super::types::{Document, Question};
use crate::atoms::{BallotId, DocumentId, ElectionId, OriginalName, PartyId, PersonId, PictureName, QuestionId, Slug};
use crate::country::Patterns;
use crate::country::uk::Nation;
use crate::diagnostic::FileName;
use crate::load::records::{BallotRecord, ElectionQuestion, SiteRecord};
use crate::load::{At, InFile, Records};

/// In which nations the candidates of each party stand; none where a ballot does not say.
pub(super) type Standings = HashMap<PartyId, BTreeSet<Option<Nation>>>;

/// Which records there are, by id, before any of them is resolved.
#[derive(Default)]
pub(super) struct Index {
    pub(super) parties: BTreeSet<PartyId>,
    pub(super) elections: BTreeSet<ElectionId>,
    /// How many candidacies of a person each election has, as written.
    people: HashMap<PersonId, BTreeMap<ElectionId, usize>>,
    pub(super) ballots: HashMap<BallotId, ElectionId>,
    standings: HashMap<ElectionId, Standings>,
    /// The checkers; none when `hustings.yaml` does not let us tell them.
    pub(super) checkers: Option<BTreeSet<Slug>>,
    /// The elections of which not every ballot and person could be read.
    unsure: BTreeSet<ElectionId>,
    /// The files of everything that is referred to by its file's name, readable or not.
    files: BTreeSet<FileName>,
}

/// What a record can refer to.
#[derive(Clone, Copy)]
pub(super) struct Referable<'a> {
    pub(super) index: &'a Index,
    pub(super) known: &'a KnownFirst,
    /// The documents, resolved; none while they are judged themselves.
    pub(super) documents: &'a BTreeMap<DocumentId, Arc<Document>>,
}

/// What is resolved before the first document and so for all records that refer to others.
pub(super) struct KnownFirst {
    pub(super) questions: BTreeMap<QuestionId, Arc<Question>>,
    /// The questions that each election puts.
    pub(super) put: BTreeMap<ElectionId, Vec<At<ElectionQuestion>>>,
    /// What readers of each election's leaflets look for besides.
    pub(super) topics: BTreeMap<ElectionId, Vec<Slug>>,
    /// The questions on which marks rest on each document.
    pub(super) cited: BTreeMap<DocumentId, BTreeSet<QuestionId>>,
    /// The files of documents that are there.
    pub(super) originals: BTreeSet<OriginalName>,
    /// The site's own pictures that are there.
    pub(super) pictures: BTreeSet<PictureName>,
    pub(super) checks_required: u32,
    /// What people who stand twice said on one ballot for the other too.
    pub(super) lent: Lent,
    /// What personal details look like in the site's country.
    pub(super) patterns: Option<&'static Patterns>,
    /// The day on which the records are said to be true.
    pub(super) day: Option<RecordsDay>,
    /// The person whose answers are shown although they are held back.
    pub(super) reveal: Option<PersonId>,
}

impl Index {
    pub(super) fn of(records: &Records) -> Self {
        let mut index = Self { unsure: unread_ballots(&records.unreadable).collect(), ..Self::default() };
        index.parties = read(records.parties.iter().map(|party| &party.record.id)).collect();
        index.elections = read(records.elections.iter().map(|election| &election.record.id)).collect();
        for ballot in &records.ballots {
            let Some(election) = folder(&ballot.file).and_then(|name| name.parse::<ElectionId>().ok()) else {
                continue;
            };
            index.add_ballot(ballot, &election);
        }
        index.files = files(records).cloned().collect();
        index.checkers = records.site.as_ref().and_then(checkers);
        index
    }

    fn add_ballot(&mut self, in_file: &InFile<BallotRecord>, election: &ElectionId) {
        let BallotRecord { id, nation, candidates, .. } = &in_file.record;
        if in_file.broken.is_torn() || !id.is_read() || candidates.iter().any(|candidacy| !candidacy.person.is_read()) {
            self.unsure.insert(election.clone());
        }
        self.ballots.extend(read([id]).map(|id| (id, election.clone())));
        let standings = self.standings.entry(election.clone()).or_default();
        let nation = nation.as_ref().map(|nation| nation.value);
        for party in read(candidates.iter().map(|candidacy| &candidacy.party)) {
            standings.entry(party).or_default().insert(nation);
        }
        for person in read(candidates.iter().map(|candidacy| &candidacy.person)) {
            *self.people.entry(person).or_default().entry(election.clone()).or_default() += 1;
        }
    }

    /// Whether the file that would hold a record is there, so that what is wrong with the record is
    /// reported in that file and not again by each reference to it.
    pub(super) fn is_there(&self, file: &str) -> bool {
        self.files.contains(file)
    }

    /// How many candidacies of a person an election has, as written.
    pub(super) fn stands(&self, person: &PersonId, election: &ElectionId) -> usize {
        self.people.get(person).and_then(|of| of.get(election)).copied().unwrap_or_default()
    }

    /// In which nations the candidates of an election's parties stand, as written.
    pub(super) fn standings(&self, election: &ElectionId) -> Standings {
        self.standings.get(election).cloned().unwrap_or_default()
    }

    /// The documents, readable or not.
    pub(super) fn documents(&self) -> impl Iterator<Item = &str> {
        let names = self.files.iter().filter_map(|file| file.strip_prefix("candidates/documents/"));
        names.filter_map(|name| name.strip_suffix(".yaml"))
    }

    /// The elections in which a person stands, as written.
    pub(super) fn elections_of(&self, person: &PersonId) -> impl Iterator<Item = &ElectionId> {
        self.people.get(person).into_iter().flat_map(BTreeMap::keys)
    }

    /// The people of an election, as written.
    pub(super) fn people_of<'a>(&'a self, election: &'a ElectionId) -> impl Iterator<Item = &'a str> {
        self.people.iter().filter(move |(_, of)| of.contains_key(election)).map(|(person, _)| person.as_str())
    }

    /// The ballots of an election.
    pub(super) fn ballots_of<'a>(&'a self, election: &'a ElectionId) -> impl Iterator<Item = &'a str> {
        self.ballots.iter().filter(move |(_, of)| *of == election).map(|(ballot, _)| ballot.as_str())
    }

    /// Whether ballots or people of an election may be missing here, since not all could be read.
    pub(super) fn is_unsure_of(&self, election: &ElectionId) -> bool {
        self.unsure.contains(election)
    }
}

/// Those that could be read.
fn read<'r, T: Clone + 'r>(fields: impl IntoIterator<Item = &'r At<T>>) -> impl Iterator<Item = T> {
    fields.into_iter().filter(|field| field.is_read()).map(|field| field.value.clone())
}

/// The ids of the checkers, when all could be read.
fn checkers(site: &InFile<SiteRecord>) -> Option<BTreeSet<Slug>> {
    let checkers = &site.record.checkers;
    let all_read = !site.broken.is_torn() && checkers.iter().all(|checker| checker.id.is_read());
    all_read.then(|| checkers.iter().map(|checker| checker.id.value.clone()).collect())
}

/// The elections to which unreadable ballots belong.
fn unread_ballots(unreadable: &[FileName]) -> impl Iterator<Item = ElectionId> {
    let ballots = unreadable.iter().filter(|file| file.matches('/').count() == 2 && !file.ends_with("/election.yaml"));
    ballots.filter_map(|file| folder(file)?.parse().ok())
}

fn files(records: &Records) -> impl Iterator<Item = &FileName> {
    let parties = records.parties.iter().map(|record| &record.file);
    let documents = records.documents.iter().map(|record| &record.file);
    let elections = records.elections.iter().map(|record| &record.file);
    let questions = records.questions.iter().map(|record| &record.file);
    let accounts = records.accounts.iter().map(|record| &record.file);
    let pledges = records.pledges.iter().map(|record| &record.file);
    let pages = records.pages.iter().map(|record| &record.file);
    let by_name =
        parties.chain(documents).chain(elections).chain(questions).chain(accounts).chain(pledges).chain(pages);
    by_name.chain(&records.unreadable)
}

/// The election folder of a file under `candidates/`.
pub(super) fn folder(file: &str) -> Option<&str> {
    file.strip_prefix("candidates/")?.split('/').next()
}

/// The questions on which marks rest on each document, a mark being on record or not yet in order.
pub(super) fn cited(records: &Records) -> BTreeMap<DocumentId, BTreeSet<QuestionId>> {
    let candidacies = records.ballots.iter().flat_map(|ballot| &ballot.record.candidates);
    let positions = candidacies.flat_map(|candidacy| &candidacy.positions);
    let positions = positions.map(|position| (&position.question, &*position.mark));
    let lines = records.parties.iter().flat_map(|party| &party.record.lines);
    let lines = lines.map(|line| (&line.question, &*line.mark));
    let answers = records.pledges.iter().flat_map(|pledge| {
        let answers = &pledge.record.answers;
        let signed = pledge.record.signatures.iter();
        signed.flat_map(|signature| answers.iter().map(|answer| (&answer.question, &signature.backing)))
    });
    let mut cited: BTreeMap<DocumentId, BTreeSet<QuestionId>> = BTreeMap::new();
    for (question, backing) in positions.chain(lines).chain(answers) {
        for document in read(backing.evidence.iter().filter_map(|piece| piece.document.as_ref())) {
            cited.entry(document).or_default().extend(read([question]));
        }
    }
    cited
}
