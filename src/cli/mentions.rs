use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::{Exit, NOTHING_TO_SEE, Ran, Terminal, open};
use crate::atoms::shown_name;
use crate::desk::{self, SoughtQuestion, mentions_csv, read_text};
use crate::diagnostic::Failure;
use crate::mentions::{Excerpt, Finder, Mention, Plain, Span};
use crate::model::Question;

/// Show where texts speak of the site's questions.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  pdftotext manifesto.pdf && hustings mentions manifesto.txt
  hustings mentions --question duck-pond leaflets/*.txt
  hustings mentions --format csv *.txt > mentions.csv

The words to look for are the “terms” of each question (docs/record-format.md). What is found is
material to read, never a stance; what is not found may still be there in other words.")]
pub(super) struct MentionsArgs {
    /// Texts in UTF-8; a form feed ends a page.
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Look for one question only.
    #[arg(long, value_name = "ID")]
    question: Option<String>,
    /// In what form to print.
    #[arg(long, value_enum, default_value_t)]
    format: MentionsForm,
}

/// In what form mentions are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
enum MentionsForm {
    /// For people: the sentence of each mention.
    #[default]
    Text,
    /// For programs: a row for each mention.
    Csv,
}

pub(super) fn run(args: &MentionsArgs, directory: Option<&Path>, terminal: &mut Terminal<'_>) -> Ran {
    let site = open(directory, terminal)?;
    let campaign = site.campaign(NOTHING_TO_SEE)?;
    if campaign.questions.is_empty() {
        terminal.complain("error: the site has no questions yet, so there is nothing to look for\n");
        return Ok(Exit::Errors);
    }
    let all = campaign.questions.iter().map(|question| &**question);
    let asked: Vec<&Question> = match &args.question {
        Some(id) => vec![desk::known("question", id, all, |question| question.id.as_str())?],
        None => all.collect(),
    };
    let sought: Vec<SoughtQuestion<'_>> =
        asked.into_iter().map(|question| (question, Finder::of(&question.terms))).collect();
    let texts = args.files.iter().map(|file| Ok((file.as_path(), read_text(file)?)));
    let texts = texts.collect::<Result<Vec<_>, Failure>>()?;
    match args.format {
        MentionsForm::Text => {
            for (file, text) in &texts {
                terminal.print_shown(in_words(file, &Plain::of(text), &sought, terminal.out_colour))?;
            }
        }
        MentionsForm::Csv => terminal.print(mentions_csv(&texts, &sought))?,
    }
    Ok(Exit::Clean)
}

/// What one text says, for people.
fn in_words(file: &Path, text: &Plain<'_>, sought: &[SoughtQuestion<'_>], colour: bool) -> String {
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
