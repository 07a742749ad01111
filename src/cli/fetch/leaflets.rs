use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use clap::ArgGroup;
use jiff::civil::Date;
use url::Url;

use super::{UNDONE, asking, counted, settings};
use crate::atoms::{BallotId, ElectionId, PartyId};
use crate::cli::report::MOST;
use crate::cli::saving::Saving;
use crate::cli::{Exit, Ran, Terminal, open};
use crate::desk::{Drafter, LeafletDraft, NotDone, known, published_id};
use crate::diagnostic::Failure;
use crate::leaflets::fetch::{Limits, Service};
use crate::leaflets::listing::{API, Query, list};
use crate::model::Campaign;

/// Write drafts of records for leaflets that an archive of leaflets lists.
///
/// Asks electionleaflets.org (or “leaflets_api” in hustings.yaml), and writes candidates/documents/leaflet-NUMBER.yaml for each
/// leaflet of somebody who stands on this site, or of one of its parties. A draft is material to read, never a stance. A record that
/// is there already is left as it is.
#[derive(Debug, clap::Args)]
#[command(group(ArgGroup::new("which").required(true).multiple(true).args(["ballot", "party", "since"])))]
#[command(after_help = "\
Examples:
  hustings fetch leaflets --ballot parl.old-quay.2031-05-01
  hustings fetch leaflets --party pp53 --since 2031-04-01
  hustings fetch leaflets --since 2031-04-20    what came or changed since then
  hustings fetch leaflets --party pp53 --election parl.2031-05-01
                                                also leaflets that name nobody who stands

Then “hustings fetch” gets the pictures, “hustings transcribe” makes texts of them, and “hustings read ID” shows those.

Ends with 0 when the whole list was read, with 3 when it breaks off; what came before that is written.")]
pub(super) struct LeafletArgs {
    /// Leaflets of this ballot.
    #[arg(long, value_name = "ID")]
    ballot: Vec<BallotId>,
    /// Leaflets of this party.
    #[arg(long, value_name = "ID")]
    party: Vec<PartyId>,
    /// Leaflets that came or changed since this day.
    #[arg(long, value_name = "DATE", value_parser = crate::cli::day)]
    since: Option<Date>,
    /// The election of leaflets that name no ballot.
    #[arg(long, value_name = "ID")]
    election: Option<ElectionId>,
    /// How long and how much the archive may take.
    #[arg(long, value_name = "LIMITS", default_value = "")]
    limits: Limits,
    #[command(flatten)]
    saving: Saving,
}

pub(super) fn run(args: &LeafletArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let site = open(directory, terminal)?;
    site.documents(&[], UNDONE)?;
    let campaign = site.campaign(UNDONE)?;
    all_known(args, campaign)?;
    let Some(settings) = settings(campaign, &args.limits, terminal) else { return Ok(Exit::Errors) };
    let api = campaign.site.fetch.leaflets_api.as_ref().map_or(API, |url| url.as_str());
    let api = Url::parse(api)
        .map_err(|e| Failure::new("cannot ask for leaflets", e, "correct “leaflets_api:” in hustings.yaml"))?;
    let mut service = Service::new(&settings)?;
    let mut drafter = Drafter::new(campaign, args.election.as_ref());
    let (mut told, mut trouble) = (ToldSoFar::default(), None);
    for (query, ballot) in queries(args, campaign) {
        let spinner = asking(&api, terminal);
        let (entries, broken) = list(&mut service, &api, &query);
        spinner.finish_and_clear();
        drafter.for_ballot(ballot);
        let drafts: Vec<LeafletDraft> = entries.iter().map(|entry| drafter.draft(entry)).collect();
        let files = drafts.iter().filter_map(LeafletDraft::file).cloned();
        let (change, refused) = site.propose_each(files.collect())?;
        args.saving.save(change, &(), terminal)?;
        drafts.iter().try_for_each(|one| told.tell(one, &refused, terminal))?;
        trouble = broken;
        if trouble.is_some() {
            break;
        }
    }
    told.unsaid(terminal)?;
    if let Some(trouble) = &trouble {
        let host = api.host_str().unwrap_or_default();
        terminal.complain(format_args!("error: the list of {host} breaks off: {trouble}\n"));
    }
    if trouble.is_none() || told.any() {
        terminal.say(told.summary());
    }
    Ok(if trouble.is_some() { Exit::Environment } else { Exit::Clean })
}

