use std::collections::BTreeSet;

use jiff::civil::Date;

use super::list::Contest;
use super::outcome::CandidatesOutcome;
use super::target::TargetBallot;
use super::{CandidateOptions, Job};
use crate::atoms::{ElectionId, Text};
use crate::country::uk::{ElectionKind, election_kind, seats_of};
use crate::diagnostic::Code;
use crate::edit::{FileChange, Value};
use crate::import::recorded::Recorded;

/// The polling day of an election: as the list says, else as its id ends.
fn polling_day(election: &ElectionId, contest: Option<&Contest>, given: Option<Date>) -> Option<Date> {
    let in_id = || election.as_str().rsplit('.').next().and_then(|date| date.parse().ok());
    contest.and_then(|c| c.date).or(given).or_else(in_id)
}

impl Job {
    /// The files of elections that are not on record.
    pub(super) fn new_elections(
        &mut self,
        targets: &[TargetBallot<'_>],
        recorded: &Recorded<'_>,
        options: &CandidateOptions,
        source: Option<&Value>,
        outcome: &mut CandidatesOutcome,
    ) -> Vec<FileChange> {
        let mut changes = Vec::new();
        let mut seen = BTreeSet::new();
        let mut taken: BTreeSet<_> = recorded.records.elections.iter().map(|e| e.record.name.to_string()).collect();
        for target in targets {
            let election = &target.election;
            if recorded.elections.contains_key(election) || !seen.insert(election) {
                continue;
            }
            let Some(date) = polling_day(election, Some(&target.contest), options.date) else {
                self.wrong(Code::MissingKey, 1, format!("nothing says when “{election}” is"), "add --date 2015-05-07");
                continue;
            };
            let name = name(election, date, targets, &taken);
            let path = format!("candidates/{election}/election.yaml").into();
            changes.push(FileChange { path, before: None, after: new_election(election, date, &name, source) });
            taken.insert(name);
            outcome.elections_added.push(election.clone());
        }
        changes
    }
}

/// The file of an election that is not on record.
fn new_election(election: &ElectionId, date: Date, name: &str, source: Option<&Value>) -> String {
    let source = source.map(|source| format!("source: {}\n", source.to_block())).unwrap_or_default();
    format!(
        "id: {}\nname: {}\ndate: {date}\n{source}\
         # The questions put to the candidates, in the order of the scorecard:\n\
         # questions:\n\
         #   - question: the-id-of-a-file-in-content-questions\n",
        Value::text(election.as_str()).to_block(),
        Value::text(name).to_block(),
    )
}

/// What an election is called: its kind, from the first part of its id, its year and its place. Where that name is taken it
/// has its day, and where nothing is known of its kind it has its id.
fn name(election: &ElectionId, date: Date, targets: &[TargetBallot<'_>], taken: &BTreeSet<String>) -> String {
    let mut parts = election.as_str().split('.');
    let known = election_kind(parts.next().unwrap_or_default());
    let Some(ElectionKind { name, is_local }) = known else { return election.to_string() };
    let part = parts.next().filter(|part| part.parse::<Date>().is_err());
    let ballots = || targets.iter().filter(|target| target.election == *election);
    let by_election = part == Some("by") || ballots().all(|target| target.id.is_by_election());
    let kind = if by_election { name.replace("election", "by-election") } else { name.to_owned() };
    // The council or other body to which people are elected, when all rows name the same.
    let mut bodies = ballots().map(|target| target.contest.organisation.as_ref().map(Text::as_str));
    let body = bodies.next().flatten().filter(|first| is_local && bodies.all(|other| other == Some(*first)));
    let place = match part {
        Some(part) if part.len() > 2 => Some(body.map_or_else(|| title_case(part), str::to_owned)),
        Some(part) => seats_of(part).map(str::to_owned),
        None => None,
    };
    let place = place.map(|place| format!(", {place}")).unwrap_or_default();
    let by_year = format!("{kind} {}{place}", date.year());
    let by_day = format!("{kind} of {}{place}", date.strftime("%-d %B %Y"));
    let mut names = [by_year, by_day].into_iter();
    names.find(|name| !taken.contains(name)).unwrap_or_else(|| election.to_string())
}

/// A slug as a name: `example-town` gives `Example Town`.
fn title_case(slug: &str) -> String {
    let word = |word: &str| match word.split_at_checked(1) {
        Some((first, rest)) if word != "and" && word != "of" => first.to_ascii_uppercase() + rest,
        _ => word.to_owned(),
    };
    slug.split('-').map(word).collect::<Vec<_>>().join(" ")
}
