//! Takes the bytes of a document, gives its words page by page with how surely they were read, and why what could not be
//! read could not. Every file is a stranger's: it is opened only in a process of its own, within limits, so that
//! whatever is in it can neither crash nor stall the program.

mod pdf;
mod process;
mod scan;
mod sense;
mod worker;

use std::ffi::OsString;
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use serde::de::DeserializeOwned;

pub use worker::{SAYS, Task, convert, work};

use super::encoding::charset;
use super::store::FileKind;
use crate::atoms::{MadeFrom, PageText};
use pdf::PdfPage;
use sense::{Sense, sense};
use worker::PAGES;

/// How to get what reads pictures.
const TESSERACT: &str = "install Tesseract (Debian: apt-get install tesseract-ocr, for Welsh also tesseract-ocr-cym)";
/// How to get what makes pictures of pages.
const PDFTOPPM: &str = "install pdftoppm (Debian: apt-get install poppler-utils)";

/// How long and how much the reading of one file may take.
#[derive(Debug, Clone)]
pub struct ReadLimits {
    /// For one step: opening a PDF, recognising a page.
    pub step: Duration,
    /// For a step that has given its answer, to end.
    pub end: Duration,
    /// What a step may give, in bytes.
    pub output: u64,
}

impl Default for ReadLimits {
    fn default() -> Self {
        Self { step: Duration::from_secs(60), end: Duration::from_secs(2), output: 60_000_000 }
    }
}

/// Reads files.
#[derive(Debug, Clone)]
pub struct FileReader {
    /// This very program, which is run again for each step.
    pub program: PathBuf,
    /// Where Tesseract and pdftoppm are, when they are installed.
    pub tesseract: Option<PathBuf>,
    /// See `tesseract`.
    pub pdftoppm: Option<PathBuf>,
    /// The languages in which pictures are read, in Tesseract's names: `eng`.
    pub languages: Vec<String>,
    /// How long and how much.
    pub limits: ReadLimits,
}

/// The words of a file.
#[derive(Debug, Default)]
pub struct ReadText {
    /// Its pages; those of which nothing could be read are empty.
    pub pages: Vec<PageText>,
    /// From what the words were made.
    pub made_from: Option<MadeFrom>,
    /// What could not be read, and why: the page, from 1; none for the whole file.
    pub unread: Vec<(Option<usize>, Unread)>,
}

/// Why something was not read, or not well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It could not be, for this reason.
    Damaged(String),
    /// Nothing was tried, since the system gave no process or thread for it.
    NotBegun(String),
    /// A program is missing: for what, and how to get it.
    Wanting(&'static str, &'static str),
    /// It has more pages than are read.
    TooMany,
    /// Its words are too unsure, in per cent.
    Unsure(u8),
}

impl Unread {
    fn damaged(why: &str) -> Self {
        Self::Damaged(why.to_owned())
    }

    fn no_words() -> Self {
        Self::damaged("no words were found on it")
    }

    fn picture(program: &'static str) -> Self {
        Self::Wanting("it is a picture; to read it", program)
    }

    /// Why nothing was even tried, when that is so.
    #[must_use]
    pub fn not_begun(&self) -> Option<&str> {
        if let Self::NotBegun(why) = self { Some(why) } else { None }
    }

    /// Whether it is for want of a program on this machine, so that another try may give more.
    #[must_use]
    pub fn for_want_of_a_program(&self) -> bool {
        matches!(self, Self::Wanting(..))
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged(why) => write!(f, "could not be read: {why}"),
            Self::NotBegun(why) => write!(f, "was not read: the program could not be run again for it ({why})"),
            Self::Wanting(what, program) => write!(f, "was not read: {what}, {program}"),
            Self::TooMany => write!(f, "has more pages than are read; these are the first {PAGES}"),
            Self::Unsure(sure) => write!(f, "could not be read well: {sure} per cent sure of its words"),
        }
    }
}

impl FileReader {
    /// The words of a file; of a text, a server may have named the encoding, as its header `Content-Type` does.
    #[must_use]
    pub fn read(&self, bytes: &[u8], kind: FileKind, content_type: Option<&str>) -> ReadText {
        let read = match kind {
            FileKind::Pdf => self.pdf(bytes),
            FileKind::Picture => Ok(self.photograph(bytes)),
            FileKind::WebPage => self.text(Task::Html, bytes, content_type, MadeFrom::WebPage),
            FileKind::PlainText => self.text(Task::Plain, bytes, content_type, MadeFrom::PlainText),
        };
        read.unwrap_or_else(|why| ReadText { unread: vec![(None, why)], ..ReadText::default() })
    }

    /// Runs this program again for one step, within limits that it sets itself.
    fn step(&self, task: Task, word: Option<String>, input: &[u8]) -> Result<Vec<u8>, Unread> {
        let words = ["worker".to_owned(), task.word()].into_iter().chain(word).map(OsString::from);
        process::run(&self.program, &words.collect::<Vec<_>>(), &self.limits, input)
    }

