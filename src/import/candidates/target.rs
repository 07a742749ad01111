use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::list::{CandidateList, Contest, ListRow};
use crate::atoms::{BallotId, ElectionId, Slug, slug_of};
use crate::country::uk::{Gss, other_code_of_seat};
use crate::diagnostic::FileName;
use crate::import::recorded::{Recorded, RecordedBallot};

/// A ballot that the list holds, with its rows and what is on record of it.
pub(super) struct TargetBallot<'a> {
    pub(super) election: ElectionId,
    pub(super) id: BallotId,
    pub(super) file: FileName,
    pub(super) recorded: Option<&'a RecordedBallot<'a>>,
    /// What the rows say of the ballot; where they contradict each other, the first of them.
    pub(super) contest: Contest,
    pub(super) rows: Vec<&'a ListRow>,
}

/// What tells two ballots of a list apart.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum BallotKey {
    Ballot(BallotId),
    Gss(String),
    Name(String),
}

impl BallotKey {
    pub(super) fn of(contest: &Contest) -> Self {
        match (&contest.ballot, &contest.gss) {
            (Some(ballot), _) => Self::Ballot(ballot.clone()),
            (None, Some(gss)) => Self::Gss(gss.to_string()),
            (None, None) => Self::Name(plain(contest.area.as_str())),
        }
    }
}

/// Groups the rows of a list by ballot and finds each ballot in the records: by its id, else by GSS code, then by name.
///
/// `election` names the election of a list that does not; in other lists it leaves the others out.
/// Rows of areas that no file can be named after go to `unnamed`.
pub(super) fn targets<'a>(
    list: &'a CandidateList,
    recorded: &'a Recorded<'_>,
    election: Option<&ElectionId>,
    skipped: &mut Vec<(u32, String)>,
    unnamed: &mut Vec<&'a ListRow>,
) -> Vec<TargetBallot<'a>> {
    let mut places: BTreeMap<(ElectionId, BallotKey), Option<usize>> = BTreeMap::new();
    let mut files: BTreeSet<FileName> = recorded.ballots.iter().map(|b| b.file.clone()).collect();
    let mut targets: Vec<TargetBallot<'a>> = Vec::new();
    for row in &list.rows {
        let contest = &row.entry.contest;
        let Some(own) = contest.election.as_ref().or(election) else { continue };
        if election.is_some_and(|wanted| wanted != own) {
            skipped.push((row.line, format!("it belongs to {own}")));
            continue;
        }
        let place = *places.entry((own.clone(), BallotKey::of(contest))).or_insert_with(|| {
            targets.push(target(own, contest, recorded, &mut files)?);
            Some(targets.len() - 1)
        });
        match place {
            Some(place) => {
                targets[place].contest.complete_from(contest);
                targets[place].rows.push(row);
            }
            None => unnamed.push(row),
        }
    }
    targets
}

fn target<'a>(
    election: &ElectionId,
    contest: &Contest,
    recorded: &'a Recorded<'_>,
    files: &mut BTreeSet<FileName>,
) -> Option<TargetBallot<'a>> {
    let known = find(election, contest, recorded);
    let (file, id) = match known {
        Some(ballot) => (ballot.file.clone(), ballot.record.id.value.clone()),
        None => new_names(election, contest, files)?,
    };
    files.insert(file.clone());
    Some(TargetBallot {
        election: election.clone(),
        id,
        file,
        recorded: known,
        contest: contest.clone(),
        rows: Vec::new(),
    })
}

/// The recorded ballot of a row.
pub(super) fn find<'a>(
    election: &ElectionId,
    contest: &Contest,
    recorded: &'a Recorded<'_>,
) -> Option<&'a RecordedBallot<'a>> {
    let mut ballots = recorded.ballots.iter().filter(|b| b.election == *election);
    if let Some(id) = &contest.ballot {
        return ballots.find(|b| b.record.id == *id);
    }
    let codes = |gss: &Gss| [Some(gss.clone()), other_code_of_seat(gss)];
    let by_gss = contest
        .gss
        .iter()
        .flat_map(codes)
        .flatten()
        .find_map(|gss| ballots.clone().find(|b| b.record.area.gss.as_ref() == Some(&gss)));
    let name = plain(contest.area.as_str());
    by_gss.or_else(|| ballots.find(|b| plain(b.record.area.name.as_str()) == name))
}

/// A name as it is compared: without accents, signs and capital letters.
pub(in crate::import) fn plain(name: &str) -> String {
    slug_of(name).map_or_else(|| name.to_lowercase(), |slug| slug.to_string())
}

/// The file and id of a ballot that is not on record; two areas of one name are told apart by GSS code.
fn new_names(election: &ElectionId, contest: &Contest, taken: &BTreeSet<FileName>) -> Option<(FileName, BallotId)> {
    let slug = area_slug(election, contest);
    let gss = contest.gss.iter().map(|gss| format!("{slug}-{}", gss.as_str().to_ascii_lowercase()));
    let numbered = (2..100).map(|n| format!("{slug}-{n}"));
    let file = |slug: &str| FileName::from(format!("candidates/{election}/{slug}.yaml"));
    let mut names = std::iter::once(slug.clone()).chain(gss).chain(numbered);
    let free = names.find(|slug| slug != "election" && !taken.contains(&file(slug)))?;
    let id = contest.ballot.clone().or_else(|| ballot_id(election, &free))?;
    free.parse::<Slug>().ok().map(|slug| (file(slug.as_str()), id))
}

/// The part of a ballot's id that names its area: `parl.example-town.by.2031-05-01` gives `example-town`.
fn area_slug(election: &ElectionId, contest: &Contest) -> String {
    let of_name = || plain(contest.area.as_str());
    let Some(ballot) = &contest.ballot else { return of_name() };
    let known: Vec<&str> = election.as_str().split('.').collect();
    let parts: Vec<&str> = ballot.as_str().split('.').filter(|part| !is_date(part) && *part != "by").collect();
    let shared = parts.iter().zip(&known).take_while(|(a, b)| a == b).count();
    match parts[shared..].join(".") {
        slug if slug.is_empty() => of_name(),
        slug => slug,
    }
}

/// The id of a ballot as Democracy Club would write it: the area between the election's kind and date.
pub(crate) fn ballot_id(election: &ElectionId, slug: &str) -> Option<BallotId> {
    match election.as_str().rsplit_once('.').filter(|(_, date)| is_date(date)) {
        Some((kind, date)) => format!("{kind}.{slug}.{date}").parse().ok(),
        None => format!("{election}.{slug}").parse().ok(),
    }
}

fn is_date(part: &str) -> bool {
    part.parse::<Date>().is_ok()
}
