use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::path::Path;

use super::ImportError;
use crate::atoms::{Slug, Text};
use crate::country::uk::{Gss, other_code_of_seat};
use crate::diagnostic::Code;
use crate::load::{Records, SITE_FILE};

/// Of how many areas that a table and the ballots could share, one at least has to be shared.
const ONE_OF: usize = 10;

/// The ballots on record that go by one set of boundaries.
pub(super) struct Ballots {
    boundaries: Option<Text>,
    pub(super) areas: Vec<BallotArea>,
}

/// The area of a ballot.
pub(super) struct BallotArea {
    pub(super) code: Option<Gss>,
    pub(super) name: Option<Text>,
    /// The name of the ballot's file.
    pub(super) slug: Slug,
}

impl BallotArea {
    /// Its name.
    pub(super) fn called(&self) -> String {
        self.name.as_ref().map_or_else(|| self.slug.to_string(), ToString::to_string)
    }
}

/// The set of boundaries that was asked for; else the only one that the elections name.
///
/// # Errors
/// When they name several, and nobody says by which these go: `the postcodes`.
pub(super) fn boundaries(records: &Records, wanted: Option<&Text>, these: &str) -> Result<Option<Text>, ImportError> {
    let sets: BTreeSet<Text> =
        records.elections.iter().filter_map(|election| election.record.boundaries.clone()).collect();
    match (wanted, sets.len()) {
        (Some(set), _) => Ok(Some(set.clone())),
        (None, 0 | 1) => Ok(sets.into_iter().next()),
        (None, _) => {
            let names: Vec<&str> = sets.iter().map(Text::as_str).collect();
            let message = format!("the elections of this site have several sets of boundaries: {}", names.join(", "));
            let help = format!("say which ones {these} use, for example --boundaries {}", names[names.len() - 1]);
            Err(ImportError::about(Path::new(SITE_FILE), Code::MissingKey, message, help))
        }
    }
}

impl Ballots {
    /// The ballots of the elections with these boundaries; of all where none has them.
    pub(super) fn of(records: &Records, boundaries: Option<&Text>) -> Self {
        let fitting = records
            .elections
            .iter()
            .filter(|election| boundaries.is_some() && election.record.boundaries.as_ref() == boundaries);
        let folders: Vec<&str> = fitting.filter_map(|election| Some(election.file.rsplit_once('/')?.0)).collect();
        let wanted = records.ballots.iter().filter(|ballot| {
            let folder = ballot.file.rsplit_once('/').map_or("", |(folder, _)| folder);
            folders.is_empty() || folders.contains(&folder)
        });
        let areas = wanted.filter_map(|ballot| {
            Some(BallotArea {
                code: ballot.record.area.gss.clone(),
                name: Some(ballot.record.area.name.clone()),
                slug: ballot.stem().parse().ok()?,
            })
        });
        Self { boundaries: boundaries.cloned(), areas: areas.collect() }
    }

    /// The ballots with these boundaries, unless the elections name only others: then nothing here goes by them.
    pub(super) fn that_go_by(records: &Records, boundaries: Option<&Text>) -> Self {
        let mut sets = records.elections.iter().filter_map(|election| election.record.boundaries.clone()).peekable();
        if sets.peek().is_some() && !sets.any(|set| Some(&set) == boundaries) {
            return Self { boundaries: boundaries.cloned(), areas: Vec::new() };
        }
        Self::of(records, boundaries)
    }

    /// The codes of seats that ballots have under the other code which the seat has had.
    pub(super) fn known_by_another(&self) -> BTreeMap<Gss, Gss> {
        let codes = self.codes();
        let other = |code: &&Gss| Some((other_code_of_seat(code)?, (*code).clone()));
        codes.iter().filter_map(other).filter(|(other, _)| !codes.contains(other)).collect()
    }

    /// The codes of their areas.
    pub(super) fn codes(&self) -> BTreeSet<&Gss> {
        self.areas.iter().filter_map(|area| area.code.as_ref()).collect()
    }

    /// Why a table cannot be used: `these postcodes` go by other areas. It has the one area that they lack, they the other.
    pub(super) fn refuse<A: Display>(
        &self,
        file: &Path,
        these: &str,
        [found, expected]: [Option<A>; 2],
        help: &str,
    ) -> ImportError {
        let set = self.boundaries.as_ref().map(|set| format!(" with the boundaries of {set}")).unwrap_or_default();
        let [found, expected] = [found, expected].map(|area| area.map(|area| area.to_string()).unwrap_or_default());
        let message = format!(
            "{these} use other areas than the ballots on record{set}: areas such as {found} instead of areas such as {expected}"
        );
        ImportError::about(file, Code::UnknownReference, message, help)
    }
}

/// Whether a table goes by other areas than ballots that it could share so many with: then it shares none, or next to none.
pub(super) fn differ(shared: usize, could: usize) -> bool {
    could > 0 && shared * ONE_OF < could
}