    /// The pages that a step finds in a file, no more than are read, and whether there are more.
    fn pages<T: DeserializeOwned>(
        &self,
        task: Task,
        word: Option<String>,
        input: &[u8],
    ) -> Result<(Vec<T>, bool), Unread> {
        let answer = self.step(task, word, input)?;
        let mut pages: Vec<T> =
            serde_json::from_slice(&answer).map_err(|_| Unread::damaged("what came out of it makes no sense"))?;
        let more = pages.len() > PAGES;
        pages.truncate(PAGES);
        Ok((pages, more))
    }

    fn text(
        &self,
        task: Task,
        bytes: &[u8],
        content_type: Option<&str>,
        made_from: MadeFrom,
    ) -> Result<ReadText, Unread> {
        let (pages, more) = self.pages::<String>(task, content_type.and_then(charset), bytes)?;
        let pages: Vec<PageText> = pages.into_iter().map(|text| PageText { confidence: None, text }).collect();
        let empty = !pages.iter().any(PageText::is_readable);
        let unread = [empty.then(Unread::no_words), more.then_some(Unread::TooMany)];
        let unread = unread.into_iter().flatten().map(|why| (None, why)).collect();
        Ok(ReadText { pages, made_from: Some(made_from), unread })
    }

    fn photograph(&self, bytes: &[u8]) -> ReadText {
        let page = self.picture(bytes);
        let why = page.as_ref().map_or_else(|why| Some(why.clone()), unread_page);
        let unread = why.map(|why| (Some(1), why)).into_iter().collect();
        ReadText { pages: vec![page.unwrap_or_default()], made_from: Some(MadeFrom::Picture), unread }
    }

    /// The text inside a PDF; pages without any that makes sense are read as pictures.
    fn pdf(&self, bytes: &[u8]) -> Result<ReadText, Unread> {
        let (drawn, more) = self.pages::<PdfPage>(Task::Pdf, None, bytes)?;
        let judged = judged(&drawn);
        let made_from = if judged.contains(&Sense::Words) { MadeFrom::Pdf } else { MadeFrom::Picture };
        let mut read = ReadText { made_from: Some(made_from), ..ReadText::default() };
        read.unread.extend(more.then_some((None, Unread::TooMany)));
        let mut missing = None;
        for (number, (page, sense)) in (1..).zip(drawn.into_iter().zip(judged)) {
            let own = PageText { confidence: None, text: page.text };
            if sense == Sense::Words {
                read.pages.push(own);
                continue;
            }
            let scanned = match &missing {
                Some(missing) => Err(Unread::clone(missing)),
                None => self.scanned(bytes, number),
            };
            if let Err(why @ Unread::Wanting(..)) = &scanned {
                missing = Some(why.clone());
            }
            let (text, why) = settle(sense, own, scanned);
            read.unread.extend(why.map(|why| (Some(number), why)));
            read.pages.push(text);
        }
        Ok(read)
    }
}

/// What the pages of a PDF are, each by itself; where most mean nothing, those of few words mean nothing either. Of those that
/// stay [`Sense::Few`], a picture covers most.
fn judged(pages: &[PdfPage]) -> Vec<Sense> {
    let all: Vec<Sense> = pages.iter().map(|page| sense(&page.text)).collect();
    let count = |wanted: Sense| all.iter().filter(|sense| **sense == wanted).count();
    let mostly_senseless = count(Sense::Senseless) > count(Sense::Words);
    let judge = |(page, sense): (&PdfPage, &Sense)| match sense {
        Sense::Few { common: false } if mostly_senseless => Sense::Senseless,
        Sense::Few { .. } if !page.covered => Sense::Words,
        other => *other,
    };
    pages.iter().zip(&all).map(judge).collect()
}

/// The text that a page of a PDF has in the end, and why it cannot be relied upon, when that is so.
fn settle(sense: Sense, own: PageText, scanned: Result<PageText, Unread>) -> (PageText, Option<Unread>) {
    match (sense, scanned) {
        // What little it says, it says itself: a picture without words is no loss.
        (Sense::Few { .. }, Ok(text)) if !text.is_readable() => (own, None),
        (Sense::Few { .. }, Err(why)) => (own, Some(why)),
        (Sense::Senseless, Err(Unread::Wanting(_, program))) => {
            let what = "its fonts do not say which letters they draw; to read it as a picture";
            (PageText::default(), Some(Unread::Wanting(what, program)))
        }
        (Sense::Senseless, Err(_)) => {
            (PageText::default(), Some(Unread::damaged("its fonts do not say which letters they draw")))
        }
        (_, Err(why)) => (PageText::default(), Some(why)),
        (_, Ok(text)) => {
            let why = unread_page(&text);
            (text, why)
        }
    }
}

/// Why a page that a program recognised cannot be relied upon.
fn unread_page(page: &PageText) -> Option<Unread> {
    if page.is_readable() {
        return None;
    }
    let words = page.text.contains(char::is_alphanumeric);
    Some(if words { Unread::Unsure(page.confidence.unwrap_or_default()) } else { Unread::no_words() })
}