/// Whether the site has all that is asked for.
fn all_known(args: &LeafletArgs, campaign: &Campaign) -> Result<(), NotDone> {
    let ballots = campaign.elections.iter().flat_map(|election| &election.ballots);
    for id in &args.ballot {
        known("ballot", id.as_str(), ballots.clone(), |ballot| ballot.id.as_str())?;
    }
    for id in &args.party {
        known("party", id.as_str(), campaign.parties.iter(), |party| party.id.as_str())?;
    }
    if let Some(id) = &args.election {
        known("election", id.as_str(), campaign.elections.iter(), |election| election.id.as_str())?;
    }
    Ok(())
}

/// Each ballot with each party, or what there is of them.
fn queries<'a>(args: &'a LeafletArgs, campaign: &Campaign) -> Vec<(Query, Option<&'a BallotId>)> {
    let some = |given: Vec<String>| if given.is_empty() { vec![None] } else { given.into_iter().map(Some).collect() };
    let parties: Vec<Option<String>> = some(args.party.iter().map(|id| published_id(id, campaign)).collect());
    let ballots = if args.ballot.is_empty() { vec![None] } else { args.ballot.iter().map(Some).collect() };
    let with_parties = |ballot: Option<&'a BallotId>| {
        let text = ballot.map(ToString::to_string);
        let query =
            move |party: &Option<String>| Query { ballot: text.clone(), party: party.clone(), since: args.since };
        parties.iter().map(query).map(move |query| (query, ballot)).collect::<Vec<_>>()
    };
    ballots.into_iter().flat_map(with_parties).collect()
}

/// What was told so far.
#[derive(Default)]
struct ToldSoFar {
    new: usize,
    known: usize,
    left_out: usize,
}

impl ToldSoFar {
    fn tell(
        &mut self,
        draft: &LeafletDraft,
        refused: &BTreeMap<PathBuf, String>,
        terminal: &mut Terminal<'_>,
    ) -> Result<(), Failure> {
        match draft {
            LeafletDraft::New { id, what, file } => match refused.get(&file.path) {
                Some(why) => self.leave_out(format_args!("{id}: left out: it would bring an error: {why}\n"), terminal),
                None => {
                    self.new += 1;
                    terminal.print(format_args!("{id}: new draft, {what}\n"))
                }
            },
            LeafletDraft::Known => {
                self.known += 1;
                Ok(())
            }
            LeafletDraft::TakenDown(id) => {
                let what = "the archive has taken it down; find out why, and whether you may keep it";
                terminal.print(format_args!("{id}: {what}\n"))
            }
            LeafletDraft::LeftOut(why) => self.leave_out(format_args!("{why}\n"), terminal),
        }
    }

    /// Says why an entry is left out, as long as anybody reads it.
    fn leave_out(&mut self, why: fmt::Arguments<'_>, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
        self.left_out += 1;
        if self.left_out <= MOST || terminal.all_problems { terminal.print(why) } else { Ok(()) }
    }

    /// Says of how many it was not said why they are left out.
    fn unsaid(&self, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
        match self.left_out.saturating_sub(MOST) {
            0 => Ok(()),
            _ if terminal.all_problems => Ok(()),
            n => terminal.print(format_args!("… and {n} more left out; --all says why for every one\n")),
        }
    }

    fn any(&self) -> bool {
        self.new + self.known + self.left_out > 0
    }

    fn summary(&self) -> String {
        let counts = [(self.new, "new"), (self.known, "known already"), (self.left_out, "left out")];
        let summary = counted(&counts).unwrap_or_else(|| "No leaflet is listed.".to_owned());
        let next =
            if self.new > 0 { " Drafts are material to read: “hustings fetch” gets their pictures." } else { "" };
        summary + next
    }
}
