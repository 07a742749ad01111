use std::fmt::Write as _;
use std::path::Path;

use super::{Exit, Ran, Terminal, report, root};
use crate::model::{Campaign, Document, Election, Overrides, ToRead};
use crate::pipeline;

/// List the documents that nobody has read whole, and what else is left to read.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings status                               every document of the site
  hustings status --election parl.2015-05-07    those of one election

A document counts as read once somebody has recorded a reading of the whole that looked for every
question of its election, and as many others as the site asks for have repeated it.")]
pub(super) struct Args {
    /// Documents of one election only.
    #[arg(long, value_name = "ID")]
    election: Option<String>,
}

pub(super) fn run(args: &Args, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let root = root::find(directory)?;
    let planned = pipeline::prepare(&root, &Overrides::default())?;
    let Some((campaign, _)) = &planned.site else {
        return Ok(report::errors(planned.found, &planned.sources, "there is no site to look at", terminal));
    };
    let wanted = |election: &&Election| args.election.as_deref().is_none_or(|id| election.id.as_str() == id);
    let elections: Vec<&Election> = campaign.elections.iter().filter(wanted).collect();
    if let (Some(id), true) = (&args.election, elections.is_empty()) {
        let ids: Vec<&str> = campaign.elections.iter().map(|election| election.id.as_str()).collect();
        terminal.complain(format_args!("error: there is no election “{id}”; the site has: {}\n", ids.join(", ")));
        return Ok(Exit::Usage);
    }
    for election in elections {
        terminal.print(status(campaign, election))?;
    }
    Ok(Exit::Clean)
}

/// What is left to read of the documents of an election.
fn status(campaign: &Campaign, election: &Election) -> String {
    let documents = campaign.documents.iter().filter(|document| document.election == election.id);
    let documents: Vec<(&Document, ToRead)> = documents.map(|d| (&**d, d.to_read(&election.questions))).collect();
    let mut out = format!("{} ({})\n", election.name, election.id);
    if documents.is_empty() {
        out.push_str("  no documents on record\n");
    }
    for name in GROUPS {
        let of: Vec<_> = documents.iter().filter(|(_, left)| group(left) == *name).collect();
        if of.is_empty() {
            continue;
        }
        let _ = writeln!(out, "  {name}: {} of {}", of.len(), documents.len());
        for (document, left) in of.into_iter().filter(|(_, left)| *left != ToRead::Nothing) {
            let required = campaign.site.checks_required;
            let _ = writeln!(out, "    {}: {}{}", document.file, document.title, detail(document, left, required));
        }
    }
    out
}

/// What documents are sorted by, the least read first.
const GROUPS: &[&str] = &[
    "nobody has seen",
    "read in part",
    "read whole, but not for every question",
    "read whole, and to be checked",
    "read and checked",
];

fn group(left: &ToRead) -> &'static str {
    let at = match left {
        ToRead::All => 0,
        ToRead::Rest => 1,
        ToRead::Questions(_) => 2,
        ToRead::Checks(_) => 3,
        ToRead::Nothing => 4,
    };
    GROUPS[at]
}

/// How much of a document was read, for whom that is not plain from its group.
fn detail(document: &Document, left: &ToRead, required: u32) -> String {
    match left {
        ToRead::All if !document.readings.is_empty() => " (somebody tells of it)".to_owned(),
        ToRead::Rest => {
            let parts: Vec<&str> = document.readings.iter().filter_map(|reading| reading.part.as_deref()).collect();
            if parts.is_empty() { String::new() } else { format!(" ({})", parts.join("; ")) }
        }
        ToRead::Questions(ids) => {
            let ids: Vec<&str> = ids.iter().map(crate::atoms::QuestionId::as_str).collect();
            format!(" (not for: {})", ids.join(", "))
        }
        ToRead::Checks(checks) => format!(" ({checks} of {required} checks)"),
        ToRead::All | ToRead::Nothing => String::new(),
    }
}
