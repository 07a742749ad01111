use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use jiff::civil::Date;
use rayon::prelude::*;

use super::saving::Saving;
use super::{Exit, Loudness, Ran, Terminal, open};
use crate::desk::{MadeText, NotDone, Transcriber, not_after_as_of};
use crate::diagnostic::Failure;
use crate::leaflets::store::Store;
use crate::leaflets::text::{FileReader, ReadLimits};
use crate::model::{Campaign, Document};

/// Make texts of documents from their files, page by page.
///
/// Reads the files of a document, those in content/documents/ and those that “hustings fetch” has put into the store, and
/// writes their words to candidates/documents/ID.txt: from a PDF, from a web page, and from pictures when Tesseract is
/// installed. People's contact details are left out. What could not be read is said. Correct the text in any editor:
/// what you have touched is never written over. Asks nobody on the network.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  hustings transcribe                     every document that has files and no text yet
  hustings transcribe asha-leaflet        this one
  hustings transcribe --again             also those whose text nobody has touched since it was made

For pictures: apt-get install tesseract-ocr (for Welsh also tesseract-ocr-cym); for PDFs that hold only
pictures also poppler-utils.

Ends with 0 when all was read or it is said what could not be, with 3 when a file or a program is missing.")]
pub(super) struct TranscribeArgs {
    /// The documents, by the names of their records; all when left out.
    #[arg(value_name = "ID")]
    documents: Vec<String>,
    /// Make texts anew that nobody has touched since they were made.
    #[arg(long)]
    again: bool,
    /// The day that is written down; today when left out.
    #[arg(long, value_name = "DATE", value_parser = super::day)]
    date: Option<Date>,
    #[command(flatten)]
    saving: Saving,
}

/// How many texts are made before they are put in place: whoever stops the run loses no more.
const AT_ONCE: usize = 32;

pub(super) fn run(args: &TranscribeArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let site = open(directory, terminal)?;
    let undone = "nothing was read";
    let (campaign, documents) = (site.campaign(undone)?, site.documents(&args.documents, undone)?);
    let date = args.date.unwrap_or_else(|| site.day());
    not_after_as_of(date, campaign).map_err(NotDone::Refused)?;
    let (store, reader) = (Store::open(&site.root)?, reader(campaign)?);
    let desk = Transcriber { site: &site, store, reader, again: args.again, date };
    let mut all = Vec::new();
    for documents in documents.chunks(AT_ONCE) {
        let made = documents.par_iter().map(|document| Ok((*document, desk.make(document)?)));
        let mut made: Vec<(&Document, MadeText)> = made.collect::<Result<_, Failure>>()?;
        let change = desk.propose(&mut made)?;
        if !args.saving.dry_run {
            desk.untouched(&made)?;
        }
        args.saving.save(change, &(), terminal)?;
        all.append(&mut made);
    }
    tell(&all, !args.documents.is_empty(), args.saving, terminal)
}

/// Prints a line for each document of which there is something to say, and one for each page that could not be read.
fn tell(made: &[(&Document, MadeText)], named: bool, saving: Saving, terminal: &mut Terminal<'_>) -> Ran {
    let (mut new, mut unfetched, mut missing) = (0, 0, false);
    for (document, made) in made {
        new += usize::from(matches!(made, MadeText::Text { .. }));
        unfetched += usize::from(matches!(made, MadeText::NotFetched(_)));
        missing |= made.wants() && (named || !made.is_idle());
        let quiet = terminal.loudness == Loudness::Quiet && !made.is_trouble();
        for line in made.lines().into_iter().filter(|_| !quiet && (named || !made.is_idle())) {
            terminal.print(format_args!("{}: {line}\n", document.id))?;
        }
    }
    terminal.say(match new {
        0 => "No text was made.".to_owned(),
        _ if saving.dry_run => format!("Texts that would be made: {new}."),
        1 => "Made 1 text. Compare it with the document, and correct it in any editor.".to_owned(),
        new => format!("Made {new} texts. Compare them with the documents, and correct them in any editor."),
    });
    match unfetched {
        _ if named => {}
        0 => {}
        1 => terminal.say("1 document is not in the store yet: “hustings fetch” gets it."),
        n => terminal.say(format!("{n} documents are not in the store yet: “hustings fetch” gets them.")),
    }
    Ok(if missing { Exit::Environment } else { Exit::Clean })
}

/// What reads files: this very program, and those that are installed beside it.
fn reader(campaign: &Campaign) -> Result<FileReader, Failure> {
    let program = env::current_exe().map_err(|e| {
        Failure::new(
            "cannot read files",
            format!("the program cannot find its own file ({e})"),
            "run it by its full path",
        )
    })?;
    let tesseract = installed("tesseract");
    let languages = tesseract.as_ref().map(|tesseract| languages(tesseract, campaign)).unwrap_or_default();
    Ok(FileReader { program, tesseract, pdftoppm: installed("pdftoppm"), languages, limits: ReadLimits::default() })
}

/// Where a program is, if it is installed.
fn installed(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(name)).find(|path| path.is_file())
}

/// The languages of the site and its documents that Tesseract knows, in its names; English goes before.
fn languages(tesseract: &PathBuf, campaign: &Campaign) -> Vec<String> {
    let listed = Command::new(tesseract).arg("--list-langs").output();
    let listed = listed.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    let of_documents = campaign.documents.iter().filter_map(|document| document.lang.as_ref());
    let mut tags = campaign.in_each_language().map(|campaign| &campaign.language).chain(of_documents);
    let welsh = tags.any(|tag| tag.primary() == "cy") && listed.lines().any(|known| known == "cym");
    let more = welsh.then(|| "cym".to_owned());
    std::iter::once("eng".to_owned()).chain(more).collect()
}
