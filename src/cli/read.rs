use std::fmt::Write as _;
use std::ops::Range;
use std::path::Path;

use jiff::civil::Date;

use super::asking::is_yes;
use super::saving::Saving;
use super::{Exit, Ran, Terminal, open};
use crate::atoms::{PageText, QuestionId, Seen, Slug, shown};
use crate::desk::{Finding, NotDone, OpenDocument, RecordedAs};
use crate::mentions::{Finder, Plain};
use crate::model::{Says, Transcript};

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
    /// The questions that it mentions, with commas between them; `none` for none.
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
    #[command(flatten)]
    saving: Saving,
}

pub(super) fn run(args: &ReadArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let site = open(directory, terminal)?;
    let open = OpenDocument::of(&site, &args.document, "nothing was read or written")?;
    let date = args.date.unwrap_or_else(|| site.day());
    let finding = match &args.by {
        Some(by) => Some(said(args, by, date, &open).map_err(NotDone::Refused)?),
        None => {
            terminal.print_shown(marked(&open, terminal.out_colour))?;
            asked(&open, args.seen, date, terminal)
        }
    };
    let Some(finding) = finding else { return Ok(Exit::Clean) };
    let (file, by) = (&open.document.file, &finding.by);
    let (change, recorded) = open.record(&finding)?;
    let is_saved = match &args.by {
        None => args.saving.save_when_sure(change, (file, &[]), true, terminal)?,
        Some(_) => args.saving.save(change, &(), terminal).map(|()| !args.saving.dry_run)?,
    };
    match recorded {
        _ if !is_saved => {}
        RecordedAs::Reading => terminal.say(format!("{file}: recorded the reading by {by}.")),
        RecordedAs::Check(other) => {
            terminal.say(format!("{file}: {other} found the same, so this is a check of that reading by {by}."));
        }
    }
    Ok(Exit::Clean)
}

/// What a command line says was found, or why it says nothing.
fn said(args: &ReadArgs, by: &Slug, date: Date, open: &OpenDocument<'_>) -> Result<Finding, String> {
    let of_election = || open.questions.iter().map(|question| question.id().clone());
    let looked_for = if args.looked_for.is_empty() { of_election().collect() } else { args.looked_for.clone() };
    let found = match &args.found[..] {
        [] => return Err("nothing says what was found; name the questions with --found, or “--found none”".into()),
        [none] if none == "none" => Vec::new(),
        ids => ids.iter().map(|id| id.parse().map_err(|e| format!("{e}"))).collect::<Result<Vec<_>, _>>()?,
    };
    Ok(Finding { by: by.clone(), date, seen: args.seen, whole: args.whole, looked_for, found })
}

/// Asks a person at the terminal what they found; nothing when nobody is there, or they do not want to say.
fn asked(open: &OpenDocument<'_>, seen: Seen, date: Date, terminal: &mut Terminal<'_>) -> Option<Finding> {
    let checkers: Vec<&str> = open.campaign.site.checkers.keys().map(Slug::as_str).collect();
    let by = terminal.ask(format_args!("\nWho read it? ({}; Enter: record nothing) ", checkers.join(", ")))?;
    let by: Slug = by.parse().ok()?;
    let whole = is_yes(&terminal.ask("Did you read all of it? (y/n) ")?);
    let (mut looked_for, mut found) = (Vec::new(), Vec::new());
    for question in &open.questions {
        let asked = format!("{}\n  Does it mention this? (y/n, nothing: did not look) ", question.wording().ask);
        let answer = terminal.ask(asked).unwrap_or_default();
        if !answer.is_empty() {
            looked_for.push(question.id().clone());
            found.extend(is_yes(&answer).then(|| question.id().clone()));
        }
    }
    Some(Finding { by, date, seen, whole, looked_for, found })
}

/// The text of a document, page by page, with the words of the questions marked; then what is known of each.
fn marked(open: &OpenDocument<'_>, colour: bool) -> String {
    let mut out = format!("{} ({})\n", open.document.title, open.document.file);
    match &open.document.transcript {
        Some(transcript) => pages(&mut out, open, transcript, colour),
        None => {
            let id = &open.document.id;
            let _ = writeln!(out, "\nIt has no text yet: “hustings transcribe {id}” makes one from its files.");
        }
    }
    out.push('\n');
    for question in &open.questions {
        let _ = writeln!(out, "{}: {}", question.id(), says(open.document.says(question.id())));
    }
    out
}

fn pages(out: &mut String, open: &OpenDocument<'_>, transcript: &Transcript, colour: bool) {
    let finders: Vec<_> =
        open.questions.iter().map(|question| (question, Finder::of(&question.question.terms))).collect();
    for (number, page) in (1..).zip(&transcript.pages) {
        let _ = match (page.confidence, transcript.is_readable(number)) {
            (_, true) => writeln!(out, "\n—— page {number} ——"),
            (Some(confidence), false) => writeln!(out, "\n—— page {number}, not readable: {confidence} % sure ——"),
            (None, false) => writeln!(out, "\n—— page {number}, not readable: no words ——"),
        };
        let text = Plain::of(&page.text);
        let hits = finders.iter().flat_map(|(question, finder)| {
            finder
                .find(&text)
                .into_iter()
                .map(|mention| (mention.words.bytes, question.id().as_str()))
                .collect::<Vec<_>>()
        });
        mark(out, page, hits.collect(), colour);
    }
}

/// Writes a page with its hits set off, each with the question of which it speaks.
fn mark(out: &mut String, page: &PageText, mut hits: Vec<(Range<usize>, &str)>, colour: bool) {
    hits.sort_by_key(|(at, _)| at.start);
    let (on, off) = if colour { ("\x1b[1m", "\x1b[0m") } else { ("[", "]") };
    let (mut text, mut end) = (String::new(), 0);
    for (at, question) in hits {
        if at.start < end {
            let _ = write!(text, " (→ {question})");
            continue;
        }
        let (before, words) = (shown(&page.text[end..at.start]), shown(&page.text[at.clone()]));
        let _ = write!(text, "{before}{on}{words} → {question}{off}");
        end = at.end;
    }
    text.push_str(&shown(&page.text[end..]));
    out.push_str(text.trim_end());
    out.push('\n');
}

fn says(says: Says<'_>) -> String {
    match says {
        Says::Speaks(reading) => format!("{} found it on {}", reading.by, reading.date),
        Says::Differ(found, silent) => format!(
            "{} found it on {}, and {} read all of it on {} and did not",
            found.by, found.date, silent.by, silent.date
        ),
        Says::Quoted => "a mark quotes it; no reading is on record".to_owned(),
        Says::Silent(reading) => format!("{} read all of it on {} and did not find it", reading.by, reading.date),
        Says::Mentions(heard) if heard.len() == 1 => {
            "its words are in 1 place; nobody has read the whole document".to_owned()
        }
        Says::Mentions(heard) => format!("its words are in {} places; nobody has read the whole document", heard.len()),
        Says::NoMention { read, pages } if read == pages => match pages {
            1 => "no mention found in the page we could read".to_owned(),
            _ => format!("no mention found in the {pages} pages we could read"),
        },
        Says::NoMention { read, pages } => format!("no mention found in the {read} of {pages} pages we could read"),
        Says::Unreadable => "none of its pages could be read".to_owned(),
        Says::NotLooked => "nobody has looked for it yet".to_owned(),
    }
}
