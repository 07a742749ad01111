mod archive;
mod bars;
mod leaflets;

use std::path::Path;

use jiff::Timestamp;

use super::saving::Saving;
use super::{Exit, Loudness, Ran, Terminal, open, site};
use crate::desk::{known, sender, wanted};
use crate::leaflets::fetch::{FetchOutcome, Limits, Report, Settings, fetch};
use crate::leaflets::store::Store;
use crate::model::Campaign;
use bars::{Bars, asking};

/// What an error means here.
const UNDONE: &str = "nothing was asked for";

/// Get the documents that records point at, politely, into the site's store.
///
/// For each document it asks for its `files`, or for its `url`. What comes is kept in .hustings/store/, with where and
/// when it came from; what is there already is only asked whether it has changed. It names itself with the contact in
/// hustings.yaml, obeys robots.txt, asks each host one thing at a time, and only hosts on the public internet.
/// Ctrl-C loses nothing: run it again to go on.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true, disable_help_subcommand = true)]
#[command(after_help = "\
Examples:
  hustings fetch                               all documents of the site
  hustings fetch asha-leaflet ben-leaflet      these only
  hustings fetch --election parl.2031-05-01    those of one election
  hustings fetch --limits size=200MB,tries=2   take larger ones, try less often
  hustings fetch --verify                      look through the store, without asking anybody
  hustings fetch --archive                     look for archived copies of documents, and record them
  hustings fetch leaflets --ballot ID          write drafts for what an archive of leaflets lists

Limits, with what they are when left out: connect=10s (until a connection stands), idle=20s (without a byte),
total=3m (for one document), size=50MB (unpacked), tries=4, pause=1s (between two requests to a host),
wait=2m (the longest that a host may ask us to wait).

Ends with 0 when every document was got, with 3 when one was not, or the run was stopped.")]
pub(super) struct FetchArgs {
    /// The documents, by the names of their records; all when left out.
    #[arg(value_name = "ID")]
    documents: Vec<String>,
    /// The documents of one election only.
    #[arg(long, value_name = "ID")]
    election: Option<String>,
    /// How long and how much another site may take.
    #[arg(long, value_name = "LIMITS", default_value = "")]
    limits: Limits,
    /// Look through the store for damage instead.
    #[arg(long, conflicts_with_all = ["documents", "election", "limits", "archive"])]
    verify: bool,
    /// Ask a web archive for copies of documents that have none on record, and record them.
    #[arg(long)]
    archive: bool,
    /// Show how the records would change, and write nothing.
    #[arg(long, requires = "archive")]
    dry_run: bool,
    #[command(subcommand)]
    list: Option<FromArchive>,
}

/// Where documents can be found that have no record yet.
#[derive(Debug, clap::Subcommand)]
enum FromArchive {
    Leaflets(leaflets::LeafletArgs),
}

pub(super) fn run(args: &FetchArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    if let Some(FromArchive::Leaflets(args)) = &args.list {
        return leaflets::run(args, directory, terminal);
    }
    if args.verify {
        return verify(&Store::open(&site::folder(directory)?)?, terminal);
    }
    let site = open(directory, terminal)?;
    let (campaign, mut documents) = (site.campaign(UNDONE)?, site.documents(&args.documents, UNDONE)?);
    if let Some(id) = &args.election {
        known("election", id, campaign.elections.iter(), |election| election.id.as_str())?;
        documents.retain(|document| document.election.as_str() == id);
    }
    let Some(settings) = settings(campaign, &args.limits, terminal) else { return Ok(Exit::Errors) };
    if args.archive {
        return archive::run(&site, &documents, &settings, Saving { dry_run: args.dry_run }, terminal);
    }
    let wanted = wanted(&documents);
    let bars = Bars::new(wanted.len(), terminal);
    let fetched = fetch(wanted, &Store::open(&site.root)?, &settings, &bars);
    bars.finish();
    tell(fetched?, bars.told(), terminal)
}

/// Who asks, whom, and how patiently; nothing when nobody could be reached who asks.
fn settings(campaign: &Campaign, limits: &Limits, terminal: &mut Terminal<'_>) -> Option<Settings> {
    let Some(contact) = sender(&campaign.site) else {
        terminal.complain(
            "error: hustings.yaml does not say how the owner of another site can reach you\n  \
             help: write “fetch: {contact: …}” there, with an e-mail or web address; it is sent with each request\n",
        );
        return None;
    };
    Some(Settings {
        contact,
        private_hosts: campaign.site.fetch.private_hosts.iter().map(ToString::to_string).collect(),
        limits: limits.clone(),
        now: || Timestamp::from_second(Timestamp::now().as_second()).unwrap_or(Timestamp::MAX),
    })
}

fn tell(mut fetched: Report, told: bool, terminal: &mut Terminal<'_>) -> Ran {
    fetched.outcomes.sort_by(|(one, _), (next, _)| one.name.cmp(&next.name));
    let missed = fetched.outcomes.iter().filter(|(_, outcome)| !outcome.is_got()).count();
    if !told {
        let quiet = terminal.loudness == Loudness::Quiet;
        for (wanted, outcome) in fetched.outcomes.iter().filter(|(_, outcome)| !quiet || !outcome.is_got()) {
            terminal.print(format_args!("{}: {outcome}\n", wanted.name))?;
        }
    }
    terminal.say(summary(&fetched));
    if fetched.stopped {
        terminal.complain("Stopped. What was fetched is in the store; run it again to go on.\n");
    }
    Ok(if fetched.stopped || missed > 0 { Exit::Environment } else { Exit::Clean })
}

fn summary(fetched: &Report) -> String {
    let count =
        |wanted: fn(&FetchOutcome) -> bool| fetched.outcomes.iter().filter(|(_, outcome)| wanted(outcome)).count();
    let counts = [
        (count(|outcome| matches!(outcome, FetchOutcome::New(..))), "new"),
        (count(|outcome| matches!(outcome, FetchOutcome::Changed(..))), "changed"),
        (count(|outcome| matches!(outcome, FetchOutcome::Unchanged)), "unchanged"),
        (count(|outcome| !outcome.is_got()), "not got"),
    ];
    counted(&counts).unwrap_or_else(|| "No document of the site has an address to be asked for.".to_owned())
}

fn verify(store: &Store, terminal: &mut Terminal<'_>) -> Ran {
    let verified = store.verify()?;
    for (path, what) in &verified.said {
        terminal.print(format_args!("{}: {what}\n", path.display()))?;
    }
    terminal.say(format!("{} addresses, {} objects as they were fetched.", verified.addresses, verified.whole));
    Ok(if verified.sound { Exit::Clean } else { Exit::Errors })
}

/// How many there are of each kind of which there are any, as a sentence; nothing when there are none at all.
fn counted(counts: &[(usize, &str)]) -> Option<String> {
    let some: Vec<String> = counts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    (!some.is_empty()).then(|| format!("{}.", some.join(", ")))
}
