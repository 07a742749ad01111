//! Takes the bytes of a document, gives its words page by page with how surely they were read, and why what could not be
//! read could not. Every file is a stranger's: it is opened only in a process of its own, within limits, so that
//! whatever is in it can neither crash nor stall the program.

mod pdf;
mod process;
mod scan;
mod sense;
mod tesseract;
mod worker;

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

pub use process::Stopped;
pub use worker::{SAYS, Task, convert, work};

use super::encoding::charset;
use super::store::FileKind;
use crate::atoms::{MadeFrom, PageText};
use pdf::{PdfPage, PdfText};
use process::Process;
use sense::{Sense, sense};
use serde::de::DeserializeOwned;
use worker::PAGES;

/// That a file has more pages than are read.
const TOO_MANY: (Option<usize>, Unread) = (None, Unread::TooMany(PAGES));

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
    /// Its fonts do not say which letters they draw; with the program that is missing to read it as a picture, if one is.
    Senseless(Option<Missing>),
    /// It is a form of a kind that only one program shows.
    HiddenForm,
    /// Its words are too unsure, in per cent.
    Unsure(u8),
    /// It is a picture, and the program is missing that would read it.
    Picture(Missing),
}

/// A program that is not installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// What reads pictures.
    Tesseract,
    /// What makes pictures of pages.
    Pdftoppm,
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
        matches!(self, Self::Picture(_) | Self::Senseless(Some(_)))
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
            Self::Senseless(None) => f.write_str("could not be read: its fonts do not say which letters they draw"),
            Self::Senseless(Some(missing)) => write!(
                f,
                "was not read: its fonts do not say which letters they draw; to read it as a picture, {missing}",
            ),
            Self::HiddenForm => f.write_str(
                "could not be read: it is a form whose fields only Adobe Reader shows; print it to a new PDF there, and take that",
            ),
            Self::Picture(missing) => write!(f, "was not read: it is a picture; to read it, {missing}"),
        }
    }
}

impl std::fmt::Display for Missing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Tesseract => {
                "install Tesseract (Debian: apt-get install tesseract-ocr, for Welsh also tesseract-ocr-cym)"
            }
            Self::Pdftoppm => "install pdftoppm (Debian: apt-get install poppler-utils)",
        })
    }
}

impl Reader {
    /// The words of a file; of a text, a server may have named the encoding, as its header `Content-Type` does.
    #[must_use]
    pub fn read(&self, bytes: &[u8], kind: FileKind, content_type: Option<&str>) -> ReadText {
        match kind {
            FileKind::Pdf => self.pdf(bytes),
            FileKind::Picture => self.pictures(&[bytes], MadeFrom::Picture),
            FileKind::WebPage => self.words_of(Task::Html, bytes, content_type, MadeFrom::WebPage),
            FileKind::PlainText => self.words_of(Task::Plain, bytes, content_type, MadeFrom::PlainText),
        }
    }

    /// Runs this program again for one step, within limits that it sets itself.
    fn step(&self, task: Task, word: Option<String>, input: &[u8]) -> Result<Vec<u8>, Unread> {
        let words: Vec<OsString> =
            ["worker".into(), task.word().into()].into_iter().chain(word.map(OsString::from)).collect();
        let process = Process { program: &self.program, words: &words, limits: &self.limits };
        process.run(input).map_err(Unread::from)
    }

    /// What a step says of a file.
    fn answer<T: DeserializeOwned>(&self, task: Task, word: Option<String>, input: &[u8]) -> Result<T, Unread> {
        let answer = self.step(task, word, input)?;
        serde_json::from_slice(&answer).map_err(|_| Unread::Damaged("what came out of it makes no sense".to_owned()))
    }

    fn words_of(&self, task: Task, bytes: &[u8], content_type: Option<&str>, made_from: MadeFrom) -> ReadText {
        let mut pages = match self.answer::<Vec<String>>(task, content_type.and_then(charset), bytes) {
            Ok(pages) => pages,
            Err(why) => return ReadText::unread(why),
        };
        let more = pages.len() > PAGES;
        pages.truncate(PAGES);
        let pages: Vec<PageText> = pages.into_iter().map(|text| PageText { confidence: None, text }).collect();
        let empty = !pages.iter().any(PageText::is_readable);
        let unread = empty.then_some((None, Unread::NoWords)).into_iter().chain(more.then_some(TOO_MANY)).collect();
        ReadText { pages, made_from: Some(made_from), unread }
    }

