mod ask;
mod text;

use std::path::Path;
use std::slice::from_ref;

use jiff::civil::Date;

use super::site::OpenSite;
use super::{Exit, Ran, Terminal};
use crate::atoms::{QuestionId, Seen, Slug};
use crate::desk::{Finding, NotDone, OpenDocument, RecordedAs, Verdict};

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
pub(super) struct ReadArgs {
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

pub(super) fn run(args: &ReadArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let site = OpenSite::open(directory, terminal)?;
    let undone = "nothing was read or written";
    let document = site.documents(from_ref(&args.document), undone)?[0];
    let open = OpenDocument::of(site.campaign(undone)?, document);
    let date = args.date.unwrap_or(terminal.today);
    let verdict = match &args.by {
        Some(by) => Some(said(args, by, date, &open).map_err(NotDone::Refused)?),
        None => {
            terminal.print_shown(text::marked(&open, terminal.out_colour))?;
            ask::ask(&open, args.seen, date, terminal)
        }
    };
    let Some(verdict) = verdict else { return Ok(Exit::Clean) };
    let (file, by) = (&document.file, &verdict.found().by);
    match open.record(&site.root, &verdict)? {
        RecordedAs::Reading => terminal.say(format!("{file}: wrote down the reading of {by}.")),
        RecordedAs::Check(other) => {
            terminal.say(format!("{file}: {other} found the same, so this is a check of that reading by {by}."));
        }
    }
    Ok(Exit::Clean)
}

/// The verdict that a command line gives, or why it cannot be one.
fn said(args: &ReadArgs, by: &Slug, date: Date, open: &OpenDocument<'_>) -> Result<Verdict, String> {
    let of_election = || open.questions.iter().map(|question| question.id().clone());
    let looked_for = if args.looked_for.is_empty() { of_election().collect() } else { args.looked_for.clone() };
    let found = match &args.found[..] {
        [] => return Err("nothing says what was found; name the questions with --found, or “--found none”".into()),
        [none] if none == "none" => Vec::new(),
        ids => ids.iter().map(|id| id.parse().map_err(|e| format!("{e}"))).collect::<Result<Vec<_>, _>>()?,
    };
    Verdict::of(Finding { by: by.clone(), date, seen: args.seen, whole: args.whole, looked_for, found }, open)
}
