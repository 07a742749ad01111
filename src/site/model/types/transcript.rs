use std::collections::BTreeMap;

use super::{Document, Reading};
use crate::atoms::{PageText, QuestionId, Seen};
use crate::diagnostic::FileName;
use crate::load::records::{CheckRecord, TranscriptRecord};
use crate::mentions::Excerpt;

/// The words of a document, page by page, without people's contact details.
#[derive(Debug)]
pub struct Transcript {
    /// Who compared it with the document, and when.
    pub corrected: Vec<CheckRecord>,
    /// The pages.
    pub pages: Vec<PageText>,
    /// Where it speaks of the questions of its election for which there are terms to look for; an empty
    /// list where it does not.
    pub mentions: BTreeMap<QuestionId, Vec<Heard>>,
    /// Its file.
    pub file: FileName,
    /// Its record, without what was resolved.
    pub record: TranscriptRecord,
}

owns_record!(Transcript: TranscriptRecord);

/// A place where a document speaks of a question.
#[derive(Debug)]
pub struct Heard {
    /// The page, from 1.
    pub page: usize,
    /// Whether the words of that page can be relied upon.
    pub sure: bool,
    /// The sentence.
    pub excerpt: Excerpt,
}

impl Transcript {
    /// Whether the words of a page, from 1, can be relied upon.
    #[must_use]
    pub fn is_readable(&self, page: usize) -> bool {
        is_readable(&self.pages, !self.corrected.is_empty(), page)
    }

    /// How many pages could be read.
    #[must_use]
    pub fn pages_read(&self) -> usize {
        (1..=self.pages.len()).filter(|page| self.is_readable(*page)).count()
    }
}

/// Whether the words of a page, from 1, can be relied upon; those that somebody compared can.
pub(in crate::model) fn is_readable(pages: &[PageText], is_compared: bool, page: usize) -> bool {
    pages.get(page.wrapping_sub(1)).is_some_and(|page| match is_compared {
        false => page.is_readable(),
        true => page.text.contains(char::is_alphanumeric),
    })
}

/// What is known of whether a document speaks of a question. What people read goes before what a
/// program finds.
#[derive(Debug, Clone, Copy)]
pub enum Says<'d> {
    /// Somebody who looked for it found it.
    Speaks(&'d Reading),
    /// Somebody found it, and somebody else who read the whole for it did not.
    Differ(&'d Reading, &'d Reading),
    /// Somebody read the whole, looked for it and did not find it.
    Silent(&'d Reading),
    /// No reading says anything of it, and a mark on this question quotes the document.
    Quoted,
    /// Nobody has read the whole for it, and its words stand in these places.
    Mentions(&'d [Heard]),
    /// Nobody has read the whole for it, and its words stand on none of the pages that could be read.
    NoMention {
        /// How many pages could be read.
        read: usize,
        /// How many there are.
        pages: usize,
    },
    /// There are pages, and none of them could be read.
    Unreadable,
    /// Nobody and nothing has looked for it.
    NotLooked,
}

impl Document {
    /// What is known of whether it speaks of a question.
    #[must_use]
    pub fn says(&self, question: &QuestionId) -> Says<'_> {
        let mut seen = self.readings.iter().filter(|reading| reading.seen != Seen::Described);
        let silent = seen.clone().find(|reading| reading.is_silent_on(question));
        let found = seen.find(|reading| reading.found.contains(question));
        match (found, silent) {
            (Some(found), Some(silent)) => return Says::Differ(found, silent),
            (Some(found), None) => return Says::Speaks(found),
            (None, Some(silent)) => return Says::Silent(silent),
            (None, None) if self.cited.contains(question) => return Says::Quoted,
            (None, None) => {}
        }
        let Some(transcript) = &self.transcript else { return Says::NotLooked };
        let (read, pages) = (transcript.pages_read(), transcript.pages.len());
        match transcript.mentions.get(question).map(Vec::as_slice) {
            Some(heard @ [_, ..]) => Says::Mentions(heard),
            _ if read == 0 => Says::Unreadable,
            Some([]) => Says::NoMention { read, pages },
            None => Says::NotLooked,
        }
    }
}