    /// The text inside a PDF; pages without any that makes sense are read as pictures.
    fn pdf(&self, bytes: &[u8]) -> ReadText {
        let mut text: PdfText = match self.answer(Task::Pdf, None, bytes) {
            Ok(text) => text,
            Err(why) => return ReadText::unread(why),
        };
        if text.hidden_form {
            return ReadText::unread(Unread::HiddenForm);
        }
        let mut unread: Vec<_> = (text.pages.len() > PAGES).then_some(TOO_MANY).into_iter().collect();
        text.pages.truncate(PAGES);
        let judged = judged(&text.pages);
        let as_pictures = judged.iter().all(|judged| *judged != Judged::Words);
        let (mut pages, mut missing) = (Vec::with_capacity(text.pages.len()), None);
        for (number, (page, judged)) in (1..).zip(text.pages.into_iter().zip(judged)) {
            let own = PageText { confidence: None, text: page.text };
            if judged == Judged::Words {
                pages.push(own);
                continue;
            }
            let scanned = match missing {
                Some(missing) => Err(Unread::Picture(missing)),
                None => self.scanned(bytes, number),
            };
            if let Err(Unread::Picture(program)) = scanned {
                missing = Some(program);
            }
            let (text, why) = judged.settle(own, scanned);
            unread.extend(why.map(|why| (Some(number), why)));
            pages.push(text);
        }
        let made_from = if as_pictures { MadeFrom::Picture } else { MadeFrom::Pdf };
        ReadText { pages, made_from: Some(made_from), unread }
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

impl ReadText {
    /// Nothing of a file.
    fn unread(why: Unread) -> Self {
        Self { unread: vec![(None, why)], ..Self::default() }
    }
}

/// What is to be done about a page of a PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Judged {
    /// Its text is somebody's words.
    Words,
    /// It has no text.
    Blank,
    /// It is a picture with a few words on it.
    Covered,
    /// Its text means nothing.
    Senseless,
}

/// What the pages of a PDF are, each by itself; where most mean nothing, those of few words mean nothing either.
fn judged(pages: &[PdfPage]) -> Vec<Judged> {
    let all: Vec<Sense> = pages.iter().map(|page| sense(&page.text)).collect();
    let count = |wanted: Sense| all.iter().filter(|sense| **sense == wanted).count();
    let mostly_senseless = count(Sense::Senseless) > count(Sense::Words);
    let judge = |(page, sense): (&PdfPage, Sense)| match sense {
        Sense::Blank => Judged::Blank,
        Sense::Senseless => Judged::Senseless,
        Sense::Few { common: false } if mostly_senseless => Judged::Senseless,
        Sense::Few { .. } if page.covered => Judged::Covered,
        Sense::Few { .. } | Sense::Words => Judged::Words,
    };
    pages.iter().zip(all).map(judge).collect()
}

impl Judged {
    /// The text that a page has in the end, and why it cannot be relied upon, when that is so.
    fn settle(self, own: PageText, scanned: Result<PageText, Unread>) -> (PageText, Option<Unread>) {
        match (self, scanned) {
            // What little it says, it says itself: a picture without words is no loss.
            (Self::Covered, Ok(text)) if !text.is_readable() => (own, None),
            (Self::Covered, Err(why)) => (own, Some(why)),
            (Self::Senseless, Err(Unread::Picture(missing))) => {
                (PageText::default(), Some(Unread::Senseless(Some(missing))))
            }
            (Self::Senseless, Err(_)) => (PageText::default(), Some(Unread::Senseless(None))),
            (_, Err(why)) => (PageText::default(), Some(why)),
            (_, Ok(text)) => {
                let why = unread_page(&text);
                (text, why)
            }
        }
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
