use std::collections::{BTreeMap, BTreeSet};

use super::candidates::{is_local, sort_name};
use crate::atoms::{
    BallotId, BallotKind, BallotOrder, ElectionId, PartialDate, PartyId, PartyKind, PersonId, PersonPage, Standing,
    sort_key,
};
use crate::country::uk::{Gss, Nation};
use crate::diagnostic::{Code, Diagnostics, FileName, Pos};
use crate::load::records::{BallotRecord, CandidacyRecord, ElectionRecord, PartyRecord};
use crate::load::{Field, InFile, Records};

/// The records, as far as an import compares with them.
#[derive(Debug)]
pub(super) struct Recorded {
    pub(super) ballots: Vec<RecordedBallot>,
    pub(super) parties: Vec<RecordedParty>,
    /// The elections, each with its polling day.
    pub(super) elections: BTreeMap<ElectionId, Option<PartialDate>>,
    /// What the elections are called.
    pub(super) names: BTreeSet<String>,
}

/// A ballot that is on record.
#[derive(Debug)]
pub(super) struct RecordedBallot {
    pub(super) file: FileName,
    pub(super) election: ElectionId,
    pub(super) id: BallotId,
    pub(super) area: Option<String>,
    pub(super) gss: Option<Gss>,
    pub(super) complete: bool,
    pub(super) cancelled: Option<bool>,
    pub(super) nation: Option<Nation>,
    pub(super) region: Option<String>,
    pub(super) seats: Option<u32>,
    pub(super) kind: Option<BallotKind>,
    pub(super) order: Option<BallotOrder>,
    pub(super) candidacies: Vec<RecordedCandidacy>,
}

impl RecordedBallot {
    /// Whether somebody's place on a list is on record.
    pub(super) fn has_place(&self, person: &PersonId) -> bool {
        self.candidacies.iter().any(|c| c.list_position.is_some() && (c.person == *person || c.former.contains(person)))
    }
}

/// A candidacy that is on record.
#[derive(Debug)]
pub(super) struct RecordedCandidacy {
    pub(super) person: PersonId,
    pub(super) former: Vec<PersonId>,
    pub(super) former_pages: Vec<PersonPage>,
    pub(super) name: String,
    pub(super) sort_name: Option<String>,
    pub(super) sort_key: (String, String, String),
    pub(super) guessed: bool,
    pub(super) party: Option<PartyId>,
    pub(super) description: Option<String>,
    pub(super) status: Standing,
    pub(super) list_position: Option<u32>,
    pub(super) answers_elsewhere: bool,
    pub(super) has_positions: bool,
}

/// A party that is on record.
#[derive(Debug)]
pub(super) struct RecordedParty {
    pub(super) id: PartyId,
    pub(super) name: String,
    /// What else it is called: in short, or in another language.
    also: Vec<String>,
    pub(super) kind: PartyKind,
    /// All ids by which others may name it, in small letters.
    pub(super) known_as: BTreeSet<String>,
}

impl RecordedParty {
    /// Whether one of its names fits.
    pub(super) fn is_called(&self, fits: impl Fn(&str) -> bool) -> bool {
        self.also.iter().chain([&self.name]).any(|name| fits(name))
    }
}

impl Recorded {
    /// Reads what is on record; what cannot be compared with is reported.
    pub(super) fn read(records: &Records, found: &mut Diagnostics) -> Self {
        let folder = |file: &FileName| file.split('/').nth(1).and_then(|name| name.parse().ok());
        let mut ballots = Vec::with_capacity(records.ballots.len());
        for ballot in &records.ballots {
            if let Some(election) = folder(&ballot.file) {
                ballots.extend(read_ballot(ballot, election, found));
            }
        }
        let parties = records.parties.iter().filter_map(|p| read_party(p, found)).collect();
        let mut day = |e: &InFile<ElectionRecord>| Reader { file: &e.file, found }.good(e.record.date.as_ref());
        let elections = records.elections.iter().filter_map(|e| Some((folder(&e.file)?, day(e)))).collect();
        let names = records.elections.iter().filter_map(|e| e.record.name.as_ref()?.value.0.as_ref().ok());
        Self { ballots, parties, elections, names: names.map(ToString::to_string).collect() }
    }

    /// Everybody who is on record, by election.
    pub(super) fn people(&self) -> BTreeSet<(&ElectionId, &PersonId)> {
        self.ballots.iter().flat_map(|b| b.candidacies.iter().map(move |c| (&b.election, &c.person))).collect()
    }

    /// How many people stand in an election whom a list could hold: those with ids of our own are on none.
    pub(super) fn standing(&self, election: &ElectionId) -> usize {
        let candidacies = self.ballots.iter().filter(|b| b.election == *election).flat_map(|b| &b.candidacies);
        let standing = candidacies.filter(|c| c.status == Standing::Standing && !is_local(&c.person));
        standing.map(|c| &c.person).collect::<BTreeSet<_>>().len()
    }

