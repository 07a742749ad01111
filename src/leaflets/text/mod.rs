//! Takes the bytes of a document, gives its words page by page with how surely they were read, and why what could not be
//! read could not. Every file is a stranger's: it is opened only in a process of its own, within limits, so that
//! whatever is in it can neither crash nor stall the program.

mod process;
mod scan;
mod tesseract;
mod worker;

use std::path::PathBuf;
use std::time::Duration;

pub use process::Stopped;
pub use worker::{SAYS, Task, convert, work};

use super::store::FileKind;
use crate::atoms::{MadeFrom, PageText};
use process::Process;
use worker::PAGES;

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
pub struct Reader {
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
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadText {
    /// Its pages; those of which nothing could be read are empty.
    pub pages: Vec<PageText>,
    /// From what the words were made.
    pub made_from: Option<MadeFrom>,
    /// What could not be read, and why: the page, from 1; none for the whole file.
    pub unread: Vec<(Option<usize>, Unread)>,
}

/// Why something could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// The file is damaged, or made in a way that nothing here understands.
    Damaged(String),
    /// Nothing was tried, since the system gave no process or thread for it.
    NotBegun(String),
    /// It is locked with a password.
    Locked,
    /// It has more pages than are read.
    TooMany(usize),
    /// There are no words on it, as far as we can see.
    NoWords,
    /// Its words are too unsure, in per cent.
    Unsure(u8),
    /// A program is missing that reads pictures.
    NoTesseract,
    /// A program is missing that makes pictures of pages.
    NoPdftoppm,
}

impl Unread {
    /// Why nothing was even tried, when that is so.
    #[must_use]
    pub fn not_begun(&self) -> Option<&str> {
        match self {
            Self::NotBegun(why) => Some(why),
            _ => None,
        }
    }

    /// Whether it is for want of a program on this machine, so that another try may give more.
    #[must_use]
    pub fn for_want_of_a_program(&self) -> bool {
        matches!(self, Self::NoTesseract | Self::NoPdftoppm)
    }
}

impl std::fmt::Display for Unread {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Damaged(why) => write!(f, "could not be read: {why}"),
            Self::NotBegun(why) => write!(f, "was not read: the program could not be run again for it ({why})"),
            Self::Locked => f.write_str("could not be read: it is locked with a password"),
            Self::TooMany(pages) => write!(f, "has more pages than are read; these are the first {pages}"),
            Self::NoWords => f.write_str("could not be read: no words were found on it"),
            Self::Unsure(sure) => write!(f, "could not be read well: {sure} per cent sure of its words"),
            Self::NoTesseract => f.write_str(
                "was not read: Tesseract reads pictures, and is not installed (Debian: apt-get install tesseract-ocr, for Welsh also tesseract-ocr-cym)",
            ),
            Self::NoPdftoppm => f.write_str(
                "was not read: it is a picture, and pdftoppm is not installed (Debian: apt-get install poppler-utils)",
            ),
        }
    }
}

impl Reader {
    /// The words of a file.
    #[must_use]
    pub fn read(&self, bytes: &[u8], kind: FileKind) -> ReadText {
        match kind {
            FileKind::Pdf => self.pdf(bytes),
            FileKind::Picture => self.pictures(&[bytes], MadeFrom::Picture),
            FileKind::WebPage => self.words_of(Task::Html, bytes, MadeFrom::WebPage),
            FileKind::PlainText => self.words_of(Task::Plain, bytes, MadeFrom::PlainText),
        }
    }

    /// Runs this program again for one step, within limits that it sets itself.
    fn step(&self, task: Task, input: &[u8]) -> Result<Vec<u8>, Unread> {
        let process =
            Process { program: &self.program, words: &["worker".into(), task.word().into()], limits: &self.limits };
        process.run(input).map_err(Unread::from)
    }

    fn pages_of(&self, task: Task, input: &[u8]) -> Result<Vec<String>, Unread> {
        let answer = self.step(task, input)?;
        serde_json::from_slice(&answer).map_err(|_| Unread::Damaged("what came out of it makes no sense".to_owned()))
    }

    fn words_of(&self, task: Task, bytes: &[u8], made_from: MadeFrom) -> ReadText {
        match self.pages_of(task, bytes) {
            Ok(pages) => {
                let pages: Vec<PageText> = pages.into_iter().map(|text| PageText { confidence: None, text }).collect();
                let empty = !pages.iter().any(PageText::is_readable);
                let unread = if empty { vec![(None, Unread::NoWords)] } else { Vec::new() };
                ReadText { pages, made_from: Some(made_from), unread }
            }
            Err(why) => ReadText { unread: vec![(None, why)], ..ReadText::default() },
        }
    }

    /// The text inside a PDF; pages without any are pictures, and are read as such.
    fn pdf(&self, bytes: &[u8]) -> ReadText {
        let mut read = self.words_of(Task::Pdf, bytes, MadeFrom::Pdf);
        read.unread.retain(|(_, why)| *why != Unread::NoWords);
        if read.pages.len() > PAGES {
            read.pages.truncate(PAGES);
            read.unread.push((None, Unread::TooMany(PAGES)));
        }
        let blank: Vec<usize> = (1..=read.pages.len()).filter(|page| !read.pages[page - 1].is_readable()).collect();
        if blank.len() == read.pages.len() && !blank.is_empty() {
            read.made_from = Some(MadeFrom::Picture);
        }
        let mut missing = None;
        for page in blank {
            let scanned = missing.clone().map_or_else(|| self.scanned(bytes, page), Err);
            match scanned {
                Ok(text) => {
                    read.unread.extend(unread_page(&text).map(|why| (Some(page), why)));
                    read.pages[page - 1] = text;
                }
                Err(why) => {
                    missing = Some(why.clone()).filter(Unread::for_want_of_a_program);
                    read.unread.push((Some(page), why));
                }
            }
        }
        read
    }

    fn pictures(&self, files: &[&[u8]], made_from: MadeFrom) -> ReadText {
        let mut read = ReadText { made_from: Some(made_from), ..ReadText::default() };
        for (number, file) in (1..).zip(files) {
            let page = self.picture(file);
            let why = page.as_ref().map_or_else(|why| Some(why.clone()), unread_page);
            read.unread.extend(why.map(|why| (Some(number), why)));
            read.pages.push(page.unwrap_or_default());
        }
        read
    }
}

/// Why a page that a program recognised cannot be relied upon.
fn unread_page(page: &PageText) -> Option<Unread> {
    if page.is_readable() {
        return None;
    }
    let words = page.text.contains(char::is_alphanumeric);
    Some(if words { Unread::Unsure(page.confidence.unwrap_or_default()) } else { Unread::NoWords })
}
