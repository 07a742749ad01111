mod record;
mod text;
mod verdict;

use std::path::Path;
use std::slice::from_ref;

use jiff::civil::Date;

use super::documents::{Named, named};
use super::{Exit, Ran, Terminal, root};
use crate::atoms::{QuestionId, Seen, Slug};
use crate::model::{Campaign, Document, Overrides, PutQuestion};
use crate::pipeline;
use record::Recorded;
use verdict::Verdict;

/// Show the text of a document with what speaks of the questions marked, and record what you found.
///
/// On a terminal it then asks what you found, and writes that into the document's record when you say so: as a reading of
/// your own, or as a check when somebody else has found the same. A program finds words; only a person who
/// has read the whole can say that a document does not mention something.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings read asha-leaflet
                               show its text, then ask
  hustings read asha-leaflet --by pat --whole --found duck-pond
                               record that Pat read the whole, and that it speaks of one question
  hustings read asha-leaflet --by pat --whole --found none --seen original
                               Pat held it in the hand, and it mentions none of them
  hustings read asha-leaflet | less")]
pub(super) struct Args {
    /// The document, by the name of its record.
    #[arg(value_name = "ID")]
    document: String,
    /// Record a reading by this checker, without asking.
    #[arg(long, value_name = "CHECKER")]
    by: Option<Slug>,
    /// That the whole of it was read.
    #[arg(long, requires = "by")]
    whole: bool,
    /// The questions of which it speaks, with commas between them; `none` for none.
    #[arg(long, value_name = "IDS", value_delimiter = ',', requires = "by")]
    found: Vec<String>,
    /// The questions that were looked for, with commas between them; all of its election when left out.
    #[arg(long, value_name = "IDS", value_delimiter = ',', requires = "by")]
    looked_for: Vec<QuestionId>,
    /// In what shape it was read: original, facsimile or transcription.
    #[arg(long, value_name = "SHAPE", default_value = "transcription")]
    seen: Seen,
    /// When it was read; today when left out.
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    date: Option<Date>,
}

pub(super) fn run(args: &Args, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let root = root::find(directory)?;
    let planned = pipeline::prepare(&root, &Overrides::on(terminal.today))?;
    let named = named(&planned, from_ref(&args.document), "nothing was read or written", terminal);
    let (campaign, document) = match named {
        Ok(Named { campaign, documents }) => (campaign, documents[0]),
        Err(exit) => return Ok(exit),
    };
    let desk = Desk::of(campaign, document);
    let day = args.date.unwrap_or(terminal.today);
    if let Some(by) = &args.by {
        return match Verdict::of(args, by, day, &desk) {
            Ok(verdict) => write(&root, &desk, &verdict, terminal),
            Err(why) => {
                terminal.complain(format_args!("error: {why}\n"));
                Ok(Exit::Usage)
            }
        };
    }
    terminal.print_shown(text::marked(&desk, terminal.out_colour))?;
    match verdict::ask(&desk, args.seen, day, terminal) {
        Some(verdict) => write(&root, &desk, &verdict, terminal),
        None => Ok(Exit::Clean),
    }
}

/// A document on the reading desk: with the questions to look for, and who may read.
struct Desk<'c> {
    campaign: &'c Campaign,
    document: &'c Document,
    questions: Vec<&'c PutQuestion>,
}

impl<'c> Desk<'c> {
    fn of(campaign: &'c Campaign, document: &'c Document) -> Self {
        let election = campaign.elections.iter().find(|election| election.id == document.election);
        let questions = election.map(|election| election.put_to(document)).unwrap_or_default();
        Self { campaign, document, questions }
    }
}

fn write(root: &Path, desk: &Desk<'_>, verdict: &Verdict, terminal: &mut Terminal<'_>) -> Ran {
    match record::record(root, desk, verdict)? {
        Recorded::Reading => terminal.say(format!("{}: wrote down the reading of {}.", desk.document.file, verdict.by)),
        Recorded::Check(by) => {
            let file = &desk.document.file;
            terminal.say(format!("{file}: {by} found the same, so this is a check of that reading by {}.", verdict.by));
        }
    }
    Ok(Exit::Clean)
}
