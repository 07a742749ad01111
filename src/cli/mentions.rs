use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::{Exit, Ran, Terminal, report, root};
use crate::atoms::shown_name;
use crate::atoms::spreadsheet::guarded;
use crate::diagnostic::Failure;
use crate::load::Foreign;
use crate::mentions::{Excerpt, Finder, Mention, Plain, Span};
use crate::model::{Overrides, Question};
use crate::pipeline;

/// A text, of at most a hundred times a long manifesto.
const TEXT: Foreign = Foreign { kind: "text file", largest: 20_000_000, if_larger: "cut it into smaller texts" };

/// How files begin that hold words, but not as plain text.
const OTHER_KINDS: [(&[u8], &str); 3] =
    [(b"%PDF-", "a PDF"), (b"{\\rtf", "an RTF file"), (b"PK\x03\x04", "an office file or another archive")];

/// Show where texts speak of the site's questions.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  pdftotext manifesto.pdf && hustings mentions manifesto.txt
  hustings mentions --question duck-pond leaflets/*.txt
  hustings mentions --format csv *.txt > mentions.csv

The words to look for are the “terms” of each question (docs/record-format.md). What is found is
material to read, never a stance; what is not found may still be there in other words.")]
pub(super) struct Args {
    /// Texts in UTF-8; a form feed ends a page.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Look for one question only.
    #[arg(long, value_name = "ID")]
    question: Option<String>,
    /// In what form to print.
    #[arg(long, value_enum, default_value_t)]
    format: Form,
}

/// In what form mentions are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    /// For people: the sentence of each mention.
    #[default]
    Text,
    /// For programs: a row for each mention.
    Csv,
}

/// A question, and what looks for it.
type Sought<'q> = (&'q Question, Finder<'q>);

pub(super) fn run(args: &Args, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let root = root::find(directory)?;
    let planned = pipeline::prepare(&root, &Overrides::on(terminal.today))?;
    let Some((campaign, _)) = &planned.site else {
        return Ok(report::errors(planned.found, &planned.sources, "there is no site to look at", terminal));
    };
    let asked = campaign.questions.iter().map(|question| &**question);
    let asked: Vec<&Question> =
        asked.filter(|q| args.question.as_deref().is_none_or(|id| q.id.as_str() == id)).collect();
    if campaign.questions.is_empty() {
        terminal.complain("error: the site has no questions yet, so there is nothing to look for\n");
        return Ok(Exit::Errors);
    }
    if let (Some(id), true) = (&args.question, asked.is_empty()) {
        let ids = campaign.questions.iter().map(|question| question.id.as_str());
        return Ok(terminal.unknown("question", id, ids));
    }
    let sought: Vec<Sought<'_>> = asked.into_iter().map(|question| (question, Finder::of(&question.terms))).collect();
    let texts = args.files.iter().map(|file| Ok((file.as_path(), read(file)?))).collect::<Result<Vec<_>, Failure>>()?;
    match args.format {
        Form::Text => {
            for (file, text) in &texts {
                terminal.print_shown(in_words(file, &Plain::of(text), &sought, terminal.out_colour))?;
            }
        }
        Form::Csv => terminal.print(in_rows(&texts, &sought))?,
    }
    Ok(Exit::Clean)
}

fn read(path: &Path) -> Result<String, Failure> {
    let text = TEXT.read(path)?;
    let kind = OTHER_KINDS.iter().find(|(start, _)| text.starts_with(start));
    if let Some((_, kind)) = kind {
        let help = "make a text of it first, for example with pdftotext";
        return Err(Failure::at(path, "cannot read", format!("it is {kind}, not a plain text"), help));
    }
    String::from_utf8(text).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let why = format!("its byte {} is not UTF-8", at + 1);
        let help = "save it as UTF-8; of a PDF or an office file make a text first, for example with pdftotext";
        Failure::at(path, "cannot read", why, help)
    })
}

/// What one text says, for people.
fn in_words(file: &Path, text: &Plain<'_>, sought: &[Sought<'_>], colour: bool) -> String {
    let (read, all) = (text.pages_read(), text.pages());
    let mut out = format!("{}\n", shown_name(&file.to_string_lossy()));
    if read == 0 {
        out.push_str("  no words could be read in it\n");
        return out;
    }
    let pages = match (read, all) {
        (1, 1) => "the page we could read".to_owned(),
        (read, all) if read == all => format!("the {read} pages we could read"),
        (read, all) => format!("the {read} of {all} pages that we could read"),
    };
    for (question, finder) in sought {
        let found = finder.find(text);
        let _ = match (question.terms.is_empty(), found.len()) {
            (true, _) => writeln!(out, "  {}: the question lists no terms to look for", question.id),
            (false, 0) => writeln!(out, "  {}: no mention found in {pages}", question.id),
            (false, 1) => writeln!(out, "  {}: 1 mention in {pages}", question.id),
            (false, n) => writeln!(out, "  {}: {n} mentions in {pages}", question.id),
        };
        for mention in found {
            let Span { page, line, .. } = mention.words;
            let _ = writeln!(out, "    page {page}, line {line}: {}", sentence(text, &mention, colour));
        }
    }
    out
}

/// The sentence of a mention with its words set off.
fn sentence(text: &Plain<'_>, mention: &Mention<'_>, colour: bool) -> String {
    let Excerpt { before, words, after } = mention.excerpt(text);
    let (on, off) = if colour { ("\x1b[1m", "\x1b[0m") } else { ("[", "]") };
    format!("{before}{on}{words}{off}{after}")
}

/// What some texts say, for programs.
fn in_rows(texts: &[(&Path, String)], sought: &[Sought<'_>]) -> String {
    let mut rows = csv::Writer::from_writer(Vec::new());
    let head = ["file", "question", "term", "page", "line", "start", "end", "words", "sentence"];
    let mut written = rows.write_record(head);
    for (file, text) in texts {
        let text = Plain::of(text);
        for (question, finder) in sought {
            for mention in finder.find(&text) {
                let Span { page, line, bytes } = &mention.words;
                let numbers = [*page, *line, bytes.start, bytes.end].map(|n| n.to_string());
                let [page, line, start, end] = &numbers;
                let (words, sentence) =
                    (text.show(mention.words.bytes.clone()), text.show(mention.sentence.bytes.clone()));
                let (file, id) = (file.to_string_lossy(), question.id.as_str());
                let row = [&*file, id, mention.term.words.as_str(), page, line, start, end, &words, &sentence];
                let row = row.map(guarded);
                written = written.and_then(|()| rows.write_record(row.iter().map(|cell| cell.as_bytes())));
            }
        }
    }
    match written.map_err(|error| error.to_string()).and_then(|()| rows.into_inner().map_err(|e| e.to_string())) {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => unreachable!("rows of texts fit into memory: {error}"),
    }
}