    /// Ids that were given up, with the ids of the people who have them now.
    pub(super) fn given_up(&self, election: &ElectionId) -> BTreeMap<&PersonId, &PersonId> {
        let candidacies = || self.ballots.iter().filter(|b| b.election == *election).flat_map(|b| &b.candidacies);
        let current: BTreeSet<&PersonId> = candidacies().map(|c| &c.person).collect();
        let pairs = candidacies().flat_map(|c| c.former.iter().map(move |old| (old, &c.person)));
        pairs.filter(|(old, _)| !current.contains(old)).collect()
    }
}

fn read_ballot(ballot: &InFile<BallotRecord>, election: ElectionId, found: &mut Diagnostics) -> Option<RecordedBallot> {
    let mut reader = Reader { file: &ballot.file, found };
    let record = &ballot.record;
    let id = reader.needed("id", record.id.as_ref(), Pos::START);
    let area = record.area.as_ref().map(|a| &a.value);
    let candidacies: Vec<_> =
        record.candidates.iter().flatten().map(|candidacy| reader.candidacy(&candidacy.value, candidacy.pos)).collect();
    Some(RecordedBallot {
        file: ballot.file.clone(),
        election,
        id: id?,
        area: area.and_then(|a| reader.good(a.name.as_ref())).map(|name| name.to_string()),
        gss: area.and_then(|a| reader.good(a.gss.as_ref())),
        complete: record.complete.as_ref().and_then(|c| c.value.value.as_ref()).is_some_and(|v| v.value),
        cancelled: record.cancelled.as_ref().map(|c| c.value),
        nation: reader.good(record.nation.as_ref()),
        region: reader.good(record.region.as_ref()).map(|region| region.to_string()),
        seats: record.seats.as_ref().map(|s| s.value),
        kind: reader.good(record.kind.as_ref()),
        order: reader.good(record.order.as_ref()),
        candidacies: candidacies.into_iter().collect::<Option<_>>()?,
    })
}

fn read_party(party: &InFile<PartyRecord>, found: &mut Diagnostics) -> Option<RecordedParty> {
    let mut reader = Reader { file: &party.file, found };
    let record = &party.record;
    let id: PartyId = reader.needed("id", record.id.as_ref(), Pos::START)?;
    let published = record.ids.iter().flatten().filter_map(|id| reader.good(Some(id))).map(|id| id.to_lowercase());
    let mut known_as: BTreeSet<String> = published.collect();
    known_as.insert(id.to_string());
    known_as.extend(record.former.iter().flatten().filter_map(|f| reader.good(Some(f))).map(|f| f.to_string()));
    let name = reader.needed("name", record.name.as_ref(), Pos::START)?.to_string();
    let translated = record.translations.iter().flat_map(|all| all.values());
    let translated = translated.flat_map(|texts| ["name", "short_name"].map(|key| texts.value.get(key)));
    let short = reader.good(record.short_name.as_ref());
    let also = translated.flatten().chain(short.as_ref()).map(ToString::to_string).collect();
    let kind = reader.good(record.kind.as_ref()).unwrap_or(PartyKind::Party);
    Some(RecordedParty { id, name, also, kind, known_as })
}

struct Reader<'a> {
    file: &'a FileName,
    found: &'a mut Diagnostics,
}

impl Reader<'_> {
    fn good<T: Clone>(&mut self, field: Option<&Field<T>>) -> Option<T> {
        let field = field?;
        match &field.value.0 {
            Ok(value) => Some(value.clone()),
            Err(wrong) => {
                self.found.push(Code::Malformed, self.file, field.pos, &wrong.what, &wrong.help);
                None
            }
        }
    }

    fn needed<T: Clone>(&mut self, key: &str, field: Option<&Field<T>>, pos: Pos) -> Option<T> {
        if field.is_none() {
            let message = format!("this record has no “{key}”");
            self.found.push(Code::MissingKey, self.file, pos, message, format!("write “{key}: …”"));
        }
        self.good(field)
    }

    fn candidacy(&mut self, record: &CandidacyRecord, pos: Pos) -> Option<RecordedCandidacy> {
        let person = self.needed("person", record.person.as_ref(), pos);
        let name = self.needed("name", record.name.as_ref(), pos)?.to_string();
        let written = self.good(record.sort_name.as_ref()).map(|name| name.to_string());
        let key = written.as_deref().map_or_else(|| sort_key(&sort_name(&name, None).text), sort_key);
        Some(RecordedCandidacy {
            person: person?,
            former: record.former.iter().flatten().filter_map(|id| self.good(Some(id))).collect(),
            former_pages: record.former_pages.iter().flatten().filter_map(|page| self.good(Some(page))).collect(),
            name,
            sort_name: written,
            sort_key: key,
            guessed: record.guessed.as_ref().is_some_and(|g| g.value),
            party: self.good(record.party.as_ref()),
            description: self.good(record.description.as_ref()).map(|d| d.to_string()),
            status: self.good(record.status.as_ref()).unwrap_or(Standing::Standing),
            list_position: record.list_position.as_ref().map(|p| p.value),
            answers_elsewhere: record.answers_in.is_some(),
            has_positions: record.positions.as_ref().is_some_and(|p| !p.is_empty()),
        })
    }
}
