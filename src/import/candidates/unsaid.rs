use std::collections::BTreeSet;
use std::path::Path;

use super::list::{self, Generation, ListRow};
use super::target::plain;
use super::{CandidateList, CandidateOptions, Job, LIST, PartyLabel, SaidParty, target};
use crate::atoms::{PartyId, near};
use crate::country::Country;
use crate::diagnostic::Diagnostics;
use crate::import::tables;
use crate::import::{ImportError, recorded::Recorded};
use crate::load::{Records, load};

/// What a list of candidates leaves open that somebody may know.
#[derive(Debug, Default)]
pub struct Unsaid {
    /// Columns that a list of one's own needs and this has not, as far as it is one.
    pub columns: Vec<&'static str>,
    /// The names of the columns that it has.
    pub headings: Vec<String>,
    /// Whether nothing says of which election it is.
    pub election: bool,
    /// Names of parties that may mean one on record.
    pub parties: Vec<UnclearParty>,
    /// Areas that are not on record and of which nothing says the nation.
    pub areas: Vec<String>,
}

/// A name in a list that may mean a party on record.
#[derive(Debug)]
pub struct UnclearParty {
    /// The name as the list has it.
    pub name: String,
    /// The parties that it may mean, each with its name.
    pub may_be: Vec<(PartyId, String)>,
    /// Whether it may also be a party that is not on record yet.
    pub may_be_new: bool,
}

/// Looks what a list leaves open, beyond what is said already. What is wrong with it, [`candidates`](super::candidates) reports.
///
/// # Errors
/// When the system does not let us read, or the records cannot be read.
pub fn unsaid(root: &Path, file: &Path, options: &CandidateOptions) -> Result<Unsaid, ImportError> {
    let site = load(root)?;
    let mut found = Diagnostics::default();
    let text = tables::read(file, &LIST, "list of candidates", &mut Vec::new())?;
    let name = file.to_string_lossy().as_ref().into();
    if let Some((columns, headings)) = list::lacking(&name, &text, &options.columns) {
        return Ok(Unsaid { columns, headings, ..Unsaid::default() });
    }
    let Some(list) = list::read(&name, &text, (Vec::new(), &options.columns), &(), &mut found) else {
        return Ok(Unsaid::default());
    };
    let election = list.names_no_election() && options.election.is_none();
    if list.generation != Generation::Own {
        return Ok(Unsaid { election, ..Unsaid::default() });
    }
    let areas = if site.records.country() == Country::Uk { areas(&list, &site.records, options) } else { Vec::new() };
    Ok(Unsaid { election, parties: parties(&list, &site.records, options), areas, ..Unsaid::default() })
}

/// The names that no party on record has, and one nearly; and those that several have.
fn parties(list: &CandidateList, records: &Records, options: &CandidateOptions) -> Vec<UnclearParty> {
    let known: Vec<(&PartyId, &str)> =
        records.parties.iter().map(|party| (&party.record.id.value, party.record.name.as_str())).collect();
    let mut seen = BTreeSet::new();
    let labels = list.rows.iter().map(|row| &row.entry.party).filter(|label| label.id.is_none());
    let open = labels.filter(|label| options.party(label).is_none() && seen.insert(plain(label.name.as_str())));
    open.filter_map(|PartyLabel { name, .. }| {
        let owned = |(id, name): &(&PartyId, &str)| ((*id).clone(), (*name).to_owned());
        let bears = |known: &&(&PartyId, &str)| plain(known.1) == plain(name.as_str());
        let bearers: Vec<_> = known.iter().filter(bears).map(owned).collect();
        match bearers.len() {
            1 => None,
            0 => {
                let near = near(name.as_str(), known.iter().map(|(_, name)| *name))?;
                let may_be = known.iter().filter(|(_, name)| *name == near).map(owned).collect();
                Some(UnclearParty { name: name.to_string(), may_be, may_be_new: true })
            }
            _ => Some(UnclearParty { name: name.to_string(), may_be: bearers, may_be_new: false }),
        }
    })
    .collect()
}

/// The areas whose ballots would be made without a nation.
fn areas(list: &CandidateList, records: &Records, options: &CandidateOptions) -> Vec<String> {
    let recorded = Recorded::of(records);
    let is_new = |row: &&ListRow| {
        let contest = &row.entry.contest;
        let election = contest.election.as_ref().or(options.election.as_ref());
        election.is_none_or(|election| target::find(election, contest, &recorded).is_none())
    };
    let open = list.rows.iter().filter(|row| options.nation.is_none() && row.entry.contest.nation.is_none());
    let areas: BTreeSet<String> = open.filter(is_new).map(|row| row.entry.contest.area.to_string()).collect();
    areas.into_iter().collect()
}

impl CandidateOptions {
    /// Which party somebody says that a label means.
    pub(in crate::import) fn party(&self, label: &PartyLabel) -> Option<&SaidParty> {
        let name = plain(label.name.as_str());
        self.parties.iter().find(|(said, _)| label.id.is_none() && plain(said) == name).map(|(_, party)| party)
    }
}

impl Job {
    /// Puts in what somebody says of the list.
    pub(super) fn say(list: &mut CandidateList, options: &CandidateOptions) {
        for row in list.rows.iter_mut().filter(|row| row.entry.contest.nation.is_none()) {
            row.entry.contest.nation = options.nation;
        }
    }
}
